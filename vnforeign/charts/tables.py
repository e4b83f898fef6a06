"""The tables behind the charts: documents in, one tidy pandas table out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeAlias

from ..document import Document
from ..frames import warn_of_unanalysed
from ..links.registry import Registry, shipped
from .partners import partners
from .years import year_of

if TYPE_CHECKING:
    import pandas

    Source: TypeAlias = Document | Iterable[Document] | pandas.DataFrame
Row = tuple[Any, ...]


class ChartError(ValueError):
    """Nothing to draw, too much of it, or a table without the columns that a chart needs; the message says which."""


def table(what: str, documents: Document | Iterable[Document]) -> pandas.DataFrame:
    """The table that a chart draws, so that it can be filtered first. ``what`` is a key of ``TABLES``.

    - ``timeline``: ``id``, ``start``, ``end`` (first and last day), ``text``, ``precision``: one row a dated mention
    - ``sums``: ``id``, ``year``, ``kind`` (country, unit, donor), ``partner``, ``currency``, ``amount`` (Decimal), ``text``,
      ``quote``: one row a sum that is tied to a partner; never converted
    - ``fields``: ``id``, ``year``, ``province``, ``field``, ``passages``: how many passages have the field as their strongest
    - ``directives``: ``key``, ``type``, ``issued`` (year), ``issuer``, ``subject``, ``reports`` (how many cite it), ``cited``
      (how often), ``successor`` (the next document), ``newest`` (the last of the chain): one row a known document, cited or not

    Raises ValueError for another word, TypeError for what is no Document, ImportError with a hint where pandas is missing. Warns
    of a document that was not analysed.
    """
    if what not in TABLES:
        raise ValueError(f"no table {what!r}; there are {', '.join(TABLES)}")
    pd = pandas_of()
    several = [documents] if isinstance(documents, Document) else list(documents)
    for document in several:
        if not isinstance(document, Document):
            raise TypeError(f"a chart is made of Documents, not of {type(document).__name__}")
        warn_of_unanalysed(document)
    columns, rows = TABLES[what]
    frame = pd.DataFrame(list(rows(several)), columns=columns)
    days = [column for column in columns if column in ("start", "end")]
    return frame.astype(dict.fromkeys(days, "datetime64[s]"))


def pandas_of() -> Any:
    """pandas, or ImportError with a hint."""
    try:
        import pandas
    except ImportError:
        raise ImportError("charts need pandas and altair: pip install 'vnforeign[notebook]'") from None
    return pandas


def _dates(documents: list[Document]) -> Iterator[Row]:
    from datetime import date

    for document in documents:
        for entity in document.entities.of("DATE"):
            said = entity.value.to_dict()
            try:
                days = date.fromisoformat(said["start"]), date.fromisoformat(said["end"])
            except (KeyError, TypeError, ValueError):  # open at one end, or no day of the calendar
                continue
            yield (document.id, *days, entity.text, _precision((days[1] - days[0]).days))


def _precision(days: int) -> str:
    return "day" if days < 1 else "month" if days < 31 else "year" if days < 366 else "period"


def _fields(documents: list[Document]) -> Iterator[Row]:
    for document in documents:
        document.judge()
        counts = Counter(passage.fields[0].field for passage in document.passages if passage.fields)
        for field, passages in counts.items():
            yield (document.id, year_of(document), document.metadata.get("province"), field, passages)


def _sums(documents: list[Document]) -> Iterator[Row]:
    for document in documents:
        for sum_ in partners(document):
            yield (document.id, *sum_)


def _directives(documents: list[Document]) -> Iterator[Row]:
    registry = shipped()
    cited: dict[str, list[str]] = {}
    for number, document in enumerate(documents):
        for link in document.links:
            if link.kind == "known" and link.key in registry.by_key:
                cited.setdefault(link.key, []).append(document.id or str(number))
    for key in _with_successors(cited, registry):
        known, places = registry.by_key[key], cited.get(key, [])
        year = int(known.date[:4]) if known.date else None
        newest = " · ".join(dict.fromkeys(chain[-1] for chain in registry.in_its_place(key))) or key
        successor = " · ".join(known.succeeded_by)
        yield (key, known.type, year, known.issuer, known.subject, len(set(places)), len(places), successor, newest)


def _with_successors(cited: Iterable[str], registry: Registry) -> list[str]:
    """What is cited and all that took its place, oldest first."""
    keys = dict.fromkeys(cited)
    for key in list(keys):
        keys |= dict.fromkeys(each for chain in registry.in_its_place(key) for each in chain)
    return sorted(keys, key=lambda key: (registry.by_key[key].date or "9", key))


#: Each table: its columns, and what makes its rows.
TABLES: dict[str, tuple[list[str], Callable[[list[Document]], Iterator[Row]]]] = {
    "timeline": (["id", "start", "end", "text", "precision"], _dates),
    "sums": (["id", "year", "kind", "partner", "currency", "amount", "text", "quote"], _sums),
    "fields": (["id", "year", "province", "field", "passages"], _fields),
    "directives": (
        ["key", "type", "issued", "issuer", "subject", "reports", "cited", "successor", "newest"],
        _directives,
    ),
}
