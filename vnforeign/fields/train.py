"""Training: labelled passages in, a model folder out. Needs scikit-learn; the model that it makes does not.

    split       batches whose hash says so (or ``splits.tsv`` beside the corpus) are kept for the test and never looked at
    held out    the rest in five folds that keep batches apart: probabilities and thresholds are fitted on passages that the
                weights had not seen
    weights     one logistic regression a field and a pillar, one for the functions, over grams and counts of cues

The same corpus, taxonomy, cues and seed give the same files, byte by byte.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

from .. import text as reading
from ..corpora import CORPORA, present
from ..wording import many
from . import lexicon, pillars
from .classifier import FOLDER, SCHEMA, Model, choose
from .corpus import FUNCTIONS, PILLARS, CorpusError, Field, Labelled, read_corpus, read_splits, read_taxonomy
from .cues import Cues, Grams
from .features import BLOCKS, EVIDENCE, counts, evidence, grams, see
from .words import Array

TAXONOMY = Path(__file__).with_name("taxonomy.tsv")
CORPUS = CORPORA / "fields" / "batches"

#: How much a gram weighs beside the counts of cues, how freely weights may grow, how much a passage that has the field counts.
GRAM_SCALE, COUNT_SCALE, FREEDOM, PRESENT = 2.2, 0.4, 4.0, 2.0
PILLAR_FREEDOM, FUNCTION_FREEDOM = 1.0, 3.0
#: How much the judgement that all fields share (``features.evidence``) weighs beside each field's own.
COMMON_SHARE = 0.3
LEAST_BATCHES = 3  # a gram must stand in so many batches: words of one place or writer teach nothing
FOLDS = 5
Options = Mapping[str, float]
FLAT = 0.006
#: The threshold of a field that stands alone: the narrower field is preferred, so it must be likelier than not by itself.
ALONE = 0.55
THRESHOLDS = np.round(np.arange(0.28, 0.43, 0.02), 2)


def encoded(texts: Iterable[str]) -> tuple[bytes, Array, Array]:
    """The views of several texts in one, and where each begins and ends."""
    pieces = [reading.read(text).codes for text in texts]
    ends = np.cumsum([len(piece) + 1 for piece in pieces]) - 1
    sizes = np.array([len(piece) for piece in pieces], np.int64)
    return b"\n".join(pieces), ends - sizes, ends


def split_of(batch: str) -> str:
    """The split of a batch that no list names: six in ten train, two dev, two test, by a hash of its name."""
    part = int.from_bytes(hashlib.sha256(batch.encode()).digest()[:4], "big") % 10
    return "train" if part < 6 else "dev" if part < 8 else "test"


def splits(rows: Sequence[Labelled], corpus: str | Path) -> list[str]:
    """The split of each passage: from ``splits.tsv`` in or beside the corpus, else from the batch's name."""
    for folder in (Path(corpus), Path(corpus).parent):
        if (folder / "splits.tsv").is_file():
            listed = read_splits(folder / "splits.tsv")
            return [listed.get(row.batch) or split_of(row.batch) for row in rows]
    return [split_of(row.batch) for row in rows]


class Labels:
    """The labels of passages as tables of numbers; ``open`` marks what a reader might give or leave out."""

    def __init__(self, rows: Sequence[Labelled], fields: Sequence[str]) -> None:
        self.fields = np.array([[key in row.fields for key in fields] for row in rows], np.int8).reshape(len(rows), -1)
        self.open = np.array([[key in row.optional for key in fields] for row in rows], bool).reshape(len(rows), -1)
        self.pillars = np.array([[key in row.pillars for key in PILLARS] for row in rows], np.int8).reshape(len(rows), -1)
        self.function = np.array([FUNCTIONS.index(row.function) for row in rows], np.intp)


