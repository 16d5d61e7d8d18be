"""Which column of a grid is which: the header found by what its words mean, and by what stands below."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from db.tables import headers
from db.tables.grid import Grid, column_letter
from db.tables.headers import BESIDE, Role
from db.tables.mapping import AS_UNDERSTOOD, ColumnMeaning, TableMapping

_SEARCHED = 60
"""Rows from the top in which a header is looked for."""
_SAMPLED = 200
"""Rows below the header that tell a number column from others."""
_NUMBER = re.compile(r"\d{1,4}(?:[.．\-－]\d{1,3}){0,3}[.、]?")
_ORDINAL = re.compile(r"[一二三四五六七八九十]{1,3}[、.．].*|[(（][一二三四五六七八九十]+[)）].*")
_SINGLE = (
    Role.CATEGORY,
    Role.NUMBER,
    Role.TARGET,
    Role.TITLE,
    Role.UNITS,
    Role.LEADS,
    Role.COOPERATING,
)
"""What only one column can be."""
_WHAT = frozenset((Role.TARGET, Role.ITEM, Role.TITLE, Role.NUMBER))
_WHO = frozenset((Role.UNITS, Role.LEADS, Role.COOPERATING, Role.PROGRESS))


@dataclass(frozen=True, slots=True)
class Column:
    """A column with its meaning."""

    at: int
    role: Role
    name: str
    """The words of its header, without line breaks."""
    period: str = ""
    named: bool = True
    """False where the header says nothing and the column's letter stands in."""


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a grid: rows `top` to `bottom`, and the columns below."""

    top: int
    bottom: int
    columns: tuple[Column, ...]

    def of(self, role: Role) -> tuple[Column, ...]:
        """The columns with a role, from left to right."""
        return tuple(column for column in self.columns if column.role is role)


def find_header(grid: Grid, mapping: TableMapping = AS_UNDERSTOOD) -> Header | None:
    """The header of a grid, None where no row names what is to be done and by whom or how far it is.

    What `mapping` says of the header's row and of columns counts more than any word.
    """
    top = next((row for row in range(min(len(grid.texts), _SEARCHED)) if _is_header(grid, row)), None)
    bottom = None if top is None else _bottom(grid, top)
    if mapping.header is not None and mapping.header - 1 != bottom:
        top = bottom = mapping.header - 1
    if top is None or bottom is None or not 0 <= bottom < len(grid.texts):
        return None
    named = [_column(grid, top, bottom, at) for at in range(grid.width)]
    columns = _settled(grid, bottom, [column for column in named if column is not None])
    return Header(top, bottom, _chosen(columns, mapping.columns))


def columns_as_they_stand(grid: Grid) -> tuple[Column, ...]:
    """The columns of a grid without a header, by their letters, for a person to say what they hold."""
    return tuple(Column(at, Role.EXTRA, column_letter(at), named=False) for at in range(grid.width))


def _chosen(columns: list[Column], meanings: tuple[ColumnMeaning, ...]) -> tuple[Column, ...]:
    """Columns with the meanings that a person gave; what was taken for the same is kept by its name."""
    given = {meaning.at: meaning for meaning in meanings}
    taken = {meaning.role for meaning in meanings}.intersection(_SINGLE)
    chosen: list[Column] = []
    for column in columns:
        if column.at in given:
            meaning = given[column.at]
            column = replace(column, role=meaning.role, period=meaning.period or column.period)
        elif column.role in taken:
            column = replace(column, role=Role.EXTRA)
        chosen.append(column)
    if not _having(chosen, Role.PROGRESS):  # then nothing stands beside a narrative
        chosen = [replace(one, role=Role.EXTRA) if one.role in BESIDE else one for one in chosen]
    return tuple(_distinct(chosen))


def _is_header(grid: Grid, row: int) -> bool:
    words = [grid.texts[top][left] for top, left in grid.filled(row)]
    roles = {headers.role_of(word) for word in words if headers.is_header_word(word)}
    return bool(roles & _WHAT) and bool(roles & _WHO)


def _bottom(grid: Grid, top: int) -> int:
    """Last row of the header: cells merged down show how deep it is, or words below merged ones."""
    bottom = top
    while bottom + 1 < len(grid.texts) and any(
        grid.origin(bottom + 1, at)[0] == top and grid.text(top, at) for at in range(grid.width)
    ):
        bottom += 1
    below = bottom + 1
    if bottom == top and below < len(grid.texts):
        parted = [
            at for at in range(grid.width) if grid.origin(top, at) != (top, at) or _opens(grid, top, at)
        ]
        words = [grid.text(below, at) for at in parted if grid.text(below, at)]
        if words and all(
            headers.is_header_word(word) or headers.period_label(word) == word for word in words
        ):
            return below
    return bottom


def _opens(grid: Grid, row: int, at: int) -> bool:
    """Whether a merged range that goes on to the right begins here."""
    return at + 1 < grid.width and grid.origin(row, at + 1) == (row, at)


def _column(grid: Grid, top: int, bottom: int, at: int) -> Column | None:
    """The column with the meaning of its header alone; None for one without content of its own."""
    below = range(bottom + 1, len(grid.texts))
    blank = not any(grid.text(row, at).strip() for row in below)
    spots = dict.fromkeys(grid.origin(row, at) for row in range(top, bottom + 1))
    words = [
        word for row, column in spots if (word := re.sub(r"\s*\n\s*", "", grid.texts[row][column]).strip())
    ]
    if _continues(grid, bottom, at) or (blank and not words):
        return None
    if not words:
        return Column(at, Role.EXTRA, column_letter(at), named=False)
    telling = words[-1] if headers.is_header_word(words[-1]) else words[0]
    period = next((label for word in reversed(words) if (label := headers.column_period(word))), "")
    return Column(at, headers.role_of(telling), " ".join(words), period)


def _continues(grid: Grid, bottom: int, at: int) -> bool:
    """Whether a column is but the rest of cells merged from its left, in the header and below."""
    if not at or grid.origin(bottom, at) != grid.origin(bottom, at - 1):
        return False
    below = range(bottom + 1, len(grid.texts))
    return all(
        grid.origin(row, at) == grid.origin(row, at - 1) or not grid.text(row, at).strip() for row in below
    )


def _settled(grid: Grid, bottom: int, columns: list[Column]) -> list[Column]:
    """Columns with one meaning each: what words leave open is told by what stands below them."""
    columns = _told_by_cells(grid, bottom, columns)
    if not _having(columns, Role.TARGET):
        columns = _given(columns, _having(columns, Role.ITEM, Role.TITLE)[-1:], Role.TARGET)
    columns = _given(columns, _having(columns, Role.ITEM), Role.TITLE)
    for role in _SINGLE:
        columns = _one(columns, role)
    return columns


def _having(columns: list[Column], *roles: Role) -> list[Column]:
    return [column for column in columns if column.role in roles]


def _given(columns: list[Column], chosen: list[Column], role: Role) -> list[Column]:
    return [replace(column, role=role) if column in chosen else column for column in columns]


def _told_by_cells(grid: Grid, bottom: int, columns: list[Column]) -> list[Column]:
    """項目 over numbers is the number; a column without a header may hold numbers or categories."""
    for column in columns:
        is_open = column.role in (Role.ITEM, Role.TARGET) or not column.named
        if is_open and not _having(columns, Role.NUMBER) and _mostly(grid, bottom, column.at, _NUMBER):
            columns = _given(columns, [column], Role.NUMBER)
        elif (
            not column.named
            and not _having(columns, Role.CATEGORY)
            and _mostly(grid, bottom, column.at, _ORDINAL)
        ):
            columns = _given(columns, [column], Role.CATEGORY)
    return columns


def _mostly(grid: Grid, bottom: int, at: int, pattern: re.Pattern[str]) -> bool:
    rows = range(bottom + 1, min(len(grid.texts), bottom + 1 + _SAMPLED))
    texts = [text for row in rows if (text := grid.text(row, at).strip())]
    return bool(texts) and sum(pattern.fullmatch(text) is not None for text in texts) * 3 > len(texts) * 2


_TELLING = {Role.NUMBER: "编号", Role.TARGET: "目标"}


def _one(columns: list[Column], role: Role) -> list[Column]:
    """One column of a role; a second task column is the title, where there is none, others are extra."""
    having = _having(columns, role)
    if len(having) < 2:
        return columns
    word = _TELLING.get(role, "")
    kept = next((column for column in having if word in headers.plain(column.name)), having[0])
    others = [column for column in having if column is not kept]
    if role is Role.TARGET and not _having(columns, Role.TITLE):
        columns = _given(columns, others[:1], Role.TITLE)
        others = others[1:]
    return _given(columns, others, Role.EXTRA)


def _distinct(columns: list[Column]) -> list[Column]:
    """Columns whose names and periods differ: a second 备注 is `备注 (2)`."""
    names: Counter[str] = Counter()
    periods: Counter[str] = Counter()
    labelled = len(_having(columns, Role.PROGRESS)) > 1
    distinct: list[Column] = []
    for column in columns:
        if column.role is Role.EXTRA:
            column = replace(column, name=column.name.removeprefix(headers.KEPT))
            names[column.name] += 1
            column = replace(column, name=headers.nth(column.name, names[column.name]))
        elif column.role is Role.PROGRESS and labelled:
            label = column.period or column.name
            periods[label] += 1
            column = replace(column, period=headers.nth(label, periods[label]))
        distinct.append(column)
    return distinct
