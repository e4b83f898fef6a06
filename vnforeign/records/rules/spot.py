"""Who may give: foreign bodies, places, states, persons and groups named in a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from ...kinds.organisation import Organisation
from ...kinds.person.names import native
from ..countries import names
from ..page import Mention, Page, Sentence
from ..places import country_named, country_of, is_foreign
from ..wording import holds, pattern
from . import aid_signs, called
from .donor import Giver, beside, land_of

_GROUP = pattern(
    r"\b(?:(?:nhóm|đoàn|cộng đồng|các|một số|những|hội|câu lạc bộ) ){0,4}"
    r"(?:y bác sĩ|bác sĩ|cựu chiến binh|cựu binh|doanh nghiệp|doanh nhân|nhà đầu tư|tình nguyện viên|tình nguyện|sinh viên|học sinh|"
    r"thanh niên|nhà hảo tâm|mạnh thường quân|bạn bè|bạn hữu|(?:tổng )?lãnh sự(?: quán)?(?: danh dự)?|đại sứ(?: quán)?|phật tử|giáo viên|chuyên gia|công dân|du khách|khách du lịch|kỹ sư|linh mục|nữ tu|nhà khoa học|nhà tài trợ|đối tác|phía bạn|hãng|"
    r"nhân dân|chính quyền|cá nhân|nhà thờ|giáo hội|trường đại học) (?:thiện nguyện |tình nguyện |từ thiện )?(?:người )?$",
    2,
)
_BODY_OF = pattern(
    r"\b(?:Hội|Hiệp hội|Quỹ|Viện|Trường Đại học|Đại học|Nhà thờ|Giáo hội|Tập đoàn|Công ty|Câu lạc bộ|Liên đoàn|Ủy ban|Liên minh|Trung tâm|Cơ quan)"
    r" (?:[^\W\d_]+ ){0,5}$|"
    r"\b(?:Chữ thập đỏ|Hồng thập tự|Chính phủ|Nhà nước|Quốc hội|Đại sứ quán|Tổng Lãnh sự quán|Lãnh sự quán) $"
)
_BODY = pattern(r"(?:Hội|Hiệp hội|Liên đoàn|Liên minh|Uỷ ban|Ủy ban|Tổ chức)\b")
_SHORT_BODY = pattern(r"(?<![\w.])(?!UBND|HĐND|CHND|CHDCND|CHLB|CHXHCN|FDI|ODA|USD|PCPNN|NGO|BTV)[A-Z]{3,8} $")  # CDC Hoa Kỳ
_OURS = pattern(r"[Vv]iệt|kiều|hữu nghị$|hợp tác với|tỉnh|huyện")
_TAIL = pattern(r" tại (?:[Tt]ỉnh |[Tt]hành phố )?[A-ZĐ][\w.]*(?: [A-ZĐ]\w*){0,3}")
_LOCAL_GROUP = pattern(r"\b(?:[Pp]hía bạn|(?:[Tt]ỉnh|[Hh]uyện) bạn(?= [a-zđ])|[Bb]ạn Lào)(?= )")
_RULERS_OF = pattern(r"\b(?:[Cc]hính quyền|[Hh]ội đồng|[Ss]ở [^,;.]{2,20}) $")
_PEOPLE_OF = pattern(r"\b(?:[Nn]hân dân|[Bb]à con|[Cc]ác (?:doanh nghiệp|trường|nhà hảo tâm)) $")
_OUR_FRIEND = pattern(r"\b(?:tỉnh|huyện|thành phố|thị xã) (?:bạn|kết nghĩa) $", 2)
_NATIVE = pattern(
    r", (?:[^,;.]{0,50}(?:người|quốc tịch)|(?:một |vị |nữ )?(?:doanh nhân|nhà báo|bác sĩ|giáo sư|kỹ sư|nhà đầu tư|cựu chiến binh|cựu binh|công dân|du khách|khách|"
    r"nhà từ thiện|giảng viên|sinh viên|nhà nghiên cứu|nhà văn|chuyên gia|tình nguyện viên|mục sư|linh mục|nữ tu|họa sĩ|nhạc sĩ|luật sư|thương gia|kiến trúc sư|nhà sưu tập)) $"
)
#: Words one of which stands where a giver is meant that was named before.
_BACK = (" này", " trên", "tổ chức còn", "tổ chức cũng", "tổ chức đã", "ông ", "bà ")
_THE_SAME = pattern(
    r"\b(?:(?:[Tt]ổ chức|[Qq]uỹ|[Cc]ông ty|[Đđ]ơn vị|[Đđ]oàn) (?:này|trên|nói trên)(?= )|[Tt]ổ chức(?= (?:còn|cũng|đã) )|"
    r"(?:[Ôô]ng|[Bb]à)(?= (?:còn |cũng |đã )?(?:tặng|góp|ủng hộ|giúp|tài trợ)\b))"
)
_MORE = pattern(r"(?: [Qq]uốc tế)?(?: (?:tại )?Việt Nam(?! -))?")
#: What makes a body an international one: ``Liên đoàn Chữ thập đỏ| và Trăng lưỡi liềm đỏ quốc tế``, ``Hội Phụ nữ| Quốc tế Hà Nội``.
_INTERNATIONAL = pattern(
    r"(?: (?!(?:đã|tặng|trao|giúp|tài|hỗ|viện|gửi|cho|tại|ở|với|có|được|tổ|các|từ|của|do|hội|tỉnh|Việt)\b)[^\W\d_]+){0,6}? [Qq]uốc tế\b(?: (?:tại )?Hà Nội)?"
)
_CAPITALS = pattern(r" (?P<short>(?!USD|EUR|VND|FDI|ODA|PCPNN|NGO|UBND|GBP|JPY|KRW|AUD)[A-Z]{3,8})(?![\w-])")
_SHORT = pattern(r" \((?:[A-ZĐ][\w-]*(?: [A-ZĐa-z][\w-]*){0,3})\)")
_THEIRS = pattern(
    r"(?<!Việt )(?<!Việt Nam )(?:Hà Lan|Pháp|Đức|Nhật|Nhật Bản|Mỹ|Hàn Quốc|Thụy Sĩ|Anh|Úc|Bỉ) - Việt(?: Nam)?\b|Thương gia|^(?:Hội|Hiệp hội|Liên đoàn|Tổ chức)[^,]{0,60} [Qq]uốc tế$"
)
_TITLED = pattern(r"(?<!\bdo)(?<!\bcho)(?<!với)(?:^|[\s:;,])(?:[Ôô]ng|[Bb]à|[Bb]ác sĩ|[Gg]iáo sư|[Nn]gài) $")
_KIEU = pattern(r"(?:kiều bào|việt kiều|gốc việt|người việt|đồng hương)(?P<far>[^;.]*)$")
_OF_KIN = pattern(
    r"(?:Hội|Hội đoàn|Nhóm) (?:[Áá]i hữu|[Đđ]ồng hương) [^,;]{2,40} (?:tại|ở) |(?:Nhóm |Hội |Đạo tràng )?(?:[Pp]hật tử|[Cc]hùa) |(?:Hội|Nhóm) (?:[Đđ]ồng hương|[Nn]gười Việt|[Vv]iệt [Kk]iều|[Nn]gười [A-ZĐ][^,;]{1,30} (?:tại|ở) )"
)
_KIEU_HEAD = pattern(r"kiều bào|việt kiều|người việt nam ở nước ngoài|nvnonn")
_FAR = 120  # characters before a name that may say whose it is
_LANDS = pattern(r"(?: \w+){0,3} (?:ở|tại|từ) ")  # kiều bào tại Hoa Kỳ, Na Uy


def spots(page: Page, sentence: Sentence, aid: bool) -> list[Giver]:
    """Whatever may name a foreign giver, before it is asked how it stands, in order; countries said of others are none."""
    found = sorted(_all(page, sentence, aid), key=lambda each: (each.start, -each.end))
    said = {start for each in found if (start := beside(sentence, each.end)) is not None}
    said |= {each.country[1].start for each in found if each.country and each.country[1].start >= each.end}
    return [each for each in found if not any(each.start <= start < each.end for start in said)]


def _all(page: Page, sentence: Sentence, aid: bool) -> Iterator[Giver]:
    for mention in sentence.of("ORG", "FOREIGN_UNIT", "COUNTRY", "PERSON"):
        before = sentence.before(mention.start, 60 if mention.label == "COUNTRY" else 30)
        kin = _KIEU.search(before)
        if (
            (kin and ("," not in kin["far"] or _LANDS.match(kin["far"])))
            or _KIEU.search(mention.text.lower())
            or not sentence.is_fact(mention.start)
        ):
            continue
        if (
            mention.label == "PERSON"
            and _KIEU.search(sentence.before(mention.start, _FAR))
            and all(map(native, mention.text.split()))
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
    told = aid or aid_signs.foreign_sum(sentence)
    if told or aid_signs.presented(sentence):
        bodies = (each for each in called.bodies(sentence) if told or each.country)
        yield from (each for each in bodies if not _OF_KIN.match(sentence.text, each.start - sentence.start))
    for match in _THE_SAME.finditer(sentence.text) if holds(sentence.lower, _BACK) else ():
        yield Giver(sentence.start + match.start(), sentence.start + match.end(), "", "SAME")
    for match in _LOCAL_GROUP.finditer(sentence.text) if " bạn" in sentence.text or "ạn Lào" in sentence.text else ():
        yield Giver(sentence.start + match.start(), sentence.start + match.end(), "", "GROUP")


def _body(page: Page, sentence: Sentence, mention: Mention, aid: bool) -> Giver | None:
    end = _whole(sentence, mention.end)
    country = land_of(sentence, mention.start, end)
    for each in sentence.of("COUNTRY"):
        if (
            each.start == end + 1
            and getattr(mention.entity.value, "type", None) in ("ngo", "ingo", "fund", None)
            and (name := country_of(each))
        ):
            end, country = _whole(sentence, each.end), (name, each)  # ``CARE Úc``
    if _OF_KIN.match(sentence.text, mention.start - sentence.start):
        return None
    abroad = _INTERNATIONAL.match(sentence.text, mention.end - sentence.start) if _BODY.match(mention.text) else None
    end = max(end, _whole(sentence, sentence.start + abroad.end())) if abroad else end
    foreign = (
        abroad is not None
        or is_foreign(page, sentence, mention)
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
    end = next((each.end for each in sentence.of("ORG") if each.start == end + 1 and each.text.isupper()), end)
    capitals = _CAPITALS.match(sentence.text, end - sentence.start)
    return end + 1 + len(capitals["short"]) if capitals else end


def _may_be(mention: Mention) -> bool:
    """Whether a body of unknown home may be a foreign one: a fund, a firm, a university named without place."""
    value = mention.entity.value
    if not isinstance(value, Organisation) or value.level or called.HOME.search(mention.text):
        return False
    return value.type in ("fund", "ngo", "ingo", None) or mention.text.startswith(
        ("Đại học", "Liên đoàn", "Nghiệp đoàn", "Ủy ban Y tế")
    )


def _group(sentence: Sentence, mention: Mention) -> Giver | None:
    """``nhóm bác sĩ Nhật Bản``, ``phía Hàn Quốc``; a state by its name alone."""
    name = country_of(mention)
    if name is None or any(each.start <= mention.start < each.end for each in sentence.of("ORG", "FOREIGN_UNIT")):
        return None
    if any(each.start == mention.end + 1 for each in sentence.of("PERSON")):
        return None
    before = sentence.text[max(0, mention.start - sentence.start - 50) : mention.start - sentence.start]
    if (body := _BODY_OF.search(before)) and _OF_KIN.match(
        sentence.text, mention.start - sentence.start - len(before) + body.start()
    ):
        return None
    if body and not _OURS.search(before, body.start()):
        end = _whole(sentence, mention.end)
        return Giver(mention.start - len(before) + body.start(), end, "", "ORG", (name, mention))
    if short := _SHORT_BODY.search(before):
        return Giver(mention.start - len(before) + short.start(), mention.end, "", "ORG", (name, mention))
    group = _GROUP.search(before)
    at = mention.start - (len(before) - group.start() if group else 0)
    if any(each.end + 2 == at for each in sentence.of("PERSON")):
        return None
    start = mention.start - (len(before) - group.start() if group else 0)
    tail = _TAIL.match(sentence.text, mention.end - sentence.start) if group else None
    end = sentence.start + tail.end() if tail else mention.end
    return Giver(start, end, "", "GROUP" if group else "COUNTRY", (name, mention), None if group else mention)


def _place_or_person(page: Page, sentence: Sentence, mention: Mention) -> Giver | None:
    if any(each.start <= mention.start < each.end for each in sentence.of("ORG")):
        return None
    country = land_of(sentence, mention.start, mention.end)
    if mention.label == "PERSON" and (land := country_named(mention.text)) in names().values():
        before = sentence.text[max(0, mention.start - sentence.start - 50) : mention.start - sentence.start]
        body = _BODY_OF.search(before)
        return Giver(mention.start - len(before) + body.start(), mention.end, "", "ORG", (land, mention)) if body else None
    if mention.label == "PERSON":
        if _KIEU_HEAD.search(sentence.section) or _KIEU_HEAD.search(page.document.metadata.get("title", "").lower()):
            return None
        country = country or _of_nation(sentence, mention)
        abroad = country or (
            _TITLED.search(sentence.text, 0, mention.start - sentence.start) and not all(map(native, mention.text.split()))
        )
        return Giver(mention.start, mention.end, "", "PERSON", country, mention) if abroad else None
    if not is_foreign(page, sentence, mention):
        return None
    if people := _PEOPLE_OF.search(sentence.text, 0, mention.start - sentence.start):
        return Giver(sentence.start + people.start(), mention.end, "", "GROUP", country, mention)
    if rulers := _RULERS_OF.search(sentence.text, 0, mention.start - sentence.start):
        return Giver(sentence.start + rulers.start(), mention.end, "", mention.label, country, mention)
    if friend := _OUR_FRIEND.search(sentence.text, 0, mention.start - sentence.start):
        return Giver(sentence.start + friend.start(), mention.end, "", mention.label, country, mention)
    return Giver(mention.start, mention.end, "", mention.label, country, mention)


def _of_nation(sentence: Sentence, person: Mention) -> tuple[str, Mention] | None:
    """The country of ``bác sĩ người Pháp A``."""
    for mention in sentence.of("COUNTRY"):
        name = country_of(mention)
        before = mention.end + 1 == person.start and sentence.before(mention.start, 6).endswith("người ")
        behind = _NATIVE.fullmatch(sentence.lower, person.end - sentence.start, max(mention.start, person.end) - sentence.start)
        if name and (before or behind):
            return name, mention
    return None
