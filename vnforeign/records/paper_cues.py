"""Words that tell what was done with a paper: signed, extended, in force, over; or that it is only cited, planned, drafted."""

from __future__ import annotations

from .wording import pattern

SIGNS = pattern(r"(?<!ngày )(?<!chữ )\b(?:(?:ký|kí)(?: kết)?|đặt bút vào|hạ bút vào)\b(?! (?:túc|sinh|hiệu|tự|ức))")
STATE = ("hiệp định", "hiệp ước", "nghị định thư", "công ước", "hiến chương", "công hàm", "thông cáo", "định ước")
FORMS = (
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
    ("agreement", "hiệp định"),
)
#: Papers that only their parties make foreign ones.
OTHERS = pattern(
    r"\b(?:[Cc]hương trình|[Kk]ế hoạch|[Hh]ợp đồng|[Bb]iên bản|[Vv]ăn bản|[Vv]ăn kiện|[Bb]ản|[Tt]hỏa thuận|[Qq]uy chế|"
    r"[Gg]iao ước|[Tt]uyên bố chung|Ý định thư|Bản ghi nhớ|Biên bản ghi nhớ)"
    r"(?=(?P<what> (?:về |khung |tổng thể )?(?:hợp tác|phối hợp|kết nghĩa|thỏa thuận|liên kết|trao đổi|ghi nhớ|giao lưu|"
    r"cam kết|"
    r"đào tạo|tiếp nhận|phái cử|thống nhất|nghiên cứu|thực tập|tuyển chọn|tuyển sinh|"
    r"hội đàm|làm việc|thảo luận|hữu nghị|giao ước|thiết lập|"
    r"phòng,? chống|xúc tiến|quản lý|bảo vệ|chuyển giao|hỗ trợ|phát triển|xây dựng|"
    r"kết nối|khai thác|mở|cung cấp|tương trợ|xử lý|tìm kiếm|giáo dục|dạy|tuyên truyền|kiểm dịch|kiểm soát|học bổng|du lịch)))"
)
#: A paper of any name that says what it is about, where its clause signs it: ``ký với Công an B Biên bản về truy bắt tội phạm``.
ABOUT = pattern(
    r"\b(?:[Bb]iên bản|[Vv]ăn bản|[Vv]ăn kiện|[Hh]ợp đồng|[Cc]hương trình|[Kk]ế hoạch|[Qq]uy chế|[Pp]hụ lục|"
    r"[Cc]am kết|[Tt]uyên bố|[Gg]iao ước)(?=(?P<what> (?:về|hành động|viện trợ|tài trợ) ))"
)
SIGNED_NEAR = pattern(r"(?<!ngày )\b(?:ký|kí)\b[^;:.]{0,90}$")
BARE = pattern(
    r"(?<!đã )(?<!được )(?<!cùng )(?<!tự )(?<!nhau )(?<!cũng )(?<!vừa )\b(?:(?:[Bb]ản )?[Tt]h[ỏo][aả] thuận|[Bb]iên bản)"
    r"(?= (?:năm \d{4} |số \d+ )?(?:với|giữa) (?:[A-ZĐ]|tỉnh|thành phố|trường|tổ chức|đại học|huyện))"
)
THIS = pattern(
    r" (?:này|đó|ấy|nói trên|kể trên|nêu trên|vừa ký|trên(?! (?:các |những |nhiều |một số |mọi |tất cả (?:các )?|\d+ |"
    r"hai |ba |bốn |năm )?"
    r"(?:lĩnh vực|mặt|phương diện|cơ sở|tinh thần|nguyên tắc|địa bàn|tuyến|biển|đất|không gian|môi trường|nền tảng)))\b"
)  # of a paper told of before
ALIAS = pattern(r"(?:gọi tắt|viết tắt|gọi) (?:là )?[\"“(]?$|\b(?:số|số lượng|lượng) $")
BY_LETTER = pattern(r"[^(]{0,4}[ (]văn bản trao đổi (?:ngày|tháng|năm|hồi|giữa)")  # how a paper was extended
HAMLETS = pattern(r"\b(?:thôn|bản|làng|buôn|cặp|cụm|xã)(?:,| -| và)? $")  # the ``bản`` behind is a village
MANY = pattern(
    r"(?:(?<![\d/.-])(?<!tháng )(?<!quý )\d{1,3}|\b(?:số|số lượng|lượng|các|những|nhiều|một số|mấy|hai|ba|bốn|năm|sáu|bảy|tám)) $"
)
HOW = (
    r"(?: (?:việc|các|nội dung|kết quả|thực hiện|triển khai|có hiệu quả|tốt|của|trong|\d+ năm|bản|văn bản|ký|ký kết|"
    r"hiệu quả|nghiêm túc|những)){0,5} ?[\"“]?$"
)
MOSTLY = pattern(
    r"\b(?:phần lớn|chủ yếu|đa số|hầu hết|thường|đa phần)(?: vẫn| chỉ)? (?:là|gồm|ở dạng|dưới dạng)(?: các| những)? $"
)
CITED = pattern(
    r"\b(?:theo|căn cứ|căn cứ vào|bên cạnh|(?<!nước )ngoài|trên cơ sở|đối chiếu với|phù hợp với|khuôn khổ|tinh thần)" + HOW
)
BESIDES = pattern(r"\b(?:ngoài|bên cạnh)" + HOW)
DRAFTED = pattern(r"\b(?:dự thảo|hồ sơ|đàm phán|đề xuất|góp ý|thẩm định|thay thế(?: cho)?)" + HOW)
KEPT = pattern(r"\b(?:sơ kết|tổng kết|kiểm điểm|rà soát|thực hiện|triển khai|thi hành|nội dung|đánh giá|kết quả)" + HOW)
RUNS = pattern(
    r"\b(?:đang|duy trì|tiếp tục|vẫn|đã|triển khai|thực hiện|được)(?: (?:được|duy trì|triển khai|thực hiện|có hiệu quả|"
    r"hiệu quả|tốt|nghiêm túc|đầy đủ|các|những|"
    r"nội dung|cam kết)){0,6} ?[\"“]?$"
)
#: ``đã có thỏa thuận hợp tác với X``.
HAS = pattern(r"(?<!chưa )(?<!không )(?<!cần )(?<!để )(?<!nếu )(?<!sẽ )\bcó (?:một |các |những |\d+ )?(?:bản |văn bản )?$")
HELD = pattern(r" (?:với|giữa|từ(?: năm)?) ")
CARRIED = ("triển khai", "thực hiện", "duy trì")
NOT_YET = pattern(
    r"\b(?:(?:hy|hi) vọng(?: [^,;.]{1,40})?|chưa|không|dự thảo|thủ tục(?: để)?|hồ sơ|chuẩn bị|sớm|xúc tiến|tiến tới|hướng tới|"
    r"khả năng|mong|chờ|mời|trước khi|"
    r"trình|được phép|cho phép|dự kiến|sẽ|sắp|(?<!qua )(?<!bằng )(?<!với )(?<!nhờ )(?<!là )"
    r"(?<!hoàn tất )(?<!hoàn thành )việc|phương án|nếu|chủ trương) "
    r"(?:tham mưu |các |đàm phán,? (?:và )?|tiến hành |được )?$"
)
TOLD_TO = pattern(
    r"(?<!được )(?<!bàn )(?<!ngoại )\b(?:giao cho|giao (?=(?:ubnd|sở|các|huyện|xã|hội|ban|công|trường|văn))) ?[^,;.]{3,80}$"
)
PLANNED = pattern(r"^[^;.]{0,90}?\b(?:dự kiến|sẽ|sắp|chuẩn bị) (?:\w+ ){0,2}(?:ký|kí)\b")
SAYS = pattern(r"^[^;.]{0,300}?\b(?P<word>(?<!ngày )(?:ký|kí)(?: kết)?)\b")
RUNS_ON = pattern(
    r"\b(?:văn bản|bản|thỏa thuận|chương trình|biên bản|bản ghi nhớ) (?:ấy|này|đó|trên|nói trên)\b[^;.]{0,60}?\b(?:đang|"
    r"vẫn|còn) (?:đang )?(?:được )?(?:thực hiện|triển khai|hiệu lực)"
)
RUNS_BEHIND = pattern(
    r"^[^;.]{0,120}? (?:đang (?:được )?(?:hai bên |các bên |hai tỉnh )?(?:tích cực |tiếp tục )?(?:thực hiện|triển khai)|"
    r"còn hiệu lực|đang có hiệu lực|"
    r"(?:đang|vẫn|tiếp tục)(?: tiếp tục)? được (?:[^;,.]{3,70}? )?(?:thực hiện|triển khai|duy trì)|"
    r"vẫn (?:được|đang|duy trì|"
    r"thực hiện))"
)
IN_FORCE = pattern(r"^[^;.]{0,120}? có (?:giá trị|hiệu lực) (?:thực hiện |thi hành )?(?:đến|tới)\b")
ISSUED = pattern(r"\b(?:ra|thông qua|công bố) (?:[^,;.]{0,16} )?$")
AGREED = pattern(
    r"\b(?:thông qua|thống nhất|nhất trí|đạt được|trao|trao đổi|công bố|"
    r"(?:nâng|đưa)(?: [^\W\d_]+){0,4}? lên(?: [^\W\d_]+){0,4}? (?:bằng|thành)|nối (?:dài|tiếp) bằng) "
    r"(?:[^,;.]{0,16} )?$"
)
EXTENDS = pattern(r"\bgia hạn (?:[^,;.]{0,40} )?$")
JUST_SIGNED = pattern(r"\b(?:ký|kí)(?: kết)? $")
EXTENDED = pattern(r"^[^;.]{0,130}?\bgia hạn\b|^[^;.:]{0,130}?\bkéo dài (?:thêm|đến|tới)\b")
#: What leads a list of papers in one sentence: ``02 thỏa thuận cũ được gia hạn: Bản ghi nhớ …; Thỏa thuận …``.
EXTENDED_ALL = pattern(r"\bgia hạn\b[^;:.]{0,40}:(?![^.]{0,400}\b(?:ký mới|mới ký)\b)")
EXPIRED_THEN = pattern(
    r"\b(?:văn bản|bản|thỏa thuận|chương trình|biên bản|bản ghi nhớ) (?:ấy|này|đó|trên|"
    r"nói trên)\b[^;.]{0,40}?\b(?:hết hiệu lực|hết (?:thời )?hạn|chấm dứt)"
)
EXTENDED_THEN = pattern(
    r"(?:\b(?:văn bản|bản|thỏa thuận|chương trình|biên bản|bản ghi nhớ) (?:ấy|này|đó|trên|"
    r"nói trên)\b[^;.]{0,40}?\bgia hạn\b|\bhai (?:bên|tỉnh|huyện|trường|đơn vị) "
    r"(?:(?:đã|lại|thống nhất|đồng ý|nhất trí|vừa|tiếp tục|ký) ){0,4}gia hạn\b|"
    r"\bgia hạn (?:thêm )?(?:văn kiện|văn bản|thỏa thuận|bản ghi nhớ|chương trình|biên bản) (?:này|đó|trên|nói trên)\b)"
)
#: What leads the paper in force: ``Văn bản đang áp dụng là Thỏa thuận …``.
IN_FORCE_ALL = pattern(
    r"\b(?:đang (?:áp dụng|thực hiện|triển khai|có hiệu lực)|(?:còn|có) (?:hiệu lực|giá trị)|"
    r"hiện hành|hiện nay)(?: hiện nay| chủ yếu)? (?:là|gồm|có|vẫn là) [\"“]?$"
)
#: What leads papers that are over: ``02 văn bản hết hiệu lực là Thỏa thuận … và Bản ghi nhớ …``.
EXPIRED_ALL = pattern(
    r"\b(?:văn bản|thỏa thuận|ghi nhớ|bản)(?: đã)? (?:hết (?:hiệu lực|hạn)|không còn (?:hiệu lực|giá trị)|thôi giá trị)\b"
    r"[^;:.]{0,40}(?::| là | gồm )"
)
EXPIRED = pattern(
    r"^(?:(?!thay|sắp)[^;.,]){0,120}?\b(?:hết hiệu lực|hết (?:thời )?hạn|chấm dứt)|"
    r"^(?:(?!thay|sắp|trước)[^;.]){0,120}?"
    r"(?:, |\b(?:nay |đã |coi như ){1,2})(?:hết (?:hiệu lực|(?:thời )?hạn)|thôi giá trị|không còn hiệu lực)"
)
MANY_SIGNED = pattern(r"\b(?:ký|kí)(?: kết)?\b[^;.]{0,160}(?::|\bgồm|\bnhư|\btrong đó|\blà)")
REACH = 150  # characters between the word of signing and the paper
FAR = 320  # characters behind a paper that may tell who signed it before they tell that he did


