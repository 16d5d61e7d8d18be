"""Take one file that passed the gate into the ledger: set union, and a receipt; design.md §3.4."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from db import attachments, leaving_out, revision_rows
from db.dispatch import record
from db.gate import Passed
from db.ledger import Ledger
from db.ledger_entries import entries_of
from db.plan_words import FieldChange
from db.records import Content, Entry, Revision, RevisionId, State, TaskId
from db.revisions import ancestors, entry_of


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a file was refused, or what is to be said of it; `db.sentence` words it."""

    code: str
    params: dict[str, str]


@dataclass(frozen=True, slots=True)
class MergedEntry:
    """What a file does to one entry."""

    task: TaskId
    change: str
    """`new`, `changes`, `same`, `older`, `conflict` or `left_out`."""
    before: Content | None
    after: Content
    amended: tuple[FieldChange, ...] = ()
    """How the task differs from the plan that the fill-in file carried; also `retired`, `removed`."""


@dataclass(frozen=True, slots=True)
class MergedFile:
    """What became of one file."""

    name: str
    outcome: str
    """`merged`, `unchanged` or `refused`."""
    unit: str = ""
    period: str = ""
    added: int = 0
    """Handed-in revisions that were new."""
    same: int = 0
    """Handed-in revisions that were there already."""
    conflicts: int = 0
    """Entries of this file that are now in conflict."""
    check_code: str = ""
    reasons: tuple[Reason, ...] = ()
    entries: tuple[MergedEntry, ...] = ()


def absorb(
    ledger: Ledger,
    passed: Passed,
    leave_out: frozenset[TaskId],
    take_in: frozenset[TaskId],
    current_merge: Callable[[], int],
) -> MergedFile:
    """Add what is not there yet. Writes only if something is new, then as part of `current_merge()`.

    `take_in`: tasks of which what an earlier merge left out is now wanted.
    """
    there = _there(ledger, passed.revisions)
    marked = leaving_out.stays_out(ledger, _place(passed)) & {r.id for r in passed.handed}
    stays_out = marked - {r.id for r in passed.handed if r.task in take_in}
    kept = [r for r in passed.handed if r.task not in leave_out and r.id not in stays_out]
    chosen = [r for r in kept if r.id in marked]
    parents = {key: revision.parents for key, revision in passed.revisions.items()}
    wanted = ancestors([r.id for r in kept], parents) & passed.revisions.keys()
    fresh = [passed.revisions[key] for key in sorted(wanted - there)]
    before = entries_of(ledger, passed.terms.period, {r.task for r in passed.handed})
    named = attachments.referenced(passed.revisions[key] for key in wanted)
    brought = {key: data for key, data in passed.attachments.items() if key in named}
    lost = attachments.lost(ledger.connection, brought)
    is_news = bool(fresh or chosen or lost) or not _has_receipt(ledger, passed)
    if is_news:
        added = sum(r.id not in there for r in kept)
        with ledger.transaction() as connection:
            counts = (added, len(kept) - added)
            receipt = _write(connection, passed, fresh, brought, current_merge(), counts)
            _write_left_out(connection, receipt, _left(passed, kept, there), chosen)
    after = _after(ledger, before, fresh) if fresh else before
    entries = tuple(
        MergedEntry(
            r.task,
            _change(r, before[r.task], after[r.task], there) if r in kept else "left_out",
            _content(before[r.task]),
            r.content,
        )
        for r in passed.handed
    )
    return MergedFile(
        name=passed.name,
        outcome="merged" if is_news else "unchanged",
        unit=passed.unit_name,
        period=passed.period_label,
        added=sum(r.id not in there for r in kept),
        same=sum(r.id in there for r in kept),
        conflicts=sum(e.change == "conflict" for e in entries),
        check_code=passed.check_code,
        reasons=(*odd_characters(passed.odd), *_said_of_left_out(passed, stays_out)),
        entries=entries,
    )


def odd_characters(tasks: Iterable[str]) -> tuple[Reason, ...]:
    """What is to be said of tasks told in odd characters: the text itself is kept."""
    shown = named_tasks(tasks)
    return (Reason("odd_characters", {"tasks": shown}),) if shown else ()


def named_tasks(tasks: Iterable[str]) -> str:
    """The names of tasks for a sentence: the first few of many."""
    names = sorted(set(tasks))
    return "、".join(names[:_SHOWN]) + ("…" if len(names) > _SHOWN else "")


def _said_of_left_out(passed: Passed, stays_out: set[RevisionId]) -> tuple[Reason, ...]:
    names = sorted({passed.task_names.get(r.task, r.task[:8]) for r in passed.handed if r.id in stays_out})
    return (Reason("left_out_before", {"tasks": "、".join(names)}),) if names else ()


_SHOWN = 5


