"""Calendar points and periods."""

from .rules import ROOM
from .value import Date

__all__ = ["ROOM", "Date"]
