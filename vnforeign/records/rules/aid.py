"""Foreign non-governmental aid: totals of a period, single grants, rows of a table of donors."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ...text import pattern
from .. import sums
from ..build import Draft
from ..page import Mention, Page, Sentence
from ..places import countries, is_foreign
from ..values import count, day, whole

_ABOUT = pattern(r"viện trợ|phi chính phủ|PCPNN|tài trợ|nhà tài trợ|cứu trợ|hỗ trợ quốc tế|vận động được|giá trị cam kết", 2)
_NOT_AID = pattern(r"\bFDI\b|\bODA\b|vốn vay|vay vốn|đầu tư trực tiếp|doanh nghiệp FDI")
_GRANTS = pattern(r"(?:lượt )?(?:chương trình|dự án|phi dự án|khoản)")
_DONORS = pattern(r"(?:tổ chức|nhà tài trợ|đối tác|đơn vị|quỹ|tổ chức phi chính phủ)")
_VISITS = pattern(r"lượt (?:đoàn|tổ chức|nhà tài trợ)")
_GOES_ON = pattern(r"[^\w]*(?:tổng|giá trị|trong đó|với tổng|số vốn|vốn|đã giải ngân|kinh phí)", 2)
_GIVES = pattern(
    r"\b(?:tài trợ|hỗ trợ|viện trợ|tặng|giúp|trao|đầu tư|góp|ủng hộ|gửi|xây|cấp|chuyển|cứu trợ|uỷ thác|ủy thác|mổ|vận động tài trợ)\b"
)
_ITEM = pattern(r"[^\w]*(?:\d{1,2}[.)]|[a-zđ]\))? ?(?:[Tt]ổ chức |[Cc]hính phủ |[Vv]ùng |[Tt]ỉnh )?")
_COLON = pattern(r"(?: ?\([^()\n]{2,40}\))?(?:, qua [^:;.\n]{3,60})? ?:")
_THING = pattern(r"\d|hỗ trợ|tài trợ|giúp|dự án|chương trình|(?<!cử )đoàn bác sĩ")
_SENDS = pattern(r"[^;.]{0,12}\b(?:cử|dẫn|đưa) (?:một )?đoàn")
_LENDERS = pattern(r"JICA|ADB|\bWB\b|Ngân hàng|Chính phủ (?!.*phi chính phủ)|đại sứ quán việt nam", 2)
_NAMED_DONOR = pattern(r"(?:tài trợ bởi|do|nhà tài trợ (?:lớn nhất )?là|của)(?: tổ chức| quỹ)? $")
_TO_THEM = pattern(r"\b(?:hỗ trợ|tặng|giúp|viện trợ|cho|gửi)\b[^.;]{0,40}$")
_FORM = (
    ("emergency", pattern(r"cứu trợ khẩn cấp|cứu trợ")),
    ("non_project", pattern(r"phi dự án|khoản viện trợ")),
    ("project", pattern(r"(?<!phi )dự án")),
    ("programme", pattern(r"chương trình")),
)
_NAME = pattern(
    r"(?P<form>[Dd]ự án|[Cc]hương trình|[Kk]hoản viện trợ|[Pp]hi dự án) ?[:]? ?(?P<name>[\"“][^\"”\n]{3,150}[\"”]|[^,;.:()\n]{4,120})"
)
_NAME_ENDS = pattern(
    r" (?:tại|ở|do|với (?:mức|số|tổng|kinh|giá|trị|vốn)|trị giá|giai đoạn|năm|từ|tổng|có|cho|của|được|kinh phí|trên địa bàn|đang|đã|đúng|vốn)\b|\d"
)
_SECTORS = (
    ("war_legacy", pattern(r"bom mìn|vật liệu nổ|chất độc|da cam|hậu quả chiến tranh")),
    ("water", pattern(r"nước sạch|vệ sinh|giếng|lọc nước")),
    ("health", pattern(r"y tế|bệnh viện|trạm xá|phẫu thuật|khám (?:chữa )?bệnh|tim\b|siêu âm|vắc xin|mổ\b")),
    (
        "education",
        pattern(r"giáo dục|trường học|phòng học|học bổng|thư viện|trường (?:mầm non|tiểu học|trung học)|dạy nghề|đào tạo"),
    ),
    ("environment", pattern(r"môi trường|biến đổi khí hậu|rừng|đa dạng sinh học")),
    ("agriculture", pattern(r"nông nghiệp|nông thôn|chăn nuôi|trồng|cây giống")),
    ("disaster", pattern(r"thiên tai|bão|lũ|hạn hán")),
    ("economy", pattern(r"sinh kế|xóa đói|giảm nghèo|tín dụng|vay vốn")),
    ("social", pattern(r"trẻ em|khuyết tật|phụ nữ|bình đẳng giới|mồ côi|xã hội")),
)
_TYPES = (
    ("foundation", pattern(r"Quỹ (?!Nhi đồng)")),
    ("company", pattern(r"Công ty|Tập đoàn")),
    ("government", pattern(r"Chính phủ|Đại sứ quán|Tổng Lãnh sự quán")),
    ("international", pattern(r".*Liên hiệp quốc|.*Liên hợp quốc|UNICEF|UNDP|WHO|Liên minh châu Âu", 2)),
)
_OWNER = pattern(r"\bdo (?P<owner>[^,;.()\n]{3,80}?) (?:làm )?(?:chủ dự án|chủ đầu tư|chủ khoản viện trợ|tiếp nhận|làm chủ)")


def drafts(page: Page) -> Iterator[Draft]:
    """The rows of aid received, sentence by sentence; aid given to a neighbour makes none."""
    totals: list[Draft] = []
    about = bool(_ABOUT.search(page.document.metadata.get("title", "")))
    for sentence in page.sentences:
        if sentence.earlier is None:
            totals = []
        if not sentence.mentions:
            continue
        here = about or bool(sentence.search(_ABOUT)) or bool(_ABOUT.search(sentence.section))
        if totals and _GOES_ON.match(sentence.text) and sums.fill(totals[-1], sentence, sentence.start, _end(sentence)):
            continue
        if not here or _NOT_AID.search(sentence.text):
            continue
        found = list(_totals(sentence))
        yield from found
        totals = found or totals
        yield from _singles(page, sentence, bool(found))


def _end(sentence: Sentence) -> int:
    return sentence.start + len(sentence.text)


def _totals(sentence: Sentence) -> Iterator[Draft]:
    """A row for each count of grants, with the sums said of it; counts of donors belong to the first."""
    grants = [each for each in sentence.counts(_GRANTS) if sentence.is_fact(each.start) and whole(each) is None]
    donors = [each for each in sentence.counts(_DONORS) if sentence.is_fact(each.start)]
    visits = [each for each in sentence.counts(_VISITS) if sentence.is_fact(each.start)]
    edges = [sentence.start, *(each.start for each in grants[1:]), _end(sentence)]
    for place, (start, end) in enumerate(pairwise(edges)):
        draft = Draft("ngo_aid", sentence, summary=True)
        for column, found in (("grants", grants[place : place + 1]), ("donors", donors), ("donor_visits", visits)):
            if found and (column == "grants" or not place):
                draft.put(column, count(found[0]), found[0], "count")
        paid = sums.fill(draft, sentence, start, end) if len(draft) else 0
        if "grants" in draft or "donor_visits" in draft or paid:
            yield draft


def _singles(page: Page, sentence: Sentence, totals: bool) -> Iterator[Draft]:
    """A row for each donor that gives something in a clause; in an item, for the donor it opens with."""
    done = 0
    for donor in sentence.of("ORG", "FOREIGN_UNIT", "COUNTRY"):
        if donor.start < done or not sentence.is_fact(donor.start) or not is_foreign(page, sentence, donor):
            continue
        start, end = sentence.clause(donor.start)
        opens = _opens(sentence, donor)
        if not (opens or (donor.label == "ORG" and _gives(sentence, donor, end, totals))):
            continue
        end = _end(sentence) if opens else end  # an item speaks of its donor to its end
        draft = _single(page, sentence, donor, start, end)
        if len(draft) > 1 or donor.label == "ORG":
            done = end
            yield draft


def _opens(sentence: Sentence, donor: Mention) -> bool:
    """``* Thành phố Daejeon (Hàn Quốc) : 50.000 bộ kit …``"""
    head = sentence.text[: donor.start - sentence.start]
    colon = _COLON.match(sentence.text, donor.end - sentence.start)
    return bool(_ITEM.fullmatch(head) and colon and _THING.search(sentence.lower[colon.end() : colon.end() + 60]))


def _gives(sentence: Sentence, donor: Mention, end: int, totals: bool) -> bool:
    words = sentence.after(donor.end, 70)[: max(0, end - donor.end)]
    if _SENDS.match(words.lstrip(" :")) or (_LENDERS.match(donor.text) and not _opens(sentence, donor)):
        return False
    by = sentence.before(donor.start, 40)
    if _NAMED_DONOR.search(by):
        return True
    if totals or _TO_THEM.search(by):
        return False
    return bool(_GIVES.search(words))


def _single(page: Page, sentence: Sentence, donor: Mention, start: int, end: int) -> Draft:
    draft = Draft("ngo_aid", sentence)
    draft.say("donor", donor.start, donor.end, "giver")
    found, said = countries(sentence, donor.start, min(end, donor.end + 25))
    if found:
        draft.put("donor_country", found[0], said[0], "beside")
    _title(draft, sentence, donor, start, end)
    words = sentence.text[donor.end - sentence.start : end - sentence.start]
    kind = next((key for key, cue in _TYPES if cue.match(donor.text)), None)
    draft.put("donor_type", kind, donor, "head")
    if owner := _OWNER.search(words):
        draft.say("owner", donor.end + owner.start("owner"), donor.end + owner.end("owner"), "words")
    sector = next(((key, each) for key, cue in _SECTORS if (each := cue.search(words.lower()))), None)
    if sector:
        at = donor.end + sector[1].start()
        draft.put("sector", sector[0], (at, at + len(sector[1][0])), "word")
    where = sentence.inside(donor.end, end, "DISTRICT", "COMMUNE")
    if where:
        draft.put("location", [_bare(each) for each in where], where, "places")
    for date in sentence.inside(donor.end, end, "DATE"):
        if (value := day(date)) and "/" in value:
            draft.put("term", value, date, "period")
    sums.fill(draft, sentence, donor.end, end, "committed")
    return draft


def _title(draft: Draft, sentence: Sentence, donor: Mention, start: int, end: int) -> None:
    """``tài trợ dự án X``, or ``Dự án X do tổ chức A tài trợ``."""
    behind = _NAME.search(sentence.text, donor.end - sentence.start, end - sentence.start)
    before = _NAME.search(sentence.text, start - sentence.start, donor.start - sentence.start)
    called = before and (before["name"][0].isupper() or before["name"][0] in '"“')
    match = behind or (before if called and _NAMED_DONOR.search(sentence.before(donor.start, 40)) else None)
    if match is None:
        return
    name = match["name"]
    if name[0] not in '"“' and (stop := _NAME_ENDS.search(name)):
        name = name[: stop.start()]
    at, form = sentence.start + match.start("name"), sentence.start + match.start("form")
    draft.say("name", at, at + len(name), "title")
    key = next(key for key, cue in _FORM if cue.search(match["form"].lower()))
    draft.put("aid_form", key, (form, form + len(match["form"])), "word")


def _bare(mention: Mention) -> str:
    return str(getattr(mention.entity.value, "name", mention.text))
