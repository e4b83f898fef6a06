"""Citations of one text tied together and to known documents.

short form     → the fuller citation of the same text that it can only mean
every citation → the known document that it means (registry)
two readings   of one symbol in one text: both stay, and the second points at the first
"""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec

from ..document import Link
from ..kinds.directive import Directive
from . import known
from .known import Setting
from .near import Around
from .registry import Known, Registry, folded, plain
from .said import Said, may_sign, said, same_body
from .terms import same_term

_MOST = 24  # different documents of one type and number in one text: beyond, nothing is decided
_LAW = ("luat", "phap_lenh", "hien_phap")
_NUMBERED = re.compile(r"(?:,? (?:số|năm) .*| (?:19|20)[0-9]{2})$")
_CONGRESS = re.compile(
    r"\bđại hội (?:đại biểu )?(?:đảng )?(?:toàn quốc )?(?:lần thứ )?([ivx]+)\b(?! *(?:đảng bộ|tỉnh|huyện|công đoàn|đoàn))"
)
_PLENUM = re.compile(r"nghị quyết trung ương [0-9]+")


def links(context: Around, registries: list[Registry], setting: Setting) -> list[Link]:
    """Completes the citations of a document in place and returns their links."""
    groups: dict[tuple[str, str], list[Said]] = {}
    for index in context.of("DIRECTIVE"):
        citation = said(context, index)
        context.entities[index].value = citation.value
        if name := _name(context, citation):
            groups.setdefault(name, []).append(citation)
    made: list[Link] = []
    for group in groups.values():
        made += _Group(group, registries, setting, context).links()
    return made + _succeeded(made, registries)


def _succeeded(made: list[Link], registries: list[Registry]) -> list[Link]:
    """For each known document that another one replaced: the one in force today, with the way there as the reason."""
    later: list[Link] = []
    for link in made:
        registry = next((each for each in registries if link.key in each.by_key), None) if link.kind == "known" else None
        for chain in registry.in_its_place(link.key or "") if registry else ():
            later.append(Link("succeeded_by", link.source, " → ".join((link.key or "", *chain)), key=chain[-1]))
    return later


def _name(context: Around, citation: Said) -> tuple[str, str] | None:
    """What mentions of one document share: type and number, or the title without number and year."""
    value = citation.value
    if value.type in _LAW:
        words = context.text[context.entities[citation.index].start : context.entities[citation.index].end]
        title = _NUMBERED.sub("", folded(words))
        return (value.type, title if len(title.split()) > 1 else value.number or title)
    if value.number:
        return value.type, str(int(value.number))
    title = folded(value.canonical or "")
    if congress := _CONGRESS.search(title):
        return value.type, f"congress {congress[1]}"
    if plenum := _PLENUM.match(title):
        return value.type, plenum[0]
    return (value.type, title) if title else None


class _Group:
    """The citations of one type and number, or of one title."""

    def __init__(self, group: list[Said], registries: list[Registry], setting: Setting, context: Around) -> None:
        self._group, self._context = group, context
        self._whole = _distinct(each for each in group if _is_full(each)) if group[1:] else group
        self._partial = _distinct(each for each in group if not _is_full(each) and not each.bare) if group[1:] else group
        self._registries, self._setting = registries, setting

    def links(self) -> list[Link]:
        """The links of all of them, and their values completed in place."""
        if len(self._group) == 1:
            return self._one(self._group[0])
        targets = {each.index: self._fuller(each) for each in self._group}
        settled = self._settled()
        shared = self._shared(settled)
        by_index = {each.index: each for each in self._group}
        made: list[Link] = []
        for each in self._group:
            target, reason = targets[each.index] or (None, "")
            found = settled[each.index]
            if target is not None:
                made.append(Link("refers_to", each.index, reason, target=target))
                found = settled[target] or found
            elif found is None and each.bare and shared:
                found = shared, "as the other citation of that type and number in the text"
            if found:
                made.append(Link("known", each.index, found[1], key=found[0].key, conflict=known.conflicts(each, found[0])))
            if target is not None or found:
                slots = {"refers_to": target, "known": found[0].key if found else None}
                self._context.entities[each.index].value = msgspec.structs.replace(by_index[each.index].value, **slots)
        return made + self._contradictions()

    def _one(self, each: Said) -> list[Link]:
        found = known.known(each, self._registries, self._setting, self._context)
        if not found:
            return []
        self._context.entities[each.index].value = msgspec.structs.replace(each.value, known=found[0].key)
        return [Link("known", each.index, found[1], key=found[0].key, conflict=known.conflicts(each, found[0]))]

    def _settled(self) -> dict[int, tuple[Known, str] | None]:
        """The known document of each; a symbol without a day is the document of that symbol with one, where the text has it."""
        settled: dict[int, tuple[Known, str] | None] = {}
        dated: dict[str, set[str | None]] = {}
        for each in self._group:
            settled[each.index] = match = known.known(each, self._registries, self._setting, self._context)
            if each.value.symbol and each.value.issued:
                dated.setdefault(plain(each.value.canonical or ""), set()).add(match[0].key if match else None)
        by_key = {match[0].key: match[0] for match in settled.values() if match}
        for each in self._group:
            if each.value.symbol and not each.value.issued and (keys := dated.get(plain(each.value.canonical or ""))):
                key = next(iter(keys)) if len(keys) == 1 else None
                settled[each.index] = (by_key[key], "as the citation of that symbol with its day in the text") if key else None
        return settled

    def _fuller(self, short: Said) -> tuple[int, str] | None:
        """The one fuller citation of the text that a short one can mean, and why."""
        if _is_full(short) or len(self._whole) + len(self._partial) > _MOST:
            return None
        what = "title" if short.value.number is None else "type and number"
        whole = [each for each in self._whole if _agree(short, each)]
        partial = [each for each in self._partial if _agree(short, each) and each.index != short.index]
        if whole:
            strangers = [each for each in partial if not any(_agree(each, full) for full in whole)]
            if len(whole) > 1 or (short.bare and strangers):
                return None
            return whole[0].index, f"the only full citation of that {what} in the text"
        if short.bare and partial and all(_agree(partial[0], each) for each in partial[1:]):
            return partial[0].index, f"the only citation of that {what} in the text that says more"
        return None

    def _shared(self, settled: dict[int, tuple[Known, str] | None]) -> Known | None:
        """The one known document that all citations of the group which say more than a number mean."""
        telling = (*self._whole, *self._partial)
        found = {match[0].key: match[0] for match in settled.values() if match}
        if len(found) != 1 or len(telling) > _MOST or any(settled[each.index] is None for each in telling):
            return None
        return next(iter(found.values()))

    def _contradictions(self) -> list[Link]:
        """Citations of one symbol that name another issuer or day than the first one did: both are shown."""
        made: list[Link] = []
        first: dict[str, Said] = {}
        seen: set[tuple[str, str | None, str | None]] = set()
        for each in self._group:
            symbol = plain(each.value.canonical or "") if each.value.symbol else ""
            reading = (symbol, each.issuer, each.value.issued)
            if not symbol or reading in seen:
                continue
            seen.add(reading)
            other = first.setdefault(symbol, each)
            if conflict := _conflict(other, each):
                made.append(Link("contradicts", each.index, "two readings of one symbol", target=other.index, conflict=conflict))
            elif other is not each and not (other.issuer and other.value.issued):
                first[symbol] = _merged(other, each)
        return made


