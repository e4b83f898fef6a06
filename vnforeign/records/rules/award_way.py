"""Which way an award goes: who gives and who gets it by their words, here or abroad."""

from __future__ import annotations

import re

from ...kinds.organisation import Organisation
from ...kinds.person.names import native
from ..page import Mention, Page, Sentence
from ..places import countries, is_foreign
from ..wording import pattern
from . import whose
from .bestowal import Place

_NEIGHBOUR = pattern(
    r"^(?:(?:lãnh đạo|chính quyền) )?(?:phía |nước |tỉnh |quân khu |chính quyền )?bạn(?: \w+){0,3}$", re.IGNORECASE
)
_OURS_BESTOWED = pattern(r"\bta (?:trao |khen )?tặng bạn\b")
_THEIRS_BESTOWED = pattern(
    r"(?:huân|huy|khen)[^;]{0,40} của (?:phía |nước )?bạn|\bbạn (?:đã |cũng |vừa |lại |còn )?(?:(?:trao |khen |truy |gửi )?tặng|(?:trao |khen )?thưởng|trao(?! đổi)|gắn|phong)\b|\bnước ngoài (?:trao )?tặng\b"
)
_FOREIGN_WORDS = pattern(
    r"nước ngoài|ngoại quốc|quốc tế\b|\bbạn\b|bạn bè|kiều bào|việt kiều|phi chính phủ|\bfdi\b|\bpcpnn\b|\bngo\b|ngoại kiều|\bngài\b"
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
#: Medals that neighbours alone have.
_FROM_ABROAD = pattern(
    r"hu[ây]n? chương (?:tự do|it-?[xs]a-?la|ixala|anh dũng|phát triển|sahametrei|sa-?ha-?me?-?trây|xa-ha-|mô-?ni-?xa-?ra-?ph[ôo]n|monisaraphon|mặt trời mọc|thụy bảo|bắc đẩu)",
    re.IGNORECASE,
)
#: National unions of friends, and ours for one country.
FRIENDS = pattern(r"(?:Trung ương )?hội hữu nghị việt", re.IGNORECASE)
_THEIR_FRIENDS = pattern(r"hội hữu nghị (?!việt|đối ngoại|các|hợp tác)[^\W\d_]", re.IGNORECASE)
_THRONE = pattern(
    r"(?:quốc vương|hoàng gia|nhà vua|vua|nhật hoàng|tổng thống|tỉnh trưởng|thống đốc|đô trưởng|thị trưởng|nữ hoàng|thiên hoàng|thái tử|công chúa|đại sứ|tổng lãnh sự)\b",
    re.IGNORECASE,
)
#: Where a body of theirs sits, which makes it none of ours.
_SEATED = pattern(r" (?:ở|tại) (?:nước )?(?:CHXHCN )?Việt Nam")
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
    return any(strange(each) for each in sentence.inside(start, end, "PERSON", "ORG"))


def strange(mention: Mention) -> bool:
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
    if giver is None and _FROM_ABROAD.match(award):
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
    if "Việt Nam" in _SEATED.sub("", said) or FRIENDS.match(said):
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


__all__ = ["FRIENDS", "beside", "direction", "foreign", "gives_from_abroad", "home", "is_neighbour", "strange", "words"]
