"""The documentation site: built without a network, whole, with every public name, and every link leading somewhere."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

import vnforeign
from tools import pages

pytest.importorskip("mkdocs", reason="the extra `docs` is not installed")

ROOT = Path(__file__).resolve().parents[2]
#: What a browser loads by itself, and the attribute that says from where.
LOADED = {"script": "src", "img": "src", "link": "href", "iframe": "src", "source": "src"}
VIETNAMESE = ("index", "researcher", "archivist", "editor", "labels", "review")


class Page(HTMLParser):
    """The anchors of a page, what it links to, and what a browser loads for it."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.anchors: set[str] = set()
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value for name, value in attrs if value is not None}
        self.anchors |= {named[name] for name in ("id", "name") if name in named}
        if tag == "a" and "href" in named:
            self.links.append(named["href"])
        if tag in LOADED and named.get("rel") != "canonical" and LOADED[tag] in named:
            self.loaded.append(named[LOADED[tag]])


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as `make docs` builds it, in a process without a way to the network."""
    out = tmp_path_factory.mktemp("site")
    closed = {f"{name}_proxy": "http://127.0.0.1:9" for name in ("http", "https")}
    environment = {**os.environ, **closed, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(out)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=180)
    assert done.returncode == 0, done.stderr
    return out


@pytest.fixture(scope="module")
def parsed(site: Path) -> dict[Path, Page]:
    return {path: Page(path) for path in sorted(site.rglob("*.html")) if path.name != "404.html"}


def test_no_link_is_dead(site: Path, parsed: dict[Path, Page]) -> None:
    dead = [
        f"{path.relative_to(site)}: {link}" for path, page in parsed.items() for link in page.links if _dead(path, link, parsed)
    ]
    assert sum(len(page.links) for page in parsed.values()) > 1000
    assert dead == []


def _dead(path: Path, link: str, parsed: dict[Path, Page]) -> bool:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return False
    target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
    if not target.is_file():
        return True
    anchor = unquote(parts.fragment)
    return bool(anchor) and target in parsed and anchor not in parsed[target].anchors | {"__top"}


def test_a_browser_loads_nothing_from_elsewhere(site: Path, parsed: dict[Path, Page]) -> None:
    assert [f"{path.name}: {url}" for path, page in parsed.items() for url in page.loaded if urlsplit(url).netloc] == []
    assert [path.name for path in site.rglob("*.css") if re.search(r"url\(['\"]?(?:https?:)?//", path.read_text("utf-8"))] == []


def test_what_a_browser_loads_is_there(parsed: dict[Path, Page]) -> None:
    wanted = {path.parent / unquote(urlsplit(url).path) for path, page in parsed.items() for url in page.loaded}
    assert [str(path) for path in wanted if not str(path).startswith("data:") and not path.is_file()] == []


def test_every_public_name_is_in_the_reference(parsed: dict[Path, Page], site: Path) -> None:
    shown = {anchor.rpartition(".")[2] for anchor in parsed[site / "reference.html"].anchors}
    text = (ROOT / "docs" / "reference.md").read_text(encoding="utf-8")
    assert [name for name in vnforeign.__all__ if name not in shown and f"`vf.{name}`" not in text] == []


def test_every_page_of_docs_is_in_the_site(site: Path) -> None:
    pages_of_docs = [path.relative_to(ROOT / "docs") for path in (ROOT / "docs").rglob("*.md")]
    assert [str(path) for path in pages_of_docs if not (site / path).with_suffix(".html").is_file()] == []


def test_pages_from_elsewhere_take_part(site: Path) -> None:
    elsewhere = "CHANGELOG.html CONTRIBUTING.html benchmarks/RESULTS.html vnforeign/fields/model/CARD.html corpora/index.html"
    assert [path for path in elsewhere.split() if not (site / path).is_file()] == []
    assert (site / "benchmarks" / "peers.py").is_file()


@pytest.mark.parametrize("name", VIETNAMESE)
def test_the_pages_for_users_are_also_in_vietnamese(name: str) -> None:
    prose = re.sub(r"```.*?```|`[^`\n]*`|\([^)\s]*\)", "", (ROOT / "docs" / "vi" / f"{name}.md").read_text("utf-8"), flags=re.S)
    letters = [char for char in prose if char.isalpha()]
    assert sum(not char.isascii() for char in letters) > 0.25 * len(letters)


def test_vietnamese_pages_say_that_they_are(site: Path) -> None:
    assert '<html lang="vi"' in (site / "vi" / "index.html").read_text(encoding="utf-8")
    assert '<html lang="en"' in (site / "index.html").read_text(encoding="utf-8")


def test_links_in_code_are_none() -> None:
    assert "AMOUNT" not in pages._links("CONTRIBUTING.md")
