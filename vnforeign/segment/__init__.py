"""A text cut into passages, each with its kind and the heading it stands under.

    lines      the non-blank lines; those a narrow page broke in mid-sentence become one paragraph again
    shapes     what a line says for itself: a mark, a cue, capitals, how it ends
    context    what its neighbours add: a side list, a signature block, a heading rather than an item

Decisions worth knowing:
- ``-Về nguyên tắc: Bảo đảm …`` and ``Chính trị: Về chính trị, …`` stay one passage (list_item, paragraph): a lead glued to its
  text speaks for that text only, so it becomes nobody's section.
- ``- Nội dung thứ hai:`` is a list_item even when items follow; ``… như sau:`` and ``… gồm:`` are sentences, hence paragraphs;
  another short line with a colon is a heading.
- The head of a paper document (motto, issuing body, number, place and day) is boilerplate; ``metadata`` reads it.
- Lines of a table, a signature or boilerplate that follow each other are one passage.
"""

from __future__ import annotations

from ..document import Passage
from ..text import View
from .context import decide
from .cues import BOILERPLATE, SIGNATURE
from .lines import paragraphs
from .sentence import sentences
from .shapes import HEADING, TABLE, shape

_ONE_PASSAGE = frozenset({TABLE, SIGNATURE, BOILERPLATE})
_SECTION = 200  # characters of a heading that are kept as section


def segment(view: View) -> list[Passage]:
    """The passages of a text in order: they never overlap, cover everything but blanks, and begin and end with none."""
    pieces = paragraphs(view.text)
    kinds = decide(pieces, [shape(line) for _, _, line in pieces])
    passages: list[Passage] = []
    section = last = None
    for (start, end, line), kind in zip(pieces, kinds, strict=True):
        start, end = view.span(start, end)
        if line[0] == "\ufffd" or line[-1] == "\ufffd":
            start, end = _trim(view.source, start, end)
            if start == end:
                continue
        if kind == last and kind in _ONE_PASSAGE:
            passages[-1].end = end
            continue
        passages.append(Passage(start, end, kind, section))
        if kind == HEADING:
            section = " ".join(view.source[start:end].split())[:_SECTION]
        last = kind
    return passages


def _trim(source: str, start: int, end: int) -> tuple[int, int]:
    """Without control characters that ``str`` calls blank (\\x1c to \\x1f): the view shows them as unknown characters."""
    words = source[start:end]
    kept = words.lstrip()
    start += len(words) - len(kept)
    return start, start + len(kept.rstrip())


__all__ = ["segment", "sentences"]
