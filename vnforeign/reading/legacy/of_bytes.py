"""The bytes of a text file, in one encoding or several."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...wording import many
from .answer import Decoded, Detected, Undecodable, summary
from .detect import UNICODE, Line, decide, tally
from .of_text import convert, joined
from .pieces import Pieces, line_pattern, word_pattern

_BOM = b"\xef\xbb\xbf"
_HIGH = bytes(range(128, 256))
#: What a line of UTF-8 holds beside ASCII; two letters of VISCII or VPS in a row may look like other characters of two bytes.
_LIKELY = re.compile(
    "[\xa0-\xff\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u0300-\u0323\u1ea0-\ud7ff\U00010000-\U0010ffff]"
)
#: What the commonest pair of letters of VISCII (ươ and its tones) is by chance in UTF-8: letters of an African script.
_CHANCE = re.compile("[A-Za-z][\u07f6\u07f7\u07fd\u07fe]")
_FEW = 200  # characters; valid UTF-8 so short is what it says, not letters saved in the wrong encoding
_LARGE, _SAMPLE = 200_000, 2_000  # bytes
_ENOUGH, _NOISE = 30_000, 0.6  # words, the share of them on lines in no encoding from which on no more is read
_MOST_UNKNOWN = 0.4  # of the words with other letters than ASCII


def decode(data: bytes) -> Decoded:
    """The text of a file's bytes: UTF-8, UTF-16, TCVN3, VNI, VISCII, VPS, Windows-1258, or lines of several of them.

    A byte-order mark is dropped. The source of ``runs`` are the file's bytes for legacy and mixed files, the decoded characters
    for Unicode. Raises Undecodable for anything else, damaged UTF-8 among it.
    """
    wide = _utf16(data)
    if wide:
        return wide
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _by_lines(data)
    if _CHANCE.search(text):
        try:
            return _by_lines(data)
        except Undecodable:
            pass
    return convert(text) if len(text) > _FEW else Decoded(text)


def detect(data: bytes) -> Detected:
    """What ``decode`` would read a file as. Raises Undecodable."""
    decoded = decode(data)
    return Detected(decoded.encoding, decoded.certainty, decoded.lines)


def _utf16(data: bytes) -> Decoded | None:
    """UTF-16 with its mark, or without one where every other byte is often zero."""
    marks = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
    name = marks.get(data[:2])
    body = data[2:] if name else data
    if name is None and len(data) % 2 == 0 and data.count(0) * 8 >= len(data) > 2:
        even, odd = data[::2].count(0), data[1::2].count(0)
        name = "utf-16-le" if even * 20 < odd else "utf-16-be" if odd * 20 < even else None
    if name is None:
        return None
    text = body.decode(name, "replace")
    bad = text.count("\ufffd")
    if bad * 20 > len(text):
        return None
    warnings = [f"damaged UTF-16: {many(bad, 'character')} shown as U+FFFD"] if bad else []
    return Decoded(text, "utf-16", warnings=warnings)


def _by_lines(data: bytes) -> Decoded:
    if _hopeless(data):
        raise Undecodable("neither Unicode nor a known encoding of Vietnamese")
    begin = len(_BOM) * data.startswith(_BOM)
    spans = [match.span() for match in re.compile(line_pattern(len(data)).encode()).finditer(data, begin) if match[0]]
    codes = data.decode("latin-1")
    word = word_pattern(codes)
    lines = list(_while_hopeful(_line(data[start:end], codes[start:end], word) for start, end in spans))
    decide(lines)
    _settle(lines)
    pieces = Pieces(begin)
    for start, end, encoding in joined(spans, [line.encoding for line in lines], begin):
        if encoding in (None, UNICODE):
            pieces.utf8(data[start:end])
        else:
            pieces.legacy(codes[start:end], encoding or UNICODE)
    text, runs = pieces.done()
    encoding, certainty, counts, warnings = summary(lines)
    if bad := text.count("\ufffd"):
        warnings.append(f"{many(bad, 'byte')} of damaged UTF-8 shown as U+FFFD")
    return Decoded(text, encoding, runs, warnings, certainty, counts)


def _hopeless(data: bytes) -> bool:
    """Whether a large file shows in samples that hardly a word is Vietnamese in any encoding: noise would cost much time."""
    if len(data) < _LARGE:
        return False
    sample = b" ".join(data[at : at + _SAMPLE] for at in range(0, len(data), len(data) // 16))
    codes = sample.decode("latin-1")
    line = _line(sample, codes, word_pattern(codes))
    return line.encoding is None and max(line.counts) * 20 < line.words


def _while_hopeful(lines: Iterator[Line]) -> Iterator[Line]:
    """The lines; raises Undecodable once so many words were seen that most of them are noise, which costs much time a word."""
    seen = unknown = 0
    for line in lines:
        yield line
        if line.encoding != UNICODE:
            seen += line.words
            unknown += line.words if not line.best() else 0
            if seen > _ENOUGH and unknown > _NOISE * seen:
                raise Undecodable("neither Unicode nor a known encoding of Vietnamese")


def _line(data: bytes, codes: str, word: re.Pattern[str]) -> Line:
    """A line's votes; one that is UTF-8, or was before it was damaged, is decided."""
    line = tally(word.findall(codes), unicode=False)
    if data.isascii():
        return line
    lenient = data.decode("utf-8", "surrogateescape")
    bad = len(re.findall("[\udc80-\udcff]", lenient))
    whole = len(_LIKELY.findall(lenient))
    if whole and whole >= bad and whole * 2 >= len(lenient) - bad - len(data.translate(None, _HIGH)):
        line.encoding = UNICODE
    return line


def _settle(lines: list[Line]) -> None:
    """Lines that nothing speaks for go with most others. Raises Undecodable where there are none, or too many such lines."""
    votes: dict[str, int] = {}
    for line in lines:
        if line.encoding not in (None, UNICODE):
            votes[line.encoding or UNICODE] = votes.get(line.encoding or UNICODE, 0) + max(line.counts)
    unknown = sum(line.words for line in lines if line.encoding is None)
    if not votes or unknown > _MOST_UNKNOWN * sum(line.words for line in lines if line.encoding != UNICODE):
        raise Undecodable("neither Unicode nor a known encoding of Vietnamese")
    for line in lines:
        if line.encoding is None and line.words:
            line.encoding = max(votes, key=votes.__getitem__)
