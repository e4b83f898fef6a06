"""What every command shares: exit codes, messages on stderr, figures as a JSON file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

FAILED, INTERRUPTED = 1, 130  # click itself ends wrong usage with 2


def complain(message: str) -> None:
    """One line on stderr; what in a file's name would steer the terminal shows as an escape."""
    click.echo(f"vnforeign: {shown(message)}", err=True)


def shown(text: str) -> str:
    """A text with controls, turned directions, line ends and broken letters as escapes: ``\\x1b``."""
    return "".join(each if each.isprintable() else each.encode("unicode-escape").decode() for each in text)


def write_json(row: dict[str, Any], out: str) -> None:
    """A report's figures as an indented JSON file. Raises OSError."""
    Path(out).write_text(json.dumps(row, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _day(_context: click.Context, _parameter: click.Parameter, said: str | None) -> str | None:
    from datetime import date

    if said is None:
        return None
    try:
        if len(said) != len("2014-12-22"):
            raise ValueError
        return date.fromisoformat(said).isoformat()
    except ValueError:
        raise click.BadParameter(f"{said!r} is no date; write it as 2014-12-22") from None


reference_date_option = click.option(
    "--reference-date",
    metavar="DATE",
    callback=_day,
    help="Day of writing (YYYY-MM-DD) that 'năm nay' or '5 năm qua' count from.",
)
