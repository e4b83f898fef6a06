"""Run by alembic: the connection comes from ``storage.migrate``, which also begins and ends the transaction."""

from __future__ import annotations

from alembic import context

from vnforeign.review.models import Table

context.configure(connection=context.config.attributes["connection"], target_metadata=Table.metadata, render_as_batch=True)
context.run_migrations()
