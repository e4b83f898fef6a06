"""One grant: which part of a sentence speaks of it, what it is called, who receives it, where, how long, how much."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .. import details, sums
from ..build import Draft, Words
from ..countries import country_named, names
from ..page import Mention, Page, Sentence
from ..values import day
from ..wording import pattern
from . import bare, decision, gift, purpose, receiver, yielded
from .donor import Giver

_TITLE = pattern(
    r"\b(?P<form>(?:[Dd]ự án [Cc]hương trình|[Dd]ự án|[Dd]ư án|[Cc]hương trình|[Kk]hoản (?:viện trợ|tài trợ)(?: phi dự án)?|"
    r"(?:[Vv]iện trợ )?[Pp]hi dự án|[Cc]ông trình))"
    r" ?:? ?(?P<name>(?:[A-Z]{3,12} )?[\"“][^\"”\n]{3,150}[\"”]|[^;.:()\n\"“]{4,140})"
)
_NAME_ENDS = pattern(
    r"(?:,? (?:tại|ở|do|với (?:mức|số|tổng|kinh|giá|trị|vốn|ngân)|trị giá|giai đoạn|năm|từ|tổng|có|của|được|kinh phí|trên địa bàn|đang|"
    r"đã|đúng|vốn|hỗ trợ bởi|nhằm|trong|theo|thông qua|bằng|để|mà|này|với tổng|là|thuộc)\b)|"
    r" cho (?=[A-ZĐ\d])|, (?=[A-ZĐ]|huyện|xã|thị xã|thành phố|tỉnh|với|trị|tổng|vốn)| (?:và|cùng) (?=dự án|chương trình)|(?<=\w)\d[\d.,]* (?:USD|triệu|tỷ|nghìn|ngàn|EUR|đồng)| ?\d"
)
_NO_NAME = pattern(
    r"(?:này|đó|trên|của|do|với|có|đã|được|tác động nhanh|quy mô nhỏ|cấp cơ sở|trọng điểm|phi chính phủ|viện trợ|mới|khác|tại|đang|gồm|lớn|nhỏ|nêu trên|và|oda|ngo|pcpnn|đầu tư|trong|từ|trị giá|nào|"
    r"kéo dài|diễn ra|hợp tác|hành động|cho|theo|về|,|tiêu biểu|là|như|ở|thực hiện|triển khai|kết thúc|hoàn thành|bắt đầu|kéo|chạy|sắp|vừa|còn|hết|đó là|nước ngoài|nói trên|kể trên|nêu|không hoàn lại|tài trợ không|này|ấy|tài trợ (?:bởi|của|không|với|cho tỉnh)|từ thiện|nhân đạo|do)\b",
    2,
)
#: What leads a list of projects: ``Các dự án đáng kể: X (A, 85.000 USD). Y (B, …).``
_PROJECTS = pattern(r"\b(?P<form>[Dd]ự án)\b[^:.();\d]{0,40}: ")
_BACK = pattern(r"(?:nói trên|kể trên|nêu trên|trên|này|đó|ấy|khác)\b")
_CLAUSE = pattern(r"(?:^|[;,:.-]|^\W{0,3}(?:\d{1,2}|[a-zđ])[.)]) ?$")
_QUOTED = pattern(r"[\"“][A-ZĐ][^\"”\n]{5,120}[\"”]")
_WITHIN = pattern(r"(?:qua|khuôn khổ|theo|trong|thuộc)(?: các| một)? $")
_MANAGES = pattern(r"[Cc]ơ quan chủ quản ?(?::|là) ?(?P<who>[^,;.()\n]{3,60})")
_STATUS = pattern(r"(?P<said>đang (?:được )?(?:triển khai|thực hiện)|đã kết thúc|bàn giao xong|đã (?:hoàn thành|bàn giao))")
#: The same in other words, surer with a time behind them.
_STATE = pattern(
    r"(?P<said>đang ở năm thứ \w+|còn hiệu lực|(?:đã |vừa |mới )?(?:kết thúc|hoàn thành|bàn giao|khánh thành|nghiệm thu)"
    r"(?: (?:vào |trong |từ |hồi )?(?:(?:ngày |tháng |quý |năm |cuối |đầu )+[\divx/.-]+|\d{1,2}[/-]\d[\d/-]*))|vừa kết thúc|"
    r"đưa vào (?:hoạt động|sử dụng|khai thác)|tiếp tục (?:được )?(?:thực hiện|triển khai)|đã phát xong|đã phân bổ xong)(?! của)"
)
_TYPES = (
    (
        "international",
        pattern(
            r".*liên hiệp quốc|.*liên hợp quốc|unicef|undp|who\b|unesco|fao\b|unfpa|un women|.*liên minh châu âu|asean|"
            r"tổ chức (?:di cư|y tế|lao động|lương thực|di trú|nông lương|khí tượng)|iom\b|ilo\b|unaids|unido|wfp\b|chương trình lương thực|ngân hàng (?:thế giới|phát triển châu)",
            2,
        ),
    ),
    ("foundation", pattern(r"quỹ\b|.*\bfoundation\b", 2)),
    ("company", pattern(r"công ty|tập đoàn|.*\bdoanh nghiệp|.*\bdoanh nhân|.*thương gia|ngân hàng|.*nhà đầu tư", 2)),
    (
        "government",
        pattern(
            r"chính phủ|tổng lãnh sự|đại sứ|đại sứ quán|(?:tổng )?lãnh sự quán|tlsq|đsq|hội đồng (?:tỉnh|vùng|thành phố)|vùng|tỉnh\b|thành phố\b|chính quyền|bộ\b",
            2,
        ),
    ),
)
_OF_HEAD = pattern(
    r"[^\w\n]{0,4}(?:\d{1,2}[.)] ?|[a-zđ]\) ?)?(?:Tại |Ở )?(?:[Hh]uyện|[Tt]hị xã|[Tt]hành phố|[Xx]ã|TP\.?) [^:;,.\n]{2,24}: "
)
_NGO = pattern(r"phi ch(?:í|á)nh phủ|pcpnn|\bngo\b")
_DECISION = pattern(r"(?:QĐ|[Qq]uyết định)\b.*QĐ-(?:UB|CT)")
_CARRIES_OUT = pattern(r"(?:thực hiện|triển khai|quán triệt|căn cứ)[^,;]{0,12}$")
_LASTS = pattern(r"(?:thời gian(?: thực hiện)?|thời hạn|năm tài khoá|năm tài khóa|thực hiện trong)[ :]*$")
_SEATED = pattern(r"(?:UBND|Ủy ban|Uỷ ban|Bệnh viện|Trung tâm Y tế|Trạm|Phòng|Ban|Hội|Sở|Khoa)\b", 2)
_MONTH = 27  # days: what is shorter is a visit, no term


def row(page: Page, sentence: Sentence, giver: Giver | None, start: int, end: int, summary: bool = False) -> Draft:
    """The row of a grant whose words stand between two places."""
    draft = Draft("ngo_aid", sentence, summary=summary)
    if giver:
        donor(draft, sentence, giver)
    if not summary:
        _title(draft, sentence, giver, start, end)
    purpose.of_form(draft, sentence, start, end)
    if not summary:
        receiver.headed(draft, sentence, giver)
    receiver.given(page, draft, sentence, giver, start, end)
    rest(draft, sentence, start, end)
    if not summary and "approval" not in draft and decision.article(sentence):
        decision.approval(draft, sentence)
    if not summary:
        _money(draft, sentence, giver, start, end)
        gift.name(draft, sentence, giver, start, end)
    purpose.of_sector(draft, sentence, giver, start, end)
    return draft


def kind_of(name: str) -> str | None:
    """What kind of giver a name tells of: ``Quỹ``, ``Công ty``, ``Đại sứ quán``."""
    return next((key for key, cue in _TYPES if cue.match(name)), None)


def donor(draft: Draft, sentence: Sentence, giver: Giver) -> None:
    """Who gives, of what kind and from which country."""
    start, end = giver.words
    if giver.label == "SAME":
        return
    draft.say("donor", start, end, "giver")
    if giver.country:
        name, mention = giver.country
        draft.put("donor_country", name, mention, "beside")
    elif giver.label == "ORG":
        _country_in(draft, sentence, start, end)
    kind = kind_of(sentence.page.view.text[start:end])
    if giver.joint:
        kind = None
    elif giver.label == "PERSON":
        kind = "person"
    elif giver.label == "FOREIGN_UNIT":
        kind = "government"
    elif kind is None and giver.label == "ORG" and _NGO.search(sentence.before(start, 30)):
        kind = "ngo"
    elif kind is None and sentence.before(start, 5) == "quỹ ":
        kind = "foundation"
    draft.put("donor_type", kind, (start, end), "head")


def _country_in(draft: Draft, sentence: Sentence, start: int, end: int) -> None:
    """The country that a name ends with: ``Oxfam Anh``, ``Caritas Đức``."""
    text = sentence.page.view.text
    for words in (2, 1):
        tail = " ".join(text[start:end].split()[1:][-words:])
        if tail and country_named(tail) in names().values() and country_named(tail) != "Việt Nam":
            draft.put("donor_country", country_named(tail), (end - len(tail), end), "ending")
            return


def _money(draft: Draft, sentence: Sentence, giver: Giver | None, start: int, end: int) -> None:
    """Sums before a giver count where the giver stands behind its gift (``do A tài trợ``); all behind it do."""
    if giver and giver.how in ("by", "named", "given"):
        sums.fill(draft, sentence, start, giver.start, "committed")
    held = "committed" in draft
    sums.fill(draft, sentence, max(giver.end, start) if giver else start, end, None if held else "committed")


def rest(draft: Draft, sentence: Sentence, start: int, end: int) -> None:
    """Who owns and manages a grant, where and how long it runs, what approves it."""
    words = sentence.text[start - sentence.start : end - sentence.start]
    receiver.said(draft, start, words)
    if "managing_agency" not in draft and (agency := _MANAGES.search(words)):
        draft.say("managing_agency", start + agency.start("who"), start + agency.end("who"), "words")
    if "status" not in draft and (status := _STATUS.search(words)):
        draft.say("status", start + status.start("said"), start + status.end("said"), "words")
    if "status" not in draft and (state := _STATE.search(words.lower())):
        draft.say("status", start + state.start("said"), start + state.end("said"), "state")
    yielded.put(draft, sentence, start, end)
    _places(draft, sentence, start, end)
    for date in sentence.inside(start, end, "DATE"):
        if "term" not in draft and (value := day(date)) and _lasts(sentence, date):
            draft.put("term", value, date, "period")
    if "approval" not in draft:
        details.permission(draft, sentence, "approval", start, end)
    for paper in sentence.inside(start, end, "DIRECTIVE"):
        if "approval" not in draft and _DECISION.match(paper.text) and not _CARRIES_OUT.search(sentence.before(paper.start, 30)):
            draft.put("approval", " ".join(paper.text.split()), paper, "decision")


def _places(draft: Draft, sentence: Sentence, start: int, end: int) -> None:
    if "location" in draft:
        return
    text = sentence.page.view.text
    named = [each for each in sentence.inside(start, end, "DISTRICT", "COMMUNE") if not _of_body(sentence, each)]
    further = bare.further(sentence, named[-1].end, end) if named else []
    known = [each for each in bare.known(sentence, start, end) if each not in further]
    told: list[tuple[int, str, Words]] = [(each.start, _bare(each), each) for each in named]
    told += [(one, text[one:two], (one, two)) for one, two in [*further, *known]]
    told = [each for each in sorted(told, key=lambda each: each[0]) if not _of_owner(draft, sentence, each[0])]
    if told:
        draft.put("location", list(dict.fromkeys(name for _, name, _ in told)), [words for *_, words in told], "places")
        return
    if (head := _OF_HEAD.match(sentence.text)) and (
        first := sentence.inside(sentence.start, sentence.start + head.end(), "DISTRICT", "COMMUNE")
    ):
        draft.put("location", [_bare(first[0])], first[:1], "head")
        return
    if spots := bare.districts(sentence, start, end):
        places: list[Words] = [*spots]
        draft.put("location", list(dict.fromkeys(text[one:two] for one, two in spots)), places, "bare")


def _of_owner(draft: Draft, sentence: Sentence, start: int) -> bool:
    """Whether a place is only the seat of the office or hospital that receives: ``Bệnh viện huyện Yên Lập``."""
    held = draft.slots.get("owner")
    if held is None or not _SEATED.match(str(held.value)):
        return False
    place = sentence.page.view.place
    return any(place(spot.start) <= start < place(spot.end) for spot in held.evidence)


def _lasts(sentence: Sentence, date: Mention) -> bool:
    value = date.entity.value
    first, last = getattr(value, "start", None), getattr(value, "end", None)
    if first and last and (day(date) or "").count("/") == 1:
        return bool((last - first).days >= _MONTH)
    return bool(_LASTS.search(sentence.before(date.start, 24))) or "/" in (day(date) or "")


def _of_body(sentence: Sentence, place: Mention) -> bool:
    """Whether a place stands inside a body's name: ``UBND huyện Nam Giang``."""
    return any(each.start <= place.start and place.end <= each.end for each in sentence.of("ORG"))


