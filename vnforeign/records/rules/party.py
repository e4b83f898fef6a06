"""The columns of one party of an agreement: its name, who signs for it, the level it signs at."""

from __future__ import annotations

from ..build import Draft
from ..page import Sentence
from ..sides import Side
from ..wording import pattern

FIRM = pattern(
    r"(?:(?:\d{1,3}|[Cc]ác|[Nn]hiều|[Mm]ột số|[Hh]ai|[Bb]a|[Bb]ốn) )?(?:[Cc]ông ty|[Tt]ập đoàn|[Dd]oanh nghiệp|[Nn]gân hàng|[Tt]ổng công ty)\b"
)
_LEVEL = (
    (
        "organisation",
        pattern(
            r"(?<!xã )\bhội\b(?! (?:đồng|an|đàm|nghị|thảo)\b)|liên hiệp|đoàn thể|mặt trận|\bkhối\b|đoàn thanh niên|(?:tỉnh|huyện|thành|xã) ?đoàn\b|"
            r"hiệp hội|công đoàn|liên đoàn|liên minh|thành đoàn"
        ),
    ),
    ("commune", pattern(r"(?<!thị )(?<!tác )\bxã\b(?! hội)|phường|thị trấn")),
    (
        "department",
        pattern(
            r"\bsở\b|\bcục\b|(?<!ủy )(?<!uỷ )\bban\b|chi cục|trung tâm|công an(?! (?:huyện|xã|phường|thị))|bộ (?:chỉ huy|ch[qb]s?)|\bb(?:ch|chqs|đbp)\b|biên phòng|tòa án|"
            r"viện kiểm sát|kiểm lâm|hải quan|\bngành\b|\bđài\b|\bbáo\b|văn phòng"
        ),
    ),
    ("district", pattern(r"\bhuyện\b|\bquận\b|thị xã")),
    ("province", pattern(r"\btỉnh\b|thành phố|tp\.|\bta\b|ủy ban nhân dân|^ubnd|thành ủy")),
)
_SCHOOLS = pattern(
    r"trường|đại học|học viện|trung tâm bảo tồn|bệnh viện|viện (?!kiểm sát)|khoa\b|vườn quốc gia|bảo tàng|thư viện|nhà hát|quỹ\b|câu lạc bộ"
)
_CITY = pattern(r"[Tt]hành phố (?P<name>[A-ZĐ]\w+(?: [A-ZĐ]\w+)?)")  # one that no list knows is a province's
_GREAT = pattern(r"(?:Hà Nội|Hồ Chí Minh|Hải Phòng|Đà Nẵng|Cần Thơ|Huế)\b")
_UNITS = {"PROVINCE": "province", "DISTRICT": "district", "COMMUNE": "commune"}
_LONGEST = 116  # characters of a party
_PAPER = pattern(r"\b(?:thỏa thuận|thoả thuận|ghi nhớ|biên bản|hiệu lực|hợp đồng)\b")  # what no party is called
_VAGUE = pattern(
    r"(?:[Bb]ản(?= (?:thỏa|thoả|ghi|kế))|[Bb]iên bản|[Vv]ăn bản|[Tt]h[ỏo][aả] thuận|[Ýý] định thư|[Vv]iệc|[Nn]gày|[Nn]ăm|[Ll]ễ|[Cc]huyến)\b|(?:\w+ )?bạn\b|đối tác\b(?! [A-ZĐ])|phía "
)


def put(draft: Draft, sentence: Sentence, side: Side, rule: str) -> None:
    column = "foreign" if side.foreign else "vn"
    if (
        0 < side.end - side.start < _LONGEST
        and not side.headed
        and f"party_{column}" not in draft
        and not _VAGUE.match(sentence.text, side.start - sentence.start)
        and not _PAPER.search(sentence.lower, side.start - sentence.start, side.end - sentence.start)
    ):
        draft.say(f"party_{column}", side.start, side.end, rule)
    if side.signer and f"signatory_{column}" not in draft:
        draft.say(f"signatory_{column}", *side.signer, "signer")
    if not side.foreign and "level" not in draft and (level := level_of(sentence, side)):
        draft.put("level", level, (side.start, side.end), "level")


def level_of(sentence: Sentence, side: Side) -> str | None:
    """The level of a Vietnamese body, from its words and its place."""
    words = sentence.text[side.start - sentence.start : side.end - sentence.start]
    return level_of_words(words, [each.label for each in sentence.inside(side.start, side.end, *_UNITS)])


def level_of_words(said: str, labels: list[str]) -> str | None:
    """The level of a Vietnamese body by its name; ``labels`` are those of the places in it."""
    words = said.lower()
    if not words or FIRM.match(words):
        return None
    if _SCHOOLS.match(words):
        return "organisation"
    found = next((key for key, cue in _LEVEL if cue.search(words)), None)
    if found == "province" and not labels and (city := _CITY.search(said)):
        return "province" if _GREAT.match(city["name"]) else "district"
    return _UNITS[labels[0]] if found in ("province", None) and labels else found
