"""Runs the notebooks and keeps what they print: ``make notebooks`` after a change of rules or of a notebook.

Equal code makes equal files: no times, no counters of sessions, and charts are drawn as pictures without a browser.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import nbformat
from jupyter_client.manager import AsyncKernelManager
from nbclient import NotebookClient

FOLDER = Path(__file__).resolve().parent.parent / "notebooks"
#: Seconds that one cell may take.
LONGEST = 120
_METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def run(path: Path) -> Any:
    """The notebook with its outputs, run in its own folder. Raises CellExecutionError for a cell that fails."""
    notebook = nbformat.read(path, as_version=4)
    with TemporaryDirectory() as sockets:  # no port is opened
        return _done(notebook, path, AsyncKernelManager(kernel_name="python3", transport="ipc", ip=f"{sockets}/k"))


def _done(notebook: Any, path: Path, kernel: AsyncKernelManager) -> Any:
    client = NotebookClient(notebook, km=kernel, timeout=LONGEST, record_timing=False, coalesce_streams=True)
    client.owns_km = True  # it ends the kernel, too
    client.resources = {"metadata": {"path": str(path.parent)}}
    done = client.execute()
    done.metadata = nbformat.from_dict(_METADATA)
    return done


def main() -> None:
    """Runs all notebooks and writes them back."""
    for path in sorted(FOLDER.glob("*.ipynb")):
        nbformat.write(run(path), path)
        print(f"{path.name}: {path.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
