"""``ông Hòa``, ``Đại sứ Park Noh-wan``, ``Phó Giám đốc Sở Ngoại vụ Nguyễn Thành Nhân``, ``tấm gương Hồ Chí Minh``.

Two triggers: a family name, and a title. Each reads the run of capitals there and weighs what stands around it; every
candidate is weak, and ``settle`` decides when the places, the bodies and the other persons of the text are known.
"""

from __future__ import annotations

from ...rule import Room, Rule
from ..country.names import BLOCKS
from .context import TITLES
from .names import FOREIGN, KNOWN, STRONG, SURNAMES
from .reading import Title
from .settle import settle
from .surnames import foreign, known, surname
from .titles import titled


def _capitalised(title: str) -> set[str]:
    """The title, and with a capital inside as the engine does not write it: ``Phó Chủ tịch``, ``Tổng Lãnh sự``."""
    words = title.split(" ")
    raised = [word[:1].upper() + word[1:] for word in words]
    forms = {" ".join(raised[: place + 1] + words[place + 1 :]) for place in range(1, len(words) - 1)}
    forms |= {" ".join([raised[0], *words[1:place], raised[place], *words[place + 1 :]]) for place in range(2, len(words))}
    return {title, *forms}


_TITLES = {form: Title(kind, title, len(title)) for title, kind in TITLES.items() for form in _capitalised(title)}
#: Phrases that the country room blocks and that begin a name (``Hoàng Anh``, ``Anh Tuấn``): read here all the same.
_BLOCKED = [phrase for phrase in BLOCKS if 0 < phrase.count(" ") < 3]

ROOM = Room(
    "person",
    (
        Rule(
            "person.surname",
            "PERSON",
            surname,
            "Phó Giám đốc Sở Ngoại vụ [Nguyễn Thành Nhân](PERSON Nguyễn Thành Nhân) và [Trần Thị Hoa](PERSON Trần Thị Hoa) cùng dự",
            words={
                **SURNAMES,
                "Hồ Chí Minh": STRONG,
                **{each: SURNAMES[each.split(" ")[0]] for each in _BLOCKED if each.split(" ")[0] in SURNAMES},
            },
            cased=True,
            also={
                "person.uncle": "học tập tấm gương [Hồ Chí Minh](PERSON Hồ Chí Minh)",
                "person.signature": "Kính báo.\n\n[NGUYỄN VĂN HẢI](PERSON NGUYỄN VĂN HẢI)",
                "person.last": "Tin vắn trong tuần.\n[Minh Khuê](PERSON Minh Khuê)",
            },
        ),
        Rule(
            "person.titled",
            "PERSON",
            titled,
            "tiếp Đại sứ [Park Sung-ho](PERSON Park Sung-ho)",
            words={**_TITLES, **{each: _TITLES["anh"] for each in _BLOCKED if each.startswith("Anh ") and each.title() == each}},
            also={
                "person.short": "chiều nay ông [Hòa](PERSON Hòa) đi Huế",
                "person.list": "các ông [Sok Phal](PERSON Sok Phal), [Chea Vuthy](PERSON Chea Vuthy) cùng dự",
                "person.byline": "Người viết: [Mai Khôi Nguyên](PERSON Mai Khôi Nguyên)",
                "person.before": "chiều nay [Kamol Srisuk](PERSON Kamol Srisuk), Giám đốc dự án, cho biết",
                "person.after_place": "tiếp Tổng Lãnh sự nước Lào [Outhone Sisavath](PERSON Outhone Sisavath)",
            },
        ),
        Rule(
            "person.foreign",
            "PERSON",
            foreign,
            "do [Philippe Rousseau](PERSON Philippe Rousseau) sáng lập",
            words=FOREIGN,
            cased=True,
        ),
        Rule("person.known", "PERSON", known, "theo lời của [Hun Sen](PERSON Hun Sen)", words=KNOWN, cased=True),
    ),
    settle,
)
