"""Legacy text that a reader has decoded as Latin-1 or Windows-1252: ``Céng hßa x· héi``."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from .answer import Decoded, summary
from .codec import AS_IT_STANDS, WIDTH, codec, valid_in_any_case, votes
from .detect import UNICODE, Line, decide, tally
from .pieces import Pieces, line_pattern, word_pattern
from .tables import ENCODINGS, encoding_of

Span = tuple[int, int]
Fonts = Sequence[tuple[int, int, str]]

#: Characters that Vietnamese does not have, nor usual punctuation; a legacy encoding shows some in nearly every sentence.
_STRANGE = re.compile("[\x80-\x9f¢¤¦¨ª¬¯´µ¶¸¹º¾ÄÅÆÇËÎÏÐÑÖØÛÜÞßäåæçëîïðñöøûüþÿƒˆ†‡‰‹ŠŒŽ]")
#: In a short text, what may be all that is strange.
_STRANGE_PAIR = re.compile(
    "[a-z][À-ÖØ-Ý]|a[áàãéèùúâêõ]|e[ùáàãâõ]|o[ùâ]|[uyô][ùõ]|[a-z][¡-¿−∙\ufffe]|[¡-¿−∙\ufffe][a-z]", re.IGNORECASE
)
_ASCII = re.compile("[A-Za-z]")
_FONT_MADE = ("tcvn3", "vni")  # encodings of word processors: a single word of a heading will do
_SHORT = 2_000  # characters
_UNIT = re.compile("[dckm]?m[²³]|µ[a-zA-Z]+")  # km², µm
_SHORT_FORM = re.compile("[A-Z]{2,6}|[A-Z]?[a-z]")  # UBND says nothing, nor does b/c
_ASCII_WORD = re.compile(r"(?<![^\W\d_])[a-z]{2,}+(?![^\W\d_])", re.IGNORECASE)


def convert(text: str, fonts: Fonts = ()) -> Decoded:
    """The Unicode text of a text in which legacy codes show as Latin-1 or Windows-1252 characters; other text stays as it is.

    ``fonts`` are (start, end, font name) of stretches whose font is known: ``.VnTime`` is TCVN3, ``.VnTimeH`` TCVN3 in capitals,
    ``VNI-…`` VNI, ``VPS …`` VPS; stretches in other fonts, and text without, go by their words. Offsets are code points.
    """
    marked = _marked(text, fonts)
    if not marked and not _strange(text):
        return Decoded(text)
    pieces, lines, at = Pieces(), [], 0
    for start, end, (encoding, capitals) in [*marked, (len(text), len(text), (UNICODE, False))]:
        lines += _by_words(text[at:start], pieces)
        at = end
        lines += _by_font(text[start:end], encoding, capitals, pieces)
    converted, runs = pieces.done()
    encoding, certainty, counts, warnings = summary(lines)
    return Decoded(converted, encoding, runs, warnings, certainty, counts)


def _strange(text: str) -> bool:
    return not text.isascii() and bool(_STRANGE.search(text) or (len(text) < _SHORT and _STRANGE_PAIR.search(text)))


def _marked(text: str, fonts: Fonts) -> list[tuple[int, int, tuple[str, bool]]]:
    """The stretches in legacy fonts, in order and apart; neighbours of one encoding are one stretch."""
    marked: list[tuple[int, int, tuple[str, bool]]] = []
    for start, end, font in sorted(fonts):
        encoding, capitals = encoding_of(font)
        start, end = max(start, marked[-1][1] if marked else 0), min(end, len(text))
        if encoding is None or start >= end:
            continue
        if marked and marked[-1][1] == start and marked[-1][2] == (encoding, capitals):
            start = marked.pop()[0]
        marked.append((start, end, (encoding, capitals)))
    return marked


def _by_font(codes: str, encoding: str, capitals: bool, pieces: Pieces) -> Iterator[Line]:
    """A stretch whose font tells its encoding, unless its words are Vietnamese as they stand."""
    if not codes:
        return
    line = tally(word_pattern(codes).findall(codes))
    if line.counts[-1] > line.counts[ENCODINGS.index(encoding)]:
        pieces.keep(codes)
        line.encoding = UNICODE
    else:
        pieces.legacy(codes, encoding, capitals, headings=False)
        line.encoding = encoding if line.words or not codes.isascii() else None
    yield line


def _by_words(text: str, pieces: Pieces) -> list[Line]:
    """Text of unknown fonts, line by line."""
    if not _strange(text):
        pieces.keep(text)
        return []
    spans = [match.span() for match in re.finditer(line_pattern(len(text)), text) if match[0]]
    if not _decided(text, [span for span in spans if _strange(text[slice(*span)])]):
        pieces.keep(text)
        return []
    lines = _decided(text, spans)
    if not lines:
        pieces.keep(text)
    for start, end, encoding in joined(spans, [line.encoding for line in lines]):
        if encoding in (None, UNICODE):
            pieces.keep(text[start:end])
        else:
            pieces.legacy(text[start:end], encoding or UNICODE)
    return lines


def _decided(text: str, spans: list[Span]) -> list[Line]:
    """The lines of a text with their encodings; empty where all are Unicode."""
    word = word_pattern(text)
    found = [word.findall(text, *span) for span in spans]
    lines = [tally(words) for words in found]
    decide(lines)
    doubtful = _doubtful(text, spans, found, lines)
    for line in lines:
        line.encoding = UNICODE if line.words and (line.encoding is None or line.encoding in doubtful) else line.encoding
    return lines if any(line.encoding not in (None, UNICODE) for line in lines) else []


def joined(spans: list[Span], encodings: list[str | None], begin: int = 0) -> Iterator[tuple[int, int, str | None]]:
    """Neighbouring lines of one encoding as one stretch; a line in none belongs to those before it."""
    current, end = None, begin
    for (start, stop), encoding in zip(spans, encodings, strict=True):
        if encoding and current and encoding != current:
            yield begin, start, current
            begin, current = start, None
        current = current or encoding
        end = stop
    if end > begin:
        yield begin, end, current


def _doubtful(text: str, spans: list[Span], found: list[list[str]], lines: list[Line]) -> set[str]:
    """Encodings with too little evidence: other languages have accents too, and ``på så`` would be two syllables of TCVN3."""
    words: dict[str, set[str]] = defaultdict(set)
    asked: dict[str, Counter[bool]] = defaultdict(Counter)
    for span, each, line in zip(spans, found, lines, strict=True):
        if line.encoding in (None, UNICODE):
            continue
        name = line.encoding or UNICODE
        held = {word for word in each if _speaks(word, name)}
        words[name] |= held
        plain = [word for word in _ASCII_WORD.findall(text, *span)[:1000] if not _SHORT_FORM.fullmatch(word)]
        asked[name].update(map(valid_in_any_case, plain))
    return {name for name in words if not _enough(name, words[name], asked[name])}


def _enough(encoding: str, words: set[str], plain: Counter[bool]) -> bool:
    """Words that no other language would spell so, or many words, or few among plain words that are Vietnamese too."""
    strong = sum(_strong(encoding, word) for word in words)
    often = sum(codec(encoding).common(word) for word in words)
    if strong >= 2 or often >= 2 or len(words) >= 5:
        return True
    if plain[False] > plain[True] or not (strong or often):
        return False
    if plain[True] >= 3 or (often and plain[True]):
        return True
    return any(
        (plain[True] or encoding in _FONT_MADE) and _strong(encoding, word) and len(_ASCII.findall(word)) > 1 for word in words
    )


def _speaks(word: str, encoding: str) -> bool:
    """Whether a word is Vietnamese in the encoding and not as it stands."""
    vote = votes()[word]
    holds, stands = vote >> WIDTH * ENCODINGS.index(encoding) & 1, vote >> WIDTH * AS_IT_STANDS & 1
    return bool(holds) and not stands and not _UNIT.fullmatch(word)


def _strong(encoding: str, word: str) -> bool:
    """A symbol between letters, or two codes for one letter: no language's spelling."""
    pair = codec(encoding).pair
    if pair is not None and pair.search(word):
        return True
    return any(not code.isalpha() and not code.isascii() for code in word) and any(
        code.isalpha() and code.isascii() for code in word
    )
