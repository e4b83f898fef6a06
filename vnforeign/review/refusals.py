"""What is answered where a request cannot be: a page in the visitor's language, plain words to a script.

Such a page carries neither token nor session: it may go to whoever asked under a foreign name.
"""

from __future__ import annotations

from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from .desk import LANGUAGE, Desk
from .texts import LANGUAGES, Texts, texts


class Refusals:
    """Makes the answers of one application."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def __call__(self, headers: Headers, code: int, reason: str = "") -> Response:
        """The answer with a status; ``reason`` is the key of a text under ``refused``, the status is another."""
        say = Texts(_language(headers))
        keys = (f"refused.{reason}", f"refused.{code}", "refused.other")
        said = say(next(key for key in keys if key in texts()))
        if not _reads_pages(headers):
            return PlainTextResponse(f"{said}\n", code)
        return HTMLResponse(self._desk.templates.get_template("refused.html").render(say=say, said=said, code=code), code)


def _reads_pages(headers: Headers) -> bool:
    """Whether a page is wanted: not by a script of ours, nor for a picture."""
    accepted = headers.get("accept", "*/*")
    return "hx-request" not in headers and ("text/html" in accepted or "*/*" in accepted)


def _language(headers: Headers) -> str:
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(LANGUAGE)
    except CookieError:
        found = None
    return found.value if found else LANGUAGES[0]
