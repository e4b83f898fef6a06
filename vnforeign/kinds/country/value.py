"""Which state a name means."""

from __future__ import annotations

import msgspec


class Country(msgspec.Struct, frozen=True, gc=False):
    """A state: its ISO 3166-1 code (withdrawn ones such as SU included) and its usual Vietnamese name."""

    code: str
    name: str

    def to_dict(self) -> dict[str, str]:
        """Both slots."""
        return {"code": self.code, "name": self.name}

    def __str__(self) -> str:
        return self.code
