"""Who gives in a sentence: those named in it that stand where a giver stands."""

from __future__ import annotations

from ..page import Page, Sentence
from ..values import unit
from ..wording import pattern
from . import again, shaped
from .acts import ITEM, STRONG, acts, aside
from .donor import Giver
from .spot import spots

_BY_DOES = pattern(
    rf"(?:(?!xin |đề nghị )[^;:.]){{0,60}}?\b(?:{STRONG}|thực hiện|triển khai|đầu tư|xây|cấp|làm nhà tài trợ|là nhà tài trợ|chia đôi|lo|lập|thành lập|gây dựng|bảo trợ|khởi xướng|quản lý|điều phối|điều hành|vận hành|chịu|trả|cấp vốn|bỏ vốn|rót|dựng)\b"
)
_GIVEN_TO = pattern(rf"[^;:.]{{0,30}}?\b(?:{STRONG}|xây|cấp|đầu tư)\b")
_SENDS = pattern(r"[^;.]{0,12}\b(?:cử|dẫn|đưa) (?:một )?đoàn")
_AWARDS = pattern(r"[^;.]{0,60}\b(?:huân chương|huy chương|bằng khen|kỷ niệm chương|danh hiệu|học hàm|giấy khen)")
_CLASS = r"(?:(?:các |các bạn )?(?:tổ chức|quỹ|nhóm|hội|công ty|cơ quan|đơn vị)(?: phi ch(?:í|á)nh phủ| pcpnn| nước ngoài| quốc tế| từ thiện| nhân đạo)* |(?:cá nhân |gia đình |vợ chồng )?(?:ông|bà|ngài|bác sĩ|giáo sư|ông bà) )?"
_BY = pattern(rf"\b(?:do|bởi|nhờ|nhờ có) (?:chính |phía )?{_CLASS}$")
_NAMED = pattern(
    r"(?:(?:tài trợ|viện trợ|hỗ trợ|giúp đỡ|ủng hộ|cứu trợ|đóng góp|không hoàn lại|quà|vốn|kinh phí|tiền|ngân sách|"
    r"(?:dự án|chương trình|phi dự án|khoản|lô|gói|suất|xe|máy|thiết bị)[^;.:]{0,90})"
    rf"(?: [^;:]{{0,44}})? (?:của|từ)|\"[^\"]{{4,120}}\" (?:của|do|từ)|tài trợ bởi|nhà tài trợ(?: lớn nhất| chính| duy nhất)?(?: là| ?:)?|"
    rf"(?:dự án|chương trình|khoản viện trợ|phi dự án)[^;:()]{{3,120}}\((?:do |của )?|bên (?:tài trợ|cung cấp viện trợ|viện trợ)(?: là| ?:)) ?(?:phía )?{_CLASS}$"
)
_RECEIVED = pattern(
    rf"\b(?:nhận(?! (?:đào tạo|giúp|hỗ trợ|nuôi|dạy))|tiếp nhận|nhận được|đón nhận)\b[^;:]{{0,110}} (?:của|từ) {_CLASS}$"
)
_AGAIN = pattern(rf", (?:và )?của {_CLASS}$| và (?:của )?{_CLASS}$")
_IS_GIVEN = pattern(rf"\bđược {_CLASS}$")
_THROUGH = pattern(
    r"\b(?:qua|thông qua|sang|tại|ở|đến|tới|thăm|(?<!phối hợp )(?<!phối hợp cùng )với|giữa|cho|tặng|giúp|hỗ trợ|viện trợ|cứu trợ)(?: các)?(?: tổ chức)? $"
)
_BRACKET_COLON = pattern(r"\) ?:")
_COLON = pattern(r"(?: ?\([^()\n]{2,40}\))?(?:,? (?:qua|thông qua) [^:;.\n]{3,60})? ?[:|]")
_THING = pattern(r"\d|trang bị|xây|sửa|hỗ trợ|tài trợ|giúp|dự án|chương trình|(?<!cử )đoàn bác sĩ")
_LENDER = pattern(r"JICA|ADB|\bWB\b|IFAD|AFD|KfW|Ngân hàng|Chính phủ|Cơ quan Hợp tác quốc tế|Cơ quan Hợp tác Quốc tế")
#: Aid that is refused, stopped or taken back.
DENIED = pattern(
    r"(?<!\w)(?:không|chưa|từ chối|dừng|ngừng|chấm dứt|cắt|hủy|rút|thu hồi|trả lại)(?: (?:được|tiếp|tục|giảm|khoản|việc|nguồn|toàn bộ|vốn)){0,3}"
    r" (?:nhận|tiếp nhận|viện trợ|tài trợ|hỗ trợ|giúp|cấp|giải ngân)(?!\w)"
)
#: Aid that is only looked for, and what others than those who receive aid hold: a conference, a race.
_SOUGHT = pattern(
    r"\b(?:(?:đang|còn|tiếp tục) (?:vận động|kêu gọi|xin|thương thảo|đàm phán|mời|đề nghị|tìm|chờ|vận động thêm)|mong (?:được|muốn|có|nhận|sớm))[^;:.]{0,40}$"
)
_EVENT = pattern(r"\b(?:hội thảo|hội nghị|tọa đàm|toạ đàm|diễn đàn|giải (?:chạy|bóng|đua)|cuộc thi|liên hoan|festival|lễ hội)\b")
_TRIP = pattern(r"\b(?:cử|đoàn|chuyến|đi học|sang)\b[^.]{0,140}\b(?:kinh phí|chi phí|vé máy bay|ăn ở|tiền)\b[^;]{0,30}$")
_HOLDS = pattern(
    r"(?: ?\([^()\n]{2,40}\))?,? (?:đã |cùng |phối hợp |đồng )?(?:tổ chức|mở|đăng cai|chủ trì) [^;.]{0,20}(?:hội thảo|hội nghị|tọa đàm|toạ đàm|diễn đàn)"
)
_COSTS = pattern(r"[^\w]*(?:toàn bộ |mọi |tổng )?(?:kinh phí|chi phí|tiền)\b[^;]{0,60}$")
_HANDS = pattern(
    r"\b(?:trao|tặng|ủng hộ|giúp)(?: tặng)? (?:gần |trên |hơn )?\d[^;.]{0,30}"
)  # cử đoàn sang thăm, trao 20 triệu kíp
_JOURNEY = pattern(r"\bđoàn\b[^.;]{0,120}\b(?:đi|sang|thăm|dự)\b|chuyến (?:đi|công tác|thăm)")
#: Medals that somebody hands over, and the sides of a paper, are no gifts.
_HONOURED = pattern(r"\b(?:huân chương|huy chương|bằng khen|kỷ niệm chương|giấy khen|danh hiệu|thành tích)\b[^;.]{0,200}$")
_HONOURS = pattern(r"\b(?:khen|huân chương|huy chương|kỷ niệm chương|vinh danh|tôn vinh)\b")
_AVOIDED = pattern(r"\b(?:tránh|trùng|trùng lặp)\b[^;.,]{0,40}$")
_BETWEEN = pattern(
    r"(?:biên bản|bản ghi nhớ|thỏa thuận|thoả thuận|hiệp định|văn bản|quan hệ)[^;.]{0,40} giữa [^;.]{3,90} (?:và|với) [^;.,]{0,40}$"
)
_NEAR = 60  # characters around a giver in which it is said
_LOANS = pattern(r"\bvay\b|\boda\b|\bfdi\b|tín dụng(?! tiết kiệm| vi mô)")
_FREE = pattern(r"không hoàn lại|phi ch(?:í|á)nh phủ|pcpnn|viện trợ|tặng|cứu trợ|phi dự án|\bbão\b|\blũ\b|thiên tai|động đất")
_TO_THEM = pattern(r"\b(?:hỗ trợ|tặng|giúp|viện trợ(?! (?:phi|nước ngoài|quốc tế|không))|cho|gửi)\b[^.;:(]{0,40}$")
#: A clause of time or cause before one who gives: ``Khi bão gây thiệt hại cho huyện A, tỉnh B tặng …``.
_BEGINS_ANEW = pattern(r"^\W*(?:khi|sau khi|sau|do|vì|để|trước|nhân|nhằm|ngay)\b[^,;:]{5,90}, $")
_ALSO = pattern(r"(?: ?\([^()\n]{1,40}\))?(?:,| và|,? cùng|,? (?:thông )?qua) (?:các |tổ chức |quỹ |công ty )?")
_AND_MORE = pattern(
    r" và (?P<more>[A-ZĐ][^,;.:()\n]{3,40}?) (?=tài trợ|viện trợ|hỗ trợ|tặng|giúp|cung cấp|chia đôi|đồng tài trợ|phối hợp)"
)
#: The rest of a name that was found in part: ``Quỹ Vươn| tới tầm cao tài trợ``.
_REST = pattern(
    r"(?: (?!(?:đã|cũng|và|cùng|phối|hợp|được|tiếp|tục|tại|cho|với|trị|để|ở|trong|từ|năm|qua|thông|tổ|chức|theo|do|gần|hơn|trên|khoảng|là|tài|viện|hỗ|tặng|giúp|cung|trao|ủng|đóng|thực|triển|xây|cấp|chuyển|đồng|gửi|giai|phẫu|mổ|khám|sửa|trồng|rà|đưa|mở|gây|làm|dạy|cử|về|sang|đến|vào|còn|vừa|mới|này|lập|dựng|lo|trả|chịu|quản|điều|vận)\b)[^\W\d_]+){1,5}"
    r"(?= ?[,;.(]| (?:tài trợ|viện trợ|hỗ trợ|tặng|giúp|cung cấp|trao tặng|với|cho|tại|trị giá)\b)"
)
_LIST = pattern(r"tại (?:hội|lễ|buổi)|(?:hội thảo|hội nghị|tọa đàm|diễn đàn)[^;]{0,60}[,;:] ?$")
_OF = pattern(rf" (?:của|từ) {_CLASS}$")
_LISTED = pattern(r"(?:[:,;]| và)(?: tổ chức| kế đến(?: là)?| tiếp đến(?: là)?| rồi đến| rồi| sau đó là| đến)? $")
_PEOPLE = pattern(r"(?:lượt )?(?:người|học sinh|lưu học sinh|sinh viên|cán bộ|đoàn|khách|em|cháu|chuyên gia|công dân|lao động)")


