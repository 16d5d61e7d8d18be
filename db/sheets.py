"""Papers ready to be typeset: which template, and the data that it lays out (design.md §8)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from db.records import Draft, Entry, Period, Plan, TaskId
from db.sheet_data import Earlier, Paper
from db.sheet_items import UnitSet, item_sheet_data, unit_set_data
from db.sheet_table import INSIDE, TableShape, consolidated_data
from db.typeset import SheetSource, source

if TYPE_CHECKING:
    from db.amending import Amendment
    from db.chasing import Chased
    from db.overall import Overview
    from db.receipt import Receipt


def item_sheets(
    plan: Plan,
    period: Period,
    entries: Mapping[TaskId, Entry],
    *,
    tasks: Sequence[TaskId] | None = None,
    earlier: Earlier = (),
    drafts: Mapping[TaskId, Draft] | None = None,
    blank: bool = False,
    templates: Path | None = None,
) -> SheetSource:
    """Item sheets, A4 upright, one page a task (longer text flows on), in the order of the plan.

    `tasks`: which; all that are not retired when None. `earlier`: entries of earlier periods, oldest
    first; the last gives the previous figures, all give the history. `drafts`: shown instead of the
    entry, marked and without a check code. `blank`: with lines to write on instead of what is reported.
    """
    data = item_sheet_data(Paper(plan, period, earlier), tasks, entries, drafts or {}, blank=blank)
    return source("item_sheets.typ", data, templates)


def unit_sets(
    plan: Plan,
    period: Period,
    entries: Mapping[TaskId, Entry],
    sets: Sequence[UnitSet],
    *,
    earlier: Earlier = (),
    drafts: Mapping[TaskId, Draft] | None = None,
    templates: Path | None = None,
) -> SheetSource:
    """For each unit a cover with its tasks and check codes, then its item sheets; A4 upright."""
    data = unit_set_data(Paper(plan, period, earlier), sets, entries, drafts or {})
    return source("item_sheets.typ", data, templates)


def consolidated(
    plan: Plan,
    period: Period,
    entries: Mapping[TaskId, Entry],
    *,
    tasks: Sequence[TaskId] | None = None,
    earlier: Earlier = (),
    amendments: Sequence[Amendment] = (),
    shape: TableShape = INSIDE,
    templates: Path | None = None,
) -> SheetSource:
    """The consolidated table of a period, lying: everything, or the `tasks` named.

    `earlier`: the last of it fills the column of the period before, if `shape` asks for one.
    `amendments`: how the plan was changed since it was issued, said beside what it now says.
    """
    data = consolidated_data(Paper(plan, period, earlier), tasks, entries, amendments, shape)
    return source("consolidated.typ", data, templates)


def chase_list(
    plan: Plan, period: Period, chased: Sequence[Chased], *, templates: Path | None = None
) -> SheetSource:
    """The list of the units that owe something, A4 upright."""
    from db.sheet_chase import chase_data

    return source("chase.typ", chase_data(Paper(plan, period), chased), templates)


def overview_pages(
    plan: Plan, period: Period, overview: Overview, *, templates: Path | None = None
) -> SheetSource:
    """Where a period stands at a glance, A4 upright, two pages at most."""
    from db.sheet_overview import overview_data

    return source("overview.typ", overview_data(Paper(plan, period), overview), templates)


def receipt(plan: Plan, period: Period, merged: Receipt, *, templates: Path | None = None) -> SheetSource:
    """The receipt for one return, A4 upright."""
    return receipt_pages(plan, period, [merged], templates=templates)


def receipt_pages(
    plan: Plan, period: Period, merged: Sequence[Receipt], *, templates: Path | None = None
) -> SheetSource:
    """Receipts, each on a page of its own."""
    from db.receipt import receipt_data

    data = Paper(plan, period).head() | {"receipts": [receipt_data(plan, period, one) for one in merged]}
    return source("receipt.typ", data, templates)
