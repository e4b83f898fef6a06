"""Head words: what begins a body's name, and what must and may follow it.

``reads`` in heads.tsv says how the name goes on: F it is whole (2: not before a class, 3: also alone, as a second mention),
D a department, V a known part of names, P any capitalised name, S a school, C a country, L a place, N a number or a name, O the body
it belongs to, B the body that its last word begins, I an issuing office, T only longer heads, X never a body. Further letters: what else.
"""

from __future__ import annotations

import re

import msgspec

from ...lexicon import rows
from . import names
from .tree import ways


class Head(msgspec.Struct, frozen=True):
    """A head word: what kind of body it begins, at which level, and what must and may follow."""

    type: str | None
    level: str | None
    reads: str
    low: bool
    cut: int = 0
    ahead: frozenset[str] = frozenset()  # how the next word begins where a longer head may begin with this one


class Body(msgspec.Struct, gc=False):
    """A name that was read: where it ends, and its level and province where the place at its end says them."""

    end: int
    level: str | None = None
    province: str | None = None


#: Heads that end in a word of their place or name: another room's trigger would hide the shorter head.
_CUT = frozenset(
    "Công an tỉnh|Công an huyện|Công an thành phố|Công an TP|Công an thị xã|Công an quận|Công an xã|Công an phường|CA tỉnh|Biên phòng tỉnh|Thư viện tỉnh"
    "|Bảo tàng tỉnh|Thanh tra tỉnh|UBMTTQVN tỉnh|Trung tâm Y tế huyện|Viện Hàn lâm Khoa học".split("|")
)


def _cut(head: str) -> int:
    """How many characters of a head are the unit at its end, which the place behind it needs."""
    unit = re.search(r" (?:Khoa học|tỉnh|huyện|thành phố|TP|thị xã|quận|xã|phường)\Z", head)
    return len(unit[0]) if unit and head in _CUT else 0


def _heads() -> dict[str, Head]:
    table = rows("organisation/heads")
    ahead: dict[str, set[str]] = {}
    for row in table:
        words = row["head"].lower().split(" ")
        for size in range(1, len(words)):
            ahead.setdefault(" ".join(words[:size]), set()).update(form[:2] for form in ways(words[size]))
    return {
        row["head"]: Head(
            row["type"] or None,
            row["level"] or None,
            row["reads"],
            row["lower"] == "yes",
            _cut(row["head"]),
            frozenset(ahead.get(row["head"].lower(), ())),
        )
        for row in table
    }


HEADS = _heads()
for _word, _head in HEADS.items():
    if _head.reads != "X":
        names.HEADS.put(_word, _head)
