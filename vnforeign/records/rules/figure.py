"""A number of a sentence with the words on both sides: since the figure before it and up to the next; its place and its time."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from ...document import Slot
from ..build import Draft
from ..page import Mention, Sentence
from ..places import countries
from ..values import unit
from ..wording import holds, pattern

SHARE = pattern(r"trong đó|riêng|chiếm|đứng đầu|dẫn đầu|lớn nhất|nhiều nhất|gồm|tiếp (?:đến|theo)|kế đến|chủ yếu|\(")
_WITHIN = pattern(
    r"\b(?:(?:trong|toàn|vào|đến|tới|(?:trên )?địa bàn) (?=huyện|thị xã|xã|phường|quận|thị trấn|đặc khu)|(?:tại|trong|ở) (?=các khu))"
    r"(?P<place>huyện|thị xã|xã|phường|quận|thị trấn|đặc khu|các khu (?:công nghiệp|kinh tế))(?= (?:có|hiện|đã|đón|đi|tham quan|du lịch|đạt|được|là|còn|mới|chỉ)\b|[,:]| ?$)",
    2,
)
_NUMBER = pattern(r"^[\s(]*(?:\d+|[IVXa-z]+)[.)/-]* ?")
_IN_IT = pattern(r"(?:,? (?:hiện |đã |cũng )*(?:có|đón|đạt|thu hút|đưa|là|gồm|xuất|với)\b)?[^,;.:]{0,40}:?")
_PORT = pattern(r"(?:sân bay|cảng|ga|công ty|đảo) $")
_HERE = pattern(r"(?:qua|tại|ở) (?:đây|cửa khẩu này|nơi này)")
_WHOLE = pattern(r"\b(?:của|toàn|cả) tỉnh\b")
#: ``Khách quốc tế đến Chùa Hương, chùa Thầy được 28.400 lượt``.
_VISITED = pattern(
    r"[Kk]hách (?:du lịch )?(?:quốc tế|nước ngoài) (?:đến|tới|thăm|tham quan) (?P<place>[A-ZĐ](?:(?! (?:được|đạt|là|có|ước|trong|năm|tăng|khoảng)\b)"
    r"[^;.:\d()]){2,60}) (?:được|đạt|là|có|ước|khoảng)\b"
)
_SIGHT = pattern(
    r"(?:^|,|;| và) ?(?:tham quan|đến thăm|viếng) (?P<place>[^\W\d_](?:(?! (?:được|đạt|là|có|ước|trong|năm|khoảng|hơn|trên|gần)\b)[^,;.:\d()]){2,50})"
    r"(?: (?:được|đạt|là|có|ước|khoảng|hơn|trên|gần))*:? $"
)
#: ``riêng Bản Lác (Mai Châu) 11.250 lượt``.
_LONE = pattern(
    r"\b[Rr]iêng (?:tại |ở |khu du lịch |huyện |thị xã )?(?P<place>[A-ZĐ][^\W\d_]*(?: [A-ZĐ][^\W\d_]*){0,4})(?: \([^()\d]{2,30}\))?"
    r"(?: (?:đã|có|đón|đạt|là|được|thu hút|ước)){0,2} $"
)
_OF_PLACE = pattern(r" (?:(?:quốc tế|nước ngoài) )?(?:của|tới|đến|vào|thăm) (?:huyện |xã )?$")
_GATES = pattern(r"\b(?:hai|ba|bốn|các|\d+) (?:cặp )?(?P<noun>cửa khẩu )?$")
_AND_GATE = (", ", " và ", ", và ")
_THROUGH = pattern(r"[^,;.:()\d]{0,40}\b(?:qua|tại|ở)(?: cửa khẩu)? $")
_REGION = pattern(
    r"(?<!BQL )(?<!Ban Quản lý )(?<!Ban quản lý )(?:[Đđ]ịa bàn|[Kk]hu (?:vực|[Kk]inh tế|[Cc]ông nghiệp|[Cc]hế xuất|[Cc]ông nghệ cao)|KKT|KCN|KCX|CCN)"
    r" (?!Tỉnh|Thành phố|Huyện)[A-ZĐ][^,;.:\d()]{2,40}?(?=,? (?:(?:đóng góp|có|đạt|chiếm|thu hút|ước|là|đã|hiện)\b|\d|$)|: )"
)
_SUBJECT = 24  # characters before a subject
NEAR, FAR, _HEAD = 90, 9999, 40  # characters around a figure; before a subject
_COMPARISON = pattern(
    r"[^;()\n]{0,60}\b(?:so với|so|bằng|cùng kỳ|của|năm|quý|tháng)\b[^;()\d\n]{0,16}\d{0,4}[/\d]{0,5} ?\((?:là |đạt |chỉ |"
    r"có |chỉ đạt )?"
)
_NATION = pattern(
    r"(?<!của )(?<!so với )(?<!với )(?<!thứ \w )(?<!thứ \w\w )\b(?:cả nước|toàn quốc|nước ta)\b|giữa hai nước|(?:thương mại|kim ngạch)[^,;.\d]{0,24} (?:hai nước|giữa việt nam)|của việt nam|"
    r"các tỉnh (?:miền|phía|vùng|trong vùng|đồng bằng|tây|đông|duyên hải)|\b(?:toàn|cả) vùng\b"
)
#: ``chiếm một phần năm kim ngạch của cả nước (132 tỷ USD)``.
_ALL_BESIDE = pattern(r"\b(?:cả nước|toàn quốc|nước ta|cả vùng|toàn vùng) ?\((?:là |đạt |khoảng |hơn ){0,2}$")
_NATIONAL = ("nước", "toàn quốc", "việt nam", "các tỉnh", "vùng")  # of which one stands in what the pattern above finds
_LEADS_IN = pattern(r"[ +*•-]*(?:phía |bạn |tỉnh |thành phố )*")
_TELLS = pattern(r" (?:\([^)]{2,16}\) )?(?:cho biết|thông báo|giới thiệu)")
_HAS = pattern(r"(?: \([^)]{2,16}\))?(?: (?:năm|trong|hiện|đã|cũng|có|đạt|thu hút|đón|xuất khẩu|,)\b)")
_PLACE = pattern(r"\b(?:tỉnh|thành phố|địa bàn|huyện|tp)\b")
#: What the rules of counts begin with, to pass the rest by at once.
_COUNTABLE = pattern(
    r"(?:lượt )?(?:dự án|chương trình|quốc gia|nước|thị trường|người|lao động|nông dân|công nhân|thanh niên|tu nghiệp sinh|thực tập sinh|điều dưỡng|hộ lý|giấy (?:chứng nhận|phép)|lượt|khách|"
    r"du khách|nhà đầu tư|chuyên gia|kỹ sư|công dân|thủ đô|địa phương|tỉnh|thành phố|đối tác|bang|vùng|cặp)|lượt"
)
#: What goods are weighed in, beside their worth: ``Xuất khẩu 61.500 tấn, 108 triệu USD``.
_GOODS = pattern(r"(?:tấn|kg|m3|lít|container|thùng|con|chiếc|sản phẩm|lô hàng)(?: [^\W\d_]+){0,3}")
#: A label of an item that says only the time of its figure: ``- Quý IV (ước): 8,5 triệu USD`` is of what its lead says.
_LABEL = pattern(
    r"[^\w(]*(?:\d{1,2}[.)] ?|[a-zđ]\) ?)?(?:ước |cả |riêng |trong )*(?:quý|tháng|năm|\d+ tháng(?: đầu năm)?)[ \w/.-]{0,24}(?:\([^()\d]{2,16}\))?"
    r" ?(?:[:=-] ?)?(?:đạt |là |ước |được |khoảng ){0,3}"
)
_NO_COUNTS = ("%", "lần", "ngày", "tuần", "tháng", "quý", "năm")
_BREAK, _STOP = re.compile(r"[,;:.(]| trong đó"), re.compile(r"[;:]|\. ")  # where the clause behind a figure ends; its sentence
TRADED = ("trade", "exports", "imports")


class Figure(msgspec.Struct):
    """A number of a sentence with the words since the figure before it and those up to the next, in small letters."""

    sentence: Sentence
    mention: Mention
    floor: int
    before: str
    after: str
    unit: str
    told: str = ""  # the sentence or lead before it and the heading above, in small letters

    @property
    def compared(self) -> bool:
        """Whether it stands in brackets behind a time that the figure before it is compared with."""
        return _COMPARISON.fullmatch(self.before) is not None

    @property
    def bracketed(self) -> bool:
        """Whether it stands in a bracket that opened behind the figure before it: ``11,9 triệu USD (năm 1998: 9,7 triệu USD)``."""
        return "(" in self.before and self.before.rfind("(") > self.before.rfind(")")

    @property
    def home(self) -> bool:
        """Whether the figure is the province's: no word of the whole country stands nearer before it than one of the place."""
        words = self.sentence.lower[: self.mention.start - self.sentence.start]
        if _of_others(self.sentence) or _ALL_BESIDE.search(words):
            return False
        told = holds(words, _NATIONAL)
        nation = [match.end() for match in _NATION.finditer(words)] if told else []
        return not nation or _PLACE.search(words, nation[-1]) is not None

    @property
    def clause(self) -> str:
        """The words behind, up to a comma or another break."""
        return _up_to(_BREAK, self.after)


