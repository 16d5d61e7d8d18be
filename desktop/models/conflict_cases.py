"""What the page of conflicts reads: the open ones, the register, and the sides of one. Runs on the worker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

import db
from desktop import times
from desktop.compared import Row, compare
from desktop.forms.filling import writer_text
from desktop.models.case_list import Case
from desktop.models.states import state_word
from desktop.models.task_names import task_names
from desktop.sides_view import SideHead

if TYPE_CHECKING:
    from db import Draft, Entry, Ledger, MeasureId, Period, Plan, Revision, Settled, Sides, Task, TaskId

translate = QCoreApplication.translate
Key = tuple[str, str, str]
"""Task, period and, of a settled conflict, the revision that settled it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a conflict stands."""

    plan: Plan
    period: Period
    task: Task
    name: str


@dataclass(frozen=True, slots=True)
class Found:
    """Every conflict of a ledger."""

    open: tuple[Case, ...]
    settled: tuple[Case, ...]
    places: dict[tuple[str, str], Place]
    rows: dict[Key, Settled]


@dataclass(frozen=True, slots=True)
class Loaded:
    """One conflict, ready to be shown."""

    key: Key
    place: Place
    sides: Sides
    heads: tuple[SideHead, ...]
    each_other: tuple[Row, ...]
    from_start: tuple[Row, ...]
    """The same, each side held against the ancestor; empty where there is none."""
    draft: Draft | None
    before: dict[MeasureId, Decimal]


def find(ledger: Ledger, plans: Sequence[Plan], current: Period) -> Found:
    """Read every conflict; those of the period that is shown come first."""
    places = _places(plans)
    entries = [one for one in db.conflicts(ledger) if (one.task, one.period) in places]
    order = {key: number for number, key in enumerate(places)}
    entries.sort(key=lambda one: (one.period != current.id, order[one.task, one.period]))
    rows = [row for row in reversed(db.settled(ledger)) if (row.task, row.period) in places]
    several = len(plans) > 1
    return Found(
        tuple(_open_case(one, places[one.task, one.period], several=several) for one in entries),
        tuple(_settled_case(row, places[row.task, row.period]) for row in rows),
        places,
        {(row.task, row.period, row.revision): row for row in rows},
    )


def load(ledger: Ledger, found: Found, key: Key) -> Loaded:
    """Read one conflict and compare its sides. Raises RequestError(`no_conflict`) if it is settled by now."""
    place = found.places[key[0], key[1]]
    row = found.rows.get(key)
    if row is None:
        sides = db.conflict_sides(ledger, place.task.id, place.period.id)
    else:
        sides = db.settled_sides(ledger, row)
    contents = [side.content for side in sides.sides]
    start = sides.ancestor.content if sides.ancestor else None
    last = sides.result.content if sides.result else start
    before = db.previous_period(place.plan, place.period)
    past = db.entry(ledger, place.task.id, before.id).current if before else None
    return Loaded(
        key,
        place,
        sides,
        _heads(sides, place.plan),
        compare(place.task, contents, beside=last),
        compare(place.task, contents, base=start, beside=last) if start else (),
        db.drafts(ledger, place.period.id).get(place.task.id),
        dict(past.content.figures) if past else {},
    )


def _places(plans: Sequence[Plan]) -> dict[tuple[str, str], Place]:
    found: dict[tuple[str, str], Place] = {}
    for plan in plans:
        names: dict[TaskId, str] = task_names(plan)
        for period in plan.periods:
            for task in plan.tasks():
                found[task.id, period.id] = Place(plan, period, task, names[task.id])
    return found


def _open_case(entry: Entry, place: Place, *, several: bool) -> Case:
    names = {unit.id: unit.name for unit in place.plan.units}
    office = translate("Filling", "Coordinating office")
    units = "、".join(dict.fromkeys(names.get(h.unit, office) if h.unit else office for h in entry.heads))
    when = times.local(max(head.saved_at for head in entry.heads), times.WITHOUT_YEAR)
    told = [place.plan.title] if several else []
    return Case(
        (entry.task, entry.period, ""),
        "conflict",
        state_word("conflict"),
        place.name,
        " · ".join([*told, place.period.label, units]),
        when,
    )


def _settled_case(row: Settled, place: Place) -> Case:
    how = (
        translate("ConflictsPage", "a side was taken")
        if row.taken
        else translate("ConflictsPage", "written anew")
    )
    return Case(
        (row.task, row.period, row.revision),
        "done",
        translate("ConflictsPage", "Settled"),
        place.name,
        " · ".join(part for part in (place.period.label, row.author, how) if part),
        times.local(row.saved_at, times.WITHOUT_YEAR),
    )


def _heads(sides: Sides, plan: Plan) -> tuple[SideHead, ...]:
    heads = [_head(side, plan, writer_text(side, plan)) for side in sides.sides]
    if sides.result is not None:
        title = translate("ConflictsPage", "What settled it")
        heads.append(_head(sides.result, plan, title, writer_text(sides.result, plan)))
    elif sides.ancestor is not None:
        title = translate("ConflictsPage", "What all started from")
        heads.append(_head(sides.ancestor, plan, title, writer_text(sides.ancestor, plan)))
    return tuple(heads)


def _head(revision: Revision, plan: Plan, title: str, who: str = "") -> SideHead:
    status = revision.content.status
    told = [who] if who else []
    told += [times.local(revision.saved_at), db.check_code(revision.id)]
    return SideHead(title, "  ·  ".join(told), status.value if status else "")
