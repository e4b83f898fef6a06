"""Who puts the signature under a paper: ``do A và B ký``, ``thay mặt hai tỉnh, A và B ký``, ``Ký thay mặt tỉnh là A; phía bạn là B``."""

from __future__ import annotations

import re

from ..build import Draft
from ..page import Page, Sentence
from ..papers import Paper
from ..sides import Side, pair
from ..wording import pattern

_SIGN = r",? ?(?:\b(?:đã|cùng|đồng|chính thức|trực tiếp|thay mặt|đại diện|hai bên) ){0,3}(?:ký|kí|đặt bút|hạ bút)\b"
_PERSONS = r"(?P<who>(?:(?!\b(?:ký|kí|đặt bút|hạ bút)\b)[^;\n]){6,190}?)"
_BOTH = (
    pattern(rf"\b(?:do|được) {_PERSONS}{_SIGN}"),
    pattern(
        rf"\b[Tt]hay mặt (?:cho )?(?:hai|các) (?:bên|tỉnh|huyện|thành phố|đơn vị|cơ quan|trường|địa phương|ngành|sở),? {_PERSONS}{_SIGN}"
    ),
    pattern(rf": {_PERSONS}{_SIGN} (?:tại|ngày|vào|sáng|chiều)"),
    pattern(rf"\b(?:hai|các) (?:bên|tỉnh|trường|đơn vị) (?:đã )?(?:cử|giao|ủy quyền(?: cho)?) {_PERSONS}{_SIGN}"),
    pattern(rf"(?:^|; ){_PERSONS}{_SIGN}(?: kết| tên| ký| vào văn bản){{0,2}}\W*$"),
    pattern(
        rf"(?<=[a-zà-ỹ]), (?=(?:ông|bà|đồng chí|đ/c|chủ tịch|giám đốc|phó) )(?i:{_PERSONS}){_SIGN}(?=,? (?:tại|ngày|vào)\b|\W*$)"
    ),
    pattern(
        r"\b(?:người ký|đại diện (?:hai bên )?ký(?: kết)?|tham gia ký kết|ký (?:văn bản|thỏa thuận|bản ghi nhớ)) (?:là|gồm|có):? "
        r"(?P<who>[^;.\n]{6,190})",
        re.IGNORECASE,
    ),
)
_ONE = r"(?:(?!\b(?:phía|bên)\b)[^;,.\n]){3,100}"
_APART = (
    (
        False,
        pattern(
            rf"(?:^|[;,.] )(?P<who>{_ONE}(?:, {_ONE})?) ký(?: kết)?(?: cho| thay)? (?:phía|bên) (?:ta|việt nam|tỉnh)\b",
            re.IGNORECASE,
        ),
    ),
    (
        False,
        pattern(
            r"(?:ký thay mặt|thay mặt|đại diện|người (?:đặt bút )?ký|người đặt bút)(?: cho)?(?: phía)? ?(?:tỉnh|ta|việt nam|bên ta|ubnd tỉnh|thành phố|huyện|sở|trường)"
            rf"(?: ký(?: kết)?)? (?:là|có):? (?P<who>{_ONE})",
            re.IGNORECASE,
        ),
    ),
    (
        True,
        pattern(
            rf"\b(?:phía|bên) (?:bạn|nước ngoài|đối tác|nước bạn|tỉnh bạn|[A-ZĐ][^\W\d]+(?: [A-ZĐ][^\W\d]+)?)(?: ký(?: kết)?)? (?:là|có):? (?P<who>{_ONE})"
        ),
    ),
)
_APART_MORE = (
    (
        False,
        pattern(
            rf"(?:^|[;.] )(?P<who>{_ONE}(?:, {_ONE})?) ký(?: kết)? thay mặt (?:phía )?(?:ta|tỉnh|thành phố|huyện|sở|trường|việt nam)\b",
            re.IGNORECASE,
        ),
    ),
    (
        True,
        pattern(
            rf"(?:^|[;.] )(?P<who>{_ONE}(?:, {_ONE})?) (?:thay mặt (?:chủ nhà|bạn|phía bạn|đối tác) ký|ký thay mặt (?:chủ nhà|bạn|phía bạn|đối tác))\b",
            re.IGNORECASE,
        ),
    ),
    (
        False,
        pattern(
            rf"\bngười (?:thay mặt (?:tỉnh|ta|thành phố) )?ký(?: văn bản(?: ấy| này)?)?(?: phía ta)? là (?P<who>{_ONE})",
            re.IGNORECASE,
        ),
    ),
    (True, pattern(rf"\bngười (?:đặt bút|ký)(?: kết)? (?:phía|bên) (?:bạn|đối tác)(?: là)?,? (?P<who>{_ONE})", re.IGNORECASE)),
    (True, pattern(rf"\bphía (?:bạn|đối tác|[A-ZĐ][^\W\d]+(?: [A-ZĐ][^\W\d]+)?) do (?P<who>{_ONE}) (?:ký|đặt bút)\b")),
)
#: ``Hiệu trưởng hai trường ký``: one office on either side.
_TOGETHER = pattern(
    r"\b(?P<who>(?:Phó )?(?:[Hh]iệu trưởng|[Gg]iám đốc|[Vv]iện trưởng|[Cc]hủ tịch(?: [^\W\d]+){0,3}?|[Bb]í thư(?: [^\W\d]+){0,3}?|[Cc]hỉ huy trưởng|[Cc]ục trưởng))(?: của)? "
    r"(?P<two>hai (?:trường|bệnh viện|tỉnh|bên|viện|đơn vị|sở|huyện|hội|thành phố|cơ quan))(?: đã| cùng)* (?:ký|kí|đặt bút)\b"
)
_TITLES = pattern(
    r"(?:(?:ông|bà|ngài|đồng chí|đ/c|gs|pgs|ts|ths|tiến sĩ|thạc sĩ|giáo sư|phó giáo sư|bs|gs\.ts|pgs\.ts|ts\.bs|và|là)\.? ?(?=[A-ZĐ ]|\b)){1,3}",
    re.IGNORECASE,
)
_OFFICE = pattern(
    r"\b(?:chủ tịch|giám đốc|bí thư|trưởng|thống đốc|hiệu trưởng|viện trưởng|thị trưởng|đô trưởng|cục trưởng|chánh|chủ nhiệm|tổng thư ký|đại sứ|"
    r"tổng lãnh sự|chỉ huy|đồn trưởng|chính ủy)\b",
    re.IGNORECASE,
)
_FAR = 260  # characters behind a title that may tell who signed it


