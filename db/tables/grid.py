"""A sheet as a grid of texts, before its columns are understood: what xlsx has, and other grids may give."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto


class Nature(Enum):
    """What a cell was that is no plain text."""

    FLOAT = auto()
    DATE = auto()
    ERROR = auto()
    FORMULA = auto()
    """A formula; its text is the value last computed by whoever saved the file."""


Spot = tuple[int, int]
"""(row, column), both from 0."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Texts by row and column, all rows of one length; merged cells know where they begin."""

    sheet: str
    texts: tuple[tuple[str, ...], ...]
    merged: dict[Spot, Spot] = field(default_factory=dict)
    """For every merged cell the upper left one of its range."""
    natures: dict[Spot, Nature] = field(default_factory=dict)

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
        """How a person finds a cell: `Sheet1!B7`."""
        return f"{self.sheet}!{column_letter(column)}{row + 1}"


def column_letter(column: int) -> str:
    """0 is A, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
