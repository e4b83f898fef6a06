"""One legacy encoding: its words turned into Unicode, and whether they are Vietnamese then.

A word is a run of ASCII letters and of characters that some encoding uses for letters, controls and symbols among them.
"""

from __future__ import annotations

import re
from functools import cache

from .syllables import common, valid
from .tables import CP1252, ENCODINGS, letters

#: Controls that are capitals in VISCII, VPS or TCVN 5712-1.
CONTROLS = "\x01-\x06\x10-\x17\x19\x1c-\x1e"
#: A word with at least one character that is not ASCII; the possessive runs keep it linear.
WORD = re.compile(rf"(?<![A-Za-z])[A-Za-z]*+[^\x00-\x7f][A-Za-z{CONTROLS}\x80-\U0010ffff]*+")
#: The same where controls may be letters too.
WORD_OR_CONTROL = re.compile(rf"(?<![A-Za-z])[A-Za-z]*+[{CONTROLS}\x80-\U0010ffff][A-Za-z{CONTROLS}\x80-\U0010ffff]*+")

_LONGEST = 24  # a word longer than this is no syllable in any encoding, nor kept in memory
_KEPT = 200_000  # words kept in memory
_PUNCTUATION = "\xa0" + "".join(code + shown for code, shown in CP1252.items() if shown in "‚„…‘’“”•–—")
_APART = re.compile(f"([{_PUNCTUATION}]+)")
_CAPITAL_CODE = re.compile("[%s\x80-\x9f%s]" % (CONTROLS, "".join(CP1252.values())))
_SHORT_FORM = re.compile("[A-Z]{0,3}Đ[A-Z]{0,3}")  # QĐ, HĐND
#: What PDF readers show for TCVN3's soft hyphen (ư) and middle dot (ã).
_GLYPHS = {ord("\u2212"): "\xad", ord("\ufffe"): "\xad", ord("\u2219"): "\xb7"}


class Codec(dict[str, str]):
    """Words of one encoding and their Unicode form, worked out when first asked for."""

    def __init__(self, encoding: str) -> None:
        super().__init__()
        self.encoding = encoding
        self._letters = dict(letters(encoding))
        for code, shown in CP1252.items():
            letter = self._letters.setdefault(code, shown)
            self._letters[shown] = letter
        self._single = {ord(codes): letter for codes, letter in self._letters.items() if len(codes) == 1}
        pairs = [re.escape(codes) for codes in self._letters if len(codes) == 2]
        #: A letter of two codes; None where each code is a letter.
        self.pair = re.compile("|".join(pairs)) if pairs else None
        self.ends = Ends(self)

    def __missing__(self, word: str) -> str:
        if len(word) > _LONGEST:
            return self.spell(word)
        if len(self) > _KEPT:
            self.clear()
        self[word] = converted = self._convert(word)
        return converted

    def spell(self, word: str) -> str:
        """Letter for letter, whatever the word."""
        if self.pair is None:
            return word.translate(self._single)
        at, pieces = 0, []
        for match in self.pair.finditer(word):
            pieces += [word[at : match.start()].translate(self._single), self._letters[match[0]]]
            at = match.end()
        return "".join(pieces) + word[at:].translate(self._single)

    def _convert(self, word: str) -> str:
        if max(word) > "\xff" and valid(word):  # Unicode among legacy text
            return word
        if self.encoding == "tcvn3" and len(word) > 1:
            repaired = word.translate(_GLYPHS)
            word = repaired if repaired != word and valid_in_any_case(self.spell(repaired)) else word
        whole = self.spell(word)
        if self._sure(word, whole):
            return whole
        if (len(word) == 1 and not word.isalpha() and whole not in "đĐ") or valid(word):
            return CP1252.get(word, word)
        parts = _APART.split(word)
        if len(parts) > 1 and all(part.isascii() or valid(self.spell(part)) for part in parts[::2]):
            return "".join(self.spell(part) if at % 2 == 0 else _shown(part) for at, part in enumerate(parts))
        return whole

    def _sure(self, word: str, whole: str) -> bool:
        """Whether a word is a syllable once spelled, in its own case where it has a capital that TCVN 5712-1 put on a control.

        Fonts showed punctuation there: that is what stands alone, or before the rest of a word.
        """
        if self.encoding != "tcvn3" or not _CAPITAL_CODE.search(word):
            return valid_in_any_case(whole)
        alone = len(word) == 1 and whole not in "ỞÝ" and not CP1252.get(word, word).isalpha()
        return not alone and word[0] not in _PUNCTUATION and valid(whole) and whole[0].isupper()

    def holds(self, word: str) -> bool:
        """Whether the word speaks for this encoding: all of it that is not ASCII is made of syllables."""
        parts = [part for part in _APART.split(self[word]) if not part.isascii()] if len(word) <= _LONGEST else []
        parts = [part for part in parts if part[0] not in _PUNCTUATION]
        sure = valid_in_any_case if self.encoding == "tcvn3" else valid
        return (
            bool(parts)
            and self._spells(word)
            and all(_SHORT_FORM.fullmatch(part) or len(part) > 1 and sure(part) for part in parts)
        )

    def common(self, word: str) -> bool:
        """Whether a word that the encoding holds is common in it; TCVN3's rare capitals prove less than letters of others."""
        if self.encoding == "tcvn3" and _CAPITAL_CODE.search(word):
            return False
        return any(common(part) for part in _APART.split(self[word]))

    def _spells(self, word: str) -> bool:
        """Whether the encoding has every code of the word: ``é`` alone is none of VNI."""
        rest = self.pair.sub("", word) if self.pair else word
        return all(code < "\xa1" or code > "\xff" or ord(code) in self._single for code in rest)


