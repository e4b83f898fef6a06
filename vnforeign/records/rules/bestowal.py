"""What a sentence tells of awards: which are told in one breath, who gives them, who gets them.

Awards that stand side by side (``02 Huân chương và 05 Huy chương``) share their giver and recipients; one without a verb of its own
(``…; Huy chương Hữu nghị cho 2 cá nhân``) goes on with the verb before it.
"""

from __future__ import annotations

import re

import msgspec

from ..page import Sentence
from ..wording import pattern
from . import graded
from .graded import Head

#: What a body that gives begins with.
BODY = (
    r"(?:Chủ tịch|Thủ tướng|Chính phủ|UBND|U\.?B\.?N\.?D|[ỦU][ỷy] ban|Nhà nước|Bộ(?! đội| Chỉ huy)|Quốc vương|Quốc hội|Trung ương|Liên hiệp|"
    r"[Tt]ỉnh(?! đoàn)|[Tt]hành phố|Hội|Vương quốc|Hoàng gia|Tổng thống|Quân khu|Đảng|Ban|Chính quyền|Đại sứ|Tổng [Ll]ãnh sự|Tổng cục|"
    r"Thống đốc|Thị trưởng|Đô trưởng|Sở|Tỉnh trưởng|Hoàng thân|Quốc hội|Trung tâm|Công an|CHDCND|Cộng hòa|Lãnh đạo)"
)
_STATE = r"(?:(?:Đảng|Chính phủ|Quốc hội)(?:, | và )(?=Nhà nước|Chính phủ|Quốc hội|Nhân dân))?"
_STOP = (
    r"cho\b|hạng|và\b|của|tặng|do\b|trao|được|theo|vì\b|nhân|tại|năm|ngày|cao quý|các|tới|đến|về|kèm|trị giá|lên|nhằm|là|từ|với|trong|"
    r"có|đã|để|loại|mỗi|gắn|lần|ghi"
)
_WORD = rf"(?: (?!{_STOP})\w[\w-]*)"
_PLAIN = (
    r"(?:[Hh]ữu nghị|[Ll]ao động|[Tt]ự do|[Đđ]ộc lập|[Pp]hát triển|[Dd]ũng cảm|[Aa]nh dũng|[Cc]hiến công|[Qq]uân công|[Hh]òa bình|"
    r"[Kk]háng chiến|[Vv]ăn học(?: và |, )[Nn]ghệ thuật|[Nn]ghệ thuật và [Vv]ăn học|[Bb]ắc đẩu bội tinh|[Mm]ặt trời mọc|[Cc]ành cọ hàn lâm|[Tt]hập tự|[Dd]anh dự|[Vv]ẻ vang|Hoàng gia [A-ZĐ]\w+)"
)
_QUOTED = r"(?: ?(?:[\"“]|'')[^\"”\n]{3,80}?(?:[\"”]|'')| ['‘][Vv]ì [^'’\n]{3,80}['’])"
_FOR = (
    r" [Vv]ì (?:[Hh]òa bình|sự nghiệp|sức khỏe|thế hệ|nghĩa|sự phát triển)[^,;.\n]{3,60}?(?= cho\b| tặng| của| do\b| trao| đến| tới| là|"
    r" ngày| \(|[;.:\n\"”]|$|, (?!hữu|Hữu|văn|đoàn|thể|vì))"
)
_MEDAL = (
    r"(?:(?:[Hh]uân(?: chương)? ?(?:,|và|/|[(]) ?)?[Hh]uy[)]? [Cc]hương|[Hh]uân [Cc]hương|[Kk][ỷỉ] niệm chương|[Hh]uy hiệu|"
    r"[Bb]ằng (?:hữu nghị|danh dự|vinh danh|ghi nhận|tri ân|tuyên dương|cảm tạ|cảm ơn|tưởng lệ|tôn vinh)|"
    r"[Gg]iải thưởng(?= [\"“A-ZĐ])|[Bb]iểu trưng(?= [\"“])|[Cc]hìa khóa(?: vàng)?(?= [Tt]hành phố))"
)
_PAPER = r"(?:[Bb]ằng khen|[Gg]iấy khen|[Tt]hư khen|[Bb]ằng ghi công|[Bb]ằng chứng nhận(?= của| cho| đóng góp))"
_HONOUR = (
    r"[Dd]anh hiệu [\"“](?! ?[Cc]ông dân|(?:làng|xã|gia đình|trường|bản|thôn|khu) )[^\"”\n]{3,80}[\"”]|"
    r"(?:(?:[Dd]anh hiệu|[Hh]ọc vị|[Bb]ằng|[Hh]ọc hàm|[Tt]ước hiệu) )(?:[Tt]iến sĩ|[Gg]iáo sư|[Hh]iệp sĩ) danh dự|"
    r"(?:[Dd]anh hiệu |[Gg]iấy chứng nhận |[Bb]ằng )?(?:[\"“] ?[Cc]ông dân danh dự[^\"”\n]{0,40}[\"”]|"
    r"[Cc]ông dân danh dự(?: (?:Thủ đô|thành phố|tỉnh|huyện|Thành phố)(?: [A-ZĐ][\w-]*){0,4})?)"
)
_END = (
    r"(?=,? (?:cho|tới|đến|vì|theo|ngày|tại|nhân (?:dịp|kỷ|ngày|\d)|hạng|được|là|lên|năm|gồm|kèm|đã|do|trong|có|về|với)\b|,? (?:tặng|trao|gắn)(?!\w)|"
    r" (?:và|cùng) (?!Nhà nước|Chính phủ|Nhân dân)| \d| [(]|[,;.:\n)]|$)"
)
AWARD = pattern(
    rf"(?<![\w-])(?P<award>{_HONOUR}|(?P<paper>{_PAPER})(?:{_QUOTED})?|"
    rf"{_MEDAL}(?: {_PLAIN}(?!\w)|{_FOR}| (?!{BODY})[A-ZĐ][\w-]*{_WORD}{{0,3}}|(?<=uy hiệu) Thành phố(?: (?:Hồ Chí Minh|[A-ZĐ]\w* [A-ZĐ]\w*))?"
    rf"|{_QUOTED})?)"
    r"(?:,? [(]?(?:hạng|Hạng) (?P<grade>[Nn]hất|[Nn]hì|[Bb]a|[Tt]ư|[Nn]ăm|I{1,3}|IV|V|[1-5]|[Đđ]ặc biệt|[Hh]iệp sĩ|[Ss]ĩ quan|[Cc]hỉ huy|[Đđ]ại thập tự)\b[)]?)?"
)
OF = pattern(
    rf"(?:(?: các loại| cao quý)*,? [(]?(?:của|do) (?!(?:các )?(?:tập thể|cá nhân))(?P<of>{_STATE}[^,;.:()\n\d]{{2,70}}?)|"
    rf"(?P<bare> {_STATE}{BODY}[^,;.:()\n\d]{{0,60}}?)){_END}"
)
_GRADE_BEHIND = pattern(
    r",? [(]?hạng (?P<grade>nhất|nhì|ba|tư|năm|i{1,3}|iv|v|[1-5]|hiệp sĩ|sĩ quan|chỉ huy|đại thập tự)\b[)]?", re.IGNORECASE
)
_COUNTED = r"(?:(?:hơn |trên |gần )?\d{1,3}(?:[.]\d{3})? |hai |ba |bốn |năm |sáu |bảy |tám |chín |mười |một |nhiều |các )?(?:chiếc |tấm )?"
_JOINS = pattern(
    rf"(?: các (?:loại|hạng)| (?:đủ|các) các hạng)?(?: ?: ?\d{{1,4}}| [(]\d{{1,4}}[)])?(?: ?[,;/+]| -)?(?: và| cùng(?: với)?| lẫn)?(?<=[\w,;/+)-]) ?{_COUNTED}$"
)
_LISTS = pattern(r"^.*(?:[,;/+]| và| cùng| lẫn)", re.DOTALL)
#: Verbs of giving and of getting.
VERB = pattern(
    r"\b(?P<gives>(?:trao |phong |truy |gửi |ban |khen )?tặng(?: thưởng)?|(?:trao |khen )?thưởng(?= |:)|công nhận(?: là)?|trao(?! đổi)|gắn|"
    r"(?<!cao )cấp(?= (?:\d{1,3} )?$)|phong(?= (?:danh|cho)| $))(?!\w)|\b(?P<gets>(?:đón |tiếp |vinh dự |được )?(?<!chứng )(?<!công )(?<!ghi )(?<!xác )(?<!thừa )nhận(?: được)?)(?!\w)(?! thức)",
    re.IGNORECASE,
)
#: An award as the subject of its own verb: ``; hai Huân chương Tự do hạng Ba thuộc về A và B``.
_PASSES = pattern(r" (?:thì )?(?:thuộc về|về tay|(?:được|đã) (?:trao|tặng|gắn|dành)[^;,.]{0,12} (?:cho|tới)) ")
#: A second name of the same award, in brackets behind it.
_GLOSS = pattern(r"chương [^;,.()]{2,60} [(]$", re.IGNORECASE)
_STRONG = pattern(r"; ?|,? (?:đồng thời|còn|riêng|ngoài ra|trong khi)(?= |,)|\. ")
_SOFT = pattern(r",? và |, ")
_ADVERBS = pattern(
    r"^(?:đã|vừa|cũng|còn|đang|xét|ký|quyết định|long trọng|tiến hành|tổ chức|lễ|ra|nay|tiếp tục|thống nhất|đồng ý|,| )*$",
    re.IGNORECASE,
)
_PEOPLE = pattern(r"^(?:có )?(?:hơn |gần )?\d+ (?:lượt )?(?:tập thể|cá nhân|đơn vị|người|cán bộ|chuyên gia)")

