"""Merge another coordinator's ledger: a copy of ours, or a district's for a city; design.md §3.7 and its end.

A ledger is merged only when asked for as such. Its plan key must be ours for a plan that we have, and
the longer of two logs must extend the shorter; a plan that we do not have comes along whole.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from db import attachments, leaving_out, revision_rows
from db.absorb import MergedFile, Reason, named_tasks, odd_characters
from db.dispatch import record
from db.errors import RefusedError
from db.gate import is_odd
from db.ledger import Ledger
from db.ledger_entries import task_name
from db.other_ledger import OtherLedger, OtherPlan, OtherReceipt
from db.plan import apply_changes
from db.plan_edit import name_of, rows_now
from db.plan_rows import Rows, log
from db.records import Review, Revision, RevisionId, Terms
from db.reviews import insert_missing

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class _News:
    """What the other ledger has and this one has not."""

    edits: tuple[tuple[OtherPlan, Sequence[Row]], ...]
    revisions: tuple[Revision, ...]
    reviews: tuple[Review, ...]
    dispatches: tuple[Terms, ...]
    receipts: tuple[OtherReceipt, ...]
    attachments: Mapping[str, bytes]
    """By SHA-256; also what a revision that is here names, and only a workbook told of."""
    out: tuple[Revision, ...]
    """What this ledger has, and the other one leaves out."""

    def __bool__(self) -> bool:
        return bool(
            any(edits for _, edits in self.edits)
            or self.revisions
            or self.reviews
            or self.dispatches
            or self.receipts
            or self.attachments
            or self.out
        )


def absorb_ledger(ledger: Ledger, other: OtherLedger, current_merge: Callable[[], int]) -> MergedFile:
    """Add what the other ledger has and this one has not. Writes only if there is anything.

    Raises RefusedError: `other_key`, `plan_diverged`, `id_taken`, `bad_seal`.
    """
    news = _news(ledger, other)
    named = {revision.task: task_name(ledger, revision.task) for revision in news.out}
    if news:
        with ledger.transaction() as connection:
            _write(connection, other, news, current_merge())
    reasons = odd_characters(task_name(ledger, one.task) for one in news.revisions if is_odd(one))
    if news.out:
        reasons = (*reasons, Reason("left_out_elsewhere", {"tasks": named_tasks(named.values())}))
    return MergedFile(
        name=other.name,
        outcome="merged" if news else "unchanged",
        unit="、".join(plan.title for plan in other.plans),
        added=len(news.revisions),
        same=len(other.revisions) - len(news.revisions),
        conflicts=_conflicts(ledger, news.revisions),
        reasons=(*reasons, *(_gone(ledger, other) if news else ())),
    )


def _news(ledger: Ledger, other: OtherLedger) -> _News:
    edits = tuple((plan, _fresh_edits(ledger, plan)) for plan in other.plans)
    if not other.seals_hold:  # the keys are ours: nobody else's would have told
        raise RefusedError("bad_seal")
    there = {key for (key,) in ledger.rows("SELECT id FROM revision")}
    reviews = {key for (key,) in ledger.rows("SELECT id FROM review")}
    dispatches = {key for (key,) in ledger.rows("SELECT id FROM dispatch")}
    out = _out(ledger, other)
    named = json.dumps(sorted(out & there))
    leaving = revision_rows.load(ledger.connection, "id IN (SELECT value FROM json_each(?))", named)
    wanted = attachments.referenced(one for one in other.revisions if one.id not in out)
    brought = {key: data for key, data in other.attachments.items() if key in wanted}
    lost = attachments.lost(ledger.connection, brought)
    return _News(
        edits=edits,
        revisions=tuple(one for one in other.revisions if one.id not in there and one.id not in out),
        reviews=tuple(one for one in other.reviews if one.id not in reviews),
        dispatches=tuple(one for one in other.dispatches if one.id not in dispatches),
        receipts=_unknown_receipts(ledger, other),
        attachments={key: brought[key] for key in lost},
        out=tuple(leaving.values()),
    )


def _out(ledger: Ledger, other: OtherLedger) -> set[RevisionId]:
    """What is to be in neither ledger, after all that both know of what was left out."""
    tasks = leaving_out.left_tasks(ledger.connection)
    tasks |= {task for receipt in other.receipts for _, task in receipt.left}
    if not tasks:
        return set()
    known = leaving_out.facts(ledger.connection, tasks)
    known.add(other.facts(tasks))
    return known.out()


def _fresh_edits(ledger: Ledger, plan: OtherPlan) -> Sequence[Row]:
    """The steps of the other log that ours lacks: none where ours is the longer."""
    ours = ledger.rows("SELECT id FROM plan_edit WHERE plan_id = ? ORDER BY seq", plan.id)
    keys = ledger.rows("SELECT key FROM plan_key WHERE plan_id = ?", plan.id)
    if keys and keys[0][0] != plan.key:
        raise RefusedError("other_key", plan=plan.title)
    shared = min(len(ours), len(plan.edits))
    if [row[0] for row in ours[:shared]] != [row[0] for row in plan.edits[:shared]]:
        raise RefusedError("plan_diverged", plan=plan.title)
    _refuse_taken(ledger, plan, plan.edits[len(ours) :])
    return plan.edits[len(ours) :]


def _refuse_taken(ledger: Ledger, plan: OtherPlan, edits: Sequence[Row]) -> None:
    """The steps of a plan must not touch a row of another one that is here."""
    own = rows_now(ledger, plan.id).keys()
    for edit in edits:
        for change in json.loads(edit[6]):
            table = change.get("put") or change["drop"]
            key = change["row"]["id"] if "put" in change else change["id"]
            if (table, key) not in own and ledger.rows(f"SELECT 1 FROM {table} WHERE id = ?", key):
                raise RefusedError("id_taken", plan=plan.title)


def _write(connection: sqlite3.Connection, other: OtherLedger, news: _News, merge: int) -> None:
    added: list[tuple[str, str]] = []
    for plan, edits in news.edits:
        added += _write_edits(connection, plan, edits)
    revision_rows.insert(connection, news.revisions)
    added += [("revision", revision.id) for revision in news.revisions]
    added += [("attachment", key) for key in attachments.insert(connection, news.attachments)]
    added += [("review", key) for key in insert_missing(connection, news.reviews)]
    added += [("dispatch", terms.id) for terms in news.dispatches if record(connection, terms)]
    added += [("return", key) for key in _write_returns(connection, other)]
    connection.executemany(
        "INSERT INTO merge_added (merge_id, kind, id) VALUES (?, ?, ?)", [(merge, *row) for row in added]
    )
    for receipt in news.receipts:
        _write_receipt(connection, receipt, merge)
    _take_out(connection, news.out, merge)


def _write_receipt(connection: sqlite3.Connection, receipt: OtherReceipt, merge: int) -> None:
    row = connection.execute(
        "INSERT INTO receipt (merge_id, return_id, dispatch_id, unit_id, period_id, file_name, check_code, "
        "added, same, sealed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (merge, *receipt.row),
    ).lastrowid
    rows = [(row, *one, 0) for one in receipt.left] + [(row, *one, 1) for one in receipt.chosen]
    sql = "INSERT INTO left_out (receipt_id, revision_id, task_id, chosen) VALUES (?, ?, ?, ?)"
    connection.executemany(sql, sorted(rows))


def _take_out(connection: sqlite3.Connection, out: Sequence[Revision], merge: int) -> None:
    """Take revisions out; what this very merge brought, from a ledger before, undo need not put back."""
    brought = {
        key
        for (key,) in connection.execute(
            "SELECT id FROM merge_added WHERE merge_id = ? AND kind = 'revision'", (merge,)
        )
    }
    leaving_out.take_out(connection, [one for one in out if one.id not in brought], merge)
    again = [one.id for one in out if one.id in brought]
    revision_rows.delete(connection, again)
    connection.executemany(
        "DELETE FROM merge_added WHERE merge_id = ? AND kind = 'revision' AND id = ?",
        [(merge, key) for key in again],
    )


def _write_edits(
    connection: sqlite3.Connection, plan: OtherPlan, edits: Sequence[Row]
) -> list[tuple[str, str]]:
    added: list[tuple[str, str]] = []
    for edit in edits:
        changes = json.loads(edit[6])
        if edit[2] == 1:
            apply_changes(connection, changes[:1])
            connection.execute("INSERT INTO plan_key (plan_id, key) VALUES (?, ?)", (plan.id, plan.key))
            added.append(("plan", plan.id))
        connection.execute("INSERT INTO plan_edit VALUES (?, ?, ?, ?, ?, ?, ?)", edit)
        apply_changes(connection, changes)
        added.append(("plan_edit", edit[0]))
    return added


def _write_returns(connection: sqlite3.Connection, other: OtherLedger) -> list[str]:
    fresh = set()
    for row in other.returns:
        if connection.execute("INSERT OR IGNORE INTO return VALUES (?, ?, ?, ?, ?, ?)", row).rowcount == 1:
            fresh.add(row[0])
        elif row[5]:  # what came in a workbook here may have come sealed there
            connection.execute("UPDATE return SET seal = ? WHERE id = ? AND seal = x''", (row[5], row[0]))
    handed = [row for row in other.handed if row[0] in fresh]
    connection.executemany("INSERT INTO return_revision VALUES (?, ?)", handed)
    return sorted(fresh)


def _unknown_receipts(ledger: Ledger, other: OtherLedger) -> tuple[OtherReceipt, ...]:
    """Receipts of what was not received here, or not sealed, or of which not the same was left out."""
    known: dict[tuple[str, str], tuple[int, set[tuple[str, str]], set[tuple[str, str]]]] = {}
    marked = leaving_out.marks(ledger.connection)
    sql = f"SELECT r.id, r.return_id, r.dispatch_id, r.sealed {leaving_out.LIVE} WHERE m.undone_at IS NULL"
    for number, identity, dispatch, sealed in ledger.rows(sql):
        was = known.get((identity, dispatch), (0, set(), set()))
        left, chosen = marked.get(number, (set(), set()))
        known[identity, dispatch] = (max(was[0], sealed), was[1] | left, was[2] | chosen)
    fresh = []
    for receipt in other.receipts:
        here = known.get((receipt.row[0], receipt.row[1]))
        if here is None or receipt.row[8] > here[0] or receipt.left - here[1] or receipt.chosen - here[2]:
            fresh.append(receipt)
    return tuple(fresh)


def _gone(ledger: Ledger, other: OtherLedger) -> tuple[Reason, ...]:
    """What was reported on tasks that a plan's log deleted in another copy."""
    sql = "SELECT DISTINCT task_id FROM revision WHERE task_id NOT IN (SELECT id FROM task)"
    lost = {task for (task,) in ledger.rows(sql)}
    if not lost:
        return ()
    names = {}
    for plan in other.plans:
        rows = Rows()
        for one in log(ledger.connection, plan.id):
            before = Rows(rows)
            for diff in rows.apply(one.changes):
                if (
                    diff.table == "task"
                    and diff.id in lost
                    and diff.before is not None
                    and diff.after is None
                ):
                    names[diff.id] = name_of(before, "task", diff.before)
    return (Reason("gone_from_plan", {"tasks": named_tasks(names.values())}),) if names else ()


def _conflicts(ledger: Ledger, fresh: Sequence[Revision]) -> int:
    places = {(revision.period, revision.task) for revision in fresh}
    return sum(place in places for place in ledger.rows("SELECT period_id, task_id FROM open_conflicts"))
