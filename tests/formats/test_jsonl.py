"""JSON lines out and back in."""

from __future__ import annotations

from pathlib import Path

import pytest

from vnforeign.document import Document, Entities, Entity
from vnforeign.formats import jsonl
from vnforeign.kinds.country.value import Country
from vnforeign.reading.plain import ReadError

ENTITY = Entity("COUNTRY", 0, 3, "Lào", Country("LA", "Lào"), "country.name", 0.9)


def test_what_is_written_is_read(tmp_path: Path) -> None:
    documents = [Document("Lào\u2028\n", "a", entities=Entities([ENTITY])), Document("", "b", warnings=["odd"])]
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(jsonl.render(documents)), encoding="utf-8")  # with blank lines
    assert list(jsonl.read(path)) == documents


def test_texts_can_be_left_out() -> None:
    assert '"text":"Lào"' not in next(jsonl.render([Document("Lào", "a")], text=False))


@pytest.mark.parametrize("line", ["{", "[]", "1", '{"schema": "other/9"}', '{"entities": [{"label": "ORG"}]}', '{"entities": 3}'])
def test_a_bad_line_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(f'{{"text": "a"}}\n{line}\n', encoding="utf-8")
    with pytest.raises(ReadError, match=r"a\.jsonl, line 2: "):
        list(jsonl.read(path))


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"\xff")
    for name in ("a.jsonl", "none.jsonl"):
        with pytest.raises(ReadError, match=name):
            list(jsonl.read(tmp_path / name))
