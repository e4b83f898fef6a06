"""Drafts of the rows that an office keeps: agreements, aid, delegations, conferences, awards, borders, associations.

>>> import vnforeign as vf
>>> [row] = vf.prefill("Năm 2013, tỉnh đã đón 112 lượt đoàn khách quốc tế với 845 lượt người.", "delegation_in")
>>> row.summary, row.slots["delegations"].value, row.slots["person_times"].value
(True, '112', '845')
"""

from __future__ import annotations

from .draft import prefill
from .schema import Column, RecordType, TypesError, types

__all__ = ["Column", "RecordType", "TypesError", "prefill", "types"]
