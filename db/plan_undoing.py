"""Undo and redo of the steps of a plan, as further steps: the log is only ever added to.

Undo takes back the newest step that stands, then the one before it; redo does the last undone again, until
something else is changed. An undo puts the columns that its step changed back as they were, and leaves the
others. Some steps it passes over (`fixed`): the making of the plan, and closing and reopening a period,
which have commands of their own. A step that added what was reported on since cannot be undone.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field

from db.errors import RequestError
from db.ledger import Ledger
from db.plan import TABLES, Change, drop, edit_plan, put
from db.plan_edit import name_of
from db.plan_labels import REDO, UNDO, StepLabel, label_of, label_text
from db.plan_rows import LogStep, Row, RowDiff, Rows, log
from db.plan_used import has_history
from db.plan_words import FieldChange, field_changes
from db.records import PlanId


@dataclass(frozen=True, slots=True)
class RowChange:
    """What a step did to one row."""

    table: str
    id: str
    name: str
    """What people call the row."""
    kind: str
    """`added`, `changed` or `removed`."""
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class PlanStep:
    """One step of a plan's log."""

    id: str
    seq: int
    label: StepLabel
    author: str
    made_at: str
    changes: tuple[RowChange, ...]
    state: str
    """`done`, `undone`, `fixed` (never undone), or what the step itself is: `undo`, `redo`."""


@dataclass(frozen=True, slots=True)
class UndoState:
    """What undo and redo would take next; None: nothing."""

    undo: StepLabel | None
    redo: StepLabel | None


@dataclass
class _Replay:
    """A log played through: what each step did, and what can be undone and done again."""

    rows: Rows = field(default_factory=Rows)
    diffs: dict[str, list[RowDiff]] = field(default_factory=dict)
    labels: dict[str, StepLabel] = field(default_factory=dict)
    fixed: set[str] = field(default_factory=set)
    done: list[str] = field(default_factory=list)
    undone: list[str] = field(default_factory=list)

    def take(self, one: LogStep) -> None:
        label = self.labels[one.id] = label_of(one.label)
        diffs = self.diffs[one.id] = self.rows.apply(one.changes)
        if label.code == UNDO and label.step in self.done:
            self.done.remove(label.step)
            self.undone.append(label.step)
        elif label.code == REDO and label.step in self.undone:
            self.undone.remove(label.step)
            self.done.append(label.step)
        elif one.seq == 1 or any(diff.table == "period" and "closed_at" in diff.columns for diff in diffs):
            self.fixed.add(one.id)
        else:
            self.done.append(one.id)
            self.undone.clear()

    def state(self, step: str) -> str:
        if step in self.fixed:
            return "fixed"
        code = self.labels[step].code
        if code in (UNDO, REDO) and self.labels[step].of:
            return code
        return "done" if step in self.done else "undone"


def plan_history(ledger: Ledger, plan: PlanId) -> tuple[PlanStep, ...]:
    """Every step of a plan's log, oldest first."""
    steps, replay = log(ledger.connection, plan), _Replay()
    told = []
    for one in steps:
        before = Rows(replay.rows)
        replay.take(one)
        told.append(_told(before, replay.rows, replay.diffs[one.id]))
    return tuple(
        PlanStep(
            one.id, one.seq, replay.labels[one.id], one.author, one.made_at, changes, replay.state(one.id)
        )
        for one, changes in zip(steps, told, strict=True)
    )


def plan_undo(ledger: Ledger, plan: PlanId) -> UndoState:
    """What undo and redo would take next."""
    replay = _replayed(log(ledger.connection, plan))
    undo, redo = replay.done[-1:], replay.undone[-1:]
    return UndoState(
        replay.labels[undo[0]] if undo else None,
        replay.labels[redo[0]] if redo else None,
    )


def undo_plan(ledger: Ledger, plan: PlanId, *, author: str) -> StepLabel:
    """Take back the newest step that stands; what it was.

    Raises RequestError: `no_step_to_undo`, `step_has_history`.
    """
    with ledger.transaction() as connection:
        replay = _replayed(log(connection, plan))
        if not replay.done:
            raise RequestError("no_step_to_undo")
        step = replay.done[-1]
        diffs = [RowDiff(d.table, d.id, d.after, d.before) for d in replay.diffs[step]]
        return _write(ledger, plan, replay, step, UNDO, diffs, author)


def redo_plan(ledger: Ledger, plan: PlanId, *, author: str) -> StepLabel:
    """Do the last undone step again; what it is.

    Raises RequestError: `no_step_to_redo`, `step_has_history`.
    """
    with ledger.transaction() as connection:
        replay = _replayed(log(connection, plan))
        if not replay.undone:
            raise RequestError("no_step_to_redo")
        step = replay.undone[-1]
        return _write(ledger, plan, replay, step, REDO, replay.diffs[step], author)


def _replayed(steps: Sequence[LogStep]) -> _Replay:
    replay = _Replay()
    for one in steps:
        replay.take(one)
    return replay


def _write(
    ledger: Ledger, plan: PlanId, replay: _Replay, step: str, code: str, diffs: Sequence[RowDiff], author: str
) -> StepLabel:
    of = replay.labels[step]
    changes = _changes(ledger.connection, replay.rows, diffs)
    edit_plan(ledger, plan, changes, label=label_text(StepLabel(code, (), of, step)), author=author)
    return of


def _changes(connection: sqlite3.Connection, rows: Rows, diffs: Sequence[RowDiff]) -> list[Change]:
    """What brings each row to its `after`: parents put first, children dropped first."""
    order = sorted(diffs, key=lambda diff: TABLES.index(diff.table))
    puts = [put(diff.table, **_wanted(rows, diff)) for diff in order if diff.after is not None]
    gone = [diff for diff in reversed(order) if diff.after is None]
    for diff in gone:
        if has_history(connection, diff.table, diff.id):
            name = name_of(rows, diff.table, rows[diff.table, diff.id])
            raise RequestError("step_has_history", what=name)
    return [*puts, *(drop(diff.table, diff.id) for diff in gone)]


def _wanted(rows: Rows, diff: RowDiff) -> Row:
    """The row as it stands with the columns of the step as they are to be; whole, where it is gone."""
    standing, after = rows.get((diff.table, diff.id)), diff.after or {}
    if standing is None:
        return after
    return {**standing, **{name: after[name] for name in diff.columns}}


def _told(before: Rows, after: Rows, diffs: Sequence[RowDiff]) -> tuple[RowChange, ...]:
    """The changes in words; what only moved up or down by another's move is not told."""
    told = []
    for diff in diffs:
        if diff.columns == ("position",) and len(diffs) > 1:
            continue
        rows, row = (after, diff.after) if diff.after is not None else (before, diff.before or {})
        kind = "added" if diff.before is None else "removed" if diff.after is None else "changed"
        fields = field_changes(diff, before, after)
        told.append(RowChange(diff.table, diff.id, name_of(rows, diff.table, row), kind, fields))
    return tuple(told)
