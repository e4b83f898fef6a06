"""The summary figures that reports always carry: investment, trade, labour, foreigners, visitors, partner localities."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from ...kinds.amount import Amount
from ...text import pattern
from ..build import Draft
from ..page import Mention, Page, Sentence
from ..places import countries, country_of
from ..values import count, day, days, money, unit

_FDI = pattern(
    r"\bfdi\b|đtnn|đầu tư (?:trực tiếp )?(?:của )?(?:nhà đầu tư )?nước ngoài|đầu tư trực tiếp|vốn nước ngoài|nhà đầu tư nước ngoài|nước ngoài [^,;.]{0,12}(?:bỏ|rót|góp|đổ)(?: thêm)? vốn|nước ngoài (?:làm chủ )?đầu tư"
)
_ODA = pattern(r"\boda\b|hỗ trợ phát triển chính thức|vốn vay ưu đãi")
_GRANTS = pattern(r"phi chính phủ|pcpnn|viện trợ|tài trợ|\bngo\b|trong nước|kiều bào|việt kiều|phi dự án")
_CAPITAL = pattern(
    r"vốn[^,;.]{0,24}đăng k[ýí]|dăng ký|đăng k[ýí]|tổng vốn|số vốn|vốn đầu tư|vốn fdi|tổng mức đầu tư|mức đầu tư|vốn mới|vốn|giá trị đầu tư|cam kết"
)
_ATTRACTED = pattern(r"(?:fdi|đầu tư (?:trực tiếp )?(?:của )?nước ngoài|đtnn)[^,;.\d]{0,12}$")
_SPENT = pattern(
    r"giải ngân|vốn thực hiện|thực hiện đạt|đã thực hiện|doanh thu|thuế|ngân sách|thu được|bán được|phí\b|lương|thu nhập|gửi về|kiều hối|đối ứng"
)
_EXPORTS = pattern(
    r"(?:kim ngạch|giá trị|knxk)[^,;.]{0,20}(?:xuất khẩu|xk)\b|xuất khẩu|\bknxk\b|phía ta xuất|\bxuất\b|(?:mua|nhập)(?: hàng)? của (?:ta|tỉnh|mình)|bán (?:sang|cho) "
)
_IMPORTS = pattern(r"nhập khẩu|\bknnk\b|\bnhập\b|ta mua|mua của bạn")
_BOTH = pattern(r"xuất,? ?(?:-|và|,)? ?nhập khẩu|\bxnk\b|xuất nhập|hai chiều|xuất, nhập")
_TRADE = pattern(
    r"kim ngạch|thương mại|giao thương|buôn bán (?:qua|với|hai)|hàng (?:hóa |hoá )?(?:qua|xuất)|mua bán|biên mậu|trao đổi hàng|giá trị hàng"
)
_TURNOVER = pattern(r"kim ngạch|buôn bán|xuất khẩu|nhập khẩu|thương mại|mua bán|giao thương")
_AGAIN = pattern(
    r"[;,(\s]*(?:riêng |còn |và )?(?:(?:quý|tháng|năm|\d+ tháng(?: đầu năm)?)[ \w/]{0,16})?(?: ?(?:đạt|ước đạt|ước|là|được|:))? ?"
)
_PART = pattern(r"[;,(\s]*(?:trong đó|riêng|còn)\b[^;.\d]{3,60}")
_NATION = pattern(r"cả nước|toàn quốc|nước ta|của việt nam")
_WHERE_TO = pattern(r"(?:sang|tại|vào|ở|đến|với|giữa|và|-) ?(?:nước )?$")
_RATE = pattern(r"(?:mỗi|bình quân|hàng|hằng) (?:năm|tháng|ngày)")
_SHARE = pattern(r"trong đó|riêng|chiếm|đứng đầu|lớn nhất|gồm")

_PROJECTS = pattern(r"(?:lượt )?dự án|chương trình")
_OUTWARD = pattern(
    r"(?:đầu tư|dự án) (?:sang|ra nước ngoài|tại (?:lào|campuchia|nước bạn))|ra nước ngoài|doanh nghiệp (?:của )?(?:tỉnh|ta) (?:đã )?đầu tư"
)
_OLD = pattern(r"lượt|điều chỉnh|tăng vốn|thu hồi|chấm dứt|kêu gọi|hết hiệu lực|giãn tiến độ")
_INVESTS = pattern(r"đầu tư|vốn|đăng k[ýí]")
_REGISTERED = pattern(r"đăng k[ýí]|còn hiệu lực|vốn đầu tư|tổng vốn")
_FROM_LANDS = pattern(r"(?:đến từ|của|thuộc) (?:hơn |trên |gần )?\d+ (?:quốc gia|nước)")
_MARKETS, _SOLD = (
    pattern(r"(?:quốc gia|nước|thị trường)"),
    pattern(r"xuất khẩu|thị trường|(?:xuất|bán) (?:sang|đi|ra|cho)|có mặt (?:ở|tại|trên)|tiêu thụ"),
)
_NO_MARKET = pattern(r"lao động|khách|dự án|kiều bào|đầu tư|người|sinh sống|đoàn|quan hệ")
_WORKERS = pattern(r"(?:lượt )?(?:người|lao động|nông dân|công nhân|thanh niên|tu nghiệp sinh|thực tập sinh|lượt)")
_LABOUR = pattern(
    r"xuất khẩu lao động|xklđ|xuất khẩu hơn|đi làm việc|(?:sang|ra|đi) [^;.]{0,24}làm việc|làm việc (?:ở|tại) nước ngoài|đưa (?:được )?[^,;.]{0,30}lao động|"
    r"lao động (?:đi|sang|ra|xuất cảnh|thời vụ|có thời hạn|theo hợp đồng)|hợp tác lao động|đi lao động|\beps\b|xuất khẩu (?:hơn|trên|gần|được)? ?$"
)
_NO_LABOUR = pattern(
    r"đại biểu|phạt|sinh sống|định cư|đoàn|người nước ngoài|lao động nước ngoài|chuyên gia|bỏ trốn|giấy phép|cán bộ|tập huấn|doanh nghiệp fdi|việc làm cho|làm thuê|tư vấn"
)
_GO_TO_WORK = pattern(r" (?:đã |được )?(?:đi|sang|ra|qua) [^;.]{0,70}\b(?:làm việc|lao động|học nghề)")
_SENT = pattern(r"đưa (?:đi|sang) (?:được )?$")
_TAKEN, _OF_OURS = pattern(r"nhận (?:thêm |được )?$"), pattern(r" (?:lao động )?(?:của )?(?:tỉnh|ta|việt nam|địa phương)")
_GUESTS = pattern(r"lượt|khách|du khách|(?:lượt )?người")
_INTERNATIONAL = pattern(
    r"(?:khách|du khách|du lịch)(?: du lịch| lưu trú)?(?: là)? ?(?:người )?(?:quốc tế|nước ngoài)|^ ?(?:du lịch )?(?:quốc tế|nước ngoài)"
)
_NO_GUEST = pattern(r"đoàn|đại biểu|cửa khẩu|hội nghị|hội thảo|xuất nhập cảnh|nội địa|trong nước|lễ hội")
_PERSONS = pattern(r"(?:lượt )?(?:người|chuyên gia|lao động|kỹ sư|công dân)|lượt")
_FOREIGN = pattern(
    r"(?:người|lao động|chuyên gia|công dân|kỹ sư|khách)(?: là người)? (?:quốc tịch )?nước ngoài|^ ?nước ngoài|^, (?:chuyên gia|lao động|người|kỹ sư) nước ngoài|là người nước ngoài|người ngoại quốc"
)
_STAFF = pattern(r"(?:lao động|chuyên gia|kỹ sư)[^;.]{0,12} nước ngoài")
_WITHIN = pattern(
    r"\b(?:trong|toàn|(?:trên )?địa bàn) (?P<place>huyện|thị xã|xã|phường|quận|thị trấn|đặc khu)(?= (?:có|hiện|đã|đón)|,|$)", 2
)
_WORK_HERE = pattern(r" [^,;.]{2,24} (?:làm|đang làm|sinh sống|cư trú|tạm trú|thường trú|học)\b")
_EMPLOYED = pattern(r"\b(?:có|sử dụng|hiện|tổng số|quản lý)\b")
_RESIDENT = pattern(r"cư trú|thường trú|sinh sống|làm việc|tạm trú|lưu trú|học tập|giấy phép lao động")
_LANDS = pattern(r"(?:địa phương|tỉnh, thành|tỉnh|thành phố|đối tác|bang|vùng|cặp)")
_TWINNED = pattern(r"kết nghĩa|quan hệ (?:hợp tác|hữu nghị|đối tác|cấp địa phương|với)|thiết lập quan hệ|kết bạn|có quan hệ")

_COMPARED = pattern(r"(?:so với|so|bằng|cùng kỳ|từ khi|kể từ|thay cho|hơn)(?: cùng kỳ)?(?: của)? $")
_NUMBERED = pattern(r"\s*(?:\d|[IVX]+ ?[.)]|[A-Za-zđ][.)]|[-+*•])")
_TIME = pattern(r"\b(?:tháng|quý|năm|kỳ)\b")
_LATER = pattern(r" ?\(?(?:trong |của |vào |tính đến |đến |, )?(?:hết )?$")
_IN_IT = pattern(r"(?:,? (?:hiện |đã |cũng )*(?:có|đón|đạt|thu hút|đưa|là|gồm|xuất|với)\b)?[^,;.:]{0,40}:?")
_HERE = pattern(r"(?:qua|tại|ở) (?:đây|cửa khẩu này|nơi này)")
_REGION = pattern(
    r"(?:địa bàn|khu vực|khu kinh tế|khu công nghiệp) [A-ZĐ][^,;.\d()]{2,40}?(?= (?:đóng góp|có|đạt|chiếm|thu hút|ước|là|đã)\b)"
)
_NEAR, _DAY = 90, 10  # characters around a figure; of a day
_NO_COUNTS = ("%", "lần", "ngày", "tuần", "tháng", "quý", "năm")


_TRADED = ("trade", "exports", "imports")


class _Figure(msgspec.Struct):
    """A number of a sentence with the words since the figure before it and those up to the next, in small letters."""

    sentence: Sentence
    mention: Mention
    floor: int
    before: str
    after: str
    unit: str

    @property
    def clause(self) -> str:
        """The words behind, up to a comma or another break."""
        return re.split(r"[,;:.(]| trong đó", self.after, maxsplit=1)[0]


class _Last(msgspec.Struct):
    """What was counted before: its key, its row and where it ends."""

    key: str = ""
    passage: int = -1
    row: Draft | None = None
    whole: str = ""  # the first sum of trade in the passage, of which others may be parts

    def is_of(self, sentence: Sentence, *keys: str) -> bool:
        return self.passage == sentence.passage and self.key in keys

    def then(self, key: str, row: Draft) -> _Last:
        passage = row.sentence.passage
        whole = self.whole if self.passage == passage and self.whole else key if key in _TRADED else ""
        return _Last(key, passage, row, whole)


def drafts(page: Page) -> Iterator[Draft]:
    """The figures of each sentence, a row each; a sum behind another with no new word but a time is of the same kind."""
    last = _Last()
    for sentence in page.sentences:
        if not sentence.fact or sentence.kind == "table":
            continue
        again = ""
        for figure in _figures(sentence):
            if not sentence.is_fact(figure.mention.start):
                continue
            is_sum = isinstance(figure.mention.entity.value, Amount)
            key = _sum(figure, last, again) if is_sum else _count(figure, last)
            again = key if is_sum else again
            if key:
                row = _row(figure, key, last)
                last = last.then(key, row)
                yield row


def _figures(sentence: Sentence) -> Iterator[_Figure]:
    """The sums and counts of a sentence; percentages and times (``tăng 4,6 lần``) belong to the figure before them."""
    told = [each for each in sentence.of("QUANTITY", "AMOUNT") if unit(each) not in _NO_COUNTS]
    floor = sentence.start
    for place, each in enumerate(told):
        stop = told[place + 1].start if place + 1 < len(told) else sentence.end
        at = max(floor, each.start - 2 * _NEAR)
        before = sentence.lower[at - sentence.start : each.start - sentence.start]
        after = sentence.lower[each.end - sentence.start : min(stop, each.end + _NEAR) - sentence.start]
        yield _Figure(sentence, each, floor, before, after, unit(each))
        floor = each.end


def _near(figure: _Figure, cue: re.Pattern[str]) -> int:
    """Characters from a figure to the nearest mention of a cue in its sentence, those behind it counting only in its clause."""
    words = figure.sentence.lower
    at, end = figure.mention.start - figure.sentence.start, figure.mention.end - figure.sentence.start
    found = [at - each.end() for each in cue.finditer(words, 0, end)] + [
        3 * (each.start() + 1) for each in cue.finditer(figure.after)
    ]
    return min((max(each, 0) for each in found), default=9999)


def _topic(figure: _Figure, last: _Last) -> str:
    """Whose projects and capital a figure speaks of: the nearest word decides, else the sentence before, else the heading."""
    cues = (("fdi", _FDI), ("oda", _ODA), ("grants", _GRANTS))
    if _OUTWARD.search(figure.before + figure.clause):
        return ""
    found = min(((_near(figure, cue), name) for name, cue in cues), default=(9999, ""))
    if found[0] < 9999:
        return found[1]
    if _PROJECTS.match(figure.unit) and _REGISTERED.search(figure.after) and _pays_in_dollars(figure):
        return "fdi"
    sentence = figure.sentence
    if last.row and last.row.sentence is sentence and last.key[:3] in ("fdi", "oda"):
        return last.key[:3]
    for words in (sentence.earlier.lower if sentence.earlier else "", sentence.section):
        told = [(each.start(), name) for name, cue in cues for each in cue.finditer(words)]
        if told:
            return max(told)[1]
    invests = _INVESTS.search(figure.after[:40]) or "đầu tư" in figure.before
    return "fdi" if _FROM_LANDS.search(figure.after) or (invests and _of_land(figure)) else ""


def _pays_in_dollars(figure: _Figure) -> bool:
    """``612 dự án đầu tư còn hiệu lực, vốn đăng ký 8,9 tỷ USD``."""
    sums = figure.sentence.inside(figure.mention.end, figure.mention.end + _NEAR, "AMOUNT")
    return bool(sums) and getattr(sums[0].entity.value, "currency", "") == "USD"


def _of_land(figure: _Figure) -> bool:
    """``Trung Quốc có 704 dự án``: a foreign land before the figure that is not where to."""
    sentence = figure.sentence
    lands = countries(sentence, max(figure.mention.start - _NEAR, figure.floor), figure.mention.start)[1]
    return any(not _WHERE_TO.search(sentence.before(each.start, 12)) for each in lands)


def _sum(figure: _Figure, last: _Last, again: str) -> str:
    """What a sum is: capital, exports, imports or both; behind another sum, with no word of its own, the same."""
    before, sentence = figure.before, figure.sentence
    if _NATION.search(before):
        return ""
    if _SPENT.search(before) or getattr(figure.mention.entity.value, "per", None):
        return ""
    if again and _AGAIN.fullmatch(before):
        return again
    if last.is_of(sentence, *_TRADED, "fdi_capital", "oda_capital") and _PART.fullmatch(before) and _place(figure):
        return last.whole if last.key in _TRADED and figure.floor == sentence.start else last.key
    if key := _trade(figure, last):
        return key
    topic = _topic(figure, last) or (last.key[:3] if last.is_of(sentence, "fdi_projects", "oda_projects") else "")
    if topic in ("fdi", "oda") and (
        _CAPITAL.search(before) or _ATTRACTED.search(before) or (last.is_of(sentence, f"{topic}_projects") and "với" in before)
    ):
        return f"{topic}_capital"
    return "oda_capital" if topic == "oda" and _ODA.search(figure.clause) else ""


def _trade(figure: _Figure, last: _Last) -> str:
    words = figure.before + figure.clause if "kim ngạch" in figure.clause else figure.before
    sentence = figure.sentence
    about = _TURNOVER.search(sentence.lower) or (sentence.earlier and _TURNOVER.search(sentence.earlier.lower))
    if not about and not _TRADE.search(words):
        return ""
    if _BOTH.search(words):
        return "trade"
    found = [(each.start(), key) for key, cue in (("exports", _EXPORTS), ("imports", _IMPORTS)) for each in cue.finditer(words)]
    if found:
        return max(found)[1]
    return "trade" if _TRADE.search(words) else ""


def _count(figure: _Figure, last: _Last) -> str:
    """What a number counts, by its unit and the words on both sides; the share of one country is no figure of its own."""
    if _NATION.search(figure.before) or _RATE.search(figure.before[-40:]):
        return ""
    for name, cue, rule in _COUNTS:
        if cue.match(figure.unit) and (found := rule(figure, last)):
            key = found if isinstance(found, str) else name
            return "" if last.is_of(figure.sentence, key, f"{key[:3]}_capital") and _is_share(figure) else key
    return ""


def _is_share(figure: _Figure) -> bool:
    start, end = figure.mention.start - len(figure.before), figure.mention.end
    nations = countries(figure.sentence, start, end + 12)[0]
    return bool(_SHARE.search(figure.before) and nations) and not _place(figure)


def _projects(figure: _Figure, last: _Last) -> str:
    if figure.unit == "chương trình" and "dự án" not in figure.after[:8]:
        return ""
    if _OLD.search(figure.unit) or _OLD.search(figure.clause[:24]) or _OLD.search(figure.before[-24:]):
        return ""
    topic = _topic(figure, last) or ("fdi" if last.is_of(figure.sentence, "fdi_projects", "fdi_capital") else "")
    return f"{topic}_projects" if topic in ("fdi", "oda") else ""


def _markets(figure: _Figure, last: _Last) -> bool:
    words = figure.before[-_NEAR:]
    return bool(_SOLD.search(words + figure.unit) and not _NO_MARKET.search(words)) and (
        figure.unit != "thị trường" or bool(_SOLD.search(words))
    )


def _workers(figure: _Figure, last: _Last) -> bool:
    if _SENT.search(figure.before) or (_TAKEN.search(figure.before) and _OF_OURS.match(figure.after)):
        return "người" in figure.unit or "lao động" in figure.unit
    around = figure.before[-_NEAR:] + figure.unit + figure.clause
    if _NO_LABOUR.search(around):
        return False
    if _LABOUR.search(figure.before + figure.unit + " ") or _LABOUR.search(figure.unit + figure.clause):
        return True
    abroad = any(country_of(each) for each in figure.sentence.inside(figure.mention.end, figure.mention.end + 40))
    if abroad and _GO_TO_WORK.match(figure.after):
        return True
    return last.is_of(figure.sentence, "labour_abroad") and abroad and figure.floor == figure.sentence.start


def _guests(figure: _Figure, last: _Last) -> bool:
    before = figure.before[-60:]
    if _NO_GUEST.search(figure.sentence.before(figure.mention.start, 60) + figure.unit + figure.clause[:20]):
        return False
    guests = "khách" in figure.unit or "lượt" in figure.unit
    if _INTERNATIONAL.search(before) or _INTERNATIONAL.search(figure.unit) or (guests and _INTERNATIONAL.match(figure.clause)):
        return True
    start = figure.mention.start - len(before)
    return "khách" in before and "lượt" in figure.unit and len(countries(figure.sentence, start, figure.mention.start)[0]) > 1


def _foreigners(figure: _Figure, last: _Last) -> bool:
    before, around = figure.before[-_NEAR:], figure.before + figure.unit + " " + figure.clause
    if (
        "đoàn" in before + figure.clause
        or _SHARE.search(before)
        and last.is_of(figure.sentence, "foreigners")
        and not _place(figure)
    ):
        return False
    if _FOREIGN.search(before) or _FOREIGN.search(figure.unit + figure.clause[:24]) or _FOREIGN.match(figure.after):
        return bool(
            _RESIDENT.search(around) or (_STAFF.search(figure.unit + figure.after[:30]) and _EMPLOYED.search(before[-30:]))
        )
    end = figure.mention.end
    named = any(country_of(each) for each in figure.sentence.inside(end, end + 14, "COUNTRY"))
    if named and figure.unit == "người" and _WORK_HERE.match(figure.after) and _EMPLOYED.search(before[-30:]):
        return True
    return named and last.is_of(figure.sentence, "foreigners") and bool(_place(figure))


def _partners(figure: _Figure, last: _Last) -> bool:
    if figure.unit.startswith("cặp"):
        near = figure.sentence.lower + (figure.sentence.earlier.lower if figure.sentence.earlier else "")
        return "kết nghĩa" in near
    return bool(_TWINNED.search(figure.before[-_NEAR:]) or pattern(r"[^,;.]{0,40}kết nghĩa").match(figure.clause))


_COUNTS = (
    ("fdi_projects", _PROJECTS, _projects),
    ("markets", _MARKETS, _markets),
    ("labour_abroad", _WORKERS, _workers),
    ("visitors", _GUESTS, _guests),
    ("foreigners", _PERSONS, _foreigners),
    ("partners", _LANDS, _partners),
)


def _row(figure: _Figure, key: str, last: _Last) -> Draft:
    sentence, mention = figure.sentence, figure.mention
    draft, value = Draft("indicator", sentence, summary=True), mention.entity.value
    rule = "sum" if isinstance(value, Amount) else "count"
    draft.put("indicator", key, mention, rule)
    if isinstance(value, Amount):
        draft.put("value", (money(mention) or {}).get("value"), mention, rule)
        draft.put("unit", value.currency, mention, rule)
    else:
        draft.put("value", count(mention), mention, rule)
        draft.put("unit", _unit(figure.unit), mention, rule)
    if place := _place(figure):
        draft.say("place", *place, "place")
    _when(draft, figure, last)
    return draft


def _place(figure: _Figure) -> tuple[int, int] | None:
    """The gate, district or commune that a figure is of, named since the figure before it or behind ``của``."""
    sentence, at = figure.sentence, figure.mention.start
    bodies = [(each.start, each.end) for each in sentence.of("ORG")]
    named = [
        each
        for each in sentence.inside(figure.floor, at, "BORDER_GATE", "DISTRICT", "COMMUNE")
        if not any(start < each.start < end for start, end in bodies)
    ]
    if named and (
        named[-1].label == "BORDER_GATE"
        or named[-1].end + 60 > at
        and _IN_IT.fullmatch(sentence.lower[named[-1].end - sentence.start : at - sentence.start])
    ):
        return named[-1].start, named[-1].end
    clause = sentence.clause(at)[0]
    gates = [each for each in sentence.inside(clause, at, "BORDER_GATE") if not any(a < each.start < b for a, b in bodies)]
    if gates:
        return gates[-1].start, gates[-1].end
    if match := _WITHIN.search(sentence.text, figure.floor - sentence.start, at - sentence.start):
        return sentence.start + match.start("place"), sentence.start + match.end("place")
    if match := _REGION.search(sentence.text, figure.floor - sentence.start, at - sentence.start):
        return sentence.start + match.start(), sentence.start + match.end()
    behind = sentence.inside(figure.mention.end, figure.mention.end + 30, "DISTRICT", "COMMUNE")
    if behind and pattern(r" của (?:huyện |xã )?$").fullmatch(
        sentence.lower[figure.mention.end - sentence.start : behind[0].start - sentence.start]
    ):
        return behind[0].start, behind[-1].end
    earlier = sentence.earlier
    if earlier and _HERE.search(figure.before) and (gates := earlier.of("BORDER_GATE")):
        return gates[-1].start, gates[-1].end
    return None


def _when(draft: Draft, figure: _Figure, last: _Last) -> None:
    """The time right behind the figure, else the last one before it, else the heading's, else the one of the same count before."""
    sentence, mention = figure.sentence, figure.mention
    known = [one for one in days(sentence) if not _COMPARED.search(sentence.before(one[0].start, 24))]
    behind = [one for one in known if 0 <= one[0].start - mention.end < len(figure.after)]
    clause = re.split(r"[,;:(]", figure.after, maxsplit=1)[0]
    year = behind and len(behind[0][1]) < _DAY and behind[0][0].start - mention.end < len(clause)
    if year or behind and _LATER.fullmatch(sentence.lower[mention.end - sentence.start : behind[0][0].start - sentence.start]):
        draft.put("as_of", behind[0][1], behind[0][0], "date")
        return
    before = [one for one in known if one[0].start < mention.start]
    if before:
        draft.put("as_of", before[-1][1], before[-1][0], "date")
    elif (
        last.row
        and not _TIME.search(figure.before)
        and last.passage == sentence.passage
        and last.key[:3] == str(draft.slots["indicator"].value)[:3] in ("fdi", "oda")
    ) and (held := last.row.slots.get("as_of")):
        draft.slots["as_of"] = held
    elif headed := _of_heading(sentence):
        draft.put("as_of", *headed, "heading")


def _of_heading(sentence: Sentence) -> tuple[str, Mention] | None:
    """The time that the heading right above a passage names: ``1. Đánh giá 8 tháng đầu năm``."""
    page, passages = sentence.page, sentence.page.document.passages
    above = next((each for each in reversed(passages[: sentence.passage]) if each.kind == "heading"), None)
    if above is None or not _NUMBERED.match(page.document.text, above.start):
        return None
    held = page.between(page.view.place(above.start), page.view.place(above.end))
    dated = [(value, each) for each in held if each.label == "DATE" and (value := day(each)) and len(value) != _DAY]
    return dated[0] if dated else None


def _unit(words: str) -> str:
    return re.sub(r" (?:fdi|oda|trực tiếp.*|quốc tế|nước ngoài)$", "", words)
