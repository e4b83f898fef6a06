"""Foreign non-governmental aid: totals of a period, single grants, rows of a table of donors."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from .. import sums
from ..build import Draft
from ..page import Page, Sentence
from ..places import country_of
from ..wording import pattern
from . import aid_sums, aid_totals, grant
from .counted import FREE, GRANTS, counts
from .donor import Giver
from .giver import DENIED, givers
from .parts import Part, parts
from .sector import sector

#: Words one of which stands in what is about aid; looked for in all sentences, so no pattern.
_WORDS: tuple[str, ...] = (
    "viện trợ",
    "phi chính phủ",
    "phi chánh phủ",
    "pcpnn",
    "tài trợ",
    "cứu trợ",
    "hỗ trợ quốc tế",
    "vận động được",
    "giá trị cam kết",
    "không hoàn lại",
)
_WORDS += ("từ thiện nhân đạo", "tổ chức nhân đạo", "bạn bè bốn phương", "bạn bè khắp nơi", "bạn bè năm châu")
_NGO = pattern(r"\bngos?\b")
_ABROAD = pattern(
    r"(?:tổ chức|bạn bè|đối tác|cá nhân) (?:quốc tế|nước ngoài)[^.;]{0,60}(?:giúp|tặng|rót|cho|hỗ trợ|ủng hộ|đóng góp|cam kết|giải ngân)|"
    r"(?:nhận|vận động|huy động|tranh thủ|quyên góp|kêu gọi được)[^.;]{0,40}(?:tổ chức|bạn bè|đối tác|cá nhân) (?:quốc tế|nước ngoài)"
)
_HINT = ("tặng", "trao", "giúp", "hỗ trợ", "ủng hộ", "góp", "chuyển", "gửi", " bỏ ", "không hoàn lại", " chi ", " cho ", "dành")
_GOES_ON = pattern(
    r"[^\w]*(?:(?:trong (?:đó|số này)|hiện|đến nay|cho đến nay|tính đến nay),? )?"
    r"(?:tổng|giá trị|trong đó|với tổng|số (?:vốn|tiền|đã|còn|giải ngân)|vốn|tiền|(?:đã |mới |được )?giải ngân|kinh phí|đến nay|cam kết|ngân sách|"
    r"tỉnh (?:đã )?bố trí|số (?:dự án|khoản|chương trình|tổ chức|nhà tài trợ|lượt))",
    2,
)
#: A heading, above those right over a sentence, that is of aid alone.
_PURE = pattern(
    r"(?:^|/) ?(?:[\w.]{1,6}[.)/:]? )?[^/]{0,30}(?:viện trợ|phi ch(?:í|á)nh phủ|pcpnn|\bngos?\b)(?![^/]*(?:đầu tư|kinh tế|đoàn ra|đoàn vào|biên giới))"
)
_WAITS = pattern(r"đang chờ|chờ thẩm định|mức đề nghị|chưa ký|đang thẩm định|đang xem xét|chưa được duyệt")
_OURS_ABROAD = ("kiều bào", "việt kiều", "người việt nam ở nước ngoài")
_GIFT = pattern(r"được (?:trao )?(?:tặng|viện trợ|tài trợ)|nhận (?:viện trợ|tài trợ|khoản)")
_PRESENTS = pattern(r"\b(?:tài trợ|viện trợ|tặng|ủng hộ|quyên góp|cứu trợ|giúp[^,;:]{0,20} xây)\b[^,;:]{0,24}$")
_GIVEN = pattern(r"^ ?[^,;.]{0,14}\b(?:tài trợ|viện trợ|tặng|ủng hộ|quyên góp|cứu trợ)\b")
_SAME_GIFT = pattern(
    r"dự án|công trình|chương trình|tổng|giá trị|trị giá|kinh phí|\bvốn\b|giải ngân|thời gian|chủ quản|đến nay|hết năm|phê duyệt|địa bàn|khoản|"
    r"bàn giao|đối ứng|tiếp nhận|hàng|mức"
)
#: What speaks of other gifts, or of all of them.
_OTHERS = pattern(
    r"\b(?:các|nhiều|những|một số|mọi) (?:dự án|chương trình|khoản|tổ chức|nhà tài trợ|đơn vị)|toàn tỉnh|cả năm|tổng cộng|ngoài ra|bên cạnh đó|"
    r"\b(?:dự án|công trình|khoản) (?:khác|thứ hai|còn lại)"
)
_LEADS = pattern(r":\s*$")
_AMONG = pattern(r"\W*(?:trong đó|cụ thể|gồm)\b")
_PARTIAL = pattern(r"trong đó,? ?(?:phía |tổ chức |vốn |phần )?$")
_SHARED = ("aid_form", "sector", "owner")  # columns of a gift of several givers: ``nhận cứu trợ của A …, của B …``
_ALONG = 5  # sentences behind that may speak of the same grant
_LINE = 90  # characters of a line that may be a heading
_RUN_IN = 40  # characters of a sentence that is a heading inside a paragraph


class Reader:
    """Reads a page sentence by sentence and remembers what was read: totals, the heading, whether the talk is of aid."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.totals: list[Draft] = []
        self.titled = _about(page.document.metadata.get("title", "").lower())
        self.listed = False
        self.spoke = False
        self.headed, self.under = "", False
        self.last: Giver | None = None
        self.taken: set[int] = set()

    def rows(self) -> Iterator[Draft]:
        for place, sentence in enumerate(self.page.sentences):
            about = _about(sentence.lower)
            if sentence.earlier is None and not self._goes_down(sentence):
                self.totals = []
                self.listed = self.listed and sentence.kind == "list_item"
            if sentence.earlier is None and len(sentence.text) < _LINE:
                self._heading(sentence, about)
            self.spoke = about or (self.spoke and sentence.earlier is not None)
            if sentence.mentions or "số " in sentence.lower or ": " in sentence.text:
                yield from self._of(place, sentence)
            self.listed = self.listed or ((about or self.spoke) and bool(_LEADS.search(sentence.text)))

    def _goes_down(self, sentence: Sentence) -> bool:
        """Whether a line follows a line of totals: ``Tổng số: 26 dự án``, ``Đã giải ngân: …``."""
        last = self.totals[-1].sentence if self.totals else None
        near = last is not None and sentence.passage - last.passage <= len(self.totals[-1]) and len(last.text) < _LINE
        return near and len(sentence.text) < _LINE and sentence.kind != "table"

    def _heading(self, sentence: Sentence, about: bool) -> None:
        """Remembers a line without figures that heads what follows though nothing marks it as a heading."""
        plain = sentence.kind == "paragraph" and sentence.text[-1:] not in ".;:,"
        if plain and not sentence.of("AMOUNT", "QUANTITY", "ORG"):
            self.headed, self.under = sentence.section, about

    def _talk(self, sentence: Sentence) -> bool:
        """Whether what stands here is about aid by its title, a heading or the words that lead its list."""
        under = self.under and sentence.section == self.headed
        return self.titled or self.listed or under or _headed(sentence.section, sentence.above)

    def _of(self, place: int, sentence: Sentence) -> Iterator[Draft]:
        talk = self._talk(sentence)
        if self.totals and _GOES_ON.match(sentence.text) and self._more(sentence):
            return
        known = talk or self.spoke or bool(self.totals)
        if not (known or sentence.of("AMOUNT") or _charities(sentence) or _presented(sentence)):
            return
        free = not aid_totals.of_loans(sentence.lower) or bool(FREE.search(sentence.lower))
        if not (free or ";" in sentence.text) or not (known or _hints(sentence) or _foreign_sum(sentence)):
            return
        heads = [each for each in givers(self.page, sentence, talk or self.spoke) if free or _is_gift(sentence, each)]
        counts = free and (talk or self.spoke or bool(self.totals and _AMONG.match(sentence.lower)))
        found = list(aid_totals.totals(sentence, heads)) if counts else []
        singles = self._told(place, sentence, heads, found, free and talk)
        if free and not found and aid_sums.of_all(sentence, talk, bool(self.totals)):
            found = self._all(sentence, heads, bool(singles))
        yield from found
        self.totals = found or self.totals
        yield from singles

    def _all(self, sentence: Sentence, heads: list[Giver], singles: bool) -> list[Draft]:
        """The rows of sums of all aid, which stand before the first gift where single ones are told too; a gift's own sum is none."""
        if not heads and DENIED.search(sentence.lower):
            return []
        until = min((each.start for each in heads), default=_end(sentence)) if singles else _end(sentence)
        return [each for each in aid_sums.sum_of_all(sentence, until) if not _sums([each]) & self.taken]

    def _told(self, place: int, sentence: Sentence, heads: list[Giver], found: list[Draft], talk: bool) -> list[Draft]:
        """The rows of single gifts that say enough; the last of them goes on in the sentences behind."""
        drafts = list(self._singles(sentence, heads, found, talk))
        if drafts:
            _read_on(self.page, drafts[-1][1], self.page.along(place, _ALONG)[1:])
        told = [draft for part, draft in drafts if _tells(sentence, part, draft, talk)]
        self.taken |= _sums(told)
        return told

    def _more(self, sentence: Sentence) -> bool:
        """Whether a sentence only adds sums to the totals before it."""
        held = set(self.totals[-1].slots)
        trial = Draft("ngo_aid", sentence, summary=True)
        found = counts(sentence)
        if (found and not self._goes_down(sentence)) or not aid_totals.add(trial, sentence, found) or held & set(trial.slots):
            return False
        self.totals[-1].slots |= trial.slots
        return True

    def _singles(self, sentence: Sentence, heads: list[Giver], totals: list[Draft], talk: bool) -> Iterator[tuple[Part, Draft]]:
        """A draft for each gift of a giver; without a giver, for a title or a receiver with a sum."""
        start = sentence.start
        if totals:
            heads = [each for each in heads if aid_totals.singled(sentence, each)]
            start = max(
                [each.end for each in sentence.of("AMOUNT", "QUANTITY") if heads and each.end < heads[0].start], default=start
            )
        before: Draft | None = None
        for part in parts(sentence, heads, start):
            if part.giver and before and not totals and _PARTIAL.search(sentence.before(part.giver.start, 24)):
                _add_sums(before, sentence, part.start, part.end, None)
                continue
            self._resolve(part)
            draft = self._single(sentence, part)
            if before and part.giver and part.giver.how == "named":
                draft.slots |= {key: before.slots[key] for key in _SHARED if key in before and key not in draft}
            yield part, draft
            before = draft
        if not heads and not totals and _nameless(sentence, talk):
            part = Part(None, sentence.start, _end(sentence))
            draft = self._single(sentence, part)
            if "committed" in draft and draft.slots.keys() & {"name", "owner"} and sentence.fact:
                yield part, draft

    def _resolve(self, part: Part) -> None:
        """Gives ``tổ chức này`` the name of the giver before it."""
        if part.giver and part.giver.label == "SAME" and self.last:
            part.giver.name, part.giver.country = self.last.words, self.last.country
            part.giver.label = self.last.label
        self.last = part.giver or self.last

    def _single(self, sentence: Sentence, part: Part) -> Draft:
        draft = grant.row(self.page, sentence, part.giver, part.start, part.end)
        if "sector" not in draft and (head := _run_in(sentence)) and (found := sector(head.lower)):
            draft.put("sector", found[0], (head.start + found[1], head.start + found[2]), "word")
        return draft


