"""Charts of what was found (the extra ``notebook``): dates, sums with partners, fields by province, directives.

Each takes documents, or the table that ``table`` makes of them (filtered, joined or corrected as you like), and gives an Altair
chart; ``directives`` gives a table. Titles and labels are Vietnamese, English with ``lang="en"``.
"""

from __future__ import annotations

from .draw import fields, timeline
from .lanes import succession
from .listing import Listing, directives
from .panels import sums
from .tables import TABLES, ChartError, table

__all__ = ["TABLES", "ChartError", "Listing", "directives", "fields", "succession", "sums", "table", "timeline"]
