"""Foreign non-governmental aid: totals of a period, single grants, rows of a table of donors."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from ...text import pattern
from .. import details, sums
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
    r"\b(?:tài trợ|hỗ trợ|viện trợ|tặng|giúp|trao|đầu tư|góp|ủng hộ|gửi|xây|cấp|chuyển|cứu trợ|uỷ thác|ủy thác|mổ|vận động tài trợ|bỏ|cho|triển khai dự án|thực hiện dự án|đưa)\b"
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
    ("government", pattern(r"(?:Chính phủ|Đại sứ quán|Tổng Lãnh sự quán|TLSQ|ĐSQ|Hội đồng|Vùng|Tỉnh|Thành phố)\b", 2)),
    ("international", pattern(r".*Liên hiệp quốc|.*Liên hợp quốc|UNICEF|UNDP|WHO|Liên minh châu Âu", 2)),
)
_OWNERS = (
    pattern(r"\bdo (?P<owner>[^,;.()\n]{3,80}?) (?:làm )?(?:chủ dự án|chủ đầu tư|chủ khoản viện trợ|tiếp nhận|làm chủ)"),
    pattern(
        r"(?:[Cc]hủ (?:dự án|khoản viện trợ|đầu tư)|[Đđ]ơn vị (?:tiếp nhận|thực hiện|thụ hưởng)) ?(?::|là) ?(?P<owner>[^,;.()\n]{3,80})"
    ),
    pattern(r", (?P<owner>[^,;.()\n]{3,70}?) (?:làm|là) (?:chủ dự án|chủ đầu tư|chủ khoản viện trợ)"),
)
_MANAGES = pattern(r"[Cc]ơ quan chủ quản ?(?::|là) ?(?P<who>[^,;.()\n]{3,60})")
_STATUS = pattern(r"(?P<said>đang (?:được )?(?:triển khai|thực hiện)|đã kết thúc|bàn giao xong|đã (?:hoàn thành|bàn giao))")
_ALL_AID = pattern(
    r"(?:giá trị|vốn|số tiền)[^.;]{0,40}(?:viện trợ|phi chính phủ|pcpnn)|viện trợ[^.;]{0,40}(?:đạt|:|trị giá|cam kết)|"
    r"tổ chức phi chính phủ[^.;]{0,40}(?:viện trợ|tài trợ|cam kết|hỗ trợ)"
)
_PLAIN_FORM = pattern(r"cứu trợ(?: khẩn cấp)?|(?:viện trợ )?phi dự án|khoản viện trợ")
_AMONG = pattern(r"\W*(?:trong đó|cụ thể|gồm)\b")
_GIVEN = pattern(r"\b(?:hỗ trợ|tặng|tài trợ|cứu trợ|viện trợ|trao tặng|ủng hộ|góp|triển khai dự án)\b")
_ALONG = 5  # sentences behind that may speak of the same grant


def drafts(page: Page) -> Iterator[Draft]:
    """The rows of aid received, sentence by sentence; aid given to a neighbour makes none."""
    totals: list[Draft] = []
    about = bool(_ABOUT.search(page.document.metadata.get("title", "")))
    for place, sentence in enumerate(page.sentences):
        if sentence.earlier is None:
            totals = []
        if not sentence.mentions:
            continue
        here = about or bool(sentence.search(_ABOUT)) or bool(_ABOUT.search(sentence.section)) or _gift(page, sentence)
        here = here or bool(totals and _AMONG.match(sentence.lower))
        if totals and _GOES_ON.match(sentence.text) and sums.fill(totals[-1], sentence, sentence.start, _end(sentence)):
            continue
        if not here or _NOT_AID.search(sentence.text):
            continue
        found = list(_totals(sentence))
        singles = list(_singles(page, sentence, bool(found)))
        if not found and not singles and _ALL_AID.search(sentence.lower):
            found = list(_sum_of_all(sentence))
        yield from found
        totals = found or totals
        if singles:
            _read_on(page, singles[-1], page.along(place, _ALONG)[1:])
        yield from singles


def _gift(page: Page, sentence: Sentence) -> bool:
    """A sum that a foreign body gives, where no word says aid."""
    if not sentence.of("AMOUNT") or not _GIVEN.search(sentence.lower):
        return False
    return any(_is_donor(page, sentence, each) for each in sentence.of("ORG", "PERSON"))


def _is_donor(page: Page, sentence: Sentence, mention: Mention) -> bool:
    """A foreign body, or a body or person with a foreign country in brackets behind the name."""
    behind = countries(sentence, mention.end, mention.end + 3)[0]
    beside = bool(behind) and sentence.text[mention.end - sentence.start :].lstrip()[:1] in ("(", "-")
    if mention.label == "PERSON":
        return beside
    return is_foreign(page, sentence, mention) or beside


def _sum_of_all(sentence: Sentence) -> Iterator[Draft]:
    """``Tổng giá trị viện trợ cam kết: 2.456.000 USD``: sums without a count of grants."""
    draft = Draft("ngo_aid", sentence, summary=True)
    if sums.fill(draft, sentence, sentence.start, _end(sentence)):
        yield draft


def _read_on(page: Page, draft: Draft, behind: list[Sentence]) -> None:
    """Fills a grant from the sentences behind it, up to one with a donor or a count of its own."""
    own = draft.sentence
    for sentence in behind:
        donors = [each for each in sentence.of("ORG", "FOREIGN_UNIT") if _is_donor(page, sentence, each)]
        if not sentence.fact or donors or sentence.counts(_GRANTS) or (not draft.slots.keys() & {"name", "committed"}):
            break
        draft.sentence = sentence
        held = {name for name in ("committed", "committed_vnd") if "committed" in draft}
        before = dict(draft.slots), list(draft.conflicts)
        sums.fill(draft, sentence, sentence.start, _end(sentence), None if held else "committed")
        draft.slots |= {name: slot for name, slot in before[0].items() if name in held}
        draft.conflicts = before[1]
        _rest(draft, sentence, sentence.start, _end(sentence))
    draft.sentence = own


def _rest(draft: Draft, sentence: Sentence, start: int, end: int) -> None:
    """Who owns and manages a grant, where and how long it runs, what approves it."""
    words = sentence.text[start - sentence.start : end - sentence.start]
    for cue in _OWNERS:
        if "owner" not in draft and (owner := cue.search(words)):
            draft.say("owner", start + owner.start("owner"), start + owner.end("owner"), "words")
    if "managing_agency" not in draft and (agency := _MANAGES.search(words)):
        draft.say("managing_agency", start + agency.start("who"), start + agency.end("who"), "words")
    if "status" not in draft and (status := _STATUS.search(words)):
        draft.say("status", start + status.start("said"), start + status.end("said"), "words")
    where = [each for each in sentence.inside(start, end, "DISTRICT", "COMMUNE") if not _of_body(sentence, each)]
    if where and "location" not in draft:
        draft.put("location", [_bare(each) for each in where], where, "places")
    for date in sentence.inside(start, end, "DATE"):
        if "term" not in draft and (value := day(date)) and "/" in value:
            draft.put("term", value, date, "period")
    if "approval" not in draft:
        details.permission(draft, sentence, "approval", start, end)


def _of_body(sentence: Sentence, place: Mention) -> bool:
    """Whether a place stands inside a body's name: ``UBND huyện Nam Giang``."""
    return any(each.start <= place.start and place.end <= each.end for each in sentence.of("ORG"))


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
        if place and grants:
            _part(draft, sentence, grants[place])
        elif grants and len(grants) > 1 and not donors:
            _part(draft, sentence, grants[0])
        if "grants" in draft or "donor_visits" in draft or paid:
            yield draft


