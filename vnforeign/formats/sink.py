"""Where tagged documents go, shard by shard: one small interface for folders of tables and for databases.

>>> from vnforeign.formats import sink
>>> target = sink.to("csv", "tables")  # or sink.to("parquet", "tables"), sink.to("sql", "sqlite:///reports.db")
>>> target.write(0, documents)
>>> target.close()
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Protocol

from ..document import Document

#: Documents that a shard holds where nobody says otherwise.
SHARD = 500


class SinkError(RuntimeError):
    """Documents that could not be written; the message says where and why, for people, and holds no password."""


class Sink(Protocol):
    """A place for documents. A shard written again replaces itself; what a reader sees is whole."""

    def write(self, shard: int, documents: Sequence[Document]) -> None:
        """Writes one shard, numbered from 0. Raises SinkError, and then nothing of the shard counts as written."""

    def close(self) -> None:
        """Lets go of what is open."""


def to(form: str, out: str, fields: bool = True) -> Sink:
    """The sink of a format: ``parquet`` and ``csv`` write into the folder ``out``, ``sql`` to the database of that URL.

    ``fields=False`` leaves out what passages are about. Raises ValueError for another format or a URL of no known database,
    ImportError with a hint where an extra is missing. Nothing is written, and no connection opened, before the first shard.
    """
    makers: dict[str, Callable[[], Sink]] = {
        "csv": lambda: _csv(out, fields),
        "parquet": lambda: _parquet(out, fields),
        "sql": lambda: _sql(out, fields),
    }
    if form not in makers:
        raise ValueError(f"no tables in format {form!r}; there are {', '.join(makers)}")
    return makers[form]()


def _csv(out: str, fields: bool) -> Sink:
    from .csv import CsvSink

    return CsvSink(out, fields=fields)


def _parquet(out: str, fields: bool) -> Sink:
    from .parquet import ParquetSink

    return ParquetSink(out, fields)


def _sql(out: str, fields: bool) -> Sink:
    from .sql import SqlSink

    return SqlSink(out, fields)


def pour(documents: Document | Iterable[Document], sink: Sink, size: int = SHARD) -> int:
    """Writes all documents in shards of ``size``, at least an empty one, closes the sink, and says how many there were.

    Raises SinkError.
    """
    shard = -1
    try:
        for shard, part in enumerate(_parts(documents, size)):
            sink.write(shard, part)
    finally:
        sink.close()
    return shard + 1


def _parts(documents: Document | Iterable[Document], size: int) -> Iterator[list[Document]]:
    source = iter([documents] if isinstance(documents, Document) else documents)
    part = list(islice(source, size))
    yield part
    while part := list(islice(source, size)):
        yield part
