"""The data of the chase list, and the list as plain text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from db.chasing import Chased
from db.records import Period, Plan, TaskId
from db.sheet_data import Paper

_WHAT = ("missing", "sent_back", "conflicts")
_SHORT = 26
"""Characters of a target that remind a person of the task."""
_STATES = ("not_issued", "missing", "partial", "sent_back", "conflict")


def chase_data(paper: Paper, chased: Sequence[Chased]) -> dict[str, Any]:
    """The data of `chase.typ`: one row a unit, with the numbers of what is missing."""
    states = Counter(row.state for row in chased)
    names = _names(paper)
    return paper.head() | {
        "counts": [[state, states[state]] for state in _STATES if states[state]],
        "late": sum(row.days_late > 0 for row in chased),
        "rows": [_row(paper, row, names) for row in chased],
    }


def _row(paper: Paper, row: Chased, names: Mapping[TaskId, str]) -> dict[str, Any]:
    return {
        "unit": row.unit.name,
        "contact": row.unit.contact,
        "state": row.state,
        "due": paper.day(row.due) if row.due else "",
        "days_late": row.days_late,
        "tasks": row.tasks,
        "filled": row.filled,
    } | {
        what: [[names[task.id], _in_short(task.target)] for task in tasks]
        for what, tasks in zip(_WHAT, (row.missing, row.sent_back, row.conflicts), strict=True)
    }


def chase_lines(plan: Plan, period: Period, chased: Sequence[Chased]) -> str:
    """One paragraph a unit; a line that says so where nothing is missing."""
    paper = Paper(plan, period)
    names = _names(paper)
    head = f"{plan.title} {paper.labels['chase']}{paper.labels['colon']}{period.label}"
    body = [_paragraph(paper, row, names) for row in chased] or [paper.labels["chase_nobody"]]
    return "\n\n".join([head, *body]) + "\n"


def _paragraph(paper: Paper, row: Chased, names: Mapping[TaskId, str]) -> str:
    labels, stop = paper.labels, paper.labels["comma"]
    said = [f"{row.unit.name}{labels['colon']}{labels[f'chase_{row.state}']}"]
    said.append(paper.fill("chase_filled", filled=row.filled, tasks=row.tasks))
    if row.due:
        said.append(f"{labels['due']} {paper.day(row.due)}")
    if row.days_late:
        said.append(paper.fill("days_late", days=row.days_late))
    lines = ["，".join(said)]
    for what, tasks in zip(_WHAT, (row.missing, row.sent_back, row.conflicts), strict=True):
        if tasks:
            lines.append(
                f"  {labels[f'chase_{what}']}{labels['colon']}{stop.join(names[task.id] for task in tasks)}"
            )
    if row.unit.contact:
        lines.append(f"  {labels['contact']}{labels['colon']}{row.unit.contact}")
    return "\n".join(lines)


def _names(paper: Paper) -> dict[TaskId, str]:
    """The number of each task, and for a row of several which: 7.4（2／3）."""
    return {
        task.id: paper.fill("row", number=item.number, row=place, rows=len(rows))
        if len(rows) > 1
        else item.number
        for category in paper.plan.categories
        for item in category.items
        if (rows := [task for task in item.tasks if not task.retired] or list(item.tasks))
        for place, task in enumerate(rows, 1)
    } | {task.id: task.name for task in paper.plan.tasks() if task.retired}


def _in_short(target: str) -> str:
    text = " ".join(target.split())
    return text if len(text) <= _SHORT else f"{text[:_SHORT]}……"
