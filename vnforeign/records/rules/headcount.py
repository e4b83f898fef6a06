"""Who and what a number counts: workers sent abroad, guests, foreigners here, markets, partner localities."""

from __future__ import annotations

import re
from collections.abc import Callable

from ..places import countries, country_of
from ..wording import pattern
from .figure import NEAR, SHARE, Figure, Last, place

_MARKETS, _SOLD = (
    pattern(r"(?:quốc gia|nước|thị trường)"),
    pattern(
        r"xuất khẩu(?! lao động)|thị trường|(?:xuất|bán) (?:sang|đi|ra|cho|tại|ở|vào)|(?:mua|nhập) hàng|có mặt (?:ở|tại|trên)|tiêu thụ"
    ),
)
_NO_MARKET = pattern(r"lao động|khách|dự án|kiều bào|đầu tư|người|sinh sống|đoàn|quan hệ")
_OUT_TO = pattern(r" (?:sang|tới|đến)(?: hơn| trên| gần)? $")
_WORKERS = pattern(
    r"(?:lượt )?(?:người|lao động|nông dân|công nhân|thanh niên|tu nghiệp sinh|thực tập sinh|điều dưỡng|hộ lý|lượt)"
)
_LABOUR = pattern(
    r"xuất khẩu lao động|lao động xuất khẩu|xklđ|xuất khẩu hơn|đi làm việc|(?:sang|ra|đi) [^;.]{0,24}làm việc|làm việc (?:ở|tại) nước ngoài|"
    r"đưa (?:được )?[^,;.]{0,30}lao động|"
    r"lao động (?:của tỉnh |trong tỉnh |địa phương )?(?:(?:được )?(?:đưa |cử )?(?:đi|sang|ra)|xuất cảnh|thời vụ|có thời hạn|"
    r"theo hợp đồng)|"
    r"hợp tác lao động|đi lao động|\beps\b|xuất khẩu (?:hơn|trên|gần|được)? ?$"
)
_NO_LABOUR = pattern(
    r"đại biểu|phạt|sinh sống|định cư|đoàn|người nước ngoài|lao động nước ngoài|chuyên gia|bỏ trốn|giấy phép|cán bộ|"
    r"tập huấn|doanh nghiệp fdi|việc làm cho|làm thuê|tư vấn"
)
_GO_TO_WORK = pattern(
    r" (?:của tỉnh |trong tỉnh |địa phương |trên địa bàn )?(?:đã |được |đang )*(?:(?:đi|sang|ra|"
    r"qua) [^;.]{0,70}\b(?:làm việc|lao động|học nghề|thực tập sinh|"
    r"tu nghiệp|làm thuê theo|làm theo)|(?:làm việc|lao động) (?:tại|ở|bên) )"
)
_TRAINEES, _TO_LEARN = (
    pattern(r"(?:thực tập sinh|tu nghiệp sinh|điều dưỡng|hộ lý)"),
    pattern(r"\b(?:đưa|cử|phái cử|tuyển|tiếp nhận)\b"),
)
_ABROAD_TO = pattern(r"[^,;.]{0,30} (?:sang|đi|ra|qua) ")
_HOMEWARD = pattern(r"[^,;.\d]{0,40}\bvề (?:nước|quê|nhà|địa phương)\b")  # ``phối hợp đưa 3 lao động bị nạn tại Libya về nước``
_AT_A_MEETING = pattern(r"(?:người|đại biểu)(?: tham| đến)? dự\b[^;.]{0,40}$")  # guests of a meeting
_SENT = pattern(r"đưa (?:đi|sang) (?:được )?$")
_TAKEN, _OF_OURS = pattern(r"nhận (?:thêm |được )?$"), pattern(r" (?:lao động )?(?:của )?(?:tỉnh|ta|việt nam|địa phương)")
_GUESTS = pattern(r"lượt|khách|du khách|(?:lượt )?người")
_INTERNATIONAL = pattern(
    r"\bkhách ngoại\b|(?:khách|du khách|du lịch)(?: du lịch| lưu trú| tham quan| đến)?(?: là)? ?(?:người |từ |đến từ )?(?:quốc tế|nước ngoài|ngoại quốc|"
    r"các nước)"
)
_OF_ABROAD = pattern(r" ?(?:khách )?(?:du lịch )?(?:là )?(?:người )?(?:quốc tế|nước ngoài|ngoại quốc)")
_TOURING = pattern(r"(?:người|khách) (?:nước ngoài|ngoại quốc|quốc tế)[^,;.]{0,24}(?:tham quan|du lịch|nghỉ)")
_ENTERING = pattern(r"(?:người|khách) (?:nước ngoài|ngoại quốc) (?:làm thủ tục )?nhập cảnh\b(?! trái)[^,;.]{0,40}$")
#: ``qua cửa khẩu A 214.000 lượt, tham quan B khoảng 65.000 lượt``.
_SIGHTS = pattern(r"(?:^|,|;| và) ?(?:tham quan|thăm|viếng|đến thăm) [^,;.:\d]{3,50}$")
_VEHICLES = pattern(r"lượt (?:tàu|xe|phương tiện|chiếc|ô ?tô|máy bay|chuyến|thuyền)")
_TOURISTS, _TOURS = (
    pattern(r"du khách|khách du lịch|khách tham quan"),
    pattern(r"\b(?:vào|đến|tham quan|nhập cảnh|lưu trú|qua|tới|du lịch (?:tại|ở))\b"),
)
_SERVED = pattern(r"khám|chữa|tạm trú|cấp |hộ chiếu|vi phạm|tuyên truyền|cư trú|xử phạt|phẫu thuật|tập huấn|hướng dẫn")
_NO_GUEST = pattern(
    r"khách việt nam|đi du lịch nước ngoài|tiếp khách|cuộc tiếp|đoàn|đại biểu|hội nghị|hội thảo|xuất nhập cảnh|nội địa|trong nước|lễ hội"
)
_PERSONS = pattern(r"(?:lượt )?(?:người|nhà đầu tư|chuyên gia|lao động|kỹ sư|công dân)|lượt")
_FOREIGN = pattern(
    r"(?:người|lao động|chuyên gia|công dân|kỹ sư|khách)(?: là người)? (?:quốc tịch )?nước ngoài|^ ?nước ngoài|"
    r"^, (?:chuyên gia|(?:người )?lao động|người|kỹ sư) nước ngoài|là người nước ngoài|người ngoại quốc"
)
_OF_VISITS = pattern(r"số (?:lượt )?khách (?:là |có |đạt |được ){0,2}$")
_STAFF = pattern(r"(?:lao động|chuyên gia|kỹ sư)[^;.]{0,12} nước ngoài")
_WORK_HERE = pattern(r" [^,;.]{2,24} (?:làm|đang làm|sinh sống|cư trú|tạm trú|thường trú|học)\b")
#: ``Người Nga đang làm việc tại tỉnh: 17 người``, behind the noun and before the land.
_OF_LAND = pattern(r"(?:người|chuyên gia|công dân|kỹ sư|lao động)(?: quốc tịch)? $")
_LIVE_HERE = pattern(
    r" (?:hiện |đang |hiện nay )*(?:làm việc|sinh sống|cư trú|tạm trú|thường trú|học tập)[^,;.:\d]{0,24}"
    r"\b(?:tỉnh|địa bàn|thành phố|huyện)\b[^,;.:\d]{0,30}(?:là|có|:) (?:khoảng |hơn |trên )?$"
)
_EMPLOYED = pattern(r"\b(?:có|sử dụng|hiện|tổng số|quản lý)\b")
_RESIDENT = pattern(
    r"cư trú|thường trú|sinh sống|làm việc|tạm trú|lưu trú|học tập|sinh hoạt|hoạt động|tại (?:các )?(?:khu|doanh nghiệp|công ty|dự án)|đang (?:có mặt )?ở"
)
_PERMITS = pattern(
    r"(?:cấp|gia hạn|thu hồi|đổi)[^,;.]{0,40}(?:giấy phép|gplđ|thị thực|visa|thẻ|hộ chiếu|phép|tạm trú)[^;.]{0,24}$|"
    r"(?:xử phạt|xử lý|trục xuất|phạt|buộc|trao trả|bắt giữ|vi phạm)[^;.]{0,40}$"
)
_LICENSED = pattern(r" ?(?:đã |đang )?(?:có|được cấp|được) (?:giấy )?phép")
_LANDS = pattern(r"(?:thủ đô|địa phương|tỉnh, thành|tỉnh|thành phố|đối tác|bang|vùng|cặp)")
_TWINNED = pattern(
    r"kết nghĩa|cấp địa phương|địa phương (?:nước ngoài|bạn|đối tác)|bạn quốc tế|quan hệ (?:hợp tác|hữu nghị|đối tác|"
    r"cấp địa phương|với)|thiết lập quan hệ|kết bạn|có quan hệ"
)
_COUNTED = pattern(r"(?:^|\b(?:với|là|có|được|gồm|trên|hơn|gần|khoảng|thêm|cùng|đạt)|:) ?$")
_ABROAD = pattern(r" ?(?:,? ?thành phố )?(?:nước ngoài|của (?:\d+ )?nước|trên thế giới|đối tác|quốc tế|bạn)")
_COOPERATES = pattern(r"\b(?:hợp tác|giao lưu|quan hệ)[^,;.\d]{0,24} với (?:hơn |trên |gần |khoảng )?$")
_POSTS = pattern(r"cặp (?:đồn|trạm|đơn vị|tiểu khu)")
_AND = pattern(r"^[^;.\d]{0,24}(?: và|,) $")
_TWINS = pattern(r"[^,;.]{0,40}kết nghĩa")


