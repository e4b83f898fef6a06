"""What the columns call a country: its short Vietnamese name."""

from __future__ import annotations

from functools import cache

from ..lexicon import rows, several


@cache
def names() -> dict[str, str]:
    """Short Vietnamese names of countries by code."""
    return {row["code"]: row["name"] for row in rows("country/countries")}


@cache
def _forms() -> dict[str, str]:
    table = rows("country/countries")
    forms = {form.casefold(): row["name"] for row in table for form in several(row["forms"])}
    return forms | {row["name"].casefold(): row["name"] for row in table}


def country_named(words: str) -> str:
    """The short name of the country that some words name; the words themselves where they name none."""
    return _forms().get(" ".join(words.split()).casefold(), words)
