"""Activities for and of overseas Vietnamese: meetings, visits home, camps, gifts, help, information; how many they are, what they send."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from ...text import pattern
from ..build import Draft
from ..page import Mention, Page, Sentence
from ..places import country_of, is_foreign
from ..values import count, day, days, money, unit

_THEY = (
    r"kiều bào|việt kiều|người việt(?: nam)? (?:ở|tại|định cư|sinh sống)|NVNONN|NVNNN|đồng bào (?:ta )?ở nước ngoài|bà con (?:xa quê|xa xứ)|"
    r"người gốc việt|gốc việt|cộng đồng (?:người )?(?:việt|bà con)|xuân quê hương|người con xa quê|con em [^,;.\n]{1,24} ở nước ngoài"
)
_ABOUT = pattern(
    _THEY
    + r"|kiều hối|(?:sinh sống|định cư|làm ăn)[^.;]{0,40} ở nước ngoài|(?:sinh )?sống ở \d+ (?:quốc gia|nước)|người việt(?: nam)? từ|hồi hương|số người [^,;.\n]{0,24}ở nước ngoài|đồng hương [^,;.\n]{0,20}(?:tại|ở)|(?:ngoại tệ|tiền)[^,;.\n]{0,24}(?:gửi|gởi|chuyển) về",
    2,
)
_WORDS = (
    "kiều",
    "nvnonn",
    "nvnnn",
    "ở nước ngoài",
    "người việt",
    "gốc việt",
    "xa quê",
    "xa xứ",
    "bà con",
    "hồi hương",
    "đồng hương",
)
_WORDS += ("xuân quê hương", "ngoại tệ", "tiền", "cộng đồng", "sống ở")
_GIVERS = pattern(_THEY + r"|hội người việt|đồng hương [^,;.\n]{0,20}(?:tại|ở)", 2)
_ANYWHERE = pattern(r"[Nn]gười [Vv]iệt(?: [Nn]am)? (?:ở|tại|định cư|sinh sống) (?!nước ngoài|nước|hải ngoại|[A-ZĐÚÝÔÂ])")
_KIN = pattern(r"[Bb]à con [^,;.\n]{1,24} ở (?=[A-ZĐ])")  # of our province, in a place abroad
_HEADED = pattern(r"người việt nam ở nước ngoài|kiều bào|NVNONN|việt kiều", 2)
_MEETING = pattern(
    r"(?P<name>(?:(?:chương trình|hội nghị|tọa đàm|toạ đàm|buổi|cuộc|lễ|ngày hội) [^,;.\n]{0,24})?(?P<word>gặp mặt|họp mặt|gặp gỡ|giao lưu|tiếp xúc|đối thoại|"
    r"xuân quê hương|(?<=hội nghị )(?:kiều bào|người việt nam ở nước ngoài))(?: (?:và|,) [^,;.\n]{0,24})?[^,;.\n]{0,90})",
    2,
)
_FEAST = pattern(r"gặp mặt|họp mặt|đầu xuân|tất niên", 2)
_CAMP = pattern(r"(?P<name>(?P<word>trại hè)[^,;.\n]{0,60})", 2)
_VISIT = pattern(
    r"(?P<name>(?<!hội )(?<!tập )(?<!binh )(?P<word>đoàn|nhóm|tốp|phái đoàn)(?! (?:thể|viên|kết)) (?:đại biểu |gồm )?(?:[^,;.\n]{0,30} )??(?:kiều bào|việt kiều|người việt nam ở nước ngoài|NVNONN|người gốc việt)[^,;.\n]{0,70})",
    2,
)
_HOME = pattern(r"về (?:thăm|quê|nước|nguồn|tỉnh|dự|tham|làm việc|khảo sát)|thăm (?:quê|tỉnh|và)|đến|dâng hương|đón|tiếp", 2)
_GIVES = pattern(
    r"(?:đóng góp|ủng hộ|quyên góp|gom góp|góp|tặng|gửi|gởi|tài trợ|trao|giúp|hỗ trợ|vận động|huy động|cứu trợ|đầu tư xây tặng|hiến)\b|: ?$",
    2,
)
_TO = pattern(r"(?:tặng|cho|giúp) $")
_HELPED = pattern(
    r"(?:hỗ trợ|tặng|giúp|thăm|trao|cấp|ủng hộ|cho|khám|gặp|gặp gỡ|tiếp xúc|dành|phục vụ|động viên|cùng|với|xây dựng|xây)\b[^;.:]{0,60}$"
)
_ASKED = pattern(r"(?:của|từ|do|vận động|huy động|kêu gọi|tiếp nhận)\b[^,;.:]{0,24}$")
_HELPS = pattern(
    r"(?P<word>hỗ trợ|giúp đỡ|giúp|trợ giúp|hướng dẫn|thăm hỏi|thăm|tặng quà|trao quà|làm thủ tục|tạo điều kiện|giải quyết|cấp|dạy)\b(?:[^;.\n]|\.(?=\d)){0,60}?"
    r"(?:kiều bào|việt kiều|người gốc việt|hồi hương|(?:cộng đồng |bà con )?người việt(?: nam)? (?:ở|tại|từ|về|sinh sống))",
    2,
)
_INFORMS = pattern(
    r"(?:phát hành|xuất bản|in|biên soạn|biên tập|phát sóng|sản xuất|đăng tải|đăng|thực hiện|duy trì|gửi|gởi|cấp phát|mở)\b(?:[^;.\n]|\.(?=\d)){0,40}?"
    r"(?P<word>đặc san|bản tin|ấn phẩm|cuốn sách|sách|tờ rơi|tờ gấp|chuyên mục|chuyên trang|tạp chí|cẩm nang|tin,? bài|phóng sự|phim|số báo)",
    2,
)
_EVENTS = pattern(
    r"(?:cuộc|buổi|lần|chương trình|hoạt động|đợt|trại|hội nghị|đoàn)(?: (?P<of>gặp mặt|gặp gỡ|họp mặt|tiếp xúc|trại hè|kiều bào))?"
)
_FEW = pattern(r"tổ chức|đón|tiếp|mở|có|được|phối hợp", 2)
_PEOPLE = pattern(
    r"(?:lượt )?(?:kiều bào|việt kiều|bà con|người|đại biểu|khách|thanh|em|cháu|trí thức|doanh nhân|nhà khoa học|chuyên gia|thành viên|học sinh|sinh viên|bạn trẻ|lượt)"
)
_POPULATION = pattern(r"(?:kiều bào|việt kiều|người|bà con|nhân khẩu)")
_LIVING = pattern(
    r"(?:sinh )?sống|định cư|làm ăn|học tập|cư trú|kiều bào|việt kiều|ở nước ngoài|ở trên|ở \d|tại \d|trên thế giới"
)
_ABROAD = pattern(
    r"nước ngoài|(?:ở|tại|trên|khắp) (?:hơn |trên |gần |khoảng )?\d+ (?:quốc gia|nước)|các nước|thế giới|kiều bào|việt kiều"
)
_COUNTED = pattern(r"\b(?:có|khoảng|gần|hơn|trên|số|với|là|đạt|:)(?: |$)|:")
_AT_AN_EVENT = pattern(
    r"tham dự|tham gia|về (?:dự|thăm|quê|nước)|gặp mặt|họp mặt|dự |lượt|đón|tiếp |lao động|học sinh|đoàn|hội viên|gặp gỡ|tặng|trao|hỗ trợ|bị "
)
_NATION = pattern(r"cả nước|nước ta|nước nhà|toàn quốc|việt nam (?:hiện )?có|triệu người|triệu kiều bào", 2)
_REMITTANCES = pattern(r"kiều hối|(?:ngoại tệ|tiền)[^,;.\d]{0,24}(?:gửi|gởi|chuyển) về", 2)
_NEXT = pattern(r"^[^;.]{0,24}(?:năm|tháng|quý)[^;.]{0,24}$|kiều hối(?!,? (?:và )?(?:góp|đóng góp|ủng hộ|tặng))[^;.]{0,60}$")
_PLACE = pattern(
    r"\b(?:tại|ở) (?P<place>[^,;.\n()]{2,60}?(?:, (?:huyện|thị xã|thành phố|quận|xã|phường|thị trấn|tỉnh|TP) ?[^,;.\n()]{2,24})?)"
    r"(?= (?:ngày|vào|nhân|với|đã|cho|từ|thu hút|nhằm|có|để|do|mừng|và)\b|[,;.\n()]|$)"
)
_LIVE_AT = pattern(r"(?:sống|làm việc|học tập|định cư|cư trú|sinh hoạt) (?:tại|ở) $")
_NO_PLACE = pattern(r"(?:nước ngoài|các nước|địa bàn|buổi|cuộc|chương trình|hội nghị|đại hội|lễ|đây|đó|khắp|\d)", 2)
_AMONG = pattern(
    r"(?:(?:kiều bào|việt kiều|người việt(?: nam)?|cộng đồng(?: người)?(?: việt)?(?: nam)?)(?: trẻ| ta| yêu nước| gốc [^,;.\n]{1,24}?(?= (?:ở|tại|từ)\b))?|(?P<from>(?:bà con|đồng hương)(?: [^,;.\n]{1,24}?)?))"
    r"(?(from) (?:tại|ở)|(?: (?:đang |hiện )?(?:sinh sống |định cư |học tập |làm việc )?(?:tại|ở|từ|đến từ))?) (?:các nước |nước )?(?=\w)",
    2,
)
_NAMES = pattern(r"(?:[A-ZĐÁÀÂÉÊÍÓÔÚƯÝÖ][\w-]*(?: [A-ZĐ][\w-]*){0,3}(?:, | và )?){1,6}")
_ENDS = pattern(
    r" (?:với|nhân (?:dịp|ngày|kỷ|lễ|chuyến|tết|đầu)|tại|vào|do|trong|ngày|để|kịp|gồm|từ|đã|được|thu hút|nhằm|diễn ra|mừng|chào)\b",
    2,
)
_GROUP_ENDS = pattern(r" (?:với|nhân|vào|do|trong|ngày|để|gồm|từ (?!các|\d)|có|đã|được|về|đến(?! từ)|sang|thăm|tham|dự|\d)")
_TOGETHER = pattern(r"(?:,? (?:và|cùng)(?: với)?|,) ")
_DOES = pattern(r"\bdo (?P<who>[^,;.\n]{3,90}?) (?:chủ trì|tổ chức|phối hợp|đăng cai)")
_DAY, _MOST = 10, 6  # characters of a day; digits of what one province may have


def drafts(page: Page) -> Iterator[Draft]:
    """The rows of activities, clause by clause."""
    if not _may_be(page.view.text.lower()):
        return
    titled = bool(
        _HEADED.search(str(page.document.metadata.get("title", "")) + " " + str(page.document.metadata.get("organisation", "")))
    )
    for sentence in page.sentences:
        near = titled or bool(_HEADED.search(sentence.section))
        if not sentence.fact or not (near or _may_be(sentence.lower)):
            continue
        if not (near or _ABOUT.search(sentence.text) or _KIN.search(sentence.text)):
            continue
        if draft := _population(sentence):
            yield draft
        sums = list(_remittances(sentence))
        yield from sums
        sent = {each.start for draft in sums for each in draft.slots["contribution"].evidence}
        for start, end in _clauses(sentence):
            yield from _told(sentence, start, end, near, sent)


def _may_be(words: str) -> bool:
    """Whether words in small letters may be about overseas Vietnamese: looked for in every sentence, so no pattern."""
    return any(word in words for word in _WORDS)


def _clauses(sentence: Sentence) -> Iterator[tuple[int, int]]:
    start = 0
    for part in sentence.text.split(";"):
        yield sentence.start + start, sentence.start + start + len(part)
        start += len(part) + 1


def _told(sentence: Sentence, start: int, end: int, near: bool, sent: set[int]) -> Iterator[Draft]:
    """What a clause tells of: several meetings in number, gifts (not the sums sent home), or one activity."""
    words = sentence.text[start - sentence.start : end - sentence.start]
    said = bool(_ABOUT.search(words) or _KIN.search(words))
    if draft := _several(sentence, start, end, near or said):
        yield draft
        return
    gifts = list(_gifts(sentence, start, end, sent))
    yield from gifts
    if gifts or sent:
        return
    for kind, cue, own in (("camp", _CAMP, near or said), ("visit", _VISIT, True), ("meeting", _MEETING, near or said)):
        match = cue.search(words)
        if match and own and sentence.is_fact(start + match.start("word")) and _is_one(kind, words, match.start(), match.end()):
            yield _activity(
                sentence, kind, start, end, (start + match.start("name"), start + match.end("name"), start + match.start("word"))
            )
            return
    for kind, cue in (("support", _HELPS), ("information", _INFORMS)):
        match = cue.search(words)
        if match and (said or (near and kind == "information")) and sentence.is_fact(start + match.start("word")):
            if draft := _deed(sentence, kind, start, end, (start + match.start("word"), start + match.end("word"))):
                yield draft
            return


def _deed(sentence: Sentence, kind: str, start: int, end: int, word: tuple[int, int]) -> Draft | None:
    """Help for them or news of home, by a body of ours."""
    draft = Draft("overseas_vietnamese_activity", sentence)
    draft.put("kind", kind, word, "deed")
    bodies = sentence.inside(start, word[0], "ORG")
    if any(is_foreign(sentence.page, sentence, each) for each in bodies[:1]):
        return None
    _organiser(draft, sentence, start, word[0])
    _community(draft, sentence, word[0], end)
    return draft if len(draft) > 1 or kind == "information" else None


def _is_one(kind: str, words: str, start: int, end: int) -> bool:
    """Whether a meeting meets overseas Vietnamese, a group of them comes home."""
    if kind == "meeting":
        return bool(_GIVERS.search(words[start : end + 80]) or (_FEAST.search(words[start:end]) and _GIVERS.search(words)))
    return kind != "visit" or bool(_HOME.search(words))


def _population(sentence: Sentence) -> Draft | None:
    """How many of the province live abroad; not how many came to an event, nor how many the nation has."""
    for each in sentence.counts(_POPULATION):
        kind, behind = unit(each), sentence.after(each.end, 60)
        if _of_nation(sentence, each):
            continue
        named = "kiều" in kind or "người việt" in kind
        lives = _LIVING.search(behind[:48]) and _ABROAD.search(behind)
        counted = "kiều bào" in sentence.before(each.start, 30) and _COUNTED.search(sentence.before(each.start, 12))
        if "lượt" in kind or "nước ngoài" in kind or not sentence.is_fact(each.start) or not (named or lives or counted):
            continue
        around = sentence.before(each.start, 24) + each.text.lower() + behind
        if _AT_AN_EVENT.search(around) or not _COUNTED.search(sentence.before(each.start + 6, 40)):
            continue
        if "nước ngoài" in behind[:16] and "ở nước ngoài" not in behind[:40] and not named:
            continue
        draft = Draft("overseas_vietnamese_activity", sentence, summary=True)
        draft.put("population", count(each), each, "count")
        return draft
    return None


def _of_nation(sentence: Sentence, mention: Mention) -> bool:
    return len(count(mention) or "") > _MOST or bool(_NATION.search(sentence.before(mention.start, 50) + unit(mention)))


def _remittances(sentence: Sentence) -> Iterator[Draft]:
    """``Kiều hối năm 2012 được 46 triệu USD, năm 2013 58 triệu USD``: a row for each sum."""
    match = _REMITTANCES.search(sentence.text)
    if any(_of_nation(sentence, each) for each in sentence.counts(_POPULATION)):
        return
    floor = sentence.start
    for each in sentence.of("AMOUNT") if match else ():
        if match and sentence.is_fact(each.start) and (value := money(each)):
            gap = sentence.lower[floor - sentence.start : each.start - sentence.start]
            if (floor > sentence.start and not _NEXT.search(gap)) or _NATION.search(gap):
                continue
            draft = Draft("overseas_vietnamese_activity", sentence, summary=True)
            draft.put("contribution", value, each, "sum")
            floor = each.end
            yield draft


def _several(sentence: Sentence, start: int, end: int, about: bool) -> Draft | None:
    """``tổ chức 05 cuộc gặp mặt kiều bào với 640 lượt người``: a row of totals."""
    for each in sentence.inside(start, end, "QUANTITY") if about else ():
        match = _EVENTS.match(unit(each))
        behind = sentence.after(each.start, 60)
        kind = "camp" if "trại hè" in behind[:16] else "visit" if unit(each) == "đoàn" else "meeting"
        cue = _CAMP if kind == "camp" else _VISIT if kind == "visit" else _MEETING
        met = cue.search(behind)
        if not match or not met or met.start() > len(each.text) + 14 or not _FEW.search(sentence.before(each.start, 60)):
            continue
        if not sentence.is_fact(each.start) or not _ABOUT.search(sentence.text) or (count(each) or "1") == "1":
            continue
        draft = Draft("overseas_vietnamese_activity", sentence, summary=True)
        draft.put("kind", kind, (each.start, each.end), "count")
        draft.put("count", count(each), each, "count")
        _participants(draft, sentence, each.end, end)
        return draft
    return None


def _gifts(sentence: Sentence, start: int, end: int, sent: set[int]) -> Iterator[Draft]:
    """A row for each sum that overseas Vietnamese give; the giver stands before it or behind ``của``."""
    floor = start
    for each in sentence.inside(start, end, "AMOUNT"):
        value, before = money(each), sentence.text[floor - sentence.start : each.start - sentence.start]
        behind = sentence.text[each.end - sentence.start : each.end - sentence.start + 50]
        giver = _giver(before)
        later = _GIVERS.search(behind) if pattern(r" (?:từ|của|do|\()").match(behind) or _GIVERS.match(behind.strip()) else None
        if not value or not (giver or later) or not sentence.is_fact(each.start) or each.entity.start in sent:
            continue
        if not _is_given(before, giver):
            continue
        draft = Draft("overseas_vietnamese_activity", sentence)
        draft.put("kind", "contribution", (floor, each.start), "gift")
        at = floor + giver.start() if giver else each.end + (later.start() if later else 0)
        _community(draft, sentence, at, max(at + 120, each.end + 60 if later else 0))
        draft.put("contribution", value, each, "gift")
        _organiser(draft, sentence, start, at)
        _receiver(draft, sentence, min(at, each.start), each.end)
        yield draft
        floor = each.end


def _giver(words: str) -> re.Match[str] | None:
    """The last mention of overseas Vietnamese."""
    found = [each for each in _GIVERS.finditer(words) if not _ANYWHERE.match(words, each.start())] + [*_KIN.finditer(words)]
    return max(found, key=lambda each: each.start(), default=None)


def _is_given(before: str, giver: re.Match[str] | None) -> bool:
    """Whether they give, not get: ``kiều bào ủng hộ``, ``vận động của kiều bào``; not ``hỗ trợ kiều bào``."""
    if giver is None:
        return bool(_GIVES.search(before))
    head = before[: giver.start()].lower()
    asked = bool(_ASKED.search(head))
    return (asked or not _HELPED.search(head)) and bool(_GIVES.search(before[giver.end() :]) or (asked and _GIVES.search(head)))


def _receiver(draft: Draft, sentence: Sentence, start: int, end: int) -> None:
    """``tặng Bệnh viện Đa khoa …``, ``xây cầu ở xã Tân Phú``: the house or the place that gets it, up to a comma behind the sum."""
    comma = sentence.text.find(",", end - sentence.start)
    stop = sentence.start + comma if comma >= 0 else sentence.end
    for each in sentence.inside(start, stop, "ORG", "COMMUNE", "DISTRICT"):
        house = each.label == "ORG" and each.start < end and _TO.search(sentence.before(each.start, 8))
        if house or (each.label != "ORG" and each.start > end):
            near = [one for one in sentence.inside(each.end, each.end + 4, "DISTRICT") if each.label == "COMMUNE"]
            draft.say("place", each.start, near[0].end if near else each.end, "receiver")
            return


def _activity(sentence: Sentence, kind: str, start: int, end: int, place: tuple[int, int, int]) -> Draft:
    """One activity from the noun on: its name, organiser, guests, time and place."""
    draft = Draft("overseas_vietnamese_activity", sentence)
    first, last, word = place
    first, last = _name(sentence, kind, first, last, word)
    draft.say("name", first, last, "words")
    draft.put("kind", kind, (word, word + 8), "word")
    _organiser(draft, sentence, start, first)
    _participants(draft, sentence, first if kind == "meeting" else start, end)
    _participants(draft, sentence, start, end)
    _when(draft, sentence, start, end)
    _community(draft, sentence, start, end)
    places = [*_PLACE.finditer(sentence.text, first - sentence.start, end - sentence.start)]
    places += _PLACE.finditer(sentence.text, start - sentence.start, first - sentence.start)
    for found in places if kind != "visit" else ():
        at = sentence.start + found.start("place")
        abroad = any(country_of(each) for each in sentence.inside(at, at + 12, "COUNTRY"))
        lives = _LIVE_AT.search(sentence.before(at, 40))
        if not (_NO_PLACE.match(found["place"]) or abroad or lives):
            draft.say("place", at, sentence.start + found.end("place"), "place")
            break
    return draft


def _name(sentence: Sentence, kind: str, first: int, last: int, word: int) -> tuple[int, int]:
    """Where the activity's name begins and ends: a whole quotation, else up to the next time, place or verb."""
    at = word - sentence.start
    if sentence.text[at - 1 : at] == '"' and (quote := sentence.text.find('"', at)) > 0:
        return word, sentence.start + quote
    stop = (_GROUP_ENDS if kind == "visit" else _ENDS).search(sentence.text, at + 12, last - sentence.start)
    return first, sentence.start + stop.start() if stop else last