class Last(msgspec.Struct):
    """What was counted before: its key, its row and where it ends."""

    key: str = ""
    passage: int = -1
    row: Draft | None = None
    whole: str = ""  # the first sum of trade in the passage, of which others may be parts
    times: dict[str, Draft] = msgspec.field(default_factory=dict)  # the last row of each group of figures in the passage
    of_land: bool = False  # whether it was told of one foreign land
    share: int = -1  # the end of the figure behind it that was one land's share, and no row

    def is_of(self, sentence: Sentence, *keys: str) -> bool:
        return self.passage == sentence.passage and self.key in keys

    def time(self, sentence: Sentence, key: str) -> Slot | None:
        """The time of the last figure that goes together with one: projects and their capital, exports and imports."""
        held = self.times.get(_group(key)) if self.passage == sentence.passage else None
        return held.slots.get("as_of") if held else None

    def then(self, key: str, row: Draft, of_land: bool, aside: bool = False) -> Last:
        """What holds for the next figure; the time of one in brackets (``aside``) is its own."""
        passage = row.sentence.passage
        times = {**(self.times if self.passage == passage else {}), **({} if aside else {_group(key): row})}
        whole = self.whole if self.passage == passage and self.whole else key if key in TRADED else ""
        return Last(key, passage, row, whole, times, of_land)


