"""Edits of a plan as commands: one transaction each, so that a step is whole or not there."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication

import db
from desktop.operations import Command

if TYPE_CHECKING:
    from pathlib import Path

    from db import Imported, Ledger, PeriodId, Plan, PlanId, StepLabel, TableMapping

T = TypeVar("T")
translate = QCoreApplication.translate
_CHANGES = db.Changes(frozenset({"plan"}))


def plan_edit(work: Callable[[Ledger], T]) -> Command[T]:
    """What a form says, as one transaction."""

    def whole(ledger: Ledger) -> T:
        with ledger.transaction():
            return work(ledger)

    return Command(whole, _CHANGES, translate("operations", "plan saved"))


def period_edit(work: Callable[[Ledger], T]) -> Command[T]:
    """An edit that may take out a period. Raises RequestError(`last_period`): a file that has no period at
    all cannot be shown."""

    def kept(ledger: Ledger) -> T:
        result = work(ledger)
        if not any(plan.periods for plan in db.plans(ledger)):
            raise db.RequestError("last_period")
        return result

    return plan_edit(kept)


def undo_step(plan: PlanId, author: str) -> Command[StepLabel]:
    """Take back the newest step of a plan that stands."""
    return period_edit(lambda ledger: db.undo_plan(ledger, plan, author=author))


def redo_step(plan: PlanId, author: str) -> Command[StepLabel]:
    """Do the last undone step of a plan again."""
    return period_edit(lambda ledger: db.redo_plan(ledger, plan, author=author))


def new_plan(source: Plan | None, title: str, year: int, period: str, author: str) -> Command[PeriodId]:
    """One more plan, empty or like `source`, with its first period; the id of that."""

    def work(ledger: Ledger) -> PeriodId:
        if source is None:
            made = db.new_plan(ledger, title=title, year=year, author=author)
        else:
            made = db.plan_from(ledger, source, title=title, year=year, author=author)
        plan = db.plan_of(ledger, made)
        return db.open_period(ledger, plan, db.period_named(period, year), author=author).id

    return plan_edit(work)


def add_plan(source: Path, mapping: TableMapping, author: str) -> Command[PeriodId]:
    """One more plan out of a table; the id of its first period."""

    def work(ledger: Ledger) -> PeriodId:
        plan = db.add_plan(ledger, source, mapping=mapping).plan
        return with_period(ledger, plan, mapping.period, author).periods[0].id

    changes = db.Changes(frozenset({"plan", "entries"}))
    return Command(plan_edit(work).work, changes, translate("operations", "plan added"))


def ledger_from_table(source: Path, target: Path, mapping: TableMapping, author: str) -> Path:
    """A new ledger out of a table, on the worker. Raises FileError(`already_exists`)."""
    if target.exists():  # `import_table` would add a period to it
        raise db.FileError("already_exists", path=target)
    plan = db.import_table(source, target, mapping=mapping).plan
    if not plan.periods:
        with db.open_ledger(target) as ledger:
            with_period(ledger, plan, mapping.period, author)
    return target


def with_period(ledger: Ledger, plan: Plan, label: str | None, author: str) -> Plan:
    """A plan whose table had no column of progress gets the period that was named: without one it cannot be
    shown. Raises RequestError(`period_needed`)."""
    if not plan.periods:
        if label is None:
            raise db.RequestError("period_needed")
        db.open_period(ledger, plan, db.period_named(label, plan.year), author=author)
    return db.plan_of(ledger, plan.id)


def add_periods(source: Path, mapping: TableMapping, plan: Plan) -> Command[Imported]:
    """The progress columns of a table as entries of further periods."""
    return Command(
        lambda ledger: db.add_periods(ledger, source, mapping=mapping, plan=plan),
        db.Changes(frozenset({"plan", "entries"})),
        translate("operations", "table read"),
    )
