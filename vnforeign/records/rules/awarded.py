"""Which way an award goes, and what the words on those who get it tell: how many, of what kind, from where."""

from __future__ import annotations

import re

from ...kinds.organisation import Organisation
from ...kinds.person.names import native
from ..build import Draft
from ..page import Mention, Page, Sentence
from ..places import countries, is_foreign
from ..values import count, unit
from ..wording import pattern
from . import whose
from .bestowal import Place

_NEIGHBOUR = pattern(
    r"^(?:(?:lãnh đạo|chính quyền) )?(?:phía |nước |tỉnh |quân khu |chính quyền )?bạn(?: \w+){0,3}$", re.IGNORECASE
)
_OURS_BESTOWED = pattern(r"\bta (?:trao |khen )?tặng bạn\b")
_THEIRS_BESTOWED = pattern(
    r"(?:huân|huy|khen)[^;]{0,40} của (?:phía |nước )?bạn|\bbạn (?:trao |khen )?tặng\b|\bnước ngoài (?:trao )?tặng\b"
)
_FOREIGN_WORDS = pattern(
    r"nước ngoài|ngoại quốc|quốc tế\b|\bbạn\b|bạn bè|kiều bào|việt kiều|phi chính phủ|\bfdi\b|\bpcpnn\b|\bngo\b|ngoại kiều"
)
_NOT_FOREIGN = pattern(
    r"(?:quan hệ|hợp tác|hội nhập|sân bay|thông lệ|hoạt động|nghĩa vụ|công tác) quốc tế|(?:đi|ra|ở|với|về) nước ngoài"
)
_PRAISED = pattern(r"(?:đóng góp|công lao|giúp đỡ|hỗ trợ|khen thưởng|đối với|tri ân|ghi nhận|tôn vinh|cảm ơn)[^;]{0,80}$")
_HOME = pattern(
    r"\b(?:của|thuộc|trong|toàn|cấp|ở) (?:tỉnh|huyện|thành phố|ngành)(?! bạn| [A-ZĐ])|địa bàn|\bsở\b|ubnd|ủy ban nhân dân|công chức|viên chức|đồng chí|"
    r"bộ chỉ huy|bộ đội|công an|đồn |\bđbp\b|đảng bộ|hội hữu nghị việt|liên hiệp|cựu quân tình nguyện|cán bộ, chiến s[ĩỹ]|hội cựu|phòng ngoại vụ|văn phòng ubnd|tỉnh ta|tỉnh đoàn"
)
_HERE = pattern(r"^(?:tỉnh|thành phố|huyện|tỉnh ta|tỉnh nhà)(?: [a-zđ]\w*){0,3}$|^(?:Tỉnh|Thành phố|Huyện)(?: ta| nhà)?$")
_FOR_FOREIGNERS = pattern(r"(?:hu(?:ân|y) chương hữu nghị|.*công dân danh dự)", re.IGNORECASE)
_NUMBER = r"(?:hơn |gần |trên )?(?:có )?(?:\d+|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)"
_LEADING = pattern(r"(?:hơn |gần |trên )?(?P<n>\d{1,3}) (?P<unit>[^\W\d_][^\d]*)")
_TITLED = pattern(
    r"(?:(?:ông|bà|ngài|anh|chị|đồng chí|bác sĩ|giáo sư|tiến sĩ|linh mục|cô|thầy|GS|TS)[.]? ){1,2}(?P<name>[A-ZĐ][\w.'-]*(?: [A-ZĐ][\w.'-]*){0,4})$"
)
_GENERIC = pattern(
    rf"^{_NUMBER} (?:lượt )?(?:tập thể|cá nhân|đơn vị|người|đồng chí)(?!\w)(?:(?:,| và|, và)(?: {_NUMBER})? (?:lượt )?(?:tập thể|cá nhân|đơn vị|người|đồng chí)\b)*,?"
    r"(?P<more> là .+)?",
    re.IGNORECASE,
)
_MORE_NUMBERS = pattern(r"(?:,| và|cùng) (?:hơn |gần )?\d+ ")
#: Whose the groups and persons are: ``02 tập thể, 03 cá nhân của tỉnh ta``.
_OF_WHERE = pattern(r" (?:của|thuộc|các tỉnh|tỉnh|huyện|thành phố) ?\S")
_LEAD_NUMBER = pattern(r"^(?:hơn |gần |trên |các |những )?(?:\d+ )?")
_FIRST_NUMBER = pattern(r"^(?:hơn |gần |trên )?\d+ (?=[^\W\d])")
_GROUPS = pattern(r"(?:lượt )?(?:tập thể|đơn vị|tổ chức|cơ quan|doanh nghiệp|công ty|trường|hội(?! viên)|nhóm|đội|bệnh viện)")
_PERSONS = pattern(
    r"(?:lượt )?(?:cá nhân|người|đồng chí|cán bộ|chuyên gia|chiến sĩ|công dân|lãnh đạo|nhà |giáo sư|giáo viên|giảng viên|bác sĩ|bác sỹ|tình nguyện viên|"
    r"doanh nhân|sĩ quan|sỹ quan|kiều bào|công chức|học giả|y sĩ|cựu|thành viên|hội viên|sinh viên|lưu học sinh|học sinh|phóng viên|công nhân|thầy|nhân viên|thủy thủ|giám đốc|kỹ sư|luật sư|nghệ sĩ|bạn)"
)
_ONE = pattern(
    r"\b(?:ông|bà|ngài|nguyên|trưởng|phó|chính ủy|hiệu trưởng|tham tán|phu nhân|đồng chí|giáo sư|bác sĩ|nhà giáo|giảng viên|giáo viên|chuyên gia|cá nhân|công dân|thị trưởng|tỉnh trưởng|thống đốc|đại tá|"
    r"thượng tá|trung tá|thiếu tướng|tiến sĩ|kỹ sư|tình nguyện viên|người|lãnh đạo|cán bộ|thầy|cô|nghệ sĩ|luật sư|đại sứ|tổng lãnh sự|lãnh sự|cựu binh|"
    r"cựu chiến binh|cựu chỉ huy|chủ tịch|giám đốc|doanh nhân|chiến sĩ|gs|ts|linh mục|mục sư|sơ|nhà văn|nhà báo|nhà khoa học|bí thư|kiều bào)\b"
)
_MANY = pattern(
    r"\b(?:tập thể|đơn vị|trường|bệnh viện|hội|sở|công ty|tổ chức|quỹ|ban|đồn|đbp|bộ chỉ huy|nhân dân|đảng bộ|ubnd|lực lượng|trung tâm|đoàn|nhóm|"
    r"đội|viện|công an|ty|phòng|cơ quan|tập đoàn|doanh nghiệp|đại học|liên hiệp|quân đội|bộ đội)\b"
)
_FRIENDS = pattern(r"(?:Trung ương )?hội hữu nghị việt", re.IGNORECASE)
_THEIR_FRIENDS = pattern(r"hội hữu nghị (?!việt|đối ngoại|các|hợp tác)[^\W\d_]", re.IGNORECASE)
_THRONE = pattern(r"(?:quốc vương|hoàng gia|nhà vua|vua|nhật hoàng|tổng thống|tỉnh trưởng|thống đốc|đô trưởng)\b", re.IGNORECASE)
_WHO_ARE = pattern(r" (?:là|gồm) (?=(?:các )?(?:ông|bà|ngài|đồng chí|anh|chị) )")
_AND = pattern(r" và (?:các )?(?:ông|bà|ngài|đồng chí|cá nhân|anh|chị) ")
_REASON = pattern(
    r",? (?:vì|do|nhân|theo|tại|đã|có|ghi nhận|được|làm tốt|thực hiện tốt|hoàn thành|đóng góp|góp phần|tham gia|trong)\b"
)
_PAIR = pattern(r"Việt(?: Nam)? ?[-–] ?[^\W\d_]+(?:-[^\W\d_]+)*")
#: What stands before a country in the name of a body of ours: ``Hội Giao lưu văn hóa Việt - Nhật``.
_OF_OURS = pattern(r"Việt(?: Nam)? ?[-–] ?$")
_BESIDE = 90  # characters behind a recipient that may say who he is


