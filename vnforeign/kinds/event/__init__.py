"""Events: congresses and plenums, and conferences, fairs, festivals, years and weeks with a name of their own."""

from .rules import ROOM
from .value import Event

__all__ = ["ROOM", "Event"]
