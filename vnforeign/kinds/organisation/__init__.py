"""Named bodies: party, state, mass and friendship organisations, embassies, companies, schools, international bodies."""

from . import proper, reading  # noqa: F401  (they say how each kind of head goes on)
from .rules import ROOM
from .value import Organisation

__all__ = ["ROOM", "Organisation"]
