"""What a paper shows, as plain JSON values; the templates in `resources/sheets/` only lay it out.

The labels on a paper follow the script of the plan; the texts of a ledger are never converted.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_DOWN, Decimal
from functools import lru_cache
from itertools import groupby
from typing import Any, Literal

from db.pace import percent, schedule, year_share
from db.records import (
    Category,
    Content,
    Draft,
    Entry,
    Item,
    Measure,
    Period,
    Plan,
    Revision,
    State,
    Status,
    Task,
    TaskId,
    Verdict,
)
from db.resources import resource
from db.revisions import check_code, decimal_text, is_filled

Script = Literal["simplified", "traditional"]
Earlier = Sequence[tuple[str, Mapping[TaskId, Entry]]]
"""Entries of earlier periods by task, each with the label of its period, oldest first."""

# Pairs that are common in plans and of which each side is written in one script only.
_SIMPLIFIED = "项实责单务业区学设发开兴会个应关动办医卫养万与为专东严队书卖节场讯规划员进达现馆长"
_TRADITIONAL = "項實責單務業區學設發開興會個應關動辦醫衛養萬與為專東嚴隊書賣節場訊規劃員進達現館長"

_SHORT = 120
"""Characters of an earlier period's text that an item sheet shows."""

_UNSIGNED = {"code": "", "author": "", "unit": ""}
_COMPARATORS = {">=": "≥ ", "<=": "≤ ", "=": ""}
_PACES = {"ahead": "ahead", "on": "on", "behind": "behind_pace", "exceeded": "exceeded"}
_MARKS = {
    State.CONFLICT: "conflict",
    State.APPROVED: "approved",
    State.CHANGED_AFTER_APPROVAL: "changed_after_approval",
}


def script_of(plan: Plan) -> Script:
    """Whether the plan is written in simplified or in traditional characters, by counting telling ones."""
    text = plan.title + "".join(
        f"{task.target}{''.join(u.name for u in task.leads)}" for task in plan.tasks()
    )
    traditional = sum(map(text.count, _TRADITIONAL))
    return "traditional" if traditional > sum(map(text.count, _SIMPLIFIED)) else "simplified"


@lru_cache(maxsize=4)
def _table(name: str) -> dict[Script, dict[str, Any]]:
    table: dict[Script, dict[str, Any]] = json.loads(resource("sheets", name).read_text("utf-8"))
    return table


@dataclass(frozen=True)
class Paper:
    """A plan in a period, with the words that its papers use."""

    plan: Plan
    period: Period
    earlier: Earlier = ()
    labels: Mapping[str, str] = field(init=False)
    fonts: Mapping[str, Sequence[str]] = field(init=False)

    def __post_init__(self) -> None:
        script = script_of(self.plan)
        object.__setattr__(self, "labels", _table("labels.json")[script])
        object.__setattr__(self, "fonts", _table("fonts.json")[script])

    def fill(self, label: str, **values: object) -> str:
        """A label with its places filled in."""
        return self.labels[label].format(**values)

    def head(self) -> dict[str, Any]:
        """What every paper says of its plan and period."""
        start, end, due = self.period.start, self.period.end, self.period.due
        return {
            "labels": dict(self.labels),
            "fonts": dict(self.fonts),
            "title": self.plan.title,
            "period": self.period.label,
            "dates": self.fill("dates", start=self._day(start), end=self._day(end)),
            "due": self._day(due) if due else "",
        }

    def unit(self, revision: Revision) -> str:
        """Who handed a revision in: a unit, or the coordinating office, which is none."""
        if revision.unit is None:
            return self.labels["office"]
        return next((unit.name for unit in self.plan.units if unit.id == revision.unit), "")

    def _day(self, day: date) -> str:
        return self.fill("day", year=day.year, month=day.month, day=day.day)


def item_sheet_data(
    paper: Paper,
    tasks: Sequence[TaskId] | None,
    entries: Mapping[TaskId, Entry],
    drafts: Mapping[TaskId, Draft],
) -> dict[str, Any]:
    """The data of `item_sheets.typ`: one sheet a task, in the order of the plan."""
    gone = year_share(paper.period, paper.plan.year)
    return paper.head() | {
        "year_share": float(gone) / 100,
        "year_percent": _percent_text(gone),
        "sheets": [
            _sheet(paper, category, item, task, entries.get(task.id), drafts.get(task.id)) | {"key": key}
            for key, (category, item, task) in enumerate(_chosen(paper.plan, tasks))
        ],
    }


