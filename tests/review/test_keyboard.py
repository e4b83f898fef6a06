"""Keys and typing in a real browser: which row a key decides, what a slip of the finger cannot do, what is typed and not lost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.review.browser import needs_chromium, serving
from tests.review.conftest import editor_of, report
from vnforeign.review import intake
from vnforeign.review.desk import LANGUAGE
from vnforeign.review.storage import Storage

pytestmark = needs_chromium
TYPED = "#row-1 [name=c_name]"


@pytest.fixture
def page(browser: Any, url: str) -> Iterator[Any]:
    """The report with two rows, opened; the address it was opened at is ``page.url``."""
    storage = Storage(url)
    intake.add(storage, report(), "Lan")
    storage.close()
    with serving(url) as address:
        found = browser.new_page(viewport={"width": 1280, "height": 860})
        found.set_default_timeout(10_000)
        found.on("dialog", lambda dialog: dialog.accept())
        found.goto(f"{address}documents/1")
        found.wait_for_selector("#row-1 .head:focus")
        yield found
        found.close()


def type_a_word(page: Any) -> None:
    """Something is typed into the first row, which is not saved."""
    page.keyboard.press("e")
    page.keyboard.type("gõ dở")
    page.keyboard.press("Escape")


def test_a_key_decides_the_row_with_the_focus(page: Any) -> None:
    type_a_word(page)
    page.keyboard.press("j")
    page.wait_for_selector("#row-2.open-card .head:focus")
    page.keyboard.press("a")
    page.wait_for_selector("#row-2.accepted")
    assert page.is_visible("#row-1.open.open-card")
    assert page.input_value(TYPED) == "gõ dở"


def test_what_was_typed_is_there_after_the_page_was_loaded_again(page: Any) -> None:
    type_a_word(page)
    page.reload()
    page.wait_for_selector("#row-1 .unsaved:not([hidden])")
    assert page.input_value(TYPED) == "gõ dở"
    page.click("#row-1 .head")
    page.wait_for_selector("#row-1:not(.open-card)")
    page.click("#row-1 .head")
    page.wait_for_selector("#row-1.open-card")
    assert page.input_value(TYPED) == "gõ dở"
    page.keyboard.press("Control+s")
    page.wait_for_selector("#row-1 .unsaved[hidden]", state="attached")
    assert page.evaluate("sessionStorage.length") == 0


def test_a_closed_row_says_that_something_in_it_is_not_saved(page: Any) -> None:
    type_a_word(page)
    page.click("#row-1 .head")
    page.wait_for_selector("#row-1:not(.open-card) .said >> text=chưa lưu")


def test_what_was_typed_is_there_after_the_row_was_rejected_and_taken_back(page: Any) -> None:
    """What can be read is saved with the decision; what cannot be stands below the field as a button."""
    type_a_word(page)
    page.fill("#row-1 [name=c_committed]", "nhiều")
    page.keyboard.press("Escape")
    page.keyboard.press("x")
    page.wait_for_selector("#row-1.rejected:not(.open-card)")
    page.keyboard.press("u")
    page.wait_for_selector("#row-1.open.open-card")
    assert page.input_value(TYPED) == "gõ dở"
    page.click("#row-1 .mine")
    assert page.input_value("#row-1 [name=c_committed]") == "nhiều"


def test_undo_behind_someone_elses_decision_shows_the_row_as_it_is(page: Any, url: str) -> None:
    page.keyboard.press("a")
    page.wait_for_selector("#row-1.accepted")
    storage = Storage(url)
    other = editor_of(storage, "Minh")
    other.get("/documents/1")
    other.post("/rows/1/reject", other.form(1))
    storage.close()
    page.keyboard.press("u")
    page.wait_for_selector("#row-1.rejected.open-card .head:focus")
    assert "Minh đã thay đổi bản ghi này" in page.inner_text("#notice")
    page.keyboard.press("o")
    page.wait_for_selector("#row-1.open.open-card")


def test_what_was_typed_can_be_used_after_a_conflict(page: Any, url: str) -> None:
    type_a_word(page)
    storage = Storage(url)
    other = editor_of(storage, "Minh")
    other.get("/documents/1")
    other.post("/rows/1/save", other.form(1) | {"c_name": "Minh gõ"})
    storage.close()
    page.keyboard.press("a")
    page.wait_for_selector("#row-1 .alarm >> text=Người khác vừa thay đổi")
    assert page.input_value(TYPED) == "Minh gõ"
    page.click("#row-1 .mine")
    assert page.input_value(TYPED) == "gõ dở"
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("#row-1.corrected .gist >> text=gõ dở", state="attached")


def test_a_word_deleted_while_typing_rejects_nothing(page: Any) -> None:
    page.keyboard.press("e")
    page.keyboard.press("End")
    page.keyboard.press("Control+Backspace")
    assert page.input_value(TYPED).strip() == "dự án nước"
    assert page.is_visible("#row-1.open.open-card")
    page.keyboard.press("Escape")
    page.keyboard.press("Control+Backspace")
    page.wait_for_selector("#row-1.rejected")


def test_a_key_pressed_twice_or_held_decides_once(page: Any) -> None:
    asked = []
    page.on("request", lambda request: asked.append(request.url) if request.method == "POST" else None)
    page.keyboard.press("a")
    page.keyboard.press("a")
    page.keyboard.down("a")
    page.keyboard.down("a")
    page.wait_for_selector("#row-1.accepted")
    page.wait_for_timeout(300)
    assert asked[0].endswith("/rows/1/accept")
    assert len(asked) == len(set(asked))


@pytest.mark.parametrize(("key", "state"), [("\u00e2", "accepted"), ("\u00e3", "rejected"), ("a\u0302", "open"), ("Tab", "open")])
def test_keys_mean_the_same_with_typing_software_for_vietnamese(page: Any, key: str, state: str) -> None:
    """Telex makes one letter of two keys: the second a arrives as "â", an x after an a as "ã"."""
    send = "key => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true}))"
    page.evaluate(send, key)
    page.wait_for_selector(f"#row-1.{state}")
    assert page.is_visible("#row-1 .head")


def test_an_added_row_that_was_rejected_comes_back(page: Any) -> None:
    page.keyboard.press("n")
    page.keyboard.press("Enter")
    page.wait_for_selector("#row-3.open-card .head:focus")
    page.keyboard.press("x")
    page.wait_for_selector("#row-3.rejected")
    page.reload()
    page.wait_for_selector("#row-1 .head:focus")
    assert page.query_selector("#row-3") is None
    page.keyboard.press("u")
    page.wait_for_selector("#row-3.open")


def test_arrows_go_on_from_the_entity_that_was_changed(page: Any) -> None:
    page.keyboard.press("t")
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    third = page.inner_text("#selected")
    page.keyboard.press("Delete")
    page.wait_for_selector("#marking", state="hidden")
    assert page.evaluate("document.activeElement.id") == "text"
    page.keyboard.press("ArrowLeft")
    before = page.inner_text("#selected")
    page.keyboard.press("ArrowRight")
    assert page.inner_text("#selected") != third
    assert before != page.inner_text("#selected")


ARROWS = {"vi": ("thực thể trước / sau", "bớt / thêm", "lùi / tiến"), "en": ("previous / next entity", "back / on", "back / on")}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_help_says_what_arrows_do(page: Any, language: str) -> None:
    page.context.add_cookies([{"name": LANGUAGE, "value": language, "url": page.url}])
    page.reload()
    for keys, said in zip(("← / →", "Shift + ← / →", "Alt + ← / →"), ARROWS[language], strict=True):
        told = page.locator("#help dl > div", has=page.locator(f"kbd:text-is('{keys}')")).locator("dd").text_content()
        assert said in told
    places = []
    page.keyboard.press("t")
    for key in (
        "ArrowRight",
        "ArrowRight",
        "ArrowLeft",
        "Shift+ArrowRight",
        "Shift+ArrowLeft",
        "Alt+ArrowLeft",
        "Alt+ArrowRight",
    ):
        page.keyboard.press(key)
        places.append(tuple(page.evaluate("[Marking.chosen().start, Marking.chosen().end]")))
    first, second, back, longer, shorter, earlier, later = places
    assert first < second
    assert (back, shorter, later) == (first, first, first)
    assert longer[1] > first[1]
    assert earlier[0] < first[0]


def test_t_goes_on_from_the_words_that_are_lit_or_from_the_open_row(page: Any) -> None:
    text = report().text
    begin = "[Marking.chosen().start, Marking.chosen().end]"
    page.focus("#row-1 [name=c_committed]")
    page.keyboard.press("Escape")
    page.keyboard.press("t")
    page.keyboard.press("ArrowRight")
    page.wait_for_function("Marking.chosen() !== null")
    start, end = page.evaluate(begin)
    assert text[start:end] == "250.000 USD"
    page.keyboard.press("Escape")
    page.focus("#row-1 .head")
    page.keyboard.press("j")
    page.wait_for_selector("#row-2.open-card .head:focus")
    page.keyboard.press("t")
    page.keyboard.press("ArrowRight")
    page.wait_for_function("Marking.chosen() !== null")
    assert page.evaluate(begin)[0] >= text.index("31 lượt đoàn")


def test_the_words_of_the_field_with_the_focus_stand_below_it(page: Any) -> None:
    page.focus("#row-1 [name=c_donor]")
    assert page.inner_text(".quote") == "Từ: “Quỹ Bàn tay Xanh”"
    page.focus(TYPED)
    assert page.inner_text(".field:focus-within .quote") == "Từ: “dự án nước sạch”"
    assert page.locator(".quote").count() == 1
    page.keyboard.type("khác")
    assert page.locator(".quote").count() == 0
