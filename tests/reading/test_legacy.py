"""Text from before Unicode: what it is read as, and what is left alone."""

from __future__ import annotations

import re
import time
import unicodedata
from contextlib import suppress
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tools.encodings import encode, measure, shown
from vnforeign.document import Origin
from vnforeign.reading import legacy, plain
from vnforeign.reading.legacy import pieces
from vnforeign.reading.legacy.tables import ENCODINGS, letters

#: Less than what ``python -m tools.encodings`` measured, on words with diacritics.
FLOORS = {"report": 0.997, "line": 0.996, "heading": 0.95, "converted": 0.997}

REPORT = """Ủy ban nhân dân tỉnh đã tiếp 12 đoàn khách quốc tế.
Số: 15/BC-SNgV
Đoàn Washington (Florida, Massachusetts) và doanh nghiệp Fujifilm thăm khu công nghiệp.
Kết quả: 3 thỏa thuận được ký kết; viện trợ 2,5 triệu USD (năm 2009: 1,8 triệu).
"""
SMALL = REPORT.replace("Ủy", "ủy")


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_report_is_read(encoding: str) -> None:
    decoded = legacy.decode(encode(REPORT, encoding))
    assert (decoded.text, decoded.encoding) == (REPORT, encoding)
    assert f"converted from {encoding}" in decoded.warnings[0]
    assert legacy.convert(shown(encode(REPORT, encoding))).text == REPORT
    assert legacy.convert(encode(REPORT, encoding).decode("latin-1")).text == REPORT


def test_quality_stays_above_its_floors() -> None:
    figures = measure()
    assert {
        f"{encoding} {name} {figure:.4f}"
        for encoding, row in figures.items()
        for name, figure in row.items()
        if figure < FLOORS[name]
    } == set()


