"""Citations of official documents."""

from .rules import ROOM
from .value import Directive

__all__ = ["ROOM", "Directive"]
