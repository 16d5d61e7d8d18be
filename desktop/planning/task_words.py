"""What stands in the form of a task, as the plan is to have it; and writing it as one edit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

import db

if TYPE_CHECKING:
    from db import Ledger, Measure, MeasureId, Period, PeriodId, PlannedMeasure, TaskId, UnitId
    from desktop.planning.edit_table import Line
    from desktop.planning.form import Edit
    from desktop.planning.node_forms import Spot

FIXED = 4
"""Columns of a measure before those of the periods."""


def line_of(measure: Measure, periods: Sequence[Period]) -> Line:
    """A measure and its steps as texts."""
    steps = dict(measure.steps)
    reached = (db.decimal_text(steps[p.id]) if p.id in steps else "" for p in periods)
    amount = db.decimal_text(measure.amount)
    return measure.id, (measure.label, measure.comparator, amount, measure.unit, *reached)


def offered_line(one: PlannedMeasure, more: int) -> Line:
    """A measure that was read, with `more` empty cells."""
    return one.id, (one.label, one.comparator, db.decimal_text(one.amount), one.unit, *[""] * more)


@dataclass(frozen=True, slots=True)
class Words:
    """A task as it is to be."""

    target: str
    leads: tuple[UnitId, ...]
    cooperating: tuple[UnitId, ...]
    extra: tuple[tuple[str, str], ...]
    measures: tuple[PlannedMeasure, ...]
    steps: tuple[tuple[Decimal | None, ...], ...]
    """Of each measure, by the periods of the plan; None: no step."""

    @classmethod
    def of(
        cls,
        target: str,
        leads: tuple[UnitId, ...],
        cooperating: tuple[UnitId, ...],
        extra: Sequence[Line],
        measures: Sequence[Line],
    ) -> Words:
        """From the texts. Rows in which nothing stands are left out. Raises RequestError(`not_a_number`)."""
        said = [(key, texts) for key, texts in measures if texts[0] or texts[2]]
        return cls(
            target,
            leads,
            cooperating,
            tuple((texts[0], texts[1]) for _, texts in extra if texts[0] or texts[1]),
            tuple(_planned(key, texts) for key, texts in said),
            tuple(
                tuple(db.read_number(text) if text else None for text in texts[FIXED:]) for _, texts in said
            ),
        )


def write_task(spot: Spot, words: Words, author: str) -> Edit:
    """Add or change the task of a place, with its steps, as one edit."""
    item, task = spot.item, None if spot.new else spot.task
    assert item is not None

    def write(ledger: Ledger) -> str:
        plan = spot.plan.id
        key = task.id if task else None
        if key is None:
            key = db.add_task(
                ledger,
                plan,
                item.id,
                target=words.target,
                leads=words.leads,
                cooperating=words.cooperating,
                extra=words.extra,
                measures=words.measures,
                author=author,
            )
        else:
            db.change_task(
                ledger,
                plan,
                key,
                target=words.target,
                leads=words.leads,
                cooperating=words.cooperating,
                extra=words.extra,
                measures=words.measures,
                author=author,
            )
        _write_steps(ledger, spot, key, words, author)
        return key

    return write


def _write_steps(ledger: Ledger, spot: Spot, key: TaskId, words: Words, author: str) -> None:
    if not any(any(step is not None for step in steps) for steps in words.steps) and not _has_steps(spot):
        return
    plan = db.plan_of(ledger, spot.plan.id)
    measures = next(task.measures for task in plan.tasks() if task.id == key)
    for measure, amounts in zip(measures, words.steps, strict=True):
        wanted = _steps(spot.plan.periods, amounts)
        if dict(measure.steps) != wanted:
            db.set_steps(ledger, plan.id, measure.id, wanted, author=author)


def _has_steps(spot: Spot) -> bool:
    return spot.task is not None and any(measure.steps for measure in spot.task.measures)


def _steps(periods: Sequence[Period], amounts: Sequence[Decimal | None]) -> Mapping[PeriodId, Decimal]:
    pairs = zip(periods, amounts, strict=False)
    return {period.id: amount for period, amount in pairs if amount is not None}


def _planned(key: str | None, texts: Sequence[str]) -> PlannedMeasure:
    measure: MeasureId | None = db.MeasureId(key) if key else None
    return db.PlannedMeasure(measure, texts[0], texts[1], db.read_number(texts[2]), texts[3])


def _step(text: str) -> Decimal | None:
    return db.read_number(text) if text else None
