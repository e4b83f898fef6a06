"""How many members, chapters and deeds friendship associations have, each and together."""

from __future__ import annotations

from ..build import Draft
from ..page import Mention, Sentence
from ..values import count, unit
from ..wording import holds, pattern

#: What an association of ours is called.
NAME = pattern(r"[Hh]ội (?:[Hh]ữu nghị |HN )?(?:và hợp tác |hợp tác |[Hh]ữu nghị )?(?:Việt Nam|Việt) ?- ?")
#: What is not ours alone.
NATION = pattern(r"cả nước|toàn quốc|Liên hiệp các tổ chức hữu nghị Việt Nam|các tỉnh, thành phố|trung ương|VUFO", 2)
#: What leads one that is not founded yet.
PLANNED = pattern(
    r"(?:ban vận động|(?<!đã )vận động thành lập(?! được| mới)|chuẩn bị|xúc tiến|tiến tới|hướng tới|đề nghị|xin|chưa)[^,;.]{0,24}$"
)
EVENTS = pattern(r"(?:sự kiện|hoạt động)")
_MEMBERS, _BRANCHES, _PEOPLE = pattern(r"hội viên"), pattern(r"chi hội"), pattern(r"người$")
_ADDED = pattern(r"(?:kết nạp|phát triển(?!(?: được)? ?$| (?:được )?(?:\d|gần|trên|hơn))|thêm|tăng)[^,;.]{0,20}$")
_SO_FAR = pattern(r"(?:nay|hiện|tổng cộng)[^;.]{0,40}$")
_GATHERS = pattern(
    r"\b(?:hội(?: này)?(?: hiện)?(?: nay)? (?:có|gồm|tập hợp|thu hút|quy tụ)|chi hội[^;.\d]{0,30}(?:thu hút|tập hợp|quy tụ|với))(?: được)?(?: (?:trên|hơn|gần|khoảng|chừng))? $"
)
_AT_FIRST = pattern(r"(?:ban đầu|lúc đầu|khi mới|mới thành lập|buổi đầu)[^,;.]{0,20}$")
_SUM = pattern(r"số hội viên $|hội viên[^;.\d]{0,40}(?:lên|là|:|đạt|hiện có|ban đầu|còn|khoảng|chừng)[^,;.\d]{0,8}$")
#: What stands before a count of members that an association has.
_OWNS = pattern(
    r"(?:\b(?:có|còn|lên|đạt|được|tập hợp|thu hút|quy tụ|thay mặt(?: cho)?|đại diện(?: cho)?|tổng số|hiện|là|chi hội(?: và|,| với)|thành viên(?: và|,| với))|[:(/])"
    r"(?: (?:trên|hơn|gần|khoảng|chừng|đến|tới|chỉ|cả thảy|tổng cộng|đã|được|từ|khoảng chừng))* ?$"
)
#: What stands before those who came along, or were met.
_COMPANY = pattern(
    r"\b(?:đoàn|mặt|dự|mời|cử|đưa|tặng|vận động|cùng|tiếp|hỗ trợ|giúp|trao|cho|khen|trợ cấp|thăm|chăm lo)\b[^;.]{0,100}$"
)
_NOW = pattern(r"(?:lên|tổng số|nay|hiện|tổng cộng)(?: (?:đã|có|là|gồm|được|thành))*:?(?: (?:trên|hơn|gần|khoảng))? ?$")
_LIST = pattern(r"(?::|, gồm|, trong đó)(?: có)? ?(?:các )?[Hh]ội ")
_BARE = pattern(
    r"(?:số (?P<what>hội viên|chi hội)[^,;.\d]{0,80}?(?:lên|là|:|đạt|có)|tổng số (?P<sum>hội viên|chi hội)(?: hiện có| hiện nay)?|(?P<label>hội viên|chi hội) ?:|(?P<now>hội viên)[^;.\d]{0,24}\bnay[^;.\d]{0,16}(?:lên|là|được|đạt|còn|thành)(?: đến| tới| gần| trên| hơn)?) (?P<number>\d{1,3}(?:\.\d{3})*)"
    r"(?=[,;)]|\.(?!\d)|$)",
    2,
)
_SUM_BARE = pattern(
    r"(?:tổng )?số (?:các )?(?:hội|tổ chức)(?: hữu nghị| thành viên)*[^,;.\d]{0,12}(?:lên|là|thành|:)(?: đến)? (?P<number>\d{1,2})(?=[,;)]|\.(?!\d)|$)",
    2,
)
_HOOD = pattern(r"(?:hội(?: hữu nghị| thành viên| song phương)?|(?:tổ chức|đơn vị|đầu mối) thành viên)$|hội hữu nghị")
_OF_UNION = pattern(r"(?:toàn|cả|của) liên hiệp(?! phụ nữ| thanh niên| các hội)|các hội (?:thành viên|hữu nghị)", 2)
_TOGETHER = pattern(
    r"liên hiệp|hội (?:hữu nghị )?(?:thành viên|song phương)|các hội\b|hội hữu nghị (?:với )?các nước|\d hội hữu nghị", 2
)
_UNITED = pattern(r"hội hữu nghị|liên hiệp|hội thành viên|các hội\b", 2)
_MAY_BE_UNITED = ("hội hữu nghị", "liên hiệp", "hội thành viên", "các hội")  # looked for in all sentences, so no pattern


