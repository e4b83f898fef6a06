"""Bodies that are no entities: behind a class word, in foreign or quoted words, in brackets, with a country behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...kinds.person.names import native
from ..page import Sentence
from ..places import country_of
from ..wording import holds, pattern
from .donor import GIFT, Giver, land_of

_OF_FOREIGN_WORDS = pattern(
    r"\b(?:từ|của|do|bởi) (?P<name>[A-Z][A-Za-z&'-]+(?: (?:[A-Z][A-Za-z&'-]+|of|for|and|the|in)){1,6})(?=[,;.)]| \(| [a-zđ])"
)
#: A run of words one of which Vietnamese does not write: ``SaigonChildren``, ``Brücke der Hoffnung``.
_STRANGE = pattern(
    r"(?<![\w\"“.-])(?P<name>[A-ZÀ-ÖØ-Þ][\w&'’-]+(?: (?:[A-ZÀ-ÖØ-Þ][\w&'’-]*|of|for|and|the|in|to|de|der|des|du|di|et|sans)){0,6}(?<! of)(?<! for)(?<! to)(?<! de))"
    r"(?![\w\"”])"
)
_GREATEST = pattern(r"nhà tài trợ[^,;.:]{0,20} là (?P<name>[A-ZĐ][^,;.()]{1,40}?)(?= \(|[,;.]| với)")
#: Class words, one of which stands where a body may be called by a name that is no entity.
_CLASSES = ("tổ chức", "quỹ", "hiệp hội", "câu lạc bộ", "clb", "nhóm", "mạng lưới", "liên đoàn", "liên minh", "từ thiện")
_UNTAGGED = pattern(
    r"(?:(?:[Tt]ổ chức|[Qq]uỹ|[Hh]iệp hội|[Cc]âu lạc bộ|CLB|[Hh]ội từ thiện|[Nn]hóm|[Mm]ạng lưới|[Ll]iên đoàn|Hội Từ thiện|[Ll]iên minh)"
    r"(?: phi ch(?:í|á)nh phủ| PCPNN| nước ngoài| quốc tế| từ thiện| nhân đạo)* )"
    r"(?P<name>[A-ZĐ][\w&'’.-]*(?: (?:[A-ZĐ][\w&'’-]*|of|for|and|the|in|et|de|to|sans|des|du)){0,8})(?P<short> \([A-ZĐ][\w-]*(?: [\w-]+){0,3}\))?"
)
_FOREIGN_WORDS = pattern(
    rf"(?:^|[;:,.(+*-] ?|, )(?P<name>[A-Z][A-Za-z&'-]+(?: (?:[A-Z][A-Za-z&'-]+|of|for|and|the|in)){{1,6}}(?: Việt Nam)?)(?= \(| (?:đã |vừa |cũng )?(?:{GIFT}|cấp|xây|trao|cho|gửi|chuyển))"
)
_CALLED = pattern(
    rf"\b(?:[Tt]ổ chức|[Qq]uỹ|Hiệp hội|Mạng lưới) (?P<name>[A-ZĐ][^,;:.()\n]{{2,50}}?)(?= \(| - | của | (?:đã |vừa |cũng )?(?:{GIFT}|phẫu thuật|mổ|khám|xây|sửa|trồng|cấp|rà phá)\b)"
)
_HELPERS = pattern(
    r"\b(?:Hội|Uỷ ban|Ủy ban|Liên minh|Hiệp hội|Phong trào|Mạng lưới|Công ty|Tập đoàn|Hãng|Nhà thờ|Hội thánh|Giáo hội|Tổ chức|tổ chức|Trung tâm|Bệnh viện|Viện|Học viện|Câu lạc bộ|"
    r"Liên đoàn|Nhóm|nhóm|Đoàn|Ban|Trường|Đại học|Khoa) (?!nghị|thảo|đồng|viên|kết)(?P<name>[^\W\d_][^,;:.()\n\d]{2,50}?)(?: \(|, )$"
)
_PROGRAMMES = pattern(
    r"Chương trình (?:Lương thực|Phát triển|Môi trường) (?:[Tt]hế giới|Liên h(?:ợ|iệ)p [Qq]uốc)(?: \([A-Z]{2,6}\))?"
)
_IN_QUOTES = pattern(
    r"\b(?:[Tt]ổ chức|[Hh]ội|[Qq]uỹ|[Nn]hóm|[Hh]iệp hội)(?: phi chính phủ| từ thiện)?(?: [A-ZĐ]\w+){0,3} (?P<name>\"[A-ZĐ][^\"\n]{2,50}\")"
)
_OPENER = pattern(r"[^\w\n]{0,4}(?:\d{1,2}[.)] ?)?(?P<name>[A-ZĐ]\w+(?: [A-ZĐ]\w+){1,5})(?= ?: ?(?:\d|dự án|hỗ trợ|tài trợ))")
HOME = pattern(
    r"\b(?:Việt Nam|tỉnh|huyện|xã|thành phố|Đảng|Đoàn TNCS|Nông dân|Phụ nữ|Cựu chiến binh|Chữ thập đỏ|Khuyến học|Hồ Chí Minh)\b"
)
_MODEL = pattern(r"[A-Z]{1,2}-[a-z\d]")  # máy C-arm, X-quang
_NO_NAME = pattern(r"(?:PCPNN|NGOs?|Phi chính phủ|Nước ngoài|Quốc tế)\b", 2)
_PERSON = pattern(r"(?:[Ôô]ng|[Bb]à|[Bb]ác sĩ|[Gg]iáo sư|[Kk]ỹ sư|[Ll]inh mục|[Nn]gài)(?: [a-zà-ỹđ]+){0,2} $")
_BEFORE_BRACKET = pattern(r"(?<![\w.])(?P<name>[A-ZĐ][\w&'-]*(?: [A-ZĐ][\w&'-]*){0,5})(?: \(| - )$")
_IN_BRACKETS = pattern(
    r"\((?:[Tt]ổ chức |do )?(?P<name>[A-ZĐ][^(),;:]{1,50})(?:, [A-ZĐ][\w ]{1,18})?, (?:trị giá |giá trị |kinh phí )?$"
)


def _untagged(sentence: Sentence) -> Iterator[Giver]:
    """Bodies that are no entities: behind a class word, in foreign words before a verb of giving, opening an item."""
    bodies = sentence.of("ORG")
    lands = {(each.start, each.end) for each in sentence.of("COUNTRY", "FOREIGN_UNIT")}
    for cue, match in _called(sentence):
        bare = cue not in (_UNTAGGED, _CALLED) or match[0][0] in "Tt"
        start, end = sentence.start + (match.start("name") if bare else match.start()), sentence.start + match.end()
        if (
            (start, end) not in lands
            and (cue is _FOREIGN_WORDS or not HOME.search(match[0]))
            and not any(each.start < end and start < each.end for each in bodies)
            and not _NO_NAME.match(match["name"])
        ):
            yield Giver(start, end, "", "ORG", land_of(sentence, start, end))


def _strange(sentence: Sentence) -> Iterator[Giver]:
    """Foreign words that nothing else is known of."""
    for match in _STRANGE.finditer(sentence.text):
        start, end = sentence.start + match.start(), sentence.start + match.end()
        known = [each for each in sentence.mentions if each.start < end and start < each.end]
        quoted = sentence.text.count('"', 0, match.start()) % 2
        if not quoted and _is_foreign(match["name"]) and all(each.label == "COUNTRY" and each.start > start for each in known):
            yield Giver(start, end, "", "ORG", land_of(sentence, start, end))


def _is_foreign(name: str) -> bool:
    """Whether a name has a word of four letters, not all capitals, that no Vietnamese syllable is written like."""
    parts = re.split(r"[^\w-]+", name)
    return any(
        len(each) > 3 and not each.isupper() and not native(each)
        for part in parts
        if not _MODEL.match(part)
        for each in part.split("-")
    )


def _programmes(sentence: Sentence) -> Iterator[Giver]:
    """Bodies of the United Nations that are called programmes: ``Chương trình Lương thực thế giới (PAM)``."""
    for match in _PROGRAMMES.finditer(sentence.text) if "Chương trình" in sentence.text else ():
        start, end = sentence.start + match.start(), sentence.start + match.end()
        if not any(each.start < end and start < each.end for each in sentence.of("ORG")):
            yield Giver(start, end, "", "ORG")


def _quoted(sentence: Sentence) -> Iterator[Giver]:
    """``Tổ chức Pháp "Thầy thuốc thế giới"``."""
    for match in _IN_QUOTES.finditer(sentence.text) if '"' in sentence.text else ():
        start, end = sentence.start + match.start("name"), sentence.start + match.end("name")
        lands = [each for each in sentence.inside(sentence.start + match.start(), start, "COUNTRY") if country_of(each)]
        yield Giver(start, end, "", "ORG", (country_of(lands[0]) or "", lands[0]) if lands else None)


def _with_country(sentence: Sentence) -> Iterator[Giver]:
    """Names with a country in brackets behind them: ``của SNV (Hà Lan)``."""
    for mention in sentence.of("COUNTRY"):
        first = max(0, mention.start - sentence.start - 60), mention.start - sentence.start
        if helpers := _HELPERS.search(sentence.text, *first):
            bare = helpers[0][:2] in ("Tổ", "tổ")
            start, end = (
                sentence.start + (helpers.start("name") if bare else helpers.start()),
                sentence.start + helpers.end("name"),
            )
            held = [each for each in sentence.of("ORG") if each.start < end and start < each.end]
            if (name := country_of(mention)) and all(start <= each.start and each.end < end for each in held):
                yield Giver(start, end, "", "ORG", (name, mention))
            continue
        match = _BEFORE_BRACKET.search(sentence.text, *first)
        name = country_of(mention)
        if not match or not name or HOME.search(match["name"]):
            continue
        start, end = sentence.start + match.start("name"), sentence.start + match.end("name")
        if not any(each.start < end and start < each.end for each in sentence.mentions):
            someone = _PERSON.search(sentence.text, 0, match.start("name"))
            yield Giver(start, end, "", "PERSON" if someone else "ORG", (name, mention))


def _bracketed(sentence: Sentence) -> Iterator[Giver]:
    """Givers in brackets with their sums: ``xe lăn (LDS Charities, 60.000 USD)``."""
    for mention in sentence.of("AMOUNT"):
        if match := _IN_BRACKETS.search(
            sentence.text, max(0, mention.start - sentence.start - 60), mention.start - sentence.start
        ):
            start, end = sentence.start + match.start("name"), sentence.start + match.end("name")
            yield Giver(start, end, "bracket", "ORG", land_of(sentence, start, end))


def _called(sentence: Sentence) -> Iterator[tuple[re.Pattern[str], re.Match[str]]]:
    if holds(sentence.lower, _CLASSES):
        yield from ((cue, match) for cue in (_UNTAGGED, _CALLED) for match in cue.finditer(sentence.text))
    yield from ((cue, match) for cue in (_FOREIGN_WORDS, _OF_FOREIGN_WORDS) for match in cue.finditer(sentence.text))
    if "nhà tài trợ" in sentence.lower:
        yield from ((_GREATEST, match) for match in _GREATEST.finditer(sentence.text))
    opener = _OPENER.match(sentence.text)
    if opener and not sentence.inside(sentence.start, sentence.start + opener.end()):
        yield _OPENER, opener


def bodies(sentence: Sentence) -> Iterator[Giver]:
    """All of them, in no order."""
    for reader in (_untagged, _bracketed, _with_country, _programmes, _quoted, _strange):
        yield from reader(sentence)
