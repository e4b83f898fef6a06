"""ZIP archives: each member's bytes, within the limits. Nothing is written to disk, so no name inside can lead anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from .parts import Budget, Names, Part
from .plain import OutOfMemory, ReadError

_LOCKED = 0x1
#: What systems leave in archives, no document of anyone's.
_LEFTOVERS = frozenset({".ds_store", "thumbs.db", "desktop.ini"})


def parts(data: bytes, source: str, budget: Budget) -> Iterator[Part | ReadError]:
    """The members in the archive's order; a member that is locked, damaged or too large is a ReadError, and the others go on.

    Raises ReadError for an archive that is damaged as a whole, or where a limit on all members together is passed.
    """
    names = Names()
    with opened(data, source) as archive:
        for member in archive.infolist():
            if member.is_dir() or _left_over(member.filename):
                continue
            budget.member(source)
            name = names.once(member.filename)
            try:
                yield Part(name, unpacked(archive, member, f"{source}/{name}", budget))
            except ReadError as error:
                yield error


def opened(data: bytes, source: str) -> ZipFile:
    """The archive. Raises ReadError for one that is damaged."""
    try:
        return ZipFile(BytesIO(data))
    except Exception as error:  # BadZipFile, and whatever made-up tables of names lead to
        raise ReadError(f"{source}: is a ZIP archive, but damaged or cut off") from error


def unpacked(archive: ZipFile, member: ZipInfo, source: str, budget: Budget, picture: bool = False) -> bytes:
    """A member's bytes, never more than its table says; ``picture`` as ``Budget.unpack`` has it. Raises ReadError."""
    if member.flag_bits & _LOCKED:
        raise ReadError(f"{source}: is locked with a password")
    budget.unpack(source, member.file_size, member.compress_size, picture)
    try:
        with archive.open(member) as stream:
            return stream.read(member.file_size + 1)
    except NotImplementedError as error:
        raise ReadError(f"{source}: is packed in a way that is not read ({error})") from None
    except (BadZipFile, OSError, EOFError, ValueError, RuntimeError) as error:
        raise ReadError(f"{source}: is damaged ({' '.join(str(error).split())[:100]})") from None
    except MemoryError:
        raise OutOfMemory(f"{source}: does not fit into memory") from None
    except Exception:  # zlib.error and its kin
        raise ReadError(f"{source}: is damaged (it does not unpack)") from None


def _left_over(name: str) -> bool:
    return name.startswith("__MACOSX/") or name.rpartition("/")[2].lower() in _LEFTOVERS
