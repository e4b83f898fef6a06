"""The tables: documents, the rows drafted from them, decisions about both, and the records that came of it.

A decision is never changed or deleted; triggers of the database see to that. The other tables hold what the decisions add up to.
Times are UTC, as ``2019-04-30T08:15:02Z``; lists and values that a column's type decides are JSON.
"""

from __future__ import annotations

from typing import Any, ClassVar

from sqlalchemy import JSON, ForeignKey, Index, LargeBinary, Text, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

#: Those of a row's states that make a record; ``open`` waits for a decision, ``rejected`` is none.
SAVED = ("accepted", "corrected", "added")


class Table(DeclarativeBase):
    """The base of all tables."""

    type_annotation_map: ClassVar = {dict[str, Any]: JSON, list[Any]: JSON, str: Text}


class Document(Table):
    """A report: its text, what was found in it, and what the editor made of that.

    ``analysis`` is JSON of schema ``vnforeign/1`` without the text; ``marks`` the entities as they are after edits;
    ``judgements`` the editor's fields by the passage's index; ``checked`` says that the entities are complete: the text is gold.
    ``folded`` and ``bare`` are the text for searching, with and without diacritics.
    """

    __tablename__ = "documents"
    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column()
    digest: Mapped[str] = mapped_column(unique=True)
    title: Mapped[str]
    source: Mapped[str]
    province: Mapped[str]
    published: Mapped[str]
    reference_date: Mapped[str]
    checked: Mapped[bool] = mapped_column(default=False)
    added_at: Mapped[str]
    added_by: Mapped[str]
    text: Mapped[str] = mapped_column(deferred=True)
    folded: Mapped[str] = mapped_column(deferred=True)
    bare: Mapped[str] = mapped_column(deferred=True)
    analysis: Mapped[bytes] = mapped_column(LargeBinary, deferred=True)
    marks: Mapped[list[Any]] = mapped_column(deferred=True)
    judgements: Mapped[dict[str, Any]] = mapped_column(deferred=True)
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012


class Draft(Table):
    """A row as it stands: ``drafted`` is what the library proposed (empty for a row the editor added).

    ``cells`` holds the canonical value of each filled column, ``words`` the offsets ``[[start, end], …]`` behind it. ``place``
    orders the rows of a document.
    """

    __tablename__ = "drafts"
    id: Mapped[int] = mapped_column(primary_key=True)
    version: Mapped[int] = mapped_column()
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id"), index=True)
    place: Mapped[int]
    type: Mapped[str]
    state: Mapped[str] = mapped_column(default="open")
    summary: Mapped[bool] = mapped_column(default=False)
    passage: Mapped[int | None]
    drafted: Mapped[dict[str, Any]]
    cells: Mapped[dict[str, Any]]
    words: Mapped[dict[str, Any]]
    __mapper_args__ = {"version_id_col": version}  # noqa: RUF012


class Record(Table):
    """A row the editor saved: one per accepted, corrected or added draft."""

    __tablename__ = "records"
    id: Mapped[int] = mapped_column(primary_key=True)
    draft_id: Mapped[int] = mapped_column(ForeignKey("drafts.id"), unique=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id"), index=True)
    type: Mapped[str] = mapped_column(index=True)
    cells: Mapped[dict[str, Any]]
    saved_at: Mapped[str]
    saved_by: Mapped[str]


class Decision(Table):
    """What an editor did, with the state before and after; ``kind`` undo names in ``undoes`` the decision it takes back."""

    __tablename__ = "decisions"
    __table_args__ = (UniqueConstraint("undoes"), Index("decisions_by_editor", "document_id", "editor"))
    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("documents.id"))
    draft_id: Mapped[int | None] = mapped_column(ForeignKey("drafts.id"))
    kind: Mapped[str]
    target: Mapped[str] = mapped_column(default="")
    old: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    new: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    editor: Mapped[str]
    at: Mapped[str]
    undoes: Mapped[int | None] = mapped_column(ForeignKey("decisions.id"))


class Setting(Table):
    """What the application keeps for itself: the key that signs sessions."""

    __tablename__ = "settings"
    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str]
