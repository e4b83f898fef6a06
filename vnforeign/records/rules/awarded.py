"""Who gets an award by the words on those who do: how many, of what kind, from where."""

from __future__ import annotations

import re

from ...kinds.organisation import Organisation
from ..build import Draft
from ..page import Mention, Sentence
from ..places import countries
from ..values import count, unit
from ..wording import pattern
from . import known
from .award_way import FRIENDS, beside, words
from .bestowal import Place

_NUMBER = r"(?:hơn |gần |trên )?(?:có )?(?:\d+|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)"
_LEADING = pattern(r"(?:hơn |gần |trên )?(?P<n>\d{1,3}) (?P<unit>[^\W\d_][^\d]*)")
_TITLED = pattern(
    r"(?:(?:ông|bà|ngài|anh|chị|đồng chí|bác sĩ|giáo sư|tiến sĩ|linh mục|cô|thầy|GS|TS)[.]? ){1,2}(?P<name>[A-ZĐ][\w.'-]*(?: [A-ZĐ][\w.'-]*){0,4})$"
)
_WORDS = {word: n for n, word in enumerate(("hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"), 2)}
_UNITS = "tập thể|cá nhân|đơn vị|tổ chức|cơ quan|doanh nghiệp|người|đồng chí"
_GENERIC = pattern(
    rf"^{_NUMBER} (?:lượt )?(?:{_UNITS})(?!\w)(?:(?:,| và|, và)(?: {_NUMBER})? (?:lượt )?(?:{_UNITS})\b)*,?"
    r"(?P<more> là .+)?",
    re.IGNORECASE,
)
#: A number of bodies alone, whose kind says who they are: ``3 doanh nghiệp FDI``.
_OF_BODIES = pattern(rf"{_NUMBER} (?:tổ chức|cơ quan|doanh nghiệp)\b", re.IGNORECASE)
#: One who is named, and a number of others: ``Đồn Biên phòng A và 04 cán bộ``, ``Giáo sư B cùng 3 bác sĩ``.
_AND_OTHERS = pattern(
    r"(?!(?:các|những|hơn|gần|trên|\d) ?)[^\d]{3,110}? (?:và|cùng(?: với)?) (?P<more>(?:\d{1,3}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) (?P<unit>[^\W\d_][^,;:\d]{1,50}))$"
)
_MORE_NUMBERS = pattern(r"(?:,| và|cùng) (?:hơn |gần )?\d+ ")
#: Whose the groups and persons are: ``02 tập thể, 03 cá nhân của tỉnh ta``.
_OF_WHERE = pattern(r" (?:của|thuộc|các tỉnh|tỉnh|huyện|thành phố|người|nước|phía|quốc tịch|quốc tế|phi chính phủ) ?\S| [A-ZĐ]")
_LEAD_NUMBER = pattern(r"^(?:hơn |gần |trên |các |những )?(?:\d+ )?")
_FIRST_NUMBER = pattern(r"^(?:hơn |gần |trên )?\d+ (?=[^\W\d])")
_GROUPS = pattern(r"(?:lượt )?(?:tập thể|đơn vị|tổ chức|cơ quan|doanh nghiệp|công ty|trường|hội(?! viên)|nhóm|đội|bệnh viện)")
_PERSONS = pattern(
    r"(?:lượt )?(?:cá nhân|người|đồng chí|cán bộ|chuyên gia|chiến sĩ|công dân|lãnh đạo|nhà |giáo sư|giáo viên|giảng viên|bác sĩ|bác sỹ|tình nguyện viên|"
    r"doanh nhân|sĩ quan|sỹ quan|kiều bào|công chức|học giả|y sĩ|cựu|thành viên|hội viên|sinh viên|lưu học sinh|học sinh|phóng viên|công nhân|thầy|nhân viên|thủy thủ|giám đốc|kỹ sư|luật sư|nghệ sĩ|bạn)"
)
_COUNTED_BEHIND = pattern(r" ?[(](?:gồm |trong đó )?\d{1,4} (?:tập thể|cá nhân|đơn vị|người|cán bộ)[^()]{0,50}")
_ONE = pattern(
    r"\b(?:ông|bà|ngài|nguyên|trưởng|phó|chính ủy|hiệu trưởng|tham tán|phu nhân|đồng chí|giáo sư|bác sĩ|nhà giáo|giảng viên|giáo viên|chuyên gia|cá nhân|công dân|thị trưởng|tỉnh trưởng|thống đốc|đại tá|"
    r"thượng tá|trung tá|thiếu tướng|tiến sĩ|kỹ sư|tình nguyện viên|người|lãnh đạo|cán bộ|thầy|cô|nghệ sĩ|luật sư|đại sứ|tổng lãnh sự|lãnh sự|cựu binh|"
    r"cựu chiến binh|cựu chỉ huy|chủ tịch|giám đốc|doanh nhân|chiến sĩ|gs|ts|linh mục|mục sư|sơ|nhà văn|nhà báo|nhà khoa học|bí thư|kiều bào)\b"
)
_MANY = pattern(
    r"\b(?:tập thể|đơn vị|trường|bệnh viện|hội|sở|công ty|tổ chức|quỹ|ban|đồn|đbp|bộ chỉ huy|nhân dân|đảng bộ|ubnd|lực lượng|trung tâm|đoàn|nhóm|"
    r"đội|viện|tỉnh(?! trưởng)|huyện(?! trưởng)|thành phố|công an|ty|phòng|cơ quan|tập đoàn|doanh nghiệp|đại học|liên hiệp|quân đội|bộ đội)\b"
)
_WHO_ARE = pattern(r" (?:là|gồm) (?=(?:các )?(?:ông|bà|ngài|đồng chí|anh|chị) )")
_AND = pattern(r" và (?:các )?(?:ông|bà|ngài|đồng chí|cá nhân|anh|chị) ")


