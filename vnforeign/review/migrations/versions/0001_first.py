"""The first tables, and the triggers that keep decisions as they are."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _documents()
    _rows()
    _decisions()
    op.create_table("settings", sa.Column("name", sa.Text, primary_key=True), sa.Column("value", sa.Text, nullable=False))
    _keep_decisions()


def _documents() -> None:
    texts = ("title", "source", "province", "published", "reference_date", "added_at", "added_by", "text", "folded", "bare")
    op.create_table(
        "documents",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("digest", sa.Text, nullable=False, unique=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in texts),
        sa.Column("checked", sa.Boolean, nullable=False),
        sa.Column("analysis", sa.LargeBinary, nullable=False),
        sa.Column("marks", sa.JSON, nullable=False),
        sa.Column("judgements", sa.JSON, nullable=False),
    )


def _rows() -> None:
    op.create_table(
        "drafts",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("document_id", sa.Integer, sa.ForeignKey("documents.id"), nullable=False, index=True),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("type", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("summary", sa.Boolean, nullable=False),
        sa.Column("passage", sa.Integer),
        *(sa.Column(name, sa.JSON, nullable=False) for name in ("drafted", "cells", "words")),
    )
    op.create_table(
        "records",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("draft_id", sa.Integer, sa.ForeignKey("drafts.id"), nullable=False, unique=True),
        sa.Column("document_id", sa.Integer, sa.ForeignKey("documents.id"), nullable=False, index=True),
        sa.Column("type", sa.Text, nullable=False, index=True),
        sa.Column("cells", sa.JSON, nullable=False),
        sa.Column("saved_at", sa.Text, nullable=False),
        sa.Column("saved_by", sa.Text, nullable=False),
    )


def _decisions() -> None:
    op.create_table(
        "decisions",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("document_id", sa.Integer, sa.ForeignKey("documents.id"), nullable=False),
        sa.Column("draft_id", sa.Integer, sa.ForeignKey("drafts.id")),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("target", sa.Text, nullable=False),
        sa.Column("old", sa.JSON),
        sa.Column("new", sa.JSON),
        sa.Column("editor", sa.Text, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("undoes", sa.Integer, sa.ForeignKey("decisions.id"), unique=True),
    )
    op.create_index("decisions_by_editor", "decisions", ["document_id", "editor"])


def _keep_decisions() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER decisions_kept_{verb.lower()} BEFORE {verb} ON decisions "
                "BEGIN SELECT RAISE(ABORT, 'decisions are kept'); END"
            )
        return
    op.execute(
        "CREATE FUNCTION decisions_kept() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'decisions are kept'; END $$"
    )
    op.execute(
        "CREATE TRIGGER decisions_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON decisions "
        "FOR EACH STATEMENT EXECUTE FUNCTION decisions_kept()"
    )
