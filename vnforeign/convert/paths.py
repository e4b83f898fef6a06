"""From file to file: what is read and written is bounded, whole or not there, and every loss is handed back."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from ..document import Document
from ..reading.plain import ReadError
from . import formats
from .formats import Format, Say
from .losses import lost

#: Bytes of the largest file that is read, and losses that are told one by one.
LARGEST, TOLD = 1 << 28, 1000


class Losses(list[str]):
    """What did not come along; past ``TOLD`` only a count goes on."""

    more = 0

    def say(self, message: str) -> None:
        """One thing that is left out."""
        if len(self) < TOLD:
            self.append(message)
        else:
            self.more += 1

    def told(self) -> list[str]:
        """The messages, the last of which counts those that were too many."""
        return [*self, *([f"{self.more} more losses"] if self.more else [])]


class Loaded(NamedTuple):
    """Documents that were read, and what of the files is not in them."""

    documents: list[Document]
    losses: list[str]


class Dumped(NamedTuple):
    """The bytes of a file, and what of the documents is not in them."""

    data: bytes
    losses: list[str]


def loads(data: bytes, form: str, place: str = "-") -> Loaded:
    """The documents of a file's bytes in a format; ``place`` names them in messages.

    Raises ValueError for a format that does not exist or needs two files (brat), ReadError (a ValueError) for bytes that are not
    in it, naming line or object, ImportError where the format's library is missing.
    """
    chosen, losses = _single(form), Losses()
    return Loaded(list(chosen.read(data, place, losses.say)), losses.told())


def dumps(documents: Document | Iterable[Document], form: str) -> Dumped:
    """The bytes of a file with these documents. Raises as ``loads``, and for several documents where a file holds one."""
    chosen, losses = _single(form), Losses()
    several = _several(documents)
    if len(several) != 1 and not chosen.many:
        raise ValueError(f"a file in the format {form} holds one document, not {len(several)}")
    return Dumped(b"".join(_checked(several, chosen, losses)), losses.told())


def read(path: str | os.PathLike[str], form: str | None = None) -> Loaded:
    """The documents of a file, of a folder's files in the format, or of stdin for ``-``.

    Without ``form`` the suffix must name it (``.ann``, ``.conll``, ``.xmi``, ``.jsonld``). Raises as ``loads``.
    """
    chosen, losses = _chosen(path, form), Losses()
    return Loaded(list(_read(path, chosen, losses.say)), losses.told())


def write(documents: Document | Iterable[Document], path: str | os.PathLike[str], form: str | None = None) -> list[str]:
    """Writes documents to a file, to stdout for ``-``, or into a folder with a file each; returns the losses.

    A format whose files hold one document each gets a folder where ``path`` is one, ends in a slash or the documents are several;
    files are named by the documents' ids. Raises ValueError as ``loads``, OSError.
    """
    chosen, losses = _chosen(path, form), Losses()
    _write(_several(documents), path, chosen, losses)
    return losses.told()


def convert(
    source: str | os.PathLike[str], target: str | os.PathLike[str], from_: str | None = None, to: str | None = None
) -> list[str]:
    """From file to file; what was lost on the way in and out, in words. Raises as ``read`` and ``write``."""
    reading, writing, losses = _chosen(source, from_), _chosen(target, to), Losses()
    _write(list(_read(source, reading, losses.say)), target, writing, losses)
    return losses.told()


def _single(form: str) -> Format:
    chosen = formats.of(form)
    if chosen.beside:
        raise ValueError(f"the format {form} keeps the text in a file of its own: read and write it by path")
    return chosen


def _chosen(path: str | os.PathLike[str], form: str | None) -> Format:
    name = form or formats.guess(os.fspath(path))
    if name is None:
        raise ValueError(f"{os.fspath(path)}: its name does not say the format; it is one of {', '.join(formats.names())}")
    return formats.of(name)


def _several(documents: Document | Iterable[Document]) -> list[Document]:
    several = [documents] if isinstance(documents, Document) else list(documents)
    if strange := next((each for each in several if not isinstance(each, Document)), None):
        raise TypeError(f"Documents are converted, not {type(strange).__name__}")
    return several


def _read(path: str | os.PathLike[str], form: Format, say: Say) -> Iterator[Document]:
    if os.fspath(path) == "-":
        _single(form.name)
        yield from form.read(_bounded(sys.stdin.buffer.read(LARGEST + 1), "-"), "-", say)
        return
    source = Path(path)
    files = sorted(source.rglob(f"*{form.suffix}")) if source.is_dir() else [source]
    if not files:
        raise ReadError(f"{path}: no {form.suffix} file in this folder")
    for file in files:
        text = _bytes(file.with_suffix(form.beside)).decode("utf-8", "replace") if form.beside else None
        for document in form.read(_bytes(file), str(file), say, text):
            if document.id is None and not form.many:
                document.id = file.stem
            yield document


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            return _bounded(stream.read(LARGEST + 1), str(path))
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise ReadError(f"{path}: {getattr(error, 'strerror', None) or error}") from None


def _bounded(data: bytes, place: str) -> bytes:
    if len(data) > LARGEST:
        raise ReadError(f"{place}: larger than {LARGEST >> 20} MB")
    return data


def _checked(documents: list[Document], form: Format, losses: Losses) -> Iterator[bytes]:
    """The bytes, after each document was read back from its own and compared."""
    for document in documents:
        data = b"".join(form.write([document]))
        text = document.text.encode("utf-8", "replace").decode() if form.beside else None
        for again in form.read(data, document.id or "document", losses.say, text):
            again.id = again.id or (None if form.many else document.id)
            for said in lost(document, again):
                losses.say(said)
    yield from form.write(documents)


def _write(documents: list[Document], path: str | os.PathLike[str], form: Format, losses: Losses) -> None:
    target = os.fspath(path)
    if target == "-":
        _single(form.name)
        if len(documents) != 1 and not form.many:
            raise ValueError(f"a file in the format {form.name} holds one document, not {len(documents)}: name a folder")
        sys.stdout.buffer.writelines(_checked(documents, form, losses))
        sys.stdout.buffer.flush()
    elif form.many:
        _put(Path(target), _checked(documents, form, losses))
    elif len(documents) == 1 and not os.path.isdir(target) and not target.endswith(("/", os.sep)):
        _pair(documents[0], Path(target), form, losses)
    else:
        Path(target).mkdir(parents=True, exist_ok=True)
        for document, name in zip(documents, _names(documents), strict=True):
            _pair(document, Path(target, name + form.suffix), form, losses)


def _pair(document: Document, path: Path, form: Format, losses: Losses) -> None:
    if form.beside and path.suffix == form.beside:
        raise ValueError(f"{path}: that is the name of the text; the annotations end in {form.suffix}")
    if form.beside:
        _put(path.with_suffix(form.beside), [document.text.encode("utf-8", "replace")])
    _put(path, _checked([document], form, losses))


def _names(documents: Iterable[Document]) -> Iterator[str]:
    """A file name a document: its id without what leads elsewhere, numbered where it comes twice."""
    seen: dict[str, int] = {}
    for document in documents:
        name = re.sub(r"[^\w-]+", "-", document.id or "").strip("-")[:80] or "document"
        seen[name.casefold()] = count = seen.get(name.casefold(), 0) + 1
        yield name if count == 1 else f"{name}--{count}"


def _put(path: Path, pieces: Iterable[bytes]) -> None:
    """A file that takes its name when it is whole."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with part.open("xb") as stream:
            stream.writelines(pieces)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
