"""What the page of reviews reads: where each entry of a period stands with the coordinator."""

from __future__ import annotations

from collections.abc import Iterable
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
    from db import Entry, Finding, Ledger, Period, Plan, Revision, SentBack, Task, TaskId
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
    waiting: dict[TaskId, SentBack]


def note(ledger: Ledger, plan: Plan, period: Period) -> Noted:
    """Check the period, and see what was sent back; runs on the worker."""
    found: dict[str, list[Finding]] = {}
    for finding in db.check(ledger, plan, period):
        found.setdefault(finding.place, []).append(finding)
    waiting = {one.review.task: one for one in db.sent_back_entries(ledger, period)}
    return Noted({place: tuple(told) for place, told in found.items()}, waiting)


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


def doubts(noted: Noted, task: Task) -> tuple[Finding, ...]:
    """The findings of a task that nobody explained."""
    return tuple(f for f in noted.findings.get(task.name, ()) if f.severity != "note")


def without_doubts(view: View, noted: Noted, tasks: Iterable[Task]) -> list[Task]:
    """Of these tasks those to review in which no check noticed anything."""
    return [
        task
        for task in tasks
        if group_of(view.entries.get(task.id)) == "to_review" and not doubts(noted, task)
    ]


def cases(view: View, noted: Noted | None, tasks: Iterable[Task]) -> list[Case]:
    """A row a task, in the order given."""
    names = task_names(view.plan)
    return [_case(view, noted, task, names[task.id]) for task in tasks]


def _case(view: View, noted: Noted | None, task: Task, name: str) -> Case:
    entry = view.entries.get(task.id)
    state = row_state(entry, None).state
    group = group_of(entry)
    state = "approved" if group == "approved" else state
    units = "、".join(unit.name for unit in task.leads)
    tag = ""
    if group == "sent_back" and entry is not None and entry.review is not None:
        tag = age_text(entry.review.made_at)
    elif noted is not None and group not in ("missing", "conflict"):
        count = len(doubts(noted, task))
        tag = translate("ReviewPage", "{count} to check").format(count=count) if count else ""
    return Case(task.id, state, state_word(state), name, units, tag)


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
