"""What was sent to whom: each file that a dispatch was written to, in this copy of the ledger."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date

from db.ledger import Ledger
from db.records import DispatchId, Period, TaskId, Terms, UnitId
from db.seals import terms_of


@dataclass(frozen=True, slots=True)
class IssuedFile:
    """A fill-in file that was sent to a unit."""

    dispatch: DispatchId
    unit: UnitId
    issued_at: str
    due: date | None
    form: str
    """`shishi` or `xlsx`."""
    file_name: str
    tasks: tuple[TaskId, ...]
    corrections: bool
    note: str
    superseded_at: str | None
    """When a later file went to the same unit that asks for all that this one does; None: it counts."""


def record_file(connection: sqlite3.Connection, terms: Terms, form: str, file_name: str) -> None:
    """Note that a dispatch was written to a file."""
    connection.execute(
        "INSERT INTO issued_file (dispatch_id, form, file_name, issued_at) VALUES (?, ?, ?, ?)",
        (terms.id, form, file_name, terms.issued_at),
    )


def issued(ledger: Ledger, period: Period) -> tuple[IssuedFile, ...]:
    """The fill-in files of a period, in the order in which they were written."""
    sql = (
        "SELECT f.form, f.file_name, f.issued_at, d.terms FROM issued_file AS f "
        "JOIN dispatch AS d ON d.id = f.dispatch_id WHERE d.period_id = ? ORDER BY f.id"
    )
    rows = [(form, name, at, terms_of(text)) for form, name, at, text in ledger.rows(sql, period.id)]
    return tuple(
        IssuedFile(
            terms.id,
            terms.unit,
            at,
            terms.due,
            form,
            name,
            terms.tasks,
            terms.corrections,
            terms.note,
            _superseded(terms, [(later, theirs) for _, _, later, theirs in rows[place + 1 :]]),
        )
        for place, (form, name, at, terms) in enumerate(rows)
    )


def _superseded(terms: Terms, later: list[tuple[str, Terms]]) -> str | None:
    asked = set(terms.tasks)
    for at, theirs in later:
        if theirs.id != terms.id and theirs.unit == terms.unit and asked <= set(theirs.tasks):
            return at
    return None
