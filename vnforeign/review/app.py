"""The application: its pages, its guard, and what it says when something fails."""

from __future__ import annotations

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import PlainTextResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException

from .desk import Desk, NotIn, Settings
from .pages import document, entry, exported, listed, marks, passages, rows
from .refusals import Refusals
from .security import Guard, TooLarge
from .storage import Conflict, Storage


def create_app(storage: Storage, settings: Settings) -> Guard:
    """The whole application as an ASGI app; ``app`` of the guard's inside is FastAPI."""
    app = FastAPI(title="vnforeign review", docs_url=None, redoc_url=None, openapi_url=None, redirect_slashes=False)
    app.state.desk = desk = Desk(storage, settings)
    app.state.refusals = refusals = Refusals(desk)
    for part in (entry, listed, document, rows, marks, passages, exported):
        app.include_router(part.router)
    app.add_exception_handler(NotIn, _to_login)
    app.add_exception_handler(Conflict, _conflict)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(RequestValidationError, _refused)
    app.add_exception_handler(Exception, _failed)
    return Guard(app, settings.hosts, settings.largest, refusals)


def _to_login(request: Request, _error: Exception) -> Response:
    if "hx-request" in request.headers:
        return PlainTextResponse("", 401, {"hx-redirect": "/login"})
    return RedirectResponse("/login", 303)


def _conflict(request: Request, _error: Exception) -> Response:
    return _answer(request, 409)


def _refused(request: Request, error: Exception) -> Response:
    return _answer(request, error.status_code, error.detail) if isinstance(error, HTTPException) else _answer(request, 404)


def _failed(request: Request, error: Exception) -> Response:
    return _answer(request, 413 if isinstance(error, TooLarge) else 500)


def _answer(request: Request, code: int, reason: str = "") -> Response:
    refusals: Refusals = request.app.state.refusals
    return refusals(request.headers, code, reason)
