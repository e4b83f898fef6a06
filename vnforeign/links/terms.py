"""When documents are numbered anew: the Party's with every congress term, the state's with every year."""

from __future__ import annotations

from bisect import bisect_right

#: The month in which each term of the Central Committee began.
TERMS = {
    "V": "1982-03",
    "VI": "1986-12",
    "VII": "1991-06",
    "VIII": "1996-06",
    "IX": "2001-04",
    "X": "2006-04",
    "XI": "2011-01",
    "XII": "2016-01",
    "XIII": "2021-01",
    "XIV": "2026-01",
}
_NAMES, _BEGINNINGS = tuple(TERMS), list(TERMS.values())


def same_term(first: str, second: str) -> bool:
    """Whether two days (ISO; a month or year will do) can lie in one term."""
    return bool(_terms(first) & _terms(second))


def in_term(day: str, term: str) -> bool:
    """Whether a day (ISO; a month or year will do) can lie in the term with that roman number; an unknown term holds none."""
    return term in TERMS and _NAMES.index(term) in _terms(day)


def _terms(day: str) -> set[int]:
    """The terms that a day, month or year touches."""
    first, last = (day, day) if len(day) > 4 else (f"{day}-01", f"{day}-12")
    return set(range(_term(first), _term(last) + 1))


def _term(day: str) -> int:
    return bisect_right(_BEGINNINGS, day[:7]) - 1
