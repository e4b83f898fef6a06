"""The model at run time: arrays and JSON, read with numpy when first asked, checked before use.

A passage's features are weighed by one linear layer; each field's sum becomes a probability (Platt scaling, fitted on passages
that the weights had not seen), and the field is given where the probability reaches the field's threshold.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from .. import codepage
from .cues import Cues, Grams
from .features import Seen, counts, evidence, grams, see
from .pillars import by_rule
from .words import Array

SCHEMA = 1
FOLDER = Path(__file__).with_name("model")
ARRAYS, MANIFEST = "weights.npz", "model.json"
#: Below this share of words with a letter that Vietnamese alone has, a passage is in another language; short ones need one.
VIETNAMESE, ENOUGH_WORDS = 0.15, 6
_AT_ONCE = 4096  # grams that are weighed for all outputs in one step
_ALONE = 1 << 17  # multiplications that OpenBLAS does without a second thread (its own limit is twice that)


class ModelError(ValueError):
    """A model that cannot be used: missing, cut short, altered or of a newer schema. The message says what to do."""


class Model:
    """Weights, cues and thresholds. ``load`` reads the shipped one; ``Model.read`` another."""

    def __init__(self, manifest: dict[str, Any], arrays: dict[str, Array]) -> None:
        self.manifest, self.arrays = manifest, arrays
        self.fields: list[str] = manifest["fields"]
        self.pillars: list[str] = manifest["pillars"]
        self.functions: list[str] = manifest["functions"]
        self.alone = [self.fields.index(key) for key in manifest["alone"]]
        a = arrays
        key_at = a["cue_key_at"].astype(np.intp)
        self.cues = Cues(
            manifest["keys"], a["cue_hashes"], a["cue_prefixes"], a["cue_flags"], key_at, a["cue_key_of"].astype(np.intp)
        )
        self.grams = Grams(a["gram_hashes"])
        self.idf = a["gram_idf"].astype(np.float32)
        self.gram_weights = a["gram_weights"].astype(np.float32)
        self.by_output = np.ascontiguousarray(self.gram_weights.T)
        self.count_weights = a["count_weights"].astype(np.float64)
        self.bias = a["bias"].astype(np.float64)
        self.common, self.common_bias = a["common_weights"].astype(np.float64), float(a["common_bias"][0])
        self.slope, self.shift = a["slope"].astype(np.float64), a["shift"].astype(np.float64)
        self.thresholds = a["thresholds"].astype(np.float64)

    # --- reading and writing ------------------------------------------------------------------------------------------

    @classmethod
    def read(cls, folder: str | Path) -> Model:
        """The model of a folder. Raises ModelError where it is not whole, OSError where it cannot be opened."""
        folder = Path(folder)
        try:
            manifest = json.loads((folder / MANIFEST).read_bytes())
            packed = (folder / ARRAYS).read_bytes()
        except FileNotFoundError as error:
            raise ModelError(f"{folder}: no model there ({Path(error.filename).name} is missing)") from None
        except ValueError as error:
            raise ModelError(f"{folder / MANIFEST}: not JSON, cut short or altered: {error}") from None
        if not isinstance(manifest, dict) or manifest.get("format") != "vnforeign-fields":
            raise ModelError(f"{folder / MANIFEST}: no model of vnforeign's fields")
        schema = manifest.get("schema")
        if schema != SCHEMA:
            newer = isinstance(schema, int) and schema > SCHEMA
            hint = "update vnforeign" if newer else "train it again"
            raise ModelError(f"{folder / MANIFEST}: schema {schema!r}, this version reads {SCHEMA}; {hint}")
        said = manifest.pop("digest", None)
        if said != digest(manifest, packed):
            raise ModelError(f"{folder}: the digest is wrong: the files were cut short or altered; install or train them again")
        try:
            with np.load(io.BytesIO(packed), allow_pickle=False) as stored:
                arrays = {name: stored[name] for name in stored.files}
            model = cls(manifest, arrays)
        except (KeyError, ValueError, EOFError, OSError, IndexError, zipfile.BadZipFile) as error:
            raise ModelError(f"{folder}: not whole: {error}") from None
        model.manifest = {**manifest, "digest": said}
        return model

    def write(self, folder: str | Path) -> str:
        """Writes the model's two files; the digest. Equal models make equal files. Raises OSError."""
        folder = Path(folder)
        folder.mkdir(parents=True, exist_ok=True)
        packed = pack(self.arrays)
        manifest = {name: value for name, value in self.manifest.items() if name != "digest"}
        manifest["digest"] = digest(manifest, packed)
        (folder / ARRAYS).write_bytes(packed)
        text = json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True)
        (folder / MANIFEST).write_text(text + "\n", encoding="utf-8")
        return str(manifest["digest"])

    # --- weighing -----------------------------------------------------------------------------------------------------

    def see(self, codes: bytes, starts: Array, ends: Array) -> Seen:
        """The words and cues of stretches of a view."""
        return see(self.cues, codes, starts, ends)

    def sums(self, seen: Seen) -> Array:
        """The weighed sum of each output (fields, pillars, functions): a row a passage."""
        columns, passage, values = self.gram_values(seen)
        table = counts(self.cues, seen)
        total = product(table, self.count_weights) + self.bias
        if len(columns):
            first = np.flatnonzero(np.concatenate(([True], passage[1:] != passage[:-1])))
            total[passage[first]] += self._weighed(columns, values, first).T
        fields = len(self.fields)
        total[:, fields : fields + len(self.pillars)] += self.manifest["pillar_vote"] * (2 * by_rule(self.cues, table) - 1)
        shared = self.manifest["common_share"]
        if shared:
            judged = evidence(self.cues, self.fields, table) @ self.common + self.common_bias
            total[:, :fields] = (1 - shared) * total[:, :fields] + shared * judged
        return total

    def _weighed(self, columns: Array, values: Array, first: Array) -> Array:
        """The sum of each passage's weighed grams, a row an output: all at once while they fit in the cache, else one by one."""
        if len(columns) <= _AT_ONCE:
            return np.add.reduceat(self.by_output.take(columns, axis=1) * values, first, axis=1)
        added = np.empty((len(self.by_output), len(first)))
        for output, weights in enumerate(self.by_output):
            added[output] = np.add.reduceat(weights.take(columns) * values, first)
        return added

    def gram_values(self, seen: Seen) -> tuple[Array, Array, Array]:
        """Column, passage and value of each known gram, once a passage; a passage's values have length one."""
        value, passage, _, _ = grams(seen)
        columns = self.grams.columns(value)
        known = np.flatnonzero(columns >= 0)
        width = max(len(self.idf), 1)
        cells, often = np.unique(passage[known].astype(np.int64) * width + columns[known], return_counts=True)
        passage, columns = cells // width, cells % width
        values = (1 + np.log(often)).astype(np.float32) * self.idf.take(columns)
        length = np.sqrt(np.bincount(passage, values * values, minlength=seen.passages))
        values /= length.take(passage).astype(np.float32)
        return columns, passage, values

    def probabilities(self, sums: Array) -> tuple[Array, Array, Array]:
        """Of each field, pillar and function; the functions of a passage add up to one."""
        fields, pillars = len(self.fields), len(self.pillars)
        each = 1 / (1 + np.exp(-np.clip(sums[:, : fields + pillars] * self.slope + self.shift, -30, 30)))
        left = sums[:, fields + pillars :] * self.manifest["function_slope"]
        left = np.exp(left - left.max(axis=1, keepdims=True)) if len(left) else left
        return each[:, :fields], each[:, fields:], left / left.sum(axis=1, keepdims=True) if len(left) else left

    def chosen(self, fields: Array) -> Array:
        """Which fields each passage is given: those that reach their threshold; see ``choose``."""
        return choose(fields, self.thresholds[: len(self.fields)], self.alone)

    def acts(self, pillars: Array, given: Array) -> Array:
        """Which pillars each passage is given: those that reach their threshold, where there is a field at all."""
        acting: Array = (pillars >= self.thresholds[len(self.fields) :]) & given.any(axis=1, keepdims=True)
        return acting

    def speaks(self, codes: bytes, seen: Seen) -> Array:
        """Whether each passage has words, and Vietnamese ones."""
        said = seen.said
        marks = np.frombuffer(codes.translate(_MARKED), np.uint8)
        so_far = np.concatenate(([0], np.cumsum(marks, dtype=np.int64)))
        marked = so_far[said.start + said.size] > so_far[said.start]
        many = np.bincount(said.passage, minlength=seen.passages)
        native = np.bincount(said.passage[marked], minlength=seen.passages)
        short = many < ENOUGH_WORDS
        spoken: Array = (native > 0) & (short | (native >= VIETNAMESE * many))
        return spoken


