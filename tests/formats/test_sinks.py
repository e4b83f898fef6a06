"""Sinks: the same documents into every format that has tables, and read back by what people read them with."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

import vnforeign as vf
from vnforeign.formats import sink
from vnforeign.formats.schema import TABLES, names
from vnforeign.formats.tables import rows

TEXT = "Ngày 04/12/2007, tỉnh Đắk Nông nhận 2 triệu USD, tương đương 46 tỷ đồng.\n\nÔng Nguyễn Văn An dự."


def test_sqlite_holds_the_rows(tmp_path: Path) -> None:
    pytest.importorskip("sqlalchemy")
    documents = [vf.analyze(TEXT), vf.analyze("Năm 2014")]
    vf.to_sql(documents, f"sqlite:///{tmp_path}/x.db")
    vf.to_sql(documents, f"sqlite:///{tmp_path}/x.db")
    found = rows(documents)
    with sqlite3.connect(tmp_path / "x.db") as connection:
        for table in TABLES:
            assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (len(found[table]),)


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_a_shard_is_a_part_a_table(form: str, tmp_path: Path) -> None:
    if form == "parquet":
        pytest.importorskip("pyarrow")
    target = sink.to(form, str(tmp_path))
    target.write(3, [vf.analyze(TEXT)])
    target.close()
    assert sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*.*")) == sorted(
        f"{table}/part-00003.{form}" for table in TABLES
    )
    assert names("entities")[:2] == ["document", "entity"]
