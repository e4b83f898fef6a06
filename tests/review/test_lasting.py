"""No answered decision is lost: fifty documents in a row, a server killed in the middle; and how long it takes."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import httpx2
from sqlalchemy import func, select

from tests.review.browser import process
from tests.review.conftest import REPORT, Editor, editor_of, report
from vnforeign.review import intake
from vnforeign.review.models import Decision, Record
from vnforeign.review.storage import Storage

PAGES, A_PAGE = 30, 2500  # a long report: pages, characters on one
SAMPLES = sorted((Path(__file__).parents[2] / "corpora" / "samples").glob("*.txt"))


def test_fifty_documents_in_a_row(storage: Storage) -> None:
    editor = editor_of(storage, "Lan")
    for number in range(50):
        found = intake.add(storage, report(f"{REPORT}\nSố {number}.\n"), "Lan")
        editor.get(f"/documents/{found}")
        for row in (2 * number + 1, 2 * number + 2):
            assert editor.post(f"/rows/{row}/accept", editor.form(row)).status_code == 200
    with storage.reading() as session:
        assert session.scalar(select(func.count(Record.id))) == 100
        assert session.scalar(select(func.count(Decision.id))) == 100
    assert "2/2" in editor.get("/?status=done")
    assert '"/documents/' not in editor.get("/?status=begun")


def test_editors_at_once_lose_nothing(storage: Storage, document: int) -> None:
    """Four editors add and accept rows in one document at the same time."""
    codes: list[int] = []

    def work(name: str) -> None:
        editor = editor_of(storage, name)
        editor.get("/")
        for _ in range(5):
            page = editor.post("/documents/1/rows", {"type": "award"}).text
            row = int(re.findall(r'data-row="(\d+)"', page)[0])
            codes.append(editor.post(f"/rows/{row}/accept", editor.form(row) | {"c_award": name}).status_code)

    threads = [threading.Thread(target=work, args=(f"Editor {number}",)) for number in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join(60)
    assert codes == [200] * 20
    with storage.reading() as session:
        assert session.scalar(select(func.count(Record.id))) == 20


def test_a_killed_server_loses_at_most_the_decision_in_flight(tmp_path: Path) -> None:
    url = str(tmp_path / "review.db")
    storage = Storage(url)
    intake.add(storage, report(), "Lan")
    storage.close()
    answered = 0
    with process(url) as (address, running), httpx2.Client(base_url=address, timeout=5) as client:
        editor = Editor(client)  # type: ignore[arg-type]
        editor.get("/")
        killer = threading.Timer(1.0, running.kill)
        killer.start()
        try:
            while answered < 10_000:
                version = re.findall(r'name="version" value="(\d+)"', client.get("/rows/1").text)[0]
                said = {"token": editor.token, "version": version, "c_donor": f"Quỹ {answered + 1}"}
                answered += client.post("/rows/1/save", data=said).status_code == 200
        except httpx2.TransportError:
            pass
        killer.join()
    storage = Storage(url)
    with storage.reading() as session:
        kept = session.scalar(select(func.count(Decision.id))) or 0
        last = session.scalars(select(Decision).order_by(Decision.id.desc()).limit(1)).one()
    storage.close()
    assert answered > 0
    assert kept - answered in (0, 1)
    assert last.new is not None
    assert last.new["cells"]["donor"] == f"Quỹ {kept}"


def long_report() -> str:
    """Thirty pages, as dense as the samples."""
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in SAMPLES)
    return (text * (PAGES * A_PAGE // len(text) + 1))[: PAGES * A_PAGE]


def test_a_long_report_opens_fast_and_decisions_are_answered_fast(storage: Storage) -> None:
    draft = report(long_report() + "\n\n" + REPORT)
    draft.records *= 50
    intake.add(storage, draft, "Lan")
    editor = editor_of(storage, "Lan")
    opening = min(_timed(lambda: editor.get("/documents/1")) for _ in range(3))
    forms = [editor.form(row) for row in range(1, 11)]
    deciding = min(_timed(partial(editor.post, f"/rows/{row}/accept", form)) for row, form in enumerate(forms, 1))
    entities = [
        {"start": at.start(), "end": at.end(), "label": "ORG", "value": "x"} for at in re.finditer("công tác", draft.text)
    ]
    marking = min(_timed(partial(_posted, editor, "/documents/1/marks", entity)) for entity in entities[:5])
    undoing = min(_timed(partial(_posted, editor, "/documents/1/undo", {})) for _ in range(5))
    told = {"a decision": deciding, "an entity": marking, "undo of one": undoing}
    print(
        f"a report of {PAGES} pages opens in {opening:.2f} s", *(f"{name}: {took * 1000:.0f} ms" for name, took in told.items())
    )
    assert opening < 1
    assert deciding < 0.1
    assert max(marking, undoing) < 0.2


def _posted(editor: Editor, path: str, form: dict[str, Any]) -> None:
    assert editor.post(path, form).status_code == 200


def _timed(call: Callable[[], object]) -> float:
    began = time.perf_counter()
    call()
    return time.perf_counter() - began
