"""A reader whose files say what goes wrong when they are read."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

from vnforeign.document import Document
from vnforeign.reading.plain import ReadError


def odd(path: str | Path) -> Iterator[Document | ReadError]:
    """Each line of the file is a document, or a word in capitals that says what happens in its place."""
    for number, line in enumerate(Path(path).read_text(encoding="utf-8").splitlines()):
        if line == "CRASH":
            os.kill(os.getpid(), signal.SIGSEGV)
        elif line == "STUCK":
            time.sleep(600)
        elif line == "MEMORY":
            raise MemoryError
        elif line == "LARGE":
            yield Document(text=f"{len(bytearray(3_000_000_000))} bytes", id="large", source=str(path))
        elif line == "FAULT":
            raise RuntimeError("a fault")
        elif line == "BAD":
            yield ReadError(f"{path}!{number}: is bad")
        elif line.startswith("ONCE "):  # dies the first time only
            mark = Path(line.removeprefix("ONCE "))
            if not mark.exists():
                mark.touch()
                os.kill(os.getpid(), signal.SIGKILL)
            yield Document(text="năm 2013", id="once", source=str(path))
        else:
            yield Document(text=line, id=f"{Path(path).stem}-{number}", source=str(path))
