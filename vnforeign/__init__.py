"""vnforeign: Vietnamese external-affairs reports read into entities with values, each traced to its words.

>>> import vnforeign as vf
>>> vf.analyze("Ngày 04/12/2007, tỉnh Đắk Nông chi gần 25 tỷ đồng.").entities.of("AMOUNT")[0].text
'gần 25 tỷ đồng'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .analyze import analyze
from .document import LABELS, LAYERS, SCHEMA, Document, Entities, Entity, Evidence, Link, Passage, Record, Records, Slot
from .reading import ReadError, read, read_all

if TYPE_CHECKING:
    from . import charts
    from .archive import ArchiveError, Summary, tag_many
    from .fields import FieldScore, Judgement, classify, explain
    from .formats.csv import to_csv
    from .formats.parquet import to_parquet
    from .formats.sink import SinkError
    from .formats.sql import to_sql
    from .frames import to_frame
    from .links import Registry, RegistryError, link
    from .records import prefill

__version__ = "0.1.0"
__all__ = [
    "LABELS",
    "LAYERS",
    "SCHEMA",
    "ArchiveError",
    "Document",
    "Entities",
    "Entity",
    "Evidence",
    "FieldScore",
    "Judgement",
    "Link",
    "Passage",
    "ReadError",
    "Record",
    "Records",
    "Registry",
    "RegistryError",
    "SinkError",
    "Slot",
    "Summary",
    "analyze",
    "charts",
    "classify",
    "explain",
    "link",
    "prefill",
    "read",
    "read_all",
    "tag_many",
    "to_csv",
    "to_frame",
    "to_parquet",
    "to_sql",
]

#: Loaded when first asked for: they bring lexicons, numpy or pandas along.
_LATE = {
    "ArchiveError": "archive",
    "FieldScore": "fields",
    "Judgement": "fields",
    "Registry": "links",
    "RegistryError": "links",
    "SinkError": "formats.sink",
    "Summary": "archive",
    "classify": "fields",
    "explain": "fields",
    "link": "links",
    "prefill": "records",
    "tag_many": "archive",
    "to_csv": "formats.csv",
    "to_frame": "frames",
    "to_parquet": "formats.parquet",
    "to_sql": "formats.sql",
}


def __getattr__(name: str) -> Any:
    from importlib import import_module

    if name == "charts":
        return import_module(".charts", __name__)
    if name not in _LATE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_LATE[name]}", __name__), name)


def __dir__() -> list[str]:
    """The public names, those too that are loaded when first asked for."""
    return sorted([*__all__, "__version__"])
