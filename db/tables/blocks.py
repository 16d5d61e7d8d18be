"""Paragraphs and tables of a document, put together as the grids that a reader of sheets understands.

A page break, a heading or a new category may cut one table into several; lines above a table are its title.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from db.records import Finding
from db.tables.columns import find_header
from db.tables.grid import Grid, Oddity, Spot
from db.tables.headers import Role

Block = str | Grid
"""A paragraph, or a table as it stands."""

_NUMBER = re.compile(r"[\d(（〇一二三四五六七八九十①-⑳][\d.．、\-()（）〇一二三四五六七八九十]{0,9}|[①-⑳]")
_MOST_TITLES = 8
_LONGEST_LINE = 200
"""Characters; what is longer is no title, heading or note."""


def joined_grids(blocks: Iterable[Block]) -> tuple[tuple[Grid, ...], tuple[Finding, ...]]:
    """The tables of a document with the lines above and between them as rows over the whole width.

    A table without a header of its own, or with the same one, goes on with the one above. Finding:
    `text_beside` (count, text): paragraphs that belong to no table, the first one of them.
    """
    parts: list[_Part] = []
    waiting: list[str] = []
    beside: list[str] = []
    for block in blocks:
        if isinstance(block, str):
            waiting.append(block)
        elif not block.width:
            continue
        elif parts and parts[-1].goes_on_with(block):
            parts[-1].add(waiting, block)
            waiting = []
        else:
            beside += waiting[: -_MOST_TITLES or None]
            parts.append(_Part(block, waiting[-_MOST_TITLES:]))
            waiting = []
    beside += waiting[_MOST_TITLES:]
    if parts:
        parts[-1].add_lines(waiting[:_MOST_TITLES])
    return tuple(part.grid() for part in parts), tuple(_said(parts, beside))


def _said(parts: list[_Part], beside: list[str]) -> Iterator[Finding]:
    lost = [*beside, *(line for part in parts for line in part.left_out)]
    if parts and lost:
        details = (("count", str(len(lost))), ("text", lost[0][:60]))
        yield Finding("text_beside", "warning", "", details)


@dataclass
class _Part:
    """One grid in the making."""

    first: Grid
    titles: list[str]
    left_out: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        found = find_header(self.first)
        self._header = _header_texts(self.first) if found else None
        numbers = found.of(Role.NUMBER) if found else ()
        self._number_at = numbers[0].at if numbers else None
        self._rows: list[tuple[str, ...]] = []
        self._merged: dict[Spot, Spot] = {}
        self._hidden: set[int] = set()
        self._oddities: list[Oddity] = []
        self._places: list[tuple[str, int]] = []
        self.add(self.titles, self.first)

    def goes_on_with(self, grid: Grid) -> bool:
        """Whether a further table is more of this one."""
        if self._header is None or grid.width != self.first.width:
            return False
        if find_header(grid) is not None:
            return _header_texts(grid) == self._header
        return self._number_at is None or _counts(grid, self._number_at)

    def add(self, lines: Iterable[str], grid: Grid) -> None:
        """Lines and the table below them."""
        self.add_lines(lines, grid.sheet)
        start = len(self._rows)
        self._rows += grid.texts
        self._merged |= {_down(at, start): _down(to, start) for at, to in grid.merged.items()}
        self._hidden |= {row + start for row in grid.hidden_rows}
        self._oddities += [replace(one, spot=_down(one.spot, start)) for one in grid.oddities]
        self._places += [(grid.sheet, row + 1) for row in range(len(grid.texts))]

    def add_lines(self, lines: Iterable[str], sheet: str = "") -> None:
        """Paragraphs as rows of one cell each; what is too long for a heading or a note is left out."""
        width = self.first.width
        for line in lines:
            if len(line) > _LONGEST_LINE:
                self.left_out.append(line)
                continue
            at = len(self._rows)
            self._rows.append((line,) + ("",) * (width - 1))
            self._merged |= {(at, column): (at, 0) for column in range(1, width)}
            self._places.append((sheet or self.first.sheet, 0))

    def grid(self) -> Grid:
        """What was put together."""
        return Grid(
            self.first.sheet,
            tuple(self._rows),
            self._merged,
            {},
            frozenset(self._hidden),
            frozenset(),
            tuple(self._oddities),
            tuple(self._places),
        )


def _counts(grid: Grid, at: int) -> bool:
    """Whether a column holds only numbers, blanks, and headings over the whole width."""
    return all(
        not text or _NUMBER.fullmatch(text) or grid.origin(row, grid.width - 1) == grid.origin(row, 0)
        for row in range(len(grid.texts))
        if (text := grid.text(row, at).strip()) not in ("/", "-", "—")
    )


def _down(spot: Spot, rows: int) -> Spot:
    return spot[0] + rows, spot[1]


def _header_texts(grid: Grid) -> list[str]:
    """The texts of the row in which the header ends, to know it again."""
    found = find_header(grid)
    return [grid.text(found.bottom, at) for at in range(grid.width)] if found else []
