"""The data of item sheets, of unit sets, and of blank sheets that are filled in by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from db.pace import year_share
from db.records import Category, Content, Draft, Entry, Item, Plan, State, Task, TaskId, Unit
from db.revisions import is_filled
from db.sheet_data import (
    UNSIGNED,
    Paper,
    content_data,
    mark_of,
    note_of,
    percent_text,
    reports,
    said,
)

_SHORT = 120
"""Characters of an earlier period's text that an item sheet shows."""
_STATUSES = ("done", "on_track", "behind", "not_started", "not_applicable")


@dataclass(frozen=True, slots=True)
class UnitSet:
    """The sheets of one unit, which go under a cover."""

    unit: Unit
    tasks: tuple[TaskId, ...]
    check_code: str = ""
    """Of its return; empty while there is none."""


def item_sheet_data(
    paper: Paper,
    tasks: Sequence[TaskId] | None,
    entries: Mapping[TaskId, Entry],
    drafts: Mapping[TaskId, Draft],
    *,
    blank: bool = False,
) -> dict[str, Any]:
    """The data of `item_sheets.typ`: one sheet a task, in the order of the plan.

    `blank`: with lines to write on, whatever is reported.
    """
    return _head(paper, blank) | {
        "covers": [],
        "sheets": [
            _sheet(paper, placed, entries, drafts, blank) | {"key": key}
            for key, placed in enumerate(_chosen(paper.plan, tasks))
        ],
    }


def unit_set_data(
    paper: Paper,
    sets: Sequence[UnitSet],
    entries: Mapping[TaskId, Entry],
    drafts: Mapping[TaskId, Draft],
) -> dict[str, Any]:
    """The data of `item_sheets.typ` for whole units: a cover, then its sheets.

    `before` of a cover is the key of the sheet that follows it.
    """
    covers: list[dict[str, Any]] = []
    sheets: list[dict[str, Any]] = []
    for one in sets:
        placed = _chosen(paper.plan, one.tasks)
        covers.append(_cover(paper, one, placed, entries, drafts) | {"before": len(sheets)})
        sheets += [
            _sheet(paper, place, entries, drafts, blank=False) | {"key": key}
            for key, place in enumerate(placed, len(sheets))
        ]
    return _head(paper, blank=False) | {"covers": covers, "sheets": sheets}


def _head(paper: Paper, blank: bool) -> dict[str, Any]:
    gone = year_share(paper.period, paper.plan.year)
    return paper.head() | {
        "blank": blank,
        "year_percent": percent_text(gone),
    }


_Placed = tuple[Category, Item, Task]


def _chosen(plan: Plan, tasks: Sequence[TaskId] | None) -> list[_Placed]:
    """The tasks asked for, else all that are not retired."""
    wanted = None if tasks is None else frozenset(tasks)
    return [
        (category, item, task)
        for category in plan.categories
        for item in category.items
        for task in item.tasks
        if (not task.retired if wanted is None else task.id in wanted)
    ]


def _sheet(
    paper: Paper,
    placed: _Placed,
    entries: Mapping[TaskId, Entry],
    drafts: Mapping[TaskId, Draft],
    blank: bool,
) -> dict[str, Any]:
    category, item, task = placed
    entry, draft = (None, None) if blank else (entries.get(task.id), drafts.get(task.id))
    shown = reports(paper, task, entry, draft)
    mark = "draft" if draft else mark_of(entry)
    return _row_of_item(item, task) | {
        "number": item.number,
        "category": category.name,
        "title": item.title,
        "target": task.target,
        "leads": [unit.name for unit in task.leads],
        "cooperating": [unit.name for unit in task.cooperating],
        "extra": [list(pair) for pair in task.extra],
        "mark": mark,
        "note": note_of(paper, mark, len(shown)),
        "reports": shown,
        "empty": content_data(paper, task, Content()) | UNSIGNED,
        "code": shown[0]["code"] if len(shown) == 1 else "",
        "history": [[label, text] for label, text in _history(paper, task) if text],
    }


def _row_of_item(item: Item, task: Task) -> dict[str, Any]:
    """Which of the rows of its item a task is, and of how many."""
    standing = [other.id for other in item.tasks if not other.retired or other.id == task.id]
    return {"row": standing.index(task.id) + 1, "rows": len(standing)}


def _cover(
    paper: Paper,
    one: UnitSet,
    placed: Sequence[_Placed],
    entries: Mapping[TaskId, Entry],
    drafts: Mapping[TaskId, Draft],
) -> dict[str, Any]:
    rows = [_cover_row(paper, one.unit, place, entries, drafts) for place in placed]
    filled = sum(task.id in entries and is_filled(entries[task.id]) for _, _, task in placed)
    return {
        "unit": one.unit.name,
        "contact": one.unit.contact,
        "code": one.check_code,
        "counts": paper.fill("counts", tasks=len(rows), filled=filled),
        "statuses": [
            [status, count] for status in _STATUSES if (count := sum(row["status"] == status for row in rows))
        ],
        "rows": rows,
    }


def _cover_row(
    paper: Paper,
    unit: Unit,
    placed: _Placed,
    entries: Mapping[TaskId, Entry],
    drafts: Mapping[TaskId, Draft],
) -> dict[str, Any]:
    _, item, task = placed
    shown = reports(paper, task, entries.get(task.id), drafts.get(task.id))
    others = [lead.name for lead in task.leads if lead.id != unit.id]
    return _row_of_item(item, task) | {
        "number": item.number,
        "title": item.title,
        "target": task.target,
        "jointly": others,
        "mark": "draft" if task.id in drafts else mark_of(entries.get(task.id)),
        "status": shown[0]["status"] if len(shown) == 1 else "",
        "reported": bool(shown),
        "codes": [report["code"] for report in shown if report["code"]],
    }


def _history(paper: Paper, task: Task) -> list[tuple[str, str]]:
    """(period label, its text in short) of every earlier period."""
    found = ((label, entries.get(task.id)) for label, entries in paper.earlier)
    return [(label, _in_short(paper, entry)) for label, entry in found if entry]


def _in_short(paper: Paper, entry: Entry) -> str:
    if entry.current is None:
        return paper.labels["conflict"] if entry.state is State.CONFLICT else ""
    text = " ".join(said(paper, entry.current.content).split())
    return text if len(text) <= _SHORT else f"{text[:_SHORT]}……"
