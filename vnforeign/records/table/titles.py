"""The lines above a table: what they say it is of, its unit, whether it is still to come."""

from __future__ import annotations

import re

from .cell import Row, Span

_ABOVE = 4000  # characters above a title in which a line may say the unit of all
_TITLE = 400  # of its title
_TITLES = 3  # lines of it
_LINE = 250
_PROSE = 120  # characters of a line that is prose where a full stop ends it
_CAPTION = re.compile(r"[ \t]*(?:bảng|biểu|phụ biểu|phụ lục) (?:số )?[\dIVX]+", re.IGNORECASE)
_UNITS = re.compile(r"(?:(?:đvt|dvt)\s*[:=-]?|đơn vị(?: tính| tiền)?\s*[:=-])\s*([^)\n;|]{1,30})", re.IGNORECASE)
_IN_BRACKETS = re.compile(
    r"\(((?:[^()\n]{0,12} )?(?:(?:tỷ|triệu|nghìn|ngàn|1\.000|1000) ?)?(?:usd|vnđ|vnd|đồng|eur|euro|yên)(?: mỹ)?)\)", re.IGNORECASE
)
_COUNTED = re.compile(
    r"\(((?:(?:triệu|nghìn|ngàn|1\.000) )?(?:lượt )?(?:khách|người|đoàn|lượt|vụ|dự án|lao động|đối tượng))\)\W*$", re.IGNORECASE
)
_LINE_OF_UNIT = re.compile(
    r"(?<=\n)[ \t]*\(?(?:đvt|dvt|đơn vị(?: tính| tiền)?)\s*[:=-]\s*([^)\n;|]{1,30})\)?[ \t]*(?=\n)", re.IGNORECASE
)
#: What a sentence above says of all sums: ``Vốn tính bằng USD``, ``đơn vị tính của số tiền là triệu đồng``.
_IN_WORDS = re.compile(
    r"\b(?:(?:vốn|tiền|số tiền|giá trị|trị giá|kinh phí|số liệu)\b[^.;:\n]{0,30}? "
    r"(?:tính|ghi|tính toán|quy|quy đổi)(?: (?:bằng|theo|ra|là))+|"
    r"(?:đơn vị(?: tính| tiền(?: tệ)?)?|đvt)\b[^.;:\n]{0,40}? là:?) "
    r"((?:(?:tỷ|triệu|nghìn|ngàn|1\.000|1000) ?)?(?:usd|vnđ|vnd|đồng|eur|euro|yên|đô la(?: mỹ)?))\b",
    re.IGNORECASE,
)
#: A plan that was kept or surpassed tells of what was done: ``đạt 110% kế hoạch``.
_KEPT = re.compile(r"(?:vượt|đạt|bằng|hoàn thành|so với|theo)[^,;.\n]{0,20}?(?:kế hoạch|dự toán|mục tiêu|nhiệm vụ)|% ?kế hoạch")
_PLANNED = re.compile(r"kế hoạch|dự kiến|phương hướng|nhu cầu|đề xuất|kêu gọi|mục tiêu|phấn đấu|dự toán|phân công|nhiệm vụ")
_DONE = re.compile(r"(?:tổng|sơ) kết|kết quả|thực hiện|tình hình|tổng hợp|thống kê|đã |trong kế hoạch|báo cáo")

#: What an annex says of itself, and what titles of lists in capitals open with.
_ANNEXED = re.compile(r"^\W*\(?(?:(?:ban hành|gửi|đính) )?kèm(?: theo)?\b|^\W*(?:phụ lục|phụ biểu)\b", re.IGNORECASE)
_OF_PLAN = re.compile(r"\b(?:kế hoạch|chương trình|tờ trình|đề án|công văn)\b", re.IGNORECASE)
_PLAN = re.compile(r"^\W*(?:KẾ HOẠCH|CHƯƠNG TRÌNH|TỜ TRÌNH|ĐỀ ÁN|CHỈ THỊ|Kế hoạch)\b", re.MULTILINE)
_TOP = 1500  # characters of a document that hold its title
_LISTS = re.compile(r"\W*(?:DANH (?:MỤC|SÁCH)|BẢNG (?:KÊ|TỔNG HỢP|THỐNG KÊ)|BIỂU (?:TỔNG HỢP|THỐNG KÊ)|THỐNG KÊ|TỔNG HỢP)\b")


