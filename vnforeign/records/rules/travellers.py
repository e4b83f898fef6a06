"""Who travels: delegations by name, counted people, persons with an office, bodies; and whose side they are on."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from ..page import Mention, Sentence
from ..places import countries
from ..values import count, unit
from ..wording import pattern
from . import people

_YOUTH = pattern(r"đoàn thanh niên\b")  # a union, but for one from abroad
_SIGNS = pattern(r"(?: \([^()\n]{2,40}\))?(?: ?:|,? (?:đã |cùng )?(?:ký|trao|ra) |[,;]? (?:Bản|Biên bản|Thỏa thuận))")
_NO_DELEGATION = pattern(r"đoàn (?:viên|kết|thể|thanh niên(?! \d)|tncs|xe|tàu|thuyền|rước|đbqh|đại biểu quốc hội|luật sư)\b")
_PART_OF_WORD = pattern(
    r"\b(?:tiểu|đại|công|tỉnh|thành|huyện|trung|tập|quân|sư|binh|lữ|hội|trưởng|sứ|bộ|nghiệp|liên|hai|ba|những|nhiều|mọi|từng|mỗi|số|lượng|lượt) $"
)
_NOT_THESE = pattern(r"thanh tra|kiểm tra|giám sát|kiều bào|liên ngành|kiều dân|việt kiều|người việt nam ở nước ngoài")
_ABROAD_TOO = pattern(r"thanh tra|kiểm tra|giám sát|liên ngành")  # of those the ones that may go abroad
_LEAVES = pattern(r"[^;.]{0,140}\b(?:sang|xuất cảnh|qua|đi nước|thăm)\b")
#: What stands behind a name and is none of it.
STOPS = (
    r"do|gồm|đến|đi|sang|vào|thăm|tham dự|dự|đã|vừa|tới|về|nhân (?:dịp|kỷ niệm|chuyến|ngày|lễ|Tết|tết|kết thúc|hội nghị|sự kiện)|trong|từ|với|là|tham gia|lên|có|chưa|không|phải|bị|qua|báo (?:cáo|tin|cho)|đón|tiếp|diễn|quay phim|mổ|biểu diễn|sẽ|cũng|"
    r"tặng|khảo sát|tìm hiểu|mang|thay mặt|đang|sau|khám|phẫu thuật (?:miễn phí|nhân đạo|cho)|và [Đđ]oàn(?! kết)|cùng [Đđ]oàn(?! kết)|trao đổi|học tập|chào|chúc|dẫn đầu|làm việc|"
    r"thực hiện|ra|hội đàm|gặp|xem|tại trụ sở|vì|để|khi|lúc|cho biết|bày tỏ|được|rời|mời|cắt|trao|ký|họp|bàn|kết thúc|theo|nhằm|ở|thị sát|có mặt|đối thoại|hôm|sáng|chiều|tối|khép lại|bắt đầu|cùng \d+|bước|vượt|trở lại|viếng|ủng hộ|quyên góp|quyên|(?<!chư )tăng|giảm|nộp|chiếm"
)
_NAMED = pattern(
    r"\b(?:[Đđ]oàn|ĐOÀN)(?! (?:viên|kết|thể|TNCS|này|ta(?! (?:sang|đi|qua|thăm|dự)\b)|ra|vào|thứ (?:nhất|hai|ba|tư|\d)|nào|khác|đầu tiên|cuối cùng|đó|ấy|kể trên|nói trên|luôn|rất|mong|hứa|khảo sát khoa học)\b)"
    rf"(?:(?! (?:{STOPS})\b(?! (?:của|thuộc|liên ngành)\b))(?P<name> (?:[^,;.:\n]|(?<=TP)\.|(?<= y),(?= bác s)){{2,110}}?))?(?= (?:{STOPS})\b| (?:xúc tiến|quảng bá|nghiên cứu|học tập)\b[^,;.]{{0,40}} (?:tại|ở) | ?(?:[,;:()\n]|(?<!TP)\.)| - (?:\d|ông |bà |do |đ/c |đồng chí |ngài )|$)"
)
#: A delegation known by where it goes: ``Đoàn đi Takeo lên đường ngày 10/4``.
_BOUND = pattern(r"[Đđ]oàn (?:đi|sang) (?=[A-ZĐ])")
_SETS_OUT = pattern(r"[,;]? (?:đã |có |do |gồm |lên đường|khởi hành|xuất phát|dự |tham dự |từ ngày|ngày)")
#: A count of people, and what they do behind it: ``đoàn 9 người quảng bá tuyến …``.
_COUNT_THEN = pattern(
    r"[Đđ]oàn(?: gồm)? \d{1,3} (?:người|thành viên|cán bộ|chuyên gia|đại biểu|đồng chí)(?= (?:quảng bá|xúc tiến|giới thiệu|nghiên cứu|tham quan|học|tập huấn|bàn|ký|tìm|xem|giao lưu|thi đấu)\b)"
)
#: A delegation known by what it goes for: ``Đoàn khảo sát công nghệ xay xát gạo do …``.
_BY_PURPOSE = pattern(
    r"[Đđ]oàn (?:khảo sát|học tập|nghiên cứu|tìm hiểu|tham quan|tập huấn|giao lưu|biểu diễn|khám|phẫu thuật) (?!(?:và|của|này|đã|tại|ở)\b)[^,;.:()\n]{2,100}?"
    r"(?=(?: (?:tại|ở) [^,;.:()\n]{2,30})?(?:,? (?:do|gồm|đi|sang)\b| \((?:\d|từ|ngày)|:))"
)
#: The same at a sentence's head, with whom it visits: ``Đoàn thăm, chúc Tết chính quyền tỉnh Svay Rieng, Prey Veng do …``.
_BY_CALL = pattern(
    r"[Đđ]oàn (?:công tác |đại biểu |cán bộ )?(?:đi )?(?:thăm|chúc Tết|chúc tết|chúc mừng|viếng|dự|tham dự|xúc tiến|làm việc|quảng bá|học tập|kiểm tra|trao|tặng|ký|hội đàm)\b[^;.:()\n]{2,150}?"
    r"(?=,? do [^;.\n]{4,140}? (?:dẫn đầu|làm [Tt]rưởng [Đđ]oàn|đứng đầu|làm trưởng))"
)
#: Whose people a delegation with a general name is of: ``đoàn công tác gồm 16 thành viên của Hội Doanh nhân trẻ tỉnh``.
_PEOPLE_OF = pattern(
    rf" gồm(?: có)? \d{{1,3}} (?:thành viên|cán bộ|người|đại biểu|đồng chí) của [^,;.:()\n]{{3,80}}?(?= (?:{STOPS})\b|,? (?:do|đi|sang)\b)"
)
_GENERAL = pattern(r"[Đđ]oàn(?: (?:công tác|cán bộ|đại biểu|liên ngành|doanh nhân))*")
#: Said of several together, not of a visit: ``đoàn Đài Loan giảm``.
_COMPARED = pattern(r" (?:tăng|giảm|chiếm|nộp|vẫn chiếm|ngày càng|đông nhất|nhiều nhất|ít hơn|nhiều hơn)\b")
_NAMED_BEFORE = pattern(r"\b(?:nước|tỉnh|tổ chức|thành phố) (?:này|đó|ấy)\b")
_PLAIN_NAME = re.compile(r"[Đđ]oàn(?: \d{1,3})?(?: [^\W\dA-Z_]+)*")  # kinds of people alone, nobody's name
_KINDS = pattern(
    r"(?:, (?:doanh nghiệp|cán bộ|chuyên gia|nhà đầu tư|thương mại|du lịch|đầu tư|doanh nhân|chủ trang trại|giáo viên|giảng viên|bác sĩ|bác sỹ|điều dưỡng|kỹ sư|công chức|nghệ sĩ|tình nguyện viên|nông dân|nhà khoa học|nhà báo|phóng viên|cựu chiến binh|vận động viên|thanh niên|hội viên|"
    r"giáo sư|nhà nghiên cứu|luật sư|học sinh|sinh viên|lãnh đạo|nghệ nhân)\b[^,;.:()\n]{0,60}?){1,3}"
    rf"(?= (?:{STOPS})\b| ?[,;.:()\n]|$)"
)
#: More bodies of one delegation: ``đoàn đại biểu Đảng, chính quyền tỉnh Hủa Phăn``, ``đoàn của Cục Biên phòng, Bộ Tư lệnh …``.
_FURTHER = pattern(
    r"(?:(?:,| và|, và) (?:[Cc]hính quyền|[Nn]hà nước|[Qq]uốc hội|HĐND|Hội đồng|UBND|[Mm]ặt trận|[Đđ]oàn thể|Bộ(?! trưởng)|Cục(?! trưởng)|Sở|Văn phòng|Vụ(?! trưởng))\b"
    rf"[^,;.:()\n]{{0,60}}?){{1,3}}(?=(?: \([^()\n]{{2,30}}\))? (?:{STOPS})\b| \(|,? (?:do|gồm) )"
)
_ONLY_COUNT = pattern(r" \d{1,3} (?:người|thành viên|cán bộ|đại biểu|khách|đồng chí|đ/c)")
_SENT_OUT = pattern(r"(?:cử|dẫn|dẫn đầu|đưa|có|một|01|trưởng)$")
_ONE_BEFORE = pattern(r"(?<!\d )(?<!lượt )\bđoàn\b(?! (?:ra|vào)\b)")
_LED_BY_ONE = pattern(r"làm trưởng đoàn (?:đại biểu|công tác|cán bộ|của)")
_NOT_YET = pattern(
    r"[^;.]{0,40}\b(?:sẽ|dự kiến|chuẩn bị|có kế hoạch|chưa (?:sang|đến|thể|đi|vào|kịp|thực hiện|tổ chức)|không (?:sang|đến|đi|vào|thể)|(?:phải|tạm|bị) (?:hoãn|hủy|dừng)|hoãn|"
    r"(?:tháng \d+|năm|quý|thời gian) tới\b|nên để\b|để sang năm)|[^;.]{0,160}?(?:: |, |nhưng |nên |phải |đã )(?:phải )?(?:tạm )?(?:hoãn|hủy|huỷ|không (?:thực hiện|tổ chức|thành|sang) được|không tổ chức)\b"
)
_OF_THEM = pattern(r", [a-zđ][^,;.()\n]{2,50} của [^,;.()\n]{3,40}?(?: \([^()\n]{2,20}\))?(?= (?:do|gồm|đến|sang|vừa|đã)\b)")
_PLACE_BEHIND = pattern(r",? (?:nước |tỉnh |thuộc |\()*$")
_MOST = 200  # persons of one visit
_GOES = r"(?:đi|sang|qua|đến(?! từ)|tới|vào|lên|về|ra|dự|tham dự|tham gia|thăm)\b"
_SENDS = pattern(
    r"\b(?:cử|cho|dẫn|đưa|dắt|gửi|gởi|điều|mời|đón|tiếp|cùng|với|chọn|đón tiếp|tổ chức cho)(?: đoàn| một đoàn| hơn| gần| thêm| các)?$"
)
#: The count of those who are sent, in brackets behind their noun: ``cử cán bộ (04 người) đi …``.
_SENDS_NOUN = pattern(rf"\b(?:cử|cho|đưa|chọn|gửi|gởi|điều) (?:các |đoàn )?(?P<noun>{people.NOUNS}[^,;.()\d\n]{{0,40}}) \($")
_ASKED = pattern(r"\b(?:mời|đón|tiếp)(?: được| hơn| gần| các)* $")
_HOME = pattern(r"[^,;.]{0,40}? (?:trở )?về (?:nước|quê|nhà|địa phương|gia đình|việt nam)\b")  # those who are brought home
_MERIT = pattern(r"\b(?:vì|có công|thành tích|góp (?:sức|phần|công)) ")
_COUNTED = pattern(
    rf"(?:[^,;.\n]{{0,70}}?|[^,;.\n]{{0,40}}, (?:[a-zđ]|[A-ZĐ]\w{{1,6}}(?= sang| đi| qua))[^,;.\d\n]{{0,30}}?) {_GOES}"
)
_LED_BEHIND = pattern(r"[^;.\n]{0,60}?(?=,? do [^;\n]{3,160}? (?:dẫn đầu|làm [Tt]rưởng [Đđ]oàn|đứng đầu)\b)")
#: Offices that only the other side has, and those of embassies.
OFFICE = (
    r"(?:(?:[Pp]hó )?(?:Tổng [Ll]ãnh sự|[Tt]hống đốc|[Tt]ỉnh trưởng|[Bb]ộ trưởng|[Tt]hị trưởng|[Đđ]ại sứ|[Cc]hâu trưởng|[Hh]uyện trưởng|"
    r"[Đđ]ô trưởng|[Qq]uận trưởng|[Tt]rưởng châu)|[Hh]oàng (?:thân|tử|hậu)|[Cc]ông chúa|[Tt]hái tử|[Qq]uốc vương|[Đđ]ại biện(?: lâm thời)?|[Tt]ham tán|[Cc]ông sứ|[Ll]ãnh sự|[Tt]ùy viên|[Qq]uốc vụ khanh)(?! quán)"
)
#: Words that an office begins with.
ROLE = (
    rf"\b(?:{OFFICE}|(?:[Nn]guyên |[Cc]ựu )?(?:[Pp]hó )?(?:[Tt]ổng )?(?:[Bb]í thư|[Cc]hủ tịch|[Cc]hủ nhiệm|[Gg]iám đốc|[Tt]rưởng (?!đoàn)|[Cc]hánh|[Cc]ục trưởng|"
    r"[Vv]ụ trưởng|[Tt]hứ trưởng|[Ủủ]y viên|[Hh]iệu trưởng|[Vv]iện trưởng|[Cc]hỉ huy|[Tt]ư lệnh|[Cc]hính ủy|[Đđ]ồn trưởng|[Tt]hư ký|[Tt]hủ tướng|"
    r"[Nn]ghị sĩ|[Gg]iáo sư|[Đđ]ại diện|[Đđ]iều phối viên|[Hh]ội trưởng|[Tt]hống đốc|[Tt]hanh tra|[Đđ]ại tá|[Tt]hượng tá|[Tt]hiếu tướng|[Qq]uản lý|"
    r"[Tt]rung tướng|[Đđ]ại tướng|[Tt]hượng tướng|[Bb]ác sĩ|[Tt]rợ lý|[Nn]hà văn|[Hh]òa thượng|[Tt]hượng tọa|[Tt]ỉnh ủy viên|[Tt]hường vụ|[Ll]inh mục))"
)
_BEFORE = 60  # characters before a body or a name that may say what office it has
_BODY = pattern(
    r"(?:(?:[Cc]ác |[Mm]ột số )?(?:[Ll]ãnh đạo|[Đđ]ại diện|[Nn]hà đầu tư|[Cc]huyên gia|[Cc]án bộ|[Tt]hường trực|[Bb]an [Gg]iám đốc|[Tt]ập đoàn)(?: của| đến từ)? )?$"
)


class Party(msgspec.Struct):
    """Who travels: the words between two places; ``kind`` is named, caller, person, counted or body."""

    kind: str
    start: int
    end: int
    mention: Mention | None = None
    office: tuple[int, int] | None = None


#: Workers who are sent abroad are no delegation.
_LABOUR = pattern(r"xuất khẩu lao động|xklđ|đi làm việc (?:có thời hạn |theo hợp đồng )*(?:tại|ở) nước ngoài|đi lao động\b")


def named(sentence: Sentence) -> Iterator[Party]:
    """Delegations by their names, but for unions, inspectors and the like."""
    if "đoàn" not in sentence.lower:
        return
    persons = sentence.of("PERSON")
    for match in _NAMED.finditer(sentence.text):
        start = sentence.start + match.start()
        if any(each.start <= start < each.end for each in persons):
            continue  # Đoàn is a family name
        by_purpose, end = _name_end(sentence, match)
        if sentence.before(start, 5) == "phái ":
            start -= len("phái ")
        bound = None if match["name"] else _bound(sentence, match.start())
        if _is_told_before(sentence, match, start, by_purpose or bool(bound)):
            continue
        end = bound or end
        words = sentence.lower[start - sentence.start : end - sentence.start]
        if _COMPARED.match(sentence.lower, end - sentence.start) or _NAMED_BEFORE.search(words):
            continue
        union = _is_union(sentence, match, start, end)
        if not union and not _other(sentence, words, end) and not _NOT_YET.match(sentence.lower, end - sentence.start):
            yield Party("named", start, _with_place(sentence, _without_count(sentence, start, end)))


def _name_end(sentence: Sentence, match: re.Match[str]) -> tuple[bool, int]:
    """Whether a delegation is named by its purpose, and where its name ends, with the bodies and people behind it."""
    text, end = sentence.text, match.end()
    kind = _BY_PURPOSE.match(text, match.start()) or (
        None if match["name"] or re.search(r"\w", text[: match.start()]) else _BY_CALL.match(text, match.start())
    )
    if kind:
        end = kind.end()
    elif match["name"] and (whose_people := _PEOPLE_OF.match(text, match.end())) and _GENERAL.fullmatch(match[0]):
        end = whose_people.end()
    if counted := _COUNT_THEN.match(text, match.start()):
        end = min(end, counted.end())
    if (more := _KINDS.match(text, match.end())) and _PLAIN_NAME.fullmatch(match[0]):
        end = more.end()
    if more := _FURTHER.match(text, match.end()):
        end = more.end()
    if more := _OF_THEM.match(text, match.end()):
        end = more.end()
    return bool(kind), sentence.start + end


def _is_told_before(sentence: Sentence, match: re.Match[str], start: int, is_new: bool) -> bool:
    """Whether a delegation is the one that the sentences before told of."""
    opens = sentence.text[match.end() :].startswith((" do ", " gồm ")) and not _told_of(sentence.earlier)
    sent = _SENT_OUT.search(sentence.before(start, 12).rstrip())
    if not match["name"] and not is_new and not opens and not sent:
        return True
    if match["name"] == " bạn" and not opens:
        return True
    again = _ONLY_COUNT.fullmatch(match["name"] or "") and _ONE_BEFORE.search(sentence.lower, 0, match.start())
    return bool(again) and not sent


def _is_union(sentence: Sentence, match: re.Match[str], start: int, end: int) -> bool:
    """Whether words on a delegation are those of a union or an inspection, or a part of another word."""
    words = sentence.lower[start - sentence.start : end - sentence.start]
    if not (_NO_DELEGATION.match(words) or _PART_OF_WORD.search(sentence.before(start, 8))):
        return False
    signs = _SIGNS.match(sentence.text, end - sentence.start)
    if _YOUTH.match(words) and countries(sentence, start, end)[0] and not signs:
        return False
    return not _LED_BY_ONE.search(sentence.lower[max(0, match.start() - 11) : match.end()])


def _bound(sentence: Sentence, at: int) -> int | None:
    """The end of a delegation's name that opens a sentence with where it goes."""
    match = _BOUND.match(sentence.text, at)
    if match is None or re.search(r"\w", sentence.text[:at]):
        return None
    goal = next((each for each in sentence.of("FOREIGN_UNIT", "COUNTRY") if each.start == sentence.start + match.end()), None)
    return goal.end if goal and _SETS_OUT.match(sentence.text, goal.end - sentence.start) else None


