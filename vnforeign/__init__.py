"""vnforeign: Vietnamese external-affairs reports read into entities with values, each traced to its words.

>>> import vnforeign as vf
>>> vf.analyze("Ngày 04/12/2007, tỉnh Đắk Nông chi gần 25 tỷ đồng.").entities.of("AMOUNT")[0].text
'gần 25 tỷ đồng'
"""

from __future__ import annotations

from .analyze import analyze
from .document import LABELS, LAYERS, SCHEMA, Document, Entities, Entity, Passage
from .formats.plain import ReadError, read

__version__ = "0.1.0"
__all__ = ["LABELS", "LAYERS", "SCHEMA", "Document", "Entities", "Entity", "Passage", "ReadError", "analyze", "read"]
