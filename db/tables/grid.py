"""A table as a grid of texts, before its columns are understood: what workbooks, documents and pages have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum, auto

MOST_ROWS = 20_000
MOST_COLUMNS = 200
"""Of a grid; no table that people work with comes near."""
MOST_MERGED = 1_000_000
"""Cells of a grid that belong to others."""


class Nature(Enum):
    """What a cell was that is no plain text."""

    FLOAT = auto()
    DATE = auto()
    ERROR = auto()
    FORMULA = auto()
    """A formula; its text is the value last computed by whoever saved the file."""
    UNCOMPUTED = auto()
    """A formula without such a value."""


Spot = tuple[int, int]
"""(row, column), both from 0."""


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something about a cell that a person is to know; becomes a finding with the cell's place."""

    spot: Spot
    code: str
    severity: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """Texts by row and column, all rows of one length; merged cells know where they begin."""

    sheet: str
    texts: tuple[tuple[str, ...], ...]
    merged: dict[Spot, Spot] = field(default_factory=dict)
    """For every merged cell the upper left one of its range."""
    natures: dict[Spot, Nature] = field(default_factory=dict)
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    oddities: tuple[Oddity, ...] = ()
    places: tuple[tuple[str, int], ...] = ()
    """(table, row from 1) of each row where a grid was put together; else it is the sheet's own row."""

    @property
    def width(self) -> int:
        """Number of columns."""
        return len(self.texts[0]) if self.texts else 0

    def origin(self, row: int, column: int) -> Spot:
        """Where the value of a cell stands: elsewhere if it is merged."""
        return self.merged.get((row, column), (row, column))

    def text(self, row: int, column: int) -> str:
        """The text of a cell; each cell of a merged range has that of the range."""
        row, column = self.origin(row, column)
        return self.texts[row][column]

    def filled(self, row: int) -> Iterator[Spot]:
        """Where the texts of a row stand, each once, from left to right."""
        spots = dict.fromkeys(self.origin(row, column) for column in range(self.width))
        return (spot for spot in spots if self.texts[spot[0]][spot[1]].strip())

    def place(self, row: int, column: int) -> str:
        """How a person finds a cell: `Sheet1!B7`; of a paragraph, what it stands beside."""
        sheet, number = self._place(row)
        return f"{sheet}!{column_letter(column)}{number}" if number else sheet

    def row_place(self, row: int) -> str:
        """How a person finds a row: `Sheet1!7`."""
        sheet, number = self._place(row)
        return f"{sheet}!{number}" if number else sheet

    def _place(self, row: int) -> tuple[str, int]:
        return self.places[row] if self.places else (self.sheet, row + 1)


def column_letter(column: int) -> str:
    """0 is A, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def squared(lines: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], ...]:
    """Lines of one length, the short ones filled up with empty cells."""
    rows = [tuple(line) for line in lines]
    width = max(map(len, rows), default=0)
    return tuple(row + ("",) * (width - len(row)) for row in rows)
