"""Stretches of one encoding turned into text, with the way back: a run begins where the two offsets stop growing alike."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...runs import Runs
from .capitals import raise_headings
from .codec import WORD, WORD_OR_CONTROL, Codec, codec
from .tables import CP1252

_NOT_ASCII = re.compile("[^\x00-\x7f]")
_LEFT_OVER = re.compile("[\x80-\x9f]")


class Pieces:
    """Text put together stretch by stretch, and the runs of the whole."""

    def __init__(self, begin: int = 0) -> None:
        """``begin``: what of the source stands before the text, such as a byte-order mark."""
        self._texts: list[str] = []
        self._runs = Runs([(0, begin)] if begin else ())
        self._length, self._source = 0, begin

    def keep(self, text: str) -> None:
        """A stretch that is text as it stands."""
        self._add(text, len(text), ())

    def utf8(self, data: bytes) -> None:
        """A stretch of UTF-8 in a source of bytes; damaged bytes become U+FFFD, one for each."""
        lenient = data.decode("utf-8", "surrogateescape")
        text = re.sub("[\udc80-\udcff]", "\ufffd", lenient)
        self._add(text, len(data), ((match.end(), _size(match[0]) - 1) for match in _NOT_ASCII.finditer(lenient)))

    def legacy(self, codes: str, encoding: str, capitals: bool = False, headings: bool = True) -> None:
        """A stretch in a legacy encoding: ``capitals`` for fonts that show nothing else, ``headings`` to look for them."""
        each = codec(encoding)
        word = word_pattern(codes)
        text = _LEFT_OVER.sub(lambda match: CP1252.get(match[0], match[0]), word.sub(lambda match: each[match[0]], codes))
        if encoding == "tcvn3":
            text = _upper(text) if capitals else raise_headings(codes, text) if headings else text
        self._add(text, len(codes), _pairs(each, codes, word))

    def _add(self, text: str, source: int, jumps: Iterator[tuple[int, int]] | tuple[()]) -> None:
        """``jumps``: where in the text a letter of several characters of the source ends, and how many it has too much."""
        extra = 0
        for after, more in jumps:
            if more:
                extra += more
                self._runs.add(self._length + after, self._source + after + extra)
        self._texts.append(text)
        self._length += len(text)
        self._source += source

    def done(self) -> tuple[str, Runs]:
        """The text and its runs."""
        return "".join(self._texts), self._runs


def word_pattern(codes: str) -> re.Pattern[str]:
    """What a word is in these codes: with controls only where there are some, since they cost time."""
    return WORD_OR_CONTROL if any(chr(code) in codes for code in _CONTROLS) else WORD


def line_pattern(size: int) -> str:
    """A line with the blank ones behind it; in a text of megabytes a few short ones together: to tell each apart takes memory."""
    return r"(?s:.{0,%d}+)[^\n\r]*+[\n\r]*+" % (size // _MOST_LINES)


_MOST_LINES = 500_000  # whose encodings are told apart
_CONTROLS = (*range(1, 7), *range(16, 24), 25, 28, 29, 30)


def _pairs(each: Codec, codes: str, word: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    """Where letters of two codes end in the text, each with the one code that it has too much."""
    if each.pair is None:
        return
    shorter, ends = 0, each.ends
    for match in word.finditer(codes):
        for end in ends[match[0]]:
            shorter += 1
            yield match.start() + end - shorter, 1


def _size(char: str) -> int:
    return 1 if "\udc80" <= char <= "\udcff" else len(char.encode())


def _upper(text: str) -> str:
    raised = text.upper()
    return raised if len(raised) == len(text) else "".join(c.upper() if len(c.upper()) == 1 else c for c in text)
