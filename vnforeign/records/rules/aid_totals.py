"""Totals of aid: a row for each count of grants (or of donors, told apart by country) in a sentence, with the sums said of it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from .. import sums
from ..build import Draft
from ..page import Sentence
from ..places import country_of, is_foreign
from ..wording import holds, pattern
from . import bare, grant
from .counted import FREE, GRANTS, Count, counts, elsewhere
from .donor import Giver
from .sector import sector

NOT_AID = pattern(r"\bfdi\b|\boda\b|(?<!làm )(?<!lập )vốn vay(?! quay)|vay vốn|khoản vay|đầu tư trực tiếp|vốn đăng ký")
_LEFT_OUT = pattern(r"(?:chưa|không) (?:tính|kể|gồm|bao gồm|thuộc|phải(?: là)?)[^,;.]{0,60}")  # 23 dự án, chưa tính vốn vay
_LOANS = ("fdi", "oda", "vay", "trực tiếp", "vốn đăng ký")  # one of which stands where NOT_AID matches
_AT_WORK = pattern(
    r"[^.;]{0,70}\b(?:hoạt động|viện trợ|tài trợ|có dự án|hỗ trợ|có mặt|làm việc tại|gắn bó|giúp|triển khai|thực hiện|có chương trình|tham gia|đóng góp)"
)
_FROM_THEM = pattern(r"\b(?:tiếp nhận|nhận|vận động|thu hút|tranh thủ)\b[^;.]{0,50} (?:từ|của) $")
_LICENCE = pattern(r"giấy (?:phép|đăng ký)|cấp phép|cấp đăng ký|đăng ký hoạt động|được phép|không phép|trái phép|vi phạm|xử phạt")
_AMONG = pattern(r"trong đó|gồm|cụ thể|chia ra|theo thứ tự|chia theo|riêng")
_SINGLED = pattern(r"trong đó|riêng|tiêu biểu|như|gồm|lớn nhất|điển hình|đáng chú ý|;|:|nổi bật|nhất là")
_JOINT = pattern(r"[,;:(] ?|\) ?| và | còn ")
_KINDS = pattern(r"(?:,| và|/| &| với)? ?")  # between counts that are one: ``06 dự án và 18 phi dự án``
#: What is said of some grants alone, with nothing else to keep of them.
_LATE = pattern(
    r"\b(?:chậm|vướng|dừng|ngừng|hết hạn|quá hạn|chưa (?:triển khai|giải ngân|thực hiện|ký|hoàn|được)|tồn đọng|vi phạm|không (?:thực hiện|triển khai|hiệu quả))\b"
)
_OPENS = pattern(r"(?: [^\W\d_]+){0,3} ?\((?:gồm |trong đó |bao gồm )?(?:có )?")
_NGOS = pattern(r"(?:tổ chức )?(?:phi ch(?:í|á)nh phủ|pcpnn|\bngos?\b)")
_LOST = pattern(r"\b(?:phải dừng|bị cắt|cắt giảm|ước mất|bị rút)\b")
_LINE = pattern(r"[^\w]*(?:[a-zđ\d]{1,2}[.)] ?)?(?:về |lĩnh vực |ngành )?[^:;.,\d]{3,40}: ?")
_HAS = pattern(r"(?: ?\([^()\n]{2,30}\))? ?:? ?(?:có |còn có |được )?(?:gần |trên |hơn )?")
_STATE = pattern(r" (?:đã|mới|đang|chuyển tiếp|còn|chưa|cũ|kéo dài|được)\b")
_WHOLE = pattern(r"\btổng|\bcộng")
_SINGLE = pattern(r"[,;:(]? ?(?:trong đó|riêng|tiêu biểu|điển hình|đáng chú ý|nổi bật|nhất là|lớn nhất)[^;]*$")
#: What a sum behind a count is of, when it is not of the grants.
_ELSE = pattern(
    r"kim ngạch|doanh thu|đầu tư|xuất khẩu|nhập khẩu|\bvay\b|kiều hối|\boda\b|\bfdi\b|bình quân|mỗi|ngân sách|thu nhập"
)
_LEAST = 4  # characters
_BESIDE = 60  # characters between a count of grants and the one who gives them all
_NEAR = 45  # characters between a count of grants and their sum


def of_loans(words: str) -> bool:
    """Whether words in small letters speak of loans or investment."""
    return holds(words, _LOANS) and bool(NOT_AID.search(_LEFT_OUT.sub("", words)))


def totals(sentence: Sentence, givers: list[Giver]) -> Iterator[Draft]:
    """A row for each count of grants, with the donors, visits and sums said of it."""
    found = _whole(sentence, counts(sentence))
    if not found or elsewhere(sentence):
        return
    mixed = of_loans(sentence.lower)
    if mixed:
        found = [each for each in found if _is_free(sentence, each)]
        if not any(each.column == "grants" for each in found):
            return
    leads = _leads(sentence, found)
    drafts = []
    for place, (start, end) in enumerate(_segments(sentence, leads, mixed)):
        draft = Draft("ngo_aid", sentence, summary=True)
        own = [each for each in found if start <= each.start < end and (each in leads[place : place + 1] or each not in leads)]
        _fill(draft, sentence, own, (start, end), givers, len(leads) > 1)
        drafts.append((draft, leads[place : place + 1]))
    yield from _several(sentence, drafts, found)


def _whole(sentence: Sentence, found: list[Count]) -> list[Count]:
    """The counts without those of kinds in brackets right behind their total: ``29 khoản (11 dự án, 18 phi dự án)``."""
    base, inside = sentence.start, 0
    kept: list[Count] = []
    for each in found:
        if kept and each.start >= inside and _OPENS.fullmatch(sentence.text, kept[-1].end - base, each.start - base):
            inside = base + max(sentence.text.find(")", each.end - base), 0)
        if each.start >= inside or each.column != "grants" or sentence.inside(kept[-1].end, inside, "AMOUNT", "COUNTRY"):
            kept.append(each)
    return kept


def _leads(sentence: Sentence, found: list[Count]) -> list[Count]:
    """The counts that a row each is of: those of grants, else those of donors of several countries."""
    grants = [each for each in found if each.column == "grants"]
    donors = [each for each in found if each.column == "donors"]
    return grants or (donors if all(_country(sentence, each) for each in donors) else donors[:1])


def _country(sentence: Sentence, each: Count) -> bool:
    return any(country_of(one) for one in sentence.inside(each.start - 24, each.start, "COUNTRY"))


def _is_free(sentence: Sentence, each: Count) -> bool:
    """Whether the words around a count, between commas, speak of aid and of no loan: ``FDI 12 dự án; ODA 5 dự án; NGO 22 dự án``."""
    before = sentence.before(each.start, 40)
    behind = sentence.after(each.end, 40)
    words = before[_last(before) :] + each.unit + (behind[: cut.start()] if (cut := _JOINT.search(behind)) else behind)
    return bool(FREE.search(words)) and not NOT_AID.search(words)


def _last(words: str) -> int:
    return max((match.end() for match in _JOINT.finditer(words)), default=0)


def _segments(sentence: Sentence, leads: list[Count], mixed: bool = False) -> list[tuple[int, int]]:
    """The words of each count: from the last comma or ``và`` before it to that of the next one; of the first from the sentence's
    beginning, where the sentence tells of nothing else."""
    before = sentence.before(leads[0].start, 200) if mixed and leads else ""
    edges = [leads[0].start - len(before) + _last(before) if mixed and leads else sentence.start]
    for one, two in pairwise(leads):
        between = sentence.text[one.end - sentence.start : two.start - sentence.start]
        cuts = [match.start() for match in _JOINT.finditer(between) if between[match.start() :].strip() != "("]
        edges.append(one.end + cuts[-1] if cuts else two.start)
    stop = sentence.clause(leads[-1].start)[1] if mixed and leads else sentence.start + len(sentence.text)
    return list(pairwise([*edges, stop]))


def _fill(draft: Draft, sentence: Sentence, own: list[Count], span: tuple[int, int], givers: list[Giver], several: bool) -> None:
    start, end = span
    for each in own:
        if each.column not in draft:
            draft.put(each.column, each.value, each.words, "count")
        if each.column == "donors" and (
            ngos := _NGOS.search(sentence.lower, each.start - sentence.start, each.end + 26 - sentence.start)
        ):
            draft.put("donor_type", "ngo", (sentence.start + ngos.start(), sentence.start + ngos.end()), "counted")
    lead = next((each for each in own if each.column == "grants"), own[0] if own else None)
    if lead is None:
        return
    if several or _LINE.fullmatch(sentence.lower[: lead.start - sentence.start]):
        _part(draft, sentence, start, lead)
    _opened(draft, sentence, lead)
    if lead.column == "grants":
        _of_giver(draft, sentence, givers, lead, several)
    first = next((each.start for each in givers if each.start > lead.end and singled(sentence, each)), end)
    stop = _before_single(sentence, lead, min(first, end))
    near = sentence.inside(lead.end, min(lead.end + _NEAR, stop), "AMOUNT") if several or lead.column == "grants" else []
    gap = sentence.lower[lead.end - sentence.start : near[0].start - sentence.start] if near else ""
    sums.fill(draft, sentence, start, stop, "committed" if near and not _ELSE.search(gap) else None)


def add(draft: Draft, sentence: Sentence, found: list[Count]) -> bool:
    """Puts the counts and sums of a sentence into a row; False where it has none."""
    for each in found:
        draft.put(each.column, each.value, each.words, "count")
    sums.fill(draft, sentence, sentence.start, sentence.start + len(sentence.text), rule="further")
    return len(draft) > 0


def _before_single(sentence: Sentence, lead: Count, end: int) -> int:
    """Where the words of a total end before a single gift: at ``trong đó`` before its giver."""
    if end == sentence.start + len(sentence.text):
        return end
    cut = _SINGLE.search(sentence.lower, lead.end - sentence.start, end - sentence.start)
    return sentence.start + cut.start() if cut else end


def _several(sentence: Sentence, drafts: list[tuple[Draft, list[Count]]], found: list[Count]) -> Iterator[Draft]:
    """The rows of a sentence; counts of kinds (``gồm 5 chương trình và 15 dự án``) are parts of the total before them."""
    rows: list[Draft] = []
    kept: Draft | None = None
    last: Count | None = None
    for draft, [*lead] in drafts:
        each = lead[0] if lead else None
        if each and last and kept and _kind(sentence, draft, last, each):
            _join(sentence, kept, draft, (last, each))
        else:
            rows.append(draft)
            kept = draft
        last = each or last
    yield from (each for each in rows if _says(sentence, each, found))


def _kind(sentence: Sentence, draft: Draft, last: Count, each: Count) -> bool:
    """Whether a count is of a kind that no column holds, or one of two that are summed: it has no sector, place or donor."""
    if draft.slots.keys() & {"sector", "donor", "donor_country", "location", "donors"}:
        return False
    between = sentence.lower[last.end - sentence.start : each.start - sentence.start]
    if sentence.inside(last.end, each.start, "DATE"):
        return False
    fewer = Decimal(each.value or 0) < Decimal(last.value or 0) and bool(_STATE.match(sentence.after(each.end, 14)))
    return fewer or bool(_AMONG.search(between) or _KINDS.fullmatch(between))


def _join(sentence: Sentence, whole: Draft, part: Draft, counted: tuple[Count, Count]) -> None:
    """The sums behind the last of several kinds are of them all, where they are called a total or the first has none."""
    last, each = counted
    gap = last.end - sentence.start, each.start - sentence.start
    among = _AMONG.search(sentence.lower, *gap)
    held = whole.slots.get("grants")
    if held and held.value == last.value and _KINDS.fullmatch(sentence.lower, *gap) and not sums.COLUMNS & whole.slots.keys():
        del whole.slots["grants"]  # 6 projects and 18 gifts: their number is not told
    behind = sentence.after(each.end, 60)
    if not among or _WHOLE.search(behind) or "disbursed" in part:
        whole.slots |= {
            key: slot for key, slot in part.slots.items() if key in sums.COLUMNS | {"counterpart"} and key not in whole
        }


def _says(sentence: Sentence, draft: Draft, found: list[Count]) -> bool:
    if _LOST.search(sentence.lower):
        return False
    if set(draft.slots) == {"grants"} and _LATE.search(sentence.lower):
        return False
    if draft.slots.keys() & {"grants", "donor_visits"} or sums.COLUMNS & draft.slots.keys():
        return True
    donors = [each for each in found if each.column == "donors"]
    if not donors or _LICENCE.search(sentence.lower):
        return False
    return bool(_AT_WORK.match(sentence.after(donors[0].end)) or _FROM_THEM.search(sentence.before(donors[0].start)))


def _of_giver(draft: Draft, sentence: Sentence, givers: list[Giver], lead: Count, several: bool) -> None:
    """``Tổ chức A tài trợ 5 dự án``: all grants of one giver."""
    if several or len(givers) != 1 or "donors" in draft or "donor_visits" in draft or singled(sentence, givers[0]):
        return
    near = givers[0].start < lead.start or (givers[0].how != "subject" and givers[0].start - lead.end < _BESIDE)
    if near:
        grant.donor(draft, sentence, givers[0])


def _part(draft: Draft, sentence: Sentence, start: int, lead: Count) -> None:
    """What a count is of: ``y tế 05 dự án``, ``Hoa Kỳ 12 tổ chức``, ``huyện A 3 dự án``, ``05 dự án y tế``."""
    first = max(start, lead.start - _NEAR)
    said_of(draft, sentence, first, lead.start)
    behind = sentence.after(lead.end, 26)
    behind = behind[: cut.start()] if (cut := _JOINT.search(behind)) else behind
    if "sector" not in draft and (found := sector(behind)):
        draft.put("sector", found[0], (lead.end + found[1], lead.end + found[2]), "part")


def _opened(draft: Draft, sentence: Sentence, lead: Count) -> None:
    """A district that opens the sentence, and a donor right before its count: ``Plan có 5 dự án``."""
    for each in sentence.inside(sentence.start, sentence.start + _LEAST, "DISTRICT"):
        if "location" not in draft:
            draft.put("location", [str(getattr(each.entity.value, "name", each.text))], each, "part")
    for each in sentence.of("ORG"):
        gap = sentence.text[each.end - sentence.start : lead.start - sentence.start] if each.end <= lead.start else "."
        if _HAS.fullmatch(gap) and is_foreign(sentence.page, sentence, each):
            grant.donor(draft, sentence, Giver(each.start, each.end, "subject", "ORG", None, each))


def said_of(draft: Draft, sentence: Sentence, start: int, end: int) -> bool:
    """Puts the sector, country or place that a number is of from the words before it, behind their last comma."""
    words = sentence.lower[start - sentence.start : end - sentence.start].rstrip(" (:")
    at = max([match.end() for match in _JOINT.finditer(words) if len(words) - match.end() > _LEAST], default=0)
    if found := sector(words[at:]):
        draft.put("sector", found[0], (start + at + found[1], start + at + found[2]), "part")
    for mention in sentence.inside(start + at, end, "COUNTRY", "DISTRICT", "COMMUNE"):
        if mention.label == "COUNTRY" and (name := country_of(mention)):
            draft.put("donor_country", name, mention, "part")
        elif mention.label != "COUNTRY":
            name = str(getattr(mention.entity.value, "name", mention.text))
            draft.put("location", [mention.text if name.isdecimal() else name], mention, "part")
    if "location" not in draft and not found and (spots := bare.known(sentence, start + at, end)):
        draft.put("location", [sentence.page.view.text[one:two] for one, two in spots], [*spots], "part")
    return len(draft) > 0


def singled(sentence: Sentence, giver: Giver) -> bool:
    """Whether a giver in a sentence of totals has a sum of its own behind it: ``trong đó A tài trợ 100.000 USD``."""
    before = sentence.before(giver.start, 200)
    own = sentence.inside(giver.end, giver.end + 140, "AMOUNT") or ";" in before[-40:]
    behind = all(giver.start > each.end for each in sentence.counts(GRANTS))
    return behind and bool(own) and bool(_SINGLED.search(before))
