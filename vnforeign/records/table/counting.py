"""Tables of figures: what each number counts follows from its column, its row, its unit and the titles above."""

from __future__ import annotations

import re

import msgspec
from msgspec.structs import replace

from ...text import View
from . import abreast, background, bare_ways, spoken, topics, twofold
from .beside import is_earlier, meant
from .cell import Cell, Span
from .heads import has_time, is_time, time_of
from .kind import Column
from .read import Line, Table
from .read import tables as read
from .tally import NAMES, is_tally

_NOT_FIGURES = ("order", "note", "unit", "compare", "plan", "no")
_KEYS = ("country", "year", "part", "district", "gate", "unitbody")
_PART = re.compile(r"\W*(?:trong đó|riêng|gồm|bao gồm|tr\.đó|tđ)\b")
_FIGURE = re.compile(r"[^\w]*\d[\d.,/ ]*(?: ?[^\W\d][^\W\d]*){0,3}[^\w]*")
_LEADS = re.compile(
    r"^(?:\d{1,2}(?:\.\d{1,2})*|[ivx]{1,4}|[a-h])[.)/-]? (?=\D)|^[-+*•] ?|^(?:tổng số|tổng) (?=lượt|đoàn|dự án|vốn|kim ngạch)"
)
_NOUGHT = re.compile(r"0+(?:[.,]0+)?(?: [^\W\d]+){0,2}")
_WIDEST = 60  # columns
_YEAR = re.compile(r"(?:19|20)\d\d")
_IS_SUM = re.compile(
    r"(?:tổng|cộng)(?: (?:số|cộng|chung|kim ngạch|kn|giá trị|trị giá))*(?: ?\([^()]{1,20}\))?"
    r"(?:,? (?:(?:triệu|nghìn|tỷ) )?(?:usd|đồng))?"
)
_VOID = re.compile(r"\bh[ủu][ỷy]\b|\bhoãn\b|không thực hiện|không đi được|bị từ chối|không đạt")  # what did not take place
_AWARD = re.compile(rf"(?:số )?{NAMES}\b")  # counted on its own
_DELEGATIONS = re.compile(r"\bđoàn\b")
_COUNTS = re.compile(r"(?:số )?(?:lượt )?(?:vụ|đối tượng|người|nạn nhân)\b|trong đó|\W*(?:bắt|khởi tố)")
_PLEDGED = re.compile(r"cam kết|giá trị viện trợ|trị giá")
_POST = re.compile(r"(?:tên )?(?:đồn|trạm|đội)\b")
_SIDES = {"xuất": "xuất khẩu", "nhập": "nhập khẩu", "xuất khẩu": "xuất khẩu", "nhập khẩu": "nhập khẩu"}  # of trade
_NOT_BY_COUNTRY = ("indicator", "border_statistics")  # types whose share by country makes no row
_WHAT = re.compile(r"^(?:số|tổng|lượt|giá trị|vốn|giải ngân|cam kết|kinh phí)\b")


class Figure(msgspec.Struct):
    """A number of a table: the type and column it fills, its cell, the units that may hold for it, where its time is said."""

    type: str
    column: str
    cell: Cell
    units: tuple[str, ...]
    times: list[Span]
    topic: str
    own: bool  # whether its row says what it counts, or only its column
    place: Cell | None = None  # that the head of its column names
    beside: str = ""  # the head of its column where that is a time or a sum: figures of other columns make other rows


class Said(msgspec.Struct):
    """What a row says it counts, the cell that says so, the words above it, nearest first, and the text."""

    label: str
    key: Cell | None
    contexts: list[str]
    text: str


class Told(msgspec.Struct):
    """A row with its figures and what it is told apart by: nothing for the whole, else a cell."""

    line: Line
    figures: list[Figure]
    key: Cell | None = None
    role: str = ""  # of the column that tells them apart: country, year, part (of a year), district, gate
    head: str = ""  # of that column


def told(table: Table, text: str, before: str = "") -> list[Told]:
    """The rows of a table of figures that count something a record holds; ``before``: what the table above it is of."""
    if len(table.columns) > _WIDEST:
        return []
    titles = [*(text[a:b].lower() for a, b in table.titles), before]
    found: list[Told] = []
    table = replace(table, columns=bare_ways.headed(table.columns, titles))
    heads = [each.head for each in table.columns if each.numeric]
    label = _label(table)
    titles = [table.columns[label].head, *titles] if label >= 0 and table.columns[label].role != "country" else titles
    if any(topics.topic(_words(line, label)[0]) in topics.INCIDENTS for line in table.lines):
        titles.append("loại vụ việc")  # so are the rows that name no kind of them
    rows = [_words(line, label)[0] for line in table.lines]
    if far := background.far(table, label, [*titles, *rows], text):
        titles.append(far)
    context, groups = "", list[Cell]()
    for line in table.lines:
        words, key = _words(line, label)
        context, groups = context if line.groups == groups and _goes_on(context, words) else "", line.groups
        contexts = [each for each in (context, *(group.lower for group in reversed(line.groups)), *titles, *heads) if each]
        one = _told(table, line, words, key, contexts, text)
        if topics.topic(words) and not _PART.match(words):
            context = words
        if one:
            found.append(one)
    return found


