"""Writes the tables of columns in docs/schema.md anew from vnforeign/formats/schema.tsv: `.venv/bin/python tools/schema.py`."""

from __future__ import annotations

import re
from pathlib import Path

from vnforeign.formats.schema import TABLES, Column

DOCUMENT = Path(__file__).resolve().parent.parent / "docs" / "schema.md"
_PLACE = re.compile(r"<!-- columns of (\w+) -->\n.*?<!-- /columns -->", re.S)


def written(text: str) -> str:
    """The page with its tables of columns as the schema has them. Raises KeyError for a table that there is not."""
    if missing := set(TABLES) - {match[1] for match in _PLACE.finditer(text)}:
        raise KeyError(f"the page has no place for {', '.join(sorted(missing))}")
    return _PLACE.sub(lambda match: _table(match[1]), text)


def _table(name: str) -> str:
    head = "| column | type | | cột |\n|---|---|---|---|\n"
    return f"<!-- columns of {name} -->\n{head}{''.join(map(_line, TABLES[name]))}<!-- /columns -->"


def _line(column: Column) -> str:
    name = f"**`{column.name}`**" if column.role == "key" else f"`{column.name}`"
    return f"| {name} | {column.type}{'' if column.nullable else '!'} | {column.english} | {column.vietnamese} |\n"


if __name__ == "__main__":
    DOCUMENT.write_text(written(DOCUMENT.read_text(encoding="utf-8")), encoding="utf-8")
