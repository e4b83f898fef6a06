"""What a row of a table of agreements says beside its columns: by its title, its parties, the group and the title above it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..build import Draft
from ..page import Page, Sentence
from ..papers import form_of
from ..parties import BETWEEN
from ..places import countries
from ..rules import party
from ..rules.about import subject_of
from ..rules.agreement_totals import levels
from ..rules.party import level_of_words
from ..rules.signing import FAR
from ..sides import pair
from ..wording import pattern
from . import both_sides, lasting
from .bodies import BODIES
from .cell import Cell, Span
from .choices import choice
from .home_side import behind_title, titled
from .read import Line, Table
from .spots import part, place_of, sentence_at, title_of

_SIGNED = pattern(r"đã ký|ký kết|ký mới")
_IN_FORCE = pattern(r"còn (?:hiệu lực|giá trị)|đang (?:có hiệu lực|thực hiện|triển khai)")
_OVER = pattern(r"hết (?:hiệu lực|hạn)|không còn hiệu lực|đã chấm dứt")
_STATE = pattern(
    r"\W{0,3}(?:đã |vẫn |mới |hiện |còn )?(?:đang (?:được )?(?:triển khai|thực hiện|có hiệu lực)|còn (?:hiệu lực|giá trị|hạn)|"
    r"hết (?:hạn|hiệu lực)|gia hạn|được gia hạn|chấm dứt|kết thúc|đã ký|ký mới|mới ký)(?!\w)"
)
_UNITS = {"PROVINCE": "province", "DISTRICT": "district", "COMMUNE": "commune"}
_TIE = re.compile(r"(?:ký )?kết nghĩa|hữu nghị")
_SIGN = {"party_vn": "signatory_vn", "party_foreign": "signatory_foreign"}
_MOST_OF = 0.8  # of a cell that is a person
_NAME = re.compile(r"[A-ZĐÀ-Ỹ][^\W\d_]*(?: [A-ZĐÀ-Ỹ][^\W\d_]*){1,3}")
_PERIOD = re.compile(r"(?P<first>(?:19|20)\d\d) ?(?:-|đến|đến năm) ?(?P<last>(?:19|20)\d\d)(?!\d)")
_ONE_YEAR = re.compile(r"năm (?P<year>(?:19|20)\d\d)\W*$")
_YEARLY = ("programme", "plan")
_PLACE = re.compile(
    r"\d[/.-](?:19|20)\d\d\)?[,;.]? ?(?:ký )?(?:tại |ở |\()?"
    r"(?P<at>(?:(?:thành phố|thị xã|thị trấn|huyện|quận|tỉnh|thủ đô) )?[A-ZĐ][^\d,;()]{2,60})\)?(?:[;,.] |$)"
)
_OFF_LINE = pattern(r"(?:ký )?(?:trực tuyến|online|luân phiên|qua thư|gián tiếp|gửi thư|ký luân phiên)\b", re.IGNORECASE)
_UNTIL = pattern(r"(?:đến|tới)(?: hết| cuối)?(?: ngày| tháng| năm)* ?\d")
_SUM = pattern(r"(?<!\d)(?P<n>\d{1,3})(?!\d) ?(?:bản|văn bản|thỏa thuận|thoả thuận|văn kiện|biên bản|TTQT|ttqt|MOU)?")


def agreement(draft: Draft, sentence: Sentence, table: Table, line: Line) -> Draft:
    """The row with what follows from its words."""
    if draft.summary:
        return draft
    if "title" not in draft and "form" in draft:
        _by_form(draft, sentence)
    elif "title" not in draft:
        _by_tie(draft, line)
    _of_title(draft)
    _signatories(draft)
    both_sides.parties(draft, table, line)
    _titled_sides(draft, sentence)
    _our_side(draft, table, line)
    _of_parties(draft, sentence, table)
    if "party_vn" not in draft:
        _sender(draft, sentence, table)
    _of_groups(draft, line)
    _place(draft, line)
    both_sides.signers(draft, _cell_of(draft, line, "signed_on"))
    _until(draft, line)
    lasting.term(draft, table, line)
    _status(draft, sentence, table, line)
    return draft


def _by_form(draft: Draft, sentence: Sentence) -> None:
    """A paper that the table names by its kind alone: ``Loại văn bản: Bản ghi nhớ``."""
    held = draft.slots["form"].evidence
    view = sentence.page.view
    pieces = [(view.place(each.start), view.place(each.end)) for each in held]
    words = " ".join(" ".join(view.text[start:end] for start, end in pieces).split())
    draft.put("title", words, pieces, "form")
    if (form := form_of(words.lower())) and form != draft.slots["form"].value:
        draft.slots.pop("form")  # a Biên bản ghi nhớ is a memorandum
        draft.put("form", form, pieces, "form")


def _by_tie(draft: Draft, line: Line) -> None:
    """``Kết nghĩa`` in the place of a paper is what a row is called by."""
    if cell := next((each for each in line.cells if _TIE.fullmatch(each.lower)), None):
        draft.put("title", cell.text, list(cell.pieces), "form")


def _our_side(draft: Draft, table: Table, line: Line) -> None:
    """Our side by the title of the paper, else of the table."""
    if any(("international_agreement", "party_vn") in each.meanings for each in table.columns if each.role != "district"):
        return
    if cell := _cell_of(draft, line, "title"):
        behind_title(draft, cell)
    titled(draft, table)


def _pieces(draft: Draft, column: str) -> list[Span]:
    view = draft.sentence.page.view
    return [(view.place(each.start), view.place(each.end)) for each in draft.slots[column].evidence]


def _of_title(draft: Draft) -> None:
    """Form, subjects and term by the words of the title, which may stand on several lines."""
    title = draft.slots.get("title")
    if title is None:
        return
    words, pieces = str(title.value), _pieces(draft, "title")
    if "form" not in draft:
        draft.put("form", form_of(words.lower()), pieces, "form")
    if "subjects" not in draft and (said := subject_of(words)):
        draft.put("subjects", [said], part(draft.sentence.page.view.text, pieces, words.find(said), len(said)), "about")
    form = draft.slots.get("form")
    if "term" in draft:
        return
    if match := _PERIOD.search(words):
        draft.put("term", f"{match['first']}/{match['last']}", pieces, "title")
    elif form and form.value in _YEARLY and (match := _ONE_YEAR.search(words)):
        draft.put("term", match["year"], pieces, "title")


def _signatories(draft: Draft) -> None:
    """Persons in the columns of the sides have signed: ``Phía ta ký | Phía bạn ký``."""
    page = draft.sentence.page
    for side, column in _SIGN.items():
        held = draft.slots.get(side)
        spans = _pieces(draft, side) if held and column not in draft else []
        if held and _is_person(page, str(held.value), spans):
            del draft.slots[side]
            draft.put(column, held.value, spans, "table")


def _is_person(page: Page, words: str, spans: list[Span]) -> bool:
    """Whether a cell holds a name and nothing else: a known one, or a few capitals that name no body and no place."""
    found = [each for start, end in spans for each in page.between(start, end)]
    size = sum(end - start for start, end in spans)
    if any(each.label == "PERSON" and each.end - each.start >= _MOST_OF * size for each in found):
        return True
    return bool(spans) and not found and bool(_NAME.fullmatch(words)) and not BODIES.match(words)


def _titled_sides(draft: Draft, sentence: Sentence) -> None:
    """The sides that a title names where no column does: ``Thỏa thuận giữa A và B``."""
    if "title" not in draft or "party_vn" in draft or "party_foreign" in draft or len(_pieces(draft, "title")) > 1:
        return
    start, end = place_of(draft, "title")
    if match := BETWEEN.search(sentence.page.view.text, start, end):
        for side in pair(sentence.page, sentence, match.end(), end):
            party.put(draft, sentence, side, "titled")


def _of_parties(draft: Draft, sentence: Sentence, table: Table) -> None:
    """The country of the foreign side, else of the table's title; the level of ours."""
    if "party_foreign" in draft and "country" not in draft:
        spots = _pieces(draft, "party_foreign")
        there = [each for spot in spots[:-1] for each in zip(*countries(sentence, *spot), strict=True)]
        at = (spots[-1] if len(spots) > 1 else place_of(draft, "party_foreign"))[0]
        named, said = ([there[0][0]], [there[0][1]]) if there else countries(sentence, at, at + FAR)
        draft.put("country", "".join(named[:1]), said[:1], "named")
    if "party_vn" in draft and "level" not in draft:
        pieces = _pieces(draft, "party_vn")
        found = [each for start, end in pieces for each in sentence.page.between(start, end) if each.label in _UNITS]
        draft.put("level", level_of_words(str(draft.slots["party_vn"].value), [each.label for each in found]), pieces, "level")
    if "country" not in draft:
        for start, end in table.titles:
            named, said = countries(sentence_at(sentence, start, end), start, end)
            if len(named) == 1:
                draft.put("country", named[0], said[0], "title")
                break


