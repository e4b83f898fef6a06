"""From paths to files."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from vnforeign.archive.discover import files, listed


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in ("b.txt", "a/2.docx", "a/1.pdf", "a/.hidden", ".git/x", "~$open.docx", "__MACOSX/1.pdf", "a/Thumbs.db", "z/y/x"):
        path = tmp_path / "in" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    return tmp_path / "in"


def below(tree: Path, *paths: Path) -> list[str]:
    return [path.removeprefix(f"{tree}/") for path in files(map(str, paths or (tree,)))]


def test_every_file_in_sorted_order_without_hidden_ones(tree: Path) -> None:
    assert below(tree) == ["a/1.pdf", "a/2.docx", "b.txt", "z/y/x"]
    assert below(tree, tree / "a" / ".hidden") == ["a/.hidden"]


def test_links_are_followed_and_loops_end(tree: Path) -> None:
    (tree / "z" / "loop").symlink_to(tree)
    (tree / "a" / "self").symlink_to("self")
    (tree / "a" / "gone").symlink_to("nowhere")
    assert below(tree) == ["a/1.pdf", "a/2.docx", "a/gone", "a/self", "b.txt", "z/y/x"]


def test_a_folder_in_two_paths_is_walked_once(tree: Path) -> None:
    assert below(tree, tree / "a", tree) == ["a/1.pdf", "a/2.docx", "b.txt", "z/y/x"]
    assert below(tree, tree, tree / "a") == ["a/1.pdf", "a/2.docx", "b.txt", "z/y/x"]


def test_a_file_in_two_paths_is_given_once(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = ["a/1.pdf", "a/2.docx", "b.txt", "z/y/x"]
    assert below(tree, tree, tree / "a" / "1.pdf", tree / "none", tree / "a" / ".hidden") == [*whole, "none", "a/.hidden"]
    assert below(tree, tree / "b.txt", tree / "a" / ".." / "b.txt", tree) == ["b.txt", *whole[:2], "z/y/x"]
    monkeypatch.chdir(tree)
    assert list(files(["b.txt", str(tree / "b.txt"), "./b.txt", "-", "none", "none"])) == ["b.txt", "-", "none"]
    assert list(files([".", "b.txt", "-"]))[-1] == "-"


def test_a_file_named_in_the_output_is_given(tree: Path) -> None:
    assert list(files([str(tree / "b.txt")], spare=str(tree))) == [str(tree / "b.txt")]


def test_pipes_and_the_output_are_passed_over(tree: Path) -> None:
    os.mkfifo(tree / "pipe")
    assert list(files([str(tree)], spare=str(tree / "a"))) == [str(tree / "b.txt"), str(tree / "z/y/x")]


def test_what_cannot_be_walked_is_given_as_it_is(tree: Path) -> None:
    (tree / "empty").mkdir()
    assert below(tree, tree / "empty", tree / "none") == ["empty", "none"]


@pytest.mark.parametrize(
    ("content", "paths"),
    [
        (b"", []),
        (b"a\n\nb c\r\nd", ["a", "b c", "d"]),
        (b"a\nb\0c\0", ["a\nb", "c"]),
        ("tỉnh.txt\n".encode() + b"\xff\n", ["tỉnh.txt", "\udcff"]),
    ],
)
def test_lists(content: bytes, paths: list[str]) -> None:
    assert list(listed(io.BytesIO(content))) == paths
