"""How right the drafts are: against the gold records of the project's reports, slot by slot.

Within a document and a type (and rows of totals apart from rows of one item), gold and drafted rows are paired so that the
pairs share as many right slots as possible. A slot is right when its canonical value is the gold's; a slot of words (text,
docref, list) also when its words are at least half the same: what both cover is half or more of what either covers. Common
columns are not counted. A gold slot of an unpaired row is missed, a drafted one spurious.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from .. import gold as reports
from .. import scores
from ..analyze import analyze
from ..corpora import CORPORA as CORPUS
from ..corpora import present
from ..document import Evidence, Record, Slot
from ..wording import many
from . import canonical, gold
from .draft import prefill
from .schema import Column, types
from .scores import PATH

_WORDS = ("text", "docref", "list")
_HALF = 0.5


class Tally(msgspec.Struct):
    """Slots of a type, or of all: in the gold, drafted, right; drafted and right among those shown as certain."""

    gold: int = 0
    found: int = 0
    right: int = 0
    certain: int = 0
    certain_right: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(*(a + b for a, b in zip(msgspec.structs.astuple(self), msgspec.structs.astuple(other), strict=True)))

    @property
    def figures(self) -> dict[str, float]:
        """Precision, recall, F1 and the precision of certain slots (0 to 1; 0 where there is nothing to divide by)."""
        parts = {"p": (self.right, self.found), "r": (self.right, self.gold), "f": (2 * self.right, self.gold + self.found)}
        parts["certain"] = (self.certain_right, self.certain)
        return {name: part / whole if whole else 0.0 for name, (part, whole) in parts.items()}


class Report(msgspec.Struct):
    """What an evaluation counted; ``str(report)`` is its table; ``errors`` lists each slot that is wrong, in words."""

    documents: int
    records: int
    tallies: dict[str, Tally]
    rules: dict[str, tuple[int, int]]
    errors: list[str]

    @property
    def micro(self) -> Tally:
        """The counts of all types together."""
        return sum(self.tallies.values(), Tally())

    def to_dict(self) -> dict[str, Any]:
        """The figures as JSON types."""
        rows = {**self.tallies, "micro": self.micro}
        return {
            "documents": self.documents,
            "records": self.records,
            "types": {name: msgspec.to_builtins(tally) | tally.figures for name, tally in rows.items()},
        }

    def __str__(self) -> str:
        head = f"{'type':30}  gold found right      P      R     F1  certain      P"
        rows = [_line(name, tally) for name, tally in self.tallies.items() if tally.gold or tally.found]
        counts = f"{many(self.documents, 'document')}, {many(self.records, 'record')}"
        return "\n".join([counts, head, *rows, _line("micro", self.micro)])


def _line(name: str, tally: Tally) -> str:
    figures = tally.figures
    counts = f"{name:30} {tally.gold:5} {tally.found:5} {tally.right:5} "
    return counts + "{p:6.3f} {r:6.3f} {f:6.3f}".format(**figures) + f" {tally.certain:8} {figures['certain']:6.3f}"


def evaluate(split: str = "test", corpus: str | Path = CORPUS) -> Report:
    """The drafts of the reports of a split (train, dev, test or all) compared with their gold records.

    ``corpus`` holds ``gold/<split>/*.txt`` and ``records/<split>/*.toml``, with a ``.txt`` beside it where the report's entities
    are not marked. Raises ValueError for gold that cannot be read or a
    split without any, OSError for a path that cannot be opened.
    """
    report = _empty()
    for name in ("train", "dev", "test") if split == "all" else (split,):
        for text, records in marked(corpus, name):
            _count(report, text.id, records, prefill(analyze(text.text, text.reference_date)))
    if not report.documents:
        raise ValueError(f"{corpus}: no gold records in the split {split!r}")
    return report


def evaluate_rows(path: str | Path) -> Report:
    """The drafts of an office's own reports compared with the rows that its editors saved, from ``vnforeign reviewed rows``.

    Raises ValueError for a file that cannot be read as such or holds none, OSError for one that cannot be opened.
    """
    report = _empty()
    for text, records in gold.read_rows(path):
        _count(report, text.id, records, prefill(analyze(text.text, text.reference_date)))
    if not report.documents:
        raise ValueError(f"{path}: no document there")
    return report


def _empty() -> Report:
    return Report(0, 0, {key: Tally() for key in types()}, {}, [])


def marked(corpus: str | Path, split: str) -> Iterator[tuple[reports.Gold, list[Record]]]:
    """The reports of a split with their gold records: those with marked entities, then those marked for records alone."""
    folder = Path(corpus, "records", split)
    plain = reports.read(folder) if any(folder.glob("*.txt")) else []
    return gold.corpus(folder, reports.read(present(Path(corpus, "gold", split))) + plain)


def _count(report: Report, document: str, wanted: list[Record], drafted: list[Record]) -> None:
    report.documents += 1
    report.records += len(wanted)
    for key in report.tallies:
        for summary in (True, False):
            one = [each for each in wanted if (each.type, each.summary) == (key, summary)]
            two = [each for each in drafted if (each.type, each.summary) == (key, summary)]
            _compare(report, document, one, two)


def _compare(report: Report, document: str, wanted: list[Record], drafted: list[Record]) -> None:
    pairs = assign(wanted, drafted)
    for place, record in enumerate(wanted):
        _gold_row(report, document, record, drafted[pairs[place]] if place in pairs else None)
    partner = {j: wanted[i] for i, j in pairs.items()}
    for place, record in enumerate(drafted):
        _found_row(report, document, record, partner.get(place))


def _gold_row(report: Report, document: str, record: Record, draft: Record | None) -> None:
    for name, slot in _own(record).items():
        report.tallies[record.type].gold += 1
        if draft is None or name not in draft.slots:
            report.errors.append(f"{document}\tmissed\t{record.type}.{name}\t{canonical.write(slot.value)}")


def _found_row(report: Report, document: str, record: Record, partner: Record | None) -> None:
    tally = report.tallies[record.type]
    for name, slot in _own(record).items():
        right = partner is not None and name in partner.slots and same(_column(record, name), partner.slots[name], slot)
        tally += Tally(0, 1, int(right), int(slot.certain), int(slot.certain and right))
        report.tallies[record.type] = tally
        hits, found = report.rules.get(slot.rule, (0, 0))
        report.rules[slot.rule] = hits + right, found + 1
        if not right:
            wanted = canonical.write(partner.slots[name].value) if partner and name in partner.slots else ""
            kind = "wrong" if wanted else "spurious"
            report.errors.append(
                f"{document}\t{kind}\t{record.type}.{name}\t{canonical.write(slot.value)}\t{wanted}\t{slot.rule}"
            )


def _own(record: Record) -> dict[str, Slot]:
    columns = types()[record.type].columns
    return {name: slot for name, slot in record.slots.items() if not columns[name].common}


def _column(record: Record, name: str) -> Column:
    return types()[record.type].columns[name]


def assign(wanted: list[Record], drafted: list[Record]) -> dict[int, int]:
    """Pairs of gold and drafted rows that share the most right slots, best pair first; rows that share none stay alone.

    Greedy by number of shared slots, then by the order of the text: rows of one sentence differ in most of their slots, so that a
    better assignment of all pairs together hardly ever exists.
    """
    shared = [(-_shared(one, two), i, j) for i, one in enumerate(wanted) for j, two in enumerate(drafted) if _shared(one, two)]
    pairs: dict[int, int] = {}
    for _, i, j in sorted(shared):
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return pairs


def _shared(one: Record, two: Record) -> int:
    both = _own(one).keys() & _own(two).keys()
    return sum(same(_column(one, name), one.slots[name], two.slots[name]) for name in both)


def same(column: Column, one: Slot, two: Slot) -> bool:
    """Whether two slots of a column hold the same value, or, for words, at least half the same words of the text."""
    if canonical.key(column, one.value) == canonical.key(column, two.value):
        return True
    return column.type in _WORDS and column.holds != "country" and _overlap(one.evidence, two.evidence) >= _HALF


def _overlap(one: list[Evidence], two: list[Evidence]) -> float:
    first = {at for each in one for at in range(each.start, each.end)}
    second = {at for each in two for at in range(each.start, each.end)}
    return len(first & second) / len(first | second) if first | second else 0.0


def write_scores(corpus: str | Path = CORPUS, path: str | Path = PATH) -> list[str]:
    """Stores how right each rule is on reports that it was not made with; gives the names of those that were counted now.

    A report counts once, when it is first seen: ``records/first_sight.tsv`` of the corpus keeps its counts (``report, rule,
    right, found``), for once rules have been made with it, it says nothing of them any more. A rule ``-`` says that a report was
    there before this was kept, or that nothing was drafted from it. The table at ``path`` is the sum (``rule, right, found,
    score``).
    """
    kept = Path(corpus, "records", "first_sight.tsv")
    rows = [tuple(line.split("\t")) for line in kept.read_text(encoding="utf-8").splitlines()[1:]] if kept.exists() else []
    known, new = {row[0] for row in rows}, []
    for split in ("train", "dev"):
        for text, records in marked(corpus, split):
            if text.id not in known:
                new.append(text.id)
                seen = sorted(_at_sight(text, records).items())
                rows += [(text.id, name, str(right), str(found)) for name, (right, found) in seen] or [(text.id, "-", "0", "0")]
    kept.write_text("\n".join(["report\trule\tright\tfound", *map("\t".join, rows)]) + "\n", encoding="utf-8")
    _store(rows, Path(path))
    return new


def _at_sight(text: reports.Gold, records: list[Record]) -> dict[str, tuple[int, int]]:
    report = _empty()
    _count(report, text.id, records, prefill(analyze(text.text, text.reference_date)))
    return report.rules


def _store(rows: list[tuple[str, ...]], path: Path) -> None:
    rules: dict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for _, name, right, found in rows:
        if name != "-":
            rules[name] = rules[name][0] + int(right), rules[name][1] + int(found)
    lines = [f"{name}\t{right}\t{found}\t{(right + 1) / (found + 2):.4f}" for name, (right, found) in sorted(rules.items())]
    path.write_text("\n".join(["rule\tright\tfound\tscore", *lines]) + "\n", encoding="utf-8")
    scores.read.cache_clear()
