"""Citations: a type word with number or symbol, a symbol alone, lists, titles of laws, resolutions by congress or plenum."""

from __future__ import annotations

import re
from typing import Any

from ...lexicon import rows, several
from ...rule import Found, Room, Rule
from ...text import pattern, plain
from ..quantity.units import unit
from .issued import DATED, OF_YEAR, with_date
from .symbols import Symbol, symbol
from .titles import law, plenum_short, resolution
from .value import Directive

_HEAD = pattern(
    r"(?P<more>(?: [^\W\d_]+){0,3}?)(?: ?\([A-ZĐ]{2,4}\))?(?P<so> ?,? ?(?:số|sớ|Số|SỐ) ?[:.]? ?| )(?P<n>[0-9]{1,2}\.[0-9]{3}(?=[/-])|[0-9]{1,5}(?![0-9]|[.,][0-9]))"
)
_GLUED = re.compile(r"(?P<more>)(?P<so>)(?P<n>[0-9]{1,4})(?![0-9.,])")  # NQTW8, CT44
_NEXT = pattern(r"(?: ?[,;] ?(?:và )?| và | hoặc | hay )(?:số ?:? ?)?(?P<n>[0-9]{1,5})(?![0-9]|[.,][0-9]|%)")
_CLOSING = pattern(r"(?:, [0-9]{1,5}(?![0-9]|[.,/-][0-9A-ZĐ])){0,8} và [0-9]{1,5}(?![0-9]|[.,/-][0-9A-ZĐ]|%)")
_PLURAL = pattern(r"(?<!\w)(?:các|những|hai|ba|bốn|năm|sáu|[2-9]|0[2-9]) \Z", re.IGNORECASE)
_SO = pattern(r"(?<!\w)số ?[:.]? ?\Z", re.IGNORECASE)
_UNFINISHED = re.compile(r"[/-] ?[0-9A-ZĐ]|[.,][0-9]|%")
_FORM = pattern(r"(?<!\w)(?:mẫu|phiếu|biểu|bảng|hình|phụ lục)(?: số)? ?\Z", re.IGNORECASE)  # Mẫu số 01/BNG-VPĐD
#: What tells that the number before it is the document's: its month, its term of the Party (``Chỉ thị 28 khóa X``).
_TERM = pattern(r" (?:tháng [0-9]{1,2} ?[/-] ?[0-9]{4}|(?:khóa|nhiệm kỳ) (?:[IVX]{1,5}|[0-9]{1,2}))(?!\w)", re.IGNORECASE)
_IMPLIED = {"nghi_dinh": "Chính phủ", "luat": "Quốc hội", "phap_lenh": "Ủy ban Thường vụ Quốc hội"}
_YEARS = range(1945, 2051)
_PAPERS = ("cong_van", "ke_hoach", "thong_bao", "to_trinh", "huong_dan", "quy_dinh")
_MOST = 12  # items of one list


def cited(text: str, start: int, end: int, payload: dict[str, str]) -> list[Found] | Found | None:
    """A citation that begins with a word for its type."""
    kind = payload["type"]
    if kind == "nghi_quyet" and (found := resolution(text, start, end)):
        return found
    head = _HEAD.match(text, end) or (
        _GLUED.match(text, end) if payload["short"] == "yes" and text[start:end].isupper() else None
    )
    if not head or (head["more"] and not _is_part(head)):
        return None
    found = _one(text, start, head, payload)
    if found is None:
        return None
    return [found, *_rest(text, start, found, payload)]


def abbreviated(text: str, start: int, end: int, payload: dict[str, str]) -> list[Found] | Found | None:
    """A citation whose type is abbreviated: ``QĐ số 214-QĐ/TU``, ``CT 44``."""
    found = cited(text, start, end, payload)
    for each in found if isinstance(found, list) else [found] if found else []:
        each.rule = "directive.abbreviated"
    return found


def _is_part(head: re.Match[str]) -> bool:
    """Whether the words between type and number belong to the citation: ``Chương trình hành động số``, not ``Chỉ thị số Thực hiện``."""
    return bool(head["so"].strip()) and head["more"].islower()


