"""The whole way in a real browser, by keyboard alone; how it looks; what a hostile document cannot do."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from tests.review.browser import needs_chromium, serving
from tests.review.conftest import VISIT
from vnforeign import analyze
from vnforeign.review.models import Record
from vnforeign.review.storage import Storage

pytestmark = needs_chromium
IMAGES = Path(__file__).parents[2] / "docs" / "images"
SAMPLES = Path(__file__).parents[2] / "corpora" / "samples"
AXE = Path(__file__).with_name("axe.min.js")
PASTED = f"BÁO CÁO\nCông tác đối ngoại năm 2018 của tỉnh Đắk Nông\n\n{VISIT}\n"  # one row is drafted from it
EMOJI = "Báo cáo 😀😀 năm\r\nNgày 04/12/2018 😀 tỉnh Đắk Nông chi 25 tỷ đồng.\r\n"
HOSTILE = """<script>window.hacked=1</script> <img src=x onerror="window.hacked=1"> <svg/onload=window.hacked=1>

"><script>window.hacked=1</script>' onclick='window.hacked=1' <style>*{display:none}</style> <a href="javascript:window.hacked=1">tỉnh Đắk Nông</a>

{{ 7*7 }} {% raw %} <div hx-get="/leave" hx-trigger="load"></div> <meta http-equiv=refresh content="0;url=https://example.org">

Tỉnh đã đón 31 lượt đoàn vào với 214 lượt người của Quỹ <b onmouseover=window.hacked=1>"></textarea><script>window.hacked=1</script>.
"""
SCHEMES = [("light", 1280), ("dark", 1280), ("light", 390), ("dark", 390)]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server with the sample reports."""
    folder = tmp_path_factory.mktemp("review")
    (folder / "hostile.txt").write_text(HOSTILE, encoding="utf-8")
    (folder / "emoji.txt").write_text(EMOJI, encoding="utf-8", newline="")
    with serving(str(folder / "review.db"), str(folder / "hostile.txt"), str(folder / "emoji.txt"), str(SAMPLES)) as address:
        yield address


def opened(browser: Any, address: str, width: int = 1280, scheme: str = "light") -> Any:
    """A page that fails the test on any script error."""
    page = browser.new_page(viewport={"width": width, "height": 860}, color_scheme=scheme)
    page.set_default_timeout(10_000)
    page.goto(address)
    return page


def tab_to(page: Any, selector: str) -> None:
    """Moves the focus with the tabulator key until it is on what a selector names."""
    for _ in range(60):
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the keyboard never reaches {selector}")


def from_paste_to_record(browser: Any, address: str) -> None:
    """A report is pasted, its first row rejected, taken back, corrected and accepted, another one added: keyboard only."""
    page = opened(browser, address)
    tab_to(page, "textarea[name=text]")
    page.keyboard.insert_text(PASTED)
    tab_to(page, "aside .primary")
    page.keyboard.press("Enter")
    page.wait_for_url("**/documents/*")
    page.wait_for_selector(".open-card .head:focus")
    first = page.get_attribute(".open-card", "id")
    page.keyboard.press("x")
    page.wait_for_selector(f"#{first}.rejected")
    page.keyboard.press("u")
    page.wait_for_selector("text=Đã hoàn tác")
    page.wait_for_selector(f"#{first}.open.open-card .head:focus")
    page.keyboard.press("e")
    replace(page, "[name=c_delegations]", "ba mươi hai")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(f"#{first}.corrected")
    page.keyboard.press("n")
    page.keyboard.type("Viện")
    tab_to(page, ".adding button")
    page.keyboard.press("Enter")
    page.wait_for_selector(".row:last-child.open-card .head:focus")
    page.keyboard.press("e")
    page.keyboard.type("Thêm bằng tay")
    replace(page, "[name=c_committed]", "25")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("[name=c_committed][aria-invalid]:focus")
    replace(page, "[name=c_committed]", "25 tỷ đồng")
    page.keyboard.press("Tab")
    page.wait_for_selector("text=lưu là 25000000000 VND")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector(".added")
    page.close()


def replace(page: Any, selector: str, said: str) -> None:
    """Goes to a field and types something else."""
    tab_to(page, selector)
    page.keyboard.press("Control+a")
    page.keyboard.type(said)


def records(url: str) -> list[dict[str, Any]]:
    storage = Storage(url)
    with storage.reading() as session:
        found = list(session.scalars(select(Record.cells).order_by(Record.id)))
    storage.close()
    return found