def givers(page: Page, sentence: Sentence, aid: bool) -> list[Giver]:
    """Those who give in a sentence, in order; where the text is about aid, bodies of unknown home and works count too."""
    found: list[Giver] = []
    if _HONOURS.search(sentence.section) and not sentence.of("AMOUNT"):
        return found
    named = spots(page, sentence, aid)
    more = [*again.givers(page, sentence)]
    if aid and ":" in sentence.text:
        more += [*shaped.opener(sentence), *shaped.behind(sentence, named)]
    if aid and "(" in sentence.text:
        more += [*shaped.paid(sentence, named), *shaped.bracketed(sentence, named), *shaped.titled(sentence, named)]
    if aid and (" - " in sentence.text or " – " in sentence.text):
        more += shaped.dashed(sentence, named)
    named = sorted({*named, *more}, key=lambda each: (each.start, -each.end)) if more else named
    for place, spot in enumerate(named):
        if found and spot.start < found[-1].end:
            continue
        until = _until(sentence, spot, named[place + 1 :])
        spot.how = _how(sentence, spot, until, aid, found[-1] if found else None)
        if spot.how and not (found and _same(sentence, found[-1], spot)):
            if found and spot.how == "by" and _pays(sentence, found[-1], spot):
                found.pop()  # who carries a project out, before who pays for it
            found.append(_full(sentence, named[:place], spot))
    return found


