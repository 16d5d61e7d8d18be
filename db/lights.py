"""The light of a task: how far it is in a period, by a written rule; issue "The coordinator's desk".

1. Heads that differ are a `conflict`: none is picked by guess. What nobody of its units said or confirmed
   is `not_reported` (`db.revisions.is_filled`). `not_applicable` is what the unit says.
2. The figures given say where the task stands (`computed`). Each measure is behind, on, ahead, done (the
   target is met) or exceeded, by `db.pace`; the worst of them is the task's. A ceiling that is kept counts
   only where there is nothing but ceilings: then the task is on, or done if the unit says so. As long as a
   measure has no figure, a task is at best on.
   Figures that are all zero, of a unit that says not started, are `not_started`.
3. Without figures the status counts as it is said; without a status too it is `unclear`.
4. With both, the status must fit the figures: on schedule fits all but behind; done fits done and exceeded;
   behind fits behind, and any task with a blank measure; not started fits not started. Where it fits, the
   figures say it (of a task with a blank measure that is said to be behind: the status).
   Where it does not fit, a reason makes the status count, and the light is `overridden`; without a reason
   the figures count.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from db.pace import ALL, percent, schedule
from db.records import Content, Entry, Measure, Period, Plan, State, Status, Task, TaskId
from db.revisions import is_filled


class Light(StrEnum):
    """Where a task stands, from the least known to the best."""

    NOT_REPORTED = "not_reported"
    CONFLICT = "conflict"
    UNCLEAR = "unclear"
    NOT_APPLICABLE = "not_applicable"
    NOT_STARTED = "not_started"
    BEHIND = "behind"
    ON = "on"
    AHEAD = "ahead"
    DONE = "done"
    EXCEEDED = "exceeded"


@dataclass(frozen=True, slots=True)
class TaskLight:
    """The light of a task, and how it came about."""

    task: TaskId
    light: Light
    computed: Light | None
    """What the figures say; None where none is given."""
    overridden: bool = False
    """The unit's status counts against its figures, for the reason given."""
    reason: str = ""


_WORST_FIRST = (Light.BEHIND, Light.ON, Light.AHEAD, Light.DONE, Light.EXCEEDED)
_SAID = {
    Status.NOT_STARTED: Light.NOT_STARTED,
    Status.ON_TRACK: Light.ON,
    Status.BEHIND: Light.BEHIND,
    Status.DONE: Light.DONE,
}
_FITTING = {
    Status.NOT_STARTED: (Light.NOT_STARTED,),
    Status.ON_TRACK: (Light.ON, Light.AHEAD, Light.DONE, Light.EXCEEDED),
    Status.BEHIND: (Light.BEHIND,),
    Status.DONE: (Light.DONE, Light.EXCEEDED),
}


def light_of(task: Task, plan: Plan, period: Period, entry: Entry | None) -> TaskLight:
    """The light of a task by the rule above; `entry` is what stands for it, None: nothing."""
    if entry is None or not is_filled(entry):
        return TaskLight(task.id, Light.NOT_REPORTED, None)
    if entry.state is State.CONFLICT or entry.current is None:
        return TaskLight(task.id, Light.CONFLICT, None)
    content = entry.current.content
    status, reason = content.status, content.reason.strip()
    if status is Status.NOT_APPLICABLE:
        return TaskLight(task.id, Light.NOT_APPLICABLE, None, reason=reason)
    computed = _computed(task, plan, period, content)
    if computed is None or status is None:
        light = computed or (_SAID[status] if status else Light.UNCLEAR)
        return TaskLight(task.id, light, computed, reason=reason)
    if status is Status.BEHIND and len(_given(task, content)) < len(task.measures):
        return TaskLight(task.id, Light.BEHIND, computed, reason=reason)
    fits = computed in _FITTING[status]
    overridden = not fits and bool(reason)
    return TaskLight(task.id, _SAID[status] if overridden else computed, computed, overridden, reason)


def _given(task: Task, content: Content) -> list[tuple[Measure, Decimal]]:
    figures = dict(content.figures)
    return [(measure, figures[measure.id]) for measure in task.measures if measure.id in figures]


def _computed(task: Task, plan: Plan, period: Period, content: Content) -> Light | None:
    given = _given(task, content)
    if not given:
        return None
    if content.status is Status.NOT_STARTED and all(value == 0 for _, value in given):
        return Light.NOT_STARTED
    lights = [_of_measure(measure, value, plan, period) for measure, value in given]
    kept = Light.DONE if content.status is Status.DONE else Light.ON
    counted = [light for light in lights if light is not None] or [kept]
    worst = min(counted, key=_WORST_FIRST.index)
    return min(worst, Light.ON, key=_WORST_FIRST.index) if len(given) < len(task.measures) else worst


def _of_measure(measure: Measure, value: Decimal, plan: Plan, period: Period) -> Light | None:
    """The light of one figure; None for a ceiling that is kept."""
    pace = schedule(measure, value, period, plan.year, plan.tolerance)
    if measure.comparator == "<=":
        return Light.BEHIND if pace and pace.kind == "behind" else None
    if pace and pace.kind == "exceeded":
        return Light.EXCEEDED
    if percent(measure, value) == ALL:
        return Light.DONE
    return Light(pace.kind) if pace else None
