"""One room a kind: what it offers, its values, its rules, its lexicons. A new kind adds a room and a line here."""

from __future__ import annotations

from ..rule import Room
from . import (
    agreement,
    amount,
    border_gate,
    country,
    date,
    directive,
    event,
    foreign_unit,
    locality,
    organisation,
    person,
    province,
    quantity,
)

#: The rooms in the order in which their number rules are asked and their second passes run.
ROOMS: tuple[Room, ...] = (
    directive.ROOM,
    date.ROOM,
    amount.ROOM,
    quantity.ROOM,
    country.ROOM,
    foreign_unit.ROOM,
    province.ROOM,
    locality.ROOM,
    border_gate.ROOM,
    agreement.ROOM,
    event.ROOM,
    organisation.ROOM,
    person.ROOM,
)
