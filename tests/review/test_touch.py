"""A telephone: no mouse and no keys; words are selected with a finger and taken with a button."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.review.browser import needs_chromium, serving
from tests.review.conftest import REPORT, report
from vnforeign.review import intake
from vnforeign.review.storage import Storage

pytestmark = needs_chromium
SELECT = "([start, end]) => { const s = getSelection(); s.removeAllRanges(); s.addRange(Place.range(start, end)); }"


@pytest.fixture
def page(browser: Any, url: str) -> Iterator[Any]:
    """The report with two rows on a telephone, its text in sight."""
    storage = Storage(url)
    intake.add(storage, report(), "Lan")
    storage.close()
    with serving(url) as address:
        context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
        found = context.new_page()
        found.set_default_timeout(10_000)
        found.on("dialog", lambda dialog: dialog.accept())
        found.goto(f"{address}documents/1")
        found.tap("[data-pane=text]")
        found.wait_for_selector("#text", state="visible")
        yield found
        context.close()


def select(page: Any, words: str, grow: int = 0) -> tuple[int, int]:
    """Selects words as the handles of a finger leave them: a touch, then a selection without any mouse."""
    start = REPORT.index(words)
    place = start, start + len(words) + grow
    page.evaluate("document.dispatchEvent(new PointerEvent('pointerdown', {pointerType: 'touch', bubbles: true}))")
    page.evaluate(SELECT, list(place))
    page.wait_for_selector("#grab", state="visible")
    return place


def test_words_selected_with_a_finger_become_an_entity(page: Any) -> None:
    start, end = select(page, "Công tác")
    assert page.is_hidden("#marking")
    page.tap("#grab")
    page.wait_for_selector("#marking", state="visible")
    assert page.is_hidden("#grab")
    assert page.inner_text("#selected") == "Công tác"
    page.select_option("#marking [name=label]", "ORG")
    page.tap("#mark")
    page.wait_for_selector(f"#marks[data-marks*='{start},{end},ORG']", state="attached")
    page.wait_for_selector("#marking", state="hidden")


def test_the_edges_of_an_entity_are_fixed_with_a_finger(page: Any) -> None:
    page.tap("#text .ORG >> nth=0")
    page.wait_for_selector("#marking", state="visible")
    words, old = page.inner_text("#selected"), page.input_value("#marking [name=old]")
    start, end = map(int, old.split(",")[:2])
    assert REPORT[start:end] == words
    page.tap("[data-edge=end][data-forward='']")
    shorter = page.inner_text("#selected")
    assert words.startswith(shorter) and len(shorter) < len(words)
    page.tap("#mark")
    page.wait_for_selector(f"#marks[data-marks*='{start},{start + len(shorter)},ORG']", state="attached")
    assert f"{start},{end},ORG" not in page.get_attribute("#marks", "data-marks")


def test_an_entity_in_the_bar_takes_the_edges_that_a_finger_selects(page: Any) -> None:
    page.tap("#text .ORG >> nth=0")
    page.wait_for_selector("#marking", state="visible")
    old = page.input_value("#marking [name=old]")
    start, end = map(int, old.split(",")[:2])
    page.evaluate(SELECT, [start + REPORT[start:end].index(" ") + 1, end])
    page.tap("#grab")
    assert page.input_value("#marking [name=old]") == old
    assert REPORT[start:end].endswith(page.inner_text("#selected"))


def test_words_selected_with_a_finger_fill_a_field(page: Any) -> None:
    page.tap("[data-pane=rows]")
    page.tap("#row-1 [name=c_donor]")
    page.tap("[data-pane=text]")
    select(page, "dự án nước sạch")
    page.tap("#grab")
    page.tap("#offer")
    page.wait_for_selector("#rows", state="visible")
    assert page.input_value("#row-1 [name=c_donor]") == "dự án nước sạch"
    assert page.evaluate("document.activeElement.name") == "c_donor"


def test_a_selection_given_up_takes_the_button_away(page: Any) -> None:
    select(page, "Công tác")
    page.evaluate("getSelection().removeAllRanges()")
    page.wait_for_selector("#grab", state="hidden")