def _goes_on(context: str, words: str) -> bool:
    """Whether a row may be of what the row above it names: of incidents only one that says what it counts (``Số vụ``)."""
    return topics.topic(context) not in topics.INCIDENTS or bool(_COUNTS.match(words))


def _label(table: Table) -> int:
    """The column whose cells say what a row is of: the first of words."""
    for at, each in enumerate(table.columns):
        if each.role in ("label", *_KEYS):
            return at
    return next((at for at, each in enumerate(table.columns) if not each.numeric and each.role not in _NOT_FIGURES), -1)


def _words(line: Line, label: int) -> tuple[str, Cell | None]:
    first = line.cells[label] if label >= 0 else None
    if first is None or not first.says:
        first = next(
            (each for each in line.cells if each.says and (is_time(each.text) or not _FIGURE.fullmatch(each.text))), None
        )
    return (_LEADS.sub("", first.lower) if first else ""), first


def _told(table: Table, line: Line, words: str, key: Cell | None, contexts: list[str], text: str) -> Told | None:
    if key and (_VOID.search(words) or _AWARD.match(words)):
        return None
    label = _LEADS.sub("", words) if key else next((each for each in contexts if topics.topic(each)), "")
    label = bare_ways.full(label, contexts)
    said, figures = Said(label, key, contexts, text), []
    for column, cell in zip(table.columns, line.cells, strict=True):
        if cell is key or column.role in _NOT_FIGURES or not cell.says:
            continue
        if not (_FIGURE.fullmatch(cell.text) or twofold.several(cell)):
            continue
        if column.role == "earlier" and not _YEAR.search(meant(table.columns, column)):
            continue
        pair = twofold.pair(column.head, label, _unit_of(table, line), *contexts, table.unit)
        parts = twofold.figures(column, label, cell, pair)
        for of, words, each in parts:
            own = said if words == label else replace(said, label=words)
            if not _NOUGHT.fullmatch(each.text) and (figure := _figure(table, line, of, each, own)):
                figures.append(figure)
    keyed = next((column for column, cell in zip(table.columns, line.cells, strict=True) if cell is key), None)
    if not figures:
        return None
    return Told(line, figures, key, _keyed(keyed), keyed.head) if keyed else Told(line, figures, key)


def _keyed(column: Column) -> str:
    """The role of the column that tells rows apart; ``donor`` or ``district`` where its head says so."""
    known = [role for name, role in (("donor", "donor"), ("location", "district")) if ("ngo_aid", name) in column.meanings]
    return column.role or next(iter(known), "post" if _POST.match(column.head) else "")


def _figure(table: Table, line: Line, column: Column, cell: Cell, said: Said) -> Figure | None:
    """What a number counts: its column says so, else its row, else what stands above."""
    label, contexts = said.label, said.contexts
    head = "" if column.role in ("value", "earlier") or is_time(column.head) else twofold.PAIR.sub(" ", column.head).strip()
    label = _whole(twofold.PAIR.sub(" ", label).strip(), contexts)
    unit = "" if twofold.PAIR.fullmatch(unit := _unit_of(table, line)) else unit
    own_units = tuple(each for each in (_unit_in(cell), unit, column.unit, _bracketed(label)) if each)
    first = next(iter(own_units), "")
    of_head, of_label = topics.topic(head), topics.topic(label)
    if not of_head and _IS_SUM.fullmatch(column.head) and not of_label and (sums := _summed(table, column)) is not None:
        of_head = sums
        if not sums:
            return None
    name = of_head or of_label or _beside(table, column) * bool(head) or topics.about("", contexts)
    if name == "visitors" and any(_DELEGATIONS.search(each.head) for each in table.columns):
        name = "delegation_in"
    own = not of_head and bool(of_label)
    found = topics.counted(name, head, first) if head else None
    if found is None:
        found = topics.counted(name, label, first)
        own = own or (found is not None and not of_head and topics.counted(name, label, "") is not None)
    unsaid = not of_label and not _PLEDGED.search(label)
    if name == "ngo_aid" and not head and unsaid and (found is None or found[1] == "committed"):
        found = topics.counted(name, " ".join(contexts), first or table.unit)
    found = found or topics.counted(name, head or label, "" if twofold.PAIR.search(table.unit) else table.unit)
    if found is None and name == "agreement" and line.total and not head:
        found = next((each for words in contexts if (each := topics.counted(name, words, first))), None)
        own = True
    if found and found[1] == "count" and (level := topics.counted(name, label, "")) and level[1].startswith("count_"):
        found, own = level, True
    if found is None or (own and found[0] == "ngo_aid" and is_earlier(table.columns, column)):
        return None
    share = own and bool(_PART.match(label))
    own = own or (
        not of_head
        and not head
        and name == topics.topic(contexts[0] if contexts else "")
        and bool(first)
        and _WHAT.search(label) is not None
    )
    place = abreast.share(said.key) if share and said.key else abreast.place(column, said.text, contexts)
    share = share or (not of_head and _is_share(table, column, head, topics.counted(name, head, "")))
    if (share and place is None) or (place and abreast.is_country(place) and found[0] in _NOT_BY_COUNTRY):
        return None  # of what no column holds
    units = (*own_units, table.unit) if table.unit else own_units
    times = _times(table, line, column)
    return Figure(*found, cell, units, times, name, own and place is None, place, _apart(table, column, head))