def words(sentence: Sentence, place: Place) -> str:
    return sentence.text[slice(*place)]


def foreign(page: Page, sentence: Sentence, place: Place) -> bool:
    """Whether words on those who give or get name a foreign state, place, body or person, or call them foreign."""
    start, end = sentence.start + place[0], sentence.start + place[1]
    said = words(sentence, place)
    if whose.office_of_theirs(said) or _FOREIGN_WORDS.search(_NOT_FOREIGN.sub("", said.lower())):
        return True
    ours = [each for each in sentence.inside(start, end, "ORG") if not is_foreign(page, sentence, each)]
    for each in sentence.inside(start, end, "ORG", "COUNTRY", "FOREIGN_UNIT"):
        apart = not any(one.start < each.start < one.end for one in ours)
        apart = apart or each.label == "FOREIGN_UNIT"
        if apart and is_foreign(page, sentence, each) and not _OF_OURS.search(sentence.text, 0, each.start - sentence.start):
            return True
    return any(_strange(each) for each in sentence.inside(start, end, "PERSON", "ORG"))


def _strange(mention: Mention) -> bool:
    """Whether a body or person has a name with a word that is no Vietnamese syllable."""
    value = mention.entity.value
    if isinstance(value, Organisation) and (value.level or value.province):
        return False
    names = [word for word in re.findall(r"[^\W\d_]+", _PAIR.sub("", mention.text)) if word[0].isupper() and not word.isupper()]
    return any(not native(word) for word in names) or ("-" in mention.text and mention.label == "PERSON")


def beside(sentence: Sentence, getter: Place, last: int) -> Place:
    """The words behind those who get an award that may say who they are, up to its reason."""
    stop = min(getter[1] + _BESIDE, last)
    reason = _REASON.search(sentence.lower, getter[1], stop)
    return getter[0], reason.start() if reason else stop


