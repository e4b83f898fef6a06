"""Draws the picture of the README with a headless chromium: ``make picture`` after a change of looks."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import vnforeign as vf

ROOT = Path(__file__).resolve().parent.parent
REPORT = ROOT / "corpora" / "samples" / "bao-dien-bien-2022-tin.txt"
PICTURE = ROOT / "docs" / "images" / "report.png"
_STYLE = "<style>body{margin:12px;background:#fff}.vnforeign.vnforeign .scroll{max-height:none;overflow:visible}</style>"


def main() -> None:
    """Writes the picture; ends with a message where there is no chromium."""
    program = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if program is None:
        sys.exit("the picture needs chromium: apt-get install chromium")
    page = f'<meta charset="utf-8"><body data-jp-theme-light="true">{_STYLE}{vf.analyze(vf.read(REPORT))._repr_html_()}'
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "page.html"
        source.write_text(page, encoding="utf-8")
        size = ["--window-size=1020,556", "--force-device-scale-factor=1.5", f"--screenshot={PICTURE}"]
        options = ["--headless", "--no-sandbox", "--hide-scrollbars", *size]
        subprocess.run([program, *options, source.as_uri()], check=True, capture_output=True, timeout=60)
    print(f"{PICTURE.relative_to(ROOT)}: {PICTURE.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
