"""The application: its pages, its guard, and what it says when something fails."""

from __future__ import annotations

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import PlainTextResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException

from .desk import Desk, NotIn, Settings, Visit
from .pages import document, entry, exported, listed, marks, passages, rows
from .security import Guard
from .storage import Conflict, Storage


def create_app(storage: Storage, settings: Settings) -> Guard:
    """The whole application as an ASGI app; ``app`` of the guard's inside is FastAPI."""
    app = FastAPI(title="vnforeign review", docs_url=None, redoc_url=None, openapi_url=None, redirect_slashes=False)
    app.state.desk = Desk(storage, settings)
    for part in (entry, listed, document, rows, marks, passages, exported):
        app.include_router(part.router)
    app.add_exception_handler(NotIn, _to_login)
    app.add_exception_handler(Conflict, _conflict)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(RequestValidationError, _refused)
    return Guard(app, settings.hosts, settings.largest)


def _to_login(request: Request, _error: Exception) -> Response:
    if "hx-request" in request.headers:
        return PlainTextResponse("", 401, {"hx-redirect": "/login"})
    return RedirectResponse("/login", 303)


def _conflict(request: Request, _error: Exception) -> Response:
    return PlainTextResponse(Visit(request).say("review.changed_document"), 409)


def _refused(request: Request, error: Exception) -> Response:
    """What cannot be answered, said on a page; in plain words to a script, which shows its own message."""
    code, said = (error.status_code, error.detail) if isinstance(error, HTTPException) else (404, "no such address")
    if "hx-request" in request.headers or "text/html" not in request.headers.get("accept", ""):
        return PlainTextResponse(f"{said}\n", code)
    visit = Visit(request)
    return visit.page(
        "refused.html", {"said": visit.say(f"refused.{code}" if code in (403, 404, 413) else "refused.other")}, code
    )
