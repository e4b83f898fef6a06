"""Label Studio tasks: regions of a text, counted in UTF-16 units as the browser does; ours are written as predictions."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from ..document import Document
from .formats import Say
from .rows import Row, listed, rows
from .spans import SLOT, Span, Utf16, carried, number, restored, string


def read(data: bytes, place: str, say: Say) -> Iterator[Document]:
    """The tasks of an export: a person's annotation where there is one, else the prediction."""
    for where, row in rows(data, place):
        task = row.get("data") if isinstance(row.get("data"), dict) else {}
        text = string(task.get("text"), where, "data.text")  # type: ignore[union-attr]
        regions = _regions(_chosen(row, where, say), where, say)
        yield restored(text, _spans(regions, text, where), task.get(SLOT), where, say)  # type: ignore[union-attr]


def _chosen(row: Row, place: str, say: Say) -> Row:
    """The annotation that counts: the last that was not cancelled, else the last prediction."""
    done = [each for each in listed(row, "annotations", place) if not each.get("was_cancelled")]
    if row.get("annotations") and not done:
        say(f"{place}: every annotation was cancelled: the prediction is read")
    choice = done or listed(row, "predictions", place)
    if len(choice) > 1:
        say(f"{place}: {len(choice) - 1} earlier annotations or predictions left out")
    return choice[-1] if choice else {}


def _regions(chosen: Row, place: str, say: Say) -> Iterator[Row]:
    for each in listed(chosen, "result", place):
        value = each.get("value")
        if each.get("type") in ("labels", None) and isinstance(value, dict) and isinstance(value.get("labels"), list):
            if len(value["labels"]) > 1:
                say(f"{place}: a region has {len(value['labels'])} labels; each becomes an entity")
            yield value
        else:
            say(f"{place}: a result of type {str(each.get('type'))[:40]!r} left out")


def _spans(regions: Iterable[Row], text: str, place: str) -> list[Span]:
    """The regions as spans; a task whose offsets agree with its words only as code points is read so."""
    found = [
        (str(label), number(each.get("start"), place, "start"), number(each.get("end"), place, "end"), each.get("text"))
        for each in regions
        for label in each["labels"]
    ]
    units = Utf16(text)
    counted = [(label, units.to_points(start), units.to_points(end), words) for label, start, end, words in found]
    chosen = found if _agreeing(found, text) > _agreeing(counted, text) else counted
    return [Span(label, start, end) for label, start, end, _ in chosen]


def _agreeing(spans: list[tuple[str, int, int, object]], text: str) -> int:
    return sum(words == text[start:end] for _, start, end, words in spans if 0 <= start <= end)


def write(documents: Iterable[Document]) -> Iterator[bytes]:
    """One JSON array of tasks."""
    before = b"[\n"
    for document in documents:
        task = _task(document)
        try:
            yield before + json.dumps(task, ensure_ascii=False).encode()
        except UnicodeEncodeError:
            yield before + json.dumps(task).encode()
        before = b",\n"
    yield (b"[" if before == b"[\n" else b"\n") + b"]\n"


def _task(document: Document) -> Row:
    units = Utf16(document.text)
    results = [
        {
            "id": f"e{index}",
            "from_name": "label",
            "to_name": "text",
            "type": "labels",
            "value": {
                "start": units.to_units(entity.start),
                "end": units.to_units(entity.end),
                "text": entity.text,
                "labels": [entity.label],
            },
            "score": entity.score,
            "meta": {"text": [str(entity.value)]},
        }
        for index, entity in enumerate(document.entities)
    ]
    data = {"text": document.text, "id": document.id, SLOT: carried(document)}
    return {"data": data, "predictions": [{"model_version": "vnforeign", "result": results}]}
