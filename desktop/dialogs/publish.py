"""Publishing a period: what stands open, what the checks noticed, and closing it; or opening it again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLabel, QWidget

from desktop import messages, operations
from desktop.dialogs.finding_list import Noticed, lines
from desktop.dialogs.findings_box import FindingsBox
from desktop.dialogs.frame import FramedDialog
from desktop.session import Session

if TYPE_CHECKING:
    from db import Finding, Ledger, Period, Plan, TaskId

translate = QCoreApplication.translate

_HEIGHT = 560
"""Of a dialog that lists findings: several are seen at once, and a small screen still holds it."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a period is, as the worker found it."""

    noticed: Noticed
    tasks: int
    filled: int
    conflicts: int
    corrections: int
    """What was sent back and is waited for."""
    unread: int
    """What came in after it was approved."""
    to_approve: int
    """What nobody approved yet: publishing does."""


def look(ledger: Ledger, plan: Plan, period: Period) -> Standing:
    """Check a period of a ledger; runs on the worker."""
    import db

    found = db.entries(ledger, period.id)
    mine = [task.id for task in plan.tasks() if not task.retired]
    states = [found[task].state for task in mine if task in found]
    return Standing(
        Noticed(plan, db.check(ledger, plan, period), db.drafts(ledger, period.id)),
        tasks=len(mine),
        filled=sum(task in found and db.is_filled(found[task]) for task in mine),
        conflicts=states.count(db.State.CONFLICT),
        corrections=len(db.sent_back_entries(ledger, period)),
        unread=states.count(db.State.CHANGED_AFTER_APPROVAL),
        to_approve=states.count(db.State.OPEN),
    )


class PublishDialog(FramedDialog):
    """Says what is still open before the table goes out. None of it bars publishing."""

    task_wanted = Signal(str, object)
    """The coordinator goes to this task, and to what this `db.Finding` is about; the dialog closes."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        view = session.view
        assert view is not None, "the action is off while no file is open"
        super().__init__(
            translate("PublishDialog", "Publish {period}").format(period=view.period.label),
            translate(
                "PublishDialog",
                "What stands is approved as it is, and the period is closed. What comes in later is kept "
                "beside it and never overwrites it. Who published it and when stays on record, and it can be "
                "opened again.",
            ),
            translate("PublishDialog", "Publish the period"),
            parent,
        )
        self._session, self._plan, self._period = session, view.plan, view.period
        self.setObjectName("publishDialog")
        self.setMinimumWidth(680)
        self._summary = QLabel(self.tr("Checking…"), self)
        self._summary.setObjectName("publishSummary")
        self._summary.setWordWrap(True)
        self.box = FindingsBox(self)
        self.body.addWidget(self._summary)
        self.body.addWidget(self.box, 1)
        self.agree.clicked.connect(self._publish)
        self.agree.setEnabled(False)  # until one has seen what is open
        self.box.task_wanted.connect(self._leave_for)
        self.box.explained.connect(self._explain)
        self._look()

    def _look(self) -> None:
        self._session.query(
            lambda ledger: look(ledger, self._plan, self._period), self._show, self.could_not, receiver=self
        )

    def _show(self, standing: Standing) -> None:
        self._summary.setText("\n".join(self._open_points(standing)))
        told = lines(standing.noticed)
        self.box.show_lines(told)
        if told:
            self.setMinimumHeight(_HEIGHT)
        self.agree.setEnabled(True)

    def _leave_for(self, task: str, finding: Finding | None) -> None:
        self.reject()
        self.task_wanted.emit(task, finding)

    def _explain(self, task: TaskId, finding: Finding, reason: str) -> None:
        author = self._session.author
        command = operations.explain(task, self._period.id, finding, reason, author, None)
        self._session.run(command, lambda _: self._look(), self.could_not, receiver=self)

    def _publish(self) -> None:
        self.working()
        command = operations.publish(self._plan, self._period, self._session.author)
        self._session.run(command, self._published, self.could_not, crashed=self.crashed, receiver=self)

    def _published(self, in_conflict: tuple[TaskId, ...]) -> None:
        if not in_conflict:
            self.accept()
            return
        self.box.hide()
        self._summary.setText(
            self.tr(
                "Published. %n task(s) remain in conflict and are printed as pending until they are settled.",
                "",
                len(in_conflict),
            )
        )
        self.agree.hide()
        self.dismiss.setText(self.tr("Close"))
        self.dismiss.setFocus()

    def _open_points(self, standing: Standing) -> list[str]:
        """A sentence for each thing that is still open, how many are filled in first."""
        counts = self.tr("{filled} of {tasks} tasks are filled in.")
        told = [counts.format(filled=standing.filled, tasks=standing.tasks)]
        points = (
            (standing.conflicts, self.tr("%n task(s) in conflict", "", standing.conflicts)),
            (standing.corrections, self.tr("%n correction(s) not back yet", "", standing.corrections)),
            (standing.unread, self.tr("%n task(s) changed after approval", "", standing.unread)),
            (
                standing.to_approve,
                self.tr("%n task(s) not approved, which publishing does", "", standing.to_approve),
            ),
        )
        told += [f"·  {text}" for count, text in points if count]
        if not standing.noticed.findings:
            told.append(self.tr("The checks noticed nothing."))
        return told


def ask_to_reopen(session: Session, parent: QWidget) -> None:
    """Ask whether a published period is to be opened again, and do it."""
    view = session.view
    if view is None:
        return
    plan, period, author = view.plan, view.period, session.author
    messages.ask(
        parent,
        translate("PublishDialog", "Open {period} again?").format(period=period.label),
        translate(
            "PublishDialog",
            "Its entries can be changed again; approvals stay. That it was opened, by whom and when, "
            "stays on record.",
        ),
        translate("PublishDialog", "Open it again"),
        lambda: session.run(operations.reopen_period(plan, period, author)),
    )
