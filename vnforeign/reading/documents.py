"""Documents from paths and from bytes: sniff, take out the text, make old letters Unicode, note where it came from."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path, PurePosixPath

from ..document import Document, Origin
from . import files, plain
from .draft import Draft
from .formats import FORMATS, SUFFIXES
from .limits import LIMITS, Limits
from .parts import Budget, Part
from .plain import OutOfMemory, ReadError, Several
from .sniff import sniff

#: A document, or why there is none.
Read = Document | ReadError
_NAMED = 20  # members of an archive that cannot be read
_NO_TEXT = "there is no text in it: it is empty, or its pages are pictures"


def read(path: str | os.PathLike[str], limits: Limits = LIMITS) -> Document:
    """The one text of a file as a Document, not yet analysed: ``id`` is the file's name without its suffix.

    The format is decided by content. A mail gives its body; an archive its text if it holds exactly one. ``metadata`` has what
    the format says of title, published, created, author, organisation; ``origin`` what the file was; ``warnings`` what was odd.
    Raises ReadError, with a message for people, for whatever cannot be read, TypeError for bytes and whatever else is no path.
    """
    document = decode(files.load(path, limits.size), str(path), limits)
    document.id = document.id or Path(path).stem
    return document


def read_all(path: str | os.PathLike[str], limits: Limits = LIMITS) -> Iterator[Read]:
    """Every text of a file: the members of an archive, a mail and its attachments, or the one text that the file is.

    What cannot be read comes as a ReadError in its place, and the others go on; only what is no path raises TypeError. The
    ``source`` of a member is ``archive.zip/inner.doc``, without what in the inner name could mislead; its ``id`` is its name
    without suffix.
    """
    try:
        data = files.load(path, limits.size)
    except ReadError as error:
        yield error
        return
    for each in decode_all(data, str(path), limits):
        if isinstance(each, Document):
            each.id = each.id or Path(path).stem
        yield each


def decode(data: bytes, source: str, limits: Limits = LIMITS) -> Document:
    """The one text in a file's bytes, for what comes from a pipe; ``source`` names it in messages. Raises ReadError."""
    found = decode_all(data, source, limits)
    kind = FORMATS[sniff(data, source)] if len(data) <= limits.size else FORMATS["txt"]
    first = _only(found, source) if kind.name == "zip" else next(found)
    if isinstance(first, ReadError):
        raise first
    return first


def decode_all(data: bytes, source: str, limits: Limits = LIMITS) -> Iterator[Read]:
    """Every text in a file's bytes, as ``read_all`` gives those of a file."""
    return _walk(data, source, Budget(limits), 0)


def _walk(data: bytes, source: str, budget: Budget, depth: int) -> Iterator[Read]:
    try:
        files.check_size(source, len(data), budget.limits.size)
        name = sniff(data, source)
        if not FORMATS[name].container:
            yield _document(data, source, name, inner=depth > 0)
            return
        budget.enter(source, depth)
        for part in import_module(f".{name}", __package__).parts(data, source, budget):
            yield from _part(part, source, data, budget, depth)
    except ReadError as error:
        yield error
    except Exception as error:  # whatever a library raises on bytes made to break it
        yield _broken(source, "", error)


def _part(part: Part | ReadError, source: str, data: bytes, budget: Budget, depth: int) -> Iterator[Read]:
    if isinstance(part, ReadError):
        yield part
    elif part.draft:
        yield _finished(part.draft, source, "eml", data, inner=depth > 0)
    else:
        yield from _walk(part.data, f"{source}/{part.name}", budget, depth + 1)


def _document(data: bytes, source: str, name: str, inner: bool) -> Document:
    if name == "txt":
        document = plain.decode(data, source)
        document.origin = document.origin or Origin("txt", "utf-8", hashlib.sha256(data).hexdigest())
        document.id = PurePosixPath(source).stem if inner else None
        document.warnings += [*_misnamed(source, name), *_empty(document.text, name)]
        return document
    try:
        draft: Draft = import_module(f".{name}", __package__).read(data, source)
    except ReadError:
        raise
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] != FORMATS[name].needs:
            raise
        raise ReadError(f"{source}: is {FORMATS[name].said}; reading it needs more: pip install 'vnforeign[ingest]'") from None
    except Exception as error:  # whatever a library raises on bytes made to break it
        raise _broken(source, name, error) from error
    return _finished(draft, source, name, data, inner)


def _finished(draft: Draft, source: str, name: str, data: bytes, inner: bool) -> Document:
    from .legacy import convert
    from .properties import cleaned

    decoded = convert(draft.text, draft.fonts)
    return Document(
        text=decoded.text,
        id=PurePosixPath(source).stem if inner else None,
        source=source,
        metadata=cleaned(draft.metadata),
        warnings=[*draft.warnings, *decoded.warnings, *_misnamed(source, name), *_empty(decoded.text, name)],
        origin=Origin(name, decoded.encoding, hashlib.sha256(data).hexdigest(), decoded.runs),
    )


def _misnamed(source: str, name: str) -> list[str]:
    """The warning for a file whose name says another format than its bytes."""
    suffix = PurePosixPath(source).suffix.lower()
    wrong = suffix in SUFFIXES and suffix not in FORMATS[name].suffixes
    return [f"named {suffix}, but is {FORMATS[name].said}"] if wrong else []


def _empty(text: str, name: str) -> list[str]:
    """The warning for a document without a word: an empty file, or pages that are pictures. A mail says so itself."""
    return [] if text.strip() or name == "eml" else [_NO_TEXT]


def _broken(source: str, name: str, error: Exception) -> ReadError:
    if isinstance(error, MemoryError):
        return OutOfMemory(f"{source}: does not fit into memory")
    said = f"is {FORMATS[name].said}, but" if name else "is"
    detail = " ".join(str(error).split())[:200]
    return ReadError(f"{source}: {said} damaged or cut off ({type(error).__name__}{': ' if detail else ''}{detail})")


def _only(found: Iterator[Read], source: str) -> Read:
    """The one document of an archive, warned of the members that cannot be read; the first of these where there is no other."""
    failed: list[ReadError] = []
    only: Document | None = None
    for each in found:
        if isinstance(each, ReadError):
            failed.append(each)
        elif only:
            return Several(f"{source}: holds several documents; read_all gives them one after another")
        else:
            only = each
    if not only:
        return failed[0] if failed else ReadError(f"{source}: holds no document")
    only.warnings += [f"left out {error}" for error in failed[:_NAMED]]
    if len(failed) > _NAMED:
        only.warnings.append(f"left out {len(failed) - _NAMED} more members that cannot be read")
    return only
