"""Who must give a password, and how."""

from __future__ import annotations

import socket
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from vnforeign import cli_review
from vnforeign.cli import cli
from vnforeign.review.desk import Settings
from vnforeign.review.serve import open_server, take_in


@pytest.mark.parametrize(
    ("host", "here"), [("127.0.0.1", True), ("localhost", True), ("::1", True), ("0.0.0.0", False), ("office.lan", False)]
)
def test_only_this_machine_needs_no_password(monkeypatch: pytest.MonkeyPatch, host: str, here: bool) -> None:
    monkeypatch.delenv(cli_review.PASSWORD, raising=False)
    monkeypatch.setattr(click, "prompt", lambda *_, **__: "asked for")
    assert cli_review._password(host, None) == (None if here else "asked for")


def test_a_password_comes_from_a_file_or_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "password.txt"
    file.write_text("from the file\nnot this\n", encoding="utf-8")
    monkeypatch.setenv(cli_review.PASSWORD, "from the environment")
    assert cli_review._password("0.0.0.0", str(file)) == "from the file"
    assert cli_review._password("0.0.0.0", None) == "from the environment"


@pytest.mark.parametrize("url", ["mysql://host/name", "nonsense://x", "/no/such/folder/review.db"])
def test_a_database_that_cannot_be_opened_is_said(url: str) -> None:
    ran = CliRunner().invoke(cli, ["review", "--db", url, "--no-browser", "--port", "0"], standalone_mode=False)
    assert ran.return_value == 1, ran.exception
    assert ran.output.startswith("vnforeign: ")


def test_a_path_that_is_not_there_is_said_before_anything_is_served(tmp_path: Path) -> None:
    command = ["review", str(tmp_path / "nope"), "--db", str(tmp_path / "x.db"), "--no-browser", "--port", "0"]
    ran = CliRunner().invoke(cli, command, standalone_mode=False)
    assert (ran.return_value, "nope: no such file or folder" in ran.output) == (1, True), ran.output
    assert not (tmp_path / "x.db").exists()


def test_a_folder_without_a_report_is_said(tmp_path: Path) -> None:
    server = open_server(str(tmp_path / "x.db"), "127.0.0.1", Settings("Lan"))
    told: list[str] = []
    (tmp_path / "empty").mkdir()
    assert take_in(server, [str(tmp_path / "empty")], told.append) == 1
    server.listening.close()
    server.storage.close()
    assert "no file in this folder" in told[0]


def test_a_port_in_use_is_said_with_a_way_out(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        command = ["review", "--db", str(tmp_path / "x.db"), "--no-browser", "--port", str(port)]
        ran = CliRunner().invoke(cli, command, standalone_mode=False)
    assert (ran.return_value, f"port {port} is in use" in ran.output, "--port 0" in ran.output) == (1, True, True), ran.output
