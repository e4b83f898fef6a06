"""Downloads: saved records, gold reports, labelled passages."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException
from fastapi.responses import Response

from ...records import types
from .. import exports, gold, tables
from ..desk import Entered

router = APIRouter()


@router.get("/export/records.csv")
def one_type(visit: Entered, type: str) -> Response:
    """The records of one type as CSV."""
    if type not in types():
        raise HTTPException(404, "table")
    with visit.storage.reading() as session:
        data = exports.write(tables.saved(session), "csv", visit.say.language, type)
    return _file(data, f"{type}.csv", "text/csv; charset=utf-8")


@router.get("/export/records.{ending}")
def records(ending: str, visit: Entered) -> Response:
    """All saved records: zip (of CSV files), xlsx, json, sql."""
    if ending not in exports.WAYS:
        raise HTTPException(404, "format")
    write, media = exports.WAYS[ending]
    with visit.storage.reading() as session:
        return _file(write(tables.saved(session), visit.say.language), f"records.{ending}", media)


@router.get("/export/gold.zip")
def reports(visit: Entered) -> Response:
    """The checked documents as gold reports."""
    with visit.storage.reading() as session:
        return _file(gold.archive(session), "gold.zip", "application/zip")


@router.get("/export/rows.jsonl")
def rows(visit: Entered) -> Response:
    """The saved rows of documents without an open one, to measure the drafts with."""
    with visit.storage.reading() as session:
        data = "".join(f"{line}\n" for line in gold.rows(session)).encode("utf-8", "replace")
    return _file(data, "rows.jsonl", "application/jsonl")


@router.get("/export/passages.tsv")
def passages(visit: Entered) -> Response:
    """The passages that editors judged."""
    with visit.storage.reading() as session:
        data = gold.passages(session).encode("utf-8", "replace")
    return _file(data, "passages.tsv", "text/tab-separated-values; charset=utf-8")


def _file(data: bytes, name: str, media: str) -> Response:
    return Response(data, media_type=media, headers={"content-disposition": f'attachment; filename="{name}"'})
