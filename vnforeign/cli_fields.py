"""The commands of the passage classifier: ``train fields``, ``suggest passages`` and what ``evaluate fields`` prints."""

from __future__ import annotations

from pathlib import Path

import click

from .console import FAILED, complain, write_json
from .fields import need_numpy
from .wording import many, plain


@click.group()
def train() -> None:
    """Train a model on labelled passages."""


@train.command("fields")
@click.option("--corpus", metavar="TSV", help="Labelled passages: a file or a folder of files.  [default: the project's]")
@click.option("--taxonomy", metavar="TSV", help="The fields: key, number, name, rule.  [default: the shipped one]")
@click.option("--out", metavar="DIR", help="Write the model here.  [default: the shipped model's folder]")
@click.option("--seed", type=int, default=0, show_default=True, help="The same corpus and seed make the same bytes.")
def train_fields(corpus: str | None, taxonomy: str | None, out: str | None, seed: int) -> int:
    """Fit fields, pillars and functions; needs scikit-learn (the extra `train`)."""
    try:
        need_numpy()
        from .fields import train as training
        from .fields.classifier import FOLDER

        model = training.train(corpus or training.CORPUS, taxonomy or training.TAXONOMY, out or FOLDER, seed)
    except (ValueError, OSError, ImportError) as error:  # CorpusError and ModelError are ValueErrors
        complain(plain(error))
        return FAILED
    click.echo(f"{many(model.manifest['trained_on']['passages'], 'passage')}, digest {model.manifest['digest']}")
    return 0


@click.group()
def suggest() -> None:
    """Pick what to label next."""


@suggest.command("passages")
@click.option("--unlabelled", required=True, metavar="FILE", help="Passages without labels, one a line.")
@click.option("-n", "--number", type=click.IntRange(1), default=20, show_default=True, help="How many to pick.")
@click.option("--model", "folder", metavar="DIR", help="A model of your own instead of the shipped one.")
def suggest_passages(unlabelled: str, number: int, folder: str | None) -> int:
    """Write the passages most useful to label, best first, as TSV: line, uncertainty, field, text."""
    try:
        need_numpy()
        from .fields.classifier import Model, load
        from .fields.suggest import suggest as chosen

        lines = Path(unlabelled).read_text(encoding="utf-8").splitlines()
        for each in chosen(lines, number, Model.read(folder) if folder else load()):
            text = lines[each.index].replace("\t", " ")
            click.echo(f"{each.index + 1}\t{each.uncertainty:.3f}\t{each.field}\t{text}")
    except (ValueError, OSError, ImportError) as error:
        complain(plain(error))
        return FAILED
    return 0


def evaluate_fields(split: str, figures: str | None, corpus: str | None = None) -> int:
    """Prints the classifier's figures on a split of the project's passages, or on all of one's own, and writes them as JSON."""
    try:
        need_numpy()
        from .fields.evaluate import evaluate

        report = evaluate(corpus, split=None) if corpus else evaluate(split=None if split == "all" else split)
        click.echo(str(report))
        if figures:
            write_json(report.to_dict(), figures)
    except (ValueError, OSError, ImportError) as error:
        complain(plain(error))
        return FAILED
    return 0
