"""The command line: each command calls one public function. ``docs/cli.md`` describes it.

Exit codes: 0 done, 1 some documents failed, 2 wrong usage, 130 interrupted. Messages go to stderr, results to stdout.
"""

from __future__ import annotations

import os
import signal
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from . import __version__, cli_convert, cli_detect, cli_fields, cli_records, cli_review, cli_reviewed, cli_tag
from .console import FAILED, INTERRUPTED, complain, reference_date_option, write_json
from .document import LABELS
from .wording import many, plain

if TYPE_CHECKING:
    from .document import Document
    from .evaluate import Report


def main() -> None:
    """Runs the command line and ends the process with its exit code."""
    if hasattr(signal, "SIGPIPE"):  # a reader that has seen enough (`| head`) ends the run, as it ends other tools
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    signal.signal(signal.SIGTERM, _interrupt)
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    try:
        code = cli.main(prog_name="vnforeign", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except (click.Abort, KeyboardInterrupt):
        code = INTERRUPTED
    except OSError as error:
        complain(plain(error))
        code = FAILED
    sys.exit(code)


def _interrupt(*_: Any) -> None:
    """SIGTERM ends a run as ^C does: what was begun is cleaned away."""
    raise KeyboardInterrupt


def _labels(_context: click.Context, _parameter: click.Parameter, said: str | None) -> tuple[str, ...]:
    labels = tuple(said.split(",")) if said else ()
    for label in labels:
        if label not in LABELS:
            raise click.BadParameter(f"no label {label!r}; there are {', '.join(LABELS)}")
    return labels


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="vnforeign")
def cli() -> None:
    """Find entities in Vietnamese external-affairs reports."""


cli.add_command(cli_tag.tag)

# --- explain -----------------------------------------------------------------------------------------------------------


@cli.command()
@click.argument("file")
@click.option("--at", type=int, required=True, metavar="OFFSET", help="Code-point offset into the text, from 0.")
@reference_date_option
def explain(file: str, at: int, reference_date: str | None) -> int:
    """Say why the character at an offset of FILE (- for stdin) is read as it is."""
    from .reading import ReadError
    from .reading.plain import Several
    from .trace import explain as explanation

    try:
        text = _read(file).text
    except Several:
        complain(f"{file}: holds several documents: unpack it and name one of them")
        return FAILED
    except ReadError as error:
        complain(plain(error))
        return FAILED
    if not 0 <= at < len(text):
        raise click.BadParameter(f"{at} lies outside the text, which has {many(len(text), 'character')}", param_hint="--at")
    click.echo(str(explanation(text, at, reference_date)))
    return 0


def _read(path: str) -> Document:
    """The Document of a file, or of stdin for ``-``. Raises ReadError."""
    from . import reading

    return reading.decode(sys.stdin.buffer.read(), "-") if path == "-" else reading.read(path)


# --- evaluate ----------------------------------------------------------------------------------------------------------


@cli.command()
@click.argument("gold")
@click.option("--labels", callback=_labels, metavar="LABEL,...", help="Only these labels.")
@click.option("--errors", type=click.IntRange(0), default=0, metavar="N", help="List up to N errors a label.")
@click.option(
    "--baseline", metavar="FILE", help="Pinned results to compare with.  [default: baseline.json in GOLD, if it is there]"
)
@click.option("--write-baseline", is_flag=True, help="Pin these results in the baseline file.")
@click.option("--write-scores", is_flag=True, help="Measure every rule on GOLD's train and dev folders and store its score.")
@click.option("--json", "figures", metavar="OUT", help="Write the figures as JSON.")
@click.option(
    "--split",
    type=click.Choice(["train", "dev", "test", "all"]),
    default="test",
    show_default=True,
    help="Which passages or reports, where GOLD is the word `fields` or `records`.",
)
@click.option(
    "--corpus", metavar="FILE", help="Where GOLD is `fields` or `records`: all of your own, as `vnforeign reviewed` writes them."
)
def evaluate(
    gold: str,
    labels: tuple[str, ...],
    errors: int,
    baseline: str | None,
    write_baseline: bool,
    write_scores: bool,
    figures: str | None,
    split: str,
    corpus: str | None,
) -> int:
    """Compare findings with GOLD: a .jsonl file, or a file or folder in the inline notation.

    `evaluate fields` measures the passage classifier on the project's own passages instead, `evaluate records` the drafts of
    records on the project's own reports; with --corpus, on your office's.
    """
    if gold == "fields":
        return cli_fields.evaluate_fields(split, figures, corpus)
    if gold == "records":
        return cli_records.evaluate_records(split, errors, figures, write_scores, corpus)
    if corpus:
        raise click.UsageError("--corpus belongs to `evaluate fields` and `evaluate records`; a file of entities is GOLD itself")
    return _evaluate_entities(gold, labels, errors, baseline, write_baseline, write_scores, figures)


def _evaluate_entities(
    gold: str,
    labels: tuple[str, ...],
    errors: int,
    baseline: str | None,
    write_baseline: bool,
    write_scores: bool,
    figures: str | None,
) -> int:
    from . import evaluate as figures_of

    if write_baseline and not baseline and not os.path.isdir(gold):
        raise click.UsageError("--write-baseline needs --baseline FILE where GOLD is no folder")
    try:
        pinned = Path(baseline or Path(gold, "baseline.json"))
        report = figures_of.evaluate(gold)
        if not report.micro().gold:
            raise ValueError(f"{gold}: no gold there: no entity is marked in {many(report.documents, 'report')}")
        shown = report.of(*labels)
        click.echo(str(shown))
        _list_errors(shown, errors)
        if write_baseline:
            figures_of.write_baseline(report, pinned)
        elif baseline or pinned.exists():
            _list_changes(*figures_of.changes(shown, figures_of.read_baseline(pinned)))
        if figures:
            write_json(shown.to_dict(), figures)
        if write_scores:
            figures_of.write_scores(gold)
    except (ValueError, OSError) as error:
        complain(plain(error))
        return FAILED
    return 0


def _list_errors(report: Report, most: int) -> None:
    for label in report.tallies:
        for error in [each for each in report.errors if each.label == label][:most]:
            click.echo(str(error))


def _list_changes(gains: list[str], losses: list[str]) -> None:
    click.echo(f"since the baseline: {len(gains)} gains, {len(losses)} losses")
    for sign, changed in (("+", gains), ("-", losses)):
        for each in changed:
            click.echo(f"{sign} {each}")


# --- fields ------------------------------------------------------------------------------------------------------------

cli.add_command(cli_detect.detect)
cli.add_command(cli_fields.train)
cli.add_command(cli_fields.suggest)
cli.add_command(cli_convert.convert)

# --- review ------------------------------------------------------------------------------------------------------------

cli.add_command(cli_review.review)
cli.add_command(cli_reviewed.reviewed)
