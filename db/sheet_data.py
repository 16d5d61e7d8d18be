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
from typing import Any, Literal

from db.pace import expected_share, percent, schedule
from db.records import (
    Content,
    Draft,
    Entry,
    Measure,
    Period,
    Plan,
    Revision,
    State,
    Status,
    Task,
    TaskId,
)
from db.resources import resource
from db.revisions import check_code, decimal_text, sent_back_revision

Script = Literal["simplified", "traditional"]
Earlier = Sequence[tuple[str, Mapping[TaskId, Entry]]]
"""Entries of earlier periods by task, each with the label of its period, oldest first."""

# Pairs that are common in plans and of which each side is written in one script only.
_SIMPLIFIED = "项实责单务业区学设发开兴会个应关动办医卫养万与为专东严队书卖节场讯规划员进达现馆长"
_TRADITIONAL = "項實責單務業區學設發開興會個應關動辦醫衛養萬與為專東嚴隊書賣節場訊規劃員進達現館長"

UNSIGNED = {"code": "", "author": "", "unit": ""}
_COMPARATORS = {">=": "≥ ", "<=": "≤ ", "=": ""}
_PACES = {"ahead": "ahead", "on": "on", "behind": "behind_pace", "exceeded": "exceeded"}
_NOTES = {"draft": "draft_note", "conflict": "conflict_note", "changed_after_approval": "changed_note"}
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
    script: Script = field(init=False)
    labels: Mapping[str, str] = field(init=False)
    fonts: Mapping[str, Sequence[str]] = field(init=False)

    def __post_init__(self) -> None:
        script = script_of(self.plan)
        object.__setattr__(self, "script", script)
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
            "dates": self.fill("dates", start=self.day(start), end=self.day(end)),
            "due": self.day(due) if due else "",
        }

    def unit(self, revision: Revision) -> str:
        """Who handed a revision in: a unit, or the coordinating office, which is none."""
        if revision.unit is None:
            return self.labels["office"]
        return next((unit.name for unit in self.plan.units if unit.id == revision.unit), "")

    def day(self, day: date) -> str:
        """A day as a person reads it."""
        return self.fill("day", year=day.year, month=day.month, day=day.day)


def reports(
    paper: Paper, task: Task, entry: Entry | None, draft: Draft | None = None
) -> list[dict[str, Any]]:
    """What is shown of a task: the draft, else the revision that counts, else every head (design.md §3.3)."""
    if draft is not None:
        return [content_data(paper, task, draft.content) | UNSIGNED]
    if entry is None:
        return []
    return [
        content_data(paper, task, revision.content)
        | {"code": check_code(revision.id), "author": revision.author, "unit": paper.unit(revision)}
        for revision in ((entry.current,) if entry.current else entry.heads)
    ]


def content_data(paper: Paper, task: Task, content: Content) -> dict[str, Any]:
    """The texts and figures of one report."""
    figures = dict(content.figures)
    return {
        "status": content.status or "",
        "excuse": excuse_of(content),
        "reason": content.reason,
        "narrative": content.narrative,
        "problems": content.problems,
        "next_steps": content.next_steps,
        "remark": content.remark,
        "attachments": "\n".join(attachment.name for attachment in content.attachments),
        "explanations": "\n".join(explanation.text for explanation in content.explanations),
        "measures": [
            measure_data(paper, task, measure, figures.get(measure.id)) for measure in task.measures
        ],
    }


def measure_data(paper: Paper, task: Task, measure: Measure, value: Decimal | None) -> dict[str, Any]:
    """One row of a table of measures; `share` is the length of its bar, `due` where it should end: 0 to 1."""
    before = _figures_before(paper, task).get(measure.id)
    reached = percent(measure, value)
    plan = paper.plan
    pace = schedule(measure, value, paper.period, plan.year, plan.tolerance)
    return {
        "label": measure.label,
        "amount": _COMPARATORS[measure.comparator] + decimal_text(measure.amount),
        "unit": measure.unit,
        "previous": "" if before is None else decimal_text(before),
        "value": "" if value is None else decimal_text(value),
        "percent": "" if reached is None else percent_text(reached),
        "share": 0 if reached is None else float(reached) / 100,
        "due": float(expected_share(measure, paper.period, plan.year)) / 100,
        "pace": _PACES[pace.kind] if pace else "",
        "lead": f"{pace.share.quantize(Decimal('0.1'), ROUND_DOWN):+f}" if pace else "",
    }


def _figures_before(paper: Paper, task: Task) -> Mapping[str, Decimal]:
    """The figures of the period before; none where its entry is in conflict."""
    entry = paper.earlier[-1][1].get(task.id) if paper.earlier else None
    return dict(entry.current.content.figures) if entry and entry.current else {}


def cell_text(paper: Paper, entry: Entry | None) -> str:
    """What stands for a task in a cell of a table; of a conflict every head, with who says it."""
    if entry is None or entry.current is not None:
        return said(paper, entry.current.content) if entry and entry.current else ""
    colon = paper.labels["colon"]
    return "\n".join(f"{paper.unit(h) or h.author}{colon}{said(paper, h.content)}" for h in entry.heads)


def said(paper: Paper, content: Content) -> str:
    """The narrative, or why there is none."""
    excuse = excuse_of(content)
    if content.narrative or not excuse:
        return content.narrative
    return f"{paper.labels[excuse]}{paper.labels['colon']}{content.reason}"


def excuse_of(content: Content) -> str:
    """The label of why there is nothing to tell, or nothing."""
    if content.status is Status.NOT_APPLICABLE:
        return "not_applicable"
    return "nothing_new" if content.nothing_new else ""


def mark_of(entry: Entry | None) -> str:
    """The label of the mark that a paper bears for the state of an entry."""
    if entry is None:
        return ""
    if entry.state is State.OPEN and sent_back_revision(entry):
        return "sent_back"
    return _MARKS.get(entry.state, "")


def note_of(paper: Paper, mark: str, count: int) -> str:
    """The sentence that explains a mark; `count`: of the heads of a conflict."""
    return paper.fill(_NOTES[mark], count=count) if mark in _NOTES else ""


def percent_text(value: Decimal) -> str:
    """One decimal, rounded down like the percent itself: 100.0% is said only of a target that is met."""
    return f"{value.quantize(Decimal('0.1'), ROUND_DOWN):f}%"