def _there(ledger: Ledger, ids: Iterable[RevisionId]) -> set[RevisionId]:
    named = json.dumps(list(ids))
    found = ledger.rows("SELECT id FROM revision WHERE id IN (SELECT value FROM json_each(?))", named)
    return {RevisionId(key) for (key,) in found}


def _has_receipt(ledger: Ledger, passed: Passed) -> bool:
    sql = (
        "SELECT 1 FROM receipt AS r JOIN merge AS m ON m.id = r.merge_id "
        "WHERE r.period_id = ? AND r.unit_id = ? AND r.dispatch_id = ? AND r.return_id = ? "
        "AND m.undone_at IS NULL AND r.sealed >= ?"
    )
    return bool(ledger.rows(sql, *_place(passed), passed.identity, passed.is_sealed))


def _place(passed: Passed) -> tuple[str, str, str]:
    """Where the receipts of a dispatch are found: by the index, whatever their number."""
    return passed.terms.period, passed.terms.unit, passed.terms.id


def _write(
    connection: sqlite3.Connection,
    passed: Passed,
    fresh: list[Revision],
    brought: Mapping[str, bytes],
    merge: int,
    counts: tuple[int, int],
) -> int | None:
    """Everything of a file but what was left out; the row of its receipt."""
    added: list[tuple[str, str]] = [("revision", r.id) for r in fresh]
    if record(connection, passed.terms):
        added.append(("dispatch", passed.terms.id))
    revision_rows.insert(connection, fresh)
    added += [("attachment", key) for key in attachments.insert(connection, brought)]
    if _record_return(connection, passed):
        added.append(("return", passed.identity))
    connection.executemany(
        "INSERT INTO merge_added (merge_id, kind, id) VALUES (?, ?, ?)", [(merge, *row) for row in added]
    )
    terms = passed.terms
    return connection.execute(
        "INSERT INTO receipt (merge_id, return_id, dispatch_id, unit_id, period_id, file_name, check_code, "
        "added, same, sealed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            merge,
            passed.identity,
            terms.id,
            terms.unit,
            terms.period,
            passed.name,
            passed.check_code,
            *counts,
            passed.is_sealed,
        ),
    ).lastrowid


def _left(passed: Passed, kept: Sequence[Revision], there: set[RevisionId]) -> list[Revision]:
    """What a merge leaves out: of what is there already, only that the unit stands by what it was given."""
    given = {start for _, ids in passed.terms.starts for start in ids}
    return [r for r in passed.handed if r not in kept and (r.id not in there or r.id in given)]


def _write_left_out(
    connection: sqlite3.Connection, receipt: int | None, left: Sequence[Revision], chosen: Sequence[Revision]
) -> None:
    rows = [(receipt, r.id, r.task, 0) for r in left] + [(receipt, r.id, r.task, 1) for r in chosen]
    if rows:
        sql = "INSERT INTO left_out (receipt_id, revision_id, task_id, chosen) VALUES (?, ?, ?, ?)"
        connection.executemany(sql, rows)


def _record_return(connection: sqlite3.Connection, passed: Passed) -> bool:
    row = (passed.identity, passed.terms.id, passed.author, passed.made_at, passed.check_code, passed.seal)
    new = connection.execute("INSERT OR IGNORE INTO return VALUES (?, ?, ?, ?, ?, ?)", row).rowcount == 1
    if not new and passed.is_sealed:  # the same may have come in a workbook, which has no seal
        connection.execute("UPDATE return SET seal = ? WHERE id = ? AND seal = x''", (passed.seal, row[0]))
    if new:
        handed = [(passed.identity, r.id) for r in passed.handed]
        connection.executemany("INSERT INTO return_revision VALUES (?, ?)", handed)
    return new


def _after(ledger: Ledger, before: Mapping[TaskId, Entry], fresh: list[Revision]) -> dict[TaskId, Entry]:
    """What stands once `fresh` has been added to what stood."""
    candidates = {task: list(entry.heads) for task, entry in before.items()}
    for revision in fresh:
        candidates.setdefault(revision.task, []).append(revision)
    named = json.dumps([r.id for of_task in candidates.values() for r in of_task])
    sql = "SELECT parent_id FROM revision_parent WHERE parent_id IN (SELECT value FROM json_each(?))"
    passed_by = {key for (key,) in ledger.rows(sql, named)}
    return {
        task: entry_of(
            task,
            entry.period,
            [r for r in candidates[task] if r.id not in passed_by],
            entry.current if entry.state in (State.APPROVED, State.CHANGED_AFTER_APPROVAL) else None,
            (),
        )
        for task, entry in before.items()
    }


def _change(revision: Revision, before: Entry, after: Entry, there: set[RevisionId]) -> str:
    """What a handed-in revision that was kept does to its entry."""
    if revision not in after.heads:
        return "older"
    if after.state is State.CONFLICT:
        return "conflict"
    if revision.id in there:
        return "same"
    return "changes" if before.heads else "new"


def _content(entry: Entry) -> Content | None:
    return entry.current.content if entry.current else None
