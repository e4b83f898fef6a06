"""The ways in which copies from Word, PDF and portals lay a table out. Each takes rows of cells, the heads first, and gives text."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from textwrap import wrap

Rows = list[list[str]]
Layout = Callable[[Rows], str]


def _lines(cell: str, width: int) -> list[str]:
    return wrap(cell, width) or [""]


def _widths(rows: Rows, most: int) -> list[int]:
    return [min(most, max(2, *(len(cell) for cell in column))) for column in zip(*rows, strict=True)]


def _broken(rows: Rows, most: int) -> list[list[list[str]]]:
    """For each row the lines of each of its cells, no wider than ``most``."""
    widths = _widths(rows, most)
    return [[_lines(cell, width) for cell, width in zip(row, widths, strict=True)] for row in rows]


def _printed(cells: list[list[str]]) -> list[list[str]]:
    """The lines of print of a row: for each the words of every cell, none where a cell has ended."""
    return [[cell[at] if at < len(cell) else "" for cell in cells] for at in range(max(map(len, cells)))]


def parted(rows: Rows, mark: str, edge: str = "") -> str:
    return "\n".join(f"{edge}{mark.join(row)}{edge[::-1]}" for row in rows)


def markdown(rows: Rows) -> str:
    head, *body = parted(rows, " | ", "| ").split("\n")
    return "\n".join([head, "|" + "---|" * len(rows[0]), *body])


def aligned(rows: Rows, most: int, gap: str = "   ", centred: bool = False, blank: bool = False) -> str:
    widths, found = _widths(rows, most), list[str]()
    for cells in _broken(rows, most):
        tallest = max(map(len, cells))
        held = [[""] * ((tallest - len(cell)) // 2 if centred else 0) + cell for cell in cells]
        found += [
            gap.join(word.ljust(width) for word, width in zip(line, widths, strict=True)).rstrip() for line in _printed(held)
        ]
        found += [""] if blank else []
    return "\n".join(found)


def _heights(cells: list[list[str]], halves: bool) -> list[list[str]]:
    """The lines of print of a row whose cells stand in its middle; one that is half a line off has lines of its own, or goes up."""
    tallest = max(map(len, cells))
    found: dict[int, list[str]] = {}
    for column, cell in enumerate(cells):
        for at, word in enumerate(cell):
            height = tallest - len(cell) + 2 * at
            found.setdefault(height if halves else height // 2 * 2, [""] * len(cells))[column] = word
    return [found[height] for height in sorted(found) if any(found[height])]


def printed(rows: Rows, most: int, halves: bool = True, blank: bool = False, drift: int = 0, page: int = 0) -> str:
    """As ``pdftotext -layout`` puts tables down: cells in the middle of their rows, heads in the middle of their columns, neighbours
    two blanks apart; columns that drift, pages that have the heads again further right.
    """
    widths, found = _widths(rows, most), list[str]()
    for row, cells in enumerate(_broken(rows, most)):
        paged = page and row and row % page == 0
        margin = " " * (2 + drift * (row % 3) + 3 * (row // page if page else 0))
        lines = [*(_heights(_broken(rows, most)[0], halves) if paged else []), *_heights(cells, halves)]
        heads = len(lines) if not row else len(lines) - len(_heights(cells, halves))
        found += ["", f"{'':40}{row}", ""] if paged else []
        for at, line in enumerate(lines):
            words = [word.center(width) if at < heads else word.ljust(width) for word, width in zip(line, widths, strict=True)]
            found.append((margin + "  ".join(words)).rstrip())
        found += [""] if blank else []
    return "\n".join(found)


def ruled(rows: Rows, most: int) -> str:
    """Wrapped rows with a line of dashes between them."""
    widths = _widths(rows, most)
    lines = [
        "\n".join(
            "  ".join(word.ljust(width) for word, width in zip(line, widths, strict=True)).rstrip() for line in _printed(cells)
        )
        for cells in _broken(rows, most)
    ]
    return f"\n{'-' * 160}\n".join(lines)


def boxed(rows: Rows, most: int) -> str:
    """A box drawn with signs: ``+---+``, ``| 1 |``."""
    widths = _widths(rows, most)
    rule = f"+{'+'.join('-' * (width + 2) for width in widths)}+"
    found = [rule]
    for cells in _broken(rows, most):
        lines = [[word.ljust(width) for word, width in zip(line, widths, strict=True)] for line in _printed(cells)]
        found += [parted(lines, " | ", "| "), rule]
    return "\n".join(found)


def snapped(rows: Rows, mark: str, most: int) -> str:
    """Cells broken over lines between the marks that part them."""
    return "\n".join(mark.join("\n".join(cell) for cell in cells) for cells in _broken(rows, most))


def quoted(rows: Rows, most: int) -> str:
    """Cells with line ends of their own stand in quotation marks, as a spreadsheet copies them."""
    said = [["\n".join(cell) for cell in cells] for cells in _broken(rows, most)]
    return "\n".join("\t".join(f'"{cell}"' if "\n" in cell else cell for cell in cells) for cells in said)


def worn(rows: Rows, most: int) -> str:
    """Cells with line ends of their own, some beside a tab, empty cells lost, over two pages."""
    lines = [
        "\t".join("\n".join(cell) + "\n" * (at == 3) for at, cell in enumerate(cells) if cell != [""])
        for cells in _broken(rows, most)
    ]
    return "\n".join([*lines[:3], "\t\t2", lines[0], *lines[3:]])


def tabbed(rows: Rows, most: int) -> str:
    """Wrapped rows between tabs; a line ends with its last word."""
    return "\n".join("\t".join(line).rstrip() for cells in _broken(rows, most) for line in _printed(cells))


def paged(rows: Rows, most: int) -> str:
    """A table that goes on, its heads said again, behind the end of a page."""
    return f"{aligned(rows[:3], most)}\n\n2\n\n{aligned([rows[0], *rows[3:]], most)}"


def turned(rows: Rows, most: int, end: str) -> str:
    """Wrapped rows over two pages, the second without heads: a page's number, blank lines between them."""
    widths, middle, found = _widths(rows, most), len(rows) // 2 + 1, list[str]()
    for row, cells in enumerate(_broken(rows, most)):
        lines = [
            "  ".join(word.ljust(width) for word, width in zip(line, widths, strict=True)).rstrip() for line in _printed(cells)
        ]
        found += [end, *lines] if row == middle else lines
    return "\n".join(found)


