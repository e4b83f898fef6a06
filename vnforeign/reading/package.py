"""DOCX and ODT are archives of XML: looked through before any library opens them."""

from __future__ import annotations

import re
from xml.parsers import expat

from .limits import LIMITS, Limits
from .parts import Budget, harmless
from .plain import ReadError
from .zip import opened, unpacked

_XML = (".xml", ".rels")
_DEEPEST = 256  # lxml stops there too
_LOCKED = re.compile(rb"<(?:\w+:)?encryption-data\b")


def check(data: bytes, source: str, limits: Limits = LIMITS) -> None:
    """Raises ReadError for a package that is damaged, locked or too large unpacked, and for XML with entities or too deep."""
    budget = Budget(limits)
    with opened(data, source) as archive:
        for member in archive.infolist():
            if member.is_dir():
                continue
            budget.member(source)
            markup = member.filename.lower().endswith(_XML)
            part = unpacked(archive, member, f"{source}/{harmless(member.filename)}", budget, picture=not markup)
            if member.filename == "META-INF/manifest.xml" and _LOCKED.search(part):
                raise ReadError(f"{source}: is locked with a password")
            if part and markup:
                _check_xml(part, source)


def _check_xml(part: bytes, source: str) -> None:
    depth = 0

    def refuse(*_: object) -> None:
        raise ReadError(f"{source}: its XML declares entities, which a document of this kind never does; not read")

    def doctype(_name: str, _system: str | None, _public: str | None, inside: int) -> None:
        if inside:
            refuse()

    def begin(_name: str, _attributes: object) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEEPEST:
            raise ReadError(f"{source}: its XML is nested more than {_DEEPEST} deep; not read")

    def end(_name: str) -> None:
        nonlocal depth
        depth -= 1

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler, parser.EntityDeclHandler = doctype, refuse
    parser.StartElementHandler, parser.EndElementHandler = begin, end
    try:
        parser.Parse(part, True)
    except expat.ExpatError as error:
        raise ReadError(f"{source}: its XML is damaged ({error})") from None
