"""Citations: issuer, day and subject from the words beside them, the fuller citation in the same text, the known document."""

from __future__ import annotations

import re
import unicodedata

import msgspec

from ..document import Entity, Link
from ..kinds.date import Date
from ..kinds.directive import Directive
from ..text import modern
from .home import province_names
from .near import Around
from .registry import Known, Registry, plain

_OF = re.compile(r"\s*,?\s*\(?\s*(?:(?:do|của)\s+)")
_BY = re.compile(r"\s+(?:vừa |đã )?(?:ban hành|ra|có|ký|ký ban hành|phê duyệt)\s+(?:\w+\s+){0,2}")
_ABOUT = re.compile(r"\s*,?\s*(?:[“\"'(]\s*)?(?:về việc|về|V/v|v/v)\s+([^.;:\n”\"]{4,240})")
_QUOTED = re.compile(r"\s*,?\s*[“\"]([^”\"\n]{4,240})[”\"]")
_CUT = re.compile(
    r",\s+(?=(?:Nghị quyết|Chỉ thị|Quyết định|Kế hoạch|ngày|theo|của|tỉnh|UBND|đồng thời)\b)"
    r"|\s+và\s+(?=(?:Nghị quyết|Chỉ thị|Quyết định)\b)"
)
_SUBJECT = 260  # characters behind a citation that may say what it is about
_BEFORE_DAY = re.compile(r"\s*,?\s*\(?\s*(?:ban hành |ký )?")


def around(context: Around, index: int) -> Directive:
    """A citation with what the words beside it add: nothing that is already said is changed."""
    entity = context.entities[index]
    value = entity.value
    assert isinstance(value, Directive)
    end, issuer = entity.end, None
    for _, each in context.following(index):
        gap = context.words(end, each.start) if each.start - end < _SUBJECT else ""
        if each.label == "DATE" and _BEFORE_DAY.fullmatch(gap):
            value = _issued(value, each)
            end = each.end
        elif each.label == "ORG" and each.start >= end and _OF.fullmatch(gap):
            issuer, end = each.value.to_dict().get("name"), each.end
            break
        elif each.start >= end:
            break
    issuer = issuer or _issued_by(context, index)
    subject = _subject(context.words(end, end + _SUBJECT))
    return msgspec.structs.replace(value, issuer=issuer or value.issuer, subject=value.subject or subject)


def _issued(value: Directive, day: Entity) -> Directive:
    dated = day.value
    if value.issued or not isinstance(dated, Date) or dated.start is None or dated.start != dated.end:
        return value
    return msgspec.structs.replace(value, issued=dated.start.isoformat(), year=value.year or dated.start.year)


def _issued_by(context: Around, index: int) -> str | None:
    """``UBND tỉnh ban hành Kế hoạch số 6141``."""
    entity = context.entities[index]
    for each in reversed(context.entities[max(0, index - 3) : index]):
        if each.label == "ORG" and _BY.fullmatch(context.between(each, entity)):
            name = each.value.to_dict().get("name")
            return str(name) if name else None
    return None


def _subject(text: str) -> str | None:
    match = _ABOUT.match(text) or _QUOTED.match(text)
    if not match:
        return None
    said = _CUT.split(match[1])[0]
    return " ".join(said.split()).rstrip(" ,.)") or None


def fuller(context: Around, citations: list[int]) -> dict[int, tuple[int, str]]:
    """For each short citation the index of the one full citation of the text that it can mean, and why."""
    full: dict[tuple[str, int], list[int]] = {}
    for index in citations:
        value = context.entities[index].value
        assert isinstance(value, Directive)
        if value.number and value.symbol:
            full.setdefault((value.type, int(value.number)), []).append(index)
    found = {}
    for index in citations:
        value = context.entities[index].value
        assert isinstance(value, Directive)
        if value.symbol or not value.number:
            continue
        rivals = full.get((value.type, int(value.number)), [])
        fits = [rival for rival in rivals if _agree(value, context.entities[rival].value)]
        if fits and len({plain(context.entities[fit].value.canonical or "") for fit in fits}) == 1:  # type: ignore[attr-defined]
            found[index] = fits[0], "the only full citation of that type and number in the text"
    return found


