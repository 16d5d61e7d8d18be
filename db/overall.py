"""Where a plan stands in a period, at a glance: what the overview page and its paper show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from db.checks import check
from db.ledger import Ledger
from db.ledger_entries import entries
from db.lights import Light, TaskLight, light_of
from db.pace import Schedule, expected_share, percent, schedule, year_share
from db.plan import lead_units
from db.records import Entry, Finding, Measure, Period, Plan, State, Task, TaskId
from db.revisions import sent_back_revision

KINDS = ("conflict", "sent_back", "changed_after_approval", "finding", "behind", "missing")
"""Why a task needs attention, the most urgent first."""
_TOLD_OTHERWISE = frozenset({"entry_conflict", "entry_missing"})


@dataclass(frozen=True, slots=True)
class Tally:
    """How many tasks of a category, a unit or the whole plan have each light."""

    key: str
    """The id of the category or unit; empty for the whole."""
    name: str
    counts: Mapping[Light, int]
    """Of every light, also where it is 0."""

    @property
    def total(self) -> int:
        """How many tasks there are."""
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class MeasureProgress:
    """A measure against its target, and against what is due by the period's end."""

    task: TaskId
    measure: Measure
    value: Decimal | None
    percent: Decimal | None
    """0 to 100; None where no figure stands."""
    expected: Decimal
    """Percent of the target that is due: the step of the period, else the share of the year."""
    schedule: Schedule | None


@dataclass(frozen=True, slots=True)
class Attention:
    """Why somebody should look at a task."""

    task: TaskId
    kind: str
    """One of `KINDS`."""
    note: str = ""
    """The reviewer's comment, or the unit's reason."""
    finding: Finding | None = None


@dataclass(frozen=True, slots=True)
class Overview:
    """Where a plan stands in a period. Retired tasks are not counted."""

    year_share: Decimal
    """Percent of the year gone at the period's end."""
    lights: tuple[TaskLight, ...]
    """One a task, in the order of the table."""
    total: Tally
    categories: tuple[Tally, ...]
    units: tuple[Tally, ...]
    """Lead units; a task with joint leads counts for each."""
    measures: tuple[MeasureProgress, ...]
    attention: tuple[Attention, ...]
    """By `KINDS`, then in the order of the table."""


def overview(
    ledger: Ledger, plan: Plan, period: Period, *, findings: Sequence[Finding] | None = None
) -> Overview:
    """Where the plan stands. `findings` are those of `check`, if they are at hand; else it is asked."""
    found = entries(ledger, period.id)
    tasks = [task for task in plan.tasks() if not task.retired]
    lights = {task.id: light_of(task, plan, period, found.get(task.id)) for task in tasks}
    told = check(ledger, plan, period) if findings is None else findings
    attention = [one for task in tasks for one in _attention(lights[task.id], found.get(task.id))]
    attention += _findings(tasks, told)
    order = {task.id: number for number, task in enumerate(tasks)}
    attention.sort(key=lambda one: (KINDS.index(one.kind), order[one.task]))
    return Overview(
        year_share=year_share(period, plan.year),
        lights=tuple(lights.values()),
        total=_tally("", plan.title, lights.values()),
        categories=_by_category(plan, lights),
        units=_by_unit(plan, lights),
        measures=tuple(one for task in tasks for one in _measures(task, plan, period, found.get(task.id))),
        attention=tuple(attention),
    )


def _tally(key: str, name: str, lights: Iterable[TaskLight]) -> Tally:
    counted = Counter(one.light for one in lights)
    return Tally(key, name, {light: counted[light] for light in Light})


def _by_category(plan: Plan, lights: Mapping[TaskId, TaskLight]) -> tuple[Tally, ...]:
    tallies = (
        _tally(
            category.id,
            category.name,
            (lights[task.id] for item in category.items for task in item.tasks if task.id in lights),
        )
        for category in plan.categories
    )
    return tuple(tally for tally in tallies if tally.total)


def _by_unit(plan: Plan, lights: Mapping[TaskId, TaskLight]) -> tuple[Tally, ...]:
    led: dict[str, list[TaskLight]] = {}
    for task in plan.tasks():
        for unit in task.leads if task.id in lights else ():
            led.setdefault(unit.id, []).append(lights[task.id])
    return tuple(_tally(unit.id, unit.name, led[unit.id]) for unit in lead_units(plan))


def _measures(task: Task, plan: Plan, period: Period, entry: Entry | None) -> Iterator[MeasureProgress]:
    figures = dict(entry.current.content.figures) if entry and entry.current else {}
    for measure in task.measures:
        value = figures.get(measure.id)
        yield MeasureProgress(
            task.id,
            measure,
            value,
            percent(measure, value),
            expected_share(measure, period, plan.year),
            schedule(measure, value, period, plan.year, plan.tolerance),
        )


def _attention(light: TaskLight, entry: Entry | None) -> Iterator[Attention]:
    if light.light is Light.CONFLICT:
        yield Attention(light.task, "conflict")
    if entry and entry.review and sent_back_revision(entry):
        yield Attention(light.task, "sent_back", entry.review.comment)
    if entry and entry.state is State.CHANGED_AFTER_APPROVAL:
        yield Attention(light.task, "changed_after_approval")
    if light.light is Light.BEHIND:
        yield Attention(light.task, "behind", light.reason)
    if light.light is Light.NOT_REPORTED:
        yield Attention(light.task, "missing")


def _findings(tasks: Iterable[Task], findings: Iterable[Finding]) -> list[Attention]:
    named = {task.name: task.id for task in tasks}
    return [
        Attention(named[finding.place], "finding", finding=finding)
        for finding in findings
        if finding.severity == "error" and finding.code not in _TOLD_OTHERWISE and finding.place in named
    ]
