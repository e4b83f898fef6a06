"""The second pass: foreign namesakes go, each unit gets its province, and bare names of units named elsewhere are found."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import lru_cache
from itertools import accumulate
from operator import attrgetter

from ... import codepage, matcher
from ...document import LAYERS
from ...rule import Context, Found
from ...text import View, pattern, spellings, upper
from ..foreign_unit.context import foreign_context
from ..province.settle import CITY_RULES
from ..province.units import FREE_NAMES
from ..province.value import Province
from .gazetteer import COMMUNE, DISTRICT, Row, gazetteer, plain
from .names import CAPITAL, SURNAMES
from .value import Locality

_PLACES = frozenset(label for label, layer in LAYERS.items() if layer == "place")
_by_place = attrgetter("start", "end")
_by_start = attrgetter("start")
_LEVELS = {"DISTRICT": DISTRICT, "COMMUNE": COMMUNE}
_MERGED = date(2025, 7, 1)
_CHAIN = pattern(r"(?: ?[,(]? ?(?:(?:của|thuộc|ở|tại) )?)\Z")
_SIBLING = pattern(r"(?:, | và )\Z")
_CHAIN_LENGTH = 9
_FEW = 24  # names that are sought one by one; more of them by an automaton
_MOST_FUZZY = 100  # misspelt names looked up in one text
_SHORTEST_FUZZY = 6
_BLANKS = frozenset(" \n\t")
_AFTER_BARE = re.compile(rf" (?P<word>{CAPITAL.pattern}[^\W\d_]+)")
_NOT_BEFORE = (
    frozenset(
        "sông suối núi đường phố phòng ông bà anh chị em hồ Thị Văn xã huyện phường quận tỉnh khẩu mở đồn ĐBP BP CK TP chí thôn bản ấp buôn làng".split()
    )
    | SURNAMES
)


def settle(found: list[Found], context: Context) -> list[Found]:
    """Districts and communes decided, valued, and joined by their bare mentions."""
    mine = [each for each in found if each.label in _LEVELS]
    if not mine:
        return found
    places = Places(found)
    atlas = _Atlas(found, places, context)
    kept = _at_home(mine, places, atlas, context)
    atlas.value(kept)
    for each in kept:
        each.weak = False
    if len(kept) < len(mine):
        gone = {id(each) for each in mine} - {id(each) for each in kept}
        found = [each for each in found if id(each) not in gone]
        places = Places(found)
    more = bare(kept, places, context.view, _form_of, _bare_rule)
    ours = {(each.start, each.end) for each in more}
    return [each for each in found if each.label != "FOREIGN_UNIT" or (each.start, each.end) not in ours] + more


class Places:
    """The candidates of the place layer, sorted, for neighbours and overlaps."""

    def __init__(self, found: list[Found]) -> None:
        self.all = sorted((each for each in found if each.label in _PLACES), key=_by_place)
        self._starts = [each.start for each in self.all]
        self._reach = list(accumulate([each.end for each in self.all], max))

    def free(self, start: int, end: int) -> bool:
        """Whether no candidate overlaps the span, but for a foreign namesake of just that span."""
        last = bisect_left(self._starts, end) - 1
        while last >= 0 and (self.all[last].start, self.all[last].end, self.all[last].label) == (start, end, "FOREIGN_UNIT"):
            last -= 1
        return last < 0 or self._reach[last] <= start

    def over(self, start: int, end: int, label: str) -> Found | None:
        """A candidate of the label that ends in the span and starts in it."""
        for each in self.all[bisect_left(self._starts, start) : bisect_left(self._starts, end)]:
            if each.label == label and each.end <= end + 40:
                return each
        return None

    def after(self, end: int, text: str, link: re.Pattern[str] = _CHAIN) -> Found | None:
        """The longest candidate right behind a comma, bracket, ``của`` or ``thuộc``."""
        best = None
        for each in self.all[bisect_left(self._starts, end) : bisect_right(self._starts, end + _CHAIN_LENGTH)]:
            if (
                (best is None or each.start == best.start)
                and link.fullmatch(text, end, each.start)
                and (best is None or each.end > best.end)
            ):
                best = each
        return best


def _at_home(mine: list[Found], places: Places, atlas: _Atlas, context: Context) -> list[Found]:
    """Those that are units of Viet Nam; from the last to the first, so that a commune goes with its district."""
    text = context.view.text
    abroad: set[int] = set()
    for each in sorted(mine, key=_by_start, reverse=True):
        behind = places.after(each.end, text)
        with_it = behind is not None and id(behind) in abroad and (each.label, behind.label) == ("COMMUNE", "DISTRICT")
        if with_it or _is_foreign(each, behind, places, atlas, text):
            abroad.add(id(each))
    return [each for each in mine if id(each) not in abroad]


def _is_foreign(each: Found, behind: Found | None, places: Places, atlas: _Atlas, text: str) -> bool:
    """Whether a unit of another country is meant: its lexicon has the name, ours has not, or its country follows."""
    if each.weak and each.label == "DISTRICT" and not atlas.rows("DISTRICT", each.value.name):
        return True  # the lexicon of districts is complete
    if behind and _abroad(behind) and (each.weak or text[each.end : each.end + 2] != ", " or behind.label == "FOREIGN_UNIT"):
        return True
    local = bool(atlas.options(each) & atlas.named)
    if not local and foreign_context(text, each.start, each.end):
        return True
    return not local and places.over(each.start, each.end, "FOREIGN_UNIT") is not None


def _abroad(each: Found) -> bool:
    if each.label == "COUNTRY":
        return getattr(each.value, "code", "VN") != "VN"
    return each.label == "FOREIGN_UNIT"


class _Atlas:
    """The provinces that the text names, and what they say about its districts and communes."""

    def __init__(self, found: list[Found], places: Places, context: Context) -> None:
        self._text, self._day = context.view.text, context.reference
        provinces = sorted(
            (each.start, each.value.lineage) for each in found if each.label == "PROVINCE" and isinstance(each.value, Province)
        )
        self._starts = [start for start, _ in provinces]
        self._lineages = [lineage for _, lineage in provinces]
        self.named = frozenset(self._lineages)
        self._rows: dict[tuple[str, str], list[Row]] = {}
        self._fuzzy = _MOST_FUZZY
        self._known_options: dict[tuple[str, str], frozenset[str]] = {}
        self._places = places

    def rows(self, label: str, name: str) -> list[Row]:
        """The lexicon's rows of a name, also of one that is misspelt by a letter."""
        rows = self._rows.get((label, name))
        if rows is None:
            rows = self._rows[label, name] = gazetteer(_LEVELS[label]).rows(name) or self._near(label, name)
        return rows

    def _near(self, label: str, name: str) -> list[Row]:
        key = plain(name)
        if self._fuzzy <= 0 or len(key) < _SHORTEST_FUZZY:
            return []
        self._fuzzy -= 1
        table = gazetteer(_LEVELS[label])
        rows = [row for each in table.near(key) for row in table.named(each)]
        near = [row for row in rows if frozenset(self._options(row)) & self.named and _initials(row.name) == _initials(name)]
        return near if len(near) == 1 else []

    def _options(self, row: Row) -> Iterable[str]:
        """The provinces that held a unit of that name at the time: earlier ones where the text speaks of those alone."""
        if self._day and self._day >= _MERGED and row.new:
            return row.new
        if self._day is None and row.new and self.named.intersection(row.new) and not self.named.intersection(row.old):
            return row.new
        earlier = row.former if self.named.intersection(row.former) and not self.named.intersection(row.old) else ()
        return earlier or row.old or row.new

    def options(self, each: Found) -> frozenset[str]:
        """The provinces in which the lexicon has a unit of that name."""
        key = each.label, each.value.name
        options = self._known_options.get(key)
        if options is None:
            options = frozenset(option for row in self.rows(*key) for option in self._options(row))
            self._known_options[key] = options
        return options

    def value(self, found: list[Found]) -> None:
        """Official names and provinces for all, from the last to the first, so that a chain is known from its end."""
        for each in sorted(found, key=_by_start, reverse=True):
            if each.rule in CITY_RULES:
                continue
            said = each.value.name
            if said.isdigit():
                name = str(int(said))
            else:
                names = {row.name for row in self.rows(each.label, said)}
                name = names.pop() if len(names) == 1 else said
            each.value = Locality(name, each.value.type, self._province(each))

    def _province(self, each: Found) -> str | None:
        options = self.options(each)
        if len(options) == 1:
            return next(iter(options))
        behind = self._places.after(each.end, self._text)
        said = self._said(behind) or self._said(self._places.after(each.end, self._text, _SIBLING))
        if said and (said in options or not options):
            return said
        meant = options & self.named if options else self.named
        if len(meant) == 1:
            return next(iter(meant))
        return self._nearest(each.start, meant) if options else None

    def _said(self, behind: Found | None) -> str | None:
        if behind is None:
            return None
        if isinstance(behind.value, Province):
            return behind.value.lineage
        return behind.value.province if isinstance(behind.value, Locality) else None

    def _nearest(self, start: int, meant: frozenset[str]) -> str | None:
        place = bisect_left(self._starts, start) - 1
        for each in range(place, max(-1, place - 50), -1):
            if self._lineages[each] in meant:
                return self._lineages[each]
        return None


