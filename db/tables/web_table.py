"""One table of a web page: cells that reach over rows and columns, laid out as HTML lays them out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path

from db.errors import RequestError
from db.tables.grid import MOST_COLUMNS, MOST_MERGED, MOST_ROWS, Grid, Oddity, Spot, squared

_BROKEN = "\0"
"""Stands for a line break of the file, which is no line break of the text."""
_AT_BREAK = re.compile(rf"[ \t\f]*{_BROKEN}[ \t\f{_BROKEN}]*")
_BLANKS = re.compile(r"[ \t\f\u00a0]+")
_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\U00020000-\U0003ffff]")


def marked(text: str) -> str:
    """Text of a page, its line breaks marked as what they are: blanks, or nothing between Chinese."""
    return text.replace(_BROKEN, "").replace("\r\n", _BROKEN).replace("\r", _BROKEN).replace("\n", _BROKEN)


def line_texts(text: str) -> list[str]:
    """The lines that a browser shows, without blank ones."""

    def joint(found: re.Match[str]) -> str:
        around = text[found.start() - 1 : found.start()] + text[found.end() : found.end() + 1]
        return "" if _WIDE.search(around) else " "

    shown = _BLANKS.sub(" ", _AT_BREAK.sub(joint, text))
    return [line.strip() for line in shown.split("\n") if line.strip()]


@dataclass
class _Cell:
    rows: int
    columns: int
    text: list[str] = field(default_factory=list)
    nested: bool = False


class PageTable:
    """Gathers the rows and cells of a table."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._rows: list[list[_Cell]] = []
        self._hidden: set[int] = set()
        self._cell: _Cell | None = None
        self.is_layout = False
        """Whether it only says where things stand on the page; a table with a header stands in it."""

    def row(self, *, opens: bool, hidden: bool = False) -> None:
        """A tr begins or ends."""
        self._cell = None
        if opens:
            if hidden:
                self._hidden.add(len(self._rows))
            self._rows.append([])
            if len(self._rows) > MOST_ROWS:
                raise RequestError("table_too_large", path=self._path, limit=MOST_ROWS)

    def cell(self, attributes: dict[str, str], *, opens: bool) -> None:
        """A td or th begins or ends."""
        self._cell = None
        if opens:
            if not self._rows:
                self.row(opens=True)
            self._cell = _Cell(
                _span(attributes, "rowspan", MOST_ROWS), _span(attributes, "colspan", MOST_COLUMNS) or 1
            )
            self._rows[-1].append(self._cell)

    def put(self, text: str) -> None:
        """Text of the cell that is open; between cells there is none."""
        if self._cell is not None:
            self._cell.text.append(text)

    def put_nested(self, grid: Grid) -> None:
        """A table in the open cell, row by row."""
        if self._cell is not None:
            self._cell.nested = True
            lines = ["  ".join(text for text in line if text) for line in grid.texts]
            self._cell.text.append("\n" + "\n".join(line.replace("\n", " ") for line in lines) + "\n")

    def new_texts(self) -> list[str]:
        """The lines of every cell since this was asked last; the table itself is not wanted any more."""
        new = [line for row in self._rows for cell in row for line in line_texts("".join(cell.text))]
        if self._cell is not None:
            self._cell.text.clear()
        self._rows = [[self._cell]] if self._cell is not None else []
        return new

    def grid(self, name: str) -> Grid:
        """The table as a grid."""
        lines: list[list[str]] = [[] for _ in self._rows]
        merged: dict[Spot, Spot] = {}
        oddities: list[Oddity] = []
        taken: list[set[int]] = [set() for _ in self._rows]
        for at, cells in enumerate(self._rows):
            column = 0
            for cell in cells:
                while column in taken[at]:
                    column += 1
                if column >= MOST_COLUMNS:
                    break
                self._lay(cell, (at, column), merged, taken)
                lines[at] += [""] * (column - len(lines[at]) + 1)
                lines[at][column] = "\n".join(line_texts("".join(cell.text)))
                if cell.nested:
                    oddities.append(Oddity((at, column), "table_nested", "warning"))
                column += cell.columns
        width = max((column + 1 for columns in taken for column in columns), default=0)
        texts = squared([*lines, [""] * width])[:-1]
        return Grid(name, texts, merged, hidden_rows=frozenset(self._hidden), oddities=tuple(oddities))

    def _lay(self, cell: _Cell, spot: Spot, merged: dict[Spot, Spot], taken: list[set[int]]) -> None:
        """Mark what a cell reaches over; no further than the table goes."""
        rows = range(spot[0], min(spot[0] + cell.rows, len(taken)) if cell.rows else len(taken))
        columns = range(spot[1], min(spot[1] + cell.columns, MOST_COLUMNS))
        if len(merged) + len(rows) * len(columns) > MOST_MERGED:
            raise RequestError("table_too_large", path=self._path, limit=MOST_ROWS)
        for row in rows:
            taken[row].update(columns)
        merged |= {at: spot for at in product(rows, columns) if at != spot}


def _span(attributes: dict[str, str], name: str, most: int) -> int:
    """How far a cell reaches; 0, for rows, is down to the end."""
    value = attributes.get(name, "1").strip()
    return min(int(value), most) if value.isascii() and value.isdigit() and len(value) < 7 else 1
