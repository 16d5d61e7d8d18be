"""Amendments: what was changed in a plan after it went out; kept on record, and marked on paper.

A plan is out when a fill-in file of it was first issued, or a period first published; what was changed
before is the drafting of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from db.ledger import Ledger
from db.plan_rows import LogStep, RowDiff, Rows, log
from db.plan_words import FIELDS, FieldChange, TaskView, differences, task_view, task_views
from db.records import Period, Plan, TaskId


@dataclass(frozen=True, slots=True)
class Amendment:
    """How a task differs from the plan as it went out."""

    task: TaskId
    name: str
    """As it is called now; as it was called, where it is gone."""
    kind: str
    """`added`, `changed`, `retired`, `restored` (no longer retired) or `removed`."""
    made_at: str
    """Of the last step that changed it."""
    author: str
    fields: tuple[FieldChange, ...]
    """Of `number title category target leads cooperating measures`, those that differ."""


def amendments(ledger: Ledger, plan: Plan, period: Period | None = None) -> tuple[Amendment, ...]:
    """What was amended since the plan first went out, or first went out for this period.

    Nothing while it did not. In the order of the table; what is gone comes last.
    """
    steps = log(ledger.connection, plan.id)
    start = _went_out(ledger, plan, period, steps)
    if start is None:
        return ()
    rows = Rows()
    for one in steps[:start]:
        rows.apply(one.changes)
    then = task_views(rows)
    now, last = dict(then), dict[str, LogStep]()
    for one in steps[start:]:
        for task in _touched(rows, rows.apply(one.changes)):
            if _look_again(rows, task, now):
                last[task] = one
    order = [task.id for task in plan.tasks()] + [TaskId(key) for key in then if key not in now]
    found = (_amendment(key, then.get(key), now.get(key), last[key]) for key in order if key in last)
    return tuple(one for one in found if one)


def _went_out(ledger: Ledger, plan: Plan, period: Period | None, steps: Sequence[LogStep]) -> int | None:
    """The number of the step at which the plan first went out."""
    sql = (
        "SELECT min(e.seq) FROM dispatch AS d JOIN plan_edit AS e "
        "ON e.id = json_extract(d.terms, '$.plan_edit') AND e.plan_id = d.plan_id "
        "WHERE d.plan_id = ?1 AND (?2 IS NULL OR d.period_id = ?2)"
    )
    (issued,) = ledger.one(sql, plan.id, period.id if period else None)
    closed = next((one.seq for one in steps if _closes(one, period)), None)
    return min((seq for seq in (issued, closed) if seq is not None), default=None)


def _closes(one: LogStep, period: Period | None) -> bool:
    return any(
        change.get("put") == "period"
        and change["row"].get("closed_at") is not None
        and (period is None or change["row"]["id"] == period.id)
        for change in one.changes
    )


def _touched(rows: Rows, diffs: Sequence[RowDiff]) -> set[str]:
    """The tasks that a step may have changed."""
    found: set[str] = set()
    for diff in diffs:
        row = diff.after or diff.before or {}
        if diff.table == "item":
            found.update(task["id"] for task in rows.of("task", item_id=diff.id))
        elif diff.table in ("task", "measure"):
            found.add(diff.id if diff.table == "task" else row["task_id"])
    return found


def _look_again(rows: Rows, task: str, views: dict[str, TaskView]) -> bool:
    """Note what a task says now; whether that is something else."""
    was, row = views.pop(task, None), rows.get(("task", task))
    if row is None:
        return was is not None
    now = views[task] = task_view(rows, row, list(rows.of("measure", task_id=task)))
    return was is None or was.retired != now.retired or bool(differences(was, now))


def _amendment(key: TaskId, then: TaskView | None, now: TaskView | None, last: LogStep) -> Amendment | None:
    fields = differences(then or _NOTHING, now or _NOTHING)
    view = now or then
    if view is None or (then is None and view.retired):
        return None
    kind = "added" if then is None else "removed" if now is None else "changed"
    if then and now and then.retired != now.retired:
        kind = "retired" if now.retired else "restored"
    elif not fields:
        return None
    return Amendment(key, view.name, kind, last.made_at, last.author, fields)


_NOTHING = TaskView("", False, dict.fromkeys(FIELDS, ""), dict.fromkeys(FIELDS, ""))
