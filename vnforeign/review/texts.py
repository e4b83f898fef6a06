"""What the pages say, in Vietnamese and English, from ``texts.toml``."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

LANGUAGES = ("vi", "en")
_FILE = Path(__file__).with_name("texts.toml")


@cache
def texts() -> dict[str, dict[str, str]]:
    """Every text by ``group.key``, in each language."""
    groups = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    return {f"{group}.{key}": said for group, rows in groups.items() for key, said in rows.items()}


class Texts:
    """The texts of one language: ``texts("list.find")``, ``texts("list.count", n=3)``. Raises KeyError for an unknown one."""

    def __init__(self, language: str) -> None:
        self.language = language if language in LANGUAGES else LANGUAGES[0]

    def __call__(self, key: str, **values: object) -> str:
        said = texts()[key][self.language]
        return said.format(**values) if values else said

    @property
    def english(self) -> bool:
        return self.language == "en"

    def label(self, thing: object) -> str:
        """The label of a column or a table of records."""
        return str(getattr(thing, "label_en" if self.english else "label"))

    def of(self, pair: tuple[str, str]) -> str:
        """One of a Vietnamese and an English word."""
        return pair[1 if self.english else 0]
