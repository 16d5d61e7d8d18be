"""The one table shape in between: what every reader gives and every writer takes.

Rows that follow each other with the same category and number are the tasks of one item. Texts are
as the file has them; nothing is converted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal

from db.records import Finding, Status


@dataclass(frozen=True, slots=True)
class Beside:
    """What a table says of a task in one period, beside the narrative."""

    status: Status | None = None
    problems: str = ""
    next_steps: str = ""
    remark: str = ""


NOTHING_BESIDE = Beside()


@dataclass(frozen=True, slots=True)
class TableFigure:
    """What is reported for one measure, for the sheet that a pivot table is made from."""

    task: str
    """The task's name, `7.4#2`."""
    category: str
    number: str
    target: str
    leads: tuple[str, ...]
    period: str
    label: str
    comparator: str
    amount: Decimal
    unit: str
    value: Decimal | None
    """None where nothing is given, which is not zero."""
    percent: Decimal | None
    """Of the amount, up to 100; None where there is no such share."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """One responsibility row: a task, with what is said of it in each period."""

    category: str
    number: str
    """The item's number as the table has it, on every row of the item; text, never a float."""
    title: str
    """The item's title where the table has one, else empty."""
    target: str
    leads: tuple[str, ...]
    cooperating: tuple[str, ...]
    progress: tuple[str, ...]
    """One narrative for each of the table's periods; empty where it is blank."""
    extra: tuple[tuple[str, str], ...] = ()
    """Columns that are not ours, (name, text), blank cells left out."""
    mark: str = ""
    """A word of ours about the row, such as 待定; a column of its own, never part of a text."""
    beside: tuple[Beside, ...] = ()
    """One for each of the table's periods, or none where no column says anything beside a narrative."""
    at: str = field(default="", compare=False)
    """Where the row stands in its file, `Sheet1!7`; what it says is the same wherever it stands."""


@dataclass(frozen=True, slots=True)
class Table:
    """A whole target table."""

    title: str
    """Empty where the file has none."""
    year: int | None
    """The year that the table itself names."""
    periods: tuple[str, ...]
    """Label of each progress column as the table names it (`1-3月`); empty where it names none.
    No period at all: the table has no progress column."""
    rows: tuple[TableRow, ...]
    findings: tuple[Finding, ...] = ()
    """What the reader doubted."""
    figures: tuple[TableFigure, ...] = ()
    """For writing only: a table is read for its rows."""

    def named_rows(self) -> Iterator[tuple[str, TableRow]]:
        """Each row with its task name, `7.4#2`, as `Task.name` gives it."""
        count: dict[tuple[str, str], int] = {}
        for row in self.rows:
            item = (row.category, row.number)
            count[item] = count.get(item, 0) + 1
            yield f"{row.number}#{count[item]}", row


def settle_year(table: Table, given: int | None, today: int) -> Table:
    """The table with a year: the `given` one, else its own, else that of `today`, as a finding.

    Finding: `year_assumed` (year, mentioned: years that stand in the texts, for a person to compare).
    """
    if given is not None or table.year is not None:
        return replace(table, year=given if given is not None else table.year)
    texts = "\n".join("\n".join((row.target, *row.progress)) for row in table.rows)
    mentioned = "、".join(sorted(set(re.findall(r"(?<!\d)(20\d\d)年", texts))))
    finding = Finding("year_assumed", "warning", "", (("year", str(today)), ("mentioned", mentioned)))
    return replace(table, year=today, findings=(finding, *table.findings))
