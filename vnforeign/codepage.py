"""One byte for every character, so that byte matchers report ``str`` offsets.

Vietnamese needs 134 letters beside ASCII; with the punctuation of office texts that is less than 256 characters. The
standard library's ``charmap_encode`` turns such a text into one byte a character at about 200 MB/s, and ``bytes.translate``
folds variants (dashes, quotes, blanks) at 1 GB/s. Decoding the folded bytes gives back a ``str`` of the same length in
which a rule meets one dash, one quote and one blank. Characters outside the table become stand-ins: one for letters, one
for capitals, one for everything else, so word borders stay right beside foreign letters and emoji.
"""

from __future__ import annotations

import codecs
import unicodedata

UPPER, LOWER, OTHER = "\u00d8", "\u00f8", "\ufffd"  # stand-ins: Ø, ø and the replacement character

_BASE = "aăâeêioôơuưy"
_TONES = "\u0300\u0301\u0303\u0309\u0323"
VOWELS = _BASE + "".join(unicodedata.normalize("NFC", vowel + tone) for vowel in _BASE for tone in _TONES)
#: The letters of Vietnamese inside a class of characters of a pattern.
CAPITALS = "A-ZĐ" + "".join(sorted({vowel.upper() for vowel in VOWELS if not vowel.isascii()}))
LOWERS = "a-zđ" + "".join(sorted(vowel for vowel in VOWELS if not vowel.isascii()))
_ASCII = "\0\t\n" + "".join(map(chr, range(32, 127)))
_MARKS = "\u00a0–—−‑“”‘’«»…•·²³€£¥°"
_TABLE = _ASCII + "".join(c + c.upper() for c in VOWELS if ord(c) > 127) + "đĐ" + _MARKS + UPPER + LOWER + OTHER
_TABLE += "\ufffe" * (256 - len(_TABLE))
_ENCODING = codecs.charmap_build(_TABLE)

#: What a rule should not have to know apart: each variant and the character that stands for it.
FOLDS = {
    "\u00a0": " ",
    **dict.fromkeys("–—−‑\u2010\u2012\u2015\uff0d", "-"),
    **dict.fromkeys("“”«»„‟〝〞\u2033", '"'),
    **dict.fromkeys("‘’ʼ‛`´\u2032", "'"),
    **dict.fromkeys("\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "),
    **dict.fromkeys("\u2028\u2029\u0085\u000b\u000c", "\n"),
    **{chr(0xFEE0 + code): chr(code) for code in range(33, 127)},
    "⁄": "/",
    "∕": "/",
    "Ð": "Đ",
    "Ɖ": "Đ",
    "ð": "đ",
    "\u01a2": "Ư",  # letters of another script that old converters put for ư
    "\u01a3": "ư",
}
_CODES = {char: code for code, char in enumerate(_TABLE) if char != "\ufffe"}
#: The codes of a blank and a tab (the codes follow the table above, not ASCII).
BLANK, TAB = bytes([_CODES[" "]]), bytes([_CODES["\t"]])
TAB_AS_BLANK = bytes.maketrans(TAB, BLANK)
_FOLD = bytearray(range(256))
for _variant, _plain in FOLDS.items():
    if _variant in _CODES:
        _FOLD[_CODES[_variant]] = _CODES[_plain]
_FOLD_TABLE = bytes(_FOLD)
_NEWLINE_TABLE = bytes.maketrans(bytes([_CODES["\n"], _CODES["\t"]]), bytes([_CODES[" "], _CODES[" "]]))

#: 1 for every code that is part of a word.
IS_WORD = bytes(char.isalnum() for char in _TABLE)
#: 1 for the code of each digit from 0 to 9.
IS_DIGIT = bytes(char in "0123456789" for char in _TABLE)


def _shape(char: str) -> str:
    if not char.isalpha() or char in (UPPER, LOWER):
        return "0" if char.isalnum() else " "
    letter = "a" if char.isascii() else "e"
    return letter.upper() if char.isupper() else letter


#: The shape of words: ``a`` and ``A`` for plain letters, ``e`` and ``E`` for Vietnamese ones, ``0`` for other parts of words.
SHAPE = bytes(map(ord, map(_shape, _TABLE)))
#: The same without a difference between plain and Vietnamese letters.
CASE = SHAPE.translate(bytes.maketrans(b"eE", b"aA"))
#: Characters that a view drops or composes; meeting one sends the text down the slow path of ``text.read``.
DROPPED = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\ufe0e\ufe0f\ufeff"
)


class NeedsRewriting(Exception):
    """The text holds characters that must be composed or dropped before it can be encoded one to one."""


def _stand_in(char: str) -> str:
    if char in FOLDS:
        return FOLDS[char]
    if char.isalpha() or unicodedata.category(char)[0] in "LM":
        return UPPER if char.isupper() else LOWER
    return OTHER


def _lenient(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError)
    return "".join(map(_stand_in, error.object[error.start : error.end])), error.end


def _watchful(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError)
    for char in error.object[error.start : error.end]:
        if "\u0300" <= char <= "\u036f" or char in DROPPED:
            raise NeedsRewriting
    return _lenient(error)


codecs.register_error("vnforeign-lenient", _lenient)
codecs.register_error("vnforeign-watchful", _watchful)


def encode(text: str, watchful: bool = False) -> bytes:
    """The folded codes of a text, one byte a character. Watchful, it raises NeedsRewriting where that would be wrong."""
    errors = "vnforeign-watchful" if watchful else "vnforeign-lenient"
    return codecs.charmap_encode(text, errors, _ENCODING)[0].translate(_FOLD_TABLE)


def decode(codes: bytes) -> str:
    """The folded text of folded codes."""
    return codecs.charmap_decode(codes, "strict", _TABLE)[0]


def one_line(codes: bytes) -> bytes:
    """The codes with line ends and tabs as blanks: a name may break across lines."""
    return codes.translate(_NEWLINE_TABLE)
