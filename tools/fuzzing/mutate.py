"""Seeds, damaged: the same bytes for the same name, on every machine."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

#: What parsers and rules trip over, one a line; blanks around it belong to it, ``\x`` and ``\u`` are read as in Python.
_LIST = (
    r"\x00|\xff|\r\n|\r|\t|[[|](|\\|\\u0|{|}}|<|</p>|-1|null|1e999|NaN|"
    r'"start":|[]|{}|\xed\xa0\x80|\xc3|&#x|\\bin9|\\u-1?|obj|PK\x03\x04'
)
_SAID = (
    "\u0301|\u200b|\ufeff|𝄞|\u202e|İ|ﬁ|đ|Đ|ỗ|tỉnh |ngày 30/02/|năm | tỷ đồng|Chỉ thị số |UBND |"
    "Ông Nguyễn Văn |gần |từ | đến |và |1.000.000,5|−|²|٣|①"
)
WORDS = [
    *(word.encode("latin-1").decode("unicode_escape").encode("latin-1") for word in _LIST.split("|")),
    *(word.encode() for word in _SAID.split("|")),
    *(b" " * 40, b"0" * 60, b"9" * 25, b"(" * 30),
]
Change = Callable[[bytearray, Random], None]


def mutated(seeds: Sequence[bytes], name: str, most: int) -> bytes:
    """A seed after a few changes; ``most`` bytes of it."""
    random = Random(name)
    data = bytearray(random.choice(seeds))
    for _ in range(1 + int(random.expovariate(0.4))):
        random.choice(CHANGES)(data, random)
        del data[most:]
    if random.random() < 0.2:
        _splice(data, random, random.choice(seeds))
    return bytes(data[:most])


def _place(data: bytearray, random: Random) -> int:
    return random.randrange(len(data) + 1)


def _stretch(data: bytearray, random: Random, most: int = 64) -> tuple[int, int]:
    start = _place(data, random)
    return start, min(len(data), start + 1 + int(random.expovariate(1 / most)))


def _flip(data: bytearray, random: Random) -> None:
    for _ in range(random.choice((1, 1, 2, 8))):
        if data:
            data[random.randrange(len(data))] = random.randrange(256)


def _insert(data: bytearray, random: Random) -> None:
    at = _place(data, random)
    data[at:at] = random.choice(WORDS) * random.choice((1, 1, 1, 3, 50))


def _remove(data: bytearray, random: Random) -> None:
    start, end = _stretch(data, random)
    del data[start:end]


def _cut(data: bytearray, random: Random) -> None:
    del data[_place(data, random) :]


def _copy(data: bytearray, random: Random) -> None:
    start, end = _stretch(data, random, 200)
    at = _place(data, random)
    data[at:at] = data[start:end]


def _repeat(data: bytearray, random: Random) -> None:
    """A stretch many times over: what takes time that grows faster than its input shows here."""
    start, end = _stretch(data, random, random.choice((2, 20, 200)))
    times = random.choice((10, 100, 3000))
    data[end:end] = data[start:end] * min(times, 400_000 // max(1, end - start))


def _noise(data: bytearray, random: Random) -> None:
    start, end = _stretch(data, random)
    data[start:end] = random.randbytes(end - start)


def _splice(data: bytearray, random: Random, other: bytes) -> None:
    data[_place(data, random) :] = other[random.randrange(len(other) + 1) :]


CHANGES: tuple[Change, ...] = (_flip, _insert, _insert, _remove, _cut, _copy, _repeat, _noise)
