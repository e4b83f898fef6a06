"""Who is there: a signed cookie with the editor's name, the token that forms carry, the password.

The cookie is signed with a key made of the database's secret and the password: a new password ends all sessions.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
import threading
import time
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error as Base64Error

import msgspec

LASTS = 14 * 3600  # seconds: a long working day
_TRIES, _PAUSE = 5, 60  # wrong passwords before everyone waits, and how many seconds


class Session(msgspec.Struct, frozen=True):
    """A visitor: ``name`` is who decides, ``known`` whether the password was given, ``began`` seconds since 1970."""

    id: str
    name: str
    known: bool
    began: int


class Sessions:
    """Makes and reads cookies and tokens."""

    def __init__(self, secret: bytes, password: str | None) -> None:
        self._key = hmac.digest(secret, (password or "").encode(), "sha256")

    def begin(self, name: str, known: bool) -> Session:
        """A new session."""
        return Session(secrets.token_urlsafe(18), name, known, int(time.time()))

    def cookie(self, session: Session) -> str:
        """The session as a cookie's value."""
        said = urlsafe_b64encode(json.dumps(msgspec.structs.astuple(session)).encode()).decode()
        return f"{said}.{self._sign(said)}"

    def read(self, cookie: str | None) -> Session | None:
        """The session of a cookie that this server signed and that is not too old."""
        said, _, signature = (cookie or "").partition(".")
        if not said or not hmac.compare_digest(signature.encode(), self._sign(said).encode()):
            return None
        try:
            session = Session(*json.loads(urlsafe_b64decode(said)))
        except (ValueError, TypeError, Base64Error):
            return None
        return session if time.time() - session.began < LASTS else None

    def token(self, session: Session) -> str:
        """What each form of the session carries, so that no other site can send one."""
        return self._sign(f"token {session.id}")

    def is_token(self, session: Session, said: str) -> bool:
        return hmac.compare_digest(said.encode(), self.token(session).encode())

    def _sign(self, said: str) -> str:
        return hmac.new(self._key, said.encode(), "sha256").hexdigest()


class Password:
    """A password kept as its scrypt digest; after five wrong tries in a minute everyone waits."""

    def __init__(self, password: str) -> None:
        self._salt = secrets.token_bytes(16)
        self._digest = self._hash(password)
        self._wrong: list[float] = []
        self._one_at_a_time = threading.Lock()

    def fits(self, said: str) -> bool | None:
        """Whether this is the password; None, whatever was said, after too many wrong tries in the last minute.

        Tries wait for one another, so that many at the same moment are no more than five.
        """
        with self._one_at_a_time:
            now = time.monotonic()
            self._wrong = [when for when in self._wrong if now - when < _PAUSE]
            if len(self._wrong) >= _TRIES:
                return None
            right = hmac.compare_digest(self._hash(said), self._digest)
            if not right:
                self._wrong.append(now)
            return right

    def _hash(self, password: str) -> bytes:
        return hashlib.scrypt(password.encode("utf-8", "replace"), salt=self._salt, n=2**14, r=8, p=1)