def markets(figure: Figure, last: Last) -> bool:
    words = figure.before[-NEAR:]
    if last.is_of(figure.sentence, "exports") and _OUT_TO.search(words):
        return True
    return bool(_SOLD.search(words + figure.unit + figure.clause) and not _NO_MARKET.search(words)) and (
        figure.unit != "thị trường" or bool(_SOLD.search(words))
    )


def workers(figure: Figure, last: Last) -> bool:
    """Whether a number is of those who go to work abroad; not of those brought home."""
    if _HOMEWARD.match(figure.after):
        return False
    if _SENT.search(figure.before) or (_TAKEN.search(figure.before) and _OF_OURS.match(figure.after)):
        return "người" in figure.unit or "lao động" in figure.unit
    if _TRAINEES.match(figure.unit) and _TO_LEARN.search(figure.before[-30:]) and _ABROAD_TO.match(figure.after):
        return True
    around = figure.before[-NEAR:] + figure.unit + figure.clause
    if _NO_LABOUR.search(around) or "đoàn" in figure.sentence.before(figure.mention.start, 24):
        return False
    if _LABOUR.search(figure.before + figure.unit + " ") or _LABOUR.search(figure.unit + figure.clause):
        return True
    abroad = any(country_of(each) for each in figure.sentence.inside(figure.mention.end, figure.mention.end + 40))
    if abroad and _GO_TO_WORK.match(figure.after):
        return True
    return last.is_of(figure.sentence, "labour_abroad") and abroad and figure.floor == figure.sentence.start