def _group(key: str) -> str:
    return "trade" if key in TRADED else key[:3]


def figures(sentence: Sentence, lead: Sentence | None = None) -> Iterator[Figure]:
    """The sums and counts of a sentence; percentages and times (``tăng 4,6 lần``) belong to the figure before them.

    ``lead`` is the sentence with a colon that a list item stands below.
    """
    told = [each for each in sentence.of("QUANTITY", "AMOUNT") if unit(each) not in _NO_COUNTS]
    if not told:
        return
    above = sentence.earlier or lead
    near = f"{above.lower if above else ''}\n{sentence.section}"
    floor = sentence.start
    for place, each in enumerate(told):
        stop = told[place + 1].start if place + 1 < len(told) else sentence.end
        if each.label == "QUANTITY" and not _COUNTABLE.match(unit(each)):
            floor = floor if _GOODS.fullmatch(unit(each)) else each.end
            continue
        at = max(floor, each.start - 2 * NEAR)
        before = sentence.lower[at - sentence.start : each.start - sentence.start]
        after = sentence.lower[each.end - sentence.start : min(stop, each.end + NEAR) - sentence.start]
        if floor == sentence.start and _LABEL.fullmatch(before):
            before = f"{lead.lower if lead else sentence.section} {before}"
        yield Figure(sentence, each, floor, before, after, unit(each), near)
        floor = each.end


def _up_to(mark: re.Pattern[str], words: str) -> str:
    found = mark.search(words)
    return words[: found.start()] if found else words


def distance(figure: Figure, cue: re.Pattern[str]) -> int:
    """Characters from a figure to the nearest mention of a cue in its sentence, those behind it counting only in its clause."""
    words = figure.sentence.lower
    at, end = figure.mention.start - figure.sentence.start, figure.mention.end - figure.sentence.start
    found = [at - each.end() for each in cue.finditer(words, 0, end)] + [
        3 * (each.start() + 1) for each in cue.finditer(_up_to(_STOP, figure.after))
    ]
    return min((max(each, 0) for each in found), default=FAR)


def _of_others(sentence: Sentence) -> bool:
    """Whether a sentence opens with another province as its subject, or with what a partner abroad says of itself."""
    head = sentence.inside(sentence.start, sentence.start + _SUBJECT, "PROVINCE", "FOREIGN_UNIT")
    if not head or not _LEADS_IN.fullmatch(sentence.lower[: head[0].start - sentence.start]):
        return False
    behind = sentence.after(head[0].end, 24)
    if head[0].label == "FOREIGN_UNIT":
        return _TELLS.match(behind) is not None
    home = sentence.page.document.metadata.get("province")
    name = getattr(head[0].entity.value, "name", home)
    return bool(home and name != home and _HAS.match(behind) and of_section(sentence) is None)


def of_land(figure: Figure) -> bool:
    """Whether the words before a figure, or right behind it, name foreign lands."""
    start, end = figure.mention.start - len(figure.before), figure.mention.end
    return bool(countries(figure.sentence, start, end + 12)[0])


def is_share(figure: Figure, last: Last) -> bool:
    """Whether a figure is what one foreign land has of the one before it."""
    if figure.floor == last.share and ";" not in figure.before:
        return True  # the capital of those projects
    if not of_land(figure) or place(figure):
        return False
    near = last.row is not None and last.row.sentence is figure.sentence and not last.of_land
    return near or SHARE.search(figure.before) is not None


