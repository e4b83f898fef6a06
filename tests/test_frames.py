"""Tables through pandas: a row an entity, a passage, a link."""

import pytest

import vnforeign as vf

pytest.importorskip("pandas")
TEXT = "Ngày 04/12/2007, tỉnh Đắk Nông nhận 2 triệu USD, tương đương 46 tỷ đồng.\n\nÔng Nguyễn Văn An dự."


def test_entities_have_a_row_and_their_slots_a_column() -> None:
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
    assert vf.to_frame([vf.analyze(TEXT), vf.analyze("năm 2014")]).document.nunique() == 2


@pytest.mark.parametrize("what", ["entities", "passages", "links"])
def test_an_empty_table_has_its_columns(what: str) -> None:
    table = vf.to_frame(vf.analyze(""), what)
    assert len(table) == 0
    assert "document" in table.columns


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
