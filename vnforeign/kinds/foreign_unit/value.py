"""Which unit of another country a name means."""

from __future__ import annotations

import msgspec


class ForeignUnit(msgspec.Struct, frozen=True, gc=False):
    """A province, state, prefecture, district, commune or city: its usual English name, its country, its ISO 3166-2 code.

    ``type``: what the text calls it, or what it is: province, state, region, prefecture, county, district, city, capital,
    municipality, republic, special, town, commune.
    """

    name: str
    country: str
    iso: str | None = None
    type: str | None = None

    def to_dict(self) -> dict[str, str]:
        """The slots that are set."""
        row = {"name": self.name, "country": self.country}
        if self.iso:
            row["iso"] = self.iso
        if self.type:
            row["type"] = self.type
        return row

    def __str__(self) -> str:
        return f"{self.country} {self.name}"