def place(figure: Figure) -> tuple[int, int] | None:
    """The gate, district or commune that a figure is of, named since the figure before it or behind ``của``."""
    sentence, at = figure.sentence, figure.mention.start
    if match := _VISITED.search(sentence.text, figure.floor - sentence.start, at - sentence.start):
        return sentence.start + match.start("place"), sentence.start + match.end("place")
    if figure.floor > sentence.start and (
        match := _SIGHT.search(sentence.text, figure.floor - sentence.start, at - sentence.start)
    ):
        return sentence.start + match.start("place"), sentence.start + match.end("place")
    lone = _LONE.search(sentence.text, figure.floor - sentence.start, at - sentence.start)
    if lone and not sentence.inside(sentence.start + lone.start("place"), at, "COUNTRY", "FOREIGN_UNIT", "PROVINCE"):
        return sentence.start + lone.start("place"), sentence.start + lone.end("place")
    bodies = [(each.start, each.end) for each in sentence.of("ORG")]
    clause = sentence.clause(at)[0]
    if own := list(_WHOLE.finditer(sentence.lower, clause - sentence.start, at - sentence.start)):
        clause = sentence.start + own[-1].end()  # ``của tỉnh``: no place before it is that of the figure
    named = [
        each
        for each in sentence.inside(max(figure.floor, clause if own else 0), at, "BORDER_GATE", "DISTRICT", "COMMUNE")
        if not any(start < each.start < end for start, end in bodies) and not _PORT.search(sentence.before(each.start, 10))
    ]
    if named and named[-1].label == "BORDER_GATE" and (joined := _joined(sentence, named)):
        return joined
    if named and (
        named[-1].label == "BORDER_GATE"
        or named[-1].end + 60 > at
        and _IN_IT.fullmatch(sentence.lower[named[-1].end - sentence.start : at - sentence.start])
    ):
        return named[-1].start, named[-1].end
    gates = [each for each in sentence.inside(clause, at, "BORDER_GATE") if not any(a < each.start < b for a, b in bodies)]
    lead = [each for each in sentence.of("BORDER_GATE") if not any(a < each.start < b for a, b in bodies)]
    if not gates and not own and len(lead) == 1 and lead[0].start - sentence.start < _HEAD and lead[0].end <= at:
        gates = lead  # the subject of a sentence in clauses
    if gates:
        return gates[-1].start, gates[-1].end
    if figure.floor == sentence.start and (match := _WITHIN.search(sentence.text, 0, at - sentence.start)):
        return sentence.start + match.start("place"), sentence.start + match.end("place")
    if match := _REGION.search(sentence.text, figure.floor - sentence.start, at - sentence.start):
        return sentence.start + match.start(), sentence.start + match.end()
    behind = sentence.inside(figure.mention.end, figure.mention.end + 30, "DISTRICT", "COMMUNE")
    if behind and _OF_PLACE.fullmatch(sentence.lower[figure.mention.end - sentence.start : behind[0].start - sentence.start]):
        return behind[0].start, behind[-1].end
    passed = sentence.inside(figure.mention.end, figure.mention.end + 60, "BORDER_GATE")
    if passed and _THROUGH.fullmatch(sentence.lower[figure.mention.end - sentence.start : passed[0].start - sentence.start]):
        return passed[0].start, passed[0].end
    earlier = sentence.earlier
    if earlier and _HERE.search(figure.before) and (gates := earlier.of("BORDER_GATE")):
        return gates[-1].start, gates[-1].end
    return None


def _joined(sentence: Sentence, named: list[Mention]) -> tuple[int, int] | None:
    """``hai cửa khẩu Hoa Lư, Hoàng Diệu``: gates that one number is of, with the word for them."""
    gates = [each for each in named if each.label == "BORDER_GATE"]
    first = len(gates) - 1
    while first and sentence.text[gates[first - 1].end - sentence.start : gates[first].start - sentence.start] in _AND_GATE:
        first -= 1
    several = _GATES.search(sentence.before(gates[first].start, 24))
    if first == len(gates) - 1 or not (several or gates[first].text.lower().startswith("cửa khẩu")):
        return None
    return gates[first].start - (len("cửa khẩu ") if several and several["noun"] else 0), gates[-1].end


def of_section(sentence: Sentence) -> Mention | None:
    """The province whose section of a report on several a figure stands in: a heading that is its name, ``2. Quảng Ninh``."""
    page = sentence.page
    start, end = next(page.headings(sentence.passage), (0, 0))
    named = [each for each in page.between(start, end) if each.label == "PROVINCE"]
    alone = named and _NUMBER.sub("", page.view.text[start:end]).strip(" .:") == named[0].text
    return named[0] if alone and getattr(named[0].entity.value, "name", "") != page.document.metadata.get("province") else None