def _whole(label: str, contexts: list[str]) -> str:
    """The words of a row with what they leave out: ``Trong đó: Xuất`` below trade are exports."""
    bare = _PART.sub("", label).strip(" :-+")
    if topics.topic(contexts[0] if contexts else "") != "trade" or bare not in _SIDES:
        return label
    return _SIDES[bare]


def _is_share(table: Table, column: Column, head: str, counts: topics.Counted | None) -> bool:
    """Whether a column holds a share of what no column of a record holds: ``trong đó``, a kind beside ``Cộng``."""
    if _PART.match(head):
        return counts is None
    if not head or has_time(head) or _IS_SUM.fullmatch(head) or background.BARE.match(head) or (counts and "count_" in counts[1]):
        return False
    beside = [each for each in table.columns if each.numeric and each is not column and each.group == column.group]
    return any(_IS_SUM.fullmatch(each.head) for each in beside)


def _apart(table: Table, column: Column, head: str) -> str:
    """What parts a column's figures from those of others: its time, or the sum beside times."""
    times = [time for each in table.columns if each.numeric and (time := time_of(each.group) or time_of(each.head))]
    if not times:
        return ""
    if not head or not (column.group or has_time(head)):
        return "" if head else meant(table.columns, column)
    return (column.group if is_time(column.group) or not has_time(column.head) else "") or time_of(column.head)


def _unit_of(table: Table, line: Line) -> str:
    """The unit that a cell of a row says."""
    cells = zip(table.columns, line.cells, strict=True)
    return next((each.lower for known, each in cells if known.role == "unit" and each.says), "")


def _beside(table: Table, column: Column) -> str:
    """What the nearest column before counts where several columns count: ``Đoàn ra | Số người | Đoàn vào | Số khách``."""
    said = [(each is column, topics.topic(each.head)) for each in table.columns if each.numeric]
    before = (
        [found for _, found in said[: next(at for at, (own, _) in enumerate(said) if own)] if found] if column.numeric else []
    )
    return before[-1] if before and len({found for _, found in said if found}) > 1 else ""


def _summed(table: Table, column: Column) -> str | None:
    """What the sum of the columns beside it is of: exports and imports make trade; None where they say nothing."""
    beside = {found for each in table.columns if each is not column and each.numeric and (found := topics.topic(each.head))}
    if beside == {"exports", "imports"}:
        return "trade"
    return None if len(beside) < 2 else ""


def _unit_in(cell: Cell) -> str:
    match = re.fullmatch(r"\W*\d[\d.,/ ]*(?P<unit>[^\W\d].*?)?\W*", cell.text)
    return (match["unit"] or "").lower() if match else ""


def _bracketed(label: str) -> str:
    match = re.search(r"\(([^()]{1,24})\)\W*$", label)
    return match[1] if match else ""


def _times(table: Table, line: Line, column: Column) -> list[Span]:
    """Where the time of a figure may be said, nearest first: its column's head, its row, the groups, the titles."""
    cells_ = [
        each.pieces[0]
        for each in line.cells
        if each.pieces and (not _FIGURE.fullmatch(each.text) or _YEAR.fullmatch(each.text) or is_time(each.text))
    ]
    return [*column.spans] + cells_ + [each.pieces[0] for each in reversed(line.groups)] + _head_of(table) + table.titles


def _head_of(table: Table) -> list[Span]:
    """Where the head of the labels stands: ``Đoàn vào năm 2020``."""
    at = _label(table)
    return list(table.columns[at].spans) if at >= 0 else []


def tables(view: View) -> tuple[list[Table], dict[int, list[Told]], list[spoken.Row]]:
    """The tables of a view whose rows a record may hold, the figures of those that count, by where they begin, and the rows of
    those that tell their figures in words.
    """
    found: list[Table] = []
    worded: list[spoken.Row] = []
    counted: dict[int, list[Told]] = {}
    before = ""
    for table in read(view):
        if said := spoken.rows(table, view.text):
            worded += said
            table = replace(table, kind="", planned=True)  # read as sentences, not as cells
        figures = [] if table.kind or table.planned else told(table, view.text, before)
        before = next((words for each in table.titles if topics.topic(words := view.text[slice(*each)].lower())), before)
        if table.kind or table.planned or figures or is_tally(table):
            found.append(table)
            counted[table.start] = figures
    return found, counted, worded


__all__ = ["Figure", "Told", "tables", "told"]