def drafts(page: Page) -> Iterator[Draft]:
    """The rows of aid received, sentence by sentence; aid given to a neighbour makes none."""
    return Reader(page).rows()


def _about(words: str) -> bool:
    """Whether words in small letters are about aid."""
    if any(word in words for word in _WORDS) or ("ngo" in words and _NGO.search(words)):
        return True
    return ("quốc tế" in words or "nước ngoài" in words) and bool(_ABROAD.search(words))


@lru_cache(maxsize=256)
def _headed(section: str, above: str) -> bool:
    return _about(section) or bool(_PURE.search(above))


def _hints(sentence: Sentence) -> bool:
    """Whether a word of giving stands in a sentence: a look that costs little."""
    return any(word in sentence.lower for word in _HINT)


def _is_gift(sentence: Sentence, giver: Giver) -> bool:
    """Whether a giver's clause speaks of no loan or investment, where another clause of the sentence does."""
    start, end = sentence.clause(giver.start)
    return not aid_totals.NOT_AID.search(sentence.lower, start - sentence.start, end - sentence.start)


def _nameless(sentence: Sentence, talk: bool) -> bool:
    """Whether a sentence may tell of a gift without naming who gave it: ``Khoa Nhi được tặng 15 máy thở trị giá 90.000 €``."""
    if _WAITS.search(sentence.lower) or any(each in sentence.lower for each in _OURS_ABROAD):
        return False
    return (talk and _hints(sentence)) or (bool(_GIFT.search(sentence.lower)) and _foreign_sum(sentence))


