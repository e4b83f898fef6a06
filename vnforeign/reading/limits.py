"""How much is read at most: what keeps a hostile file from taking the machine."""

from __future__ import annotations

import msgspec

MB = 1_000_000


class Limits(msgspec.Struct, frozen=True):
    """Bounds on one call of ``read`` or ``read_all``; sizes in bytes.

    ``size``: of a file, a member of an archive or an attachment. ``unpacked``, ``members``: bytes and number of all that a
    container holds, nested ones included. ``ratio``: unpacked to packed, of a member of over 1 MB (deflate reaches 1032).
    ``depth``: containers within each other.
    """

    size: int = 200 * MB
    unpacked: int = 1000 * MB
    members: int = 10_000
    ratio: int = 200
    depth: int = 3


LIMITS = Limits()
