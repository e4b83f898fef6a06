"""Documents as rows of the tables of ``schema.tsv``, for every format that has columns.

A cell is a str, int, float, bool, date, Decimal, a list of str, or None. NUL and lone surrogates, which databases and Arrow
refuse, become U+FFFD, one character for one, so offsets stay.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Context, Decimal, InvalidOperation
from typing import Any

import msgspec

from ..document import LABELS, LAYERS, SCHEMA, Document, Entity, Link, Passage, Record, Slot
from .schema import PRECISION, SCALE, TABLES, names

Row = Sequence[Any]
_REFUSED = re.compile("[\0\ud800-\udfff]")
_UNIT = Decimal(1).scaleb(-SCALE)
_EXACT = Context(prec=PRECISION)


def key(document: Document) -> str:
    """What tells a document from all others in the tables: 32 hexadecimal digits, equal for an equal file, source, id and text.

    The source is part of it since archives hold copies: of two equal files each has rows of its own, and one may change.
    """
    digest = document.origin.digest if document.origin else ""
    said = f"{digest}\n{document.source or ''}\n{document.id or ''}\n{document.text}".encode("utf-8", "surrogatepass")
    return hashlib.sha256(said).hexdigest()[:32]


def rows(documents: Iterable[Document], fields: bool = True) -> dict[str, list[Row]]:
    """The rows of all tables, in the order of the documents; ``fields=False`` leaves unasked what passages are about.

    Raises TypeError for what is no Document, ModelError for a model of fields that cannot be used.
    """
    tables: dict[str, list[Row]] = {table: [] for table in TABLES}
    for document in documents:
        for table, found in tables.items():
            found += table_rows(document, table, fields)
    return tables


def table_rows(document: Document, table: str, fields: bool = True) -> list[Row]:
    """The rows of one table that one document gives."""
    if not isinstance(document, Document):
        raise TypeError(f"a table is made of Documents, not of {type(document).__name__}")
    if fields and table == "passages":
        document.judge_if_possible()
    return _clean(_ROWS[table](document, key(document)))


# --- one function a table: its cells in the order of the columns ---------------------------------------------------------


def _documents(document: Document, name: str) -> list[Row]:
    said, origin = document.metadata.get, document.origin
    read_from = (origin.format, origin.encoding, origin.digest) if origin else (None, None, None)
    about = (said("title"), _date(said("published")), said("author"), said("organisation"), said("province"))
    size = (len(document.text), SCHEMA, _strings(document.warnings))
    return [(name, document.id, document.source, *read_from, *about, _date(document.reference_date), *size, document.text)]


def _passages(document: Document, name: str) -> list[Row]:
    return [
        (name, place, each.start, each.end, each.kind, each.section, *_judged(each), document.text_of(each))
        for place, each in enumerate(document.passages)
    ]


def _judged(passage: Passage) -> Row:
    """Strongest field and its score, fields, pillars, function, and the whole as JSON."""
    if passage.judgement is None:
        return (None, None, [], [], None, None)
    row = passage.judgement.to_dict()
    fields = row.get("fields", [])
    strongest = (fields[0]["field"], fields[0]["score"]) if fields else (None, None)
    pillars = [each["pillar"] for each in row.get("pillars", [])]
    function = (row.get("function") or {}).get("function")
    return (*strongest, [each["field"] for each in fields], pillars, function, _json(row))


def _entities(document: Document, name: str) -> list[Row]:
    return [_entity(name, place, entity) for place, entity in enumerate(document.entities)]


def _entity(name: str, place: int, entity: Entity) -> Row:
    label = entity.label
    head = (name, place, entity.passage, label, LAYERS.get(label), entity.start, entity.end, entity.text)
    row: list[Any] = [*head, entity.rule, entity.score, entity.status, *_NOTHING]
    slots = entity.value.to_dict()
    cells = _CELLS.get(label, {})
    for slot, said in slots.items():
        if said is not None and slot in cells:
            column, convert = cells[slot]
            row[column] = convert(said)
    row.append(_json(slots))
    return row


def _links(document: Document, name: str) -> list[Row]:
    words = [entity.text for entity in document.entities]
    return [_link(name, place, each, words) for place, each in enumerate(document.links)]


def _link(name: str, place: int, link: Link, words: list[str]) -> Row:
    said = (link.kind, link.source, link.target, link.key, link.reason, _strings(link.conflict))
    return (name, place, *said, words[link.source], link.key if link.target is None else words[link.target])


def _records(document: Document, name: str) -> list[Row]:
    return [_record(name, place, each) for place, each in enumerate(document.records)]


def _record(name: str, place: int, record: Record) -> Row:
    gaps = (_strings(record.missing), _strings(record.conflicts))
    slots = _json({slot: each.value for slot, each in record.slots.items()})
    return (name, place, record.type, record.passage, record.score, record.summary, *gaps, slots)


def _slots(document: Document, name: str) -> list[Row]:
    return [
        _slot(document, (name, place, key), slot)
        for place, record in enumerate(document.records)
        for key, slot in record.slots.items()
    ]


def _slot(document: Document, head: Row, slot: Slot) -> Row:
    first = slot.evidence[0] if slot.evidence else None
    place = (first.entity, first.start, first.end, document.text_of(first)) if first else (None,) * 4
    sure = (slot.rule, slot.score, slot.certain)
    return (*head, _plain(slot.value), *_money(slot.value), *place, *sure, _json(slot.value), _json(slot.evidence))


def _plain(value: str | list[str] | dict[str, Any]) -> str:
    """A slot's value for people."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return "; ".join(map(str, value))
    numbers = [str(value[slot]) for slot in ("value", "low", "high") if value.get(slot) is not None]
    return " ".join(["..".join(numbers), str(value.get("currency") or "")]).strip()


