"""Every format: the words of a report come back from a file of each, with what the file says of itself."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from functools import cache
from shutil import which
from unicodedata import normalize

import pytest

from tests.reading import writers
from tools import floors
from vnforeign import gold
from vnforeign.reading import decode

#: Share of a report's words that come back, at least, in the worst of all gold reports.
RECALL = 0.99
needs_program = pytest.mark.skipif(not (which("antiword") or which("catdoc")), reason="neither antiword nor catdoc is installed")


@cache
def reports() -> dict[str, list[str]]:
    """The lines of every gold report that have words."""
    return {each.id: [line for line in each.text.split("\n") if line.strip()] for each in gold.read(floors.GOLD)}


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", normalize("NFC", text)))


def recall(lines: list[str], text: str) -> float:
    wanted = words(" ".join(lines))
    return sum((wanted & words(text)).values()) / sum(wanted.values())


@pytest.mark.parametrize("name", [pytest.param(name, marks=needs_program if name == "doc" else ()) for name in writers.WRITERS])
def test_the_words_of_every_report_come_back(name: str) -> None:
    worst = {}
    for report, lines in reports().items():
        data = writers.WRITERS[name](lines)
        document = decode(data, f"a.{name}")
        assert document.origin and (document.origin.format, document.origin.digest) == (name, hashlib.sha256(data).hexdigest())
        worst[report] = recall(lines, document.text)
    assert {report: share for report, share in worst.items() if share < RECALL} == {}