def _merged(first: Said, other: Said) -> Said:
    value = msgspec.structs.replace(first.value, issued=first.value.issued or other.value.issued)
    return Said(first.index, value, first.issuer or other.issuer, first.term or other.term)


def _conflict(first: Said, other: Said) -> list[str]:
    """The slots in which two citations of one symbol disagree; none where they are two documents of different years or terms."""
    found = []
    days = first.value.issued, other.value.issued
    if days[0] and days[1] and days[0] != days[1]:
        if not _one_run(first.value, days[0], days[1]):
            return []
        found.append(f"issued: {days[1]}, {days[0]}")
    if first.issuer and other.issuer and not same_body(first.issuer, other.issuer):
        found.append(f"issuer: {other.issuer}, {first.issuer}")
    return found


def _one_run(value: Directive, first: str, other: str) -> bool:
    """Whether documents with one symbol and these days are one document: numbers begin anew with a term or a year."""
    canonical = value.canonical or ""
    if canonical.startswith(f"{value.number}-"):
        return same_term(first, other)
    return first[:4] == other[:4] or f"/{value.year}/" in canonical


def _is_full(citation: Said) -> bool:
    """Whether it says all that identifies it: a symbol, or a title with its year, congress or term."""
    value = citation.value
    if value.number:
        return value.symbol is not None
    if value.type in _LAW:
        return value.year is not None
    words = folded(value.canonical or "")
    return "khóa" in words or "lần thứ" in words


def _distinct(citations: Iterable[Said]) -> list[Said]:
    """The first citation of each document; one that adds a day or an issuer to the same symbol is the same."""
    kept: dict[tuple[str | None, ...], Said] = {}
    for each in citations:
        value = each.value
        if value.symbol:
            run = "" if each.value.issued is None else (value.issued or "")[:4]
            key: tuple[str | None, ...] = (plain(value.canonical or ""),) if not run else (plain(value.canonical or ""), run)
        elif value.number:
            key = (each.issuer, each.term, str(value.year), value.subject)
        else:
            key = (str(value.year), folded(value.canonical or "") if value.type not in _LAW else None)
        kept.setdefault(key, each)
    return _without_undated(kept)


def _without_undated(kept: dict[tuple[str | None, ...], Said]) -> list[Said]:
    """An undated citation of a symbol that is dated elsewhere in the text is no document of its own."""
    dated = {key[0] for key in kept if len(key) == 2}
    return [each for key, each in kept.items() if len(key) != 1 or key[0] not in dated]


def _agree(short: Said, full: Said) -> bool:
    """Whether nothing that the one says speaks against the other."""
    a, b = short.value, full.value
    if a.year and b.year and a.year != b.year:
        return False
    if a.issued and b.issued and a.issued != b.issued:
        return False
    if short.term and full.term and short.term != full.term:
        return False
    if not short.issuer:
        return True
    if full.issuer:
        return same_body(short.issuer, full.issuer)
    if b.symbol and not may_sign(b.symbol, short.issuer):
        return False
    return b.issuer is None or same_body(short.issuer, b.issuer) or (b.symbol or "").endswith("/TU")


__all__ = ["Setting", "links"]
