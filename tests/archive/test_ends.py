"""How runs end: by a signal, by a kill, by a full disk; each time a later run goes on."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.archive import kills

pytestmark = pytest.mark.skipif(os.name != "posix", reason="no such signals here")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return kills.archive(tmp_path_factory.mktemp("ends") / "in", 120)


@pytest.fixture(scope="module")
def whole(folder: Path) -> dict[str, bytes]:
    kills.finish(folder, folder.parent / "whole", 60)
    return kills.tree(folder.parent / "whole")


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_a_run_cleanly(folder: Path, whole: dict[str, bytes], tmp_path: Path, stop: signal.Signals) -> None:
    out = tmp_path / "out"
    run = kills.start(folder, out)
    kills.wait(out, 3, 30)
    os.killpg(run.pid, stop) if stop == signal.SIGINT else run.send_signal(stop)  # ^C reaches the whole group
    assert run.wait(timeout=20) == 130
    assert kills.group(run.pid) == []
    assert list((out / ".vnforeign" / "scratch").iterdir()) == []
    assert [path.name for path in out.rglob("*.part")] == []
    kills.finish(folder, out, 60)
    assert kills.differing(kills.tree(out), whole) == []


def test_workers_end_with_a_parent_that_is_killed(folder: Path, tmp_path: Path) -> None:
    run = kills.start(folder, tmp_path / "out")
    kills.wait(tmp_path / "out", 1, 30)
    run.kill()
    run.wait(timeout=20)
    deadline = time.monotonic() + 20
    while kills.group(run.pid) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert kills.group(run.pid) == []


def test_a_run_that_is_killed_again_and_again_loses_nothing(folder: Path, whole: dict[str, bytes], tmp_path: Path) -> None:
    kills.kill(folder, tmp_path / "out", 3, 5)
    kills.finish(folder, tmp_path / "out", 60)
    assert kills.differing(kills.tree(tmp_path / "out"), whole) == []
    paths = [json.loads(line)["path"] for line in whole["errors.jsonl"].splitlines()]
    assert len(paths) == len(set(paths)) == 3


def test_a_full_disk_is_said_and_can_be_gone_on_with(folder: Path, whole: dict[str, bytes], tmp_path: Path) -> None:
    """A limit on the size of files stands for the disk: the same error at the same place."""
    out = tmp_path / "out"

    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000))

    command = kills.command(folder, out)
    result = subprocess.run(command, cwd=kills.ROOT, capture_output=True, timeout=60, preexec_fn=small)
    assert result.returncode == 1
    assert b"cannot be written: File too large; mend that and run again with --resume" in result.stderr
    assert b"Traceback" not in result.stderr
    kills.finish(folder, out, 60)
    assert kills.differing(kills.tree(out), whole) == []


def test_sigterm_leaves_no_half_file(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    command = [*kills.command(Path("-"), out)[:4], "-", "-o", str(out)]
    with subprocess.Popen(command, cwd=kills.ROOT, stdin=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        deadline = time.monotonic() + 20
        while not list(tmp_path.iterdir()) and time.monotonic() < deadline:
            time.sleep(0.02)
        running.terminate()
        assert running.wait(timeout=20) == 130
    assert list(tmp_path.iterdir()) == []
