"""Hostile and damaged input, tried until the time is up: ``make fuzz MINUTES=10``.

python -m tools.fuzz --minutes 10 --seed 0 [--target NAME ...]     tries; exit code 1 if something was found
python -m tools.fuzz --show TARGET NUMBER [--seed 0]               writes one input to stdout, byte for byte

Input number N of a target is made from the seed and N alone, so what was found is found again. An input that takes more than
``SECONDS`` of CPU, or more memory than ``MEMORY`` beyond what the process has, is a finding, as is an exception that the function
does not name, a result that is not as promised, or the end of the process.
"""

from __future__ import annotations

import argparse
import contextlib
import mmap
import os
import resource
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

from .fuzzing.mutate import mutated
from .fuzzing.targets import TARGETS, Target

SECONDS, MEMORY = 5.0, 1_500_000_000
SLICE = 20.0  # seconds of CPU that a target has before the next has its turn
OUT = Path(__file__).resolve().parent.parent / "build" / "fuzz"


class TooLong(BaseException):
    """The input takes more CPU time than it may; no ``except Exception`` of the library must catch it."""


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise TooLong


def inputs(target: Target, seed: int, first: int = 0) -> Iterator[bytes]:
    """The inputs of a target, from number ``first`` on."""
    seeds = target.seeds()
    number = first
    while True:
        yield mutated(seeds, f"{seed}:{target.name}:{number}", target.most)
        number += 1


def attempt(target: Target, data: bytes) -> str | None:
    """What is wrong with an input, as the last lines of what was raised; None for nothing."""
    signal.setitimer(signal.ITIMER_PROF, SECONDS, SECONDS)  # again, should somebody have caught the first
    try:
        target.run(data)
    except TooLong:
        return f"more than {SECONDS} s of CPU\n{''.join(traceback.format_exc()[-1500:])}"
    except Exception:
        return traceback.format_exc()[-3000:]
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return None


# --- a process of its own for each slice, since a reader may end it ----------------------------------------------------


def work(target: Target, seed: int, first: int, seconds: float, done: mmap.mmap) -> None:
    """Tries inputs for so many seconds of CPU; ``done`` holds the number of the next."""
    signal.signal(signal.SIGPROF, _stop)
    limit = _size() + MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    number, end, over = first, time.process_time() + seconds, time.monotonic() + 4 * seconds
    for data in inputs(target, seed, first):
        wrong = attempt(target, data)
        if wrong:
            keep(target, seed, number, data, wrong)
        number += 1
        done[:8] = number.to_bytes(8, "little")
        if time.process_time() >= end or time.monotonic() >= over:  # a reader may wait for another program
            return


def _size() -> int:
    return int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()


def keep(target: Target, seed: int, number: int, data: bytes, wrong: str) -> None:
    """Writes an input and what is wrong with it, once for each place where it goes wrong."""
    OUT.mkdir(parents=True, exist_ok=True)
    name = f"{target.name}-{seed}-{number}"
    (OUT / f"{name}.bin").write_bytes(data)
    (OUT / f"{name}.txt").write_text(wrong, encoding="utf-8", errors="replace")
    said = [line.strip() for line in wrong.splitlines() if line.strip()]
    print(f"FOUND {name} ({len(data)} bytes): {said[-1][:200]}", flush=True)


def turn(target: Target, seed: int, first: int, seconds: float) -> int:
    """One slice of a target in a child; the number of the input that comes next."""
    done = mmap.mmap(-1, 8)
    done[:8] = first.to_bytes(8, "little")
    child = os.fork()
    if child == 0:
        code = 1
        with contextlib.suppress(BaseException):
            work(target, seed, first, seconds, done)
            code = 0
        os._exit(code)
    ended = _wait(child, time.monotonic() + 8 * seconds + 150)  # two programs may take 30 s each
    number = int.from_bytes(done[:8], "little")
    if ended:
        data = next(inputs(target, seed, number))
        keep(target, seed, number, data, f"the process {ended}")
        number += 1
    return number


def _wait(child: int, until: float) -> str:
    """How the child ended; nothing where it ended well."""
    while time.monotonic() < until:
        pid, status = os.waitpid(child, os.WNOHANG)
        if pid:
            return "" if status == 0 else f"ended with {os.waitstatus_to_exitcode(status)}"
        time.sleep(0.05)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return "hung and was killed"


def campaign(names: list[str], minutes: float, seed: int, first: dict[str, int]) -> Counter[str]:
    """Takes the targets in turn until the CPU time is used up; inputs tried by target."""
    tried: Counter[str] = Counter()
    left = minutes * 60
    while left > 0:
        for name in names:
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            start = first.get(name, 0) + tried[name]
            tried[name] += turn(TARGETS[name], seed, start, min(SLICE, max(1.0, left / len(names)))) - start
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            left -= after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return tried


def main() -> int:
    """Runs the command; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minutes", type=float, default=10, help="of CPU, in all")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--first", type=int, default=0, help="the number of each target's first input")
    parser.add_argument("--target", action="append", choices=sorted(TARGETS), help="repeatable; all without")
    parser.add_argument("--show", nargs=2, metavar=("TARGET", "NUMBER"))
    options = parser.parse_args()
    if options.show:
        sys.stdout.buffer.write(next(inputs(TARGETS[options.show[0]], options.seed, int(options.show[1]))))
        return 0
    names = options.target or list(TARGETS)
    tried = campaign(names, options.minutes, options.seed, dict.fromkeys(names, options.first))
    for name, many in tried.items():
        print(f"{name:10} {many:8,} inputs")
    return 1 if OUT.exists() and any(OUT.glob("*.txt")) else 0


if __name__ == "__main__":
    sys.exit(main())