def barred(rows: Rows, most: int) -> str:
    return "\n".join(parted(_printed(cells), " | ", "| ") for cells in _broken(rows, most))


def fenced(rows: Rows, most: int) -> str:
    """Cells on lines of their own, bars alone on the lines between them."""
    return "\n".join("\n".join("\n".join([*cell, "|"]) for cell in cells) for cells in _broken(rows, most))


def tall(rows: Rows, most: int = 200, between: str = "\n", empty: str = "-") -> str:
    """A cell a line, one with more words than a line holds over several."""
    held = [line for cells in _broken(rows, most) for cell in cells for line in ([*cell] if cell != [""] else [empty]) if line]
    return between.join(held)


def poured(rows: Rows, most: int, pages: bool = False) -> str:
    """A cell over several lines, an empty one a blank line; perhaps over two pages, the heads said again."""
    held = [[line for cell in cells for line in cell] for cells in _broken(rows, most)]
    if pages:
        held = [*held[:3], ["", "2", ""], held[0], *held[3:]]
    return "\n".join(line for row in held for line in row)


def flat(rows: Rows, most: int = 10_000) -> str:
    """A row a line, its cells parted by single blanks; over several lines where it is long."""
    return "\n".join("\n".join(wrap(" ".join(row), most)) for row in rows)


def run_on(rows: Rows, most: int = 100_000, between: str = " ") -> str:
    """All rows in one paragraph, which may be broken anywhere."""
    said = between.join(cell for row in rows for cell in row if cell)
    return "\n".join(wrap(said, most, break_long_words=False)) if between else said


def crossed(rows: Rows, most: int) -> str:
    """Each line of print a line: pieces of several cells, parted by single blanks."""
    return "\n".join(" ".join(word for word in line if word) for cells in _broken(rows, most) for line in _printed(cells))


LAYOUTS: dict[str, Layout] = {
    "bars": partial(parted, mark=" | "),
    "bars at the edges": partial(parted, mark=" | ", edge="| "),
    "markdown": markdown,
    "tabs": partial(parted, mark="\t"),
    "semicolons": partial(parted, mark="; "),
    "aligned": partial(aligned, most=80),
    "aligned, wrapped": partial(aligned, most=22, gap="  "),
    "aligned, narrow": partial(aligned, most=14),
    "aligned, cells in the middle": partial(aligned, most=20, gap="  ", centred=True),
    "aligned, blank lines": partial(aligned, most=22, gap="  ", blank=True),
    "aligned, single blanks": partial(aligned, most=22, gap=" "),
    "aligned, dashes between rows": partial(ruled, most=20),
    "aligned, over two pages": partial(paged, most=20),
    "aligned, a page's number between rows": partial(turned, most=20, end=f"{'':52}2"),
    "aligned, another page without heads": partial(turned, most=20, end="\n2\n"),
    "print": partial(printed, most=20, halves=False),
    "print, half lines": partial(printed, most=20),
    "print, half lines, narrow": partial(printed, most=15),
    "print, half lines, blank lines": partial(printed, most=18, blank=True),
    "print, columns that drift": partial(printed, most=20, drift=1),
    "print, over pages": partial(printed, most=18, page=2),
    "boxes": partial(boxed, most=60),
    "boxes, wrapped": partial(boxed, most=18),
    "bars, cells broken over lines": partial(snapped, mark=" | ", most=25),
    "tabs, cells broken over lines": partial(snapped, mark="\t", most=25),
    "tabs, cells broken over lines, in quotation marks": partial(quoted, most=16),
    "tabs, cells broken over lines, empty ones lost, over two pages": partial(worn, most=16),
    "tabs, wrapped, lines cut short": partial(tabbed, most=18),
    "bars, wrapped": partial(barred, most=18),
    "bars, wrapped and aligned": partial(aligned, most=18, gap=" | "),
    "bars on lines of their own": partial(fenced, most=25),
    "bars, lines broken anywhere": partial(run_on, most=80, between=" | "),
    "bars, all in one line": partial(run_on, between=" | "),
    "a cell a line": tall,
    "a cell a line, blank lines": partial(tall, between="\n\n"),
    "a cell a line, empty ones left out": partial(tall, empty=""),
    "a cell a line, wrapped": partial(tall, most=16),
    "a cell over lines, empty ones a blank line": partial(poured, most=24),
    "a cell over lines, over two pages": partial(poured, most=24, pages=True),
    "a row a line": flat,
    "a row over lines": partial(flat, most=70),
    "rows in a paragraph": run_on,
    "rows in a paragraph, broken": partial(run_on, most=75),
    "rows in a paragraph, no blanks": partial(run_on, between=""),
    "a row a line, no blanks": partial(parted, mark=""),
    "lines across the columns": partial(crossed, most=18),
}
