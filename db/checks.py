"""What a check notices in the entries of a period: every rule of `CHECKS` on every entry.

Each rule is a function on records (`check_figures`, `check_texts`, `check_targets`), so that a form
can ask before anything is saved. What the writer explained is still said, as a note with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from db.check_context import Check, Checked
from db.check_figures import FIGURE_CHECKS
from db.check_targets import TARGET_CHECKS
from db.check_texts import TEXT_CHECKS
from db.ledger import Ledger
from db.ledger_entries import entries
from db.pace import previous_period
from db.records import Content, Entry, Finding, Period, Plan, State, Task

CHECKS: tuple[Check, ...] = (*FIGURE_CHECKS, *TEXT_CHECKS, *TARGET_CHECKS)
CODES = frozenset(rule.__name__ for rule in CHECKS)
"""What can be noticed in an entry; each rule is named for the code that it gives."""


def check(ledger: Ledger, plan: Plan, period: Period) -> tuple[Finding, ...]:
    """The findings of one period, in the order of the table."""
    found = entries(ledger, period.id)
    before = previous_period(plan, period)
    earlier = entries(ledger, before.id) if before else {}
    return tuple(
        finding
        for task in plan.tasks()
        if not task.retired
        for finding in _of_entry(task, plan, period, found.get(task.id), earlier.get(task.id))
    )


def check_content(
    task: Task, plan: Plan, period: Period, content: Content, past: Content | None = None
) -> tuple[Finding, ...]:
    """The findings of one entry, saved or not; `past` is what was reported for the period before."""
    entry = Checked(task, plan, period, content, past)
    reasons = {(one.code, one.place): one.text for one in content.explanations if one.text.strip()}
    findings = (finding for rule in CHECKS for finding in rule(entry))
    return tuple(_explained(finding, reasons) for finding in findings)


def _of_entry(
    task: Task, plan: Plan, period: Period, found: Entry | None, past: Entry | None
) -> Iterator[Finding]:
    if found is None or not any(head.content.is_entry for head in found.heads):
        yield Finding("entry_missing", "warning", task.name, (("task", task.name),))
    elif found.state is State.CONFLICT:
        yield Finding("entry_conflict", "error", task.name, (("task", task.name),))
    elif found.current is not None:
        before = past.current.content if past and past.current else None
        yield from check_content(task, plan, period, found.current.content, before)


def _explained(finding: Finding, reasons: dict[tuple[str, str], str]) -> Finding:
    """The finding as a note with the writer's reason, where there is one for it, or for its code."""
    of_code = reasons.get((finding.code, finding.place), "")
    reason = reasons.get((finding.code, finding.about), of_code)
    return replace(finding, severity="note", explained=reason) if reason else finding
