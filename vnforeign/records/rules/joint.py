"""What both sides do at the border: patrols, talks and letters."""

from __future__ import annotations

from ..build import Draft
from ..page import Mention, Sentence
from ..values import count, day, unit
from ..wording import pattern
from . import against

_TIMES = pattern(r"(?:bận|lần|lượt|đợt|cuộc|buổi|chuyến|phiên|kỳ)")
_WORKS = (
    ("patrols", pattern(r"tuần tra|đi tuần|tuần chung|tuần phòng")),
    ("talks", pattern(r"hội đàm|giao ban|gặp gỡ|gặp nhau|tiếp xúc|gặp mặt|hội ngộ|\bgặp ?$")),
    ("letters", pattern(r"\bthư\b|công hàm|công thư|công văn")),
)
_PERSON_TIMES = pattern(r"lượt (?!tuần|hội đàm|giao ban|gặp|thư|tiếp xúc|trao đổi|lần)")
_TO_COME = pattern(
    r"(?:nhất trí|thống nhất|cam kết|đồng ý|phấn đấu)(?! (?:đánh giá|nhận định|ghi nhận))(?:(?!\bđã\b)[^;.]){0,80}$"
)
_LETTERS = pattern(r"(?:bức$|thư|công hàm|công thư|bức thư|lượt thư|công văn)")
_SHORT = pattern(r"[^,;.:\d]{0,30}")
_RATE = pattern(r" ?/ ?(?:năm|tháng|quý|tuần)|mỗi (?:năm|tháng|quý|tuần)")
_CHANGED = pattern(r"(?:[(,] ?(?:tăng|giảm)|\(?[+]) ?$")
_EACH_TIME = pattern(r"\b(?:mỗi|hằng|hàng) (?:năm|tháng|quý|tuần)(?: [^\W\d_]+){0,3} $")
_FORCE = pattern(
    r"biên phòng|tuyến biên giới|ta và bạn|bđbp|\bđồn\b|lực lượng|tuần tra|bảo vệ biên giới|công an|quân sự|"
    r"đại diện biên giới|hai bên|trạm|cấp (?:tỉnh|huyện)\b[^;.]{0,60}\bcấp (?:huyện|xã|đồn)\b"
)
#: A further level of the same kind of meeting: ``cấp tỉnh gặp 05 lần, cấp huyện 21 lần``.
_LEVEL = pattern(
    r"(?:[,;]| và|, và) ?(?:cấp|tuyến) (?:tỉnh|huyện|xã|đồn|sở|ngành|cơ sở|thôn|bản|trạm|tiểu khu)(?: \w+){0,3} ?:? "
)
_BOTH_WAYS = pattern(r"(?:gửi|nhận)[^,;.\d]{0,12} $")


def works(sentence: Sentence) -> list[Draft]:
    """Patrols, talks and letters, by the noun behind the number in its short clause, else by the last one before it.

    A second number of a kind begins another row.
    """
    drafts, floor, last = [Draft("border_statistics", sentence)], sentence.start, ""
    rows = {"": drafts[0]}  # the last row of the time reported, and of each time it is set against
    for each in sentence.of("QUANTITY"):
        if any(body.start < each.start < body.end for body in sentence.of("ORG")):
            continue
        kind = unit(each)
        if (
            ((_TIMES.match(kind) and not _PERSON_TIMES.match(kind)) or _LETTERS.match(kind))
            and sentence.is_fact(each.start)
            and not _RATE.match(sentence.after(each.end, 12))
            and not _CHANGED.search(sentence.before(each.start, 16))
            and not _EACH_TIME.search(sentence.before(each.start, 40))
        ):
            more = last if _LEVEL.fullmatch(sentence.lower[floor - sentence.start : each.start - sentence.start]) else ""
            aside = against.other_time(sentence, each.start)
            more = more or (last if each.index is None or aside else "")  # a number of a series, whose noun is told once
            key = last = _work(sentence, each, floor) or more
            if _TO_COME.search(sentence.before(each.start, 110)):
                key = ""
            if key == "letters" and len(sentence.counts(_LETTERS)) > 1 and _BOTH_WAYS.search(sentence.before(each.start, 30)):
                key = ""  # those sent and those received are two numbers
            if key and (key != "talks" or "biên giới" in sentence.section or _FORCE.search(_around(sentence))):
                draft = rows.get(aside.value if aside else "") or drafts[0]
                if key in draft or (aside and aside.value not in rows and len(draft)):
                    draft = Draft("border_statistics", sentence)
                    drafts.append(draft)
                rows[aside.value if aside else ""] = draft
                draft.put(key, count(each), each, "count")
                if each.about and each.about.label == "DATE":
                    draft.put("period", day(each.about), each.about, "turn")
        floor = each.end
    return drafts


def _around(sentence: Sentence) -> str:
    return sentence.lower + " " + (sentence.earlier.lower if sentence.earlier else "") + " " + sentence.section


def _work(sentence: Sentence, each: Mention, floor: int) -> str:
    behind = _SHORT.match(sentence.after(each.end, 40))
    for words in (
        unit(each) + " " + (behind[0] if behind else ""),
        sentence.lower[max(floor, sentence.clause(each.start)[0]) - sentence.start : each.start - sentence.start],
    ):
        found = [(match.start(), key) for key, cue in _WORKS for match in cue.finditer(words)]
        if found:
            return max(found)[1]
    return ""
