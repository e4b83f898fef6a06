"""How far two annotators of the passages agree: kappa for each field, pillar and the function, alpha over the field sets.

python tools/agreement.py            prints the tables in Markdown
python tools/agreement.py --diff     prints the passages where the two differ, one a line

The first labels are those of ``corpora/fields/batches/*.tsv``, the second those of ``corpora/fields/second.tsv``; only passages
that both labelled are compared. A field that the first annotator marked ``optional`` is read in two ways: *strict* leaves it
out of the first labels, *lenient* lets it agree with whatever the second annotator chose.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FIRST = ROOT / "corpora" / "fields" / "batches"
SECOND = ROOT / "corpora" / "fields" / "second.tsv"
FIELDS = (
    "cooperation delegations awards_received awards_conferred conferences agreements borders foreign_presence "
    "economic_diplomacy ngo_aid culture overseas_vietnamese information monitoring consular cross_cutting"
).split()
PILLARS = ("party", "state", "people")

Keys = frozenset[str]


@dataclass(frozen=True)
class Labels:
    """What one annotator said of a passage."""

    fields: Keys
    optional: Keys
    pillars: Keys
    function: str

    def lenient(self, other: Labels) -> Keys:
        """The fields, where every optional one goes the way the other annotator went."""
        return (self.fields - self.optional) | (self.optional & other.fields)


Pair = tuple[Labels, Labels]


def read(path: Path) -> dict[str, Labels]:
    """The labels of a table with the columns ``id``, ``fields``, ``pillars``, ``function`` and perhaps ``optional``, by id."""
    lines = path.read_text(encoding="utf-8").splitlines()
    columns = lines[0].split("\t")
    found: dict[str, Labels] = {}
    for line in filter(None, lines[1:]):
        row = dict(zip(columns, line.split("\t"), strict=False))
        keys = {name: frozenset(filter(None, row.get(name, "").split("|"))) for name in ("fields", "optional", "pillars")}
        unknown = (keys["fields"] | keys["optional"]).difference(FIELDS) | keys["pillars"].difference(PILLARS)
        if unknown or row["id"] in found:
            raise SystemExit(f"{path}: {row['id']}: {'unknown ' + ', '.join(sorted(unknown)) if unknown else 'twice'}")
        found[row["id"]] = Labels(keys["fields"], keys["optional"], keys["pillars"], row["function"])
    return found


def pairs(first: Path, second: Path) -> dict[str, Pair]:
    """The passages that both labelled, by id."""
    ours = {key: labels for path in sorted(first.glob("*.tsv")) for key, labels in read(path).items()}
    theirs = read(second)
    if missing := theirs.keys() - ours.keys():
        raise SystemExit(f"{second}: not in {first}: {', '.join(sorted(missing))}")
    if not theirs:
        raise SystemExit(f"{second}: no passage")
    return {key: (ours[key], theirs[key]) for key in sorted(theirs)}


def kappa(values: Sequence[tuple[Hashable, Hashable]]) -> float | None:
    """Cohen's kappa; ``None`` where both annotators gave one and the same value throughout."""
    total = len(values)
    observed = sum(a == b for a, b in values) / total
    left, right = Counter(a for a, _ in values), Counter(b for _, b in values)
    expected = sum(count * right[value] for value, count in left.items()) / total**2
    return None if expected == 1 else (observed - expected) / (1 - expected)


def masi(a: Keys, b: Keys) -> float:
    """The MASI distance of two sets: one less Jaccard's index times 1 (equal), 2/3 (one in the other) or 1/3 (crossing)."""
    if a == b:
        return 0.0
    shared = len(a & b)
    weight = 2 / 3 if a < b or b < a else 1 / 3
    return 1 - shared / len(a | b) * weight


def alpha(values: Sequence[tuple[Keys, Keys]]) -> float:
    """Krippendorff's alpha of two annotators with the MASI distance; no value is missing."""
    observed = sum(masi(a, b) for a, b in values) / len(values)
    pool = Counter(keys for pair in values for keys in pair)
    size = pool.total()
    expected = sum(n * m * masi(a, b) for a, n in pool.items() for b, m in pool.items()) / (size * (size - 1))
    return 1 - observed / expected if expected else 1.0


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table; figures to two places, an absent one as a dash."""

    def show(cell: object) -> str:
        return "–" if cell is None else f"{cell:.2f}" if isinstance(cell, float) else str(cell)

    lines = [head, ["---"] + ["---:"] * (len(head) - 1), *rows]
    return "\n".join("| " + " | ".join(map(show, line)) + " |" for line in lines)


def report(labels: Sequence[Pair]) -> str:
    """The tables: the measures over whole passages, then kappa by field."""
    strict = [(a.fields, b.fields) for a, b in labels]
    lenient = [(a.lenient(b), b.fields) for a, b in labels]

    def same(values: Sequence[tuple[Hashable, Hashable]]) -> float:
        return sum(a == b for a, b in values) / len(values)

    whole: list[Sequence[object]] = [
        ("fields, strict", same(strict), "alpha (MASI)", alpha(strict)),
        ("fields, lenient", same(lenient), "alpha (MASI)", alpha(lenient)),
    ]
    functions = [(a.function, b.function) for a, b in labels]
    whole.append(("function", same(functions), "kappa", kappa(functions)))
    for pillar in PILLARS:
        has = [(pillar in a.pillars, pillar in b.pillars) for a, b in labels]
        whole.append((f"pillar `{pillar}`", same(has), "kappa", kappa(has)))
    by_field: list[Sequence[object]] = []
    for field in FIELDS:
        exact, loose = ([(field in a, field in b) for a, b in sets] for sets in (strict, lenient))
        counts = (sum(a for a, _ in exact), sum(b for _, b in exact), sum(a and b for a, b in exact))
        by_field.append((f"`{field}`", *counts, kappa(exact), kappa(loose)))
    scored = [[float(value) for row in by_field if isinstance(value := row[column], float)] for column in (4, 5)]
    by_field.append(("mean", "", "", "", *(sum(column) / len(column) for column in scored)))
    return "\n\n".join(
        (
            f"{len(labels)} passages.",
            table(("label", "same", "measure", "value"), whole),
            table(("field", "first", "second", "both", "kappa, strict", "kappa, lenient"), by_field),
        )
    )


def differences(labels: dict[str, Pair]) -> str:
    """One line for each passage that differs: the id, then what the first and the second said."""

    def show(said: Labels, *, optional: bool) -> str:
        extra = f" (optional {'|'.join(sorted(said.optional))})" if optional and said.optional else ""
        return f"{'|'.join(sorted(said.fields)) or '-'}{extra} / {'|'.join(sorted(said.pillars)) or '-'} / {said.function}"

    return "\n".join(
        f"{key}\t{show(a, optional=True)}\t{show(b, optional=False)}"
        for key, (a, b) in labels.items()
        if (a.fields, a.pillars, a.function) != (b.fields, b.pillars, b.function)
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--first", type=Path, default=FIRST, help="folder of the first annotator's batches")
    parser.add_argument("--second", type=Path, default=SECOND, help="table of the second annotator")
    parser.add_argument("--diff", action="store_true", help="print the passages where the two differ")
    arguments = parser.parse_args()
    labels = pairs(arguments.first, arguments.second)
    print(differences(labels) if arguments.diff else report(list(labels.values())))


if __name__ == "__main__":
    main()
