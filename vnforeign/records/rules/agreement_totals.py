"""Totals of international agreements: how many, at which levels, with how many partners, counted to which day."""

from __future__ import annotations

from collections.abc import Iterator

from ..build import Draft
from ..page import Mention, Sentence
from ..times import pointed
from ..values import count, days
from ..wording import pattern
from .paired import pairs, upto

_UNIT = pattern(
    r"(?:bản |văn bản )?(?:thỏa thuận|hợp đồng|biên bản|ghi nhớ|văn bản|TTQT|ttqt|văn kiện(?: hợp tác)?|"
    r"bản(?: ghi nhớ)?$|mou|ý định thư)"
)
_MEANT = pattern(
    r"(?:biên bản|bản ghi nhớ|văn bản)(?:,| và) (?:bản )?thỏa thuận|"
    r"thỏa thuận quốc tế|thỏa thuận hợp tác|hợp tác quốc tế|ghi nhớ|ttqt|hợp đồng quốc tế|đối tác nước ngoài|"
    r"(?<!ngày )\b(?:ký|kí)\b|(?:còn|có|hết) (?:giá trị|hiệu lực)|đang (?:được )?(?:thực hiện|triển khai)|văn bản thỏa thuận|thỏa thuận (?:cấp|với)|"
    r"(?:văn bản|bản) cấp (?:tỉnh|thành phố|sở|huyện)|"
    r"với (?:bạn|đối tác|phía bạn|(?:hai|ba|các) tỉnh bạn)"
)
_PARTNERS = pattern(r"(?:địa phương|đối tác|tổ chức|quốc gia|nước|trường|viện|cơ sở|tỉnh|thành phố)")
_LEVELS = (
    ("count_province", pattern(r"cấp tỉnh|cấp thành phố|(?:nhân danh|thay mặt) (?:tỉnh|thành phố|ubnd)")),
    ("count_department", pattern(r"cấp sở|sở,? ngành|cấp ngành|cấp cơ quan chuyên môn|\bcủa (?:các )?sở\b")),
    (
        "count_district",
        pattern(r"cấp (?:quận|huyện)|\bcủa (?:huyện|thị xã|quận|thành phố (?!hà nội|hải phòng|đà nẵng|cần thơ|hồ chí minh|huế))"),
    ),
    ("count_commune", pattern(r"cấp xã")),
)
#: What a line counts below a heading of agreements.
_LABEL = pattern(
    r"\W{0,3}(?:[a-zđ\d]{1,2}[.)] ?)?(?:(?:tổng )?số(?: lượng)?|tổng cộng|ký mới|mới ký|đã ký|được ký|gia hạn)\b[^:;]{0,60}: ?(?P<n>\d{1,3})(?= ?(?:[,;(]|\.?$))"
)
_HEADING = pattern(r"thỏa thuận|thoả thuận|ttqt|ký kết|văn bản (?:hợp tác|đã ký)")
_WORDS = ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười")
_IN_WORDS = pattern(
    r"(?<!ngày )\b(?:ký|kí)(?: kết)?\b(?: [^\W\d_]+){0,5} (?P<n>hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) "
    r"(?:(?:văn bản|bản ghi nhớ|bản thỏa thuận|thỏa thuận|thoả thuận|biên bản ghi nhớ)(?: hợp tác| quốc tế)?(?! (?:này|trên|đó|\d))|bản(?=[:;.,]))"
)
_STATE_IN_WORDS = pattern(
    r"\b(?P<n>một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) (?:văn bản|bản ghi nhớ|bản thỏa thuận|thỏa thuận|thoả thuận|biên bản ghi nhớ)"
    r"(?: hợp tác| quốc tế| cũ)?(?: đã| vừa| được| tiếp tục){0,2} (?:gia hạn|hết hạn|hết hiệu lực)\b(?! (?:là|gồm|:))|"
    r"\b(?P<m>ba|bốn|năm|sáu|bảy|tám|chín|mười) (?:văn bản|bản ghi nhớ|thỏa thuận|thoả thuận|biên bản ghi nhớ)(?: trước đó| khác| còn lại| đã| được){1,3} (?:ký|kí)\b"
)
_NATION = pattern(r"\b(?:cả nước|toàn quốc|các bộ, ngành|bộ, ngành và địa phương)\b")
_SHORT = pattern(
    r"(?<![\d/.,])(?P<n>\d{1,3}) TTQT\b|"
    r"\b(?:[Ss]ố|[Nn]hững|[Cc]ác) (?:bản |lượng )?(?:thỏa thuận(?: quốc tế| hợp tác)?|TTQT|văn bản (?:hợp tác|thỏa thuận|ký kết)|bản ghi nhớ|biên bản ghi nhớ)"
    r"[^,;:.\d]{0,80}(?::|(?<![Cc]ác)(?<![Nn]hững) là| (?:đã )?(?:lên đến|lên tới|lên|đạt)(?: con số)?) ?(?P<m>\d{1,3})(?= ?[;,(]|\.?$)"
)
_LEVEL = r"(?P<level>[Cc]ấp (?:tỉnh|thành phố|sở(?:, ban)?,? ?ngành|sở|quận, huyện|huyện, quận|quận|huyện|xã|ngành))"
_SIGNERS = r"(?P<level>(?:UBND )?tỉnh|UBND thành phố|sở(?:, ban)?,? ?ngành|sở|cơ quan chuyên môn|(?:UBND )?huyện|(?:UBND )?xã(?: biên giới)?)\b"
#: Levels without a noun: ``(4 cấp tỉnh, 7 cấp sở)``, ``cấp tỉnh: 4``.
_SPLITS = (
    pattern(rf"(?P<n>\d{{1,3}}) (?:(?:bản ghi nhớ|bản|văn bản|thỏa thuận|văn kiện|biên bản|TTQT) )?(?:thuộc )?{_LEVEL}"),
    pattern(rf"{_LEVEL}(?: (?:là|có|ký|được))?:? (?P<n>\d{{1,3}})(?![\d/%]|\.\d)"),
    pattern(
        rf"(?P<n>\d{{1,3}}) (?:(?:bản ghi nhớ|bản|văn bản|thỏa thuận|văn kiện|biên bản) )?(?:nhân danh|của|do|thuộc) (?:các )?{_SIGNERS}"
    ),
    pattern(
        rf"(?:[(:,;]|\bvà|trong đó|gồm) ?(?:(?:nhân danh|thay mặt|do) )?(?:các )?{_SIGNERS}(?: (?:ký|có|là|được))*:? (?P<n>\d{{1,3}})(?= ?[;,)]|\.?$| và )"
    ),
)
#: Who signed them, before the count: ``các sở, ngành ký thêm 19 bản``.
_OF = pattern(
    r"\b(?<!cấp, )(?<!cấp và )(?:các (?P<who>sở|ngành|quận|huyện|xã)|(?P<top>(?:ubnd|chính quyền) (?:tỉnh|thành phố)))\b(?:,? (?:ban|ngành|huyện|thành phố|thị xã|biên giới|đã|ký|kí|kết|thêm|mới|"
    r"có|của hai bên|của tỉnh|với (?:bạn|phía bạn|đối tác)|trong tỉnh|được))*,? $"
)
_LEVELLED = pattern(
    r"\b(?:cấp|(?:nhân danh|thay mặt)(?: các)?(?: ubnd)?) (?:tỉnh|thành phố|sở,? ?ngành|sở|ngành|huyện|xã)(?: đã)?(?: ký| có| là|:)* \(?$"
)
_WHOSE = pattern(r"^(?:nhân danh|thay mặt)(?: các)?(?: ubnd)? ")
_SUBJECTS = {
    "sở": "count_department",
    "ng": "count_department",
    "qu": "count_district",
    "hu": "count_district",
    "xã": "count_commune",
}
_ENDS = pattern(r"[(;:]|trong đó|gồm|, \d|, (?:các|ubnd|với|cơ quan|đơn vị|trường)\b")
_PUBLIC = pattern(r"quốc tế|cấp (?:tỉnh|sở|huyện)")  # what is no contract of firms
_DEEDS = pattern(r"\b(?:chấm dứt|thanh lý|sửa đổi|hủy bỏ|không gia hạn) (?:hiệu lực (?:của )?)?(?:thêm |được )?$")
_EXTENDED = pattern(r"\bgia hạn (?:thêm |được )?$")
_MORE_OR_LESS = pattern(r"\b(?:tăng|giảm|nhiều hơn|ít hơn|hơn)(?: thêm)? $")
_ISSUED = pattern(r"\b(?:ban hành|tham mưu|trình|soạn thảo|góp ý|xử lý|tiếp nhận|trả lời|thẩm định)\b[^,;.]{0,24}$")
#: The next of several partners with their papers: ``với A 09 văn bản, với B 05 văn bản``.
_WITH = pattern(r", (?:và )?với [^,;.]{3,50} $")
#: ``nhiều nhất là năm 2018 (05 văn bản)``.
_OF_YEAR = pattern(r"\bnăm \d{4}(?: [^\W\d_]+){0,3} \($")
_STANDING = pattern(r"\b(?:còn hiệu lực|hiện có|hiện còn|cộng dồn|lũy kế|luỹ kế|tổng cộng|tổng số|đến nay có)[^,;]{0,20}$")
_OVER = pattern(r"^(?: (?:đã|sắp|chưa|được|thỏa thuận|quốc tế))* (?:sắp (?:hết|chấm)|chưa|dự thảo)\b")
#: What became of papers that are counted beside others: a row of their own.
_STATE = pattern(
    r"^(?: (?:hợp tác|thỏa thuận|quốc tế|ghi nhớ|đã|vừa|được|tiếp tục|các loại|cũ)){0,4}"
    r" (?:đang (?:được )?(?:thực hiện|triển khai|có hiệu lực)|còn (?:hiệu lực|giá trị)|hết (?:hạn|hiệu lực)|chấm dứt|không còn hiệu lực|gia hạn)\b"
)
_THEN = pattern(r"\bcùng thời điểm\b")
_IN_ALL = pattern(
    r"\b(?:đưa|nâng) (?:tổng )?số (?:bản |lượng )?(?:thỏa thuận|văn bản|bản ghi nhớ|ttqt)(?: [^\W\d_]+){0,6} lên (?:thành )?(?P<n>\d{1,3})(?![\d.,]*\d)"
)
_PARTS = pattern(r"[,:;]")
_YEAR = pattern(r"\b(?:năm|quý|tháng) [\divx/]{1,7}(?: [^\W\d_]+){0,2} $")
_SUM = pattern(r"\W*(?:tổng (?:số|cộng)|cộng)\b")
_AMONG = pattern(r"; ?(?:trong đó|gồm|bao gồm|cụ thể|nhân danh|thay mặt|cấp (?:tỉnh|sở|huyện|xã))\b")
#: A count of another time that names no papers again: ``…; sáu tháng đầu năm nay ký 3``.
_SIGNED_THEN = pattern(r"\b(?:ký|kí)(?: kết)?(?: mới| thêm)?(?: được)? (?P<n>\d{1,2})(?=[.;]|\W*$)")
_ASIDE = pattern(r"\((?:tăng|giảm)[^()\n]{0,80}\)")