def _organiser(draft: Draft, sentence: Sentence, start: int, end: int) -> None:
    """The body before the deed, with another beside it; else the one behind ``do``."""
    bodies = [
        each
        for each in sentence.inside(start, end, "ORG")
        if "chủ tịch " not in sentence.before(each.start, 12) and not is_foreign(sentence.page, sentence, each)
    ]
    if not bodies:
        if (found := _DOES.search(sentence.text, end - sentence.start)) and (
            named := sentence.inside(sentence.start + found.start("who"), sentence.start + found.end("who"), "ORG")
        ):
            draft.say("organiser", named[0].start, named[0].end, "subject")
        return
    last = bodies[0].end
    for one, two in itertools.pairwise(bodies):
        between = sentence.text[one.end - sentence.start : two.start - sentence.start]
        if one.end == last and _TOGETHER.fullmatch(between):
            last = two.end
    draft.say("organiser", bodies[0].start, last, "subject")


def _participants(draft: Draft, sentence: Sentence, start: int, end: int) -> None:
    for each in sentence.inside(start, end, "QUANTITY"):
        if "participants" not in draft and _PEOPLE.match(unit(each)) and "nước ngoài" not in unit(each):
            draft.put("participants", count(each), each, "count")
            return


def _when(draft: Draft, sentence: Sentence, start: int, end: int) -> None:
    """The most exact date of the clause, else of the sentence: a day before a month, a month before the year of a feast."""
    known = [(each, value) for each, value in days(sentence) if start <= each.start < end] or days(sentence)
    if known:
        each, value = max(known, key=lambda one: min(len(one[1].split("/")[0]), _DAY))
        draft.put("dates", value, each, "date")


def _community(draft: Draft, sentence: Sentence, start: int, end: int) -> None:
    """The countries or towns beside the people: ``kiều bào tại Lào, Thái Lan``."""
    for match in _AMONG.finditer(sentence.text, max(start - sentence.start, 0), min(end, sentence.end) - sentence.start):
        names = _NAMES.match(sentence.text, match.end())
        if not names:
            continue
        first, last = sentence.start + names.start(), sentence.start + names.end()
        inside = sentence.inside(first, last)
        if any(each.label in ("PROVINCE", "DISTRICT", "COMMUNE", "PERSON") and each.start == first for each in inside):
            continue
        if names[0].split()[0] in ("Việt", "Nam"):
            continue
        known = [each for each in inside if each.label in ("COUNTRY", "FOREIGN_UNIT")]
        draft.say("community", first, known[-1].end if known else last, "named")
        return


__all__ = ["Mention", "day", "drafts"]
