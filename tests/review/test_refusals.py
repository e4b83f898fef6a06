"""What cannot be done is said in the language of the page: files that cannot be read, addresses that lead nowhere."""

from __future__ import annotations

import ast
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.review.conftest import Editor, editor_of
from vnforeign import Document
from vnforeign.reading import files, formats, plain, sniff
from vnforeign.review import intake
from vnforeign.review.desk import LANGUAGE
from vnforeign.review.storage import Storage
from vnforeign.review.texts import Texts
from vnforeign.review.unread import noted, told

READING = Path(plain.__file__).parent
PAGE = {"accept": "text/html,application/xhtml+xml"}
ENGLISH = re.compile(r"\b(?:the|is|are|not|file|read|more|than)\b")


def messages() -> Iterator[str]:
    """Every message of the readers as their sources have it, with a value for each of its holes."""
    for path in sorted(READING.glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and getattr(node.func, "id", "") in ("ReadError", "OutOfMemory", "Several")
                and node.args
            ):
                yield from _spelled(node.args[0], path.stem)


def _spelled(said: ast.expr, module: str) -> Iterator[str]:
    if not isinstance(said, ast.JoinedStr):
        return
    parts = [part.value if isinstance(part, ast.Constant) else _hole(ast.unparse(part), module) for part in said.values]
    yield "".join(map(str, parts))


def _hole(name: str, module: str) -> str:
    known = {
        "{source}": "báo cáo.pdf",
        "{path}": "báo cáo.pdf",
        "{what}": "pictures of pages",
        "{foreign}": "a PNG image",
        "{FORMATS[name].said}": "a web page",
        "{_HINT}": "reading it needs the program antiword or catdoc (Debian: apt-get install antiword catdoc)",
    }
    if name == "{said}":
        return {"files": files._KINDS[0][1], "sniff": "a spreadsheet (XLSX)", "documents": "is a PDF file, but"}[module]
    if counted := re.fullmatch(r"\{many\(\w+, '(\w+)'\)\}", name):
        return f"1 {counted[1]}"
    return known.get(name, "7")


@pytest.mark.parametrize("message", sorted(set(messages())))
def test_every_reason_that_a_file_is_not_read_has_words_in_vietnamese(message: str) -> None:
    if message == "báo cáo.pdf: 7":  # what the operating system says
        return
    said = told(message, Texts("vi"))
    assert said.startswith("báo cáo.pdf: ")
    assert not ENGLISH.search(re.sub(r"pip install '\S+'", "", said)), said
    assert told(message, Texts("en")) == message


def test_there_are_such_reasons() -> None:
    assert len(set(messages())) > 25


def test_every_thing_that_a_file_may_be_has_a_name_in_vietnamese() -> None:
    kinds = [each.said for each in formats.FORMATS.values()]
    for thing in (*kinds, *plain.MAGIC.values(), *sniff._OFFICE.values(), *sniff._STREAMS.values(), "a binary file"):
        assert thing not in told(f"x: is {thing}, not plain text", Texts("vi"))


NOTES = [
    (".doc", "named .doc, but is a Word document (DOCX)", "tên có đuôi .doc nhưng là tệp Word (DOCX)"),
    ("nul", "3 NUL characters, the first at byte 17", "có 3 ký tự NUL, ký tự đầu ở byte 17"),
    ("tcvn3", "converted from tcvn3 (9 lines tcvn3): 98.2% of the words with diacritics are Vietnamese syllables", "98.2%"),
    ("part", "left out a.zip/b.png: is a PNG image, not plain text", "a.zip/b.png: là ảnh PNG, không phải văn bản"),
    ("new", "something new", "something new"),
]


@pytest.mark.parametrize(("warning", "said"), [each[1:] for each in NOTES], ids=[each[0] for each in NOTES])
def test_a_warning_is_told_in_vietnamese(warning: str, said: str) -> None:
    assert said in noted(warning, Texts("vi"))
    assert noted(warning, Texts("en")) == warning


def test_the_warnings_of_the_library_have_words_in_vietnamese(storage: Storage) -> None:
    damaged = Document(text="Số " + "1" * 500 + " của tỉnh Đắk Nông", warnings=["1 byte of damaged UTF-8 shown as U+FFFD"])
    editor = editor_of(storage, "Lan")
    page = editor.get(f"/documents/{intake.add(storage, damaged, 'Lan')}")
    assert "UTF-8 hỏng: 1 byte" in page
    assert "500 chữ số liền nhau từ vị trí 3" in page


def test_a_reason_nobody_has_thought_of_is_told_as_it_is() -> None:
    assert told("a.txt: the moon is full", Texts("vi")) == "a.txt: không đọc được (the moon is full)"


