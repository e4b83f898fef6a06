"""International agreements: totals by level, and single ones that were signed."""

from __future__ import annotations

from collections.abc import Iterator

from ...kinds.agreement import Agreement
from ...text import pattern
from ..build import Draft
from ..page import Mention, Page, Sentence
from ..places import countries, is_foreign
from ..values import count, day

_UNIT = pattern(
    r"(?:bản |văn bản )?(?:thỏa thuận|hợp đồng(?: quốc tế)?|biên bản|ghi nhớ|văn bản (?:hợp tác|thỏa thuận|ký kết)|TTQT|ttqt|văn kiện hợp tác)"
)
_PARTNERS = pattern(r"(?:địa phương|đối tác|tổ chức|quốc gia|nước)")
_LEVELS = (
    ("count_province", pattern(r"cấp tỉnh")),
    ("count_department", pattern(r"cấp sở|sở,? ngành")),
    ("count_district", pattern(r"cấp huyện")),
    ("count_commune", pattern(r"cấp xã")),
)
_SIGNS = pattern(r"\b(?:ký|kí)(?: kết)?\b|\bđặt bút\b")
_WAS_SIGNED = pattern(r"^[^;.]{0,60}?\b(?:được )?(?:ký|kí)(?: kết)?\b")
_ONGOING = pattern(r"\b(?:đang|duy trì|triển khai|thực hiện) (?:[^,;.]{0,30} )?$")
_AGREED = pattern(r"\b(?:thông qua|thống nhất|triển khai|đang thực hiện) (?:[^,;.]{0,24} )?$")
_STATE = ("hiệp định", "hiệp ước", "nghị định thư", "công ước", "hiến chương", "công hàm", "tuyên bố")
_FORMS = (
    ("memorandum", "ghi nhớ"),
    ("memorandum", "mou"),
    ("minutes", "biên bản"),
    ("letter", "ý định thư"),
    ("agreement", "thỏa thuận"),
    ("agreement", "thoả thuận"),
    ("programme", "chương trình"),
    ("statement", "tuyên bố"),
    ("contract", "hợp đồng"),
    ("plan", "kế hoạch"),
)
_STOP = r"(?=,? (?:về|tại|giai đoạn|ngày|năm|trong (?:lĩnh|các|năm|tháng)|nhằm|vào|để|có|được|do|gồm|với các nội dung|ký kết)\b|, (?!(?:các|tỉnh|huyện|thành phố|nước|Vương quốc|Cộng hòa|CHDCND|[A-ZĐ][\w-]+(?: [A-ZĐ][\w-]+)*(?:,| \()))|[;.\n(]|$)"
_BETWEEN = pattern(
    rf"\bgiữa (?P<one>[^;.\n]{{3,140}}?) với (?P<two>[^;.\n]{{3,140}}?){_STOP}|\bgiữa (?P<three>[^;.\n]{{3,140}}?) và (?P<four>[^;.\n]{{3,140}}?){_STOP}"
)
_WITH = pattern(rf" với (?P<two>[^;.\n]{{3,140}}?){_STOP}")
_COUNTRY_BEHIND = pattern(
    r",? (?:nước )?(?:Cộng hòa xã hội chủ nghĩa Việt Nam|CHXHCN Việt Nam|Việt Nam|Vương quốc Campuchia|Campuchia|Cộng hòa dân chủ nhân dân Lào|CHDCND Lào|Lào|Trung Quốc)$",
    2,
)
_LEVEL = (
    (
        "organisation",
        pattern(r"hội |liên hiệp|đoàn thể|trường|đại học|học viện|bệnh viện|công ty|mặt trận|khối|đoàn thanh niên|hiệp hội"),
    ),
    ("commune", pattern(r"\bxã\b|phường|thị trấn")),
    ("department", pattern(r"\bsở\b|\bcục\b|\bban\b|chi cục|trung tâm|công an|bộ chỉ huy|biên phòng")),
    ("district", pattern(r"\bhuyện\b|thị xã")),
    ("province", pattern(r"\btỉnh\b|thành phố|\bta\b")),
)
_AT = pattern(
    r"\b(?:ký|kí)(?: kết)?[^;.\n]{0,100}? (?:tại|ở) (?P<place>[^,;.\n]{3,60}?)(?= (?:ngày|năm|tháng|nhằm|về|giữa)\b|[,;.\n)]|$)"
)
_FIRST_AT = pattern(r"\b[Tt]ại (?P<place>(?:thành phố|thủ đô|thị xã|tỉnh|huyện) [^,;.\n]{3,40}?),")
_SUBJECT = pattern(r"(?P<who>[^,;.\n]{4,150}?),? (?:đã |vừa |cũng đã |cùng )?(?:đàm phán,? )?(?:và )?(?:ký|kí)(?: kết)?\b")
_BOTH = pattern(
    r"(?:^|[,:] |\\n)(?P<one>(?:(?!ngày|tại|tháng|năm|sau)[^,;:.\n]){3,90}?) (?:và|cùng|với) (?P<two>[^,;.\n]{3,90}?),? (?:đã |vừa |cùng |cũng đã )?(?:tiến hành )?(?:đặt bút )?(?:ký|kí)(?: kết)?\b",
    2,
)
_VERB_LIST = pattern(r"\b(?:thăm|làm việc|tổ chức|tham gia|sau|hai bên|các bên|ta)\b", 2)
_ABOUT = pattern(r"^(?:[^\n]{0,40}?) (?:về|trong lĩnh vực|trên lĩnh vực) (?P<subject>[^;.\n]{4,140})")


