"""The reading view of a text: what the rules see, and the way back to the caller's offsets.

A view has one dash, one quote, one blank; composed letters; no soft hyphens or zero-width characters; ``\\n`` for every line
end; runs of blanks as one (three and more as a tab: a gap between columns); a blank where two words have run together
(``tỉnhPhạm``, ``ĐắkNông``), none inside a number; known misreadings as they are meant (``noise``). Old tone placement
(``hoà``) and i/y (``qui``) stay as written: ``spellings`` and ``pattern`` give names and rules both forms instead, which costs
nothing at run time.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from functools import cache
from itertools import product

from . import codepage, noise

_MARKS = "\u0300-\u036f"
_BLANKS = "".join(char for char, plain in codepage.FOLDS.items() if plain == " ")
_ODD = f"[{_MARKS}{codepage.DROPPED}]"
# Each begins with a plain class or letter: `re` then skips ahead at memory speed, which one joint pattern would not do.
_REWRITES = (re.compile(f"{_ODD}{_ODD}*"), re.compile(r"\r\n?"), re.compile(rf"[ \t{_BLANKS}]{{2,}}"))
_GAP = re.compile(b"%b%b+" % (codepage.BLANK, codepage.BLANK))
_MARK = re.compile(f"[{_MARKS}]")
Jump = tuple[int, int, int]  # a place in the view, the source's end before it and start after it
_LONGEST_CLUSTER = 4  # marks that can matter on one Vietnamese letter; a longer pile is not composed


class View:
    """``text`` as the rules read it, ``codes`` its bytes (one a character), ``source`` the caller's text."""

    __slots__ = ("_end_before", "_source_at", "_view_at", "codes", "source", "text")

    def __init__(self, source: str, codes: bytes, jumps: list[Jump]) -> None:
        self.source, self.codes = source, codes
        self.text = codepage.decode(codes)
        self._view_at = [jump[0] for jump in jumps]
        self._end_before = [jump[1] for jump in jumps]
        self._source_at = [jump[2] for jump in jumps]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The caller's offsets of a span of the view."""
        if not self._view_at:
            return start, end
        return self._start(start), self._end(end)

    def _start(self, place: int) -> int:
        jump = bisect_right(self._view_at, place) - 1
        return place if jump < 0 else place - self._view_at[jump] + self._source_at[jump]

    def _end(self, place: int) -> int:
        jump = bisect_left(self._view_at, place)
        if jump < len(self._view_at) and self._view_at[jump] == place:
            return self._end_before[jump]
        return place if jump == 0 else place - self._view_at[jump - 1] + self._source_at[jump - 1]

    def place(self, offset: int) -> int:
        """The view's place of a caller's offset."""
        jump = bisect_right(self._source_at, offset) - 1
        return offset if jump < 0 else offset - self._source_at[jump] + self._view_at[jump]


def read(source: str) -> View:
    """The view of a text. Linear in its length; never raises on any ``str``.

    The view of the last text is kept unless it is long, for the fields of a document's passages are read from it too.
    """
    global _last
    last = _last
    if last.source is source:
        return last
    codes, jumps = _joined(source, *_encoded(source))
    codes = noise.reread(codes)
    places = noise.run_together(codes)
    view = _parted(View(source, codes, jumps), places, jumps) if places else View(source, codes, jumps)
    if len(source) <= _KEPT:
        _last = view
    return view


_KEPT = 1 << 20  # characters
_last = View("", b"", [])


def _encoded(source: str) -> tuple[bytes, list[Jump]]:
    try:
        codes = None if "\r" in source else codepage.encode(source, watchful=True)
    except codepage.NeedsRewriting:
        codes = None
    if codes is not None:
        return _squeezed(codes)
    rewritten, jumps = _rewrite(source)
    return codepage.encode(rewritten), jumps


def _squeezed(codes: bytes) -> tuple[bytes, list[Jump]]:
    """The codes with each run of blanks as one blank or tab: what ``_rewrite`` does, ten times as fast."""
    flat = codes.translate(codepage.TAB_AS_BLANK)
    if codepage.BLANK * 2 not in flat:
        return codes, []
    pieces: list[bytes] = []
    jumps: list[Jump] = []
    at = length = 0
    for match in _GAP.finditer(flat):
        start, end = match.span()
        wide = end - start > 2 or codes.find(codepage.TAB, start, end) >= 0
        pieces += (codes[at:start], codepage.TAB if wide else codepage.BLANK)
        length += start - at + 1
        jumps.append((length, end, end))
        at = end
    return b"".join([*pieces, codes[at:]]), jumps


def _joined(source: str, codes: bytes, jumps: list[Jump]) -> tuple[bytes, list[Jump]]:
    """The codes without the blanks inside numbers, and the jumps to the source."""
    cuts = list(noise.cut_numbers(codes))
    if not cuts:
        return codes, jumps
    view = View(source, codes, jumps)
    moved = [(place - bisect_left(cuts, place), before, after) for place, before, after in jumps]
    for count, cut in enumerate(cuts):
        moved.append((cut - count, view.span(cut - 1, cut)[1], view.span(cut + 1, cut + 2)[0]))
    pieces = [codes[start:end] for start, end in zip([0, *(cut + 1 for cut in cuts)], [*cuts, len(codes)], strict=True)]
    return b"".join(pieces), sorted(moved)


