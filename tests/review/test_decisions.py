"""What an editor decides is kept, with who, when, before and after; it can be taken back; two editors do not overwrite each other."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from tests.review.conftest import REPORT, Editor, editor_of, report
from vnforeign.review import decisions as decide
from vnforeign.review import intake
from vnforeign.review.models import Decision, Document, Draft, Record, Table
from vnforeign.review.storage import Storage, StorageError
from vnforeign.review.undo import undo

Act = Callable[[Session, Document, str, int], None]


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Everything here holds on both databases."""
    return str(tmp_path / "review.db") if request.param == "sqlite" else str(request.getfixturevalue("postgres_url"))


def states(storage: Storage) -> list[str]:
    with storage.reading() as session:
        return list(session.scalars(select(Draft.state).order_by(Draft.place)))


def records(storage: Storage) -> list[dict[str, object]]:
    with storage.reading() as session:
        return list(session.scalars(select(Record.cells).order_by(Record.id)))


def decisions(storage: Storage) -> list[Decision]:
    with storage.reading() as session:
        return list(session.scalars(select(Decision).order_by(Decision.id)))


def test_an_accepted_row_is_a_record(storage: Storage, editor: Editor) -> None:
    assert editor.post("/rows/1/accept", editor.form(1)).status_code == 200
    assert states(storage) == ["accepted", "open"]
    assert records(storage)[0]["committed"] == {"value": "250000", "currency": "USD"}
    [kept] = decisions(storage)
    assert (kept.kind, kept.editor, kept.old and kept.old["state"], kept.new and kept.new["state"]) == (
        "accept",
        "Lan",
        "open",
        "accepted",
    )


def test_a_corrected_row_holds_the_typed_value_as_it_is_stored(storage: Storage, editor: Editor) -> None:
    form = editor.form(1) | {"c_committed": "25 tỷ đồng", "c_term": "2018 - 2020"}
    editor.post("/rows/1/accept", form)
    assert states(storage)[0] == "corrected"
    assert records(storage)[0]["committed"] == {"value": "25000000000", "currency": "VND"}
    assert records(storage)[0]["term"] == "2018/2020"


@pytest.mark.parametrize(("typed", "said"), [("25", "tiền tệ"), ("nhiều", "Không phải số tiền")])
def test_a_cell_that_cannot_be_read_is_said_and_nothing_is_kept(storage: Storage, editor: Editor, typed: str, said: str) -> None:
    answer = editor.post("/rows/1/accept", editor.form(1) | {"c_committed": typed})
    assert answer.status_code == 422
    assert said in answer.text
    assert f'value="{typed}"' in answer.text
    assert states(storage) == ["open", "open"]
    assert decisions(storage) == []


def test_every_decision_can_be_taken_back_also_after_a_restart(storage: Storage, url: str, editor: Editor) -> None:
    editor.post("/rows/1/accept", editor.form(1))
    editor.post("/rows/2/reject", editor.form(2))
    restarted = Storage(url)
    again = editor_of(restarted, "Lan")
    again.get("/documents/1")
    for expected in (["accepted", "open"], ["open", "open"]):
        assert again.post("/documents/1/undo").status_code == 200
        assert states(storage) == expected
    assert records(storage) == []
    assert "Không còn gì" in again.post("/documents/1/undo").text
    restarted.close()
    assert [each.kind for each in decisions(storage)] == ["accept", "reject", "undo", "undo"]


def test_undo_takes_back_ones_own_decisions_only(storage: Storage, editor: Editor) -> None:
    editor.post("/rows/1/accept", editor.form(1))
    other = editor_of(storage, "Minh")
    other.get("/documents/1")
    other.post("/documents/1/undo")
    assert states(storage) == ["accepted", "open"]


def test_a_record_that_comes_back_names_who_saved_it(storage: Storage, editor: Editor) -> None:
    editor.post("/rows/1/accept", editor.form(1))
    other = editor_of(storage, "Minh")
    other.get("/documents/1")
    other.post("/rows/1/reject", other.form(1))
    assert records(storage) == []
    other.post("/documents/1/undo")
    with storage.reading() as session:
        assert list(session.scalars(select(Record.saved_by))) == ["Lan"]


def test_undo_says_so_where_someone_else_has_gone_on(storage: Storage, editor: Editor) -> None:
    editor.post("/rows/1/accept", editor.form(1))
    other = editor_of(storage, "Minh")
    other.get("/")
    other.post("/rows/1/reject", other.form(1))
    answer = editor.post("/documents/1/undo")
    assert answer.status_code == 409
    assert "Minh đã thay đổi bản ghi này" in answer.text
    assert 'id="row-1"' in answer.text
    assert states(storage) == ["rejected", "open"]
    assert editor.post("/rows/1/reopen", editor.form(1)).status_code == 200  # the way on
    assert editor.post("/documents/1/undo").status_code == 200
    assert states(storage) == ["rejected", "open"]