def _until(sentence: Sentence, spot: Giver, behind: list[Giver]) -> int:
    """Where the words end that may tell what a spot does: at the next spot that is not named along with it (``A và B tặng``)."""
    end = aside(sentence, spot)
    for each in behind:
        if each.start < end:
            continue
        if not _ALSO.fullmatch(sentence.text, end - sentence.start, each.start - sentence.start):
            return each.start
        end = each.end
    return sentence.end


def _pays(sentence: Sentence, one: Giver, two: Giver) -> bool:
    """Whether the second pays for the project of the first: ``dự án X của A tại B, do C cấp 1,1 triệu USD``."""
    between = sentence.text[one.end - sentence.start : two.start - sentence.start]
    return one.how == "named" and ";" not in between and not sentence.inside(one.end, two.start, "AMOUNT", "QUANTITY")


def _full(sentence: Sentence, earlier: list[Giver], spot: Giver) -> Giver:
    """The giver with the longer name the sentence gave it before; two givers of one gift are one (``do A và B tài trợ``)."""
    base = sentence.start
    if spot.how == "by" and (more := _AND_MORE.match(sentence.text, spot.end - base)):
        spot.end, spot.joint = base + more.end("more"), True
    elif (
        spot.label == "ORG"
        and spot.how in ("by", "named", "given")
        and not _ends(spot)
        and (rest := _REST.match(sentence.text, spot.end - base))
    ):
        spot.end = base + rest.end()
    words = sentence.text[spot.start - base : spot.end - base]
    for each in earlier:
        inside = f"({words})" in sentence.text[each.start - base : each.end - base]
        if spot.label == each.label == "ORG" and (inside or sentence.text.startswith(f" ({words}", each.end - base)):
            spot.name, spot.country = (each.start, each.end), each.country or spot.country
    return spot


def _ends(spot: Giver) -> bool:
    """Whether a name ends with its country, so that nothing of it is missing: ``Hội Chống phong Hà Lan``."""
    return spot.country is not None and spot.country[1].end == spot.end


def _same(sentence: Sentence, one: Giver, two: Giver) -> bool:
    """Whether a giver is named a second time in an item that it opens: ``Cơ quan … (KOICA): … KOICA xây``."""
    base = sentence.start
    return (
        one.how == "opens"
        and sentence.text[two.start - base : two.end - base] in sentence.text[one.start - base : one.end - base]
    )


