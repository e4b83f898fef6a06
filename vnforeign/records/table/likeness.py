"""What a head may mean that nobody knows by all its words: as the known heads that share most of them.

A word weighs the more the fewer heads have it, so that ``Tên gọi của thỏa thuận`` is like ``Tên thỏa thuận``, and what all heads
say (``tên``, ``số``) makes none alike.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache, lru_cache
from math import log

from .heads import Meaning, bare, every, meanings

_LEAST = 0.62  # of the weight of both that two heads share
_CLOSE = 0.04  # less than the best that a head may be like
_OPENS = 0.08  # more for one that opens with the same word, which says what is meant: ``Khoản hỗ trợ``, ``Bên hỗ trợ``
_WORDS = 10  # of a head
_SAY_NOTHING = frozenset(("của", "các", "những", "về", "và", "việc", "cụ", "thể", "gọi", "theo", "là", "cho", "được", "đã"))


@lru_cache(4096)
def near(head: str) -> tuple[Meaning, ...]:
    """The types and columns of the heads that are most like a head; none where it is like none, or like one of any type."""
    words = _words(head)
    if not 1 < len(words) <= _WORDS:
        return ()
    weights, by_word, sizes = _known()
    own = sum(weights.get(each, _strange()) for each in words)
    shared: defaultdict[str, float] = defaultdict(float)
    for each in words:
        for known in by_word.get(each, ()):
            shared[known] += weights[each]
    opens = bare(head).split(" ", 1)[0]
    likeness = {
        known: 2 * weight / (own + sizes[known]) + _OPENS * (known.split(" ", 1)[0] == opens) for known, weight in shared.items()
    }
    best = max(likeness.values(), default=0.0)
    if best < _LEAST:
        return ()
    alike = sorted((each for each, value in likeness.items() if value > best - _CLOSE), key=lambda each: (-likeness[each], each))
    return tuple(dict.fromkeys(one for each in alike for one in meanings(each) if one[0] != "*"))


def _words(head: str) -> list[str]:
    """The words of a head that say something, in an order of their own: sums of weights hang on it."""
    return sorted({*bare(head).replace("/", " ").replace(",", " ").split()} - _SAY_NOTHING)


@cache
def _known() -> tuple[dict[str, float], dict[str, list[str]], dict[str, float]]:
    """What each word of known heads weighs, the heads that have it, and what each head weighs."""
    heads = {head: _words(head) for head in every()}
    counts = Counter(each for words in heads.values() for each in words)
    weights = {each: log(len(heads) / count) for each, count in counts.items()}
    by_word: dict[str, list[str]] = {}
    for head, words in heads.items():
        for each in words:
            by_word.setdefault(each, []).append(head)
    return weights, by_word, {head: sum(weights[each] for each in words) for head, words in heads.items()}


@cache
def _strange() -> float:
    """What a word weighs that no head has."""
    return max(_known()[0].values())


__all__ = ["near"]
