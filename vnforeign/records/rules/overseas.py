"""Activities for and of overseas Vietnamese."""

from __future__ import annotations

from collections.abc import Iterator

from ...text import pattern
from ..build import Draft
from ..page import Page, Sentence
from ..places import countries
from ..values import count, day, money, unit

_ABOUT = pattern(
    r"kiều bào|việt kiều|người việt nam ở nước ngoài|NVNONN|kiều hối|người gốc việt|(?:sinh sống|định cư)[^.;]{0,30} ở nước ngoài|sống ở \d+ (?:quốc gia|nước)",
    2,
)
_PEOPLE = pattern(r"(?:kiều bào|việt kiều|bà con|người|đại biểu|hộ)")
_KINDS = (
    ("meeting", pattern(r"(?:tổ chức |buổi |cuộc |chương trình )?(?P<name>(?:gặp mặt|họp mặt|gặp gỡ)[^,;.\n]{0,80})")),
    ("camp", pattern(r"(?P<name>[Tt]rại hè[^,;.\n]{0,60})")),
    (
        "contribution",
        pattern(
            r"(?P<name>kiều hối|(?:kiều bào|việt kiều)[^;.\n]{0,60}(?:đóng góp|ủng hộ|góp|tặng|gửi|quyên góp|:)[^;.\n]{0,60})", 2
        ),
    ),
    ("visit", pattern(r"(?P<name>đoàn (?:kiều bào|việt kiều)[^,;.\n]{0,60})", 2)),
)
_POPULATION = pattern(r"(?:kiều bào|việt kiều|người việt nam|bà con kiều bào|người)")
_LIVING = pattern(r"(?:đang )?(?:sinh )?sống|định cư|kiều bào|ở nước ngoài|việt kiều")
_COUNTED = pattern(r"\b(?:có|khoảng|gần|hơn|trên|số)\b")
_AT_AN_EVENT = pattern(r"tham dự|tham gia|về (?:dự|thăm)|gặp mặt|dự ")
_REMITTANCES = pattern(r"kiều hối", 2)
_PLACE = pattern(r"\btại (?P<place>[^,;.\n]{3,60}?)(?= (?:ngày|vào|nhân|với|đã)\b|[,;.\n]|$)")
_ENDS = pattern(r" (?:với|nhân|tại|vào|do|trong|ngày|để|kịp)\b")


def drafts(page: Page) -> Iterator[Draft]:
    """The rows of activities, sentence by sentence."""
    for sentence in page.sentences:
        if not sentence.fact or not _ABOUT.search(sentence.text):
            continue
        if draft := _population(sentence):
            yield draft
        sums = list(_remittances(sentence))
        yield from sums
        activity = None if sums else _activity(page, sentence)
        if activity:
            yield activity


def _population(sentence: Sentence) -> Draft | None:
    for each in sentence.counts(_POPULATION):
        kind = unit(each)
        named = "kiều" in kind or "việt nam" in kind
        around = sentence.before(each.start, 20) + sentence.after(each.end, 50)
        lives = _LIVING.search(sentence.after(each.end, 40)) and "nước ngoài" in sentence.lower
        if "lượt" in kind or not sentence.is_fact(each.start) or not (named or lives):
            continue
        if _AT_AN_EVENT.search(around) or not _COUNTED.search(sentence.before(each.start + 6, 40)):
            continue
        draft = Draft("overseas_vietnamese_activity", sentence, summary=True)
        draft.put("population", count(each), each, "count")
        return draft
    return None


def _remittances(sentence: Sentence) -> Iterator[Draft]:
    """``Kiều hối năm 2012 được 46 triệu USD, năm 2013 58 triệu USD``: a row for each sum."""
    match = _REMITTANCES.search(sentence.text)
    for each in sentence.of("AMOUNT") if match else ():
        if match and sentence.is_fact(each.start) and (value := money(each)):
            draft = Draft("overseas_vietnamese_activity", sentence, summary=True)
            draft.put("contribution", value, each, "sum")
            yield draft


def _activity(page: Page, sentence: Sentence) -> Draft | None:
    for kind, cue in _KINDS:
        match = cue.search(sentence.text)
        if not match or not sentence.is_fact(sentence.start + match.start("name")):
            continue
        if kind == "meeting" and not _ABOUT.search(sentence.text[match.start() : match.end() + 80]):
            continue
        draft = Draft("overseas_vietnamese_activity", sentence)
        start, words = sentence.start + match.start("name"), match["name"]
        stop = _ENDS.search(words)
        end = start + (stop.start() if stop and stop.start() > 8 else len(words))
        if kind != "contribution":
            draft.say("name", start, end, "words")
        draft.put("kind", kind, (start, start + len(words.split(" ")[0])), "word")
        _rest(draft, sentence, sentence.start + match.start())
        return draft if kind != "contribution" or "contribution" in draft else None
    return None


def _rest(draft: Draft, sentence: Sentence, start: int) -> None:
    bodies = sentence.inside(sentence.start, start, "ORG")
    if bodies:
        draft.say("organiser", bodies[0].start, bodies[0].end, "subject")
    for each in sentence.counts(_PEOPLE):
        if each.start > start:
            draft.put("participants", count(each), each, "count")
            break
    for each in sentence.of("DATE"):
        if value := day(each):
            draft.put("dates", value, each, "date")
            break
    for each in sentence.of("AMOUNT"):
        if paid := money(each):
            draft.put("contribution", paid, each, "sum")
            break
    if draft.slots["kind"].value == "contribution":
        named = countries(sentence, start, start + 120)[1]
        if named:
            draft.say("community", named[0].start, named[-1].end, "named")
    elif place := _PLACE.search(sentence.text, start - sentence.start):
        draft.say("place", sentence.start + place.start("place"), sentence.start + place.end("place"), "words")
