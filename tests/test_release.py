"""The release checks that need no network, and the installed package itself, tried outside the sources."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tools import release, smoke

CHEAP = [check for check in release.CHEAP if check is not release.clean]  # work in progress is no fault


@pytest.mark.parametrize("check", CHEAP, ids=lambda check: check.__name__)
def test_what_every_release_needs(check: release.Check, tmp_path: Path) -> None:
    assert check(tmp_path)


def test_a_failing_check_is_named_and_the_others_go_on() -> None:
    def first(_: Path) -> str:
        raise release.Failed("words")

    def second(place: Path) -> str:
        return release.one(place, "*.whl").name

    assert list(release.results((first, second, release.versions)))[:2] == [
        ("first", "FAILED", "words"),
        ("second", "skipped", "nothing was built"),
    ]


def test_a_program_that_fails_tells_its_last_words() -> None:
    with pytest.raises(release.Failed, match=r"ended with 3: .*no such thing"):
        release.run(sys.executable, "-c", "import sys; print('no such thing'); sys.exit(3)")
    with pytest.raises(release.Skipped):
        release.run(sys.executable, "-c", "import sys; print('Temporary failure in name resolution'); sys.exit(1)")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("hatchling")
    place = tmp_path_factory.mktemp("dist")
    release.run(sys.executable, "-m", "build", "--no-isolation", "--outdir", str(place), str(release.ROOT))
    return place


def test_wheel_and_sdist_are_whole(wheel: Path) -> None:
    assert release.contents(wheel)


def test_the_installed_package_works_outside_the_sources(wheel: Path, tmp_path: Path) -> None:
    packages = tmp_path / "installed"
    options = ("--quiet", "--no-deps", "--no-index", "--no-compile", "--disable-pip-version-check", "--target", str(packages))
    release.run(sys.executable, "-m", "pip", "install", *options, str(release.one(wheel, "*.whl")))
    command = [sys.executable, "-P", str(release.SMOKE)]
    environment = {"PYTHONPATH": str(packages), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(done.stdout.splitlines()) == len(smoke.TRIED)
    assert str(packages) not in str(release.ROOT)
