"""Words of the charts in two languages, and names of fields, countries and types of documents."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from ..lexicon import rows
from ..notebook.fields import names as fields
from ..records.countries import names as countries
from .tables import ChartError

_WORDS = Path(__file__).with_name("words.tsv")
LANGUAGES = ("vi", "en")


@cache
def _table() -> dict[str, dict[str, str]]:
    with _WORDS.open(encoding="utf-8", newline="") as lines:
        return {row["key"]: row for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)}


def word(key: str, lang: str) -> str:
    """A title or label. Raises ChartError for a language that is none."""
    if lang not in LANGUAGES:
        raise ChartError(f"no language {lang!r}; there are {', '.join(LANGUAGES)}")
    return _table()[key][lang]


def field(key: str, lang: str) -> str:
    """A field's Vietnamese name, or its key in English words."""
    return fields().get(key, key) if lang == "vi" else key.replace("_", " ")


def country(code: str, lang: str) -> str:
    """A country's usual Vietnamese name; in English its ISO 3166-1 code behind it."""
    name = countries().get(code, code)
    return name if lang == "vi" or name == code else f"{name} ({code})"


@cache
def types() -> dict[str, str]:
    """The Vietnamese name of each type of document."""
    return {row["type"]: row["word"] for row in reversed(rows("directive/types"))}
