"""Which stretch of the border figures are of, and the day they stand at."""

from __future__ import annotations

from ..build import Draft
from ..page import Mention, Sentence
from ..places import country_of
from ..times import of_heading
from ..values import day
from ..wording import pattern

_UP_TO = pattern(
    r"(?:tính |lũy kế |luỹ kế |cho )?(?:đến|tới)(?: hết| ngày| nay| cuối| tháng| thời điểm)*$|tính tới$|^hết(?: tháng| ngày|"
    r" năm)?$"
)
_FINISHED = pattern(
    r"(?:cắm|xây|xong|hoàn thành|hoàn tất)[^,;.\d]{0,14} (?:từ|vào|trong|hồi)(?: cuối| đầu| năm| tháng| giữa)* ?$"
)
_LINE = pattern(
    r"(?P<line>(?:toàn )?tuyến(?: biên giới)?\b[^;.\d\n]{0,70}?|đoạn (?:biên giới|tuyến|đi qua|qua|do|thuộc|trên địa bàn)[^,;.\d\n]{0,50}?|tuyến biển\b[^,;.\d\n]{0,30}?|(?:đường )?bờ biển\b[^,;.\d\n]{0,40}?|"
    r"(?:đường )?biên giới (?:chung |(?:trên )?đất liền )?[^,;.\d\n]{0,60}?|đường biên\b[^,;.\d\n]{0,50}?|đoạn (?:này|trên|"
    r"ấy)|(?<=[Rr]iêng )(?:địa bàn |đoạn )?(?:tỉnh )?[^,;.\d\n]{2,40}?)"
    r"(?= (?:đã|có|dài|giáp|với|được|gồm|phải|trên|hiện|ta|hai bên|là|khoảng|lên|cắm|phân giới|xác định)\b|[,;.:])",
    2,
)
_NAMED = pattern(r" [A-ZĐ]")
_STRETCH = pattern(r"(?:[Tt]oàn tuyến|[Đđ]oạn)")
_ALONE = pattern(
    r"\b[Rr]iêng (?:địa bàn |đoạn (?:qua )?|tuyến )?(?P<line>(?:tỉnh |huyện )?[A-ZĐ][^,;.:\d\n]{2,40}?)(?= (?:đã|có|dài|"
    r"giáp|được|gồm|phải|là|khoảng|cắm)\b| \d)"
)
_ALL_OF_IT = pattern(
    r"trên (?P<line>(?:đoạn|tuyến) biên giới (?:dài )?[^,;.\n]{3,60}|toàn tuyến(?: biên giới)?(?: Việt Nam - [A-ZĐ][\w-]*)?)"
)
_COAST = pattern(
    r" (?P<line>(?:đường )?(?:bờ biển|biên giới biển)|(?:đường biên(?: giới)?|biên giới(?: đất liền| trên bộ)?) (?:với|giáp|tiếp giáp)(?: với)?"
    r"(?: nước| tỉnh| các tỉnh| hai tỉnh){0,2} [A-ZĐ][^,;.:()\d\n]{1,40}?(?=[,;.(]| (?:có|đã|gồm|với|dài|và|được)\b))",
    2,
)
_WHO = pattern(
    r"[-+*•\s]*(?:[Rr]iêng |[Tt]rong đó,? )?(?:[Vv]ề [^,:]{0,30}[,:] |[^,:\d]{2,16}: )?(?P<who>(?:Cả tỉnh|Toàn tỉnh|[Tt]ỉnh(?: ta)?|"
    r"[Hh]uyện|(?=[A-ZĐ]))(?:(?! có )[^,;.\d\n]){0,60}?) (?:hiện |cũng |đang )?(?:có|dài|phải|giữ|quản lý|đã)\b"
)
_BESIDE = pattern(r"\b(?:[Vv]ới|[Gg]iáp|tiếp giáp|[Đđ]ối diện)(?: nước| tỉnh| bạn| các tỉnh){0,2} $")
_PROVINCE, _PLACES = pattern(r"tỉnh", 2), ("PROVINCE", "DISTRICT")


