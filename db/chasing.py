"""Who still owes something for a period, what, and since when: the list with which a coordinator calls."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from db.ledger import Ledger
from db.ledger_entries import entries
from db.plan import tasks_of
from db.records import Entry, Period, Plan, State, Task, TaskId, Unit, UnitId
from db.return_state import Standing, standing
from db.revisions import sent_back_revision

SETTLED = ("returned", "approved", "changed_after_approval")
"""States of a unit (`Standing.state`) in which nothing is asked of it."""


@dataclass(frozen=True, slots=True)
class Chased:
    """A unit that owes something."""

    unit: Unit
    state: str
    """As `Standing.state`: not_issued, missing, conflict, sent_back or partial."""
    due: date | None
    days_late: int
    """Whole days past the due day; 0 until it is over."""
    tasks: int
    filled: int
    missing: tuple[Task, ...]
    """Of which the unit has said nothing."""
    sent_back: tuple[Task, ...]
    conflicts: tuple[Task, ...]


def chase(ledger: Ledger, plan: Plan, period: Period, *, today: date | None = None) -> tuple[Chased, ...]:
    """The units that owe something, the latest first, then in the order of the plan.

    `today`: the day up to which lateness is counted; this day when None.
    """
    day = today or date.today()
    found = entries(ledger, period.id)
    owing = (row for row in standing(ledger, plan, period) if row.state not in SETTLED)
    rows = [_chased(plan, row, found, day) for row in owing]
    return tuple(sorted(rows, key=lambda row: -row.days_late))


def chase_text(
    ledger: Ledger, plan: Plan, period: Period, *, unit: UnitId | None = None, today: date | None = None
) -> str:
    """The chase list (of one unit, if named) as plain text, for a chat or a mail."""
    from db.sheet_chase import chase_lines

    rows = chase(ledger, plan, period, today=today)
    return chase_lines(plan, period, [row for row in rows if unit in (None, row.unit.id)])


def _chased(plan: Plan, row: Standing, found: dict[TaskId, Entry], today: date) -> Chased:
    meant = row.issued_tasks or {task.id for task in tasks_of(plan, row.unit.id)}
    tasks = [task for task in plan.tasks() if task.id in meant]
    return Chased(
        unit=row.unit,
        state=row.state,
        due=row.due,
        days_late=max(0, (today - row.due).days) if row.due else 0,
        tasks=row.tasks,
        filled=row.filled,
        missing=tuple(task for task in tasks if task.id not in row.filled_tasks),
        sent_back=_those(tasks, found, lambda entry: sent_back_revision(entry) is not None),
        conflicts=_those(tasks, found, lambda entry: entry.state is State.CONFLICT),
    )


def _those(
    tasks: Sequence[Task], found: dict[TaskId, Entry], applies: Callable[[Entry], bool]
) -> tuple[Task, ...]:
    return tuple(task for task in tasks if task.id in found and applies(found[task.id]))
