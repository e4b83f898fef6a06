"""Province-level units of Viet Nam, of today and of every time since 1975."""

from .rules import ROOM
from .value import Province

__all__ = ["ROOM", "Province"]
