"""Who gives in a sentence: foreign bodies, places, states, persons and groups that stand where a giver stands."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ...kinds.organisation import Organisation
from ...text import pattern
from ..page import Mention, Page, Sentence
from ..places import country_of, is_foreign

_STRONG = (
    r"tài trợ|đồng tài trợ|viện trợ|hỗ trợ|trao(?! đổi)|tặng|ủng hộ|giúp(?! nhau)|cứu trợ|quyên góp|quyên tặng|"
    r"đóng góp(?! ý| tích cực| quan trọng| vào)|góp(?! phần| ý| mặt)|chuyển(?! biến| đổi| giao| tiếp| thành)|"
    r"gửi(?! thư| công| điện| lời| văn| hồ sơ| báo| tới)|bỏ(?! qua| phiếu| trốn)|cung cấp(?! thông tin)|uỷ thác|ủy thác|đài thọ|"
    r"chi(?! tiết| nhánh| bộ| cục| hội| phí)|cho(?! biết| rằng| thấy| hay| phép| ý kiến| đến| tới| là)|dành(?! thời gian| sự)|"
    r"giao(?! lưu| thông| dịch| ban| tiếp| thương)"
)
_WORKS = (
    r"đầu tư|xây(?! dựng (?:quan hệ|kế hoạch|mối|đề|chương trình))|xây tặng|"
    r"cấp(?! cao| tỉnh| huyện| xã| sở| phép| giấy| thị thực| bộ| trung ương| quốc gia)|phát(?! triển| biểu| động| huy| hiện| sóng| thanh| hành)|"
    r"mổ|phẫu thuật|khám(?! phá)|chữa|đào(?! tạo)|khoan|lắp|lắp đặt|sửa|sửa chữa|mua(?! bán)|đưa(?! ra| vào| đón| tin)|trồng|dạy|"
    r"duy trì|mở lớp|rà phá|(?:triển khai|thực hiện|khởi động|bàn giao|khánh thành)"
)
#: What a giver does: words of giving, and works that tell of a gift only where the text is about aid.
GIFT = r"tài trợ|viện trợ|hỗ trợ|tặng|trao tặng|giúp|ủng hộ|cứu trợ|quyên góp|quyên tặng|đóng góp|góp"
_PLAIN = pattern(rf"\b(?:{GIFT})\b")
_GIVES = pattern(rf"\b(?:{_STRONG})\b")
_DOES = pattern(rf"\b(?:{_STRONG}|{_WORKS})\b")
_BY_DOES = pattern(
    rf"[^;:.]{{0,60}}?\b(?:{_STRONG}|thực hiện|triển khai|đầu tư|xây|cấp|làm nhà tài trợ|là nhà tài trợ|chia đôi|lo)\b"
)
_GIVEN_TO = pattern(rf"[^;:.]{{0,30}}?\b(?:{_STRONG}|xây|cấp|đầu tư)\b")
#: What makes a body no giver though a verb of giving follows: it receives, visits, signs, sends.
_OTHER = pattern(
    r"\b(?:được|nhận|tiếp nhận|thăm|làm việc|ký|ký kết|cảm ơn|mong|có thư|chờ|đề nghị|xin|kêu gọi|vận động được|mời|do|tại sao|"
    r"làm đầu mối|khen thưởng|huân chương|huy chương|bằng khen|kỷ niệm chương|chào)\b"
)
_SENDS = pattern(r"[^;.]{0,12}\b(?:cử|dẫn|đưa) (?:một )?đoàn")
_AWARDS = pattern(r"[^;.]{0,60}\b(?:huân chương|huy chương|bằng khen|kỷ niệm chương|danh hiệu|học hàm|giấy khen)")
_CLASS = r"(?:(?:các |các bạn )?(?:tổ chức|quỹ|nhóm|hội|công ty|cơ quan|đơn vị)(?: phi chính phủ| pcpnn| nước ngoài| quốc tế| từ thiện| nhân đạo)* )?"
_BY = pattern(rf"\b(?:do|bởi|nhờ|nhờ có) (?:chính |phía )?{_CLASS}$")
_NAMED = pattern(
    r"(?:(?:tài trợ|viện trợ|hỗ trợ|giúp đỡ|ủng hộ|cứu trợ|đóng góp|không hoàn lại|quà|vốn|kinh phí|tiền|ngân sách|"
    r"(?:dự án|chương trình|phi dự án|khoản|lô|gói|suất|xe|máy|thiết bị)[^;.:]{0,90})"
    rf"(?: [^;:]{{0,44}})? (?:của|từ)|tài trợ bởi|nhà tài trợ(?: lớn nhất| chính| duy nhất)?(?: là| ?:)|"
    rf"bên (?:tài trợ|cung cấp viện trợ|viện trợ)(?: là| ?:)) (?:phía )?{_CLASS}$"
)
_RECEIVED = pattern(rf"\b(?:nhận|tiếp nhận|nhận được|đón nhận)\b[^;:]{{0,110}} (?:của|từ) {_CLASS}$")
_AGAIN = pattern(rf", (?:và )?của {_CLASS}$| và (?:của )?{_CLASS}$")
_IS_GIVEN = pattern(rf"\bđược {_CLASS}$")
_THROUGH = pattern(
    r"\b(?:qua|thông qua|sang|tại|ở|đến|tới|thăm|(?<!phối hợp )(?<!phối hợp cùng )với|giữa|cho|tặng|giúp|hỗ trợ|viện trợ|cứu trợ)(?: các)?(?: tổ chức)? $"
)
_GROUP = pattern(
    r"(?:(?:nhóm|đoàn|cộng đồng|các|một số|những|hội|câu lạc bộ) )*"
    r"(?:y bác sĩ|bác sĩ|cựu chiến binh|cựu binh|doanh nghiệp|doanh nhân|nhà đầu tư|tình nguyện viên|tình nguyện|sinh viên|học sinh|"
    r"thanh niên|nhà hảo tâm|mạnh thường quân|bạn bè|phật tử|giáo viên|chuyên gia|công dân|nhà tài trợ|đối tác|phía|phía bạn|hãng|"
    r"nhân dân|chính quyền|cá nhân|nhà thờ|giáo hội|trường đại học) (?:người )?$",
    2,
)
_TAIL = pattern(r" tại (?:tỉnh |thành phố )?[A-ZĐ][\w.]*(?: [A-ZĐ]\w*){0,3}")
_LOCAL_GROUP = pattern(r"\b(?:[Pp]hía bạn|[Tt]ỉnh bạn|[Bb]ạn Lào|[Tt]ổ chức này|[Qq]uỹ này|[Tt]ổ chức (?=còn|cũng))(?= )")
_UNTAGGED = pattern(
    r"(?:(?:[Tt]ổ chức|[Qq]uỹ|[Hh]iệp hội|[Cc]âu lạc bộ|CLB|[Hh]ội từ thiện|[Nn]hóm|[Mm]ạng lưới|[Ll]iên đoàn|Hội Từ thiện)"
    r"(?: phi chính phủ| PCPNN| nước ngoài| quốc tế| từ thiện| nhân đạo)* )"
    r"(?P<name>[A-ZĐ][\w&'’.-]*(?: (?:[A-ZĐ][\w&'’-]*|of|for|and|the|in|et|de|to|sans|des|du)){0,8})(?P<short> \([A-ZĐ][\w-]*(?: [\w-]+){0,3}\))?"
)
_FOREIGN_WORDS = pattern(
    rf"(?:^|[;:,.(+*-] ?|, )(?P<name>[A-Z][A-Za-z&'-]+(?: (?:[A-Z][A-Za-z&'-]+|of|for|and|the|in)){{1,6}})(?= \(| (?:đã |vừa |cũng )?(?:{GIFT}|cấp|xây|trao))"
)
_CALLED = pattern(
    rf"(?:[Tt]ổ chức|Quỹ|Hiệp hội|Mạng lưới) (?P<name>[A-ZĐÂÊÔ][^,;:.()\n]{{2,50}}?)(?= \(| - | của | (?:đã |vừa |cũng )?(?:{GIFT})\b)"
)
_HOME = pattern(
    r"\b(?:Việt Nam|tỉnh|huyện|xã|thành phố|Đảng|Đoàn TNCS|Nông dân|Phụ nữ|Cựu chiến binh|Chữ thập đỏ|Khuyến học|Hồ Chí Minh)\b"
)
_MORE = pattern(r"(?: quốc tế)?(?: (?:tại )?Việt Nam(?! -))?")
_SHORT = pattern(r" \((?:[A-ZĐ][\w-]*(?: [A-ZĐa-z][\w-]*){0,3})\)")
_THEIRS = pattern(
    r"(?<!Việt )(?<!Việt Nam )(?:Hà Lan|Pháp|Đức|Nhật|Nhật Bản|Mỹ|Hàn Quốc|Thụy Sĩ|Anh|Úc|Bỉ) - Việt(?: Nam)?\b|Thương gia"
)
_KIEU = pattern(r"kiều bào|việt kiều|gốc việt|người việt")
_COLON = pattern(r"(?: ?\([^()\n]{2,40}\))?(?:,? (?:qua|thông qua) [^:;.\n]{3,60})? ?:")
_ITEM = pattern(
    r"[^\w]*(?:\d{1,2}[.)]|[a-zđ]\))? ?(?:[Đđ]ối với )?"
    r"(?:[Cc]ác )?(?:[Tt]ổ chức |[Cc]hính phủ |[Vv]ùng |[Tt]ỉnh |[Dd]oanh nghiệp [^():;]{2,50}\()?"
)
_THING = pattern(r"\d|hỗ trợ|tài trợ|giúp|dự án|chương trình|(?<!cử )đoàn bác sĩ")
_BESIDE = pattern(r" ?(?:\(| - |, | của (?:nước |bà con (?:ở )?)?)(?:tổ chức |có trụ sở tại |quốc tịch |người |đến từ )?$")
_FIRM = pattern(r"[Cc]ông ty|[Tt]ập đoàn|[Dd]oanh nghiệp|[Nn]hà đầu tư|[Dd]oanh nhân|[Nn]gân hàng|[Cc]huyên gia")
_PRESENTS = pattern(r"tài trợ|viện trợ|tặng|trao tặng|ủng hộ|quyên góp|cứu trợ")
_LENDER = pattern(r"JICA|ADB|\bWB\b|IFAD|AFD|KfW|Ngân hàng|Chính phủ|Cơ quan Hợp tác quốc tế|Cơ quan Hợp tác Quốc tế")
_FREE = pattern(r"không hoàn lại|phi chính phủ|pcpnn|viện trợ|tặng|cứu trợ|phi dự án")
_TO_THEM = pattern(r"\b(?:hỗ trợ|tặng|giúp|viện trợ|cho|gửi)\b[^.;:]{0,40}$")
_ALSO = pattern(r"(?: ?\([^()\n]{1,40}\))?(?:,| và|,? cùng) (?:các |tổ chức |quỹ |công ty )?")
_AND_MORE = pattern(
    r" và (?P<more>[A-ZĐ][^,;.:()\n]{3,40}?) (?=tài trợ|viện trợ|hỗ trợ|tặng|giúp|cung cấp|chia đôi|đồng tài trợ|phối hợp)"
)
_ALONE = pattern(rf" (?:đã |cũng |vừa |còn )?(?:{_STRONG})\b")
_BEGINS = pattern(r"(?:^|[,;:.]) ?(?:[-+*•] ?|và |năm \d{4},? )?$")
_FAR = 70  # characters between a giver and what it does


class Giver(msgspec.Struct):
    """Words that name who gives: places in the view, how they stand (``opens``, ``subject``, ``by``, ``named``), the country."""

    start: int
    end: int
    how: str
    label: str
    country: tuple[str, Mention] | None = None
    mention: Mention | None = None
    name: tuple[int, int] | None = None

    @property
    def words(self) -> tuple[int, int]:
        """The places of its name, which may stand before: ``Cơ quan … (KOICA): … KOICA xây``."""
        return self.name or (self.start, self.end)

    @property
    def charity(self) -> bool:
        """Whether giving is what it is for, or nothing else is known of it: an embassy, an organisation, no firm or state."""
        value = self.mention.entity.value if self.mention else None
        return isinstance(value, Organisation) and value.type not in ("company", "state")


def givers(page: Page, sentence: Sentence, aid: bool) -> list[Giver]:
    """Those who give in a sentence, in order; where the text is about aid, bodies of unknown home and works count too."""
    found: list[Giver] = []
    spots = sorted(_spots(page, sentence, aid), key=lambda each: (each.start, -each.end))
    beside = {each.country[1].start for each in spots if each.country and each.country[1].start >= each.end}
    spots = [each for each in spots if each.start not in beside]
    for place, spot in enumerate(spots):
        if found and spot.start < found[-1].end:
            continue
        until = _until(sentence, spot, spots[place + 1 :])
        spot.how = _how(sentence, spot, until, aid, found[-1] if found else None)
        if spot.how and not (found and _same(sentence, found[-1], spot)):
            found.append(_full(sentence, spots[:place], spot))
    return found


def _until(sentence: Sentence, spot: Giver, behind: list[Giver]) -> int:
    """Where the words end that may tell what a spot does: at the next spot that is not named along with it (``A và B tặng``)."""
    end = spot.end
    for each in behind:
        if each.start < end:
            continue
        if not _ALSO.fullmatch(sentence.text, end - sentence.start, each.start - sentence.start):
            return each.start
        end = each.end
    return sentence.end


def _full(sentence: Sentence, earlier: list[Giver], spot: Giver) -> Giver:
    """The giver with the longer name the sentence gave it before; two givers of one gift are one (``do A và B tài trợ``)."""
    base = sentence.start
    if spot.how == "by" and (more := _AND_MORE.match(sentence.text, spot.end - base)):
        spot.end = base + more.end("more")
    words = sentence.text[spot.start - base : spot.end - base]
    for each in earlier:
        if spot.label == each.label == "ORG" and f"({words})" in sentence.text[each.start - base : each.end - base]:
            spot.name, spot.country = (each.start, each.end), each.country or spot.country
    return spot


def _same(sentence: Sentence, one: Giver, two: Giver) -> bool:
    """Whether a giver is named a second time in an item that it opens: ``Cơ quan … (KOICA): … KOICA xây``."""
    base = sentence.start
    return (
        one.how == "opens"
        and sentence.text[two.start - base : two.end - base] in sentence.text[one.start - base : one.end - base]
    )


def _spots(page: Page, sentence: Sentence, aid: bool) -> Iterator[Giver]:
    """Whatever may name a foreign giver, before it is asked how it stands."""
    for mention in sentence.of("ORG", "FOREIGN_UNIT", "COUNTRY", "PERSON"):
        if _KIEU.search(sentence.before(mention.start, 60 if mention.label == "COUNTRY" else 30)) or not sentence.is_fact(
            mention.start
        ):
            continue
        if mention.label == "ORG":
            spot = _body(page, sentence, mention, aid)
        elif mention.label == "COUNTRY":
            spot = _group(sentence, mention)
        else:
            spot = _place_or_person(page, sentence, mention)
        if spot:
            yield spot
    bodies = list(sentence.of("ORG"))
    for cue in (_UNTAGGED, _FOREIGN_WORDS, _CALLED) if aid else ():
        for match in cue.finditer(sentence.text):
            first = match.start("name") if cue is _FOREIGN_WORDS or match[0][0] in "Tt" else match.start()
            start, end = sentence.start + first, sentence.start + match.end()
            if not _HOME.search(match[0]) and not any(each.start < end and start < each.end for each in bodies):
                yield Giver(start, end, "", "ORG", _country(sentence, start, end))
    for match in _LOCAL_GROUP.finditer(sentence.text):
        yield Giver(sentence.start + match.start(), sentence.start + match.end(), "", "GROUP")


def _body(page: Page, sentence: Sentence, mention: Mention, aid: bool) -> Giver | None:
    end = _whole(sentence, mention.end)
    country = _country(sentence, mention.start, end)
    foreign = (
        is_foreign(page, sentence, mention)
        or bool(country and country[1].start >= mention.end)
        or bool(_THEIRS.search(mention.text))
    )
    if foreign or (aid and _may_be(mention)):
        return Giver(mention.start, end, "", "ORG", country, mention)
    return None


def _whole(sentence: Sentence, end: int) -> int:
    """Where a body's name ends with what belongs to it: ``CARE| quốc tế tại Việt Nam``, ``Tầm nhìn Thế giới| (World Vision)``."""
    if more := _MORE.match(sentence.text, end - sentence.start):
        end = sentence.start + more.end()
    short = _SHORT.match(sentence.text, end - sentence.start)
    if short and not sentence.inside(end, sentence.start + short.end(), "COUNTRY", "FOREIGN_UNIT", "PROVINCE"):
        end = sentence.start + short.end()
    return end


