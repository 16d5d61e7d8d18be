"""How a plan differs from an older step of its own log, task by task.

A fill-in file carries the plan as it was when it was cut. What its return answers is taken from our own
log at the step that its terms name, never from the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from db.absorb import MergedFile, Reason, named_tasks
from db.ledger import Ledger
from db.plan import last_edit
from db.plan_rows import LogStep, log, rows_at
from db.plan_words import FieldChange, TaskView, differences, task_views
from db.records import PlanId, TaskId, Terms

RETIRED, REMOVED = "retired", "removed"


class Since:
    """What changed since the steps that a merge's returns start from; each is worked out once."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._logs: dict[PlanId, Sequence[LogStep]] = {}
        self._now: dict[PlanId, dict[str, TaskView]] = {}
        self._found: dict[tuple[PlanId, str], dict[TaskId, tuple[FieldChange, ...]] | None] = {}
        self._last: dict[PlanId, str] = {}

    def changed(self, plan: PlanId, step: str) -> dict[TaskId, tuple[FieldChange, ...]] | None:
        """By task, how it differs from the plan at that step; None where our log has no such step."""
        if plan not in self._last:
            last = last_edit(self._ledger.connection, plan)
            self._last[plan] = last[1] if last else ""
        if self._last[plan] in ("", step):  # a fill-in file has no log
            return {}
        if (plan, step) not in self._found:
            self._found[plan, step] = self._compared(plan, step)
        return self._found[plan, step]

    def _compared(self, plan: PlanId, step: str) -> dict[TaskId, tuple[FieldChange, ...]] | None:
        if plan not in self._logs:
            self._logs[plan] = log(self._ledger.connection, plan)
            self._now[plan] = task_views(rows_at(self._logs[plan], self._last[plan]))
        if all(one.id != step for one in self._logs[plan]):
            return None
        then = task_views(rows_at(self._logs[plan], step))
        found = {TaskId(key): _changed(view, self._now[plan].get(key)) for key, view in then.items()}
        return {task: fields for task, fields in found.items() if fields}

    def told(self, terms: Terms, file: MergedFile) -> MergedFile:
        """What a return did, with what changed in its tasks since its fill-in file was cut."""
        changed = self.changed(terms.plan, terms.plan_edit)
        if changed is None:
            return replace(file, reasons=(*file.reasons, Reason("plan_step_unknown", {})))
        if not changed:
            return file
        entries = tuple(replace(one, amended=changed.get(one.task, ())) for one in file.entries)
        amended = [one.task for one in entries if one.amended]
        if not amended:
            return file
        views = self._now[terms.plan]
        names = named_tasks(views[task].name if task in views else task[:8] for task in amended)
        return replace(
            file, entries=entries, reasons=(*file.reasons, Reason("plan_amended", {"tasks": names}))
        )


def _changed(then: TaskView, now: TaskView | None) -> tuple[FieldChange, ...]:
    if now is None:
        return (FieldChange(REMOVED, then.texts["target"], ""),)
    fields: Iterable[FieldChange] = differences(then, now)
    if then.retired != now.retired:
        fields = (*fields, FieldChange(RETIRED, str(int(then.retired)), str(int(now.retired))))
    return tuple(fields)
