"""Which fields of external affairs a passage is about, whose work it is (pillars) and what it does (function).

>>> from vnforeign import fields
>>> [field.field for field in fields.classify("Tỉnh hoàn thành phân giới cắm mốc, khai trương cặp cửa khẩu.").fields]
['borders']

Nothing heavy is imported before the first passage is judged: numpy and the model come then, in well under half a second.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from ..document import Shown
from ..text import View, read

if TYPE_CHECKING:
    from ..document import Document
    from .classifier import Model
    from .features import Seen

#: The kinds of passage that are judged; headings, tables, signatures and menus have no field.
KINDS = ("paragraph", "list_item")
Reason = tuple[int, int, float]
#: Characters that are judged at once.
PART = 1 << 17


class FieldScore(msgspec.Struct, frozen=True):
    """A field that a passage is given.

    ``probability`` is calibrated; ``score`` is the same on a scale where the field's ``threshold`` is one half, so every field
    that is given has a score of at least 0.5. ``reasons`` are ``(start, end, weight)`` into the caller's text, strongest first.
    """

    field: str
    score: float
    probability: float
    threshold: float = 0.5
    reasons: list[Reason] = []

    def to_dict(self) -> dict[str, Any]:
        """As JSON types; without reasons where none were asked for."""
        row: dict[str, Any] = {"field": self.field, "score": self.score, "probability": self.probability}
        row["threshold"] = self.threshold
        return row | ({"reasons": [list(reason) for reason in self.reasons]} if self.reasons else {})


class PillarScore(msgspec.Struct, frozen=True):
    """A pillar whose actors do the passage's work: party, state or people."""

    pillar: str
    score: float

    def to_dict(self) -> dict[str, Any]:
        """As JSON types."""
        return {"pillar": self.pillar, "score": self.score}


class FunctionScore(msgspec.Struct, frozen=True):
    """What the passage does: result, shortcoming, task, policy or other."""

    function: str
    score: float

    def to_dict(self) -> dict[str, Any]:
        """As JSON types."""
        return {"function": self.function, "score": self.score}


class Judgement(msgspec.Struct, Shown, frozen=True):
    """What is said of a passage. A passage that is empty or in another language has no field, no pillar and no function."""

    fields: list[FieldScore] = []
    pillars: list[PillarScore] = []
    function: FunctionScore | None = None

    def to_dict(self) -> dict[str, Any]:
        """As JSON types, as section 5 of the label guide writes a passage."""
        row: dict[str, Any] = {"fields": [each.to_dict() for each in self.fields]}
        row["pillars"] = [each.to_dict() for each in self.pillars]
        return row | ({"function": self.function.to_dict()} if self.function else {})


def classify(text: str, model: Model | None = None) -> Judgement:
    """What a passage is about, with reasons. ``model`` is the shipped one unless another is given.

    Raises TypeError for another type than str, ModelError (a ValueError) for a model that cannot be used, ImportError without
    numpy.
    """
    return next(iter(_judged([_view(text)], model, True)))


def classify_many(texts: Iterable[str], model: Model | None = None, reasons: bool = False) -> list[Judgement]:
    """``classify`` for many passages at once, far faster; reasons only when asked for."""
    return _judged([_view(text) for text in texts], model, reasons)


def classify_passages(document: Document, model: Model | None = None, reasons: bool = False) -> list[Judgement | None]:
    """A judgement for each passage of a document, in order; None for kinds that are not judged (headings, tables, menus).

    Offsets of reasons are offsets into the document's text.
    """
    chosen = [at for at, passage in enumerate(document.passages) if passage.kind in KINDS]
    judged: list[Judgement | None] = [None] * len(document.passages)
    if not chosen:
        return judged
    view = read(document.text)
    stretches = [(view.place(document.passages[at].start), view.place(document.passages[at].end)) for at in chosen]
    for at, judgement in zip(chosen, _stretches(view.codes, stretches, [view], [0], model, reasons), strict=True):
        judged[at] = judgement
    return judged


def judge(documents: Iterable[Document], model: Model | None = None) -> None:
    """Works out the fields, pillars and functions of all passages of many documents at once, as ``Document.judge`` does of one.

    The judgements are the same; for documents of a few thousand characters it takes a third of the time, since most of that
    goes into beginning. Documents that are judged already stay as they are. Raises ModelError for a model that cannot be used.
    """
    waiting = [document for document in documents if any(passage.judge is not None for passage in document.passages)]
    codes, stretches, chosen, begin = [], [], [], 0
    for document in waiting:
        view = read(document.text)
        for passage in document.passages:
            if passage.kind in KINDS:
                chosen.append(passage)
                stretches.append((begin + view.place(passage.start), begin + view.place(passage.end)))
        codes.append(view.codes)
        begin += len(view.codes) + 1
    judged = _stretches(b"\n".join(codes), stretches, [view], [0], model, False) if chosen else []
    for passage, judgement in zip(chosen, judged, strict=True):
        passage.judgement = judgement
    for passage in (passage for document in waiting for passage in document.passages):
        passage.judge = None