def _other(sentence: Sentence, words: str, end: int) -> bool:
    """Whether a name is of inspectors and others that are no delegations here; those that leave for abroad are."""
    if not _NOT_THESE.search(words):
        return False
    if _ABROAD_TOO.search(words) and countries(sentence, end - len(words), end)[0]:
        return False
    leaves = _ABROAD_TOO.search(words) and _LEAVES.match(sentence.lower, end - sentence.start)
    return not (leaves and countries(sentence, end, sentence.end)[0])


def _told_of(earlier: Sentence | None) -> bool:
    """Whether the sentence before tells of a delegation that this one may mean; a count of delegations is none."""
    return earlier is not None and bool(_ONE_BEFORE.search(earlier.lower))


def _without_count(sentence: Sentence, start: int, end: int) -> int:
    """The end of a name without the number of people behind it: ``đoàn Room to Read 04 người``."""
    last = next((each for each in reversed(sentence.inside(start + 6, end, "QUANTITY")) if people.are(sentence, each)), None)
    return last.start - 1 if last and last.end >= end else end


def _with_place(sentence: Sentence, end: int) -> int:
    """The end of a name with the state or province behind it: ``Đoàn huyện Long Châu, Quảng Tây``, ``… (Lào)``."""
    for each in sentence.inside(end, end + 20, "COUNTRY", "FOREIGN_UNIT"):
        between = sentence.text[end - sentence.start : each.start - sentence.start]
        if _PLACE_BEHIND.fullmatch(between):
            end = each.end + (1 if "(" in between and sentence.text[each.end - sentence.start :][:1] == ")" else 0)
    return end


