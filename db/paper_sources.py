"""The papers of a ledger: what is asked for becomes a template with its data."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from db import sheets
from db.editions import edition
from db.errors import RequestError
from db.ledger import Ledger
from db.ledger_entries import drafts, entries
from db.pace import previous_period
from db.paper_options import PaperOptions
from db.plan import lead_units, tasks_of
from db.records import Draft, Entry, Period, Plan, TaskId, UnitId
from db.return_state import standing
from db.seals import return_code, terms
from db.sheet_data import Earlier
from db.sheet_items import UnitSet
from db.sheet_table import TableShape
from db.typeset import SheetSource

TEMPLATES = "sheets"
"""Name of the folder beside a ledger in which a district may put templates of its own, and its logo."""


def source_of(ledger: Ledger, plan: Plan, period: Period, options: PaperOptions) -> SheetSource:
    """A paper of a ledger, ready to be typeset. Raises RequestError(`nothing_to_print`)."""
    if options.what in ("sheets", "blank"):
        return sheets.item_sheets(
            plan,
            period,
            entries(ledger, period.id),
            tasks=tasks_meant(plan, options),
            earlier=_earlier(ledger, plan, period),
            drafts=drafts_shown(ledger, period, options),
            blank=options.what == "blank",
            templates=templates_of(ledger),
        )
    make = {
        "unit_set": _unit_sets,
        "table": _table,
        "chase": _chase_list,
        "overview": _overview,
        "receipt": _receipts,
    }
    return make[options.what](ledger, plan, period, options)


def _unit_sets(ledger: Ledger, plan: Plan, period: Period, options: PaperOptions) -> SheetSource:
    chosen = set(tasks_meant(plan, options))
    found = entries(ledger, period.id)
    codes = _codes(ledger, plan, period, found)
    sets = [
        UnitSet(unit, tasks, codes.get(unit.id, ""))
        for unit in lead_units(plan)
        if options.unit in (None, unit.id)
        and (tasks := tuple(task.id for task in tasks_of(plan, unit.id) if task.id in chosen))
    ]
    return sheets.unit_sets(
        plan,
        period,
        found,
        sets,
        earlier=_earlier(ledger, plan, period),
        drafts=drafts_shown(ledger, period, options),
        templates=templates_of(ledger),
    )


def _codes(ledger: Ledger, plan: Plan, period: Period, found: Mapping[TaskId, Entry]) -> dict[UnitId, str]:
    """The check code of each unit's return: the one that stands merged; what a fill-in file would bear."""
    mine = terms(ledger)
    if mine is None:
        return {row.unit.id: row.check_code for row in standing(ledger, plan, period)}
    heads = (head.id for task in mine.tasks if task in found for head in found[task].heads)
    return {mine.unit: return_code(mine.id, heads)}


def _table(ledger: Ledger, plan: Plan, period: Period, options: PaperOptions) -> SheetSource:
    from db.amending import amendments

    shape = TableShape(
        public=options.public,
        size=options.size,
        last_period=options.last_period,
        edition=options.edition or edition(ledger, plan, period),
        draft=period.closed_at is None,
    )
    return sheets.consolidated(
        plan,
        period,
        entries(ledger, period.id),
        tasks=options.chosen(plan) and tasks_meant(plan, options),
        earlier=_last_period(ledger, plan, period) if options.last_period else (),
        amendments=amendments(ledger, plan, period),
        shape=shape,
        templates=templates_of(ledger),
    )


def _chase_list(ledger: Ledger, plan: Plan, period: Period, options: PaperOptions) -> SheetSource:
    from db.chasing import chase

    rows = [row for row in chase(ledger, plan, period) if options.unit in (None, row.unit.id)]
    return sheets.chase_list(plan, period, rows, templates=templates_of(ledger))


def _overview(ledger: Ledger, plan: Plan, period: Period, _: PaperOptions) -> SheetSource:
    from db.overall import overview

    seen = overview(ledger, plan, period)
    return sheets.overview_pages(plan, period, seen, templates=templates_of(ledger))


def _receipts(ledger: Ledger, plan: Plan, period: Period, options: PaperOptions) -> SheetSource:
    from db.receipt import receipts

    merged = receipts(ledger, period, unit=options.unit)
    last = {one.unit: one for one in merged if one.undone_at is None}
    if not last:
        raise RequestError("nothing_to_print")
    return sheets.receipt_pages(plan, period, list(last.values()), templates=templates_of(ledger))


def tasks_meant(plan: Plan, options: PaperOptions) -> tuple[TaskId, ...]:
    """The tasks that are meant, at least one. Raises RequestError(`nothing_to_print`)."""
    named = options.chosen(plan)
    meant = tuple(task.id for task in plan.tasks() if not task.retired) if named is None else named
    if not meant:
        raise RequestError("nothing_to_print")
    return meant


def drafts_shown(ledger: Ledger, period: Period, options: PaperOptions) -> dict[TaskId, Draft]:
    """The drafts that sheets show in place of what is saved."""
    return drafts(ledger, period.id) if options.drafts else {}


def _earlier(ledger: Ledger, plan: Plan, period: Period) -> Earlier:
    return [(one.label, entries(ledger, one.id)) for one in _before(plan, period)]


def _last_period(ledger: Ledger, plan: Plan, period: Period) -> Earlier:
    before = previous_period(plan, period)
    return [(before.label, entries(ledger, before.id))] if before else []


def _before(plan: Plan, period: Period) -> Iterator[Period]:
    """The periods that ended before this one, the one that it is compared with last."""
    earlier = [one for one in plan.periods if one.end < period.end]
    yield from sorted(earlier, key=lambda one: (one.end, one.start == period.start))


def templates_of(ledger: Ledger) -> Path:
    """The folder of a district's own templates; it need not exist."""
    return ledger.path.parent / TEMPLATES
