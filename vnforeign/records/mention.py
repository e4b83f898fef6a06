"""An entity as the rules of records see it: with its place and its words in the reading view."""

from __future__ import annotations

import msgspec

from ..entity import Entity


class Mention(msgspec.Struct, gc=False):
    """An entity with its index, its place in the view and its words there.

    A number that has its unit from another one (see ``series``) is no entity of the document and has no index; ``about`` is the
    place or time that it is told of where the words beside it do not say so: ``Lào và Nhật Bản lần lượt là 12 và 9 đoàn``.
    """

    index: int | None
    entity: Entity
    start: int
    end: int
    text: str
    label: str
    about: Mention | None = None
