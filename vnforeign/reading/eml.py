"""Mails: the body as a text, attachments and forwarded mails as files of their own. Nothing that a mail links to is fetched."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from email import message_from_bytes, policy
from email.message import MIMEPart
from email.utils import parseaddr, parsedate_to_datetime
from typing import Any, cast

from . import html
from .draft import Draft
from .parts import Budget, Names, Part
from .plain import OutOfMemory, ReadError

_LONGEST = 4_000  # characters of one line of the head that are looked at: the parser's time grows with their square


class _Policy(policy.EmailPolicy):
    """Reads the beginning of endless lines of the head."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        return super().header_fetch_parse(name, value[:_LONGEST])


def parts(data: bytes, source: str, budget: Budget) -> Iterator[Part | ReadError]:
    """The body, then the attachments in order; pictures that the body shows are passed over.

    Raises ReadError where a limit on all attachments together is passed.
    """
    mail, names = cast(MIMEPart, message_from_bytes(data, policy=_Policy(refold_source="none"))), Names()
    body = mail.get_body(("plain", "html"))
    yield _body(mail, body, source)
    for each in _attachments(mail, body):
        budget.member(source)
        name = names.once(each.get_filename() or _unnamed(each))
        content = _bytes(each)
        try:
            budget.unpack(f"{source}/{name}", len(content), len(content))
            yield Part(name, content)
        except ReadError as error:
            yield error


def _body(mail: MIMEPart, body: MIMEPart | None, source: str) -> Part | ReadError:
    """The text, or why there is none: the attachments are read all the same."""
    try:
        return Part(draft=_draft(mail, body, source))
    except ImportError:
        return ReadError(f"{source}: its text is a web page; reading it needs more: pip install 'vnforeign[ingest]'")
    except MemoryError:
        return OutOfMemory(f"{source}: its text does not fit into memory")
    except Exception as error:  # whatever a library raises on bytes made to break it
        return ReadError(f"{source}: its text is damaged ({type(error).__name__})")


def _draft(mail: MIMEPart, body: MIMEPart | None, source: str) -> Draft:
    draft = Draft()
    if body is not None and body.get_content_type() == "text/html":
        draft = html.read(_bytes(body), source)
    elif body is not None:
        draft.text = _plain(body)
    draft.metadata = _metadata(mail)
    if not draft.text.strip():
        draft.warnings = [*draft.warnings, "the mail has no text of its own"]
    return draft


def _plain(body: MIMEPart) -> str:
    data, named = _bytes(body), body.get_content_charset() or "utf-8"
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        try:
            text = (
                html.western(data)
                if named in ("iso-8859-1", "us-ascii", "utf-8", "windows-1252")
                else data.decode(named, "replace")
            )
        except (LookupError, UnicodeError, TypeError):
            text = html.western(data)
    return text.replace("\r\n", "\n")


def _bytes(part: MIMEPart) -> bytes:
    if part.get_content_type() == "message/rfc822":
        return b"".join(inner.as_bytes() for inner in part.iter_parts())
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""


def _attachments(mail: MIMEPart, body: MIMEPart | None) -> Iterator[MIMEPart]:
    """What the sender attached or wrote between attachments, at any depth; neither the body nor its other form."""
    if mail.get_content_type() == "message/rfc822":
        return
    if not mail.is_multipart() and mail is not body:  # nothing but a file
        yield mail
    mixed = mail.get_content_type() == "multipart/mixed"
    for part in mail.iter_parts() if mail.is_multipart() else ():
        if part is body or not isinstance(part, MIMEPart):
            continue
        if part.get_content_type() == "message/rfc822":
            yield part
        elif part.is_multipart():
            yield from _attachments(part, body)
        elif part.is_attachment() or _told(part, mixed):
            yield part


def _told(part: MIMEPart, mixed: bool) -> bool:
    """Whether a part that is shown says something: a file with a name, or text between files. Pictures do not."""
    kind = part.get_content_maintype()
    return kind != "image" and bool(part.get_filename() or (mixed and kind == "text"))


def _unnamed(part: MIMEPart) -> str:
    return "forwarded.eml" if part.get_content_type() == "message/rfc822" else "unnamed"


def _metadata(mail: MIMEPart) -> dict[str, str]:
    name, address = parseaddr(_said(mail, "from"))
    found = {"title": _said(mail, "subject"), "author": name or address}
    with suppress(ValueError, TypeError):
        found["published"] = parsedate_to_datetime(_said(mail, "date")).date().isoformat()
    return found


def _said(mail: MIMEPart, name: str) -> str:
    """What a line of the head says; one that the parser stumbles over (``From: <``) costs the mail nothing."""
    try:
        return str(mail.get(name, ""))
    except Exception:
        return ""