def fit(rows: Sequence[Labelled], taxonomy: Sequence[Field], cues: Cues, seed: int, **options: float) -> Model:
    """A model whose probabilities are not yet set to rights: slopes of one, thresholds of one half."""
    sparse = import_module("scipy.sparse")
    gram_scale, count_scale = options.get("gram_scale", GRAM_SCALE), options.get("count_scale", COUNT_SCALE)
    keys = [field.key for field in taxonomy]
    seen = see(cues, *encoded(row.text for row in rows))
    model = _blank(
        taxonomy, cues, _vocabulary(seen, np.unique([row.batch for row in rows], return_inverse=True)[1]), seed, options
    )
    arrays = model.arrays
    known = len(arrays["gram_hashes"])
    columns, passage, values = model.gram_values(seen)
    table = sparse.csr_matrix((values * gram_scale, (passage, columns)), shape=(len(rows), known))
    table = sparse.hstack([table, sparse.csr_matrix(counts(cues, seen) * count_scale)]).tocsr()
    labels = Labels(rows, keys)
    weights = np.zeros((table.shape[1], len(keys) + len(PILLARS) + len(FUNCTIONS)))
    _fit_fields(table, labels, weights, arrays["bias"], seed, options)
    _fit_functions(table, labels, weights, arrays["bias"], seed, options)
    _fit_shared(evidence(cues, keys, counts(cues, seen)), labels, arrays)
    arrays["gram_weights"] = (weights[:known] * gram_scale).astype(np.float32)
    arrays["count_weights"] = (weights[known:] * count_scale).astype(np.float32)
    return Model(model.manifest, arrays)


def _blank(taxonomy: Sequence[Field], cues: Cues, grams_known: tuple[Array, Array], seed: int, options: Options) -> Model:
    """A model of the right shapes that has learnt nothing."""
    keys = [field.key for field in taxonomy]
    known, idf = grams_known
    outputs, calibrated = len(keys) + len(PILLARS) + len(FUNCTIONS), len(keys) + len(PILLARS)
    arrays: dict[str, Array] = {
        "cue_hashes": cues.hashes,
        "cue_prefixes": cues.prefixes,
        "cue_flags": cues.flags,
        "cue_key_at": cues.key_at.astype(np.int32),
        "cue_key_of": cues.key_of.astype(np.int16),
        "gram_hashes": known,
        "gram_idf": idf.astype(np.float32),
        "gram_weights": np.zeros((len(known), outputs), np.float32),
        "count_weights": np.zeros((BLOCKS * len(cues.keys) + 1, outputs), np.float32),
        "bias": np.zeros(outputs),
        "common_weights": np.zeros(len(EVIDENCE)),
        "common_bias": np.zeros(1),
        "slope": np.ones(calibrated),
        "shift": np.zeros(calibrated),
        "thresholds": np.full(calibrated, 0.5),
    }
    return Model(_manifest(taxonomy, cues, seed, options), arrays)


def _manifest(taxonomy: Sequence[Field], cues: Cues, seed: int, options: Options) -> dict[str, Any]:
    return {
        "format": "vnforeign-fields",
        "schema": SCHEMA,
        "fields": [field.key for field in taxonomy],
        "alone": [field.key for field in taxonomy if field.rule == "alone"],
        "numbers": {field.key: field.number for field in taxonomy},
        "names": {field.key: field.name for field in taxonomy},
        "pillars": list(PILLARS),
        "functions": list(FUNCTIONS),
        "function_slope": 1.0,
        "pillar_vote": options.get("pillar_vote", pillars.WEIGHT),
        "common_share": options.get("common_share", COMMON_SHARE),
        "keys": cues.keys,
        "seed": seed,
    }


def _regression(freedom: float, seed: int) -> Any:
    linear = import_module("sklearn.linear_model")
    return linear.LogisticRegression(C=freedom, solver="liblinear", max_iter=1000, random_state=seed)


def _fit_fields(table: Any, labels: Labels, weights: Array, bias: Array, seed: int, options: Options) -> None:
    """One regression a field and a pillar; where all passages agree, a bias that says so."""
    freedom, present = options.get("freedom", FREEDOM), options.get("present", PRESENT)
    many = labels.fields.shape[1]
    for at in range(many + len(PILLARS)):
        if at < many:
            kept, wanted, more = ~labels.open[:, at], labels.fields[:, at], present
        else:
            kept, wanted, more = np.ones(len(labels.pillars), bool), labels.pillars[:, at - many], 1.0
        if len(set(wanted[kept])) < 2:
            bias[at] = -10.0 if not wanted[kept].any() else 10.0
            continue
        regression = _regression(freedom if at < many else PILLAR_FREEDOM, seed)
        regression.fit(table[kept], wanted[kept], sample_weight=np.where(wanted[kept] > 0, more, 1.0))
        weights[:, at], bias[at] = regression.coef_[0], regression.intercept_[0]


def _fit_functions(table: Any, labels: Labels, weights: Array, bias: Array, seed: int, options: Options) -> None:
    """One regression a function that occurs; the others are ruled out."""
    there = sorted(set(labels.function))
    base = labels.fields.shape[1] + len(PILLARS)
    bias[base:] = -20.0
    for each in there:
        if len(there) == 1:
            bias[base + each] = 0.0
            continue
        wanted = labels.function == each
        regression = _regression(options.get("function_freedom", FUNCTION_FREEDOM), seed)
        regression.fit(table, wanted, sample_weight=np.where(wanted, options.get("present", PRESENT), 1.0))
        weights[:, base + each], bias[base + each] = regression.coef_[0], regression.intercept_[0]


