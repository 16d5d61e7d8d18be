"""Another coordinator's ledger: a copy of ours, or a district's for a city; design.md §3.7 and its end.

A ledger is merged only when asked for as such. Its plan key must be ours for a plan that we have, and
the longer of two logs must extend the shorter; a plan that we do not have comes along whole.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from db import revision_rows, schema
from db.absorb import MergedFile, odd_characters
from db.dispatch import record
from db.errors import RefusedError
from db.gate import is_odd
from db.ledger import Ledger, shown_name
from db.ledger_entries import task_name
from db.plan import TABLES, apply_changes, edit_digest
from db.reader import Reader
from db.records import FileKind, PlanId, Review, Revision, RevisionId, Terms
from db.reviews import insert_missing
from db.revisions import review_id
from db.seals import return_code, return_id, terms_of
from db.untrusted import check_schema, checked, revisions

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class OtherPlan:
    """A plan of the other ledger, its log checked step by step."""

    id: PlanId
    title: str
    key: bytes
    edits: tuple[Row, ...]
    """Rows of table `plan_edit`, in order."""


@dataclass(frozen=True, slots=True)
class OtherLedger:
    """What the other ledger holds, each revision and review true to its hash."""

    name: str
    plans: tuple[OtherPlan, ...]
    revisions: tuple[Revision, ...]
    reviews: tuple[Review, ...]
    dispatches: tuple[Terms, ...]
    returns: tuple[Row, ...]
    handed: tuple[Row, ...]
    receipts: tuple[Row, ...]
    """Of merges that were not undone."""


def read_other(path: Path) -> OtherLedger:
    """Read a ledger from elsewhere. Raises what `checked` raises, and RefusedError: `not_a_ledger_file`,
    `bad_plan_log`, `bad_hash`, `bad_terms`, `bad_seal`."""
    with Reader(check_schema) as reader, checked(path, reader) as connection:
        (kind,) = connection.execute("SELECT kind FROM file").fetchone()
        if kind != FileKind.LEDGER:
            raise RefusedError("not_a_ledger_file", path=path)
        reviews = revision_rows.load_reviews(connection, "1 = 1", table="review")
        for review in reviews:
            if review_id(review) != review.id:
                raise RefusedError("bad_hash", revision=review.id[:8])
        return OtherLedger(
            name=shown_name(path),
            plans=tuple(_plan(connection, *row) for row in connection.execute(_PLANS)),
            revisions=tuple(revisions(connection, "1 = 1").values()),
            reviews=tuple(reviews),
            dispatches=_dispatches(connection),
            returns=(returns := tuple(connection.execute("SELECT * FROM return ORDER BY id"))),
            handed=_handed(connection, returns),
            receipts=tuple(connection.execute(_RECEIPTS)),
        )


def _dispatches(connection: sqlite3.Connection) -> tuple[Terms, ...]:
    found = []
    for key, text in connection.execute("SELECT id, terms FROM dispatch"):
        terms = terms_of(text)
        if terms.id != key:
            raise RefusedError("bad_terms")
        found.append(terms)
    return tuple(found)


def _handed(connection: sqlite3.Connection, returns: Sequence[Row]) -> tuple[Row, ...]:
    """Which ids each return handed in, true to its id and its check code."""
    rows = tuple(connection.execute("SELECT * FROM return_revision ORDER BY 1, 2"))
    of_return: dict[str, list[RevisionId]] = defaultdict(list)
    for identity, revision in rows:
        of_return[identity].append(revision)
    for identity, dispatch, _, _, code, _ in returns:
        ids = of_return[identity]
        if identity != return_id(dispatch, ids) or code != return_code(dispatch, ids):
            raise RefusedError("bad_seal")
    return rows


_PLANS = "SELECT p.id, p.title, k.key FROM plan AS p JOIN plan_key AS k ON k.plan_id = p.id ORDER BY p.id"
_RECEIPTS = (
    "SELECT r.return_id, r.dispatch_id, r.unit_id, r.period_id, r.file_name, r.check_code, r.added, r.same "
    "FROM receipt AS r JOIN merge AS m ON m.id = r.merge_id WHERE m.undone_at IS NULL ORDER BY r.id"
)


def _plan(connection: sqlite3.Connection, key: str, title: str, secret: bytes) -> OtherPlan:
    edits = tuple(connection.execute("SELECT * FROM plan_edit WHERE plan_id = ? ORDER BY seq", (key,)))
    before = ""
    for number, (identity, plan, seq, label, author, made_at, changes) in enumerate(edits, 1):
        step = json.loads(changes)
        if seq != number or identity != edit_digest(before, plan, label, author, made_at, step):
            raise RefusedError("bad_plan_log", plan=title)
        before = identity
    if not _replays(edits):
        raise RefusedError("bad_plan_log", plan=title)
    return OtherPlan(PlanId(key), title, bytes(secret), edits)


def _replays(edits: Sequence[Row]) -> bool:
    """Whether the log makes a plan: tried in a database of its own before it comes near ours."""
    scratch = sqlite3.connect(":memory:")
    try:
        schema.create(scratch)
        scratch.execute("PRAGMA foreign_keys = ON")
        for edit in edits:
            apply_changes(scratch, json.loads(edit[6]))
        return bool(edits)
    except (sqlite3.Error, ValueError, KeyError, TypeError, AttributeError):
        return False
    finally:
        scratch.close()


def absorb_ledger(ledger: Ledger, other: OtherLedger, current_merge: Callable[[], int]) -> MergedFile:
    """Add what the other ledger has and this one has not. Writes only if there is anything.

    Raises RefusedError: `other_key`, `plan_diverged`, `id_taken`.
    """
    fresh_edits = [(plan, _fresh_edits(ledger, plan)) for plan in other.plans]
    there = {key for (key,) in ledger.rows("SELECT id FROM revision")}
    fresh = [revision for revision in other.revisions if revision.id not in there]
    known = {key for (key,) in ledger.rows("SELECT id FROM review")}
    news = any(edits for _, edits in fresh_edits) or fresh or _unknown_receipts(ledger, other)
    if news or any(review.id not in known for review in other.reviews):
        with ledger.transaction() as connection:
            _write(ledger, connection, other, fresh_edits, fresh, current_merge())
    titles = "、".join(plan.title for plan in other.plans)
    same = len(other.revisions) - len(fresh)
    outcome = "merged" if news or any(r.id not in known for r in other.reviews) else "unchanged"
    conflicts = _conflicts(ledger, fresh)
    reasons = odd_characters(task_name(ledger, revision.task) for revision in fresh if is_odd(revision))
    return MergedFile(other.name, outcome, titles, "", len(fresh), same, conflicts, reasons=reasons)


def _fresh_edits(ledger: Ledger, plan: OtherPlan) -> Sequence[Row]:
    """The steps of the other log that ours lacks: none where ours is the longer."""
    ours = ledger.rows("SELECT id FROM plan_edit WHERE plan_id = ? ORDER BY seq", plan.id)
    keys = ledger.rows("SELECT key FROM plan_key WHERE plan_id = ?", plan.id)
    if keys and keys[0][0] != plan.key:
        raise RefusedError("other_key", plan=plan.title)
    if not keys:
        _refuse_taken(ledger, plan)
    shared = min(len(ours), len(plan.edits))
    if [row[0] for row in ours[:shared]] != [row[0] for row in plan.edits[:shared]]:
        raise RefusedError("plan_diverged", plan=plan.title)
    return plan.edits[len(ours) :]


def _refuse_taken(ledger: Ledger, plan: OtherPlan) -> None:
    """A further plan must not touch a row of one that is here."""
    for edit in plan.edits:
        for change in json.loads(edit[6]):
            table, key = change["put"], change["row"]["id"]
            if table in TABLES and ledger.rows(f"SELECT 1 FROM {table} WHERE id = ?", key):
                raise RefusedError("id_taken", plan=plan.title)


def _write(
    ledger: Ledger,
    connection: sqlite3.Connection,
    other: OtherLedger,
    fresh_edits: Sequence[tuple[OtherPlan, Sequence[Row]]],
    fresh: Sequence[Revision],
    merge: int,
) -> None:
    added: list[tuple[str, str]] = []
    for plan, edits in fresh_edits:
        added += _write_edits(connection, plan, edits)
    revision_rows.insert(connection, fresh)
    added += [("revision", revision.id) for revision in fresh]
    added += [("review", key) for key in insert_missing(connection, other.reviews)]
    added += [("dispatch", terms.id) for terms in other.dispatches if record(connection, terms)]
    receipts = _unknown_receipts(ledger, other)
    added += [("return", key) for key in _write_returns(connection, other)]
    connection.executemany(
        "INSERT INTO merge_added (merge_id, kind, id) VALUES (?, ?, ?)", [(merge, *row) for row in added]
    )
    connection.executemany(
        "INSERT INTO receipt (merge_id, return_id, dispatch_id, unit_id, period_id, file_name, check_code, "
        "added, same) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [(merge, *row) for row in receipts],
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
    fresh = []
    for row in other.returns:
        if connection.execute("INSERT OR IGNORE INTO return VALUES (?, ?, ?, ?, ?, ?)", row).rowcount == 1:
            fresh.append(row[0])
    handed = [row for row in other.handed if row[0] in set(fresh)]
    connection.executemany("INSERT INTO return_revision VALUES (?, ?)", handed)
    return fresh


def _unknown_receipts(ledger: Ledger, other: OtherLedger) -> list[Row]:
    sql = (
        "SELECT r.return_id, r.dispatch_id FROM receipt AS r JOIN merge AS m ON m.id = r.merge_id "
        "WHERE m.undone_at IS NULL"
    )
    known = set(ledger.rows(sql))
    return [row for row in other.receipts if row[:2] not in known]


def _conflicts(ledger: Ledger, fresh: Sequence[Revision]) -> int:
    places = {(revision.period, revision.task) for revision in fresh}
    return sum(place in places for place in ledger.rows("SELECT period_id, task_id FROM open_conflicts"))
