"""Who may ask, from where, how much; what leaves in headers and logs."""

from __future__ import annotations

import logging
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient

from tests.review.conftest import Editor, editor_of
from vnforeign.review import security
from vnforeign.review.app import create_app
from vnforeign.review.desk import Settings
from vnforeign.review.pages import document, entry, exported, listed, marks, passages, rows
from vnforeign.review.session import Password
from vnforeign.review.storage import Storage

ROUTES = [route for part in (entry, listed, document, rows, marks, passages, exported) for route in part.router.routes]
POSTED = sorted(
    {re.sub(r"\{\w+\}", "1", route.path) for route in ROUTES if isinstance(route, APIRoute) and "POST" in (route.methods or ())}
)
TEMPLATES = sorted((Path(security.__file__).parent / "templates").glob("*.html"))


@pytest.mark.parametrize("path", POSTED)
def test_nothing_is_changed_without_the_sessions_token(editor: Editor, path: str) -> None:
    assert editor.client.post(path, data={"type": "award"}).status_code == 403
    assert editor.client.post(path, data={"token": "0" * 64}).status_code == 403


def test_a_token_is_of_one_session_only(storage: Storage, editor: Editor) -> None:
    other = editor_of(storage, "Minh")
    other.get("/")
    other.token = editor.token
    assert other.post("/documents/1/undo").status_code == 403


@pytest.mark.parametrize(
    ("headers", "code"),
    [
        ({"origin": "http://localhost"}, 200),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"host": "evil.example", "origin": "http://evil.example"}, 400),
        ({"host": "localhost.evil.example"}, 400),
        ({"host": ""}, 400),
    ],
)
def test_another_site_cannot_change_anything(editor: Editor, headers: dict[str, str], code: int) -> None:
    assert editor.post("/documents/1/undo", headers=headers).status_code == code


@pytest.mark.parametrize(
    ("host", "code"),
    [
        ("127.0.0.1:8765", 200),
        ("[::1]:8765", 200),
        ("localhost:1", 200),
        ("192.168.1.9", 200),
        ("rebound.example:8765", 400),
        ("local_host", 400),
    ],
)
def test_a_foreign_name_for_this_server_is_refused(editor: Editor, host: str, code: int) -> None:
    assert editor.client.get("/", headers={"host": host}).status_code == code


