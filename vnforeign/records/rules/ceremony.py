"""What is told of a signing behind its paper: ``Lễ ký diễn ra ngày … ở …``, ``địa điểm ký: …``, ``UBND tỉnh cho phép ký tại Công văn …``."""

from __future__ import annotations

from collections.abc import Iterator

from .. import details
from ..build import Draft
from ..page import Page, Sentence
from ..papers import Paper
from ..values import days
from ..wording import pattern
from .signing import TERM_END

_PAPER = r"(?:văn bản|văn kiện|thỏa thuận|thoả thuận|bản ghi nhớ|biên bản|bản thỏa thuận|ý định thư|chương trình)"
#: What says that the words behind it tell of the signing.
_SIGNING = pattern(
    rf"\b(?:(?:lễ|buổi lễ|việc|ngày|nơi|địa điểm) ký(?: kết)?|{_PAPER}(?: này| đó| trên| trên đây)? (?:(?:đã|được|chính thức|hai bên|vừa) ){{0,3}}ký(?: kết)?|(?:cùng |đã ){{0,2}}đặt bút ký|"
    r"^\W*(?:được |đã ){0,2}ký(?: kết)?(?= (?:tại|ngày|vào|năm|tháng|ở|trực tuyến|hôm)\b))\b"
)
_AT = pattern(
    r"(?:\b(?:tại|ở)|(?:địa điểm|nơi) ký(?: kết)?(?: là)?:?) (?P<at>(?!đây\b|đó\b|Công văn|Quyết định|Văn bản)[^,;.:()\n]{3,60}?)(?=,? (?:ngày|hôm|vào|trong|với|trước|do|hồi|sáng|chiều)\b|[,;.(\n]|$)"
)
_ALLOWED = pattern(r"\b(?:cho phép|được phép|đồng ý|chấp thuận|nhất trí|cho chủ trương|phê duyệt)\b")
_ON = 3  # sentences behind a paper that may tell of its signing
#: ``Được phép theo Công văn số 987/UBND-KGVX.``
_WAS_ALLOWED = pattern(r"\W*(?:đã )?được (?:[^\W\d_]+ ){0,6}?(?:phép|cho phép|đồng ý|chấp thuận|nhất trí|thông qua)\b")
_NEAR = 60  # characters from the words of signing to its day
_FORCE = pattern(r"\b(?<!hết )(?<!không còn )hiệu lực (?:(?:thi hành|kể|trong|là|vào) )*(?:từ )?(?:ngày )?$")
_OF_IT = pattern(rf"\b(?:ký|kí|{_PAPER}|việc này|nội dung)\b")


def ceremony(page: Page, draft: Draft, sentence: Sentence, paper: Paper, place: int) -> None:
    """Fills day and place of a signing, and the paper that allows it, from the words and the sentence behind a paper."""
    for scope, start in _scopes(page, sentence, paper, place):
        draft.sentence = scope
        if match := _SIGNING.search(scope.lower, start):
            _when(draft, scope, scope.start + match.start())
            if "status" not in draft and paper.deed == "agreed" and "signed_on" in draft and scope is not sentence:
                draft.put("status", "signed", (scope.start + match.start(), scope.start + match.end()), "ceremony")
            if "signed_at" not in draft and (at := _AT.search(scope.text, match.start())):
                draft.say("signed_at", scope.start + at.start("at"), scope.start + at.end("at"), "ceremony")
        if scope is not sentence:
            _holds(draft, scope)
        words = scope.lower[start:]
        said = scope is sentence or _OF_IT.search(words) or _WAS_ALLOWED.match(words)
        if "permission" not in draft and "DIRECTIVE" in scope.labels and said and _ALLOWED.search(words):
            details.permission(draft, scope, "permission", scope.start + start, scope.end)
    draft.sentence = sentence


def _scopes(page: Page, sentence: Sentence, paper: Paper, place: int) -> Iterator[tuple[Sentence, int]]:
    """The sentence behind the paper as far as it names no other one, and the sentence behind it."""
    if any(each.start > paper.end for each in sentence.of("AGREEMENT")):
        return
    yield sentence, paper.end - sentence.start
    for behind in page.sentences[place + 1 : place + 1 + _ON]:
        if behind.passage != sentence.passage or not behind.fact or _titled(behind):
            return
        yield behind, 0


def _titled(sentence: Sentence) -> bool:
    """Whether a sentence tells of a paper of its own, with a title."""
    return any(len(each.text.split()) > len("biên bản ghi nhớ này".split()) for each in sentence.of("AGREEMENT"))


def _holds(draft: Draft, scope: Sentence) -> None:
    """How long a paper holds, as the sentence behind it says: ``Văn bản có hiệu lực từ ngày … đến ngày …``."""
    if not _OF_IT.search(scope.lower):
        return
    for each, value in days(scope):
        if TERM_END.search(scope.before(each.start, 40)) and "/" not in value:
            draft.put("term", f"../{value}", each, "period")
        if not _FORCE.search(scope.before(each.start, 30)) or ".." in value:
            continue
        draft.put("effective_on", value.split("/")[0], each, "force")
        if "/" in value:
            draft.put("term", value, each, "period")


def _when(draft: Draft, scope: Sentence, at: int) -> None:
    """The day that stands near the words of signing."""
    if "signed_on" in draft:
        return
    found = [(each, value) for each, value in days(scope) if 0 <= each.start - at < _NEAR and "/" not in value and len(value) > 4]
    if found:
        draft.put("signed_on", found[0][1], found[0][0], "ceremony")


__all__ = ["ceremony"]