def _bare(mention: Mention) -> str:
    name = str(getattr(mention.entity.value, "name", mention.text))
    return mention.text if name.isdecimal() else name


def _title(draft: Draft, sentence: Sentence, giver: Giver | None, start: int, end: int) -> None:
    """``tài trợ dự án X``, or ``Dự án X do tổ chức A tài trợ``: the title nearest to the giver, before it where it stands behind."""
    text, at = sentence.text, sentence.start
    if giver and giver.how == "bracket":
        _before_bracket(draft, sentence, start, giver.start)
        return
    spans = [(start, end)] if giver is None else [(max(giver.end, start), end), (start, giver.start)]
    if giver and giver.how in ("by", "named", "given"):
        spans.reverse()
    unnamed = None
    for one, two in spans:
        for match in _titles(text, one - at, max(one, two) - at):
            if text[: match.start()].rstrip()[-1:].isdecimal():
                continue  # ``làm 4 công trình nước tự chảy``
            if match["form"].lower() == "công trình" and match["name"][0].islower():
                continue
            spoken = _CLAUSE.search(text, 0, match.start()) and not _BACK.match(match["name"])
            unnamed = unnamed or (match if spoken else None)
            if (name := _name(match["name"])) and not _WITHIN.search(text[max(0, match.start() - 14) : match.start()]):
                first = at + match.start("name")
                draft.say("name", first, first + len(name), "title")
                purpose.by_word(draft, match["form"].lower(), at + match.start("form"))
                return
    quoted = _QUOTED.search(text, start - at, end - at)
    if quoted and not (giver and giver.start < at + quoted.end() and at + quoted.start() < giver.end):
        draft.say("name", at + quoted.start(), at + quoted.end(), "title")
    if unnamed:
        purpose.by_word(draft, unnamed["form"].lower(), at + unnamed.start("form"))


