"""What rows of a plan say, as people read it: names for ids; and how a task differs from what it was."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from db.plan_rows import Row, RowDiff, Rows

FIELDS = ("number", "title", "category", "target", "leads", "cooperating", "measures")
"""What is compared of a task."""
_COMPARATORS = {">=": "≥", "<=": "≤", "=": "="}
_UNTOLD = ("id", "plan_id", "position", "measure_id", "period_id", "task_id")
_LISTS = ("leads", "cooperating", "members")
_FOREIGN = {"item_id": ("item", "number"), "category_id": ("category", "name")}


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What a field said and says, as people read it; empty where it said nothing."""

    field: str
    before: str
    after: str


def field_changes(diff: RowDiff, before: Rows, after: Rows) -> tuple[FieldChange, ...]:
    """How a row changed, field by field; of one that came or went, all that it says."""
    told = diff.after if diff.after is not None else diff.before or {}
    columns = diff.columns or tuple(told)
    fields = (
        FieldChange(
            {"item_id": "item", "category_id": "category"}.get(name, name),
            _text(name, diff.before, before),
            _text(name, diff.after, after),
        )
        for name in columns
        if name not in _UNTOLD or diff.columns == ("position",)
    )
    return tuple(one for one in fields if one.before != one.after)


def _text(name: str, row: Row | None, rows: Rows) -> str:
    value = None if row is None else row.get(name)
    if value is None:
        return ""
    if name in _LISTS:
        return "、".join(_unit(rows, unit) for unit in json.loads(value))
    if name in _FOREIGN:
        table, column = _FOREIGN[name]
        return str(rows.get((table, value), {}).get(column, ""))
    if name == "aliases":
        return "、".join(json.loads(value))
    if name == "extra":
        return "\n".join(f"{title}: {text}" for title, text in json.loads(value))
    return str(value)


def _unit(rows: Rows, unit: str) -> str:
    return str(rows.get(("unit", unit), {}).get("name", unit))


@dataclass(frozen=True, slots=True)
class TaskView:
    """What a plan asks for with one task: what is compared, and how it reads."""

    name: str
    retired: bool
    said: Mapping[str, object]
    """By field; units and categories by id, so that a new name is no change of the task."""
    texts: Mapping[str, str]


def task_view(rows: Rows, task: Row, measures: list[Row]) -> TaskView:
    """What the rows say of a task; `measures` are its own, in any order."""
    item = rows.get(("item", task["item_id"]), {})
    category = rows.get(("category", item.get("category_id", "")), {})
    promised = "\n".join(
        f"{row['label']} {_COMPARATORS.get(row['comparator'], '')} {row['amount']} {row['unit']}".rstrip()
        for row in sorted(measures, key=lambda row: (row["position"], row["id"]))
    )
    texts = {
        "number": str(item.get("number", "")),
        "title": str(item.get("title", "")),
        "category": str(category.get("name", "")),
        "target": str(task["target"]),
        "leads": _text("leads", task, rows),
        "cooperating": _text("cooperating", task, rows),
        "measures": promised,
    }
    said = {
        **texts,
        "category": category.get("id"),
        "leads": task["leads"],
        "cooperating": task["cooperating"],
    }
    return TaskView(f"{item.get('number', '')}#{task['position']}", bool(task["retired"]), said, texts)


def task_views(rows: Rows) -> dict[str, TaskView]:
    """Every task of a plan, by id."""
    measures: dict[str, list[Row]] = {}
    for row in rows.of("measure"):
        measures.setdefault(row["task_id"], []).append(row)
    return {row["id"]: task_view(rows, row, measures.get(row["id"], [])) for row in rows.of("task")}


def differences(before: TaskView, after: TaskView) -> tuple[FieldChange, ...]:
    """The fields in which a task differs."""
    return tuple(
        FieldChange(name, before.texts[name], after.texts[name])
        for name in FIELDS
        if before.said[name] != after.said[name]
    )
