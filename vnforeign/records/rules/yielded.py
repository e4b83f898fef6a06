"""What a grant has brought: ``…, để lại 14 trạm cấp nước``, ``; 640 học sinh có chăn``, ``Đến nay đã có 388 hộ trả bê``."""

from __future__ import annotations

from ..build import Draft
from ..page import Sentence
from ..wording import pattern

_PEOPLE = r"(?:lượt )?(?:hộ|trẻ|học sinh|sinh viên|người|nạn nhân|phụ nữ|em|gia đình|bệnh nhân|giáo viên|cán bộ|ca|xã|trường)"
_DONE = (
    r"(?:để lại|giúp(?: cho)?|làm sạch|rà phá|xử lý|khám(?: chữa bệnh)?(?: cho)?|phẫu thuật|mổ|trồng|xây|đào tạo|tập huấn|hỗ trợ [^,;.\d]{0,30}|cấp|lắp|"
    r"phân bổ cho|đưa nước về|thu gom|cứu|chữa khỏi|hướng dẫn|thành lập|vận động)(?: được| xong)?"
)
_RESULT = pattern(
    rf"(?:[,;.] |^)(?:đến nay,? |hết năm \d{{4}},? |kết quả:? |qua đó,? |nhờ đó,? )?(?P<result>(?:đã (?:có )?)?{_DONE} (?:cho |hơn |trên |gần )?\d[\d.,]* (?:[^;.\n]|\.(?=\d)){{3,90}}|"
    rf"(?:đã )?(?:có )?\d[\d.]* {_PEOPLE} (?!nghèo|thuộc|ở|tại|trong)[^;.,\n]{{4,60}})(?=[.;\n]|$)",
    2,
)


def put(draft: Draft, sentence: Sentence, start: int, end: int) -> None:
    """Puts the last words of a clause behind a grant's sum that say what came of it."""
    sums = sentence.inside(start, end, "AMOUNT", "DATE")
    if not sums or "result" in draft or draft.summary:
        return
    base = sentence.start
    match = _RESULT.search(sentence.text, sums[0].end - base, end - base)
    if match and not sentence.inside(base + match.start("result"), base + match.end("result"), "AMOUNT"):
        words = match["result"]
        loose = words.endswith(")") and words.count(")") > words.count("(")  # the end of a bracket around the whole grant
        draft.say("result", base + match.start("result"), base + match.end("result") - loose, "yielded")


__all__ = ["put"]
