"""Words that name overseas Vietnamese, where they live, who acts for them and how many take part."""

from __future__ import annotations

import itertools
import re

from ..build import Draft
from ..page import Page, Sentence
from ..places import is_foreign
from ..values import count, unit
from ..wording import holds, pattern

_THEY = (
    r"kiều bào|việt kiều|người việt(?: nam)? (?:ở|tại|định cư|sinh sống)|NVNONN|NVNNN|đồng bào (?:ta )?ở nước ngoài|bà con (?:xa quê|xa xứ)|"
    r"gốc việt|người việt gốc|hội [^,;.\n]{2,24} việt nam (?:tại|ở) |cộng đồng (?:người )?(?:việt|bà con)|xuân quê hương|người con xa quê|con em [^,;.\n]{1,24} ở nước ngoài|"
    r"đồng hương [^,;.\n]{0,20}(?:tại|ở)\b"
)
_ABOUT = pattern(
    rf"\b(?:{_THEY}"
    r"|hội người việt|người (?:gốc )?[^,;.\n]{2,24} ở (?:nước ngoài|hải ngoại)|kiều hối|(?:sinh sống|định cư|làm ăn)[^.;]{0,40} ở (?:nước ngoài|ngoài nước|hải ngoại)|sống ở nước ngoài|bà con ở (?:ngoài nước|nước ngoài)|(?:sống|định cư|cư trú|làm ăn) (?:ở|tại|trên) (?:hơn |trên |gần |khoảng )?\d+ (?:quốc gia|nước)|"
    r"người (?:gốc|quê) [^,;.\n]{2,24} (?:đang |hiện )?(?:sinh sống|định cư|sống|làm ăn|cư trú) (?:ở|tại)|người việt(?: nam)? từ|hồi hương|(?:ông|bà|anh|chị|gia đình)[^.;]{3,50} (?:định cư|sinh sống|đang sống) (?:tại|ở)|số người [^,;.\n]{0,24}ở nước ngoài|(?:ngoại tệ|tiền)[^,;.\n]{0,24}(?:gửi|gởi|chuyển) về)",
    2,
)
_THEM = pattern(_THEY + r"|hội người việt", 2)
_LANDS = (
    r"(?:Mỹ|Hoa Kỳ|Úc|Ô-?xtrây|Australia|Pháp|Paris|Đức|Berlin|CHLB|Cộng hòa|CH |Liên bang|Vương quốc|Séc|Praha|Nga|Mát|Lào|Viêng Chăn|Thái Lan|Udon|"
    r"Campuchia|Phnôm|Ca-?na|Anh|Nhật|Tokyo|Fukuoka|Hàn|Đài Loan|Ba Lan|Vác|Hung|Bỉ|Hà Lan|Thụy|Na Uy|Đan Mạch|Phần Lan|Áo|Ý|Italia|Bun|Ru|Uc|U-?crai|"
    r"Angola|Ăng|Singapore|Malaysia|Trung Quốc|Hồng Kông|Ma Cao|Macau|Cali|Texas|New|Melbourne|Sydney|Toronto|Đông Âu|châu Âu|châu Á|Bắc Mỹ|hải ngoại|nước ngoài)"
)
#: A body of theirs by its people and the country it is in: ``Hội Ái hữu Kiến Hòa tại Pháp``, ``Hội người Hà Tĩnh tại Séc``.
_BODY = pattern(
    r"(?:[Hh]ội|[Bb]an [Ll]iên lạc|[Cc]âu lạc bộ|CLB|[Cc]hi hội|[Nn]hóm|[Cc]ộng đồng|[Mm]ạng lưới) (?:[Áá]i hữu|[Tt]hân hữu|[Đđ]ồng hương|[Hh]ội đồng hương|"
    r"(?:[Dd]oanh (?:nghiệp|nhân|gia) |[Tt]rí thức |[Pp]hụ nữ |những |các )?[Nn]gười (?:gốc |quê )?(?=[A-ZĐ])|[Dd]oanh (?:nhân|nghiệp) |[Pp]hụ nữ |[Tt]rí thức |[Ss]inh viên )"
    rf"[^,;.()\n]{{0,40}}?(?:tại|ở) (?:các nước |nước |bang |thành phố )?(?={_LANDS})"
)
_ANYWHERE = pattern(r"[Nn]gười [Vv]iệt(?: [Nn]am)? (?:ở|tại|định cư|sinh sống) (?!nước ngoài|nước|hải ngoại|[A-ZĐ])")
_KIN = pattern(
    r"[Bb]à con (?:(?:\w+ ){1,5}(?:ở|tại) (?=[A-ZĐ])|(?:ở|tại) (?:bên )?(?=Mỹ|Hoa Kỳ|Úc|Ô-?xtrây|Pháp|Đức|Séc|Nga|Lào|Thái Lan|Campuchia|Ca-?na|Anh|Nhật|Hàn|"
    r"Đài Loan|Ba Lan|Hung|Bỉ|Hà Lan|Thụy|Na Uy|Angola|Ăng|Singapore|Malaysia))"
)  # of our province, in a place abroad
_HEADED = pattern(r"người việt nam ở nước ngoài|kiều bào|NVNONN|việt kiều|nguoi viet nam o nuoc ngoai|kieu bao|viet kieu", 2)
#: Words in small letters of which one stands in every sentence about them; looked for in all sentences, so no pattern.
_WORDS: tuple[str, ...] = (
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
    "định cư",
    "sinh sống",
)
_WORDS += (
    "ái hữu",
    "thân hữu",
    "hội người",
    "doanh nhân",
    "đồng hương",
    "xuân quê hương",
    "ngoại tệ",
    "tiền",
    "cộng đồng",
    "sống ở",
    "sống tại",
    "ở ngoài nước",
)
_BESIDE = pattern(
    r"(?:(?:kiều bào|việt kiều|người việt(?: nam)?|cộng đồng(?: người)?(?: việt)?(?: nam)?|gốc việt|em|em nhỏ|thiếu niên|thanh niên|bạn trẻ|cháu|lao động|cô dâu|địa chỉ|hồi hương)(?: trẻ| ta| yêu nước| trở về"
    r"| gốc [^,;.\n]{1,24}?(?= (?:ở|tại|từ)\b))?|(?P<from>(?:bà con|đồng hương)(?: [^,;.\n]{1,24}?)?))"
    r"(?(from) (?:tại|ở)|(?: (?:đang |hiện )?(?:sinh sống |định cư |học tập |làm việc )?(?:tại|ở|từ|đến từ|về từ))?) (?:các nước |nước )?(?=\w)",
    2,
)
_NAME = r"(?:châu )?[A-ZĐÖ][\w-]*(?: [A-ZĐ][\w-]*){0,3}"
_NAMES = pattern(rf"{_NAME}(?:(?:,| và) {_NAME}){{0,5}}")
_MOSTLY = pattern(
    r"\b(?:đông nh[ấứ]t|đông|chủ yếu|tập trung|nhiều nh[ấứ]t|phần lớn|phần đông)(?: nhất)?(?: sống)?(?: (?:là|ở|tại)){1,2}(?: các nước)? (?=[A-ZĐ])|"
    r"\b(?:làm ăn|sinh sống|định cư|cư trú|làm việc|học tập|sống)(?: chủ yếu)? (?:ở|tại)(?: các nước)? (?=[A-ZĐ])"
)
_FURTHER = pattern(r" (?:tại|ở|từ) ")  # kiều bào Bắc Kạn tại Đài Loan
_NO_LAND = (
    "Việt",
    "Nam",
    "Trung",
    "Nhà",
    "Khách",
    "Hội",
    "Trường",
    "Khu",
    "Bệnh",
    "Công",
    "Tỉnh",
    "Thành",
    "Sở",
    "Ủy",
    "Uỷ",
    "Tết",
    "Xuân",
    "Cung",
    "Chùa",
    "Đền",
    "Sân",
    "Bảo",
    "Quảng",
)
_OURS = ("PROVINCE", "DISTRICT", "COMMUNE", "PERSON")
_TOGETHER = pattern(r"(?:,? (?:và|cùng|phối hợp|phối hợp cùng)(?: với)?|,) ")
_NO_ORGANISER = pattern(r"(?:chủ tịch|\btại|\bở|thông qua|\bqua|\bvề) $")
_ADVISES = pattern(r" (?:đã |cũng |vừa )?(?:chủ trì )?tham mưu")
_DOES = pattern(r"\bdo (?P<who>[^,;.\n]{3,90}?) (?:chủ trì|tổ chức|phối hợp|đăng cai)")
_ACTS = pattern(r" (?:đã |cũng |vừa )?(?:tổ chức|có (?:buổi|cuộc)|mở|gặp mặt|họp mặt|đón|chủ trì|làm)\b")
#: A body called by its first word alone, as reports of its own and of offices do.
_BARE = pattern(
    r"(?:^|[,;:.] )(?P<who>Sở|Ban|Hội|Ủy ban|Uỷ ban|Tỉnh|Thành phố|Huyện|Trung tâm|Phòng|Liên hiệp|Tỉnh [Đđ]oàn|Thành [Đđ]oàn|Mặt trận|MTTQ|Trường|Học viện)"
    r" (?:đã |cũng |còn |lại |vừa )*(?=(?:phối hợp|tổ chức|gặp|họp|mời|đón|tiếp|mở|có buổi|có cuộc|gửi[^,;.]{0,40}, tổ chức)\b)"
)
_PEOPLE = pattern(
    r"(?:lượt )?(?:kiều bào|việt kiều|bà con|người|đại biểu|khách|thanh|thiếu|bạn|học viên|con em|em|cháu|trí thức|doanh nhân|nhà khoa học|chuyên gia|thành viên|"
    r"học sinh|sinh viên|bạn trẻ|lượt|cô dâu|lao động|vị\b|cụ\b)"
)


