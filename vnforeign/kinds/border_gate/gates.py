"""The table of gates: by plain letters, on both sides of the border."""

from __future__ import annotations

from functools import cache

import msgspec

from ...lexicon import rows, several
from ..locality.gazetteer import plain


class Gate(msgspec.Struct, frozen=True, gc=False):
    """One gate as gates.tsv has it."""

    name: str
    mode: str
    country: str | None
    province: str
    province_current: str


@cache
def _tables() -> tuple[dict[bytes, list[Gate]], dict[bytes, list[Gate]]]:
    ours: dict[bytes, list[Gate]] = {}
    theirs: dict[bytes, list[Gate]] = {}
    for row in rows("border_gate/gates"):
        gate = Gate(row["name"], row["mode"], row["country"] or None, row["province"], row["province_current"])
        for name in (row["name"], *several(row["aliases"])):
            ours.setdefault(plain(name), []).append(gate)
        for name in (row["foreign_name"], *several(row["foreign_aliases"])):
            if name:
                theirs.setdefault(plain(name), []).append(gate)
    return ours, theirs


def at_home(name: str, modes: tuple[str, ...] = ()) -> list[Gate]:
    """The Vietnamese gates of that name, of some modes where given."""
    gates = _tables()[0].get(plain(name), [])
    return [gate for gate in gates if gate.mode in modes] if modes else gates


def across(name: str) -> list[Gate]:
    """The gates whose counterpart has that name."""
    return _tables()[1].get(plain(name), [])
