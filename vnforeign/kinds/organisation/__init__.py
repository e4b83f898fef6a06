"""Named bodies: party, state, mass and friendship organisations, embassies, companies, schools, international bodies."""

from .rules import ROOM
from .value import Organisation

__all__ = ["ROOM", "Organisation"]
