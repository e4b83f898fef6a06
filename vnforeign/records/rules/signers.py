"""Who puts the signature under a paper: ``do A và B ký``, ``thay mặt hai tỉnh, A và B ký``, ``Ký thay mặt tỉnh là A; phía bạn là B``."""

from __future__ import annotations

import re

from ..build import Draft
from ..page import Page, Sentence
from ..papers import Paper
from ..sides import Side, pair, read
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
        r"\b[Tt]hay mặt (?:cho )?(?:hai|các) (?:bên|tỉnh|đơn vị|trường|huyện|thành phố),? (?:ký (?:tên )?)?"
        r"(?:là|có|gồm):? (?P<who>[^;.\n]{6,190})"
    ),
    pattern(r"\b(?:[Nn]gười|[Đđ]ại diện) ký(?: kết)?: ?(?P<who>(?!phía|bên)[^.\n]{6,190})"),
    pattern(
        r"\b(?:người ký|đại diện (?:hai bên )?ký(?: kết)?|tham gia ký kết|ký (?:văn bản|thỏa thuận|bản ghi nhớ)) (?:là|gồm|có):? "
        r"(?P<who>[^;.\n]{6,190})",
        re.IGNORECASE,
    ),
)
_PIECE = r"(?:(?! (?:ký|kí|đặt bút|là|còn|thay mặt|đã|vừa)\b| và (?:ông|bà|phía|bên|đồng chí|ngài)\b|\b(?:phía|bên)\b)(?:[^;,.()\n]|\.(?=\S)))"
#: A person with the office behind the name.
_ONE = (
    rf"{_PIECE}{{3,90}}(?:,(?= (?i:(?:phó|quyền|nguyên|tổng|thứ) )?(?i:phó|chủ tịch|giám đốc|trưởng|bí thư|thị trưởng|tỉnh trưởng|thống đốc|hiệu|"
    rf"quận trưởng|huyện trưởng|viện|cục|chỉ huy|châu|đô trưởng|chính ủy|đại sứ|chủ nhiệm)\b){_PIECE}{{3,70}})?"
)
#: Words for either side, and for how they come to sign.
_OURS = r"(?:(?:chúng )?ta|chúng tôi|mình|nhà|việt nam|tỉnh(?: ta| nhà)?|ubnd tỉnh|thành phố|huyện|sở|trường)"
_THEIRS = (
    r"(?:(?:các )?bạn|(?i:chủ nhà|nước ngoài|đối tác|nước bạn|tỉnh bạn|trường bạn)|"
    r"(?!Việt Nam|Ta\b|Tỉnh\b|UBND|Chúng)[A-ZĐ][^\W\d]+(?: [A-ZĐ][^\W\d]+)?)"
)
_SIGNER = r"(?:(?:người|đại diện)(?: thay mặt| đặt bút)? )?(?:ký|đặt bút)(?: kết| tên| văn bản(?: này| ấy)?)*(?: cho| về| của| thay| thay mặt)*"
_THEN = r"(?: (?:ký|đặt bút|khi (?:đó|ấy)|lúc (?:đó|ấy|bấy giờ)|có|do|là|gồm)){0,3}(?<= (?:có|do|là))"
_BY = rf"(?P<who>{_ONE})"
_WHO_FOR = rf"(?:^|[;,.(] )(?P<who>{_ONE}),? (?:(?:là|đã) )?(?:(?:người )?(?:đặt bút )?ký(?: kết| tên)?(?: cho| thay| về| thay mặt)*|thay mặt)"
_APART = (
    (False, pattern(rf"{_WHO_FOR} (?:(?:phía|bên) )?(?i:{_OURS})\b(?! ký (?:với|cùng)| và )")),
    (
        False,
        pattern(
            r"(?i:ký thay mặt|thay mặt|đại diện|người (?:đặt bút )?ký|người đặt bút)(?: cho)?(?: phía)? ?"
            rf"(?i:{_OURS})(?: ký(?: kết)?)?(?: khi đó| lúc bấy giờ)? (?:là|có):? {_BY}"
        ),
    ),
    (False, pattern(rf"\b(?i:phía|bên|{_SIGNER} (?:phía|bên)) (?i:{_OURS}){_THEN}:? (?!(?i:người ký))(?P<who>{_ONE})")),
    (True, pattern(rf"\b(?i:phía|bên|{_SIGNER} (?:phía|bên)) {_THEIRS}{_THEN}:? (?!(?i:người ký))(?P<who>{_ONE})")),
    (True, pattern(rf"\b(?i:{_SIGNER} (?:phía|bên)) {_THEIRS}, (?P<who>{_ONE})")),
    (True, pattern(rf"{_WHO_FOR} (?:(?:phía|bên) {_THEIRS}|chủ nhà|bạn)\b(?! ký (?:với|cùng))")),
    (
        False,
        pattern(rf"\bngười (?:thay mặt {_OURS} )?ký(?: văn bản(?: ấy| này)?)?(?: phía ta)? là (?P<who>{_ONE})", re.IGNORECASE),
    ),
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
_ON = 2  # sentences behind that may tell it
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
    for behind in page.sentences[place + 1 : place + 1 + _ON]:
        if behind.passage != sentence.passage or behind.of("AGREEMENT"):
            return
        if _both(page, draft, behind, 0, len(behind.text)) or _apart(draft, behind, 0, len(behind.text)):
            return


def _both(page: Page, draft: Draft, sentence: Sentence, start: int, last: int) -> bool:
    for cue in _BOTH:
        match = cue.search(sentence.text, start, last)
        if not match or not _are_persons(sentence, *match.span("who")):
            continue
        first, end = sentence.start + match.start("who"), sentence.start + match.end("who")
        cut = sentence.start + sentence.text.find("; ", match.start("who"), match.end("who"))
        two = pair(page, sentence, first, end)
        if cut > first:
            two = [read(page, sentence, first, cut), read(page, sentence, cut + 2, end)]
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
    for foreign, cue in _APART:
        column = "signatory_foreign" if foreign else "signatory_vn"
        match = cue.search(sentence.text, start, last)
        if match and column not in draft and _are_persons(sentence, *match.span("who")):
            at = sentence.start + match.start("who")
            if title := _TITLES.match(match["who"]):
                at += title.end()
            draft.say(column, at, sentence.start + match.end("who"), "signer")
            told = True
    return told
