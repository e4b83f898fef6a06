"""Whole runs: what they write, what they survive, what a second one does again."""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

import vnforeign as vf
from vnforeign.archive import ArchiveError, Summary, engines, isolate, process, run, store, wire, work, worker, writers
from vnforeign.archive.engines import Processes, Serial
from vnforeign.archive.plan import RECORDS, SCRATCH, Done, Job, Settings
from vnforeign.reading import LIMITS

SETTINGS = Settings(fields=False, links=False, shard=3, reader="tests.archive.readers:odd")
TEXT = "Sở Ngoại vụ tỉnh Lào Cai họp ngày {day}/3/2014, chi 5 tỷ đồng."
Run = Callable[..., Summary]
Patch = pytest.MonkeyPatch
submit = Serial.submit


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for day in range(1, 25):
        path = tmp_path / "in" / f"{day % 3}" / f"{day:02}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(TEXT.format(day=day), encoding="utf-8")
    return tmp_path / "in"


@pytest.fixture
def go(folder: Path) -> Run:
    """One run over the folder into ``out`` beside it."""

    def _go(out: str = "out", workers: int = 2, resume: bool = False, limit: float | None = 60, **settings: object) -> Summary:
        shaped = Settings(**{**{name: getattr(SETTINGS, name) for name in SETTINGS.__struct_fields__}, **settings})
        engine = (lambda: Processes(workers)) if workers else Serial
        return run.run([str(folder)], folder.parent / out, shaped, engine, resume, limit)

    return _go


def tree(out: Path) -> dict[str, bytes]:
    """The files of an output folder with their bytes; the figures of the summary differ from run to run."""
    files = [file for file in sorted(out.rglob("*")) if file.is_file() and ".vnforeign" not in file.parts]
    return {str(file.relative_to(out)): file.read_bytes() for file in files if file.name != "summary.json"}


def documents(out: Path) -> list[vf.Document]:
    lines = [line for part in sorted(out.glob("documents/*")) for line in part.read_text(encoding="utf-8").splitlines()]
    return [vf.Document.from_dict(json.loads(line)) for line in lines]


def errors(out: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in (out / "errors.jsonl").read_text(encoding="utf-8").splitlines()]


def test_workers_write_what_one_process_writes_in_the_order_of_the_paths(go: Run, folder: Path) -> None:
    alone, many = go("alone", workers=0), go("many", workers=3)
    assert tree(folder.parent / "alone") == tree(folder.parent / "many")
    found = documents(folder.parent / "many")
    assert [document.source for document in found] == sorted(map(str, folder.rglob("*.txt")))
    assert [entity.text for entity in found[0].entities.of("AMOUNT")] == ["5 tỷ đồng"]
    assert (many.documents, many.failed, many.tally) == (24, 0, alone.tally)
    assert json.loads((folder.parent / "many" / "summary.json").read_text())["formats"] == {"txt": 24}
    assert list((folder.parent / "many" / ".vnforeign" / "scratch").iterdir()) == []


def test_one_bad_file_costs_itself(go: Run, folder: Path) -> None:
    for name, content in {
        "0/crash": "năm 2011\nCRASH\nnăm 2012",
        "0/stuck": "STUCK",
        "1/fault": "năm 2013\nFAULT",
        "1/memory": "MEMORY",
        "2/bad": "BAD\nnăm 2014",
        "2/once": f"ONCE {folder.parent / 'mark'}",
    }.items():
        (folder / name).write_text(content, encoding="utf-8")
    (folder / "2" / "gone").symlink_to("nowhere")
    summary = go(limit=4)
    rows = {Path(row["path"]).name: (row["class"], row["message"], row["member"]) for row in errors(folder.parent / "out")}
    assert rows == {
        "crash": ("crashed", "the reader crashed (SIGSEGV), after 1 of its parts", None),
        "stuck": ("time limit", "took more than 4 seconds", None),
        "fault": ("internal error", "RuntimeError: a fault", None),
        "memory": ("memory", "does not fit into memory", None),
        "bad": ("unreadable", "is bad", "0"),
        "gone": ("internal error", "FileNotFoundError: [Errno 2] No such file or directory: '%s'" % (folder / "2/gone"), None),
    }
    assert [d.text for d in documents(folder.parent / "out") if "tỷ" not in d.text] == [
        "năm 2011",
        "năm 2013",
        "năm 2014",
        "năm 2013",
    ]
    assert (summary.documents, summary.failed) == (28, 6)


