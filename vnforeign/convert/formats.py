"""Which formats there are: how many documents a file holds, which suffix says so, where reader and writer are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import PurePath
from typing import Any

import msgspec

from ..document import Document
from ..reading.plain import ReadError

#: Called with each thing that is left out, in words for people.
Say = Callable[[str], None]


class Format(msgspec.Struct, frozen=True):
    """One format. ``many`` says that a file holds any number of documents; otherwise each document is a file of its own.

    ``sure`` suffixes belong to this format alone; ``suffix`` is what its files get in a folder. A ``beside`` format keeps
    the text in a second file of that suffix.
    """

    name: str
    module: str
    many: bool
    suffix: str
    sure: tuple[str, ...] = ()
    beside: str | None = None
    variant: str | None = None

    def read(self, data: bytes, place: str, say: Say, text: str | None = None) -> Iterator[Document]:
        """The documents of a file's bytes. Raises ReadError, which names the place; ``text`` is what stood in the second file."""
        try:
            yield from self._part().read(data, place, say, **self._more(text))
        except ReadError:
            raise
        except RecursionError:
            raise ReadError(f"{place}: nested too deeply") from None
        except (ValueError, TypeError, KeyError, AttributeError, IndexError) as error:
            said = f"{error} is missing" if isinstance(error, KeyError) else str(error)
            raise ReadError(f"{place}: not in the format {self.name}: {said}") from None

    def write(self, documents: Iterable[Document]) -> Iterator[bytes]:
        """The bytes of a file, in pieces; one document alone where the format holds no more."""
        yield from self._part().write(documents, **({"variant": self.variant} if self.variant else {}))

    def _more(self, text: str | None) -> dict[str, Any]:
        return ({"text": text} if self.beside else {}) | ({"variant": self.variant} if self.variant else {})

    def _part(self) -> Any:
        return import_module(f".{self.module}", __package__)


FORMATS: dict[str, Format] = {
    each.name: each
    for each in (
        Format("brat", "brat", False, ".ann", (".ann",), ".txt"),
        Format("cas-json", "cas", False, ".json", variant="json"),
        Format("cas-xmi", "cas", False, ".xmi", (".xmi",), variant="xmi"),
        Format("conll", "conll", True, ".conll", (".conll", ".bio", ".iob")),
        Format("doccano", "doccano", True, ".jsonl"),
        Format("jsonl", "own", True, ".jsonl"),
        Format("labelstudio", "labelstudio", True, ".json"),
        Format("notation", "inline", False, ".txt"),
        Format("prodigy", "prodigy", True, ".jsonl"),
        Format("w3c", "w3c", True, ".jsonld", (".jsonld",)),
    )
}


def names() -> tuple[str, ...]:
    """The names of all formats."""
    return tuple(FORMATS)


def of(name: str) -> Format:
    """The format of a name. Raises ValueError for one that does not exist."""
    if name not in FORMATS:
        raise ValueError(f"no format {name!r}; there are {', '.join(FORMATS)}")
    return FORMATS[name]


def guess(path: str | PurePath) -> str | None:
    """The format that a file's suffix names beyond doubt, None where several use it (``.json``, ``.jsonl``, ``.txt``)."""
    suffix = PurePath(path).suffix.lower()
    return next((each.name for each in FORMATS.values() if suffix in each.sure), None)