def direction(
    page: Page, sentence: Sentence, award: str, giver: Place | None, getter: Place | None, lead: Place, last: int
) -> str | None:
    """Received from abroad, conferred on foreigners, or None among Vietnamese; the giver decides, else those who get it."""
    if giver and gives_from_abroad(page, sentence, giver):
        return "received"
    told = f"{sentence.section} {sentence.above} {sentence.lower[: lead[1]]}"
    if giver is None and _THEIRS_BESTOWED.search(told) and not _OURS_BESTOWED.search(told):
        return "received"
    if getter:
        if foreign(page, sentence, beside(sentence, getter, last)) and not _HERE.search(words(sentence, getter)):
            return "conferred"
        if home(page, sentence, getter):
            return None
    return "conferred" if _FOR_FOREIGNERS.match(award) or _meant_for_foreigners(page, sentence, lead, giver) else None


def gives_from_abroad(page: Page, sentence: Sentence, giver: Place) -> bool:
    """Whether a giver's words name a foreign body or state; a body of ours may have one in its name."""
    said = words(sentence, giver)
    if _THEIR_FRIENDS.search(said):
        return True
    if "Việt Nam" in said or _FRIENDS.match(said):
        return False
    named = countries(sentence, sentence.start + giver[0], sentence.start + giver[1])[0]
    return bool(named) or bool(_THRONE.match(said)) or foreign(page, sentence, giver)


def home(page: Page, sentence: Sentence, getter: Place) -> bool:
    """Whether those who get an award are ours by their words."""
    if _HOME.search(words(sentence, getter).lower()) or _HERE.search(words(sentence, getter)):
        return True
    start, end = sentence.start + getter[0], sentence.start + getter[1]
    return bool(sentence.inside(start, end, "PROVINCE", "DISTRICT")) or any(
        not is_foreign(page, sentence, each) and not whose.unknown(page, each) for each in sentence.inside(start, end, "ORG")
    )


def _meant_for_foreigners(page: Page, sentence: Sentence, lead: Place, giver: Place | None) -> bool:
    """Whether a heading, or the words before who gives, say that foreigners are praised."""
    if _OURS_BESTOWED.search(sentence.above) or ("khen" in sentence.section and _FOREIGN_WORDS.search(sentence.section)):
        return True
    stop = giver[0] if giver and lead[0] <= giver[0] < lead[1] else lead[1]
    return bool(foreign(page, sentence, (lead[0], stop)) and _PRAISED.search(sentence.lower[lead[0] : stop]))


def is_neighbour(said: str) -> bool:
    return bool(_NEIGHBOUR.search(said))


def is_generic(said: str) -> bool:
    """Whether words on those who get it say no more than how many groups and persons they are."""
    match = _GENERIC.match(said)
    return bool(match and match.end() == len(said) and not match["more"])


def counts(sentence: Sentence, getter: Place) -> tuple[Mention | None, Mention | None]:
    """How many groups and how many persons get it."""
    told = sentence.inside(sentence.start + getter[0], sentence.start + getter[1], "QUANTITY")
    groups = next((each for each in told if _GROUPS.match(unit(each))), None)
    persons = next((each for each in told if _PERSONS.match(unit(each)) and (groups is None or each.start > groups.start)), None)
    return groups, persons


def apart(sentence: Sentence, getter: Place) -> list[Place]:
    """A body and a person who get an award, one by one: ``cho tổ chức A và ông B``."""
    said = words(sentence, getter)
    joint = None if any(letter.isdigit() for letter in said) else _AND.search(said)
    if joint is None:
        return [getter]
    one, two = (getter[0], getter[0] + joint.start()), (getter[0] + joint.start() + 4, getter[1])
    named = sentence.inside(*_place(sentence, one), "ORG") and sentence.inside(*_place(sentence, two), "PERSON")
    return [one, two] if named else [getter]


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
    told = _GENERIC.match(said)
    if match := _WHO_ARE.search(said):
        draft.say("recipient", at + match.end(), end, "words")
    elif told and told["more"]:
        draft.say("recipient", at + told.start("more") + 4, end, "words")
    elif told and _OF_WHERE.match(said, told.end()):
        draft.say("recipient", at, end, "words")
    elif not told and not several and not _MORE_NUMBERS.search(said):
        number = _FIRST_NUMBER.match(said)
        draft.say("recipient", at + (number.end() if number else 0), end, "words")


def _place(sentence: Sentence, getter: Place) -> Place:
    """The places in the view of words on those who get an award."""
    return sentence.start + getter[0], sentence.start + getter[1]


def _kind(sentence: Sentence, getter: Place, people: list[Mention]) -> str | None:
    said = words(sentence, getter).lower()
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


def _at_home(mention: Mention) -> bool:
    """Whether a place or a body names a province of ours, or Viet Nam."""
    value = mention.entity.value
    return (
        mention.label == "PROVINCE"
        or bool(_FRIENDS.match(mention.text))
        or "Việt Nam" in mention.text
        or (isinstance(value, Organisation) and value.province is not None)
    )


__all__ = [
    "apart",
    "beside",
    "counts",
    "direction",
    "foreign",
    "gives_from_abroad",
    "home",
    "is_generic",
    "is_neighbour",
    "number",
    "of_people",
    "put",
    "words",
]
