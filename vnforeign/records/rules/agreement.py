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
    r"(?:bản |văn bản )?(?:thỏa thuận|hợp đồng quốc tế|biên bản|ghi nhớ|văn bản (?:hợp tác|thỏa thuận|ký kết)|TTQT|ttqt|văn kiện hợp tác)"
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
_ONGOING = pattern(r"\b(?:đang|tiếp tục|duy trì|triển khai|thực hiện)\b")
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
_BETWEEN = pattern(
    r"\bgiữa (?P<one>[^;.\n]{3,140}?) (?:và|với) (?P<two>[^;.\n]{3,140}?)(?=,? (?:về|tại|giai đoạn|ngày|năm|trong|nhằm|vào|để|có|được|do|gồm|, )|[,;.\n(]|$)"
)
_WITH = pattern(r" với (?P<two>[^;,.\n]{3,110}?)(?= (?:về|tại|giai đoạn|ngày|năm|trong|nhằm|vào|để|có|với)\b|[,;.\n(]|$)")
_AT = pattern(
    r"\b(?:ký|kí)(?: kết)?[^;.\n]{0,100}? (?:tại|ở) (?P<place>[^,;.\n]{3,60}?)(?= (?:ngày|năm|tháng|nhằm|về|giữa)\b|[,;.\n)]|$)"
)
_SUBJECT = pattern(r"(?P<who>[^,;.\n]{4,150}?),? (?:đã |vừa |cũng đã |cùng )?(?:đàm phán,? )?(?:và )?(?:ký|kí)(?: kết)?\b")
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
    if not signed:
        return None
    draft = Draft("international_agreement", sentence)
    draft.say("title", mention.start, mention.end, "title")
    form = next((key for key, word in _FORMS if word in value.type), None)
    head = mention.start + len(value.type)
    draft.put("form", form, (mention.start, head), "title")
    _parties(page, draft, sentence, mention)
    named, said = countries(sentence, sentence.start, sentence.start + len(sentence.text))
    if named:
        draft.put("country", named[0], said[0], "named")
    _dates(draft, sentence, mention)
    at = _AT.search(sentence.text)
    if at:
        draft.say("signed_at", sentence.start + at.start("place"), sentence.start + at.end("place"), "place")
    if match := _ABOUT.match(page.view.text[mention.start : mention.end]):
        draft.say("subjects", 0, 0, "none")
        words = " ".join(match["subject"].split())
        draft.put("subjects", [words], (mention.start + match.start("subject"), mention.end), "title")
    draft.put("status", "signed", (mention.start, mention.end), "signed")
    return draft


def _parties(page: Page, draft: Draft, sentence: Sentence, mention: Mention) -> None:
    """``giữa A và B``, else ``A ký … với B``; the foreign side is the one that names a foreign place."""
    at = mention.start - sentence.start
    if match := _BETWEEN.search(sentence.text, at):
        sides = [(sentence.start + match.start(name), sentence.start + match.end(name)) for name in ("one", "two")]
    elif match := _WITH.search(sentence.text, mention.end - sentence.start - 1):
        sides = [(sentence.start + match.start("two"), sentence.start + match.end("two"))]
        subject = _SUBJECT.search(sentence.text[: at + 1])
        if subject and not _VERB_LIST.search(subject["who"]):
            sides.insert(0, (sentence.start + subject.start("who"), sentence.start + subject.end("who")))
    else:
        return
    for start, end in sides:
        foreign = bool(countries(sentence, start, end)[0]) or any(
            is_foreign(page, sentence, each) for each in sentence.inside(start, end, "ORG")
        )
        draft.say("party_foreign" if foreign else "party_vn", start, end, "side")


def _dates(draft: Draft, sentence: Sentence, mention: Mention) -> None:
    for each in sentence.of("DATE"):
        value = day(each)
        if not value:
            continue
        if each.text.lower().startswith("giai đoạn") or ("/" in value and len(value) == 9):
            draft.put("term", value, each, "period")
        elif not mention.start <= each.start < mention.end and "/" not in value:
            draft.put("signed_on", value, each, "date")