def _sender(draft: Draft, sentence: Sentence, table: Table) -> None:
    """The school or hospital that sends a list without a column of who signs has signed what is in it."""
    said = str(sentence.page.document.metadata.get("organisation") or "").rpartition(", ")[2]
    listed = any(("international_agreement", "party_vn") in each.meanings for each in table.columns)
    at = sentence.page.view.text.find(said) if said else -1
    if listed or at < 0 or level_of_words(said, []) != "organisation":
        return
    said = said if not said.isupper() else next((each for each in _said_small(sentence.page.view.text, said)), said)
    spot = at, at + len(said)
    draft.put("party_vn", said, spot, "sender")
    draft.put("level", "organisation", spot, "sender")


def _said_small(text: str, name: str) -> Iterator[str]:
    """The ways a text writes a name otherwise than in capitals."""
    return (match[0] for match in re.finditer(re.escape(name), text, re.IGNORECASE) if not match[0].isupper())


def _of_groups(draft: Draft, line: Line) -> None:
    """The level or state that a heading of rows says of each of them: ``II. CẤP SỞ, NGÀNH``, ``Hết hiệu lực``."""
    for group in reversed(line.groups):
        if "level" not in draft and (level := choice("level", group.lower, dict.fromkeys(_LEVELS, ("\n", "\n")))):
            draft.put("level", level, list(group.pieces), "group")
        if "status" not in draft and (state := _said(group.lower)):
            draft.put("status", state, list(group.pieces), "group")