#: The numbers of headings, outermost first, and what opens an item of a list.
_RANKS = tuple(
    re.compile(rf"[ \t]*\**{each}[.)/:-] ?\S") for each in ("(?:[IVX]{1,5}|[A-H])", r"\d{1,2}", r"\d{1,2}\.\d{1,2}\.?", "[a-h]")
)
_ITEM = re.compile(r"[ \t]*[-+*•]")
_UP = 40  # lines above in which headings are looked for


def lines_above(text: str, start: int) -> list[Span]:
    """The lines right above a table, nearest first, up to a long one."""
    found: list[Span] = []
    at = start
    while len(found) < _TITLES:
        end = at
        while end and text[end - 1] in " \n\t":
            end -= 1
        first = text.rfind("\n", 0, end) + 1
        if not found and end - first > _LINE and text[end - 1 : end] == ":":
            found.append((max(text.rfind(". ", first, end), end - _LINE) + 2, end))
        if end <= first or start - first > _TITLE or end - first > _LINE or "|" in text[first:end]:
            break
        if "\t" in text[first:end].strip() or (found and end - first > _PROSE and text[end - 1] == "."):
            break
        found.append((first, end))
        if _CAPTION.match(text, first, end):
            break
        at = first
    return found


def headings(text: str, start: int) -> list[Span]:
    """The headings that a place stands under, nearest first, and the line right above it; items of lists are passed over."""
    found: list[Span] = []
    rank, at, top = len(_RANKS), start, max(0, start - _ABOVE)
    for _ in range(_UP):
        end = at
        while end > top and text[end - 1] in " \n\t":
            end -= 1
        first = max(top, text.rfind("\n", top, end) + 1)
        if end <= top or "|" in text[first:end] or "\t" in text[first:end] or not rank:
            break
        own = next((each for each, shape in enumerate(_RANKS) if shape.match(text, first, end)), len(_RANKS))
        nearest = at == start and not _ITEM.match(text, first, end)
        if nearest or (own < rank and end - first <= _PROSE):
            found.append((first, end))
            rank = min(rank, own)
        at = first
    return found


def unit_of(text: str, titles: list[Span], heads: list[Row]) -> str:
    """What the title or a head says of all figures: ``ĐVT: 1.000 USD``."""
    said = [text[a:b] for a, b in titles] + [each.text for row in heads for each in row]
    near = next((match[1] for each in said if (match := _UNITS.search(each) or _IN_BRACKETS.search(each))), "")
    near = near or next((match[1] for a, b in titles if (match := _COUNTED.search(text[a:b]))), "")
    if not near and titles:
        above = max(0, titles[-1][0] - _ABOVE)
        far = [match[1] for match in _LINE_OF_UNIT.finditer(text, above, titles[-1][0])]
        far = far or [match[1] for match in _IN_WORDS.finditer(text, above, titles[0][1])]
        near = far[-1] if far else ""
    return near.strip().lower()


def is_annex(text: str, titles: list[Span]) -> bool:
    """Whether a table is an annex with a title of its own, which stands under no heading of the text before it."""
    said = [text[a:b].strip() for a, b in titles]
    if any(_OF_PLAN.search(each) for each in said) or _PLAN.search(text, 0, _TOP):
        return False
    return any(_ANNEXED.search(each) for each in said) or any(each.isupper() and _LISTS.match(each) for each in said)


def is_planned(words: str) -> bool:
    """Whether a title in small letters speaks of what is still to come."""
    return bool(_PLANNED.search(_KEPT.sub("", words))) and not _DONE.search(words)
