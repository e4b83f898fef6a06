"""What a column's head means: types and columns by the words of ``heads.tsv``, its unit and its role."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path

from ... import lexicon
from ...text import modern
from .. import countries

Meaning = tuple[str, str]  # type of record, or * for any, and column

_BRACKETS = re.compile(r"[(\[]([^()\[\]\n]{1,40})[)\]]")
_LONGEST = 90  # characters of a column's head
_EDGES = " .:;*,-/'\"“”"
_NUMBERED = re.compile(r"^(?:\d{1,2}|[ivx]{1,4}|[a-h])[.)] ?|^[-+*•] ?")
_YEARS = re.compile(
    r"\b(?:(?:tính )?đến )?(?:hết |ngày )?(?:(?:quý|tháng|ngày|(?:cả |trong )?năm|kỳ|giai đoạn) ?)*(?:[\divx]{1,4}[/.-])*"
    r"(?:19|20)\d\d(?: ?- ?(?:19|20)\d\d)?\b|"
    r"\b(?:3|6|9|10|11) tháng(?: (?:đầu|cuối) năm)?\b|\bquý (?:i{1,3}|iv|[1-4])\b|\btháng \d{1,2}\b"
)
_MAY_TIME = re.compile(r"\d|[Qq][Uu]")  # what a time holds
_SCALE = re.compile(r"^(?:nghìn|ngàn|triệu|1\.?000) ")
_SHORT_TIME = re.compile(
    r"(?<!\w)(?:(?P<run>3|6|9|10|11)t(?=[ /-]|$)|q\.? ?(?P<quarter>i{1,3}|iv|[1-4])(?!\w)|"
    r"t\.? ?(?P<month>\d{1,2})(?= ?[/-] ?(?:19|20)\d\d))"
)
_UNIT = re.compile(
    r"(?:,| -|:)? ?\b((?:(?:tỷ|triệu|nghìn|ngàn|tr\.?|1\.000|1000) ?)?"
    r"(?:usd|vnđ|vnd|đồng|đ|eur|euro|yên|jpy|nđt|cny|rmb|kíp|baht)|"
    r"(?:tỷ|triệu) đ|đoàn|người|lượt|dự án|vụ|km)$"
)
_COMPARED = 60  # characters of a head that compares
_COMPARES = re.compile(r"(?:tỷ lệ |tỉ lệ |mức )?(?:so (?:với|sánh|cùng)|%|tăng(?:,|/| \([+]\)| hoặc)|đạt (?:%|tỷ lệ))")
_BEFORE = re.compile(
    r"^(?:họ và tên|họ tên|tên gọi|tên|tổng số lượng|tổng số|tổng|số lượng|số lượt|số|các|danh sách|thông tin|về)(?: |$)"
)
_BEHIND = re.compile(
    r" (?:trong năm|trong kỳ|của tỉnh|cụ thể|chính|nếu có|thực tế|đã|được|chủ yếu|nêu rõ|ghi rõ|đến nay|hiện nay|hiện có|"
    r"quốc tế|nước ngoài|khác|dự án|đoàn|tham dự|tham gia|cả năm|quy đổi|ban đầu|lào|campuchia|trung quốc|thái lan|"
    r"nhật bản|hàn quốc|tương đương|tương ứng|bằng tiền|đầy đủ)$"
)
_SIDE = re.compile(
    r"(?P<who>(?:cơ quan|đơn vị|tổ chức|chủ thể|địa phương|người|đại diện|cấp) (?:ký (?:kết )?)?)?"
    r"(?:bên|phía|của)(?: ký(?: kết)?)? "
    r"(?:(?:tỉnh|thành phố) )?(?P<place>[^,;/()]{3,30}?)(?: ký(?: kết)?)?"
)
_PARTS = re.compile(r"\s*(?:[,/;&+]| - | và | hoặc )\s*")
_UNIT_HEAD = ("*", "unit")
_SHORT = {
    "t/g": "thời gian",
    "tg": "thời gian",
    "đ/v": "đơn vị",
    "đv": "đơn vị",
    "sl": "số lượng",
    "s/l": "số lượng",
    "k/phí": "kinh phí",
    "kp": "kinh phí",
    "nn": "nước ngoài",
    "vn": "việt nam",
    "qt": "quốc tế",
    "đb": "đại biểu",
    "vt": "viện trợ",
    "gt": "giá trị",
    "ct": "chương trình",
    "da": "dự án",
    "tc": "tổ chức",
    "đ/c": "đồng chí",
    "kh": "kế hoạch",
    "th": "thực hiện",
    "ubnd": "ubnd",
    "hđ": "hoạt động",
    "cq": "cơ quan",
    "tctt": "tổ chức tài trợ",
    "ntt": "nhà tài trợ",
}


@cache
def _lexicon() -> dict[str, list[Meaning]]:
    found: dict[str, list[Meaning]] = {}
    for row in lexicon.read(Path(__file__).with_name("heads.tsv")):
        for head in lexicon.several(row["heads"]):
            found.setdefault(head, []).append((row["type"], row["column"]))
    return found


@cache
def _sides() -> dict[str, str]:
    """What a place is a side by: a province is ours, a unit abroad is theirs."""
    found: dict[str, str] = {}
    for name, side in (("foreign_unit/units.tsv", "phía bạn"), ("province/provinces.tsv", "phía việt nam")):
        for row in lexicon.read(Path(__file__).parents[2] / "kinds" / name):
            said = [row["name"], *lexicon.several(row.get("forms", ""))]
            found |= {modern(each.lower()): side for each in said}
    found |= {modern(each.lower()): "phía bạn" for each in countries.names().values()}
    return found | {"việt nam": "phía việt nam"}


def every() -> list[str]:
    """All heads that are known."""
    return list(_lexicon())


def plain(words: str) -> str:
    """The words of a head in small letters, of one spelling, without marks at their edges."""
    return _kept(words) if len(words) <= _LONGEST else _plain(words)


@lru_cache(4096)
def _kept(words: str) -> str:
    """The same words are asked for again and again, as what may be a head and as a part of it."""
    return _plain(words)


def _plain(words: str) -> str:
    return _NUMBERED.sub("", written(modern(" ".join(words.lower().split()))).strip(_EDGES)).strip(_EDGES)


def written(words: str) -> str:
    """Words in small letters with their short times written out: ``6T/2021``, ``Q.II``, ``T3/2020``."""
    return _SHORT_TIME.sub(_written, words) if _MAY_TIME.search(words) else words


def _written(match: re.Match[str]) -> str:
    if match["run"]:
        return f"{match['run']} tháng"
    return f"quý {match['quarter']}" if match["quarter"] else f"tháng {match['month']}"


def bare(head: str) -> str:
    """The words of a head without years, units and what stands in brackets."""
    said = plain(_YEARS.sub(" ", plain(_BRACKETS.sub(" ", head))))
    return plain(" ".join(_SHORT.get(word, word) for word in plain(_UNIT.sub("", said)).split()))


def unit(head: str) -> str:
    """What a head counts in: the words in brackets, else a currency or counted thing at its end."""
    said = modern(head.lower())
    if match := _BRACKETS.search(said):
        return match[1].strip()
    return match[1] if (match := _UNIT.search(plain(said))) else ""


@lru_cache(4096)
def meanings(head: str) -> tuple[Meaning, ...]:
    """The types and columns that a head may mean, first by all of its words, then with less and less of them."""
    if len(head) > _LONGEST:
        return ()
    for words in _forms(head):
        if found := _lexicon().get(words):
            return tuple(found)
    for words in _first_parts(head):
        if found := _lexicon().get(words):
            return tuple(each for each in found if each != _UNIT_HEAD)  # Đơn vị, cá nhân được khen counts in no unit
    return ()


@lru_cache(4096)
def more(head: str) -> tuple[Meaning, ...]:
    """What the second part of a head with two means: ``Thời gian, địa điểm``."""
    parts = _PARTS.split(plain(_BRACKETS.sub(" ", head)))
    return meanings(parts[1]) if len(parts) > 1 and parts[0] and meanings(parts[0]) else ()


def _forms(head: str) -> list[str]:
    whole = plain(head)
    bare = plain(_BRACKETS.sub(" ", head))
    rest = undated(head)
    forms = [whole, bare, rest, plain(_UNIT.sub("", rest))]
    forms.append(plain(" ".join(_SHORT.get(word, word) for word in forms[-1].split())))
    said = forms[-1]
    for _ in range(3):
        if not (cut := _BEHIND.sub("", said)) or cut == said:
            break
        said = cut
        forms.append(said)
    for words in list(dict.fromkeys(forms[-4:])):
        forms.append(_BEFORE.sub("", words, count=1))
    if match := _SIDE.fullmatch(bare):
        forms += [f"{match['who'] or ''}{side}"] if (side := _sides().get(match["place"])) else []
    return [form for form in dict.fromkeys(forms) if form]


def _first_parts(head: str) -> list[str]:
    """What stands before a comma, a stroke or ``và``."""
    parts = _PARTS.split(plain(_BRACKETS.sub(" ", head)))
    return [each for each in (parts[0], _BEFORE.sub("", parts[0], count=1)) if each] if len(parts) > 1 else []


def undated(head: str) -> str:
    """The words of a head without those in brackets and those of a time."""
    return plain(_YEARS.sub(" ", plain(_BRACKETS.sub(" ", head))))


def time_of(head: str) -> str:
    """The words of a time in a head."""
    return " ".join(_YEARS.findall(plain(head)))


def is_time(head: str) -> bool:
    """Whether a head is a year or another time: ``Năm 2015``, ``6 tháng đầu năm 2016``."""
    if not _MAY_TIME.search(head):  # cheap, and true of most heads
        return False
    said = plain(_BRACKETS.sub(" ", head))
    return bool(_YEARS.search(said)) and not plain(_YEARS.sub(" ", said))


def is_unit(head: str) -> bool:
    """Whether a head says a unit alone: ``USD``, ``(triệu đồng)``, ``đoàn``."""
    said = plain(head.strip("()[] "))
    return bool(said) and bool(_UNIT.fullmatch(said))


@cache
def _nouns() -> frozenset[str]:
    """What the finder counts, ``lượt`` before it or not."""
    rows = lexicon.read(Path(__file__).parents[2] / "kinds" / "quantity" / "nouns.tsv")
    return frozenset(modern(row["noun"].lower()) for row in rows)


def counts_in(words: str) -> bool:
    """Whether a cell says a unit and nothing else: ``lượt người``, ``triệu USD``, ``%``."""
    said = _SCALE.sub("", plain(words))
    return words.strip() == "%" or said in _nouns() or said.removeprefix("lượt ") in _nouns() or is_unit(words)


def has_time(head: str) -> bool:
    return bool(_YEARS.search(plain(head)))


def is_known(head: str) -> bool:
    """Whether words are a head of a column."""
    return bool(meanings(head) or is_time(head) or is_unit(head) or is_compared(head))


def is_compared(head: str) -> bool:
    """Whether a head says what figures are compared with: ``So với KH (%)``, ``% thực hiện so với 2015``."""
    return len(head) <= _COMPARED and bool(_COMPARES.match(plain(head)))
