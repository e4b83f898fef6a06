"""Whose projects and capital a figure speaks of: foreign investors, donors of official aid, or others."""

from __future__ import annotations

from ..places import countries
from ..wording import pattern
from .figure import FAR, NEAR, Figure, Last, distance

_FDI = pattern(
    r"\bfdi\b|đtnn|đầu tư (?:trực tiếp )?(?:của )?(?:nhà đầu tư )?nước ngoài|đầu tư trực tiếp|vốn nước ngoài|nhà đầu tư nước ngoài|nước ngoài [^,;.]{0,12}(?:bỏ|rót|góp|đổ)(?: thêm)? vốn|nước ngoài (?:làm chủ )?đầu tư"
)
_ODA = pattern(r"\boda\b|hỗ trợ phát triển chính thức|vốn vay ưu đãi")
_GRANTS = pattern(r"phi chính phủ|pcpnn|viện trợ|tài trợ|\bngo\b|trong nước|kiều bào|việt kiều|phi dự án")
_CAPITAL = pattern(
    r"vốn[^,;.]{0,24}đăng k[ýí]|dăng ký|đăng k[ýí]|tổng vốn|số vốn|vốn đầu tư|vốn fdi|tổng mức đầu tư|mức đầu tư|vốn mới|vốn|giá trị đầu tư|cam kết"
)
_WITH = pattern(r"^,? ?$|với|thu hút(?: được| thêm)? ?$")
_ATTRACTED = pattern(r"(?:fdi|đầu tư (?:trực tiếp )?(?:của )?nước ngoài|đtnn)[^,;.\d]{0,12}$")
_WHERE_TO = pattern(r"(?:sang|tại|vào|ở|đến|với|giữa|và|-) ?(?:nước )?$")
_PROJECTS = pattern(r"(?:lượt )?dự án|chương trình")
_OUTWARD = pattern(
    r"(?:đầu tư|dự án) (?:sang|ra nước ngoài|tại (?:lào|campuchia|nước bạn))|ra nước ngoài|doanh nghiệp (?:của )?(?:tỉnh|ta) (?:đã )?đầu tư"
)
_OLD = pattern(r"lượt|điều chỉnh|tăng vốn|thu hồi|chấm dứt|kêu gọi|hết hiệu lực|giãn tiến độ")
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
    for words in (sentence.earlier.lower if sentence.earlier else "", sentence.section):
        told = [(each.start(), name) for name, cue in cues for each in cue.finditer(words)]
        if told:
            return max(told)[1]
    invests = _INVESTS.search(figure.after[:40]) or "đầu tư" in figure.before
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
    if not _PROJECTS.match(figure.unit) or (figure.unit == "chương trình" and "dự án" not in figure.after[:8]):
        return ""
    if any(_OLD.search(words) for words in (figure.unit, figure.clause[:24], figure.before[-24:])):
        return ""
    told = topic(figure, last) or ("fdi" if last.is_of(figure.sentence, "fdi_projects", "fdi_capital") else "")
    return f"{told}_projects" if told in ("fdi", "oda") else ""


def capital(figure: Figure, last: Last) -> str:
    """The key of a sum of capital: registered, invested, of official aid; what was spent is none."""
    held = last.is_of(figure.sentence, "fdi_projects", "oda_projects")
    told = topic(figure, last) or (last.key[:3] if held else "")
    cue = _CAPITAL.search(figure.before) or _ATTRACTED.search(figure.before)
    if told in ("fdi", "oda") and (cue or (held and last.key[:3] == told and _WITH.search(figure.before))):
        return f"{told}_capital"
    return "oda_capital" if told == "oda" and _ODA.search(figure.clause) else ""
