"""Visits told by who comes or goes, without a delegation's name: ``25 học sinh Trường A (Nhật Bản) đến giao lưu``, ``15 cán bộ sang Hàn Quốc``."""

from __future__ import annotations

import re
from itertools import islice

from ..build import Draft
from ..page import Page, Sentence
from ..places import country_of
from ..signing_subject import past_adjuncts
from ..values import count
from ..wording import pattern
from . import aim, journey, leader, people, travellers, way, whose
from .travellers import Party

_VERB = pattern(
    r"(?<=[\w)]),? (?:(?:đã|vừa|cũng|lần đầu|được cử|được mời|được nhận|được chọn|được tuyển|được đưa|được [^,;.:\n]{2,30}? (?:cho|cho phép|cử|mời)(?= (?:đi|sang|dự|ra))|trực tiếp|đang|liên tục|tình nguyện) )*(?:(?P<moves>đến|sang|vào|lên|về|tới|ghé|cập cảng|trở lại|quay lại|bay sang|đi|qua|ra|có chuyến|(?:kết thúc|thực hiện|hoàn thành|tiến hành|bắt đầu) chuyến|trở về từ|có buổi|lên đường)|"
    r"(?P<does>thăm|tham dự|(?<!vinh )dự|tham gia|khảo sát|chào xã giao|tháp tùng)|"
    r"(?P<acts>khám|mổ|phẫu thuật|chữa|giảng|dạy|biểu diễn|trình diễn|giao lưu|tìm hiểu|tham quan|xem|tập huấn|chuyển giao|hướng dẫn|thực tập|nghiên cứu|trao đổi|đối thoại|hội đàm|"
    r"quay phim|ghi hình|chụp ảnh|ở lại|lưu trú|lưu lại|có mặt|làm việc|giúp|đánh giá|thẩm định|kiểm tra|sáng tác|thi đấu|tác nghiệp|phỏng vấn|điều tra|thu thập|dự giờ|lắp đặt|trồng|xây|sửa|diễn|phục chế|khai quật|phát thuốc|khám chữa|viếng|được(?= [^,;.:]{0,60}?\b(?:mời|đón|bố trí|tập huấn|cử|đưa|hướng dẫn|tạo điều kiện|đài thọ)\b)))\b(?! (?:việc|hơn|từ|cùng|viếng mộ))"
)
_COUNT = (
    r"(?:(?:các|một số|một nhóm|nhóm|toàn bộ|cả|có|hơn|gần|khoảng|trên|đã có|thêm|một đoàn(?: gồm| có)?|đoàn(?: gồm| có)?) )*"
    rf"{people.NUMBER} "
)
_PERSON = r"(?:(?:[Ôô]ng|[Bb]à|[Nn]gài|[Đđ]ồng chí|[Đđ]/c|GS|PGS|TS|ThS|[Cc]hị|[Aa]nh|[Tt]hầy(?! cô| thuốc)|[Cc]ô(?! giáo)|[Cc]ô giáo|[Tt]hầy giáo)\b[.,]? ?)+"
_WHO = pattern(
    rf"(?:(?i:{_COUNT})(?i:{people.NOUNS})|(?:[Cc]ác |[Mm]ột số |[Nn]hóm )?(?:[Nn]ghệ nhân|[Cc]huyên gia|[Nn]ghị sĩ|[Cc]ựu chiến binh|[Cc]ựu binh|"
    rf"[Nn]hà báo|[Pp]hóng viên|[Gg]iáo viên|[Gg]iảng viên|[Bb]ác sĩ|[Nn]hà khoa học|[Nn]ghệ sĩ|[Cc]án bộ|[Tt]iến s[ĩỹ]|[Kk]ỹ sư|[Hh]ọa s[ĩỹ]|[Tt]ình nguyện viên|[Hh]ọc giả|[Ll]ãnh đạo|[Đđ]ại diện|[Tt]hường trực|[Vv]ị khách|[Cc]hủ tịch nước|[Tt]ổng thống|[Tt]àu (?:hải quân|huấn luyện|khu trục|hộ vệ|bệnh viện|sân bay|chiến))\b|"
    rf"{_PERSON}|(?:{_PERSON})?{travellers.ROLE})"
)
_NO_TRAVELLER = pattern(
    r"lao động|học viên|du học|du khách|khách du lịch|hộ dân|kiều bào|việt kiều|đối tượng|công nhân|cư dân|thanh tra|kiểm tra|giám sát|ca sĩ|phạm nhân"
)
_SAYS = pattern(r"\b(?:cho (?:biết|hay|rằng)|tặng|khẳng định|bày tỏ|nói|kể|hứa|trao|đánh giá|nhấn mạnh|(?<!hư )(?<!đăng )ký)\b")
#: Said before those who are counted: ``Đến nay đã có 5 bác sĩ …``.
_THERE_ARE = pattern(rf"(?:(?!đoàn )[^;:\n]){{0,70}}? (?:đã )?có (?:thêm )?(?={people.NUMBER} (?i:{people.NOUNS}))")
#: Of whom what they do here is told with no word of coming: people who are counted, or of a profession.
_AT_WORK = pattern(
    rf"(?:(?i:{_COUNT})(?i:{people.NOUNS})|(?:[Cc]ác |[Mm]ột số |[Mm]ột |[Nn]hóm )*(?i:chuyên gia|bác s[ĩỹ]|giáo sư|tiến s[ĩỹ]|kỹ sư|nghệ nhân|nghệ s[ĩỹ]|họa s[ĩỹ]|nhà báo|phóng viên|nhà khoa học|"
    rf"giáo viên|giảng viên|tình nguyện viên|cựu chiến binh|cựu binh|học giả|huấn luyện viên|nhạc s[ĩỹ])\b)"
)
_OF_COUNT = pattern(rf"(?:có |một |01 )*đoàn (?:gồm |có )?{people.NUMBER} (?!.*đoàn )")
_PUPILS = pattern(r"học sinh|sinh viên|\bem\b|\bcháu\b")
_STATE = pattern(
    r"(?:tổng bí thư|chủ tịch nước|thủ tướng|bộ trưởng|thứ trưởng|chủ tịch quốc hội|bộ ngoại giao|chính phủ)\b(?! (?:nước|lào))"
)
_ATTENDS = pattern(r"\b(?:với|có|trước) $")  # ``một buổi gặp mặt với 60 người dự``
_USED_TO = pattern(r"thường(?: xuyên)?\b|hằng năm|hàng năm|mỗi năm|nhiều lần|luôn|lần lượt")
#: A journey of one's own is no delegation.
PRIVATE = pattern(r"nghỉ phép|thăm (?:con|thân|người thân|gia đình)|việc riêng|đi du lịch")
_JOURNEY_OF = pattern(r"[^,;:]{0,60}?\bchuyến (?:đi |thăm |công tác )?của ")
#: A journey by its noun, with what it is for and whose it is.
_JOURNEY = pattern(
    rf"\b[Cc]huyến (?P<what>(?:{aim.DOES}|công tác|đi|sang|đến|tới|về|vào|ra)\b[^.;:]{{0,120}}?) của (?P<who>[^.;:,]{{4,120}}?)(?= (?:tại|ở|đến|tới|từ|vào|ngày|trong|đã|nhân|theo|cùng|sang)\b|[,.;:(]|$)"
    r"(?P<moves>)(?P<does>)"
)
_LEAVES = (
    *("sang", "đi", "qua", "bay sang", "lên đường", "có chuyến", "trở về từ"),
    *("kết thúc chuyến", "thực hiện chuyến", "hoàn thành chuyến", "tiến hành chuyến", "bắt đầu chuyến"),
)
_AT = pattern(
    r"(?:(?:^| )(?:tại|ở|sang|đi|đến)(?: các)?(?: nước| tỉnh| thành phố| huyện| thủ đô)?(?: [^\W\d_]+){0,2}|^(?: nước| tỉnh)?) $"
)
_MOVES = ("công tác", "đi", "sang", "đến", "tới", "về", "vào", "ra")
_TRIES = 6  # verbs that may be the first one's of a clause
_FAR = 130  # characters behind a verb of going that may name its goal
_LONGEST = 240  # characters of a clause up to its verb
_MOST = 150  # persons of one visit
_TELLS = ("dates", "members", "purpose")


