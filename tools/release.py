"""Whether this is fit for release: ``make release-check`` builds, installs, tries and prints a table of what passed.

python tools/release.py            everything; what needs a network or a program that is not here is skipped, and says so
python tools/release.py --cheap    what needs neither a build nor a network
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import vnforeign

ROOT = Path(__file__).resolve().parent.parent
SMOKE = ROOT / "tools" / "smoke.py"
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
MOST_INSTALLED = 40  # MB, of the core with what it depends on
MOST_SECONDS = 600
_TOOLS = re.compile(r"(?:pip|setuptools|pkg_resources|_distutils_hack|distutils-precedence|__pycache__)\b")
_UNPACKED = ("tests", "docs", "corpora", "tools", "benchmarks", "examples", "vnforeign")
Check = Callable[[Path], str]


class Failed(Exception):
    """What is not fit, in words."""


class Skipped(Exception):
    """Why something was not looked at."""


# --- what needs neither a build nor a network --------------------------------------------------------------------------


def project() -> dict[str, Any]:
    """The table ``project`` of pyproject.toml."""
    table: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return table


def versions(_: Path) -> str:
    """The changes name the version, and the classifiers the Python versions that are tried."""
    version = vnforeign.__version__
    heads = re.findall(r"^## (.*)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.M)
    if not any(version in head for head in heads[:2]):
        raise Failed(f"CHANGELOG.md has no section for {version}")
    if missing := [name for name in PYTHONS if f"Programming Language :: Python :: {name}" not in project()["classifiers"]]:
        raise Failed(f"no classifier for Python {', '.join(missing)}")
    return f"{version}, Python {PYTHONS[0]} to {PYTHONS[-1]}"


def clean(_: Path) -> str:
    """Nothing is left uncommitted."""
    if not (ROOT / ".git").exists():
        raise Skipped("not a git checkout")
    if changed := run("git", "status", "--porcelain", cwd=ROOT).splitlines():
        raise Failed(f"{len(changed)} files are not committed: {', '.join(line[3:] for line in changed[:3])}")
    return run("git", "rev-parse", "--short", "HEAD", cwd=ROOT).strip()


def lock(_: Path) -> str:
    """The lock has a version for each requirement that allows it, and names no package index."""
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    if "://" in text:
        raise Failed("requirements.lock names an address")
    pinned = {
        canonicalize_name(name): version for name, version in re.findall(r"^([\w.-]+)(?:\[[^]]*\])?==([^\s;]+)", text, re.M)
    }
    for each in requirements("dev"):
        if (version := pinned.get(canonicalize_name(each.name))) is None or version not in each.specifier:
            raise Failed(f"{each} is not in requirements.lock ({version}): make lock")
    return f"{len(pinned)} packages"


def requirements(*extras: str) -> Iterator[Requirement]:
    """What the project and these extras require, those of extras they name among it."""
    said, optional = [*project()["dependencies"]], project()["optional-dependencies"]
    for extra in extras:
        said += optional[extra]
    for each in map(Requirement, said):
        if each.name == "vnforeign":
            yield from requirements(*each.extras)
        else:
            yield each


def licences(_: Path) -> str:
    """What others wrote and stands in the package has its licence beside it."""
    vendored = [*(ROOT / "vnforeign").rglob("*.min.*")]
    if bare := [path.name for path in vendored if not path.with_name(f"{path.name.split('.')[0]}.LICENSE").is_file()]:
        raise Failed(f"no licence beside {', '.join(bare)}")
    if "Apache License" not in (ROOT / "LICENSE").read_text(encoding="utf-8"):
        raise Failed("LICENSE is not the licence that pyproject.toml names")
    return f"{project()['license']}; vendored: {', '.join(path.name for path in vendored)}"


# --- what needs a build ------------------------------------------------------------------------------------------------


def build(place: Path) -> str:
    """The sdist, and the wheel from the sdist."""
    run(sys.executable, "-m", "build", "--outdir", str(place), str(ROOT))
    return ", ".join(f"{path.name} {_mb(path.stat().st_size)}" for path in sorted(place.glob("vnforeign-*")))


def contents(place: Path) -> str:
    """The wheel has every file of the package, the sdist every file that the sources keep."""
    with zipfile.ZipFile(one(place, "*.whl")) as wheel, tarfile.open(one(place, "*.tar.gz")) as sdist:
        packed = set(wheel.namelist())
        kept = {name.partition("/")[2] for name in sdist.getnames()}
    files = tracked()
    if missing := sorted({name for name in files if name.startswith("vnforeign/")} - packed):
        raise Failed(f"the wheel lacks {len(missing)} files: {', '.join(missing[:3])}")
    if missing := sorted(set(files) - kept):
        raise Failed(f"the sdist lacks {len(missing)} files: {', '.join(missing[:3])}")
    if not any(name.endswith("licenses/LICENSE") for name in packed) or "vnforeign/py.typed" not in packed:
        raise Failed("the wheel lacks LICENSE or py.typed")
    return f"wheel {len(packed)} files, sdist {len(kept)}"


def tracked() -> list[str]:
    """The files that the sources keep."""
    if (ROOT / ".git").exists():
        return run("git", "ls-files", cwd=ROOT).splitlines()
    folders = [path for name in _UNPACKED for path in (ROOT / name).rglob("*") if path.is_file()]
    return [str(path.relative_to(ROOT)) for path in folders if "__pycache__" not in path.parts]


def core(place: Path) -> str:
    """The wheel alone, in an empty environment: how large it is with what it depends on, and what it does."""
    python = environment(place / "core", one(place, "*.whl"))
    size = installed(python)
    if size > MOST_INSTALLED * 1e6:
        raise Failed(f"{_mb(size)} installed, more than {MOST_INSTALLED} MB")
    return f"{_mb(size)} installed; {smoke(python, place)} tries"


def with_fields(place: Path) -> str:
    """The same with the extra ``fields``."""
    python = environment(place / "fields", f"{one(place, '*.whl')}[fields]")
    return f"{_mb(installed(python))} installed; {smoke(python, place)} tries"


def environment(folder: Path, *requirements: str | Path) -> Path:
    """The interpreter of a new environment with these installed."""
    run(sys.executable, "-m", "venv", str(folder))
    python = folder / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    run(str(python), "-m", "pip", "install", "--quiet", "--no-compile", "--disable-pip-version-check", *map(str, requirements))
    return python


def installed(python: Path) -> int:
    """Bytes of what was installed beside what every environment has."""
    home = Path(run(str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip())
    parts = [path for path in home.iterdir() if not _TOOLS.match(path.name)]
    files = [file for part in parts for file in ([part] if part.is_file() else part.rglob("*"))]
    return sum(file.stat().st_size for file in files if file.is_file() and file.suffix != ".pyc")


def smoke(python: Path, place: Path) -> int:
    """How many things the installed package was seen to do. Raises Failed with the first that it does not."""
    return len(run(str(python), "-P", str(SMOKE), cwd=place).splitlines())


def resolves(_: Path) -> str:
    """Every extra can be installed from wheels alone, on each Python."""
    uv = shutil.which("uv") or shutil.which("uv", path=str(Path(sys.executable).parent))
    if not uv:
        raise Skipped("no program uv here (pip install uv)")
    extras = [name for name in project()["optional-dependencies"] if name not in ("all", "bench", "build")]
    asked = [part for name in extras for part in ("--extra", name)]
    for version in PYTHONS:
        command = [
            uv,
            "pip",
            "compile",
            "--quiet",
            "--python-version",
            version,
            "--only-binary",
            ":all:",
            *asked,
            "pyproject.toml",
        ]
        run(*command, cwd=ROOT)
    return f"{len(extras)} extras on {', '.join(PYTHONS)}"


CHEAP: tuple[Check, ...] = (versions, clean, lock, licences)
COSTLY: tuple[Check, ...] = (build, contents, core, with_fields, resolves)


# --- running -----------------------------------------------------------------------------------------------------------


def run(*command: str, cwd: Path | None = None) -> str:
    """What a program prints. Raises Failed with its last words, Skipped where only the network is missing."""
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, encoding="utf-8", timeout=MOST_SECONDS)
    if done.returncode == 0:
        return done.stdout
    said = f"{done.stdout}\n{done.stderr}".strip()
    if re.search(r"(?i)name resolution|failed to (?:fetch|connect)|network is unreachable|connection (?:refused|error)", said):
        raise Skipped("no package index within reach")
    raise Failed(f"{Path(command[0]).name} ended with {done.returncode}: {' '.join(said[-400:].split())}")


def one(place: Path, pattern: str) -> Path:
    """The one file of that name. Raises Skipped where nothing was built."""
    found = sorted(place.glob(pattern))
    if len(found) != 1:
        raise Skipped("nothing was built")
    return found[0]


def _mb(size: int) -> str:
    return f"{size / 1e6:.1f} MB"


def results(checks: tuple[Check, ...]) -> Iterator[tuple[str, str, str]]:
    """Name, verdict and words of each check, as they end."""
    with tempfile.TemporaryDirectory(prefix="vnforeign-release-") as folder:
        for check in checks:
            try:
                yield check.__name__, "passed", check(Path(folder))
            except (Failed, subprocess.TimeoutExpired, OSError) as error:
                yield check.__name__, "FAILED", str(error)
            except Skipped as error:
                yield check.__name__, "skipped", str(error)


def main() -> int:
    """Runs the command; the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cheap", action="store_true", help="neither builds nor asks the network")
    verdicts = []
    for name, verdict, words in results(CHEAP if parser.parse_args().cheap else CHEAP + COSTLY):
        verdicts.append(verdict)
        print(f"{name:12} {verdict:8} {words}", flush=True)
    print(f"{verdicts.count('passed')} passed, {verdicts.count('FAILED')} failed, {verdicts.count('skipped')} skipped")
    return 1 if "FAILED" in verdicts else 0


if __name__ == "__main__":
    sys.exit(main())
