"""Kills runs at random moments and goes on with them: ``python -m tests.archive.kills 20`` says whether anything was lost.

The whole process group is killed (SIGKILL), so that nothing can clean up; what the last, undisturbed run leaves must be the bytes
of a run that was never disturbed.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from itertools import zip_longest
from pathlib import Path

from benchmarks.inputs import documents

ROOT = Path(__file__).parents[2]


def archive(folder: Path, files: int) -> Path:
    """A folder of so many reports of about 3 kB, a few of them unreadable."""
    texts = documents(400_000)
    for number in range(files):
        path = folder / f"{number // 50:03}" / f"{number:05}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(texts[number % len(texts)][:1500], encoding="utf-8")
        if number % 40 == 7:
            path.write_bytes(b"\x89PNG\r\n\0\0")
    return folder


def command(folder: Path, out: Path, *options: str) -> list[str]:
    """What starts a run; ``--resume`` is no fault where there is nothing yet."""
    fixed = ("--resume", "--no-fields", "--workers", "2", "--shard-size", "8")
    return [sys.executable, "-m", "vnforeign", "tag", str(folder), "-o", str(out), *fixed, *options]


def start(folder: Path, out: Path) -> subprocess.Popen[bytes]:
    """A run as the leader of a process group."""
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command(folder, out), cwd=ROOT, start_new_session=True, stdout=quiet, stderr=quiet, preexec_fn=_heed)


def _heed() -> None:
    """What a shell starts in the background ignores ^C, and so would its children."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def finish(folder: Path, out: Path, limit: float = 300) -> float:
    """A run to its end, by one worker: a second one takes longer to start than to help; the seconds that it took."""
    begun = time.monotonic()
    assert subprocess.run(command(folder, out, "--workers", "1"), cwd=ROOT, capture_output=True, timeout=limit).returncode == 1
    return time.monotonic() - begun


def group(leader: int) -> list[int]:
    """The living processes of a group."""
    listed = subprocess.run(["ps", "-e", "-o", "pid=,pgid=,stat="], capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in listed.splitlines()]
    return [int(pid) for pid, pgid, state in rows if int(pgid) == leader and not state.startswith("Z")]


def tree(out: Path) -> dict[str, bytes]:
    """The results below an output folder; the figures of the summary differ from run to run."""
    files = [file for file in out.rglob("*") if file.is_file() and ".vnforeign" not in file.parts]
    return {str(file.relative_to(out)): file.read_bytes() for file in files if file.name != "summary.json"}


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[tuple[str, bytes, bytes]]:
    """Each file that two outputs do not have alike, with the ends of the first lines that differ: whole trees are too long to read."""
    found: list[tuple[str, bytes, bytes]] = []
    for name in sorted({*one, *other}):
        mine, its = (tree.get(name, b"(no file)").split(b"\n") for tree in (one, other))
        pairs = zip_longest(mine, its, fillvalue=b"(no line)")
        found += [(name, left[-300:], right[-300:]) for left, right in pairs if left != right][:1]
    return found


def kill(folder: Path, out: Path, times: int, shards: int, seed: int = 1) -> list[int]:
    """Kills a run again and again, some moments after up to so many shards more were done; how many were done each time."""
    dice, done = random.Random(seed), [0]
    for _ in range(times):
        run = start(folder, out)
        wait(out, done[-1] + dice.randint(0, shards), 30)
        time.sleep(dice.uniform(0, 0.3))
        os.killpg(run.pid, signal.SIGKILL)
        run.wait()
        done.append(finished(out))
    return done[1:]


def finished(out: Path) -> int:
    """How many shards are done."""
    return len(list(out.glob(".vnforeign/shards/*.json")))


def wait(out: Path, shards: int, limit: float) -> None:
    """Waits until so many shards are done."""
    deadline = time.monotonic() + limit
    while finished(out) < shards and time.monotonic() < deadline:
        time.sleep(0.01)


def main() -> None:
    """Runs the command."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    with tempfile.TemporaryDirectory() as place:
        folder = archive(Path(place, "in"), 80 * times)
        whole = finish(folder, Path(place, "whole"))
        done = kill(folder, Path(place, "out"), times, 16)
        rest = finish(folder, Path(place, "out"))
        same = tree(Path(place, "out")) == tree(Path(place, "whole"))
        print(f"undisturbed {whole:.1f} s; shards done at each kill: {done}; the rest {rest:.1f} s; same bytes: {same}")
        sys.exit(not same)


if __name__ == "__main__":
    main()