def _how(sentence: Sentence, spot: Giver, until: int, aid: bool, earlier: Giver | None) -> str:
    """How a spot stands, or nothing where it does not give."""
    if spot.how:
        return spot.how
    base, before = sentence.start, sentence.before(spot.start, 120)
    far = sentence.before(spot.start, 260)
    behind = sentence.lower[spot.end - base :]
    if DENIED.search(sentence.lower, max(0, spot.start - base - _NEAR), spot.end - base + _NEAR):
        return ""
    if sentence.text.count('"', 0, spot.start - base) % 2:
        return ""  # inside a title
    if _SOUGHT.search(before) or _TRIP.search(before) or (_EVENT.search(far) and not _LIST.search(before)):
        return ""
    if _HONOURED.search(far) or _BETWEEN.search(before) or _AVOIDED.search(before):
        return ""
    if _HOLDS.match(behind) or _paid_before(sentence, spot):
        return ""
    if (_SENDS.match(behind.lstrip(" :")) and not _HANDS.search(behind)) or _AWARDS.match(behind):
        return ""
    if spot.label != "GROUP" and _opens(sentence, spot, earlier):
        return "opens"
    lends = not aid or _LOANS.search(sentence.lower)
    if lends and _LENDER.match(sentence.text, spot.start - sentence.start) and not _FREE.search(sentence.lower):
        return ""
    if earlier and earlier.how == "opens" and ";" not in sentence.text[earlier.end - base : spot.start - base]:
        return ""  # an item that one giver opens tells of others by the way
    if _BY.search(before) and _BY_DOES.match(behind):
        return "by"
    if _IS_GIVEN.search(before) and _GIVEN_TO.match(behind):
        return "given"
    if _NAMED.search(before) or _RECEIVED.search(before) or (aid and _of_sum(sentence, spot, before)):
        return "named"
    if earlier and earlier.how == "named" and _AGAIN.search(before[-40:]):
        return "named"
    alike = spot.label == "ORG" or (earlier is not None and spot.label == earlier.label == "COUNTRY")
    if aid and alike and _in_list(sentence, spot, before):
        return "subject"
    if _THROUGH.search(before) or (_TO_THEM.search(before) and not _BEGINS_ANEW.search(before)):
        return ""
    return "subject" if acts(sentence, spot, until, aid) else ""


def _paid_before(sentence: Sentence, spot: Giver) -> bool:
    """Whether a sentence only says who paid for the meeting or the journey of the one before: ``Kinh phí do JICA tài trợ``."""
    if sentence.earlier is None or not _COSTS.match(sentence.lower[: spot.start - sentence.start]):
        return False
    return bool(_EVENT.search(sentence.earlier.lower) or _JOURNEY.search(sentence.earlier.lower))


def _in_list(sentence: Sentence, spot: Giver, before: str) -> bool:
    """``từ các tổ chức: Plan 900 triệu đồng, CARE 40 tấn gạo``: a name with its sum or its things in a list."""
    near = sentence.inside(spot.end, spot.end + 3, "AMOUNT", "QUANTITY") if _LISTED.search(before) else []
    return any(each.label == "AMOUNT" or not _PEOPLE.match(unit(each)) for each in near)


def _of_sum(sentence: Sentence, spot: Giver, before: str) -> bool:
    """``45.000 USD của A``, ``1.200 chăn của B``."""
    of = _OF.search(before)
    at = spot.start - (len(before) - of.start()) if of else 0
    sums = [each for each in sentence.of("AMOUNT", "QUANTITY") if of and abs(each.end - at) <= 1]
    return any(not _PEOPLE.match(unit(each)) for each in sums)


def _paid(sentence: Sentence) -> bool:
    """Whether an item holds a sum, so that whatever it names is paid for."""
    return sentence.kind == "list_item" and bool(sentence.of("AMOUNT"))


def _opens(sentence: Sentence, spot: Giver, earlier: Giver | None) -> bool:
    """``* Thành phố Daejeon (Hàn Quốc) : 50.000 bộ kit …``, one behind a semicolon as well where the first of them opens so."""
    head = sentence.text[: spot.start - sentence.start]
    if earlier and earlier.how == "opens":
        head = head[head.rfind(";") + 1 :]
    at = spot.end - sentence.start
    colon = _COLON.match(sentence.text, at) or _BRACKET_COLON.match(sentence.text, at)
    return bool(
        ITEM.fullmatch(head) and colon and (_THING.search(sentence.lower[colon.end() : colon.end() + 60]) or _paid(sentence))
    )
