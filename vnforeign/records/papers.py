"""The papers a sentence tells of, agreements with their titles, and what was done with them: signed, extended, carried out."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ..kinds.agreement import Agreement
from ..kinds.agreement.title import title_end
from .page import Sentence
from .titles import longer
from .wording import holds, pattern

SIGNS = pattern(r"(?<!ngày )(?<!chữ )\b(?:(?:ký|kí)(?: kết)?|đặt bút vào|hạ bút vào)\b(?! (?:túc|sinh|hiệu|tự|ức))")
_STATE = ("hiệp định", "hiệp ước", "nghị định thư", "công ước", "hiến chương", "công hàm", "thông cáo", "định ước")
_FORMS = (
    ("memorandum", "ghi nhớ"),
    ("memorandum", "mou"),
    ("minutes", "biên bản"),
    ("letter", "ý định"),
    ("agreement", "thỏa thuận"),
    ("agreement", "thoả thuận"),
    ("programme", "chương trình"),
    ("statement", "tuyên bố"),
    ("contract", "hợp đồng"),
    ("plan", "kế hoạch"),
)
#: Papers that only their parties make foreign ones.
_OTHERS = pattern(
    r"\b(?:[Cc]hương trình|[Kk]ế hoạch|[Hh]ợp đồng|[Bb]iên bản|[Vv]ăn bản|[Bb]ản|[Tt]hỏa thuận|[Qq]uy chế|[Gg]iao ước|"
    r"[Tt]uyên bố chung|Ý định thư|Bản ghi nhớ|Biên bản ghi nhớ)"
    r"(?=(?P<what> (?:về |khung |tổng thể )?(?:hợp tác|phối hợp|kết nghĩa|thỏa thuận|liên kết|trao đổi|ghi nhớ|giao lưu|"
    r"cam kết|"
    r"đào tạo|tiếp nhận|phái cử|thống nhất|nghiên cứu|thực tập|tuyển chọn|tuyển sinh|"
    r"hội đàm|làm việc|thảo luận|hữu nghị|giao ước|thiết lập|"
    r"phòng,? chống|xúc tiến|quản lý|bảo vệ|chuyển giao|hỗ trợ|phát triển|xây dựng|"
    r"kết nối|khai thác|mở|cung cấp|tương trợ|xử lý|tìm kiếm|giáo dục|dạy|tuyên truyền|kiểm dịch|kiểm soát|học bổng|du lịch)))"
)
_BARE = pattern(
    r"(?<!đã )(?<!được )(?<!cùng )(?<!tự )(?<!nhau )(?<!cũng )(?<!vừa )\b(?:(?:[Bb]ản )?[Tt]h[ỏo][aả] thuận|[Bb]iên bản)"
    r"(?= (?:năm \d{4} |số \d+ )?(?:với|giữa) (?:[A-ZĐ]|tỉnh|thành phố|trường|tổ chức|đại học|huyện))"
)
_THIS = pattern(
    r" (?:này|đó|ấy|nói trên|kể trên|nêu trên|vừa ký|trên(?! (?:các |những |nhiều |một số |mọi |tất cả (?:các )?|\d+ |"
    r"hai |ba |bốn |năm )?"
    r"(?:lĩnh vực|mặt|phương diện|cơ sở|tinh thần|nguyên tắc|địa bàn|tuyến|biển|đất|không gian|môi trường|nền tảng)))\b"
)  # of a paper told of before
_ALIAS = pattern(r"(?:gọi tắt|viết tắt|gọi) (?:là )?[\"“(]?$|\b(?:số|số lượng|lượng) $")
_HAMLETS = pattern(r"\b(?:thôn|bản|làng|buôn|cặp|cụm|xã)(?:,| -| và)? $")  # the ``bản`` behind is a village
_MANY = pattern(r"(?:\d|\b(?:số|số lượng|lượng|các|những|nhiều|một số|mấy|hai|ba|bốn|năm|sáu|bảy|tám)) $")
_HOW = (
    r"(?: (?:việc|các|nội dung|kết quả|thực hiện|triển khai|có hiệu quả|tốt|của|trong|\d+ năm|bản|văn bản|ký|ký kết|"
    r"hiệu quả|nghiêm túc|những)){0,5} ?[\"“]?$"
)
_CITED = pattern(r"\b(?:theo|căn cứ|căn cứ vào|bên cạnh|ngoài|trên cơ sở|đối chiếu với|phù hợp với|khuôn khổ|tinh thần)" + _HOW)
_DRAFTED = pattern(r"\b(?:dự thảo|hồ sơ|đàm phán|đề xuất|góp ý|thẩm định|thay thế(?: cho)?)" + _HOW)
_KEPT = pattern(r"\b(?:sơ kết|tổng kết|kiểm điểm|rà soát|thực hiện|triển khai|thi hành|nội dung|đánh giá|kết quả)" + _HOW)
_RUNS = pattern(
    r"\b(?:đang|duy trì|tiếp tục|vẫn|đã|triển khai|thực hiện|được)(?: (?:được|duy trì|triển khai|thực hiện|có hiệu quả|"
    r"hiệu quả|tốt|nghiêm túc|đầy đủ|các|những|"
    r"nội dung|cam kết)){0,6} ?[\"“]?$"
)
#: ``đã có thỏa thuận hợp tác với X``.
_HAS = pattern(r"(?<!chưa )(?<!không )(?<!cần )(?<!để )(?<!nếu )(?<!sẽ )\bcó (?:một |các |những |\d+ )?(?:bản |văn bản )?$")
_HELD = pattern(r" (?:với|giữa) ")
_CARRIED = ("triển khai", "thực hiện", "duy trì")
_NOT_YET = pattern(
    r"\b(?:chưa|không|dự thảo|thủ tục(?: để)?|hồ sơ|chuẩn bị|sớm|xúc tiến|tiến tới|hướng tới|khả năng|mong|chờ|mời|trước khi|"
    r"trình|được phép|cho phép|dự kiến|sẽ|sắp|(?<!qua )(?<!bằng )(?<!với )(?<!nhờ )(?<!là )việc|phương án|nếu|chủ trương) "
    r"(?:tham mưu |các |đàm phán,? (?:và )?|tiến hành |được )?$"
)
_TOLD_TO = pattern(
    r"(?<!được )(?<!bàn )(?<!ngoại )\b(?:giao cho|giao (?=(?:ubnd|sở|các|huyện|xã|hội|ban|công|trường|văn))) ?[^,;.]{3,80}$"
)
_PLANNED = pattern(r"^[^;.]{0,90}?\b(?:dự kiến|sẽ|sắp|chuẩn bị) (?:\w+ ){0,2}(?:ký|kí)\b")
_SAYS = pattern(r"^[^;.]{0,150}?\b(?P<word>(?<!ngày )(?:ký|kí)(?: kết)?)\b")
_SAYS_AT_ONCE = pattern(r"^[^;.,]{0,110}?\b(?P<word>(?<!ngày )(?:ký|kí)(?: kết)?)\b")
#: What follows the signing of a cited paper that is told of, not only named: ``theo Biên bản ký ngày …``.
_DETAILS = pattern(r" (?:ngày|năm|tháng|hôm|giữa|với|tại|vào|từ|cùng|\d)")
_RUNS_ON = pattern(
    r"\b(?:văn bản|bản|thỏa thuận|chương trình|biên bản|bản ghi nhớ) (?:ấy|này|đó|trên|nói trên)\b[^;.]{0,60}?\b(?:đang|"
    r"vẫn|còn) (?:đang )?(?:được )?(?:thực hiện|triển khai|hiệu lực)"
)
_RUNS_BEHIND = pattern(
    r"^[^;.]{0,120}? (?:đang (?:được )?(?:hai bên |các bên |hai tỉnh )?(?:tích cực |tiếp tục )?(?:thực hiện|triển khai)|"
    r"còn hiệu lực|đang có hiệu lực|"
    r"(?:đang|vẫn|tiếp tục)(?: tiếp tục)? được [^;,.]{3,70}? (?:thực hiện|triển khai|duy trì)|"
    r"có (?:giá trị|hiệu lực) (?:thực hiện |thi hành )?(?:đến|tới)\b|vẫn (?:được|đang|duy trì|"
    r"thực hiện))"
)
_ISSUED = pattern(r"\b(?:ra|thông qua|công bố) (?:[^,;.]{0,16} )?$")
_AGREED = pattern(r"\b(?:thông qua|thống nhất|nhất trí|đạt được|trao|trao đổi) (?:[^,;.]{0,16} )?$")
_EXTENDS = pattern(r"\bgia hạn (?:[^,;.]{0,40} )?$")
_JUST_SIGNED = pattern(r"\b(?:ký|kí)(?: kết)? $")
_EXTENDED = pattern(r"^[^;.]{0,130}?\bgia hạn\b|^[^;.:]{0,130}?\bkéo dài (?:thêm|đến|tới)\b")
#: What leads a list of papers in one sentence: ``02 thỏa thuận cũ được gia hạn: Bản ghi nhớ …; Thỏa thuận …``.
_EXTENDED_ALL = pattern(r"\bgia hạn\b[^;:.]{0,40}:(?![^.]{0,400}\b(?:ký mới|mới ký)\b)")
_EXPIRED_THEN = pattern(
    r"\b(?:văn bản|bản|thỏa thuận|chương trình|biên bản|bản ghi nhớ) (?:ấy|này|đó|trên|"
    r"nói trên)\b[^;.]{0,40}?\b(?:hết hiệu lực|hết (?:thời )?hạn|chấm dứt)"
)
_EXTENDED_THEN = pattern(
    r"(?:\b(?:văn bản|bản|thỏa thuận|chương trình|biên bản|bản ghi nhớ) (?:ấy|này|đó|trên|"
    r"nói trên)\b[^;.]{0,40}?\bgia hạn\b|\bhai (?:bên|tỉnh|huyện|trường|đơn vị) "
    r"(?:(?:đã|lại|thống nhất|đồng ý|nhất trí|vừa|tiếp tục|ký) ){0,4}gia hạn\b|"
    r"\bgia hạn (?:thêm )?(?:văn kiện|văn bản|thỏa thuận|bản ghi nhớ|chương trình|biên bản) (?:này|đó|trên|nói trên)\b)"
)
_EXPIRED = pattern(
    r"^(?:(?!thay|sắp)[^;.,]){0,120}?\b(?:hết hiệu lực|hết (?:thời )?hạn|chấm dứt)|"
    r"^(?:(?!thay|sắp|trước)[^;.]){0,90}?\b(?:nay |đã ){1,2}hết (?:hiệu lực|(?:thời )?hạn)"
)
_MANY_SIGNED = pattern(r"\b(?:ký|kí)(?: kết)?\b[^;.]{0,160}(?::|\bgồm|\bnhư|\btrong đó|\blà)")
_REACH = 150  # characters between the word of signing and the paper


#: A paper that somebody has yet to agree to.
_PENDING = pattern(r"\b(?:đang|còn|mới|chờ) (?:chờ|xin|lấy|trình(?: xin)?|chờ xin)? ?(?:ý kiến|chủ trương|phê duyệt)\b")
_DONE = ("gia hạn", "hiệu lực", "hết hạn", "hết thời hạn", "tiếp tục được", "đang được")
#: Two sides that agree on a paper of theirs, whatever it is called: ``hai bên thông qua Kế hoạch hợp tác 2012 - 2016``.
_BOTH_AGREE = pattern(
    r"\bhai (?:bên|tỉnh|thành phố|huyện|xã|sở|trường|hội|đơn vị|địa phương|đoàn)\b[^;.]{0,60}?"
    r"\b(?:thông qua|thống nhất|nhất trí(?: với)?|phê chuẩn) (?:bản |về |nội dung |ban hành )?"
    r"(?=(?:chương trình|kế hoạch|biên bản|quy chế|văn bản|thỏa thuận|thoả thuận)\b(?! (?:làm việc|hội nghị|kỳ họp)))"
)


class Paper(msgspec.Struct):
    """A paper: places of its title, the end of its type word, its form.

    ``own``: it is called what only agreements with foreign parties are called; ``deed``: what was done, ``signed``, ``extended``,
    ``ongoing``, ``expired`` or ``agreed``; ``sign``: where the word of signing stands; ``until``: where its clause ends, or the
    next paper begins.
    """

    start: int
    end: int
    head: int
    form: str | None
    own: bool = True
    deed: str = ""
    sign: tuple[int, int] | None = None
    until: int = 0


def papers(sentence: Sentence, led: bool) -> Iterator[Paper]:
    """The papers of a sentence that were signed, extended or are in force; ``led``: what leads its list says they were signed."""
    found = _named(sentence, led)
    for place, paper in enumerate(found):
        paper.until = min([sentence.clause(paper.start)[1], *(each.start for each in found[place + 1 :])])
        if sentence.is_fact(paper.start) and not _PENDING.search(sentence.text):
            _tell(sentence, paper, led)
            if paper.deed:
                yield paper


def _named(sentence: Sentence, led: bool) -> list[Paper]:
    found = []
    for each in sentence.of("AGREEMENT"):
        value = each.entity.value
        if (
            isinstance(value, Agreement)
            and not value.type.startswith(_STATE)
            and not _ALIAS.search(sentence.before(each.start, 24))
            and not _counted(sentence, each.start)
        ):
            end = longer(sentence, each.start, each.end)
            at = max(each.text.lower().replace("oả", "ỏa").find(value.type), 0)
            found.append(Paper(each.start, end, each.start + at + len(value.type), form_of(value.type)))
    if led or SIGNS.search(sentence.text) or holds(sentence.lower, _DONE) or _BOTH_AGREE.search(sentence.lower):
        found += [*_others(sentence), *_bare(sentence)]
    return sorted(found, key=lambda each: each.start)


def _counted(sentence: Sentence, at: int) -> bool:
    """Whether a short name stands in brackets behind a count: ``ký 08 biên bản ghi nhớ (MOU)``."""
    return sentence.before(at, 2) == " (" and any(at - 3 <= each.end <= at for each in sentence.of("QUANTITY"))


def _bare(sentence: Sentence) -> Iterator[Paper]:
    """``Thỏa thuận với Đại học A, ký năm 2007``: the word alone, where it is no verb."""
    for match in _BARE.finditer(sentence.text):
        at, end = sentence.start + match.start(), sentence.start + match.end()
        if not any(each.start <= at < each.end for each in sentence.of("AGREEMENT", "ORG", "DIRECTIVE", "QUANTITY")):
            yield Paper(at, end, end, form_of(match[0].lower()), own=False)


def _others(sentence: Sentence) -> Iterator[Paper]:
    taken = [(each.start, each.end) for each in sentence.of("AGREEMENT", "ORG", "DIRECTIVE", "QUANTITY")]
    for match in _OTHERS.finditer(sentence.text):
        start, head = sentence.start + match.start(), sentence.start + match.end()
        if any(one <= start < two for one, two in taken) or _MANY.search(sentence.lower[: match.start()]):
            continue
        if _HAMLETS.search(sentence.lower[max(0, match.start() - 12) : match.start()]):
            continue
        head += 0 if title_end(sentence.page.view.text, head) > head else len(match["what"])
        end = longer(sentence, start, min(title_end(sentence.page.view.text, head), sentence.start + len(sentence.text)))
        words = sentence.lower[match.start() : end - sentence.start]
        yield Paper(start, end, head, form_of(words), own=False)


def form_of(words: str) -> str | None:
    """The form of a paper by the words of its title in small letters."""
    return next((key for key, word in _FORMS if word in words), None)


def _tell(sentence: Sentence, paper: Paper, led: bool) -> None:
    """Finds what was done with a paper, and where the word of signing stands."""
    head, tail = sentence.clause(paper.start)
    at, end = paper.start - sentence.start, paper.end - sentence.start
    words = sentence.lower[max(head - sentence.start, at - _REACH) : at]
    behind = sentence.lower[end : min(tail - sentence.start, end + _REACH)]
    if _THIS.match(behind):
        return
    extended = _EXTENDS.search(words) or _EXTENDED.match(behind) or _EXTENDED_ALL.search(sentence.lower[:at])
    paper.deed = "extended" if extended else ""
    if paper.deed:
        paper.sign = _extends(paper, words)
    else:
        paper.sign = _signed_before(paper, words) or _signed_behind(paper, words, behind)
        paper.deed = "signed" if paper.sign else _without_sign(sentence, paper, words, behind, led)
    if paper.deed == "signed" and (runs := _RUNS.search(words)) and any(word in runs[0] for word in _CARRIED):
        paper.deed = "ongoing"
    if paper.deed and (later := _later(sentence, paper, behind)):
        paper.deed = later


def _later(sentence: Sentence, paper: Paper, behind: str) -> str:
    """What the rest of the sentence says became of a paper."""
    end = paper.end - sentence.start
    if paper.deed == "signed" and _EXTENDED_THEN.search(sentence.lower, end):
        return "extended"
    if _EXPIRED.match(behind) or _EXPIRED_THEN.search(sentence.lower, end):
        return "expired"
    runs = _RUNS_BEHIND.match(behind) or _RUNS_ON.search(sentence.lower, end)
    return "ongoing" if paper.deed == "signed" and runs else ""


def _extends(paper: Paper, words: str) -> tuple[int, int] | None:
    match = _EXTENDS.search(words)
    base = paper.start - len(words)
    if not match:
        return None
    signs = _JUST_SIGNED.search(words[: match.start()])
    return base + (signs.start() if signs else match.start()), base + match.end()


def _signed_before(paper: Paper, words: str) -> tuple[int, int] | None:
    signs = list(SIGNS.finditer(words))
    if not signs or any(cue.search(words) for cue in (_CITED, _DRAFTED, _KEPT)) or _NOT_YET.search(words[: signs[-1].start()]):
        return None
    if _TOLD_TO.search(words[: signs[-1].start()]):
        return None
    base = paper.start - len(words)
    return base + signs[-1].start(), base + signs[-1].end()


def _signed_behind(paper: Paper, words: str, behind: str) -> tuple[int, int] | None:
    """Behind its title; of a paper that is cited only where it is said at once (``theo Biên bản ký ngày …``)."""
    cited = _CITED.search(words)
    match = (_SAYS_AT_ONCE if cited else _SAYS).match(behind)
    if match and cited and not _DETAILS.match(behind, match.end()):
        return None
    if not match or _DRAFTED.search(words) or _NOT_YET.search(behind[: match.start("word")]):
        return None
    return paper.end + match.start("word"), paper.end + match.end("word")


def _without_sign(sentence: Sentence, paper: Paper, words: str, behind: str, led: bool) -> str:
    if _PLANNED.match(behind):
        return ""
    cited = _CITED.search(words)
    if led or (not cited and _MANY_SIGNED.search(sentence.lower[: paper.start - sentence.start])):
        return "signed"
    runs = _RUNS.search(words)
    if runs and any(word in runs[0] for word in _CARRIED):
        paper.sign = paper.start - len(words) + runs.start(), paper.start - len(words) + runs.end()
    if not cited and not _DRAFTED.search(words) and _EXPIRED.match(behind):
        return "expired"
    if (runs and any(word in runs[0] for word in _CARRIED)) or (not cited and _RUNS_BEHIND.match(behind)):
        return "ongoing"
    if paper.form == "statement":
        return "signed" if _ISSUED.search(words[-50:]) else ""
    if paper.own and not cited and _HAS.search(words) and _HELD.match(behind):
        return "ongoing"
    return "agreed" if (paper.own and _AGREED.search(words[-50:])) or _both_agree(sentence, paper) else ""


def _both_agree(sentence: Sentence, paper: Paper) -> bool:
    at = paper.start - sentence.start
    match = _BOTH_AGREE.search(sentence.lower, max(0, at - _REACH))
    return match is not None and match.end() == at
