"""What a check notices in the entries of a period."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal

from db.ledger import Ledger
from db.ledger_entries import entries
from db.pace import previous_period, schedule
from db.records import Content, Entry, Finding, MeasureId, Period, Plan, State, Status, Task, TaskId
from db.revisions import decimal_text


def check(ledger: Ledger, plan: Plan, period: Period) -> tuple[Finding, ...]:
    """The findings of one period, in the order of the table."""
    found = entries(ledger, period.id)
    before = previous_period(plan, period)
    earlier = entries(ledger, before.id) if before else {}
    return tuple(
        finding
        for task in plan.tasks()
        if not task.retired
        for finding in _of_task(task, plan, period, found.get(task.id), earlier)
    )


def _of_task(
    task: Task, plan: Plan, period: Period, found: Entry | None, earlier: Mapping[TaskId, Entry]
) -> Iterator[Finding]:
    if found is None or not any(head.content.is_entry for head in found.heads):
        yield Finding("entry_missing", "warning", task.name, (("task", task.name),))
        return
    if found.state is State.CONFLICT:
        yield Finding("entry_conflict", "error", task.name, (("task", task.name),))
        return
    if found.current is None:
        return
    past = earlier.get(task.id)
    figures = dict(found.current.content.figures)
    yield from _smaller_than_before(task, figures, past)
    yield from _against_schedule(task, plan, period, found.current.content)


def _smaller_than_before(
    task: Task, figures: Mapping[MeasureId, Decimal], past: Entry | None
) -> Iterator[Finding]:
    before = dict(past.current.content.figures) if past and past.current else {}
    for measure in task.measures:
        now, then = figures.get(measure.id), before.get(measure.id)
        if now is not None and then is not None and now < then:
            details = (
                ("task", task.name),
                ("label", measure.label),
                ("now", decimal_text(now)),
                ("before", decimal_text(then)),
            )
            yield Finding("figure_smaller", "error", task.name, details)


def _against_schedule(task: Task, plan: Plan, period: Period, content: Content) -> Iterator[Finding]:
    values = dict(content.figures)
    kinds = [schedule(measure, values.get(measure.id), period, plan.year) for measure in task.measures]
    behind = any(kind is not None and kind.kind == "behind" for kind in kinds)
    if behind and content.status in (Status.ON_TRACK, Status.DONE) and not content.reason.strip():
        yield Finding("status_against_schedule", "warning", task.name, (("task", task.name),))
