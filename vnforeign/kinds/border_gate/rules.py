"""``cửa khẩu quốc tế Bu Prăng``, ``lối mở Pô Tô``, ``cặp cửa khẩu A - B``, ``các cửa khẩu phụ A, B``, ``cảng hàng không quốc tế Nội Bài``."""

from __future__ import annotations

import re
from functools import partial

from ...rule import Found, Room, Rule
from ...text import pattern
from ..locality.names import CAPITAL, CAPITALS, GAP, Name, capitalised, following, listed, plural, tokens
from ..province.units import NAMES
from .gates import across, at_home
from .settle import settle
from .value import BorderGate

_LAND = ("road", "rail", "river", "")
_CLASSES = (
    "quốc tế|chính|phụ|quốc gia|song phương|đường bộ|đường sắt|đường thủy|đường sông|đường biển|đường hàng không|cảng biển|cảng hàng không|cảng|"
    "sân bay|biên giới|truyền thống|tiểu ngạch|địa phương|chính thức|số|ga"
)
_CLASS = pattern(rf"(?:(?:[ ,]|(?<=\.)) ?(?:số (?:[IVX]{{1,4}}|[0-9]{{1,2}})(?= [^\W\d_])|{_CLASSES})(?!\w))+", re.IGNORECASE)
_INTERNATIONAL = pattern(r" quốc tế(?!\w)", re.IGNORECASE)
_DASH = re.compile(r'(?:"?[ \n\t]?-[ \n\t]?"?|[ \n\t]?/[ \n\t]?)(?:(?:cửa khẩu|lối mở)[ \n\t])?')
_PAIRING = re.compile(r'[ \n\t"]*[-/][ \n\t"]*(?:(?:cửa khẩu|lối mở) )?')
_COUNTRY = pattern(r"(?:Việt Nam|Trung Quốc|Campuchia|Cam-pu-chia|Thái Lan|Lào(?! Cai)|Việt(?= -)|Trung(?= -))(?!\w)")
_CAPITAL_NEXT = re.compile(rf" {CAPITAL.pattern}")
_BESIDE = pattern(r'(?: ?[:"]+ ?"?| )')
_PLAIN = "cửa khẩu"
_LONGEST = len("lối thông quan")
#: Phrases of other rooms that end in a designator, and would hide it.
_BODIES = {
    f"{body} {word}": ""
    for body in ("Đồn Biên phòng", "Đồn biên phòng", "đồn Biên phòng", "Chi cục Hải quan", "Hải quan", "Biên phòng")
    for word in ("cửa khẩu", "Cửa khẩu")
}
_SHORT_BODIES = dict.fromkeys(
    ("Đồn Biên phòng CKQT", "Đồn biên phòng CKQT", "đồn biên phòng CKQT", "đồn Biên phòng CKQT"), "short"
)


def gate(text: str, start: int, end: int, payload: str) -> Found | list[Found] | None:
    """A gate, a pair, or a list of gates behind the designator at ``text[start:end]``."""
    if end - start > _LONGEST:
        start = (
            text.rfind("CK", start, end) if payload else end - len(_PLAIN)
        )  # Hải quan cửa khẩu: a phrase of another room that ends in the designator
    match = _CLASS.match(text, end)
    at = match.end() if match else end
    if payload == "short" and text[at : at + 1] == ".":
        at += 1
    beside = _BESIDE.match(text, at)
    if beside is None and text[at - 1 : at] != ".":
        return None
    begin = beside.end() if beside else at
    opened = beside is not None and beside[0].strip() != ""
    loud = text[start:end].isupper() and payload != "short"
    modes = _modes(match[0].lower() if match else "")
    read = partial(_name, loud=loud, modes=modes)
    if many := plural(text, start):
        names = listed(text, begin, read)
        if len(names) > 1 or (names and many.sure):
            return [_found(text, name.start, name, "listed") for name in names]
    name = read(text, begin) if text[begin : begin + 1] in CAPITALS else None
    if name is None:
        return None
    found = [_found(text, begin if opened else start, name, payload or "designated")]
    return found + [_found(text, each.start, each, "listed") for each in following(text, name.end, _neighbour)]


def _modes(said: str) -> tuple[str, ...]:
    if "hàng không" in said or "sân bay" in said:
        return ("air",)
    return ("sea", "river") if "cảng" in said else ()


