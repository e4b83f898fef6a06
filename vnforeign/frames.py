"""Documents as pandas tables (the extra ``table``), with the columns of ``docs/schema.md``."""

from __future__ import annotations

import warnings
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from .document import Document

if TYPE_CHECKING:
    import pandas

#: The pandas type of each type of column; days are whole seconds, since nanoseconds begin in 1678.
DTYPES = {
    "bool": "boolean",
    "category": "category",
    "date": "datetime64[s]",
    "decimal": "object",
    "float": "float64",
    "int": "Int64",
    "list": "object",
}


def to_frame(documents: Document | Iterable[Document], what: str = "entities") -> pandas.DataFrame:
    """One row each; offsets are code points of the document's own text, sums and counts Decimals, days ``datetime64[s]``.

    ``what`` is a table of ``docs/schema.md``: ``entities``, ``passages``, ``links``, ``records``, ``slots`` or ``documents``.
    Behind the column ``document``, its key, stands ``id``, the name that people know it by. Raises ValueError for another word,
    TypeError for what is no Document, ImportError with a hint where pandas is missing. Warns of a document that was read, but not
    analysed: nothing was looked for in it.
    """
    from .formats.schema import TABLES
    from .formats.tables import table_rows

    if what not in TABLES:
        raise ValueError(f"no table {what!r}; there are {', '.join(TABLES)}")
    several = [documents] if isinstance(documents, Document) else documents
    found: list[Any] = []
    ids: list[str | None] = []
    for document in several:
        more = table_rows(document, what)
        if what != "documents":
            warn_of_unanalysed(document)
        found += more
        ids += [document.id] * len(more)
    frame = _frame(what, found)
    if what != "documents":
        frame.insert(1, "id", _pandas().Series(ids, dtype="category"))
    return frame


def warn_of_unanalysed(document: Document) -> None:
    """A UserWarning, shown at the caller's caller, for a document in which nothing was looked for."""
    if not document.passages and not document.entities and document.text.strip():
        said = f"document {document.id or ''}".strip()
        warnings.warn(f"{said} was not analysed, so it is empty here: vnforeign.analyze(document) comes first", stacklevel=3)


def _frame(what: str, found: list[Any]) -> pandas.DataFrame:
    from .formats.schema import TABLES

    pd = _pandas()
    columns = list(zip(*found, strict=True)) or [()] * len(TABLES[what])
    return pd.DataFrame(
        {
            column.name: pd.Series(list(cells), dtype=DTYPES.get(column.type, "string"))
            for column, cells in zip(TABLES[what], columns, strict=True)
        }
    )


def _pandas() -> Any:
    try:
        import pandas
    except ImportError:
        raise ImportError("tables need pandas: pip install 'vnforeign[table]'") from None
    return pandas