_LEVELS = ("commune", "district", "department", "province", "organisation")


def _place(draft: Draft, line: Line) -> None:
    """``18/4/2012, Kitakyushu``: the place behind the day; what was signed on line has none."""
    held = draft.slots.get("signed_at")
    if held and _OFF_LINE.match(str(held.value)):
        draft.slots.pop("signed_at")
    elif held is None and (cell := _cell_of(draft, line, "signed_on")):
        match = _PLACE.search(cell.text)
        if match and not _OFF_LINE.match(match["at"]):
            draft.put("signed_at", match["at"].strip(), list(cell.pieces), "table")


def _until(draft: Draft, line: Line) -> None:
    """``đến năm 2020`` in the column of terms is the end of one."""
    held = draft.slots.get("term")
    cell = _cell_of(draft, line, "term")
    if held and isinstance(held.value, str) and "/" not in held.value and cell and _UNTIL.match(cell.lower):
        held.value = f"../{held.value}"


def _cell_of(draft: Draft, line: Line, column: str) -> Cell | None:
    held = draft.slots.get(column)
    if held is None or not held.evidence:
        return None
    at = draft.sentence.page.view.place(held.evidence[0].start)
    return next((each for each in line.cells if any(start <= at < end for start, end in each.pieces)), None)


def _said(words: str) -> str | None:
    return "expired" if _OVER.search(words) else "ongoing" if _IN_FORCE.search(words) else None


def _status(draft: Draft, sentence: Sentence, table: Table, line: Line) -> None:
    """What became of a paper: a cell that opens with its state (``Ghi chú: Đang thực hiện``), else what the titles say of all.

    One with a day of signing was signed.
    """
    if "status" in draft:
        return
    keys = dict.fromkeys(("extended", "expired", "ongoing", "signed"), ("\n", "\n"))
    for cell in line.cells:
        if cell.says and _STATE.match(cell.lower) and (state := choice("status", cell.lower, keys)):
            draft.put("status", state, list(cell.pieces), "note")
            return
    titles = title_of(sentence, table)
    if state := _said(titles) or _said(sentence.section):
        draft.put("status", state, table.titles[0] if table.titles else (sentence.start, sentence.end), "titled")
    elif "signed_on" in draft:
        draft.put("status", "signed", place_of(draft, "signed_on"), "table")
    elif table.titles and _SIGNED.search(titles):
        draft.put("status", "signed", table.titles[0], "title")


def total(draft: Draft, sentence: Sentence) -> None:
    """``Tổng số: 14 văn bản, trong đó cấp tỉnh 05, cấp sở 09``."""
    columns = levels(draft, sentence, sentence.start)
    match = _SUM.search(sentence.text)
    first = min(columns, default=len(sentence.text))
    if match and match.start() < first:
        spot = sentence.start + match.start(), sentence.start + match.end()
        draft.put("count", str(int(match["n"])), spot, "sum")
