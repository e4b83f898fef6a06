"""The reading view, and what holds for any text at all."""

from __future__ import annotations

import re
import time
import unicodedata
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from benchmarks import inputs
from vnforeign import Document, codepage, gold, matcher, noise
from vnforeign import analyze as run
from vnforeign.document import LAYERS
from vnforeign.matcher import Matcher, PlainMatcher
from vnforeign.text import View, modern, pattern, read, spellings

ODD = "\u0301\u0302\u0323\u031b\u00ad\u200b\ufeff\r\n\t \u00a0\u2028–“”đĐơƯ0/-.,()[]🇻🇳İßﬁ\ud800"
PIECES = (
    *(
        "ngày 04/12/2007",
        "gần 25 tỷ đồng",
        "tỉnh Đắk Nông",
        "UBND tỉnh",
        "Chỉ thị số 44-CT/TW",
        "từ năm 2008",
        "đến nay",
        "01/2014",
    ),
    *(
        "quý I/2019",
        "US$ 2 triệu",
        "330 người",
        "huyện Bù Đốp",
        "Lào",
        "Võ Tấn Tài",
        "cửa khẩu Bu Prăng",
        "Đại hội XI",
        "và",
        "của",
    ),
    *(
        ", ",
        ". ",
        "\n",
        "\r\n",
        " - ",
        "  ",
        "\t",
        "(",
        ")",
        "“",
        "”",
        "Nghị quyết số",
        "5",
        "%",
        "hoà",
        "uỷ",
        "ôngNam",
        "ĐắkNông",
        "TrungQuốc",
        "giá 8. 500.000",
        "1.200. 000",
        "nãm",
        "năm nay",
        "\u0301",
        "\u00ad",
    ),
)
any_text = st.text(st.one_of(st.characters(), st.sampled_from(ODD)), max_size=60)
report_text = st.lists(st.one_of(st.sampled_from(PIECES), st.text(ODD, max_size=3)), max_size=14).map(" ".join)
texts = st.one_of(any_text, report_text)
lines_of_gold = sorted({line for text in inputs.reports() for line in text.split("\n") if len(line) > 40})
sentences = st.sampled_from(lines_of_gold)


def analyze(text: str) -> Document:
    return run(text, "2014-12-22")


def found(text: str) -> list[tuple[str, str, str]]:
    """Label, text and value of each entity, without what holds offsets."""
    return [(each.label, _composed(each.text), _composed(_meaning(each.value.to_dict()))) for each in analyze(text).entities]


def _composed(said: str) -> str:
    return unicodedata.normalize("NFC", said)


def _meaning(value: dict[str, Any]) -> str:
    return str({name: said for name, said in value.items() if name != "org"})


# --- the view ----------------------------------------------------------------------------------------------------------


@given(texts)
def test_every_place_of_the_view_lies_in_the_text_and_their_order_is_kept(text: str) -> None:
    view = read(text)
    assert len(view.text) == len(view.codes)
    spans = [view.span(place, place + 1) for place in range(len(view.text))]
    assert all(0 <= start < end <= len(text) or start == end and _put_in(view, place) for place, (start, end) in enumerate(spans))
    assert all(before[1] <= after[0] for before, after in pairwise(spans))


@given(texts)
def test_a_place_goes_to_the_view_and_back(text: str) -> None:
    view = read(text)
    places = [place for place in range(len(view.text)) if not _put_in(view, place)]
    assert all(view.place(view.span(place, place + 1)[0]) == place for place in places)


def _put_in(view: View, place: int) -> bool:
    """Whether a blank of the view parts two words that the text writes as one."""
    before, blank, after = view.text[place - 1 : place], view.text[place], view.text[place + 1 : place + 2]
    start, end = view.span(place, place + 1)
    return start == end and blank == " " and before.isalpha() and after.isalpha() and before.islower() != after.islower()


@given(sentences)
def test_decomposed_letters_are_seen_composed(line: str) -> None:
    assert read(unicodedata.normalize("NFD", line)).text == read(unicodedata.normalize("NFC", line)).text


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("ngày 5 – 7/9", "ngày 5 - 7/9"),
        ("“Bu Prăng”", '"Bu Prăng"'),
        ("25\u00a0tỷ", "25 tỷ"),
        ("25  tỷ", "25 tỷ"),
        ("25 \u00a0tỷ", "25 tỷ"),
        ("Số:    12", "Số:\t12"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("Đa\u0306\u0301k", "Đắk"),
        ("hợp\u00adtác", "hợptác"),
        ("Ðắk Nông", "Đắk Nông"),
        ("n\u01a3ớc, \u01a2ớc", "nước, Ước"),
        ("tỉnhĐắkNông và ôngNam", "tỉnh Đắk Nông và ông Nam"),
        ("tổchứcMAG", "tổchức MAG"),
        ("PeaceTrees VietNamNet iPhone tờTTg 5giờNgày", "PeaceTrees VietNamNet iPhone tờ TTg 5giờNgày"),
        ("TrungQuốc, QuảngNinh, trungĐoàn, MacBook, FacebookĐăng", "Trung Quốc, Quảng Ninh, trungĐoàn, MacBook, FacebookĐăng"),
        ("UBNDtỉnh, TP.HCMđến, TTgvề, QĐ-TTg, NGUYỄNvăn", "UBND tỉnh, TP.HCM đến, TTgvề, QĐ-TTg, NGUYỄN văn"),
        ("2014", "2014"),
        ("giá 8. 500.000 và 1.200. 000 và (5. 600. 000)", "giá 8.500.000 và 1.200.000 và (5. 600. 000)"),
        ("là 12. 500.000.000 đ", "là 12.500.000.000 đ"),
        ("có 12. 500 người. Điều 8. 500.000 đồng; 8. 500.000", "có 12. 500 người. Điều 8. 500.000 đồng; 8. 500.000"),
        ("năm 2008. 500.000 và 1.200. 000/2", "năm 2008. 500.000 và 1.200. 000/2"),
        ("nãm 2010, 25 tý đồng, 3 triộu, Viêt Nam", "năm 2010, 25 tỷ đồng, 3 triệu, Việt Nam"),
    ],
)
def test_what_a_view_shows(written: str, seen: str) -> None:
    assert read(written).text == seen


