"""What the commands say of records: ``tag --records`` and ``evaluate records``."""

from __future__ import annotations

import click

from .console import FAILED, complain, write_json
from .document import Document
from .wording import plain


def drafted(document: Document) -> Document:
    """The document with its records drafted."""
    from .records import prefill

    prefill(document)
    return document


def evaluate_records(split: str, errors: int, figures: str | None, write_scores: bool, corpus: str | None = None) -> int:
    """Prints how right the drafts are on a split of the project's reports, or on rows of one's own, and writes figures."""
    if write_scores and corpus:
        raise click.UsageError("--write-scores counts the project's own reports, not those of --corpus")
    try:
        from .records import evaluate as measure

        if write_scores:
            click.echo(f"counted at first sight: {', '.join(measure.write_scores()) or 'no report is new'}", err=True)
        report = measure.evaluate_rows(corpus) if corpus else measure.evaluate(split)
        click.echo(str(report))
        for key in report.tallies if errors else ():
            for error in [each for each in report.errors if f"\t{key}." in each][:errors]:
                click.echo(error)
        if figures:
            write_json(report.to_dict(), figures)
    except (ValueError, OSError) as error:
        complain(plain(error))
        return FAILED
    return 0