def visits(page: Page, sentence: Sentence) -> Draft | None:
    """The visit whose subject opens a clause: guests with a foreign place or body in their words, or ours on their way abroad."""
    if "chuyến" in sentence.lower and (match := _JOURNEY.search(sentence.text)) and (told := _journey_of(page, sentence, match)):
        return told
    if not sentence.of("COUNTRY", "FOREIGN_UNIT", "ORG"):
        return None
    for match in islice(_VERB.finditer(sentence.text), _TRIES):
        if party := _party(sentence, match):
            draft = _draft(page, sentence, party, match)
            if draft or not match["acts"]:
                least = 1 + bool(match["acts"])
                return draft if draft and sum(column in draft for column in _TELLS) >= least else None
    return None


def _journey_of(page: Page, sentence: Sentence, match: re.Match[str]) -> Draft | None:
    """``Nổi bật là chuyến thăm, làm việc của Chủ tịch UBND tỉnh tại thành phố Daejeon``."""
    start, end = sentence.start + match.start("who"), sentence.start + match.end("who")
    if (
        sentence.text.endswith(("nhân ", "khuôn khổ ", "Nhân "), 0, match.start())
        or not _WHO.match(match["who"])
        or "đoàn " in match["who"].lower()
        or not sentence.is_fact(start)
    ):
        return None
    party, stop = Party("subject", start, end), sentence.clause(start)[1]
    side, theirs = whose.side(page, sentence, start, end)
    there = way.goals(sentence, sentence.start + match.start("what"), party, end, stop, strict=True)
    opens = match[0].startswith("C")  # of ours it goes on with what was told before
    draft = _guests(sentence, theirs, party) if side == "theirs" else None if opens else _ours(sentence, there, party, match)
    if draft is None:
        return None
    _who(draft, sentence, party)
    what = sentence.start + match.start("what")
    if not match["what"].startswith(_MOVES):
        draft.say("purpose", what, sentence.start + match.end("what"), "journey")
    journey.told(draft, sentence, party, sentence.clause(start)[0], stop, end)
    return draft if any(column in draft for column in _TELLS) else None


