"""The command ``convert``: documents from one format to another."""

from __future__ import annotations

import os

import click

from .console import FAILED, complain
from .wording import plain

_FORMATS = ("brat", "cas-json", "cas-xmi", "conll", "doccano", "jsonl", "labelstudio", "notation", "prodigy", "w3c")
_format = click.Choice(_FORMATS)


@click.command("convert")
@click.argument("source", metavar="IN")
@click.option("--from", "from_", type=_format, metavar="FORMAT", help="Format of IN, where its suffix does not say it.")
@click.option("--to", type=_format, metavar="FORMAT", help="Format of OUT, where its suffix does not say it.")
@click.option("-o", "--output", metavar="OUT", default="-", help="A file or folder instead of stdout.")
def convert(source: str, from_: str | None, to: str | None, output: str) -> int:
    """Convert annotated documents between formats; what a format cannot hold is said on stderr.

    IN is a file, a folder or - for stdin. Formats: brat, cas-json, cas-xmi, conll, doccano, jsonl (our own), labelstudio,
    notation (of gold reports), prodigy, w3c.
    """
    from . import convert as conversion

    for path, form, option in ((source, from_, "--from"), (output, to, "--to")):
        if form is None and conversion.guess(path) is None:
            raise click.UsageError(f"the name {path!r} does not say the format: give {option}")
    if source != "-" and os.path.exists(source) and os.path.exists(output) and os.path.samefile(source, output):
        raise click.BadParameter(f"{output!r} is the input", param_hint="--output")
    try:
        losses = conversion.convert(source, output, from_, to)
    except (ValueError, ImportError, OSError) as error:  # ReadError is a ValueError
        complain(plain(error))
        return FAILED
    for loss in losses:
        complain(f"lost: {loss}")
    return 0
