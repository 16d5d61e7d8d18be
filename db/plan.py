"""The plan: read it, find things in it, and edit it through its append-only log; design.md §3.7."""

from __future__ import annotations

import json
import os
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from db.errors import RequestError
from db.ledger import Ledger, now, understanding
from db.natural import natural
from db.records import (
    Category,
    CategoryId,
    Item,
    ItemId,
    Measure,
    MeasureId,
    Period,
    PeriodId,
    Plan,
    PlanId,
    Task,
    TaskId,
    Unit,
    UnitId,
)
from db.revisions import digest

TABLES = ("plan", "unit", "category", "item", "task", "measure", "period", "step")
"""The tables that follow from the log, parents before children."""

Change = Mapping[str, Any]
"""`{"put": table, "row": {column: value}}`: the row as it is from now on; `{"drop": table, "id": id}`: it
goes."""


def put(table: str, **row: object) -> Change:
    """A change that makes a row of a table of the plan what it says."""
    return {"put": table, "row": row}


def drop(table: str, key: str) -> Change:
    """A change that takes a row out of a table of the plan; what hangs on it goes before it."""
    return {"drop": table, "id": key}


def edit_plan(ledger: Ledger, plan: PlanId, changes: Sequence[Change], *, label: str, author: str) -> str:
    """Append one step to the plan's log and carry it out; the id of the step.

    The first step of a plan puts its row of table `plan`, and the plan gets its key.
    """
    with ledger.transaction() as connection:
        last = last_edit(connection, plan)
        if last is None:
            apply_changes(connection, changes[:1])
            secret = os.urandom(32)
            connection.execute("INSERT INTO plan_key (plan_id, key) VALUES (?, ?)", (plan, secret))
        sequence, before = last or (0, "")
        made_at = now()
        step = [before, plan, label, author, made_at, list(changes)]
        row = (
            digest(step),
            plan,
            sequence + 1,
            label,
            author,
            made_at,
            json.dumps(changes, ensure_ascii=False),
        )
        connection.execute("INSERT INTO plan_edit VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        apply_changes(connection, changes)
        return row[0]


def edit_digest(before: str, plan: PlanId, label: str, author: str, made_at: str, changes: object) -> str:
    """The id of a step of the log: the hash of what it says and of the id before it."""
    return digest([before, plan, label, author, made_at, changes])


def apply_changes(connection: sqlite3.Connection, changes: Iterable[Change]) -> None:
    """Make the tables of the plan what the changes say. Raises ValueError for what is not of a plan."""
    for change in changes:
        table, row = change.get("put") or change["drop"], change.get("row", {})
        if table not in TABLES or not row.keys() <= _columns(connection, table):
            raise ValueError(f"not a change of a plan: {str(change)[:80]}")
        if "drop" in change:
            connection.execute(f"DELETE FROM {table} WHERE id = ?", (change["id"],))
            continue
        columns = ", ".join(row)
        marks = ", ".join(f":{column}" for column in row)
        updates = ", ".join(f"{column} = :{column}" for column in row)
        connection.execute(
            f"INSERT INTO {table} ({columns}) VALUES ({marks}) ON CONFLICT (id) DO UPDATE SET {updates}", row
        )


def _columns(connection: sqlite3.Connection, table: str) -> set[str]:
    return {name for (name,) in connection.execute("SELECT name FROM pragma_table_info(?)", (table,))}


def rebuild(connection: sqlite3.Connection, plan: PlanId) -> None:
    """Make the tables of a plan anew from its log, after steps of it were taken back."""
    items = "SELECT i.id FROM item AS i JOIN category AS c ON c.id = i.category_id WHERE c.plan_id = ?"
    tasks = f"SELECT id FROM task WHERE item_id IN ({items})"
    for table, where in (
        ("step", "period_id IN (SELECT id FROM period WHERE plan_id = ?)"),
        ("measure", f"task_id IN ({tasks})"),
        ("task", f"item_id IN ({items})"),
        ("item", f"id IN ({items})"),
        ("category", "plan_id = ?"),
        ("unit", "plan_id = ?"),
        ("period", "plan_id = ?"),
    ):
        connection.execute(f"DELETE FROM {table} WHERE {where}", (plan,))
    for (changes,) in connection.execute(
        "SELECT changes FROM plan_edit WHERE plan_id = ? ORDER BY seq", (plan,)
    ).fetchall():
        apply_changes(connection, json.loads(changes))


def last_edit(connection: sqlite3.Connection, plan: PlanId) -> tuple[int, str] | None:
    """(sequence, id) of the newest step of a plan's log; None before the first."""
    sql = "SELECT seq, id FROM plan_edit WHERE plan_id = ? ORDER BY seq DESC LIMIT 1"
    found: tuple[int, str] | None = connection.execute(sql, (plan,)).fetchone()
    return found


def open_period(ledger: Ledger, plan: Plan, period: Period, *, author: str) -> Period:
    """Add a further period to the plan. Raises RequestError(`period_exists`)."""
    if any(known.label == period.label for known in plan.periods):
        raise RequestError("period_exists", period=period.label)
    change = period_row(plan.id, len(plan.periods) + 1, period)
    from db.plan_labels import step

    edit_plan(ledger, plan.id, [change], label=step("period_added", period=period.label), author=author)
    return period


def period_row(plan: PlanId, position: int, period: Period) -> Change:
    """The change that puts a period."""
    return put(
        "period",
        id=period.id,
        plan_id=plan,
        position=position,
        label=period.label,
        start_day=period.start.isoformat(),
        end_day=period.end.isoformat(),
        due_day=period.due.isoformat() if period.due else None,
        closed_at=period.closed_at,
    )


def plans(ledger: Ledger) -> tuple[Plan, ...]:
    """Every plan in the file, by title and year, as it now stands."""
    return _plans(ledger, None)


def _plans(ledger: Ledger, only: str | None) -> tuple[Plan, ...]:
    """Every plan, or only the one of this id: a city's ledger holds fifty."""
    with understanding(ledger.path):
        units = _units(ledger, only)
        periods = _periods(ledger, only)
        known = {unit.id: unit for group in units.values() for unit in group}
        categories = _categories(ledger, known, only)
        sql = (
            "SELECT id, title, year, tolerance FROM plan WHERE ?1 IS NULL OR id = ?1 ORDER BY year, title, id"
        )
        return tuple(
            Plan(PlanId(key), title, year, periods[key], units[key], categories[key], Decimal(tolerance))
            for key, title, year, tolerance in ledger.rows(sql, only)
        )


def the_plan(ledger: Ledger, title: str | None = None) -> Plan:
    """The plan of that title, or the only one; of two with the same title the one named as in `plan_names`.

    Raises RequestError: `no_such_plan`, `which_plan`.
    """
    names = plan_names(ledger)
    known = "、".join(names.values())
    titles = {PlanId(key): name for key, name in ledger.rows("SELECT id, title FROM plan")}
    meant = [key for key, name in names.items() if title in (None, name)]
    meant = meant or [key for key, name in titles.items() if title == name]
    if not meant:
        raise RequestError("no_such_plan", plan=title or "", known=known)
    if len(meant) > 1:
        raise RequestError("which_plan", known=known)
    return plan_of(ledger, meant[0])


def plan_of(ledger: Ledger, plan: PlanId) -> Plan:
    """The plan of that id. Raises RequestError(`no_such_plan`)."""
    for found in _plans(ledger, plan):
        return found
    raise RequestError("no_such_plan", plan=plan, known="、".join(plan_names(ledger).values()))


def plan_names(ledger: Ledger) -> dict[PlanId, str]:
    """What each plan is called so that no two are called alike: by its title, else with its year behind it,
    else with the beginning of its id; by year and title."""
    every = ledger.rows("SELECT id, title, year FROM plan ORDER BY year, title, id")
    titles = Counter(title for _, title, _ in every)
    with_year = Counter((title, year) for _, title, year in every)
    names = {}
    for key, title, year in every:
        alike = "" if titles[title] == 1 else f" ({year})" if with_year[title, year] == 1 else f" #{key[:6]}"
        names[PlanId(key)] = f"{title}{alike}"
    return names


def find_task(plan: Plan, name: str) -> Task:
    """The task a person names as `7.4#2`, or `3.1` for its first row. Raises RequestError(`no_such_task`)."""
    number, _, position = name.partition("#")
    for task in plan.tasks():
        if task.number == number and str(task.position) == (position or "1"):
            return task
    raise RequestError("no_such_task", task=name)


def find_unit(plan: Plan, name: str) -> Unit:
    """The unit of that name or alias. Raises RequestError(`no_such_unit`)."""
    for unit in plan.units:
        if name == unit.name or name in unit.aliases:
            return unit
    raise RequestError("no_such_unit", unit=name, known="、".join(unit.name for unit in lead_units(plan)))


def find_period(plan: Plan, label: str | None = None) -> Period:
    """The period of that label (dashes and width do not matter), or the last one.

    Raises RequestError(`no_such_period`).
    """
    from db.periods import same_label

    known = "、".join(period.label for period in plan.periods)
    if label is None and plan.periods:
        return plan.periods[-1]
    for period in plan.periods:
        if label is not None and same_label(period.label, label):
            return period
    raise RequestError("no_such_period", period=label or "", known=known)


def lead_units(plan: Plan) -> tuple[Unit, ...]:
    """The units that lead at least one task that is not retired, in the order of the table."""
    found = {unit.id: unit for task in plan.tasks() if not task.retired for unit in task.leads}
    return tuple(found.values())


def tasks_of(plan: Plan, unit: UnitId) -> tuple[Task, ...]:
    """The tasks that a unit reports on."""
    return tuple(
        task for task in plan.tasks() if not task.retired and any(lead.id == unit for lead in task.leads)
    )


def _units(ledger: Ledger, only: str | None) -> dict[str, tuple[Unit, ...]]:
    found: dict[str, list[Unit]] = defaultdict(list)
    sql = (
        "SELECT plan_id, id, name, is_group, members, aliases, contact FROM unit "
        f"WHERE {_MEANT} ORDER BY position, id"
    )
    for plan, key, name, group, members, aliases, contact in ledger.rows(sql, only):
        ids = tuple(UnitId(m) for m in json.loads(members))
        found[plan].append(Unit(UnitId(key), name, bool(group), ids, tuple(json.loads(aliases)), contact))
    return defaultdict(tuple, {plan: tuple(units) for plan, units in found.items()})


def _periods(ledger: Ledger, only: str | None) -> dict[str, tuple[Period, ...]]:
    found: dict[str, list[Period]] = defaultdict(list)
    sql = (
        "SELECT plan_id, id, label, start_day, end_day, due_day, closed_at FROM period "
        f"WHERE {_MEANT} ORDER BY position, id"
    )
    for plan, key, label, start, end, due, closed in ledger.rows(sql, only):
        due_day = date.fromisoformat(due) if due else None
        days = (date.fromisoformat(start), date.fromisoformat(end), due_day)
        found[plan].append(Period(PeriodId(key), label, *days, closed))
    return defaultdict(tuple, {plan: tuple(periods) for plan, periods in found.items()})


_MEANT = "(?1 IS NULL OR plan_id = ?1)"
_MEANT_ITEMS = "(?1 IS NULL OR category_id IN (SELECT id FROM category WHERE plan_id = ?1))"
_MEANT_TASKS = f"(?1 IS NULL OR item_id IN (SELECT id FROM item WHERE {_MEANT_ITEMS}))"


def _categories(
    ledger: Ledger, units: Mapping[UnitId, Unit], only: str | None
) -> dict[str, tuple[Category, ...]]:
    tasks = _tasks(ledger, units, only)
    items: dict[str, list[Item]] = defaultdict(list)
    sql = f"SELECT category_id, id, number, title, position FROM item WHERE {_MEANT_ITEMS}"
    rows = sorted(ledger.rows(sql, only), key=lambda row: (row[4], natural(row[2]), row[1]))
    for category, key, number, title, _ in rows:
        items[category].append(Item(ItemId(key), number, title, tuple(tasks[key])))
    found: dict[str, list[Category]] = defaultdict(list)
    sql = f"SELECT plan_id, id, name FROM category WHERE {_MEANT} ORDER BY position, id"
    for plan, key, name in ledger.rows(sql, only):
        found[plan].append(Category(CategoryId(key), name, tuple(items[key])))
    return defaultdict(tuple, {plan: tuple(categories) for plan, categories in found.items()})


def _tasks(ledger: Ledger, units: Mapping[UnitId, Unit], only: str | None) -> dict[str, list[Task]]:
    steps: dict[str, list[tuple[PeriodId, Decimal]]] = defaultdict(list)
    sql = (
        "SELECT measure_id, period_id, amount FROM step "
        "WHERE ?1 IS NULL OR period_id IN (SELECT id FROM period WHERE plan_id = ?1) ORDER BY period_id"
    )
    for measure, period, amount in ledger.rows(sql, only):
        steps[measure].append((PeriodId(period), Decimal(amount)))
    measures: dict[str, list[Measure]] = defaultdict(list)
    sql = (
        "SELECT task_id, id, label, comparator, amount, unit FROM measure "
        f"WHERE ?1 IS NULL OR task_id IN (SELECT id FROM task WHERE {_MEANT_TASKS}) ORDER BY position, id"
    )
    for task, key, label, comparator, amount, unit in ledger.rows(sql, only):
        measures[task].append(
            Measure(MeasureId(key), label, comparator, Decimal(amount), unit, tuple(steps[key]))
        )
    found: dict[str, list[Task]] = defaultdict(list)
    sql = (
        "SELECT t.item_id, t.id, i.number, t.position, t.target, t.leads, t.cooperating, t.extra, t.retired "
        f"FROM task AS t JOIN item AS i ON i.id = t.item_id WHERE {_MEANT_TASKS} ORDER BY t.position, t.id"
    )
    for item, key, number, position, target, leads, cooperating, extra, retired in ledger.rows(sql, only):
        found[item].append(
            Task(
                TaskId(key),
                number,
                position,
                target,
                tuple(units[UnitId(u)] for u in json.loads(leads)),
                tuple(units[UnitId(u)] for u in json.loads(cooperating)),
                tuple((name, text) for name, text in json.loads(extra)),
                tuple(measures[key]),
                bool(retired),
            )
        )
    return found
