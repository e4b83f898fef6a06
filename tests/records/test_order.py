"""The same text makes the same answer in each process: nothing hangs on the order of a set, which is another at each start."""

from __future__ import annotations

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

from tests.records.test_tables import CASES, PASSAGES, drafted

ROOT = Path(__file__).parents[2]


def answer() -> str:
    """A digest of what the sample reports, the cases of tables and the passages make."""
    samples = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "corpora" / "samples").glob("*.txt"))]
    cases = [said for _, said, _ in CASES + PASSAGES]
    found = repr([drafted(text) for text in samples + cases])
    return sha256(found.encode()).hexdigest()


def test_answers_do_not_hang_on_the_start_of_a_process() -> None:
    command = [sys.executable, "-c", f"from {__name__} import answer; print(answer())"]
    running = [
        subprocess.Popen(command, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, stdout=subprocess.PIPE) for seed in "123"
    ]
    said = {each.communicate(timeout=120)[0].strip() for each in running}
    assert len(said) == 1
    assert len(said.pop()) == 64
