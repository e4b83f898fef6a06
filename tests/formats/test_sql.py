"""SQL, on SQLite and on a real PostgreSQL server: loads that repeat, loads that meet, loads that break off."""

from __future__ import annotations

import re
import signal
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

import vnforeign as vf
from tests.formats.samples import TEXT, odd, report
from tests.postgres import Server
from vnforeign.formats import sink, sql
from vnforeign.formats.schema import TABLES, names
from vnforeign.formats.tables import rows

sa = pytest.importorskip("sqlalchemy")
pytest.importorskip("psycopg")

ROOT = Path(__file__).resolve().parent.parent.parent
Tables = dict[str, list[tuple[Any, ...]]]


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A new database of either kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/reports.db"
    fresh: str = request.getfixturevalue("postgres_url")
    return fresh


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tries follow each other at once."""
    monkeypatch.setattr(sql, "PAUSES", (0.01, 0.01))


def content(url: str) -> Tables:
    """Every row of every table, with values as Python has them."""
    from vnforeign.formats.sql_engine import Database

    database = Database(url)
    with database.begin() as connection:
        found = {
            name: sorted(map(tuple, connection.execute(sa.select(database.tables.tables[name]))), key=repr) for name in TABLES
        }
    database.close()
    return found


def wanted(documents: list[vf.Document], sqlite: bool = False) -> Tables:
    """The rows as a database keeps them: lists as JSON and, in SQLite, no decimal of many digits."""
    import json

    def kept(cell: Any, kind: str) -> Any:
        if kind == "list":
            return json.dumps(cell, ensure_ascii=False)
        return None if sqlite and kind == "decimal" and cell is not None and len(cell.as_tuple().digits) > 19 else cell

    return {
        table: sorted(
            (tuple(kept(cell, column.type) for cell, column in zip(row, TABLES[table], strict=True)) for row in found), key=repr
        )
        for table, found in rows(documents).items()
    }


def test_what_goes_in_comes_out_however_often(url: str) -> None:
    documents = [report(), odd(), vf.analyze("Năm 2014")]
    for _ in range(2):
        vf.to_sql(documents, url)
        assert content(url) == wanted(documents, url.startswith("sqlite"))


def test_a_document_twice_in_a_load_is_there_once(url: str) -> None:
    vf.to_sql([report(), report()], url)
    assert content(url) == wanted([report()])


def test_a_changed_file_takes_its_old_rows_away(url: str) -> None:
    stays = report(name="khác", digest="11" * 32)
    vf.to_sql([report(), stays], url)
    changed = report("Năm 2015, tỉnh Lai Châu đón 3 đoàn.", digest="22" * 32)
    vf.to_sql([changed], url)
    assert content(url) == wanted([changed, stays])


def test_one_of_two_copies_may_change(url: str) -> None:
    one, other = report(), report()
    other.source = "bản sao/bao-cao.txt"
    vf.to_sql([one], url)
    vf.to_sql([other], url)
    changed = report("Năm 2015, tỉnh Lai Châu đón 3 đoàn.", digest="22" * 32)
    changed.source = other.source
    vf.to_sql([changed], url)
    assert content(url) == wanted([one, changed])


def test_names_that_are_no_utf_8_cost_no_document(url: str) -> None:
    for at, name in enumerate(("kho/b\udce1o.txt", "kho/b\udce0o.txt")):
        document = vf.Document(f"năm {2014 + at}", id="b\ufffdo", source=name)
        vf.to_sql([document], url)
    assert len(content(url)["documents"]) == 2


def test_documents_without_a_source_stay_apart(url: str) -> None:
    several = [vf.analyze(TEXT), vf.analyze("năm 2014"), vf.Document("a", source="-"), vf.Document("b", source="-")]
    for document in several:
        vf.to_sql([document], url)
    assert len(content(url)["documents"]) == 4


def test_new_findings_replace_old_ones(url: str) -> None:
    vf.to_sql([report()], url)
    fewer = report().only("PROVINCE")
    vf.to_sql([fewer], url)
    assert content(url)["entities"] == wanted([fewer])["entities"]


def test_two_loaders_at_once(url: str) -> None:
    documents = [report(name=str(number), digest=f"{number:064}") for number in range(12)]
    faults: list[BaseException] = []
    ready = threading.Barrier(3)

    def load(several: list[vf.Document]) -> None:
        try:
            ready.wait(10)
            for _ in range(3):
                vf.to_sql(several, url)
        except BaseException as error:
            faults.append(error)

    loaders = [threading.Thread(target=load, args=(several,)) for several in (documents, documents[::-1], documents[6:])]
    for loader in loaders:
        loader.start()
    for loader in loaders:
        loader.join(60)
    assert faults == []
    assert content(url) == wanted(documents)


def breaks(monkeypatch: pytest.MonkeyPatch, server: Server, back: bool) -> list[str]:
    """The server breaks off when the entities are in, once, and comes back or not."""
    from vnforeign.formats import sql_load

    insert, done = sql_load._insert, list[str]()

    def broken(connection: Any, table: str, found: Any) -> None:
        insert(connection, table, found)
        if table == "entities" and not done:
            done.append(table)
            server.stop(signal.SIGQUIT)
            if back:
                server.start()

    monkeypatch.setattr(sql_load, "_insert", broken)
    return done


@pytest.fixture
def restored(postgres_server: Server) -> Iterator[Server]:
    """The server, which runs again when the test is done."""
    yield postgres_server
    postgres_server.stop()
    postgres_server.start()


def test_a_server_that_stops_leaves_nothing_half_written(
    restored: Server, postgres_url: str, monkeypatch: pytest.MonkeyPatch, quick: None
) -> None:
    first = [report()]
    vf.to_sql(first, postgres_url)
    assert (done := breaks(monkeypatch, restored, back=False)) == []
    with pytest.raises(sink.SinkError, match=r"^postgresql\+psycopg://\S+/fresh_\d+: .*; nothing of these documents is written$"):
        vf.to_sql([report(name="khác"), odd()], postgres_url)
    assert done == ["entities"]
    restored.start()
    assert content(postgres_url) == wanted(first)


def test_a_server_that_comes_back_is_tried_again(
    restored: Server, postgres_url: str, monkeypatch: pytest.MonkeyPatch, quick: None
) -> None:
    done = breaks(monkeypatch, restored, back=True)
    vf.to_sql([report()], postgres_url)
    assert done == ["entities"]
    assert content(postgres_url) == wanted([report()])


def test_ten_thousand_entities_do_not_take_long(url: str) -> None:
    document = report()
    document.judge()
    size = len(document.entities)
    documents = [vf.Document(f"{TEXT} {n}", id=str(n), entities=document.entities) for n in range(10_000 // size + 1)]
    before = time.process_time()
    vf.to_sql(documents, url)
    assert time.process_time() - before < 4
    assert len(content(url)["entities"]) == len(documents) * size


SECRET = "Bí-mật9"
UNREACHABLE = [
    f"postgresql://an:{SECRET}@127.0.0.1:1/kho",
    f"postgresql://an@127.0.0.1:1/kho?password={SECRET}",
    f"postgresql://an:{SECRET}@127.0.0.1:1/kho?sslmode=strange",
]


@pytest.mark.parametrize("address", UNREACHABLE)
def test_a_database_that_cannot_be_reached_is_named_without_its_password(address: str, quick: None) -> None:
    target = sql.SqlSink(address)
    with pytest.raises(sink.SinkError, match=r"127\.0\.0\.1:1/kho: ") as caught:
        target.write(0, [report()])
    assert SECRET not in f"{caught.value!r} {caught.value} {target!r}"
    assert caught.value.__cause__ is None


@pytest.mark.parametrize(
    "address", [f"an:{SECRET}@host", f"mysql://an:{SECRET}@host/kho", f"postgresql://an:{SECRET}@host:port/kho", "reports.db", ""]
)
def test_what_is_no_url_of_a_known_database_is_said(address: str) -> None:
    with pytest.raises(ValueError, match=r"write sqlite:///file\.db or postgresql://") as caught:
        sql.SqlSink(address)
    assert SECRET not in str(caught.value)


def test_an_sqlite_file_that_cannot_be_one_is_named(tmp_path: Path, quick: None) -> None:
    (tmp_path / "notes.txt").write_text("no database " * 100)
    for place in ("missing/reports.db", "notes.txt"):
        with pytest.raises(sink.SinkError, match=re.escape(place)):
            vf.to_sql([report()], f"sqlite:///{tmp_path}/{place}")
    assert (tmp_path / "notes.txt").read_text() == "no database " * 100


def test_tables_of_others_are_left_alone(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "reports.db")) as connection:
        connection.execute("CREATE TABLE links (href TEXT)")
    with pytest.raises(sink.SinkError, match="its table links is another one: it has no column 'document'"):
        vf.to_sql([report()], f"sqlite:///{tmp_path}/reports.db")
    with closing(sqlite3.connect(tmp_path / "reports.db")) as connection:
        assert connection.execute("SELECT name FROM sqlite_master").fetchall() == [("links",)]


def test_columns_of_a_database_are_those_of_the_schema(url: str) -> None:
    vf.to_sql([report()], url)
    engine = sa.create_engine(url.replace("postgresql:", "postgresql+psycopg:"))
    there = sa.inspect(engine)
    assert {table: [column["name"] for column in there.get_columns(table)] for table in TABLES} == {
        table: names(table) for table in TABLES
    }
    assert all(there.get_indexes(table) for table in ("documents", "entities", "passages"))
    engine.dispose()


def test_money_sums_exactly(url: str) -> None:
    vf.to_sql([vf.analyze("Chi 9.007.199.254.740.993 đồng và 2 đồng.")], url)
    engine = sa.create_engine(url.replace("postgresql:", "postgresql+psycopg:"))
    with engine.connect() as connection:
        assert int(connection.exec_driver_sql("SELECT sum(amount) FROM entities").scalar_one()) == 9_007_199_254_740_995
    engine.dispose()


def test_the_queries_of_the_documentation_run(url: str) -> None:
    paths = sorted((ROOT / "corpora" / "samples").glob("*.txt"))
    vf.to_sql((vf.analyze(vf.read(path)) for path in paths), url)
    queries = re.findall(r"^```sql\n(.*?)^```$", (ROOT / "docs" / "schema.md").read_text(encoding="utf-8"), re.M | re.S)
    engine = sa.create_engine(url.replace("postgresql:", "postgresql+psycopg:"))
    with engine.connect() as connection:
        assert queries
        assert all(connection.exec_driver_sql(query.replace("%", "%%")).fetchall() for query in queries)
    engine.dispose()
