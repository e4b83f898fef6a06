"""What all charts share: their rows, and a look of middling lightness without a ground, to be read on white and on black."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from .tables import TABLES, ChartError, pandas_of, table

if TYPE_CHECKING:
    import altair

    from .tables import Source

    Chart: TypeAlias = altair.LayerChart | altair.Chart | altair.VConcatChart

#: More rows than this make a page slow; filter the table first.
MOST = 5_000
INK, _LINE = "#7a828c", "#8a929c33"
COLOURS = ["#3b82f6", "#12a594", "#e8890c", "#b45fd6", "#e0484d", "#94a816", "#0891b2", "#db2777"]


def ready(source: Source, what: str, chosen: Any = None) -> tuple[Any, Any]:
    """Altair, and a copy of the rows to draw."""
    try:
        import altair
    except ImportError:
        raise ImportError("charts need altair and pandas: pip install 'vnforeign[notebook]'") from None
    frame = rows_of(source, what)
    frame = (chosen(frame) if chosen else frame).copy()
    if not len(frame):
        raise ChartError(f"nothing to draw: no row of the table {what!r}")
    if len(frame) > MOST:
        raise ChartError(f"{len(frame):,} rows are too many to draw ({MOST:,} at most): filter charts.table({what!r}, documents)")
    return altair, frame


def rows_of(source: Source, what: str) -> Any:
    """The table of documents, or a table that has its columns. Raises ChartError naming those that it has not."""
    if not isinstance(source, pandas_of().DataFrame):
        return table(what, source)
    if missing := [column for column in TABLES[what][0] if column not in source]:
        raise ChartError(f"the table has no column {', '.join(missing)}; charts.table({what!r}, documents) makes one")
    return source


def dressed(chart: Any) -> Chart:
    """Letters, lines and ground that suit light and dark pages."""
    words = {"labelColor": INK, "titleColor": INK, "labelFontSize": 11, "titleFontSize": 11, "titleFontWeight": "normal"}
    axis = {**words, "gridColor": _LINE, "domainColor": _LINE, "tickColor": _LINE}
    title = {"color": INK, "fontSize": 14, "anchor": "start", "offset": 12}
    done: Chart = (
        chart.configure(background="transparent", font="Noto Sans, system-ui, sans-serif")
        .configure_view(stroke=None)
        .configure_axis(**axis)
        .configure_legend(**words)
        .configure_title(**title)
    )
    return done
