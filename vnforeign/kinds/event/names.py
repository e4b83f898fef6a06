"""Conferences, forums, fairs, festivals, years and weeks that bear a name.

Hội nghị Xúc tiến đầu tư tỉnh Quảng Trị lần thứ II     head, title, and what marks it as a name: a capital, an ordinal, a year
hội nghị tổng kết công tác năm 2015                    none of these: a meeting like any other
"""

from __future__ import annotations

import re

from ...codepage import CAPITALS, LOWERS
from ...phrases import word_before, wrapped
from ...rule import Found
from ...text import pattern
from .ordinals import NTH, ordinal
from .titles import (
    BETWEEN,
    CAPITAL,
    CLASS,
    COUNTED,
    COUNTRY_PAIR,
    DATED,
    GOES_ON,
    LINE_BREAK,
    LOOSE_END,
    LOOSE_LAST,
    NAME_INSIDE,
    PAIR,
    PLACED,
    PLAIN,
    PLAIN_MEETING,
    QUOTED,
    TITLE,
    VENUE_NEAR,
    YEAR,
    ordinal_first,
)
from .value import Event

_VENUES = ("Nhà", "Trung", "Cung", "Công", "Khách")  # the first words of VENUE_NEAR


def named(text: str, start: int, end: int, kind: str) -> Found | None:
    """An event that begins with a head word, where the words behind make it a name."""
    if quoted := _quoted(text, start, end, kind):
        return quoted
    if kind == "quoted" or _of_venue(text, start):
        return None
    if kind == "session":
        return _session(text, start, end)
    if kind == "games":
        return _games(text, start, end)
    return _ordinal_first(text, start, end) or _marked(text, start, end, kind) or _plain(text, start, end, kind)


def _of_venue(text: str, start: int) -> bool:
    """Whether the word is part of a venue: ``Trung tâm Hội nghị Quốc gia``."""
    near = text[max(0, start - 60) : start]
    return any(word in near for word in _VENUES) and VENUE_NEAR.search(text, max(0, start - 60), start) is not None


def _quoted(text: str, start: int, end: int, kind: str) -> Found | None:
    match = QUOTED.match(text, end)
    if not match or kind in ("session", "games", "year"):
        return None
    name = match["name"]
    if kind == "quoted" and (name[0].isupper() and re.search(r"(?:19|20)[0-9]{2}\Z", name) or match["lead"].strip()):
        return _found(text, match.start("name"), match.end("name"), None, _year(name), "event.quoted")
    if kind == "quoted" or (kind == "meet" and not name[0].isupper()) or not name[0].isalnum():
        return None
    return _found(text, start, match.end("name"), None, _year(name), "event.quoted")


def _session(text: str, start: int, end: int) -> Found | None:
    """``Kỳ họp lần thứ 5 Ủy ban hỗn hợp``; sessions of assemblies are not events."""
    said = ordinal_first(text, end)
    if not said or re.match(r"(?:của )?(?:Hội đồng nhân|Ban Th|Ủy ban nhân|Ủy ban Th|Tổng|các)", said[1]):
        return None
    return _ordinal_first(text, start, end)


_GAMES = pattern(
    rf"(?P<place>(?: [{CAPITALS}][\w-]+){{0,3}})(?: lần thứ (?P<n>{NTH})| (?P<y>{YEAR})| (?P<m>[0-9]{{1,2}}|[IVXL]{{1,6}})(?![\w/%]|[.,][0-9]))(?P<after>(?: - [{CAPITALS}]\w+| [{CAPITALS}][{LOWERS}]+)?(?: (?P<z>{YEAR}))?)"
)


def _games(text: str, start: int, end: int) -> Found | None:
    """``SEA Games 31``, ``APEC 2017``, ``Thế vận hội Bắc Kinh``."""
    head = text[start:end].lower()
    match = _GAMES.match(text, end)
    if match and (not match["place"] or head in ("olympic", "thế vận hội", "meet", "expo")):
        stop = match.end() if match["z"] else match.start("after")
        number = match["n"] or match["m"]
        year = match["y"] or match["z"]
        return _found(text, start, stop, ordinal(number) if number else None, int(year) if year else None, "event.games")
    if head == "thế vận hội" and (place := re.compile(rf"(?: [{CAPITALS}][\w-]+)+").match(text, end)):
        return _found(text, start, place.end(), None, None, "event.games")
    return None


def _ordinal_first(text: str, start: int, end: int) -> Found | None:
    """``Hội nghị lần thứ 10 Ủy ban công tác liên hợp``."""
    said = ordinal_first(text, end)
    if not said:
        return None
    number, body, stop = said
    if NAME_INSIDE.search(body) is None or re.match(r"(?:của )?Ban (?:Chấp|chấp|Thường|Cán)", body):
        return None
    return _found(text, start, _trimmed(text, end, stop), ordinal(number), None, "event.named")


