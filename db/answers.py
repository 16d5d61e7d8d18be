"""The JSON shapes of the command line, given by design.md §6."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from db.absorb import MergedFile
from db.merging import MergeReport
from db.records import Entry, Finding, Period, Plan, Review, Revision, State, Task, TaskId, UnitId
from db.return_state import Standing
from db.revisions import decimal_text
from db.sentences import sentence

Json = dict[str, Any]


def plan_answer(plan: Plan, found: Mapping[TaskId, Entry] | None) -> Json:
    """A plan of `show --json`; `found` are the entries of the period asked for, None: no period."""
    units = {unit.id: unit.name for unit in plan.units}
    return {
        "title": plan.title,
        "year": plan.year,
        "periods": [_period(period) for period in plan.periods],
        "categories": [
            {
                "name": category.name,
                "items": [
                    {
                        "number": item.number,
                        "title": item.title,
                        "tasks": [_task(task, (found or {}).get(task.id), units) for task in item.tasks],
                    }
                    for item in category.items
                ],
            }
            for category in plan.categories
        ],
    }


def _period(period: Period) -> Json:
    return {
        "label": period.label,
        "start": period.start.isoformat(),
        "end": period.end.isoformat(),
        "due": period.due.isoformat() if period.due else None,
        "closed": period.closed_at is not None,
    }


def _task(task: Task, found: Entry | None, units: Mapping[UnitId, str]) -> Json:
    return {
        "id": task.id,
        "position": task.position,
        "target": task.target,
        "leads": [unit.name for unit in task.leads],
        "cooperating": [unit.name for unit in task.cooperating],
        "extra": dict(task.extra),
        "measures": [
            {
                "id": measure.id,
                "label": measure.label,
                "comparator": measure.comparator,
                "amount": decimal_text(measure.amount),
                "unit": measure.unit,
            }
            for measure in task.measures
        ],
        "entry": entry_answer(found, task, units) if found and found.state is not State.BLANK else None,
    }


def entry_answer(found: Entry, task: Task, units: Mapping[UnitId, str]) -> Json:
    """An entry with every head."""
    return {
        "state": found.state.value,
        "current": revision_answer(found.current, task, units) if found.current else None,
        "heads": [revision_answer(head, task, units) for head in found.heads],
        "review": _review(found.review) if found.review else None,
    }


def revision_answer(revision: Revision, task: Task, units: Mapping[UnitId, str]) -> Json:
    """A revision; figures in the order of the task's measures."""
    content = revision.content
    values = dict(content.figures)
    return {
        "id": revision.id,
        "unit": units.get(revision.unit, revision.unit) if revision.unit else None,
        "author": revision.author,
        "saved_at": revision.saved_at,
        "status": content.status.value if content.status else None,
        "nothing_new": content.nothing_new,
        "reason": content.reason,
        "narrative": content.narrative,
        "problems": content.problems,
        "next_steps": content.next_steps,
        "figures": [
            {"measure": measure.id, "label": measure.label, "value": decimal_text(values[measure.id])}
            for measure in task.measures
            if measure.id in values
        ],
        "parents": list(revision.parents),
    }


def _review(review: Review) -> Json:
    return {
        "id": review.id,
        "revision": review.revision,
        "verdict": review.verdict.value,
        "comment": review.comment,
        "author": review.author,
        "made_at": review.made_at,
    }


def merge_answer(report: MergeReport) -> Json:
    """What a merge did."""
    return {"files": [_merged_file(file) for file in report.files], "totals": report.totals}


def _merged_file(file: MergedFile) -> Json:
    return {
        "name": file.name,
        "outcome": file.outcome,
        "unit": file.unit,
        "period": file.period,
        "added": file.added,
        "same": file.same,
        "conflicts": file.conflicts,
        "check_code": file.check_code,
        "reasons": [{"code": r.code, "message": sentence(r.code, r.params)} for r in file.reasons],
    }


def status_answer(rows: Iterable[Standing]) -> Json:
    """Who has returned what."""
    return {
        "units": [
            {
                "unit": row.unit.name,
                "tasks": row.tasks,
                "filled": row.filled,
                "state": row.state,
                "received_at": row.received_at or None,
                "check_code": row.check_code or None,
            }
            for row in rows
        ]
    }


def findings_answer(findings: Iterable[Finding]) -> list[Json]:
    """Findings with their sentences."""
    return [
        {
            "code": finding.code,
            "severity": finding.severity,
            "place": finding.place,
            "message": sentence(finding.code, dict(finding.details)),
            "explained": finding.explained,
        }
        for finding in findings
    ]