def _one(text: str, start: int, head: re.Match[str], payload: dict[str, str]) -> Found | None:
    number, end = head["n"].replace(".", ""), head.end("n")
    if coded := symbol(text, end):
        kind = _narrower(payload["type"], coded)
        value = Directive(kind, number, coded.year, coded.code, coded.canonical(number), coded.issuer() or _IMPLIED.get(kind))
        return Found(start, coded.end, "DIRECTIVE", "directive.coded", with_date(text, coded.end, value))
    if not _may_be_short(text, start, end, head, payload):
        return None
    value = Directive(payload["type"], number, issuer=_IMPLIED.get(payload["type"]))
    return Found(start, end, "DIRECTIVE", "directive.short", with_date(text, end, value))


def _narrower(kind: str, coded: Symbol) -> str:
    """``Văn bản`` says less than the symbol behind it."""
    said = coded.type()
    return said if said and (kind == "khac" or {kind, said} == {"thong_tri", "thong_tu"}) else kind


def _may_be_short(text: str, start: int, end: int, head: re.Match[str], payload: dict[str, str]) -> bool:
    if payload["short"] == "no" or _UNFINISHED.match(text, end) or text[end : end + 1].isalnum():
        return False
    if head["so"].strip():
        return True
    if not _needs_no_so(text, start, head, payload) or int(head["n"]) in _YEARS or (text[start].islower() and len(head["n"]) < 2):
        return False
    if DATED.match(text, end) or OF_YEAR.match(text, end) or _TERM.match(text, end):
        return True
    counted = unit(text, end)
    return counted is None or counted[2] == "guess"


def _needs_no_so(text: str, start: int, head: re.Match[str], payload: dict[str, str]) -> bool:
    """Whether the type may stand before a bare number: ``Nghị quyết 36``, and with a capital ``Công văn 123``."""
    if payload["short"] == "yes":
        return True
    return payload["type"] in _PAPERS and text[start].isupper() and len(head["n"]) > 1


def _rest(text: str, start: int, first: Found, payload: dict[str, str]) -> list[Found]:
    """The further numbers of a list: ``các Chỉ thị số 01, 02 và 03``, ``Nghị quyết 36-NQ/TW, 22-NQ/TW``."""
    listed: list[Found] = []
    plural = _PLURAL.search(text, max(0, start - 8), start) is not None
    end = first.end
    while len(listed) < _MOST and (item := _NEXT.match(text, end)):
        number, stop = item["n"], item.end("n")
        coded = symbol(text, stop)
        if coded:
            value = Directive(
                coded.type() or payload["type"], number, coded.year, coded.code, coded.canonical(number), coded.issuer()
            )
            stop = coded.end
        elif first.value.symbol is None and (plural or "số" in item[0] or _closes(text, end)) and _ends_item(text, stop):
            value = Directive(payload["type"], number, issuer=_IMPLIED.get(payload["type"]))
        else:
            break
        listed.append(Found(item.start("n"), stop, "DIRECTIVE", "directive.listed", with_date(text, stop, value)))
        end = stop
    return listed


def _closes(text: str, end: int) -> bool:
    """Whether bare numbers go on to a last one behind ``và``: ``Nghị quyết 36, 37 và 38``."""
    closing = _CLOSING.match(text, end)
    return closing is not None and _ends_item(text, closing.end())


def _ends_item(text: str, end: int) -> bool:
    counted = unit(text, end)
    return not _UNFINISHED.match(text, end) and (counted is None or counted[2] == "guess")


#: The number of the text itself, in its letterhead: any office's code may follow.
_OWN = re.compile(r"(?:\A|\n)[ |]?(?:Số|SỐ) ?: ?\Z")


def _goes_on(before: str, following: str, length: int, pointed: bool) -> bool:
    """Whether a symbol may go on so behind its number: ``-CT``, ``/2013``, `` CT``, `` - CT``."""
    return following[:1] in ("-", "/") or (following[:1] == " " and (following[1:2].isupper() or following[1:2] in ("-", "/")))


def symbol_alone(text: str, start: int, end: int, payload: Any) -> Found | None:
    """``295-QĐ/TW``, ``70/2020/QH14``; behind ``số`` also ``839/VPCP-QHQT`` and ``20 CT/TW``."""
    following = text[end + 1 : end + 3]
    if end - start > 5 or not following or (start and _inside(text, start)):
        return None
    coded = symbol(text, end)
    if coded is None:
        return None
    numbered = _SO.search(text, max(0, start - 6), start) is not None
    if text[end] == " " and not (numbered or coded.known()):
        return None
    if not (coded.known() and ("/" in coded.code or "-" in coded.code or coded.code.startswith("QH"))) and not (
        numbered and (coded.from_office() or ("-" in coded.code and _OWN.search(text, max(0, start - 9), start)))
    ):
        return None
    number = text[start:end]
    if not number.isdigit() or _FORM.search(text, max(0, start - 12), start):
        return None
    value = Directive(coded.type() or "cong_van", number, coded.year, coded.code, coded.canonical(number), coded.issuer())
    return Found(
        _misspelt(text, start, value.type), coded.end, "DIRECTIVE", "directive.symbol", with_date(text, coded.end, value)
    )