def other(words: str) -> bool:
    """Whether some words tell of inspectors, overseas Vietnamese and others whose visits other tables keep, or none."""
    return bool(_NOT_THESE.search(words))


def counted(sentence: Sentence) -> Iterator[Party]:
    """Counted people that are sent, led, asked to come or on their way: ``cử 08 cán bộ đi …``, ``34 thủy thủ Nga về thăm``."""
    for each in sentence.of("QUANTITY"):
        said = unit(each)
        firms = said.startswith("doanh nghiệp")
        if (
            not (people.are(sentence, each) or firms)
            or said.startswith("lượt")
            or _LABOUR.search(sentence.lower)
            or _HOME.match(sentence.lower, each.end - sentence.start)
            or _MERIT.search(sentence.before(each.start, 60).lower())
            or (firms and _ASKED.search(sentence.before(each.start, 20)))
            or int(number if (number := count(each) or "0").isdecimal() else 0) > _MOST
        ):
            continue
        match = _COUNTED.match(sentence.text, each.end - sentence.start)
        if led := _LED_BEHIND.match(sentence.text, each.end - sentence.start):
            yield Party("counted", each.start, sentence.start + led.end(), each)
        elif match and (noun := _SENDS_NOUN.search(sentence.before(each.start, 70))):
            start = each.start - (len(noun.string) - noun.start("noun"))
            yield Party("counted", start, sentence.start + match.end() - len(match[0].split()[-1]) - 1, each)
        elif match and _SENDS.search(sentence.before(each.start, 30).rstrip()):
            yield Party("counted", each.start, sentence.start + match.end() - len(match[0].split()[-1]) - 1, each)


def cancelled(sentence: Sentence, place: int) -> bool:
    """Whether a visit did not take place, by the words behind a place."""
    return bool(_NOT_YET.match(sentence.lower, place - sentence.start))


def body(sentence: Sentence, mention: Mention) -> Party:
    """A body or a state that is said to come or to go, with the word before it: ``Lãnh đạo tỉnh Champasak đến chào``."""
    at = mention.start - sentence.start
    match = _BODY.search(sentence.text, max(0, at - _BEFORE), at)
    return Party("body", mention.start - (len(match[0]) if match else 0), mention.end, mention)


__all__ = ["OFFICE", "ROLE", "STOPS", "Party", "body", "cancelled", "counted", "named", "other"]