class Ends(dict[str, tuple[int, ...]]):
    """Where in a word, as its codes stand, letters of two codes end; empty where its Unicode form is as long as its codes."""

    def __init__(self, codec: Codec) -> None:
        super().__init__()
        self._codec = codec

    def __missing__(self, word: str) -> tuple[int, ...]:
        pair = self._codec.pair
        same = pair is None or len(self._codec[word]) == len(word)
        ends = () if same or pair is None else tuple(match.end() for match in pair.finditer(word))
        if len(word) <= _LONGEST:
            if len(self) > _KEPT:
                self.clear()
            self[word] = ends
        return ends


def _shown(part: str) -> str:
    return "".join(CP1252.get(code, code) for code in part)


def valid_in_any_case(word: str) -> bool:
    """A syllable whatever the case of its letters: TCVN3 shows capitals by fonts that the codes do not know."""
    return valid(word.lower())


@cache
def codec(encoding: str) -> Codec:
    """The codec of an encoding; it remembers words as long as the process lives, so many and no more."""
    return Codec(encoding)


class Votes(dict[str, int]):
    """What each word says, as numbers side by side in one integer, so that a line's votes are one sum.

    From the lowest: whether it speaks for each of ENCODINGS, whether it is Vietnamese as it stands, whether it counts, and how
    much it weighs for each of ENCODINGS (2 where it is common).
    """

    def __missing__(self, word: str) -> int:
        if len(word) > _LONGEST:
            return 1 << WIDTH * COUNTS
        if len(self) > _KEPT:
            self.clear()
        self[word] = vote = sum(number << WIDTH * place for place, number in enumerate(_vote(word)))
        return vote


WIDTH = 32  # bits of a number
AS_IT_STANDS = len(ENCODINGS)  # places of the numbers
COUNTS = AS_IT_STANDS + 1
NUMBERS = COUNTS + 1 + len(ENCODINGS)


def _vote(word: str) -> list[int]:
    codecs = [codec(name) for name in ENCODINGS]
    holds = [int(each.holds(word)) for each in codecs]
    weights = [held + (held and each.common(word)) for held, each in zip(holds, codecs, strict=True)]
    parts = [part for part in _APART.split(word)[::2] if not part.isascii()]
    stands = bool(parts) and all(len(part) > 1 and valid(part) for part in parts)
    counts = stands or any(holds) or any(len(part) > 1 for part in parts)
    return [*holds, int(stands), int(counts), *weights]


@cache
def votes() -> Votes:
    """The votes, remembered as long as the process lives."""
    return Votes()
