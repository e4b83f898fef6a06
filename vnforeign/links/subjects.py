"""What a document is about, compared by its words: whether two subjects can be one, and whether a text speaks of a subject."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from ..text import modern
from .registry import folded

_WORD = re.compile(r"[^\W\d_]+")
#: Words that open and close subjects of all kinds.
_FORMULAS = re.compile(
    r"\b(?:trong tình hình mới|đến năm|giai đoạn|phát triển đất nước|chương trình hành động|tăng cường sự lãnh đạo của đảng|"
    r"tiếp tục|đổi mới|nâng cao|hiệu quả|chất lượng|tăng cường|đẩy mạnh|triển khai|thực hiện|thi hành|quy định|chi tiết|"
    r"một số điều|hướng dẫn|phê duyệt|ban hành|công tác|hoạt động|quản lý|thống nhất|quy chế|kế hoạch|chương trình|chiến lược|"
    r"chỉ thị|nghị quyết|nghị định|kết luận|quyết định|thông tri|thông tư|ban thường vụ|tỉnh ủy|ban bí thư|việt nam|"
    r"của|về|và|các|những|cho|tại|trên địa bàn|tỉnh|thành phố|năm|số|một số|đối với)\b"
)
_LONG = 3  # syllables in a row that make a topic
_COMMON = frozenset(("đối ngoại", "quốc tế", "tổ chức", "phát triển", "nước ngoài", "quốc gia", "nhân dân"))


@lru_cache(2048)
def _runs(subject: str) -> tuple[tuple[str, ...], ...]:
    """The stretches of telling words."""
    left = _FORMULAS.sub("|", folded(subject))
    return tuple(tuple(words) for part in re.split(r"[^\w\s]", left) if (words := _WORD.findall(part)))


@lru_cache(2048)
def _pairs(subject: str) -> frozenset[str]:
    return frozenset(f"{a} {b}" for run in _runs(subject) for a, b in pairwise(run))


@lru_cache(2048)
def _topics(subject: str) -> tuple[str, ...]:
    return tuple(" ".join(run[at : at + _LONG]) for run in _runs(subject) for at in range(len(run) - _LONG + 1))


def agree(first: str, second: str) -> bool | None:
    """Whether two subjects share telling words; None where one of them has none."""
    a, b = _pairs(first), _pairs(second)
    if not a or not b:
        return None
    return bool(a & b - _COMMON) or (bool(a & b) and (a <= _COMMON or b <= _COMMON))


def speaks_of(text: str, subject: str) -> str | None:
    """Three telling words in a row of a subject that stand in a text."""
    topics = _topics(subject)
    if not topics:
        return None
    words = modern(" ".join(text.casefold().split()))
    return next((topic for topic in topics if topic in words), None)
