"""What says that a sentence tells of a gift, and whether a row of it says enough."""

from __future__ import annotations

from ..build import Draft
from ..odd_names import strange
from ..page import Sentence
from ..places import country_of
from ..wording import holds, pattern
from . import aid_totals
from .donor import Giver
from .parts import Part

_HINT = (
    "tặng",
    "trao",
    "biếu",
    "để lại",
    "giúp",
    "hỗ trợ",
    "ủng hộ",
    "góp",
    "chuyển",
    "gửi",
    " bỏ ",
    "không hoàn lại",
    " chi ",
    " cho ",
    "dành",
)
_WAITS = pattern(r"đang chờ|chờ thẩm định|mức đề nghị|chưa ký|đang thẩm định|đang xem xét|chưa được duyệt")
_GOES_ON = pattern(
    r"[^\w]*(?:các )?(?:dự án|chương trình|công trình|khoản)(?: (?:này|trên|đó))? (?:đã|đang|được|kết thúc|hoàn thành|hiện|kéo dài|chạy)\b"
)
_NEAR = 80  # characters between what is given and who gives it
_BARE = {"donor", "donor_type", "donor_country", "aid_form", "status"}  # that say of no gift what it is
_OURS_ABROAD = ("kiều bào", "việt kiều", "người việt nam ở nước ngoài")
_GIFT = pattern(r"được (?:trao )?(?:tặng|viện trợ|tài trợ)|nhận (?:viện trợ|tài trợ|khoản)")
_PRESENTS = pattern(
    r"\b(?:tài trợ|viện trợ|tặng|trao(?! đổi)|để lại|biếu|ủng hộ|quyên góp|cứu trợ|giúp[^,;:]{0,20} xây|gửi (?:cho|tới|về))\b[^,;:]{0,24}$"
)
_GIVEN = pattern(r"^ ?[^,;.]{0,14}\b(?:tài trợ|viện trợ|tặng|ủng hộ|quyên góp|cứu trợ)\b")


_HANDED = pattern(r"tặng|ủng hộ| giúp |\bbiếu\b|\bgửi (?:cho|tới|về)\b|\btrao (?!đổi|trả)|\bcho \d")
_SIR = pattern(r"\b(?:ông|bà|ngài) $")


def hints(sentence: Sentence) -> bool:
    """Whether a word of giving stands in a sentence: a look that costs little."""
    return holds(sentence.lower, _HINT)


def is_gift(sentence: Sentence, giver: Giver) -> bool:
    """Whether a giver's clause speaks of no loan or investment, where another clause of the sentence does."""
    start, end = sentence.clause(giver.start)
    return not aid_totals.NOT_AID.search(sentence.lower, start - sentence.start, end - sentence.start)


def nameless(sentence: Sentence, talk: bool) -> bool:
    """Whether a sentence may tell of a gift without naming who gave it: ``Khoa Nhi được tặng 15 máy thở trị giá 90.000 €``."""
    if (
        _WAITS.search(sentence.lower)
        or (sentence.earlier and _GOES_ON.match(sentence.lower))
        or holds(sentence.lower, _OURS_ABROAD)
    ):
        return False
    return (talk and hints(sentence)) or (bool(_GIFT.search(sentence.lower)) and foreign_sum(sentence))


def charities(sentence: Sentence) -> bool:
    """Whether a sentence names an embassy or an organisation whose work is giving."""
    return any(getattr(each.entity.value, "type", None) in ("embassy", "ngo", "ingo") for each in sentence.of("ORG"))


def presented(sentence: Sentence) -> bool:
    """Whether things may be given by a foreign place: ``Thành phố Nice tặng thư viện tỉnh 2.000 cuốn sách``."""
    if not _HANDED.search(sentence.lower) or not sentence.of("QUANTITY"):
        return False
    abroad = any(country_of(each) for each in sentence.of("FOREIGN_UNIT", "COUNTRY"))
    return abroad or any(strange(each.text) and _SIR.search(sentence.before(each.start, 8)) for each in sentence.of("PERSON"))


def foreign_sum(sentence: Sentence) -> bool:
    return any(getattr(each.entity.value, "currency", "VND") != "VND" for each in sentence.of("AMOUNT"))


def tells(sentence: Sentence, part: Part, draft: Draft, talk: bool) -> bool:
    """Whether a row says enough: outside a text about aid, a sum, a title or things that were given."""
    if part.giver is None:
        return True
    if talk and part.giver.label != "COUNTRY":
        return part.giver.how != "named" or bool(draft.slots.keys() - _BARE)
    if titled(draft) or draft.slots.keys() & {"committed", "disbursed", "mobilised", "approved"}:
        return True
    if part.giver.charity and draft.slots.keys() & {"location", "owner", "approval"}:
        return True
    given = part.giver.how in ("by", "named", "given") and _GIVEN.search(sentence.after(part.giver.end, 30))
    if given and sentence.inside(max(part.start, part.giver.start - _NEAR), part.giver.start, "QUANTITY"):
        return True
    behind = sentence.lower[part.giver.end - sentence.start : part.end - sentence.start]
    things = [each for each in sentence.inside(part.giver.end, part.end, "QUANTITY") if not each.text.endswith("%")]
    if things and things[0].start == part.giver.end + 1:
        return True  # ``Plan 300 bộ đồ gia đình, CARE 20 tấn gạo``
    return bool(things) and bool(_PRESENTS.search(behind, 0, things[0].start - part.giver.end))


def titled(draft: Draft) -> bool:
    """Whether a gift has a title, and not only things or work for its name."""
    return "name" in draft and draft.slots["name"].rule not in ("ngo_aid.thing", "ngo_aid.work")
