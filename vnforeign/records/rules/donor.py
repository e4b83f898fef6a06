"""Who gives: the words that name a giver, how they stand, and the country said beside them."""

from __future__ import annotations

import msgspec

from ...kinds.organisation import Organisation
from ..page import Mention, Sentence
from ..places import country_of
from ..wording import pattern

#: Words of giving.
GIFT = r"tài trợ|viện trợ|hỗ trợ|tặng|trao tặng|trao quà|giúp|ủng hộ|cứu trợ|quyên góp|quyên tặng|đóng góp|góp|biếu"
#: A firm here with money from abroad: ``Công ty A, doanh nghiệp 100% vốn Hàn Quốc``.
_CAPITAL_OF = pattern(
    r",? ?\(?(?:là )?(?:doanh nghiệp|công ty|đơn vị) (?:có )?(?:100% )?(?:vốn|đầu tư)(?: đầu tư)?(?: của| từ)? (?:nước )?$"
)
_BESIDE = pattern(
    r" ?(?:\((?:[^(),;\n]{1,30}, )?| - |, | từ | đến từ | của (?:nước |bà con (?:ở )?)?)(?:tổ chức |có trụ sở tại |quốc tịch |người |đến từ )?$"
)


class Giver(msgspec.Struct, eq=False):
    """Words that name who gives: places in the view, how they stand (``opens``, ``subject``, ``by``, ``named``), the country."""

    start: int
    end: int
    how: str
    label: str
    country: tuple[str, Mention] | None = None
    mention: Mention | None = None
    name: tuple[int, int] | None = None
    joint: bool = False

    @property
    def words(self) -> tuple[int, int]:
        """The places of its name, which may stand before: ``Cơ quan … (KOICA): … KOICA xây``."""
        return self.name or (self.start, self.end)

    @property
    def charity(self) -> bool:
        """Whether giving is what it is for, or nothing else is known of it: an embassy, an organisation, no firm or state."""
        value = self.mention.entity.value if self.mention else None
        if self.mention is None and self.label == "ORG":
            return True
        return isinstance(value, Organisation) and value.type not in ("company", "state")

    @property
    def ngo(self) -> bool:
        """Whether it is an organisation that is known for aid."""
        return self.mention is not None and getattr(self.mention.entity.value, "type", None) in ("ngo", "ingo")


def beside(sentence: Sentence, end: int) -> int | None:
    """Where a country begins that is said of what ends at a place: ``Suwon (Hàn Quốc)``."""
    for mention in sentence.inside(end, end + 24, "COUNTRY"):
        if _BESIDE.fullmatch(sentence.text, end - sentence.start, mention.start - sentence.start):
            return mention.start
    return None


def land_of(sentence: Sentence, start: int, end: int) -> tuple[str, Mention] | None:
    """The country of a giver: named inside its words, else right behind them (``(Hoa Kỳ)``, ``của Bỉ``)."""
    near, base = sentence.inside(start, end + 60, "COUNTRY", "FOREIGN_UNIT"), sentence.start
    behind = [
        each
        for each in near
        if each.start >= end
        and (_BESIDE if each.end <= end + 24 else _CAPITAL_OF).fullmatch(sentence.text, end - base, each.start - base)
    ]
    for mention in [*behind, *(each for each in near if each.start < end)]:
        if name := country_of(mention):
            return name, mention
    return None
