"""Which revision the last sheet on paper bore: so that the window can say "changed since you printed it"."""

from __future__ import annotations

from collections.abc import Iterable

from db.errors import FileError
from db.ledger import Ledger, now
from db.ledger_entries import entries
from db.records import FileKind, Period, RevisionId, TaskId

_ELSEWHERE = frozenset(("locked", "read_only"))


def printed(ledger: Ledger, period: Period) -> dict[TaskId, tuple[RevisionId, str]]:
    """For each task of a period the revision on its last sheet, and when that was printed or saved."""
    sql = "SELECT task_id, revision_id, printed_at FROM printed WHERE period_id = ?"
    return {TaskId(task): (RevisionId(revision), at) for task, revision, at in ledger.rows(sql, period.id)}


def record_printed(ledger: Ledger, period: Period, tasks: Iterable[TaskId]) -> None:
    """Remember what the sheets of these tasks bear; one that is blank or in conflict has no one revision.

    Nothing is remembered in a file that cannot be written, that another window is writing, or that is
    sealed: the sheet is on paper all the same.
    """
    if ledger.read_only or ledger.kind is FileKind.RETURN:
        return
    found = entries(ledger, period.id)
    at = now()
    rows = [
        (task, period.id, current.id, at)
        for task in tasks
        if (entry := found.get(task)) is not None and (current := entry.current) is not None
    ]
    try:
        with ledger.transaction() as connection:
            connection.executemany("INSERT OR REPLACE INTO printed VALUES (?, ?, ?, ?)", rows)
    except FileError as error:
        if error.code not in _ELSEWHERE:
            raise