def test_a_failure_before_a_crash_costs_no_document(go: Run, folder: Path) -> None:
    (folder / "0" / "crash").write_text("BAD\nnăm 2011\nBAD\nCRASH", encoding="utf-8")
    go(workers=1)
    assert "năm 2011" in [document.text for document in documents(folder.parent / "out")]
    assert [(row["class"], row["member"]) for row in errors(folder.parent / "out")] == [
        ("unreadable", "0"),
        ("unreadable", "2"),
        ("crashed", None),
    ]


@pytest.mark.skipif(sys.platform != "linux", reason="no such bound here")
def test_a_file_that_wants_more_memory_than_a_worker_has_costs_itself(go: Run, folder: Path, monkeypatch: Patch) -> None:
    monkeypatch.setattr(engines, "share", lambda workers: 2_000_000_000)
    (folder / "1" / "large").write_text("năm 2011\nLARGE\n", encoding="utf-8")
    summary = go()
    assert [(row["class"], row["message"]) for row in errors(folder.parent / "out")] == [("memory", "does not fit into memory")]
    assert (summary.documents, summary.failed) == (25, 1)


def test_a_worker_that_has_no_memory_to_write_a_document_dies_there(monkeypatch: Patch) -> None:
    def full(*_: object) -> Done:
        raise MemoryError

    ends: list[int] = []
    monkeypatch.setattr(os, "_exit", ends.append)
    monkeypatch.setattr(worker, "work", full)
    worker._answer(1, wire.dumps(Job("part-0", "0", [], "", "", SETTINGS)).encode())
    assert ends == [worker.FULL]
    assert isolate._stop(isolate.Died(0, 0, worker.FULL), 60).kind == "memory"


def test_the_share_of_a_worker_is_never_less_than_two_gigabytes() -> None:
    assert isolate.share(10_000) == isolate.LEAST_MEMORY <= isolate.share(1)


def test_what_keeps_a_worker_from_starting_is_said(folder: Path) -> None:
    settings = replace(SETTINGS, reference_date="no day")
    with pytest.raises(ArchiveError, match=r"analysis does not start: .*no day"):
        run.run([str(folder)], folder.parent / "out", settings, lambda: Processes(1))


def test_long_documents_go_into_the_tables_sooner(monkeypatch: Patch) -> None:
    written: list[int] = []

    class Noted:
        def write(self, shard: int, documents: Sequence[vf.Document]) -> None:
            written.append(len(documents))

        def close(self) -> None: ...

    monkeypatch.setattr(writers, "_LONG", 10)
    tables = writers.Tables(Noted(), always=False)
    for size in (4, 4, 4, 20, 1):
        tables.write(vf.Document(text="x" * size))
    tables.close()
    assert written == [3, 1, 1]


def test_a_file_too_large_to_be_read_is_not_hashed_either(tmp_path: Path) -> None:
    with (tmp_path / "image.iso").open("wb") as stream:
        stream.truncate(LIMITS.size + 1)
    summary = vf.tag_many(tmp_path, tmp_path.parent / "large", workers=1, time_limit=0.2, fields=False)
    assert summary.tally.failures == {"unreadable": 1}


def test_a_job_names_its_own_paths_alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[Job] = []

    def noted(self: Serial, job: Job) -> Future[Done]:
        sent.append(job)
        return submit(self, job)

    monkeypatch.setattr(Serial, "submit", noted)
    vf.tag_many(sorted(folder.rglob("*.txt")), folder.parent / "out", workers=0, shard_size=2, fields=False)
    assert len(sent) >= 3
    assert not any(job.settings.inputs for job in sent)


