"""The rows of a plan as its log had them at any step: replayed without the tables, and told in words."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from db.plan import Change
from db.records import PlanId

Row = Mapping[str, Any]
Key = tuple[str, str]
"""(table, id)"""

_DEFAULTS: Mapping[str, Row] = {"plan": {"tolerance": "5"}}
"""What the table fills in where a log, older than the column, says nothing."""


@dataclass(frozen=True, slots=True)
class LogStep:
    """One row of table `plan_edit`."""

    id: str
    seq: int
    label: str
    author: str
    made_at: str
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class RowDiff:
    """What one step made of one row; None: the row was not there, or is no longer."""

    table: str
    id: str
    before: Row | None
    after: Row | None

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that differ, where the row stood before and after."""
        if self.before is None or self.after is None:
            return ()
        return tuple(name for name, value in self.after.items() if self.before.get(name) != value)


class Rows(dict[Key, dict[str, Any]]):
    """Every row of a plan, by table and id."""

    def apply(self, changes: Iterable[Change]) -> list[RowDiff]:
        """Make the rows what the changes say; what each changed row was and is, in the order first met."""
        before: dict[Key, Row | None] = {}
        for change in changes:
            key = (change["put"], change["row"]["id"]) if "put" in change else (change["drop"], change["id"])
            before.setdefault(key, self.get(key))
            if "drop" in change:
                self.pop(key, None)
            else:
                self[key] = {**(self.get(key) or _DEFAULTS.get(key[0], {})), **change["row"]}
        return [RowDiff(*key, was, self.get(key)) for key, was in before.items() if was != self.get(key)]

    def of(self, table: str, **columns: object) -> Iterator[dict[str, Any]]:
        """The rows of a table that have these values."""
        for (name, _), row in self.items():
            if name == table and all(row[column] == value for column, value in columns.items()):
                yield row


def log(connection: sqlite3.Connection, plan: PlanId) -> list[LogStep]:
    """The steps of a plan's log, oldest first."""
    sql = "SELECT id, seq, label, author, made_at, changes FROM plan_edit WHERE plan_id = ? ORDER BY seq"
    return [
        LogStep(key, seq, label, author, made_at, tuple(json.loads(changes)))
        for key, seq, label, author, made_at, changes in connection.execute(sql, (plan,))
    ]


def rows_at(steps: Iterable[LogStep], last: str) -> Rows:
    """The rows as they stood after the step of that id."""
    rows = Rows()
    for one in steps:
        rows.apply(one.changes)
        if one.id == last:
            break
    return rows