def _fit_shared(shown: Array, labels: Labels, arrays: dict[str, Array]) -> None:
    """The judgement that all fields share, over the evidence of every field that counts."""
    together = labels.fields[~labels.open]
    if len(set(together.tolist())) == 2:
        linear = import_module("sklearn.linear_model")
        regression = linear.LogisticRegression(C=1.0, solver="lbfgs", max_iter=5000).fit(shown[~labels.open], together)
        arrays["common_weights"], arrays["common_bias"] = regression.coef_[0], regression.intercept_


def _vocabulary(seen: Any, batch: Array) -> tuple[Array, Array]:
    """The grams that stand in several batches, one a slot, and how rare each is."""
    value, passage, _, _ = grams(seen)
    found, place = np.unique(value, return_inverse=True)
    cells = np.unique(place.astype(np.int64) * (int(batch.max()) + 1 if len(batch) else 1) + batch[passage])
    batches = np.bincount(cells // (int(batch.max()) + 1 if len(batch) else 1), minlength=len(found))
    cells = np.unique(place.astype(np.int64) * seen.passages + passage)
    often = np.bincount(cells // seen.passages, minlength=len(found))
    enough = min(LEAST_BATCHES, max(1, len(set(batch.tolist())) // 2))
    kept = np.flatnonzero(batches >= enough)
    kept = kept[np.argsort(-often[kept], kind="stable")]
    known = Grams.apart(found[kept])
    kept = np.sort(kept[known])
    return found[kept], np.log((seen.passages + 1) / (often[kept] + 1)) + 1


def folds(rows: Sequence[Labelled], seed: int, number: int = FOLDS) -> list[Array]:
    """A table of truth values a fold: who is held out. Batches stay whole; a single batch is cut by passage."""
    groups = [row.batch for row in rows]
    if len(set(groups)) < number:
        groups = [row.id for row in rows]
    order = sorted(set(groups), key=lambda group: hashlib.sha256(f"{seed} {group}".encode()).digest())
    size = {group: groups.count(group) for group in order}
    fold_of: dict[str, int] = {}
    load = [0] * number
    for group in sorted(order, key=lambda group: -size[group]):
        fold_of[group] = load.index(min(load))
        load[fold_of[group]] += size[group]
    where = np.array([fold_of[group] for group in groups])
    return [where == fold for fold in range(number) if (where == fold).any()]


def held_out(rows: Sequence[Labelled], taxonomy: Sequence[Field], cues: Cues, seed: int, **options: float) -> Array:
    """The sums of each passage from weights fitted without its batch."""
    total = np.zeros((len(rows), len(taxonomy) + len(PILLARS) + len(FUNCTIONS)))
    for out in folds(rows, seed):
        model = fit([row for row, away in zip(rows, out, strict=True) if not away], taxonomy, cues, seed, **options)
        total[out] = model.sums(model.see(*encoded(row.text for row, away in zip(rows, out, strict=True) if away)))
    return total


def set_to_rights(model: Model, rows: Sequence[Labelled], sums: Array) -> Model:
    """The model with probabilities and thresholds fitted on held-out sums."""
    labels, number = Labels(rows, model.fields), len(model.fields)
    slope, shift = np.ones(number + len(PILLARS)), np.zeros(number + len(PILLARS))
    for at in range(number + len(PILLARS)):
        kept = ~labels.open[:, at] if at < number else np.ones(len(rows), bool)
        wanted = labels.fields[:, at] if at < number else labels.pillars[:, at - number]
        slope[at], shift[at] = platt(sums[kept, at], wanted[kept])
    each = 1 / (1 + np.exp(-np.clip(sums[:, : number + len(PILLARS)] * slope + shift, -30, 30)))
    thresholds = np.concatenate((_thresholds(each[:, :number], labels, model.alone), np.full(len(PILLARS), 0.5)))
    grid = [0.5, 0.7, 0.85, 1.0, 1.2, 1.5, 1.8, 2.2]
    function_slope = min(grid, key=lambda slope: _surprise(sums[:, number + len(PILLARS) :] * slope, labels.function))
    arrays = {**model.arrays, "slope": slope, "shift": shift, "thresholds": thresholds}
    return Model({**model.manifest, "function_slope": function_slope}, arrays)


def platt(sums: Array, wanted: Array) -> tuple[float, float]:
    """Slope and shift of the logistic curve through the sums (Newton's method, with Platt's softened targets)."""
    yes, no = int(wanted.sum()), int(len(wanted) - wanted.sum())
    target = np.where(wanted > 0, (yes + 1) / (yes + 2), 1 / (no + 2))
    line = np.stack((sums, np.ones(len(sums))), axis=1)
    point = np.array([1.0, 0.0])
    for _ in range(100):
        guess = 1 / (1 + np.exp(-np.clip(line @ point, -30, 30)))
        slope = line.T @ (guess - target) + 1e-3 * (point - [1.0, 0.0])
        bend = (line * (guess * (1 - guess))[:, None]).T @ line + 1e-3 * np.eye(2)
        step = np.linalg.solve(bend, slope)
        point = point - np.clip(step, -2, 2)
        if np.abs(step).max() < 1e-9:
            break
    return max(float(point[0]), 0.05), float(point[1])


def _thresholds(each: Array, labels: Labels, alone: list[int]) -> Array:
    """One threshold for all by micro F1; from there each field's own, as far as its passages bear it.

    The hill of F1 is flat: its lower end is taken, since on texts of other writers probabilities are lower.
    """
    wanted = labels.fields > 0
    cuts = np.full((len(THRESHOLDS), each.shape[1]), THRESHOLDS[:, None])
    cuts[:, alone] = ALONE
    curve = [_micro(choose(each, cut, alone), wanted, labels.open) for cut in cuts]
    common = min(float(cut) for cut, micro in zip(THRESHOLDS, curve, strict=True) if micro > max(curve) - FLAT)
    own = [_best(each[~labels.open[:, at], at], wanted[~labels.open[:, at], at], common) for at in range(each.shape[1])]
    return np.array([ALONE if at in alone else cut for at, cut in enumerate(own)])


def _best(each: Array, wanted: Array, prior: float) -> float:
    """The threshold of the best F1, drawn towards the prior: ten passages' worth."""
    if not wanted.any():
        return 0.5
    found: list[tuple[float, float, float]] = []
    for cut in THRESHOLDS:
        given = each >= cut
        right = int((given & wanted).sum())
        f1 = 2 * right / (int(given.sum()) + int(wanted.sum()))
        found.append((round(f1 - 0.3 * abs(float(cut) - prior), 6), -abs(float(cut) - prior), float(cut)))
    return max(found)[2]


def _micro(given: Array, wanted: Array, open_: Array) -> float:
    right = int((given & wanted & ~open_).sum())
    return 2 * right / max(int((given & ~open_).sum()) + int((wanted & ~open_).sum()), 1)


def _surprise(sums: Array, wanted: Array) -> float:
    left = sums - sums.max(axis=1, keepdims=True)
    return float((np.log(np.exp(left).sum(axis=1)) - left[np.arange(len(wanted)), wanted]).mean())


def made(rows: Sequence[Labelled], taxonomy: Sequence[Field], cues: Cues, seed: int = 0, **options: float) -> Model:
    """A whole model from these passages."""
    model = fit(rows, taxonomy, cues, seed, **options)
    return set_to_rights(model, rows, held_out(rows, taxonomy, cues, seed, **options))


def train(
    corpus: str | Path = CORPUS,
    taxonomy: str | Path = TAXONOMY,
    out: str | Path = FOLDER,
    seed: int = 0,
    cues: str | Path = lexicon.PATH,
) -> Model:
    """Trains on every batch that is not kept for the test, writes the model's files to ``out``, and returns it.

    Raises CorpusError (file, line and column) for a corpus or taxonomy that cannot be used, OSError, and ImportError without
    scikit-learn.
    """
    try:
        import_module("sklearn")
    except ImportError:
        raise ImportError("training needs scikit-learn: pip install 'vnforeign[train]'") from None
    fields = read_taxonomy(taxonomy)
    rows = read_corpus(present(corpus), fields)
    used = [row for row, split in zip(rows, splits(rows, corpus), strict=True) if split != "test"]
    if len(used) < 2 * FOLDS:
        raise CorpusError(f"{corpus}: {many(len(used), 'passage')} to train on, {2 * FOLDS} are the least")
    model = made(used, fields, Cues.compile([*lexicon.read(cues), *lexicon.names()]), seed)
    model.manifest["trained_on"] = {"passages": len(used), "batches": len({row.batch for row in used})}
    model.manifest["corpus"] = hashlib.sha256("\n".join("\t".join(map(str, row)) for row in used).encode()).hexdigest()
    model.write(out)
    return Model.read(out)
