"""UIMA CAS as XMI or JSON, through dkpro-cassis: DKPro's NamedEntity annotations, which INCEpTION shows."""

from __future__ import annotations

import json
import re
import warnings
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

from ..document import Document
from ..reading.plain import ReadError
from .formats import Say
from .rows import decoded
from .spans import Span, carried, restored

ENTITY = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"
DOCUMENT = "vnforeign.Document"
_UNSAFE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # what XML 1.0 cannot hold


def _cassis() -> Any:
    try:
        import cassis
    except ImportError:
        raise ImportError("UIMA CAS needs dkpro-cassis: pip install 'vnforeign[convert]'") from None
    return cassis


def _types(cassis: Any) -> Any:
    types = cassis.TypeSystem()
    entity = types.create_type(name=ENTITY, supertypeName="uima.tcas.Annotation")
    types.create_feature(domainType=entity, name="value", rangeType="uima.cas.String")
    types.create_feature(domainType=entity, name="identifier", rangeType="uima.cas.String")
    document = types.create_type(name=DOCUMENT, supertypeName="uima.tcas.Annotation")
    types.create_feature(domainType=document, name="json", rangeType="uima.cas.String")
    return types


def read(data: bytes, place: str, say: Say, variant: str = "xmi") -> Iterator[Document]:
    """The document of a CAS's first view; annotations of other types are said."""
    with warnings.catch_warnings(record=True) as odd:
        warnings.simplefilter("always")
        cas = _loaded(_cassis(), data, place, variant)
        text = cas.sofa_string or ""
        spans = [_span(each, place, say) for each in _all(cas, ENTITY)]
    for said in sorted({str(each.message) for each in odd}):
        say(f"{place}: {said[:200]}")
    if strange := sorted({each.type.name for each in cas.select_all_fs()} - {ENTITY, DOCUMENT, "uima.tcas.DocumentAnnotation"}):
        say(f"{place}: annotations of other types left out: {', '.join(strange)[:200]}")
    row = _row(cas, place, say)
    whole = row.get("text") if isinstance(row, dict) else None
    if isinstance(whole, str) and _UNSAFE.sub("\ufffd", whole) == text:
        text = whole
    yield restored(text, filter(None, spans), row, place, say)


def _loaded(cassis: Any, data: bytes, place: str, variant: str) -> Any:
    if variant == "xmi":
        _refuse_entities(data, place)
    try:
        if variant == "json":
            return cassis.load_cas_from_json(decoded(data, place))
        return cassis.load_cas_from_xmi(BytesIO(data), typesystem=_types(cassis), lenient=True)
    except ReadError:
        raise
    except Exception as error:  # the library raises whatever the bytes make it stumble over
        raise ReadError(f"{place}: no UIMA CAS: {type(error).__name__}: {str(error)[:200]}") from None


def _refuse_entities(data: bytes, place: str) -> None:
    """XML in another encoding than UTF-8, or with declarations of its own, is nothing that a CAS needs."""
    decoded(data, place)
    if b"\0" in data or re.search(rb"<!(?:DOCTYPE|ENTITY)|<\?xml[^>]*encoding\s*=\s*.(?!utf-8)", data, re.I):
        raise ReadError(f"{place}: XML with a document type, entities or another encoding than UTF-8 is not read")


def _all(cas: Any, name: str) -> list[Any]:
    return list(cas.select(name)) if cas.typesystem.contains_type(name) else []


def _span(found: Any, place: str, say: Say) -> Span | None:
    if found.begin is None or found.end is None:
        say(f"{place}: {found.value} lies outside the text: left out")
        return None
    return Span(str(found.value), found.begin, found.end)


def _row(cas: Any, place: str, say: Say) -> Any:
    for each in _all(cas, DOCUMENT)[:1]:
        try:
            return json.loads(each.json)
        except (ValueError, TypeError, RecursionError):
            say(f"{place}: {DOCUMENT} holds no JSON: values left out")
    return None


def write(documents: Iterable[Document], variant: str = "xmi") -> Iterator[bytes]:
    """The CAS of one document; characters that XML cannot hold are U+FFFD in it and whole in our own annotation."""
    cassis = _cassis()
    for document in documents:
        types = _types(cassis)
        cas = cassis.Cas(typesystem=types)
        cas.sofa_string, cas.sofa_mime = _UNSAFE.sub("\ufffd", document.text), "text/plain"
        row = carried(document) | ({"text": document.text} if cas.sofa_string != document.text else {})
        cas.add(types.get_type(DOCUMENT)(begin=0, end=len(document.text), json=json.dumps(row)))
        named = types.get_type(ENTITY)
        for each in document.entities:
            said = _UNSAFE.sub("\ufffd", str(each.value))
            cas.add(named(begin=each.start, end=each.end, value=each.label, identifier=said))
        yield (cas.to_xmi() if variant == "xmi" else cas.to_json(ensure_ascii=True)).encode()