def _misspelt(text: str, start: int, kind: str) -> int:
    """Where a citation begins whose type word has a wrong or lost mark: ``Quyêt định số``, ``Chỉ thịsố``."""
    said = _TYPE_BEFORE.search(text, max(0, start - 28), start)
    if said is None or _PLAIN_TYPES.get(plain(said["type"]).removesuffix("so")) != kind:
        return start
    return said.start()


def _inside(text: str, start: int) -> bool:
    """Whether the digits continue a word or number; ``số04`` has only lost its blank."""
    return (text[start - 1].isalnum() and text[max(0, start - 2) : start].lower() != "số") or text[start - 1] in "/-.,"


_TYPES = {row["word"]: row for row in rows("directive/types") if row["type"] not in ("luat", "phap_lenh", "hien_phap")}
_PLAIN_TYPES = {plain(word): row["type"] for word, row in _TYPES.items() if word.count(" ") == 1}
_TYPE_BEFORE = re.compile(r"(?<!\w)(?P<type>[^\W\d_]{2,6}[ \n][^\W\d_]{2,7})(?:[ \n]s[^\W\d_])? ?[:.]? ?\Z", re.IGNORECASE)
_CLEAR = ("NQ", "QĐ", "CT", "NĐ", "KL")  # abbreviations that need no số; TT is also a town, KH a customer
_ABBREVIATED = {
    code: {**row, "short": "yes" if code in _CLEAR else "so"}
    for row in reversed(_TYPES.values())
    for code in several(row["code"])
    if code in (*_CLEAR, "KH", "CTr", "TT", "TTLT", "CV", "TB", "HD", "BC", "TTr")
}
_LAWS = {"Luật": "luat", "Bộ luật": "luat", "Pháp lệnh": "phap_lenh", "Hiến pháp": "hien_phap"}

ROOM = Room(
    "directive",
    (
        Rule(
            "directive.coded",
            "DIRECTIVE",
            cited,
            "thực hiện [Chỉ thị số 44-CT/TW](DIRECTIVE chi_thi 44 CT/TW)",
            words=_TYPES,
            also={
                "directive.short": "quán triệt [Chỉ thị 04](DIRECTIVE chi_thi 04) của",
                "directive.listed": "các Chỉ thị số 01, [02](DIRECTIVE chi_thi 02) và 03",
                "directive.plenum": "[Nghị quyết Trung ương 8 khóa IX](DIRECTIVE nghi_quyet Nghị quyết Trung ương 8 khóa IX)",
                "directive.congress": "[Nghị quyết Đại hội XI](DIRECTIVE nghi_quyet Nghị quyết Đại hội XI)",
            },
        ),
        Rule(
            "directive.abbreviated",
            "DIRECTIVE",
            abbreviated,
            "theo [QĐ số 214-QĐ/TU](DIRECTIVE quyet_dinh 214 QĐ/TU)",
            words=_ABBREVIATED,
            cased=True,
        ),
        Rule(
            "directive.law",
            "DIRECTIVE",
            law,
            "theo [Luật Biên giới quốc gia năm 2003](DIRECTIVE luat Luật Biên giới quốc gia năm 2003)",
            words=_LAWS,
        ),
        Rule(
            "directive.plenum_short",
            "DIRECTIVE",
            plenum_short,
            "[NQTW8 (khóa XI)](DIRECTIVE nghi_quyet Nghị quyết Trung ương 8 khóa XI)",
            words={f"{head}{number}": number for number in range(1, 16) for head in ("NQTW", "NQTW ", "NQ TW ")},
            cased=True,
        ),
        Rule("directive.symbol", "DIRECTIVE", symbol_alone, "Số: [295-QĐ/TW](DIRECTIVE quyet_dinh 295 QĐ/TW)", numbers=_goes_on),
    ),
)
