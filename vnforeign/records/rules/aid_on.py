"""What the sentences behind a gift say of it: further sums, who owns it, where and how long it runs."""

from __future__ import annotations

from .. import sums
from ..build import Draft
from ..page import Page, Sentence
from ..wording import pattern
from . import aid_signs, aid_totals, grant
from .counted import GRANTS
from .donor import Giver
from .giver import givers
from .parts import Part

_TAKEN_UP = pattern(r"(?:phía |các )?(?:bạn|đoàn|nhóm|quỹ|ông|bà|họ|công ty|tổ chức)(?: này| trên)?$")
_SAME_GIFT = pattern(
    r"dự án|công trình|chương trình|tổng|giá trị|trị giá|kinh phí|\bvốn\b|giải ngân|thời gian|chủ quản|đến nay|hết năm|phê duyệt|địa bàn|khoản|"
    r"bàn giao|đối ứng|tiếp nhận|hàng|mức|số tiền"
)
_PROJECT = pattern(r"[^\w]*(?:\d{1,2}[.)] ?|[a-zđ]\) ?)?(?:[Dd]ự án|[Cc]hương trình|[Cc]ông trình) (?!này|đó|trên)")
_OF_PROJECT = ("name", "aid_form", "sector", "location", "owner", "term", "approval")
#: What opens a sentence that tells what the gift before is worth.
_COSTS = pattern(r"[^\w]*(?:toàn bộ |tổng )?(?:kinh phí|chi phí|trị giá|giá trị|số tiền|số hàng|vốn)\b")
#: What approves a project that the next sentence tells who pays for.
_APPROVED = pattern(
    r"\b(?:phê duyệt|tiếp nhận|cho phép|khởi công|khánh thành|bàn giao|triển khai|ký)\b[^.;]{0,60}\b(?:[Dd]ự án|[Cc]hương trình|[Cc]ông trình)\b"
)
#: What speaks of other gifts, or of all of them.
_OTHERS = pattern(
    r"\b(?:các|nhiều|những|một số|mọi) (?:dự án|chương trình|khoản|tổ chức|nhà tài trợ|đơn vị)|toàn tỉnh|cả năm|tổng cộng|ngoài ra|bên cạnh đó|"
    r"\b(?:dự án|công trình|khoản) (?:khác|thứ hai|còn lại)"
)


def same(kept: Draft | None, part: Part, draft: Draft) -> bool:
    """Whether a giver that is only taken up (``Phía bạn tài trợ …``, ``nhóm để lại …``) gives what the row before left open; fills it."""
    if kept is None or part.giver is None or kept.sentence.passage != draft.sentence.passage:
        return False
    if "donor" not in kept or sums.COLUMNS & kept.slots.keys() or not _TAKEN_UP.match(_words(draft.sentence, part.giver)):
        return False
    if "donor" in draft and draft.slots["donor"].value != kept.slots["donor"].value and part.giver.name is not None:
        return False
    if "name" in draft and not aid_signs.titled(kept):
        kept.slots.pop("name", None)
    kept.slots |= {key: slot for key, slot in draft.slots.items() if key not in kept}
    return True


def _words(sentence: Sentence, giver: Giver) -> str:
    return sentence.lower[giver.start - sentence.start : giver.end - sentence.start]


def read_on(page: Page, draft: Draft, behind: list[Sentence]) -> None:
    """Fills a grant from the sentences behind it, up to one with a giver or a count of its own."""
    own = draft.sentence
    for sentence in behind:
        if (
            not sentence.fact
            or _OTHERS.search(sentence.lower)
            or sentence.counts(GRANTS)
            or not (draft.slots.keys() & {"name", "committed", "location", "owner"} or _COSTS.match(sentence.lower))
        ):
            break
        if givers(page, sentence, True) or aid_totals.NOT_AID.search(sentence.lower) or not _SAME_GIFT.search(sentence.lower):
            break
        draft.sentence = sentence
        add_sums(
            draft, sentence, sentence.start, sentence.start + len(sentence.text), None if "committed" in draft else "committed"
        )
        before, said = dict(draft.slots), list(draft.conflicts)
        grant.rest(draft, sentence, sentence.start, sentence.start + len(sentence.text))
        draft.slots |= before
        draft.conflicts = said
    draft.sentence = own


def read_back(page: Page, draft: Draft, giver: Giver | None) -> None:
    """Fills a grant whose giver is told behind its project: ``Dự án X ở xã A. Bên tài trợ: B. Số tiền …``, ``duyệt dự án X. Quỹ B tài trợ …``."""
    earlier = draft.sentence.earlier
    if earlier is None or giver is None or ("name" in draft and draft.slots["name"].rule != "ngo_aid.deed"):
        return
    paid = bool(sums.COLUMNS & draft.slots.keys())
    listed = giver.how == "named" and not paid and _PROJECT.match(earlier.text)
    approved = paid and earlier.fact and not earlier.of("AMOUNT") and _APPROVED.search(earlier.lower)
    if not (listed or approved) or givers(page, earlier, True):
        return
    told = grant.row(page, earlier, None, earlier.start, earlier.end)
    if listed or ("name" in told and told.slots["name"].rule == "ngo_aid.title"):
        draft.slots.pop("name", None)
        draft.slots |= {key: told.slots[key] for key in _OF_PROJECT if key in told and key not in draft}


def add_sums(draft: Draft, sentence: Sentence, start: int, end: int, default: str | None) -> None:
    """Fills the sums of a draft that are still open; a further sum for one that is held is no conflict."""
    before, said = dict(draft.slots), list(draft.conflicts)
    sums.fill(draft, sentence, start, end, default, "further")
    draft.slots |= before
    draft.conflicts = said
