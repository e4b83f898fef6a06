"""The columns that every table has: province, reporting unit, period, quotation, source; from document and sentence."""

from __future__ import annotations

import re
from calendar import monthrange
from pathlib import PurePath
from unicodedata import normalize

from ..document import Document, Evidence, Record, Slot
from ..kinds.date import Date
from ..kinds.province import Province
from .build import Draft
from .page import Mention, Page, Sentence
from .scores import of
from .wording import pattern

_LINE = 200  # characters of a title in small letters, below its heading
_HEAD = 12  # passages at a document's beginning that may hold its title
#: In a title it opens what is still to be done; at its head it is what the paper is.
_PLANNED = pattern(r"(?<!\w)(?:nhiệm vụ|phương hướng|kế hoạch|chương trình)(?!\w)", re.IGNORECASE)
_YEAR_OR_MONTH = 27  # days: what is shorter is no period of a report

_MONTHS = re.compile(r"(?:19|20)\d\d(?:-(?:0[1-9]|1[0-2]))?")
_SEVERAL = 2  # periods of a sentence among which a figure has its own
_SAYS = re.compile(r" ?(?:là|có|đạt|đón|cử)?:? ?")  # between a period and the figure that is its


class Common:
    """The columns of a document that are the same in all its rows, worked out once."""

    def __init__(self, page: Page) -> None:
        self.page = page
        data = page.document.metadata
        self.slots: dict[str, Slot] = {}
        for column, value in (
            ("province", data.get("province")),
            ("reporting_unit", data.get("organisation")),
            ("source_document", _source(page.document)),
        ):
            if value:
                self.slots[column] = Slot(value, _evidence(page, column, value), f"common.{column}", of(f"common.{column}"))
        self.period = title_period(page)

    def fill(self, record: Record, draft: Draft) -> Record:
        """The row with its common columns behind its own; its score and what it misses stay as they are."""
        sentence = draft.sentence
        start, end = self.page.span(sentence.start, sentence.start + len(sentence.text))
        quote = normalize("NFC", " ".join(self.page.document.text[start:end].split()))
        found = dict(self.slots)
        told = _bounds(draft.time[0]) if draft.time and record.summary else None
        if told and draft.time:
            evidence = [draft.evidence(draft.time[1])]
            for column, told_day in zip(("period_from", "period_to"), told, strict=True):
                found[column] = Slot(told_day, evidence, "common.period", of("common.period"))
        period = (_beside(sentence, draft) or _of_sentence(sentence) if record.summary else None) or self.period
        if period and not told:
            value = period.entity.value
            for column, day in (("period_from", getattr(value, "start", None)), ("period_to", getattr(value, "end", None))):
                evidence = [Evidence(period.entity.start, period.entity.end, period.index)]
                if day:
                    found[column] = Slot(day.isoformat(), evidence, "common.period", of("common.period"))
        if quote:
            found["source_quote"] = Slot(quote, [Evidence(start, end)], "common.quote", 1.0)
        record.slots |= {column: found[column] for column in draft.table.columns if column in found}
        return record


def _bounds(edtf: str) -> tuple[str, str] | None:
    """The first and the last day of years or months: ``2018``, ``2018-01/2018-06``; None for single days and open ends."""
    first, _, last = edtf.partition("/")
    last = last or first
    if not (_MONTHS.fullmatch(first) and _MONTHS.fullmatch(last)):
        return None
    year, month = int(last[:4]), int(last[5:] or 12)
    return f"{first[:4]}-{first[5:] or '01'}-01", f"{year}-{month:02}-{monthrange(year, month)[1]:02}"


def _source(document: Document) -> str | None:
    """The document's id, else its title, else the name of its file."""
    return document.id or document.metadata.get("title") or (PurePath(document.source).name if document.source else None)


def _evidence(page: Page, column: str, value: str) -> list[Evidence]:
    """Where the document says it: the first mention of the province; for other words, their first place."""
    if column == "province":
        for each in page.mentions:
            held = each.entity.value
            if each.label == "PROVINCE" and isinstance(held, Province) and held.name == value:
                return [Evidence(each.entity.start, each.entity.end, each.index)]
        return []
    parts = value.split(", ") if column == "reporting_unit" else [value]
    places = [(page.document.text.find(part), len(part)) for part in parts]
    return [Evidence(at, at + length) for at, length in places if at >= 0]


def _is_period(mention: Mention) -> bool:
    value = mention.entity.value
    if not isinstance(value, Date) or not value.valid or not value.start or not value.end:
        return False
    return (value.end - value.start).days >= _YEAR_OR_MONTH


def title_period(page: Page) -> Mention | None:
    """The period a title names: ``Báo cáo công tác đối ngoại 6 tháng đầu năm 2019``."""
    above = ""
    for passage in page.document.passages[:_HEAD]:
        below = above == "heading" and page.document.text[passage.start].islower() and passage.end - passage.start < _LINE
        above = passage.kind
        if above == "heading" or below:
            start, end = page.view.place(passage.start), page.view.place(passage.end)
            planned = _PLANNED.search(page.view.text, start, end)
            for each in page.between(start, end):
                if each.label == "DATE" and _is_period(each) and not (planned and start < planned.start() < each.start):
                    return each
    return None


def _of_sentence(sentence: Sentence) -> Mention | None:
    """The first period a sentence names; the day a count runs up to is none."""
    return next((each for each in sentence.of("DATE") if _is_period(each) and not _up_to(sentence, each)), None)


def _beside(sentence: Sentence, draft: Draft) -> Mention | None:
    """The period right before the first figure of a row, its own among several: ``85 đoàn (2003: 71 đoàn, 430 người)``."""
    told = [each for each in sentence.of("DATE") if _is_period(each) and not _up_to(sentence, each)]
    if len(told) < _SEVERAL:
        return None
    starts = [each.start for slot in draft.slots.values() for each in slot.evidence]
    first = sentence.page.view.place(min(starts)) if starts else sentence.start
    return next(
        (
            each
            for each in told
            if each.end <= first and _SAYS.fullmatch(sentence.text, each.end - sentence.start, first - sentence.start)
        ),
        None,
    )


def _up_to(sentence: Sentence, mention: Mention) -> bool:
    return mention.text.lower().startswith("đến") or sentence.before(mention.start, 12).rstrip().endswith(("đến", "hết", "nay"))
