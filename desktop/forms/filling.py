"""What the form shows of one task: taken from the session's view, without widgets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

import db

if TYPE_CHECKING:
    from db import Content, Draft, Entry, Item, Period, Plan, Revision, RevisionId, Task, TaskId, Unit
    from desktop.session import View


@dataclass(frozen=True, slots=True)
class Filling:
    """One task in one period, as it stood when the form took it."""

    plan: Plan
    period: Period
    category: str
    item: Item
    task: Task
    entry: Entry | None
    before: Entry | None
    """The entry of the period before."""
    has_before: bool
    """Whether there is a period before at all."""
    draft: Draft | None
    base: tuple[RevisionId, ...]
    """The heads that the writer saw: what a save descends from."""
    is_unconfirmed: bool
    """Whether a unit looks at text that came with an imported table and that it has not yet saved."""
    locked: str
    """Why nothing can be typed, as a sentence; empty when it can."""

    @property
    def saved(self) -> Content:
        """What stands saved; blank where nothing does, or where a conflict is open."""
        current = self.entry.current if self.entry else None
        return current.content if current else db.Content()

    @property
    def content(self) -> Content:
        """What the form shows: the draft if there is one."""
        return self.draft.content if self.draft else self.saved

    @property
    def heads(self) -> tuple[RevisionId, ...]:
        """The heads that stand now."""
        return heads_of(self.entry)

    def versions(self) -> list[Revision]:
        """The revisions that a person has to choose between; heads that say the same count as one."""
        if self.entry is None or self.entry.state not in (
            db.State.CONFLICT,
            db.State.CHANGED_AFTER_APPROVAL,
        ):
            return []
        current = (self.entry.current,) if self.entry.current else ()
        told: list[Revision] = []
        for revision in (*current, *self.entry.heads):
            if all(revision.content != other.content for other in told):
                told.append(revision)
        return told


def heads_of(entry: Entry | None) -> tuple[RevisionId, ...]:
    """The ids of the heads of an entry."""
    return tuple(sorted(head.id for head in entry.heads)) if entry else ()


def filling_of(view: View, task_id: TaskId) -> Filling | None:
    """What the form shows of a task; None when the plan does not have it."""
    rows = ((c.name, item, task) for c in view.plan.categories for item in c.items for task in item.tasks)
    place = next((row for row in rows if row[2].id == task_id), None)
    if place is None:
        return None
    entry, draft = view.entries.get(task_id), view.drafts.get(task_id)
    return Filling(
        plan=view.plan,
        period=view.period,
        category=place[0],
        item=place[1],
        task=place[2],
        entry=entry,
        before=view.previous.get(task_id),
        has_before=db.previous_period(view.plan, view.period) is not None,
        draft=draft,
        base=draft.base if draft else heads_of(entry),
        is_unconfirmed=bool(view.terms and entry and entry.current and not db.is_filled(entry)),
        locked=_locked(view, place[2]),
    )


def _locked(view: View, task: Task) -> str:
    terms = view.terms
    if task.retired:
        return QCoreApplication.translate(
            "Filling",
            "This task was taken out of the plan: nothing more is asked for, and what was reported stays "
            "to be read.",
        )
    if view.kind is db.FileKind.RETURN:
        return QCoreApplication.translate(
            "Filling",
            "This is a return that was handed in: it can only be read. Open the fill-in file to write.",
        )
    if view.read_only:
        return QCoreApplication.translate(
            "Filling",
            "This file is open for reading only: another window has it, or it lies in a protected folder.",
        )
    if view.period.closed_at:
        return QCoreApplication.translate(
            "Filling", "This period is closed: what it says is published. Reopen it to write."
        )
    if terms and view.period.id != terms.period:
        return QCoreApplication.translate(
            "Filling", "This fill-in file was issued for another period: switch to it to write."
        )
    if terms and task.id not in terms.tasks:
        return QCoreApplication.translate(
            "Filling", "This task was not issued to your unit: it is shown to be read."
        )
    return ""


def unit_text(unit: Unit, plan: Plan) -> str:
    """A unit's name; a group names its members: 各街道(西兴、长河、浦沿)."""
    names = {other.id: other.name for other in plan.units}
    members = [names[member] for member in unit.members if member in names]
    return f"{unit.name}({'、'.join(members)})" if members else unit.name


def writer_text(revision: Revision, plan: Plan) -> str:
    """Who wrote a revision: the unit, and the author if there is one."""
    office = QCoreApplication.translate("Filling", "Coordinating office")
    unit = next((unit.name for unit in plan.units if unit.id == revision.unit), office)
    return f"{unit} · {revision.author}" if revision.author else unit
