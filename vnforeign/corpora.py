"""Where the project's own corpora are: beside the package in its sources; an installed package comes without them."""

from __future__ import annotations

from pathlib import Path

CORPORA = Path(__file__).resolve().parent.parent / "corpora"


def present(path: str | Path) -> Path:
    """The path, unless it is one of the project's own and they are not here. Raises ValueError with words for people then."""
    path = Path(path)
    if path.is_relative_to(CORPORA) and not CORPORA.is_dir():
        raise ValueError(
            "the project's corpora are not part of the installed package: run this in a copy of the project's sources "
            "(`make env`), or name a corpus of your own"
        )
    return path
