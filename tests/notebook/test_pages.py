"""What notebooks show: nothing a document says becomes markup, the style stays inside, long things are bounded."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import vnforeign as vf
from vnforeign.document import Raw, Shown
from vnforeign.fields import classify
from vnforeign.notebook import Reasons, entities, html, page, reasons, records, style

TEXT = "Ngày 04/12/2007, tỉnh Đắk Nông chi gần 25 tỷ đồng theo Chỉ thị số 44-CT/TW."
HOSTILE = '</style><script>alert(1)</script><img src=x onerror="alert(1)">\x00\u202e\r'
TAGS = {"div", "style", "span", "table", "thead", "tbody", "tr", "th", "td", "b", "i", "u", "mark"}
ATTRIBUTES = {"class", "lang", "title", "style", "data-kind"}


class Seen(HTMLParser):
    """The tags and attributes of a page, whether they nest, and its words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.names: set[str] = set()
        self.open: list[str] = []
        self.words = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.names |= {name for name, _ in attrs}
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += "" if self.open and self.open[-1] == "style" else data


def shown(thing: Shown) -> Seen:
    seen = Seen(thing._repr_html_())
    assert seen.open == []
    assert seen.tags <= TAGS
    assert seen.names <= ATTRIBUTES
    return seen


def hostile() -> vf.Document:
    entity = vf.Entity(HOSTILE, 0, 8, HOSTILE, Raw({"name": HOSTILE}), HOSTILE)
    slot = vf.Slot(HOSTILE, [], HOSTILE, 0.5)
    return vf.Document(
        HOSTILE,
        id=HOSTILE,
        metadata={"title": HOSTILE, "province": HOSTILE},
        passages=[vf.Passage(0, len(HOSTILE), HOSTILE, HOSTILE)],
        entities=vf.Entities([entity]),
        warnings=[HOSTILE],
        records=vf.Records([vf.Record(HOSTILE, {HOSTILE: slot}, conflicts=[HOSTILE], missing=[HOSTILE])]),
    )


THINGS: dict[str, Callable[[vf.Document], Shown]] = {
    "document": lambda each: each,
    "entities": lambda each: each.entities,
    "entity": lambda each: each.entities[0],
    "passage": lambda each: each.passages[0],
    "records": lambda each: vf.Records(each.records),
    "record": lambda each: each.records[0],
    "reasons": lambda each: Reasons(each.text, HOSTILE, [(0, 8, 0.5)]),
}


@pytest.mark.parametrize("thing", THINGS)
def test_what_a_document_says_is_no_markup(thing: str) -> None:
    seen = shown(THINGS[thing](hostile()))
    assert thing == "passage" or "<script>" in seen.words
    assert not re.search("[\x00\u202e]", seen.words)


