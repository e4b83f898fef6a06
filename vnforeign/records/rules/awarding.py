"""Who gives an award and who gets it: the direction, the giver's words, the recipients."""

from __future__ import annotations

import re

from ...kinds.organisation import Organisation
from ..build import Draft
from ..page import Mention, Page, Sentence
from ..places import countries, is_foreign
from ..values import unit
from ..wording import pattern
from . import travellers

#: What a body that gives begins with.
BODY = (
    r"(?:Chủ tịch|Thủ tướng|Chính phủ|UBND|Ủy ban|Nhà nước|Bộ|Quốc vương|Quốc hội|Trung ương|Liên hiệp|[Tt]ỉnh|[Tt]hành phố|Hội|Vương quốc|"
    r"Hoàng gia|Tổng thống|Quân khu|Đảng)"
)
#: Halls and other places that the gazetteers do not name.
HALL = pattern(
    r"(?:hội trường|trụ sở|nhà (?:văn hóa|khách|hát)|trung tâm|thị xã|thành phố|tỉnh|huyện|thủ đô|bệnh viện|trường|cửa khẩu)\b",
    re.IGNORECASE,
)
_RECEIVED = pattern(
    r"\bđược (?P<giver>(?!phong|trao|tặng|nhận|đón|xét|đề nghị|tổ chức)[^,;.\n]{3,90}?) (?:đã |xét |ký |quyết định )*(?:phong |trao |truy )?(?:tặng|trao|khen)"
)
_BEHALF = pattern(r"(?i:thừa (?:ủy|uỷ) (?:quyền|nhiệm)) (?:của )?(?P<giver>[^,;.\n]{3,80}?)(?:,| đã| trao| tặng| đến)")
_GIVES = pattern(
    r"(?P<giver>[^;:\n]{2,200}?),? (?:(?:đã|vừa|quyết định|xét|ký|cũng|đang|long trọng|tổ chức|lễ|ra) )*(?:trao |truy |phong |gửi )?(?:tặng|trao|khen thưởng|thưởng|cấp)(?: thưởng| tặng)?(?= |$)"
)
_GIVES_BY = pattern(r"(?<![Tt]ự )\bdo (?P<giver>[^,;.\n]{3,80}?) (?:trao )?(?:tặng|trao)\b")
_ASKS = pattern(r".*\b(?:đề nghị|đề xuất|trình|kiến nghị)\b ?")
_ASKS_FOR = pattern(r"(?:đề nghị|đề xuất|trình|kiến nghị) ?(?:xét )?$")
_ISSUES = pattern(r" (?:đã |vừa )?(?:ký|ban hành|ra|có|ký ban hành) [Qq]uyết định\b")
_NEIGHBOUR = pattern(r"(?:^|\b)(?:phía |nước |tỉnh |quân khu |chính quyền )?bạn$")
_OURSELVES = pattern(
    r"(?:về )?phía (?:ta|bạn)|(?:tại|trong|nhân|ngày|sáng|chiều|tháng|năm|dịp|cùng|sau|qua|đến|ghi nhận|với|từ)\b", re.IGNORECASE
)
_TO = pattern(
    r"(?<!góp )(?<!hiến )(?<!tích )(?<!góp sức )\b(?:cho|tới|đến(?! (?:ngày|nay|tháng)))(?: các)? (?P<to>[^;.\n]{3,150}?)(?=,? (?:vì|do|nhờ|đã có|đã|có (?:công|nhiều|những|đóng|thành)|nhân dịp|nhân kỷ niệm|tại|ngày|trong|trên|theo|kèm|nhằm|trao)\b|,? (?:nguyên|người|quốc tịch|là người|giám đốc|những)\b|"
    r" và \d+ (?=[Hh]u|[Kk]ỷ|[Bb]ằng)|[;.\n(]|$)|"
    r"(?:tặng|thưởng) (?P<to2>(?:Đảng bộ|nhân dân|cán bộ|quân và dân|ông|bà|tập thể|các tập thể|một số đồng chí|đồng chí) [^,;.\n]{3,80})|"
    r"(?:khen|chương|hữu nghị|[”\"]|hạng \w{1,4}) (?P<to3>(?:các )?(?:ông|bà|ngài|anh|chị|đồng chí) [^,;.\n]{3,60})"
)
_BEFORE_VERB = pattern(
    r"(?:^|, |\. |; )(?:(?:Trong|Năm|Ngày|Nhân|Tại|Đến|Từ|Dịp|Sáng|Chiều)(?:(?!tập thể|cá nhân)[^,;.])*, )*(?:(?:Trong|Năm) \w{1,6} )?(?:đã )?(?:có )?(?:(?:Lễ|Việc) (?:chúc mừng|trao|trao tặng) )?(?P<to>[^.;\n]{3,140}?),? (?:đã |vinh dự |vừa |đang )*"
    r"(?:được [^.;\n]{0,90}?(?:tặng|trao|khen)|(?:được )?(?:đón )?nhận\b)"
)
_WITH_WHOM = pattern(r"\b[Vv]ới (?P<to>[^,;.\n]{3,60}?),")
_COUNTS = re.compile(
    r"(?:hơn |gần )?\d+ (?:tập thể|cá nhân|đơn vị|người)\b(?:(?:,| và|, và) \d+ (?:tập thể|cá nhân|đơn vị)\b)*,?(?P<more> là .+)?"
)
_GROUPS = pattern(r"(?:tập thể|đơn vị|tổ chức)")
_PERSONS = pattern(
    r"(?:cá nhân|người|đồng chí|cán bộ|chuyên gia|chiến sĩ|công dân|lãnh đạo|nhà |giáo sư|bác sĩ|tình nguyện viên|doanh nhân)"
)
_ONE = pattern(
    r"\b(?:ông|bà|ngài|đồng chí|giáo sư|bác sĩ|nhà giáo|giảng viên|chuyên gia|cá nhân|công dân|thị trưởng|tỉnh trưởng|thống đốc|đại tá|tiến sĩ|"
    r"kỹ sư|tình nguyện viên|người|lãnh đạo|cán bộ|thầy|cô|nghệ sĩ|luật sư|đại sứ|cựu binh|cựu chỉ huy|chủ tịch|giám đốc)\b"
)
_MANY = pattern(
    r"\b(?:tập thể|đơn vị|trường|bệnh viện|hội|sở|công ty|tổ chức|quỹ|ban|đồn|đbp|bộ chỉ huy|nhân dân|đảng bộ|ubnd|lực lượng|trung tâm)\b"
)
_BESIDE = 60  # characters behind a recipient that may say who he is
#: Decorations of Viet Nam for foreigners alone.
_FOR_FOREIGNERS = pattern(r"hu(?:ân|y) chương hữu nghị", re.IGNORECASE)
_NEAR = 150  # characters behind the beginning of a recipient that may say where he comes from

