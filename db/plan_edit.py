"""One step of a plan in the making: the rows as they stand, changed freely, and written as one log entry."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from db.errors import RequestError
from db.ledger import Ledger, new_id
from db.plan import TABLES, Change, drop, edit_plan, put
from db.plan_rows import Key, Row, Rows
from db.plan_used import has_history
from db.records import MOST_CHARACTERS, FileKind, PlanId

_OF_PLAN = {
    "plan": "id = :plan",
    "unit": "plan_id = :plan",
    "category": "plan_id = :plan",
    "period": "plan_id = :plan",
    "item": "category_id IN (SELECT id FROM category WHERE plan_id = :plan)",
    "task": "item_id IN (SELECT i.id FROM item AS i JOIN category AS c ON c.id = i.category_id "
    "WHERE c.plan_id = :plan)",
    "measure": "task_id IN (SELECT t.id FROM task AS t JOIN item AS i ON i.id = t.item_id "
    "JOIN category AS c ON c.id = i.category_id WHERE c.plan_id = :plan)",
    "step": "period_id IN (SELECT id FROM period WHERE plan_id = :plan)",
}
_PARENT = {
    "unit": "plan_id",
    "category": "plan_id",
    "period": "plan_id",
    "item": "category_id",
    "task": "item_id",
    "measure": "task_id",
    "step": "measure_id",
}
_COUNTED = ("task", "period")
"""Of these the position is 1, 2, 3 … without a gap: `7.4#2` is a name."""


def rows_now(ledger: Ledger, plan: PlanId) -> Rows:
    """Every row of a plan as the tables have it."""
    rows = Rows()
    for table in TABLES:
        found = ledger.connection.execute(f"SELECT * FROM {table} WHERE {_OF_PLAN[table]}", {"plan": plan})
        columns = [column for column, *_ in found.description]
        for values in found:
            row = dict(zip(columns, values, strict=True))
            rows[table, row["id"]] = row
    return rows


class PlanEdit:
    """The rows of a plan, to be changed. What was there before is never touched in place."""

    def __init__(self, ledger: Ledger, plan: PlanId) -> None:
        if ledger.kind is not FileKind.LEDGER:
            raise RequestError("not_a_ledger_file", path=ledger.path)
        self._ledger, self.plan = ledger, plan
        self.label = ""
        """What the step is called (`plan_labels.step`)."""
        self._before = rows_now(ledger, plan)
        self.rows = Rows(self._before)
        self.row("plan", plan)

    def row(self, table: str, key: str) -> Row:
        """A row of this plan. Raises RequestError(`not_in_plan`)."""
        if (table, key) not in self.rows:
            raise RequestError("not_in_plan", what=key)
        return self.rows[table, key]

    def set(self, table: str, key: str, **columns: object) -> None:
        """Give a row other values; None keeps the value it has."""
        given = {name: value for name, value in columns.items() if value is not None}
        self.rows[table, key] = {**self.row(table, key), **given}

    def add(self, table: str, before: str | None = None, **columns: object) -> str:
        """A new row, in front of a sibling or as the last; its id."""
        key = new_id()
        if table == "step":
            self.rows[table, key] = {"id": key, **columns}
            return key
        self.rows[table, key] = {"id": key, "position": 0, **columns}
        self.place(table, key, before)
        return key

    def siblings(self, table: str, parent: str) -> list[str]:
        """The ids of the rows of one parent, in their order."""
        found = list(self.rows.of(table, **{_PARENT[table]: parent}))
        return [row["id"] for row in sorted(found, key=lambda row: (row.get("position", 0), row["id"]))]

    def place(self, table: str, key: str, before: str | None) -> None:
        """Put a row in front of a sibling, or last. Raises RequestError(`not_in_plan`)."""
        order = self.siblings(table, self.row(table, key)[_PARENT[table]])
        order.remove(key)
        if before is not None and before != key and before not in order:
            raise RequestError("not_in_plan", what=before)
        if before != key:
            order.insert(order.index(before) if before is not None else len(order), key)
            self._number(table, order)

    def move(self, table: str, key: str, parent: str, before: str | None) -> None:
        """Put a row below another parent, in front of one of its rows, or last."""
        left = self.row(table, key)[_PARENT[table]]
        self.set(table, key, **{_PARENT[table]: parent})
        self.place(table, key, before)
        self._number(table, self.siblings(table, left))

    def drop(self, table: str, key: str) -> None:
        """Take out a row and what hangs on it. Raises RequestError(`has_history`) when anything names it."""
        row = self.row(table, key)
        if has_history(self._ledger.connection, table, key):
            raise RequestError("has_history", what=name_of(self.rows, table, row))
        for child, column in _PARENT.items():
            if column == f"{table}_id":
                for other in self.siblings(child, key):
                    self.drop(child, other)
        if table == "period":
            for step in list(self.rows.of("step", period_id=key)):
                del self.rows["step", step["id"]]
        del self.rows[table, key]
        if table != "step":
            self._number(table, self.siblings(table, row[_PARENT[table]]))

    def _number(self, table: str, order: Sequence[str]) -> None:
        last = 0
        for key in order:
            position = self.row(table, key)["position"]
            if table in _COUNTED or position <= last:
                position = last + 1
            if position != self.row(table, key)["position"]:
                self.set(table, key, position=position)
            last = position

    def changes(self) -> list[Change]:
        """What differs: rows that are there parents first, rows that went children first."""
        puts = [
            put(table, **row)
            for table in TABLES
            for (of, key), row in self.rows.items()
            if of == table and self._before.get((of, key)) != row
        ]
        gone: list[Key] = [key for key in self._before if key not in self.rows]
        gone.sort(key=lambda key: -TABLES.index(key[0]))
        return [*puts, *(drop(*key) for key in gone)]


@contextmanager
def plan_step(ledger: Ledger, plan: PlanId, author: str) -> Iterator[PlanEdit]:
    """Change a plan in one transaction and write it as one step; no step where nothing changed.

    Raises RequestError: `not_a_ledger_file`, `not_in_plan`.
    """
    with ledger.transaction():
        edit = PlanEdit(ledger, plan)
        yield edit
        if changes := edit.changes():
            edit_plan(ledger, plan, changes, label=edit.label, author=author)


def plain_text(text: str, *, empty: bool = False) -> str:
    """A text as the plan keeps it: NFC, no space around it.

    Raises RequestError: `text_needed`, `unreadable_text` (half a character), `plan_text_long`.
    """
    plain = unicodedata.normalize("NFC", text).strip()
    if not plain and not empty:
        raise RequestError("text_needed")
    if len(plain) > MOST_CHARACTERS:
        raise RequestError("plan_text_long", limit=MOST_CHARACTERS)
    try:
        plain.encode()
    except UnicodeEncodeError as error:
        raise RequestError("unreadable_text") from error
    return plain


def name_of(rows: Rows, table: str, row: Row) -> str:
    """What people call a row: `7.4#2` a task, by its label a measure, else by its name or number."""
    named: dict[str, Any] = {"plan": "title", "item": "number", "measure": "label", "period": "label"}
    if table == "task":
        item = rows.get(("item", row["item_id"]), {})
        return f"{item.get('number', '')}#{row['position']}"
    if table == "step":
        measure = rows.get(("measure", row["measure_id"]), {})
        period = rows.get(("period", row["period_id"]), {})
        return f"{measure.get('label', '')} {period.get('label', '')}".strip()
    return str(row[named.get(table, "name")])