def port(text: str, start: int, end: int, payload: tuple[str, ...]) -> Found | None:
    """``cảng hàng không quốc tế Nội Bài``: a gate only where the table has it."""
    match = _INTERNATIONAL.match(text, end)
    if not match or text[match.end() : match.end() + 1] not in (" ", "\n"):
        return None
    known = _known(text, match.end() + 1, payload)
    return _found(text, start, known, "port") if known else None


def _name(text: str, at: int, loud: bool = False, modes: tuple[str, ...] = ()) -> Name | None:
    """One gate, or a pair of them under one designator."""
    first = _one(text, at, loud, modes)
    if first is None:
        return None
    dash = _DASH.match(text, first.end)
    second = _one(text, dash.end(), loud, ()) if dash else None
    if second is None or (text[second.start : second.end] in NAMES and not second.known):
        return first
    return Name(first.start, second.end, first.known)


def _one(text: str, at: int, loud: bool, modes: tuple[str, ...]) -> Name | None:
    if text[at : at + 1] not in CAPITALS or _COUNTRY.match(text, at):
        return None
    words = tokens(text, at)
    known = _known(text, at, modes, words)
    run = None if loud else capitalised(text, at, foreign=True, run=words)
    if known and (run is None or run.end <= known.end or _stops(text, known)):
        return known
    if run and text[run.start : run.end] in NAMES:
        return None
    return run or known


def _stops(text: str, known: Name) -> bool:
    """A known name of two words and more is not the beginning of an unknown longer one."""
    return " " in text[known.start : known.end]


def _known(text: str, at: int, modes: tuple[str, ...] = (), words: list[tuple[int, int]] | None = None) -> Name | None:
    if text[at : at + 1] not in CAPITALS:
        return None
    best = 0
    for _, end in tokens(text, at) if words is None else words:
        said = text[at:end]
        if at_home(said, modes) or (not modes and across(said)):
            best = end
    return Name(at, best, True) if best else None


def _neighbour(text: str, at: int) -> Name | None:
    """A gate on land behind one that was named, if it is no province's name."""
    name = _known(text, at)
    if name is None or (not _stops(text, name) and _CAPITAL_NEXT.match(text, name.end)):
        return None
    if text[name.start : name.end] in NAMES or not at_home(text[name.start : name.end], _LAND):
        return None
    return name if not GAP.match(text, at) else None


def _found(text: str, start: int, name: Name, how: str) -> Found:
    said = text[name.start : name.end]
    if ("-" in said or "/" in said) and _pair(text, name):
        said = _PAIRING.sub(" - ", said)
    return Found(start, name.end, "BORDER_GATE", f"border_gate.{how}", BorderGate(" ".join(said.split())), weak=not name.known)


def _pair(text: str, name: Name) -> bool:
    return any(
        " " in text[match.start() : match.end()] or match[0] in ("-", "/") for match in _DASH.finditer(text, name.start, name.end)
    )


ROOM = Room(
    "border_gate",
    (
        Rule(
            "border_gate.designated",
            "BORDER_GATE",
            gate,
            "qua [Cửa khẩu quốc tế Bu Prăng](BORDER_GATE Bu Prăng) và cặp [cửa khẩu Ma Lù Thàng - Kim Thủy Hà](BORDER_GATE Ma Lù Thàng - Kim Thủy Hà)",
            words={"cửa khẩu": "", "cửa khẫu": "", "cửa khấu": "", "của khẩu": "", "lối mở": "", "lối thông quan": ""} | _BODIES,
            also={
                "border_gate.listed": "hai cửa khẩu quốc tế [Thường Phước](BORDER_GATE Thường Phước) và [Dinh Bà](BORDER_GATE Dinh Bà)",
                "border_gate.bare": "[cửa khẩu Bu Prăng](BORDER_GATE Bu Prăng) mở; qua [Bu Prăng](BORDER_GATE Bu Prăng) có",
            },
        ),
        Rule(
            "border_gate.short",
            "BORDER_GATE",
            gate,
            "qua [CKQT Mộc Bài](BORDER_GATE Mộc Bài)",
            words={"CK": "short", "CKQT": "short", "CKQG": "short", "CKC": "short", "CKP": "short"} | _SHORT_BODIES,
            cased=True,
        ),
        Rule(
            "border_gate.port",
            "BORDER_GATE",
            port,
            "tại [sân bay quốc tế Nội Bài](BORDER_GATE Nội Bài)",
            words={"sân bay": ("air",), "cảng hàng không": ("air",), "cảng biển": ("sea",), "ga": ("rail",)},
        ),
    ),
    settle,
)