Place = tuple[int, int]


def giver(
    page: Page, sentence: Sentence, award: re.Match[str], clause: Place, named: re.Match[str]
) -> tuple[Place | None, str | None]:
    """Who gives, and the direction that follows; no direction where neither side is foreign. ``named`` is the award, or the one
    told with it, whose ``của`` may name the giver.
    """
    abroad = _abroad(page, sentence) or "công dân danh dự" in award["award"].lower()
    place = _place(sentence, award, clause, named)
    if place is None:
        abroad = abroad and _for_foreigners(page, sentence, award, clause)
        return None, "received" if _bestows(sentence, clause) else "conferred" if abroad else None
    words = page.view.text[slice(*place)]
    if _NEIGHBOUR.search(words.lower()):
        return (place if len(words.split()) > 1 and not words.lower().startswith(("phía", "nước")) else None), "received"
    if _foreign(page, sentence, *place) and "Việt Nam" not in words:
        return place, "received"
    return place, "conferred" if abroad or _FOR_FOREIGNERS.match(award["award"]) else None


def _for_foreigners(page: Page, sentence: Sentence, award: re.Match[str], clause: Place) -> bool:
    """Whether those who get an award that nobody is said to give are foreigners, by their words or those beside them."""
    if "công dân danh dự" in award["award"].lower() or _FOR_FOREIGNERS.match(award["award"]):
        return True
    place = to(sentence, sentence.start + award.start(), clause[1]) or gets(sentence, clause)
    if place is None:
        return True
    first, last = place[0], min(place[1] + _BESIDE, clause[1])
    reason = re.search(r"\b(?:vì|do|nhân)\b", sentence.lower[place[1] - sentence.start : last - sentence.start])
    last = place[1] + reason.start() if reason else last
    words = page.view.text[first:last].lower()
    return _foreign(page, sentence, first, last) or bool(re.search(r"nước ngoài|\bbạn\b|kiều bào", words))


