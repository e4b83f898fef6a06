"""What cells of delegations hold beside what their heads say: who leads, in the cell of the name; a name behind an office."""

from __future__ import annotations

import re

from ..build import Draft
from ..page import Sentence
from ..rules import leader
from ..rules.travellers import ROLE
from ..wording import pattern
from . import cells
from .bodies import BODIES
from .cell import Cell

_LED = r"(?:dẫn đầu(?: đoàn)?|đứng đầu|làm [Tt]rưởng [Đđ]oàn|là [Tt]rưởng [Đđ]oàn|chủ trì|dẫn đoàn|(?:làm|là) [Tt]rưởng)"
#: ``Đoàn A do đ/c B, Phó Chủ tịch dẫn đầu``, ``Đoàn A (Trưởng đoàn: B)``, ``Đoàn A, trưởng đoàn: B``.
_WITH_HEAD = (
    pattern(rf"[ ,;:(-]*\bdo (?P<who>[^;()]{{3,140}}?),? {_LED}\W*$"),
    pattern(rf"[ ,;:-]*\((?:do )?(?P<who>[^()]{{3,140}}?),? {_LED}\)\W*$"),
    pattern(
        r" ?\((?P<who>(?:[Ôô]ng|[Bb]à|[Đđ]/c|[Đđ]ồng chí|[Nn]gài|[Hh]oàng (?:thân|tử)|[Cc]ông chúa|[Đđ]ại đức|[Tt]hượng tọa|"
        r"[Hh]òa thượng|[Nn]i sư|[Ll]inh mục|[Gg]iám mục|[Mm]ục sư|(?:[Đđ]ại|[Tt]hượng|[Tt]rung|[Tt]hiếu) (?:tá|tướng|úy)|"
        r"[GTB]S\.?|[Gg]iáo sư|[Tt]iến sĩ|[Bb]ác sĩ) [^()]{3,120})\)\W*$"
    ),
    pattern(r"[ ,;:.(-]*\b(?:[Tt]rưởng đoàn|[Dd]ẫn đầu|TRƯỞNG ĐOÀN)(?: là| ?:) ?(?P<who>[^;()]{3,140}?)\)?\W*$"),
)
_TITLE = pattern(r"(?:đồng chí|đ/c|ông|bà|ngài|anh|chị|ts\.?|gs\.?|bs\.?|pgs\.?)(?: (?:ts|gs|bs)\.?)* ", re.IGNORECASE)
#: What a person has become, before a name behind which the office stands: ``Chuẩn Đô đốc A, Phó Tư lệnh``.
_RANK = pattern(
    r"(?:(?:đại|thượng|trung|thiếu) (?:tá|tướng|úy)|(?:chuẩn |phó )?đô đốc|bác sĩ|tiến sĩ|giáo sư|phó giáo sư|thạc sĩ|kỹ sư|"
    r"luật sư|hòa thượng|thượng tọa|đại đức|ni sư|linh mục|giám mục|mục sư|hoàng thân|hoàng tử)(?: (?:bác sĩ|tiến sĩ))? ",
    re.IGNORECASE,
)
_PARTICLES = ("van", "de", "von", "bin", "der", "da", "di")
#: An office that ends with the name of who holds it: ``Phó Bí thư Tỉnh ủy Khamla Phommasy``.
_HOLDS = pattern(
    rf"(?P<office>{ROLE}(?: [^,;()\n]{{1,60}}?)??),? (?:(?:[Ôô]ng|[Bb]à|đ/c|đồng chí) )?"
    rf"(?P<name>[^\W\d_a-z][\w'-]*(?: (?:{'|'.join(_PARTICLES)}|[^\W\d_a-z][\w'.-]*)){{1,4}})\W*$"
)
_NOBODY = ("ORG", "FOREIGN_UNIT", "COUNTRY", "PROVINCE", "DISTRICT", "COMMUNE")


def name(draft: Draft, sentence: Sentence, cell: Cell) -> None:
    """The name of a delegation, with who leads it where the cell says so."""
    match = next((found for each in _WITH_HEAD if (found := each.search(cell.text)) and found.start()), None)
    if match is None:
        cells.say(draft, "name", cell)
        return
    cells.say(draft, "name", _part(cell, 0, match.start()))
    who = _part(cell, *match.span("who"))
    if len(who.pieces) == 1 and not cells.is_broken(sentence, who):
        leader.put_cell(draft, sentence, who.start, who.end)
    if "head" not in draft:
        split(draft, who)


def split(draft: Draft, who: Cell) -> None:
    """A name and, behind a comma, its office."""
    said = _TITLE.sub("", who.text, count=1)
    first, _, office = said.partition(", ")
    first = _RANK.sub("", first, count=1)
    if named := leader.name_of(first):
        draft.put("head", named, list(who.pieces), "cell")
        draft.put("head_position", office.strip(" ,.;"), list(who.pieces), "cell")


def _is_word(said: str) -> bool:
    return said[0].islower() and said not in _PARTICLES


def _part(cell: Cell, start: int, end: int) -> Cell:
    """The words of a cell between two places of its text; all of its pieces where its lines were broken."""
    words = cell.text[start:end].strip(" ,;:-")
    if len(cell.pieces) == 1 and cell.end - cell.start == len(cell.text):
        start += len(cell.text[start:end]) - len(cell.text[start:end].lstrip(" ,;:-"))
        return Cell(words, ((cell.start + start, cell.start + start + len(words)),))
    return Cell(words, cell.pieces)


def office(draft: Draft, sentence: Sentence, cell: Cell) -> bool:
    """Parts an office from the name behind it; False where the cell does not end with one."""
    match = _HOLDS.fullmatch(cell.text)
    if match is None or BODIES.match(match["name"]) or any(_is_word(each) for each in match["name"].split()):
        return False
    named, held = _part(cell, *match.span("name")), _part(cell, *match.span("office"))
    if any(each.end > named.start and each.start < named.end for each in cells.mentions(sentence, cell, *_NOBODY)):
        return False
    draft.put("head", named.text, list(named.pieces), "cell")
    if not _RANK.fullmatch(f"{held.text} "):
        draft.put("head_position", held.text, list(held.pieces), "cell")
    return True


__all__ = ["name", "office", "split"]
