"""Foreign non-governmental aid: totals of a period, single grants, rows of a table of donors."""

from __future__ import annotations

from collections.abc import Iterator

from ...text import pattern
from .. import sums
from ..build import Draft
from ..page import Mention, Page, Sentence
from ..places import countries, is_foreign
from ..values import count, day

_ABOUT = pattern(r"viện trợ|phi chính phủ|PCPNN|tài trợ|nhà tài trợ|cứu trợ", 2)
_NOT_AID = pattern(r"\bFDI\b|\bODA\b|vốn vay|vay vốn|đầu tư trực tiếp|doanh nghiệp FDI")
_GRANTS = pattern(r"(?:lượt )?(?:chương trình|dự án|phi dự án|khoản)")
_DONORS = pattern(r"(?:tổ chức|nhà tài trợ|đối tác|đơn vị|quỹ|tổ chức phi chính phủ)")
_VISITS = pattern(r"lượt (?:đoàn|tổ chức|nhà tài trợ)")
_GOES_ON = pattern(r"[^\w]*(?:tổng|giá trị|trong đó|với tổng|số vốn|vốn|đã giải ngân|kinh phí)", 2)
_GIVES = pattern(
    r"\b(?:tài trợ|hỗ trợ|viện trợ|tặng|giúp|trao|đầu tư|góp|ủng hộ|gửi|xây|cấp|chuyển|cứu trợ|uỷ thác|ủy thác|mổ|vận động tài trợ)\b"
)
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
    r" (?:tại|ở|do|với|trị giá|giai đoạn|năm|từ|tổng|có|cho|của|được|kinh phí|trên địa bàn|đang|đã|đúng|vốn)\b|\d"
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
_OWNER = pattern(r"\bdo (?P<owner>[^,;.()\n]{3,80}?) (?:làm )?(?:chủ dự án|chủ đầu tư|chủ khoản viện trợ|tiếp nhận|làm chủ)")


def drafts(page: Page) -> Iterator[Draft]:
    """The rows of aid received, sentence by sentence; aid given to a neighbour makes none."""
    total: Draft | None = None
    about = bool(_ABOUT.search(page.document.metadata.get("title", "")))
    for sentence in page.sentences:
        if sentence.earlier is None:
            total = None
        if not sentence.mentions:
            continue
        here = about or bool(sentence.search(_ABOUT)) or bool(_ABOUT.search(sentence.section))
        if total is not None and _GOES_ON.match(sentence.text) and sums.fill(total, sentence, sentence.start, _end(sentence)):
            continue
        if not here or _NOT_AID.search(sentence.text) or sentence.kind == "table":
            continue
        if found := _total(sentence):
            if total is not None:
                yield total
            total = found
            yield total
        else:
            yield from _singles(page, sentence)


def _end(sentence: Sentence) -> int:
    return sentence.start + len(sentence.text)


def _total(sentence: Sentence) -> Draft | None:
    """A row of totals: counts of grants or donors, and the sums said of them."""
    grants = [each for each in sentence.counts(_GRANTS) if sentence.is_fact(each.start)]
    donors = [each for each in sentence.counts(_DONORS) if sentence.is_fact(each.start)]
    visits = [each for each in sentence.counts(_VISITS) if sentence.is_fact(each.start)]
    if not grants and not donors and not visits:
        return None
    draft = Draft("ngo_aid", sentence, summary=True)
    for column, found in (("grants", grants), ("donors", donors), ("donor_visits", visits)):
        if found:
            draft.put(column, count(found[0]), found[0], "count")
    sums.fill(draft, sentence, sentence.start, _end(sentence))
    return draft


def _singles(page: Page, sentence: Sentence) -> Iterator[Draft]:
    """A row for each donor that gives something in a clause, and for a named project with a sum."""
    for donor in sentence.of("ORG"):
        if not is_foreign(page, sentence, donor) or not sentence.is_fact(donor.start):
            continue
        start, end = sentence.clause(donor.start)
        words = sentence.after(donor.end, 200)[: max(0, end - donor.end)]
        by = sentence.before(donor.start, 30)
        gives = (
            _GIVES.search(words[:60])
            or ("tài trợ" in words[:40])
            or by.rstrip().endswith(("tài trợ bởi", "nhà tài trợ lớn nhất là", "nhà tài trợ lớn nhất là tổ chức"))
        )
        if not gives or _TO_THEM.search(by):
            continue
        yield _single(page, sentence, donor, start, end)


def _single(page: Page, sentence: Sentence, donor: Mention, start: int, end: int) -> Draft:
    draft = Draft("ngo_aid", sentence)
    draft.say("donor", donor.start, donor.end, "giver")
    found, said = countries(sentence, donor.start, min(end, donor.end + 25))
    if found:
        draft.put("donor_country", found[0], said[0], "beside")
    words = sentence.text[donor.end - sentence.start : end - sentence.start]
    if match := _NAME.search(words):
        at = donor.end + match.start("name")
        name = match["name"]
        if name[0] not in '"“' and (stop := _NAME_ENDS.search(name)):
            name = name[: stop.start()]
        draft.say("name", at, at + len(name), "title")
        form = donor.end + match.start("form")
        key = next(key for key, cue in _FORM if cue.search(match["form"].lower()))
        draft.put("aid_form", key, (form, form + len(match["form"])), "word")
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


def _bare(mention: Mention) -> str:
    return str(getattr(mention.entity.value, "name", mention.text))
