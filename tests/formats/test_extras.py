"""Without an extra its formats say which one to install."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import vnforeign as vf
from vnforeign import corpora
from vnforeign.formats import sink

CASES: dict[str, tuple[str, Callable[[Path], object]]] = {
    "pyarrow": ("table", lambda folder: vf.to_parquet([], folder)),
    "pandas": ("table", lambda folder: vf.to_frame([])),
    "sqlalchemy": ("sql", lambda folder: vf.to_sql([], f"sqlite:///{folder}/x.db")),
    "psycopg": ("sql", lambda folder: sink.to("sql", "postgresql://host/x")),
}


@pytest.mark.parametrize("module", CASES)
def test_a_missing_extra_is_named(module: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    extra, use = CASES[module]
    monkeypatch.setitem(sys.modules, module, None)
    monkeypatch.delitem(sys.modules, "vnforeign.formats.sql_engine", raising=False)
    with pytest.raises(ImportError, match=rf"pip install 'vnforeign\[{extra}\]'"):
        use(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_csv_needs_no_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in CASES:
        monkeypatch.setitem(sys.modules, module, None)
    vf.to_csv(vf.analyze("Năm 2014"), tmp_path)
    assert (tmp_path / "entities.csv").stat().st_size > 0


def test_without_numpy_fields_are_left_out_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "numpy", None)
    document = vf.analyze("Năm 2014 tỉnh chi 25 tỷ đồng.")
    assert '"fields"' not in document.to_json()
    assert document.to_json() == document.to_json()
    assert document.warnings == ["fields were left out: the fields of passages need numpy: pip install 'vnforeign[fields]'"]
    with pytest.raises(ImportError, match=r"vnforeign\[fields\]"):
        _ = document.passages[0].fields


def test_corpora_that_are_not_installed_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vnforeign.corpora.CORPORA", tmp_path / "corpora")
    with pytest.raises(ValueError, match="not part of the installed package"):
        corpora.present(tmp_path / "corpora" / "gold")
    assert corpora.present(tmp_path / "mine") == tmp_path / "mine"
    (tmp_path / "corpora").mkdir()
    assert corpora.present(tmp_path / "corpora" / "gold")