def _bestows(sentence: Sentence, clause: Place) -> bool:
    """Whether a heading says that the partners give: ``B. BẠN TẶNG TA``."""
    return bool(
        re.search(
            r"\bbạn tặng\b", sentence.section + " " + sentence.lower[clause[0] - sentence.start : clause[1] - sentence.start]
        )
    )


def _place(sentence: Sentence, award: re.Match[str], clause: Place, named: re.Match[str]) -> Place | None:
    """The words that name who gives: on whose behalf, by whom it was given, the award's ``của``, the subject of ``tặng``."""
    first, last = clause[0] - sentence.start, clause[1] - sentence.start
    match = (
        _BEHALF.search(sentence.text)
        or _RECEIVED.search(sentence.text, first, last)
        or _GIVES_BY.search(sentence.text, first, last)
    )
    if match:
        return _asked(sentence, sentence.start + match.start("giver"), sentence.start + match.end("giver"))
    if named["by"] or named["of"]:
        part = "by" if named["by"] else "of"
        words = named[part]
        skip = len(words) - len(words.removeprefix(",").lstrip().removeprefix("của "))
        return sentence.start + named.start(part) + skip, sentence.start + named.end(part)
    if match := _GIVES.match(sentence.text, first, award.start()):
        return _subject(sentence, sentence.start + match.start("giver"), sentence.start + match.end("giver"))
    return None


def _asked(sentence: Sentence, start: int, end: int) -> Place | None:
    """The one who is asked to give, where others ask."""
    words = sentence.text[start - sentence.start : end - sentence.start]
    if match := _ASKS.match(words):
        start += match.end()
    return (start, end) if end - start > 2 and not words[start - end :].strip().startswith("xét") else None


def _subject(sentence: Sentence, start: int, end: int) -> Place | None:
    """The noun phrase right before the verb: behind adverbs of time, without the name of the one who hands over."""
    words = sentence.text[start - sentence.start : end - sentence.start]
    if _ASKS_FOR.search(words.lower()) or re.search(r"\b(?:được|diễn ra)\b", words):
        return None
    if match := _ASKS.match(words):
        start, words = start + match.end(), words[match.end() :]
    parts, at = [], start
    for part in re.split(r"(, )", words):
        if part != ", ":
            parts.append((at, at + len(part), part.strip(" -+*•")))
        at += len(part)
    parts = [(a, a + len(text) if (text := _ISSUES.split(c)[0]) != c else b, text) for a, b, c in parts]
    said = [one for one in parts if one[2] and not _OURSELVES.match(one[2])]
    if not said:
        return None
    first, last, text = (
        said[-1]
        if _names(sentence, said[-1]) or len(said) == 1
        else next((one for one in reversed(said) if _names(sentence, one)), said[-1])
    )
    first += len(sentence.text[first - sentence.start : last - sentence.start]) - len(
        sentence.text[first - sentence.start : last - sentence.start].lstrip(" -+*•")
    )
    for person in sentence.inside(first, last, "PERSON"):
        if person.start > first + 6:
            last = person.start - 1
            break
    return (first, last) if text.lower() not in ("lễ", "đã", "việc", "và") and last - first > 1 else None


def _names(sentence: Sentence, part: tuple[int, int, str]) -> bool:
    """Whether a part of a subject names a body, a state or an office."""
    return (
        bool(sentence.inside(part[0], part[1], "ORG", "COUNTRY", "FOREIGN_UNIT"))
        or bool(re.match(BODY, part[2]))
        or "bạn" in part[2].lower().split()
    )


def put_giver(draft: Draft, sentence: Sentence, place: Place, direction: str | None) -> None:
    """The giver's words and country."""
    draft.say("giver", *place, "words")
    named = countries(sentence, *place) if direction == "received" else ([], [])
    if named[0]:
        draft.put("giver_country", named[0][0], named[1][0], "named")
    elif direction == "conferred":
        draft.put("giver_country", "Việt Nam", place, "named")


def _abroad(page: Page, sentence: Sentence) -> bool:
    """Whether a sentence names a foreign body, state or place outside the names of Vietnamese bodies."""
    if re.search(r"nước ngoài|kiều bào|\bbạn\b", sentence.lower):
        return True
    ours = [each for each in sentence.of("ORG") if not is_foreign(page, sentence, each)]
    said = sentence.of("COUNTRY", "FOREIGN_UNIT", "ORG")
    outside = [each for each in said if not any(one.start <= each.start < one.end for one in ours)]
    return any(is_foreign(page, sentence, each) for each in outside)


