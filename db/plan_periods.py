"""Edit the periods of a plan; see `db.plan_edits`. Opening one is `db.plan.open_period`."""

from __future__ import annotations

from datetime import date

from db.errors import RequestError
from db.ledger import Ledger
from db.periods import same_label
from db.plan_edit import plain_text, plan_step
from db.plan_edits import delete_row
from db.plan_labels import step
from db.records import PeriodId, PlanId


def change_period(
    ledger: Ledger,
    plan: PlanId,
    period: PeriodId,
    *,
    label: str | None = None,
    start: date | None = None,
    end: date | None = None,
    author: str,
) -> None:
    """Rename a period or move its days. Raises `period_exists`, `period_backwards`."""
    with plan_step(ledger, plan, author) as edit:
        row = edit.row("period", period)
        edit.label = step("period_changed", period=row["label"])
        named = row["label"] if label is None else plain_text(label)
        for other in edit.rows.of("period"):
            if other["id"] != period and same_label(other["label"], named):
                raise RequestError("period_exists", period=named)
        first = row["start_day"] if start is None else start.isoformat()
        last = row["end_day"] if end is None else end.isoformat()
        if first > last:
            raise RequestError("period_backwards", period=named)
        edit.set("period", period, label=named, start_day=first, end_day=last)


def set_due(ledger: Ledger, plan: PlanId, period: PeriodId, due: date | None, *, author: str) -> None:
    """Say by when returns of a period are due; None: no day is set."""
    with plan_step(ledger, plan, author) as edit:
        row = edit.row("period", period)
        edit.label = step("period_due_set", period=row["label"])
        edit.rows["period", period] = {**row, "due_day": due.isoformat() if due else None}


def move_period(
    ledger: Ledger, plan: PlanId, period: PeriodId, *, before: PeriodId | None = None, author: str
) -> None:
    """Put a period in front of another."""
    with plan_step(ledger, plan, author) as edit:
        edit.label = step("period_moved", period=edit.row("period", period)["label"])
        edit.place("period", period, before)


def delete_period(ledger: Ledger, plan: PlanId, period: PeriodId, *, author: str) -> None:
    """Delete a period. Raises `has_history` when anything was ever issued or said for it."""
    delete_row(ledger, plan, "period", period, author)