def _party(sentence: Sentence, match: re.Match[str]) -> Party | None:
    """Who comes or goes: the words from behind what leads the clause to the verb, if they begin with a person, an office or people."""
    head = max(sentence.text.rfind(mark, 0, match.start()) for mark in ";:") + 1
    if match.start() - head > _LONGEST:
        return None
    start = head + past_adjuncts(sentence, sentence.start + head, sentence.text[head : match.start()])
    words = sentence.text[start : match.start()]
    start += len(words) - len(words.lstrip(" ,-+*•"))
    if led := _JOURNEY_OF.match(sentence.text, start, match.start()):
        start = led.end()
    first = next(
        (each.end for each in sentence.of("DATE") if 0 <= each.start - sentence.start - start <= len("trong các ")), None
    )
    if first and sentence.after(first, 1) == " " and first - sentence.start < match.start():
        start = first - sentence.start + 1
    comma = sentence.text.find(", ", start, match.start())
    if comma >= 0 and sentence.inside(sentence.start + start, sentence.start + comma, "DATE"):
        start = comma + 2
    if there_are := _THERE_ARE.match(sentence.text, start, match.start()):
        start = there_are.end()
    words = sentence.text[start : match.start()]
    said = words.lower()
    if (
        not _WHO.match(words)
        or _NO_TRAVELLER.search(said)
        or _USED_TO.search(said)
        or ("đoàn " in said and not _OF_COUNT.match(said))
        or _SAYS.search(said)
    ):
        return None
    if match["acts"] and not _AT_WORK.match(words):
        return None
    party = Party("subject", sentence.start + start, sentence.start + match.start() + 1)
    counted = next((count(each) for each in sentence.inside(party.start, party.start + 24, "QUANTITY")), None)
    return None if counted and counted.isdecimal() and int(counted) > _MOST else party


