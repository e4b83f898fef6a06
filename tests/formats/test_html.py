"""The page: complete, faithful, and dead: nothing a document says becomes markup."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnforeign.analyze import analyze
from vnforeign.document import LABELS, Document, Entities, Entity, Link, Passage, Raw
from vnforeign.formats import html
from vnforeign.formats.show import KINDS, visible

VOID = {"meta", "input", "br"}
TAGS = "html head meta title style body header main details summary div label input b span article h1 dl dt dd i "
TAGS += "table thead tbody tr th td a small"
ATTRIBUTES = {
    "lang",
    "charset",
    "name",
    "content",
    "http-equiv",
    "class",
    "type",
    "id",
    "checked",
    "open",
    "title",
    "data-kind",
    "scope",
    "href",
}
HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</style></div></article><svg/onload=alert(1)>",
    "]]> --> <!-- <![CDATA[ x",
    "&lt;b&gt; &amp; &#60; &nbsp",
    "\u202etxet desrever\u202c \u2066x\u2069 a\u200bb",
    "\0\x01\x1b[31m\x7f\x85\ufffe\ud800",
    "a\r\nb\rc\n\td\u2028e",
    "javascript:alert(1)",
]


class Page(HTMLParser):
    """A strict reading: every tag and attribute noted, every element closed in order, the document's text collected."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.titles: list[str] = []
        self.text: list[str] = []
        self.open: list[tuple[str, bool]] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = dict(attrs)
        self.tags.add(tag)
        self.attributes |= set(said)
        self.ids += [said["id"] or ""] if "id" in said else []
        self.links += [said["href"] or ""] if "href" in said else []
        self.titles += [said["title"] or ""] if "title" in said else []
        if tag not in VOID:
            self.open.append((tag, said.get("class") == "t" or bool(self.open and self.open[-1][1])))

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1][1]:
            self.text.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_pi(self, data: str) -> None:
        raise AssertionError(data)

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(data)


def page(*documents: Document) -> Page:
    source = "".join(html.render(documents))
    source.encode()
    return Page(source)


def shown(text: str) -> str:
    return visible(re.sub("\r(?!\n)", "\n", text))


def _hostile(text: str) -> Document:
    size = len(text)
    entities = [
        Entity("ORG", 0, size, text, Raw({"name": text}), text),
        Entity("PROVINCE", 0, size // 2, text[: size // 2], Raw({"name": text, "current": [text]}), text),
        Entity("DIRECTIVE", size // 3, size, text[size // 3 :], Raw({"type": text, "canonical": text}), text),
    ]
    passages = [Passage(0, size // 2, text), Passage(size // 2, size, "paragraph", text)]
    return Document(
        text, text, text, text, {"title": text, text: text}, passages, Entities(entities), [Link(text, 0, text, key=text)]
    )


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_dead(text: str) -> None:
    read = page(_hostile(text))
    assert read.tags <= set(TAGS.split())
    assert read.attributes <= ATTRIBUTES
    assert "".join(read.text) == shown(text)
    assert not read.open
    assert all(re.fullmatch(r"#d1-\d+", link) and link[1:] in read.ids for link in read.links)


@given(st.lists(st.text(st.characters(), max_size=40), max_size=3), st.data())
def test_any_document_keeps_its_text(texts: list[str], data: st.DataObject) -> None:
    places = st.integers(0, 45)
    documents = []
    for text in texts:
        spans = data.draw(st.lists(st.tuples(places, places, st.sampled_from(LABELS)), max_size=5))
        found = [Entity(label, start, end, text[start:end], Raw({"name": text})) for start, end, label in spans]
        cuts = data.draw(st.lists(st.tuples(places, places), max_size=3))
        documents.append(Document(text, entities=Entities(found), passages=[Passage(a, b, "heading") for a, b in cuts]))
    read = page(*documents)
    assert read.tags <= set(TAGS.split())
    assert "".join(read.text) == "".join(map(shown, texts))
    assert len(read.ids) == len(set(read.ids))


def test_crossing_entities_share_their_characters() -> None:
    text = "abcdef"
    found = [Entity("ORG", 0, 4, "abcd", Raw({"name": "x"}), "one"), Entity("PROVINCE", 2, 6, "cdef", Raw({"name": "y"}), "two")]
    source = "".join(html.render([Document(text, entities=Entities(found))]))
    spans = re.findall(r'<span class="s ([A-Z ]+)"(?: id="[^"]*")? title="([^"]*)">(\w+)</span>', source)
    assert [(classes, letters) for classes, _, letters in spans] == [("ORG", "ab"), ("ORG PROVINCE", "cd"), ("PROVINCE", "ef")]
    assert spans[1][1] == "ORG: x [one · 1.00]\nPROVINCE: y [two · 1.00]"


def test_legend_metadata_and_warnings_are_there() -> None:
    source = "".join(html.render([Document("a", "id-1", metadata={"title": "Báo cáo", "province": "Kon Tum"}, warnings=["odd"])]))
    assert all(f"show-{label}" in source for label in LABELS)
    for said in ("<h1>Báo cáo</h1>", "cửa khẩu", "border gate", "id-1", "Kon Tum", "odd"):
        assert said in source


def test_nothing_is_loaded_from_elsewhere() -> None:
    source = "".join(html.render([]))
    assert not re.search(r"https?:|url\(|@import|<script|<link|src=", source)
    assert "default-src 'none'" in source


def test_a_block_is_what_the_body_holds() -> None:
    text = "Tỉnh Đắk Nông.\n\nHai bên ký biên bản.\r\nHết <b>."
    entities = Entities([Entity("PROVINCE", 5, 13, "Đắk Nông", Raw({})), Entity("EVENT", 24, 26, "ký", Raw({}))])
    document = Document(text=text, entities=entities, passages=[Passage(0, 14, "paragraph"), Passage(16, len(text), "paragraph")])
    whole = html.body(document)
    for edges in ((0, 14), (16, len(text))):
        assert html.passage_around(document, edges[0] + 1, edges[1]) == edges
        assert f'<div class="p" id="p1-{edges[0]}" data-kind="paragraph">{html.block(document, edges)}</div>' in whole
    assert html.passage_around(document, 10, 20) is None


def test_kinds_of_passages_are_named_in_vietnamese_and_english() -> None:
    document = analyze("BÁO CÁO\n\nNgày 5/9, tỉnh họp.\n")
    assert {passage.kind for passage in document.passages} <= set(KINDS)
    page = "".join(html.render([document]))
    assert all(f'[data-kind={kind}]{{--kind:"{names[0]}\\A {names[1]}"}}' in page for kind, names in KINDS.items())
