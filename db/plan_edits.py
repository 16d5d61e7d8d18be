"""Edit a plan: its title, categories, items and tasks. One function is one step of the log.

Each takes the plan's id and raises RequestError: `not_a_ledger_file`, `not_in_plan`, `text_needed`,
`unreadable_text`, `plan_text_long`, and what it names itself. `before` is the sibling in front of which a
row is put, None the end; any other argument that is None keeps what is there.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from decimal import Decimal

from db.errors import RequestError
from db.ledger import Ledger
from db.plan_edit import PlanEdit, name_of, plain_text, plan_step
from db.plan_labels import step
from db.plan_measures import PlannedMeasure, put_measures
from db.plan_used import has_history
from db.records import CategoryId, ItemId, PlanId, TaskId, UnitId
from db.revisions import decimal_text

YEARS = range(1949, 2201)
"""Years that a plan may be of; the command line takes the same."""


def change_plan(
    ledger: Ledger,
    plan: PlanId,
    *,
    title: str | None = None,
    year: int | None = None,
    tolerance: Decimal | None = None,
    author: str,
) -> None:
    """Rename a plan, or say how far a figure may stray. Raises `plan_exists`, `bad_year`, `bad_tolerance`."""
    with plan_step(ledger, plan, author) as edit:
        edit.label = step("plan_changed", plan=edit.row("plan", plan)["title"])
        if tolerance is not None and not (tolerance.is_finite() and 0 <= tolerance <= 100):
            raise RequestError("bad_tolerance", text=tolerance)
        named = None if title is None else plain_text(title)
        edit.set("plan", plan, title=named, year=year)
        row = edit.row("plan", plan)
        check_plan_name(ledger, row["title"], row["year"], plan)
        if tolerance is not None:
            edit.set("plan", plan, tolerance=decimal_text(tolerance))


def check_plan_name(ledger: Ledger, title: str, year: int, plan: PlanId) -> None:
    """Raises RequestError: `bad_year`, `plan_exists` (another plan has this title and year)."""
    if year not in YEARS:
        raise RequestError("bad_year", year=year)
    if ledger.rows("SELECT 1 FROM plan WHERE title = ? AND year = ? AND id <> ?", title, year, plan):
        raise RequestError("plan_exists", plan=title, year=year)


def add_category(
    ledger: Ledger, plan: PlanId, *, name: str, before: CategoryId | None = None, author: str
) -> CategoryId:
    """A new category."""
    named = plain_text(name)
    with plan_step(ledger, plan, author) as edit:
        edit.label = step("category_added", name=named)
        return CategoryId(edit.add("category", before, plan_id=plan, name=named))


def rename_category(ledger: Ledger, plan: PlanId, category: CategoryId, *, name: str, author: str) -> None:
    """Give a category another name."""
    named = plain_text(name)
    with plan_step(ledger, plan, author) as edit:
        was = edit.row("category", category)["name"]
        edit.label = step("category_renamed", before=was, name=named)
        edit.set("category", category, name=named)


def move_category(
    ledger: Ledger, plan: PlanId, category: CategoryId, *, before: CategoryId | None = None, author: str
) -> None:
    """Put a category in front of another."""
    _move(ledger, plan, "category", category, None, before, author)


def delete_category(ledger: Ledger, plan: PlanId, category: CategoryId, *, author: str) -> None:
    """Delete a category with its items. Raises `has_history` when anything was ever said of its tasks."""
    delete_row(ledger, plan, "category", category, author)


def add_item(
    ledger: Ledger,
    plan: PlanId,
    category: CategoryId,
    *,
    number: str,
    title: str = "",
    before: ItemId | None = None,
    author: str,
) -> ItemId:
    """A new item; its number is text, and may be empty. Raises `number_taken`."""
    with plan_step(ledger, plan, author) as edit:
        numbered = _number(edit, number)
        edit.label = step("item_added", number=numbered)
        edit.row("category", category)
        told = {"number": numbered, "title": plain_text(title, empty=True)}
        return ItemId(edit.add("item", before, category_id=category, **told))


def change_item(
    ledger: Ledger,
    plan: PlanId,
    item: ItemId,
    *,
    number: str | None = None,
    title: str | None = None,
    author: str,
) -> None:
    """Renumber an item, or give it another title. Raises `number_taken`."""
    with plan_step(ledger, plan, author) as edit:
        was = edit.row("item", item)["number"]
        edit.label = step("item_changed", number=was)
        if number is not None and plain_text(number, empty=True) != was:
            edit.set("item", item, number=_number(edit, number))
        edit.set("item", item, title=None if title is None else plain_text(title, empty=True))


def move_item(
    ledger: Ledger,
    plan: PlanId,
    item: ItemId,
    *,
    category: CategoryId,
    before: ItemId | None = None,
    author: str,
) -> None:
    """Put an item in front of another, in the same category or in another."""
    _move(ledger, plan, "item", item, category, before, author)


def delete_item(ledger: Ledger, plan: PlanId, item: ItemId, *, author: str) -> None:
    """Delete an item with its tasks. Raises `has_history` when anything was ever said of them."""
    delete_row(ledger, plan, "item", item, author)


def add_task(
    ledger: Ledger,
    plan: PlanId,
    item: ItemId,
    *,
    target: str,
    leads: Sequence[UnitId],
    cooperating: Sequence[UnitId] = (),
    extra: Iterable[tuple[str, str]] = (),
    measures: Sequence[PlannedMeasure] = (),
    before: TaskId | None = None,
    author: str,
) -> TaskId:
    """A new task with its measures. Raises `lead_needed`, `bad_amount`, `bad_comparator`."""
    with plan_step(ledger, plan, author) as edit:
        edit.row("item", item)
        told = {
            "target": plain_text(target),
            "leads": _units(edit, leads, needed=True),
            "cooperating": _units(edit, cooperating),
            "extra": _extra(extra),
        }
        task = TaskId(edit.add("task", before, item_id=item, **told, retired=0))
        edit.label = _task_label(edit, "task_added", task)
        put_measures(edit, task, measures)
        return task


def change_task(
    ledger: Ledger,
    plan: PlanId,
    task: TaskId,
    *,
    target: str | None = None,
    leads: Sequence[UnitId] | None = None,
    cooperating: Sequence[UnitId] | None = None,
    extra: Iterable[tuple[str, str]] | None = None,
    measures: Sequence[PlannedMeasure] | None = None,
    author: str,
) -> None:
    """Change a task; `measures` is the whole list in its order, what it lacks is deleted.

    Raises `lead_needed`, `bad_amount`, `bad_comparator`, `has_history` (a measure was reported on).
    """
    with plan_step(ledger, plan, author) as edit:
        edit.label = _task_label(edit, "task_changed", task)
        edit.set(
            "task",
            task,
            target=None if target is None else plain_text(target),
            leads=None if leads is None else _units(edit, leads, needed=True),
            cooperating=None if cooperating is None else _units(edit, cooperating),
            extra=None if extra is None else _extra(extra),
        )
        if measures is not None:
            put_measures(edit, task, measures)


def move_task(
    ledger: Ledger, plan: PlanId, task: TaskId, *, item: ItemId, before: TaskId | None = None, author: str
) -> None:
    """Put a task in front of another, in the same item or in another; `7.4#2` counts anew."""
    _move(ledger, plan, "task", task, item, before, author)


def retire_task(ledger: Ledger, plan: PlanId, task: TaskId, *, author: str) -> None:
    """Take a task out of what is issued and counted; its history stays."""
    _set_retired(ledger, plan, task, "task_retired", author)


def unretire_task(ledger: Ledger, plan: PlanId, task: TaskId, *, author: str) -> None:
    """Take a retired task back."""
    _set_retired(ledger, plan, task, "task_unretired", author)


def _set_retired(ledger: Ledger, plan: PlanId, task: TaskId, code: str, author: str) -> None:
    with plan_step(ledger, plan, author) as edit:
        edit.label = _task_label(edit, code, task)
        edit.set("task", task, retired=int(code == "task_retired"))


def delete_task(ledger: Ledger, plan: PlanId, task: TaskId, *, author: str) -> None:
    """Delete a task. Raises `has_history` when anything was ever said of it: then it can be retired."""
    delete_row(ledger, plan, "task", task, author)


def split_task(ledger: Ledger, plan: PlanId, task: TaskId, *, author: str) -> tuple[TaskId, ...]:
    """Make of a task that a group leads (各街道) one for each member, with the same target and measures.

    The task itself is deleted, or retired where it has a history. Raises `not_a_group`.
    """
    with plan_step(ledger, plan, author) as edit:
        row = edit.row("task", task)
        name = name_of(edit.rows, "task", row)
        edit.label = step("task_split", task=name)
        members = [
            m for lead in json.loads(row["leads"]) for m in json.loads(edit.row("unit", lead)["members"])
        ]
        if not members:
            raise RequestError("not_a_group", task=name)
        order = edit.siblings("task", row["item_id"])
        after = next(iter(order[order.index(task) + 1 :]), None)
        measures = [edit.row("measure", key) for key in edit.siblings("measure", task)]
        columns = {key: value for key, value in row.items() if key not in ("id", "position", "leads")}
        made = []
        for member in dict.fromkeys(members):
            made.append(TaskId(edit.add("task", after, **columns, leads=json.dumps([member]))))
            for measure in measures:
                copied = {k: v for k, v in measure.items() if k not in ("id", "position", "task_id")}
                edit.add("measure", task_id=made[-1], **copied)
        if has_history(ledger.connection, "task", task):
            edit.set("task", task, retired=1)
        else:
            edit.drop("task", task)
        return tuple(made)


def delete_row(ledger: Ledger, plan: PlanId, table: str, key: str, author: str) -> None:
    """Delete a row that has no history, as a step that names it."""
    with plan_step(ledger, plan, author) as edit:
        name = name_of(edit.rows, table, edit.row(table, key))
        edit.label = step(f"{table}_deleted", name=name)
        edit.drop(table, key)


def _move(
    ledger: Ledger, plan: PlanId, table: str, key: str, parent: str | None, before: str | None, author: str
) -> None:
    with plan_step(ledger, plan, author) as edit:
        name = name_of(edit.rows, table, edit.row(table, key))
        edit.label = step(f"{table}_moved", name=name)
        if parent is None:
            edit.place(table, key, before)
        else:
            edit.row({"item": "category", "task": "item"}[table], parent)
            edit.move(table, key, parent, before)


def _task_label(edit: PlanEdit, code: str, task: str) -> str:
    return step(code, task=name_of(edit.rows, "task", edit.row("task", task)))


def _number(edit: PlanEdit, number: str) -> str:
    plain = plain_text(number, empty=True)
    if plain and any(edit.rows.of("item", number=plain)):
        raise RequestError("number_taken", number=plain)
    return plain


def _units(edit: PlanEdit, units: Sequence[UnitId], *, needed: bool = False) -> str:
    if needed and not units:
        raise RequestError("lead_needed")
    for unit in units:
        edit.row("unit", unit)
    return json.dumps(list(dict.fromkeys(units)))


def _extra(extra: Iterable[tuple[str, str]]) -> str:
    pairs = [[plain_text(name), plain_text(text, empty=True)] for name, text in extra]
    return json.dumps(pairs, ensure_ascii=False)
