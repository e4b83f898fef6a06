"""A tokenizer whose token edges are the edges of every entity: runs of letters, runs of digits, each other character alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

from ..tokens import tokens

NAME = "vnforeign.Tokenizer.v1"


class Tokenizer:
    """Cuts a text into small tokens and loses none of its characters; needs no word segmenter."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Doc:
        """The Doc of a text: ``doc.text`` is the text. Blanks beyond one are tokens, as everywhere in spaCy."""
        words: list[str] = []
        spaces: list[bool] = []
        last = 0
        for start, end in [*tokens(text), (len(text), len(text))]:
            gap = text[last:start]
            if gap[:1] == " " and words:
                spaces[-1], gap = True, gap[1:]
            for piece in (gap, text[start:end]):
                if piece:
                    words.append(piece)
                    spaces.append(False)
            last = end
        return Doc(self.vocab, words=words, spaces=spaces)

    # there is nothing to store: spaCy asks all the same

    def to_bytes(self, **_: Any) -> bytes:
        """Nothing."""
        return b""

    def from_bytes(self, _data: bytes, **_: Any) -> Tokenizer:
        """Itself."""
        return self

    def to_disk(self, _path: Any, **_: Any) -> None:
        """Writes nothing."""

    def from_disk(self, _path: Any, **_: Any) -> Tokenizer:
        """Itself."""
        return self


@registry.tokenizers(NAME)  # type: ignore[untyped-decorator]
def make_tokenizer() -> Callable[[Language], Tokenizer]:
    """What ``[nlp.tokenizer] @tokenizers = "vnforeign.Tokenizer.v1"`` of a config stands for."""
    return _of


def _of(nlp: Language) -> Tokenizer:
    return Tokenizer(nlp.vocab)
