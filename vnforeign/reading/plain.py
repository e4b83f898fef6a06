"""Text files in: UTF-8, UTF-16, and the encodings of Vietnamese from before Unicode.

Line ends stay as the file has them; a byte-order mark is dropped, and offsets count from the first character after it.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from ..document import Document, Origin
from ..wording import many

if TYPE_CHECKING:
    from . import legacy

#: How other kinds of file begin, and what to call them.
MAGIC: dict[bytes, str] = {
    b"PK\x03\x04": "a ZIP container (DOCX, ODT, XLSX …)",
    b"%PDF-": "a PDF file",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "an old Office file (DOC, XLS …)",
    b"{\\rtf": "an RTF file",
    b"\x89PNG\r\n": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF87a": "a GIF image",
    b"GIF89a": "a GIF image",
    b"II*\0": "a TIFF image",
    b"MM\0*": "a TIFF image",
    b"RIFF": "a RIFF file (WebP image, sound …)",
    b"\x1f\x8b": "a gzip archive",
    b"7z\xbc\xaf": "a 7-Zip archive",
    b"Rar!\x1a": "a RAR archive",
    b"\x7fELF": "a program",
}
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
#: Bytes that are no character of a text: random ones are to a tenth such, while VISCII and TCVN3 use some for rare capitals.
_CONTROLS = bytes({*range(32), 127} - set(b"\t\n\v\f\r\x1a\x1b"))
_MANY_CONTROLS = 4


class ReadError(ValueError):
    """A file that cannot be read as text; the message names the file and says why, for people."""


class Several(ReadError):
    """A file of several documents, where one is asked for."""


class OutOfMemory(ReadError):
    """A file whose reading takes more memory than there is."""


def decode(data: bytes, source: str) -> Document:
    """The Document of a file's bytes, for what comes from a pipe or an archive; ``source`` names it in messages.

    Raises ReadError for bytes that are no text, or text in an encoding that is not known.
    """
    if foreign := _foreign(data):
        raise ReadError(f"{source}: is {foreign}, not plain text")
    from . import legacy

    try:
        decoded = legacy.decode(data)
    except legacy.Undecodable:
        decoded = _damaged(data, source)
    warnings = list(decoded.warnings)
    if nuls := 0 if decoded.encoding == "utf-16" else data.count(b"\0"):
        warnings.insert(0, f"{many(nuls, 'NUL character')}, the first at byte {data.index(0)}")
    origin = Origin("txt", decoded.encoding, hashlib.sha256(data).hexdigest(), decoded.runs)
    return Document(text=decoded.text, source=source, warnings=warnings, origin=origin)


def _damaged(data: bytes, source: str) -> legacy.Decoded:
    from . import legacy

    first = _first_bad(data)
    warning = _damage(data, source, first)
    return legacy.Decoded(data.decode("utf-8-sig", "replace"), warnings=[warning])


def _first_bad(data: bytes) -> int:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start
    return 0


def _foreign(data: bytes) -> str | None:
    """What a file is that is no 8-bit text, None for one that may be."""
    for magic, name in MAGIC.items():
        if data.startswith(magic):
            return name
    nuls = data.count(b"\0")
    if nuls <= 2 or nuls * 8 < len(data):
        return None
    by_parity = sorted((data[::2].count(b"\0"), data[1::2].count(b"\0")))
    return None if data.startswith(_UTF16) or by_parity[0] * 20 < by_parity[1] else "a binary file"


def _controls(data: bytes) -> int:
    """How many bytes of a hundred no text of any encoding has, 0 where they may be a slip or an odd letter's code."""
    share = round(100 * (len(data) - len(data.translate(None, _CONTROLS))) / max(1, len(data)))
    return share if share >= _MANY_CONTROLS else 0


def _damage(data: bytes, source: str, first: int) -> str:
    """The warning for a file with bytes that are not UTF-8; raises ReadError where they are too many to be damage.

    A legacy encoding leaves hardly a letter with a diacritic whole; damage and truncation leave most of them.
    """
    lenient = data.decode("utf-8", "surrogateescape")
    bad = len(data) - len(lenient.encode("utf-8", "ignore"))
    whole = len(lenient) - bad - len(data.translate(None, bytes(range(128, 256))))
    truncated = first + bad == len(data) and bad < 4 and data[first] >= 0xC2
    if not truncated and bad > max(len(data) / 100, whole / 4):
        share = round(100 * bad / len(data))
        if controls := _controls(data):
            raise ReadError(f"{source}: is not a text: {controls} % of its bytes are control characters")
        raise ReadError(
            f"{source}: looks like another encoding: {many(bad, 'byte')} ({share} %) not in UTF-8, the first at byte {first}"
        )
    what = "ends inside a character" if truncated else "damaged UTF-8"
    return f"{what}: {many(bad, 'byte')} shown as U+FFFD, the first at byte {first}"
