"""Whether a text reports or intends: the headings above it, the words a sentence opens with, the words before a mention."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from .wording import pattern

_LEVELS = (
    re.compile(r"\s*(?:phần|chương|điều \d)\b", re.IGNORECASE),
    re.compile(r"\s*(?:[IVX]+ ?[.)/:-]|[A-H] ?[.)/-])"),
    re.compile(r"\s*\d+\.\d+"),
    re.compile(r"\s*\d+ ?[.)/:-]"),
    re.compile(r"\s*(?:[a-zđ]\)|[-+*])"),
)
_ORDER = (0, 1, 3, 2, 4)  # of the patterns above, outermost first
_REPORTS = pattern(
    r"kết quả|tổng kết|sơ kết|"
    r"tình hình|đánh giá|thực trạng|tồn tại|hạn chế|ưu điểm|khó khăn|nguyên nhân|tổng hợp|"
    r"\bđã (?!thống nhất|giao|đề|được giao|phê duyệt|duyệt|cam kết|đăng ký)(?=[^\W\d_])|"
    r"^\W*(?:[ivx\d]{1,4} ?[.)/:-] ?)?(?:hiệu quả|tác động|thành tựu|dấu mốc|chặng đường)\b|"
    r"đặc điểm|"
    r"sự cần thiết|lý do|cơ sở thực tiễn|quá trình|hiện trạng|"
    r"bối cảnh|hoạt động nổi bật|công tác đã|vướng mắc|thuận lợi|điểm lại|nhìn lại",
    re.IGNORECASE,
)
_INTENDS = pattern(
    r"(?:chương trình|kế hoạch)(?: công tác| hoạt động| đối ngoại)? (?:năm|quý|tháng|6 tháng|(?:19|20)\d\d -) |"
    r"nhiệm vụ|phương hướng|giải pháp|mục tiêu|chỉ tiêu|dự kiến|định hướng|kiến nghị|đề xuất|đề nghị|việc (?:sắp tới|làm tiếp)|"
    r"(?:tháng|quý|tuần|kỳ|năm học|nhiệm kỳ) (?:tới|sau|tiếp theo)|"
    r"tổ chức thực hiện|^\W*(?:[ivx\d]{1,4} ?[.)/:-] ?)?sắp tới\b|"
    r"(?:việc|những việc|công việc) (?:cần làm|phải làm|sẽ làm|tiếp theo|sắp tới)|"
    r"việc (?:hai bên |các bên )?thống nhất (?:làm|thực hiện|triển khai)|thời gian tới|năm tới|yêu cầu|xin ý kiến|căn cứ|"
    r"nhiem vu|phuong huong|giai phap|muc tieu|kien nghi|de xuat|thoi gian toi|nam toi|du kien",
    re.IGNORECASE,
)
#: Above a table ``chỉ tiêu`` are figures, not aims; an annex stands under no heading before it.
_TABLE = pattern(r"\W*(?:biểu|bảng|phụ lục|phụ biểu|số liệu)\b", re.IGNORECASE)
_ANNEX = pattern(r"\W*(?:phụ lục|phụ biểu)\b", re.IGNORECASE)
_FIGURES = pattern(r"chỉ tiêu", re.IGNORECASE)
#: Several of them that are no aims are figures too, where no time to come is named: ``Một số chỉ tiêu chính``.
_SEVERAL = pattern(
    r"(?<!mục tiêu, )(?<!mục tiêu và )(?:một số|các|những) chỉ tiêu(?! (?:phấn đấu|kế hoạch|cần|đề ra|được giao|giao))"
)
#: The chief ones of a time that is over: ``Chỉ tiêu chủ yếu năm 2021``.
_CHIEF = pattern(r"chỉ tiêu (?:chủ yếu|chính|cơ bản|tổng hợp|chủ chốt)\b")
_BOTH = pattern(r"kết quả (?:thực hiện|công tác|triển khai)|tình hình (?:thực hiện|triển khai)", re.IGNORECASE)
#: A title that tells of a time and of what is to come: ``Công tác đối ngoại năm 2015, nhiệm vụ năm 2016``.
_THEN = pattern(
    r"\W*(?!(?:phương hướng|nhiệm vụ|kế hoạch|chương trình|dự kiến|mục tiêu|giải pháp|định hướng|đề xuất|kiến nghị)\b)"
    r"[^\n]{6,160}?\b(?:năm|tháng|quý|kỳ|giai đoạn)\b[^\n]{0,60}?(?:,|;| -| và) (?:một số )?"
    r"(?:phương hướng|nhiệm vụ|kế hoạch|chương trình|dự kiến|định hướng|giải pháp|(?:những |các )?(?:công )?việc)\b",
    re.IGNORECASE,
)
#: What was asked for by others and is answered, or asked of them: ``trả lời kiến nghị của cử tri``, ``Cử tri xã A: Đề nghị …``.
_ASKED = pattern(
    r"(?:trả lời|giải trình|tiếp thu|giải quyết|phúc đáp|hồi đáp)\b[^\n.;]{0,40}?(?:kiến nghị|đề nghị|yêu cầu|đề xuất|câu hỏi)|"
    r"^\W*(?:\d{1,2}[.)] ?)?(?:(?:ý kiến|kiến nghị|câu hỏi|chất vấn|nội dung)(?: số)?(?: \d{1,2})?[.:]? ?(?:của )?)?"
    r"(?:cử tri|đại biểu|đb|hỏi|câu hỏi|chất vấn)\b[^\n]*|\W*(?:câu hỏi|kiến nghị|chất vấn|ý kiến) (?:số |thứ )?\d{1,2}\b[^\n]*",
    re.IGNORECASE,
)
_PLAN = pattern(r"\s*(?:kế hoạch|chương trình hành động|chỉ thị|hướng dẫn|tờ trình|công văn|đề án|quy chế)\b", re.IGNORECASE)
#: What a sentence begins with that sets a task, unless a heading above says that results are told.
_MAY_OPEN = pattern(
    r"[^\w]*(?:\d+[.)]\s*|[a-zđ]\)\s*|[-+*]\s*)?"
    r"(?:tham mưu|duy trì|rà soát|củng cố|chủ động|phát huy|tranh thủ|tăng cường|đẩy mạnh|chú trọng|nâng cao)\b"
)
#: A heading that holds a time and nothing else: ``II. Tháng 11``; the time that the lines of a report's title name first.
_TIME = pattern(
    r"\W*(?:[ivxa-h\d]{1,4} ?[.)/:-] ?)?(?:phần [^\W\d]+:? )?(?:công việc |việc )?(?:của |trong )?"
    r"(?:tháng (?P<month>\d{1,2})(?:(?: năm |/)(?P<of>\d{4}))?|năm (?P<year>\d{4})|giai đoạn \d{4} ?- ?\d{4})\W*$"
)
_TITLED = (pattern(r"tháng (\d{1,2})\b"), pattern(r"năm (\d{4})\b|tháng \d{1,2}/(\d{4})"))
#: A heading that holds the rest of the year alone, and what the title of a report on its first part names.
_REST = pattern(
    r"\W*(?:[ivxa-h\d]{1,4} ?[.)/:-] ?)?(?:(?:một số )?(?:công việc|việc|công tác|hoạt động|nội dung) )?(?:trong |của )?"
    r"(?:(?:các |những |mấy |[\d]{1,2} |ba |sáu )tháng (?:cuối|còn lại)(?: của)?(?: năm)?|(?:nửa|cuối) (?:cuối )?năm|"
    r"quý (?:iii|iv|[34])|từ nay đến (?:hết|cuối) năm)"
    r"(?:[ /](?:năm )?\d{4})?\W*$"
)
_FIRST_PART = pattern(
    r"(?:đầu năm|(?:sáu|chín|ba|6|9|3) tháng(?! cuối)|nửa (?:đầu )?năm(?! cuối)|quý (?:i|ii|iii|[123])\b|"
    r"tháng (?:[1-9]|1[01]|một|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)\b)"
)
#: What a sentence that sets a task begins with.
_OPENS = pattern(
    r"[^\w]*(?:(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) là\s*[:,]?\s*|thứ \w+\s*[:,]\s*|\d+[.)]\s*|[a-zđ]\)\s*|[-+*]\s*)?"
    r"(?:tiếp tục(?! (?:chương trình |các hoạt động (?:trong )?|hành trình )?(?:chuyến|đợt))|tăng cường|đẩy mạnh|"
    r"phấn đấu|đề nghị|kiến nghị|đề xuất|xin kiến nghị|chú trọng|nâng cao|tham mưu|"
    r"phát huy|củng cố|chủ động|tranh thủ|huy động sự|rà soát|mục tiêu|phương hướng|thời gian tới|trong thời gian tới|"
    r"năm tới(?! nay)|sắp tới|dự kiến|đề án|ưu tiên|duy trì|căn cứ|theo kế hoạch(?! (?:được|đã)\b)|mong|"
    r"(?:trong )?(?:năm|quý|tháng) [\d/ivx]{1,7},? (?:tỉnh |sở |thành phố |ta )?(?:dự kiến|sẽ|phấn đấu)|"
    r"(?:từ )?nay (?:cho )?(?:đến|tới) (?:hết|cuối) (?:năm|quý|nhiệm kỳ))\b|"
    r"[^\w]*(?:\d+[.)] ?)?(?:một số )?(?:chỉ tiêu|nhiệm vụ|kế hoạch|việc|trọng tâm)(?: (?:công tác|chính|chủ yếu|cụ thể|"
    r"trọng tâm))*(?: năm)? \d{4}(?: là)? ?:",
)
_INTENT = pattern(
    r"\b(?:sẽ|dự kiến|dự định|phấn đấu|kế hoạch năm|đề xuất|đề nghị|kiến nghị|mục tiêu|chỉ tiêu|cần(?! thơ| giờ|"
    r" giuộc| đước| kiệm)|"
    r"thời gian tới|sắp tới|tới đây|phương hướng|"
    r"(?<!vắc )(?<!vắc-)xin(?!-)(?! (?:phép và|nhắc|nêu|kể|báo cáo|điểm lại|trình bày|giới thiệu|chúc|cảm ơn|thông báo|dẫn|"
    r"trả lời|giải trình|làm rõ|cung cấp|phúc đáp))|"
    r"mời gọi|(?:hy|hi) vọng(?! của)|(?<!lời )kêu gọi|nếu(?! như| (?:chỉ )?tính| (?:chỉ )?kể| cộng)|muốn|cam kết trước|"
    r"trình (?:ubnd|chính phủ|chủ tịch|thủ tướng|bộ)(?![^,;.\d]{0,30} (?:cho phép|phê duyệt|cấp phép|cấp) (?:cho )?\d)|"
    r"(?<!đã )(?<!nhân )chuẩn bị|xem xét|nhu cầu|đang đàm phán|đang trình|đang xin|"
    r"mong (?:tỉnh|ubnd|thành phố|sớm|rằng|phía|được|các)|ước tính cần)\b",
)
_PLACE = re.compile(r"\bCần (?=[A-ZĐ])|\bHy Vọng\b")
_ASIDE = re.compile(r"\([^()\n]{0,80}\)")  # ``21 đoàn (kế hoạch năm: 40 đoàn), trong đó 17 đoàn …``
#: An event that a clause opens with and that is still to come: ``Lễ ký … sẽ diễn ra``; not what a meeting agreed on.
_COMES = pattern(
    r"[^\w]*(?:lễ|buổi|cuộc|hội thảo|hội nghị|hội đàm|diễn đàn|chuyến|tuần lễ|đại hội|triển lãm|hội chợ|"
    r"liên hoan|toạ đàm|tọa đàm)\b"
    r"(?:(?! (?:đã|vừa|thống nhất|nhất trí|quyết định|cho biết|thông báo|đồng ý|xác định|bàn) )[^,;.]){0,200}?"
    r" (?:sẽ|dự kiến)(?: sẽ)?(?: chính thức)? "
    r"(?:được tổ chức|được tiến hành|tổ chức (?:vào|tại|trong)|diễn ra|khai mạc|bắt đầu|(?:vào )?(?:ngày|tháng|quý) )"
)
#: What there is not: ``không có đoàn nào``, ``chưa ký thỏa thuận nào``.
_NONE = pattern(r"\b(?:không|chưa)\b[^,;.]{1,80}?\bnào\b[^,;.]*")
#: What ends the words before the orders of a directive or plan, which look back: ``Ban Thường vụ yêu cầu:``.
_ORDERS = pattern(
    r"(?:yêu cầu|chỉ thị|giao|đề nghị|chỉ đạo|quyết định|ban hành|thống nhất|tập trung|thực hiện|nội dung|như sau|nhiệm vụ)\b"
    r"[^.]{0,300}:\W*$",
    re.IGNORECASE,
)
_TITLE = 4  # headings without a number that hold a report's title
_SOON = 3  # months that a report looks ahead
_WAS = pattern(r"\b(?:đã|vừa)\b")
_DONE = pattern(r"\b(?:đã|vừa|được|đạt|hoàn thành)\b")


class _Heading(NamedTuple):
    """A heading in force; ``reports`` where it or one over it says that results are told."""

    level: int
    fact: bool
    said: str
    reports: bool


class Outline:
    """The headings passed so far: whether they lead reports or tasks, by their levels."""

    def __init__(self, title: str | None) -> None:
        self.section = ""
        self._told: list[str] = [title.lower()] if title else []
        self._before = bool(title and _PLAN.match(title))  # what stands before the orders of a directive looks back
        self._stack = [_Heading(-1, not self._before, "", False)]

    @property
    def fact(self) -> bool:
        return self._stack[-1].fact or self._before

    def read(self, paragraph: str) -> None:
        """Takes note of a paragraph: orders follow one that announces them."""
        if self._before and _ORDERS.search(paragraph):
            self._before = False

    @property
    def above(self) -> str:
        """The headings in force, outermost first, in small letters, parted by ``/``."""
        return "/".join(each.said for each in self._stack[1:])

    @property
    def reports(self) -> bool:
        """Whether a heading in force says that results are told."""
        return self.fact and self._stack[-1].reports

    def enter(self, heading: str, behind: bool | None = None, over: bool | None = None) -> None:
        """Goes below a heading, and out of those of its level and deeper; ``behind`` and ``over`` say whether the times that it
        names lie behind the document's day, for the most part or wholly (None where it names none).
        """
        self.section = heading.lower()
        numbered = _numbered(heading)
        if numbered is None:
            self._told.append(self.section)
        level = -1 if _ANNEX.match(heading) else _level(heading, numbered)
        figures = behind is not False and _SEVERAL.search(self.section) or (behind and _CHIEF.search(self.section))
        if _TABLE.match(heading) or figures:
            heading = _FIGURES.sub("", heading)
        while len(self._stack) > 1 and self._stack[-1].level >= level:
            self._stack.pop()
        intends = (bool(_INTENDS.search(_ASKED.sub("", heading))) and not _BOTH.search(heading)) or self._ahead(
            self.section, behind
        )
        reports = bool(_REPORTS.search(heading)) or (numbered is None and bool(_THEN.match(heading)) and not _PLAN.match(heading))
        reports = reports or (bool(over) and not intends and numbered is not None)
        both = intends and reports and not heading.lower().startswith(("phương", "nhiệm"))
        self._before &= not intends and numbered is None
        fact = self._stack[-1].fact if intends == reports and not both else (reports or not intends)
        self._stack.append(_Heading(level, fact, heading.lower(), reports or self._stack[-1].reports))

    def _ahead(self, heading: str, behind: bool | None) -> bool:
        """Whether a heading is a time alone, later than the document's day or than the time that the report's title names."""
        match = _TIME.match(heading)
        if behind is not None and (match or _REST.match(heading)):
            return not behind
        if match is None:
            told = " ".join(each for each in self._told[:_TITLE] if each != heading)
            return bool(_REST.match(heading)) and heading[-20:] not in told and bool(_FIRST_PART.search(told))
        month, year = (
            next((int(next(filter(None, one.groups()))) for each in self._told if (one := cue.search(each))), 0)
            for cue in _TITLED
        )
        said = int(match["year"] or match["of"] or 0)
        if said and year and said != year:
            return said > year
        return bool(match["month"] and month) and 0 < (int(match["month"]) - month) % 12 <= _SOON


def level_of(heading: str) -> int:
    """How deep a heading stands, by its number or capitals."""
    return _level(heading, _numbered(heading))


def _level(heading: str, numbered: int | None) -> int:
    return numbered if numbered is not None else 1 if heading.isupper() else 3


def _numbered(heading: str) -> int | None:
    """How deep a heading stands by its number or mark."""
    return next((place for place, shape in zip(_ORDER, _LEVELS, strict=True) if shape.match(heading)), None)


def orders(sentence: str, reported: bool = False) -> bool:
    """Whether a sentence (in small letters) opens as a task or a proposal does; ``reported`` where a heading tells results."""
    if _COMES.match(sentence):
        return True
    return bool(_OPENS.match(sentence)) and not (reported and _MAY_OPEN.match(sentence))


def denied(sentence: str, place: int) -> bool:
    """Whether a clause (in small letters) says that there is none of what stands at a place of it: ``chưa có đoàn nào sang``."""
    return "nào" in sentence and any(match.start() <= place < match.end() for match in _NONE.finditer(sentence))


def intended(before: str) -> bool:
    """Whether the words before a mention, in its clause, make it a plan or a wish; ``Cần Yên`` is a place, no need."""
    return _intended(before[before.rfind(";") + 1 :][-160:])


@lru_cache(1024)
def _intended(words: str) -> bool:
    """Several rules ask this of the same words."""
    clause = _ASIDE.sub(" ", _PLACE.sub(" ", words)).lower()
    said = list(_INTENT.finditer(clause))
    if not said:
        return False
    done = _WAS if said[-1][0].startswith("phấn đấu") else _DONE  # ``phấn đấu cả năm đạt 80.000 lượt khách``
    return not done.search(clause, said[-1].end())
