"""JSON as annotation tools pass it on: objects one a line, or one array of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from ..reading.plain import ReadError

Row = dict[str, Any]


def decoded(data: bytes, place: str) -> str:
    """UTF-8 bytes as text, without a byte-order mark. Raises ReadError, naming the byte."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReadError(f"{place}: not UTF-8 at byte {error.start}") from None


def rows(data: bytes, place: str) -> Iterator[tuple[str, Row]]:
    """Each object with its place, for messages. Raises ReadError for what is no JSON and for what is no object."""
    said = decoded(data, place)
    if said.lstrip()[:1] == "[":
        listed = _parsed(said, place)
        for number, row in enumerate(listed, 1):
            yield f"{place}, object {number}", _object(row, f"{place}, object {number}")
        return
    for number, line in enumerate(said.split("\n"), 1):
        if line.strip():
            yield f"{place}, line {number}", _object(_parsed(line, f"{place}, line {number}"), f"{place}, line {number}")


def _parsed(said: str, place: str) -> Any:
    try:
        return json.loads(said)
    except RecursionError:
        raise ReadError(f"{place}: nested too deeply") from None
    except ValueError as error:
        raise ReadError(f"{place}: no JSON: {error}") from None


def _object(row: Any, place: str) -> Row:
    if not isinstance(row, dict):
        raise ReadError(f"{place}: a JSON object was expected, not {type(row).__name__}")
    return row


def listed(row: Row, slot: str, place: str) -> list[Row]:
    """A slot's list of objects, empty where the slot is absent. Raises ReadError for anything else."""
    said = row.get(slot) or []
    if not isinstance(said, list) or not all(isinstance(each, dict) for each in said):
        raise ReadError(f"{place}: {slot} is no list of objects")
    return said


def line(row: Row) -> bytes:
    """One line of JSON; a lone surrogate is written as an escape."""
    try:
        return json.dumps(row, ensure_ascii=False).encode() + b"\n"
    except UnicodeEncodeError:
        return json.dumps(row).encode() + b"\n"
