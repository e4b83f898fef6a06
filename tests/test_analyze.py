"""Only some labels: the same entities as from the whole, without looking for the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from vnforeign import LABELS, analyze, gold

REPORTS = [report.text for report in gold.read(Path(__file__).parent.parent / "corpora" / "gold" / "test")]
CHOICES = [
    ("DATE",),
    ("PROVINCE", "DISTRICT", "COMMUNE", "FOREIGN_UNIT", "COUNTRY", "BORDER_GATE"),
    ("DATE", "AMOUNT", "QUANTITY", "DIRECTIVE"),
    ("AGREEMENT", "EVENT", "PERSON"),
    (),
]


@pytest.mark.parametrize("labels", CHOICES, ids=",".join)
@pytest.mark.parametrize("links", [False, True])
def test_labels_give_what_the_whole_gives_of_them(labels: tuple[str, ...], links: bool) -> None:
    for text in REPORTS:
        whole = analyze(text, "2014-05-01", links).only(*labels)
        assert analyze(text, "2014-05-01", links, labels).to_dict(fields=False) == whole.to_dict(fields=False)


def test_all_labels_are_the_whole() -> None:
    assert analyze(REPORTS[0], links=False, labels=LABELS) == analyze(REPORTS[0], links=False)


def test_labels_that_are_none() -> None:
    with pytest.raises(ValueError, match="no label 'CITY'"):
        analyze("", labels=("CITY",))
    with pytest.raises(TypeError, match="collection"):
        analyze("", labels="DATE")


def test_the_day_of_posting_is_no_day_of_writing() -> None:
    text = "HỢP TÁC QUỐC TẾ\nNgày đăng: 03/04/2016 - Số lần xem: 210\nTrong 5 năm qua, tỉnh đã đón 30 đoàn khách quốc tế đến thăm và làm việc."
    document = analyze(text)
    (past,) = (each.value for each in document.entities if each.text == "5 năm qua")
    assert document.metadata["published"] == "2016-04-03"
    assert past.to_dict()["start"] is None and past.to_dict()["end"] is None


def test_a_path_where_a_text_was_meant_is_noticed() -> None:
    assert "vnforeign.read" in analyze("reports/báo cáo 2014.docx").warnings[0]
    assert not analyze("Báo cáo năm 2014 của tỉnh Đắk Nông.").warnings


def test_public_names_are_listed() -> None:
    import vnforeign

    assert set(vnforeign.__all__) < set(dir(vnforeign))
    assert "annotations" not in dir(vnforeign)


def test_entities_are_asked_for_by_label_in_capitals_one_by_one() -> None:
    entities = analyze("Tỉnh chi 25 tỷ đồng.").entities
    assert (entities[0], entities[-1:]) == (entities.of("AMOUNT")[0], [entities[0]])
    with pytest.raises(TypeError, match=r"entities\.of\('AMOUNT'\)"):
        entities["amount"]  # type: ignore[call-overload]
    with pytest.raises(ValueError, match="in capitals, 'AMOUNT'; there are PROVINCE"):
        entities.of("amount")
    with pytest.raises(TypeError, match="one by one"):
        entities.of(["AMOUNT"])  # type: ignore[arg-type]
