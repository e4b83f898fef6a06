"""Which way a count of delegations goes: by the words of its own, the verb before it, the words behind it, the heading."""

from __future__ import annotations

import re

from ..page import Sentence
from ..places import country_of
from ..wording import pattern
from .tally import Tally

OUT, IN = "delegation_out", "delegation_in"
_IN = pattern(
    r"\b(?:đón|tiếp(?! (?:tục|theo|nối|đó|cận|xúc|thu|thị|sức|giáp|quản|diễn|viện|tế|sau|tay))|nghênh tiếp|đoàn vào|đến thăm|vào(?! (?:ngày|tháng|năm|dịp|cuối|đầu|giữa|quý|lúc|mùa|các|những|việc))|sang thăm tỉnh|"
    r"đến (?:thăm|làm việc|tìm hiểu|khảo sát|tỉnh|địa phương|với|từ)|khách quốc tế|đoàn khách|(?:lượt|số|vị|lượng) khách|khách (?:đến|tới|vào|sang)|đoàn đến|(?:chiều|lượt|số|người|phía) (?:vào|đến|tới)|tới (?:tỉnh|thăm|làm việc)|"
    r"(?:khách|đoàn|người) nước ngoài|quốc tế đến|nhập cảnh|tiếp nhận|bạn (?:đã |cũng )?(?:sang|qua|đến|xuống|lên|vào|về|cử|đưa|tổ chức|có)(?: sang)?|(?:sang|qua) ta)\b"
)
_OUT = pattern(
    r"\b(?:(?<!bạn )(?<!bạn đã )(?<!bạn cũng )cử(?! tri)|đoàn ra|(?:chiều|lượt|số) ra|đi(?! (?:lại|đôi|đầu))|ra nước ngoài|công tác nước ngoài|xuất cảnh|xuất ngoại|(?<!bạn )tổ chức (?:cho )?(?:\d+ )?đoàn|(?<!bạn )sang(?! ta)|"
    r"qua(?= các nước)|đưa(?= (?:\d+|đoàn|cán bộ|$))|thăm(?= (?:các )?nước\b))\b(?! vào)"
)
_BOTH = pattern(r"đoàn (?:ra|vào|đi|đến)(?:,| và|, và|/| -|;)? ?(?:đoàn )?(?:ra|vào|đi|đến)\b|trao đổi|qua lại|đi lại lẫn nhau")
#: Words of its own that settle it, and those that settle it in a list.
_OWN = (
    (OUT, pattern(r"(?:lượt )?đoàn (?:cán bộ |công tác |đi )?ra\b(?! (?:mắt|đời|quân))(?!(?:,| và|, và|/| -) ?(?:đoàn )?vào)")),
    (IN, pattern(r"(?:lượt )?đoàn (?:khách )?vào\b(?!(?:,| và|, và|/| -) ?(?:đoàn )?ra\b)")),
)
_OWN_IN_LIST = (
    (
        OUT,
        pattern(
            r"(?:lượt )?đoàn(?: [^\W\d_]+){0,2} (?:đi|xuất cảnh|ra nước ngoài)\b|chuyến\b|"
            r"(?:lượt )?đoàn(?: [^\W\d_]+){0,6}? (?:đi (?:công tác|học|tập huấn|nước ngoài|xúc tiến)|xuất cảnh|ra nước ngoài)\b"
        ),
    ),
    (IN, pattern(r"(?:lượt )?đoàn(?: [^\W\d_]+){0,2} (?:đến|tới|về|vào thăm|nước ngoài|quốc tế)\b")),
)
#: Done with delegations of either way.
_HANDLES = pattern(r"cho phép|giải quyết|thủ tục|quản lý|hướng dẫn|phục vụ|cấp phép|trình|thẩm định|đồng ý|phê duyệt")
_PARTS = pattern(r"trong (?:đó|số)|bao gồm|cụ thể|riêng|cùng kỳ|so với")
_PIECE = ",;("
#: Received here, whatever verb says how they came: ``đón Sê Pôn sang 27 lượt đoàn``.
_GUESTS_COME = pattern(r"\b(?:đón|tiếp đón|tiếp|(?<!lời )mời)\b(?! tục)(?:(?!\b(?:cử|đi|ra|tổ chức|đoàn ra)\b)[^,;.]){0,60}$")
#: Both ways told of in a lead, before what was done with each.
_BOTH_LED = pattern(r"đoàn (?:ra|vào)\b[^:;.]{0,30}:")
#: The verb of the count before, behind its persons: ``với 168 lượt cán bộ đi nước ngoài và``.
_PERSONS_GO = pattern(r" (?:với|gồm) \d[^;.]*\b(?:đi|ra|sang|vào|đến)\b[^;.]* và ")
_ARRANGES = pattern(r"tổ chức(?: cho| được)*(?: hơn| gần| trên)? $")
_KHACH = pattern(r"(?<!hành )(?<!du )(?<!thượng )\bkhách\b[^;.]{0,70}$")
_TRAVEL = pattern(
    r"đoàn|khách|chuyến (?:đi|công tác|thăm)|đi nước ngoài|ra nước ngoài|công tác nước ngoài|cử cán bộ|xuất cảnh|lễ tân"
)
_NO_TRAVEL = pattern(r"viện trợ|dự án|du lịch|lao động|đầu tư|du học|người nước ngoài")
_GUEST = pattern(r"(?:lượt )?khách\b")
#: The way alone, right before its count: ``vào 103 đoàn/812 người, ra 58 đoàn``.
_WAY = pattern(
    r"(?:^|[-+*•,;:(]|\b[a-zđ]\)|\b(?:và|số|lượng|lượt|có|nước)) ?(?P<way>ra|vào)(?: ?[:=])? (?:(?:là|có|được|chỉ|còn|gần|hơn|trên|đạt) )*$"
)
_OPENS = pattern(
    r" ?(?:(?:phía )?(?:tỉnh|ta|bạn|huyện|thành phố|sở)(?: ta| nhà| bạn)? )?(?:đã )?(?:có|là|với|gồm)(?: hơn| gần| trên)? "
)  # a clause of its own, whose verb stands behind its count
_FRIEND_LABEL = pattern(r"(?:^|[;.)] ?|[-+*•] )(?:phía )?bạn ?: ?$")  # ``b) Phía bạn: 12 đoàn sang``
_REVERSED = pattern(r"\bngược lại\b[^;.]{0,40}$|\b(?:đổi|đáp) lại\b[^;.]{0,20}$")  # ``theo chiều ngược lại, 27 đoàn``
_NAME = 26  # characters of what is counted
_WITHIN = 90  # characters behind a count that may say which way it goes
#: Whose delegations are counted, behind their count, and that they come: ``128 đoàn/977 lượt người của bạn vào``.
_THEIRS = pattern(
    r"(?:[/,]? ?(?:với |gồm )?[\d.]+ (?:lượt )?(?:người|khách|cán bộ))? (?:(?:khách|cán bộ|công tác|đại biểu) )?"
    r"(?:của )?(?:(?:phía |nước |tỉnh |các tỉnh |huyện )?(?P<friend>bạn)\b|(?:phía |nước |tỉnh |thành phố |huyện )?)"
)
_OURS_GO = pattern(
    r"[^,;.\d]{0,12} (?:của (?:tỉnh(?! bạn)|ta|huyện|thành phố|sở|ngành)\b)[^;.]{0,50} (?:sang|đi|qua)\b(?! (?:ta|tỉnh ta|thăm tỉnh))"
)
_COMES = pattern(
    r"(?:,? ?(?:với|gồm|\(|/) ?[\d.]+ (?:lượt )?[^,;.\d()]{2,20}\)?)?,? (?:đã |cũng )?(?:sang|vào|đến|về|qua|tới|lên)\b"
    r"(?! (?:nước thứ|các nước|thăm nước|với))"
)
_GOAL, _LANDS = 24, ("COUNTRY", "FOREIGN_UNIT")  # characters behind a word of coming that may name a foreign goal
_LABEL = pattern(r"đoàn (?P<way>ra|vào)\b[^;.,()]{0,40}$")