def check_saved(url: str) -> None:
    first, added = records(url)
    assert (first["delegations"], first["person_times"]) == ("32", "214")
    assert (added.pop("province"), added.pop("source_document").partition("\n")[0][:7]) == ("Đắk Nông", "BÁO CÁO")
    assert added == {"name": "Thêm bằng tay", "committed": {"value": "25000000000", "currency": "VND"}}


def test_from_a_pasted_report_to_saved_rows_in_sqlite(browser: Any, tmp_path: Path) -> None:
    url = str(tmp_path / "review.db")
    with serving(url) as address:
        from_paste_to_record(browser, address)
    check_saved(url)


def test_from_a_pasted_report_to_saved_rows_in_postgresql(browser: Any, postgres_url: str) -> None:
    with serving(postgres_url) as address:
        from_paste_to_record(browser, address)
    check_saved(postgres_url)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_are_accessible(browser: Any, address: str, scheme: str) -> None:
    page = opened(browser, address, 1280, scheme)
    for path, width, key in (
        ("", 1280, ""),
        ("", 390, ""),
        ("documents/4", 1280, "?"),
        ("documents/4", 390, ""),
        ("documents/4", 1280, "tArrowRight"),
        ("documents/4/print", 1280, ""),
    ):
        page.set_viewport_size({"width": width, "height": 860})
        page.goto(address + path)
        page.evaluate(AXE.read_text(encoding="utf-8"))
        if key:
            page.keyboard.press(key[:1])
        if key[1:]:
            page.keyboard.press(key[1:])
            page.wait_for_selector("#marking", state="visible")
        found = page.evaluate("axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']})")
        told = [f"{each['id']}: {each['nodes'][0]['html'][:160]}" for each in found["violations"]]
        assert told == [], f"{path} at {width}: {told}"
        assert len(found["passes"]) > 10
    page.close()


def test_a_field_shows_its_words_and_chosen_words_fill_it(browser: Any, address: str) -> None:
    page = opened(browser, f"{address}documents/4")
    page.keyboard.press("e")
    marked = "[...CSS.highlights.get('words')].map(each => each.toString())"
    assert page.input_value(":focus") in page.evaluate(marked)[0]
    page.keyboard.press("Escape")
    page.keyboard.press("t")
    page.keyboard.press("ArrowRight")
    said = page.inner_text("#selected")
    page.keyboard.press("Enter")
    assert page.input_value(":focus") == said
    assert page.evaluate(marked) == [said]
    page.evaluate("window.onbeforeunload = null")
    page.close()


def test_on_a_narrow_page_the_words_stand_below_the_field(browser: Any, address: str) -> None:
    page = opened(browser, f"{address}documents/4", 390)
    page.focus(".open-card [data-words]:not([data-words=''])")
    said = page.inner_text(".quote mark")
    assert said
    assert said in page.inner_text(".quote")
    page.click("[data-pane=text]")
    assert page.is_visible("#text")
    assert page.is_hidden("#rows")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.close()


def test_a_row_that_opens_brings_its_words_into_sight(browser: Any, address: str) -> None:
    page = opened(browser, f"{address}documents/6")
    for _ in range(4):
        page.keyboard.press("j")
        page.wait_for_timeout(150)
    start = int(page.get_attribute(".open-card.here", "data-anchor"))
    seen = "start => { const r = Place.range(start, start + 1).getBoundingClientRect(); return r.top > 0 && r.bottom < innerHeight; }"
    assert start > 500
    assert page.evaluate(seen, start)
    page.close()


def test_arrows_begin_with_what_is_in_sight_where_the_row_has_no_words(browser: Any, address: str) -> None:
    page = opened(browser, f"{address}documents/6")
    page.evaluate("Keys.opened().dataset.anchor = -1; document.querySelector('.text-pane').scrollTop = 700")
    seen = page.evaluate("document.querySelector('.text-pane').getBoundingClientRect().top")
    page.keyboard.press("t")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.querySelector('.text-pane').scrollTop") > 0
    place = page.evaluate(
        "[Marking.chosen().start, Place.range(Marking.chosen().start, Marking.chosen().end).getBoundingClientRect().bottom]"
    )
    assert place[0] > 300
    assert place[1] > seen
    page.close()


def test_offsets_survive_emoji_and_line_ends(browser: Any, address: str) -> None:
    page = opened(browser, f"{address}documents/2")
    marks = "document.getElementById('marks').dataset.marks.split(';')"
    said = page.evaluate(marks + ".map(each => Place.said(...each.split(',').slice(0, 2).map(Number)))")
    page.close()
    assert said == [entity.text for entity in analyze(EMOJI).entities]
    assert "25 tỷ đồng" in said


