"""Figures that name what is counted before a number without a unit: ``Số dự án FDI còn hiệu lực: 64``, ``lên con số 9``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..build import Draft
from ..page import Sentence
from ..times import pointed
from ..values import days
from ..wording import pattern

_BARE = pattern(
    r"\b(?:tổng )?số (?:lượng |lượt )?(?P<what>(?:dự án|địa phương|đối tác|tỉnh|thị trường|quốc gia|lao động|người|khách|"
    r"du khách)\b[^,;:.()\d\n]{0,90}?"
    r"(?:(?:tính )?(?:đến|tới) (?:hết |ngày |tháng |năm |quý )*[\d/.-]{1,10} ?)?)"
    r"(?: ?:| (?:là|lên|tăng lên|đạt|còn|ở mức|được))(?: tới| đến| thành| con số| khoảng| hơn| trên| gần)* "
    r"(?P<n>\d{1,3}(?:\.\d{3})*)(?= ?(?:[;,(]|\.(?!\d)|$)| (?:với|có|và) (?:tổng )?(?:số )?vốn)"
)
#: A label and its number: ``- Người nước ngoài đang ở tỉnh: 3.968 (Trung Quốc 2.514)``.
_LABELLED = pattern(
    r"(?:^|[;.])[^\w;.]*(?:\d{1,2}[.)] ?|[a-zđ]\) ?)?(?P<what>(?:dự án|địa phương|đối tác|thị trường|lao động|người|chuyên gia|khách|du khách)\b[^;:.()\d\n]{3,60}"
    r"(?:(?:tính )?(?:đến|tới) (?:hết |ngày |tháng |năm |quý )*[\d/.-]{1,10} ?)?):(?: hơn| trên| gần| khoảng)? (?P<n>\d{1,3}(?:\.\d{3})*)(?= ?(?:[;,(]|\.(?!\d)|$))"
)
_KINDS = (
    ("fdi_projects", "dự án", pattern(r"dự án[^,;]{0,40}(?:fdi|nước ngoài)(?! tài trợ)")),
    ("oda_projects", "dự án", pattern(r"dự án[^,;]{0,40}\boda\b")),
    ("partners", "địa phương", pattern(r"(?:địa phương|đối tác|tỉnh)[^,;]{0,60}(?:kết nghĩa|hợp tác|quan hệ|hữu nghị)")),
    ("markets", "thị trường", pattern(r"(?:thị trường|quốc gia)[^,;]{0,30}(?:xuất khẩu|nhập hàng)|thị trường")),
    ("labour_abroad", "người", pattern(r"(?:lao động|người)[^,;]{0,40}(?:đi làm việc|xuất cảnh|xuất khẩu|ở nước ngoài)")),
    ("visitors", "lượt", pattern(r"(?:khách|du khách) (?:du lịch )?(?:quốc tế|nước ngoài)")),
    (
        "foreigners",
        "người",
        pattern(
            r"(?:lao động|người|chuyên gia)(?:, chuyên gia|, lao động)? nước ngoài[^;]{0,40}(?:cư trú|làm việc|tạm trú|thường trú|sinh sống|đang ở|hiện ở|ở tỉnh)"
        ),
    ),
)
#: Of which projects those before tell: ``thêm 4 dự án đầu tư nước ngoài, nâng tổng số dự án còn hiệu lực lên 31``.
_STANDING, _FDI = pattern(r"dự án (?:đầu tư |được cấp |đang |còn )"), pattern(r"\bfdi\b|đầu tư (?:trực tiếp )?nước ngoài")
_NONE = pattern(r"lượt dự án|giấy phép|vi phạm|bị |viện trợ|tài trợ|phi chính phủ|điều chỉnh|trong nước")


def drafts(sentence: Sentence) -> Iterator[Draft]:
    """A row for each number without a unit whose words before it say what it counts."""
    words = sentence.lower
    found = [*(_BARE.finditer(words) if "số " in words else ()), *(_LABELLED.finditer(words) if ":" in words else ())]
    for match in found:
        start, end = sentence.start + match.start("n"), sentence.start + match.end("n")
        kind = next(((key, unit) for key, unit, cue in _KINDS if cue.match(match["what"])), None)
        if kind is None and _STANDING.match(match["what"]) and _FDI.search(words, 0, match.start()):
            kind = ("fdi_projects", "dự án")
        if kind is None or _NONE.search(match["what"]) or not sentence.is_fact(start):
            continue
        if any(each.start < end and start < each.end for each in sentence.of("QUANTITY", "AMOUNT", "DATE")):
            continue
        draft, rule = Draft("indicator", sentence, summary=True), "bare" if match.re is _BARE else "label"
        draft.put("indicator", kind[0], (sentence.start + match.start("what"), sentence.start + match.end("what")), rule)
        draft.put("value", match["n"].replace(".", ""), (start, end), rule)
        draft.put("unit", _unit(match, kind[1]), (sentence.start + match.start("what"), end), rule)
        told = [each for each in days(sentence) if each[0].start < start]
        if one := told[-1] if told else pointed(sentence, start):
            draft.put("as_of", one[1], one[0], "date")
        yield draft


def _unit(match: re.Match[str], unit: str) -> str:
    """The noun that is counted, with ``nước ngoài`` where it goes with a place."""
    noun = re.match(r"(?:địa phương|đối tác|tỉnh)(?: nước ngoài)?", match["what"])
    return noun[0] if noun and unit == "địa phương" else unit
