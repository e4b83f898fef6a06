"""Who holds a meeting: ``do A phối hợp với B tổ chức``, ``A cùng B mở``, ``A đăng cai``; and who pays for it from abroad."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from .page import Mention, Page, Sentence
from .sides import Side, reach, read, within
from .signing_subject import past_adjuncts
from .wording import pattern

_VERB = pattern(
    r"(?<!các )(?<!ban )(?<!mỗi )\b(?:đồng |cùng |cùng nhau |chung tay |chung |"
    r"phối hợp |đứng ra |tiến hành |trực tiếp |vừa |đã |long trọng |"
    r"sẽ ){0,6}(?:đăng cai(?: tổ chức)?|"
    r"là (?:chủ nhà|đơn vị đăng cai|nước chủ nhà)|"
    r"làm chủ nhà|chủ trì|"
    r"lo liệu|lo tổ chức|khai mạc|mở|họp|mời(?= [^;.]{0,50} dự )|"
    r"tổ chức(?= (?:với (?!các)|cùng|thành công|chuỗi|buổi|cuộc|lễ|hội|tọa|diễn|tại|ở|ngày|từ|vào|trong|theo|trực|hôm|"
    r"nhân|chung|nhằm|để|vào|kết hợp|ngay|cuối|đầu|giữa|sáng|chiều|[\"“\d])|"
    r"(?:đã )?diễn ra|[,.;)]|$))",
    re.IGNORECASE,
)
_BY = pattern(
    r"\b[Dd]o (?=\S)|\bđược (?=(?:Sở|UBND|[ỦU][yỷ] ban|Trường|Viện|Hội|Liên hiệp|Trung tâm|Ban|Công ty|Đại học|"
    r"Học viện|Bộ|Báo|Văn phòng|Bệnh viện|Khoa|Hiệp hội|Tập đoàn|Tổ chức|Quỹ|Đại sứ quán|Tổng Lãnh sự quán|tỉnh|thành phố)\b)"
)
_SPLITS = pattern(
    r",? (?:phối hợp(?: chặt chẽ| tổ chức)?(?: với| cùng| và)|phối hợp(?= [A-ZĐ])|"
    r"đồng chủ trì với|cùng với|cùng|và|với)(?= )|, "
)
_OWN = pattern(
    r"^(?:tỉnh|thành phố|huyện|sở|hội|xã|trường|ubnd|ủy ban|công ty|liên hiệp|viện|trung tâm|ban|vườn|báo|đài|hiệp hội|"
    r"đại học|học viện|bệnh viện|tổng cục|văn phòng|công đoàn|khoa|phòng|câu lạc bộ|chi cục|tạp chí|tổng công ty|"
    r"cục|bộ)\b",
    re.IGNORECASE,
)
_PLACE = pattern(r"^(?:tại|ở|theo|nhân|trong|sáng|chiều|dưới|khách sạn|nhà khách|hội trường|nhà văn hóa)\b", re.IGNORECASE)
_MEETING = pattern(r"hội nghị|hội thảo|tọa đàm|toạ đàm|diễn đàn|sự kiện", re.IGNORECASE)
_ALLOWS = pattern(
    r"\b(?:cho phép|đồng ý(?: cho| để)?|(?<![Nn]goại )giao(?: cho)?|ủy quyền(?: cho)?|chấp thuận(?: cho)?|tham mưu(?: cho)?) "
)
_BARE = pattern(r"(?:^| )((?:tỉnh|thành phố|huyện)(?: (?:ta|nhà))?)$")
_NAMED = pattern(r"[A-ZĐ]|^(?:tỉnh|thành phố|huyện|sở)\b")
_PAYS = pattern(
    r"^(?: \([^()]{2,20}\))?[^,;.]{0,14}?\b(?:tài trợ|đồng chủ trì|đồng tổ chức|bảo trợ|hỗ trợ kinh phí|"
    r"đài thọ|chi trả|góp)\b|^(?: \([^()]{2,20}\))? (?:phối hợp(?= ?(?:[,;.]|$|tổ chức))|giúp (?:mời|tổ chức|tiền|kinh phí)|"
    r"(?:lo|chịu|bao) (?:(?:toàn bộ|mọi|phần|một phần|một nửa|cả) )?(?:kinh phí|chi phí))"
)
_PAID_BY = pattern(
    r"(?:(?:phía tài trợ|nhà tài trợ|đơn vị tài trợ) (?:là|gồm)|(?:tài trợ|hỗ trợ|bảo trợ|phối hợp) (?:của|từ|bởi|với|"
    r"cùng))(?: tổ chức)? $"
)
_NAME = pattern(r"^(?!Hội đồng|Ban|Ủy ban)(?:\w+ ){0,3}[A-ZĐ]")
_WORLD = pattern(
    r"^(?:[Tt]ổ chức|[Qq]uỹ|[Hh]ội(?! nghị| thảo)|[Vv]iện|[Tt]rung tâm|[Hh]iệp hội|[Ll]iên minh|[Nn]gân hàng|"
    r"[Mm]ạng lưới) .*(?:[Qq]uốc tế|[Tt]hế giới|[Cc]hâu (?:Á|"
    r"Âu|Phi|Mỹ)|[Tt]oàn cầu|\([A-Z]{3,}\))"
)
_WITH = pattern(r"^ (?:đã )?(?:phối hợp|cùng)(?: với| cùng)? ")
_ARE = pattern(r"\b(?:tổ chức|chủ trì|đăng cai) (?:là|gồm)(?: có)?:? |\bsự chủ trì của ")
_CO_HOSTS = pattern(
    r"(?: trực tuyến| trực tiếp| chung)? (?:với(?= (?:[A-ZĐ]|tổ chức|phía|các đối tác))|cùng(?: với)?|"
    r"với sự (?:phối hợp|hợp tác|tham gia|đồng hành|hỗ trợ|tài trợ|bảo trợ|giúp đỡ) (?:của|"
    r"từ)) (?:tổ chức |phía )?"
)
_LONG_NAME = pattern(r"(?:do|của|với|từ|bởi|cùng) (?P<name>[A-ZĐ][^,;.()]{3,70}) [(]$")
_HELP = pattern(r" ?(?:sự )?(?:tài trợ|hỗ trợ|phối hợp|giúp đỡ|bảo trợ)(?: kinh phí)? (?:của|từ) ")
_SHORT = pattern(r"^[A-Z]{3,10}$")
_LONGEST = 220


def hosts(page: Page, sentence: Sentence) -> Iterator[Side]:
    """Who holds what a sentence tells of, in order: behind ``do``, else the subject of its first verb of holding."""
    if match := _ARE.search(sentence.text):
        start = sentence.start + match.end()
        yield from _pieces(page, sentence, start, start + len(re.split("[;)]", sentence.text[match.end() :])[0]))
        return
    for verb in _VERB.finditer(sentence.text):
        said = verb.start()
        if body := within(sentence, sentence.start + said + 1, "ORG", "PERSON"):
            if body.end >= sentence.start + verb.end():
                continue
            said = body.end - sentence.start  # a name whose last word reads as the verb's first
        head = max(0, said - _LONGEST, sentence.text.rfind(";", 0, said) + 1)
        led = [match.end() for match in _BY.finditer(sentence.text, head, said)]
        start = sentence.start + (led[-1] if led else _subject(sentence, head, said))
        found = list(_pieces(page, sentence, start, sentence.start + said))
        if found:
            yield from found
            yield from _beside(page, sentence, verb.end())
            return
    yield from _together(page, sentence)


def _beside(page: Page, sentence: Sentence, at: int) -> Iterator[Side]:
    """Who is told behind the verb: ``chủ trì cùng B``, ``tổ chức với sự phối hợp của B``."""
    if match := _CO_HOSTS.match(sentence.text, at):
        start = sentence.start + match.end()
        for each in sentence.inside(start, start + 12, "ORG", "FOREIGN_UNIT")[:1]:
            yield read(page, sentence, each.start, max(each.end, reach(sentence, each.start, 80)))


def _together(page: Page, sentence: Sentence) -> Iterator[Side]:
    """``A phối hợp B`` without a verb of holding."""
    bodies = sentence.of("ORG")
    for one, two in pairwise(bodies):
        if (match := _WITH.match(sentence.after(one.end, 40))) and two.start == one.end + match.end():
            yield read(page, sentence, one.start, one.end)
            yield read(page, sentence, two.start, two.end)
            return


def _subject(sentence: Sentence, head: int, end: int) -> int:
    """Where the subject of a verb begins: behind what leads its clause, and who allows it."""
    words = sentence.text[head:end]
    at = past_adjuncts(sentence, sentence.start + head, words)
    allowed = [match.end() for match in _ALLOWS.finditer(words, at)]
    at = max([at, *allowed])
    bare = None if sentence.inside(sentence.start + head + at, sentence.start + end, "ORG") else _BARE.search(words.rstrip(), at)
    return head + (bare.start(1) if bare else at)


def _pieces(page: Page, sentence: Sentence, start: int, end: int) -> Iterator[Side]:
    """The bodies of a list between two places; what is no body's name is left out."""
    text, at = sentence.text, start
    joints = [
        match for match in _SPLITS.finditer(text, start - sentence.start, end - sentence.start) if not _inside(sentence, match)
    ]
    for stop, after in [*((sentence.start + each.start(), sentence.start + each.end()) for each in joints), (end, end)]:
        if led := _HELP.match(text, at - sentence.start):
            at = sentence.start + led.end()
        for date in sentence.inside(at, at + 2, "DATE"):
            at = max(at, date.end) if date.end < stop else at
        words = text[at - sentence.start : stop - sentence.start].strip()
        bodies = any(at <= each.start < stop for each in sentence.of("ORG", "PROVINCE", "FOREIGN_UNIT"))
        if (
            words
            and not _PLACE.match(words)
            and not _MEETING.search(words)
            and _NAMED.search(words)
            and (bodies or _OWN.match(words) or _WORLD.search(words) or _SHORT.match(words))
        ):
            side = read(page, sentence, at, stop)
            if side.foreign is None and _WORLD.search(words):
                side.foreign = True
            yield side
        at = after


def _inside(sentence: Sentence, match: re.Match[str]) -> Mention | None:
    return within(sentence, sentence.start + match.start() + 1, "ORG", "PERSON", "FOREIGN_UNIT")


def _with_brackets(sentence: Sentence, body: Mention) -> tuple[int, int]:
    """A body whose short name in brackets alone was read: ``do Quỹ quốc tế bảo vệ thiên nhiên (WWF) tài trợ``."""
    match = _LONG_NAME.search(sentence.text[: body.start - sentence.start])
    closed = sentence.text[body.end - sentence.start :][:1] == ")"
    return (sentence.start + match.start("name"), body.end + 1) if match and closed else (body.start, body.end)


def payer(page: Page, sentence: Sentence) -> Side | None:
    """The foreign body that pays for a meeting, or holds it with others."""
    for each in sentence.of("ORG", "FOREIGN_UNIT"):
        if _PAYS.match(sentence.after(each.end, 40)) or _PAID_BY.search(sentence.before(each.start, 40)):
            side = read(page, sentence, *_with_brackets(sentence, each))
            company = getattr(each.entity.value, "type", None) == "company"
            if side.foreign or (side.foreign is None and not company and _NAME.search(each.text)):
                side.foreign = True
                return side
    return None
