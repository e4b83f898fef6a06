"""The words that events begin with, and which way of reading each asks for."""

from __future__ import annotations

import re

from ...lexicon import Row, rows
from ...rule import Found, Room, Rule
from ..agreement.forms import capitals
from .congress import congress, plenum
from .names import named

_NOT_CONGRESS = re.compile(r"[ \n](?:đồng|Đồng|ĐỒNG)(?!\w)")


def gathered(text: str, start: int, end: int, payload: Row) -> Found | None:
    """A plenum, or an event with a name."""
    if payload["word"] == "hội nghị" and (found := plenum(text, start, end)):
        return found
    return named(text, start, end, payload["kind"])


def congressed(text: str, start: int, end: int, payload: str) -> Found | None:
    """A congress; not the ``Đại hội đồng`` of the United Nations."""
    return None if _NOT_CONGRESS.match(text, end) else congress(text, start, end)


_HEADS = {form: row for row in rows("event/heads") for form in capitals(row["word"])}

ROOM = Room(
    "event",
    (
        Rule(
            "event.congress",
            "EVENT",
            congressed,
            "thành công của [Đại hội XI](EVENT party_congress 11) đã",
            words={"đại hội": ""},
        ),
        Rule(
            "event.named",
            "EVENT",
            gathered,
            "dự [Diễn đàn Doanh nghiệp Việt - Hàn 2018](EVENT other) tại",
            words={word: row for word, row in _HEADS.items() if row["kind"] != "games" or row["word"].islower()},
            also={
                "event.plenum": "sau [Hội nghị Trung ương 4 khóa XII](EVENT plenum 4), tỉnh",
                "event.quoted": "mở [tọa đàm “Kết nối kiều bào trẻ](EVENT other)” chiều nay",
            },
        ),
        Rule(
            "event.games",
            "EVENT",
            gathered,
            "phục vụ [SEA Games 31](EVENT other 31) tại",
            words={word: row for word, row in _HEADS.items() if row["kind"] == "games" and not row["word"].islower()},
            cased=True,
        ),
    ),
)
