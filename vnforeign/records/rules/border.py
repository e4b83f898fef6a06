"""Border statistics: markers and lines, incidents, patrols and talks; a national line and the province's own are two rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from ...document import Slot
from ..build import Draft
from ..page import Mention, Page, Sentence
from ..values import count, unit, whole
from ..wording import holds, pattern
from . import incidents
from .span import period
from .stretch import as_of, line, neighbour

_POSITIONS = pattern(r"vị(?: trí)?(?: mốc)?$|vị trí|điểm mốc")
_MARKERS = pattern(r"cột$|(?:cột |cột/)?mốc(?: (?:giới|biên giới|quốc giới|chính|phụ))?$|cột mốc|mốc (?:quốc )?giới")
_KM = pattern(r"km|ki-lô-mét|kilômét|cây số")
#: Words of the border, as they stand in small letters; looked for in every sentence with a number, so no pattern.
_BORDER: tuple[str, ...] = (
    "biên giới",
    "đường biên",
    "phân giới",
    "mốc",
    "tuần tra",
    "biên phòng",
    "bđbp",
    "cửa khẩu",
    "giao ban",
    "xuất nhập cảnh",
)
_BORDER += (
    "ma tuý",
    "ma túy",
    "buôn lậu",
    "vượt biên",
    "nhập cảnh trái phép",
    "xuất cảnh trái phép",
    "xâm canh",
    "xâm cư",
    "bán người",
    "mua bán",
    "bán phụ nữ",
    "trao trả",
    "nhập cảnh chui",
    "mốc giới",
)
_WORKS = (pattern(r"tuần tra"), pattern(r"hội đàm|giao ban|gặp gỡ"), pattern(r"\bthư\b|công hàm"))

_SET = pattern(r"xác định|cắm|thống nhất|hoàn thành|đã làm|thực hiện|nâng tổng số|(?<!xây )(?<!dựng )\bxong\b|đã được")
_BUILT = pattern(
    r"xây (?:dựng|xong|mới|được|lắp)|\bxây ?$|(?<!xây )\bdựng\b|hoàn thành xây|thi công|tôn tạo|tăng d[àầ]y|khánh thành"
)
_MUST = pattern(r"\b(?:phải|cần) [^,;.\d]{0,30}$")
_CUT = pattern(
    r"phân giới(?: trên thực địa| cắm mốc)?(?: được| xong| dài)? ?(?:được |khoảng |hơn |trên |gần )?$|phân giới(?: được| xong)"
)
_LONG = pattern(r"(?:đoạn|đường|tuyến) biên giới $|dài|có|giáp|đối diện|với|phải|tổng|khoảng|là|tiếp|và|;|gồm|:|,|\(")
_OF_ALL = pattern(r"trong (?:tổng số |số )?$")
_OUT_OF = pattern(r"trên (?:tổng số )?$|trong tổng số $|tổng số $")
_ROADS = pattern(r"tuần tra|phát quang|đường (?!biên)|\b(?:cách|hàng rào|kè|quốc lộ|sông|đi bộ|bán kính|sâu|từ km|cầu)\b")
#: A part of a line, by what it runs along.
_WATER = pattern(r" (?:là |đi theo |chạy theo |theo |dọc |trên )+(?:đường |biên giới |biên )*(?:sông|suối|đất liền|bộ\b)")
_FRONTIER = pattern(r"đường biên|bờ biển|biên giới|trên bộ|trên đất liền|tuyến|giáp|đối diện|đoạn")
_PLANNED = pattern(r"kế hoạch|chỉ tiêu|mốc (?:đại|trung|tiểu)|loại mốc|\bbị\b|sửa|tu bổ|nằm")
_CARRIED_OUT = pattern(r"\b(?:đã|mới|vừa)\b[^;]*\b(?:xác định|cắm|xây|dựng|hoàn thành|xong)\b")
_PART = pattern(r"\b(?:thêm|trong đó|gồm|riêng (?:năm|quý|tháng))\b")
_PARTS_END = pattern(r"[;)](?! ?[,;]? ?\d)|, (?:đã|tính|hai bên|còn)\b")
_LESSER = pattern(r" ?(?:mốc )?(?:giới |biên giới )?phụ\b|,? ?cọc dấu")
_LESSER_BEFORE = pattern(r"mốc (?:biên giới |giới )?phụ (?:(?! tại )[^;.]){0,60}$")
_DONE_BEHIND = pattern(
    r"[^;.\d]{0,12}(?: với \d+ (?:cột )?mốc)?, (?:tất cả|toàn bộ)(?: đều)? đã (?:đều )?(?:được )?(?:cắm|xác định|xây|hoàn thành)\w*|(?:/\d[\d.]* (?:cột mốc|mốc|cột))?(?: \([^()]{0,30}\))? ?(?:biên giới |quốc giới )?(?:cũ )?(?:đã |đều |được |do [^,;.]{1,20} )+(?:hai bên |ta |hoàn thành )?(?:được )?(?:cắm|xác định|xây|hoàn thành)\w*"
)
_HAS_BEHIND = pattern(r" (?:biên giới |quốc giới )?(?:trên địa bàn|của tỉnh|do tỉnh|trong tỉnh|toàn tỉnh|các loại|đều)")
_ADDED = pattern(r"\bthêm [^;.]{0,40}$")
_LISTED = pattern(r"[^,;.\d]{0,20}, ?")
_OPEN = pattern(r"\b(?:còn|chưa)\b")
_TOTAL = pattern(r"\b(?:phải|tại|toàn bộ|cả|tổng|có|với|gồm|tương ứng|là|quản lý)\b")

_JOINED = pattern(r"^(?:xác định|cắm)(?:,| và) |^xây (?:dựng|xong)(?:,| và) | và ")
_PART_OF = pattern(r"(?<![\d.,/])(?P<n>\d{1,3}(?:\.\d{3})?) $")
_DONE = ("positions_set", "markers_set", "positions_built", "markers_built", "demarcated_km")


def drafts(page: Page) -> Iterator[Draft]:
    """The rows of border figures; a sentence that goes on with what was done on the same line fills the same row."""
    for sentences in _by_passage(page):
        lines: list[Draft] = []
        for sentence in sentences:
            for draft in _lines(sentence):
                if lines and _goes_on(lines[-1], draft):
                    lines[-1].slots |= draft.slots
                else:
                    lines.append(draft)
        works: list[Draft] = []
        for sentence in sentences:
            for draft in incidents.drafts(sentence):
                if not _stands_with(lines, draft):
                    works.append(draft)
        yield from [*lines, *works]


def _goes_on(held: Draft, draft: Draft) -> bool:
    done = any(each in draft for each in _DONE) and any(each in held for each in _DONE)
    return done and "line" not in draft and not draft.slots.keys() & held.slots.keys()


def _stands_with(lines: list[Draft], works: Draft) -> bool:
    """Puts patrols and talks into the row of the line that their own sentence tells of."""
    for held in lines:
        if (
            held.sentence is works.sentence
            and "incident_type" not in works
            and not works.slots.keys() & held.slots.keys() - {"period"}
        ):
            held.slots |= works.slots
            return True
    return False


def _by_passage(page: Page) -> Iterator[list[Sentence]]:
    told = [each for each in page.sentences if each.fact and each.of("QUANTITY") and _of_border(each)]
    for _, sentences in groupby(told, key=lambda each: each.passage):
        yield list(sentences)


def _of_border(sentence: Sentence) -> bool:
    """Whether the words, those before them or the headings are of the border, or what is counted tells so."""
    near = [sentence.lower, sentence.earlier.lower if sentence.earlier else "", sentence.section, sentence.above]
    near.append(str(sentence.page.document.metadata.get("title", "")).lower())
    told = any(_says(words) for words in near)
    return told or sum(bool(cue.search(sentence.lower)) for cue in _WORKS) > 1


@lru_cache(maxsize=64)
def _says(words: str) -> bool:
    """Whether words are of the border; a sentence is asked for itself and for the one behind it, a heading for all below."""
    return holds(words, _BORDER)


def _lines(sentence: Sentence) -> Iterator[Draft]:
    """Length, markers set and built, kilometres demarcated; a second figure of a kind begins another row."""
    draft, floor, gap, aside = Draft("border_statistics", sentence), sentence.start, sentence.start, sentence.start
    doing: tuple[str, ...] = ()
    for each in sentence.of("QUANTITY"):
        kind, words = unit(each), sentence.lower[gap - sentence.start : each.start - sentence.start]
        fresh, last = Draft("border_statistics", sentence), gap
        if _KM.match(kind):
            _length(fresh, draft, sentence, each, words)
        elif _POSITIONS.match(kind) or _MARKERS.match(kind):
            doing = _doing(words, doing)
            _mark(fresh, sentence, each, "positions" if _POSITIONS.match(kind) else "markers", words, doing)
        held = not _KM.match(kind) and (
            any(name in draft for name in fresh.slots)
            or (_fewer(fresh, draft) and not _BUILT.search(words) and not _SET.search(words))
        )
        if held and _PART.search(words):
            aside = _aside(sentence, each)
        if not len(fresh) or (held and each.start < aside) or not sentence.is_fact(each.start):
            continue
        gap = each.end
        if any(name in draft and draft.slots[name].value != slot.value for name, slot in fresh.slots.items()):
            yield _finished(draft, sentence, floor)
            draft, floor = Draft("border_statistics", sentence), last
        draft.slots |= fresh.slots
    if len(draft):
        yield _finished(draft, sentence, floor)


def _fewer(fresh: Draft, held: Draft) -> bool:
    """Whether markers are fewer than the positions told before: ``22 vị trí cột mốc, gồm 1 mốc A``."""
    told = [number for name, slot in held.slots.items() if name.startswith("positions") and (number := _number(slot))]
    return bool(told) and all(_number(slot) < min(told) for slot in fresh.slots.values())


def _number(slot: Slot) -> int:
    return int(slot.value) if isinstance(slot.value, str) and slot.value.isdecimal() else 0


def _aside(sentence: Sentence, each: Mention) -> int:
    """Where the parts of a figure end that are counted behind it: ``(gồm 540 mốc chính, 95 mốc phụ)``."""
    found = _PARTS_END.search(sentence.text, each.end - sentence.start)
    return sentence.start + found.start() if found else sentence.end


def _doing(words: str, held: tuple[str, ...]) -> tuple[str, ...]:
    """What the words before a figure say was done: the last of two verbs, or both where ``và`` joins them; else as before."""
    near = _clause(words)
    if _MUST.search(near) or _OPEN.search(near):
        return ()
    done = [match.start() for match in _SET.finditer(words)]
    built = [match.start() for match in _BUILT.finditer(words)]
    between = words[min(done[-1], built[-1]) : max(done[-1], built[-1])] if done and built else ""
    if "xác định" in words and _JOINED.search(between):
        return ("set", "built")
    if built and (not done or built[-1] >= done[-1] or "hoàn thành" in words[done[-1] : done[-1] + 11]):
        return ("built",)
    return ("set",) if done else held


def _clause(words: str) -> str:
    """The last clause of the words before a figure."""
    return re.split(r"[;:]|, (?=đã|tính|còn)", words)[-1][-80:]


def _mark(draft: Draft, sentence: Sentence, each: Mention, what: str, words: str, doing: tuple[str, ...]) -> None:
    planned = _PLANNED.search(_clause(words))
    if planned and not _CARRIED_OUT.search(_clause(words), planned.end()):
        return
    total = whole(each)
    if unit(each).endswith("phụ") or _LESSER.match(sentence.after(each.end, 24)) or _ADDED.search(words[-60:]):
        return
    if _LESSER_BEFORE.search(words) and not unit(each).endswith("chính"):
        return
    if total is None and _OF_ALL.search(words):
        draft.put(f"{what}_total", count(each), each, "total")
        return
    if not doing and (done := _DONE_BEHIND.match(sentence.after(each.end, 60))):
        doing = ("built",) if "xây" in done[0] else ("set",)
    if not doing and total is None:
        if _PLANNED.search(sentence.after(each.end, 36)):
            return
        if (
            _TOTAL.search(words[-60:])
            or words.strip() in ("/", "")
            or _LISTED.fullmatch(words)
            or _HAS_BEHIND.match(sentence.after(each.end, 40))
        ):
            draft.put(f"{what}_total", count(each), each, "total")
        return
    if total is None and each.text.startswith("trên ") and (part := _PART_OF.search(sentence.before(each.start, 12))):
        span = each.start - len(part[0]), each.start - 1  # ``168 trên 172 mốc``
        for behind in doing or ("set",):
            draft.put(f"{what}_{behind}", part["n"].replace(".", ""), span, behind)
        draft.put(f"{what}_total", count(each), each, "whole")
        return
    for behind in doing or ("set",):
        draft.put(f"{what}_{behind}", count(each), each, behind)
    if total:
        draft.put(f"{what}_total", total, each, "whole")


def _length(draft: Draft, held: Draft, sentence: Sentence, each: Mention, words: str) -> None:
    """Kilometres of the line, or those demarcated; roads and patrols are none."""
    total = whole(each)
    if sentence.before(each.start, 3) == "km/":
        draft.put("length_km", count(each), each, "whole")
    elif _CUT.search(words):
        draft.put("demarcated_km", count(each), each, "cut")
        if total:
            draft.put("length_km", total, each, "whole")
    elif _OUT_OF.search(words) and "demarcated_km" in held:
        draft.put("length_km", count(each), each, "whole")
    elif "length_km" in held and _WATER.match(sentence.after(each.end, 40)):
        return
    elif not _ROADS.search(words[-40:]):
        behind = sentence.after(each.end, 24).split(",")[0]
        long = _LONG.search(words[-24:] or ":") and _FRONTIER.search(words[-90:])
        if long or _FRONTIER.search(behind) or ("length_km" in held and neighbour(sentence, each.start - len(words), each.start)):
            draft.put("length_km", count(each), each, "length")


def _finished(draft: Draft, sentence: Sentence, floor: int) -> Draft:
    starts = [each.start for slot in draft.slots.values() for each in slot.evidence]
    first = sentence.page.view.place(min(starts))
    if not as_of(draft, sentence, sentence.page.view.place(max(starts))) and any(each in draft for each in _DONE):
        period(draft, sentence, first)
    line(draft, sentence, floor, first)
    return draft
