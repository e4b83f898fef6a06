"""Districts and communes of Viet Nam."""

from .rules import ROOM
from .value import Locality

__all__ = ["ROOM", "Locality"]