@pytest.mark.parametrize(
    ("language", "said"),
    [("vi", "Không đọc được: ảnh.txt: là ảnh PNG, không phải văn bản"), ("en", "ảnh.txt: is a PNG image, not plain text")],
)
def test_an_upload_that_cannot_be_read_says_why_in_the_language_of_the_page(editor: Editor, language: str, said: str) -> None:
    editor.client.cookies.set(LANGUAGE, language)
    answer = editor.post("/documents", files={"files": ("ảnh.txt", io.BytesIO(b"\x89PNG\r\n\x1a\n" + bytes(50)))})
    assert (answer.status_code, said in answer.text) == (422, True)


@pytest.mark.parametrize(("language", "said"), [("vi", "đã được đưa vào: 1."), ("en", "were added: 1.")])
def test_beside_a_member_that_cannot_be_read_it_says_that_the_others_were_taken(editor: Editor, language: str, said: str) -> None:
    editor.client.cookies.set(LANGUAGE, language)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("a.txt", "Báo cáo công tác đối ngoại của tỉnh Lạng Sơn năm 2018.")
        archive.writestr("b.docx", b"PK\x03\x04 broken")
    answer = editor.post("/documents", files={"files": ("a.zip", io.BytesIO(packed.getvalue()))})
    assert (answer.status_code, "b.docx" in answer.text, said in answer.text) == (422, True, True)
    nothing = editor.post("/documents", files={"files": ("b.docx", io.BytesIO(b"PK\x03\x04 broken"))})
    assert (nothing.status_code, said[:12] in nothing.text) == (422, False)


def test_a_file_without_a_word_is_no_document(editor: Editor) -> None:
    answer = editor.post("/documents", files={"files": ("trống.txt", io.BytesIO(b" \n"))})
    assert (answer.status_code, "không có chữ nào trong tệp" in answer.text) == (422, True)


WRONG = [
    ("/documents/99", 404, "Không có văn bản này", "There is no such document"),
    ("/documents/99/print", 404, "Không có văn bản này", "There is no such document"),
    ("/documents/x", 404, "Không có trang này", "There is no such page"),
    ("/documents/99999999999999999999", 404, "Không có trang này", "There is no such page"),
    ("/rows/77", 404, "Không có bản ghi này", "There is no such row"),
    ("/nowhere", 404, "Không có trang này", "There is no such page"),
    ("/leave", 405, "không nhận yêu cầu kiểu ấy", "does not take such a request"),
    ("/export/records.exe", 404, "Không xuất được theo định dạng này", "not written in this format"),
    ("/export/records.csv?type=x", 404, "Không có sổ nào", "There is no table"),
    ("/static/none.js", 404, "Không có trang này", "There is no such page"),
]


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(("path", "code", "vietnamese", "english"), WRONG, ids=[each[0] for each in WRONG])
def test_what_is_not_there_is_a_page_in_the_language_of_the_interface(
    editor: Editor, language: str, path: str, code: int, vietnamese: str, english: str
) -> None:
    editor.client.cookies.set(LANGUAGE, language)
    said = vietnamese if language == "vi" else english
    for headers in (PAGE, {"accept": "*/*"}):
        answer = editor.client.get(path, headers=headers)
        assert (answer.status_code, said in answer.text, 'href="/"' in answer.text) == (code, True, True)
        assert f'<html lang="{language}">' in answer.text
        assert "token" not in answer.text
    plainly = editor.client.get(path, headers={"hx-request": "true", "accept": "text/html"})
    assert (plainly.status_code, said in plainly.text, "<" in plainly.text) == (code, True, False)


@pytest.mark.parametrize(
    ("headers", "code", "said"),
    [
        ({"host": "evil.example"}, 400, "Máy chủ không nhận tên này"),
        ({"origin": "http://evil.example"}, 403, "đến từ một trang khác"),
        ({"content-length": "99999999999"}, 413, "Tệp quá lớn"),
    ],
)
def test_what_the_guard_refuses_is_a_page_too(editor: Editor, headers: dict[str, str], code: int, said: str) -> None:
    answer = editor.post("/documents", {"text": "x"}, headers=PAGE | headers)
    assert (answer.status_code, said in answer.text, editor.token in answer.text) == (code, True, False)


def test_a_fault_is_a_page_too(storage: Storage, document: int, monkeypatch: pytest.MonkeyPatch) -> None:
    editor = editor_of(storage, "Lan")
    monkeypatch.setattr("vnforeign.review.pages.document.text", lambda *_: 1 / 0)
    answer = editor.client.get("/documents/1", headers=PAGE)
    assert (answer.status_code, "Máy chủ gặp lỗi" in answer.text, "<html" in answer.text) == (500, True, True)


def test_a_language_cookie_that_is_none_is_no_fault(editor: Editor) -> None:
    answer = editor.client.get("/nowhere", headers={b"cookie": f"{LANGUAGE}=xx; \x01=\xff".encode("latin-1")})
    assert (answer.status_code, "Không có trang này" in answer.text) == (404, True)
