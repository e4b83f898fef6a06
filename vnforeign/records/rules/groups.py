"""Guests who come as a group that is called otherwise than a delegation: a team, a troupe, a ship, ``một nhóm chuyên gia``."""

from __future__ import annotations

from collections.abc import Iterator

from ..page import Page, Sentence
from ..wording import holds, pattern
from . import whose
from .travellers import STOPS, Party

_CUES = ("nhóm", "tốp", "đội", "tàu", "hạm", "gánh", "nhạc")
_DOES = (
    r"khám|mổ|phẫu thuật|chữa|nhổ|biểu diễn|trình diễn|giảng|dạy|xây|sửa|cập|ghé|neo|ở lại|ở|lưu|quay|chụp|hướng dẫn|chuyển giao|đối thoại|tập huấn|thi đấu|giao lưu|"
    r"nghiên cứu|thẩm định|đánh giá|kiểm tra|giám sát|có mặt|tham quan|thực tập|làm|thẩm tra|điều trị|lắp|vẽ|đào tạo|sưu tầm|ghi hình|xem"
)
_GROUP = pattern(
    r"\b(?:(?:[Nn]hóm|[Tt]ốp)(?! (?:nước|hàng|đối tượng|công tác|sản phẩm|ngành|tội phạm|vấn đề|nhiệm vụ|giải pháp|dự án|tài trợ|ngân hàng|g\d|dân tộc|lao động|chỉ tiêu|việc))|"
    r"[Đđ]ội (?:tuyển|bóng|văn nghệ|nghệ thuật|y tế|phẫu thuật|kịch|múa|ca múa|xiếc|cứu hộ|chuyên gia|bác s[ĩỹ]|tình nguyện|khảo cổ|đua thuyền|võ thuật)|"
    r"[Gg]ánh (?:xiếc|hát)|(?:[Dd]àn|[Bb]an) nhạc|(?:[Cc]hiến|[Tt]uần dương|[Kk]hu trục|[Hh]ộ tống|[Hh]ộ vệ)[ -]?hạm|[Bb]iên đội tàu|"
    r"[Tt]àu (?:hải quân|huấn luyện|khu trục|hộ vệ|hộ tống|bệnh viện|sân bay|chiến|cảnh sát biển|tuần tra|tuần duyên|đổ bộ|quân sự|ngầm|khảo sát|nghiên cứu|thanh niên|Thanh niên))\b"
    rf"[^,;.:()\n]{{2,110}}?(?= (?:{STOPS}|{_DOES})\b| ?[,;.:()\n]|$)"
)
_ACTS = pattern(
    r"(?:[^;.\n]{0,90}?\b)(?:(?<!từ )đến(?! từ)|sang|vào|lên|về|tới|ghé|cập|neo|thăm|khảo sát|tìm hiểu|làm việc|dự|tham dự|tham gia|hội đàm|trao đổi|"
    rf"(?:{_DOES}))\b"
)
_GOES_ALONG = pattern(r" (?:gồm|do|có)(?: có)? [^;.()\n]{0,60}")  # who is in a group, or leads it
_TOURISTS = pattern(r"du khách|khách du lịch")
_RECEIVED = pattern(r"\b(?:đón|tiếp(?! tục)|tiếp nhận|(?<!lời )mời|làm việc với)\b[^;.:]{0,40}$")
_BRACKET = 30  # characters behind a name that may say where it comes from


def named(page: Page, sentence: Sentence, others: list[Party]) -> Iterator[Party]:
    """The groups of a sentence that come from abroad and do something here, but for those of the delegations already found."""
    if not holds(sentence.lower, _CUES):
        return
    for match in _GROUP.finditer(sentence.text):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        clause = sentence.clause(start)
        if any(clause[0] <= each.start < clause[1] for each in others):
            continue  # a part of that delegation
        if _TOURISTS.search(match[0].lower()):
            continue
        bracket = sentence.text.find(")", match.end(), match.end() + _BRACKET) if sentence.after(end, 2) == " (" else -1
        side, _ = whose.side(page, sentence, start, sentence.start + bracket if bracket > 0 else end)
        if side is None and (members := _GOES_ALONG.match(sentence.text, match.end())):
            known = sentence.inside(end, sentence.start + members.end() + 1, "PERSON")
            side = "theirs" if any(whose.strange(each) for each in known) else None
        acts = _ACTS.match(sentence.text, match.end()) or _RECEIVED.search(sentence.text, 0, match.start())
        if side == "theirs" and acts:
            yield Party("group", start, sentence.start + bracket + 1 if bracket > 0 else end)


__all__ = ["named"]
