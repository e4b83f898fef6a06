"""What mkdocs.yml calls while it builds the site: paths become those of the project, and files outside docs/ take part.

A page of the site has the path that it has in the project (`docs/links.md`, `CHANGELOG.md`), so links work alike in an editor, in
a repository browser and on the site, and mkdocs checks them all. The folder docs/ is left out of addresses.
"""

from __future__ import annotations

import os
import re
from pathlib import Path, PurePosixPath

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROOT = Path(__file__).resolve().parent.parent
_LINK = re.compile(r"\]\((?![a-z]+:|#)([^)\s#]+)")
_CODE = re.compile(r"^```.*?^```|`[^`\n]+`", re.M | re.S)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """The files of docs/ under their path in the project, and every file that navigation or a page leads to."""
    own = [file for file in files if file.src_dir == config.docs_dir]
    for file in own:
        files.remove(file)
    wanted = [f"docs/{file.src_uri}" for file in own] + list(_leaves(config.nav))
    for path in _reached(wanted):
        files.append(_file(path, config))
    return files


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """The page, its language told to browsers and screen readers."""
    return output.replace('<html lang="en"', '<html lang="vi"', 1) if page.file.src_uri.startswith("docs/vi/") else output


def _leaves(nav: object) -> list[str]:
    """The paths that the navigation names."""
    if isinstance(nav, str):
        return [nav]
    inner = nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else []
    return [leaf for each in inner for leaf in _leaves(each)]


def _reached(paths: list[str]) -> list[str]:
    """These files and all that they link to, each once; what is not there is left for mkdocs to complain of."""
    found: dict[str, None] = {}
    while paths:
        path = paths.pop()
        if path not in found and (ROOT / path).is_file():
            found[path] = None
            paths += _links(path) if path.endswith(".md") else []
    return sorted(found)


def _links(path: str) -> list[str]:
    """What a page links to, as paths in the project."""
    text = _CODE.sub("", (ROOT / path).read_text(encoding="utf-8"))
    return [os.path.normpath(PurePosixPath(path).parent / link) for link in _LINK.findall(text)]


def _file(path: str, config: MkDocsConfig) -> File:
    file = File(path, str(ROOT), config.site_dir, config.use_directory_urls)
    file.dest_uri = file.dest_uri.removeprefix("docs/")
    return file
