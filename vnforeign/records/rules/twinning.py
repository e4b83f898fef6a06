"""Twinnings without a paper: who stands in them, and since when."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..build import Draft
from ..odd_names import strange
from ..page import Mention, Page, Sentence
from ..papers import Paper
from ..places import countries, elsewhere, titled_land
from ..sides import Side, read, told_apart
from ..signing_subject import twins, twins_before
from ..values import days
from ..wording import pattern
from .party import put
from .signing import since_when, when

_TWINNED = pattern(
    r"\b(?:ký (?:kết )?|(?:đặt|thiết lập|có|xây dựng) quan hệ (?:hợp tác,? |hữu nghị,? ){0,2})?(?P<word>kết nghĩa)"
    r"(?: (?!với|giữa|và|của)[^,;.()\n]{1,60}?)?? (?:giữa (?P<between>)|với (?P<by>)|của (?=tỉnh|thành phố|huyện|quận)(?P<of>))"
)
#: An item that opens with it: ``- Kết nghĩa huyện A với huyện B (tháng 11)``.
_TWINNED_HEAD = pattern(
    r"^\W*(?:\w{1,3}[.)] ?)?(?P<word>[Kk]ết nghĩa) (?:giữa )?(?=(?:huyện|xã|bản|thôn|tỉnh|thành phố|đồn|trường|hội|cụm|phường|thị xã|[A-ZĐ])[^;.\n]{2,80} (?:với|và) )(?P<between>)"
)
#: ``A và B (đã) (ký) kết nghĩa``: both sides stand before it.
_TWINNED_BOTH = pattern(
    r"(?<!lễ )(?<!việc )\b(?:(?:đã|cùng|chính thức|long trọng|tiến hành|tổ chức|làm|được|công nhận|[Ll]ễ|ký|kí|cũng|là (?:hai|cặp) (?:trường|tỉnh|huyện|xã|bản|thôn|đơn vị|thành phố|đồn|trạm|hội)) ){1,5}(?:kết )?(?P<word>kết nghĩa)\b"
    r"(?! (?:với|giữa))|(?<=[^\W\d_]|\))(?P<stands> kết nghĩa)(?= (?:với nhau|từ|vào|năm|ngày|tháng|hồi|hai năm|ba năm)\b|, (?:ký|kí)\b| \()"
)
#: ``A ký (kết) (quan hệ) hợp tác với B``, with no paper's name.
_BOND = pattern(
    r"\b(?:ký|kí)(?: kết)? (?:thiết lập )?(?:quan hệ )?(?P<word>hợp tác)(?: hữu nghị| toàn diện| song phương){0,2} (?:giữa (?P<between>)|với (?P<by>))"
)
_BOND_BOTH = pattern(
    r"(?<!việc )\b(?:(?:đã|cùng|chính thức|vừa) ){0,3}(?:ký|kí)(?: kết)? (?:quan hệ )?(?P<word>hợp tác)(?: hữu nghị| toàn diện){0,2}"
    r"(?=,? (?:giai đoạn|trong|trên|về|năm|ngày|tại|\(|\d)|[.;])"
)
_UNIT = pattern(
    r"(?:(?:các|hai|ba|bốn|\d{1,2}) )?(?:khóm|ấp|buôn|bon|plei|cụm|đại đội|trạm|tỉnh|thành phố|tp|huyện|thị xã|xã|phường|bản|thôn|làng|sở|hội|trường|bệnh viện|đồn|ubnd|trung tâm|"
    r"báo|đài|liên hiệp|ta\b|đại học|công đoàn)"
)
BONDS = pattern(r"kết nghĩa|\b(?:ký|kí)(?: kết)? (?:thiết lập )?(?:quan hệ )?hợp tác")
_PAIRS = pattern(r"\b\d{1,3} cặp\b")
_THOUGHT_OF = pattern(r"\b(?:đề án|phương án|kế hoạch|dự thảo|chuẩn bị|tiến tới|xúc tiến|hướng tới|đàm phán|việc xem xét) $")
_SIGNS = pattern(r"\b(?:ký|kí)\b")
#: The next pair of a list of twinnings: ``, Đakrông với Mường Nòng (2004)``.
_ALSO = pattern(
    r"(?:,|,? và) (?P<one>(?:[A-ZĐ]|huyện|xã|bản|thôn|thị xã|đồn|thành phố)[^,;:.()\n]{2,60}?) với (?P<two>[^,;:.()\n]{3,60}?)"
    r"(?: \([^()\n]{4,40}\)|(?: từ)? năm \d{4})?(?=[,;.]| và |$)"
)
_STILL = pattern(r"\b(?:vẫn|đang|còn) (?:đang )?(?:được )?(?:duy trì|thực hiện|triển khai)")
_VILLAGE = pattern(
    r"(?:các |hai |ba |\d+ )?(?:[Cc]ụm )?(?:[Bb]ản|[Tt]hôn|[Ll]àng|[Xx]ã|[Ấấ]p|[Bb]uôn|[Bb]on|[Pp]lei|[Pp]hum|[Kk]hum)\b"
)
_THEIR_VILLAGE = pattern(r"(?:[Pp]hum|[Kk]hum|[Cc]ụm bản)\b")
_NEAR = 110  # characters behind a village that may name its country
#: Who signs no agreement of a province.
NOBODY = pattern(
    r"(?:các |hai )?(?:[Cc]ông ty|[Tt]ập đoàn|[Dd]oanh nghiệp|[Nn]gân hàng|[Tt]ổng công ty|[Cc]hính phủ|[Bb]ộ (?!(?:chỉ|Chỉ|đội|CH))|Việt Nam)\b"
)
NAME = pattern(r"\b[A-ZĐ]\w")


def twinned(page: Page, sentence: Sentence) -> Iterator[Draft]:
    """``A kết nghĩa với B``, ``A ký hợp tác với B``: no paper is named, only who stands in it; pairs behind it have a row each."""
    match = _said_in(sentence)
    draft = _row(page, sentence, match) if match else None
    if match is None or draft is None:
        return
    yield draft
    first = _land(sentence)
    for more in _ALSO.finditer(sentence.text, match.end(), sentence.clause(sentence.start + match.start())[1] - sentence.start):
        start, end = sentence.start + more.start("one"), sentence.start + more.end()
        behind = sentence.start + more.start("two")
        two = told_apart(
            sentence,
            [read(page, sentence, start, behind - len(" với ")), read(page, sentence, behind, sentence.start + more.end("two"))],
        )
        land = next((side.country for side in two if side.foreign and side.country), first)
        if not any(side.foreign for side in two):
            two[0].foreign, two[1].foreign = False, True
        if land and _are_two(sentence, match, two):
            also = Draft("international_agreement", sentence)
            also.slots |= {"title": draft.slots["title"]} if "title" in draft else {}
            for side in two:
                put(also, sentence, side, "twins")
            also.put("country", *land, "named")
            day = next((one for one in days(sentence) if behind < one[0].start < end), None)
            also.put("signed_on", day[1] if day else None, day[0] if day else (start, end), "date")
            yield also


def _row(page: Page, sentence: Sentence, match: re.Match[str]) -> Draft | None:
    """The row of a bond."""
    sides = _sides(page, sentence, match)
    land = next((side.country for side in sides if side.foreign and side.country), None)
    if not _are_two(sentence, match, sides):
        return None
    land = land or _land(sentence)
    if not land and not any(strange(_said(sentence, side)) for side in sides):
        return None
    at, end = sentence.start + match.start(), sentence.start + match.end()
    paper = Paper(at, end, at, None, own=False, deed="signed", until=sentence.clause(at)[1])
    draft = Draft("international_agreement", sentence)
    word = "stands" if match.re is _TWINNED_BOTH and match["stands"] else "word"
    words = sentence.start + match.start(word), sentence.start + match.end(word)
    if match[word].strip().lower() == "kết nghĩa":
        draft.say("title", words[1] - len("kết nghĩa"), words[1], "twins")
    for side in sides:
        put(draft, sentence, side, "twins")
    if land:
        draft.put("country", *land, "named")
    when(page, draft, sentence, paper, 0)
    if "signed_on" not in draft and (since := since_when(sentence)):
        draft.put("signed_on", since[1], since[0], "date")
    runs = _STILL.search(sentence.lower, match.end(), paper.until - sentence.start)
    if runs or _SIGNS.search(match[0]) or match[word] == "hợp tác":
        draft.put("status", "ongoing" if runs else "signed", (at, end), "twins")
    return draft


def _land(sentence: Sentence) -> tuple[str, Mention] | None:
    """The one country that a sentence names, else the title of the report."""
    named, said = countries(sentence, sentence.start, sentence.end)
    return (named[0], said[0]) if len(named) == 1 else titled_land(sentence.page)


def _said_in(sentence: Sentence) -> re.Match[str] | None:
    """The words of a bond that is told as a fact, outside the names of papers and bodies."""
    cues = (_TWINNED_HEAD, _TWINNED, _TWINNED_BOTH) if "kết nghĩa" in sentence.lower else (_BOND, _BOND_BOTH)
    match = next((found for cue in cues if (found := cue.search(sentence.text))), None)
    if match is None:
        return None
    at = sentence.start + match.start()
    inside = any(each.start <= at < each.end for each in sentence.of("AGREEMENT", "ORG", "QUANTITY"))
    pairs = _PAIRS.search(sentence.before(at, 40))  # ``9 cặp bản đã kết nghĩa`` is a total
    return (
        match if sentence.is_fact(at) and not inside and not pairs and not _THOUGHT_OF.search(sentence.before(at, 24)) else None
    )


def _sides(page: Page, sentence: Sentence, match: re.Match[str]) -> list[Side]:
    """Who stands in a bond, with the countries that the document names for them elsewhere."""
    at = sentence.start + match.start()
    if match.re in (_TWINNED_BOTH, _BOND_BOTH):
        sides = twins_before(page, sentence, at)
    else:
        sides = twins(page, sentence, at, sentence.start + match.end(), between=match["between"] is not None)
    if len(sides) == 2 and not any(side.foreign or side.country for side in sides):
        _villages(sentence, sides)
    for side in sides:
        if side.foreign is not False and not side.country and (country := elsewhere(page, _said(sentence, side))):
            side.country, side.foreign = country, True
    return sides


def _are_two(sentence: Sentence, match: re.Match[str], sides: list[Side]) -> bool:
    """Whether one side is ours and one foreign, both named, and none a firm or a state that signs for itself."""
    if sorted(bool(side.foreign) for side in sides) != [False, True] or any(side.start >= side.end for side in sides):
        return False
    ours, theirs = (_said(sentence, side) for side in sorted(sides, key=lambda side: bool(side.foreign)))
    if match["word"] != "kết nghĩa" and any(NOBODY.match(said) for said in (ours, theirs)):
        return False
    named = NAME.search(theirs) is not None and not theirs.startswith("một ")
    return named and (_UNIT.match(ours.lower()) is not None or ours[:1].isupper())


def _villages(sentence: Sentence, sides: list[Side]) -> None:
    """Two villages that no list knows: the second is foreign where a country is named behind it."""
    if any(side.foreign is not None for side in sides) or not _VILLAGE.match(_said(sentence, sides[1])):
        return
    named, said = countries(sentence, sides[1].start, sides[1].end + _NEAR)
    if _THEIR_VILLAGE.match(_said(sentence, sides[1])):
        sides[0].foreign, sides[1].foreign = False, True
    if named:
        sides[0].foreign, sides[1].foreign, sides[1].country = False, True, (named[0], said[0])


def _said(sentence: Sentence, side: Side) -> str:
    return sentence.text[side.start - sentence.start : side.end - sentence.start]
