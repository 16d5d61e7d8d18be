"""What the page of reviews reads: where each entry of a period stands with the coordinator."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QDateTime, Qt

import db
from desktop import times
from desktop.compared import Mark, Row, compare
from desktop.forms.filling import writer_text
from desktop.models.case_list import Case
from desktop.models.states import is_sent_back, row_state, state_word
from desktop.models.task_names import task_names
from desktop.sides_view import SideHead

if TYPE_CHECKING:
    from db import Entry, Finding, Ledger, Period, Plan, Revision, SentBack, Task, TaskId, Unit, UnitId
    from desktop.session import View

translate = QCoreApplication.translate

_WORDS: dict[str, Any] = {
    "to_review": QT_TRANSLATE_NOOP("ReviewPage", "To review"),
    "sent_back": QT_TRANSLATE_NOOP("ReviewPage", "Sent back"),
    "changed": QT_TRANSLATE_NOOP("ReviewPage", "Changed after approval"),
    "approved": QT_TRANSLATE_NOOP("ReviewPage", "Approved"),
    "conflict": QT_TRANSLATE_NOOP("ReviewPage", "Conflicts"),
    "missing": QT_TRANSLATE_NOOP("ReviewPage", "Not reported"),
}
GROUPS = tuple(_WORDS)
"""Every entry of a period is in one of them."""


def group_word(group: str) -> str:
    """The word for a group, in the language of the window."""
    return translate("ReviewPage", _WORDS[group])


@dataclass(frozen=True, slots=True)
class Noted:
    """What the worker found in a period."""

    findings: dict[str, tuple[Finding, ...]]
    """By name of the task."""
    doubtful: frozenset[TaskId]
    """The tasks with a finding that nobody explained."""
    waiting: dict[TaskId, SentBack]


def note(ledger: Ledger, plan: Plan, period: Period) -> Noted:
    """Check the period, and see what was sent back; runs on the worker."""
    found: dict[str, list[Finding]] = {}
    for finding in db.check(ledger, plan, period):
        found.setdefault(finding.place, []).append(finding)
    waiting = {one.review.task: one for one in db.sent_back_entries(ledger, period)}
    findings = {place: tuple(told) for place, told in found.items()}
    doubtful = frozenset(task.id for task in plan.tasks() if _doubts(findings.get(task.name, ())))
    return Noted(findings, doubtful, waiting)


@dataclass(frozen=True, slots=True)
class Sorted:
    """The tasks of a view by their groups, so that nobody goes over all of them to show some."""

    view: View
    names: dict[TaskId, str]
    units: tuple[Unit, ...]
    """The units that lead a task."""
    tasks: dict[tuple[UnitId | None, str], tuple[Task, ...]]
    """By unit (None: of all units) and group, in the order of the plan."""


def sort_out(view: View) -> Sorted:
    """Find out in which group each task is; runs on the worker."""
    found: dict[tuple[UnitId | None, str], list[Task]] = {}
    for task in view.plan.tasks():
        if not task.retired:
            group = group_of(view.entries.get(task.id))
            for unit in (None, *(lead.id for lead in task.leads)):
                found.setdefault((unit, group), []).append(task)
    tasks = {key: tuple(each) for key, each in found.items()}
    return Sorted(view, task_names(view.plan), db.lead_units(view.plan), tasks)


def group_of(entry: Entry | None) -> str:
    """In which of `GROUPS` an entry is."""
    if entry is None:
        return "missing"
    if entry.state is db.State.CONFLICT:
        return "conflict"
    if entry.state is db.State.CHANGED_AFTER_APPROVAL:
        return "changed"
    if entry.state is db.State.APPROVED:
        return "approved"
    if is_sent_back(entry):
        return "sent_back"
    return "to_review" if db.is_filled(entry) else "missing"


def _doubts(findings: tuple[Finding, ...]) -> int:
    """How many of them nobody explained."""
    return sum(finding.severity != "note" for finding in findings)


def case_of(now: Sorted, noted: Noted | None, task: Task) -> Case:
    """The row of a task."""
    entry = now.view.entries.get(task.id)
    state = row_state(entry, None).state
    group = group_of(entry)
    state = "approved" if group == "approved" else state
    units = "、".join(unit.name for unit in task.leads)
    tag = ""
    if group == "sent_back" and entry is not None and entry.review is not None:
        tag = age_text(entry.review.made_at)
    elif noted is not None and group not in ("missing", "conflict"):
        count = _doubts(noted.findings.get(task.name, ()))
        tag = translate("ReviewPage", "{count} to check").format(count=count) if count else ""
    return Case(task.id, state, state_word(state), now.names[task.id], units, tag)


def age_text(instant: str) -> str:
    """For how long something is waited for, in days."""
    made = QDateTime.fromString(instant, Qt.DateFormat.ISODateWithMs).toLocalTime().date()
    days = max(0, made.daysTo(QDateTime.currentDateTime().date()))
    return translate("ReviewPage", "{days} d").format(days=days) if days else translate("ReviewPage", "today")


@dataclass(frozen=True, slots=True)
class Read:
    """One entry, ready to be read."""

    heads: tuple[SideHead, ...]
    rows: tuple[Row, ...]


def read(view: View, task: Task, *, marked: bool) -> Read:
    """What is reported beside what was reported before; runs on the worker.

    Beside an approved entry that changed stands what came in. `marked`: with what differs marked.
    """
    entry, past = view.entries.get(task.id), view.previous.get(task.id)
    current = entry.current if entry else None
    if entry is not None and entry.state is db.State.CHANGED_AFTER_APPROVAL and current is not None:
        others = [head for head in entry.heads if head.content != current.content]
        rows = compare(
            task,
            [current.content, *(head.content for head in others)],
            marks=(Mark.REMOVED, Mark.ADDED),
        )
        approved = _head(current, view.plan, translate("ReviewPage", "Approved"))
        came = translate("ReviewPage", "Came in afterwards")
        return Read((approved, *(_head(head, view.plan, came) for head in others)), rows)
    if entry is not None and entry.state is db.State.CONFLICT:
        rows = compare(task, [head.content for head in entry.heads])
        return Read(tuple(_head(head, view.plan, writer_text(head, view.plan)) for head in entry.heads), rows)
    return _beside_last(view, task, current, past.current if past else None, marked=marked)


def _beside_last(
    view: View, task: Task, current: Revision | None, before: Revision | None, *, marked: bool
) -> Read:
    marks = (Mark.ADDED, Mark.NONE) if marked else (Mark.NONE, Mark.NONE)
    contents = [current.content if current else None]
    heads = [_head(current, view.plan, view.period.label)]
    period = db.previous_period(view.plan, view.period)
    if period is not None:
        contents.append(before.content if before else None)
        heads.append(
            _head(before, view.plan, translate("ReviewPage", "Before: {period}").format(period=period.label))
        )
    return Read(tuple(heads), compare(task, contents, marks=marks))


def _head(revision: Revision | None, plan: Plan, title: str) -> SideHead:
    if revision is None:
        return SideHead(title, translate("ReviewPage", "nothing reported"))
    status = revision.content.status
    told = (writer_text(revision, plan), times.local(revision.saved_at), db.check_code(revision.id))
    return SideHead(title, "  ·  ".join(told), status.value if status else "")
