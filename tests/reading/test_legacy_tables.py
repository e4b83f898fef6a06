"""The tables of the legacy encodings beside what other programs know of them; each of those is skipped where it is missing."""

from __future__ import annotations

import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest

from vnforeign.reading.legacy import tables
from vnforeign.reading.legacy.syllables import common, valid
from vnforeign.reading.legacy.tables import ENCODINGS, VOWELS, encoding_of, letters

FOLDER = Path(tables.__file__).parent / "tables"
ALPHABET = {letter for letter in VOWELS if not letter.isascii()} | {"đ", "Đ"}
#: Letters that another program is known to lack or to have wrong.
#: recode has the capitals Ắ and Ằ of VNI the other way round than the small letters; others have both alike.
LACKING = {"recode VPS": {"Ỗ"}, "recode VNI": {"Ắ", "Ằ"}}


def asked(command: list[str], codes: str) -> str:
    """What a program makes of the codes of a letter."""
    if not shutil.which(command[0]):
        pytest.skip(f"{command[0]} is not installed")
    done = subprocess.run(command, input=codes.encode("latin-1"), capture_output=True, timeout=20, check=False)
    return unicodedata.normalize("NFC", done.stdout.decode("utf-8", "replace"))


def rows(encoding: str) -> list[tuple[str, str]]:
    return list(letters(encoding).items())


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_letter_has_its_codes(encoding: str) -> None:
    known = set(letters(encoding).values())
    assert {letter for letter in ALPHABET if encoding != "tcvn3" or letter.islower()} - known == set()
    assert known <= ALPHABET


@pytest.mark.parametrize("encoding", ["tcvn3", "viscii", "vps"])
def test_a_code_alone_is_a_letter(encoding: str) -> None:
    assert all(len(codes) == 1 for codes in letters(encoding))


@pytest.mark.parametrize(("encoding", "name"), [("tcvn3", "TCVN"), ("viscii", "VISCII"), ("cp1258", "CP1258")])
def test_as_iconv_has_it(encoding: str, name: str) -> None:
    table = rows(encoding)
    said = asked(["iconv", "-f", name, "-t", "UTF-8"], "\n".join(codes for codes, _ in table))
    assert said.split("\n") == [letter for _, letter in table]


@pytest.mark.parametrize(("encoding", "name"), [("tcvn3", "TCVN"), ("viscii", "VISCII"), ("vps", "VPS")])
def test_as_recode_has_it(encoding: str, name: str) -> None:
    table = [row for row in rows(encoding) if row[1] not in LACKING.get(f"recode {name}", ())]
    said = asked(["recode", "-f", f"{name}..UTF-8"], "\n".join(codes for codes, _ in table))
    assert said.split("\n") == [letter for _, letter in table]


def test_vni_as_recode_has_it() -> None:
    letter_codes = {
        letter: codes for codes, letter in reversed(rows("vni")) if len(codes) == 1 or codes[1].isupper() == codes[0].isupper()
    }
    letter_codes = {letter: codes for letter, codes in letter_codes.items() if letter not in LACKING["recode VNI"]}
    text = " ".join(sorted(letter_codes))
    if not shutil.which("recode"):
        pytest.skip("recode is not installed")
    done = subprocess.run(["recode", "UTF-8..VNI"], input=text.encode(), capture_output=True, timeout=20, check=True)
    assert done.stdout.decode("latin-1").split(" ") == [letter_codes[letter] for letter in sorted(letter_codes)]


@pytest.mark.parametrize("encoding", ["tcvn3", "vni", "viscii", "vps"])
def test_as_viparse_has_it(encoding: str) -> None:
    module = pytest.importorskip(f"viparse.normalize.{encoding}")
    pairs = dict(getattr(module, encoding.upper()).pairs)
    ours = letters(encoding)
    wrong = {
        (codes, letter, ours.get(codes)) for codes, letter in pairs.items() if ours.get(codes) != letter and letter in ALPHABET
    }
    assert {each for each in wrong if each[0] not in ("iø", "iù", "IØ", "IÙ", "yï", "YÏ")} == set()


def test_windows_1258_as_python_has_it() -> None:
    for codes, letter in rows("cp1258"):
        assert unicodedata.normalize("NFC", codes.encode("latin-1").decode("cp1258")) == letter


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.tsv")), ids=lambda path: path.name)
def test_a_table_is_whole(path: Path) -> None:
    header, *lines = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    assert header[-1] == "source"
    assert all(len(line) == len(header) and line[-1] for line in lines)
    assert len({line[0] for line in lines}) == len(lines) or path.name == "syllables.tsv"


@pytest.mark.parametrize(
    ("font", "said"),
    [
        (".VnTime", ("tcvn3", False)),
        (".VnTimeH", ("tcvn3", True)),
        (".VnArial NarrowH", ("tcvn3", True)),
        (".VnCentury Schoolbook", ("tcvn3", False)),
        (".VnHelvetInsH", ("tcvn3", True)),
        ("VNI-Times", ("vni", False)),
        ("VPS Long An", ("vps", False)),
        ("Times New Roman", (None, False)),
        ("", (None, False)),
    ],
)
def test_fonts_tell_their_encoding(font: str, said: tuple[str | None, bool]) -> None:
    assert encoding_of(font) == said


@pytest.mark.parametrize("word", "năm Nghiêng quốc ĐẢNG thuở giếng gìn quýt hoà hòa uỷ ủy Đắk Lắk Krông yêu ở".split())
def test_syllables(word: str) -> None:
    assert valid(word)


@pytest.mark.parametrize("word", "nâmg qốc tat̉ tàc các̀ Fuji nĂm bứṕ où société año".split())
def test_no_syllables(word: str) -> None:
    assert not valid(unicodedata.normalize("NFC", word))


def test_common_syllables_are_syllables() -> None:
    words = [line.split("\t")[0] for line in (FOLDER / "common.tsv").read_text(encoding="utf-8").splitlines()[1:]]
    assert len(words) > 500
    assert all(valid(word) and common(word.upper()) for word in words)