def test_undo_goes_past_what_someone_else_has_changed(storage: Storage, editor: Editor) -> None:
    editor.post("/rows/2/accept", editor.form(2))
    editor.post("/rows/1/accept", editor.form(1))
    other = editor_of(storage, "Minh")
    other.get("/")
    other.post("/rows/1/reject", other.form(1))
    answer = editor.post("/documents/1/undo")
    assert (answer.status_code, "Minh" in answer.text) == (200, True)
    assert states(storage) == ["rejected", "open"]
    other.post("/documents/1/undo")  # the other one takes the change back: now one's own decision can be, too
    assert states(storage) == ["accepted", "open"]
    assert editor.post("/documents/1/undo").status_code == 200
    assert states(storage) == ["open", "open"]


def test_undo_does_not_step_over_a_decision_of_someone_else(storage: Storage, editor: Editor) -> None:
    """Someone else's word leads back to what one had before: that word still stands."""
    editor.post("/rows/1/save", editor.form(1) | {"c_owner": "Sở Y tế"})
    editor.post("/rows/1/accept", editor.form(1))
    other = editor_of(storage, "Minh")
    other.get("/")
    other.post("/rows/1/reopen", other.form(1))
    assert editor.post("/documents/1/undo").status_code == 409
    assert editor.form(1)["c_owner"] == "Sở Y tế"


def test_undo_of_an_entity_that_overlaps_someone_elses_is_refused(storage: Storage, editor: Editor) -> None:
    start = REPORT.index("Công tác")
    place = {"start": start, "end": start + 8, "label": "ORG"}
    editor.post("/documents/1/marks", place)
    editor.post("/documents/1/marks", {"old": f"{start},{start + 8},ORG", "remove": "on"})
    other = editor_of(storage, "Minh")
    other.get("/")
    assert other.post("/documents/1/marks", place | {"end": start + 17}).status_code == 200
    answer = editor.post("/documents/1/undo")
    assert (answer.status_code, "Minh đã thay đổi chỗ này" in answer.text) == (409, True)
    with storage.reading() as session:
        marks = session.scalars(select(Document.marks)).one()
    assert [each["end"] for each in marks if each["label"] == "ORG" and each["start"] == start] == [start + 17]


def entity(end: int) -> dict[str, object]:
    return {"label": "ORG", "start": 0, "end": end, "text": REPORT[:end], "value": {"name": REPORT[:end]}}


def _judge(session: Session, kept: Document, name: str, step: int) -> None:
    decide.judge(session, kept, name, 1, {"fields": ["12"[step % 2]]})


def _check(session: Session, kept: Document, name: str, step: int) -> None:
    decide.check(session, kept, name, step % 2 == 0)


def _mark(session: Session, kept: Document, name: str, step: int) -> None:
    short, long = entity(3), entity(7)
    decide.mark(session, kept, name, *[(None, short), (short, long), (long, short)][step])


@pytest.mark.parametrize("act", [_judge, _check, _mark])
def test_undo_does_not_take_back_an_older_decision_under_someone_elses(storage: Storage, document: int, act: Act) -> None:
    """Lan goes there and further, Minh back to Lan's first: what stands now is Minh's, whichever of Lan's is asked about."""
    with storage.writing() as session:
        kept = session.get_one(Document, document)
        for step, name in enumerate(["Lan", "Lan", "Minh"]):
            act(session, kept, name, step)
            session.flush()
        before = (list(kept.marks), dict(kept.judgements), kept.checked)
        undone = undo(session, kept, "Lan")
        assert undone.decision is None
        assert [by for _, by in undone.passed] == ["Minh", "Minh"]
        assert (kept.marks, kept.judgements, kept.checked) == before
        assert undo(session, kept, "Minh").decision  # and Minh's can be, then both of Lan's
        session.flush()
        assert [bool(undo(session, kept, "Lan").decision) for _ in range(3)] == [True, True, False]


def test_undo_of_an_entity_minds_its_own_words_and_layer(storage: Storage, document: int) -> None:
    with storage.writing() as session:
        kept = session.get_one(Document, document)
        decide.mark(session, kept, "Lan", None, entity(3))
        decide.mark(session, kept, "Minh", None, entity(3) | {"label": "EVENT"})
        decide.mark(session, kept, "Minh", None, entity(7) | {"start": 4})
        session.flush()
        assert undo(session, kept, "Lan").decision


@pytest.mark.parametrize("verb", ["reject", "accept"])
def test_undo_leaves_what_was_typed(storage: Storage, editor: Editor, verb: str) -> None:
    editor.post(f"/rows/1/{verb}", editor.form(1) | {"c_owner": "Sở Y tế"})
    assert editor.post("/documents/1/undo").status_code == 200
    assert (states(storage)[0], editor.form(1)["c_owner"]) == ("open", "Sở Y tế")
    editor.post("/documents/1/undo")
    assert editor.form(1)["c_owner"] == ""


def test_what_was_typed_into_a_rejected_row_is_kept(storage: Storage, editor: Editor) -> None:
    typed = {"c_owner": "Sở Y tế", "c_committed": "nhiều"}
    answer = editor.post("/rows/1/reject", editor.form(1) | typed)
    assert (answer.status_code, 'data-unread="c_committed"' in answer.text) == (200, True)
    assert (states(storage)[0], records(storage)) == ("rejected", [])
    assert (editor.form(1)["c_owner"], editor.form(1)["c_committed"]) == ("Sở Y tế", "250.000 USD")