def _charities(sentence: Sentence) -> bool:
    """Whether a sentence names an embassy or an organisation whose work is giving."""
    return any(getattr(each.entity.value, "type", None) in ("embassy", "ngo", "ingo") for each in sentence.of("ORG"))


def _presented(sentence: Sentence) -> bool:
    """Whether things may be given by a foreign place: ``Thành phố Nice tặng thư viện tỉnh 2.000 cuốn sách``."""
    given = any(word in sentence.lower for word in ("tặng", "ủng hộ", " giúp "))
    return given and bool(sentence.of("QUANTITY")) and any(country_of(each) for each in sentence.of("FOREIGN_UNIT", "COUNTRY"))


def _foreign_sum(sentence: Sentence) -> bool:
    return any(getattr(each.entity.value, "currency", "VND") != "VND" for each in sentence.of("AMOUNT"))


def _tells(sentence: Sentence, part: Part, draft: Draft, talk: bool) -> bool:
    """Whether a row says enough: outside a text about aid, a sum, a title or things that were given."""
    if part.giver is None:
        return True
    if talk and part.giver.label != "COUNTRY":
        return True
    if draft.slots.keys() & {"committed", "name", "disbursed", "mobilised", "approved"}:
        return True
    if part.giver.charity and draft.slots.keys() & {"location", "owner", "approval"}:
        return True
    given = part.giver.how in ("by", "named", "given") and _GIVEN.search(sentence.after(part.giver.end, 30))
    if given and sentence.inside(part.start, part.giver.start, "QUANTITY"):
        return True
    behind = sentence.lower[part.giver.end - sentence.start : part.end - sentence.start]
    things = sentence.inside(part.giver.end, part.end, "QUANTITY")
    return bool(things) and bool(_PRESENTS.search(behind, 0, things[0].start - part.giver.end))