@settings(max_examples=60)
@given(st.text(alphabet=st.sampled_from("<>&\"'ab \n\r\x00Đ1"), max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_any_words_can_be_shown(text: str, start: int, end: int) -> None:
    start, end = sorted((min(start, len(text)), min(end, len(text))))
    entity = vf.Entity("ORG", start, end, text[start:end], Raw({"name": text}))
    shown(vf.Document(text, passages=[vf.Passage(0, len(text), "paragraph")], entities=vf.Entities([entity])))
    shown(entity)


def test_a_document_shows_its_words_with_layers_and_values() -> None:
    page = vf.analyze(TEXT)._repr_html_()
    assert '<span class="s AMOUNT" title="AMOUNT: about 25,000,000,000 VND' in page
    assert TEXT in "".join(shown(vf.analyze(TEXT)).words.splitlines())
    assert " id=" not in page  # two pages of one notebook would share it


def test_one_entity_and_several_are_tables() -> None:
    found = vf.analyze(TEXT).entities
    assert [html(found).count("<tr>"), html(found[0]).count("<tr>")] == [len(found) + 1, 2]
    assert "gần 25 tỷ đồng" in shown(found.of("AMOUNT")[0]).words
    assert "Không có" in shown(vf.Entities()).words


def test_fields_have_names_and_reasons_their_words() -> None:
    text = "Tỉnh hoàn thành phân giới cắm mốc với Lào."
    assert "Biên giới, lãnh thổ quốc gia" in shown(classify(text)).words
    assert "Biên giới, lãnh thổ quốc gia" in shown(vf.analyze(text).passages[0]).words
    why = reasons(text)
    assert why.field == "borders"
    assert text[slice(*why.places[0][:2])] in repr(why)
    assert '<mark style="--share:75%"' in why._repr_html_()
    assert shown(why).words.rstrip().endswith(text)
    assert "Không thuộc" in shown(classify("")).words


def test_reasons_need_a_field() -> None:
    with pytest.raises(ValueError, match="no field"):
        reasons("")
    with pytest.raises(ValueError, match="no field 'sea'"):
        reasons("Tỉnh họp.", "sea")


def test_drafted_rows_are_tables_with_the_labels_of_the_office() -> None:
    rows = vf.prefill("Năm 2013, tỉnh đã đón 1.112 lượt đoàn khách quốc tế với 8845 lượt người.")
    words = shown(rows).words
    assert {word for word in ("Đoàn vào", "1.112", "8.845") if word in words} == {"Đoàn vào", "1.112", "8.845"}
    assert "Số (lượt) đoàn" in shown(rows[0]).words
    assert isinstance(vf.Document.from_json(vf.analyze(TEXT).to_json()).records, vf.Records)
    assert "Chưa có dòng nào" in shown(vf.Records()).words


def test_long_things_are_cut_and_say_so() -> None:
    long = vf.analyze("\n".join(f"{TEXT} Đoạn {at}." for at in range(400)))
    words = shown(long).words
    assert "ký tự nữa" in words
    assert len(words) < page.LONGEST + 2_000
    assert long._repr_html_().count('class="s ') < len(long.entities)
    assert f"{len(long.entities) - entities.MOST:,} more" in shown(long.entities).words
    row = vf.prefill("Năm 2013, tỉnh đã đón 112 lượt đoàn khách quốc tế.")[0]
    assert "5 more rows" in shown(vf.Records([row] * (records.MOST + 5))).words


def test_the_style_stays_inside() -> None:
    rules = re.sub(r"/\*.*?\*/", "", style.rules(), flags=re.S)
    depth, heads = 0, []
    for piece in re.findall(r"[^{}]*[{}]", rules):
        if piece.endswith("{") and depth == 0:
            heads.append(piece[:-1].strip())
        depth += 1 if piece.endswith("{") else -1
    assert depth == 0
    assert [head for head in heads if not head.startswith("@media") and ".vnforeign.vnforeign" not in head] == []
    for head in heads:
        assert all("vnforeign" in each or each.startswith("@media") for each in head.split(","))
    inner = re.findall(r"@media[^{]*\{\s*([^{]*)\{", style._STYLE.read_text(encoding="utf-8"))
    assert inner
    assert all("vnforeign" in each for each in inner)


def test_what_is_no_part_of_a_document_has_no_page() -> None:
    with pytest.raises(TypeError, match="no page of a int"):
        html(3)


def test_text_reprs_are_short() -> None:
    document = vf.analyze("\n".join([TEXT] * 50))
    vf.prefill(document)
    assert repr(vf.analyze(TEXT, links=False)) == f"<Document: text {len(TEXT)}, passages 1, entities 4>"
    assert repr(vf.Document("", id="a")) == "<Document 'a': empty>"
    assert len(repr(document)) < 100
    assert repr(document.entities).endswith(f"… {len(document.entities) - 20} more")
    assert "25000000000 VND" in repr(document.entities.of("AMOUNT")[:1])
    assert repr(vf.Entities()) == "Entities([])"


def test_finding_needs_no_pages() -> None:
    program = "import sys, vnforeign as vf; vf.analyze('25 tỷ đồng'); print([n for n in sys.modules if n.startswith(('vnforeign.notebook', 'vnforeign.charts', 'altair'))])"
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.strip() == "[]"
