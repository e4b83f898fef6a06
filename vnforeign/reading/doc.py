"""Old Word files: antiword, and where it gives up catdoc; programs of the system, called without a shell on a file of our naming.

Neither tells fonts: letters of old fonts are known by what they spell. Both write UTF-8, in which every character of Windows-1252
that those letters are made of survives.
"""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from shutil import which
from typing import Any

from .draft import Draft
from .limits import MB
from .plain import ReadError

#: Seconds that a program may take, and bytes that it may write.
SECONDS, OUTPUT = 30, 50 * MB
_PROGRAMS = (("antiword", ("-m", "UTF-8.txt", "-w", "0", "-t")), ("catdoc", ("-s", "cp1252", "-d", "utf-8", "-w")))
_HINT = "reading it needs the program antiword or catdoc (Debian: apt-get install antiword catdoc)"
_ENCRYPTED, _MAGIC = 0x0100, (b"\xec\xa5", b"\xdc\xa5")
_CELL = re.compile(r"[ ]*\|")


def read(data: bytes, source: str) -> Draft:
    """The text of a DOC file. Raises ReadError where no program reads it, with what they said."""
    metadata = _look(data, source)
    programs = [(path, arguments) for name, arguments in _PROGRAMS if (path := which(name))]
    if not programs:
        raise ReadError(f"{source}: is an old Word document (DOC); {_HINT}")
    complaints = []
    for path, arguments in programs:
        text, complaint = _run(path, arguments, data)
        if text.strip():
            return Draft(_rows(text), metadata=metadata)
        complaints.append(f"{Path(path).name}: {complaint or 'found no text'}")
    raise ReadError(f"{source}: is an old Word document (DOC) that cannot be read ({'; '.join(complaints)})")


def _look(data: bytes, source: str) -> dict[str, str]:
    """What the file's properties say. Raises ReadError for a locked file."""
    import olefile

    with olefile.OleFileIO(BytesIO(data)) as file:
        head = file.openstream("WordDocument").read(32)
        if head[:2] in _MAGIC and int.from_bytes(head[10:12], "little") & _ENCRYPTED:
            raise ReadError(f"{source}: is locked with a password")
        return _metadata(file)


def _metadata(file: Any) -> dict[str, str]:
    try:
        said = file.get_metadata()
    except Exception:  # damaged properties cost the text nothing
        return {}
    page = (said.codepage or 1252) % 0x10000
    found = {"title": _words(said.title, page), "author": _words(said.author, page), "organisation": _words(said.company, page)}
    return found | {"created": said.create_time.date().isoformat() if said.create_time else ""}


def _words(raw: object, page: int) -> str:
    if not isinstance(raw, bytes):
        return str(raw or "")
    try:
        return raw.decode("utf-8" if page == 65001 else f"cp{page}", "replace")
    except LookupError:
        return raw.decode("cp1252", "replace")


def _run(path: str, arguments: tuple[str, ...], data: bytes) -> tuple[str, str]:
    """What the program writes and what it complains of."""
    with tempfile.TemporaryDirectory(prefix="vnforeign-") as folder:
        paper, out = Path(folder, "in.doc"), Path(folder, "out")
        paper.write_bytes(data)
        environment = {"PATH": os.environ.get("PATH", ""), "HOME": folder, "LC_ALL": "C.UTF-8"}
        with out.open("wb") as stream:
            try:
                done = subprocess.run(
                    [path, *arguments, str(paper)], stdin=subprocess.DEVNULL, stdout=stream, stderr=subprocess.PIPE,
                    cwd=folder, env=environment, timeout=SECONDS, preexec_fn=_bounds(),
                )  # fmt: skip
            except subprocess.TimeoutExpired:
                return "", f"took longer than {SECONDS} seconds"
        complaint = " ".join(done.stderr.decode("utf-8", "replace").replace(str(paper), "the file").split())[:200]
        with out.open("rb") as stream:
            return stream.read(OUTPUT).decode("utf-8", "replace"), complaint or f"ended with {done.returncode}"


def _bounds() -> Callable[[], None] | None:
    """What the program's process begins with: no file larger than ``OUTPUT``, no more seconds of work than ``SECONDS``."""
    if os.name != "posix":
        return None
    import resource  # here, since a process that is just forked should import nothing

    def bound() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (OUTPUT, OUTPUT))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))

    return bound


def _rows(text: str) -> str:
    """antiword's ``|cell   |cell   |`` as cells parted by tabs."""
    lines = []
    for line in text.replace("\r\n", "\n").split("\n"):
        if line.startswith("|") and line.rstrip().endswith("|"):
            line = "\t".join(cell.strip() for cell in _CELL.split(line.rstrip()[1:-1]))
        lines.append(line)
    return "\n".join(lines)
