"""What is tried: seeds, and a function that raises where something is not as promised."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tests.reading import writers
from tools.encodings import encode
from vnforeign import analyze, classify, convert, gold, notation, prefill
from vnforeign.document import Document
from vnforeign.reading import Limits, ReadError, decode_all, legacy
from vnforeign.reading.legacy.tables import ENCODINGS

ROOT = Path(__file__).resolve().parents[2]
LIMITS = Limits(size=5_000_000, unpacked=10_000_000, members=50, depth=2)
LINES = [
    "BÁO CÁO công tác đối ngoại năm 2014 của tỉnh Đắk Nông",
    "Ngày 04/12/2007, tỉnh chi gần 25 tỷ đồng theo Chỉ thị số 44-CT/TW ngày 22 tháng 7 năm 2005.",
    "Đồng chí Nguyễn Văn An, Giám đốc Sở Ngoại vụ, tiếp 12 đoàn (85 lượt người) của tỉnh Mondulkiri, Vương quốc Campuchia.",
    "| TT | Tên dự án | Vốn (USD) |\n| 1 | Nước sạch | 250.000 |",
]


class Target(NamedTuple):
    """``seeds`` gives what is damaged, ``run`` tries one input of ``most`` bytes at most."""

    name: str
    seeds: Callable[[], list[bytes]]
    run: Callable[[bytes], None]
    most: int = 100_000


def need(right: bool, said: object) -> None:
    if not right:
        raise AssertionError(said)


# --- reading -----------------------------------------------------------------------------------------------------------


@cache
def files() -> list[bytes]:
    """A file of each format that needs no other program."""
    lines = LINES[:3]
    old = [encode(line, "tcvn3").decode("latin-1") for line in lines]
    inner = {"a.txt": writers.txt(lines), "b/c.html": writers.html(lines), "../d.rtf": writers.rtf(lines)}
    made = [writers.txt(lines), writers.html(lines), writers.docx(lines), writers.docx(old, ".VnTime"), writers.odt(lines)]
    made += [writers.rtf(lines), writers.pdf(lines), writers.eml(lines, {"a.txt": b"x"}), writers.eml(lines, markup=True)]
    return [*made, writers.zipped(inner), "\n".join(lines).encode("utf-16")]


def read_file(data: bytes) -> None:
    """Documents or refusals, never anything else; the way back stays inside and never goes back."""
    for each in decode_all(data, "a.txt", LIMITS):
        if isinstance(each, Document):
            leads_back(each.text, each.origin.place if each.origin else None, None)
        else:
            need(isinstance(each, ReadError) and len(str(each)) < 600 and "\n" not in str(each), repr(each))


def leads_back(text: str, place: Callable[[int, int], tuple[int, int]] | None, size: int | None) -> None:
    """Offsets of the source grow with those of the text."""
    last = 0
    if place is None:
        return
    for at in range(0, len(text), max(1, len(text) // 200)):
        start, end = place(at, at + 1)
        need(last <= start < end and (size is None or end <= size), f"{at} of {len(text)} leads to {start}-{end} of {size}")
        last = start


@cache
def old_files() -> list[bytes]:
    text = "\n".join(LINES)
    made = [encode(text, encoding) for encoding in ENCODINGS]
    return [*made, b"\n".join(made), text.encode(), unicodedata.normalize("NFD", text).encode(), bytes(range(256)) * 4]


def read_old(data: bytes) -> None:
    try:
        decoded = legacy.decode(data)
        from vnforeign.document import Origin

        size = len(data) if decoded.encoding not in ("utf-8", "utf-16") else None
        leads_back(decoded.text, Origin("txt", decoded.encoding, "", decoded.runs).place, size)
        need(0 <= decoded.certainty <= 1, decoded.certainty)
    except legacy.Undecodable:
        pass
    legacy.convert(data.decode("latin-1"), [(len(data) // 3, len(data) // 2, ".VnTimeH"), (0, 9, "VNI-Times")])


@cache
def word_files() -> list[bytes]:
    return [writers.doc(LINES[:3]), writers.doc_of("\r".join(LINES[:3]))]


# --- finding -----------------------------------------------------------------------------------------------------------


@cache
def texts() -> list[bytes]:
    samples = [path.read_text(encoding="utf-8")[:3000] for path in sorted((ROOT / "corpora" / "samples").glob("*.txt"))]
    samples += ["\n\n".join(LINES), "\n".join(LINES).upper()]
    return [text.encode() for text in [*samples, unicodedata.normalize("NFD", samples[0])]]


def find(data: bytes) -> None:
    """Offsets point at the words, layers do not overlap, what is written can be read back."""
    text = data.decode("utf-8", "surrogatepass" if valid(data) else "replace")
    document = analyze(text)
    prefill(document)
    need(document.text == text, "the text changed")
    need(not any("internal error" in warning for warning in document.warnings), document.warnings)
    ends: dict[str, int] = {}
    for entity in document.entities:
        need(text[entity.start : entity.end] == entity.text and entity.start < entity.end, entity)
        need(entity.start >= ends.get(entity.layer, 0), f"{entity} overlaps")
        ends[entity.layer] = entity.end
        str(entity.value)
    for record in document.records:
        for slot in record.slots.values():
            need(all(0 <= each.start <= each.end <= len(text) for each in slot.evidence), slot)
    for link in document.links:
        need(0 <= link.source < len(document.entities), link)
    line = document.to_json()
    need(Document.from_json(line).to_json() == line, "what was written is read back as something else")
    classify(text[:2000])


def valid(data: bytes) -> bool:
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


# --- gold, JSON lines, other formats -----------------------------------------------------------------------------------


@cache
def marked() -> list[bytes]:
    paths = sorted((ROOT / "corpora" / "gold" / "train").glob("*.txt"))[:5]
    return [path.read_bytes()[:2500] for path in paths]


def parse(data: bytes) -> None:
    try:
        _, text, entities = notation.parse(data.decode("utf-8", "replace"))
    except ValueError:
        return
    for each in entities:
        need(text[each["start"] : each["end"]] == each["text"], each)


@cache
def lines() -> list[bytes]:
    document = analyze("\n\n".join(LINES))
    document.records = prefill(document)
    return [document.to_json().encode(), *(analyze(line).to_json().encode() for line in LINES[:3])]


def read_line(data: bytes) -> None:
    with suppress(ValueError, KeyError):
        Document.from_json(data).to_json()


@cache
def annotated() -> list[bytes]:
    document = analyze("\n\n".join(LINES[:3]))
    made = []
    for number, name in enumerate(convert.formats.FORMATS):
        with_mark = b"".join(convert.formats.of(name).write([document]))
        made.append(bytes([number]) + with_mark)
    return made


def read_annotated(data: bytes) -> None:
    """The first byte says which format."""
    names = list(convert.formats.FORMATS)
    each = convert.formats.of(names[data[0] % len(names)] if data else names[0])
    try:
        for document in each.read(data[1:], "a", lambda _: None, "\n\n".join(LINES[:3]) if each.beside else None):
            for entity in document.entities:
                need(document.text[entity.start : entity.end] == entity.text, entity)
            document.to_json()
    except ReadError:
        pass


def read_gold(data: bytes) -> None:
    from tempfile import NamedTemporaryFile

    with NamedTemporaryFile(suffix=".jsonl") as file:
        file.write(data)
        file.flush()
        with suppress(ValueError, OSError):
            gold.read(file.name)


def _all() -> Iterator[Target]:
    yield Target("files", files, read_file)
    yield Target("legacy", old_files, read_old, 400_000)
    yield Target("doc", word_files, read_file)
    yield Target("find", texts, find, 20_000)
    yield Target("notation", marked, parse)
    yield Target("jsonl", lines, read_line)
    yield Target("gold", lines, read_gold)
    yield Target("convert", annotated, read_annotated)


TARGETS: dict[str, Target] = {target.name: target for target in _all()}