def product(table: Array, weights: Array) -> Array:
    """``table @ weights``, some rows at a time: for more, OpenBLAS wakes threads, which then wait in a loop on other cores.

    That waiting took a third of all CPU time, and nothing was faster for it.
    """
    rows = max(1, _ALONE // max(weights.size, 1))
    if len(table) <= rows:
        return table @ weights
    return np.concatenate([table[at : at + rows] @ weights for at in range(0, len(table), rows)])


def choose(fields: Array, thresholds: Array, alone: list[int]) -> Array:
    """The fields whose probability reaches the threshold, as a table of truth values; ``alone`` fields stand with no other."""
    given: Array = fields >= thresholds
    for lonely in alone:
        others = given.copy()
        others[:, alone] = False
        rival = np.where(others, fields / thresholds, 0).max(axis=1) if fields.shape[1] else np.zeros(len(fields))
        wins = given[:, lonely] & (fields[:, lonely] / thresholds[lonely] > rival)
        given[wins] = False
        given[:, lonely] = wins
    return given


def scaled(probability: float, threshold: float) -> float:
    """The probability on a scale where the threshold is one half."""
    if probability < threshold:
        return 0.5 * probability / threshold
    return 0.5 + 0.5 * (probability - threshold) / (1 - threshold)


_ELSEWHERE = "àâáãèéêíìòóôõùúý"  # letters of French, Spanish, Portuguese and Italian too


def _marked() -> bytes:
    table = bytearray(256)
    for code in range(256):
        try:
            char = codepage.decode(bytes([code]))
        except UnicodeDecodeError:
            continue
        letter = ord(char) > 127 and char.isalpha() and char not in (codepage.UPPER, codepage.LOWER)
        table[code] = letter and char.lower() not in _ELSEWHERE
    return bytes(table)


_MARKED = _marked()


def pack(arrays: dict[str, Array]) -> bytes:
    """The arrays as an .npz, the same bytes every time."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(arrays):
            piece = io.BytesIO()
            np.lib.format.write_array(piece, np.ascontiguousarray(arrays[name]), allow_pickle=False)
            archive.writestr(zipfile.ZipInfo(f"{name}.npy"), piece.getvalue(), zipfile.ZIP_DEFLATED, 9)
    return out.getvalue()


def digest(manifest: dict[str, Any], packed: bytes) -> str:
    """SHA-256 of the manifest without its digest, and of the packed arrays."""
    rest = {name: value for name, value in manifest.items() if name != "digest"}
    text = json.dumps(rest, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode() + b"\0" + packed).hexdigest()


@cache
def load(folder: Path = FOLDER) -> Model:
    """The model, read once. Raises ModelError."""
    return Model.read(folder)
