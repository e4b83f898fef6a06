"""Documents from and to the formats of annotation tools, with what a format cannot hold said as losses.

>>> from vnforeign import convert
>>> convert.names()
('brat', 'cas-json', 'cas-xmi', 'conll', 'doccano', 'jsonl', 'labelstudio', 'notation', 'prodigy', 'w3c')

``read`` and ``write`` take paths, ``loads`` and ``dumps`` bytes, ``convert`` goes from file to file. Offsets of documents are
code points; what a tool counts otherwise (Label Studio and UIMA count UTF-16 units) is counted anew both ways.
"""

from __future__ import annotations

from .formats import FORMATS, Format, guess, names
from .losses import lost
from .paths import convert, dumps, loads, read, write

__all__ = ["FORMATS", "Format", "convert", "dumps", "guess", "loads", "lost", "names", "read", "write"]
