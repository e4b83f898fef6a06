"""Files of others are what the documentation says they are, and the texts of the pages are whole."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

import pytest

from vnforeign.review import texts

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "review.md").read_text(encoding="utf-8")
VENDORED = re.findall(r"\| `([^`]+\.js)`.*`([0-9a-f]{64})` \|", PAGE)
REVIEW = Path(texts.__file__).parent


@pytest.mark.parametrize(("name", "digest"), VENDORED)
def test_a_file_of_others_is_what_was_published(name: str, digest: str) -> None:
    assert sha256((ROOT / name).read_bytes()).hexdigest() == digest


def test_every_minified_file_is_listed() -> None:
    found = {str(path.relative_to(ROOT)) for folder in (REVIEW, Path(__file__).parent) for path in folder.rglob("*.min.js")}
    assert found == {name for name, _ in VENDORED}


def test_every_text_is_there_in_both_languages() -> None:
    assert [key for key, said in texts.texts().items() if set(said) != {"vi", "en"} or not all(said.values())] == []


def test_every_text_that_a_template_asks_for_exists() -> None:
    asked = {
        key
        for path in (REVIEW / "templates").glob("*.html")
        for key in re.findall(r'say\("([a-z_.]+)"', path.read_text(encoding="utf-8"))
    }
    asked |= {
        key for path in REVIEW.rglob("*.py") for key in re.findall(r'say\("([a-z_]+\.[a-z_]+)"', path.read_text(encoding="utf-8"))
    }
    assert {key for key in asked if not key.endswith(".")} <= set(texts.texts())


def test_placeholders_agree() -> None:
    holes = {
        key: [sorted(re.findall(r"\{(\w+)\}", said[language])) for language in texts.LANGUAGES]
        for key, said in texts.texts().items()
    }
    assert [key for key, (vietnamese, english) in holes.items() if vietnamese != english] == []
