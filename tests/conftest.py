"""What several tests share: an engine with two small rooms of its own, so that they do not depend on the real rules."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import settings

from tests.postgres import postgres_server, postgres_url  # noqa: F401
from vnforeign import kinds, scan
from vnforeign.document import Raw
from vnforeign.rule import Found, Room, Rule

settings.register_profile("project", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("project")


def _body(text: str, start: int, end: int, payload: Any) -> Found:
    return Found(start, end, "ORG", "fake.body", Raw({"name": text[start:end]}))


def _body_of(text: str, start: int, end: int, payload: Any) -> Found | None:
    longer = end + len(" tỉnh Kon Tum")
    if not text.startswith(" tỉnh Kon Tum", end):
        return None
    return Found(start, longer, "ORG", "fake.body_of", Raw({"name": text[start:longer]}))


def _year(text: str, start: int, end: int, payload: Any) -> Found | None:
    if end - start != 4:
        return None
    return Found(start, end, "DATE", "fake.year", Raw({"start": f"{text[start:end]}-01-01", "end": f"{text[start:end]}-12-31"}))


ROOMS = (
    Room(
        "body",
        (
            Rule("fake.body", "ORG", _body, "[Sở Ngoại vụ](ORG )", words={"Sở Ngoại vụ": None}),
            Rule("fake.body_of", "ORG", _body_of, "[Sở Ngoại vụ tỉnh Kon Tum](ORG )", words={"Sở Ngoại vụ": None}),
        ),
    ),
    Room(
        "year", (Rule("fake.year", "DATE", _year, "[2014](DATE 2014)", numbers=lambda before, following, length, pointed: True),)
    ),
)


@pytest.fixture
def fake_rooms(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The library with two rooms only: ``Sở Ngoại vụ`` (an ORG) and four digits (a DATE)."""
    monkeypatch.setattr(kinds, "ROOMS", ROOMS)
    scan.engine.cache_clear()
    yield
    scan.engine.cache_clear()
