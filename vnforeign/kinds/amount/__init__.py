"""Sums of money."""

from .rules import ROOM
from .value import Amount

__all__ = ["ROOM", "Amount"]
