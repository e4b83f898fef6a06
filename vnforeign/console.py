"""What every command shares: exit codes, messages on stderr, figures as a JSON file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

FAILED, INTERRUPTED = 1, 130  # click itself ends wrong usage with 2


def complain(message: str) -> None:
    """One line on stderr."""
    click.echo(f"vnforeign: {message}", err=True)


def write_json(row: dict[str, Any], out: str) -> None:
    """A report's figures as an indented JSON file. Raises OSError."""
    Path(out).write_text(json.dumps(row, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
