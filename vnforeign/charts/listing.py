"""Directives as a table for people: what is cited, how often, and what took its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..document import Shown
from ..formats.html import safe
from ..formats.show import cut
from ..notebook import html
from ..notebook.style import framed, note, row
from ..notebook.style import table as html_table
from .look import rows_of
from .words import types, word

if TYPE_CHECKING:
    from .tables import Source

#: So many rows are shown; all are in ``frame``.
MOST = 25


class Listing(Shown):
    """A table that a notebook shows with colours; ``frame`` is the pandas table behind it."""

    def __init__(self, frame: Any, lang: str = "vi") -> None:
        self.frame, self.lang = frame, lang

    def __len__(self) -> int:
        return len(self.frame)

    def __repr__(self) -> str:
        return repr(self.frame)


def directives(source: Source, lang: str = "vi") -> Listing:
    """The known directives that reports cite, the most cited first, each with the chain of what took its place.

    ``source`` is documents with links, or their table ``directives``. Raises ChartError for a table without the columns or a
    language that is none, ImportError without pandas.
    """
    word("directives", lang)
    frame = rows_of(source, "directives")
    order = ["reports", "cited", "key"]
    return Listing(frame.sort_values(order, ascending=[False, False, True], ignore_index=True), lang)


@html.register(Listing)
def _(thing: Listing) -> str:
    frame, lang = thing.frame, thing.lang
    after = dict(zip(frame["key"], frame["successor"], strict=True))
    rows = [_row(each, after, lang) for each in frame[frame["cited"] > 0].head(MOST).to_dict("records")]
    head = [word(each, lang) for each in ("directives", "issued", "issuer", "subject", "reports", "chain")]
    left = int((frame["cited"] > 0).sum()) - len(rows)
    more = note(f"Còn {left:,} văn bản nữa.", f"{left:,} more.") if left else ""
    return framed(html_table(map(safe, head), rows) + more)


def _row(said: dict[str, Any], after: dict[str, str], lang: str) -> str:
    name = f"{types().get(said['type'], said['type'])} <b>{safe(str(said['key']))}</b>"
    year = f"{said['issued']:.0f}" if said["issued"] == said["issued"] and said["issued"] else ""
    chain = " → ".join(f"<b>{safe(each)}</b>" for each in _chain(str(said["key"]), after))
    status = chain or f'<span class="soft">{safe(word("last", lang))}</span>'
    bar = f'<span class="count" style="--n:{min(int(said["reports"]), 20)}"></span> {int(said["reports"])}'
    return row([name, year, safe(cut(str(said["issuer"]), 60)), safe(cut(str(said["subject"]), 110)), bar, status])


def _chain(key: str, after: dict[str, str]) -> list[str]:
    """What took a document's place, what took that one's, and so on; never the same twice."""
    chain: list[str] = []
    while (key := after.get(key, "")) and key not in chain:
        chain.append(key)
    return chain
