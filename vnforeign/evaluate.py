"""How right the library is: findings against gold reports, as the label guide (section 6) counts.

span      same label, same offsets
overlap   same label, spans overlap, one to one
value     overlap, and the key parts of the value agree
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from . import gold as corpora
from . import pairing, scores
from .analyze import analyze
from .document import LABELS, Document
from .gold import Gold, Row
from .wording import many

MEASURES = ("span", "overlap", "value")
Predict = Callable[[str, str | None], Document]
#: Per report, and per gold entity ``LABEL text #n`` (the n-th such in the report): found with the right span and value.
Baseline = dict[str, dict[str, bool]]


class Tally(msgspec.Struct):
    """Counts of one label, or of all: entities in the gold, entities found, and how many pairs agree."""

    gold: int = 0
    found: int = 0
    span: int = 0
    overlap: int = 0
    value: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(*(a + b for a, b in zip(msgspec.structs.astuple(self), msgspec.structs.astuple(other), strict=True)))

    def figures(self, measure: str) -> tuple[float, float, float]:
        """Precision, recall and F1 (0 to 1; 0 where there is nothing to divide by) of ``span``, ``overlap`` or ``value``."""
        right: int = getattr(self, measure)
        return _ratio(right, self.found), _ratio(right, self.gold), _ratio(2 * right, self.gold + self.found)


def _ratio(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


class Error(msgspec.Struct, frozen=True):
    """One thing that is wrong: ``kind`` is span, value, missed or spurious; ``rule`` found it, if any did."""

    label: str
    kind: str
    document: str
    gold: str
    found: str
    expected: str = ""
    got: str = ""
    rule: str = ""

    def __str__(self) -> str:
        return "\t".join(" ".join(str(cell).split()) for cell in msgspec.structs.astuple(self))


class Report(msgspec.Struct):
    """What an evaluation counted; ``str(report)`` is its table."""

    documents: int
    tallies: dict[str, Tally]
    errors: list[Error]
    baseline: Baseline
    rules: dict[str, tuple[int, int]]

    def of(self, *labels: str) -> Report:
        """The report as if only these labels existed; without labels the report itself. Its ``rules`` stay those of all."""
        if not labels:
            return self
        tallies = {label: tally for label, tally in self.tallies.items() if label in labels}
        errors = [each for each in self.errors if each.label in labels]
        baseline = {
            document: {name: right for name, right in entities.items() if name.split(" ")[0] in labels}
            for document, entities in self.baseline.items()
        }
        return Report(self.documents, tallies, errors, baseline, self.rules)

    def micro(self) -> Tally:
        """The counts of all labels together."""
        return sum(self.tallies.values(), Tally())

    def to_dict(self) -> dict[str, Any]:
        """The figures as JSON types."""
        labels = {label: _figures(tally) for label, tally in self.tallies.items()}
        return {"documents": self.documents, "labels": labels, "micro": _figures(self.micro())}

    def __str__(self) -> str:
        head = "label           gold   span P      R     F1   over P      R     F1  value P      R     F1"
        rows = [_line(label, tally) for label, tally in self.tallies.items() if tally.gold or tally.found]
        return "\n".join([many(self.documents, "document"), head, *rows, _line("micro", self.micro())])


def _figures(tally: Tally) -> dict[str, Any]:
    return {"gold": tally.gold, **{name: dict(zip("prf", tally.figures(name), strict=True)) for name in MEASURES}}


def _line(name: str, tally: Tally) -> str:
    cells = ["{:8.3f} {:6.3f} {:6.3f}".format(*tally.figures(measure)) for measure in MEASURES]
    return f"{name:14} {tally.gold:5} " + " ".join(cells)


def evaluate(gold: str | Path, predict: Predict | None = None) -> Report:
    """The findings of ``predict(text, reference_date)`` (default: ``analyze``) compared with the gold reports at a path.

    Raises ValueError for gold that cannot be read (see ``gold.read``), OSError for a path that cannot be opened.
    """
    report = Report(0, {label: Tally() for label in LABELS}, [], {}, {})
    for each in corpora.read(gold):
        found = [entity.to_dict() for entity in (predict or analyze)(each.text, each.reference_date).entities]
        report.documents += 1
        _count(report, each, found)
    return report


def _count(report: Report, gold: Gold, found: list[Row]) -> None:
    """Enters one document into the report."""
    pairs = dict(pairing.pairs(gold.entities, found))
    exact = [_count_gold(report, gold.id, each, found[pairs[i]] if i in pairs else None) for i, each in enumerate(gold.entities)]
    report.baseline[gold.id] = dict(zip(_names(gold.entities), exact, strict=True))
    partner = {j: gold.entities[i] for i, j in pairs.items()}
    for j, each in enumerate(found):
        _count_found(report, gold.id, each, partner.get(j))


def _count_gold(report: Report, document: str, gold: Row, found: Row | None) -> bool:
    """Enters one gold entity and what was found for it; True if span and value are right."""
    right = {"span": pairing.same_span(gold, found), "value": pairing.same_value(gold, found)} if found else {"missed": False}
    hits = {name: int(each) for name, each in right.items() if each}
    report.tallies[gold["label"]] += Tally(gold=1, overlap=int(found is not None), **hits)
    report.errors += [_error(kind, document, gold, found) for kind, each in right.items() if not each]
    return all(right.values())


def _count_found(report: Report, document: str, found: Row, gold: Row | None) -> None:
    report.tallies[found["label"]] += Tally(found=1)
    right, total = report.rules.get(found["rule"], (0, 0))
    report.rules[found["rule"]] = right + (gold is not None and pairing.same_value(gold, found)), total + 1
    if gold is None:
        report.errors.append(_error("spurious", document, None, found))


def _error(kind: str, document: str, gold: Row | None, found: Row | None) -> Error:
    label = (gold or found or {})["label"]
    expected = " | ".join(map(str, pairing.keys(gold))) if gold and kind != "span" else ""
    got = str(pairing.keys(found)[0]) if found and kind != "span" else ""
    rule = found["rule"] if found else ""
    return Error(label, kind, document, gold["text"] if gold else "", found["text"] if found else "", expected, got, rule)


def _names(entities: list[Row]) -> list[str]:
    """A name for each entity that outlives edits elsewhere in its report."""
    seen: Counter[str] = Counter()
    names = []
    for entity in entities:
        name = f"{entity['label']} {' '.join(entity['text'].split())}"
        seen[name] += 1
        names.append(f"{name} #{seen[name]}")
    return names


# --- gains and losses --------------------------------------------------------------------------------------------------


def changes(report: Report, baseline: Baseline) -> tuple[list[str], list[str]]:
    """Gains and losses: the gold entities that became right or wrong since the baseline, as ``document: LABEL text #n``."""
    gains: list[str] = []
    losses: list[str] = []
    for document, entities in sorted(report.baseline.items()):
        for name, right in entities.items():
            if baseline.get(document, {}).get(name, right) != right:
                (gains if right else losses).append(f"{document}: {name}")
    return gains, losses


