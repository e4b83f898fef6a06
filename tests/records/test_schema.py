"""The tables: they load, are complete, and say in words what is wrong with them."""

from pathlib import Path

import pytest

from vnforeign.records import TypesError, evaluate, prefill, types
from vnforeign.records.schema import PATH

ROOT = Path(__file__).parents[2]
TYPES = (
    "international_agreement ngo_aid delegation_out delegation_in international_conference award border_statistics "
    "friendship_association overseas_vietnamese_activity indicator"
)


def test_every_table_is_there() -> None:
    assert list(types()) == TYPES.split()


@pytest.mark.parametrize("key", TYPES.split())
def test_every_column_is_labelled_and_says_what_fills_it(key: str) -> None:
    table = types()[key]
    assert table.label and table.label_en and table.fields
    for column in table.columns.values():
        assert column.label and column.label_en and column.source, column.key
        assert bool(column.choices) == (column.type == "enum"), column.key


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ('type = "money"', 'type = "cash"'),
        ('rows = "single"', 'rows = "some"'),
        ('enum = "level"', 'enum = "rank"'),
        ("[enums.level]", "[enums.level"),
        ('vi = "Thỏa thuận quốc tế"', "vi_ = 1"),
    ],
)
def test_a_wrong_file_is_said(said: str, wrong: str, tmp_path: Path) -> None:
    whole = PATH.read_text(encoding="utf-8")
    assert said in whole
    other = tmp_path / "types.toml"
    other.write_text(whole.replace(said, wrong), encoding="utf-8")
    with pytest.raises(TypesError):
        types(other)


def test_an_unknown_type_is_said() -> None:
    with pytest.raises(ValueError, match="no record type 'aid'"):
        prefill("Tỉnh đón 12 đoàn.", "aid")


@pytest.mark.parametrize("split", ["train", "dev", "test"])
def test_gold_records_are_read(split: str) -> None:
    for report, records in evaluate.marked(ROOT / "corpora", split):
        for record in records:
            for slot in record.slots.values():
                assert all(report.text[each.start : each.end].strip() for each in slot.evidence)