def may_be(words: str) -> bool:
    """Whether words in small letters may be about overseas Vietnamese."""
    return holds(words, _WORDS)


def about(words: str) -> bool:
    return bool(_ABOUT.search(words) or _KIN.search(words) or _BODY.search(words))


def headed(words: str) -> bool:
    """Whether a heading or a title names work for overseas Vietnamese."""
    return bool(_HEADED.search(words))


def titled(page: Page) -> bool:
    data = page.document.metadata
    return headed(f"{data.get('title', '')} {data.get('organisation', '')}")


def them(words: str) -> re.Match[str] | None:
    """The last mention of overseas Vietnamese in words of the view; ``người Việt ở chợ`` are none."""
    found = [each for each in _THEM.finditer(words) if not _ANYWHERE.match(words, each.start())]
    found += [*_KIN.finditer(words), *_BODY.finditer(words)]
    return max(found, key=lambda each: each.start(), default=None)


def community(draft: Draft, sentence: Sentence, start: int, end: int) -> None:
    """The countries or towns beside the people: ``kiều bào tại Lào, Thái Lan``."""
    for match in _BESIDE.finditer(sentence.text, max(start - sentence.start, 0), min(end, sentence.end) - sentence.start):
        if _named(draft, sentence, match.end()):
            return


def mostly(draft: Draft, sentence: Sentence, start: int) -> bool:
    """``đông nhất ở Đức, Séc``."""
    match = _MOSTLY.search(sentence.text, start - sentence.start)
    return bool(match) and _named(draft, sentence, match.end() if match else 0)