@pytest.mark.parametrize(
    ("codes", "text"),
    [
        ("CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("Së NGO¹I Vô TØNH", "SỞ NGOẠI VỤ TỈNH"),
        ("theo Së Ngo¹i vô vµ UBND tØnh", "theo Sở Ngoại vụ và UBND tỉnh"),
        ("Sè 186-BC/TU cña TØnh ñy", "Số 186-BC/TU của Tỉnh ủy"),
        ("c¸c n\u2212íc vµ Thñ t\u2212íng, 5 \u2212 3 = 2", "các nước và Thủ tướng, 5 \u2212 3 = 2"),
        ("c¸c n\ufffeíc l\u2219nh ®¹o, nh\xad vËy", "các nước lãnh đạo, như vậy"),
        ("c¸c ®iÓm a, b vµ ®, diÖn tÝch 1½ ha", "các điểm a, b và đ, diện tích 1½ ha"),
        ("“Céng t¸c” – “®èi ngo¹i”… nh©n d©n", "“Công tác” – “đối ngoại”… nhân dân".replace("Công", "Cộng")),
        ("H\x97I NGO\x84I V\x02, H\x92A X\x82, R\x94", "HỘI NGOẠI VỤ, HÒA XÃ, RÕ"),
        ("\x9ey ban, \x11ng h\xe9, \x99 \xa7\xb5 N\xbdng, P\xb8 \x9e", "Ủy ban, Ứng hộ, Ở Đà Nẵng, Pá Ủ"),
        ("\x93Céng t¸c\x94 \x96 \x93A\x94\x85 \x80 5", "“Cộng tác” – “A”… € 5"),
        ("Baùo caùo", "Báo cáo"),
        ("Aùp duïng Quyeát ñònh, Ôû Ñaø Naüng", "Áp dụng Quyết định, Ở Đà Nẵng"),
        ("COÄNG HOØA XAÕ HOÄI", "CỘNG HÒA XÃ HỘI"),
        ("VÕ VĂN: H–i nghÎ".encode("cp1252", "ignore").decode("cp1252"), "VÕ VN: H–i nghÎ"),
    ],
)
def test_a_line_is_converted(codes: str, text: str) -> None:
    assert legacy.convert(codes).text == text


def test_fonts_decide_where_words_do_not() -> None:
    codes, fonts = "", []
    for piece, font in [
        ("ñy ban", ".VnTimeH"),
        (" nh©n d©n ", ".VnTime"),
        ("Soá 12", "VNI-Times"),
        (" Đắk Lắk ", "Arial"),
        ("đã đổi", ".VnTime"),
    ]:
        fonts.append((len(codes), len(codes) + len(piece), font))
        codes += piece
    decoded = legacy.convert(codes, fonts)
    assert decoded.text == "ỦY BAN nhân dân Số 12 Đắk Lắk đã đổi"
    assert decoded.encoding == "mixed"
    assert legacy.convert("b\xb8o", [(-5, 99, ".VnTime"), (1, 2, ".VnTime"), (9, 4, "VNI-Times")]).text == "báo"


def test_lines_of_several_encodings() -> None:
    pieces = [*ENCODINGS, "utf-8"] * 2
    data = b"".join(REPORT.encode() if name == "utf-8" else encode(REPORT, name) for name in pieces)
    decoded = legacy.decode(data)
    assert decoded.text == REPORT * len(pieces)
    assert decoded.encoding == "mixed"
    assert decoded.lines == dict.fromkeys(pieces, 8) | {"utf-8": decoded.lines["utf-8"]}
    origin = Origin("txt", decoded.encoding, "", decoded.runs)
    for number, name in enumerate(pieces):
        start, end = origin.place(number * len(REPORT), (number + 1) * len(REPORT))
        assert legacy.decode(data[start:end]).text == REPORT, name


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_letter_leads_back_to_its_codes(encoding: str) -> None:
    data = encode(REPORT, encoding)
    decoded = legacy.decode(data)
    origin = Origin("txt", encoding, "", decoded.runs)
    table = {codes: letter.lower() for codes, letter in letters(encoding).items()}
    for at, char in enumerate(decoded.text):
        start, end = origin.place(at, at + 1)
        codes = data[start:end].decode("latin-1")
        assert table.get(codes, codes.lower()) == char.lower()
    assert origin.place(0, len(decoded.text)) == (0, len(data))


@pytest.mark.parametrize("name", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf16_is_read(name: str) -> None:
    decoded = legacy.decode(REPORT.encode(name))
    assert (decoded.text, decoded.encoding, decoded.warnings) == (REPORT, "utf-16", [])


def test_a_text_file_says_where_it_comes_from() -> None:
    document = plain.decode(encode(REPORT, "vni"), "a.txt")
    assert document.text == REPORT
    assert document.origin
    assert (document.origin.format, document.origin.encoding, len(document.origin.digest)) == ("txt", "vni", 64)
    assert document.origin.place(0, 1) == (0, 2)
    assert "converted from vni" in document.warnings[0]


@pytest.mark.parametrize("name", ["cp1252", "cp1250", "cp1251"])
def test_other_languages_in_other_encodings_are_refused(name: str) -> None:
    texts = {
        "cp1252": "Où était la bibliothèque générale ? À côté de l'hôtel, près du théâtre où l'été dernier nous étions allés.",
        "cp1250": "Příliš žluťoučký kůň úpěl ďábelské ódy, zatímco všichni ostatní tiše naslouchali.",
        "cp1251": "Делегация провинции посетила Москву и встретилась с представителями общества дружбы.",
    }
    with pytest.raises(legacy.Undecodable):
        legacy.decode(texts[name].encode(name))


# --- what is left alone ------------------------------------------------------------------------------------------------

OTHERS = """Où est la bibliothèque ? L'été où j'étais à Noël, le naïf garçon a reçu « l'août », ça va, hé là !
Ils sont allés à l'hôtel de Ville ; où ça ? là où l'on a dû payer 25 € (½ prix), soit 3 m² à 20 °C.
Året går på så må vi få åka; för här är det så på ön. Så på två år.
Größe, Köln, für, über, schön, Tür, Mönch, Bär, Gemüse, dürfen, möchte, Straße, Fuß
año, niño, señor, mañana, España, corazón, canción, también, él, tú, más, aquí, qué, cómo
não, coração, São Paulo, ação, mãe, irmã, você, três, põe, avô, avó, à, é
gün, göz, çok, söz, dün, gör, türkçe, İstanbul, ağaç, ışık, kömür, gümüş
på, så, må, gå, få, blå, ø, å, ær, før, køb, fløde, rød grød med fløde
Příliš žluťoučký kůň úpěl ďábelské ódy; hàng hóa, thoả thuận, quý
Đoàn đại biểu thành phố Thiên Tân (天津) và tỉnh Vân Nam (云南省) thăm Mátxcơva (Москва).
10 µm, 5 µg, ±2, §3, ©2021, Sun® và Java™, 1 × 2 ÷ 3, «trích dẫn», ¡hola!, ¿qué?
Tỉnh uỷ, Uỷ ban nhân dân, hoà bình, thuỷ lợi; tôi là, và, của; à, á, â, ê, ô, ý
""".splitlines()


@pytest.mark.parametrize(
    "text", [*OTHERS, "\n".join(OTHERS), REPORT, unicodedata.normalize("NFD", REPORT), "Việt\xadNam t\u200bỉnh"]
)
def test_unicode_stays_as_it_is(text: str) -> None:
    assert legacy.convert(text) == legacy.Decoded(text)
    assert legacy.decode(text.encode()) == legacy.Decoded(text)


@given(st.lists(st.sampled_from(" ".join(OTHERS).split() + REPORT.split() + ["\n"]), max_size=60).map(" ".join))
def test_unicode_words_in_any_order_stay(text: str) -> None:
    assert legacy.convert(text).text == text


# --- hostile input -----------------------------------------------------------------------------------------------------


@given(st.binary(max_size=400))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    with suppress(legacy.Undecodable):
        check_runs(legacy.decode(data), len(data))


@given(
    st.lists(
        st.sampled_from([encode(REPORT, name) for name in ENCODINGS] + [REPORT.encode(), b"\xff\x02 \xad", b"\n", b"\r"]),
        max_size=8,
    )
)
def test_any_mixture_is_decoded_or_refused(pieces: list[bytes]) -> None:
    data = b"".join(piece[: 7 * (at + 3)] for at, piece in enumerate(pieces))
    with suppress(legacy.Undecodable):
        check_runs(legacy.decode(data), len(data))


_CODES = st.text(
    st.characters(max_codepoint=0x17F) | st.sampled_from("aeouAOöôñÑøùïâáää\u2212\ufffe\ud800€ŠŽ\n\t "), max_size=200
)


@given(
    _CODES,
    st.lists(
        st.tuples(
            st.integers(-5, 250), st.integers(-5, 250), st.sampled_from([".VnTime", ".VnTimeH", "VNI-Times", "VPS x", "Arial"])
        ),
        max_size=6,
    ),
)
def test_any_text_is_converted(text: str, fonts: list[tuple[int, int, str]]) -> None:
    check_runs(legacy.convert(text, fonts), len(text))


def check_runs(decoded: legacy.Decoded, size: int) -> None:
    """Runs grow in both, stay inside, and no letter has more than four of the source's characters."""
    origin = Origin("txt", decoded.encoding, "", decoded.runs)
    if decoded.encoding == "utf-16" or (decoded.encoding == "utf-8" and not decoded.runs):
        return
    ends = [origin.place(at, at + 1) for at in range(len(decoded.text))]
    assert all(0 <= start < end <= start + 4 for start, end in ends)
    assert all(before[1] == after[0] for before, after in pairwise(ends))
    assert not ends or ends[-1][1] == size


def test_no_input_takes_more_than_linear_time() -> None:
    kinds = {
        "one line of vni": encode(REPORT.replace("\n", " "), "vni"),
        "one word": "aù".encode("latin-1"),
        "letters": b"a",
        "one code": b"\xad",
        "controls": b"\x02\x19",
        "capitals": "CéNG ".encode("latin-1"),
        "lines": b"\xb8\n",
        "heads": "ñ. ".encode("latin-1"),
    }
    for name, piece in kinds.items():
        small, large = (_time(piece * (size // len(piece))) for size in (20_000, 320_000))
        assert large < 80 * max(small, 0.01), name


def test_a_large_file_of_noise_is_refused_at_once() -> None:
    with pytest.raises(legacy.Undecodable):
        legacy.decode(Random(0).randbytes(3_000_000))


def _time(data: bytes) -> float:
    begin = time.process_time()
    with suppress(legacy.Undecodable):
        legacy.decode(data)
    legacy.convert(data.decode("latin-1"))
    return time.process_time() - begin


def test_millions_of_short_lines_are_told_apart_a_few_at_a_time() -> None:
    data = "tµ\n".encode("latin-1") * 700_000
    spans = [match.span() for match in re.compile(pieces.line_pattern(len(data)).encode()).finditer(data) if match[0]]
    assert len(spans) <= 500_000
    assert spans[0][0] == 0 and spans[-1][1] == len(data)
    assert all(before[1] == after[0] and data[before[1] - 1] == 10 for before, after in pairwise(spans))
    assert legacy.decode(data[:3000]).text == "tà\n" * 1000
