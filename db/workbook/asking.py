"""What a fill-in workbook asks, from the ledger: rows, last period beside, why something was sent back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from db import revision_rows
from db.ledger import Ledger
from db.ledger_entries import entries
from db.records import (
    Category,
    Entry,
    Measure,
    MeasureId,
    Period,
    Plan,
    Revision,
    RevisionId,
    State,
    Task,
    TaskId,
    Terms,
    Unit,
)
from db.revisions import decimal_text, sent_back_revision
from db.sheet_data import Paper, cell_text, script_of
from db.workbook.identity import AskedMeasure, AskedTask, Identity
from db.workbook.layout import words
from db.workbook.sheet import Asking

_COMPARATORS = {">=": "≥ ", "<=": "≤ ", "=": "= "}


def asking_of(ledger: Ledger, plan: Plan, period: Period, unit: Unit, terms: Terms) -> Asking:
    """What the workbook of a dispatch asks."""
    past = sorted((other for other in plan.periods if other.end < period.end), key=lambda other: other.end)
    earlier = [(other.label, entries(ledger, other.id)) for other in past[-1:]]
    paper = Paper(plan, period, earlier)
    say = words(script_of(plan))
    tasks = {
        task.id: (category, task)
        for category in plan.categories
        for item in category.items
        for task in item.tasks
        if task.id in terms.tasks
    }
    standing = entries(ledger, period.id)
    before = earlier[-1][1] if earlier else {}
    return Asking(
        paper=paper,
        identity=Identity(
            terms=terms,
            plan_title=plan.title,
            unit_name=unit.name,
            period_label=period.label,
            tasks=tuple(_asked(task, period, say) for _, task in tasks.values()),
            script=script_of(plan),
            revisions=_revisions(ledger, period, terms.tasks),
        ),
        units={key: _units(category, task, say) for key, (category, task) in tasks.items()},
        before={key: _before(paper, before.get(key)) for key in tasks},
        comments={key: text for key in tasks if (text := _comment(paper, standing.get(key), say))},
    )


def _asked(task: Task, period: Period, say: Mapping[str, str]) -> AskedTask:
    measures = tuple(AskedMeasure(m.id, _measure(m, period, say), m.unit) for m in task.measures)
    return AskedTask(task.id, task.name, task.number, task.target, measures)


def _measure(measure: Measure, period: Period, say: Mapping[str, str]) -> str:
    amount = f"{_COMPARATORS[measure.comparator]}{decimal_text(measure.amount)} {measure.unit}".rstrip()
    text = say["measure"].format(label=measure.label, target=amount)
    step = dict(measure.steps).get(period.id)
    if step is None:
        return text
    return text + say["step"].format(amount=decimal_text(step), unit=measure.unit)


def _units(category: Category, task: Task, say: Mapping[str, str]) -> str:
    leads = say["comma"].join(unit.name for unit in task.leads)
    cooperating = say["comma"].join(unit.name for unit in task.cooperating)
    with_whom = say["cooperating"].format(units=cooperating) if cooperating else ""
    return "\n".join(filter(None, (category.name, f"★{leads}" if leads else "", with_whom)))


def _before(paper: Paper, entry: Entry | None) -> tuple[str, dict[MeasureId, Decimal]]:
    figures = dict(entry.current.content.figures) if entry and entry.current else {}
    return cell_text(paper, entry), figures


def _comment(paper: Paper, entry: Entry | None, say: Mapping[str, str]) -> str:
    """Why it was sent back; where the heads disagree, what each says."""
    if entry is None:
        return ""
    parts = [entry.review.comment] if entry.review and sent_back_revision(entry) else []
    if entry.state is State.CONFLICT:
        parts.append(say["disagree"].format(count=len(entry.heads)) + "\n" + cell_text(paper, entry))
    return "\n".join(parts)


def _revisions(ledger: Ledger, period: Period, tasks: Sequence[TaskId]) -> dict[RevisionId, Revision]:
    known = revision_rows.load(ledger.connection, "period_id = ?", period.id)
    return {key: revision for key, revision in known.items() if revision.task in tasks}