def direction(sentence: Sentence, visits: list[Tally], place: int, last: str | None, persons: Tally | None) -> str | None:
    """Which way the delegations of a count go; ``last`` is the way of the row before, which a list goes on with; ``persons`` are theirs."""
    if guests_come(sentence, visits[place], visits[place + 1].start if place + 1 < len(visits) else sentence.end):
        return IN
    if _OURS_GO.match(sentence.lower, visits[place].end - sentence.start):
        return OUT
    return _told(sentence, visits, place, last) or (IN if persons and _GUEST.match(persons.said) else None)


def _told(sentence: Sentence, visits: list[Tally], place: int, last: str | None) -> str | None:
    each = visits[place]
    back = (visits[place - 1].end if place else sentence.start) - sentence.start
    before = sentence.lower[back : each.start - sentence.start]
    stop = (visits[place + 1].start if place + 1 < len(visits) else sentence.end) - sentence.start
    behind = sentence.lower[each.end - sentence.start : stop][:_WITHIN]
    own = _own(each.said + behind, _OWN)
    if own or each.mention is None:
        return own or last_verb(each.said) or (last if each.said == "đoàn" else None) or last_verb(before) or last
    if _BOTH.search((each.said + behind)[:_NAME]):
        return None  # ``118 lượt đoàn ra, vào``
    if _FRIEND_LABEL.search(before):
        return IN
    if alone := _WAY.search(before):
        return OUT if alone["way"] == "ra" else IN
    if (label := _LABEL.search(before)) and not _BOTH.search(before) and not last_verb(before[label.end("way") :]):
        return OUT if label["way"] == "ra" else IN
    if place:
        return _in_list(before, each.said + behind, last) or _of_section(sentence)
    before = before[before.rfind(";") + 1 :]
    if (lead := _BOTH_LED.search(before)) and _HANDLES.search(before, lead.end()):
        before = before[lead.end() :]
    return (
        last_verb(before)
        or _own(each.said + behind, _OWN_IN_LIST)
        or (None if _BOTH.search(before) else _first_verb(each.said + _until_parts(behind)))
        or _of_section(sentence)
        or last
        or last_verb(sentence.lower[back : each.start - sentence.start])
        or (OUT if _ARRANGES.search(before) else IN if _KHACH.search(before) else None)
        or _of_list(sentence, visits)
    )


