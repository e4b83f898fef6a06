"""Passages and sentences: cases as texts, properties for any text, agreement with the annotators' cuts."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnforeign.codepage import DROPPED
from vnforeign.document import Passage
from vnforeign.segment import segment, sentences
from vnforeign.text import read

HERE = Path(__file__).parent
GOLD = HERE.parents[1] / "shared" / "gold" / "dev.jsonl"
KINDS = {
    "H": "heading",
    "P": "paragraph",
    "L": "list_item",
    "C": "caption",
    "T": "table",
    "S": "signature",
    "B": "boilerplate",
}
PIECES = [
    "\n",
    "\r\n",
    "\n\n",
    "  ",
    "\t",
    "I. ",
    "1. ",
    "- ",
    "a) ",
    "|",
    "Tin liên quan",
    "TM. ",
    "Nguyễn An",
    "12",
    "hợp tác ",
    "CAO. ",
    ":",
    "…",
    "\u0301",
]


def passages(text: str) -> list[Passage]:
    return segment(read(text))


def cases() -> list[tuple[str, str]]:
    blocks = (HERE / "cases" / "segment.txt").read_text(encoding="utf-8").split("=== ")[1:]
    return [(name, body) for name, _, body in (block.rstrip("\n").partition("\n") for block in blocks)]


@pytest.mark.parametrize(("name", "body"), cases(), ids=[name for name, _ in cases()])
def test_case(name: str, body: str) -> None:
    lines = [(line[:1], line[2:]) for line in body.split("\n")]
    text = "\n".join(line for _, line in lines)
    expected: list[tuple[str, str]] = []
    for mark, line in lines:
        if mark.strip():
            expected.append((KINDS[mark], line))
        elif line:
            expected[-1] = (expected[-1][0], " ".join((expected[-1][1], line)))
    found = [(each.kind, " ".join(text[each.start : each.end].replace("\n", " ").split(" "))) for each in passages(text)]
    assert [(kind, " ".join(line.split())) for kind, line in found] == [(kind, " ".join(line.split())) for kind, line in expected]


def test_section_is_the_nearest_heading_as_the_caller_wrote_it() -> None:
    text = "I.  Hoà\u0301  bình\u00a0và hợp tác\r\nMột câu trọn vẹn, dài vừa đủ.\nII. Kết quả\n- Một mục;"
    found = passages(text)
    assert [each.section for each in found] == [
        None,
        "I. Hoà\u0301 bình và hợp tác",
        "I. Hoà\u0301 bình và hợp tác",
        "II. Kết quả",
    ]


def test_a_long_heading_is_cut_for_the_section() -> None:
    text = "HỢP TÁC " * 24 + "\nMột câu."
    assert len(passages(text)[1].section or "") <= 200


@given(st.one_of(st.text(), st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=40).map("".join)))
def test_passages_cover_every_word_once(text: str) -> None:
    last = 0
    outside = []
    for each in passages(text):
        assert last <= each.start < each.end <= len(text)
        assert not text[each.start].isspace() and not text[each.end - 1].isspace()
        assert each.kind in KINDS.values()
        outside.append(text[last : each.start])
        last = each.end
    rest = "".join(outside) + text[last:]
    assert all(char.isspace() or char in DROPPED for char in rest)


@given(st.text())
def test_a_paragraph_survives_other_line_ends(text: str) -> None:
    crlf = passages(text.replace("\r", "\n").replace("\n", "\r\n"))
    assert [each.kind for each in crlf] == [each.kind for each in passages(text.replace("\r", "\n"))]


@given(st.one_of(st.text(), st.text(alphabet="aA.…!? \n\"'1/TPv()")))
def test_sentences_cover_every_word_once(text: str) -> None:
    last = 0
    for start, end in sentences(text):
        assert last <= start < end <= len(text)
        assert not text[start].isspace() and not text[end - 1].isspace() and not text[last:start].strip()
        last = end
    assert not text[last:].strip()


@pytest.mark.parametrize(
    "line", [line for line in (HERE / "cases" / "sentences.txt").read_text(encoding="utf-8").splitlines() if line[0] != "#"]
)
def test_sentences(line: str) -> None:
    text = line.replace("|", "")
    assert [text[start:end] for start, end in sentences(text)] == [part.strip() for part in line.split("|")]


@pytest.mark.parametrize(
    "unit",
    [
        "\n",
        "(",
        "[\n",
        ". ",
        "...",
        "…A",
        "a\tb",
        "| ",
        "- \n",
        "tỉnh\n",
        "12\n",
        "Nguyễn An\n",
        "1. \n",
        "\"'",
        "\n ",
        "> ",
        "A.\n\n",
    ],
)
def test_time_grows_with_the_length(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        start = time.process_time()
        segment(read(text))
        sentences(text)
        return time.process_time() - start

    small = min(seconds(30_000) for _ in range(3))
    assert seconds(300_000) < 40 * small + 0.1


@pytest.mark.skipif(not GOLD.exists(), reason="the annotators' passages are not here")
def test_agreement_with_the_annotators() -> None:
    """An annotated passage is found when one of ours has its very offsets and is text."""
    wanted = exact = text_kinds = 0
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        ours = {(each.start, each.end): each.kind for each in passages(row["text"])}
        for each in row.get("passages") or []:
            kind = ours.get((each["start"], each["end"]))
            wanted += 1
            exact += kind is not None
            text_kinds += kind in ("paragraph", "list_item")
    print(f"\npassages of the annotators: {wanted}; same borders {exact}; and paragraph or list_item {text_kinds}")
    assert exact >= 0.97 * wanted and text_kinds >= 0.95 * wanted