def _may_be(mention: Mention) -> bool:
    """Whether a body of unknown home may be a foreign one: a fund, a firm, a university named without place."""
    value = mention.entity.value
    if not isinstance(value, Organisation) or value.level or _HOME.search(mention.text):
        return False
    return value.type in ("fund", "ngo", None) or mention.text.startswith(("Đại học", "Liên đoàn", "Nghiệp đoàn", "Ủy ban Y tế"))


def _group(sentence: Sentence, mention: Mention) -> Giver | None:
    """``nhóm bác sĩ Nhật Bản``, ``phía Hàn Quốc``; a state by its name alone."""
    name = country_of(mention)
    if name is None or any(each.start <= mention.start < each.end for each in sentence.of("ORG", "FOREIGN_UNIT")):
        return None
    before = sentence.text[max(0, mention.start - sentence.start - 50) : mention.start - sentence.start]
    group = _GROUP.search(before)
    start = mention.start - (len(before) - group.start() if group else 0)
    tail = _TAIL.match(sentence.text, mention.end - sentence.start) if group else None
    end = sentence.start + tail.end() if tail else mention.end
    return Giver(start, end, "", "GROUP" if group else "COUNTRY", (name, mention), None if group else mention)


def _place_or_person(page: Page, sentence: Sentence, mention: Mention) -> Giver | None:
    if any(each.start <= mention.start < each.end for each in sentence.of("ORG")):
        return None
    country = _country(sentence, mention.start, mention.end)
    if mention.label == "PERSON":
        return Giver(mention.start, mention.end, "", "PERSON", country, mention) if country else None
    if not is_foreign(page, sentence, mention):
        return None
    return Giver(mention.start, mention.end, "", mention.label, country, mention)