def _part(draft: Draft, sentence: Sentence, grants: Mention) -> None:
    """The sector a count is of: ``y tế 05 dự án``."""
    before = sentence.before(grants.start, 26)
    before = before[max(before.rfind(mark) for mark in ",;(") + 1 :]
    for key, cue in _SECTORS:
        if match := cue.search(before):
            at = grants.start - len(before) + match.start()
            draft.put("sector", key, (at, at + len(match[0])), "part")
            return


def _singles(page: Page, sentence: Sentence, totals: bool) -> Iterator[Draft]:
    """A row for each donor that gives something in a clause; in an item, for the donor it opens with."""
    done = 0
    for donor in sentence.of("ORG", "FOREIGN_UNIT", "COUNTRY", "PERSON"):
        known = _is_donor(page, sentence, donor) if donor.label in ("ORG", "PERSON") else is_foreign(page, sentence, donor)
        if donor.start < done or not sentence.is_fact(donor.start) or not known:
            continue
        start, end = sentence.clause(donor.start)
        opens = _opens(sentence, donor)
        if not (opens or (donor.label in ("ORG", "PERSON") and _gives(sentence, donor, end, totals))):
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
    sector = next(((key, each) for key, cue in _SECTORS if (each := cue.search(words.lower()))), None)
    if sector:
        at = donor.end + sector[1].start()
        draft.put("sector", sector[0], (at, at + len(sector[1][0])), "word")
    _rest(draft, sentence, start, end)
    if "aid_form" not in draft and (form := _PLAIN_FORM.search(sentence.lower[start - sentence.start : end - sentence.start])):
        key = "emergency" if form[0].startswith("cứu") else "non_project"
        draft.put("aid_form", key, (start + form.start(), start + form.end()), "word")
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