def guests_come(sentence: Sentence, each: Tally, stop: int) -> bool:
    """Whether those counted are of a foreign place and come here: ``24 đoàn Quảng Tây với 231 lượt người sang Quảng Ninh``."""
    match = _THEIRS.match(sentence.text, each.end - sentence.start, stop - sentence.start)
    if match is None:
        return False
    words = sentence.text[match.end() : stop - sentence.start]
    end = sentence.start + match.end()
    if not match["friend"]:
        owner = next((one for one in sentence.inside(end, end + 1, "COUNTRY", "FOREIGN_UNIT") if country_of(one)), None)
        if owner is None:
            return False
        end, words = owner.end, sentence.text[owner.end - sentence.start : stop - sentence.start]
    comes = _COMES.match(words)
    return comes is not None and not any(country_of(one) for one in sentence.inside(end, end + comes.end() + _GOAL, *_LANDS))


def _of_list(sentence: Sentence, visits: list[Tally]) -> str | None:
    """The verb behind a list of counts by country: ``12 đoàn Trung Quốc, 9 đoàn Lào vào thăm tỉnh``."""
    if len(visits) < 2 or not all(sentence.inside(each.end, each.end + 24, "COUNTRY", "FOREIGN_UNIT") for each in visits):
        return None
    return _first_verb(_until_parts(sentence.lower[visits[-1].end - sentence.start :]))


def _in_list(before: str, behind: str, last: str | None) -> str | None:
    """Of a further count: the verb in its own piece, words of its own, the way of the list, the words behind, the verb before."""
    piece = before[max(before.rfind(mark) for mark in _PIECE) + 1 :]
    told = _first_verb(_until_parts(behind)) if _PERSONS_GO.fullmatch(piece) else None
    own = told or last_verb(piece) or _own(behind, _OWN_IN_LIST)
    if own is None and last and _REVERSED.search(before):
        own = IN if last == OUT else OUT
    if own is None and _HANDLES.search(piece):
        own = _first_verb(_until_parts(behind))
    if own:
        return own
    opened = _first_verb(_until_parts(behind)) if ";" in before and _OPENS.fullmatch(before[before.rfind(";") + 1 :]) else None
    return opened or last or _first_verb(_until_parts(behind)) or last_verb(before)


def _until_parts(behind: str) -> str:
    """The words up to where parts are told: which way those go says nothing of the whole."""
    match = _PARTS.search(behind)
    return behind[: match.start()] if match else behind


def _own(words: str, known: tuple[tuple[str, re.Pattern[str]], ...]) -> str | None:
    return next((way for way, cue in known if cue.match(words)), None)


def last_verb(words: str) -> str | None:
    """The way of the last verb in some words."""
    words = _BOTH.sub(" ", words)
    if _GUESTS_COME.search(words):
        return IN
    ins = max((match.start() for match in _IN.finditer(words)), default=-1)
    outs = max((match.start() for match in _OUT.finditer(words)), default=-1)
    return None if ins == outs else IN if ins > outs else OUT


def _first_verb(words: str) -> str | None:
    first_in, first_out = _IN.search(words), _OUT.search(words)
    if first_in and first_out:
        return IN if first_in.start() < first_out.start() else OUT
    return IN if first_in else OUT if first_out else None


def _of_section(sentence: Sentence) -> str | None:
    headings = [*reversed(sentence.above.split("/")), (sentence.page.document.metadata.get("title") or "").lower()]
    return next((way for heading in headings if (way := of_heading(heading))), None)


def of_heading(words: str) -> str | None:
    """The way that a heading tells of: ``Đoàn ra``, ``Tiếp khách nước ngoài``; none where it tells of both."""
    words = _BOTH.sub(" ", words)
    if not _TRAVEL.search(words) or _NO_TRAVEL.search(words):
        return None
    ins, outs = bool(_IN.search(words)), bool(_OUT.search(words))
    return None if ins == outs else IN if ins else OUT


__all__ = ["IN", "OUT", "direction", "last_verb", "of_heading"]
