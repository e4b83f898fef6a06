"""Numbers as reports write them: digits, words and mixtures, with the approximator in front. Finds nothing by itself."""

from .approximators import approximator, at_least
from .digits import plain, value
from .reading import Number, canonical, read, read_words
from .words import LEADS, SCALES, words

__all__ = ["LEADS", "SCALES", "Number", "approximator", "at_least", "canonical", "plain", "read", "read_words", "value", "words"]
