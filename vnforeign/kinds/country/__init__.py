"""States, wherever one is named."""

from .names import country_at
from .rules import ROOM
from .value import Country

__all__ = ["ROOM", "Country", "country_at"]