def consolidated_data(
    paper: Paper, entries: Mapping[TaskId, Entry], *, public: bool, corrections: Sequence[str]
) -> dict[str, Any]:
    """The data of `consolidated.typ`: one row a task, with the rows that its merged cells hold."""
    shown = [
        (number, item, task)
        for number, category in enumerate(paper.plan.categories)
        for item in category.items
        for task in item.tasks
        if not task.retired or task.id in entries
    ]
    runs = _runs(shown)
    return paper.head() | {
        "heading": paper.labels["public_report" if public else "report"],
        "inside": not public,
        "counts": _counts(paper, entries, len(shown)),
        "corrections": list(corrections),
        "categories": [category.name for category in paper.plan.categories],
        "tasks": [
            _row(paper, task, entries.get(task.id), public)
            | {"key": key, "category": category, "runs": run}
            | {"title": item.title if run["number"][0] == key else ""}
            for key, ((category, item, task), run) in enumerate(zip(shown, runs, strict=True))
        ],
    }


def _runs(shown: Sequence[tuple[int, Item, Task]]) -> list[dict[str, list[int]]]:
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


def _chosen(plan: Plan, tasks: Sequence[TaskId] | None) -> list[tuple[Category, Item, Task]]:
    """The tasks asked for, else all that are not retired."""
    return [
        (category, item, task)
        for category in plan.categories
        for item in category.items
        for task in item.tasks
        if (not task.retired if tasks is None else task.id in tasks)
    ]


def _sheet(
    paper: Paper, category: Category, item: Item, task: Task, entry: Entry | None, draft: Draft | None
) -> dict[str, Any]:
    reports = _reports(paper, task, entry, draft)
    standing = [other.id for other in item.tasks if not other.retired or other.id == task.id]
    mark = "draft" if draft else _mark(entry)
    return {
        "number": item.number,
        "row": standing.index(task.id) + 1,
        "rows": len(standing),
        "category": category.name,
        "title": item.title,
        "target": task.target,
        "leads": [unit.name for unit in task.leads],
        "cooperating": [unit.name for unit in task.cooperating],
        "extra": [list(pair) for pair in task.extra],
        "mark": mark,
        "note": _note(paper, mark, len(reports)),
        "reports": reports,
        "empty": _content(paper, task, Content()) | _UNSIGNED,
        "code": reports[0]["code"] if len(reports) == 1 else "",
        "history": [[label, text] for label, text in _history(paper, task) if text],
    }


def _row(paper: Paper, task: Task, entry: Entry | None, public: bool) -> dict[str, Any]:
    reports = _reports(paper, task, entry, None)
    mark = _mark(entry)
    if public:
        inside = dict.fromkeys(("problems", "next_steps", "remark"), "")
        reports = [report | inside for report in reports]
    return {
        "number": task.number,
        "target": task.target,
        "leads": [unit.name for unit in task.leads],
        "cooperating": [unit.name for unit in task.cooperating],
        "mark": mark if mark == "conflict" or (mark != "approved" and not public) else "",
        "note": _note(paper, mark, len(reports)) if mark == "conflict" else "",
        "reports": reports,
    }


def _reports(paper: Paper, task: Task, entry: Entry | None, draft: Draft | None) -> list[dict[str, Any]]:
    """What is shown of a task: the draft, else the revision that counts, else every head (design.md §3.3)."""
    if draft is not None:
        return [_content(paper, task, draft.content) | _UNSIGNED]
    if entry is None:
        return []
    return [
        _content(paper, task, revision.content)
        | {"code": check_code(revision.id), "author": revision.author, "unit": paper.unit(revision)}
        for revision in ((entry.current,) if entry.current else entry.heads)
    ]


def _content(paper: Paper, task: Task, content: Content) -> dict[str, Any]:
    figures = dict(content.figures)
    return {
        "status": content.status or "",
        "excuse": _excuse(content),
        "reason": content.reason,
        "narrative": content.narrative,
        "problems": content.problems,
        "next_steps": content.next_steps,
        "remark": content.remark,
        "attachments": "\n".join(attachment.name for attachment in content.attachments),
        "explanations": "\n".join(explanation.text for explanation in content.explanations),
        "measures": [_measure(paper, task, measure, figures.get(measure.id)) for measure in task.measures],
    }


