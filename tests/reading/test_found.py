"""What fuzzing found, made small: each case once raised, hung or said too much."""

from __future__ import annotations

import random
import time

import pytest

from tests.reading import writers
from tools.encodings import encode
from vnforeign.document import Document, Origin
from vnforeign.reading import ReadError, decode, decode_all, legacy
from vnforeign.runs import Runs


def within(seconds: float, data: bytes) -> Document:
    """The document, read in so much CPU time."""
    began = time.process_time()
    document = decode(data, "a")
    assert time.process_time() - began < seconds
    return document


def test_a_table_of_many_cells_takes_no_time() -> None:
    page = b"<html><body><table>" + b"<tr><td>a<br>b</td></tr>" * 1000 + b'<meta name="x" content="y">' * 500 + b"</table>"
    assert within(3, page).text.count("a b") == 1000


@pytest.mark.parametrize("many", [200, 600, 3000])
def test_fonts_of_rtf_that_do_not_end_take_no_time(many: int) -> None:
    assert "words" in within(3, rb"{\rtf1{\fonttbl" + rb"{\f0\fnil\fcharset0 Times New " * many + rb"}}words}").text


def test_fonts_of_rtf_without_semicolons_take_no_time() -> None:
    fonts = rb"{\f0\fnil\fcharset0 Times New }" * 500  # over a minute before
    assert "words" in within(3, rb"{\rtf1{\fonttbl" + fonts + rb"}words}").text


@pytest.mark.parametrize("name", ["a\x1a\nb.xml", "a" * 3000 + ".xml", "\u202egpj.xml"])
def test_a_damaged_member_is_named_on_one_short_line(name: str) -> None:
    package = writers.docx(["một"])
    data = writers.zipped({"word/document.xml": package[:300], name: package})
    at = data.rindex(b"PK\x03\x04")
    for each in decode_all(data[:at] + b"PKxx" + data[at + 4 :], "a"):
        assert isinstance(each, ReadError)
        assert len(str(each)) < 400 and str(each).isprintable()


@pytest.mark.parametrize("share", [0.0, 0.1, 0.3])
def test_noise_that_looks_a_little_vietnamese_is_given_up(share: float) -> None:
    chance = random.Random(1)
    line = encode("Ủy ban nhân dân tỉnh đã tiếp 12 đoàn khách quốc tế.", "vni")
    data = b"\n".join(line if chance.random() < share else chance.randbytes(60) for _ in range(40_000))
    began = time.process_time()
    with pytest.raises(legacy.Undecodable):
        legacy.decode(data)
    assert time.process_time() - began < 12  # 110 s before


def test_the_way_back_of_a_long_line_is_small() -> None:
    decoded = legacy.decode(encode("Ủy ban nhân dân tỉnh đã tiếp đoàn khách quốc tế và các nước. " * 2000, "vni"))
    assert len(decoded.runs) > 20_000
    assert sum(part.buffer_info()[1] * part.itemsize for part in decoded.runs.arrays) == 16 * len(decoded.runs)


def test_runs_are_as_good_as_a_tuple() -> None:
    pairs = ((0, 3), (4, 9), (10, 17))
    runs = Runs(pairs)
    assert (tuple(runs), len(runs), runs[1], runs[-1], runs[1:]) == (pairs, 3, (4, 9), (10, 17), [(4, 9), (10, 17)])
    same: list[object] = [pairs, list(pairs), Runs(pairs)]
    assert all(runs == each for each in same)
    assert runs != pairs[:2] and hash(runs) == hash(pairs) and repr(runs) == repr(pairs)
    assert [runs.place(at) for at in (0, 3, 4, 12)] == [3, 6, 9, 19]
    assert Runs().place(7) == 7
    document = Document("mười chữ", origin=Origin("txt", "vni", "ab", runs))
    assert Document.from_json(document.to_json()).origin == document.origin
    with pytest.raises(ValueError, match="runs"):
        Document.from_dict(
            document.to_dict() | {"origin": {"format": "txt", "encoding": "vni", "digest": "", "runs": [["a", 1]]}}
        )


@pytest.mark.parametrize("line", ['{"passages": ["a"]}', '{"links": 1.5}', '{"metadata": 3}', '{"entities": {"a": 1}}'])
def test_json_of_other_types_is_no_document(line: str) -> None:
    with pytest.raises(ValueError, match="not a document"):
        Document.from_json(line)


@pytest.mark.parametrize("line", ['{"passages":' + "[" * 100_000, "[" * 100_000])
def test_json_nested_without_end_is_no_document(line: str) -> None:
    with pytest.raises(ValueError, match="nested"):
        Document.from_json(line)