def _money(value: str | list[str] | dict[str, Any]) -> Row:
    said = value if isinstance(value, dict) else {}
    return (*(_decimal(said.get(slot)) for slot in ("value", "low", "high")), _text(said.get("currency")))


_ROWS: dict[str, Callable[[Document, str], list[Row]]] = {
    "documents": _documents,
    "passages": _passages,
    "entities": _entities,
    "links": _links,
    "records": _records,
    "slots": _slots,
}


# --- cells ---------------------------------------------------------------------------------------------------------------


def _date(said: Any) -> date | None:
    """A day; None for none and for what is no day of the calendar."""
    try:
        return date.fromisoformat(said) if said else None
    except (ValueError, TypeError):
        return None


def _decimal(said: Any) -> Decimal | None:
    """A number that the columns hold exactly; None for any other: its digits stand in the JSON."""
    try:
        number = Decimal(said) if isinstance(said, str | int) else None
        exact = number is not None and number == number.quantize(_UNIT, context=_EXACT)
    except InvalidOperation:  # no number, or one of more digits
        return None
    return number if exact else None


def _int(said: Any) -> int | None:
    return said if isinstance(said, int) and abs(said) < 1 << 63 else None


def _text(said: Any) -> str | None:
    return said if isinstance(said, str) else None


def _strings(said: Any) -> list[str]:
    return [_REFUSED.sub("\ufffd", each) for each in said if isinstance(each, str)] if isinstance(said, list | tuple) else []


def _json(said: Any) -> str:
    """One line of JSON that a database's own functions read."""
    try:
        line = msgspec.json.encode(said).decode()
    except UnicodeEncodeError:  # a lone surrogate
        line = "\\u0000"
    return msgspec.json.encode(_cleaned(msgspec.to_builtins(said))).decode() if "\\u0000" in line else line


def _cleaned(said: Any) -> Any:
    """JSON types without the characters that are refused."""
    if isinstance(said, str):
        return _REFUSED.sub("\ufffd", said)
    if isinstance(said, dict):
        return {_cleaned(name): _cleaned(each) for name, each in said.items()}
    return [_cleaned(each) for each in said] if isinstance(said, list) else said


def _clean(found: list[Row]) -> list[Row]:
    """Rows without the characters that are refused; one look at all of them, since hardly any document has one."""
    if not _REFUSED.search("".join([cell for row in found for cell in row if type(cell) is str])):
        return found
    return [[_REFUSED.sub("\ufffd", cell) if isinstance(cell, str) else cell for cell in row] for row in found]


# --- which slot of a value goes into which column ------------------------------------------------------------------------

#: Slots whose column has another name; any other slot goes to the column of its own name, if there is one.
_RENAMED: dict[str, dict[str, str]] = {
    "PROVINCE": {"id": "known", "lineage": "province", "current": "today"},
    "COUNTRY": {"code": "country"},
    "ORG": {"id": "known"},
    "DATE": {"start": "date_start", "end": "date_end"},
    "AMOUNT": {"value": "amount"},
    "QUANTITY": {"value": "amount", "of": "whole"},
    "AGREEMENT": {"title": "name", "signed": "issued"},
}
_CONVERT: dict[str, Callable[[Any], Any]] = {"date": _date, "decimal": _decimal, "int": _int, "list": _strings}
_FIRST, _LAST = names("entities").index("name"), names("entities").index("value")
_SLOTS = {
    column.name: (place, _CONVERT.get(column.type, _text))
    for place, column in enumerate(TABLES["entities"][_FIRST:_LAST], _FIRST)
}
_NOTHING: list[Any] = [[] if column.type == "list" else None for column in TABLES["entities"][_FIRST:_LAST]]


def _cells(label: str) -> dict[str, tuple[int, Callable[[Any], Any]]]:
    renamed = _RENAMED.get(label, {})
    own = {slot: cell for slot, cell in _SLOTS.items() if slot not in renamed.values()}
    return own | {slot: _SLOTS[column] for slot, column in renamed.items()}


_CELLS = {label: _cells(label) for label in LABELS}
