"""Tables as Parquet: a folder a table, a part a shard, for pandas, Polars, DuckDB and whatever else reads Arrow."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..document import SCHEMA, Document
from . import parts
from .schema import PRECISION, SCALE, TABLES, Column
from .sink import pour
from .tables import Row, rows

if TYPE_CHECKING:
    import pyarrow


def to_parquet(documents: Document | Iterable[Document], folder: str | Path) -> None:
    """Writes the tables of ``docs/schema.md`` as ``folder/<table>/part-00000.parquet`` and so on, in place of earlier ones.

    500 documents are held at a time. Raises SinkError for a folder that cannot be written, ImportError with a hint where
    pyarrow is missing.
    """
    parts.trim(Path(folder), pour(documents, ParquetSink(folder)), "parquet")


class ParquetSink:
    """A folder of Parquet files: see ``sink.Sink``."""

    def __init__(self, folder: str | Path, fields: bool = True) -> None:
        _arrow()
        self._folder = Path(folder)
        self._fields = fields

    def write(self, shard: int, documents: Sequence[Document]) -> None:
        """Writes ``<table>/part-<shard>.parquet`` for every table. Raises SinkError."""
        found = rows(documents, self._fields)
        parts.write(self._folder, shard, "parquet", {name: _filler(name, found[name]) for name in TABLES})

    def close(self) -> None:
        """Nothing is open between two shards."""


def arrow_schema(table: str) -> pyarrow.Schema:
    """The Arrow schema of a table; each field carries its description."""
    pa = _arrow()
    return pa.schema([_field(column) for column in TABLES[table]], metadata={"schema": SCHEMA})


def _field(column: Column) -> pyarrow.Field:
    told = {"description": column.english, "description_vi": column.vietnamese}
    return _arrow().field(column.name, _type(column.type), column.nullable, told)


def _type(name: str) -> pyarrow.DataType:
    pa = _arrow()
    if name == "category":
        return pa.dictionary(pa.int32(), pa.string())
    if name == "decimal":
        return pa.decimal128(PRECISION, SCALE)
    plain = {"int": pa.int64(), "float": pa.float64(), "bool": pa.bool_(), "date": pa.date32(), "list": pa.list_(pa.string())}
    return plain.get(name, pa.string())


def _filler(table: str, found: list[Row]) -> Callable[[Path], None]:
    from pyarrow import parquet

    schema = arrow_schema(table)
    columns = list(zip(*found, strict=True)) or [()] * len(schema)
    arrays = [_arrow().array(cells, field.type) for cells, field in zip(columns, schema, strict=True)]
    content = _arrow().table(arrays, schema=schema)
    return lambda path: parquet.write_table(content, path, compression="zstd")


def _arrow() -> Any:
    try:
        import pyarrow
    except ImportError:
        raise ImportError("Parquet needs pyarrow: pip install 'vnforeign[table]'") from None
    return pyarrow
