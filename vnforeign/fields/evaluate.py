"""How right the fields, pillars and functions are, beside three baselines; ``str(report)`` is the table.

Fields count as section 6 of the label guide says: F1 over passages and fields, a field that a reader might give or leave out
counts neither way. Macro figures are over the fields that occur.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from ..corpora import present
from ..wording import many
from . import train as training
from .classifier import Model, choose, load
from .corpus import FUNCTIONS, Labelled, read_corpus, read_taxonomy
from .features import counts, see
from .function import by_rule as functions_by_rule
from .pillars import by_rule as pillars_by_rule
from .train import Labels, encoded
from .words import Array

BINS = 10


class FieldFigures(msgspec.Struct, frozen=True):
    """One field: passages that have it, precision, recall, F1, average precision."""

    passages: int
    precision: float
    recall: float
    f1: float
    average_precision: float


class FieldsReport(msgspec.Struct):
    """What an evaluation measured. ``baselines`` maps a name to micro and macro F1."""

    passages: int
    fields: dict[str, FieldFigures]
    micro: float
    macro: float
    average_precision: float
    calibration: float
    reliability: list[tuple[float, float, int]]
    pillars: dict[str, float]
    functions: dict[str, float]
    confusion: list[tuple[str, str, int]]
    by_rule: tuple[float, float] = (0.0, 0.0)
    baselines: dict[str, tuple[float, float]] = {}

    def pillar_macro(self) -> float:
        """The mean F1 of the pillars that occur."""
        return _mean(self.pillars)

    def function_macro(self) -> float:
        """The mean F1 of the functions that occur."""
        return _mean(self.functions)

    def to_dict(self) -> dict[str, Any]:
        """The figures as JSON types."""
        figures: dict[str, Any] = msgspec.to_builtins(self)
        return figures | {"pillar_macro": self.pillar_macro(), "function_macro": self.function_macro()}

    def __str__(self) -> str:
        lines = [many(self.passages, "passage"), "field                    n      P      R     F1     AP"]
        for key, each in self.fields.items():
            cells = f"{each.precision:6.3f} {each.recall:6.3f} {each.f1:6.3f} {each.average_precision:6.3f}"
            lines.append(f"{key:22} {each.passages:4} {cells}" if each.passages else f"{key:22}    0 (not in these passages)")
        lines.append(f"fields      micro F1 {self.micro:.3f}  macro F1 {self.macro:.3f}  mean AP {self.average_precision:.3f}")
        for name, (micro, macro) in self.baselines.items():
            lines.append(f"  {name:24} micro F1 {micro:.3f}  macro F1 {macro:.3f}")
        lines.append(f"calibration expected error {self.calibration:.3f}")
        lines += [f"  said {said:.2f}  was {was:.2f}  {many:5}  {'#' * round(was * 40)}" for said, was, many in self.reliability]
        lines.append(f"pillars     macro F1 {self.pillar_macro():.3f}  " + _row(self.pillars))
        lines.append(f"functions   macro F1 {self.function_macro():.3f}  " + _row(self.functions))
        if any(self.by_rule):
            lines.append("  by rule   pillars macro F1 {:.3f}  functions macro F1 {:.3f}".format(*self.by_rule))
        lines += [f"mistaken    {many:3}  {wanted} taken for {given}" for wanted, given, many in self.confusion[:12]]
        return "\n".join(lines)


def _row(figures: dict[str, float]) -> str:
    return "  ".join(f"{name} {figure:.3f}" for name, figure in figures.items())


def _mean(figures: dict[str, float]) -> float:
    return sum(figures.values()) / len(figures) if figures else 0.0


def evaluate(
    corpus: str | Path = training.CORPUS,
    taxonomy: str | Path = training.TAXONOMY,
    model: Model | None = None,
    split: str | None = "test",
    baselines: bool = True,
) -> FieldsReport:
    """The figures of a model (the shipped one) on a split of a corpus; ``split=None`` takes every passage.

    Raises CorpusError, OSError, ModelError. Baselines need scikit-learn and are left out without it.
    """
    fields = read_taxonomy(taxonomy)
    rows = read_corpus(present(corpus), fields)
    where = training.splits(rows, corpus)
    held = [row for row, each in zip(rows, where, strict=True) if split in (None, each)]
    if not held:
        raise ValueError(f"{corpus}: no passage in the split {split!r}")
    chosen = model or load()
    report = measure(held, chosen)
    if baselines and split is not None:
        rest = [row for row, each in zip(rows, where, strict=True) if each != "test" and each != split]
        report.baselines = compared(rest, held, chosen)
    return report


def measure(rows: Sequence[Labelled], model: Model) -> FieldsReport:
    """The figures of a model on passages."""
    codes, starts, ends = encoded(row.text for row in rows)
    seen = model.see(codes, starts, ends)
    fields, pillars, functions = model.probabilities(model.sums(seen))
    speaks = model.speaks(codes, seen)
    fields = fields * speaks[:, None]
    given = model.chosen(fields)
    said = model.acts(pillars, given)
    report = figures(rows, model.fields, model.alone, fields, given, said, functions.argmax(axis=1), model)
    labels = Labels(rows, model.fields)
    table = counts(model.cues, seen)
    acting, acts = pillars_by_rule(model.cues, table) & given.any(axis=1, keepdims=True), functions_by_rule(model.cues, table)
    report.by_rule = (
        macro_f1(acting, labels.pillars > 0, np.zeros_like(acting)),
        macro_f1(acts[:, None] == np.arange(len(FUNCTIONS)), labels.function[:, None] == np.arange(len(FUNCTIONS)), _none(rows)),
    )
    return report


def _none(rows: Sequence[Labelled]) -> Array:
    return np.zeros((len(rows), len(FUNCTIONS)), bool)


def figures(
    rows: Sequence[Labelled],
    keys: list[str],
    alone: list[int],
    each: Array,
    given: Array,
    pillars: Array,
    function: Array,
    model: Model,
) -> FieldsReport:
    """The figures of probabilities and choices."""
    labels = Labels(rows, keys)
    wanted, counted = labels.fields > 0, ~labels.open
    table: dict[str, FieldFigures] = {}
    for at, key in enumerate(keys):
        right = int((wanted & given & counted)[:, at].sum())
        found, there = int((given & counted)[:, at].sum()), int((wanted & counted)[:, at].sum())
        curve = _average_precision(each[counted[:, at], at], wanted[counted[:, at], at])
        table[key] = FieldFigures(there, _part(right, found), _part(right, there), _part(2 * right, found + there), curve)
    occurring = [row for row in table.values() if row.passages]
    error, bins = calibration(each[counted], wanted[counted])
    mistaken: dict[tuple[str, str], int] = {}
    for place in range(len(rows)):
        missed = np.flatnonzero(wanted[place] & ~given[place] & counted[place])
        wrong = np.flatnonzero(given[place] & ~wanted[place] & counted[place])
        if not len(missed) and not len(wrong):
            continue
        names = [keys[at] for at in missed] or (["(none)"] if not wanted[place].any() else [])
        for name in names:
            for other in [keys[at] for at in wrong] or (["(none)"] if not given[place].any() else []):
                mistaken[name, other] = mistaken.get((name, other), 0) + 1
    return FieldsReport(
        len(rows),
        table,
        micro_f1(given, wanted, labels.open),
        _part(sum(row.f1 for row in occurring), len(occurring)),
        _part(sum(row.average_precision for row in occurring), len(occurring)),
        error,
        bins,
        {
            name: _f1(pillars[:, at], labels.pillars[:, at] > 0)
            for at, name in enumerate(model.pillars)
            if labels.pillars[:, at].any()
        },
        {
            name: _f1(function == at, labels.function == at)
            for at, name in enumerate(model.functions)
            if (labels.function == at).any()
        },
        sorted(((*pair, many) for pair, many in mistaken.items()), key=lambda row: (-row[2], row[0], row[1])),
    )


def micro_f1(given: Array, wanted: Array, open_: Array) -> float:
    """F1 over all passages and fields that count."""
    right = int((given & wanted & ~open_).sum())
    return _part(2 * right, int((given & ~open_).sum()) + int((wanted & ~open_).sum()))


def macro_f1(given: Array, wanted: Array, open_: Array) -> float:
    """The mean F1 of the fields that occur."""
    counted = ~open_
    each = [
        _f1(given[counted[:, at], at], wanted[counted[:, at], at])
        for at in range(wanted.shape[1])
        if (wanted & counted)[:, at].any()
    ]
    return _part(sum(each), len(each))


def _f1(given: Array, wanted: Array) -> float:
    return _part(2 * int((given & wanted).sum()), int(given.sum()) + int(wanted.sum()))


def _part(part: float, whole: float) -> float:
    return part / whole if whole else 0.0


def _average_precision(each: Array, wanted: Array) -> float:
    if not wanted.any():
        return 0.0
    order = np.argsort(-each, kind="stable")
    hits = wanted[order]
    return float((np.cumsum(hits) / np.arange(1, len(hits) + 1))[hits].mean())


def calibration(each: Array, wanted: Array) -> tuple[float, list[tuple[float, float, int]]]:
    """The expected calibration error over ten bins, and of each bin: mean probability, share that was right, how many."""
    place = np.minimum((each * BINS).astype(np.intp), BINS - 1)
    error, bins = 0.0, []
    for at in range(BINS):
        inside = place == at
        if inside.any():
            said, was, many = float(each[inside].mean()), float(wanted[inside].mean()), int(inside.sum())
            error += abs(said - was) * many / len(each)
            bins.append((said, was, many))
    return error, bins


# --- baselines ---------------------------------------------------------------------------------------------------------


def compared(rest: Sequence[Labelled], held: Sequence[Labelled], model: Model) -> dict[str, tuple[float, float]]:
    """Micro and macro F1 of three simple ways on ``held``, fitted on ``rest``."""
    labels, known = Labels(held, model.fields), Labels(rest, model.fields)
    wanted, seen_before = labels.fields > 0, known.fields > 0
    ways = {
        "cue counting": cue_counting(rest, held, model, seen_before, known.open),
        "majority": majority(seen_before, len(held)),
    }
    with suppress(ImportError):
        ways["TF-IDF + LinearSVC"] = tfidf_svc(rest, held, seen_before, model.alone)
    return {name: (micro_f1(given, wanted, labels.open), macro_f1(given, wanted, labels.open)) for name, given in ways.items()}


def cue_counting(rest: Sequence[Labelled], held: Sequence[Labelled], model: Model, seen_before: Array, open_: Array) -> Array:
    """The fields with so many cues or more; how many, and which share of the most frequent field's, is tried out on ``rest``."""
    columns = [model.cues.keys.index(key) for key in model.fields if key in model.cues.keys]

    def table(rows: Sequence[Labelled]) -> Array:
        many = np.zeros((len(rows), len(model.fields)))
        found = np.expm1(counts(model.cues, see(model.cues, *encoded(row.text for row in rows))))
        for at, key in enumerate(model.fields):
            if key in model.cues.keys:
                many[:, at] = found[:, columns[[k for k in model.fields if k in model.cues.keys].index(key)]]
        return many

    def give(many: Array, least: float, share: float) -> Array:
        top = np.maximum(many.max(axis=1, keepdims=True), 1)
        return choose(np.where((many >= least) & (many >= share * top), many, 0), np.full(many.shape[1], 0.5), model.alone)

    before = table(rest)
    least, share = max(
        ((least, share) for least in (1, 2, 3, 4, 5, 6) for share in (0.3, 0.5, 0.7, 0.9, 1.0)),
        key=lambda pair: micro_f1(give(before, *pair), seen_before, open_),
    )
    return give(table(held), least, share)


