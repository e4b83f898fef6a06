"""The list of documents, and reports that come in through it."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response
from starlette.datastructures import UploadFile

from ...document import Document
from ...reading import ReadError, decode_all
from .. import catalogue, intake
from ..desk import Entered, Form, Visit
from ..typed import clean
from ..unread import told

router = APIRouter()


@router.get("/")
def listed(visit: Entered, q: str = "", province: str = "", status: str = "", page: int = 1) -> Response:
    """The documents that match."""
    query = catalogue.Query(clean(q)[:200], province, status, max(1, min(page, 10**6)))
    return _show(visit, query, [], 200)


@router.get("/documents")
def back(visit: Entered) -> Response:
    """Back to the list, from the page that says what could not be read."""
    return RedirectResponse("/", 303)


@router.post("/documents")
def added(visit: Entered, form: Form) -> Response:
    """Reports that were uploaded or pasted; one leads to its page, several to the list."""
    problems: list[str] = []
    ids = [found for each in _reports(visit, form, problems) if (found := intake.add(visit.storage, each, visit.editor))]
    if problems or not ids:
        return _show(visit, catalogue.Query(), problems or [visit.say("list.nothing")], 422, len(set(ids)))
    return RedirectResponse(f"/documents/{ids[0]}" if len(ids) == 1 else "/", 303)


def _reports(visit: Visit, form: Form, problems: list[str]) -> list[Document]:
    reports = []
    for upload in form.getlist("files"):
        if isinstance(upload, UploadFile) and upload.filename:
            name = " ".join(clean(upload.filename).replace("\\", "/").rpartition("/")[2].split())[:200]
            for read in _read(upload.file.read(), name):
                if isinstance(read, ReadError):
                    problems.append(visit.say("list.failed", said=told(str(read), visit.say)))
                else:
                    reports.append(read)
    if pasted := str(form.get("text", "")).replace("\r\n", "\n").strip():
        reports.append(Document(text=pasted))
    return reports


def _read(data: bytes, name: str) -> Iterator[Document | ReadError]:
    """The reports of a file: one, or those in a mail or an archive."""
    for read in decode_all(data, name):
        if isinstance(read, Document):
            read.id = read.id or name.rpartition(".")[0] or name
        blank = isinstance(read, Document) and not read.text.strip()
        yield ReadError(f"{name}: there is no text in it") if blank else read


def _show(visit: Visit, query: catalogue.Query, problems: list[str], status: int, taken: int = 0) -> Response:
    with visit.storage.reading() as session:
        lines, total = catalogue.search(session, query)
        if not lines and total.documents:  # a page behind the last
            query = msgspec.structs.replace(query, page=1)
            lines, total = catalogue.search(session, query)
        waiting = [line for line in lines if line.done < line.all]
        following = min(waiting, key=lambda line: line.status != "begun", default=None)
        known = {"following": following, "provinces": catalogue.provinces(session), "statuses": catalogue.STATUSES}
    most = visit.desk.settings.largest // 1_000_000
    last = (total.documents - 1) // catalogue.PAGE + 1
    found = {"query": query, "lines": lines, "total": total, "last": last, "most": most}
    return visit.page("list.html", found | known | {"problems": problems, "taken": taken}, status)