def is_generic(said: str) -> bool:
    """Whether words on those who get it say no more than how many groups and persons they are."""
    match = _GENERIC.match(said)
    return bool(match and match.end() == len(said) and not match["more"])


def counts(sentence: Sentence, getter: Place) -> tuple[Mention | None, Mention | None]:
    """How many groups and how many persons get it."""
    told = sentence.inside(sentence.start + getter[0], sentence.start + _bracketed(sentence, getter), "QUANTITY")
    groups = next((each for each in told if _GROUPS.match(unit(each))), None)
    persons = next((each for each in told if _PERSONS.match(unit(each)) and (groups is None or each is not groups)), None)
    return groups, persons


def _bracketed(sentence: Sentence, getter: Place) -> int:
    """Where words on those who get it end, with a bracket that counts them: ``tập thể, cá nhân của tỉnh (8 tập thể, 4 cá nhân)``."""
    match = _COUNTED_BEHIND.match(sentence.text, getter[1])
    return match.end() if match else getter[1]


def told(number: str) -> int:
    """A number in digits or words."""
    return int(_WORDS.get(number.lower()) or number.replace(".", ""))


def number(sentence: Sentence, getter: Place) -> tuple[str, Place] | None:
    """How many persons a number that no quantity was read from says: ``12 cựu quân tình nguyện``."""
    match = _LEADING.match(words(sentence, getter))
    if not match or _GROUPS.match(match["unit"].lower()):
        return None
    at = sentence.start + getter[0]
    return str(int(match["n"])), (at + match.start("n"), at + match.end("n"))


def of_people(said: str) -> bool:
    """Whether a unit counts those who get an award."""
    return bool(_GROUPS.match(said) or _PERSONS.match(said))