def test_a_slow_output_costs_no_file_its_text(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    signs: list[str] = []

    class Clock:
        def runs(self, at: int, found: int) -> None:
            signs.append(f"runs {at} {found}")

        def stands(self) -> None:
            signs.append("stands")

    class Slow:
        def write(self, document: vf.Document) -> None:
            signs.append("write")

        def close(self) -> None:
            signs.append("close")

    monkeypatch.setattr(work, "writer", lambda job, scratch: Slow())
    out = folder.parent / "out"
    (out / SCRATCH).mkdir(parents=True)
    (out / RECORDS).mkdir()
    work.work(Job("part", "key", [str(folder / "0" / "03.txt")], str(out), str(folder), SETTINGS), Clock())
    assert signs == ["runs 0 0", "stands", "write", "runs 0 1", "stands", "close"]


def test_a_second_run_does_what_is_new_or_changed(go: Run, folder: Path) -> None:
    first = go(workers=0)
    again = go(workers=0, resume=True)
    assert (again.tally, again.fresh.files) == (first.tally, 0)
    (folder / "1" / "01.txt").write_text("năm 2015", encoding="utf-8")
    (folder / "0" / "00-new.txt").write_text("năm 2016", encoding="utf-8")
    (folder / "2" / "02.txt").unlink()
    changed = go(workers=0, resume=True)
    assert 0 < changed.fresh.files < 24
    go("fresh", workers=0)
    assert tree(folder.parent / "out") == tree(folder.parent / "fresh")
    assert len(list((folder.parent / "out" / ".vnforeign" / "shards").iterdir())) == len(tree(folder.parent / "out")) - 1


def test_what_failed_is_read_again_when_asked(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def tag(**options: Any) -> Summary:
        return vf.tag_many(folder, folder.parent / "out", workers=0, fields=False, **options)

    with monkeypatch.context() as missing:
        missing.setattr(process, "analyze", lambda *_: 1 / 0)
        assert tag().failed == 24
    assert tag(resume=True).documents == 0
    assert (tag(retry=True).documents, tag(retry=True).fresh.files) == (24, 0)


def test_a_part_that_is_gone_is_made_again(go: Run, folder: Path) -> None:
    go(workers=0)
    before = tree(folder.parent / "out")
    next((folder.parent / "out" / "documents").iterdir()).unlink()
    go(workers=0, resume=True)
    assert tree(folder.parent / "out") == before


def test_other_settings_other_files_and_another_run_are_refused(go: Run, folder: Path) -> None:
    out = folder.parent / "out"
    go(workers=0)
    with pytest.raises(ArchiveError, match="--resume goes on"):
        go(workers=0)
    with pytest.raises(ArchiveError, match="made with fields = False, not True"):
        go(workers=0, resume=True, fields=True)
    with store.Store(out, SETTINGS, resume=True), pytest.raises(ArchiveError, match="another run is at work"):
        store.Store(out, SETTINGS, resume=True)
    with pytest.raises(ArchiveError, match="other files"):
        go("in", workers=0)
    with pytest.raises(ArchiveError, match="is a file"):
        store.Store(folder / "0" / "03.txt", SETTINGS)


def test_an_output_folder_that_vanishes_ends_the_run_and_can_be_gone_on_with(
    go: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "1" / "z.txt").write_text("STUCK", encoding="utf-8")
    go("whole", limit=4)
    out = folder.parent / "out"
    taken = store.Store.kept

    def vanish(self: store.Store, name: str, key: str) -> object:
        if "000002" in name:
            shutil.rmtree(out / ".vnforeign" / "scratch")
        return taken(self, name, key)

    with monkeypatch.context() as patched:
        patched.setattr(store.Store, "kept", vanish)
        with pytest.raises(ArchiveError, match=r"cannot be written: No such file.*--resume"):
            go(workers=1, limit=4)
    go(resume=True, limit=4)
    assert tree(out) == tree(folder.parent / "whole")


def test_tag_many(folder: Path) -> None:
    seen: list[str] = []
    summary = vf.tag_many(
        folder, folder.parent / "out", workers=0, labels=["DATE"], fields=False, progress=lambda now: seen.append(str(now))
    )
    assert (summary.documents, summary.failed) == (24, 0)
    assert {entity.label for document in documents(folder.parent / "out") for entity in document.entities} == {"DATE"}
    assert "files" in seen[-1] and "MB/s" in seen[-1]
    listed = vf.tag_many(iter([folder / "1" / "01.txt"]), folder.parent / "list", workers=0)
    assert listed.documents == 1
    with pytest.raises(ValueError, match="no format 'xml'"):
        vf.tag_many(folder, folder.parent / "x", format="xml")
    with pytest.raises(ValueError, match="write it as"):
        vf.tag_many(folder, folder.parent / "x", reference_date="22/12/2014")
    with pytest.raises(ValueError, match="state is for a database"):
        vf.tag_many(folder, folder.parent / "x", state=folder.parent / "y")
    with pytest.raises(ValueError, match="no label"):
        vf.tag_many(folder, folder.parent / "x", labels=["RIVER"])
