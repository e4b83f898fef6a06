"""What an installed vnforeign does, tried by its own interpreter outside the sources: ``python -P tools/smoke.py``.

Prints a line for each thing tried; exit code 1 with words at the first that fails. Imports nothing but the standard library.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from importlib import metadata, resources, util
from pathlib import Path

TEXT = (
    "BÁO CÁO công tác đối ngoại\n\nNgày 04/12/2007, tỉnh Đắk Nông chi gần 25 tỷ đồng theo Chỉ thị số 44-CT/TW.\n\n"
    "Ngày 05/3/2014, đồng chí Chủ tịch UBND tỉnh dẫn đầu đoàn đại biểu của tỉnh thăm, làm việc tại tỉnh Mondulkiri, Campuchia.\n"
)
OLD = "Sè 15: Céng t¸c ®èi ngo¹i n¨m 2004, Uû ban nh©n d©n tØnh".encode("latin-1")  # TCVN3
ASSETS = """
    py.typed scores.tsv fields/cues.tsv fields/taxonomy.tsv fields/model/model.json fields/model/weights.npz formats/html.css
    formats/schema.tsv formats/text.css kinds/locality/localities.tsv links/registry.tsv reading/legacy/tables/tcvn3.tsv
    records/types.toml review/migrations/script.py.mako review/migrations/versions/0001_first.py review/static/htmx.LICENSE
    review/static/htmx.min.js review/static/review.css review/templates/base.html review/texts.toml segment/cues.tsv
""".split()
FIELDS = util.find_spec("numpy") is not None


def run(*arguments: str, stdin: bytes = b"", code: int = 0) -> tuple[str, str]:
    """What ``vnforeign`` prints to stdout and stderr; it must end with the code, and without a traceback."""
    command = [sys.executable, "-P", "-m", "vnforeign", *arguments]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "COLUMNS": "100"}
    done = subprocess.run(command, input=stdin, capture_output=True, timeout=120, env=environment)
    out, said = done.stdout.decode(), done.stderr.decode()
    if "Traceback" in said or done.returncode != code:
        raise AssertionError(f"vnforeign {' '.join(arguments)}: exit code {done.returncode}, not {code}: {said}")
    return out, said


def expect(wanted: bool, said: object) -> None:
    if not wanted:
        raise AssertionError(str(said))


def place() -> str:
    """The package lies where packages are installed, with all its data."""
    import vnforeign

    package = resources.files(vnforeign)
    expect(not Path(str(package)).parent.joinpath("pyproject.toml").exists(), f"{package} is the sources, not an installation")
    missing = [name for name in ASSETS if not package.joinpath(name).is_file()]
    expect(not missing, f"missing: {missing}")
    expect(metadata.version("vnforeign") == vnforeign.__version__, "the version of the metadata differs")
    return f"{len(ASSETS)} assets in {Path(str(package)).parent.name}/vnforeign"


def tag() -> str:
    """Entities as a table and as JSON; fields where numpy is, words about them where it is not."""
    table, _ = run("tag", "--format", "table", "-", stdin=TEXT.encode())
    expect("2007-12-04" in table and "chi thi 44-CT/TW" in table, table)
    line, said = run("tag", "-", stdin=TEXT.encode())
    document = json.loads(line)
    given = any(passage.get("fields") for passage in document["passages"])
    expect(document["schema"] == "vnforeign/1" and given is FIELDS, line)
    expect(FIELDS or "vnforeign[fields]" in said + line, line)
    return f"{len(document['entities'])} entities, fields {'given' if given else 'left out with a warning'}"


def reads() -> str:
    """A page of plain text from a file; an office file is read, or the extra that reads it is named."""
    import vnforeign as vf

    Path("report.txt").write_text(TEXT, encoding="utf-8")
    Path("report.html").write_text(f"<html><body><p>{TEXT}</p></body></html>", encoding="utf-8")
    expect(vf.read("report.txt").text == TEXT, "the text differs")
    try:
        words = vf.read("report.html").text
        expect("Đắk Nông" in words, words)
    except vf.ReadError as error:
        expect("vnforeign[ingest]" in str(error), error)
        return "a text; HTML names its extra"
    return "a text, a page"


def detect() -> str:
    """Text from before Unicode, by the tables inside."""
    Path("old.txt").write_bytes(OLD)
    out, _ = run("detect", "old.txt")
    expect("tcvn3" in out, out)
    return "tcvn3"


def prefill() -> str:
    """Records of the types inside."""
    import vnforeign as vf

    records = vf.prefill(vf.analyze(TEXT))
    expect(bool(records), "no record was drafted")
    return ", ".join(sorted({record.type for record in records}))


def pages() -> str:
    """A page with its style."""
    out, _ = run("tag", "--format", "html", "-", stdin=TEXT.encode())
    expect("<style>" in out and "Đắk Nông" in out, out[:200])
    return f"{len(out):,} characters"


def absent() -> str:
    """The corpora are not inside: commands that need them say so."""
    for corpus, words in (("fields", "corpora" if FIELDS else "vnforeign[fields]"), ("records", "corpora")):
        _, said = run("evaluate", corpus, code=1)
        expect(words in said and "Errno" not in said, said)
    return "evaluate fields, evaluate records say what is missing"


def review() -> str:
    """The application explains itself; it starts, or names its extra."""
    out, _ = run("review", "--help")
    expect("--port" in out, out)
    if util.find_spec("fastapi"):
        return "--help"
    _, said = run("review", "review.db", "--no-browser", code=1)
    expect("vnforeign[review]" in said, said)
    return "--help; names its extra"


TRIED: tuple[Callable[[], str], ...] = (place, tag, reads, detect, prefill, pages, absent, review)


def main() -> int:
    """Tries everything in an empty folder; the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        for each in TRIED:
            try:
                print(f"{each.__name__:10} {each()}")
            except Exception as error:
                print(f"{each.__name__:10} FAILED: {error}")
                return 1
            finally:
                if each is TRIED[-1]:
                    os.chdir("/")
    return 0


if __name__ == "__main__":
    sys.exit(main())