def _sums(drafts: list[Draft]) -> set[int]:
    """Where the sums stand that rows hold."""
    return {spot.start for each in drafts for key in sums.COLUMNS & each.slots.keys() for spot in each.slots[key].evidence}


def _run_in(sentence: Sentence) -> Sentence | None:
    """The short first sentence of a paragraph that is a heading: ``Nước sạch. Công trình lớn nhất là …``"""
    first = sentence.opening
    return first if first is not sentence and len(first.text) < _RUN_IN and not first.mentions else None


def _add_sums(draft: Draft, sentence: Sentence, start: int, end: int, default: str | None) -> None:
    """Fills the sums of a draft that are still open; a further sum for one that is held is no conflict."""
    before, said = dict(draft.slots), list(draft.conflicts)
    sums.fill(draft, sentence, start, end, default, "further")
    draft.slots |= before
    draft.conflicts = said


def _read_on(page: Page, draft: Draft, behind: list[Sentence]) -> None:
    """Fills a grant from the sentences behind it, up to one with a giver or a count of its own."""
    own = draft.sentence
    for sentence in behind:
        if (
            not sentence.fact
            or _OTHERS.search(sentence.lower)
            or sentence.counts(GRANTS)
            or not draft.slots.keys() & {"name", "committed", "location", "owner"}
        ):
            break
        if givers(page, sentence, True) or aid_totals.NOT_AID.search(sentence.lower) or not _SAME_GIFT.search(sentence.lower):
            break
        draft.sentence = sentence
        _add_sums(draft, sentence, sentence.start, _end(sentence), None if "committed" in draft else "committed")
        before, said = dict(draft.slots), list(draft.conflicts)
        grant.rest(draft, sentence, sentence.start, _end(sentence))
        draft.slots |= before
        draft.conflicts = said
    draft.sentence = own


def _end(sentence: Sentence) -> int:
    return sentence.start + len(sentence.text)