def test_two_editors_on_one_row(storage: Storage, editor: Editor) -> None:
    other = editor_of(storage, "Minh")
    other.get("/")
    old = editor.form(1)
    assert other.post("/rows/1/accept", other.form(1) | {"c_donor": "Quỹ Khác"}).status_code == 200
    answer = editor.post("/rows/1/accept", old)
    assert answer.status_code == 409
    assert "Người khác vừa thay đổi" in answer.text
    assert "Quỹ Khác" in answer.text
    assert records(storage)[0]["donor"] == "Quỹ Khác"


def test_a_draft_is_saved_without_a_record(storage: Storage, editor: Editor) -> None:
    editor.post("/rows/1/save", editor.form(1) | {"c_owner": "Sở Y tế"})
    assert (states(storage)[0], records(storage)) == ("open", [])
    assert editor.form(1)["c_owner"] == "Sở Y tế"


def test_an_added_row(storage: Storage, editor: Editor) -> None:
    page = editor.post("/documents/1/rows", {"type": "award"}).text
    assert "Khen thưởng" in page
    editor.post("/rows/3/accept", editor.form(3) | {"c_award": "Huân chương Hữu nghị", "c_direction": "Tặng"})
    assert states(storage)[2] == "added"
    assert records(storage) == [{"direction": "conferred", "award": "Huân chương Hữu nghị", "province": "Đắk Nông"}]
    for _ in ("accept", "what was typed", "add"):
        editor.post("/documents/1/undo")
    assert "Huân chương" not in editor.get("/documents/1")
    assert "0/2" in editor.get("/")


def test_an_empty_row_is_no_record(storage: Storage, editor: Editor) -> None:
    editor.post("/documents/1/rows", {"type": "award"})
    answer = editor.post("/rows/3/accept", editor.form(3))
    assert answer.status_code == 422
    assert "còn trống" in answer.text
    assert (states(storage)[2], records(storage)) == ("open", [])


def test_a_row_with_a_cell_that_cannot_be_read_is_not_called_empty(storage: Storage, editor: Editor) -> None:
    editor.post("/documents/1/rows", {"type": "ngo_aid"})
    answer = editor.post("/rows/3/accept", editor.form(3) | {"c_committed": "500 triệu"})
    assert (answer.status_code, "Thiếu đơn vị tiền tệ" in answer.text) == (422, True)
    assert "còn trống" not in answer.text


def test_a_conflict_brings_the_count_up_to_date(storage: Storage, editor: Editor) -> None:
    seen = editor.form(1)
    other = editor_of(storage, "Minh")
    other.get("/documents/1")
    other.post("/rows/1/accept", other.form(1))
    answer = editor.post("/rows/1/accept", seen)
    assert (answer.status_code, "1/2 đã quyết định" in answer.text) == (409, True)
    assert re.search(r'<span id="progress"[^>]*hx-swap-oob="true"', answer.text)
    assert not re.search(r"<article[^>]*hx-swap-oob", answer.text)


@pytest.mark.parametrize(
    ("key", "said", "stored"),
    [
        ("person_times", "mười hai", "12"),
        ("person_times", "02 lớp", "2"),
        ("person_times", "05", "5"),
        ("person_times", "1.345", "1345"),
    ],
)
def test_below_a_number_stands_how_it_is_stored(editor: Editor, key: str, said: str, stored: str) -> None:
    assert f"lưu là {stored}<" in editor.post(f"/rows/2/cells/{key}", {f"c_{key}": said}).text
    assert "lưu là" not in editor.post(f"/rows/2/cells/{key}", {f"c_{key}": stored}).text


def test_what_is_typed_when_a_row_is_reopened_stays(storage: Storage, editor: Editor) -> None:
    editor.post("/rows/1/accept", editor.form(1))
    editor.post("/rows/1/reopen", editor.form(1) | {"c_owner": "Sở Y tế"})
    assert (states(storage)[0], records(storage)) == ("open", [])
    assert editor.form(1)["c_owner"] == "Sở Y tế"


def test_a_database_of_a_newer_version_is_said(storage: Storage, url: str) -> None:
    with storage.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(StorageError, match="newer vnforeign"):
        Storage(url)


def test_models_and_migrations_agree(storage: Storage) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    with storage.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Table.metadata) == []


def test_decisions_cannot_be_changed_in_the_database(storage: Storage, editor: Editor) -> None:
    editor.post("/rows/1/accept", editor.form(1))
    for statement in ("UPDATE decisions SET editor = 'x'", "DELETE FROM decisions"):
        with pytest.raises(DBAPIError, match="decisions are kept"), storage.engine.connect() as connection:
            connection.execute(text(statement))


def test_the_same_text_twice_is_one_document(storage: Storage, document: int) -> None:
    assert intake.add(storage, report(), "Minh") == document
    with storage.reading() as session:
        assert len(list(session.scalars(select(Document.id)))) == 1