def _named(draft: Draft, sentence: Sentence, at: int) -> bool:
    names = _NAMES.match(sentence.text, at)
    if not names:
        return False
    first, last = sentence.start + names.start(), sentence.start + names.end()
    inside = sentence.inside(first, last)
    lands = [each for each in inside if each.label in ("COUNTRY", "FOREIGN_UNIT")]
    if names[0].split()[0] in _NO_LAND and not any(each.start == first for each in lands):
        return False
    if ours := [each for each in inside if each.label in _OURS and each.start == first]:
        further = _FURTHER.match(sentence.text, ours[0].end - sentence.start)
        return bool(further) and _named(draft, sentence, further.end() if further else 0)
    beside = [each for each in sentence.inside(last, last + 3, "COUNTRY") if sentence.before(each.start, 1) == "("]
    if beside and not lands:
        draft.say("community", beside[0].start, beside[0].end, "named")
        return True
    draft.say("community", first, lands[-1].end if lands else last, "named")
    return True


def organiser(draft: Draft, sentence: Sentence, start: int, end: int) -> None:
    """The body of ours before the deed, with another beside it; else the one behind ``do``."""
    bodies = [
        each
        for each in sentence.inside(start, end, "ORG")
        if not _ADVISES.match(sentence.after(each.end, 30))
        and not _NO_ORGANISER.search(sentence.before(each.start, 12))
        and not is_foreign(sentence.page, sentence, each)
    ]
    if not bodies:
        found = _DOES.search(sentence.text, end - sentence.start)
        if found and (named := sentence.inside(sentence.start + found.start("who"), sentence.start + found.end("who"), "ORG")):
            draft.say("organiser", named[0].start, named[0].end, "subject")
        else:
            _of_place(draft, sentence, start, end)
        if "organiser" not in draft and (bare := _BARE.search(sentence.text, start - sentence.start, end - sentence.start + 8)):
            draft.say("organiser", sentence.start + bare.start("who"), sentence.start + bare.end("who"), "bare")
        return
    last = bodies[0].end
    for one, two in itertools.pairwise(bodies):
        between = sentence.text[one.end - sentence.start : two.start - sentence.start]
        if one.end == last and _TOGETHER.fullmatch(between):
            last = two.end
    draft.say("organiser", bodies[0].start, last, "subject")


def _of_place(draft: Draft, sentence: Sentence, start: int, end: int) -> None:
    """A district or the province that acts: ``huyện Hải Hậu đã có buổi tọa đàm``, ``tỉnh tổ chức gặp mặt``."""
    for each in sentence.inside(start, end, "DISTRICT", "COMMUNE", "PROVINCE"):
        if _ACTS.match(sentence.text, each.end - sentence.start):
            draft.say("organiser", each.start, each.end, "subject")
            return


def participants(draft: Draft, sentence: Sentence, start: int, end: int, gift: bool = False) -> None:
    """How many take part, or give; those who came home in a year do not all give."""
    for each in sentence.inside(start, end, "QUANTITY"):
        if (
            "participants" not in draft
            and _PEOPLE.match(unit(each))
            and "nước ngoài" not in unit(each)
            and not (gift and "lượt" in unit(each))
        ):
            draft.put("participants", count(each), each, "count")
            return
