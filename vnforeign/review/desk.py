"""What every page needs: the storage, the templates, and who is asking."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from hashlib import sha256
from pathlib import Path as File
from typing import Annotated, Any

import msgspec
from fastapi import Depends, HTTPException, Path, Request
from fastapi.responses import HTMLResponse, Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.datastructures import FormData

from ..formats.html import TEXT_STYLE, colours
from .session import Password, Session, Sessions
from .storage import Storage
from .texts import LANGUAGES, Texts
from .typed import day, moment
from .unread import noted

_HERE = File(__file__).parent
LANGUAGE = "vnforeign_language"
MOST_FIELDS, MOST_FILES, LARGEST_FIELD = 400, 50, 8_000_000
_TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


class Settings(msgspec.Struct, frozen=True):
    """How the application is run: ``user`` decides where no password is asked, ``hosts`` are the names it answers to.

    ``largest`` is the size of the largest request in bytes.
    """

    user: str
    password: str | None = None
    hosts: tuple[str, ...] = ("localhost",)
    port: int = 0
    largest: int = 20_000_000


class Desk:
    """One running application."""

    def __init__(self, storage: Storage, settings: Settings) -> None:
        self.storage = storage
        self.settings = settings
        self.sessions = Sessions(storage.secret, settings.password)
        self.password = Password(settings.password) if settings.password else None
        self.cookie = f"vnforeign_{settings.port}"
        self.assets = dict(_assets())
        loader = FileSystemLoader(_HERE / "templates")
        self.templates = Environment(loader=loader, autoescape=True, undefined=StrictUndefined)
        self.templates.trim_blocks = self.templates.lstrip_blocks = True
        stamp = sha256(b"".join(data for data, _ in self.assets.values())).hexdigest()[:12]
        self.templates.filters |= {"day": day, "moment": moment, "noted": noted}
        self.templates.globals["asset"] = lambda name: f"/static/{name}?{stamp}"


def _assets() -> list[tuple[str, tuple[bytes, str]]]:
    """The files that pages load, by name: no address ever becomes a path."""
    files = [path for path in sorted((_HERE / "static").iterdir()) if path.suffix in _TYPES]
    shipped = [(path.name, (path.read_bytes(), _TYPES[path.suffix])) for path in files]
    return [*shipped, ("text.css", ((TEXT_STYLE.read_text(encoding="utf-8") + colours()).encode(), "text/css"))]


class Visit:
    """One request: who asks, in which language, and the way to answer."""

    def __init__(self, request: Request) -> None:
        self.desk: Desk = request.app.state.desk
        self.storage = self.desk.storage
        self.request = request
        self.say = Texts(request.cookies.get(LANGUAGE, LANGUAGES[0]))
        found = self.desk.sessions.read(request.cookies.get(self.desk.cookie))
        self.fresh = found is None
        self.session: Session = found or self.desk.sessions.begin(self.desk.settings.user, False)

    @property
    def editor(self) -> str:
        return self.session.name

    @property
    def may_enter(self) -> bool:
        return self.desk.password is None or self.session.known

    def page(self, template: str, values: Mapping[str, Any], status: int = 200) -> HTMLResponse:
        """A rendered template."""
        answer = HTMLResponse(self.html(template, values), status)
        if self.fresh:
            self.remember(answer, self.session)
        return answer

    def html(self, template: str, values: Mapping[str, Any]) -> str:
        known = {"say": self.say, "token": self.desk.sessions.token(self.session), "visit": self}
        return self.desk.templates.get_template(template).render(known | dict(values))

    def remember(self, answer: Response, session: Session) -> None:
        """Sends the session along as a cookie that no script reads and no other site sends."""
        answer.set_cookie(self.desk.cookie, self.desk.sessions.cookie(session), httponly=True, samesite="strict")


class NotIn(Exception):
    """The password was not given yet."""


def _anyone(request: Request) -> Visit:
    return Visit(request)


def _entered(request: Request) -> Visit:
    visit = Visit(request)
    if not visit.may_enter:
        raise NotIn
    return visit


async def _form(request: Request) -> AsyncIterator[FormData]:
    """The form of a request that changes something, if it carries the session's token."""
    visit = Visit(request)
    async with request.form(max_files=MOST_FILES, max_fields=MOST_FIELDS, max_part_size=LARGEST_FIELD) as form:
        said = request.headers.get("x-token") or str(form.get("token", ""))
        if visit.fresh or not visit.desk.sessions.is_token(visit.session, said):
            raise HTTPException(403, "session")
        yield form


Anyone = Annotated[Visit, Depends(_anyone)]
Entered = Annotated[Visit, Depends(_entered)]
Form = Annotated[FormData, Depends(_form)]
#: The number of a document or row in an address: what a database takes.
Number = Annotated[int, Path(ge=0, lt=2**31)]