def test_selected_words_become_an_entity(browser: Any, address: str) -> None:
    page = opened(browser, f"{address}documents/2")
    place = EMOJI.index("chi ")
    page.evaluate(f"getSelection().addRange(Place.range({place}, {place + 3}))")
    page.dispatch_event("#text .p", "mouseup")
    page.select_option("#marking [name=label]", "ORG")
    page.click("#mark")
    page.wait_for_selector("#marks[data-marks*=',ORG']", state="attached")
    assert page.evaluate(f"Place.said({place}, {place + 3})") == "chi"
    assert page.inner_text(f"#d1-{place}.ORG") == "chi"
    assert page.evaluate("document.activeElement.id") == "text"
    assert page.is_hidden("#marking")
    page.click("#undo")
    page.wait_for_selector("#marks:not([data-marks*=',ORG'])", state="attached")
    page.close()


def test_an_address_that_leads_nowhere_is_accessible_too(browser: Any, address: str) -> None:
    page = opened(browser, f"{address}documents/99", 390, "dark")
    assert page.inner_text("h1") == "Không có văn bản này."
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice']})")
    assert [each["id"] for each in found["violations"]] == []
    page.close()


def press_for_a_new_passage(page: Any, *keys: str) -> None:
    """Presses keys that load the panel of the passage, and waits until what was loaded is there."""
    page.evaluate("document.querySelector('#passage form').id = 'old'")
    for key in keys:
        page.keyboard.press(key)
    page.wait_for_selector("#passage form:not(#old)")


def test_the_fields_of_a_passage_by_keyboard_alone(browser: Any, address: str) -> None:
    page = opened(browser, f"{address}documents/4")
    page.keyboard.press("f")
    page.wait_for_selector("#passage form")
    page.keyboard.press("t")
    press_for_a_new_passage(page, "ArrowRight")
    assert page.inner_text("#selected")[:20] in page.inner_text("#passage blockquote")
    page.keyboard.press("Escape")
    press_for_a_new_passage(page, "f", "f")
    proposed = page.is_checked("#passage [value=cooperation]")
    tab_to(page, "#passage [value=cooperation]")
    page.keyboard.press("Space")
    page.keyboard.press("t")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.wait_for_selector("#notice >> text=chưa được xác nhận")
    assert page.is_checked("#passage [value=cooperation]") is not proposed
    page.keyboard.press("Escape")
    tab_to(page, "#passage .primary")
    page.keyboard.press("Enter")
    page.wait_for_selector("#passage >> text=người soát đã xác nhận")
    page.keyboard.press("Escape")
    page.keyboard.press("u")
    page.wait_for_selector("#passage >> text=máy đề xuất")
    page.close()


def test_a_hostile_document_does_nothing(browser: Any, address: str) -> None:
    page = browser.new_page()
    page.set_default_timeout(10_000)
    asked, told = [], []
    page.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: told.append(dialog.message))
    page.on("console", lambda message: told.append(message.text))
    for path in ("", "documents/1", "documents/1/print"):
        page.goto(address + path)
        page.wait_for_timeout(200)
    page.goto(f"{address}documents/1")
    page.keyboard.press("t")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("window.hacked") is None
    assert (
        page.evaluate(
            "document.querySelectorAll('#text script, #text a, #text img, #text svg, #text style, #text [onclick]').length"
        )
        == 0
    )
    assert "<script>window.hacked=1</script>" in page.inner_text("#text")
    assert [url for url in asked if not url.startswith(address)] == []
    assert told == []
    page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"window.hacked=1\"><style>body{display:none}</style>')"
    )
    page.wait_for_timeout(200)
    assert page.evaluate("window.hacked") is None
    assert page.evaluate("getComputedStyle(document.body).display") != "none"
    page.close()


@pytest.mark.skipif(
    "VNFOREIGN_IMAGES" not in os.environ, reason="set VNFOREIGN_IMAGES=1 to take the screenshots of docs/images anew"
)
def test_screenshots(browser: Any, tmp_path: Path) -> None:
    IMAGES.mkdir(exist_ok=True)
    with serving(str(tmp_path / "review.db"), str(SAMPLES)) as address:
        for scheme, width in SCHEMES:
            screenshots(browser, address, scheme, width)


def screenshots(browser: Any, address: str, scheme: str, width: int) -> None:
    page = opened(browser, address, width, scheme)
    page.screenshot(path=IMAGES / f"review-list-{scheme}-{width}.png")
    page.goto(f"{address}documents/2")
    page.keyboard.press("j")
    page.wait_for_timeout(300)
    page.keyboard.press("e")
    page.wait_for_timeout(300)
    page.screenshot(path=IMAGES / f"review-document-{scheme}-{width}.png")
    page.close()
