"""Tables in a database, through SQLAlchemy: SQLite or PostgreSQL, a transaction a shard, and loading twice changes nothing."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from ..document import Document
from .sink import SinkError, pour
from .tables import Row, key, rows

if TYPE_CHECKING:
    from .sql_engine import Database

#: Seconds to wait before a shard is tried again: a database may restart, two loaders may meet.
PAUSES = (0.2, 1.0, 3.0)
#: States of PostgreSQL after which trying again helps: serialization, deadlock, too many connections, shutdown, start.
_PASSING = {"40001", "40P01", "53300", "57P01", "57P02", "57P03"}


def to_sql(documents: Document | Iterable[Document], url: str) -> None:
    """Loads documents into the tables of ``docs/schema.md``, which are made where they are missing.

    ``url`` is ``sqlite:///reports.db`` or ``postgresql://user:password@host/database``. A document that is there already is
    replaced by what it gives now; a changed one (another text of the same ``source`` and ``id``) takes its old rows away. A
    transaction holds 500 documents. Raises SinkError where the database cannot be reached or refuses, ValueError for a URL of
    no such database, ImportError with a hint where SQLAlchemy is missing.
    """
    pour(documents, SqlSink(url))


class SqlSink:
    """A database: see ``sink.Sink``. It connects when the first shard is written; the number of a shard does not matter."""

    def __init__(self, url: str, fields: bool = True) -> None:
        from .sql_engine import Database

        self._database: Database = Database(url)
        self._fields = fields

    def __repr__(self) -> str:
        return f"SqlSink({self._database.name!r})"

    def write(self, shard: int, documents: Sequence[Document]) -> None:
        """Replaces the rows of these documents in one transaction, tried four times at most. Raises SinkError."""
        found = rows({key(document): document for document in documents}.values(), self._fields)
        for pause in PAUSES:
            if self._written(found, last=False):
                return
            time.sleep(pause)
        self._written(found, last=True)

    def _written(self, found: dict[str, list[Row]], last: bool) -> bool:
        """True when it is; False for a failure that may pass. Raises SinkError for one that stays, or the last."""
        from .sql_engine import FAULTS
        from .sql_load import replace

        try:
            with self._database.begin() as connection:
                replace(connection, self._database.tables, found)
            return True
        except FAULTS as error:
            self._database.close()
            if last or not _passes(error):
                raise SinkError(f"{self._database.name}: {_reason(error)}; nothing of these documents is written") from None
            return False

    def close(self) -> None:
        """Closes the connections."""
        self._database.close()


def _passes(error: Any) -> bool:
    """Whether the same may go well in a moment: the connection was lost or refused, or others were at work."""
    state = getattr(getattr(error, "orig", None), "sqlstate", None)
    lost = getattr(error, "connection_invalidated", False) or (type(error).__name__ == "OperationalError" and state is None)
    return lost or state in _PASSING


def _reason(error: Any) -> str:
    """What the database said, on one line: without statement, parameters or address."""
    return " ".join(str(getattr(error, "orig", None) or error).split("\n")[0].split())
