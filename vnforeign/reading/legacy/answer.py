"""What reading and detecting give back."""

from __future__ import annotations

from collections import Counter

import msgspec

from ...runs import Runs
from ...wording import many
from .detect import NAMES, UNICODE, Line


class Undecodable(ValueError):
    """Bytes that are neither Unicode nor a known encoding of Vietnamese."""


class Decoded(msgspec.Struct, frozen=True):
    """A text and what it was made from.

    ``encoding`` is utf-8, utf-16, tcvn3, vni, viscii, vps, cp1258 or mixed; ``runs`` leads from offsets in the text to offsets in
    the source as ``vnforeign.document.Origin.runs`` does; ``certainty`` is the share of words with diacritics that came out as
    Vietnamese syllables, among those converted; ``lines`` counts the lines (or stretches of one font) of each encoding.
    """

    text: str
    encoding: str = UNICODE
    runs: Runs = Runs()
    warnings: list[str] = []
    certainty: float = 1.0
    lines: dict[str, int] = {}


class Detected(msgspec.Struct, frozen=True):
    """The encoding of a file, how sure it is (0 to 1), and how many lines are in each encoding, plain ASCII left out."""

    encoding: str
    certainty: float
    lines: dict[str, int]


def summary(lines: list[Line]) -> tuple[str, float, dict[str, int], list[str]]:
    """The encoding, certainty, counts and warnings of decided lines."""
    counts = Counter(line.encoding for line in lines if line.encoding)
    converted = [line for line in lines if line.encoding not in (None, UNICODE)]
    if not converted:
        return UNICODE, 1.0, dict(counts), []
    right = sum(line.counts[NAMES.index(line.encoding or UNICODE)] for line in converted)
    certainty = round(right / max(1, sum(line.words for line in converted)), 3)
    encoding = next(iter(counts)) if len(counts) == 1 else "mixed"
    said = ", ".join(f"{many(count, 'line')} {name}" for name, count in counts.most_common())
    how = f"converted from {encoding} ({said}): {certainty:.1%} of the words with diacritics are Vietnamese syllables"
    return encoding or UNICODE, min(1.0, certainty), {name: count for name, count in counts.items() if name}, [how]
