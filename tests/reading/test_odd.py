"""Files that are sound and odd: blank pictures, no text, names twice, endless lines in the head of a mail."""

from __future__ import annotations

import io
import time
import zipfile

import pytest

from tests.reading import writers
from vnforeign.reading import ReadError, decode, decode_all, documents
from vnforeign.reading.limits import LIMITS, MB
from vnforeign.reading.parts import Budget, Names
from vnforeign.reading.plain import OutOfMemory


def with_member(data: bytes, name: str, content: bytes) -> bytes:
    """The archive with one member more, packed."""
    stream = io.BytesIO(data)
    with zipfile.ZipFile(stream, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return stream.getvalue()


def test_a_blank_picture_costs_no_text() -> None:
    data = with_member(writers.docx(["Báo cáo năm 2014"]), "word/media/image1.bmp", b"\xff" * 3 * MB)
    assert decode(data, "a.docx").text.strip() == "Báo cáo năm 2014"
    with pytest.raises(ReadError, match="times its size"):
        decode(with_member(data, "word/more.xml", b" " * 3 * MB), "a.docx")


def test_blank_pictures_together_are_bounded() -> None:
    budget = Budget(LIMITS)
    budget.unpack("a.docx", LIMITS.size, 1, picture=True)
    budget.unpack("a.docx", 3 * MB, 2 * MB, picture=True)
    with pytest.raises(ReadError, match="times its size"):
        budget.unpack("a.docx", 3 * MB, 1, picture=True)


@pytest.mark.parametrize(
    ("name", "data"), [("a.docx", writers.docx([])), ("a.txt", b""), ("a.txt", b" \n"), ("a.rtf", b"{\\rtf1 }")]
)
def test_a_document_without_text_says_so(name: str, data: bytes) -> None:
    document = decode(data, name)
    assert not document.text.strip()
    assert [warning for warning in document.warnings if "no text" in warning]


def test_a_document_with_text_does_not() -> None:
    assert decode(b"2014", "a.txt").warnings == []


def test_names_of_an_archive_are_told_apart() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for number, name in enumerate(("a/x.txt", "../a/x.txt", "a/./x.txt", "a/x (2).txt")):
            archive.writestr(name, f"{number}")
    found = [each for each in decode_all(stream.getvalue(), "x.zip") if not isinstance(each, ReadError)]
    assert [(document.source, document.id, document.text) for document in found] == [
        ("x.zip/a/x.txt", "x", "0"),
        ("x.zip/a/x (2).txt", "x (2)", "1"),
        ("x.zip/a/x (3).txt", "x (3)", "2"),
        ("x.zip/a/x (2) (2).txt", "x (2) (2)", "3"),
    ]


def test_attachments_of_one_name_are_told_apart() -> None:
    part = b"--B\r\nContent-Type: text/plain; name=a.txt\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\n%d\r\n"
    head = b"From: a@b.vn\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=B\r\n\r\n"
    data = head + b"".join(part % number for number in (1, 2)) + b"--B--\r\n"
    found = [each.source for each in decode_all(data, "m.eml") if not isinstance(each, ReadError)]
    assert found[1:] == ["m.eml/a.txt", "m.eml/a (2).txt"]


def test_many_equal_names_take_no_time() -> None:
    names, begin = Names(), time.perf_counter()
    assert len({names.once("x.txt") for _ in range(10_000)}) == 10_000
    assert time.perf_counter() - begin < 2


@pytest.mark.parametrize("name", ["Content-Type: text/plain", "Content-Disposition: inline"])
def test_endless_parameters_of_a_mail_take_no_time(name: str) -> None:
    parameters = "".join(f"; p{number}=v" for number in range(20_000))
    data = f"Date: Mon, 22 Dec 2014 08:00:00 +0700\r\nFrom: a@b.vn\r\nSubject: x\r\nMIME-Version: 1.0\r\n{name}{parameters}\r\n\r\nNăm 2014".encode()
    begin = time.perf_counter()
    assert decode(data, "m.eml").text == "Năm 2014"
    assert time.perf_counter() - begin < 3


def test_what_does_not_fit_into_memory_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(documents, "_finished", full)
    with pytest.raises(OutOfMemory, match="does not fit into memory"):
        decode(writers.docx(["x"]), "a.docx")
