"""Cells that hold both sides of a paper: ``Các bên ký: Sở Y tế – Đại học Niigata``, ``12/5/2017, tại Huế; ông A và bà B ký``."""

from __future__ import annotations

import re

from ..build import Draft
from ..page import Sentence
from ..sides import read, told_apart
from ..wording import pattern
from . import cells
from .bodies import BODIES
from .cell import Cell, Span
from .cell import cell as cell_at
from .read import Line, Table

#: Heads of such a column.
_HEAD = pattern(
    r"(?:(?:tên |thông tin )?(?:các|hai|những|giữa các) (?:bên|đối tác|cơ quan|đơn vị|chủ thể|phía)|bên ký|chủ thể|cơ quan ký|"
    r"đơn vị ký|bên tham gia|giữa)(?: (?:ký(?: kết)?|tham gia|liên quan|thỏa thuận|thực hiện|văn bản|đối tác))*"
)
_JOIN = re.compile(r" (?:[-–—]|với|cùng với|<->|↔) |[^\S\n]?[;/][^\S\n]?")
_AND = re.compile(r" và ")
_SIGNED = pattern(
    r"(?:^|[;,.(] ?)(?:do )?(?:(?P<one>[^;,.(]{3,70}?) (?:và|cùng|[-–]) (?P<two>[^;,.(]{3,70}?)|"
    r"(?P<same>hai [^;,.(]{3,60}|[^;,.(]{3,40} hai \w+)) (?:đã |cùng |đồng |đại diện )*ký(?: kết)?[\W]*$"
)
_TITLE = pattern(r"(?:các )?(?:ông|bà|đ/c|đồng chí|ngài) ", re.IGNORECASE)
_NUMBER = pattern(r"hai (?=\w)", re.IGNORECASE)
_PLACE = re.compile(r"[^;,.(]{2,60}")
_SIGN = ("signatory_vn", "signatory_foreign")


def parties(draft: Draft, table: Table, line: Line) -> None:
    """Both sides of the cell below a head that means both; ours is the first one where nothing else tells."""
    if "party_vn" in draft and "party_foreign" in draft:
        return
    at = next((at for at, each in enumerate(table.columns) if _HEAD.fullmatch(each.head)), None)
    cell = line.cells[at] if at is not None else None
    parts = _parts(draft.sentence, cell) if cell and len(cell.pieces) == 1 else None
    if parts is None:
        return
    two = told_apart(draft.sentence, [read(draft.sentence.page, draft.sentence, *each) for each in parts])
    if two[0].foreign is True and two[1].foreign is not True:
        parts = parts[1], parts[0]
    for column, span in zip(("party_vn", "party_foreign"), parts, strict=True):
        draft.slots.pop(column, None)
        cells.say(draft, column, cell_at(draft.sentence.page.view, *span), "both")


def _parts(sentence: Sentence, cell: Cell) -> tuple[Span, Span] | None:
    """The two sides of a cell, parted once by a dash or ``với``, else by ``và``."""
    text = sentence.page.view.text
    for cue in (_JOIN, _AND):
        found = list(cue.finditer(text, cell.start, cell.end))
        found = found if len(found) == 1 else [each for each in found if BODIES.match(text, each.end(), cell.end)]
        if len(found) == 1:
            return (cell.start, found[0].start()), (found[0].end(), cell.end)
        if found:
            return None
    return None


def signers(draft: Draft, cell: Cell | None) -> None:
    """Who signed, behind the day: one of each side, ours first, or both by their office."""
    match = _SIGNED.search(cell.text) if cell and len(cell.text) == cell.end - cell.start else None
    held = draft.slots.get("signed_at")
    if match and held and str(held.value) in match[0]:
        draft.slots.pop("signed_at")
    elif match and held and (told := _PLACE.match(str(held.value).removesuffix(match[0]))):
        held.value = told[0].strip(" ,;.")
    if cell is None or match is None or any(each in draft for each in _SIGN):
        return
    for column, name in zip(_SIGN, ("same", "same") if match["same"] else ("one", "two"), strict=True):
        start, end = match.span(name)
        lead = _TITLE.match(cell.text, start, end) or _NUMBER.match(cell.text, start, end)
        draft.say(column, cell.start + (lead.end() if lead else start), cell.start + end, "signer")


__all__ = ["parties", "signers"]
