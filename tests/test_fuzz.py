"""The fuzzer itself: the same inputs every time, a few of each target, and that it sees what goes wrong."""

from __future__ import annotations

import signal
import sys
import time
from pathlib import Path

import pytest

from tools import fuzz
from tools.fuzzing.mutate import mutated
from tools.fuzzing.targets import TARGETS, Target
from vnforeign import analyze, prefill

if sys.platform == "win32":
    pytest.skip("needs clocks of CPU time and forks", allow_module_level=True)


@pytest.fixture(autouse=True)
def clock() -> None:
    signal.signal(signal.SIGPROF, fuzz._stop)


def of(run: object) -> Target:
    return Target("made", lambda: [b"seed"], run)  # type: ignore[arg-type]


def test_inputs_are_the_same_every_time() -> None:
    for target in TARGETS.values():
        seeds = target.seeds()
        assert [mutated(seeds, f"0:{n}", 5000) for n in range(20)] == [mutated(seeds, f"0:{n}", 5000) for n in range(20)]
        assert len({mutated(seeds, f"0:{n}", 5000) for n in range(20)}) > 15


@pytest.mark.parametrize("name", [name for name in TARGETS if name != "doc"])
def test_what_is_promised_holds_for_seeds_and_a_few_inputs(name: str) -> None:
    target = TARGETS[name]._replace(most=4000)
    for seed in target.seeds():
        target.run(seed)
    inputs = fuzz.inputs(target, 0)
    assert [wrong for _ in range(6) if (wrong := fuzz.attempt(target, next(inputs)))] == []


def test_a_fault_and_a_hang_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def hang(_: bytes) -> None:
        while True:
            pass

    def fault(_: bytes) -> None:
        raise KeyError("here")

    monkeypatch.setattr(fuzz, "SECONDS", 0.2)
    assert "more than 0.2 s" in (fuzz.attempt(of(hang), b"") or "")
    assert "KeyError: 'here'" in (fuzz.attempt(of(fault), b"") or "")
    assert fuzz.attempt(of(len), b"") is None


def test_a_process_that_ends_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    import os

    monkeypatch.setattr(fuzz, "OUT", tmp_path)
    assert fuzz.turn(of(lambda _: os._exit(3)), 0, 7, 1) == 8
    assert "FOUND made-0-7" in capsys.readouterr().out
    assert (tmp_path / "made-0-7.bin").exists()


def test_a_sentence_without_end_takes_no_time() -> None:
    text = "đã tiếp xã giao đoàn đại biểu tỉnh Phongsaly (Lào) do ông Bun Phêng Xay Nha Vông, Phó Tỉnh trưởng dẫn đầu " * 200
    document = analyze(text)
    began = time.process_time()
    prefill(document)
    assert time.process_time() - began < 4  # over a minute before
