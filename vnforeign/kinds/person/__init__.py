"""Persons, without their titles."""

from .rules import ROOM
from .value import Person

__all__ = ["ROOM", "Person"]
