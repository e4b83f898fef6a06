"""What stands before every request and every answer: who may ask, how much, and what a page may do.

A name in ``Host`` that is not ours is refused, so a foreign site cannot point its own name at this server (DNS rebinding); an
address in digits is fine, since a page from there is no foreign site. A request that changes something must come from our own
pages. Pages may load scripts and styles of this server only, none that stand in the page itself. Errors are logged by their type
and place, never with their message: it may hold words of a document.
"""

from __future__ import annotations

import ipaddress
import logging
import traceback
from collections.abc import Callable, Iterable
from pathlib import Path

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

log = logging.getLogger("vnforeign.review")

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "x-frame-options": "DENY",
}
_READING = ("GET", "HEAD", "OPTIONS")


class TooLarge(Exception):
    """A request with more bytes than are taken."""


class Guard:
    """The outermost layer of the application."""

    def __init__(self, app: ASGIApp, hosts: Iterable[str], largest: int, refuse: Callable[[Headers, int, str], ASGIApp]) -> None:
        self._app = app
        self._refuse = refuse
        self._hosts = {host.casefold() for host in hosts}
        self._largest = largest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        limit = Limit(receive, self._largest)
        answer = Answer(send, limit)
        try:
            refusal = self._refusal(scope, Headers(scope=scope))
            if refusal:
                await refusal(scope, receive, answer.send)
            else:
                await self._app(scope, limit.receive, answer.send)
        except Exception as error:
            if limit.left >= 0:
                log.error("%s %s: %s", scope["method"], _route(scope), told(error))
            if not answer.began:
                code = 413 if limit.left < 0 else 500
                await self._refuse(Headers(scope=scope), code, "")(scope, receive, answer.send)

    def _refusal(self, scope: Scope, headers: Headers) -> ASGIApp | None:
        if not self._ours(headers.get("host", "")):
            return self._refuse(headers, 400, "host")
        if scope["method"] not in _READING and not _from_here(headers):
            return self._refuse(headers, 403, "site")
        said = headers.get("content-length", "0")
        if not said.isdigit() or int(said) > self._largest:
            return self._refuse(headers, 413, "")
        return None

    def _ours(self, host: str) -> bool:
        name = host.rpartition(":")[0] if host.rpartition(":")[2].isdigit() and not host.endswith("]") else host
        name = name.strip("[]").casefold()
        return name in self._hosts or _is_address(name)


class Answer:
    """Adds the headers of every answer; knows whether it has begun."""

    def __init__(self, send: Send, limit: Limit) -> None:
        self._send = send
        self._limit = limit
        self.began = False

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.began = True
            if self._limit.left < 0:
                message["status"] = 413
            headers = MutableHeaders(scope=message)
            headers.setdefault("cache-control", "no-store")
            for name, value in HEADERS.items():
                headers[name] = value
        await self._send(message)


class Limit:
    """Counts what comes in, whatever the request said of its length."""

    def __init__(self, receive: Receive, largest: int) -> None:
        self._receive = receive
        self.left = largest

    async def receive(self) -> Message:
        message = await self._receive()
        self.left -= len(message.get("body", b""))
        if self.left < 0:
            raise TooLarge
        return message


def told(error: BaseException) -> str:
    """The error's type and where it came from, without its message."""
    frames = traceback.extract_tb(error.__traceback__)[-4:]
    places = " < ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(frames))
    return f"{type(error).__name__} at {places}"


def _route(scope: Scope) -> str:
    route = scope.get("route")
    return str(getattr(route, "path", "an unknown address"))


def _is_address(name: str) -> bool:
    try:
        return bool(ipaddress.ip_address(name))
    except ValueError:
        return False


def _from_here(headers: Headers) -> bool:
    """Whether a request that changes something comes from a page of this server."""
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    return origin is None or origin.partition("://")[2] == headers.get("host")
