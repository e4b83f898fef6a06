"""CPU time, because the wall clock of a shared machine swings by half; tasks take turns, because neighbours come and go."""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path


def cpu() -> float:
    """Seconds of CPU that this process and its finished children have used."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def seconds(task: Callable[[], object]) -> float:
    """Seconds of CPU that a task takes."""
    begun = cpu()
    task()
    return cpu() - begun


def medians(tasks: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, float]:
    """Median seconds of CPU by task; every task runs once in each round, after one round that does not count."""
    for task in tasks.values():
        task()
    taken: dict[str, list[float]] = {name: [] for name in tasks}
    for _ in range(rounds):
        for name, task in tasks.items():
            taken[name].append(seconds(task))
    return {name: statistics.median(each) for name, each in taken.items()}


def program(*arguments: str) -> list[str]:
    """A command that runs Python with these arguments."""
    return [sys.executable, *arguments]


def start(command: list[str], runs: int = 9) -> float:
    """The least seconds of CPU that a command took, from its start to its end."""
    return min(seconds(lambda: subprocess.run(command, check=True, capture_output=True)) for _ in range(runs))


def peak() -> float:
    """The most memory that this program ever held, in MB.

    Linux hands a parent's ``ru_maxrss`` on to the programs it starts, so there the kernel's own high-water mark is read.
    """
    status = Path("/proc/self/status")
    if status.exists():
        return int(status.read_text().partition("VmHWM:")[2].split()[0]) / 1e3
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used / (1e6 if sys.platform == "darwin" else 1e3)