Place = tuple[int, int]


class Telling(msgspec.Struct):
    """Awards told in one breath: their heads, and places in the sentence's text of the words before and behind them."""

    heads: list[Head]
    lead: Place
    tail: Place
    goes_on: bool = False

    @property
    def start(self) -> int:
        return self.lead[0]


def tellings(sentence: Sentence) -> list[Telling]:
    """The awards of a sentence in groups that share their giver and recipients."""
    text = sentence.text
    named = [
        each
        for each in AWARD.finditer(text)
        if not text[: each.start()].endswith(("kèm ", "kèm theo ", "cùng ảnh và ")) and not _GLOSS.search(text, 0, each.start())
    ]
    heads = graded.with_grades(text, named)
    groups: list[list[Head]] = []
    for head in heads:
        if groups and _beside(text, groups[-1][-1], head):
            groups[-1].append(head)
        else:
            groups.append([head])
    found: list[Telling] = []
    for place, group in enumerate(groups):
        start, goes_on = _cut(text, groups[place - 1][-1].end(), group[0].start()) if place else (0, False)
        if found:
            found[-1].tail = (found[-1].tail[0], start)
        found.append(Telling(group, (start, group[0].start()), (group[-1].end(), len(text)), goes_on))
    return found


def _beside(text: str, one: Head, two: Head) -> bool:
    """Whether nothing but a joint, a number and who gives stands between two awards."""
    of = OF.match(text, one.end())
    at = of.end() if of else one.end()
    between = text[at : two.start()]
    if _PASSES.match(text, two.end()):
        return False
    return len(between) < 60 and bool(_JOINS.fullmatch(between)) and bool(_LISTS.match(between))


