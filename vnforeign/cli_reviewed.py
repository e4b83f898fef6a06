"""The commands ``reviewed …``: what editors decided, as tables, gold reports, rows and labelled passages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from .cli_review import db_option, lacking
from .console import FAILED, complain
from .wording import many, plain

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

F = TypeVar("F", bound=Callable[..., Any])


def _output(said: str) -> Callable[[F], F]:
    return click.option("-o", "--output", metavar="OUT", required=True, help=said)


@click.group()
def reviewed() -> None:
    """Write what editors decided: records, gold reports, rows, labelled passages."""


@reviewed.command("records")
@db_option
@_output("A file ending in .xlsx, .json, .sql, .zip (of CSV files) or .csv.")
@click.option("--type", "kind", metavar="TYPE", help="Only this table, such as ngo_aid; a .csv file needs it.")
@click.option("--language", type=click.Choice(["vi", "en"]), default="vi", show_default=True, help="Of the columns' labels.")
def reviewed_records(url: str, output: str, kind: str | None, language: str) -> int:
    """Write the saved records."""

    def write(session: Session) -> str:
        from .review import exports, tables

        records = [each for each in tables.saved(session) if kind in (None, each.record.type)]
        Path(output).write_bytes(exports.write(records, Path(output).suffix.lstrip(".").lower(), language, kind))
        types = Counter(each.record.type for each in records)
        told = f" ({', '.join(f'{name} {number}' for name, number in types.items())})" if types else ""
        return f"{many(len(records), 'record')}{told}"

    return _write(url, output, write)


@reviewed.command("gold")
@db_option
@_output("A folder; a file NUMBER.txt in it for each document whose entities an editor has checked.")
def reviewed_gold(url: str, output: str) -> int:
    """Write checked documents as gold reports, for `vnforeign evaluate OUT`. Files of an earlier export go."""

    def write(session: Session) -> str:
        from .review import gold

        found = gold.write(session, Path(output))
        gone = f"; {many(found.removed, 'file')} of an earlier export removed" if found.removed else ""
        hint = "" if found.reports else "; a document is written once its entities are ticked as checked"
        return f"{many(found.reports, 'report')}, {many(found.entities, 'entity', 'entities')}{gone}{hint}"

    return _write(url, output, write)


@reviewed.command("rows")
@db_option
@_output("A .jsonl file.")
def reviewed_rows(url: str, output: str) -> int:
    """Write the saved rows of each document without an open one, for `vnforeign evaluate records --corpus OUT`."""

    def write(session: Session) -> str:
        from .review import gold

        lines = list(gold.rows(session))
        Path(output).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="")
        hint = "" if lines else "; a document is written once each of its rows is decided"
        return f"{many(len(lines), 'document')}{hint}"

    return _write(url, output, write)


@reviewed.command("passages")
@db_option
@_output("A .tsv file.")
def reviewed_passages(url: str, output: str) -> int:
    """Write the passages whose fields an editor has set, for `evaluate fields --corpus OUT` and `train fields --corpus OUT`."""

    def write(session: Session) -> str:
        from .review import gold

        text = gold.passages(session)
        Path(output).write_bytes(text.encode("utf-8", "replace"))
        return many(text.count("\n") - 1, "passage")

    return _write(url, output, write)


def _write(url: str, output: str, made: Callable[[Session], str]) -> int:
    """Opens the database, writes, and says how much that was."""
    try:
        from .review.storage import Storage
    except ImportError as error:
        complain(lacking(error))
        return FAILED
    try:
        if "://" not in url and not Path(url).exists():
            raise ValueError(f"{url}: no such database")
        storage = Storage(url)
        try:
            with storage.reading() as session:
                click.echo(f"{output}: {made(session)}")
        finally:
            storage.close()
    except (ValueError, OSError, ImportError) as error:
        complain(plain(error))
        return FAILED
    return 0
