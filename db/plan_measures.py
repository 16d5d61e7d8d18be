"""Edit the measures of a plan's tasks, and what each is to reach by a period; see `db.plan_edits`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from db.errors import RequestError
from db.ledger import Ledger
from db.plan_edit import PlanEdit, name_of, plain_text, plan_step
from db.plan_labels import step
from db.records import MeasureId, PeriodId, PlanId, Task, TaskId
from db.revisions import decimal_text

COMPARATORS = (">=", "<=", "=")


@dataclass(frozen=True, slots=True)
class PlannedMeasure:
    """A measure as the plan is to have it."""

    id: MeasureId | None
    """None for a new one."""
    label: str
    comparator: str
    amount: Decimal
    unit: str


def measures_offered(task: Task, target: str) -> tuple[PlannedMeasure, ...]:
    """What a changed target text seems to promise, for a person to decide.

    A promise that is worded or counted as a measure of the task takes its place (and what was reported
    with it); measures of the task that the text no longer names are not among them.
    """
    from db.figures import read_measures

    left = list(task.measures)
    found = []
    for read in read_measures(target):
        alike = [
            [m for m in left if m.unit == read.unit and m.label == read.label],
            [m for m in left if m.unit == read.unit and m.amount == read.amount],
            [m for m in left if m.unit == read.unit and (m.label in read.label or read.label in m.label)],
        ]
        same = next((some[0] for some in alike if some), None)
        if same is not None:
            left.remove(same)
        key = same.id if same else None
        found.append(PlannedMeasure(key, read.label, read.comparator, read.amount, read.unit))
    return tuple(found)


def put_measures(edit: PlanEdit, task: str, measures: Sequence[PlannedMeasure]) -> None:
    """Make these the measures of a task, in this order; those that are not among them are deleted."""
    kept = {measure.id for measure in measures}
    for key in edit.siblings("measure", task):
        if key not in kept:
            edit.drop("measure", key)
    for measure in measures:
        columns = _columns(measure.label, measure.comparator, measure.amount, measure.unit)
        if measure.id is None:
            edit.add("measure", task_id=task, **columns)
        elif edit.row("measure", measure.id)["task_id"] != task:
            raise RequestError("not_in_plan", what=measure.label)
        else:
            edit.set("measure", measure.id, **columns)
            edit.place("measure", measure.id, None)


def add_measure(
    ledger: Ledger,
    plan: PlanId,
    task: TaskId,
    *,
    label: str,
    comparator: str,
    amount: Decimal,
    unit: str,
    before: MeasureId | None = None,
    author: str,
) -> MeasureId:
    """A new measure of a task. Raises `bad_amount`, `bad_comparator`."""
    columns = _columns(label, comparator, amount, unit)
    with plan_step(ledger, plan, author) as edit:
        name = name_of(edit.rows, "task", edit.row("task", task))
        edit.label = step("measure_added", name=columns["label"], task=name)
        return MeasureId(edit.add("measure", before, task_id=task, **columns))


def change_measure(
    ledger: Ledger,
    plan: PlanId,
    measure: MeasureId,
    *,
    label: str | None = None,
    comparator: str | None = None,
    amount: Decimal | None = None,
    unit: str | None = None,
    author: str,
) -> None:
    """Change a measure. Raises `bad_amount`, `bad_comparator`."""
    with plan_step(ledger, plan, author) as edit:
        row = edit.row("measure", measure)
        edit.label = _label(edit, "measure_changed", measure)
        columns = _columns(
            row["label"] if label is None else label,
            row["comparator"] if comparator is None else comparator,
            Decimal(row["amount"]) if amount is None else amount,
            row["unit"] if unit is None else unit,
        )
        edit.set("measure", measure, **columns)


def move_measure(
    ledger: Ledger, plan: PlanId, measure: MeasureId, *, before: MeasureId | None = None, author: str
) -> None:
    """Put a measure in front of another of its task."""
    with plan_step(ledger, plan, author) as edit:
        edit.label = _label(edit, "measure_moved", measure)
        edit.place("measure", measure, before)


def delete_measure(ledger: Ledger, plan: PlanId, measure: MeasureId, *, author: str) -> None:
    """Delete a measure. Raises `has_history` when a figure was ever reported for it."""
    with plan_step(ledger, plan, author) as edit:
        edit.label = _label(edit, "measure_deleted", measure)
        edit.drop("measure", measure)


def set_steps(
    ledger: Ledger, plan: PlanId, measure: MeasureId, steps: Mapping[PeriodId, Decimal], *, author: str
) -> None:
    """What a measure is to have reached by the end of each period; a period that is not named has none.

    Raises `bad_amount`.
    """
    with plan_step(ledger, plan, author) as edit:
        edit.label = _label(edit, "steps_set", measure)
        there = {row["period_id"]: row["id"] for row in edit.rows.of("step", measure_id=measure)}
        for period in there.keys() - steps.keys():
            edit.drop("step", there[PeriodId(period)])
        for period, amount in steps.items():
            edit.row("period", period)
            text = _amount(amount)
            if period in there:
                edit.set("step", there[period], amount=text)
            else:
                edit.add("step", measure_id=measure, period_id=period, amount=text)


def _label(edit: PlanEdit, code: str, measure: str) -> str:
    row = edit.row("measure", measure)
    task = name_of(edit.rows, "task", edit.row("task", row["task_id"]))
    return step(code, name=row["label"], task=task)


def _columns(label: str, comparator: str, amount: Decimal, unit: str) -> dict[str, str]:
    if comparator not in COMPARATORS:
        raise RequestError("bad_comparator", text=comparator)
    return {
        "label": plain_text(label),
        "comparator": comparator,
        "amount": _amount(amount),
        "unit": plain_text(unit, empty=True),
    }


def _amount(amount: Decimal) -> str:
    # As many digits as a figure from elsewhere may have (db.untrusted).
    if not amount.is_finite() or abs(amount.adjusted()) > 20:
        raise RequestError("bad_amount", text=amount)
    return decimal_text(amount)
