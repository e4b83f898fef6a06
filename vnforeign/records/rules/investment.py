"""Whose projects and capital a figure speaks of: foreign investors, donors of official aid, or others."""

from __future__ import annotations

from ..places import countries
from ..wording import pattern
from .figure import FAR, NEAR, Figure, Last, distance

_FDI = pattern(
    r"\b(?:fdi\b|đtnn|đầu tư (?:trực tiếp )?(?:của |từ )?(?:các )?(?:nhà đầu tư |doanh nghiệp |công ty )?nước ngoài|đầu tư trực tiếp|"
    r"vốn (?:từ |của )?nước ngoài|vốn ngoại|nước ngoài [^,;.]{0,12}(?:bỏ|rót|góp|đổ)(?: thêm)? vốn|nước ngoài (?:làm chủ )?đầu tư|"
    r"(?:quốc gia|nước|vùng lãnh thổ) (?:có |đã )?(?:dự án )?đầu tư (?:vào|tại) tỉnh)"
)
_ODA = pattern(
    r"\boda\b|hỗ trợ phát triển chính thức|vay ưu đãi|vốn vay nước ngoài|nguồn vay|(?:vay|vốn) (?:của )?(?:wb|adb|jica|kfw|afd|edcf|ngân hàng thế giới)\b"
)
_GRANTS = pattern(
    r"\b(?:phi chính phủ|pcpnn|viện trợ|(?<!nhà )tài trợ|ngo\b|trong nước|ddi\b|nội địa|kiều bào|việt kiều|phi dự án|"
    r"doanh nghiệp (?:được |đăng ký )?thành lập|thành lập mới|đăng k[ýí] (?:kinh doanh|thành lập|doanh nghiệp)|hợp tác xã|ngân sách|vốn (?:đầu tư )?công)"
)
_FIRMS = pattern(
    r"(?:doanh nghiệp|dn|công ty|khu vực|thành phần|khối)(?: kinh tế)?(?: có)?(?: vốn)? (?:đầu tư )?(?:trực tiếp )?(?:của )?(?:nước ngoài|fdi|đtnn)"
)
_DONE = pattern(r"giải ngân|vốn[^,;.]{0,24}thực hiện|thực hiện[^,;.]{0,24}(?:đạt|được)|đã thực hiện|đã góp")
_CAPITAL = pattern(
    r"vốn[^,;.]{0,24}đăng k[ýí]|dăng ký|đăng k[ýí]|tổng vốn|số vốn|vốn đầu tư|vốn fdi|tổng mức đầu tư|mức đầu tư|vốn mới|vốn|giá trị đầu tư|cam kết"
)
_WITH = pattern(r"^(?: mới)?[,/(]? ?$|với|thu hút(?: được| thêm)? ?$|bỏ ra|rót")
_ATTRACTED = pattern(r"(?:fdi|đầu tư (?:trực tiếp )?(?:của )?nước ngoài|đtnn)[^,;.\d]{0,12}$")
_DRAWS = pattern(r"thu hút (?:được |thêm |đạt |hơn |gần |trên |khoảng )*$")
_WHERE_TO = pattern(r"(?:sang|tại|vào|ở|đến|với|giữa|và|-) ?(?:nước )?$")
_PROJECTS = pattern(r"(?:lượt )?dự án|chương trình|giấy (?:chứng nhận|phép)(?: (?:đăng ký )?đầu tư)?$")
_LICENCE, _ISSUED = pattern(r"giấy"), pattern(r"\bcấp[^,;.]{0,12}$")
_TO_INVESTORS = pattern(r"[^,;.]{0,30}\b(?:nhà đầu tư|đầu tư|doanh nghiệp)\b")
#: Shares by branch and by who grants: ``9 dự án thuộc ngành chế biến``.
_OF_KIND = pattern(r" (?:được [^,;.\d]{0,24} )?(?:thuộc|trong) (?:các )?(?:ngành|lĩnh vực|ban|sở)\b")
_RAISED = pattern(r"[(;] ?(?:điều chỉnh )?(?:tăng vốn|tăng thêm|điều chỉnh): ?$")
_SOME, _AT_WORK = (
    pattern(r"(?:trong đó|trong số đó)(?: có)?:? $"),
    pattern(r" (?:đang|đã) (?:đi vào )?(?:hoạt động|triển khai|sản xuất)"),
)
_MIXED = pattern(r"cấp (?:phép )?mới|mới và|mới, ")
_LOAN = pattern(r"(?:trong đó|gồm)[^,;.]{0,24}(?:vốn vay|vay|viện trợ|không hoàn lại)|^[;, ]*(?:và )?(?:vốn vay|vay)\b")
_OUTWARD = pattern(
    r"(?:đầu tư|dự án) (?:sang|ra nước ngoài|tại (?:lào|campuchia|nước bạn))|ra nước ngoài|đang đầu tư (?:ở|bên|sang) |dự án [^,;.\d]{3,40} bên [a-zà-ỹ]|doanh nghiệp (?:của )?(?:tỉnh|ta) (?:đã )?đầu tư"
)
_OLD = pattern(r"lượt|điều chỉnh|tăng vốn|thu hồi|chấm dứt|kêu gọi|hết hiệu lực|giãn tiến độ")
_CLOSE = 40  # characters behind a licence that may say whose it is
_PUTS_IN = pattern(r"đầu tư|(?:bỏ|rót|góp|đổ) (?:thêm )?vốn")
_ENDED = pattern(r"\b(?:thu hồi|chấm dứt|rút phép|giải thể)\b[^;.]{0,80}$")
_NEW = pattern(r"cấp (?:phép |giấy )?(?:chứng nhận )?(?:đầu tư )?mới|cấp mới|cấp phép")
_INVESTS = pattern(r"đầu tư|vốn|đăng k[ýí]")
_REGISTERED = pattern(r"đăng k[ýí]|còn hiệu lực|vốn đầu tư|tổng vốn")
_FROM_LANDS = pattern(r"(?:đến từ|của|thuộc) (?:hơn |trên |gần )?\d+ (?:quốc gia|nước)")