def guests(figure: Figure, last: Last) -> bool:
    before = figure.before[-60:]
    if _AT_A_MEETING.search(before):
        return False
    if _VEHICLES.match(figure.unit) or _NO_GUEST.search(
        figure.sentence.before(figure.mention.start, 60) + figure.unit + figure.clause[:20]
    ):
        return False
    guests = "khách" in figure.unit or "lượt" in figure.unit
    if _INTERNATIONAL.search(before) or _INTERNATIONAL.search(figure.unit) or _TOURING.search(before):
        return True
    seen = last.row is not None and last.row.sentence is figure.sentence and last.key == "visitors"
    if seen and "lượt" in figure.unit and _SIGHTS.search(before):
        return True
    if "lượt" in figure.unit and _ENTERING.search(before):
        return True
    if guests and _OF_ABROAD.match(figure.clause) and not _SERVED.search(before) or _TOURING.search(figure.unit + figure.clause):
        return True
    start, before = figure.mention.start - len(figure.before[-NEAR:]), figure.before[-NEAR:]
    lands = countries(figure.sentence, start, figure.mention.start)[0]
    if "khách" not in before or "lượt" not in figure.unit or not lands:
        return False
    return len(lands) > 1 or bool(_TOURISTS.search(before) and _TOURS.search(before))


