"""What a file is, by its bytes; its name decides nothing."""

from __future__ import annotations

import re

from .plain import ReadError

_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_HEAD = 4096
_DOCX = re.compile(rb"word/document\d*\.xml")
_ODT = b"application/vnd.oasis.opendocument.text"
#: Names that stand in the directory of other office files.
_OFFICE = {b"xl/workbook": "a spreadsheet (XLSX)", b"ppt/presentation": "a presentation (PPTX)"}
_STREAMS = {"Workbook": "a spreadsheet (XLS)", "Book": "a spreadsheet (XLS)", "PowerPoint Document": "a presentation (PPT)"}
_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?><!--.{0,2000}?-->\s*+)*+<(?:!doctype\s+html|html|head|body|meta|title|div|p|table|h[1-6]|font|span|center)\b",
    re.IGNORECASE | re.DOTALL,
)
_FIELD = re.compile(rb"(?P<name>[A-Za-z][A-Za-z0-9-]{1,60}):[ \t]?[^\r\n]{0,2000}(?:\r?\n[ \t][^\r\n]{0,2000}){0,100}\r?\n")
_MAIL = frozenset(
    {b"from", b"to", b"subject", b"date", b"message-id", b"mime-version", b"received", b"return-path", b"content-type"}
)
_SURE = 3  # fields of a mail's head that no other text begins with


def sniff(data: bytes, source: str) -> str:
    """The name of the format, a key of ``FORMATS``; ``txt`` for whatever has no mark of another.

    Raises ReadError for an office file of a kind that is not read.
    """
    head = data[:_HEAD]
    if head.startswith(_ZIP):
        return _zipped(data, source)
    if head.startswith(_OLE2):
        return _ole2(data, source)
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf"):
        return "rtf"
    if b"%PDF-" in head[:1024]:
        return "pdf"
    return _worded(head)


def _worded(head: bytes) -> str:
    """Formats that begin with words."""
    bare = head.removeprefix(b"\xef\xbb\xbf")
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        wide = "utf-16-le" if head.startswith(b"\xff\xfe") else "utf-16-be"
        bare = head[2:].decode(wide, "ignore").encode("utf-8", "ignore")
    if _HTML.match(bare):
        return "html"
    return "eml" if _is_mail(bare) else "txt"


def _is_mail(head: bytes) -> bool:
    names, at = set(), 0
    while match := _FIELD.match(head, at):
        names.add(match["name"].lower())
        at = match.end()
    return len(names & _MAIL) >= _SURE


def _zipped(data: bytes, source: str) -> str:
    names = data[-_directory(data) :]
    if _ODT in data[:200] and b"content.xml" in names:
        return "odt"
    if b"content.xml" in names and b"META-INF/manifest.xml" in names and b"opendocument" not in data[:200]:
        return "odt"  # its type is packed too, which some programs do
    if _DOCX.search(names) and b"[Content_Types].xml" in names:
        return "docx"
    for name, said in _OFFICE.items():
        if name in names:
            raise ReadError(f"{source}: is {said}; only texts are read")
    if data[30:38] == b"mimetype" and b"opendocument" in data[:200]:
        raise ReadError(f"{source}: is an OpenDocument file other than a text; only texts are read")
    return "zip"


def _directory(data: bytes) -> int:
    """How many bytes at the end hold the archive's table of names; all of them where the end is missing."""
    end = data.rfind(b"PK\x05\x06", max(0, len(data) - 66_000))
    start = int.from_bytes(data[end + 16 : end + 20], "little") if end >= 0 else 0
    return len(data) - start if start < len(data) else len(data)


def _ole2(data: bytes, source: str) -> str:
    if "WordDocument".encode("utf-16-le") in data:
        return "doc"
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise ReadError(f"{source}: is an office file locked with a password")
    for name, said in _STREAMS.items():
        if name.encode("utf-16-le") in data:
            raise ReadError(f"{source}: is {said}; only texts are read")
    raise ReadError(f"{source}: is an old Office file without a text")
