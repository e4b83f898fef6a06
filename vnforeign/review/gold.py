"""What editors taught: documents whose entities they checked as gold reports, rows they decided, passages they judged.

Gold reports are in the inline notation of ``corpora/gold``; ``vnforeign evaluate FOLDER`` compares the library with them.
"""

from __future__ import annotations

import io
import json
import os
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, undefer

from .. import notation
from ..document import LABELS, Passage
from ..fields.corpus import COLUMNS
from .models import SAVED, Document, Draft
from .report import unmarked

_NUMBER = re.compile(r"\d{5,}")


def reports(session: Session) -> Iterator[tuple[str, str]]:
    """File name and marked text of each document whose entities are checked."""
    rows = select(Document).where(Document.checked.is_(True)).options(undefer(Document.text), undefer(Document.marks))
    for kept in session.scalars(rows.order_by(Document.id)):
        yield f"{kept.id:05}.txt", marked(kept)


class Written(NamedTuple):
    """How much was written: reports, the entities in them, and files of an earlier export that were removed."""

    reports: int
    entities: int
    removed: int


def write(session: Session, folder: Path) -> Written:
    """The gold reports as files of a folder; those of an earlier export go, other files in it stay. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = dict(reports(session))
    old = [path for path in sorted(folder.glob("*.txt")) if path.name not in texts and _ours(path)]
    for name, text in texts.items():
        _put(Path(folder, name), text)
    for path in old:
        path.unlink()
    return Written(len(texts), sum(len(notation.parse(text)[2]) for text in texts.values()), len(old))


def _put(path: Path, text: str) -> None:
    """Writes a file beside its place and moves it there: whole or not at all, and never through a link into another file."""
    new = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with new.open("x", encoding="utf-8", newline="") as file:
            file.write(text)
        new.replace(path)
    finally:
        new.unlink(missing_ok=True)


def _ours(path: Path) -> bool:
    """Whether a file was written by an export: its name and its first lines say so. Links, folders and pipes are not opened."""
    if not _NUMBER.fullmatch(path.stem) or path.is_symlink() or not path.is_file():
        return False
    head = f"---\nid: {path.stem}\n".encode()
    with path.open("rb") as file:
        return file.read(len(head)) == head


def rows(session: Session) -> Iterator[str]:
    """Each document without an open row as a line of JSON: its text and its saved rows, as ``records.gold.read_rows`` reads them.

    A document counts where it had rows to decide, or where its entities are checked, so that somebody has read it.
    """
    drafts = select(Draft.document_id)
    decided = Document.id.not_in(drafts.where(Draft.state == "open"))
    seen = or_(Document.checked, Document.id.in_(drafts))
    found = select(Document).where(decided, seen).options(undefer(Document.text)).order_by(Document.id)
    for kept in session.scalars(found):
        saved = select(Draft).where(Draft.document_id == kept.id, Draft.state.in_(SAVED)).order_by(Draft.place)
        row = {"id": f"{kept.id:05}", "text": kept.text, "reference_date": kept.reference_date or None}
        yield json.dumps(row | {"records": [_row(draft) for draft in session.scalars(saved)]}, ensure_ascii=False)


def _row(draft: Draft) -> dict[str, Any]:
    slots = {
        key: {"value": cell, "evidence": [{"start": start, "end": end} for start, end in draft.words.get(key, [])]}
        for key, cell in draft.cells.items()
    }
    return {"type": draft.type, "summary": draft.summary, "slots": slots}


def archive(session: Session) -> bytes:
    """The gold reports as a ZIP archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as files:
        for name, text in reports(session):
            files.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), text.encode())
    return out.getvalue()


def marked(kept: Document) -> str:
    """A document in the inline notation, with its id and its day of writing in the header.

    Entities that cross one another cannot be written; of two such, the later is left out.
    """
    head = [f"id: {kept.id:05}", *([f"reference_date: {kept.reference_date}"] if kept.reference_date else [])]
    entities = [each for each in kept.marks if _readable(each)]
    body = notation.render(kept.text, entities, lambda each: mark(each["label"], each["value"]))
    return "\n".join(["---", *head, "---", body])


def _readable(each: dict[str, Any]) -> bool:
    return each["label"] in LABELS and each["text"] == each["text"].strip() != ""


def mark(label: str, value: dict[str, Any]) -> str:
    """The words behind a label that say a value: the inverse of ``notation.value``."""
    said = _MARKS.get(label, _name)(value)
    return " ".join(str(said).replace("(", " ").replace(")", " ").split())


def _name(value: dict[str, Any]) -> str:
    return str(value.get("name") or "")


def _date(value: dict[str, Any]) -> str:
    if value.get("valid") is False:
        return "invalid"
    start, end = value.get("start"), value.get("end")
    if start is None and end is None:
        edtf = value.get("edtf") or "?"
        return str(edtf) if str(edtf).startswith("XXXX") else "?"
    return str(start) if start == end else f"{start or ''}..{end or ''}"


def _number(value: dict[str, Any]) -> str:
    number = f"{value['low']}..{value['high']}" if "low" in value else str(value.get("value"))
    parts = [f"{number}/{value['of']}" if value.get("of") else number, value.get("currency") or value.get("unit")]
    return " ".join(str(part) for part in (*parts, value.get("modifier")) if part)


def _directive(value: dict[str, Any]) -> str:
    if value.get("number"):
        return " ".join(str(value[name]) for name in ("type", "number", "symbol") if value.get(name))
    return f"{value.get('type')} {value.get('canonical') or ''}"


def _event(value: dict[str, Any]) -> str:
    return f"{value.get('type')} {value.get('number') or ''}"


def _unit(value: dict[str, Any]) -> str:
    return f"{value.get('country')} {value.get('name')}"


def _code(value: dict[str, Any]) -> str:
    return str(value.get("code"))


def _type(value: dict[str, Any]) -> str:
    return str(value.get("type"))


_MARKS: dict[str, Callable[[dict[str, Any]], str]] = {
    "FOREIGN_UNIT": _unit,
    "COUNTRY": _code,
    "DATE": _date,
    "AMOUNT": _number,
    "QUANTITY": _number,
    "DIRECTIVE": _directive,
    "AGREEMENT": _type,
    "EVENT": _event,
}


def passages(session: Session) -> str:
    """The passages that editors judged, as a file that ``vnforeign train fields --corpus`` and ``evaluate`` read."""
    lines = ["\t".join(COLUMNS)]
    for kept in session.scalars(select(Document).order_by(Document.id)):
        if kept.judgements:
            found = unmarked(kept).passages
            lines += [_line(kept, index, found[index]) for index in sorted(map(int, kept.judgements))]
    return "\n".join(lines) + "\n"


def _line(kept: Document, index: int, passage: Passage) -> str:
    judged = kept.judgements[str(index)]
    text, section = kept.text[passage.start : passage.end], passage.section or ""
    labels = ["|".join(judged["fields"]), "", "|".join(judged["pillars"]), judged["function"]]
    return "\t".join([f"{kept.id:05}-{index:04}", *labels, " ".join(section.split()), " ".join(text.split())])
