"""The command ``review``, which serves the review application."""

from __future__ import annotations

import os
from pathlib import Path

import click

from .console import FAILED, complain
from .wording import plain

DATABASE = "vnforeign-review.db"
PASSWORD = "VNFOREIGN_REVIEW_PASSWORD"
db_option = click.option(
    "--db",
    "url",
    metavar="URL",
    default=DATABASE,
    show_default=True,
    help="SQLite file or postgresql:// URL.",
    envvar="VNFOREIGN_REVIEW_DB",
)


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATHS]...")
@db_option
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="Address to listen on; another than this machine's needs a password."
)
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="Port; 0 takes a free one.")
@click.option(
    "--user", metavar="NAME", help="Who decides, where no password is asked.  [default: the name you are logged in with]"
)
@click.option(
    "--password-file", type=click.Path(exists=True, dir_okay=False), help=f"Its first line is the password; or set {PASSWORD}."
)
@click.option(
    "--allow-host", "names", multiple=True, metavar="NAME", help="A name that browsers use for this server; repeatable."
)
@click.option(
    "--largest", type=click.IntRange(1, 500), default=20, show_default=True, metavar="MB", help="Size of the largest upload."
)
@click.option("--browser/--no-browser", default=True, show_default=True, help="Open a browser.")
def review(
    paths: tuple[str, ...],
    url: str,
    host: str,
    port: int,
    user: str | None,
    password_file: str | None,
    names: tuple[str, ...],
    largest: int,
    browser: bool,
) -> int:
    """Accept, correct, reject or add the rows drafted from reports, in a browser.

    Reports named as PATHS come in first; more can be uploaded or pasted. Needs the extra `review`.
    """
    try:
        from .review.desk import Settings
        from .review.serve import open_server, serve, take_in
    except ImportError as error:
        complain(lacking(error))
        return FAILED
    if missing := [path for path in paths if not Path(path).exists()]:
        complain(f"{', '.join(missing)}: no such file or folder")
        return FAILED
    try:
        password = _password(host, password_file)
        settings = Settings(user or _login(), password, (*names, host, "localhost"), port, largest * 1_000_000)
        server = open_server(url, host, settings)
        failed = take_in(server, paths, complain)
        serve(server, browser, click.echo)
    except (ValueError, OSError) as error:
        complain(plain(error))
        return FAILED
    return FAILED if failed else 0


def lacking(error: ImportError) -> str:
    """What to say where the extra ``review`` is not installed."""
    return f"{error}; install what the review needs: pip install 'vnforeign[review]'"


def _login() -> str:
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # a user without a name; ImportError is how Windows says so
        return "editor"


def _password(host: str, file: str | None) -> str | None:
    """The password from the file, the environment or the terminal; None where only this machine can ask. Raises ValueError."""
    kept = Path(file).read_text(encoding="utf-8") if file else os.environ.get(PASSWORD, "")
    said = kept.split("\n")[0].rstrip("\r")
    if not said and not file and not _is_here(host):
        said = click.prompt("Password for the editors", hide_input=True, confirmation_prompt=True)
    if file and not said:
        raise ValueError(f"{file}: its first line is empty, it should be the password")
    return said or None


def _is_here(host: str) -> bool:
    import ipaddress

    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