def _cut(text: str, start: int, end: int) -> tuple[int, bool]:
    """Where the words on the second of two awards begin, and whether they go on with the verb before."""
    verbs = list(VERB.finditer(text, start, end))
    if not verbs:
        joints = [*_STRONG.finditer(text, start, end), *_SOFT.finditer(text, start, end)]
        return (max(each.end() for each in joints) if joints else end), True
    verb = verbs[-1]
    strong = [each.end() for each in _STRONG.finditer(text, start, verb.start())]
    if strong:
        return strong[-1], bool(_ADVERBS.match(text[strong[-1] : verb.start()].strip(" ,")))
    soft = list(_SOFT.finditer(text, start, verb.start()))
    while soft:
        at = soft.pop().end()
        if not _PEOPLE.match(text[at : verb.start()]) or not soft or not _PEOPLE.match(text[soft[-1].end() : at]):
            return at, bool(_ADVERBS.match(text[at : verb.start()]))
    return verb.start(), True


def of(sentence: Sentence, head: Head) -> re.Match[str] | None:
    """Who gives by the award's own words: ``của Chủ tịch nước``, ``do Chính phủ Lào trao``, ``Bằng khen Thủ tướng``."""
    match = OF.match(sentence.text, head.end())
    return match if match and (match["of"] or head["paper"] or "chương" in (head["award"] or "").lower()) else None


def grade(sentence: Sentence, head: Head) -> Place | None:
    """The grade's place in the text: behind the award, or behind who gives it."""
    if head["grade"]:
        return head.span("grade")
    said = of(sentence, head)
    match = _GRADE_BEHIND.match(sentence.text, said.end()) if said else None
    return match.span("grade") if match else None