def _titles(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The words for a project with what follows them, each again where it stands inside what follows another."""
    while match := _TITLE.search(text, start, end):
        yield match
        start = match.start("name")


def _before_bracket(draft: Draft, sentence: Sentence, start: int, end: int) -> None:
    """``xe lăn (LDS Charities, 60.000 USD)``: what stands before the bracket is the title, behind the word of its form."""
    cut = sentence.text.rfind("(", start - sentence.start, end - sentence.start)
    words = sentence.text[start - sentence.start : max(cut, start - sentence.start)]
    form = _TITLE.search(words)
    if quoted := list(_QUOTED.finditer(words)):
        draft.say("name", start + quoted[-1].start(), start + quoted[-1].end(), "title")
        if lead := _PROJECTS.search(sentence.opening.text):
            purpose.by_word(draft, "dự án", sentence.opening.start + lead.start("form"))
        return
    first = start + (form.start("name") if form else len(words) - len(words.lstrip(" ,;.-+")))
    draft.say("name", first, start + len(words), "title")
    if form:
        purpose.by_word(draft, form["form"].lower(), start + form.start("form"))
    elif lead := _PROJECTS.search(sentence.opening.text):
        purpose.by_word(draft, "dự án", sentence.opening.start + lead.start("form"))


def _name(words: str) -> str:
    """A title's words up to where the sentence goes on; nothing where they are no title (``dự án này``)."""
    if words[0] in '"“' or words[-1] in '"”':
        return words
    if _NO_NAME.match(words) or words[0] == ",":
        return ""
    stop = _NAME_ENDS.search(words)
    name = words[: stop.start()] if stop else words
    return name.rstrip(" ,") if len(name.split()) > 1 or name[:1].isupper() else ""