def _foreign(page: Page, sentence: Sentence, start: int, end: int) -> bool:
    if countries(sentence, start, end)[0] or travellers.office_of_theirs(page.view.text[start:end]):
        return True
    return any(is_foreign(page, sentence, each) for each in sentence.inside(start, end, "ORG"))


def to(sentence: Sentence, start: int, stop: int) -> Place | None:
    """The recipients told behind an award: ``cho …``, ``tới …``."""
    match = _TO.search(sentence.text, start - sentence.start, stop - sentence.start)
    if not match:
        return None
    name = next(key for key, words in match.groupdict().items() if words)
    words = match[name].rstrip(" ,")
    return sentence.start + match.start(name), sentence.start + match.start(name) + len(words.removesuffix(" và"))


def gets(sentence: Sentence, clause: Place) -> Place | None:
    """The recipients told before the verb: ``Tỉnh trưởng A được tặng …``, ``Với thị trưởng bạn, … đề nghị``."""
    match = _BEFORE_VERB.search(sentence.text, clause[0] - sentence.start, clause[1] - sentence.start) or _WITH_WHOM.match(
        sentence.text
    )
    return (sentence.start + match.start("to"), sentence.start + match.end("to")) if match else None


def of_people(said: str) -> bool:
    """Whether a unit counts those who get an award."""
    return bool(_GROUPS.match(said) or _PERSONS.match(said))


def counts(sentence: Sentence, place: Place) -> tuple[Mention | None, Mention | None]:
    """How many groups and how many persons get it."""
    told = sentence.inside(*place, "QUANTITY")
    groups = next((each for each in told if _GROUPS.match(unit(each))), None)
    persons = next((each for each in told if _PERSONS.match(unit(each)) and (groups is None or each.start > groups.start)), None)
    return groups, persons


def recipient(page: Page, draft: Draft, sentence: Sentence, place: Place | None) -> None:
    """Who gets it, of what kind, from where."""
    if place is None:
        return
    first, last = place
    person = next(iter(sentence.inside(first, last, "PERSON")), None)
    words = sentence.lower[first - sentence.start : last - sentence.start]
    kind = _kind(sentence, first, last, words, person)
    told = _COUNTS.match(words.strip(" ,"))
    if person and kind == "person":
        draft.put("recipient", getattr(person.entity.value, "name", person.text), person, "person")
    elif told is None:
        draft.say("recipient", first, last, "words")
    elif told["more"]:
        draft.say("recipient", first + words.index(" là ") + 4, last, "words")
    draft.put("recipient_type", kind, person or (first, last), "word")
    _nationality(draft, sentence, first, last)


def _kind(sentence: Sentence, first: int, last: int, words: str, person: Mention | None) -> str | None:
    if "tập thể" in words and re.search(r"cá nhân|người|cán bộ", words):
        return "both"
    if person or re.match(r"(?:hơn |gần )?\d+ (?:người|cá nhân)", words):
        return "person"
    one, many = _ONE.search(words), _MANY.search(words)
    if one and (many is None or one.start() < many.start()):
        return "person"
    return "group" if many or sentence.inside(first, last, "ORG") else None


def _nationality(draft: Draft, sentence: Sentence, first: int, last: int) -> None:
    """The country that the recipient's words name, or those beside him: ``quốc tịch Italia``, ``(Nhật Bản)``."""
    said = countries(sentence, first, last)
    if not said[0] and draft.slots.get("direction") and draft.slots["direction"].value == "conferred":
        reason = re.search(r",? (?:vì|do|theo|tại|nhân)\b", sentence.lower[last - sentence.start : last - sentence.start + _NEAR])
        said = countries(sentence, last, min(last + (reason.start() if reason else _NEAR), sentence.clause(first)[1]))
    if len(said[0]) > 1:
        return
    if said[0]:
        draft.put("nationality", said[0][0], said[1][0], "named")
        return
    home = next((each for each in sentence.inside(first, last + 60, "PROVINCE", "ORG") if _at_home(each)), None)
    if home and draft.slots.get("direction") and draft.slots["direction"].value == "received":
        draft.put("nationality", "Việt Nam", home, "named")


def _at_home(mention: Mention) -> bool:
    """Whether a place or a body names a province of ours, or Viet Nam."""
    value = mention.entity.value
    return (
        mention.label == "PROVINCE"
        or "Việt Nam" in mention.text
        or (isinstance(value, Organisation) and value.province is not None)
    )


__all__ = ["BODY", "HALL", "counts", "gets", "giver", "of_people", "put_giver", "recipient", "to"]
