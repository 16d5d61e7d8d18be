"""A new plan: from nothing, or from the plan of another year. From a table: `db.importing`."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from db.errors import RequestError
from db.ledger import Ledger, new_id
from db.plan import Change, edit_plan, put
from db.plan_edit import plain_text
from db.plan_edits import check_plan_name
from db.plan_labels import step
from db.records import FileKind, Item, Plan, PlanId, Task, Unit, UnitId
from db.revisions import decimal_text


def new_plan(ledger: Ledger, *, title: str, year: int, author: str) -> PlanId:
    """A plan with nothing in it. Raises RequestError: `not_a_ledger_file`, `text_needed`, `bad_year`,
    `plan_exists`."""
    plan, named = _named(ledger, title, year)
    change = put("plan", id=plan, title=named, year=year)
    edit_plan(ledger, plan, [change], label=step("plan_made", plan=named), author=author)
    return plan


def plan_from(ledger: Ledger, source: Plan, *, title: str, year: int, author: str) -> PlanId:
    """A plan like `source`, which may lie in another file: its categories, items, tasks, targets, measures
    and units under new ids. Retired tasks, periods, what measures are to reach by them, and entries stay
    behind. Raises what `new_plan` raises."""
    plan, named = _named(ledger, title, year)
    label = step("plan_copied", plan=named, source=f"{source.title} ({source.year})")
    edit_plan(ledger, plan, list(_copied(source, plan, named, year)), label=label, author=author)
    return plan


def _named(ledger: Ledger, title: str, year: int) -> tuple[PlanId, str]:
    if ledger.kind is not FileKind.LEDGER:
        raise RequestError("not_a_ledger_file", path=ledger.path)
    plan, named = PlanId(new_id()), plain_text(title)
    check_plan_name(ledger, named, year, plan)
    return plan, named


def _copied(source: Plan, plan: PlanId, title: str, year: int) -> Iterator[Change]:
    yield put("plan", id=plan, title=title, year=year, tolerance=decimal_text(source.tolerance))
    units = {unit.id: new_id() for unit in source.units}
    for position, unit in enumerate(source.units, 1):
        yield _unit(unit, plan, position, units)
    for position, category in enumerate(source.categories, 1):
        key = new_id()
        yield put("category", id=key, plan_id=plan, position=position, name=category.name)
        going_on = [i for i in category.items if not i.tasks or any(not t.retired for t in i.tasks)]
        for place, item in enumerate(going_on, 1):
            yield from _item(item, key, place, units)


def _unit(unit: Unit, plan: PlanId, position: int, units: Mapping[UnitId, str]) -> Change:
    return put(
        "unit",
        id=units[unit.id],
        plan_id=plan,
        position=position,
        name=unit.name,
        is_group=int(unit.is_group),
        members=json.dumps([units[member] for member in unit.members]),
        aliases=json.dumps(unit.aliases, ensure_ascii=False),
        contact=unit.contact,
    )


def _item(item: Item, category: str, position: int, units: Mapping[UnitId, str]) -> Iterator[Change]:
    key = new_id()
    yield put("item", id=key, category_id=category, position=position, number=item.number, title=item.title)
    for place, task in enumerate((task for task in item.tasks if not task.retired), 1):
        yield from _task(task, key, place, units)


def _task(task: Task, item: str, position: int, units: Mapping[UnitId, str]) -> Iterator[Change]:
    key = new_id()
    yield put(
        "task",
        id=key,
        item_id=item,
        position=position,
        target=task.target,
        leads=json.dumps([units[unit.id] for unit in task.leads]),
        cooperating=json.dumps([units[unit.id] for unit in task.cooperating]),
        extra=json.dumps(task.extra, ensure_ascii=False),
        retired=0,
    )
    for place, measure in enumerate(task.measures, 1):
        yield put(
            "measure",
            id=new_id(),
            task_id=key,
            position=place,
            label=measure.label,
            comparator=measure.comparator,
            amount=decimal_text(measure.amount),
            unit=measure.unit,
        )
