"""The cues: phrases that speak for a field, an actor, a function or a frame, and the names of countries and foreign units.

``cues.tsv`` has three columns. ``key`` is a field of the taxonomy or a kind of evidence (``actor_people``, ``award_give``,
``fn_task``, ``domestic`` …); ``how`` is ``cue``, ``sure`` (the phrase names the field's work) or ``mask`` (a name or formula
that holds cue words and says nothing itself). Weights are learnt, never written down.
"""

from __future__ import annotations

from pathlib import Path

from ..lexicon import rows as table
from ..lexicon import several

PATH = Path(__file__).with_name("cues.tsv")
WAYS = ("cue", "sure", "mask")
Row = tuple[str, str, str]

#: Names that are common words or say nothing about other countries.
_COMMON = {"anh", "áo", "ý", "việt nam", "nam", "bắc", "nước", "việt"}
_SHORT = "Nhật Hàn Trung Lào Pháp Nga Mỹ Đức Thái Úc Triều Ấn".split()


def read(path: str | Path = PATH) -> list[Row]:
    """The cues of a file. Raises ValueError with line and column for a bad one, OSError."""
    lines = Path(path).read_text(encoding="utf-8").split("\n")
    if lines[0].split("\t") != ["key", "how", "cue"]:
        raise ValueError(f"{path}, line 1: the header is {lines[0]!r}, it should be key, how, cue")
    rows: list[Row] = []
    for number, line in enumerate(lines[1:], 2):
        if not line:
            continue
        cells = line.split("\t")
        if len(cells) != 3 or not all(cells):
            raise ValueError(f"{path}, line {number}: three cells are needed: key, how, cue")
        if cells[1] not in WAYS:
            raise ValueError(f"{path}, line {number}, column how: {cells[1]!r} is none of {', '.join(WAYS)}")
        rows.append((cells[0], cells[1], cells[2]))
    return rows


def names() -> list[Row]:
    """Countries (``foreign``) and units of other countries (``foreign_unit``), from the lexicons of the entity finder."""
    rows: list[Row] = [("foreign", "name", name) for name in _SHORT]
    for row in table("country/countries"):
        if row["code"] != "VN":
            rows += [("foreign", "name", form) for form in [row["name"], *several(row["forms"])] if _usable(form, 2)]
    for row in table("foreign_unit/units"):
        rows += [("foreign_unit", "name", form) for form in several(row["forms"]) if _usable(form, 4)]
    return [(key, how, form.lower()) for key, how, form in dict.fromkeys(rows)]


def _usable(form: str, least: int) -> bool:
    return len(form) >= least and form[0].isupper() and form.lower() not in _COMMON