def _parted(view: View, places: list[int], jumps: list[Jump]) -> View:
    """The view with a blank at each of these places."""
    codes, moved, at, later = [], [], 0, iter([*jumps, (len(view.codes) + 1, 0, 0)])
    jump = next(later)
    for count, place in enumerate(places):
        codes.append(view.codes[at:place])
        while jump[0] <= place:
            moved.append((jump[0] + count, jump[1], jump[2]))
            jump = next(later)
        here = view.span(place, place)[0]
        moved.append((place + count + 1, here, here))
        at = place
    while jump[0] <= len(view.codes):
        moved.append((jump[0] + len(places), jump[1], jump[2]))
        jump = next(later)
    return View(view.source, codepage.BLANK.join([*codes, view.codes[at:]]), moved)


def _rewrite(source: str) -> tuple[str, list[Jump]]:
    """The text rewritten, and a jump for each change: its place in the view, the source's end before and start after."""
    pieces: list[str] = []
    jumps: list[Jump] = []
    at = length = 0
    spans = sorted(match.span() for each in _REWRITES for match in each.finditer(source))
    for start, end in spans:
        piece, run = source[at:start], source[start:end]
        kept_end = start
        if run[0] == "\r":
            piece, kept_end = piece + "\n", end
        elif run[0] in " \t" or run[0] in _BLANKS:
            piece, kept_end = piece + ("\t" if "\t" in run or len(run) > 2 else " "), end
        elif marks := "".join(_MARK.findall(run)):
            piece, kept_end = _compose(piece, marks), start + len(run.rstrip(codepage.DROPPED))
        pieces.append(piece)
        length += len(piece)
        at = end
        jumps.append((length, kept_end, end))
    pieces.append(source[at:])
    return "".join(pieces), jumps


def _compose(before: str, marks: str) -> str:
    if not before or len(marks) > _LONGEST_CLUSTER:
        return before + marks
    return before[:-1] + unicodedata.normalize("NFC", before[-1] + marks)


# --- spelling variants -------------------------------------------------------------------------------------------------

_TONE_PAIRS = {
    unicodedata.normalize("NFC", first + tone + second): unicodedata.normalize("NFC", first + second + tone)
    for first, second in ("oa", "oe", "uy", "OA", "OE", "UY", "Oa", "Oe", "Uy")
    for tone in "\u0300\u0301\u0303\u0309\u0323"
}
_NEW_TONE = re.compile("|".join(_TONE_PAIRS))
_OLD_TONE = re.compile(r"(?:%s)(?<![qQ]..)(?!\w)" % "|".join(_TONE_PAIRS.values()))  # the letters first: `re` looks for them
_TO_NEW = {old: new for new, old in _TONE_PAIRS.items()}
_I_Y = re.compile(r"\b([hklmstHKLMST]|[qQ]u|[qQ]U)([iìíỉĩịyỳýỷỹỵIÌÍỈĨỊYỲÝỶỸỴ])(?!\w)")
_I_TO_Y = dict(zip("iìíỉĩịIÌÍỈĨỊ", "yỳýỷỹỵYỲÝỶỸỴ", strict=True))
_SWAP = _I_TO_Y | {y: i for i, y in _I_TO_Y.items()}
#: What a name with more than one spelling holds; most hold none of it.
_VARIES = re.compile(f"{_NEW_TONE.pattern}|{_OLD_TONE.pattern}|[hklmstuHKLMSTU][%s]" % "".join(_SWAP))
_WORDS = re.compile(r"(\W+)")


def modern(word: str) -> str:
    """The word with today's tone placement: ``hoà`` as ``hòa``, ``uỷ`` as ``ủy``."""
    return _OLD_TONE.sub(lambda match: _TO_NEW[match[0]], word)


def spellings(name: str) -> set[str]:
    """The name in each equally valid spelling: tone placement (hòa, hoà) and i/y (Quý, Quí), as words of their own."""
    if not _VARIES.search(name):
        return {name}
    choices = [_word_spellings(word) for word in _WORDS.split(name)]
    return {"".join(each) for each in product(*choices)}


@cache
def _word_spellings(word: str) -> frozenset[str]:
    forms = {word, modern(word)}
    forms |= {_NEW_TONE.sub(lambda match: _TONE_PAIRS[match[0]], form) for form in forms}
    forms |= {_I_Y.sub(lambda match: match[1] + _SWAP[match[2]], form) for form in forms}
    return frozenset(forms)


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """A regular expression over a view: a blank in it stands for one blank of any kind, a word for each of its spellings.

    Blanks inside a character class and escaped ones stay themselves; ``(?x)`` is not for these patterns.
    """
    return re.compile(loose(source), flags)


def loose(source: str) -> str:
    """What ``pattern`` compiles."""
    return _A_BLANK.sub(r"[ \\n\\t]", _A_WORD.sub(lambda match: _either(match[0]), source))


_A_WORD = re.compile(r"[^\W\d_]+")
_A_BLANK = re.compile(r"(?<![\[\\])(?<!\[\^) ")


def _either(word: str) -> str:
    forms = sorted(_word_spellings(word))
    return forms[0] if len(forms) == 1 else "(?:" + "|".join(forms) + ")"


def plain(words: str) -> str:
    """Words without marks and case: ``Đắk Nông`` as ``dak nong``."""
    letters = unicodedata.normalize("NFD", words.lower().replace("đ", "d"))
    return "".join(char for char in letters if not unicodedata.combining(char))


def upper(word: str) -> str:
    """Capitals; letters whose capital is longer stay."""
    whole = word.upper()
    return whole if len(whole) == len(word) else "".join(c.upper() if len(c.upper()) == 1 else c for c in word)