def line(draft: Draft, sentence: Sentence, floor: int, first: int) -> None:
    """``Tỉnh An Giang có gần 100 km``, ``tuyến biên giới của tỉnh dài 231 km``, ``giáp Lào 414,7 km``, ``Riêng tỉnh Kon Tum đã cắm``."""
    start, end = floor - sentence.start, first - sentence.start
    beside = neighbour(sentence, floor, first)
    if own := _ALONE.search(sentence.text, max(start - 12, 0), end):
        draft.say("line", sentence.start + own.start("line"), sentence.start + own.end("line"), "words")
        return
    if floor > sentence.start and beside:
        draft.say("line", *beside, "neighbour")
        return
    who = _WHO.match(sentence.text[start:end])
    if who and " là " in who["who"]:
        who = None
    if who and (
        _PROVINCE.search(who["who"]) or sentence.inside(floor + who.start("who"), floor + who.start("who") + 4, *_PLACES)
    ):
        draft.say("line", floor + who.start("who"), floor + who.end("who"), "subject")
        return
    within = [each for each in _LINE.finditer(sentence.text, start, min(end + 1, len(sentence.text))) if each.end("line") <= end]
    within = [each for each in within if sentence.text[each.end("line")] != ":" or _NAMED.search(each["line"])]
    named = within[:1] if within and len(_NAMED.findall(within[0]["line"])) > 2 else []
    match = next((each for each in named or within if named or _STRETCH.match(each["line"])), within[0] if within else None)
    if match:
        draft.say("line", sentence.start + match.start("line"), sentence.start + match.end("line"), "words")
    elif beside:
        draft.say("line", *beside, "neighbour")
    elif match := _ALL_OF_IT.search(sentence.text, end) or _COAST.match(sentence.text, _behind(sentence, end)):
        draft.say("line", sentence.start + match.start("line"), sentence.start + match.end("line"), "words")


def _behind(sentence: Sentence, at: int) -> int:
    """The place behind the number of kilometres that begins at a place."""
    found = next(
        (each.end for each in sentence.of("QUANTITY") if each.start <= sentence.start + at < each.end), sentence.start + at
    )
    return found - sentence.start


def neighbour(sentence: Sentence, floor: int, first: int) -> tuple[int, int] | None:
    """``giáp Lào``, ``với tỉnh Attapư``: the last foreign land named beside the line before a figure."""
    for each in reversed(sentence.inside(floor, first, "COUNTRY", "FOREIGN_UNIT")):
        if country_of(each) and (match := _BESIDE.search(sentence.text[floor - sentence.start : each.start - sentence.start])):
            return floor + match.start(), each.end
    return None


def as_of(draft: Draft, sentence: Sentence, first: int) -> bool:
    """The day the figures stand at, where the sentence counts up to one."""
    for each in sentence.of("DATE"):
        value = day(each)
        before = sentence.before(each.start, 24).rstrip()
        if value and each.start < first and (_UP_TO.search(before) or each.text.lower().startswith("đến")):
            draft.put("as_of", value.split("/")[-1], each, "date")
            return True
    for each in sentence.of("DATE"):
        if each.start > first and (value := day(each)) and "/" not in value and _FINISHED.search(sentence.before(each.start, 40)):
            draft.put("as_of", value, each, "date")
            return True
    if (
        (one := of_heading(sentence))
        and "/" not in one[1]
        and _UP_TO.search(one[0].text.lower() + " " + _above(sentence, one[0]))
    ):
        draft.put("as_of", one[1], one[0], "heading")
        return True
    return False


def _above(sentence: Sentence, mention: Mention) -> str:
    """The words before a mention in the heading that holds it."""
    return sentence.page.view.text[max(0, mention.start - 12) : mention.start].lower().rstrip()
