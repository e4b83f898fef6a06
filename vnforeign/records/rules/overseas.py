"""Activities for and of overseas Vietnamese: meetings, visits home, camps, gifts, help, information."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..build import Draft
from ..page import Page, Sentence
from ..values import count, days, unit
from ..wording import holds, pattern
from . import compatriot_counts, compatriot_gifts, compatriots, deeds, led, occasion, remittances

_TYPE = "overseas_vietnamese_activity"
_MEETING = pattern(
    r"\b(?P<name>(?:(?:chương trình|hội nghị|tọa đàm|toạ đàm|buổi|cuộc|lễ|ngày hội) [^,;.\n]{0,24})?(?P<word>gặp mặt|họp mặt|mời cơm|tất niên|gặp gỡ|giao lưu|tiếp xúc|"
    r"đối thoại|xuân quê hương|(?<=buổi )(?:tọa đàm|toạ đàm)|(?<=hội nghị )(?:kiều bào|người việt nam ở nước ngoài)|(?<=hội nghị \")(?=[^\"\n]{0,60}(?:kiều bào|ở nước ngoài|xa quê|việt kiều))[^\"\n]{2,16})(?:,? (?:và )?(?:chúc|đón|giao lưu|gặp|họp)[^,;.\n]{0,24})?[^,;.\n]{0,90})",
    2,
)
_FEAST = pattern(r"gặp mặt|họp mặt|đầu xuân|tất niên|mời cơm", 2)
_MET = pattern(r"(?:cuộc|buổi) gặp\b", 2)
_CAMP = pattern(r"(?P<name>(?P<word>trại hè)[^,;.\n]{0,60})", 2)
_VISIT = pattern(
    r"(?P<name>(?<!hội )(?<!tập )(?<!binh )(?P<word>đoàn|nhóm|tốp|phái đoàn)(?! (?:thể|viên|kết)) (?:đại biểu |gồm )?(?:[^,;.\n]{0,30} )??"
    r"(?:kiều bào|việt kiều|người việt nam ở nước ngoài|NVNONN|người gốc việt|hội đồng hương)[^,;.\n]{0,70})",
    2,
)
_HOME = pattern(r"\bvề\b|thăm (?:quê|tỉnh|và)|\bđến\b|dâng hương|\bđón\b|\btiếp\b", 2)
_EVENTS = pattern(
    r"(?:cuộc|buổi|lần|chương trình|hoạt động|đợt|trại|hội nghị|(?:lượt )?đoàn)(?: (?:gặp mặt|gặp gỡ|gặp|họp mặt|tiếp xúc|trại hè|kiều bào))?"
)
_NUMBERS = ("hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_IN_WORDS = pattern(
    rf"(?<!lần thứ )(?<!thứ )\b(?P<n>{'|'.join(_NUMBERS)}) (?P<what>trại hè|(?:cuộc|buổi|đợt) (?:gặp mặt|gặp gỡ|họp mặt|giao lưu|tiếp xúc|tọa đàm|toạ đàm))",
    2,
)
_FEW = pattern(r"tổ chức|đón|tiếp|mở|có|được|phối hợp", 2)
_ENDS = pattern(
    r" (?:với(?= (?:sự|chủ đề|tổng|gần|hơn|trên|khoảng|\d))|nhân (?:dịp|ngày|kỷ|lễ|chuyến|tết|đầu)|tại|vào|do|trong|ngày|để|kịp|gồm|từ|đã|được|thu hút|nhằm|diễn ra|dừng chân|khai mạc|bế mạc|quy tụ|ở (?:xã|phường|nhà|[Kk]hách|[Tt]rung|[Hh]ội)|cho (?=\d|các)|đến (?=dâng|thăm|tham quan|giao lưu)|ghé|về (?=thăm|dâng))\b",
    2,
)
_NAMED_FEAST = pattern(r"xuân|tết", 2)  # mừng Xuân Quý Tỵ 2013 belongs to a meeting's name
_GREETS = pattern(r" (?:mừng|đón|chào|nhân)(?: dịp)? $")
_GROUP_ENDS = pattern(
    r" (?:với|nhân (?:dịp|ngày)|vào|do\b|trong|ngày|để|gồm|từ (?!các|\d)|có|đã|được|về|đến(?! từ)|sang|thăm|tham|dự|\d)"
)
#: What opens a clause that goes on with the activity before it: ``; có 215 bà con về dự``.
_SAME = pattern(
    r" ?(?:tham dự|đến dự|tới dự|dự|cùng dự)(?: buổi \w+ \w+| lễ| họp mặt)? (?:có|gồm)\b|"
    r" ?(?:(?:đã |thu hút |với |gồm |mời )?(?:có |được )?|với sự tham (?:dự|gia) của )(?:gần |hơn |trên |khoảng )?\d[\d.]* (?!đoàn|lượt đoàn|cuộc|buổi)[^;.]{0,60}?\b(?:dự|tham gia|tham dự|có mặt|về|đến dự|tới dự|về dự)\b"
)
#: What was not held, or is held again and again: ``không tổ chức gặp mặt``, ``các cuộc gặp mặt được duy trì``.
_NOT_HELD = pattern(
    r"\b(?:không|chưa|không thể|tạm dừng|tạm hoãn|hoãn|hủy|huỷ|dừng|thay vì|thay cho)(?: việc)?(?: tổ chức| tiến hành| có)?(?: được)?(?: các| cuộc| buổi| chương trình){0,2} ?$"
)
_KEPT_UP = pattern(r"^[^,;.\d]{0,60} (?:được duy trì|trở thành)")
_OWN_NAME = pattern(r" (?:[A-ZĐ\"]|tiếng )")
_HEAD = pattern(r"[^\n]{0,60}?(?: [-–:] |[:.] |\) )")
#: Words of which one stands in what goes on with them, and what speaks of others.
_STILL = ("bà con", "lượt người về", "về thăm", "tiền gửi", "gửi về", "cuộc gặp", "họp mặt")
_OTHERS = pattern(r"vùng lũ|đồng bào (?:các )?dân tộc|bà con (?:vùng|dân tộc|nông dân|các xã|biên giới)|du khách|khách quốc tế")
_BACK = 3  # sentences
_OPENING = 70  # characters of a paragraph that may hold its heading


def drafts(page: Page) -> Iterator[Draft]:
    """The rows of activities, clause by clause; totals that one sentence gives stand in one row."""
    if not compatriots.may_be(page.view.text.lower()):
        return
    titled = compatriots.titled(page)
    lead: Sentence | None = None
    sums = False  # under words that lead a list of sums sent home
    for sentence in page.sentences:
        near = titled or compatriots.headed(sentence.section) or _run_in(sentence)
        lead = lead if led.is_item(sentence) else None
        if lead and sentence.fact and (gift := led.gift(sentence, lead)):
            yield gift
            continue
        lead = lead or (sentence if led.leads(sentence, near) else None)
        sums = sentence.text.endswith(":") and "kiều hối" in sentence.lower or (sums and led.is_item(sentence))
        near = near or _goes_on(sentence)
        about = near or sums or (compatriots.may_be(sentence.lower) and compatriots.about(sentence.text))
        if sentence.fact and (about or led.goes_on(sentence)):
            yield from _of_sentence(sentence, near, sums)


def _goes_on(sentence: Sentence) -> bool:
    """Whether ``bà con``, those who come home and what is sent home are theirs, as the sentence before is of them."""
    before = sentence.earlier
    for _ in range(_BACK if holds(sentence.lower, _STILL) else 0):
        if before is None or _OTHERS.search(before.lower):
            return False
        if compatriots.about(before.text):
            return True
        before = before.earlier
    return False


def _run_in(sentence: Sentence) -> bool:
    """Whether a paragraph opens with a heading of this work: ``5/ VIỆT KIỀU - Toàn tỉnh có …``, ``Về công tác kiều bào: …``."""
    first = sentence.opening
    return bool(_HEAD.match(first.text)) and compatriots.headed(first.text[:_OPENING])


def _of_sentence(sentence: Sentence, near: bool, headed: bool = False) -> Iterator[Draft]:
    headed = headed or "kiều hối" in sentence.section
    population, sums = compatriot_counts.population(sentence), list(remittances.remittances(sentence, headed))
    sent = {each.start for draft in sums for each in draft.slots["contribution"].evidence}
    told = [draft for start, end in _clauses(sentence) for draft in _told(sentence, start, end, near, sent)]
    if population and len(sums) == 1:
        population.slots |= sums.pop().slots
    elif population and len(told) == 1 and "contribution" in told[0] and "name" not in told[0]:
        population.slots |= {key: slot for key, slot in told.pop().slots.items() if key in ("kind", "contribution", "community")}
    lands = list(compatriot_counts.by_land(sentence)) if near or population else []
    if len(lands) > 1:
        yield from lands
        population = None if population and any(_same(population, each) for each in lands) else population
    came = list(compatriot_counts.visits(sentence, near))
    if population and len(came) == 1:
        population.slots = {**came.pop().slots, **population.slots}
    yield from [*([population] if population else []), *sums, *came, *told]


def _same(one: Draft, two: Draft) -> bool:
    """Whether two rows count the same people."""
    return one.slots["population"].value == two.slots["population"].value


def _clauses(sentence: Sentence) -> Iterator[tuple[int, int]]:
    start = end = 0
    for part in sentence.text.split(";"):
        if end and not _SAME.match(part):
            yield sentence.start + start, sentence.start + end - 1
            start = end
        end += len(part) + 1
    yield sentence.start + start, sentence.start + end - 1


def _told(sentence: Sentence, start: int, end: int, near: bool, sent: set[int]) -> Iterator[Draft]:
    """What a clause tells of: several meetings in number, gifts (not the sums sent home), one activity, help or news."""
    words = sentence.text[start - sentence.start : end - sentence.start]
    said = (
        compatriots.about(words)
        or (near and "bà con" in words.lower())
        or bool(_FEAST.search(words) and compatriots.them(sentence.text))
    )
    if draft := _several(sentence, start, end, near or said) or _one(sentence, start, end, near or said, near):
        yield draft
        return
    gone_on = start > sentence.start and bool(compatriots.them(sentence.text[: start - sentence.start]))
    given = list(compatriot_gifts.gifts(sentence, start, end, sent, near or gone_on))
    if not given and (brought := compatriot_gifts.things(sentence, start, end)):
        given = [brought]
    yield from given
    if given or sent:
        return
    whole = near and start == sentence.start
    draft = deeds.deed(sentence, start, end, near, said) or (compatriot_gifts.line(sentence) if whole else None)
    settled = start == sentence.start and (near or led.settled(sentence)) and led.of_person(sentence)
    draft = draft or (led.gift(sentence, sentence) if settled else None)
    yield from [draft] if draft else led.instances(sentence, start, end)


def _several(sentence: Sentence, start: int, end: int, about: bool) -> Draft | None:
    """``tổ chức 05 cuộc gặp mặt kiều bào với 640 lượt người``: a row of totals."""
    if about and (draft := _few(sentence, start, end)):
        return draft
    for each in sentence.inside(start, end, "QUANTITY") if about else ():
        behind = sentence.after(each.start, 60)
        kind = "camp" if "trại hè" in behind[:16] else "visit" if "đoàn" in unit(each) else "meeting"
        met = (_CAMP if kind == "camp" else _VISIT if kind == "visit" else _MEETING).search(behind) or _MET.search(behind)
        if not _EVENTS.match(unit(each)) or not met or met.start() > len(each.text) + 14:
            continue
        if not sentence.is_fact(each.start) or not _FEW.search(sentence.before(each.start, 60)) or (count(each) or "1") == "1":
            continue
        draft = Draft(_TYPE, sentence, summary=True)
        draft.put("kind", kind, each, "count")
        draft.put("count", count(each), each, "count")
        compatriots.participants(draft, sentence, each.end, end)
        occasion.when(draft, sentence, start, end)
        return draft
    return None


def _few(sentence: Sentence, start: int, end: int) -> Draft | None:
    """``mở hai trại hè thanh niên kiều bào``: a number in words."""
    match = _IN_WORDS.search(sentence.text, start - sentence.start, end - sentence.start)
    if match is None or not sentence.is_fact(sentence.start + match.start()):
        return None
    kind = "camp" if "hè" in match["what"] else "meeting"
    draft, at = Draft(_TYPE, sentence, summary=True), (sentence.start + match.start(), sentence.start + match.end())
    draft.put("kind", kind, at, "count")
    draft.put("count", str(_NUMBERS.index(match["n"].lower()) + 2), at, "count")
    compatriots.participants(draft, sentence, at[1], end)
    occasion.when(draft, sentence, start, end)
    return draft


def _one(sentence: Sentence, start: int, end: int, about: bool, near: bool) -> Draft | None:
    words = sentence.text[start - sentence.start : end - sentence.start]
    for kind, cue in (("camp", _CAMP), ("visit", _VISIT), ("meeting", _MEETING)):
        match = _named_best(cue, words, kind)
        if not match or not sentence.is_fact(start + match.start("word")):
            continue
        if _NOT_HELD.search(words[: match.start("word")].lower()) or _KEPT_UP.search(words[match.start("word") :]):
            return None
        if (
            about
            if kind == "camp"
            else _HOME.search(words)
            if kind == "visit"
            else about and _meets(sentence, words, match.start(), near)
        ):
            places = start + match.start("name"), start + match.end("name"), start + match.start("word")
            return _activity(sentence, kind, start, end, places)
    return None


def _named_best(cue: re.Pattern[str], words: str, kind: str) -> re.Match[str] | None:
    """The first activity that a cue finds; of camps the one with a name of its own: ``Về trại hè, … Trại hè Việt Nam 2023``."""
    found = list(cue.finditer(words)) if kind == "camp" else [match] if (match := cue.search(words)) else []
    return next((each for each in found if _OWN_NAME.search(each["name"])), found[0] if found else None)


def _meets(sentence: Sentence, words: str, start: int, near: bool) -> bool:
    """Whether a meeting meets overseas Vietnamese: named behind it, or in the sentence of a feast; under a heading of this work
    a feast or ``bà con`` say so."""
    behind = words[start : start + 170]
    feast = _FEAST.search(words)
    return bool(
        (feast and (near or compatriots.them(sentence.text))) or compatriots.them(behind) or (near and "bà con" in behind.lower())
    )


def _activity(sentence: Sentence, kind: str, start: int, end: int, place: tuple[int, int, int]) -> Draft:
    """One activity from the noun on: its name, organiser, guests, time, place, and what they gave there."""
    draft = Draft(_TYPE, sentence)
    first, last = _name(sentence, kind, *place)
    draft.say("name", first, last, "words")
    draft.put("kind", kind, (place[2], place[2] + 8), "word")
    compatriots.organiser(draft, sentence, start, first)
    compatriots.participants(draft, sentence, first if kind == "meeting" else start, end)
    compatriots.participants(draft, sentence, start, end)
    occasion.when(draft, sentence, start, end)
    compatriots.community(draft, sentence, start, end)
    occasion.where(draft, sentence, kind, start, first, end)
    if "place" in draft and "community" in draft and draft.slots["place"].evidence == draft.slots["community"].evidence:
        del draft.slots["community"]  # ``trại hè thanh niên kiều bào tại Đồ Sơn``
    for gift in compatriot_gifts.gifts(sentence, start, end, set(), kind == "meeting"):
        draft.slots.setdefault("contribution", gift.slots["contribution"])
    return draft


def _name(sentence: Sentence, kind: str, first: int, last: int, word: int) -> tuple[int, int]:
    """Where the activity's name begins and ends: a whole quotation, else up to the next time, place or verb."""
    at = word - sentence.start
    if sentence.text[at - 1 : at] == '"' and (quote := sentence.text.find('"', at)) > 0:
        return word, sentence.start + quote
    stop = (_GROUP_ENDS if kind == "visit" else _ENDS).search(sentence.text, at + 7, last - sentence.start)
    last = sentence.start + stop.start() if stop else last
    feast = next(
        (each.start for each, _ in days(sentence) if word < each.start < last and not _NAMED_FEAST.match(each.text)), None
    )
    greeted = _GREETS.search(sentence.text, at + 8, feast - sentence.start) if feast else None
    return first, sentence.start + greeted.start() if greeted else last