@pytest.mark.parametrize(("old", "new"), [("hoà", "hòa"), ("uỷ", "ủy"), ("khoẻ", "khỏe"), ("quỳ", "quỳ"), ("hoàn", "hoàn")])
def test_old_tone_placement(old: str, new: str) -> None:
    assert modern(old) == new
    assert {old, new} <= spellings(old) | spellings(new)
    assert pattern(new).fullmatch(old)
    assert pattern(old).fullmatch(new)


# --- findings in any text ----------------------------------------------------------------------------------------------


@settings(max_examples=300)
@given(texts)
def test_entities_point_into_the_callers_text_and_keep_their_layer_to_themselves(text: str) -> None:
    entities = analyze(text).entities
    done = dict.fromkeys(LAYERS.values(), 0)
    for each in entities:
        assert each.text == text[each.start : each.end] != ""
        assert each.start >= done[each.layer]
        done[each.layer] = each.end
    assert [(each.start, -each.end) for each in entities] == sorted((each.start, -each.end) for each in entities)


def test_entities_of_the_gold_reports_point_into_their_text() -> None:
    for text in inputs.reports():
        assert all(each.text == text[each.start : each.end] == each.text.strip() for each in analyze(text).entities)


@given(sentences)
def test_decomposed_text_gives_the_same_entities(line: str) -> None:
    assert found(unicodedata.normalize("NFD", line)) == found(unicodedata.normalize("NFC", line))


@given(sentences, st.sampled_from(["Xin chào.\n\n", "🇻🇳🇻🇳\n\n", "\ufeffe\u0301  e\r\n\r\n", "—\n\n"]))
def test_a_prefix_moves_the_entities_and_changes_none(line: str, prefix: str) -> None:
    alone = [(each.label, each.start, each.end) for each in analyze(line).entities]
    moved = [(each.label, each.start - len(prefix), each.end - len(prefix)) for each in analyze(prefix + line).entities]
    assert moved == alone


@given(sentences)
def test_a_text_cut_anywhere_is_read(line: str) -> None:
    for place in range(0, len(line), 7):
        analyze(line[:place])
        analyze(line[place:])


def test_the_same_text_gives_the_same_line_of_json() -> None:
    report = gold.read(inputs.GOLD / "dev")[0]
    assert analyze(report.text).to_json() == analyze(report.text).to_json()


# --- the matcher -------------------------------------------------------------------------------------------------------

_words = st.sampled_from(["a", "b", "ab", "tỉnh", "Đắk", "Nông", "G'long", "-", ",", ".", " ", "  ", "\n", "1"])
forms = st.lists(st.lists(_words, min_size=1, max_size=4).map("".join).map(str.strip), min_size=1, max_size=8, unique=True)


@settings(max_examples=500)
@given(forms, st.lists(_words, max_size=25).map("".join))
def test_both_matchers_find_the_same(names: list[str], text: str) -> None:
    names = [name for name in names if name[:1].isalnum() and name[-1:].isalnum() and "\n" not in name]
    assume(names)
    coded = [codepage.encode(name) for name in names]
    line = codepage.one_line(codepage.encode(text))
    assert list(Matcher(coded).find(line)) == list(PlainMatcher(coded).find(line))


def test_both_matchers_find_the_same_in_the_gold_reports() -> None:
    words = sorted({word for text in inputs.reports() for word in re.findall(r"\w+ \w+(?: \w+)?", text)})[::3]
    coded = [codepage.encode(word) for word in words]
    native, plain = Matcher(coded), PlainMatcher(coded)
    for text in inputs.reports():
        line = codepage.one_line(read(text).codes)
        assert list(native.find(line)) == list(plain.find(line))


# --- linear time -------------------------------------------------------------------------------------------------------

SIZE, FACTOR, MOST = 200_000, 16, 24.0


def seconds(text: str) -> float:
    begun = time.process_time()
    analyze(text)
    return time.process_time() - begun


@pytest.mark.parametrize("name", inputs.LINEAR)
def test_sixteen_times_the_text_takes_about_sixteen_times_as_long(name: str) -> None:
    make: Callable[[int], str] = inputs.LINEAR[name]
    small, large = make(SIZE), make(FACTOR * SIZE)
    seconds(make(1000))
    ratios = []
    for _ in range(3):  # a neighbour on the machine may disturb one round, not three
        ratios.append(seconds(large) / max(seconds(small), 0.002))
        if ratios[-1] <= MOST:
            return
    pytest.fail(f"{FACTOR} times the text took {', '.join(f'{ratio:.1f}' for ratio in ratios)} times as long")


def test_misread_words_keep_their_length() -> None:
    table = [line.split("\t") for line in (Path(noise.__file__).parent / "misread.tsv").read_text("utf-8").splitlines()[1:]]
    assert all(len(written) == len(meant) and source for written, meant, source in table)
    assert len({written for written, _, _ in table}) == len(table)


@given(st.lists(st.text("abc", min_size=1, max_size=4), min_size=1, max_size=6), st.text("abcd", max_size=60))
def test_a_seeker_gives_the_same_without_the_automaton(words: list[str], line: str) -> None:
    coded, text = [word.encode() for word in words], line.encode()
    assert matcher.seeker(coded)(text) == matcher._sought(coded, text)
