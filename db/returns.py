"""Hand in a fill-in file: what is missing, and the one sealed file that goes back."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from db import attachments, revision_rows
from db.dispatch import copy_plan, file_name, free_place, record
from db.errors import RequestError
from db.ledger import Ledger, new_file, now
from db.ledger_entries import entries
from db.plan import the_plan
from db.records import FileKind, Revision, TaskId, Terms
from db.seals import return_code, return_id, seal, terms


@dataclass(frozen=True, slots=True)
class Returned:
    """A return that was written."""

    path: Path
    check_code: str
    size: int
    """Bytes."""
    missing: tuple[TaskId, ...]
    beside: Path | None = None
    """The file that has the name already, and was kept."""


def missing(ledger: Ledger) -> tuple[TaskId, ...]:
    """The tasks of a fill-in file of which nothing is said. Raises RequestError(`not_a_fill_in_file`)."""
    mine = _own_terms(ledger)
    standing = entries(ledger, mine.period)
    said = {task for task, e in standing.items() if any(head.content.is_entry for head in e.heads)}
    return tuple(task for task in mine.tasks if task not in said)


def make_return(ledger: Ledger, folder: Path, *, author: str) -> Returned:
    """Write the file to hand in: every saved revision of the file's tasks, sealed. Drafts stay here.

    Raises RequestError(`not_a_fill_in_file`) and FileError as `new_file` does.
    """
    mine = _own_terms(ledger)
    plan = the_plan(ledger)
    standing = entries(ledger, mine.period)
    heads = tuple(h.id for task in mine.tasks if task in standing for h in standing[task].heads)
    code = return_code(mine.id, heads)
    (key,) = ledger.one("SELECT key FROM seal_key WHERE dispatch_id = ?", mine.id)
    unit = next(unit for unit in plan.units if unit.id == mine.unit)
    period = next(period for period in plan.periods if period.id == mine.period)
    target, beside = free_place(folder / file_name(unit, period, "上报"))
    with new_file(target, FileKind.RETURN) as file, file.transaction() as inside:
        copy_plan(ledger.connection, inside, plan, tuple(plan.tasks()))
        record(inside, mine)
        handed = _handed(ledger, mine)
        revision_rows.insert(inside, handed)
        attachments.insert(inside, attachments.load(ledger.connection, handed))
        identity = return_id(mine.id, heads)
        row = (identity, mine.id, author, now(), code, seal(key, mine.id, heads))
        inside.execute("INSERT INTO return VALUES (?, ?, ?, ?, ?, ?)", row)
        inside.executemany("INSERT INTO return_revision VALUES (?, ?)", [(identity, i) for i in heads])
    return Returned(target, code, target.stat().st_size, missing(ledger), beside)


def _handed(ledger: Ledger, mine: Terms) -> list[Revision]:
    known = revision_rows.load(ledger.connection, "period_id = ?", mine.period)
    return [revision for revision in known.values() if revision.task in mine.tasks]


def _own_terms(ledger: Ledger) -> Terms:
    mine = terms(ledger) if ledger.kind is FileKind.DISPATCH else None
    if mine is None:
        raise RequestError("not_a_fill_in_file", path=ledger.path)
    return mine