def totals(sentence: Sentence) -> Iterator[Draft]:
    """A row of totals for each clause that counts agreements."""
    start = sentence.start
    if draft := _abbreviated(sentence) or _labelled(sentence):
        yield draft
        start = sentence.clause(max(sentence.page.view.place(slot.evidence[0].start) for slot in draft.slots.values()))[1]
        yield from _then(sentence, start)
    for draft in (*pairs(sentence), _written(sentence), _raised(sentence)):
        if draft:
            yield draft
    found = [each for each in sentence.counts(_UNIT) if each.start >= start and sentence.is_fact(each.start)]
    found = [each for each in found if not _aside(sentence, each)]
    found = [each for each in found if each.index is not None or _of_year(sentence, each)]
    if not found or not (_MEANT.search(sentence.lower) or _of_table(sentence)):
        return
    draft, head = None, -1
    for place, each in enumerate(found):
        column = _column(sentence, each, found[place + 1].start if place + 1 < len(found) else each.end + 60)
        start = sentence.clause(each.start)[0]
        again = (
            draft is not None
            and "count" in draft
            and (
                each.index is None
                or _STANDING.search(sentence.before(each.start, 40))
                or _WITH.search(sentence.before(each.start, 60))
                or _OF_YEAR.search(sentence.before(each.start, 40))
            )
        )
        state = _STATE.search(sentence.after(each.end, 60)) or _EXTENDED.search(sentence.before(each.start, 24))
        if draft is None or (column == "count" and (start != head or again or (state and "count" in draft))):
            if draft is not None:
                yield draft
            draft, head = Draft("international_agreement", sentence, summary=True), start
        if column not in draft:
            draft.put(column, count(each), each, "count")
        _beside(draft, sentence, each)
    if draft is not None and len(draft):
        yield draft
        yield from _then(sentence, found[-1].end)


