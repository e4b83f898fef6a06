"""One module a table: ``drafts(page)`` yields its rows in the order of the text."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..build import Draft
from ..page import Page
from . import agreement, aid, association, award, border, conference, delegation, indicator, overseas

Rules = Callable[[Page], Iterator[Draft]]

#: The rules of each table, in the order of ``types.toml``.
RULES: dict[str, Rules] = {
    "international_agreement": agreement.drafts,
    "ngo_aid": aid.drafts,
    "delegation_out": delegation.abroad,
    "delegation_in": delegation.incoming,
    "international_conference": conference.drafts,
    "award": award.drafts,
    "border_statistics": border.drafts,
    "friendship_association": association.drafts,
    "overseas_vietnamese_activity": overseas.drafts,
    "indicator": indicator.drafts,
}
