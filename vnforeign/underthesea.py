"""underthesea's words, tags and chunks at the offsets of the caller's text: it normalises letters and drops characters.

>>> from vnforeign.underthesea import chunks  # doctest: +SKIP
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import msgspec

_FAR = 200  # letters that may have been dropped before a word


class Chunked(msgspec.Struct, frozen=True):
    """A word, code-point offsets half-open; ``pos`` (N, V, Np …) and ``chunk`` (B-NP, O …) as underthesea writes them."""

    start: int
    end: int
    text: str
    pos: str
    chunk: str


def chunks(text: str, tagger: Callable[[str], Sequence[Any]] | None = None) -> list[Chunked]:
    """The words of a text in order, apart; a word that is not found again is left out.

    ``tagger`` gives (word, pos, chunk) for a text, ``underthesea.chunk`` where none is given. Raises ImportError without it.
    """
    rows = list((tagger or _tagger())(text))
    spans = aligned(text, [row[0] for row in rows])
    found = zip(spans, rows, strict=True)
    return [Chunked(*span, text[slice(*span)], str(row[1]), str(row[2])) for span, row in found if span]


def aligned(text: str, words: Iterable[str]) -> list[tuple[int, int] | None]:
    """Where each word stands in the text, letters compared without marks and case; None for one that is not there."""
    letters = list(_letters(text))
    folded = "".join(letter for letter, _, _ in letters)
    at, spans = 0, list[tuple[int, int] | None]()
    for word in words:
        said = "".join(letter for letter, _, _ in _letters(word))
        place = folded.find(said, at, at + len(said) + _FAR) if said else -1
        if place < 0 or (place and spans and letters[place][1] < _last(spans)):
            spans.append(None)
            continue
        at = place + len(said)
        spans.append((letters[place][1], letters[at - 1][2]))
    return spans


def _last(spans: list[tuple[int, int] | None]) -> int:
    return next((span[1] for span in reversed(spans) if span), 0)


def _letters(text: str) -> Iterator[tuple[str, int, int]]:
    """Each character but blanks and marks, without marks and in small letters, with its offsets; marks behind belong to it."""
    at = 0
    while at < len(text):
        end = at + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        for letter in unicodedata.normalize("NFD", text[at].lower()):
            if not letter.isspace() and not unicodedata.combining(letter):
                yield letter, at, end
        at = end


def _tagger() -> Callable[[str], Sequence[Any]]:
    try:
        from underthesea import chunk
    except ImportError:
        raise ImportError("this needs underthesea: pip install 'vnforeign[underthesea]'") from None
    tagger: Callable[[str], Sequence[Any]] = chunk
    return tagger
