"""Parquet: a part a shard, types that hold, nothing half written."""

from __future__ import annotations

from pathlib import Path

import pytest

import vnforeign as vf
from tests.formats.samples import odd, report
from vnforeign.formats import parts, sink
from vnforeign.formats.schema import TABLES
from vnforeign.formats.tables import rows

pq = pytest.importorskip("pyarrow.parquet")


def counted(folder: Path) -> dict[str, int]:
    return {table: pq.read_table(folder / table).num_rows for table in TABLES}


def test_what_goes_in_comes_out(tmp_path: Path) -> None:
    from vnforeign.formats.parquet import arrow_schema

    documents = [report(), odd()]
    vf.to_parquet(documents, tmp_path)
    for table, found in rows(documents).items():
        read = pq.read_table(tmp_path / table)
        assert read.schema.equals(arrow_schema(table))
        assert [list(row.values()) for row in read.to_pylist()] == [list(row) for row in found]


def test_pandas_reads_the_parts_together(tmp_path: Path) -> None:
    pandas = pytest.importorskip("pandas")
    target = sink.to("parquet", str(tmp_path))
    for shard, document in enumerate([report(), report(name="b")]):
        target.write(shard, [document])
        target.write(shard, [document])
    target.close()
    frame = pandas.read_parquet(tmp_path / "entities")
    assert len(frame) == 2 * len(report().entities)
    assert frame.label.dtype == "category"


def test_a_shorter_run_leaves_nothing_of_a_longer_one(tmp_path: Path) -> None:
    target = sink.to("parquet", str(tmp_path))
    for shard in range(3):
        target.write(shard, [report(name=str(shard))])
    (tmp_path / "entities" / "part-mine.parquet").write_bytes(b"")
    vf.to_parquet([report()], tmp_path)
    assert [path.name for path in sorted((tmp_path / "entities").iterdir())] == ["part-00000.parquet", "part-mine.parquet"]


def test_no_documents_make_empty_tables(tmp_path: Path) -> None:
    vf.to_parquet([], tmp_path)
    assert set(counted(tmp_path).values()) == {0}


def test_a_shard_that_fails_leaves_the_last_one_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = sink.to("parquet", str(tmp_path))
    target.write(0, [report()])
    before = (tmp_path / "entities" / "part-00000.parquet").read_bytes()

    def full(content: object, path: Path, **_: object) -> None:
        path.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pq, "write_table", full)
    with pytest.raises(sink.SinkError, match="No space left"):
        target.write(0, [report(), odd()])
    assert (tmp_path / "entities" / "part-00000.parquet").read_bytes() == before
    assert not list(tmp_path.rglob(".*"))


def test_documents_come_last(tmp_path: Path) -> None:
    order: list[str] = []

    def fill(path: Path) -> None:
        order.append(path.parent.name)
        path.write_bytes(b"")

    parts.write(tmp_path, 0, "x", dict.fromkeys(TABLES, fill))
    assert order[-1] == "documents"
    assert set(order) == set(TABLES)


def test_an_unknown_format_is_said() -> None:
    with pytest.raises(ValueError, match="no tables in format 'xml'; there are csv, parquet, sql"):
        sink.to("xml", "out")


def test_what_is_no_document_is_said(tmp_path: Path) -> None:
    with pytest.raises(TypeError, match="not of str"):
        vf.to_parquet(["text"], tmp_path)  # type: ignore[list-item]