def strength(draft: Draft, sentence: Sentence, start: int, end: int, all: bool = False) -> None:
    """Members and chapters; those who joined are not all, those there at first stand until more are told of.

    ``số chi hội lên 8`` is a bare number. ``all`` says that a sentence counts what all of them have.
    """
    for match in _BARE.finditer(sentence.text, start - sentence.start, end - sentence.start):
        place = sentence.start + match.start("number"), sentence.start + match.end("number")
        draft.put(
            "members" if (match["what"] or match["sum"] or match["label"] or match["now"]).lower() == "hội viên" else "branches",
            match["number"].replace(".", ""),
            place,
            "count",
        )
    for each in sentence.inside(start, end, "QUANTITY"):
        column = _column(sentence, each, all) if sentence.is_fact(each.start) else None
        if column and _stands(draft, column):
            draft.slots.pop(column, None)
            draft.put(column, count(each), each, "first" if _is_first(sentence, each) else "count")


def _is_first(sentence: Sentence, each: Mention) -> bool:
    """Whether a count is of the beginning: ``ban đầu có 45 hội viên``, ``từ 45 hội viên ban đầu nay … 380``."""
    behind = sentence.after(each.end, 24)
    return bool(_AT_FIRST.search(sentence.before(each.start, 40)) or behind.startswith((" ban đầu", " lúc đầu", " khi mới")))


def _stands(draft: Draft, column: str) -> bool:
    """Whether a column is open: empty, or filled with what there was at first."""
    return column not in draft or draft.slots[column].rule.endswith(".first")


def _column(sentence: Sentence, each: Mention, all: bool) -> str | None:
    """What a count says of an association; None for who joined, came along or was met."""
    before = sentence.before(each.start, 60)
    joined, summed = _ADDED.search(before[-40:]), _SUM.search(before)
    if joined and not summed and not _SO_FAR.search(before):
        return None
    if _BRANCHES.match(unit(each)):
        return "branches"
    if not _MEMBERS.match(unit(each)) and not (_PEOPLE.match(unit(each)) and (summed or _GATHERS.search(before))):
        return None
    owned = all or joined or summed or _OWNS.search(before) or not _COMPANY.search(sentence.before(each.start, 120))
    return "members" if owned else None


def _own_end(sentence: Sentence) -> int:
    """Where what a sentence says of all associations ends: before a list of them."""
    listed = _LIST.search(sentence.text)
    return sentence.start + listed.start() if listed else sentence.end


def total(sentence: Sentence, union: tuple[int, int] | None) -> Draft | None:
    """The counts of associations and what they have together; ``thành lập 3 hội, nâng tổng số lên 9 hội``: the sum counts."""
    if not holds(sentence.lower, _MAY_BE_UNITED):
        return None
    if not _UNITED.search(sentence.text) or NATION.search(sentence.text):
        return None
    if NAME.search(sentence.text) and not _TOGETHER.search(sentence.text):
        return None  # its own chapters and branches
    draft = Draft("friendship_association", sentence, summary=True)
    if sentence.earlier and NATION.search(sentence.earlier.text):
        return None
    hoods = [
        each
        for each in sentence.counts(_HOOD)
        if sentence.is_fact(each.start) and not PLANNED.search(sentence.before(each.start, 40))
    ]
    if bare := _SUM_BARE.search(sentence.text):
        draft.put(
            "associations",
            bare["number"].lstrip("0"),
            (sentence.start + bare.start("number"), sentence.start + bare.end("number")),
            "count",
        )
    summed = [each for each in hoods if _NOW.search(sentence.before(each.start, 24))]
    for each in (summed or hoods)[:1]:
        draft.put("associations", count(each), each, "count")
    events = [each for each in sentence.counts(EVENTS) if sentence.is_fact(each.start)]
    if events and not NAME.search(sentence.text):
        draft.put("activities", count(events[0]), events[0], "count")
    if not len(draft) and (NAME.search(sentence.text) or not _OF_UNION.search(sentence.text)):
        return None
    strength(draft, sentence, sentence.start, _own_end(sentence), all=True)
    if not len(draft):
        return None
    if union and "iên hiệp" in sentence.text:
        draft.say("union", *union, "words")
    return draft


__all__ = ["EVENTS", "NAME", "NATION", "PLANNED", "strength", "total"]
