"""Fields of passages: the taxonomy, and what the classifier proposes in the same shape as an editor's word."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from .. import fields
from ..document import Passage
from ..fields.corpus import Field, read_taxonomy


@cache
def known_fields() -> tuple[Field, ...]:
    """The fields that a passage may be about."""
    return tuple(read_taxonomy(Path(fields.__file__).with_name("taxonomy.tsv")))


def proposal(passage: Passage) -> dict[str, Any]:
    """The classifier's judgement of a passage as keys: ``fields``, ``pillars``, ``function``."""
    function = passage.function
    return {
        "fields": [_key(each, "field") for each in passage.fields],
        "pillars": [_key(each, "pillar") for each in passage.pillars],
        "function": _key(function, "function") if function else "other",
    }


def _key(said: Any, name: str) -> str:
    """A score's key, whether it was just worked out or read back from JSON."""
    if isinstance(said, dict):
        return str(said.get(name) or said.get("label") or said.get("key"))
    return str(getattr(said, name, None) or said)