def _measure(paper: Paper, task: Task, measure: Measure, value: Decimal | None) -> dict[str, Any]:
    before = _figures_before(paper, task).get(measure.id)
    reached = percent(measure, value)
    pace = schedule(measure, value, paper.period, paper.plan.year)
    return {
        "label": measure.label,
        "target": f"{_COMPARATORS[measure.comparator]}{decimal_text(measure.amount)} {measure.unit}".rstrip(),
        "previous": "" if before is None else decimal_text(before),
        "value": "" if value is None else decimal_text(value),
        "percent": "" if reached is None else _percent_text(reached),
        "share": 0 if reached is None else float(reached) / 100,
        "pace": _PACES[pace.kind] if pace else "",
        "lead": f"{pace.share.quantize(Decimal('0.1'), ROUND_DOWN):+f}" if pace else "",
    }


def _figures_before(paper: Paper, task: Task) -> Mapping[str, Decimal]:
    """The figures of the period before; none where its entry is in conflict."""
    entry = paper.earlier[-1][1].get(task.id) if paper.earlier else None
    return dict(entry.current.content.figures) if entry and entry.current else {}


def _history(paper: Paper, task: Task) -> list[tuple[str, str]]:
    """(period label, its text in short) of every earlier period."""
    found = ((label, entries.get(task.id)) for label, entries in paper.earlier)
    return [(label, _in_short(paper, entry)) for label, entry in found if entry]


def cell_text(paper: Paper, entry: Entry | None) -> str:
    """What stands for a task in a cell of a table; of a conflict every head, with who says it."""
    if entry is None or entry.current is not None:
        return _said(paper, entry.current.content) if entry and entry.current else ""
    colon = paper.labels["colon"]
    return "\n".join(f"{paper.unit(h) or h.author}{colon}{_said(paper, h.content)}" for h in entry.heads)


def _said(paper: Paper, content: Content) -> str:
    """The narrative, or why there is none."""
    excuse = _excuse(content)
    if content.narrative or not excuse:
        return content.narrative
    return f"{paper.labels[excuse]}{paper.labels['colon']}{content.reason}"


def _in_short(paper: Paper, entry: Entry) -> str:
    if entry.current is None:
        return paper.labels["conflict"] if entry.state is State.CONFLICT else ""
    text = " ".join(_said(paper, entry.current.content).split())
    return text if len(text) <= _SHORT else f"{text[:_SHORT]}……"


def _excuse(content: Content) -> str:
    """The label of why there is nothing to tell, or nothing."""
    if content.status is Status.NOT_APPLICABLE:
        return "not_applicable"
    return "nothing_new" if content.nothing_new else ""


def _mark(entry: Entry | None) -> str:
    """The label of the mark that a paper bears for the state of an entry."""
    if entry is None:
        return ""
    review = entry.review
    sent_back = review and review.verdict is Verdict.SEND_BACK and entry.current
    if entry.state is State.OPEN and review and sent_back and sent_back.id == review.revision:
        return "sent_back"
    return _MARKS.get(entry.state, "")


def _note(paper: Paper, mark: str, count: int) -> str:
    notes = {"draft": "draft_note", "conflict": "conflict_note", "changed_after_approval": "changed_note"}
    return paper.fill(notes[mark], count=count) if mark in notes else ""


def _counts(paper: Paper, entries: Mapping[TaskId, Entry], tasks: int) -> str:
    """How many tasks are filled; one in conflict is, and is counted as not settled too."""
    filled = sum(is_filled(entry) for entry in entries.values())
    conflicts = sum(1 for entry in entries.values() if entry.state is State.CONFLICT)
    counts = paper.fill("counts", tasks=tasks, filled=filled)
    return counts + (paper.fill("counts_conflicts", conflicts=conflicts) if conflicts else "")


def _percent_text(value: Decimal) -> str:
    """One decimal, rounded down like the percent itself: 100.0% is said only of a target that is met."""
    return f"{value.quantize(Decimal('0.1'), ROUND_DOWN):f}%"
