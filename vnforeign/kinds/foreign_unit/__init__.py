"""Provinces, states, districts and cities of other countries."""

from .context import foreign_context
from .rules import ROOM
from .value import ForeignUnit

__all__ = ["ROOM", "ForeignUnit", "foreign_context"]
