"""Files in: what a file is, its text, and how the text's offsets lead back to the file. One file a format.

    files      a path's bytes, never more than the limit       sniff     what the bytes are, whatever the name says
    formats    the table of formats                            archive   what stands in an archive or a mail, within bounds

``docs/formats.md`` says what each format gives. Nothing from inside a file is executed, fetched or used as a path.
"""

from __future__ import annotations

from .documents import decode, decode_all, read, read_all
from .formats import FORMATS, SUFFIXES
from .limits import LIMITS, Limits
from .plain import ReadError

__all__ = ["FORMATS", "LIMITS", "SUFFIXES", "Limits", "ReadError", "decode", "decode_all", "read", "read_all"]
