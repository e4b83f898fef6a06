"""Gifts of overseas Vietnamese in a list below words that lead it: ``Riêng năm nay có thể kể: a) bà … ở Texas gửi về 25.000 USD …``."""

from __future__ import annotations

from collections.abc import Iterator

from ..build import Draft
from ..page import Mention, Sentence
from ..places import country_of
from ..values import days, money
from ..wording import pattern
from . import benefactor, compatriots
from .this_year import this_year

_ITEM = pattern(r"[^\w]{0,4}(?:\d{1,2}[.)]|[a-zđ]\)|\([a-zđ\d]{1,2}\)|[-+*•]) ?\w")
_GIVEN = pattern(r"đóng góp|ủng hộ|\bgóp\b|tặng|từ thiện|quyên|\bgiúp\b|hỗ trợ|tài trợ|nghĩa tình", 2)
_GIVES = pattern(
    r"\b(?:đóng góp|ủng hộ|quyên góp|quyên tặng|quyên|góp|tặng|trao tặng|trao|gửi về|gởi về|gửi|gởi|tài trợ|phát|giúp|hỗ trợ|hiến|xây|cất|cho|chuyển về|bắc cầu|bắc|làm đường|sửa|mua|khoan|dựng|lắp|mổ|cấp(?= \d)|lập quỹ|trao|đem|mang về|chi)\b"
)
_SETTLED = pattern(r"(?:định cư|sinh sống|đang sống) (?:tại|ở) ")
_PIECE = pattern(r"\b(?:mỗi|bình quân|trung bình|đơn giá)\b[^,;.:\d]{0,16}$")
_OURS = pattern(r"(?:hội nghị|ubnd|sở|mttq|liên hiệp)\b")
_PERSON = pattern(
    r"[^\w]{0,4}(?:gia đình |vợ chồng )?(?:ông|bà|cụ|anh|chị|bác|cô|chú|thầy|sư|ni sư|đại đức|thượng tọa|linh mục|bác sĩ|giáo sư|kỹ sư|doanh nhân|hội|nhóm|chi hội|câu lạc bộ)"
    r" [^;:]{2,70}?(?:\b(?:ở|tại|từ|định cư) |[(]\w(?:\w| ){1,20}[)])"
)
_NEXT = pattern(
    r", (?=(?:và )?(?:gia đình |vợ chồng )?(?:ông|bà|anh|chị|cụ|bác|cô|chú|hội|nhóm|chi hội|câu lạc bộ|linh mục|bác sĩ) (?:\w| ){2,60}?(?:[(]| (?:ở|tại|từ) [A-ZĐ]))",
    2,
)
#: What leads one of those who give: ``Điển hình là ông A (Canada) ủng hộ``.
_SUCH_AS = pattern(
    r"[^\w]*(?:[^;:.\d]{0,60}[:,] )?(?:(?:trong đó|nổi bật|tiêu biểu|điển hình|đáng kể|đáng chú ý|đi đầu|đặc biệt|phải kể|có thể kể|như|là|có|nhất|đến|gồm|phải|trường hợp|tấm gương)(?!\w),? ?){1,6}:? ?",
    2,
)
_VILLAGE = pattern(r"\b(?:thôn|làng|ấp|bản|xóm|khu phố) (?:[A-ZĐ]|số )[^\s,;.()]*(?: [A-ZĐ][^\s,;.()]*){0,3}")
_MOST = 3  # sentences before a lead that may say what it leads


def is_item(sentence: Sentence) -> bool:
    return sentence.kind == "list_item" or bool(_ITEM.match(sentence.text))


def leads(sentence: Sentence, near: bool) -> bool:
    """Whether a sentence leads a list of gifts of overseas Vietnamese: it ends with a colon, and it or those before say so."""
    if not sentence.text.rstrip().endswith(":"):
        return False
    said, each = "", sentence
    for _ in range(_MOST):
        said += each.text
        if each.earlier is None:
            break
        each = each.earlier
    return bool(_GIVEN.search(said)) and (near or bool(compatriots.them(said)))


def of_person(sentence: Sentence) -> bool:
    """Whether a sentence opens with somebody who lives abroad or came from there: ``Cụ bà …, về từ Hoa Kỳ, góp``, ``Ông … ở California``."""
    return bool(_PERSON.match(sentence.lower))


