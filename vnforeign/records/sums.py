"""Which of the amounts of aid a sum is: mobilised, committed, approved, disbursed or counterpart."""

from __future__ import annotations

from typing import TypeGuard

from ..kinds.amount import Amount
from .build import Draft
from .page import Mention, Sentence
from .values import money
from .wording import pattern

_ROLES = (
    ("counterpart", pattern(r"đối ứng")),
    (
        "disbursed",
        pattern(
            r"giải ngân|thực chi|(?:đã|mới|trong năm|trong kỳ|cả năm|năm \d{4}) (?:đã )?(?:chi|tiêu|dùng)\b|"
            r"tiêu hết|đã thực hiện|"
            r"thực hiện (?:được |đạt )?$|(?<!vốn )thực hiện đạt|giá trị thực hiện|rút (?:về|vốn)|tiền (?:đã )?về|thực nhận|"
            r"thực tế (?:nhận|chuyển|cấp|chi)|(?:đã|mới) (?:sử dụng|về|thanh toán|quyết toán|cấp phát|xài)\b"
        ),
    ),
    ("mobilised", pattern(r"(?<!cuộc )vận động|huy động|kêu gọi được|tranh thủ")),
    ("approved", pattern(r"phê duyệt|được duyệt|chấp thuận")),
    (
        "committed",
        pattern(
            r"cam kết|tài trợ|viện trợ|trị giá|giá trị|tổng (?:vốn|số vốn|số tiền|kinh phí|ngân sách|mức)|kinh phí|ngân sách|"
            r"vốn|số tiền|quy (?:ra|đổi)|nhận|hỗ trợ|giúp|ủng hộ|đóng góp|tặng|\bcộng\b|tổng (?:số|cộng)|\brót\b|bỏ ra|đã giúp"
        ),
    ),
)
_COMMITTED = pattern(r"cam kết")
_STRONG = pattern(r"giải ngân|phê duyệt|cam kết|vận động|đối ứng")
COLUMNS = frozenset(f"{key}{tail}" for key in ("mobilised", "committed", "approved", "disbursed") for tail in ("", "_vnd"))
#: Words before a number that is a difference, and before or behind one of another time.
_MORE = pattern(r"(?:tăng|giảm|nhiều hơn|ít hơn|kém|vượt|chênh)(?: (?:thêm|được|gần|trên|khoảng|hơn|đi|tới)){0,2} $")
_THEN = pattern(
    r"(?:so với|\bso|\((?:năm (?:trước|ngoái)|cùng kỳ|kế hoạch|năm \d{4}|kỳ trước)|kế hoạch(?: năm)?(?: là)?|"
    r"năm (?:trước|ngoái)(?: chỉ)?(?: là| có| được|:)?|cùng kỳ)[^,;.()]{0,24}$"
)
_RATE = pattern(r"(?:tăng|giảm|bằng|đạt|vượt) [^,;()]{0,40}(?:năm|kỳ)[^,;()]{0,16} \($")  # tăng 15% so với năm trước (43 tỷ đồng)
_OF_THEN = pattern(r" (?:của |ở |hồi )?(?:cùng kỳ|năm (?:trước|ngoái)|kỳ trước)")
#: The same words behind a sum: ``1,14 triệu đô la cam kết; 0,9 triệu đô la đã chi``.
_BEHIND = pattern(r" (?:vốn |tiền )?(?:(?:đã|mới|được) )?(?:cam kết|giải ngân|chi\b|phê duyệt|được duyệt|tiêu\b|vận động được)")
_SUMMED = pattern(r"(?:[,;]|\blà|\bthành|=) ?(?:tổng )?cộng(?: lại)?(?: là|:)? $|(?:cả thảy|tất cả|tổng cộng)(?: là| được|:)? $")
_MATCHED = pattern(r" ?\(?(?:vốn |để |làm (?:vốn )?)?đối ứng")
_OF_ONE = pattern(r"nhà tài trợ (?:lớn|chính|nhiều|là|hàng đầu)")
_PIECE = pattern(r"(?:mỗi(?! năm)|bình quân|trung bình|không quá|mức)\b[^,;.:]{0,36}$")


def role(words: str) -> str | None:
    """The role that the words before a sum give it: the last strong word, else a neutral one (``trị giá``) makes it committed."""
    found = [(match.start(), name) for name, cue in _ROLES[:4] for match in cue.finditer(words)]
    found += [(match.start(), "committed") for match in _COMMITTED.finditer(words)]
    if found:
        return max(found)[1]
    return "committed" if _ROLES[4][1].search(words) else None


