"""Which candidates become entities.

    Quyết định số 01/2014/QĐ-UBND ngày 07 tháng 1 năm 2014, chi 4 tỷ đồng
    [DIRECTIVE------------------] [DATE-----------------]       [AMOUNT-]
                  [?-----]                                       a date inside a citation: the citation's claim wins
    UBND tỉnh Đắk Nông
    [ORG-------------]
         [PROVINCE---]                                           another layer: both stand

Inside a layer the longest wins, the first of two equals. A citation or a congress hides dates and numbers inside it.
"""

from __future__ import annotations

from .document import LAYERS
from .rule import Found

_HIDING = ("DIRECTIVE",)


def decide(found: list[Found]) -> list[Found]:
    """The winners, sorted by start, then by end descending."""
    layers: dict[str, list[Found]] = {}
    for each in found:
        layers.setdefault(LAYERS[each.label], []).append(each)
    winners = {layer: longest(rivals) for layer, rivals in layers.items()}
    hiding = [each for each in winners.get("document", ()) if each.label in _HIDING]
    if hiding and "value" in winners:
        winners["value"] = _outside(winners["value"], hiding)
    return sorted((each for kept in winners.values() for each in kept), key=_order)


def _order(each: Found) -> tuple[int, int]:
    return each.start, -each.end


def longest(rivals: list[Found]) -> list[Found]:
    """Of candidates of one layer those that stand: no two overlap, the longer of two wins."""
    rivals.sort(key=_order)
    kept: list[Found] = []
    for each in rivals:
        while kept and kept[-1].end > each.start and each.end - each.start > kept[-1].end - kept[-1].start:
            kept.pop()
        if not kept or kept[-1].end <= each.start:
            kept.append(each)
    return kept


def _outside(values: list[Found], hiding: list[Found]) -> list[Found]:
    kept, at = [], 0
    for each in values:
        while at < len(hiding) and hiding[at].end <= each.start:
            at += 1
        if at == len(hiding) or hiding[at].start >= each.end:
            kept.append(each)
    return kept