def foreigners(figure: Figure, last: Last) -> bool:
    if _LICENSED.match(figure.clause) or _OF_VISITS.search(figure.before):
        return False
    before, around = figure.before[-NEAR:], figure.before + figure.unit + " " + figure.clause
    if (
        "đoàn" in figure.sentence.before(figure.mention.start, 60) + figure.clause
        or _PERMITS.search(figure.before)
        or SHARE.search(before)
        and last.is_of(figure.sentence, "foreigners")
        and not place(figure)
    ):
        return False
    if _FOREIGN.search(before) or _FOREIGN.search(figure.unit + figure.clause[:24]) or _FOREIGN.match(figure.after):
        return bool(
            _RESIDENT.search(around) or (_STAFF.search(figure.unit + figure.after[:30]) and _EMPLOYED.search(before[-30:]))
        )
    if _of_one_land(figure):
        return True
    end = figure.mention.end
    named = any(country_of(each) for each in figure.sentence.inside(end, end + 14, "COUNTRY"))
    if named and figure.unit == "người" and _WORK_HERE.match(figure.after) and _EMPLOYED.search(before[-30:]):
        return True
    return named and last.is_of(figure.sentence, "foreigners") and bool(place(figure))


def _of_one_land(figure: Figure) -> bool:
    """Whether those are counted who live here and are of one land, named before."""
    sentence, at = figure.sentence, figure.mention.start
    for each in sentence.inside(max(figure.floor, at - NEAR), at, "COUNTRY"):
        behind = sentence.lower[each.end - sentence.start : at - sentence.start]
        if country_of(each) and _OF_LAND.search(sentence.before(each.start, 24).lower()) and _LIVE_HERE.fullmatch(behind):
            return True
    return False


def partners(figure: Figure, last: Last) -> bool:
    if figure.unit.startswith("cặp"):
        earlier = figure.sentence.earlier.lower if figure.sentence.earlier else ""
        joined = last.is_of(figure.sentence, "partners") or "kết nghĩa" not in figure.sentence.lower  # else papers: agreements
        return joined and "kết nghĩa" in earlier + figure.sentence.lower and not _POSTS.match(figure.unit)
    follows = last.is_of(figure.sentence, "partners") and _AND.search(figure.before)
    if follows:
        return True
    if not _COUNTED.search(figure.before) and not _ABROAD.match(figure.after):
        return False
    if _COOPERATES.search(figure.before) and _ABROAD.match(figure.after):
        return True
    return bool(_TWINNED.search(figure.before[-NEAR:]) or _TWINS.match(figure.clause))


#: What is counted, by the unit's first words: the key and the rule that looks at the words around.
COUNTS: tuple[tuple[str, re.Pattern[str], Callable[[Figure, Last], bool]], ...] = (
    ("markets", _MARKETS, markets),
    ("labour_abroad", _WORKERS, workers),
    ("visitors", _GUESTS, guests),
    ("foreigners", _PERSONS, foreigners),
    ("partners", _LANDS, partners),
)