def signers(page: Page, draft: Draft, sentence: Sentence, paper: Paper, place: int) -> None:
    """Fills who signed for either side, by the words behind the title or by the sentence behind."""
    if "signatory_vn" in draft and "signatory_foreign" in draft:
        return
    head = sentence.clause(paper.start)[0] - sentence.start
    if together := _TOGETHER.search(sentence.text, head, min(len(sentence.text), paper.until - sentence.start)):
        for column in ("signatory_vn", "signatory_foreign"):
            draft.say(column, sentence.start + together.start("who"), sentence.start + together.end("who"), "together")
        return
    start = paper.end - sentence.start
    last = min(len(sentence.text), max(start + _FAR, paper.until - sentence.start))
    if _both(page, draft, sentence, start, last) or _apart(draft, sentence, start, last):
        return
    behind = page.sentences[place + 1] if place + 1 < len(page.sentences) else None
    if behind is None or behind.passage != sentence.passage or behind.of("AGREEMENT"):
        return
    if not _both(page, draft, behind, 0, len(behind.text)):
        _apart(draft, behind, 0, len(behind.text))


def _both(page: Page, draft: Draft, sentence: Sentence, start: int, last: int) -> bool:
    for cue in _BOTH:
        match = cue.search(sentence.text, start, last)
        if not match or not _are_persons(sentence, *match.span("who")):
            continue
        two = pair(page, sentence, sentence.start + match.start("who"), sentence.start + match.end("who"))
        if len(two) != 2:
            continue
        if {side.foreign for side in two} != {True, False}:
            two[0].foreign, two[1].foreign = False, True  # ours is told first
        for side in two:
            _put(draft, side)
        return True
    return False


def _are_persons(sentence: Sentence, start: int, end: int) -> bool:
    persons = sentence.inside(sentence.start + start, sentence.start + end, "PERSON")
    return bool(persons or _OFFICE.search(sentence.text, start, end))


def _put(draft: Draft, side: Side) -> None:
    column = "signatory_foreign" if side.foreign else "signatory_vn"
    if column not in draft and side.signer:
        draft.say(column, *side.signer, "signer")


def _apart(draft: Draft, sentence: Sentence, start: int, last: int) -> bool:
    """``phía bạn là Phó Thị trưởng Hwang In-kook``: a side each."""
    told = False
    for foreign, cue in (*_APART, *_APART_MORE):
        column = "signatory_foreign" if foreign else "signatory_vn"
        match = cue.search(sentence.text, start, last)
        if match and column not in draft and _are_persons(sentence, *match.span("who")):
            at = sentence.start + match.start("who")
            if title := _TITLES.match(match["who"]):
                at += title.end()
            draft.say(column, at, sentence.start + match.end("who"), "signer")
            told = True
    return told
