"""Sums by year and partner, one panel a currency."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .look import COLOURS, INK, dressed, ready
from .tables import ChartError
from .words import country, word

if TYPE_CHECKING:
    from .look import Chart
    from .tables import Source


def sums(source: Source, by: str = "country", lang: str = "vi", most: int = 12) -> Chart:
    """Sums by year and partner, one panel a currency, never converted; the ``most`` partners with the largest sums of each.

    ``by`` is ``country``, ``unit`` (provinces, states and cities abroad) or ``donor``. ``source`` is documents, or their table
    ``sums``. Raises ChartError and ImportError as ``timeline``.
    """
    if by not in ("country", "unit", "donor"):
        raise ChartError(f"no partners {by!r}; there are country, unit, donor")
    alt, frame = ready(source, "sums", lambda each: each[(each["kind"] == by) & each["year"].notna()])
    if by == "country":
        frame["partner"] = frame["partner"].map(lambda code: country(code, lang))
    whole = frame.groupby(["currency", "partner", "year"], as_index=False, observed=True).agg(
        amount=("amount", "sum"), text=("text", lambda texts: "; ".join(texts))
    )
    whole["amount"] = whole["amount"].astype(float)
    years = sorted(set(whole["year"].astype(int)))
    panels = [_panel(alt, whole[whole["currency"] == each], years, most, lang) for each in _by_rows(whole["currency"])]
    shared = alt.vconcat(*panels).resolve_scale(size="independent")
    return dressed(shared.properties(title=word(f"sums.{by}", lang)))


def _by_rows(column: Any) -> list[str]:
    """The values of a column, the most frequent first, then by name."""
    counts = column.value_counts()
    return sorted(counts.index, key=lambda each: (-counts[each], each))


def _panel(alt: Any, rows: Any, years: list[int], most: int, lang: str) -> Any:
    currency = rows["currency"].iloc[0]
    top = rows.groupby("partner")["amount"].sum().nlargest(most).index
    rows = rows[rows["partner"].isin(top)]
    told = [alt.Tooltip(each, title=word(title, lang)) for each, title in _TOLD]
    y = alt.Y("partner:N", title=None, sort=list(top), axis=alt.Axis(minExtent=_MARGIN, labelLimit=_MARGIN))
    x = alt.X("year:O", title=None, axis=alt.Axis(labelAngle=0), scale=alt.Scale(domain=years))
    base = alt.Chart(rows).encode(x=x, y=y, tooltip=told)
    size = alt.Size("amount:Q", legend=None, scale=alt.Scale(type="pow", exponent=0.4, range=[20, 900]))
    dots = base.mark_circle(opacity=0.55, color=COLOURS[_SHADE.get(currency, 5)]).encode(size=size)
    words = base.mark_text(dx=0, dy=-1, fontSize=9, color=INK, fontWeight="bold").encode(text=alt.Text("said:N"))
    said = words.transform_calculate(said=_COMPACT[lang])
    return (dots + said).properties(title=alt.TitleParams(currency, fontSize=12), width=alt.Step(34), height=alt.Step(28))


#: Room for names, the same in all panels, so that years stand below years.
_MARGIN = 170
_TOLD = (("partner:N", "partner"), ("year:O", "year"), ("amount:Q", "amount"), ("text:N", "text"))
_SHADE = {"VND": 0, "USD": 1, "EUR": 3, "JPY": 4, "CNY": 2}


def _compact(thousand: str, million: str, billion: str, trillion: str) -> str:
    """A Vega expression for a sum in few characters."""
    steps = ((1e12, trillion), (1e9, billion), (1e6, million), (1e3, thousand))
    tail = "format(datum.amount, '.3~g')"
    for size, unit in reversed(steps):
        tail = f"datum.amount >= {size:.0f} ? format(datum.amount / {size:.0f}, '.3~g') + '{unit}' : {tail}"
    return tail


_COMPACT = {"vi": _compact(" ngh", " tr", " tỷ", " ngh tỷ"), "en": _compact("k", "M", "bn", "tn")}