@pytest.mark.parametrize(
    "path", ["/", "/documents/1", "/documents/1/print", "/login", "/static/keys.js", "/nowhere", "/export/records.json"]
)
def test_every_answer_carries_the_headers(editor: Editor, path: str) -> None:
    headers = editor.client.get(path).headers
    assert {name: headers.get(name) for name in security.HEADERS} == security.HEADERS
    assert "unsafe" not in headers["content-security-policy"]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_templates_hold_no_script_and_no_style(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.findall(r"<script(?![^>]*src=)|<style|\bstyle=|\bon\w+=|javascript:|hx-on", text) == []
    assert set(re.findall(r"\{\{[^}]*\|\s*safe", text)) <= {"{{ body|safe"}


@pytest.mark.parametrize(
    "path",
    ["/static/../app.py", "/static/%2e%2e%2fapp.py", "/static/..%2fdesk.py", "/static//etc/passwd", "/static/htmx.LICENSE"],
)
def test_no_address_becomes_a_path(editor: Editor, path: str) -> None:
    assert editor.client.get(path).status_code == 404


def test_the_session_cookie_is_out_of_reach(storage: Storage) -> None:
    cookie = editor_of(storage, "Lan").client.get("/").headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


@pytest.mark.parametrize("cookie", [b"x", b"x.y", b"e30=.y", "é.y".encode("latin-1")])
def test_a_forged_cookie_is_a_new_session(storage: Storage, cookie: bytes) -> None:
    client = editor_of(storage, "Lan").client
    assert client.get("/", headers={b"cookie": b"vnforeign_0=" + cookie}).status_code == 200


def test_a_password_is_asked_for(storage: Storage, document: int) -> None:
    editor = editor_of(storage, "unused", password="right")
    assert editor.client.get("/documents/1", follow_redirects=False).headers["location"] == "/login"
    assert editor.client.get("/export/records.json", follow_redirects=False).status_code == 303
    assert editor.client.get("/rows/1", headers={"hx-request": "true"}, follow_redirects=False).headers["hx-redirect"] == "/login"
    editor.get("/login")
    assert editor.post("/login", {"name": "Lan", "password": "wrong"}).status_code == 403
    assert editor.post("/login", {"name": "Lan", "password": "right"}).status_code == 303
    assert "Đắk Nông" in editor.get("/documents/1")
    editor.post("/documents/1/rows", {"type": "award"})
    editor.get("/")
    editor.post("/leave")
    assert editor.client.get("/", follow_redirects=False).status_code == 303


def test_after_five_wrong_passwords_everyone_waits(storage: Storage) -> None:
    editor = editor_of(storage, "unused", password="right")
    editor.get("/login")
    codes = [editor.post("/login", {"name": "x", "password": str(number)}).status_code for number in range(5)]
    assert codes == [403] * 5
    assert editor.post("/login", {"name": "x", "password": "right"}).status_code == 429


def test_tries_at_the_same_moment_are_counted_one_by_one() -> None:
    password = Password("right")
    with ThreadPoolExecutor(24) as pool:
        said = list(pool.map(password.fits, ["wrong"] * 24))
    assert sorted(said, key=str) == [False] * 5 + [None] * 19
    assert password.fits("right") is None


def test_a_new_password_ends_old_sessions(storage: Storage) -> None:
    editor = editor_of(storage, "unused", password="right")
    editor.get("/login")
    editor.post("/login", {"name": "Lan", "password": "right"})
    changed = TestClient(
        create_app(storage, Settings("unused", "other")), base_url="http://localhost", cookies=editor.client.cookies
    )
    assert changed.get("/", follow_redirects=False).status_code == 303


def test_a_large_request_is_refused(storage: Storage) -> None:
    editor = editor_of(storage, "Lan", largest=50_000)
    editor.get("/")
    assert editor.post("/documents", {"text": "a" * 60_000}).status_code == 413

    def chunks() -> Any:
        for _ in range(100):
            yield b"a" * 1000

    assert (
        editor.client.post(
            "/documents", content=chunks(), headers={"content-type": "application/x-www-form-urlencoded"}
        ).status_code
        == 413
    )


def test_an_error_is_logged_without_words_of_the_document(
    editor: Editor, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> None:
        raise ValueError("Quỹ Bàn tay Xanh")

    monkeypatch.setattr("vnforeign.review.pages.document.text", broken)
    with caplog.at_level(logging.DEBUG):
        answer = editor.client.get("/documents/1")
    assert answer.status_code == 500
    assert "ValueError" in caplog.text
    assert "/documents/{number}" in caplog.text
    assert "Bàn tay" not in caplog.text + answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/documents/0",
        "/documents/x",
        "/documents/99999999999999999999",
        "/rows/77",
        "/export/records.exe",
        "/export/records.csv?type=x",
    ],
)
def test_what_is_not_there_is_said_plainly(editor: Editor, path: str) -> None:
    assert editor.client.get(path).status_code in (404, 422)


@pytest.mark.parametrize(
    ("path", "code", "said"), [("/nowhere", 404, "Không có trang này"), ("/?page=x", 404, "Không có trang này")]
)
def test_a_person_reads_on_a_page_what_is_not_there(editor: Editor, path: str, code: int, said: str) -> None:
    answer = editor.client.get(path, headers={"accept": "text/html"})
    assert (answer.status_code, said in answer.text, 'href="/"' in answer.text) == (code, True, True)


def test_a_person_whose_session_has_ended_reads_so(editor: Editor) -> None:
    editor.token = "0" * 64
    answer = editor.post("/documents", {"text": "x"}, headers={"accept": "text/html"})
    assert (answer.status_code, "Phiên làm việc đã hết" in answer.text) == (403, True)


def test_switching_the_language_after_a_failed_upload_leads_to_the_list(editor: Editor) -> None:
    assert editor.post("/documents", {"text": " "}).status_code == 422
    answer = editor.client.post(
        "/language", data={"token": editor.token, "language": "en"}, headers={"referer": "http://localhost/documents"}
    )
    assert (answer.status_code, answer.url.path, "Documents" in answer.text) == (200, "/", True)
