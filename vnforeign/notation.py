"""The inline notation of gold texts and cases: ``[tỉnh Đắk Nông](PROVINCE Đắk Nông)``, nested at will.

    [UBND [tỉnh Bình Phước](PROVINCE Bình Phước)](ORG Ủy ban nhân dân tỉnh Bình Phước) họp
    chi [gần 25 tỷ đồng](AMOUNT 25000000000 VND about)

A literal bracket or backslash is written ``\\[``, ``\\]``, ``\\\\``. Alternatives, each of which is right, stand between `` | ``.
A file may open with ``key: value`` lines between two lines ``---``. The value of each label, in the order of writing:

    PROVINCE, DISTRICT, COMMUNE, BORDER_GATE    name
    FOREIGN_UNIT                                country code, name        KH Mondulkiri
    COUNTRY                                     code                      LA
    ORG, PERSON                                 name; left out where it is the text itself
    DATE        2007-12-04, 2013-09, 2011; 2010..2015 (first and last day), 2007.. and ..2007 (open); XXXX-03-26; ?; invalid
    AMOUNT      25000000000 VND about; 5000000000..7000000000 VND
    QUANTITY    130 km over; 248/314 (of); 20..25; the unit may be left out
    DIRECTIVE   chi_thi 44 CT/TW; short: chi_thi 04; without a number: luat Luật Biên giới quốc gia năm 2003
    AGREEMENT   type                            bản ghi nhớ
    EVENT       type, number                    party_congress 11; plenum 8; other
"""

from __future__ import annotations

import calendar
import re
from typing import Any

from .document import LABELS

_WORDS = r"[^()\n]{0,999}"
MARK = re.compile(rf"\\(.)|(\[)|\]\(({'|'.join(LABELS)})(?: ({_WORDS}(?:\({_WORDS}\){_WORDS}){{0,9}}))?\)", re.S)
MODIFIERS = ("about", "over", "under", "at_least", "at_most", "estimated")


class NotationError(ValueError):
    """A text that is not in the notation; the message names the line."""


def parse(marked: str) -> tuple[dict[str, str], str, list[dict[str, Any]]]:
    """``(header, text, entities)`` of a marked text; entities are dicts as in the JSON contract.

    Raises NotationError on an unclosed or unopened bracket or a value that cannot be read.
    """
    header, body, shift = _header(marked)
    pieces: list[str] = []
    opened: list[tuple[int, int]] = []
    entities: list[dict[str, Any]] = []
    at = length = counted = 0
    line = shift + 1
    for mark in MARK.finditer(body):
        pieces.append(body[at : mark.start()])
        length += mark.start() - at
        line += body.count("\n", counted, mark.start())
        at, counted = mark.end(), mark.start()
        if mark[1]:
            pieces.append(mark[1])
            length += 1
        elif mark[2]:
            opened.append((length, line))
        elif not opened:
            raise NotationError(f"line {line}: a mark closes that was never opened: {mark[0]!r}")
        else:
            entities.append({"label": mark[3], "start": opened.pop()[0], "end": length, "line": line, "mark": mark[4] or ""})
    pieces.append(body[at:])
    if opened:
        raise NotationError(f"line {opened[-1][1]}: a bracket opens that never closes (write a literal one as \\[)")
    text = "".join(pieces)
    for entity in entities:
        _finish(entity, text)
    entities.sort(key=lambda entity: (entity["start"], -entity["end"]))
    return header, text, entities


def _header(marked: str) -> tuple[dict[str, str], str, int]:
    if not marked.startswith("---\n"):
        return {}, marked, 0
    head, closing, body = marked[4:].partition("\n---\n")
    if not closing:
        raise NotationError("line 1: the header opens with --- and never closes")
    rows = [line.partition(":") for line in head.split("\n")]
    return {key.strip(): value.strip() for key, _, value in rows}, body, head.count("\n") + 3