def drafts(page: Page) -> Iterator[Draft]:
    """The rows of agreements, sentence by sentence; treaties between states and plans to sign make none."""
    for sentence in page.sentences:
        if draft := _total(sentence):
            yield draft
        for mention in sentence.of("AGREEMENT"):
            if draft := _single(page, sentence, mention):
                yield draft


def _total(sentence: Sentence) -> Draft | None:
    found = [each for each in sentence.counts(_UNIT) if sentence.is_fact(each.start)]
    if not found or not (sentence.search(_SIGNS) or "quốc tế" in sentence.lower or "hiệu lực" in sentence.lower):
        return None
    draft = Draft("international_agreement", sentence, summary=True)
    for place, each in enumerate(found):
        end = found[place + 1].start if place + 1 < len(found) else each.end + 60
        words = sentence.after(each.start, end - each.start)
        column = next((name for name, cue in _LEVELS if cue.search(words)), "count")
        draft.put(column, count(each), each, "count")
    for each in sentence.counts(_PARTNERS):
        if each.start > found[0].end and sentence.before(each.start, 12).rstrip().endswith(("với", "của")):
            draft.put("count_partners", count(each), each, "count")
            break
    return draft if len(draft) else None


def _single(page: Page, sentence: Sentence, mention: Mention) -> Draft | None:
    value = mention.entity.value
    if not isinstance(value, Agreement) or value.type.startswith(_STATE) or not sentence.is_fact(mention.start):
        return None
    signed = _SIGNS.search(sentence.before(mention.start, 90)) or _WAS_SIGNED.match(sentence.after(mention.end, 140))
    if not (signed or _AGREED.search(sentence.before(mention.start, 50))):
        return None
    draft = Draft("international_agreement", sentence)
    draft.say("title", mention.start, mention.end, "title")
    form = next((key for key, word in _FORMS if word in value.type), None)
    head = mention.start + len(value.type)
    draft.put("form", form, (mention.start, head), "title")
    _parties(page, draft, sentence, mention)
    named, said = countries(sentence, sentence.start, sentence.start + len(sentence.text))
    other = draft.slots.get("party_foreign")
    if other:
        first, last = (page.view.place(place) for place in (other.evidence[0].start, other.evidence[0].end + 20))
        theirs = countries(sentence, first, last)
        named, said = theirs if theirs[0] else (named, said)
    if named:
        draft.put("country", named[0], said[0], "named")
    _dates(draft, sentence, mention)
    at = _AT.search(sentence.text) or _FIRST_AT.search(sentence.text, 0, mention.start - sentence.start)
    if at:
        draft.say("signed_at", sentence.start + at.start("place"), sentence.start + at.end("place"), "place")
    if match := _ABOUT.match(page.view.text[mention.start : mention.end]):
        words = " ".join(match["subject"].split())
        draft.put("subjects", [words], (mention.start + match.start("subject"), mention.end), "title")
    runs = _ONGOING.search(sentence.before(mention.start, 50))
    if signed or runs:
        place = (mention.start, mention.end)
        draft.put("status", "ongoing" if runs else "signed", place, "running" if runs else "signed")
    return draft


