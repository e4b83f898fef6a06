"""Agreements with foreign parties: treaties, memoranda, minutes, joint statements."""

from .rules import ROOM
from .value import Agreement

__all__ = ["ROOM", "Agreement"]