def read_baseline(path: str | Path) -> Baseline:
    """What ``write_baseline`` wrote. Raises OSError, or ValueError for a file that is no baseline."""
    try:
        return msgspec.json.decode(Path(path).read_bytes(), type=Baseline)
    except msgspec.MsgspecError as error:
        raise ValueError(f"{path}: no baseline: {error}") from None


def write_baseline(report: Report, path: str | Path) -> None:
    """Pins the report: one line an entity, so that a change is a readable diff. Raises OSError."""
    rows = json.dumps(report.baseline, ensure_ascii=False, indent=1, sort_keys=True)
    Path(path).write_text(rows + "\n", encoding="utf-8")


# --- the scores of the rules -------------------------------------------------------------------------------------------


def write_scores(gold: str | Path, path: str | Path = scores.PATH) -> None:
    """Measures each rule's precision on ``train`` and ``dev`` below the folder ``gold`` and writes it where ``analyze`` reads it.

    Right is a finding whose value is right; a rule that finds nothing there gets no line. Raises as ``evaluate`` does.
    """
    right: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for split in ("train", "dev"):
        for rule, (good, total) in evaluate(Path(gold) / split).rules.items():
            right[rule] += good
            found[rule] += total
    lines = [f"{rule}\t{right[rule]}\t{found[rule]}\t{(right[rule] + 1) / (found[rule] + 2):.4f}" for rule in sorted(found)]
    Path(path).write_text("\n".join(["rule\tright\tfound\tscore", *lines]) + "\n", encoding="utf-8")
    scores.read.cache_clear()
