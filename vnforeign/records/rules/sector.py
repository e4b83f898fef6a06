"""What a grant is for: the sector its words name."""

from __future__ import annotations

from ..wording import pattern

DISASTER = pattern(r"thiên tai|\bbão\b|bão lũ|lũ lụt|\blũ\b|hạn hán|giông lốc|lốc xoáy|thảm họa|thảm hoạ|xâm nhập mặn|động đất")
_SECTORS = (
    ("war_legacy", pattern(r"bom mìn|vật nổ|vật liệu nổ|chất độc|da cam|dioxin|hậu quả chiến tranh|rà phá")),
    ("disaster", DISASTER),
    (
        "water",
        pattern(
            r"nước sạch|(?<!sản phẩm )vệ sinh (?!an toàn)|nhà vệ sinh|giếng|bể nước|bể chứa nước|lọc nước|máy lọc|chứa nước|cấp nước|nước sinh hoạt|nước uống|nhà máy nước"
        ),
    ),
    (
        "environment",
        pattern(
            r"môi trường (?!học|sống|làm|kinh|đầu|thân|giáo)|môi trường$|biến đổi khí hậu|\brừng\b|đa dạng sinh học|rác thải|nhựa|bảo tồn|khí thải"
        ),
    ),
    (
        "health",
        pattern(
            r"y tế|người bệnh|bệnh nhân|trạm xá|phẫu thuật|\btim\b|siêu âm|vắc xin|vắc-xin|vaccine|\bmổ\b|(?:chăm sóc|cải thiện|suy) dinh dưỡng|sức khỏe|sức khoẻ|hiv|\blao\b(?! động)|sốt rét|"
            r"máy thở|khẩu trang|covid|dịch bệnh|chống dịch|xét nghiệm|mù lòa|\bmắt\b|phục hồi chức năng|cô đỡ|sức khỏe sinh sản|khám (?:chữa )?bệnh|"
            r"máy tạo oxy"
        ),
    ),
    (
        "education",
        pattern(
            r"giáo dục|trường học|phòng học|lớp học|học bổng|thư viện|trường (?:mầm non|mẫu giáo|tiểu học|trung học|thcs|thpt|cao đẳng|đại học)|"
            r"điểm trường|dạy nghề|đào tạo|học sinh|sinh viên|mầm non|mẫu giáo|sách giáo khoa|học đường|dạy tiếng|tiếng anh|máy tính|bán trú"
        ),
    ),
    (
        "agriculture",
        pattern(
            r"nông nghiệp|(?<!cầu )(?<!đường )(?<!giao thông )nông thôn|nông dân|chăn nuôi|trồng trọt|trồng (?:lúa|rau|cà phê)|cây giống|bò giống|giống (?:cỏ|bò|lúa|cây)|thủy lợi|thuỷ lợi"
        ),
    ),
    (
        "economy",
        pattern(
            r"sinh kế|xóa đói|xoá đói|giảm nghèo|tín dụng|tài chính vi mô|vốn vay quay vòng|vốn quay vòng|phát triển kinh tế"
        ),
    ),
    (
        "social",
        pattern(
            r"trẻ đường phố|khuyết tật|(?<!liên hiệp )phụ nữ|bình đẳng giới|mồ côi|xã hội|bạo lực|"
            r"hòa nhập|bảo trợ"
        ),
    ),
)
#: What is named first counts, but whom a grant is for tells less than what it does, and mines or wells tell more than schools.
_WEIGHT = {"social": 1000, "war_legacy": -1000, "water": -500}

Found = tuple[str, int, int]


def sector(words: str) -> Found | None:
    """The sector that words in small letters name first, with the place of the cue; people helped only where nothing else is said."""
    found = [(key, match) for key, cue in _SECTORS if (match := cue.search(words))]
    if not found:
        return None
    key, match = min(found, key=lambda each: each[1].start() + _WEIGHT.get(each[0], 0))
    return key, match.start(), match.end()
