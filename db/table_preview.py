"""What was understood of a table, shown before anything is written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from db.figures import ReadMeasure, read_measures
from db.ledger import shown_name
from db.records import Finding
from db.table_fitness import in_nfc, unfit
from db.table_groups import assumed, groups_of, split_groups, unit_names
from db.tables.columns import Column
from db.tables.grid import Grid, column_letter
from db.tables.headers import Role
from db.tables.mapping import AS_UNDERSTOOD, TableMapping
from db.tables.reading import Reading, read
from db.tables.shape import Table

_SHOWN = 60
"""Rows of the file that a preview repeats."""
_SAMPLES = 3


@dataclass(frozen=True, slots=True)
class SourceColumn:
    """A column of the file with what it is taken for."""

    at: int
    letter: str
    header: str
    role: Role
    period: str
    samples: tuple[str, ...]
    """The first texts below the header."""


@dataclass(frozen=True, slots=True)
class TablePreview:
    """A table as it is understood, with every doubt."""

    source: str
    """The file's name."""
    digest: str
    sheets: tuple[str, ...]
    sheet: str
    header: int | None
    """The row of `lines` in which the header ends, from 1; None where none is known, or there is no grid."""
    columns: tuple[SourceColumn, ...]
    """None for a text that was pasted."""
    lines: tuple[tuple[str, ...], ...]
    """The first rows as they stand, header included."""
    table: Table
    periods: tuple[str, ...]
    """Empty labels: a period is needed."""
    categories: tuple[str, ...]
    items: int
    tasks: int
    """Rows, those of a group unit once for each member."""
    leads: tuple[str, ...]
    cooperating: tuple[str, ...]
    groups: tuple[tuple[str, tuple[str, ...]], ...]
    """Group units with the members that are named or assumed."""
    measures: tuple[tuple[str, tuple[ReadMeasure, ...]], ...]
    """(`TableRow.at`, what its target promises)."""
    findings: tuple[Finding, ...]

    @property
    def title(self) -> str:
        """The title that the table names or was given; may be empty."""
        return self.table.title

    @property
    def year(self) -> int | None:
        """The year that the table names or was given."""
        return self.table.year


def read_table(source: Path, mapping: TableMapping = AS_UNDERSTOOD) -> TablePreview:
    """Read a table to be looked at; nothing is written.

    Where no header is understood there are no rows, and a finding `no_table_found`: `mapping` may say which
    row it is and what the columns hold. Raises FileError and RequestError as `db.tables.sources.read_source`
    does, FileError `source_changed`, `no_table_found` where nothing is like a table.
    """
    reading = read(source, mapping)
    table = in_nfc(reading.table)
    groups = groups_of(unit_names(table), mapping)
    split = split_groups(table, groups)
    answered = {answer.at: answer.measures for answer in mapping.rows if answer.measures is not None}
    empty = () if table.rows else (Finding("no_table_found", "error", "", (("path", str(source)),)),)
    findings = (*empty, *unfit(table), *table.findings, *assumed(groups, mapping))
    return TablePreview(
        source=shown_name(source),
        digest=reading.digest,
        sheets=reading.sheets,
        sheet=reading.grid.sheet if reading.grid else "",
        header=reading.header.bottom + 1 if reading.header else None,
        columns=tuple(_column(reading, column) for column in reading.columns),
        lines=_lines(reading.grid),
        table=table,
        periods=table.periods,
        categories=tuple(dict.fromkeys(row.category for row in table.rows)),
        items=len({(row.category, row.number) for row in table.rows}),
        tasks=len(split.rows),
        leads=tuple(dict.fromkeys(name for row in split.rows for name in row.leads)),
        cooperating=tuple(dict.fromkeys(name for row in table.rows for name in row.cooperating)),
        groups=tuple(groups.items()),
        measures=tuple(
            (row.at, answered[row.at] if row.at in answered else read_measures(row.target))
            for row in table.rows
        ),
        findings=findings,
    )


def _lines(grid: Grid | None) -> tuple[tuple[str, ...], ...]:
    if grid is None:
        return ()
    rows = range(min(len(grid.texts), _SHOWN))
    return tuple(tuple(grid.text(row, at) for at in range(grid.width)) for row in rows)


def _column(reading: Reading, column: Column) -> SourceColumn:
    samples: list[str] = []
    if reading.grid is not None:
        first = reading.header.bottom + 1 if reading.header else 0
        for row in range(first, min(len(reading.grid.texts), first + _SHOWN)):
            text = reading.grid.text(row, column.at).strip()
            if text and text not in samples and len(samples) < _SAMPLES:
                samples.append(text)
    header = column.name if column.named else ""
    return SourceColumn(
        column.at, column_letter(column.at), header, column.role, column.period, tuple(samples)
    )
