"""Several who get one award, named one by one: ``cho ông A (Pháp), bà B (Đức) và Tổ chức C``, ``trong đó có bà A và ông B``."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from ..page import Mention, Sentence
from ..places import countries
from ..wording import pattern
from .bestowal import Place

_MOST = 40  # names of one sentence
_TITLE = (
    r"(?:(?:[Cc]ác |[Hh]ai |[Bb]a )?(?:[Ôô]ng|[Bb]à|[Nn]gài|[Aa]nh|[Cc]hị|[Đđ]ồng chí|[Bb]ác s[ĩỹ]|[Gg]iáo sư|[Tt]iến s[ĩỹ]|[Tt]hạc s[ĩỹ]|[Ll]inh mục|[Mm]ục sư|[Cc]ô|[Tt]hầy|"
    r"(?:[Đđ]ại|[Tt]hượng|[Tt]rung|[Tt]hiếu) (?:tá|tướng|úy)|[Đđ]ại đức|[Hh]òa thượng|[Cc]huyên gia|[Ll]uật sư|[Kk]ỹ sư|[Kk]iến trúc sư|[Nn]ghệ sĩ|[Ss]ơ|GS|TS|PGS|BS|ThS|KTS|Dr|Mr|Ms|Mrs)[ .]+){1,3}"
)
#: Where one of those who are named begins: at the start, behind a comma, a semicolon or ``và``.
_ONE = pattern(
    rf"(?P<joint>^|,? (?:và|cùng)(?: với)?(?= )| ?[,;])\s?(?:tặng |cho |tới |đến |tặng cho ){{0,2}}(?P<title>{_TITLE})?(?P<name>[A-ZĐ][\w.'’-]*|(?:tập đoàn|tổ chức|công ty|quỹ|hội|trường|"
    r"bệnh viện|văn phòng|khoa|đoàn|trung tâm|viện|nhóm|sở|chính quyền|lãnh đạo) [^,;.()]{3,60})?"
)
#: Titles that say as well what somebody named before does.
_TRADE = pattern(r"(?:chuyên gia|luật sư|kỹ sư|kiến trúc sư|nghệ sĩ|bác s[ĩỹ]|giáo sư|tiến s[ĩỹ]|thạc s[ĩỹ])[ .]", re.IGNORECASE)
_CLASSES = pattern(
    r"(?:tập đoàn|tổ chức|công ty|quỹ|hội|trường|bệnh viện|văn phòng|khoa|đoàn|trung tâm|viện|nhóm|sở|chính quyền|lãnh đạo)\b",
    re.IGNORECASE,
)
_CLASS = 16  # characters of a class word before a body's name
_ENDS = pattern(
    r" ?[(,;.:\n]| (?:và|cùng)(?! (?:[Nn]hân dân|Phát triển|Du lịch|Đào tạo|Đoàn kết|Công nghệ|Đầu tư|Môi trường|phát triển))(?= )| (?:vì|do|nhân|theo|tại(?! (?:Việt|Hà|tỉnh|V))|đã|có|ngày|năm|tháng|quốc tịch|là|người|nguyên|hồi|hôm|về)\b| - |$"
)
_FULL_NAME = pattern(r"[A-ZĐ][\w.'’-]*(?: (?:[A-ZĐ][\w.'’-]*|van|de|von|der|bin|la|le|du|dos|da)){0,5}")
#: What leads those who are named behind their number.
NAMES = pattern(r"[(:]?(?:,| gồm| là|:|,? trong đó(?: có)?| như)+(?: các)? (?=\S)")
_LISTED = pattern(r"^(?:các |hai |ba |bốn )?(?P<n>\d+) [^\W\d]")


class Honoured(msgspec.Struct):
    """The words on one who gets an award, in a sentence's text, and the end of what is said of him."""

    place: Place
    until: int


def named(sentence: Sentence, start: int, end: int) -> list[Honoured]:
    """Those who are named from a place on, each with what stands behind up to the next one."""
    found: list[Place] = []
    for match in list(_ONE.finditer(sentence.text[start:end]))[:_MOST]:
        if place := _one(sentence, match, start, end, found):
            found.append(place)
    stops = [one[0] for one in found[1:]] + [end]
    return [Honoured(place, stop) for place, stop in zip(found, stops, strict=False)]


def _one(sentence: Sentence, match: re.Match[str], start: int, end: int, found: list[Place]) -> Place | None:
    """The name that begins at a joint: a person's with a title or that was read as one, a body's behind ``và`` or first."""
    at = start + match.start("name")
    first = start + match.start("title") if match["title"] else at
    if match["name"] is None or _inside_bracket(sentence.text, at) or (found and at < found[-1][1]):
        return None
    if person := _at(sentence, "PERSON", first, at):
        return first, person.end - sentence.start
    if match["joint"].strip() == "," and found and _TRADE.match(match["title"] or ""):
        return None  # ``ông A, chuyên gia JICA``
    if match["title"] and (said := _FULL_NAME.match(sentence.text, at, end)):
        return first, said.end()
    reach = at + _CLASS if _CLASSES.match(sentence.text, at) else at
    body = None if found and match["joint"] in (",", ";") else _at(sentence, "ORG", at, reach)
    if body is None:
        return None
    stop = _ENDS.search(sentence.text, body.end - sentence.start, end)
    return at, stop.start() if stop else end


def _at(sentence: Sentence, label: str, first: int, last: int) -> Mention | None:
    """The mention that begins at one of two places of the text, or between them."""
    return next(iter(sentence.inside(sentence.start + first, sentence.start + last + 1, label)), None)


def _inside_bracket(text: str, at: int) -> bool:
    return text.rfind("(", max(0, at - 120), at) > text.rfind(")", max(0, at - 120), at)


def shares(sentence: Sentence, place: Place) -> Iterator[Place]:
    """``6 nghệ sĩ Pháp và 2 nghệ sĩ Hàn Quốc``: parts with a number and a country each."""
    at, parts = place[0], []
    for piece in re.split(r"(, | và |, và )", sentence.text[slice(*place)]):
        if _LISTED.match(piece):
            parts.append((at, at + len(piece)))
        elif piece not in (", ", " và ", ", và "):
            return
        at += len(piece)
    lands = [countries(sentence, sentence.start + one, sentence.start + two)[0] for one, two in parts]
    if len(parts) > 1 and all(len(each) == 1 for each in lands) and len({each[0] for each in lands}) == len(lands):
        yield from parts


__all__ = ["NAMES", "Honoured", "named", "shares"]