def put(draft: Draft, sentence: Sentence, getter: Place | None, last: int) -> None:
    """Who gets it, of what kind, from where."""
    if getter is None:
        return
    first, end = sentence.start + getter[0], sentence.start + getter[1]
    people = sentence.inside(first, end, "PERSON")
    groups, persons = counts(sentence, getter)
    kind = "both" if groups and persons else _kind(sentence, getter, people)
    kind = kind or ("person" if number(sentence, getter) else None)
    if known.is_pronoun(words(sentence, getter)):
        person = known.meant(sentence.page, sentence, getter)
        people, kind = [person] if person else people, "person"
    if len(people) == 1 and kind == "person" and (persons is None or count(persons) == "1"):
        draft.put("recipient", getattr(people[0].entity.value, "name", people[0].text), people[0], "person")
    elif kind == "person" and (named := _TITLED.match(words(sentence, getter))):
        draft.say("recipient", first + named.start("name"), end, "words")
    else:
        _name(draft, sentence, getter, bool(groups and persons))
    draft.put("recipient_type", kind, people[0] if people else (first, end), "word")
    _nationality(draft, sentence, getter, last)


def _name(draft: Draft, sentence: Sentence, getter: Place, several: bool) -> None:
    """The words on those who get it, but for their number; none where they say no more than groups and persons."""
    said, at = words(sentence, getter), sentence.start + getter[0]
    end = sentence.start + getter[1]
    told = None if not several and _OF_BODIES.match(said) else _GENERIC.match(said)
    if match := _WHO_ARE.search(said):
        draft.say("recipient", at + match.end(), end, "words")
    elif told and told["more"]:
        draft.say("recipient", at + told.start("more") + 4, end, "words")
    elif told and _OF_WHERE.match(said, told.end()):
        draft.say("recipient", at, end, "words")
    elif not several and _AND_OTHERS.match(said):
        draft.say("recipient", at, end, "others")
    elif not told and not several and not _MORE_NUMBERS.search(said):
        number = _FIRST_NUMBER.match(said)
        draft.say("recipient", at + (number.end() if number else 0), end, "words")


def _place(sentence: Sentence, getter: Place) -> Place:
    """The places in the view of words on those who get an award."""
    return sentence.start + getter[0], sentence.start + getter[1]


def _kind(sentence: Sentence, getter: Place, people: list[Mention]) -> str | None:
    said = words(sentence, getter).lower()
    if (others := _AND_OTHERS.match(said)) and _PERSONS.match(others["unit"]) and not people:
        return "both"
    if "tập thể" in said and re.search(r"cá nhân|người|cán bộ", said):
        return "both"
    if (
        people
        and any(each.end < people[0].start for each in sentence.inside(*_place(sentence, getter), "ORG"))
        and _AND.search(said)
    ):
        return "both"
    one, many = _ONE.search(said), _MANY.search(said)
    if _PERSONS.match(_LEAD_NUMBER.sub("", said)) and "bạn bè" not in said:
        return "person"
    if one and (many is None or one.start() < many.start()):
        return "person"
    if many or sentence.inside(sentence.start + getter[0], sentence.start + getter[1], "ORG"):
        return "group"
    return "person" if people else None


def _nationality(draft: Draft, sentence: Sentence, getter: Place, last: int) -> None:
    """The country that the recipient's words name, or those beside him: ``quốc tịch Italia``, ``(Nhật Bản)``."""
    way = draft.slots["direction"].value if "direction" in draft else None
    first, end = sentence.start + getter[0], sentence.start + getter[1]
    ours = [each for each in sentence.inside(first, end, "ORG", "PROVINCE") if _at_home(each)]
    if way == "received":
        if ours:
            draft.put("nationality", "Việt Nam", ours[0], "named")
        return
    said = countries(sentence, first, end)
    if not said[0] and way == "conferred":
        said = countries(sentence, end, sentence.start + beside(sentence, getter, last)[1])
    if len(said[0]) == 1:
        draft.put("nationality", said[0][0], said[1][0], "named")
    elif not said[0] and way == "conferred" and (told := known.of_abroad(sentence.page, sentence, getter)):
        draft.put("nationality", *told, "before")


def _at_home(mention: Mention) -> bool:
    """Whether a place or a body names a province of ours, or Viet Nam."""
    value = mention.entity.value
    return (
        mention.label == "PROVINCE"
        or bool(FRIENDS.match(mention.text))
        or "Việt Nam" in mention.text
        or (isinstance(value, Organisation) and value.province is not None)
    )


__all__ = ["counts", "is_generic", "number", "of_people", "put", "told"]
