"""How documents, entities, passages, judgements and records look in a notebook.

Jupyter, VS Code and others call ``_repr_html_`` of what a cell ends with; that asks ``html`` here. Each piece of HTML stands on
its own: a ``div`` of class ``vnforeign`` with the rules for it alone, light or dark as the notebook is, without script, and with
every word of a document escaped.

>>> import vnforeign as vf
>>> html(vf.analyze("Tỉnh chi 25 tỷ đồng.")).count('class="s AMOUNT"')
1
"""

from __future__ import annotations

from functools import singledispatch

from ..document import Document, Entities, Entity, Passage, Record, Records
from ..fields import Judgement
from . import entities, fields, page, records
from .fields import Reasons, reasons
from .style import framed


@singledispatch
def html(thing: object) -> str:
    """A document, entities, one of them, a passage, a judgement, records or one of them as HTML. Raises TypeError for others."""
    raise TypeError(f"no page of a {type(thing).__name__}")


@html.register(Document)
def _(thing: Document) -> str:
    return framed(page.document(thing))


@html.register(Entities)
def _(thing: Entities) -> str:
    return framed(entities.table(thing))


@html.register(Entity)
def _(thing: Entity) -> str:
    return framed(entities.table([thing]))


@html.register(Passage)
def _(thing: Passage) -> str:
    return framed(fields.passage(thing))


@html.register(Judgement)
def _(thing: Judgement) -> str:
    return framed(fields.judgement(thing))


@html.register(Reasons)
def _(thing: Reasons) -> str:
    return framed(fields.marked(thing))


@html.register(Records)
def _(thing: Records) -> str:
    return framed(records.tables(thing))


@html.register(Record)
def _(thing: Record) -> str:
    return framed(records.form(thing))


__all__ = ["Reasons", "html", "reasons"]
