"""The known document that a citation means: what fits, is not spoken against, and is spoken for."""

from __future__ import annotations

from functools import cache, lru_cache

import msgspec

from ..kinds.directive import Directive
from .home import province_names
from .near import Around
from .registry import Known, Registry, folded
from .said import Said, same_body
from .subjects import agree, speaks_of
from .terms import in_term, same_term

_RECURRING = 100  # a year of every state body has numbers below it
_BEFORE, _BEHIND = 200, 300  # characters beside a citation that may speak of its subject


class Setting(msgspec.Struct, frozen=True):
    """Of the citing text: the day of writing (ISO), the home province and the title, where known."""

    written: str | None = None
    home: str | None = None
    title: str | None = None

    def admits(self, each: Known) -> bool:
        """Whether the text can mean a document: not issued later, and not another province's."""
        if self.written and each.date and each.date > self.written:
            return False
        province = _province(each.issuer)
        return province is None or province == self.home

    def outlived(self, each: Known, registry: Registry) -> bool:
        """Whether another document had taken its place when the text was written."""
        successors = [registry.by_key[key] for key in each.succeeded_by]
        return bool(self.written) and any(after.date and after.date <= (self.written or "") for after in successors)


@cache
def _folded_provinces() -> dict[str, str]:
    return {folded(name): name for name in province_names()}


@lru_cache(1024)
def _province(issuer: str) -> str | None:
    """The province at the end of a body's name."""
    words = folded(issuer).split()
    names = (" ".join(words[at:]) for at in range(len(words)))
    return next((_folded_provinces()[name] for name in names if name in _folded_provinces()), None)


def known(citation: Said, registries: list[Registry], setting: Setting, context: Around) -> tuple[Known, str] | None:
    """The one known document that a citation means, and why; None where there is none or more than one.

    The first registry with a document of that type and number, title or symbol which fits decides; the last is the shipped one,
    whose documents need evidence beyond a type and a number.
    """
    for registry in registries:
        found = [
            (each, reason)
            for each in _named(citation.value, registry)
            if (reason := _why(citation, each, registry, setting, context, own=registry is not registries[-1]))
        ]
        if found:
            return found[0] if len(found) == 1 else None
    return None


def _named(value: Directive, registry: Registry) -> list[Known]:
    if value.symbol and value.canonical:
        return registry.with_symbol(value.canonical)
    if value.number:
        return registry.with_number(value.type, value.number)
    return [each for each in registry.with_title(value.canonical or "") if each.type == value.type]


def _why(citation: Said, each: Known, registry: Registry, setting: Setting, context: Around, own: bool) -> str | None:
    """What speaks for a document; None where something speaks against it, or nothing for it."""
    value = citation.value
    if not setting.admits(each) or _another(citation, each):
        return None
    if value.symbol:
        return _by_symbol(citation, each, setting, context, own)
    if not value.number:
        return "the same title" + (" and year" if value.year else "")
    shown = _shown(citation, each)
    if own:
        return f"the only document of type, number{f' and {shown}' if shown else ''} in the caller's registry"
    if shown is None and each.type != value.type:
        return "the only known document of that number that goes by that name"
    if shown is None or (shown == "issuer" and (_recurs(each) or setting.outlived(each, registry))):
        topic = _topic(citation, each, setting, context)
        return f"the only known document of type and number; the words beside it speak of {topic!r}" if topic else None
    return f"the only known document of type, number and {shown}"


def _by_symbol(citation: Said, each: Known, setting: Setting, context: Around, own: bool) -> str | None:
    value = citation.value
    if own or value.issued or _is_party(value) or _year_in_symbol(value) or int(value.number or 0) >= _RECURRING:
        return "the same symbol"
    if value.year or (value.subject and agree(value.subject, each.subject)):
        return "the same symbol and " + ("year" if value.year else "subject")
    topic = _topic(citation, each, setting, context)
    return f"the same symbol; the words beside it speak of {topic!r}" if topic else None


def _another(citation: Said, each: Known) -> bool:
    """Whether the text says something that makes it another document, not only a slip in citing this one."""
    value = citation.value
    if citation.term and each.date and not in_term(each.date, citation.term):
        return True
    if value.symbol and _year_in_symbol(value):
        return False
    if value.subject and each.subject and agree(value.subject, each.subject) is False:
        return True
    if citation.issuer and (home := _province(citation.issuer)) and home != _province(each.issuer):
        return True
    if not value.symbol and citation.issuer and each.issuer and not _is_issuer(citation.issuer, each):
        return True
    return not _days_fit(citation, each)


def _days_fit(citation: Said, each: Known) -> bool:
    """Numbers begin anew: the Party's with a term, the state's with a year. A short form names the very day, or the year."""
    value, listed = citation.value, each.date
    said = value.issued or (str(value.year) if value.year else "")
    if not said or not listed:
        return True
    if value.symbol and _is_party(value):
        return same_term(said, listed)
    if said[:4] != listed[:4]:
        return False
    sure = each.verification in ("", "verified")
    return (
        bool(value.symbol or citation.issuer or not value.number)
        or not sure
        or said.startswith(listed)
        or listed.startswith(said)
    )


def _shown(citation: Said, each: Known) -> str | None:
    """Which slot of a short citation says the same as the registry: the day or year, the term, the subject, the issuer."""
    value = citation.value
    if value.issued and value.issued == each.date:
        return "day"
    if value.year and each.date.startswith(str(value.year)):
        return "year"
    if citation.term and each.date:
        return "term"
    if value.subject and agree(value.subject, each.subject):
        return "subject"
    return "issuer" if citation.issuer and _is_issuer(citation.issuer, each) else None


def _topic(citation: Said, each: Known, setting: Setting, context: Around) -> str | None:
    entity = context.entities[citation.index]
    around = context.words(entity.start - _BEFORE, entity.start) + " " + context.words(entity.end, entity.end + _BEHIND)
    return speaks_of(around, each.subject) or (speaks_of(setting.title, each.subject) if setting.title else None)


def _recurs(each: Known) -> bool:
    """Whether its issuer has a document of that number every year: of state bodies, the low ones."""
    party = each.symbol.startswith(f"{each.number}-")
    return not party and int(each.number or 0) < _RECURRING


def _is_issuer(said: str, each: Known) -> bool:
    return any(same_body(said, name) for name in each.issuer.split("; "))


def _is_party(value: Directive) -> bool:
    return (value.canonical or "").startswith(f"{value.number}-")


def _year_in_symbol(value: Directive) -> bool:
    return f"/{value.year}/" in (value.canonical or "") if value.year else False


def conflicts(citation: Said, each: Known) -> list[str]:
    """Where the text says something else than the registry: reported, never repaired."""
    value, found = citation.value, []
    doubt = "" if each.verification in ("", "verified") else f" ({each.verification})"
    if value.issued and each.date and not value.issued.startswith(each.date):
        found.append(f"issued: {value.issued}, {each.date}{doubt}")
    if citation.issuer and each.issuer and not _is_issuer(citation.issuer, each):
        found.append(f"issuer: {citation.issuer}, {each.issuer}{doubt}")
    return found
