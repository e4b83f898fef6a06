"""A span of text with its label and value, and lists of them; the labels and their layers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol, Self

import msgspec

#: Every label and the layer it lives in: two entities of one layer never overlap, layers may (label guide, section 1).
LAYERS: dict[str, str] = {
    "PROVINCE": "place",
    "DISTRICT": "place",
    "COMMUNE": "place",
    "FOREIGN_UNIT": "place",
    "COUNTRY": "place",
    "BORDER_GATE": "place",
    "ORG": "actor",
    "PERSON": "actor",
    "DATE": "value",
    "AMOUNT": "value",
    "QUANTITY": "value",
    "DIRECTIVE": "document",
    "AGREEMENT": "document",
    "EVENT": "document",
}
LABELS = tuple(LAYERS)

#: So many items of a list are written out in its ``repr``.
MOST_LISTED = 20


class Value(Protocol):
    """What an entity means: immutable, of standard types, knowing no text, no document and no clock."""

    def to_dict(self) -> dict[str, Any]: ...


class Raw(msgspec.Struct, frozen=True, gc=False):
    """A value without a class of its own: slots as they were written, by a person, another tool or another version."""

    slots: dict[str, Any]

    def to_dict(self) -> dict[str, Any]:
        return dict(self.slots)

    def __str__(self) -> str:
        return " ".join(str(slot) for slot in self.slots.values())


def listed(name: str, items: Sequence[object]) -> str:
    """The items, one a line where there are several, the first twenty of a long list."""
    if len(items) < 2:
        return f"{name}({list(items)!r})"
    more = [f"… {len(items) - MOST_LISTED:,} more"] if len(items) > MOST_LISTED else []
    return "\n  ".join([f"{name}, {len(items):,}:", *map(repr, items[:MOST_LISTED]), *more])


class Shown:
    """What a notebook shows as a page instead of its ``repr``; the page is made by ``vnforeign.notebook``."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        from .notebook import html

        return html(self)


class Entity(msgspec.Struct, Shown, gc=False):
    """One span of text with a label, a value, and the rule that found it.

    ``score`` is the rule's precision on the gold corpora (0 to 1); ``passage`` the index of the passage that holds it. Linking
    sets ``status``: whether the sentence reports the fact (``reported``), plans it (``planned``) or asks for it (``proposed``).
    """

    label: str
    start: int
    end: int
    text: str
    value: Value
    rule: str = ""
    score: float = 1.0
    passage: int | None = None
    status: str | None = None

    def __repr__(self) -> str:
        """Label, place, words and value on one line; ``to_dict`` has the rest."""
        return f"Entity({self.label}, {self.start}, {self.end}, {self.text!r}, {str(self.value)!r})"

    @property
    def layer(self) -> str:
        """The entity's layer: ``place``, ``actor``, ``value`` or ``document``."""
        return LAYERS[self.label]

    def to_dict(self) -> dict[str, Any]:
        """The entity as JSON types, as section 5 of the label guide writes it."""
        row: dict[str, Any] = {
            "label": self.label,
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "score": self.score,
            "rule": self.rule,
            "passage": self.passage,
            "value": self.value.to_dict(),
        }
        if self.status:
            row["status"] = self.status
        return row

    @classmethod
    def from_dict(cls, row: Mapping[str, Any]) -> Self:
        """The entity that ``to_dict`` wrote, its value of its kind's class, or a ``Raw`` (see ``vnforeign.values.typed``).

        Raises KeyError on a missing slot.
        """
        from .values import typed  # the kinds are loaded when the first value is read

        return cls(
            row["label"],
            row["start"],
            row["end"],
            row["text"],
            typed(row["label"], row.get("value") or {}),
            row.get("rule", ""),
            row.get("score", 1.0),
            row.get("passage"),
            row.get("status"),
        )


class Entities(list[Entity], Shown):
    """A list of entities, sorted by start, then by end descending."""

    def __repr__(self) -> str:
        return listed("Entities", self)

    if not TYPE_CHECKING:  # its types are those of list

        def __getitem__(self, place: Any) -> Any:
            """An entity by its place, or a list by a slice. Raises TypeError for a label, naming ``of``."""
            try:
                return super().__getitem__(place)
            except TypeError:
                if not isinstance(place, str):
                    raise
                raise TypeError(f"entities have places, not names; those of a label: entities.of({place.upper()!r})") from None

    def of(self, *labels: str) -> Entities:
        """Those with one of the labels, in order. Raises ValueError on a label that does not exist, TypeError for a list."""
        for label in labels:
            if not isinstance(label, str):
                raise TypeError(f"labels are given one by one, as of('DATE', 'AMOUNT'), not as {type(label).__name__}")
            if label not in LAYERS:
                raise ValueError(_no_label(label))
        return Entities(entity for entity in self if entity.label in labels)


def _no_label(label: str) -> str:
    meant = f": labels are in capitals, {label.upper()!r}" if label.upper() in LAYERS else ""
    return f"no label {label!r}{meant}; there are {', '.join(LABELS)}"
