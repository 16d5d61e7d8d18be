"""The data of the consolidated table: one row a task, with the rows that its merged cells hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from db.paper_options import PaperSize
from db.records import Entry, Item, State, Task, TaskId
from db.revisions import is_filled, sent_back_revision
from db.sheet_data import Paper, cell_text, mark_of, note_of, reports

if TYPE_CHECKING:
    from db.amending import Amendment

_AMENDED = {"target": "target", "leads": "leads", "cooperating": "cooperating", "measures": "measures"}
"""The labels of what an amendment changed, as far as a row of the table shows it."""


@dataclass(frozen=True, slots=True)
class TableShape:
    """How a consolidated table is laid out."""

    public: bool = False
    """Without problems, next steps and remarks."""
    size: PaperSize = "a4"
    last_period: bool = False
    """With a column of what was said in the period before, if there is one."""
    edition: int = 0
    """Said on its face, unless it is 0."""
    draft: bool = False
    """Marked as not yet published."""
    corrections: bool = True
    """What is sent back and not yet corrected is said on its face (design.md §3)."""


INSIDE = TableShape()
"""For the office itself: everything, on A4."""


def consolidated_data(
    paper: Paper,
    tasks: Sequence[TaskId] | None,
    entries: Mapping[TaskId, Entry],
    amendments: Sequence[Amendment],
    shape: TableShape,
) -> dict[str, Any]:
    """The data of `consolidated.typ`; without `tasks` all, the retired ones if they are reported on."""
    shown = _shown(paper, tasks, entries)
    runs = _runs(shown)
    label, before = paper.earlier[-1] if shape.last_period and paper.earlier else ("", {})
    amended = {one.task: one for one in amendments}
    rows = [
        _row(paper, task, entries.get(task.id), shape.public)
        | {"key": key, "category": category, "runs": run}
        | {"title": item.title if run["number"][0] == key else ""}
        | {"earlier": cell_text(paper, before.get(task.id)), "amended": _amended(amended.get(task.id))}
        for key, ((category, item, task), run) in enumerate(zip(shown, runs, strict=True))
    ]
    return paper.head() | {
        "heading": paper.labels["public_report" if shape.public else "report"],
        "inside": not shape.public,
        "paper": shape.size,
        "edition": paper.fill("edition", edition=shape.edition) if shape.edition else "",
        "draft": shape.draft,
        "earlier": label,
        "counts": _counts(paper, shown, entries),
        "removed": [one.name for one in amendments if one.kind == "removed"],
        "corrections": _corrections(shown, entries) if shape.corrections else [],
        "categories": [category.name for category in paper.plan.categories],
        "tasks": rows,
    }


_Shown = Sequence[tuple[int, Item, Task]]
"""(place of the category, item, task)."""


def _shown(paper: Paper, tasks: Sequence[TaskId] | None, entries: Mapping[TaskId, Entry]) -> _Shown:
    wanted = None if tasks is None else frozenset(tasks)
    return [
        (number, item, task)
        for number, category in enumerate(paper.plan.categories)
        for item in category.items
        for task in item.tasks
        if (not task.retired or task.id in entries if wanted is None else task.id in wanted)
    ]


def _runs(shown: _Shown) -> list[dict[str, list[int]]]:
    """For each row the first and the last row of its category, number and target cell."""
    keys: dict[str, list[tuple[object, ...]]] = {
        "category": [(category,) for category, _, _ in shown],
        "number": [(category, item.id) for category, item, _ in shown],
        "target": [(category, item.id, task.target.strip()) for category, item, task in shown],
    }
    runs: list[dict[str, list[int]]] = [{} for _ in shown]
    for cell, values in keys.items():
        for _, run in groupby(range(len(shown)), key=values.__getitem__):
            rows = list(run)
            for row in rows:
                runs[row][cell] = [rows[0], rows[-1]]
    return runs


def _row(paper: Paper, task: Task, entry: Entry | None, public: bool) -> dict[str, Any]:
    shown = reports(paper, task, entry)
    mark = mark_of(entry)
    if public:
        inside = dict.fromkeys(
            ("problems", "next_steps", "remark", "author", "explanations", "attachments"), ""
        )
        shown = [report | inside for report in shown]
    return {
        "number": task.number,
        "target": task.target,
        "leads": [unit.name for unit in task.leads],
        "cooperating": [unit.name for unit in task.cooperating],
        "mark": mark if mark == "conflict" or (mark != "approved" and not public) else "",
        "note": note_of(paper, mark, len(shown)) if mark == "conflict" else "",
        "reports": shown,
    }


def _amended(amendment: Amendment | None) -> dict[str, Any]:
    """The kind of an amendment, and what stood before it: (label, text)."""
    if amendment is None:
        return {"kind": "", "before": []}
    fields = ((_AMENDED.get(change.field, ""), change.before) for change in amendment.fields)
    before = [[label, text] for label, text in fields if label and text]
    return {"kind": amendment.kind, "before": before if amendment.kind == "changed" else []}


def _corrections(shown: _Shown, entries: Mapping[TaskId, Entry]) -> list[str]:
    """The numbers of the items that were sent back and not yet corrected, each once."""
    numbers = (
        task.number for _, _, task in shown if task.id in entries and sent_back_revision(entries[task.id])
    )
    return list(dict.fromkeys(numbers))


def _counts(paper: Paper, shown: _Shown, entries: Mapping[TaskId, Entry]) -> str:
    """How many tasks are filled; one in conflict is, and is counted as not settled too."""
    tasks = [task.id for _, _, task in shown if not task.retired]
    found = [entries[task] for task in tasks if task in entries]
    conflicts = sum(1 for entry in found if entry.state is State.CONFLICT)
    counts = paper.fill("counts", tasks=len(tasks), filled=sum(map(is_filled, found)))
    return counts + (paper.fill("counts_conflicts", conflicts=conflicts) if conflicts else "")
