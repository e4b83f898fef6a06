"""Where decisions are kept: an SQLite file without any set-up, or PostgreSQL by URL.

SQLite runs in WAL mode with a full sync at each commit, so a decision that was answered survives the end of the process and of
the power. A writer takes its lock when it begins and waits up to five seconds for another one.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, IntegrityError, SQLAlchemyError
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.orm.exc import StaleDataError

from .models import Setting

MIGRATIONS = Path(__file__).with_name("migrations")
_MIGRATING = 7202101  # the key of PostgreSQL's advisory lock while tables are made


class StorageError(ValueError):
    """A database that cannot be opened; the message says which and why, without a password."""


class Conflict(Exception):
    """Another editor was faster: what the decision was about is no longer as it was shown."""


def now() -> str:
    """The time, UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Storage:
    """An open database, its tables at the newest version.

    ``url`` is an SQLAlchemy URL (``sqlite:///review.db``, ``postgresql://…``) or the path of an SQLite file.
    Raises StorageError.
    """

    def __init__(self, url: str | os.PathLike[str]) -> None:
        self.engine = _engine(str(url))
        self._sessions = sessionmaker(self.engine, expire_on_commit=False)
        from alembic.util import CommandError

        try:
            migrate(self.engine)
            self.secret = self._secret()
        except StorageError:
            self.close()
            raise
        except (SQLAlchemyError, CommandError) as error:
            self.close()
            shown = self.engine.url.render_as_string()
            raise StorageError(f"{shown}: cannot be opened: {_reason(error)}") from None

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that changes nothing."""
        with self._sessions() as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session that is committed at the end or leaves no trace. Raises Conflict where another editor was faster."""
        try:
            with self._sessions.begin() as session:
                if self.engine.dialect.name == "sqlite":
                    session.execute(text("BEGIN IMMEDIATE"))
                yield session
        except (StaleDataError, IntegrityError):
            raise Conflict from None

    def _secret(self) -> bytes:
        with self.writing() as session:
            kept = session.get(Setting, "secret")
            if kept is None:
                session.add(kept := Setting(name="secret", value=secrets.token_hex(32)))
            return bytes.fromhex(kept.value)

    def close(self) -> None:
        """Gives up all connections."""
        self.engine.dispose()


def _engine(url: str) -> Engine:
    address = url if "://" in url else f"sqlite:///{url}"
    address = address.replace("postgres://", "postgresql://", 1)
    address = address.replace("postgresql://", "postgresql+psycopg://", 1)
    try:
        parsed = make_url(address)
        if parsed.get_backend_name() not in ("sqlite", "postgresql"):
            raise StorageError(f"{parsed.get_backend_name()} is not supported; give an SQLite file or a postgresql:// URL")
        engine = create_engine(
            parsed,
            hide_parameters=True,
            pool_pre_ping=parsed.get_backend_name() == "postgresql",
            json_serializer=_json,
            json_deserializer=msgspec.json.decode,  # the entities of a long report are half a megabyte
        )
    except ImportError as error:
        raise StorageError(f"{error}; install it: pip install 'vnforeign[review]'") from None
    except ArgumentError:
        raise StorageError("this is no database URL; write sqlite:///file.db or postgresql://host/name") from None
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _careful)
    return engine


def _json(value: Any) -> str:
    return msgspec.json.encode(value).decode()


def _careful(connection: Any, _record: Any) -> None:
    """SQLite: transactions begin where we say, wait for each other, and are on the disk when they end."""
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=5000", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def migrate(engine: Engine) -> None:
    """Brings the tables to the newest version; two servers that start at once wait for each other."""
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            connection.execute(text("BEGIN IMMEDIATE"))
        else:
            connection.execute(text(f"SELECT pg_advisory_xact_lock({_MIGRATING})"))
        _check(connection)
        _upgrade(connection)
        connection.commit()


def _check(connection: Connection) -> None:
    """Refuses the tables that a run of ``vnforeign tag`` fills: theirs have the same names. Raises StorageError."""
    there = set(inspect(connection).get_table_names())
    if {"documents", "entities"} <= there and "alembic_version" not in there:
        shown = connection.engine.url.render_as_string()
        raise StorageError(f"{shown}: is a database of a run (`vnforeign tag`), not one of the review: name another")


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _reason(error: Exception) -> str:
    if not isinstance(error, SQLAlchemyError):
        return f"a newer vnforeign made its tables ({error})"
    return str(getattr(error, "orig", None) or error).strip().split("\n")[0]
