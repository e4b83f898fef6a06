"""The second pass: places and bodies cut the runs, roles reach over their bodies, short mentions find their full name."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left

from ...document import LAYERS
from ...rule import Context, Found
from .context import BREAK, GENERIC, MEMBER, ROLE, role_after
from .names import FIRMS, NAME_WORD, STRONG, SURNAMES, familiar, is_capitals, native, run, stops_at_head
from .reading import Reading, Spans
from .value import Person

_PLACES = frozenset(label for label, layer in LAYERS.items() if layer == "place")
_ENOUGH = 3
_REACH = 150
#: A line of two to four capitalised words; its office may stand behind a dash.
_PEN_NAME = re.compile(
    rf"\n[ \t]?({NAME_WORD}(?: {NAME_WORD}){{1,3}})(?=[ \t.]*(?:\n|\Z)| ?\((?:TTXVN|VOV|TH|Theo|Sở|Ban|Báo|VP)\b| - (?:Sở|Ban|Báo|TTXVN|VP|Văn|Trung|Phòng|Đài|Hội|Liên))"
)
_SENTENCE_ENDS = '.!?"…)/'


def settle(found: list[Found], context: Context) -> list[Found]:
    """Names that stand, with their values; all other kinds as they came."""
    marks: list[Found] = []
    candidates: list[Found] = []
    rest: list[Found] = []
    for each in found:
        if each.label != "PERSON":
            rest.append(each)
        elif each.rule == "person.title":
            marks.append(each)
        else:
            candidates.append(each)
    text = context.view.text
    candidates += _last_line(text)
    if not (candidates or marks):
        return rest
    places = Spans([each for each in rest if each.label in _PLACES])
    bodies = Spans([each for each in rest if each.label == "ORG"])
    marks.sort(key=_start)
    candidates += _after_places(text, marks, places, bodies)
    begins = [mark.start for mark in marks]
    kept = []
    for each in candidates:
        if _cut(text, each, places) and not _inside(each, bodies):
            reading: Reading = each.value
            mark = (
                _role_before(text, each.start, marks, begins, places, bodies)
                if reading.title is None or reading.title.kind != ROLE
                else None
            )
            kept.append((each, mark))
    return rest + _named(context, kept, bodies)


def _start(each: Found) -> int:
    return each.start


def _last_line(text: str) -> list[Found]:
    """The writer's name alone on the line after a text: ``Minh Khuê``."""
    found = []
    for match in _PEN_NAME.finditer(text):
        if text[max(0, match.start() - 6) : match.start()].rstrip()[-1:] not in _SENTENCE_ENDS:
            continue
        words = run(text, match.start(1))
        said = match[1].split(" ")
        if (
            len(words) == len(said)
            and words[-1][1] == match.end(1)
            and all(map(familiar, said))
            and not stops_at_head(text, match.start(1))
        ):
            found.append(Found(match.start(1), match.end(1), "PERSON", "person.last", Reading(3, words), True))
    return found


def _cut(text: str, each: Found, places: Spans) -> bool:
    """Whether a name is left when the places at its edges are taken away."""
    reading: Reading = each.value
    if not reading.words:
        return True
    cover = places.over(each.start)
    if cover and cover[0] <= each.start and cover[1] >= each.end:
        return False
    if cover:
        words = [word for word in reading.words if word[0] >= cover[1]]
        said = [text[first:last] for first, last in words]
        if len(said) < 2 or (said[0] not in SURNAMES and all(map(native, said)) and reading.score < 4):
            return False
        each.start, reading.words = words[0][0], words
        if places.over(each.start):
            return _cut(text, each, places)
    tail = places.over(each.end - 1)
    if tail and tail[0] > each.start and tail[1] >= each.end:
        words = [word for word in reading.words if word[1] <= tail[0]]
        whole = (
            tail[1] == each.end
            and SURNAMES.get(text[each.start : reading.words[0][1]], 0) + (2 if reading.title else 0) >= STRONG
        )
        if not (whole and len(words) < 3):
            if len(words) < 2:
                return False
            each.end, reading.words = words[-1][1], words
    return True


def _inside(each: Found, bodies: Spans) -> bool:
    cover = bodies.over(each.start)
    return cover is not None and cover[0] <= each.start and cover[1] >= each.end


def _after_places(text: str, marks: list[Found], places: Spans, bodies: Spans) -> list[Found]:
    """Foreign names behind a role and its body or place: ``Tổng Lãnh sự Lào Sengthong …``, ``Chủ tịch Hội Sim …``."""
    made: list[Found] = []
    for mark in marks:
        end = mark.end
        generic = GENERIC.match(text, end)
        bare = generic.end() - 1 if generic else -1
        near = places.between(end, end + _REACH, 4) + bodies.between(end, end + _REACH, 1)
        if generic:
            near.append((end, bare))
        # Mostly no capital stands behind them; only where one does is the end of the clause looked for.
        near = [span for span in near if text[span[1] : span[1] + 1] == " " and text[span[1] + 1 : span[1] + 2].isupper()]
        if not near:
            continue
        broken = BREAK.search(text, end, end + _REACH)
        limit = broken.start() if broken else end + _REACH
        for stop in sorted({stop for start, stop in near if stop <= limit and (start < limit or stop == bare)}):
            if not stops_at_head(text, stop + 1):
                made += _foreign(text, stop + 1, stop == bare)
    return made


