"""Tables through pandas: a row an entity, a passage, a link, with typed columns."""

from datetime import date
from decimal import Decimal

import pytest

import vnforeign as vf
from tests.formats.samples import odd, report
from vnforeign.document import Raw
from vnforeign.formats.schema import TABLES, names

pandas = pytest.importorskip("pandas")
TEXT = "Ngày 04/12/2007, tỉnh Đắk Nông nhận 2 triệu USD, tương đương 46 tỷ đồng.\n\nÔng Nguyễn Văn An dự."


def test_entities_have_a_row_and_their_values_columns() -> None:
    document = vf.analyze(TEXT)
    table = vf.to_frame(document)
    assert table.text.tolist() == [each.text for each in document.entities]
    assert table.set_index("label").loc["DATE", "edtf"] == "2007-12-04"
    assert [TEXT[row.start : row.end] for row in table.itertuples()] == table.text.tolist()


def test_passages_and_links() -> None:
    document = vf.analyze(TEXT)
    assert vf.to_frame(document, "passages").text.tolist() == [TEXT[each.start : each.end] for each in document.passages]
    links = vf.to_frame(document, "links")
    assert set(links.loc[links.kind == "equals", "source_text"]) | set(links.source_text) >= {"46 tỷ đồng"}


def test_several_documents_are_told_apart() -> None:
    table = vf.to_frame([report(), report(name="khác")])
    assert table.document.nunique() == 2
    assert set(table.id) == {"bao-cao", "khác"}


def test_tables_join() -> None:
    document = vf.analyze(TEXT)
    joined = document.to_frame().merge(document.to_frame("passages"), on=["document", "passage"], suffixes=("", "_of_passage"))
    assert len(joined) == len(document.entities)
    assert all(row.text in row.text_of_passage for row in joined.itertuples())


@pytest.mark.parametrize("what", TABLES)
def test_an_empty_table_has_the_columns_and_types_of_a_full_one(what: str) -> None:
    empty, full = vf.to_frame([], what), vf.to_frame([report(), odd()], what)
    assert len(empty) == 0 < len(full)
    assert [name for name in full.columns if name != "id" or what == "documents"] == names(what)
    kinds = [dict(zip(frame.columns, (str(dtype) for dtype in frame.dtypes), strict=True)) for frame in (empty, full)]
    assert kinds[0] == kinds[1]


def test_days_of_any_year_are_days() -> None:
    document = vf.Document("x", metadata={"published": "1945-09-02"})
    for first in ("0001-01-01", "1010-06-05", "9999-12-31"):
        document.entities.append(vf.Entity("DATE", 0, 1, "x", Raw({"start": first})))
    days = vf.to_frame(document).date_start
    assert [day.date() for day in days] == [date(1, 1, 1), date(1010, 6, 5), date(9999, 12, 31)]
    assert vf.to_frame(document, "documents").published.dt.year.tolist() == [1945]


def test_money_is_decimal_and_labels_are_categories() -> None:
    table = vf.to_frame(vf.analyze(TEXT))
    money = table[table.label == "AMOUNT"]
    assert money.amount.tolist() == [Decimal(2_000_000), Decimal(46_000_000_000)]
    assert money.amount.map(type).unique().tolist() == [Decimal]
    assert table.label.dtype == "category"


def test_what_is_no_document_or_no_table_is_said() -> None:
    with pytest.raises(TypeError, match="not of str"):
        vf.to_frame("abc")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="no table 'rows'"):
        vf.to_frame(vf.analyze(TEXT), "rows")


def test_the_same_text_gives_equal_documents() -> None:
    assert vf.analyze(TEXT) == vf.analyze(TEXT)
    assert "judge" not in repr(vf.analyze(TEXT))


def test_linking_needs_a_document() -> None:
    with pytest.raises(TypeError, match="takes a Document, not str"):
        vf.link("abc")  # type: ignore[arg-type]


def test_a_document_that_was_not_analysed_is_noticed() -> None:
    with pytest.warns(UserWarning, match=r"document a was not analysed.*vnforeign\.analyze"):
        assert vf.to_frame(vf.Document(TEXT, id="a")).empty
    assert len(vf.to_frame(vf.Document(TEXT), "documents")) == 1
    assert vf.to_frame(vf.analyze(" ")).empty
