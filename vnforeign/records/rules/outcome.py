"""What a visit brought: ``kết quả ký được 3 hợp đồng``, ``; hai bên đã ký Bản ghi nhớ``, ``Sau chuyến đi, bạn hứa nhận …``."""

from __future__ import annotations

from ..build import Draft
from ..page import Sentence
from ..wording import pattern

_DONE = r"(?:ký(?: kết| được)?|thống nhất|nhất trí|đồng ý|hứa|cam kết|mổ|phẫu thuật|khám|nhận(?! lời)|tìm được|mời được|đạt được)"
#: A sentence of its own that says what came of the visit told of before.
_BEHIND = (
    pattern(
        r"(?:Kết quả(?: chuyến (?:đi|thăm|công tác))?|[Đđ]oàn(?= (?:đã )?(?:hứa|cam kết|khuyến nghị|đồng ý|nhất trí|đã mổ|mổ|phẫu thuật|khám)))[:,]? (?:đã )?(?P<result>[^;\n]{8,200}?)(?=\.?$)"
    ),
    pattern(
        rf"(?:(?:Kết thúc|Sau|Qua|Trong|Nhân) (?:chuyến|đợt|buổi|hội đàm|cuộc)[^,.;]{{0,60}}|Tại [A-ZĐ][^,.;]{{1,30}}|Nhân dịp này|Tại đây),? [^.;]{{0,110}}?"
        rf"(?:(?:đã|cùng|cũng)\b[^,.;]{{0,40}}? |\b)(?P<result>{_DONE} [^;\n]{{6,200}}?)(?=\.?$)"
    ),
)
_AFTERWARDS = pattern(
    r"Sau (?:chuyến|đợt) (?:đi|ấy|thăm|này|đó|công tác|khảo sát)(?: [^,;.]{2,20})?,? (?P<result>[^;\n]{8,200}?)(?=\.?$)"
)
#: In the sentence of the visit itself.
_WITHIN = pattern(
    rf"[;,] (?:kết quả(?: chuyến (?:đi|thăm))?(?: là)?:? (?:đã )?(?P<result>[^;\n]{{8,200}})|(?:ta )?(?P<gift>tặng bạn [^;\n]{{6,120}})|"
    rf"(?:(?<=; )(?:hai bên|[Đđ]oàn|bạn|phía [^,;.]{{2,30}}?|khách)|(?<=, )hai bên) (?:đã |cũng |cùng )*(?P<done>{_DONE} [^;\n]{{6,200}}))"
)
_OWN_ROWS = ("ký", "Ký", "trao", "tặng")


def within(draft: Draft, sentence: Sentence, start: int, stop: int) -> int:
    """Puts what a stretch of the visit's sentence says that it brought; where the words on the visit itself end."""
    match = _WITHIN.search(sentence.text, start - sentence.start, stop - sentence.start)
    if match is None:
        return stop
    _say(draft, sentence, *match.span(next(name for name in ("result", "gift", "done") if match[name])))
    return sentence.start + match.start()


def behind(draft: Draft, sentence: Sentence) -> bool:
    """Puts what a further sentence says that the visit brought; whether it does."""
    match = next((match for cue in (*_BEHIND, _AFTERWARDS) if (match := cue.match(sentence.text))), None)
    if match:
        _say(draft, sentence, *match.span("result"))
    return match is not None


def _say(draft: Draft, sentence: Sentence, start: int, end: int) -> None:
    draft.say("result", sentence.start + start, sentence.start + end, "result")


def of_cell(draft: Draft, start: int, end: int) -> None:
    """What a visit brought by a cell, to the first semicolon; what was signed or given makes rows of its own."""
    words = draft.sentence.page.view.text[start:end]
    if not words.startswith(_OWN_ROWS):
        draft.say("result", start, start + (words.find(";") if ";" in words else len(words)), "table")


__all__ = ["behind", "of_cell", "within"]