def topic(figure: Figure, last: Last) -> str:
    """Whose projects and capital a figure speaks of: the nearest word decides, else the sentence before, else the heading."""
    cues = (("fdi", _FDI), ("oda", _ODA), ("grants", _GRANTS))
    if _OUTWARD.search(figure.before + figure.clause):
        return ""
    near = min(((distance(figure, cue), name) for name, cue in cues), default=(FAR, ""))
    if near[0] < FAR:
        return near[1]
    if _PROJECTS.match(figure.unit) and _REGISTERED.search(figure.after) and _pays_in_dollars(figure):
        return "fdi"
    sentence = figure.sentence
    if last.row and last.row.sentence is sentence and last.key[:3] in ("fdi", "oda"):
        return last.key[:3]
    for words in figure.told.split("\n"):
        told = [(each.start(), name) for name, cue in cues for each in cue.finditer(words)]
        if told:  # of a heading that names both, aid is meant wherever ODA is not said again
            return "grants" if {"oda", "grants"} <= {name for _, name in told} else max(told)[1]
    invests = _INVESTS.search(figure.after[:40]) or _PUTS_IN.search(figure.before)
    if _LICENCE.match(figure.unit) and countries(sentence, figure.mention.end, figure.mention.end + _CLOSE)[0]:
        return "fdi"
    return "fdi" if _FROM_LANDS.search(figure.after) or (invests and _of_land(figure)) else ""


def _pays_in_dollars(figure: Figure) -> bool:
    """``612 dự án đầu tư còn hiệu lực, vốn đăng ký 8,9 tỷ USD``."""
    sums = figure.sentence.inside(figure.mention.end, figure.mention.end + NEAR, "AMOUNT")
    return bool(sums) and getattr(sums[0].entity.value, "currency", "") == "USD"


def _of_land(figure: Figure) -> bool:
    """``Trung Quốc có 704 dự án``: a foreign land before the figure that is not where to."""
    sentence = figure.sentence
    lands = countries(sentence, max(figure.mention.start - NEAR, figure.floor), figure.mention.start)[1]
    return any(not _WHERE_TO.search(sentence.before(each.start, 12)) for each in lands)


def projects(figure: Figure, last: Last) -> str:
    """The key of a number of projects; those of aid, of changes and of others have none."""
    if (
        not _PROJECTS.match(figure.unit)
        or figure.unit.startswith("dự án hợp tác")
        or (figure.unit == "chương trình" and "dự án" not in figure.after[:8])
    ):
        return ""
    if _LICENCE.match(figure.unit) and not (_ISSUED.search(figure.before) and _TO_INVESTORS.match(figure.after)):
        return ""
    if _OF_KIND.match(figure.after) or (_SOME.search(figure.before) and _AT_WORK.match(figure.after)):
        return ""
    mixed = _NEW.search(figure.before[-60:])  # granted and raised together
    if any(_OLD.search(words) for words in (figure.unit, figure.clause[:24], "" if mixed else figure.before[-24:])):
        return ""
    told = topic(figure, last) or ("fdi" if last.is_of(figure.sentence, "fdi_projects", "fdi_capital") else "")
    return f"{told}_projects" if told in ("fdi", "oda") else ""


def capital(figure: Figure, last: Last) -> str:
    """The key of a sum of capital: registered, invested, of official aid; what was spent is none."""
    if _DONE.search(figure.before) or _ENDED.search(figure.sentence.before(figure.mention.start, 90)):
        return ""
    if _RAISED.search(figure.before[-60:]) and not _MIXED.search(figure.before[-60:]):
        return ""
    if last.is_of(figure.sentence, "fdi_capital", "oda_capital") and _LOAN.search(figure.before):
        return ""
    held = last.is_of(figure.sentence, "fdi_projects", "oda_projects")
    told = topic(figure, last) or (last.key[:3] if held else "")
    before = _FIRMS.sub("", figure.before)
    cue = _CAPITAL.search(before) or _ATTRACTED.search(before) or (told == "fdi" and _DRAWS.search(before))
    if told in ("fdi", "oda") and (cue or (held and last.key[:3] == told and _WITH.search(figure.before))):
        return f"{told}_capital"
    return "oda_capital" if told == "oda" and _ODA.search(figure.clause) else ""
