"""How many of a province live abroad, in which country, and how many come home."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..build import Draft
from ..page import Mention, Sentence
from ..places import country_of
from ..sums import compared
from ..values import count, days, unit
from ..wording import pattern
from . import compatriots
from .compatriot_time import dated, of_that_time

POPULATION = pattern(r"(?:kiều bào|việt kiều|người|bà con|nhân khẩu)")
_LIVING = pattern(
    r"(?:sinh )?sống|định cư|làm ăn|học tập|cư trú|kiều bào|việt kiều|ở nước ngoài|ở ngoài nước|ở trên|ở \d|tại \d|trên thế giới"
)
_ABROAD = pattern(
    r"nước ngoài|ngoài nước|(?:ở|tại|trên|khắp) (?:hơn |trên |gần |khoảng )?\d+ (?:quốc gia|nước)|các nước|thế giới|kiều bào|việt kiều"
)
_COUNTED = pattern(r"\b(?:có|khoảng|gần|hơn|trên|số|với|là|đạt|ước tính|ước|chừng)(?: |$)|:")
_AT_AN_EVENT = pattern(
    r"tham dự|tham gia|có mặt|về (?:dự|thăm|quê|nước)|gặp mặt|họp mặt|\bdự\b|lượt|đón|tiếp |đoàn|hội viên|gặp gỡ|tặng|trao|hỗ trợ|bị "
)
_ABOUT = pattern(r"(?:vào |ước )?(?:khoảng|gần|hơn|trên|chừng|độ)\b")
_GUESTS = pattern(r"[^,;.]{0,40}\b(?:tham dự|về dự|đến dự|tới dự|có mặt|dự họp|dự gặp|tham gia)\b")
_WORKERS = pattern(r"(?:lao động|đi làm việc|xuất khẩu|hợp đồng|du học|thực tập|học sinh|sinh viên)[^,;.]{0,40}$")
#: A sentence that opens with those who live abroad: ``Người Lào Cai ở nước ngoài không nhiều, theo rà soát có 1.870 người``.
_OF_THEM = pattern(
    r"[^\w]*(?:\d{1,2}[.)] ?)?(?:số )?(?:người|bà con|con em) [^,;.:\d]{2,24} (?:ở|tại) (?:nước ngoài|hải ngoại|xứ người)\b"
)
_CLAUSE = pattern(r"[,;.] ")
_LONG_CLAUSE = pattern(r"[;.] ")
#: A meeting, whose guests are counted: ``tổ chức gặp mặt thân nhân kiều bào ở hội trường với 40 người``.
_HELD = pattern(r"gặp mặt|họp mặt|gặp gỡ|buổi|cuộc|tọa đàm|toạ đàm|hội nghị|trại hè|\blớp\b|tổ chức")
_HELD_FOR = pattern(r"gặp mặt|họp mặt|gặp gỡ|mời|đoàn|tặng|trao|hỗ trợ|giúp|buổi|cuộc|tọa đàm|hội nghị|\bcho\b")
#: A number without what it counts: ``số người Thái Bình ở nước ngoài hiện khoảng 32.000``, ``có 14.900 NVNONN``.
_BARE = pattern(
    r"(?:\b[Ss]ố (?:kiều bào|Việt kiều|NVNONN|(?:người|bà con)[^,;.:\d]{2,60}(?:ở nước ngoài|ở các nước|hải ngoại))[^,;.:\d]{0,40}(?:là|có|khoảng|ước|đạt|gần|trên|hơn|:) ?"
    r"|^[^\w]*(?:\d{1,2}[.)] ?)?(?:Người|Bà con) (?:gốc |quê )?[^,;.:\d]{2,24} (?:ở|tại) nước ngoài(?: hiện)?(?: có)? (?:độ|khoảng|chừng|ước|gần|trên|hơn|có|là) "
    r"|\b(?:có|khoảng|gần|hơn|trên|ước|với) (?=[\d.]+ (?:NVNONN|NVNNN)))(?P<n>\d{1,3}(?:\.\d{3})+|\d{2,5})(?![\d%]|[.,]\d| (?:lượt|người|tỷ|triệu|USD|năm|nghìn|ngàn|vạn))"
)
_CAME = pattern(r" (?:(?:tới|đến|dự|về)\b(?! từ)|lao động|học sinh|đi )")
_GIVING = pattern(r"[^,;.]{0,40} (?:đóng góp|ủng hộ|quyên góp|quyên|gom góp|góp|tặng|gửi|gởi)\b")
NATION = pattern(r"cả nước|nước ta|nước nhà|toàn quốc|việt nam (?:hiện )?có|triệu người|triệu kiều bào", 2)
_SINCE = pattern(r"\b(?:từ|sau|trước|kể từ) (?:ngày |năm |tháng )?[\d/]+$")
_WITH = pattern(r" ?(?:với |có |\(|: ?|là )?(?:gần |trên |hơn |khoảng )?")
_BESIDE = 40  # characters
_NEAR = 60  # characters
_MOST = 6  # digits of what one province may have
_VISITORS = pattern(r"lượt")
_CAME_HOME = pattern(r"\bvề (?:thăm|quê|nước|ăn tết|tỉnh)[^,;.\d]{0,40}$")
_COME = pattern(
    r"(?: (?:người|kiều bào|việt kiều|bà con|người việt(?: nam)?(?: ở nước ngoài)?|khách|thân nhân|ta|con em|và|thân|nhân|là [^;.\d]{3,40}?|(?:quê|gốc) [^,;.]{1,20}|(?:ở|tại|từ) [^;.\d]{2,40}?)){0,5}"
    r",? (?:đã |được )?(?:về(?! (?:thủ tục|việc|vấn đề|các|chế độ|chính sách|pháp luật|giấy tờ|dự))|nhập cảnh|đến thăm|hồi hương)\b"
)
#: Those of whom a number is told without ``lượt``: ``4.300 Việt kiều về thăm nhà``.
_THEY = pattern(r"(?:việt kiều|kiều bào|bà con)\b")
_COME_HOME = pattern(
    r"(?: (?:ta|(?:quê|gốc) [^,;.]{1,20}|(?:ở|tại|từ) [^;.\d]{2,40}?)){0,2} (?:đã |được )?(?:về (?:thăm|quê|ăn tết|đón tết|vui tết|vui xuân|đón xuân)|hồi hương)\b"
)


def population(sentence: Sentence) -> Draft | None:
    """How many of the province live abroad; not how many came to an event, nor how many the nation has."""
    for each in sentence.counts(POPULATION):
        if not sentence.is_fact(each.start) or of_nation(sentence, each) or not _lives_abroad(sentence, each):
            continue
        draft = Draft("overseas_vietnamese_activity", sentence, summary=True)
        draft.put("population", count(each), each, "count")
        if not compatriots.mostly(draft, sentence, each.end):
            compatriots.community(draft, sentence, max(each.start - _NEAR, sentence.start), each.start)
        if known := [
            one for one in days(sentence) if one[0].end <= each.start and not _SINCE.search(sentence.before(one[0].end, 16))
        ]:
            draft.put("dates", known[-1][1], known[-1][0], "date")
        return draft
    return _bare(sentence)


def _bare(sentence: Sentence) -> Draft | None:
    """A number of theirs without what it counts, or before their short name."""
    match = _BARE.search(sentence.text)
    if match is None or NATION.search(sentence.text, 0, match.end()) or not sentence.is_fact(sentence.start + match.start("n")):
        return None
    at = sentence.start + match.start("n"), sentence.start + match.end("n")
    draft = Draft("overseas_vietnamese_activity", sentence, summary=True)
    draft.put("population", match["n"].replace(".", ""), at, "bare")
    compatriots.mostly(draft, sentence, at[1])
    return draft


def _lives_abroad(sentence: Sentence, each: Mention) -> bool:
    kind, behind, before = unit(each), sentence.after(each.end, 60), sentence.before(each.start, 50)
    if "lượt" in kind or "nước ngoài" in kind or _CAME.match(behind) or _GIVING.match(behind):
        return False
    named = "kiều" in kind or "người việt" in kind
    lands = any(country_of(one) for one in sentence.inside(each.end, each.end + _NEAR, "COUNTRY", "FOREIGN_UNIT"))
    lives = _LIVING.search(behind[:48]) and (lands or _ABROAD.search(behind))
    kin = re.search(r"kiều bào|việt kiều|bà con [^,;.]{1,24} ở |ở nước ngoài", before) and (
        _COUNTED.search(sentence.before(each.start + 8, 20)) or _ABOUT.match(each.text.lower())
    )
    kin = kin or (
        _OF_THEM.match(sentence.lower)
        and (_COUNTED.search(sentence.before(each.start + 8, 20)) or _ABOUT.match(each.text.lower()))
    )
    near = _CLAUSE.split(behind[: 60 if not kin else 12])[0]
    held = kin and not named and _HELD.search(_LONG_CLAUSE.split(sentence.before(each.start, 120))[-1])
    if _GUESTS.match(behind) or _WORKERS.search(before) or held:
        return False
    if not (named or lives or kin) or _AT_AN_EVENT.search(before[-24:] + each.text.lower() + near):
        return False
    if not named and "nước ngoài" in behind[:16] and "ở nước ngoài" not in behind[:40]:
        return False
    opens = lives and not re.search(r"\w", before)
    return bool(opens or _COUNTED.search(sentence.before(each.start + 6, 40)) or _ABOUT.match(each.text.lower()))


def of_nation(sentence: Sentence, mention: Mention) -> bool:
    return len(count(mention) or "") > _MOST or bool(NATION.search(sentence.before(mention.start, 50) + unit(mention)))


def by_land(sentence: Sentence) -> Iterator[Draft]:
    """``Đông nhất là tại Đài Loan với 9.800 người, Hàn Quốc 8.400 người``: how many live in each country, a row each."""
    for each in sentence.counts(POPULATION):
        for land in sentence.inside(each.start - _BESIDE, each.start, "COUNTRY"):
            gap = sentence.text[land.end - sentence.start : each.start - sentence.start]
            if _WITH.fullmatch(gap) and country_of(land):
                draft = Draft("overseas_vietnamese_activity", sentence, summary=True)
                draft.say("community", land.start, land.end, "named")
                draft.put("population", count(each), each, "count")
                yield draft


def _come(sentence: Sentence, each: Mention) -> bool:
    """Whether persons of theirs come home, as visitors do."""
    held = _HELD_FOR.search(_CLAUSE.split(sentence.before(each.start, 80))[-1])
    return bool(not held and _COME_HOME.match(sentence.text[each.end - sentence.start :].lower()))


def visits(sentence: Sentence, near: bool) -> Iterator[Draft]:
    """``5.900 lượt kiều bào về thăm quê``: how many came home in a time."""
    for each in [*sentence.counts(_VISITORS), *(one for one in sentence.counts(_THEY) if _come(sentence, one))]:
        behind = sentence.text[each.end - sentence.start :]
        said = near or compatriots.about(each.text + behind[:60]) or compatriots.about(sentence.before(each.start, 60))
        came = _COME.match(behind.lower()) or _CAME_HOME.search(sentence.before(each.start, 40))
        then = said and of_that_time(sentence, each)
        if not said or not (came or then) or not sentence.is_fact(each.start) or (compared(sentence, each) and not then):
            continue
        draft = Draft("overseas_vietnamese_activity", sentence, summary=True)
        draft.put("kind", "visit", (each.start, each.end), "visits")
        draft.put("participants", count(each), each, "visits")
        if came and came.start() == 0:
            compatriots.community(draft, sentence, each.start, each.end + came.end())
        dated(draft, sentence, sentence.start, each)
        yield draft
