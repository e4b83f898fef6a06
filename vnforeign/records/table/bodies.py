"""What tells the name of a body or place from that of a person, where the finder knows neither."""

from __future__ import annotations

from ..wording import pattern

#: The words that names of bodies and places open with.
BODIES = pattern(
    r"(?:Sở|Ban|Bộ|Ủy|Uỷ|Hội|Huyện|Tỉnh|Thành|Quận|Xã|Bản|Viện|Trường|Học viện|Đại học|Cao đẳng|Công ty|Tập đoàn|Phòng|Cục|Vụ|Ty|"
    r"Chi cục|Văn phòng|Trung tâm|Bệnh viện|Liên hiệp|Liên đoàn|Hiệp hội|Tổ chức|Quỹ|UBND|HĐND|Chính quyền|Quân|Công an|"
    r"Biên phòng|BĐBP|Mặt trận|Đoàn|Nhà|Đảng|Quốc hội|Chính phủ|Nhân dân|Kinh tế|Ngoại|Thường|Dân|Đồn|Cảng|Vườn|Chùa|Giáo hội)\b"
)

__all__ = ["BODIES"]