def _role(sentence: Sentence, mention: Mention, words: str) -> str | None:
    """The role said before a sum, else right behind it."""
    behind = _BEHIND.match(sentence.after(mention.end, 40))
    return (role(behind[0]) if behind and not _STRONG.search(words) else None) or role(words)


def compared(sentence: Sentence, mention: Mention) -> bool:
    """Whether a number or a sum is a difference, or of the time before: ``tăng 5 dự án``, ``(năm ngoái 14 khoản)``."""
    before = sentence.before(mention.start, 70)
    then = _MORE.search(before) or _THEN.search(before) or _RATE.search(before)
    return bool(then or _OF_THEN.match(sentence.after(mention.end, 24)))


def _other(sentence: Sentence, mention: Mention) -> bool:
    """Whether a sum is none of what was given: a difference, one of another time, a bound."""
    return compared(sentence, mention) or sentence.after(mention.end, 12).startswith((" trở lên", " trở xuống"))


def plain(words: str) -> bool:
    """Whether words before a sum leave it the worth of a gift: they name no counterpart funds, payment or approval."""
    return not any(cue.search(words) for _, cue in _ROLES[:2])


def fill(draft: Draft, sentence: Sentence, start: int, end: int, default: str | None = None, rule: str = "sum") -> int:
    """Puts the sums between two places into a draft of aid by their roles, one sum in two currencies side by side; how many.

    A sum that has its role only by default has the rule ``worth``.
    """
    put, floor = 0, start
    done: set[int | None] = set()
    for mention in sentence.inside(start, end, "AMOUNT"):
        value = mention.entity.value
        if (
            (mention.index in done and mention.index is not None)
            or not _counts(value)
            or not sentence.is_fact(mention.start)
            or _other(sentence, mention)
        ):
            floor = mention.end if mention.index not in done else floor
            continue
        words = sentence.lower[floor - sentence.start : mention.start - sentence.start]
        said = "counterpart" if _MATCHED.match(sentence.after(mention.end, 24)) else _role(sentence, mention, words)
        column = None if draft.summary and "donor" not in draft and _OF_ONE.search(words) else said or default
        floor = mention.end
        if column and money(mention) and not _each(words, sentence, mention):
            put += 1
            if draft.summary and _SUMMED.search(words):
                draft.slots.pop(column, None)
                draft.slots.pop(f"{column}_vnd", None)
            done |= _both(draft, sentence, mention, value, column, rule if said else "worth")
    return put


def put(draft: Draft, sentence: Sentence, start: int, end: int, column: str, rule: str = "sum") -> bool:
    """Puts the sum between two places into a column, one sum in two currencies side by side; whether there is one."""
    for mention in sentence.inside(start, end, "AMOUNT"):
        value = mention.entity.value
        if _counts(value) and money(mention):
            _both(draft, sentence, mention, value, column, rule)
            return True
    return False


def _each(words: str, sentence: Sentence, mention: Mention) -> bool:
    """Whether a sum is the price of one piece: ``mỗi suất 500.000 đồng``."""
    piece = _PIECE.search(words)
    return piece is not None and (not piece[0].startswith("mức") or sentence.after(mention.end, 1) == "/")


def _counts(value: object) -> TypeGuard[Amount]:
    """Whether a value is a sum that was given, not a bound: ``có giá trị dưới 50.000 USD``, ``không quá 200 USD/chiếc``."""
    return isinstance(value, Amount) and value.modifier not in ("under", "at_most")


def _both(draft: Draft, sentence: Sentence, mention: Mention, value: Amount, column: str, rule: str) -> set[int | None]:
    told = value.equivalent
    other = None if told is None else next((each for each in sentence.mentions if each.index == told), None)
    pair = [mention] if other is None or not isinstance(other.entity.value, Amount) else [mention, other]
    if column == "counterpart" or len(pair) == 1:
        draft.put(column, money(mention), mention, rule)
        return {mention.index}
    pair.sort(key=lambda each: getattr(each.entity.value, "currency", "") == "VND")
    draft.put(column, money(pair[0]), pair[0], rule)
    draft.put(f"{column}_vnd", money(pair[1]), pair[1], rule)
    return {each.index for each in pair}
