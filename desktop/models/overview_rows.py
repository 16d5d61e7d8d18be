"""What the overview page shows, as rows: made on the worker from what `db` says of a plan and period."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

import db
from db import Light
from desktop import messages
from desktop.models.case_list import Case
from desktop.models.light_words import ORDER, light_state, light_word
from desktop.models.measure_table import number_text
from desktop.models.states import state_word
from desktop.models.task_names import task_names

if TYPE_CHECKING:
    from db import (
        Attention,
        Compared,
        Finding,
        Ledger,
        MeasureProgress,
        Overview,
        Period,
        Plan,
        Tally,
        Task,
        TaskId,
        TaskLight,
    )

translate = QCoreApplication.translate

_KINDS: dict[str, tuple[str, Any]] = {
    "conflict": ("conflict", QT_TRANSLATE_NOOP("OverviewPage", "Conflict")),
    "sent_back": ("sent_back", QT_TRANSLATE_NOOP("OverviewPage", "Sent back")),
    "changed_after_approval": (
        "changed_after_approval",
        QT_TRANSLATE_NOOP("OverviewPage", "Changed after approval"),
    ),
    "finding": ("error", QT_TRANSLATE_NOOP("OverviewPage", "Does not add up")),
    "behind": ("behind", QT_TRANSLATE_NOOP("OverviewPage", "Behind")),
    "missing": ("not_reported", QT_TRANSLATE_NOOP("OverviewPage", "Not reported")),
}
"""Of each kind of attention: the state whose shape it has, and the word."""
_CHANGES: dict[str, Any] = {
    "new": QT_TRANSLATE_NOOP("OverviewPage", "New"),
    "changed": QT_TRANSLATE_NOOP("OverviewPage", "Changed"),
    "gone": QT_TRANSLATE_NOOP("OverviewPage", "No longer reported"),
    "same": QT_TRANSLATE_NOOP("OverviewPage", "As before"),
    "blank": QT_TRANSLATE_NOOP("OverviewPage", "Not reported"),
}
NOWHERE = db.TaskId("")
SHOWN_CHANGES = ("new", "changed", "gone")
"""What is listed of a comparison; the rest is only counted."""


@dataclass(frozen=True, slots=True)
class TaskRow(Case):
    """A row about one task."""

    task: TaskId = NOWHERE
    finding: Finding | None = None


@dataclass(frozen=True, slots=True)
class TargetRow(TaskRow):
    """A measure against its target. Shares are percent, 0 to 100."""

    share: float | None = None
    expected: float = 0.0


@dataclass(frozen=True, slots=True)
class BarRow(Case):
    """How many tasks of a category, a unit or a plan have each light."""

    counts: Mapping[Light, int] | None = None

    @property
    def total(self) -> int:
        """How many tasks there are."""
        return sum(self.counts.values()) if self.counts else 0


@dataclass(frozen=True, slots=True)
class Shown:
    """All rows of a plan in a period."""

    year_share: Decimal
    total: Tally
    categories: tuple[BarRow, ...]
    units: tuple[BarRow, ...]
    attention: tuple[TaskRow, ...]
    measures: tuple[TargetRow, ...]
    tasks: tuple[TaskRow, ...]
    members: Mapping[str, frozenset[TaskId]]
    """The tasks of each category and unit, by its id; of the whole under the empty key."""
    lights: Mapping[TaskId, Light]


@dataclass(frozen=True, slots=True)
class Since:
    """What changed from one period to another."""

    rows: tuple[TaskRow, ...]
    changes: Mapping[TaskId, str]
    """The change of every task, also of those without a row."""


def shown(ledger: Ledger, plan: Plan, period: Period, *, with_findings: bool) -> Shown:
    """Read and make the rows; runs on the worker. The checks take the longest: they can be left for later."""
    seen = db.overview(ledger, plan, period, findings=None if with_findings else ())
    return rows_of(plan, seen)


def rows_of(plan: Plan, seen: Overview) -> Shown:
    """The rows of an overview."""
    tasks = {task.id: task for task in plan.tasks()}
    names = task_names(plan)
    lights = {light.task: light.light for light in seen.lights}
    return Shown(
        seen.year_share,
        seen.total,
        tuple(bar_row(tally) for tally in (_whole(seen.total), *seen.categories)),
        tuple(bar_row(tally) for tally in (_whole(seen.total), *seen.units)),
        tuple(
            _attention(number, one, tasks[one.task], names[one.task])
            for number, one in enumerate(seen.attention)
        ),
        tuple(_target(one, names[one.task]) for one in seen.measures),
        tuple(_task(one, tasks[one.task], names[one.task]) for one in seen.lights),
        _members(plan, lights.keys()),
        lights,
    )


def _whole(total: Tally) -> Tally:
    return db.Tally("", translate("OverviewPage", "All tasks"), total.counts)


def bar_row(tally: Tally) -> BarRow:
    """A bar and what it says in words."""
    told = ", ".join(
        f"{light_word(light)} {tally.counts[light]}" for light in ORDER if tally.counts.get(light)
    )
    return BarRow(tally.key, "", "", tally.name, told, str(tally.total), counts=tally.counts)


def _members(plan: Plan, counted: Iterable[TaskId]) -> dict[str, frozenset[TaskId]]:
    wanted = set(counted)
    members: dict[str, set[TaskId]] = {"": wanted}
    for category in plan.categories:
        for item in category.items:
            for task in item.tasks:
                if task.id in wanted:
                    members.setdefault(category.id, set()).add(task.id)
                    for unit in task.leads:
                        members.setdefault(unit.id, set()).add(task.id)
    return {key: frozenset(tasks) for key, tasks in members.items()}


def _leads(task: Task) -> str:
    return "★ " + "、".join(unit.name for unit in task.leads)


def _attention(number: int, one: Attention, task: Task, name: str) -> TaskRow:
    state, word = _KINDS[one.kind]
    told = translate("OverviewPage", word)
    note = one.note
    if one.finding is not None:
        note = messages.sentence(one.finding.code, dict(one.finding.details))
    said = translate("OverviewPage", "{kind}: {note}").format(kind=told, note=note) if note else told
    line = " ".join(said.split())
    return TaskRow((one.task, number), state, told, name, line, _leads(task), one.task, one.finding)


def _task(one: TaskLight, task: Task, name: str) -> TaskRow:
    told = _leads(task)
    if one.overridden and one.computed is not None:
        against = translate(
            "OverviewPage", "The figures say “{computed}”; what the unit says counts, because: {reason}"
        ).format(computed=light_word(one.computed), reason=one.reason)
        told = " ".join(against.split())
    tag = light_word(one.light)
    if one.overridden:
        tag = translate("OverviewPage", "{light} (overridden)").format(light=tag)
    return TaskRow((one.task,), light_state(one.light), "", name, told, tag, one.task)


def _target(one: MeasureProgress, name: str) -> TargetRow:
    measure = one.measure
    sign = {">=": "≥ ", "<=": "≤ "}.get(measure.comparator, "")
    goal = f"{sign}{number_text(measure.amount)} {measure.unit}".strip()
    value = number_text(one.value) if one.value is not None else translate("OverviewPage", "no figure")
    pace = one.schedule
    return TargetRow(
        (one.task, measure.id),
        pace.kind if pace else "blank",
        state_word(pace.kind) if pace else "",
        f"{name.split('  ')[0]}  {measure.label}",
        f"{value} / {goal}",
        f"{plain(one.percent)}%" if one.percent is not None else "—",
        one.task,
        None,
        float(one.percent) if one.percent is not None else None,
        float(one.expected),
    )


def plain(share: Decimal) -> str:
    """A percentage without zeros at its end: `24.86`, `60`."""
    return f"{share:f}".rstrip("0").rstrip(".") if "." in f"{share:f}" else f"{share:f}"


def since(ledger: Ledger, plan: Plan, earlier: Period, later: Period) -> Since:
    """Compare two periods and make the rows; runs on the worker."""
    names = task_names(plan)
    tasks = {task.id: task for task in plan.tasks()}
    found = db.compared(ledger, plan, earlier, later)
    rows = (_changed(one, tasks[one.task], names[one.task]) for one in found if one.change in SHOWN_CHANGES)
    return Since(tuple(rows), {one.task: one.change for one in found})


def _changed(one: Compared, task: Task, name: str) -> TaskRow:
    told = [translate("OverviewPage", _CHANGES[one.change])]
    if one.light_before != one.light_after and one.change == "changed":
        told.append(f"{light_word(one.light_before)} → {light_word(one.light_after)}")
    told += [
        f"{measure.label} {number_text(before)} → {number_text(after)} {measure.unit}"
        for measure, before, after in ((each.measure, each.before, each.after) for each in one.figures)
        if before != after
    ]
    return TaskRow(
        (one.task,), light_state(one.light_after), "", name, "  ·  ".join(told), _leads(task), one.task
    )


def change_counts(changes: Mapping[TaskId, str], wanted: frozenset[TaskId]) -> str:
    """How many of these tasks are new, changed, as before, not reported: a line of text."""
    kinds = [changes[task] for task in wanted if task in changes]
    return "  ·  ".join(
        f"{translate('OverviewPage', word)} {kinds.count(kind)}"
        for kind, word in _CHANGES.items()
        if kind in kinds
    )


def plan_bars(ledger: Ledger, plans: Sequence[Plan], label: str) -> tuple[BarRow, ...]:
    """A bar for each plan, in its period named `label`, else its last; runs on the worker."""
    rows = []
    for plan in plans:
        alike = (period for period in plan.periods if period.label == label)
        period = next(alike, None) or max(plan.periods, key=lambda one: one.end, default=None)
        if period is not None:
            seen = db.overview(ledger, plan, period, findings=())
            row = bar_row(db.Tally(plan.id, f"{plan.title}  {period.label}", seen.total.counts))
            rows.append(row)
    return tuple(rows)
