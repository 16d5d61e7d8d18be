"""What is to be looked at before something is handed in or published, line by line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from desktop import icons, messages, theme
from desktop.forms.finding_words import REASON_SETTLES, severity_word

if TYPE_CHECKING:
    from db import Draft, Finding, Ledger, Plan, TaskId

LINE = Qt.ItemDataRole.UserRole
ORDER = ("error", "warning", "note")
_OF_THE_WHOLE = frozenset(("entry_missing", "entry_conflict"))
"""What no reason lets stand."""


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to look at."""

    severity: str
    task: TaskId | None
    text: str
    finding: Finding | None = None
    can_explain: bool = False
    """Whether a reason can be given here: not where a draft waits, or the form asks for the reason."""


@dataclass(frozen=True, slots=True)
class Noticed:
    """What the worker found in a fill-in file."""

    plan: Plan
    findings: tuple[Finding, ...]
    drafts: Mapping[TaskId, Draft]
    unconfirmed: tuple[TaskId, ...] = ()
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
    told = [_line(finding, tasks.get(finding.place), noticed.drafts) for finding in noticed.findings]
    told += [
        Line("warning", task, draft.format(task=names[task])) for task in noticed.drafts if task in names
    ]
    told += [Line("note", task, words.format(task=names[task])) for task in noticed.unconfirmed]
    place = {task: n for n, task in enumerate(tasks.values())}
    return sorted(told, key=lambda line: (ORDER.index(line.severity), place[line.task] if line.task else 0))


def _line(finding: Finding, task: TaskId | None, drafts: Mapping[TaskId, Draft]) -> Line:
    text = messages.sentence(finding.code, dict(finding.details))
    if finding.explained:
        because = QCoreApplication.translate("FindingRow", "Explained: {reason}")
        text = f"{text} {because.format(reason=finding.explained)}"
    can_explain = task not in drafts and finding.code not in _OF_THE_WHOLE | REASON_SETTLES
    return Line(finding.severity, task, text, finding, can_explain and task is not None)


class FindingList(QListWidget):
    """Lines with shape and word of their severity; Enter or a double click goes to the field."""

    task_wanted = Signal(str, object)
    """Go to this task, and there to what this `db.Finding` is about (None: nothing certain)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findingList")
        self.setAccessibleName(self.tr("To look at before it is handed in"))
        self.setWordWrap(True)
        theme.set_role(self, "boxed")
        self.itemDoubleClicked.connect(self.go)

    def show_lines(self, told: Iterable[Line]) -> None:
        """Show these lines in place of what stands here; the place in the list is kept."""
        row = max(0, self.currentRow())
        self.clear()
        for line in told:
            style = theme.state_style(line.severity)
            item = QListWidgetItem(icons.shape(style.shape, style.colour), "", self)
            item.setText(f"{severity_word(line.severity)}  {line.text}")
            item.setData(LINE, line)
        self.setCurrentRow(min(row, self.count() - 1))

    @property
    def line(self) -> Line | None:
        """The current line."""
        item = self.currentItem()
        line = item.data(LINE) if item is not None else None
        return line if isinstance(line, Line) else None

    def go(self) -> None:
        """Go to the task of the current line."""
        line = self.line
        if line is not None and line.task:
            self.task_wanted.emit(line.task, line.finding)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the task, and does not press the dialog's button as well."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go()
        else:
            super().keyPressEvent(event)
