"""What was left out of merges, in whichever copy of the ledger: it stays out of all of them until chosen.

To leave an entry out is a person's decision and is kept with the receipt; to take it in is what happens
when nobody decides. So the decision wins, whichever was first: when ledgers are merged, what one of them
left out goes out of the other too, unless somebody there took it in on purpose, reviewed it, handed it in
with another dispatch, or built on it. What this comes to depends only on what is known of both, and not on
the order in which it became known.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from db import revision_rows
from db.ledger import Ledger
from db.records import DispatchId, PeriodId, Revision, RevisionId, TaskId, UnitId
from db.revisions import ancestors, content_form, content_of
from db.seals import terms_of

Mark = tuple[DispatchId, RevisionId]
"""An answer to a dispatch."""
LIVE = "FROM receipt AS r JOIN merge AS m ON m.id = r.merge_id"


@dataclass
class Facts:
    """What one ledger, or several together, know of the tasks of which something was left out."""

    left: set[Mark] = field(default_factory=set)
    chosen: set[Mark] = field(default_factory=set)
    handed: set[Mark] = field(default_factory=set)
    """What was handed in with a return that was merged."""
    starts: dict[DispatchId, set[RevisionId]] = field(default_factory=dict)
    reviewed: set[RevisionId] = field(default_factory=set)
    parents: dict[RevisionId, tuple[RevisionId, ...]] = field(default_factory=dict)
    """Of every revision of these tasks."""

    def add(self, other: Facts) -> None:
        """Know what another ledger knows too."""
        self.left |= other.left
        self.chosen |= other.chosen
        self.handed |= other.handed
        self.starts |= other.starts
        self.reviewed |= other.reviewed
        self.parents |= other.parents

    def out(self) -> set[RevisionId]:
        """The revisions that are to be in none of the ledgers.

        What was left out and not chosen goes, and what the unit saved on the way to it; unless something
        that stays descends from it, or it was reviewed, or another answer handed it in.
        """
        marked = self.left - self.chosen
        doubtful: set[RevisionId] = set()
        for dispatch, revision in marked:
            given = self.starts.get(dispatch, set())
            if revision in self.parents and revision not in given:
                doubtful |= ancestors([revision], self.parents) - ancestors(given, self.parents)
        handed = {revision for _, revision in self.handed - marked}
        kept = (self.parents.keys() - doubtful) | (doubtful & (self.reviewed | handed))
        return (doubtful & self.parents.keys()) - ancestors(kept, self.parents)


def marks(connection: sqlite3.Connection) -> dict[int, tuple[set[tuple[str, str]], set[tuple[str, str]]]]:
    """By receipt, what was left out and what was chosen: (revision, task) each."""
    found: dict[int, tuple[set[tuple[str, str]], set[tuple[str, str]]]] = {}
    sql = "SELECT receipt_id, revision_id, task_id, chosen FROM left_out"
    for receipt, revision, task, chosen in connection.execute(sql):
        found.setdefault(receipt, (set(), set()))[bool(chosen)].add((revision, task))
    return found


def left_tasks(connection: sqlite3.Connection) -> set[str]:
    """The tasks of which something was left out."""
    return {task for (task,) in connection.execute("SELECT DISTINCT task_id FROM left_out")}


def facts(connection: sqlite3.Connection, tasks: Iterable[str]) -> Facts:
    """What a ledger knows of these tasks."""
    found = Facts()
    named = json.dumps(sorted(tasks))
    of_tasks = "task_id IN (SELECT value FROM json_each(?))"
    sql = (
        f"SELECT r.dispatch_id, l.revision_id, l.chosen {LIVE} JOIN left_out AS l ON l.receipt_id = r.id "
        f"WHERE m.undone_at IS NULL AND l.{of_tasks}"
    )
    for dispatch, revision, chosen in connection.execute(sql, (named,)):
        (found.chosen if chosen else found.left).add((DispatchId(dispatch), RevisionId(revision)))
    sql = (
        f"SELECT r.dispatch_id, h.revision_id {LIVE} JOIN return_revision AS h ON h.return_id = r.return_id "
        f"JOIN revision AS v ON v.id = h.revision_id WHERE m.undone_at IS NULL AND v.{of_tasks}"
    )
    found.handed = {(DispatchId(d), RevisionId(r)) for d, r in connection.execute(sql, (named,))}
    answered = {dispatch for dispatch, _ in found.left}
    for key, text in connection.execute("SELECT id, terms FROM dispatch"):
        if key in answered:
            found.starts[DispatchId(key)] = {i for _, ids in terms_of(text).starts for i in ids}
    sql = f"SELECT revision_id FROM review WHERE {of_tasks}"
    found.reviewed = {RevisionId(key) for (key,) in connection.execute(sql, (named,))}
    sql = (
        "SELECT r.id, p.parent_id FROM revision AS r LEFT JOIN revision_parent AS p ON p.revision_id = r.id "
        f"WHERE r.{of_tasks}"
    )
    for key, parent in connection.execute(sql, (named,)):
        known = found.parents.setdefault(RevisionId(key), ())
        found.parents[RevisionId(key)] = known if parent is None else (*known, RevisionId(parent))
    return found


def stays_out(ledger: Ledger, place: tuple[str, str, str]) -> set[RevisionId]:
    """What was left out of answers to a dispatch and not chosen since; `place`: period, unit, dispatch."""
    sql = (
        f"SELECT l.revision_id, l.chosen {LIVE} JOIN left_out AS l ON l.receipt_id = r.id "
        "WHERE r.period_id = ? AND r.unit_id = ? AND r.dispatch_id = ? AND m.undone_at IS NULL"
    )
    found = ledger.rows(sql, *place)
    return {RevisionId(key) for key, _ in found} - {RevisionId(key) for key, chosen in found if chosen}


def take_out(connection: sqlite3.Connection, revisions: Iterable[Revision], merge: int) -> None:
    """Take revisions out of the ledger, kept for the undo of the merge that does it."""
    rows = [(merge, revision.id, _text(revision)) for revision in revisions]
    connection.executemany("INSERT INTO taken_out (merge_id, revision_id, revision) VALUES (?, ?, ?)", rows)
    revision_rows.delete(connection, [key for _, key, _ in rows])


def put_back(connection: sqlite3.Connection, merge: int) -> None:
    """Put back what a merge took out, as it stood."""
    sql = "SELECT revision FROM taken_out WHERE merge_id = ?"
    found = [_revision(json.loads(text)) for (text,) in connection.execute(sql, (merge,))]
    revision_rows.insert(connection, found)
    connection.execute("DELETE FROM taken_out WHERE merge_id = ?", (merge,))


def _text(revision: Revision) -> str:
    form = {name: getattr(revision, name) for name in _PLAIN} | {"content": content_form(revision.content)}
    return json.dumps(form, ensure_ascii=False)


_PLAIN = ("id", "task", "period", "unit", "author", "saved_at", "parents")


def _revision(form: Mapping[str, Any]) -> Revision:
    return Revision(
        RevisionId(form["id"]),
        TaskId(form["task"]),
        PeriodId(form["period"]),
        UnitId(form["unit"]) if form["unit"] is not None else None,
        form["author"],
        form["saved_at"],
        content_of(form["content"]),
        tuple(RevisionId(parent) for parent in form["parents"]),
    )
