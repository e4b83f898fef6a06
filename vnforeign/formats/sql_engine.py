"""The connection to a database, and its tables as ``schema.tsv`` describes them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Context, Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from .schema import PRECISION, SCALE, TABLES, Column
from .sink import SinkError

try:
    import psycopg
    import sqlalchemy as sa
    from sqlalchemy.types import TypeDecorator, UserDefinedType
except ImportError:
    raise ImportError("databases need SQLAlchemy and psycopg: pip install 'vnforeign[sql]'") from None

if TYPE_CHECKING:
    from sqlalchemy.engine.interfaces import DBAPIConnection

_DRIVERS = {"sqlite": "sqlite+pysqlite", "postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg"}
#: What goes wrong in a database, through SQLAlchemy or past it.
FAULTS = (sa.exc.SQLAlchemyError, psycopg.Error)
#: Seconds to wait for a server that does not answer, or for another writer of an SQLite file.
PATIENCE = 15
_PATIENT = {"connect_timeout": PATIENCE, "tcp_user_timeout": PATIENCE * 1000}
#: The number of PostgreSQL's lock that lets one loader at a time make the tables.
_MAKING = 0x766E666F
#: Digits that a double of SQLite gives back as they were.
_DIGITS = 15
_CONTEXT = Context(prec=PRECISION)


class Database:
    """One database; connects when it is first used. Raises ValueError for a URL of no database that is known here."""

    def __init__(self, url: str) -> None:
        self._url = _address(url)
        #: The address for people: without password and options.
        self.name = self._url.set(query={}).render_as_string(hide_password=True)
        self.tables = metadata()
        self._engine: sa.Engine | None = None
        self._ready = False

    @contextmanager
    def begin(self) -> Iterator[sa.Connection]:
        """A transaction; the tables are there. Raises SinkError where tables of their names have other columns."""
        self._engine = self._engine or _engine(self._url)
        with self._engine.begin() as connection:
            if not self._ready:
                self._make(connection)
            yield connection
        self._ready = True

    def _make(self, connection: sa.Connection) -> None:
        if connection.dialect.name == "postgresql":
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_MAKING)))
        there = sa.inspect(connection)
        if {"alembic_version", "decisions"} <= set(there.get_table_names()):
            raise SinkError(f"{self.name}: is a database of the review (`vnforeign review`), not one for a run: name another")
        for table in set(TABLES) & set(there.get_table_names()):
            has = {column["name"] for column in there.get_columns(table)}
            if missing := [column.name for column in TABLES[table] if column.name not in has]:
                raise SinkError(f"{self.name}: its table {table} is another one: it has no column {missing[0]!r}")
        self.tables.create_all(connection)

    def close(self) -> None:
        """Closes the connections; using the database again opens new ones."""
        if self._engine is not None:
            self._engine.dispose()
            self._engine, self._ready = None, False


def _address(url: str) -> sa.URL:
    hint = "write sqlite:///file.db or postgresql://user@host/database"
    try:
        address = sa.make_url(url)
        port = address.port
    except (sa.exc.ArgumentError, ValueError):
        raise ValueError(f"this is no URL of a database; {hint}") from None
    system, _, driver = address.drivername.partition("+")
    if system not in _DRIVERS or driver and address.drivername != _DRIVERS[system] or port == 0:
        raise ValueError(f"no database {address.drivername!r} is known here; {hint}")
    if system == "sqlite" and address.host:
        raise ValueError(f"after sqlite: two slashes name a server, three a file: write sqlite:///{address.host}")
    return address.set(drivername=_DRIVERS[system])


def _engine(url: sa.URL) -> sa.Engine:
    if url.get_backend_name() == "postgresql":
        return sa.create_engine(url, hide_parameters=True, connect_args=_PATIENT)
    engine = sa.create_engine(url, hide_parameters=True, connect_args={"timeout": PATIENCE})
    sa.event.listen(engine, "connect", _by_hand)
    sa.event.listen(engine, "begin", _at_once)
    return engine


def _by_hand(connection: DBAPIConnection, _record: object) -> None:
    """Python's driver would begin transactions late, and none for the making of tables."""
    connection.isolation_level = None


def _at_once(connection: sa.Connection) -> None:
    """A writer takes its turn at the beginning: two who read first and write then would block each other."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")


# --- tables ----------------------------------------------------------------------------------------------------------------


@cache
def metadata() -> sa.MetaData:
    """All tables, with keys and indexes."""
    found = sa.MetaData()
    for table, columns in TABLES.items():
        sa.Table(table, found, *(_column(table, column) for column in columns), *_indexes(table))
    return found


def _column(table: str, column: Column) -> sa.Column[Any]:
    parent = [sa.ForeignKey("documents.document", ondelete="CASCADE")] if column.type == "key" and table != "documents" else []
    key = column.role == "key"
    return sa.Column(
        column.name,
        _type(column.type),
        *parent,
        primary_key=key,
        autoincrement=False,
        nullable=column.nullable,
        comment=column.english,
    )


def _type(name: str) -> Any:
    types: dict[str, Any] = {
        "bool": sa.Boolean(),
        "date": sa.Date(),
        "decimal": Exact(),
        "float": sa.Double(),
        "int": sa.BigInteger(),
        "key": sa.String(32),
    }
    return types.get(name, sa.Text())


def _indexes(table: str) -> Iterator[sa.Index]:
    """On PostgreSQL words are hashed: its trees refuse long ones, and nobody looks for ranges of them."""
    for column in TABLES[table]:
        if column.role == "index":
            using = "btree" if column.type in ("date", "category") else "hash"
            yield sa.Index(f"{table}_{column.name}", column.name, postgresql_using=using)


class _Affinity(UserDefinedType[Decimal]):
    """SQLite's ``NUMERIC``: whole numbers of 64 bits, or doubles."""

    cache_ok = True

    def get_col_spec(self, **_: Any) -> str:
        return "NUMERIC"


def narrowed(value: Decimal) -> int | str | None:
    """What SQLite keeps of a decimal exactly: a whole number of 64 bits or a fraction of 15 digits, or nothing."""
    if value == value.to_integral_value():
        return int(value) if abs(value) < 1 << 63 else None
    return str(value) if len(value.normalize(_CONTEXT).as_tuple().digits) <= _DIGITS else None


class Exact(TypeDecorator[Decimal]):
    """Decimals that come back as they went in. SQLite has none: what neither 64 bits nor 15 digits hold stays empty there."""

    impl = sa.Numeric(PRECISION, SCALE)
    cache_ok = True

    def load_dialect_impl(self, dialect: sa.Dialect) -> Any:
        return dialect.type_descriptor(_Affinity() if dialect.name == "sqlite" else sa.Numeric(PRECISION, SCALE))

    def process_bind_param(self, value: Decimal | None, dialect: sa.Dialect) -> Any:
        return value if value is None or dialect.name != "sqlite" else narrowed(value)

    def process_result_value(self, value: Any, dialect: sa.Dialect) -> Decimal | None:
        if value is None:
            return None
        number = Decimal(str(value))
        return number.to_integral_value() if number == number.to_integral_value() else number.normalize(_CONTEXT)