def _parties(page: Page, draft: Draft, sentence: Sentence, mention: Mention) -> None:
    """``giữa A với B``, else ``A ký … với B``; the foreign side is the one that is a foreign body or names a foreign place."""
    at = mention.start - sentence.start
    if match := _BETWEEN.search(sentence.text, at):
        names = ("one", "two") if match["one"] else ("three", "four")
        sides = [(sentence.start + match.start(name), sentence.start + match.end(name)) for name in names]
    elif match := _WITH.search(sentence.text, mention.end - sentence.start - 1):
        sides = [(sentence.start + match.start("two"), sentence.start + match.end("two"))]
        subject = _SUBJECT.search(sentence.text[: at + 1])
        if subject and not _VERB_LIST.search(subject["who"]):
            sides.insert(0, (sentence.start + subject.start("who"), sentence.start + subject.end("who")))
    else:
        sides = _signers(sentence, at)
    for start, end in sides:
        foreign = _is_foreign_side(page, sentence, start, end)
        words = page.view.text[start:end]
        while tail := _COUNTRY_BEHIND.search(words):
            if not tail.start():
                break
            words = words[: tail.start()]
        end = start + len(words)
        draft.say("party_foreign" if foreign else "party_vn", start, end, "side")
        if not foreign and (level := next((key for key, cue in _LEVEL if cue.search(words.lower())), None)):
            draft.put("level", level, (start, end), "side")


def _signers(sentence: Sentence, at: int) -> list[tuple[int, int]]:
    """``UBND tỉnh A và Chính quyền tỉnh B đã ký``: the two sides of the subject, where one of them is foreign."""
    match = _BOTH.search(sentence.text, 0, at)
    if not match:
        return []
    return [(sentence.start + match.start(name), sentence.start + match.end(name)) for name in ("one", "two")]


def _is_foreign_side(page: Page, sentence: Sentence, start: int, end: int) -> bool:
    bodies = sentence.inside(start, end, "ORG")
    if bodies and 2 * (bodies[0].end - bodies[0].start) > end - start:
        return is_foreign(page, sentence, bodies[0])
    return bool(countries(sentence, start, end)[0])


def _dates(draft: Draft, sentence: Sentence, mention: Mention) -> None:
    """The term, and the day nearest to the word of signing that stands in no title."""
    signs = [sentence.start + match.start() for match in _SIGNS.finditer(sentence.text)] or [mention.start]
    sign = min(signs, key=lambda place: min(abs(place - mention.start), abs(place - mention.end)))
    best: tuple[int, Mention, str] | None = None
    for each in sentence.of("DATE"):
        value = day(each)
        if not value:
            continue
        if each.text.lower().startswith("giai đoạn") or ("/" in value and len(value) == 9):
            near = each.start - mention.end < 60 and each.start >= mention.start
            if near:
                draft.put("term", value, each, "period")
        elif not mention.start <= each.start < mention.end and "/" not in value:
            far = min(abs(each.start - sign), abs(each.end - sign))
            if best is None or far < best[0]:
                best = (far, each, value)
    if best and best[0] < 160:
        draft.put("signed_on", best[2], best[1], "date")
