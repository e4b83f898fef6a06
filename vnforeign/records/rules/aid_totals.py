"""Totals of aid: counts of grants, donors and visits in a sentence, with the sums said of them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from .. import sums
from ..build import Draft
from ..page import Mention, Sentence
from ..values import count, whole
from ..wording import pattern
from . import grant
from .sector import sector
from .spot import Giver

GRANTS = pattern(r"(?:lượt )?(?:chương trình|dự án|phi dự án|khoản)|phi$")
NOT_AID = pattern(r"\bfdi\b|\boda\b|vốn vay|vay vốn|khoản vay|đầu tư trực tiếp|vốn đăng ký")
_AMONG = pattern(r"trong đó|gồm|cụ thể|chia ra")
_PAID = pattern(r"(?:lại|đã|tiếp tục) giải ngân (?:được |thêm )?(?:gần |trên |hơn |khoảng )?\d")
_LOANS = ("fdi", "oda", "vay", "trực tiếp", "vốn đăng ký")  # one of which stands where NOT_AID matches
FREE = pattern(r"phi chính phủ|pcpnn")
_DONORS = pattern(r"(?:tổ chức|nhà tài trợ|đối tác|đơn vị|quỹ|tổ chức phi chính phủ)")
_VISITS = pattern(r"lượt (?:đoàn|tổ chức|nhà tài trợ)")
_AT_WORK = pattern(r"[^.;]{0,30}\b(?:hoạt động|viện trợ|tài trợ|có dự án|hỗ trợ)")
_LICENCE = pattern(r"giấy (?:phép|đăng ký)|cấp phép|được phép")
_ALL_AID = pattern(
    r"(?:giá trị|vốn|số tiền)[^.;]{0,40}(?:viện trợ|phi chính phủ|pcpnn)|viện trợ[^.;]{0,40}(?:đạt|:|trị giá|cam kết)|"
    r"tổ chức (?:phi chính phủ|nhân đạo|quốc tế|từ thiện|nước ngoài)[^.;]{0,40}(?:viện trợ|tài trợ|cam kết|hỗ trợ)"
)
_ALL_SAID = pattern(r"(?:tổng|giá trị|vốn|số tiền)[^.;]{0,30}(?:vận động|giải ngân|cam kết|tài trợ)|vận động được")
_FOLLOWS = pattern(r"[^\w]*(?:tổng )?(?:giá trị |vốn |số )?(?:đã )?(?:giải ngân|cam kết|viện trợ)")
_SINGLED = pattern(r"trong đó|riêng|tiêu biểu|như|gồm|lớn nhất|điển hình|đáng chú ý|;|:|nổi bật|nhất là")
_BESIDE = 60  # characters between a count of grants and the one who gives them all
_NEAR = 6  # characters between a count of grants and their sum


def of_loans(words: str) -> bool:
    """Whether words in small letters speak of loans or investment."""
    return any(word in words for word in _LOANS) and bool(NOT_AID.search(words))


def totals(sentence: Sentence, heads: list[Giver]) -> Iterator[Draft]:
    """A row for each count of grants, with the sums said of it; counts of donors belong to the first."""
    if not sentence.of("QUANTITY"):
        return
    grants = [each for each in sentence.counts(GRANTS) if sentence.is_fact(each.start) and whole(each) is None]
    if of_loans(sentence.lower):
        grants = [each for each in grants if FREE.search(each.text.lower() + sentence.after(each.end, 30))]
        if not grants:
            return
    donors = [each for each in sentence.counts(_DONORS) if sentence.is_fact(each.start)]
    visits = [each for each in sentence.counts(_VISITS) if sentence.is_fact(each.start)]
    edges = [sentence.start, *(each.start for each in grants[1:]), sentence.start + len(sentence.text)]
    for place, (start, end) in enumerate(pairwise(edges)):
        draft = Draft("ngo_aid", sentence, summary=True)
        for column, found in (("grants", grants[place : place + 1]), ("donors", donors), ("donor_visits", visits)):
            if found and (column == "grants" or not place):
                draft.put(column, count(found[0]), found[0], "count")
        _of_giver(draft, sentence, heads, grants, donors)
        paid = sums.fill(draft, sentence, start, end, _default(sentence, grants[place : place + 1])) if len(draft) else 0
        if grants and (place or (len(grants) > 1 and not donors)):
            _part(draft, sentence, grants[place])
        if "grants" in draft or "donor_visits" in draft or paid or _only_donors(sentence, donors):
            yield draft


def _of_giver(draft: Draft, sentence: Sentence, heads: list[Giver], grants: list[Mention], donors: list[Mention]) -> None:
    """``Tổ chức A tài trợ 5 dự án``: all grants of one giver."""
    if len(grants) != 1 or len(heads) != 1 or donors or singled(sentence, heads[0]):
        return
    near = heads[0].start < grants[0].start or (heads[0].how != "subject" and heads[0].start - grants[0].end < _BESIDE)
    if near:
        grant.donor(draft, sentence, heads[0])


def _default(sentence: Sentence, grants: list[Mention]) -> str | None:
    """A sum right behind its count needs no word: ``y tế 08 khoản, 1,1 triệu USD``."""
    near = grants and sentence.inside(grants[0].end, grants[0].end + _NEAR, "AMOUNT")
    return "committed" if near else None


def _only_donors(sentence: Sentence, donors: list[Mention]) -> bool:
    """``Hiện có 07 tổ chức hoạt động``."""
    return bool(donors) and bool(_AT_WORK.match(sentence.after(donors[0].end))) and not _LICENCE.search(sentence.lower)


def _part(draft: Draft, sentence: Sentence, grants: Mention) -> None:
    """The sector a count is of: ``y tế 05 dự án``."""
    before = sentence.before(grants.start, 26)
    before = before[max(before.rfind(mark) for mark in ",;(") + 1 :]
    if found := sector(before):
        at = grants.start - len(before)
        draft.put("sector", found[0], (at + found[1], at + found[2]), "part")


def sum_of_all(sentence: Sentence, end: int) -> Iterator[Draft]:
    """``Tổng giá trị viện trợ cam kết: 2.456.000 USD``: sums without a count of grants."""
    draft = Draft("ngo_aid", sentence, summary=True)
    if sums.fill(draft, sentence, sentence.start, end):
        yield draft
        yield from _by_sector(draft, sentence, end)


def _by_sector(total: Draft, sentence: Sentence, end: int) -> Iterator[Draft]:
    """The parts of a sum: ``trong đó lĩnh vực y tế 1,9 triệu USD, giáo dục 1,2 triệu USD``."""
    column = next((key for key in ("mobilised", "committed", "approved", "disbursed") if key in total), None)
    among = _AMONG.search(sentence.lower, 0, end - sentence.start)
    for mention in sentence.inside(sentence.start + among.end(), end, "AMOUNT") if among and column else ():
        before = sentence.before(mention.start, 45)
        before = before[max(before.rfind(mark) for mark in (",", ";", ":", "(", "trong đó")) + 1 :]
        if column and (found := sector(before)):
            draft = Draft("ngo_aid", sentence, summary=True)
            at = mention.start - len(before)
            draft.put("sector", found[0], (at + found[1], at + found[2]), "part")
            sums.put(draft, sentence, mention.start, mention.start + 1, column)
            total.conflicts = [each for each in total.conflicts if not each.startswith(column)]
            yield draft


def singled(sentence: Sentence, giver: Giver) -> bool:
    """Whether a giver in a sentence of totals has a sum of its own behind it: ``trong đó A tài trợ 100.000 USD``."""
    before = sentence.before(giver.start, 200)
    counts = [each.end for each in sentence.counts(GRANTS)]
    own = sentence.inside(giver.end, giver.end + 140, "AMOUNT")
    behind = all(giver.start > each for each in counts)
    return behind and bool(own) and bool(_SINGLED.search(before))


def of_all(sentence: Sentence, talk: bool, behind: bool) -> bool:
    """Whether a sentence without counts tells the sum of all aid; in a text about aid, or behind totals, in fewer words."""
    words = sentence.lower
    return bool(
        _ALL_AID.search(words)
        or (talk and _ALL_SAID.search(words))
        or (behind and (_FOLLOWS.match(words) or _PAID.search(words)))
    )
