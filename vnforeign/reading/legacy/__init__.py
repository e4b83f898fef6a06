"""Vietnamese text from before Unicode: which encoding it is in, line by line or font by font, and the Unicode text of it.

``decode`` takes the bytes of a text file, ``convert`` the text of another format in which such bytes show as Latin-1 or
Windows-1252 characters, ``detect`` only tells. ``docs/encodings.md`` says how well it works.
"""

from .answer import Decoded, Detected, Undecodable
from .detect import certainty
from .of_bytes import decode, detect
from .of_text import convert

__all__ = ["Decoded", "Detected", "Undecodable", "certainty", "convert", "decode", "detect"]
