"""Trains spaCy's recogniser on the gold reports and measures it beside the rules: ``python examples/spacy/train.py``.

Gold entities may overlap; a recogniser gives spans that do not. So both are measured on the same flat choice of the gold: for
each stretch the layers document, actor, value, place in this order, the longest first. Learns from ``train``, stops by
``dev``, and is measured on ``test``, as passages of some lines each.
"""

from __future__ import annotations

import argparse
from itertools import pairwise
from pathlib import Path
from typing import Any

import spacy
from spacy.cli._util import setup_gpu
from spacy.language import DEFAULT_CONFIG, Language
from spacy.scorer import Scorer
from spacy.tokens import Doc, DocBin
from spacy.training import Example
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config

import vnforeign as vf
from vnforeign import gold
from vnforeign.document import Document, Entities, Entity, Raw
from vnforeign.spacy import to_spacy

HERE = Path(__file__).resolve().parent
GOLD = HERE.parents[1] / "corpora" / "gold"
LABELS = vf.LABELS
SHORTEST = 40  # tokens of a passage that the recogniser learns from


def marked(report: gold.Gold) -> Document:
    """A gold report as a Document, values left out."""
    found = (Entity(row["label"], row["start"], row["end"], row["text"], Raw({})) for row in report.entities)
    return Document(report.text, report.id, entities=Entities(found))


def pieces(doc: Doc) -> list[Doc]:
    """A Doc cut behind line ends, where no entity is cut."""
    cuts = [0]
    for token in doc:
        inside = token.i + 1 < len(doc) and doc[token.i + 1].ent_iob_ == "I"
        if "\n" in token.text and token.i + 1 - cuts[-1] > SHORTEST and not inside:
            cuts.append(token.i + 1)
    return [doc[start:end].as_doc() for start, end in pairwise([*cuts, len(doc)]) if start < end]


def corpus(split: str, out: Path, most: int | None) -> Path:
    """The reports of a split as a DocBin."""
    docs = [piece for report in gold.read(GOLD / split)[:most] for piece in pieces(to_spacy(marked(report)))]
    DocBin(docs=docs).to_disk(out / f"{split}.spacy")
    return out / f"{split}.spacy"


def measured(predict: Any, nlp: Language, reports: list[gold.Gold]) -> dict[str, float]:
    """F1 of equal spans a label and of all (``micro``)."""
    examples = [Example(predict(report), to_spacy(marked(report), nlp)) for report in reports]
    scores = Scorer.score_spans(examples, "ents")
    per_label = {label: scores["ents_per_type"].get(label, {}).get("f", 0.0) for label in LABELS}
    return {"micro": scores["ents_f"], **per_label}


def flat(doc: Doc) -> Doc:
    """Only the ents count: blank edges, which no entity has, go."""
    doc.ents = [span for span in doc.ents if not span[0].is_space and not span[-1].is_space]
    return doc


def run(out: Path, steps: int | None = None, most: int | None = None) -> dict[str, dict[str, float]]:
    """Trains, stores the model in ``out/model``, and gives the figures of recogniser and rules on ``test``."""
    (out / "model").mkdir(parents=True, exist_ok=True)
    config = DEFAULT_CONFIG.merge(load_config(HERE / "ner.cfg"))  # what the file leaves open
    config["paths"] |= {"train": str(corpus("train", out, most)), "dev": str(corpus("dev", out, most))}
    if steps:
        config["training"] |= {"max_steps": steps, "eval_frequency": steps}
    setup_gpu(-1, silent=True)
    nlp = init_nlp(config.interpolate(), use_gpu=-1)
    train(nlp, out / "model", use_gpu=-1)
    return compared(spacy.load(out / "model" / "model-best"), gold.read(GOLD / "test")[:most])


def compared(best: Language, reports: list[gold.Gold]) -> dict[str, dict[str, float]]:
    """The figures of a trained recogniser and of the rules on the same reports."""
    ner = measured(lambda report: flat(best(report.text)), best, reports)
    rules = measured(lambda report: to_spacy(vf.analyze(report.text, report.reference_date), best), best, reports)
    return {"ner": ner, "rules": rules}


def main() -> None:
    """Prints the table of ``docs/spacy.md``."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, default=Path("build/spacy"))
    parser.add_argument("--steps", type=int)
    options = parser.parse_args()
    figures = run(options.out, options.steps)
    print("| label | trained `ner` | rules |\n| --- | ---: | ---: |")
    for label in ("micro", *LABELS):
        print(f"| {label} | {figures['ner'][label]:.2f} | {figures['rules'][label]:.2f} |")


if __name__ == "__main__":
    main()