def goes_on(sentence: Sentence) -> bool:
    """Whether a sentence tells of one of those whose gifts the sentence before tells of: ``Điển hình là ông A (Canada) …``."""
    before = sentence.earlier
    return bool(before and _SUCH_AS.match(sentence.text) and compatriots.them(before.text) and _GIVEN.search(before.text))


def instances(sentence: Sentence, start: int, end: int) -> Iterator[Draft]:
    """Gifts of some who are named with their country, behind words on the gifts of all: ``; ông A ở Úc góp 380 triệu đồng, bà B (Đức) …``."""
    said = sentence.text[start - sentence.start : end - sentence.start]
    lead = _SUCH_AS.match(said)
    part = sentence.part(start - sentence.start + (lead.end() if lead else said.rfind(": ") + 1), end - sentence.start)
    told = f"{sentence.earlier.text if sentence.earlier else ''} {sentence.text[: part.start - sentence.start]}"
    if not of_person(part) or not compatriots.them(told) or not _GIVEN.search(told):
        return
    at = 0
    for stop in [*(each.start() for each in _NEXT.finditer(part.text)), len(part.text)]:
        piece = part.part(at, stop)
        if stop > at and of_person(piece) and (found := gift(piece, sentence)):
            yield found
        at = stop + 2


def settled(sentence: Sentence) -> bool:
    """Whether a sentence says of somebody that he settled abroad."""
    return bool(_SETTLED.search(sentence.lower))


def gift(sentence: Sentence, lead: Sentence) -> Draft | None:
    """The gift of one item, with a sum or with things; the giver stands before the verb, with a country or as one of them."""
    people = sentence.of("PERSON")
    verb = next(
        (
            each
            for each in _GIVES.finditer(sentence.lower)
            if not any(one.start <= sentence.start + each.start() < one.end for one in people)
        ),
        None,
    )
    start, base = sentence.start, sentence.start + (verb.start() if verb else 0)
    giver = sentence.lower[: base - start]
    lands = [each for each in sentence.inside(start, base, "COUNTRY", "FOREIGN_UNIT") if country_of(each)]
    someone = sentence.inside(start, base, "PERSON", "ORG") or _PERSON.match(sentence.lower)
    if verb is None or _OURS.search(giver) or not (lands or (someone and compatriots.them(giver))):
        return None
    paid = next(
        (each for each in sentence.of("AMOUNT") if each.start > base and money(each) and not _of_piece(sentence, each)), None
    )
    listed = lead is not sentence and not sentence.of("AMOUNT") and bool(sentence.inside(start, base, "PERSON"))
    if paid is None and not listed and not sentence.inside(base, sentence.end, "QUANTITY"):
        return None
    draft = Draft("overseas_vietnamese_activity", sentence)
    draft.put("kind", "contribution", (base, base + len(verb[0])), "gift")
    if paid:
        draft.put("contribution", money(paid), paid, "gift")
    compatriots.community(draft, sentence, start, base)
    if lands:
        draft.say("community", lands[-1].start, lands[-1].end, "named")
    benefactor.giver(draft, sentence, start, base)
    benefactor.deed(draft, sentence, base, paid)
    _dated(draft, sentence, lead)
    _receiver(draft, sentence, base)
    return draft


def _of_piece(sentence: Sentence, paid: Mention) -> bool:
    return bool(_PIECE.search(sentence.before(paid.start, 30)))


def _dated(draft: Draft, sentence: Sentence, lead: Sentence) -> None:
    for each in (sentence, lead):
        if known := days(each):
            draft.put("dates", known[0][1], known[0][0], "date")
            return
    if meant := this_year(lead, lead.start, lead.end):
        draft.put("dates", *meant, "year")


def _receiver(draft: Draft, sentence: Sentence, start: int) -> None:
    """The place at which it was built or given, with the district behind a commune."""
    for each in sentence.inside(start, sentence.end, "COMMUNE", "DISTRICT"):
        near = [one for one in sentence.inside(each.end, each.end + 4, "DISTRICT") if each.label == "COMMUNE"]
        if near or not _of_body(sentence, each):
            draft.say("place", each.start, near[0].end if near else each.end, "receiver")
            return
    if village := _VILLAGE.search(sentence.text, start - sentence.start):
        draft.say("place", sentence.start + village.start(), sentence.start + village.end(), "receiver")


def _of_body(sentence: Sentence, place: Mention) -> bool:
    return any(each.start <= place.start and place.end <= each.end for each in sentence.of("ORG"))
