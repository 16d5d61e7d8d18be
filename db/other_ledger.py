"""Another coordinator's ledger, read and proven as far as it can be from itself and its own plan keys.

Whether the keys are ours is asked when it is merged (`db.ledger_union`): so a return that its seal proves
here was made with a fill-in file of that plan, whoever wrote the receipt.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from db import attachments, revision_rows, schema
from db.errors import FileError, RefusedError
from db.leaving_out import Facts, marks
from db.ledger import Ledger, shown_name
from db.plan import apply_changes, edit_digest, plans
from db.reader import Reader
from db.records import DispatchId, FileKind, PlanId, Review, Revision, RevisionId, Terms
from db.revisions import review_id
from db.seals import return_code, return_id, same_seal, seal, seal_key, terms_of
from db.untrusted import check_schema, checked, revisions

Row = tuple[Any, ...]
MOST_OF_A_STEP = 16 * 1024 * 1024
"""Characters of one step of a log: a plan of twenty thousand tasks is made in one."""


@dataclass(frozen=True, slots=True)
class OtherPlan:
    """A plan of the other ledger, its log checked step by step."""

    id: PlanId
    title: str
    key: bytes
    edits: tuple[Row, ...]
    """Rows of table `plan_edit`, in order."""


@dataclass(frozen=True, slots=True)
class OtherReceipt:
    """A receipt of a merge that was not undone."""

    row: Row
    """Return, dispatch, unit, period, file name, check code, added, same, sealed."""
    left: frozenset[tuple[str, str]]
    """What was left out: (revision, task)."""
    chosen: frozenset[tuple[str, str]]
    """What had been left out and was taken in."""


@dataclass(frozen=True, slots=True)
class OtherLedger:
    """What the other ledger holds, each revision and review true to its hash."""

    name: str
    plans: tuple[OtherPlan, ...]
    revisions: tuple[Revision, ...]
    attachments: dict[str, bytes]
    """What the revisions name, by SHA-256."""
    reviews: tuple[Review, ...]
    dispatches: tuple[Terms, ...]
    returns: tuple[Row, ...]
    handed: tuple[Row, ...]
    receipts: tuple[OtherReceipt, ...]
    seals_hold: bool
    """Whether every return is sealed with the plan key that this ledger has, workbooks apart."""

    def facts(self, tasks: set[str]) -> Facts:
        """What it knows of these tasks, as far as what was left out goes."""
        answered = _by_return(self.handed)
        return Facts(
            left={_mark(one, key) for one in self.receipts for key, task in one.left if task in tasks},
            chosen={_mark(one, key) for one in self.receipts for key, task in one.chosen if task in tasks},
            handed={_mark(one, key) for one in self.receipts for key in answered.get(one.row[0], ())},
            starts={terms.id: {i for _, ids in terms.starts for i in ids} for terms in self.dispatches},
            reviewed={review.revision for review in self.reviews if review.task in tasks},
            parents={one.id: one.parents for one in self.revisions if one.task in tasks},
        )


def _mark(receipt: OtherReceipt, revision: str) -> tuple[DispatchId, RevisionId]:
    return DispatchId(receipt.row[1]), RevisionId(revision)


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
        found = tuple(revisions(connection, "1 = 1").values())
        every = tuple(_plan(connection, *row) for row in connection.execute(_PLANS).fetchall())
        dispatches = _dispatches(connection, {plan.id for plan in every})
        returns = tuple(connection.execute("SELECT * FROM return ORDER BY id"))
        handed = _handed(connection, returns)
        return OtherLedger(
            name=shown_name(path),
            plans=every,
            revisions=found,
            attachments=attachments.load_foreign(connection, found),
            reviews=tuple(reviews),
            dispatches=dispatches,
            returns=returns,
            handed=handed,
            receipts=_receipts(connection, returns, {terms.id: terms for terms in dispatches}),
            seals_hold=_seals_hold(every, dispatches, returns, handed),
        )


def _dispatches(connection: sqlite3.Connection, known: set[PlanId]) -> tuple[Terms, ...]:
    found = []
    for key, text in connection.execute("SELECT id, terms FROM dispatch"):
        terms = terms_of(text)
        if terms.id != key or terms.plan not in known:
            raise RefusedError("bad_terms")
        found.append(terms)
    return tuple(found)


def _handed(connection: sqlite3.Connection, returns: Sequence[Row]) -> tuple[Row, ...]:
    """Which ids each return handed in, true to its id and its check code."""
    rows = tuple(connection.execute("SELECT * FROM return_revision ORDER BY 1, 2"))
    of_return = _by_return(rows)
    for identity, dispatch, _, _, code, _ in returns:
        ids = of_return[identity]
        if identity != return_id(dispatch, ids) or code != return_code(dispatch, ids):
            raise RefusedError("bad_seal")
    return rows


def _by_return(handed: Iterable[Row]) -> dict[str, list[RevisionId]]:
    of_return: dict[str, list[RevisionId]] = defaultdict(list)
    for identity, revision in handed:
        of_return[identity].append(RevisionId(revision))
    return of_return


def _seals_hold(
    every: Sequence[OtherPlan], dispatches: Sequence[Terms], returns: Sequence[Row], handed: Sequence[Row]
) -> bool:
    plan_keys = {plan.id: plan.key for plan in every}
    keys = {terms.id: seal_key(plan_keys[terms.plan], terms) for terms in dispatches}
    of_return = _by_return(handed)
    return all(
        dispatch in keys
        and (not proof or same_seal(proof, seal(keys[dispatch], dispatch, of_return[identity])))
        for identity, dispatch, _, _, _, proof in returns
    )


def _receipts(
    connection: sqlite3.Connection, returns: Sequence[Row], dispatches: Mapping[DispatchId, Terms]
) -> tuple[OtherReceipt, ...]:
    """The receipts, each of a return that is there, for what was issued; sealed only where that is."""
    known = {row[0]: row for row in returns}
    marked = marks(connection)
    found = []
    for number, *row in connection.execute(_RECEIPTS).fetchall():
        identity, dispatch, unit, period, _, code, _, _, sealed = row
        terms = dispatches.get(dispatch)
        if identity not in known or terms is None:
            raise RefusedError("bad_seal")
        said = (dispatch, code, unit, period, bool(sealed) and not known[identity][5])
        if said != (known[identity][1], known[identity][4], terms.unit, terms.period, False):
            raise RefusedError("bad_seal")
        left, chosen = marked.get(number, (set(), set()))
        found.append(OtherReceipt(tuple(row), frozenset(left), frozenset(chosen)))
    return tuple(found)


_PLANS = "SELECT p.id, p.title, k.key FROM plan AS p JOIN plan_key AS k ON k.plan_id = p.id ORDER BY p.id"
_RECEIPTS = (
    "SELECT r.id, r.return_id, r.dispatch_id, r.unit_id, r.period_id, r.file_name, r.check_code, r.added, "
    "r.same, r.sealed FROM receipt AS r JOIN merge AS m ON m.id = r.merge_id "
    "WHERE m.undone_at IS NULL ORDER BY r.id"
)


def _plan(connection: sqlite3.Connection, key: str, title: str, secret: bytes) -> OtherPlan:
    edits = tuple(connection.execute("SELECT * FROM plan_edit WHERE plan_id = ? ORDER BY seq", (key,)))
    before = ""
    for number, (identity, plan, seq, label, author, made_at, changes) in enumerate(edits, 1):
        step = _changes(changes)
        if step is None or any(one.get("put") == "plan" and one["row"]["id"] != key for one in step):
            raise RefusedError("bad_plan_log", plan=title)
        if seq != number or identity != edit_digest(before, plan, label, author, made_at, step):
            raise RefusedError("bad_plan_log", plan=title)
        before = identity
    if not _replays(edits):
        raise RefusedError("bad_plan_log", plan=title)
    return OtherPlan(PlanId(key), title, bytes(secret), edits)


def _changes(text: str) -> list[dict[str, Any]] | None:
    """What a step says it changes; None for what no step of ours is like."""
    if len(text) > MOST_OF_A_STEP:
        raise RefusedError("too_large", what="plan_edit", limit=MOST_OF_A_STEP)
    try:
        step = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return step if isinstance(step, list) and all(isinstance(one, dict) for one in step) else None


def _replays(edits: Sequence[Row]) -> bool:
    """Whether the log makes a plan that can be read: tried in a database of its own."""
    scratch = sqlite3.connect(":memory:")
    try:
        schema.create(scratch)
        scratch.execute("PRAGMA foreign_keys = ON")
        scratch.execute("INSERT INTO file VALUES (1, 'ledger', '', '')")
        for edit in edits:
            apply_changes(scratch, json.loads(edit[6]))
        return len(plans(Ledger(Path(), scratch, read_only=True))) == 1
    except (sqlite3.Error, FileError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return False
    finally:
        scratch.close()