def _country(sentence: Sentence, start: int, end: int) -> tuple[str, Mention] | None:
    """The country of a giver: named inside its words, else right behind them (``(Hoa Kỳ)``, ``của Bỉ``)."""
    for mention in sentence.inside(start, end + 24, "COUNTRY", "FOREIGN_UNIT"):
        gap = sentence.text[end - sentence.start : mention.start - sentence.start]
        if mention.start >= end and not _BESIDE.fullmatch(gap):
            continue
        if name := country_of(mention):
            return name, mention
    return None


def _how(sentence: Sentence, spot: Giver, until: int, aid: bool, earlier: Giver | None) -> str:
    """How a spot stands, or nothing where it does not give."""
    before = sentence.before(spot.start, 120)
    behind = sentence.lower[spot.end - sentence.start :]
    if _SENDS.match(behind.lstrip(" :")) or _AWARDS.match(behind):
        return ""
    if spot.label != "GROUP" and _opens(sentence, spot):
        return "opens"
    if _LENDER.match(sentence.text, spot.start - sentence.start) and not _FREE.search(sentence.lower):
        return ""
    if _BY.search(before) and _BY_DOES.match(behind):
        return "by"
    if _IS_GIVEN.search(before) and _GIVEN_TO.match(behind):
        return "given"
    if _NAMED.search(before) or _RECEIVED.search(before):
        return "named"
    if earlier and earlier.how == "named" and _AGAIN.search(before[-40:]):
        return "named"
    if _THROUGH.search(before) or _TO_THEM.search(before):
        return ""
    return "subject" if _acts(sentence, spot, until, aid) else ""


