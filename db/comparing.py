"""Two periods of a plan side by side: what came in, what changed, what stayed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from db.ledger import Ledger
from db.ledger_entries import entries
from db.lights import Light, light_of
from db.records import Content, Entry, Measure, Period, Plan, Task, TaskId
from db.revisions import is_filled


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A measure's figure in both periods; None where none stands."""

    measure: Measure
    before: Decimal | None
    after: Decimal | None


@dataclass(frozen=True, slots=True)
class Compared:
    """One task in both periods."""

    task: TaskId
    change: str
    """`blank` (reported in neither), `new`, `gone` (no longer reported), `same` or `changed`."""
    before: Content | None
    """What counts; None where nothing is reported, or a conflict is not settled."""
    after: Content | None
    figures: tuple[FigureChange, ...]
    """Of the measures with a figure in either."""
    light_before: Light
    light_after: Light


def compared(ledger: Ledger, plan: Plan, earlier: Period, later: Period) -> tuple[Compared, ...]:
    """How each task that is not retired went on from one period to another, in the order of the table."""
    then, now = entries(ledger, earlier.id), entries(ledger, later.id)
    return tuple(
        _compared(task, plan, (earlier, then.get(task.id)), (later, now.get(task.id)))
        for task in plan.tasks()
        if not task.retired
    )


def _compared(
    task: Task, plan: Plan, before: tuple[Period, Entry | None], after: tuple[Period, Entry | None]
) -> Compared:
    then, now = _content(before[1]), _content(after[1])
    old, new = (dict(content.figures) if content else {} for content in (then, now))
    return Compared(
        task.id,
        _change(before[1], after[1], then, now),
        then,
        now,
        tuple(
            FigureChange(measure, old.get(measure.id), new.get(measure.id))
            for measure in task.measures
            if measure.id in old or measure.id in new
        ),
        light_of(task, plan, *before).light,
        light_of(task, plan, *after).light,
    )


def _content(entry: Entry | None) -> Content | None:
    return entry.current.content if entry and is_filled(entry) and entry.current else None


def _change(before: Entry | None, after: Entry | None, then: Content | None, now: Content | None) -> str:
    reported = before is not None and is_filled(before), after is not None and is_filled(after)
    if not all(reported):
        return {(False, False): "blank", (False, True): "new"}.get(reported, "gone")
    if now is not None and now.nothing_new:
        return "same"
    return "same" if then is not None and now is not None and _told(then) == _told(now) else "changed"


def _told(content: Content) -> tuple[object, ...]:
    texts = (content.narrative.strip(), content.problems.strip(), content.next_steps.strip())
    return (*texts, content.status, content.nothing_new, dict(content.figures))
