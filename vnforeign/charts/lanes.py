"""Directives by year, each chain of successors on a lane of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .look import INK, dressed, ready
from .tables import pandas_of
from .words import word

if TYPE_CHECKING:
    from .look import Chart
    from .tables import Source

_BETWEEN = " · "
#: Years that a letter of a document's name takes on its lane.
_LETTER = 0.35


def succession(source: Source, lang: str = "vi") -> Chart:
    """Cited directives by year, with a line from each to what took its place; those without a date are left out.

    ``source`` is documents with links, or their table ``directives``. Raises ChartError and ImportError as ``timeline``.
    """
    alt, frame = ready(source, "directives", lambda each: each[each["issued"].notna()])
    newest, replaced = word("last", lang), word("replaced", lang)
    frame["status"] = (frame["key"] == frame["newest"]).map({True: newest, False: replaced})
    frame["lane"] = _lanes(frame)
    last = int(frame["lane"].max())
    x = alt.X("issued:Q", title=word("issued", lang), axis=alt.Axis(format="d", tickMinStep=1), scale=alt.Scale(zero=False))
    y = alt.Y("lane:Q", title=None, axis=None, scale=alt.Scale(reverse=True, domain=[-1, last + 1]))
    ties = {"x": x, "y": y, "x2": alt.X2("later", title=None), "y2": alt.Y2("lane2", title=None)}
    lines = alt.Chart(_ties(frame)).mark_rule(color=INK, opacity=0.55).encode(**ties)
    told = [alt.Tooltip(f"{each}:N", title=word(each, lang)) for each in ("issuer", "subject", "reports")]
    base = alt.Chart(frame).encode(x=x, y=y, tooltip=["key:N", *told])
    shades = alt.Scale(domain=[newest, replaced], range=["#12a594", "#e8890c"])
    dots = base.mark_circle(opacity=1).encode(
        color=alt.Color("status:N", title=None, scale=shades, legend=alt.Legend(orient="top")),
        size=alt.Size("reports:Q", legend=None, scale=alt.Scale(range=[45, 420])),
    )
    labels = base.mark_text(align="left", dx=10, fontSize=10, color=INK).encode(text="key:N")
    size = {"width": 680, "height": 17 * (last + 3), "title": word("succession", lang)}
    return dressed((lines + dots + labels).properties(**size))


def _lanes(frame: Any) -> list[int]:
    """A lane for each document, oldest first: its predecessor's, else the first one where there is room."""
    before = _predecessors(frame)
    lanes: dict[str, int] = {}
    until: list[int] = []  # the year from which a lane is free
    for key, year, last in sorted(_reach(frame), key=lambda each: (each[1], each[0])):
        old = before.get(key)
        lane = lanes[old] if old in lanes and old not in {before.get(each) for each in lanes} else None
        if lane is None:
            lane = next((at for at, free in enumerate(until) if free < year), len(until))
        until += [0] * (lane + 1 - len(until))
        lanes[key], until[lane] = lane, max(until[lane], last + 2 + round(_LETTER * len(key)))
    return [lanes[key] for key in frame["key"]]


def _predecessors(frame: Any) -> dict[str, str]:
    """Of each document the first one that it took the place of."""
    pairs = zip(frame["key"], frame["successor"], strict=True)
    return {each: key for key, after in reversed(list(pairs)) for each in after.split(_BETWEEN) if each}


def _reach(frame: Any) -> list[tuple[str, int, int]]:
    """Key, year, and the last year of the chain that begins there: so long its lane is taken."""
    issued = dict(zip(frame["key"], frame["issued"], strict=True))
    newest = zip(frame["key"], frame["issued"], frame["newest"], strict=True)
    return [(key, int(year), max(int(issued.get(each, year)) for each in last.split(_BETWEEN))) for key, year, last in newest]


def _ties(frame: Any) -> Any:
    """A row a succession: year and lane of the one and of the other."""
    place = {key: (year, lane) for key, year, lane in zip(frame["key"], frame["issued"], frame["lane"], strict=True)}
    rows = [
        (*place[key], *place[each])
        for key, after in zip(frame["key"], frame["successor"], strict=True)
        for each in after.split(_BETWEEN)
        if each in place
    ]
    return pandas_of().DataFrame(rows, columns=["issued", "lane", "later", "lane2"])