def _opens(sentence: Sentence, spot: Giver) -> bool:
    """``* Thành phố Daejeon (Hàn Quốc) : 50.000 bộ kit …``"""
    head = sentence.text[: spot.start - sentence.start]
    colon = _COLON.match(sentence.text, spot.end - sentence.start) or pattern(r"\) ?:").match(
        sentence.text, spot.end - sentence.start
    )
    return bool(_ITEM.fullmatch(head) and colon and _THING.search(sentence.lower[colon.end() : colon.end() + 60]))


def _acts(sentence: Sentence, spot: Giver, until: int, aid: bool) -> bool:
    """Whether a verb of giving follows without another giver, a verb of receiving or an end between."""
    base = sentence.start
    words = sentence.lower[spot.end - base : min(until, spot.end + _FAR) - base]
    stop = next((at for at, char in enumerate(words) if char in ";:"), len(words))
    works = aid and spot.label != "GROUP"
    verb = (_DOES if works else _GIVES if spot.charity else _PLAIN).search(words[:stop])
    if verb is None or _OTHER.search(words[: verb.start()]) or not sentence.is_fact(spot.end + verb.start()):
        return False
    if spot.label == "COUNTRY" and not (_ALONE.match(words) and _BEGINS.search(sentence.lower[: spot.start - base])):
        return False
    firm = _FIRM.search(sentence.text, spot.start - base, spot.end - base)
    return works or not firm or bool(_PRESENTS.match(verb[0]))