#: A paper that somebody has yet to agree to.
PENDING = pattern(r"\b(?:đang|còn|mới|chờ) (?:chờ|xin|lấy|trình(?: xin)?|chờ xin)? ?(?:ý kiến|chủ trương|phê duyệt)\b")
DONE = ("gia hạn", "hiệu lực", "hết hạn", "hết thời hạn", "tiếp tục được", "đang được")
#: Two sides that agree on a paper of theirs, whatever it is called: ``hai bên thông qua Kế hoạch hợp tác 2012 - 2016``.
BOTH_AGREE = pattern(
    r"\bhai (?:bên|tỉnh|thành phố|huyện|xã|sở|trường|hội|đơn vị|địa phương|đoàn)\b[^;.]{0,60}?"
    r"\b(?:thông qua|thống nhất|nhất trí(?: với)?|phê chuẩn) (?:bản |về |nội dung |ban hành )?"
    r"(?=(?:chương trình|kế hoạch|biên bản|quy chế|văn bản|thỏa thuận|thoả thuận)\b(?! (?:làm việc|hội nghị|kỳ họp)))"
)
#: What a paper that opens a clause stands behind; its parties; what says that it is still to come.
OPENS = pattern(r"\W*(?:\(?[\da-zđivx]{1,4}[.)] ?)?(?:(?:riêng|ngoài ra|đáng chú ý|nổi bật|gồm|trong đó|và|có|là),? ?){0,2}\W*")
#: Parties that head an item with its paper behind a colon, and a sentence behind it that tells of the signing.
HEADS = pattern(r"\W*(?:\(?[\da-zđivx]{1,4}[.)] ?)?[^:;\n]{4,140}: \W*")
SIGNED_LATER = pattern(
    r"\W*(?:(?:người|đại diện|lễ|ngày|nơi|địa điểm) (?:đặt bút )?ký\b|"
    r"(?:văn bản (?:này |trên )?)?(?:(?:được|đã) ){0,2}ký(?: kết)? (?:tại|ngày|vào|năm|tháng|hôm|trực tuyến)\b)"
)
PARTIES = pattern(r",? ?(?:giữa|với|của|cùng) ")
TO_COME = pattern(r"\b(?:sẽ(?! hết)|dự kiến|dự thảo|chưa|chờ|đàm phán|xin|đề nghị|đang (?:soạn|chuẩn bị|trình|lấy))\b")
HEADED = pattern(r"thỏa thuận|thoả thuận|ttqt|ký kết|văn bản (?:hợp tác|đã ký|ký)|hiệu lực")
#: A clause that opens with the carrying out of a paper tells of what was done, not of the paper.
CARRYING = pattern(
    r"\W*(?:(?:để|nhằm|trong|sau|qua|từ|việc|kết quả|quá trình|một năm|\d+ năm) ){0,2}"
    r"(?:triển khai|thực hiện)(?: [^\W\d_]+){0,3} $"
)
