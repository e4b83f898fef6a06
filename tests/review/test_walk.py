"""An editor's morning: three reports from the list to the last row, by keyboard alone, on a wide page and on a narrow one."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from tests.review.browser import needs_chromium, serving
from tests.review.test_browser import SAMPLES, opened, tab_to
from vnforeign.review.models import Decision, Draft, Record
from vnforeign.review.storage import Storage

pytestmark = needs_chromium
REPORTS = ("dak-nong-2011-so-ket.txt", "bao-dien-bien-2022-tin.txt", "lang-son-2019-tong-ket.txt")


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_three_reports_by_keyboard_alone(browser: Any, tmp_path: Path, width: int, scheme: str) -> None:
    url, done = str(tmp_path / "review.db"), Counter[str]()
    with serving(url, *(str(SAMPLES / name) for name in REPORTS)) as address:
        page = opened(browser, address, width, scheme)
        problems: list[str] = []
        page.on("console", lambda message: problems.append(message.text))
        page.on("pageerror", lambda error: problems.append(str(error)))
        tab_to(page, ".whole a")
        page.keyboard.press("Enter")
        page.wait_for_url("**/documents/*")
        took = [second for _ in REPORTS for second in review(page, done)]
        assert page.locator("#next-document").count() == 0
        assert problems == []
        page.close()
    print(f"{width}: {len(took)} decisions, the slowest on the page in {max(took) * 1000:.0f} ms")
    check(url, done)


def review(page: Any, done: Counter[str]) -> list[float]:
    """Decides every row of the document that is open, each in another way, and goes on to the next document."""
    took = []
    for turn in range(page.locator(".row.open").count()):
        page.wait_for_selector(".open-card.here .head:focus")
        row, verb = page.get_attribute(".open-card.here", "id"), ("accept", "reject", "correct")[turn % 3]
        if verb == "correct":
            page.keyboard.press("e")
            page.keyboard.press("End")
            page.keyboard.type(" (sửa)" if page.evaluate("document.activeElement.tagName") == "TEXTAREA" else "")
        began = time.perf_counter()
        page.keyboard.press({"accept": "a", "reject": "x", "correct": "Control+Enter"}[verb])
        page.wait_for_selector(f"#{row}:not(.open-card), #{row} [aria-invalid]")
        took.append(time.perf_counter() - began)
        done[verb] += 1
    page.wait_for_selector("#notice >> text=Đã soát xong")
    if page.locator("#next-document").count():
        here = page.url
        page.keyboard.press("g")
        page.wait_for_url(lambda url: url != here)
        page.wait_for_selector(".open-card .head:focus")
    return took


def check(url: str, done: Counter[str]) -> None:
    storage = Storage(url)
    with storage.reading() as session:
        states = Counter(session.scalars(select(Draft.state)))
        kinds = Counter(session.scalars(select(Decision.kind)))
        records = len(list(session.scalars(select(Record.id))))
    storage.close()
    assert states["open"] == 0
    assert (states["rejected"], records) == (done["reject"], done["accept"] + done["correct"])
    assert (kinds["reject"], kinds["accept"]) == (done["reject"], records)
    assert 0 < states["corrected"] <= done["correct"]
