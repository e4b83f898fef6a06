"""A sentence of aid in parts: which words belong to which giver, and to which of several gifts."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import msgspec

from ..page import Mention, Sentence
from ..sums import plain
from ..values import money
from ..wording import pattern
from .donor import Giver

_THING = pattern(
    r"(?:,| và|;|:|gồm|như|cùng|^|\bduyệt|\bnhận) ?(?:\(?\d{1,2}[.)]? ?)?(?=(?:[Dd]ự án|[Cc]hương trình|[Kk]hoản viện trợ|[Pp]hi dự án|[Cc]ông trình)\b)"
)
_JOINT = pattern(r",? và |, (?:còn |riêng )?|; ?|, trong đó |: ?|\) ")
_FURTHER = pattern(
    r"(?:;|,? và |, ) ?(?=(?:[Dd]ự án|[Cc]hương trình|[Cc]ông trình|[Kk]hoản|xe|máy|phòng|nhà|trạm|thiết bị|trang thiết bị|\d+ \w+)\b)"
)
_ONE_GIFT = pattern(
    r"trong đó|gồm|tương đương|mỗi|bình quân|giai đoạn|năm \d|ngân sách (?:tỉnh|nhà nước|huyện|địa phương|thành phố)|đối ứng|tỉnh (?:góp|chi|bỏ)|dân góp"
)
_GOES_ON = pattern(
    r"[;,] ?(?:đồng thời |ngoài ra,? |bên cạnh đó,? )?(?:còn |cũng |đã )?(?:hỗ trợ|tài trợ|viện trợ|tặng|trao|giúp|cấp|xây|trao tặng)\b"
)
_WORK = pattern(
    r" (?:để |cho việc )?(?:xây|mua|sửa|làm|lắp|khoan|trồng|nâng cấp|cải tạo|trang bị|đào tạo|tập huấn|mổ|khám|hỗ trợ|tặng)\b"
)
_LAST = pattern(r"(?:,? và|,|;) (?:còn )?(?:gần |trên |hơn |khoảng )?$")
_BOTH = pattern(r"(?: ?\([^()\n]{1,40}\))?(?:,| và|,? cùng) (?:tổ chức |quỹ |công ty )?")
_OURS = pattern(
    r"; ?(?:tỉnh ta|ta|phía ta|UBND|tỉnh|huyện|thành phố|Sở|ngược lại)\b[^;]{0,40}\b(?:tặng|hỗ trợ|giúp|viện trợ|trao)\b|"
    r" ngược lại,|[;,] ?(?:và )?(?:kiều bào|bà con|việt kiều|Việt kiều|Kiều bào)"
)
_TITLED = pattern(r"[^\w\n\"]{0,4}(?:\d{1,2}[.)] ?|[a-zđ]\) ?)?(?:Dự án|Chương trình|Phi dự án|Khoản viện trợ)\b")
_LEAST = 12  # characters of what a further gift is


class Part(msgspec.Struct):
    """A giver, or none, with the places its gift's words stand between."""

    giver: Giver | None
    start: int
    end: int


def parts(sentence: Sentence, givers: list[Giver], start: int) -> Iterator[Part]:
    """The parts of a sentence, from a place on, one for each giver; two givers of one gift are one."""
    heads = _joined(sentence, [each for each in givers if each.start >= start])
    edges = [_first(sentence, heads[0], start)] if heads else []
    edges += [_edge(sentence, one, two) for one, two in itertools.pairwise(heads)]
    for place, head in enumerate(heads):
        end = edges[place + 1] if place + 1 < len(heads) else sentence.start + len(sentence.text)
        ours = _OURS.search(sentence.text, head.end - sentence.start, end - sentence.start)
        end = sentence.start + ours.start() if ours else end
        yield from _gifts(sentence, Part(head, edges[place], end))


def _joined(sentence: Sentence, givers: list[Giver]) -> list[Giver]:
    """``A và B tài trợ``: one giver of two names."""
    found: list[Giver] = []
    for each in givers:
        last = found[-1] if found else None
        gap = sentence.text[last.end - sentence.start : each.start - sentence.start] if last else ""
        if last and last.how in ("by", "subject", "given") and _BOTH.fullmatch(gap):
            found[-1] = Giver(last.start, each.end, last.how, last.label, last.country or each.country, joint=True)
        else:
            found.append(each)
    return found


def _first(sentence: Sentence, head: Giver, start: int) -> int:
    """Where the first part begins: a giver that stands behind its gift has the words before it, up to a title or a semicolon."""
    first = max(start, sentence.clause(head.start)[0])
    colon = sentence.text.rfind(":", first - sentence.start, head.start - sentence.start) if head.how == "bracket" else -1
    if first > sentence.start >= start and _TITLED.match(sentence.text) and head.how in ("named", "by"):
        return sentence.start  # ``Dự án "X" …; nhà tài trợ: A``
    return max(first, sentence.start + colon + 1)


def _edge(sentence: Sentence, one: Giver, two: Giver) -> int:
    """The place between two givers where the gift of the second begins."""
    base = sentence.start
    between = sentence.text[one.end - base : two.start - base]
    if (cut := between.rfind(";")) >= 0:
        return one.end + cut + 1
    if two.how == "bracket" and (close := between.find(")")) >= 0:
        return one.end + close + 1
    if two.how in ("by", "named", "given"):
        titles = [match.end() for match in _THING.finditer(between)]
        if titles:
            return one.end + titles[-1]
    cuts = [match.end() for match in _JOINT.finditer(between)]
    return one.end + cuts[-1] if cuts else two.start


def _gifts(sentence: Sentence, part: Part) -> Iterator[Part]:
    """A part in as many as it names gifts with a sum of their own: ``giúp A trị giá …; hỗ trợ B trị giá …``."""
    giver = part.giver
    if giver is None or giver.how not in ("subject", "opens"):
        yield part
        return
    start = part.start
    owns = [each for each in sentence.inside(giver.end, part.end, "AMOUNT") if _own(sentence, each)]
    for one, two in itertools.pairwise(owns):
        if (cut := _between(sentence, one, two)) is not None:
            yield Part(giver, start, cut)
            start = cut
    yield Part(giver, start, part.end)


def _own(sentence: Sentence, mention: Mention) -> bool:
    return money(mention) is not None and plain(sentence.before(mention.start, 60))


def _between(sentence: Sentence, one: Mention, two: Mention) -> int | None:
    """Where the second of two sums' gifts begins; None where both are of one gift."""
    base = sentence.start
    between = sentence.text[one.end - base : two.start - base]
    if "(" in between.replace("()", "") and between.count("(") > between.count(")"):
        return None
    cut = _GOES_ON.search(between) or _FURTHER.search(between)
    if cut is None and _WORK.match(between) and _WORK.match(sentence.text, two.end - base):
        cut = _LAST.search(between)  # ``35.000 USD sửa trạm y tế và 12.500 USD mua sách``
        return one.end + cut.start() + 1 if cut else None
    if cut is None or len(between) - cut.end() < _LEAST or not plain(between.lower()) or _ONE_GIFT.search(between.lower()):
        return None
    return one.end + cut.start() + 1