def _finish(entity: dict[str, Any], text: str) -> None:
    line, mark = entity.pop("line"), entity.pop("mark")
    entity["text"] = text[entity["start"] : entity["end"]]
    if entity["text"] != entity["text"].strip() or not entity["text"]:
        raise NotationError(f"line {line}: a mark is empty or has a blank at its edge: {entity['text']!r}")
    try:
        values = [value(entity["label"], each.strip(), entity["text"]) for each in mark.split(" | ")]
    except (ValueError, IndexError) as error:
        raise NotationError(f"line {line}: {entity['label']} cannot be {mark!r}: {error}") from None
    entity["value"] = values[0] if len(values) == 1 else {"any_of": values}


def value(label: str, mark: str, text: str) -> dict[str, Any]:
    """The value that a mark states, as a dict of the JSON contract. Raises ValueError."""
    if label in ("ORG", "PERSON"):
        return {"name": mark or text}
    if not mark:
        raise ValueError("the value is missing")
    head, _, rest = mark.partition(" ")
    if label == "FOREIGN_UNIT":
        return {"country": head, "name": rest}
    if label == "COUNTRY":
        return {"code": mark}
    if label == "DATE":
        return date(head)
    if label in ("AMOUNT", "QUANTITY"):
        return _number(label, mark.split())
    if label == "DIRECTIVE":
        return _directive(head, rest)
    if label == "AGREEMENT":
        return {"type": mark}
    if label == "EVENT":
        return {"type": head, **({"number": rest} if rest else {})}
    return {"name": mark}


def date(mark: str) -> dict[str, Any]:
    """``start`` and ``end`` (ISO, None where open or unknown) of a written date. Raises ValueError."""
    if mark == "invalid":
        return {"edtf": None, "start": None, "end": None, "valid": False}
    if mark == "?" or mark.startswith("XXXX") or "/" in mark:
        return {"edtf": mark, "start": None, "end": None}
    first, dots, last = mark.partition("..")
    if not dots:
        last = first
    return {"start": _edge(first, False), "end": _edge(last, True)}


def _edge(mark: str, last: bool) -> str | None:
    if not mark:
        return None
    parts = [int(part) for part in mark.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else (12 if last else 1)
    day = parts[2] if len(parts) > 2 else (calendar.monthrange(year, month)[1] if last else 1)
    return f"{year:04}-{month:02}-{day:02}"


def _number(label: str, words: list[str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if words[-1] in MODIFIERS:
        found["modifier"] = words.pop()
    number = words.pop(0)
    if ".." in number:
        found["low"], found["high"] = number.split("..")
    elif "/" in number:
        found["value"], found["of"] = number.split("/")
    else:
        found["value"] = number
    if label == "AMOUNT":
        found["currency"] = words.pop(0)
    elif words:
        found["unit"] = " ".join(words)
    return found


def _directive(kind: str, rest: str) -> dict[str, Any]:
    number, _, symbol = rest.partition(" ")
    if number[:1].isdigit():
        return {"type": kind, "number": number, **({"symbol": symbol} if symbol else {})}
    return {"type": kind, "canonical": rest}


def render(text: str, entities: list[dict[str, Any]], mark: Any) -> str:
    """The marked text: the inverse of ``parse``; ``mark(entity)`` gives the words after the label.

    Entities must nest: one that crosses another is left out.
    """
    events: dict[int, list[str]] = {}
    ends: list[tuple[int, str]] = []
    out: list[str] = []
    for entity in sorted(entities, key=lambda each: (each["start"], -each["end"])):
        while ends and ends[-1][0] <= entity["start"]:
            end, closing = ends.pop()
            events.setdefault(end, []).append(closing)
        if ends and entity["end"] > ends[-1][0]:
            continue
        events.setdefault(entity["start"], []).append("[")
        said = mark(entity)
        ends.append((entity["end"], f"]({entity['label']}{' ' + said if said else ''})"))
    while ends:
        end, closing = ends.pop()
        events.setdefault(end, []).append(closing)
    for place in range(len(text) + 1):
        at = events.get(place, [])
        out += [event for event in at if event != "["] + [event for event in at if event == "["]
        if place < len(text):
            out.append("\\" + text[place] if text[place] in "[]\\" else text[place])
    return "".join(out)
