"""Counts, measures, shares and free durations."""

from .rules import ROOM
from .value import Quantity

__all__ = ["ROOM", "Quantity"]