def _marked(text: str, start: int, end: int, kind: str) -> Found | None:
    """A name that ends in an ordinal or a year."""
    match = TITLE.match(text, end)
    if not match or _broken(text, end, match.end()):
        return _between(text, start, end)
    number, said = match["n"] or match["m"], match["y"]
    title = match["title"]
    if not title.strip() and kind not in ("camp", "year", "week"):
        return None
    if said and not _may_bear_year(text, start, title, kind):
        return None
    if number and not said and not (NAME_INSIDE.search(title) or len(title.split()) > 1 or text[start].isupper()):
        return None
    if (
        number
        and kind == "meeting"
        and re.match(r" (?:tổng kết|sơ kết|giao ban|ban|tỉnh ủy|thành ủy|huyện ủy)(?!\w)", title, re.IGNORECASE)
    ):
        return None
    stop = match.end()
    if number and (more := GOES_ON.match(text, stop)):
        stop, said = more.end(), more["y"]
    return _found(
        text, start, stop, ordinal(number) if number else None, int(said) if said else _dated(text, stop), "event.named"
    )


def _may_bear_year(text: str, start: int, title: str, kind: str) -> bool:
    """A year belongs to the name where the name has a capital of its own; ``hội nghị tổng kết 2015`` has none."""
    if kind == "meeting" and PLAIN_MEETING.match(title):
        return False
    programme = kind == "meet" and text.startswith("Chương", start)
    return (NAME_INSIDE.search(title) is not None or programme or kind in ("camp", "year")) and CLASS.search(
        text, max(0, start - 12), start
    ) is None


def _between(text: str, start: int, end: int) -> Found | None:
    """``Hội nghị quốc tế về hợp tác giữa … lần thứ 5``: the parties stand inside the name."""
    title = PLAIN.match(text, end)
    match = BETWEEN.match(text, title.end()) if title else None
    if not match or not text[start].isupper() or PLAIN_MEETING.match(text, end):
        return None
    return _found(text, start, match.end(), ordinal(match["n"]), _dated(text, match.end()), "event.named")


def _plain(text: str, start: int, end: int, kind: str) -> Found | None:
    """A name without ordinal and year: its capitals must say it."""
    match = PLAIN.match(text, end)
    if not match or CLASS.search(text, max(0, start - 12), start):
        return None
    stop = match.end()
    if broken := _broken(text, end, stop):
        stop = broken
    stop = _trimmed(text, end, stop)
    if kind == "week" and (placed := PLACED.match(text, stop)):
        stop = placed.end()
    title = text[end:stop]
    if not _is_name(text, start, stop, title, kind):
        return None
    counted = COUNTED.search(text, end, stop)
    return _found(text, start, stop, counted["n"] if counted else None, _dated(text, stop), "event.named")


def _is_name(text: str, start: int, stop: int, title: str, kind: str) -> bool:
    if text[start : start + 4].isupper() or not title.strip():
        return False  # a heading in capitals: its capitals say nothing
    capital = CAPITAL.match(title) is not None
    if kind == "year":
        return NAME_INSIDE.search(title) is not None
    if kind == "camp":
        return False
    if kind == "meet":  # only a programme: "Gặp gỡ" may open any sentence
        return text.startswith("Chương", start) and capital and len(title.split()) > 2
    if kind == "meeting":
        if not text[start].isupper() or len(title.split()) < 3 or PLAIN_MEETING.match(title) or COUNTRY_PAIR.match(title):
            return False
        return capital or (PAIR.search(title) is not None and not _opens(text, start))
    if kind in ("forum", "fair"):
        return text[start].isupper() and len(title.split()) > 1 and (capital or NAME_INSIDE.search(title) is not None)
    if kind == "show":
        return text[start].isupper() and capital and len(title.split()) > 1
    if kind == "week":
        return (capital or text[start].isupper()) and NAME_INSIDE.search(title) is not None
    if capital or not text[start].isupper() or PLAIN_MEETING.match(title):
        return capital
    near = title if DATED.match(text, stop) or text.startswith(("Liên", "Ngày"), start) else " ".join(title.split()[:4])
    return NAME_INSIDE.search(near) is not None


def _opens(text: str, start: int) -> bool:
    """Whether a line or a sentence begins here, so that a capital says nothing."""
    return start == 0 or text[start - 1] in "\n\t" or text[max(0, start - 2) : start] in (". ", "! ", "? ", ": ", "- ")


def _broken(text: str, start: int, end: int) -> int | None:
    """Where a line ends for good between the two places."""
    broken = LINE_BREAK.search(text, start, end)
    return broken.start() if broken and (broken[0] == "\t" or not wrapped(text, broken.start())) else None


def _dated(text: str, end: int) -> int | None:
    """The year said right behind a name: ``… năm 2019``."""
    match = DATED.match(text, end)
    return int(match["y"]) if match else None


def _year(name: str) -> int | None:
    match = re.search(r"(?<![0-9])((?:19|20)[0-9]{2})\Z", name)
    return int(match[1]) if match else None


def _trimmed(text: str, start: int, end: int) -> int:
    while (text[end - 1] in ",-" or word_before(text, end) in LOOSE_LAST) and (trailing := LOOSE_END.search(text, start, end)):
        end = trailing.start()
    return end


def _found(text: str, start: int, end: int, number: str | None, year: int | None, rule: str) -> Found:
    if text[end - 1] == '"' and text.count('"', start, end) % 2:
        end -= 1
    return Found(start, end, "EVENT", rule, Event("other", " ".join(text[start:end].split()), number, year))
