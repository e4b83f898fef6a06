"""Signing in and out, the language, and the files that pages load."""

from __future__ import annotations

from urllib.parse import urlsplit

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import RedirectResponse, Response

from ..desk import LANGUAGE, Anyone, Form, Visit
from ..session import Session
from ..texts import LANGUAGES
from ..typed import clean

router = APIRouter()
_LONGEST_NAME = 80
_YEAR = 365 * 24 * 3600


@router.get("/static/{name}")
def asset(name: str, visit: Anyone) -> Response:
    """A style or script, by name."""
    if name not in visit.desk.assets:
        raise HTTPException(404, "page")
    data, media = visit.desk.assets[name]
    return Response(data, media_type=media, headers={"cache-control": "public, max-age=604800"})


@router.get("/login")
def login(visit: Anyone) -> Response:
    """The form that asks for name and password."""
    return RedirectResponse("/", 303) if visit.may_enter else _ask(visit, "", 200)


@router.post("/login")
def enter(visit: Anyone, form: Form) -> Response:
    """Checks the password; a new session begins."""
    name = " ".join(clean(str(form.get("name", ""))).split())[:_LONGEST_NAME]
    password = visit.desk.password
    if password is None:
        return RedirectResponse("/", 303)
    fits = password.fits(str(form.get("password", "")))
    if fits is None:
        return _ask(visit, "login.wait", 429)
    if not fits:
        return _ask(visit, "login.wrong", 403)
    if not name:
        return _ask(visit, "login.no_name", 422)
    answer = RedirectResponse("/", 303)
    visit.remember(answer, visit.desk.sessions.begin(name, True))
    return answer


@router.post("/leave")
def leave(visit: Anyone, form: Form) -> Response:
    """Ends the session."""
    answer = RedirectResponse("/login", 303)
    visit.remember(answer, Session("", "", False, 0))
    return answer


@router.post("/language")
def language(request: Request, form: Form) -> Response:
    """Switches between Vietnamese and English, and back to the page."""
    chosen = str(form.get("language", ""))
    answer = RedirectResponse(_page(request.headers.get("referer", "")), 303)
    answer.set_cookie(LANGUAGE, chosen if chosen in LANGUAGES else LANGUAGES[0], max_age=_YEAR, httponly=True, samesite="strict")
    return answer


def _page(referer: str) -> str:
    """The path of one of our own pages."""
    parts = urlsplit(referer)
    path = "/" + parts.path.lstrip("/\\")
    return f"{path}?{parts.query}" if parts.query else path


def _ask(visit: Visit, problem: str, status: int) -> Response:
    return visit.page("login.html", {"problem": visit.say(problem) if problem else ""}, status)