def majority(seen_before: Array, many: int) -> Array:
    """The most frequent field for every passage."""
    given = np.zeros((many, seen_before.shape[1]), bool)
    given[:, int(seen_before.sum(axis=0).argmax())] = True
    return given


def tfidf_svc(rest: Sequence[Labelled], held: Sequence[Labelled], seen_before: Array, alone: list[int]) -> Array:
    """scikit-learn's TF-IDF of words and pairs, and a linear support vector machine a field. Raises ImportError."""
    texts, svm = import_module("sklearn.feature_extraction.text"), import_module("sklearn.svm")
    tfidf = texts.TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True, token_pattern=r"\w+")
    before, after = tfidf.fit_transform([row.text for row in rest]), tfidf.transform([row.text for row in held])
    each = np.zeros((len(held), seen_before.shape[1]))
    for at in range(seen_before.shape[1]):
        if len(set(seen_before[:, at].tolist())) == 2:
            machine = svm.LinearSVC(class_weight="balanced", random_state=0).fit(before, seen_before[:, at])
            each[:, at] = 1 / (1 + np.exp(-3 * machine.decision_function(after)))
    return choose(each, np.full(each.shape[1], 0.5), alone)


def nested(
    corpus: str | Path = training.CORPUS, taxonomy: str | Path = training.TAXONOMY, seed: int = 0, **options: float
) -> FieldsReport:
    """Nested cross-validation by batch over the passages that are not kept for the test: thresholds and calibration inside."""
    from . import lexicon
    from .cues import Cues

    fields = read_taxonomy(taxonomy)
    rows = read_corpus(corpus, fields)
    used = [row for row, each in zip(rows, training.splits(rows, corpus), strict=True) if each != "test"]
    cues = Cues.compile([*lexicon.read(), *lexicon.names()])
    keys = [field.key for field in fields]
    each, given = np.zeros((len(used), len(keys))), np.zeros((len(used), len(keys)), bool)
    pillars, function = np.zeros((len(used), 3), bool), np.zeros(len(used), np.intp)
    model: Model | None = None
    for out in training.folds(used, seed + 1):
        model = training.made([row for row, away in zip(used, out, strict=True) if not away], fields, cues, seed, **options)
        held = [row for row, away in zip(used, out, strict=True) if away]
        probability, pillar, functions = model.probabilities(model.sums(model.see(*encoded(row.text for row in held))))
        each[out], given[out] = probability, model.chosen(probability)
        pillars[out] = model.acts(pillar, given[out])
        function[out] = functions.argmax(axis=1)
    assert model is not None
    return figures(used, keys, model.alone, each, given, pillars, function, model)
