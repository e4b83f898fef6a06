"""A timeline of dates, a heat map of fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .look import COLOURS, dressed, ready
from .words import field, word

if TYPE_CHECKING:
    from .look import Chart
    from .tables import Source


def timeline(source: Source, lang: str = "vi") -> Chart:
    """When the dates lie that each report speaks of: a line from first to last day, a dot for a single day.

    ``source`` is documents, or their table ``timeline``. Raises ChartError for nothing to draw or too much of it, ImportError
    without the extra ``notebook``.
    """
    alt, frame = ready(source, "timeline")
    frame["precision"] = frame["precision"].map(lambda each: word(each, lang))
    order = [word(each, lang) for each in ("day", "month", "year", "period")]
    colour = alt.Color("precision:N", title=word("precision", lang), sort=order, scale=alt.Scale(domain=order, range=COLOURS))
    told = [alt.Tooltip("text:N", title=word("text", lang)), "start:T", "end:T"]
    x = alt.X("start:T", title=word("time", lang))
    base = alt.Chart(frame).encode(x=x, y=alt.Y("id:N", title=None), color=colour, tooltip=told)
    periods = base.mark_rule(strokeWidth=5, opacity=0.45, strokeCap="round").encode(x2="end:T")
    days = base.mark_tick(thickness=2, size=13, opacity=0.8).transform_filter(f"datum.precision == '{order[0]}'")
    width = {"width": 620, "height": {"step": 17}, "title": word("timeline", lang)}
    return dressed((periods + days).properties(**width))


def fields(source: Source, lang: str = "vi") -> Chart:
    """A heat map: how many passages of a province's reports have each field as their strongest.

    ``source`` is documents, or their table ``fields``. Raises ChartError and ImportError as ``timeline``.
    """
    alt, frame = ready(source, "fields")
    frame["province"] = frame["province"].fillna(word("unknown", lang))
    frame["field"] = frame["field"].map(lambda key: field(key, lang))
    whole = frame.groupby(["province", "field"], as_index=False, observed=True)["passages"].sum()
    order = list(whole.groupby("field")["passages"].sum().sort_values(ascending=False).index)
    cells = alt.Chart(whole).encode(
        x=alt.X("province:N", title=None, axis=alt.Axis(labelAngle=-50, orient="bottom")),
        y=alt.Y("field:N", title=None, sort=order, axis=alt.Axis(labelLimit=320)),
        tooltip=[
            alt.Tooltip(f"{each}", title=word(each.split(":")[0], lang)) for each in ("province:N", "field:N", "passages:Q")
        ],
    )
    tone = alt.Color("passages:Q", title=word("passages", lang), scale=alt.Scale(range=["#3b82f62e", "#1d5fd1"]))
    tiles = cells.mark_rect(cornerRadius=2, stroke="#8a929c22").encode(color=tone)
    size = {"width": alt.Step(15), "height": alt.Step(17), "title": word("fields", lang)}
    return dressed(tiles.properties(**size))
