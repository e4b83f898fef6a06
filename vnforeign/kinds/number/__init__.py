"""Numbers as reports write them: digits, words and mixtures, with the approximator in front. Finds nothing by itself."""

from .approximators import APPROXIMATE, approximator, at_least, word_before, words_before
from .digits import plain, value
from .reading import Number, began_with_from, canonical, read, read_words, until
from .words import LEADS, SCALES, words

__all__ = [
    "APPROXIMATE",
    "LEADS",
    "SCALES",
    "Number",
    "approximator",
    "at_least",
    "began_with_from",
    "canonical",
    "plain",
    "read",
    "read_words",
    "until",
    "value",
    "word_before",
    "words",
    "words_before",
]
