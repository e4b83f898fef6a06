"""Files in: what is read, what is refused and with which words."""

from __future__ import annotations

import os
import random
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnforeign.reading import read
from vnforeign.reading.plain import MAGIC, ReadError, decode
from vnforeign.wording import many

TEXT = "Tỉnh Đắk Nông chi gần 25 tỷ đồng.\r\nNăm nay\rvà năm sau\n"


@pytest.mark.parametrize("lead", [b"", b"\xef\xbb\xbf"], ids=["bare", "bom"])
def test_text_and_line_ends_stay(tmp_path: Path, lead: bytes) -> None:
    path = tmp_path / "bao-cao.2014.txt"
    path.write_bytes(lead + TEXT.encode())
    document = read(path)
    assert (document.text, document.id, document.source) == (TEXT, "bao-cao.2014", str(path))
    assert document.warnings == []


def test_an_empty_file_is_an_empty_text(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch()
    assert read(str(tmp_path / "a.txt")).text == ""


def test_missing_and_folder(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no such file"):
        read(tmp_path / "none.txt")
    with pytest.raises(ReadError, match="is a folder"):
        read(tmp_path)
    with pytest.raises(ReadError, match="null"):
        read("a\0b")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root reads everything")
def test_no_permission(tmp_path: Path) -> None:
    (tmp_path / "a.txt").touch(mode=0)
    with pytest.raises(ReadError, match="no permission"):
        read(tmp_path / "a.txt")


def test_no_permission_whoever_asks(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("vnforeign.reading.files.os.open", refuse)
    with pytest.raises(ReadError, match="no permission"):
        read("a.txt")


@pytest.mark.parametrize("magic", MAGIC, ids=MAGIC.get)
def test_known_binaries_are_named(magic: bytes) -> None:
    with pytest.raises(ReadError, match=r"a\.bin: is .*, not plain text"):
        decode(magic + b"\0\1\2\3", "a.bin")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (bytes(1000), "a binary file"),
        (b"\0\1\2" * 50, "a binary file"),
        ("Où était la bibliothèque de la Société générale ?".encode("latin-1"), "another encoding: .* the first at byte 1"),
        (bytes(range(128, 256)) * 3, "another encoding"),
        (random.Random(1).randbytes(3000), "is not a text: 1. % of its bytes are control characters"),
        (random.Random(2).randbytes(64), "is not a text"),
    ],
)
def test_other_bytes_are_refused(data: bytes, said: str) -> None:
    with pytest.raises(ReadError, match=said):
        decode(data, "a.txt")


@pytest.mark.parametrize("lead", [b"", b"\xef\xbb\xbf"], ids=["bare", "bom"])
@pytest.mark.parametrize("missing", [1, 2])
def test_a_truncated_character_is_warned_of(lead: bytes, missing: int) -> None:
    data = lead + "Quốc tế".encode()
    document = decode(data[:-missing], "a")
    assert document.text == "Quốc t\ufffd"
    first = len(data) - len("ế".encode())
    assert document.warnings == [
        f"ends inside a character: {many(3 - missing, 'byte')} shown as U+FFFD, the first at byte {first}"
    ]


def test_a_few_bad_bytes_are_warned_of() -> None:
    data = (TEXT * 10).encode()
    at = data.index("Đ".encode())
    document = decode(data[:at] + b"\xff\xfe" + data[at:], "a")
    assert document.text == TEXT[:5] + "\ufffd\ufffd" + (TEXT * 10)[5:]
    assert document.warnings == [f"damaged UTF-8: 2 bytes shown as U+FFFD, the first at byte {at}"]


def test_lone_nuls_stay() -> None:
    document = decode("Hà\0Nội và\0Huế".encode(), "a")
    assert document.text == "Hà\0Nội và\0Huế"
    assert document.warnings == ["2 NUL characters, the first at byte 3"]


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with suppress(ReadError):
        document = decode(data, "a")
        assert document.origin
        unicode = document.origin.encoding == "utf-16" or document.text.encode() == data.removeprefix(b"\xef\xbb\xbf")
        assert document.warnings or unicode


@given(st.text(max_size=300).filter(lambda text: "\0" not in text and not text.startswith("\ufeff")))
def test_any_text_comes_back(text: str) -> None:
    data = text.encode()
    if not any(data.startswith(magic) for magic in MAGIC):
        assert decode(data, "a").text == text