def _foreign(text: str, place: int, bare: bool) -> list[Found]:
    words = run(text, place)
    said = [text[first:last] for first, last in words]
    if len(said) < 2 or FIRMS.intersection(said) or any(map(is_capitals, said)):
        return []
    if bare and all(map(native, said)) and said[0] not in SURNAMES and not all(map(familiar, said)):
        score = 0 if len(said) > 2 else -1
    else:
        score = 1
    return [Found(place, words[-1][1], "PERSON", "person.after_place", Reading(score, words), True)]


def _role_before(text: str, start: int, marks: list[Found], begins: list[int], places: Spans, bodies: Spans) -> Found | None:
    """The role that leads up to a name: right before it, or before the body or the place that ends there."""
    at = bisect_left(begins, start) - 1
    if at < 0 or start - marks[at].end > _REACH:
        return None
    mark = marks[at]
    between = text[mark.end : start]
    if BREAK.search(between):
        return None
    if len(between) < 2:
        return mark
    if start - 1 in places.ending or start - 1 in bodies.ending:
        return mark
    generic = GENERIC.match(text, mark.end)
    return mark if generic and generic.end() == start else None


def _named(context: Context, kept: list[tuple[Found, Found | None]], bodies: Spans) -> list[Found]:
    """The values, in the order of the text; candidates that lean on others are judged here."""
    view, text = context.view, context.view.text
    kept = _longest(kept)
    full: dict[str, set[str]] = {}
    last: dict[str, str] = {}
    said: list[str] = []
    for each, mark in kept:
        start, end = view.span(each.start, each.end)
        name = " ".join(view.source[start:end].split())
        name = name if name.isascii() else unicodedata.normalize("NFC", name)
        name = name.title() if name.isupper() and len(name) > 3 else name
        said.append(name)
        if _sure(each, mark) and " " in name:
            full.setdefault(name.rsplit(" ", 1)[1], set()).add(name)
    stands: list[Found] = []
    for (each, mark), name in zip(kept, said, strict=True):
        given = name.rsplit(" ", 1)[-1]
        if " " in name:
            if not _sure(each, mark) and name not in full.get(given, ()) and not _in_list(text, each, stands):
                continue
            last[given] = name
        elif each.rule == "person.short":
            if each.value.score < _ENOUGH and given not in full:
                continue
            name = last.get(given, name)
        elif not _sure(each, mark):
            continue
        title, org = _title(context, each, mark, bodies)
        stands.append(Found(each.start, each.end, "PERSON", each.rule, Person(name, title, org)))
    return stands


def _order(pair: tuple[Found, Found | None]) -> tuple[int, int]:
    return pair[0].start, -pair[0].end


def _longest(kept: list[tuple[Found, Found | None]]) -> list[tuple[Found, Found | None]]:
    """Of candidates that overlap the surer stands, of two as sure the longer."""
    kept.sort(key=_order)
    chosen: list[tuple[Found, Found | None]] = []
    for pair in kept:
        if chosen and chosen[-1][0].end > pair[0].start:
            left = chosen[-1]
            if (_sure(*pair), pair[0].end - pair[0].start) <= (_sure(*left), left[0].end - left[0].start):
                continue
            chosen.pop()
        chosen.append(pair)
    return chosen


def _sure(each: Found, mark: Found | None) -> bool:
    reading: Reading = each.value
    return reading.score + (3 if mark else 0) >= _ENOUGH


def _in_list(text: str, each: Found, stands: list[Found]) -> bool:
    """Whether a run that alone would be too little stands in a list of persons."""
    if not stands or each.value.score < 2:
        return False
    gap = text[stands[-1].end : each.start]
    return gap in (", ", " và ", ", và ", "; ", " - ")


def _title(context: Context, each: Found, mark: Found | None, bodies: Spans) -> tuple[str | None, tuple[int, int] | None]:
    """The role beside a name, and where its body stands in the caller's text."""
    text = context.view.text
    reading: Reading = each.value
    if reading.title and reading.title.kind in (ROLE, MEMBER):
        return " ".join(text[reading.at : reading.at + reading.title.length].split()), None
    if mark:
        return " ".join(text[mark.start : mark.end].split()), _body(context, bodies.between(mark.end, each.start))
    after = role_after(text, each.end)
    if not after:
        return None, None
    return " ".join(text[after[0] : after[1]].split()), _body(context, bodies.between(after[1], after[1] + 2))


def _body(context: Context, spans: list[tuple[int, int]]) -> tuple[int, int] | None:
    return context.view.span(*max(spans, key=lambda span: span[1] - span[0])) if spans else None
