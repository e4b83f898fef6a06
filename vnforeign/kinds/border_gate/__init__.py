"""Border gates and crossings."""

from .rules import ROOM
from .value import BorderGate

__all__ = ["ROOM", "BorderGate"]
