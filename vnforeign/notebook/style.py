"""What all pieces share: the frame with its rules, rows of a table, a note."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from ..formats.html import TEXT_STYLE, colours, safe

_STYLE = Path(__file__).with_name("notebook.css")


@cache
def rules() -> str:
    """The style of the pieces. Rules for text and labels are nested in ``.vnforeign``, so nothing else on the page heeds them."""
    shared = f"{TEXT_STYLE.read_text(encoding='utf-8')}{colours()}"
    # doubled, so that it weighs more than a notebook's own rules for tables
    return f".vnforeign.vnforeign {{\n{shared}}}\n{_STYLE.read_text(encoding='utf-8')}"


def framed(inside: str) -> str:
    """A piece on its own: a scoped ``div`` with its style."""
    return f'<div class="vnforeign" lang="vi"><style>\n{rules()}</style>\n{inside}</div>'


def both(vi: str, en: str) -> str:
    """A word in Vietnamese, in English where it is pointed at."""
    return f'<span title="{safe(en)}">{safe(vi)}</span>'


def chip(label: str, vi: str, en: str) -> str:
    """A word with its label's colour."""
    return f'<span class="chip {safe(label)}" title="{safe(en)}">{safe(vi)}</span>'


def table(head: Iterable[str], rows: Iterable[str]) -> str:
    """A table of cells that are HTML already."""
    heads = "".join(f"<th>{each}</th>" for each in head)
    return f'<div class="wide"><table><thead><tr>{heads}</tr></thead>\n<tbody>{"".join(rows)}</tbody></table></div>\n'


def row(cells: Iterable[str]) -> str:
    """A row of cells that are HTML already."""
    return f"<tr>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>\n"


def note(vi: str, en: str) -> str:
    """What a reader should know about the piece."""
    return f'<div class="note">{safe(vi)} <span lang="en">{safe(en)}</span></div>\n'