def _then(sentence: Sentence, start: int) -> Iterator[Draft]:
    """``…; sáu tháng đầu năm nay ký 3``: what a clause behind counts of a time of its own."""
    for match in _SIGNED_THEN.finditer(sentence.lower, start - sentence.start):
        at, end = sentence.start + match.start("n"), sentence.start + match.end()
        head = sentence.clause(at)[0]
        if head >= start and any(head <= each.start < at for each in sentence.of("DATE")) and sentence.is_fact(at):
            draft = Draft("international_agreement", sentence, summary=True)
            draft.put("count", str(int(match["n"])), (at, end), "count")
            yield draft


def _of_year(sentence: Sentence, each: Mention) -> bool:
    """Whether a number that goes on with a count is that of another year; that of a level stands in its row."""
    return (each.about is not None and each.about.label == "DATE") or bool(_YEAR.search(sentence.before(each.start, 24)))


def _raised(sentence: Sentence) -> Draft | None:
    """``đưa số văn bản còn hiệu lực lên 87``: how many there are by now, beside those that are new."""
    match = _IN_ALL.search(sentence.lower)
    if match is None or not sentence.is_fact(sentence.start + match.start()):
        return None
    draft = Draft("international_agreement", sentence, summary=True)
    draft.put("count", str(int(match["n"])), (sentence.start + match.start("n"), sentence.start + match.end()), "count")
    return draft


