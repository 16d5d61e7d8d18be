"""What is to be looked at before a file is handed in, line by line; from each one can go to its task."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from desktop import icons, messages, theme

if TYPE_CHECKING:
    from db import Draft, Finding, Ledger, Plan, TaskId

TASK = Qt.ItemDataRole.UserRole
ORDER = ("error", "warning", "note")


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to look at."""

    severity: str
    task: TaskId | None
    text: str


@dataclass(frozen=True, slots=True)
class Noticed:
    """What the worker found in a fill-in file."""

    plan: Plan
    findings: tuple[Finding, ...]
    drafts: dict[TaskId, Draft]
    unconfirmed: tuple[TaskId, ...]
    """Tasks of which only text of an imported table stands."""


def look(ledger: Ledger) -> Noticed:
    """Check the tasks of a fill-in file in its own period; runs on the worker."""
    import db

    terms = db.terms(ledger)
    if terms is None:
        raise db.RequestError("not_a_fill_in_file", path=ledger.path)
    plan = next(plan for plan in db.plans(ledger) if plan.id == terms.plan)
    period = next(period for period in plan.periods if period.id == terms.period)
    mine = {task.name for task in plan.tasks() if task.id in terms.tasks}
    standing = db.entries(ledger, period.id)
    said = {t for t, e in standing.items() if any(head.content.is_entry for head in e.heads)}
    return Noticed(
        plan,
        tuple(finding for finding in db.check(ledger, plan, period) if finding.place in mine),
        db.drafts(ledger, period.id),
        tuple(task for task in terms.tasks if task in said and not db.is_filled(standing[task])),
    )


def lines(noticed: Noticed) -> list[Line]:
    """What is to be said, what weighs most first, else in the order of the plan."""
    translate = QCoreApplication.translate
    tasks = {task.name: task.id for task in noticed.plan.tasks()}
    names = {task: name for name, task in tasks.items()}
    draft = translate("FindingList", "Task {task} has a draft that is not saved: it is not handed in.")
    words = translate(
        "FindingList",
        "Task {task} still says what the imported table said. Handed in like this, it is your unit's word.",
    )
    told = [
        Line(
            finding.severity, tasks.get(finding.place), messages.sentence(finding.code, dict(finding.details))
        )
        for finding in noticed.findings
    ]
    told += [
        Line("warning", task, draft.format(task=names[task])) for task in noticed.drafts if task in names
    ]
    told += [Line("note", task, words.format(task=names[task])) for task in noticed.unconfirmed]
    place = {task: n for n, task in enumerate(tasks.values())}
    return sorted(told, key=lambda line: (ORDER.index(line.severity), place[line.task] if line.task else 0))


def severity_word(severity: str) -> str:
    """The word for a severity, in the language of the window."""
    translate = QCoreApplication.translate
    return {
        "error": translate("FindingList", "Error"),
        "warning": translate("FindingList", "Check"),
        "note": translate("FindingList", "Note"),
    }[severity]


class FindingList(QListWidget):
    """Lines with shape and word of their severity; Enter or a double click goes to the task."""

    task_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findingList")
        self.setAccessibleName(self.tr("To look at before it is handed in"))
        self.setWordWrap(True)
        theme.set_role(self, "boxed")
        self.itemDoubleClicked.connect(self.go)

    def show_lines(self, told: Iterable[Line]) -> None:
        """Show these lines in place of what stands here."""
        self.clear()
        for line in told:
            style = theme.state_style(line.severity)
            item = QListWidgetItem(icons.shape(style.shape, style.colour), "", self)
            item.setText(f"{severity_word(line.severity)}  {line.text}")
            item.setData(TASK, line.task)
        self.setCurrentRow(0)

    def go(self) -> None:
        """Go to the task of the current line."""
        item = self.currentItem()
        if item is not None and item.data(TASK):
            self.task_wanted.emit(item.data(TASK))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the task, and does not press the dialog's button as well."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go()
        else:
            super().keyPressEvent(event)
