"""Registries of the caller's: what they change, and what is wrong with a bad one."""

from __future__ import annotations

from pathlib import Path

import pytest

from vnforeign import Registry, RegistryError, analyze, link
from vnforeign.links.registry import COLUMNS, shipped

HEAD = "\t".join(COLUMNS)
GOOD = "15-KH/TU\tke_hoach\t15\t15-KH/TU\tTỉnh ủy Kon Tum\t2019-03-04\tcông tác dân vận\t"


def write(place: Path, *lines: str, name: str = "own.tsv") -> Path:
    path = place / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


BAD = {
    "no column issuer, subject": [HEAD.replace("\tissuer", "").replace("\tsubject", ""), GOOD],
    "line 1: no column key, type, number, symbol, issuer, date, subject, succeeded_by": [],
    "line 3: the key '15-KH/TU' is there already, in": [HEAD, GOOD, GOOD],
    "line 2: key is empty": [HEAD, GOOD.replace("15-KH/TU", "", 1)],
    "line 2: type is empty": [HEAD, GOOD.replace("ke_hoach", " ")],
    "line 2: the date '2019-02-30' is none": [HEAD, GOOD.replace("2019-03-04", "2019-02-30")],
    "line 2: the date '04/3/2019' is none": [HEAD, GOOD.replace("2019-03-04", "04/3/2019")],
    "line 2: the number 'mười' is none": [HEAD, GOOD.replace("\t15\t", "\tmười\t")],
    "line 2: '15-KH/TU' is succeeded by '16-KH/TU', which no row has": [HEAD, GOOD + "16-KH/TU"],
    "line 2: '15-KH/TU' succeeds itself in the end: 15-KH/TU → 15-KH/TU": [HEAD, GOOD + "15-KH/TU"],
    "line 2: 'A' succeeds itself in the end: A → B → C → A": [
        HEAD,
        *(f"{key}\tke_hoach\t\t\t\t\t\t{successor}" for key, successor in ("AB", "BC", "CA")),
    ],
    "line 2: more cells than columns": [HEAD, GOOD + "\t\tx"],
}


@pytest.mark.parametrize("message", BAD)
def test_a_bad_registry_is_refused_with_file_and_row(message: str, tmp_path: Path) -> None:
    path = write(tmp_path, *BAD[message])
    with pytest.raises(RegistryError) as raised:
        Registry.read(path)
    assert str(path) in str(raised.value)
    assert message in str(raised.value)


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "own.tsv"
    path.write_bytes((HEAD + "\n" + GOOD).encode("utf-16"))
    with pytest.raises(RegistryError, match=r"own\.tsv: not UTF-8 at byte 0"):
        Registry.read(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(RegistryError, match=r"none\.tsv: No such file"):
        link(analyze("Kế hoạch số 15"), registry=tmp_path / "none.tsv")


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ([{"type": "ke_hoach"}], "row 1: key is empty"),
        ([{"key": "a", "type": "ke_hoach"}, {"key": "a", "type": "ke_hoach"}], "row 2: the key 'a' is there already, in row 1"),
        ([{"key": "a", "type": "ke_hoach", "isuer": "x"}], "row 1: no such column: isuer"),
        ([{"key": "a", "type": "ke_hoach", "succeeded_by": ["b"]}], "row 1: 'a' is succeeded by 'b'"),
        (["a"], "row 1: a str, not a dictionary"),
    ],
)
def test_bad_dictionaries_are_refused_with_their_row(table: list[dict[str, object]], message: str) -> None:
    with pytest.raises(RegistryError, match=message):
        Registry.of(table)


TEXT = "Kế hoạch số 15 được triển khai ở mọi xã."


def test_an_own_registry_may_be_tsv_csv_registry_or_dictionaries(tmp_path: Path) -> None:
    csv = "\ufeff" + GOOD.replace("\t", ",").replace("công tác dân vận", '"công tác dân vận, đối ngoại"')
    sources: list[Registry | str | Path | list[dict[str, object]]] = [
        write(tmp_path, HEAD, GOOD),
        str(write(tmp_path, HEAD, GOOD, name="two.tsv")),
        write(tmp_path, ("\ufeff" + HEAD).replace("\t", ","), csv.removeprefix("\ufeff"), name="own.CSV"),
        Registry.read(write(tmp_path, HEAD, GOOD)),
        [{"key": "15-KH/TU", "type": "ke_hoach", "number": 15, "issuer": "Tỉnh ủy Kon Tum"}],
    ]
    for source in sources:
        document = link(analyze(TEXT), registry=source, home_province="Kon Tum")
        assert [(each.kind, each.key) for each in document.links] == [("known", "15-KH/TU")], source


def test_an_own_registry_is_asked_before_the_shipped_one_and_leaves_the_rest_to_it() -> None:
    own = [{"key": "mine", "type": "chi_thi", "number": "04", "symbol": "04-CT/TW", "date": "2021-10-10"}]
    document = link(analyze("Chỉ thị số 04-CT/TW và Chỉ thị số 12-CT/TW"), registry=own)
    assert [each.key for each in document.links] == ["mine", "12-CT/TW"]


def test_two_rows_that_fit_give_no_link() -> None:
    own = [{"key": key, "type": "ke_hoach", "number": "15"} for key in "ab"]
    assert link(analyze(TEXT), registry=own).links == []


def test_long_chains_of_successors_are_no_cycle() -> None:
    table = [{"key": str(n), "type": "ke_hoach", "succeeded_by": [str(n + 1)] if n < 20_000 else []} for n in range(20_001)]
    assert len(Registry.of(table).by_key) == 20_001


def test_the_shipped_registry_is_whole() -> None:
    assert len(shipped().by_key) == 107
    assert shipped().by_key["44-CT/TW"].succeeded_by == ("04-CT/TW",)
    assert shipped().by_key["04-CT/TW"].succeeded_by == ("12-CT/TW",)
