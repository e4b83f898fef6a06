"""The tables of ``docs/records.md``, made from ``vnforeign/records/types.toml``.

python tools/record_tables.py   writes them anew between their marks
"""

from __future__ import annotations

import re
from pathlib import Path

from vnforeign.records import Column, RecordType, types

PAGE = Path(__file__).resolve().parent.parent / "docs" / "records.md"
_ROWS = {"all": "", "single": "one item", "summary": "totals"}
_BLOCK = re.compile(r"(<!-- table (\w+) -->\n).*?(<!-- end -->)", re.S)


def table(kind: RecordType) -> str:
    """A type's own columns as a Markdown table."""
    head = "| Key | Nhãn | Label | Type | Required | Rows | Filled by |\n|---|---|---|---|---|---|---|\n"
    return head + "".join(map(_row, kind.own))


def common() -> str:
    """The columns of every table."""
    head = "| Key | Nhãn | Label | Type | Required | Rows | Filled by |\n|---|---|---|---|---|---|---|\n"
    return head + "".join(_row(column) for column in next(iter(types().values())).columns.values() if column.common)


def _row(column: Column) -> str:
    kind = column.type
    if column.choices:
        kind += ": " + ", ".join(f"`{key}` {label}" for key, (label, _) in column.choices.items())
    cells = (f"`{column.key}`", column.label, column.label_en, kind, "yes" if column.required else "", _ROWS[column.rows])
    return f"| {' | '.join(cells)} | {column.source} |\n"


def page(text: str) -> str:
    """The page with each table between its marks."""
    return _BLOCK.sub(lambda match: match[1] + (common() if match[2] == "common" else table(types()[match[2]])) + match[3], text)


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