def explain(text: str, field: str, most: int = 10, model: Model | None = None) -> list[Reason]:
    """The words of a passage that speak for a field, given or not, strongest first. Raises ValueError for an unknown field."""
    from . import reasons as why

    known = model or _model()
    if field not in known.fields:
        raise ValueError(f"no field {field!r}; there are {', '.join(known.fields)}")
    view = _view(text)
    seen = _seen(known, view.codes, [(0, len(view.codes))])
    places = why.reasons(known, seen, 0, known.fields.index(field), most)
    return [(*view.span(place.start, place.end), place.weight) for place in places]


def _view(text: str) -> View:
    if not isinstance(text, str):
        raise TypeError(f"a passage is a str, not {type(text).__name__}")
    return read(text)


def need_numpy() -> None:
    """Raises ImportError, naming the extra, where numpy is missing."""
    try:
        import numpy  # noqa: F401
    except ImportError:
        raise ImportError("the fields of passages need numpy: pip install 'vnforeign[fields]'") from None


def _model() -> Model:
    need_numpy()
    from .classifier import load

    return load()


def _seen(model: Model, codes: bytes, stretches: Sequence[tuple[int, int]]) -> Seen:
    import numpy as np

    places = np.array(stretches, np.int64).reshape(-1, 2)
    return model.see(codes, places[:, 0], places[:, 1])


def _judged(views: list[View], model: Model | None, reasons: bool) -> list[Judgement]:
    stretches, offsets, at = [], [], 0
    for view in views:
        stretches.append((at, at + len(view.codes)))
        offsets.append(at)
        at += len(view.codes) + 1
    if not views:
        return []
    return _stretches(b"\n".join(view.codes for view in views), stretches, views, offsets, model, reasons)


def _stretches(
    codes: bytes, stretches: list[tuple[int, int]], views: list[View], offsets: list[int], model: Model | None, reasons: bool
) -> list[Judgement]:
    known = model or _model()
    judged: list[Judgement] = []
    at = 0
    while at < len(stretches):  # a part at a time: what fits in the processor's cache is twice as fast
        stop = at + 1
        while stop < len(stretches) and stretches[stop][1] - stretches[at][0] <= PART:
            stop += 1
        base = stretches[at][0]
        piece, part = codes[base : stretches[stop - 1][1]], [(start - base, end - base) for start, end in stretches[at:stop]]
        seen = _seen(known, piece, part)
        fields, pillars, functions = known.probabilities(known.sums(seen))
        given = known.chosen(fields)
        speaks = known.speaks(piece, seen)
        acts = known.acts(pillars, given)
        own = (views[at:stop], [offset - base for offset in offsets[at:stop]]) if len(views) > 1 else (views, [offsets[0] - base])
        judged += _written(known, seen, given, acts, speaks, (fields, pillars, functions), *own, reasons)
        at = stop
    return judged


def _written(
    model: Model,
    seen: Seen,
    given: Any,
    acts: Any,
    speaks: Any,
    probabilities: tuple[Any, Any, Any],
    views: list[View],
    offsets: list[int],
    reasons: bool,
) -> Iterator[Judgement]:
    import numpy as np

    from .classifier import scaled

    fields, pillars, functions = probabilities
    thresholds = model.thresholds.tolist()
    scores: dict[int, list[FieldScore]] = {}
    for at, output in zip(*(place.tolist() for place in np.nonzero(given & speaks[:, None])), strict=True):
        said = float(fields[at, output])
        view, offset = (views[at], offsets[at]) if len(views) > 1 else (views[0], offsets[0])
        why = _reasons(model, seen, at, output, view, offset) if reasons else []
        score = FieldScore(
            model.fields[output],
            round(scaled(said, thresholds[output]), 4),
            round(said, 4),
            round(thresholds[output], 4),
            why,
        )
        scores.setdefault(at, []).append(score)
    acting: dict[int, list[PillarScore]] = {}
    for at, output in zip(*(place.tolist() for place in np.nonzero(acts & speaks[:, None])), strict=True):
        acting.setdefault(at, []).append(PillarScore(model.pillars[output], round(float(pillars[at, output]), 4)))
    best, sure = functions.argmax(axis=1).tolist(), functions.max(axis=1).round(4).tolist()
    for at, spoken in enumerate(speaks.tolist()):
        if spoken:
            found = scores.get(at, [])
            found.sort(key=lambda score: -score.score)
            yield Judgement(found, acting.get(at, []), FunctionScore(model.functions[best[at]], sure[at]))
        else:
            yield Judgement()


def _reasons(model: Model, seen: Seen, passage: int, output: int, view: View, offset: int) -> list[Reason]:
    from . import reasons as why

    places = why.reasons(model, seen, passage, output)
    return [(*view.span(place.start - offset, place.end - offset), place.weight) for place in places]


__all__ = [
    "KINDS",
    "FieldScore",
    "FunctionScore",
    "Judgement",
    "PillarScore",
    "Reason",
    "classify",
    "classify_many",
    "classify_passages",
    "explain",
    "judge",
]
