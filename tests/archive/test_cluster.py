"""A real scheduler and two workers on this machine; one of the workers is killed in the middle of a run."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

import vnforeign as vf
from tests.archive import kills

pytest.importorskip("distributed")
ROOT = Path(__file__).parents[2]


def program(log: Path, *arguments: str) -> subprocess.Popen[bytes]:
    with log.open("wb") as stream:
        command = [sys.executable, "-m", "distributed.cli.dask_" + arguments[0], *arguments[1:]]
        return subprocess.Popen(command, cwd=ROOT, stdout=stream, stderr=stream)


def said(log: Path, pattern: str) -> str:
    """What a program has written that matches, as soon as it has."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        if found := re.search(pattern, log.read_text(errors="replace")):
            return found[1]
        time.sleep(0.05)
    raise AssertionError(log.read_text(errors="replace")[-2000:])


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """The address of a scheduler and its two workers."""
    running = [program(tmp_path / "scheduler", "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--no-show")]
    try:
        address = said(tmp_path / "scheduler", r"Scheduler at: +(tcp://127\.0\.0\.1:[0-9]+)")
        options = ("--no-nanny", "--no-dashboard", "--nthreads", "1", "--local-directory", str(tmp_path))
        running += [program(tmp_path / f"worker-{n}", "worker", address, *options) for n in (1, 2)]
        for n in (1, 2):
            said(tmp_path / f"worker-{n}", r"(Registered to)")
        yield address, running[1:]
    finally:
        for each in running:
            each.kill()
            each.wait()


@pytest.mark.skipif(os.name != "posix", reason="a worker is killed by a signal")
def test_a_cluster_writes_the_same_bytes_though_a_worker_is_killed(
    cluster: tuple[str, list[subprocess.Popen[bytes]]], tmp_path: Path
) -> None:
    address, workers = cluster
    folder = kills.archive(tmp_path / "in", 100)
    local = vf.tag_many(folder, tmp_path / "local", workers=2, fields=False, shard_size=5)

    def kill() -> None:
        while len(list((tmp_path / "out").glob("documents/*"))) < 3:
            time.sleep(0.02)
        workers[0].kill()

    killer = threading.Thread(target=kill, daemon=True)
    killer.start()
    spread = vf.tag_many(folder, tmp_path / "out", cluster=address, fields=False, shard_size=5)
    killer.join(10)
    assert workers[0].poll() is not None
    assert (spread.documents, spread.failed) == (local.documents, local.failed) == (97, 3)
    assert kills.differing(kills.tree(tmp_path / "out"), kills.tree(tmp_path / "local")) == []


def test_no_scheduler_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vnforeign.archive.cluster.CONNECT", 1)
    (tmp_path / "a.txt").write_text("năm 2014", encoding="utf-8")
    with pytest.raises(vf.ArchiveError, match="no scheduler at tcp://127"):
        vf.tag_many(tmp_path, tmp_path / "out", cluster="tcp://127.0.0.1:9")


def test_a_cluster_without_workers_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vnforeign.archive.cluster.LONELY", 1)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("năm 2014")
    scheduler = program(tmp_path / "log", "scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--no-show")
    try:
        address = said(tmp_path / "log", r"Scheduler at: +(tcp://127\.0\.0\.1:[0-9]+)")
        with pytest.raises(vf.ArchiveError, match="has had no worker for 1 seconds"):
            vf.tag_many(tmp_path / "in", tmp_path / "out", cluster=address)
    finally:
        scheduler.kill()
        scheduler.wait()
