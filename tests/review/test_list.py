"""The list of documents in a real browser: searching while one types, and what is too large to send."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.review.browser import needs_chromium, serving
from tests.review.test_browser import SAMPLES, opened

pytestmark = needs_chromium


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server with the sample reports."""
    with serving(str(tmp_path_factory.mktemp("list") / "review.db"), str(SAMPLES)) as address:
        yield address


def test_the_list_searches_while_one_types(browser: Any, address: str) -> None:
    page = opened(browser, address)
    assert page.inner_text(".whole span >> nth=0") == "5 văn bản"
    page.keyboard.press("/")
    page.keyboard.type("lang son")
    page.wait_for_selector(".whole >> text=1 văn bản")
    assert page.evaluate("[document.activeElement.id, location.search]") == ["q", "?q=lang+son"]
    assert page.locator(".documents tbody tr").count() == 1
    page.reload()
    assert (page.input_value("#q"), page.locator(".documents tbody tr").count()) == ("lang son", 1)
    page.fill("#q", "không có chữ này ở đâu cả")
    page.wait_for_selector(".nothing >> text=Không có văn bản nào khớp")
    page.fill("#q", "")
    page.select_option("[name=province]", "Gia Lai")
    page.wait_for_selector(".whole >> text=1 văn bản")
    assert page.evaluate("location.search") == "?province=Gia+Lai"
    page.close()


def test_files_too_large_are_said_before_they_are_sent(browser: Any, address: str) -> None:
    page = opened(browser, address)
    page.evaluate("document.getElementById('upload').dataset.most = 2000")  # 20 MB take the browser's driver seconds
    page.set_input_files("#files", {"name": "a.txt", "mimeType": "text/plain", "buffer": b"a" * 2001})
    page.click("#upload .primary")
    assert page.inner_text("#too-large").startswith("Tổng dung lượng vượt 20 MB")
    assert page.url == address
    page.close()