def _initials(name: str) -> list[bytes]:
    return [plain(word)[:1] for word in name.split()]


# --- bare mentions -----------------------------------------------------------------------------------------------------


def _form_of(each: Found, text: str) -> set[str]:
    said = each.value.name
    if said in FREE_NAMES or said.isdigit() or (" " not in said and len(said) < 4):
        return set()
    words = text[each.start : each.end].split()
    return {*_forms(said, each.label == "DISTRICT"), " ".join(words[-len(said.split()) :])}


@lru_cache(1 << 12)
def _forms(name: str, loud: bool) -> tuple[str, ...]:
    forms = spellings(name)
    return (*forms, upper(name)) if loud else tuple(forms)


def _bare_rule(each: Found) -> str:
    return "district.bare" if each.label == "DISTRICT" else "commune.bare"


def bare(
    named: list[Found],
    places: Places,
    view: View,
    form_of: Callable[[Found, str], set[str]],
    rule_of: Callable[[Found], str],
) -> list[Found]:
    """Mentions without designator of what the text names with one; one pass over the text whatever the number of names."""
    mentions: dict[str, list[Found]] = {}
    for each in sorted(named, key=_by_start):
        for form in form_of(each, view.text):
            mentions.setdefault(form, []).append(each)
    starts = {form: [each.start for each in same] for form, same in mentions.items()}
    forms = [form for form in mentions if form and form[0].isupper()]
    found: list[Found] = []
    for form, start, end in _occurrences(forms, view):
        if not places.free(start, end) or not _stands_alone(view.text, start, end):
            continue
        same = mentions[form]
        place = bisect_right(starts[form], start) - 1
        meant = same[max(place, 0)]
        found.append(Found(start, end, meant.label, rule_of(meant), meant.value))
    return found


def _occurrences(forms: list[str], view: View) -> Iterator[tuple[str, int, int]]:
    """Every place where one of the forms stands as words of its own; the longest of several."""
    line = view.text.replace("\n", " ").replace("\t", " ")
    if len(forms) > _FEW:
        keys = [codepage.encode(form) for form in forms]
        for index, start, end in matcher.make(keys).find(codepage.one_line(view.codes)):
            yield forms[index], start, end
        return
    for form in sorted(forms, key=len, reverse=True):
        size, start = len(form), line.find(form)
        while start >= 0:
            end = start + size
            if not line[start - 1 : start].isalnum() and not line[end : end + 1].isalnum():
                yield form, start, end
            start = line.find(form, end)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Not in a person's name, a street, a river, or a longer name."""
    if text[start - 1 : start] in _BLANKS:
        at, floor = start - 1, max(0, start - 12)
        while at > floor and text[at - 1].isalpha():
            at -= 1
        if text[at : start - 1] in _NOT_BEFORE:
            return False
    after = _AFTER_BARE.match(text, end)
    return after is None or after["word"].isupper() or after["word"] in SURNAMES
