"""Whether words, a heading or a title are about aid."""

from __future__ import annotations

from functools import lru_cache

from ..wording import holds, pattern

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
_FAR = ("quốc tế", "nước ngoài", "bên ngoài", "bạn bè", "các nước", "đối tác")
_NGO = pattern(r"ngo(?<!\w...)s?\b")  # its letters first, which are found faster than the edge of a word
_ABROAD = pattern(
    r"\b(?:(?:hỗ trợ|ủng hộ|giúp đỡ|quà|nghĩa cử|sự giúp)[^.;]{0,30} (?:từ|của) (?:bên ngoài|nước ngoài|bạn bè|các nước|quốc tế)|"
    r"(?:phía )?đối tác (?:nước ngoài |quốc tế )?(?:đã )?(?:cam kết|tài trợ|viện trợ)|(?:tổ chức|bạn bè|đối tác|cá nhân) (?:quốc tế|nước ngoài)[^.;]{0,60}(?:giúp|tặng|rót|cho|hỗ trợ|ủng hộ|đóng góp|cam kết|giải ngân)|"
    r"(?:nhận|vận động|huy động|tranh thủ|quyên góp|kêu gọi được)[^.;]{0,40}(?:tổ chức|bạn bè|đối tác|cá nhân) (?:quốc tế|nước ngoài))"
)
#: A heading, above those right over a sentence, that is of aid alone.
_PURE = pattern(
    r"(?:^|/) ?(?:[\w.]{1,6}[.)/:]? )?[^/]{0,30}(?:viện trợ|phi ch(?:í|á)nh phủ|pcpnn|\bngos?\b)(?![^/]*(?:đầu tư|kinh tế|đoàn ra|đoàn vào|biên giới))"
)


#: A line that leads a list of what the talk before was of: ``Một số khoản:``, ``Cụ thể như sau:``.
_LEAD = pattern(
    r"[^\w]*(?:[a-zđ\d][.)] ?)?(?:(?:một số|các|những|danh sách|trong đó|cụ thể|gồm|bao gồm|chi tiết|tiêu biểu|nổi bật|đáng chú ý|điển hình|có thể kể)[^:.;\d]{0,60}):\s*$"
)


def leads(words: str) -> bool:
    """Whether a line in small letters leads a list and says no more."""
    return words.rstrip().endswith(":") and bool(_LEAD.match(words))


def about(words: str) -> bool:
    """Whether words in small letters are about aid."""
    for word in _WORDS:  # of all sentences: a loop costs half of ``any``
        if word in words:
            return True
    if "ngo" in words and _NGO.search(words):
        return True
    return holds(words, _FAR) and bool(_ABROAD.search(words))


@lru_cache(maxsize=256)
def headed(section: str, above: str) -> bool:
    return about(section) or bool(_PURE.search(above))