def _labelled(sentence: Sentence) -> Draft | None:
    """``- Ký mới trong năm: 01`` below a heading of agreements."""
    match = _LABEL.match(sentence.lower) if _HEADING.search(sentence.section) else None
    if match is None or not sentence.fact:
        return None
    draft = Draft("international_agreement", sentence, summary=True)
    at = sentence.start + match.start("n")
    draft.put("count", str(int(match["n"])), (at, sentence.start + match.end("n")), "label")
    levels(draft, sentence, sentence.start + match.end())
    last = next(((each, value) for each, value in days(sentence) if each.start < at and "/" not in value), None)
    if last and upto(sentence, last[0]):
        draft.put("as_of", last[1], last[0], "date")
    return draft


def _written(sentence: Sentence) -> Draft | None:
    """``ký thêm bốn thỏa thuận``: a number in words."""
    match = _IN_WORDS.search(sentence.lower) or _STATE_IN_WORDS.search(sentence.lower)
    if match is None or not sentence.is_fact(sentence.start + match.start()):
        return None
    draft = Draft("international_agreement", sentence, summary=True)
    group = "n" if match["n"] else "m"
    place = sentence.start + match.start(group), sentence.start + match.end()
    draft.put("count", str(_WORDS.index(match[group]) + 1), place, "written")
    return draft


def _of_table(sentence: Sentence) -> bool:
    """Whether a sentence sums up a table of agreements: ``Tổng số: 14 văn bản``."""
    if _SUM.match(sentence.lower) and any(cue.search(sentence.lower) for _, cue in _LEVELS):
        return True
    return bool(_SUM.match(sentence.lower)) and any(
        each.kind == "international_agreement" and not each.planned and each.start < sentence.start
        for each in sentence.page.tables
    )


def _abbreviated(sentence: Sentence) -> Draft | None:
    """``ký 05 TTQT, gồm 02 bản cấp tỉnh, 03 bản cấp xã``: the number before the short word is no quantity."""
    match = _SHORT.search(sentence.text)
    if match is None or not sentence.is_fact(sentence.start + match.start()):
        return None
    draft, span = (
        Draft("international_agreement", sentence, summary=True),
        (sentence.start + match.start(), sentence.start + match.end()),
    )
    level = next((name for name, cue in _LEVELS if cue.match(sentence.after(span[1], 24).lstrip())), "count")
    draft.put(level, str(int(match["n"] or match["m"])), span, "count")
    for each in sentence.counts(_UNIT):
        column = _column(sentence, each, each.end + 24)
        if column != "count" and column not in draft:
            draft.put(column, count(each), each, "count")
    levels(draft, sentence, sentence.start + match.end())
    return draft