def _draft(page: Page, sentence: Sentence, party: Party, match: re.Match[str]) -> Draft | None:
    if not sentence.is_fact(party.start):
        return None
    stop = sentence.clause(party.start)[1]
    side, theirs = whose.side(page, sentence, party.start, party.end)
    there = _goal(sentence, party, match, stop)
    draft = _guests(sentence, theirs, party) if side == "theirs" else _ours(sentence, there, party, match)
    if draft is None:
        return None
    _who(draft, sentence, party)
    journey.told(draft, sentence, party, sentence.clause(party.start)[0], stop, sentence.start + match.start())
    return draft


def _goal(sentence: Sentence, party: Party, match: re.Match[str], stop: int) -> whose.Found:
    """The countries that ours go to: behind a word of leaving any that a way leads to, else those where what they do takes place."""
    found = way.goals(sentence, party.end, party, party.end, min(stop, party.end + _FAR), strict=True)
    if match["moves"] in _LEAVES or not found[0]:
        return found
    first = found[1][0].start - sentence.start
    return found if _AT.search(sentence.text[match.end() : first]) else ([], [])


def _guests(sentence: Sentence, theirs: whose.Found, party: Party) -> Draft | None:
    """A visit of guests; none where they go on to a foreign place."""
    if any(country_of(each) for each in sentence.inside(party.end, party.end + 24, "COUNTRY", "FOREIGN_UNIT")):
        return None
    draft = Draft("delegation_in", sentence)
    draft.put("countries", theirs[0][:1], theirs[1][:1], "subject")
    if sentence.lower.startswith("tàu ", party.start - sentence.start):
        draft.say("name", party.start, party.end, "subject")
    return draft


def _ours(sentence: Sentence, there: whose.Found, party: Party, match: re.Match[str]) -> Draft | None:
    """A journey of ours; none of pupils and workers, and of the nation's leaders."""
    words = sentence.lower[party.start - sentence.start : party.end - sentence.start]
    if not there[0] or _PUPILS.search(words) or _ATTENDS.search(sentence.before(party.start, 12)) or _STATE.match(words):
        return None
    known = sentence.inside(party.start, party.end, "PERSON", "QUANTITY", "ORG") or _NUMBER.match(words)
    if (match["does"] and not known) or PRIVATE.search(sentence.lower):
        return None
    draft = Draft("delegation_out", sentence)
    draft.put("countries", there[0], there[1], "goal")
    return draft


def _who(draft: Draft, sentence: Sentence, party: Party) -> None:
    """The head with the office of a subject that is a person, up to those who go along."""
    bracket = sentence.text.find(")", party.end - sentence.start) if sentence.after(party.end - 1, 2) == " (" else -1
    if lead := leader.led(sentence, party.start, sentence.start + bracket if bracket > 0 else party.end + 1):
        leader.put(draft, sentence, *lead.who)
        return
    if sentence.lower.startswith(_SEVERAL, party.start - sentence.start):
        return
    people.called(draft, sentence, party.start, party.end)
    if number := _NUMBER.match(sentence.text, party.start - sentence.start):
        span = (sentence.start + number.start(1), sentence.start + number.end(1))
        draft.put("members", people.number(number[1]), span, "count")
        return
    counts = sentence.inside(party.start, party.end, "QUANTITY")
    if counts and counts[0].start - party.start < len("các 12"):
        return
    end = counts[0].start if counts else party.end
    words = sentence.text[party.start - sentence.start : end - sentence.start]
    leader.put(draft, sentence, party.start, end - len(words) + len(_WITH.sub("", words)))


_SEVERAL = ("nhóm ", "các ", "một số ", "một nhóm ")
_NUMBER = pattern(
    rf"(?:(?:[Cc]ác|[Mm]ột số|[Nn]hóm|[Cc]ả|[Cc]ó|[Tt]hêm|[Mm]ột đoàn(?: gồm| có)?|[Đđ]oàn(?: gồm| có)?) )*(?i:({people.NUMBER})) "
)
_WITH = pattern(r"(?:,? và|,? cùng(?: với)?|,? với|,)(?: đoàn)?(?: gồm)? ?$")

__all__ = ["PRIVATE", "visits"]
