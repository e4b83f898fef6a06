"""Guests who are received as persons: ``Bệnh viện đón hai bác sĩ Hàn Quốc sang mổ …``, ``tiếp nhận 15 sinh viên Đại học A (Lào)``."""

from __future__ import annotations

from ..build import Draft
from ..page import Page, Sentence
from ..wording import holds, pattern
from . import journey, leader, people, travellers, whose
from .travellers import ROLE, STOPS, Party

_CUES = ("đón", "tiếp", "mời", "làm việc")
_OBJECT = pattern(
    r"\b(?:[Đđ]ón(?: tiếp)?|[Tt]iếp(?! (?:tục|theo|nối|đó|cận|xúc|thu|thị|sức|giáp|quản|diễn|viện|tế|sau|tay))(?: nhận)?|(?<!lời )[Mm]ời|[Ll]àm việc)"
    r"(?:,? (?:và|,) (?:làm việc|đón|tiếp)| xã giao| thân mật| với| được| thêm)* "
    rf"(?P<who>(?:(?:các|một số|nhóm|hơn|gần|đoàn) )?(?:{people.NUMBER}(?: nhóm)? )?(?:(?i:{people.NOUNS})(?:, (?i:{people.NOUNS}))?|{ROLE})[^,;.:()\n]{{0,90}}?(?: \([^()\n]{{2,40}}\))?)"
    rf"(?= (?:{STOPS}|giúp|phẫu thuật|thực tập|giảng|dạy|hướng dẫn|chuyển giao|xây|chữa|giao lưu|nghiên cứu)\b| ?[,;.:\n]|$)"
)
_STUDY = pattern(r" (?:sang |đến |vào |về |đang )?(?:theo )?học(?! tập kinh)\b")
_NO_GUESTS = pattern(
    r"lao động|học viên|du học|du khách|khách du lịch|lượt|kiều bào|việt kiều|đối tượng|công nhân|cư dân|người dân|bệnh nhân|nạn nhân|người bệnh|phạm nhân|trao trả|hài cốt"
)
_MEETING = pattern(r"[^\w]*(?:tọa đàm|toạ đàm|hội thảo|hội nghị|diễn đàn)\b")  # its guests are in its own row
_YEARLY = pattern(r"\b(?:hằng|hàng|mỗi) năm\b[^;.]*$")
_TELLS = ("dates", "purpose")


def visit(page: Page, sentence: Sentence) -> Draft | None:
    """The visit of people from abroad who are the object of a word of receiving."""
    if not holds(sentence.lower, _CUES) or _MEETING.match(sentence.lower):
        return None
    for match in _OBJECT.finditer(sentence.text):
        party = Party("received", sentence.start + match.start("who"), sentence.start + match.end("who"))
        if (
            match["who"].startswith("đoàn ")
            or _NO_GUESTS.search(match["who"].lower())
            or _STUDY.match(sentence.text, match.end())
            or _YEARLY.search(sentence.lower, 0, match.start())
            or travellers.cancelled(sentence, party.end)
        ):
            continue
        side, theirs = whose.side(page, sentence, party.start, party.end)
        if side == "theirs" and sentence.is_fact(party.start) and (draft := _draft(sentence, party, theirs)):
            return draft
    return None


def _draft(sentence: Sentence, party: Party, theirs: whose.Found) -> Draft | None:
    draft = Draft("delegation_in", sentence)
    draft.say("name", party.start, party.end, "received")
    draft.put("countries", theirs[0], theirs[1], "received")
    stop = sentence.clause(party.start)[1]
    if lead := leader.led(sentence, party.start, stop):
        leader.put(draft, sentence, *lead.who)
    journey.told(draft, sentence, party, sentence.clause(party.start)[0], stop, party.end)
    return draft if any(column in draft for column in _TELLS) else None


__all__ = ["visit"]