def levels(draft: Draft, sentence: Sentence, start: int, end: int | None = None) -> list[int]:
    """Puts the counts of levels without a noun between two places; where in the sentence they begin."""
    found = []
    for cue in _SPLITS:
        for split in cue.finditer(sentence.text, start - sentence.start, (end or sentence.end) - sentence.start):
            said = "cấp " + split["level"].lower().removeprefix("cấp ").removeprefix("ubnd ")
            column = next((name for name, level in _LEVELS if level.match(said)), None)
            if column and column not in draft:
                spot = sentence.start + split.start("n"), sentence.start + split.end()
                draft.put(column, str(int(split["n"])), spot, "count")
                found.append(split.start())
    return found


def _aside(sentence: Sentence, each: Mention) -> bool:
    """Whether a count only compares (``tăng 01 thỏa thuận``), or is of papers that are none any more, or not yet."""
    behind = sentence.after(each.end, 30)
    if _DEEDS.search(sentence.before(each.start, 24)) or _MORE_OR_LESS.search(sentence.before(each.start, 20)):
        return True
    if _ISSUED.search(sentence.before(each.start, 40)) or _NATION.search(sentence.before(each.start, 80)):
        return True
    if _OVER.search(behind) or ("hợp đồng" in each.text.lower() and not _PUBLIC.search(each.text.lower() + behind[:16])):
        return True
    return any(match.start() < each.start - sentence.start < match.end() for match in _ASIDE.finditer(sentence.text))


def _column(sentence: Sentence, each: Mention, end: int) -> str:
    words = _ENDS.split(sentence.after(each.start, end - each.start))[0]
    behind = next((name for name, cue in _LEVELS if cue.search(words)), None)
    levelled = _LEVELLED.search(sentence.before(each.start, 24))
    if levelled:
        said = levelled[0] if levelled[0].startswith("cấp") else f"cấp {_WHOSE.sub('', levelled[0])}"
        return next((name for name, cue in _LEVELS if cue.search(said)), "count")
    before = _OF.search(sentence.before(each.start, 40))
    return behind or ((_SUBJECTS[before["who"][:2]] if before["who"] else "count_province") if before else "count")


def _closed(sentence: Sentence, each: Mention) -> int | None:
    """Where the bracket closes that a count stands in."""
    at, end = each.start - sentence.start, each.end - sentence.start
    if sentence.text.rfind("(", 0, at) <= sentence.text.rfind(")", 0, at):
        return None
    close = sentence.text.find(")", end)
    return sentence.start + close if close >= 0 else None


def _beside(draft: Draft, sentence: Sentence, each: Mention) -> None:
    """What else the clause of a count says: levels without a noun, partners, the day it counts to."""
    end = sentence.clause(each.start)[1]
    if sentence.text.count("(", each.end - sentence.start, end - sentence.start) > sentence.text.count(
        ")", each.end - sentence.start, end - sentence.start
    ):
        end = sentence.start + len(sentence.text[: end - sentence.start] + sentence.text[end - sentence.start :].split(")")[0])
    if (closed := _closed(sentence, each)) is not None:
        end = min(end, closed)  # ``(năm 2013 là 4)``
    while end < sentence.end and _AMONG.match(sentence.lower, end - sentence.start):
        end = sentence.clause(end + 1)[1]
    levels(draft, sentence, each.end, end)
    for other in sentence.inside(each.end, end, "QUANTITY"):
        if other in sentence.counts(_PARTNERS) and sentence.before(other.start, 12).rstrip().endswith(
            ("với", "của", "thuộc", "từ", "cùng")
        ):
            draft.put("count_partners", count(other), other, "count")
            break
    head = sentence.clause(each.start)[0]
    own = any(head <= date.start < end for date, _ in days(sentence))
    if "as_of" not in draft and _THEN.search(sentence.lower) and (one := pointed(sentence, each.start)):
        draft.put("as_of", one[1].split("/")[-1], one[0], "date")
    for date, value in days(sentence):
        if own and not head <= date.start < end:
            continue  # the clause has a time of its own
        last = upto(sentence, date)
        late = date.start > each.end and _PARTS.search(sentence.text, each.end - sentence.start, date.start - sentence.start)
        if "as_of" not in draft and "/" not in value and last and not late:
            draft.put("as_of", value, date, "date")
