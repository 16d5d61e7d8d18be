"""What a person puts right before a table is imported: columns, rows, names, what the table does not say."""

from __future__ import annotations

from dataclasses import dataclass, replace

from db.figures import ReadMeasure
from db.records import TaskId
from db.tables.headers import Role
from db.tables.shape import Table, TableRow


@dataclass(frozen=True, slots=True)
class ColumnMeaning:
    """What a column holds, whatever its header says."""

    at: int
    """The column of the grid, from 0."""
    role: Role
    period: str = ""
    """The period's label, for a progress column or what stands beside one."""


@dataclass(frozen=True, slots=True)
class RowAnswer:
    """What a row says, where it was read wrongly; None leaves what was read."""

    at: str
    """`TableRow.at`, which no mapping of columns changes."""
    skip: bool = False
    category: str | None = None
    number: str | None = None
    title: str | None = None
    target: str | None = None
    leads: tuple[str, ...] | None = None
    cooperating: tuple[str, ...] | None = None
    progress: tuple[str, ...] | None = None
    """One narrative for each period of the table; one of another length is not used."""
    measures: tuple[ReadMeasure, ...] | None = None
    """What the target promises, instead of what is read from its text."""
    task: TaskId | None = None
    """In a further period: the task that this row reports on."""


@dataclass(frozen=True, slots=True)
class TableMapping:
    """How to read a table; with nothing in it, as it is understood."""

    digest: str = ""
    """SHA-256 of the file that was looked at; if it is another by now, it is not read."""
    sheet: str = ""
    header: int | None = None
    """The row of the grid in which the header stands, from 1."""
    columns: tuple[ColumnMeaning, ...] = ()
    rows: tuple[RowAnswer, ...] = ()
    categories: tuple[tuple[str, str], ...] = ()
    """(as read, right)."""
    units: tuple[tuple[str, str], ...] = ()
    """(as read, right)."""
    first_leads: bool = False
    """Whether of several units without ★ only the first leads."""
    groups: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Members of group units (各街道); without members a group leads itself."""
    title: str | None = None
    year: int | None = None
    period: str | None = None
    """Label of a progress column that names none."""


AS_UNDERSTOOD = TableMapping()


def answered(table: Table, mapping: TableMapping) -> Table:
    """The table with what a person answered; findings are left as they are."""
    answers = {answer.at: answer for answer in mapping.rows}
    rows = [_answered(row, answers.get(row.at)) for row in table.rows]
    right = _Right(dict(mapping.categories), dict(mapping.units))
    return replace(
        table,
        title=table.title if mapping.title is None else mapping.title,
        year=table.year if mapping.year is None else mapping.year,
        periods=tuple(label or mapping.period or "" for label in table.periods),
        rows=tuple(right.row(row) for row in rows if row is not None),
    )


def _answered(row: TableRow, answer: RowAnswer | None) -> TableRow | None:
    if answer is None:
        return row
    if answer.skip:
        return None
    progress = answer.progress if len(answer.progress or ()) == len(row.progress) else None
    return replace(
        row,
        category=row.category if answer.category is None else answer.category,
        number=row.number if answer.number is None else answer.number,
        title=row.title if answer.title is None else answer.title,
        target=row.target if answer.target is None else answer.target,
        leads=row.leads if answer.leads is None else answer.leads,
        cooperating=row.cooperating if answer.cooperating is None else answer.cooperating,
        progress=row.progress if progress is None else progress,
    )


@dataclass(frozen=True, slots=True)
class _Right:
    """Names put right all over a table."""

    categories: dict[str, str]
    units: dict[str, str]

    def row(self, row: TableRow) -> TableRow:
        category = self.categories.get(row.category, row.category)
        return replace(
            row, category=category, leads=self._names(row.leads), cooperating=self._names(row.cooperating)
        )

    def _names(self, names: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self.units.get(name, name) for name in names))