def _agree(short: Directive, full: object) -> bool:
    assert isinstance(full, Directive)
    if short.year and full.year and short.year != full.year:
        return False
    return not (short.issuer and full.issuer) or same_body(short.issuer, full.issuer)


def same_body(first: str, second: str) -> bool:
    """Whether two names can mean one body: ``Ban Bí thư`` and ``Ban Bí thư Trung ương Đảng``, ``Tỉnh ủy`` and its board."""
    a, b = _body(first), _body(second)
    return a in b or b in a


def _body(name: str) -> str:
    name = " ".join(modern(unicodedata.normalize("NFC", word)) for word in name.casefold().split())
    return name.replace("thủ tướng chính phủ", "thủ tướng").replace("ubnd", "ủy ban nhân dân").replace("btv ", "ban thường vụ ")


class Setting(msgspec.Struct, frozen=True):
    """Of the citing text: the day of writing (ISO) and the home province, where known."""

    written: str | None = None
    home: str | None = None

    def admits(self, each: Known) -> bool:
        """Whether the text can mean a document: not issued later, and not another province's."""
        if self.written and each.date and each.date > self.written:
            return False
        province = next((name for name in province_names() if each.issuer.endswith(name)), None)
        return province is None or province == self.home


def known(value: Directive, registry: Registry, setting: Setting) -> tuple[Known, str] | None:
    """The one known document that a citation means, and why; None where there is none or more than one."""
    if value.symbol and value.canonical:
        rivals, reason = registry.with_symbol(value.canonical), "the same symbol"
        if len(rivals) > 1 and value.issued:
            rivals = [each for each in rivals if each.date == value.issued]
    elif value.number:
        rivals, reason = registry.with_number(value.type, value.number), "the only known document of type and number that fits"
        rivals = [each for each in rivals if _fits(value, each)]
    else:
        rivals, reason = registry.with_title(value.canonical or ""), "the same title"
    rivals = [each for each in rivals if setting.admits(each)]
    return (rivals[0], reason) if len(rivals) == 1 else None


def _fits(value: Directive, each: Known) -> bool:
    if value.issuer and each.issuer and not same_body(value.issuer, each.issuer):
        return False
    return not (value.year and each.date) or each.date.startswith(str(value.year))


def conflicts(value: Directive, each: Known) -> list[str]:
    """Where the text says something else than the registry: reported, never repaired."""
    found = []
    if value.issued and each.date and value.issued != each.date:
        found.append(f"issued: {value.issued}, {each.date}")
    if value.issuer and each.issuer and not any(same_body(value.issuer, name) for name in each.issuer.split("; ")):
        found.append(f"issuer: {value.issuer}, {each.issuer}")
    return found


def links(context: Around, registries: list[Registry], setting: Setting) -> list[Link]:
    """Completes the citations of a document in place and returns their links."""
    citations = [index for index, each in enumerate(context.entities) if isinstance(each.value, Directive)]
    for index in citations:
        context.entities[index].value = around(context, index)
    made: list[Link] = []
    whole = fuller(context, citations)
    for index in citations:
        value = context.entities[index].value
        assert isinstance(value, Directive)
        if index in whole:
            target, reason = whole[index]
            context.entities[index].value = value = msgspec.structs.replace(value, refers_to=target)
            made.append(Link("refers_to", index, reason, target=target))
        full = context.entities[value.refers_to].value if value.refers_to is not None else value
        assert isinstance(full, Directive)
        for registry in registries:
            if match := known(full, registry, setting):
                each, reason = match
                context.entities[index].value = msgspec.structs.replace(value, known=each.key)
                made.append(Link("known", index, reason, key=each.key, conflict=conflicts(value, each)))
                break
    return made
