"""A database with two invented reports, an application on it, and a client that fills forms as a browser does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("fastapi", reason="the extra `review` is not installed")

from fastapi.testclient import TestClient
from httpx2 import Response

from tests.review.browser import CHROMIUM
from vnforeign import Document, Evidence, Record, Slot, analyze
from vnforeign.review import intake
from vnforeign.review.app import create_app
from vnforeign.review.desk import Settings
from vnforeign.review.storage import Storage

AID = "Ngày 04/12/2018, Quỹ Bàn tay Xanh cam kết tài trợ 250.000 USD cho dự án nước sạch tại huyện Đắk Glong."
VISIT = "Trong năm, tỉnh Đắk Nông đã đón 31 lượt đoàn vào với 214 lượt người."
REPORT = f"BÁO CÁO\nCông tác đối ngoại năm 2018 của tỉnh Đắk Nông\n\n{AID}\n\n{VISIT}\n"


def slot(text: str, words: str, value: Any = None, score: float = 1.0) -> Slot:
    """A slot read from some words of the text."""
    at = text.index(words)
    return Slot(value or words, [Evidence(at, at + len(words))], "test", score)


def report(text: str = REPORT, title: str = "") -> Document:
    """The report with two drafted rows: one grant, one sum of visits."""
    document = analyze(text)
    money = {"value": "250000", "currency": "USD"}
    aid = {
        "name": slot(text, "dự án nước sạch"),
        "donor": slot(text, "Quỹ Bàn tay Xanh"),
        "committed": slot(text, "250.000 USD", money, 0.5),
    }
    visits = {"delegations": slot(text, "31 lượt đoàn", "31"), "person_times": slot(text, "214 lượt người", "214")}
    document.records = [Record("ngo_aid", aid), Record("delegation_in", visits, summary=True)]
    document.metadata |= {"title": title} if title else {}
    return document


class Editor:
    """A client with an editor's session: reads pages, sends forms with their token."""

    def __init__(self, client: TestClient) -> None:
        self.client = client
        self.token = ""

    def get(self, path: str) -> str:
        answer = self.client.get(path)
        assert answer.status_code == 200, answer.text
        found = re.search(r'name="token" value="([0-9a-f]+)"', answer.text)
        self.token = found[1] if found else self.token
        return answer.text

    def post(self, path: str, form: dict[str, Any] | None = None, **more: Any) -> Response:
        return self.client.post(path, data={"token": self.token} | (form or {}), follow_redirects=False, **more)

    def form(self, row: int) -> dict[str, str]:
        """The fields of a row's form as they stand."""
        page = self.get(f"/rows/{row}")
        found = re.findall(r'<input[^>]*name="((?:c_|w_|version)[^"]*)" value="([^"]*)"', page)
        areas = re.findall(r'<textarea[^>]*name="(c_[^"]*)"[^>]*>([^<]*)</textarea>', page)
        return dict([*found, *areas])


@pytest.fixture
def url(tmp_path: Path) -> str:
    """Where the storage is: an SQLite file, unless a test says PostgreSQL."""
    return str(tmp_path / "review.db")


@pytest.fixture
def storage(url: str) -> Iterator[Storage]:
    kept = Storage(url)
    yield kept
    kept.close()


@pytest.fixture
def document(storage: Storage) -> int:
    return intake.add(storage, report(), "Lan")


def editor_of(storage: Storage, name: str, **settings: Any) -> Editor:
    """A new session of an editor on a storage."""
    app = create_app(storage, Settings(name, **settings))
    return Editor(TestClient(app, base_url="http://localhost", raise_server_exceptions=False))


@pytest.fixture
def editor(storage: Storage, document: int) -> Editor:
    found = editor_of(storage, "Lan")
    found.get("/")
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """A real browser without a window."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed: pip install playwright")
    with sync_api.sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield found
        found.close()
