"""One entry to review: every word of it beside the period before, what the checks noticed, the verdict."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

import db
from desktop import operations, theme, times
from desktop.forms.findings_box import FindingsBox
from desktop.forms.flow import FlowLayout
from desktop.forms.labels import wrapped
from desktop.forms.notice import Notice, Pill
from desktop.forms.send_back import SendBackBar
from desktop.models import review_cases
from desktop.models.review_cases import Noted, Read, Sorted, group_of
from desktop.models.states import row_state
from desktop.session import Session
from desktop.settings import Settings
from desktop.sides_view import SidesView

if TYPE_CHECKING:
    from db import Draft, Entry, Task, TaskId
    from desktop.session import View


class ReviewPanel(QStackedWidget):
    """Empty, or one entry."""

    conflict_wanted = Signal()
    """The person wants to settle a conflict."""
    left = Signal()
    """The person is done here: the list may have the keys again."""

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._task: Task | None = None
        self._noted: Noted | None = None
        self._sorted: Sorted | None = None
        """What the task is shown of: a newer view may be on its way."""
        self._edition = 0
        self._read: Read | None = None
        self.sides = SidesView(self, "reading")
        self.bar = SendBackBar(settings, self)
        self.bar.sent.connect(lambda comment: self._judge(db.Verdict.SEND_BACK, comment))
        self.bar.left.connect(self.left)
        self._told = Notice("sent_back")
        self._make_texts()
        self._make_buttons()
        empty = wrapped(self.tr("Nothing is in this list."), "muted")
        empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.addWidget(empty)
        self.addWidget(self._lay_out())

    @property
    def task_id(self) -> TaskId | None:
        """The task that is shown."""
        return self._task.id if self._task else None

    def show_task(self, task: Task | None, noted: Noted | None, now: Sorted | None) -> None:
        """Show another entry, or the same as it now stands."""
        if self._task is None or task is None or task.id != self._task.id:
            self.bar.hide()
        self._task, self._noted, self._sorted = task, noted, now
        self._edition += 1
        if task is None or now is None:
            self.setCurrentIndex(0)
            return
        view = now.view
        entry = view.entries.get(task.id)
        name, _, target = now.names[task.id].partition("  ")
        self._title.setText(name)
        self._target.setText(target)
        self._units.setText("★ " + "、".join(unit.name for unit in task.leads))
        self._pill.show_state(row_state(entry, None).state)
        self._approved.setVisible(group_of(entry) == "approved")
        self._findings.show_findings(noted.findings.get(task.name, ()) if noted else ())
        self._show_told(task, entry)
        self._show_buttons(view, entry)
        self.setCurrentIndex(1)
        self._load(view, task)

    def approve(self) -> None:
        """Approve what stands, or what came in after an approval."""
        if self.approve_button.isVisible() and self.approve_button.isEnabled():
            self._judge(db.Verdict.APPROVE, "")

    def send_back(self) -> None:
        """Ask why, then send it back."""
        if self.send_back_button.isVisible() and self.send_back_button.isEnabled():
            self.bar.ask()

    def reopen(self) -> None:
        """Take an approval back, or what was sent back and is not answered."""
        if self.reopen_button.isVisible() and self.reopen_button.isEnabled():
            self._judge(db.Verdict.REOPEN, "")

    def keep_approved(self) -> None:
        """Of an entry that changed after approval: what was approved stays, and replaces what came in."""
        view, entry = self._view, self._entry()
        if not self.keep_button.isVisible() or view is None or entry is None or entry.current is None:
            return
        heads = tuple(head.id for head in entry.heads)
        command = operations.settle(
            entry.task, entry.period, entry.current.content, self._session.author, heads
        )
        self._session.run(replace(command, done=self.tr("the approved text stays")))

    def reword(self) -> None:
        """Write it in the office's words; the unit sees them in its next file."""
        if not self.reword_button.isVisible() or not self.reword_button.isEnabled():
            return
        words = (
            self.tr("Reword {task}").format(task=self._title.text()),
            self.tr(
                "Your words replace the entry, which stays on record. The unit sees them in its next file."
            ),
            self.tr("Save"),
        )
        self._write(words, by_telephone=False)

    def by_telephone(self) -> None:
        """Write down what a unit told."""
        if not self.telephone_button.isEnabled():
            return
        words = (
            self.tr("Told by telephone: {task}").format(task=self._title.text()),
            self.tr(
                "Saved in the office's name, with a remark of who told it. The unit sees it in its next file."
            ),
            self.tr("Save"),
        )
        self._write(words, by_telephone=True)

    def _write(self, words: tuple[str, str, str], *, by_telephone: bool) -> None:
        from desktop.dialogs.write_over import WriteOverDialog, Writing

        view, task, entry = self._view, self._task, self._entry()
        if view is None or task is None:
            return
        current = entry.current if entry else None
        past = view.previous.get(task.id)
        before = dict(past.current.content.figures) if past and past.current else {}
        writing = Writing(
            view.plan,
            view.period,
            task,
            tuple(head.id for head in entry.heads) if entry else (),
            current.content if current else db.Content(),
            before,
            self._draft(view, task.id),
            self._read.heads if self._read else (),
            self._read.rows if self._read else (),
        )
        WriteOverDialog(self._session, writing, words, self, by_telephone=by_telephone).open()

    def _draft(self, view: View, task: TaskId) -> Draft | None:
        """What is being typed there by now."""
        newest = self._session.view
        return newest.drafts.get(task) if newest and newest.period.id == view.period.id else None

    def _judge(self, verdict: db.Verdict, comment: str) -> None:
        entry = self._entry()
        if entry is None:
            return
        seen = [head.id for head in entry.heads]
        command = operations.review(entry.task, entry.period, verdict, self._session.author, comment, seen)
        self._edition += 1
        for button in self._buttons:
            button.setEnabled(False)
        self._session.run(command, None, self._failed, receiver=self)
        self.left.emit()

    def _failed(self, error: db.ShishiError) -> None:
        view = self._view
        if view is not None:
            self._show_buttons(view, self._entry())
        self._session.failed.emit(error)

    @property
    def _view(self) -> View | None:
        """The view that the person sees."""
        return self._sorted.view if self._sorted else None

    def _entry(self) -> Entry | None:
        view = self._view
        return view.entries.get(self._task.id) if view and self._task else None

    def _load(self, view: View, task: Task) -> None:
        edition, marked = self._edition, self.marked.isChecked()
        self._session.work_aside(
            lambda: review_cases.read(view, task, marked=marked),
            lambda read: self._show_read(edition, read),
            receiver=self,
        )

    def _show_read(self, edition: int, read: Read) -> None:
        if edition == self._edition:
            self._read = read
            self.sides.show_sides(read.heads, read.rows)

    def _show_told(self, task: Task, entry: Entry | None) -> None:
        """What the last review said, and what is waited for."""
        review = entry.review if entry else None
        if entry is None or review is None or review.verdict is db.Verdict.REOPEN:
            self._told.say("")
            return
        when, who = times.local(review.made_at), review.author
        if review.verdict is db.Verdict.APPROVE:
            self._told.say(self.tr("Approved {when} by {who}.").format(when=when, who=who), "done")
            return
        said = self.tr("Sent back {when} by {who}: {comment}").format(
            when=when, who=who, comment=review.comment
        )
        waiting = self._noted.waiting.get(task.id) if self._noted else None
        then = ""
        if group_of(entry) != "sent_back":
            then = self.tr("It was answered since.")
        elif waiting is not None and waiting.issued_at:
            issued = self.tr("A correction was issued {when}; nothing came back yet.")
            then = issued.format(when=times.local(waiting.issued_at))
        elif waiting is not None:
            then = self.tr("No correction was issued for it yet.")
        self._told.say(f"{said}  {then}".strip(), "sent_back")

    def _show_buttons(self, view: View, entry: Entry | None) -> None:
        group, writable = group_of(entry), not view.read_only
        heads = {head.content for head in entry.heads} if entry else set()
        shown = {
            self.approve_button: group in ("to_review", "sent_back")
            or (group == "changed" and len(heads) == 1),
            self.keep_button: group == "changed",
            self.send_back_button: group in ("to_review", "approved", "changed"),
            self.reopen_button: group in ("sent_back", "approved", "changed"),
            self.reword_button: group not in ("conflict", "missing"),
            self.settle_button: group == "conflict",
        }
        for button, is_shown in shown.items():
            button.setVisible(is_shown)
            button.setEnabled(writable)
        self.telephone_button.setVisible(group != "conflict")
        self.telephone_button.setEnabled(writable)
        came = self.tr("Approve what came in (A)")
        self.approve_button.setText(came if group == "changed" else self.tr("Approve (A)"))
        withdraw = self.tr("Withdraw (R)")
        self.reopen_button.setText(withdraw if group == "sent_back" else self.tr("Open again (R)"))

    def _make_texts(self) -> None:
        self._title = QLabel(self)
        theme.set_role(self._title, "title")
        self._pill, self._approved = Pill(), Pill()
        self._approved.show_state("approved")
        self._target, self._units = wrapped(), wrapped(role="muted")
        self.marked = QCheckBox(self.tr("Mark what is new since the last period"), self)
        self.marked.setObjectName("markNew")
        self.marked.clicked.connect(lambda: self.show_task(self._task, self._noted, self._sorted))
        self._findings = FindingsBox(self)

    def _make_buttons(self) -> None:
        self.approve_button = self._button("approveEntry", self.tr("Approve (A)"), self.approve)
        theme.set_role(self.approve_button, "primary")
        self.keep_button = self._button(
            "keepApproved", self.tr("Keep what was approved (K)"), self.keep_approved
        )
        self.send_back_button = self._button("sendBackEntry", self.tr("Send back (B)…"), self.send_back)
        self.reopen_button = self._button("reopenEntry", self.tr("Open again (R)"), self.reopen)
        self.reword_button = self._button("rewordEntry", self.tr("Reword (W)…"), self.reword)
        self.telephone_button = self._button("tellEntry", self.tr("By telephone (T)…"), self.by_telephone)
        self.settle_button = self._button(
            "settleEntry", self.tr("Settle the conflict"), self.conflict_wanted.emit
        )
        self._buttons = (
            self.approve_button,
            self.keep_button,
            self.send_back_button,
            self.reopen_button,
            self.settle_button,
            self.reword_button,
            self.telephone_button,
        )

    def _button(self, name: str, text: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.clicked.connect(lambda: act())
        return button

    def _lay_out(self) -> QWidget:
        panel = QWidget(self)
        top, bottom = QHBoxLayout(), QWidget(panel)
        for label in (self._title, self._pill, self._approved):
            top.addWidget(label)
        top.addStretch(1)
        top.addWidget(self.marked)
        flow = FlowLayout(bottom)
        for button in self._buttons:
            flow.addWidget(button)
        column = QVBoxLayout(panel)
        column.setContentsMargins(theme.MARGIN, theme.GAP_LARGE, theme.MARGIN, theme.GAP)
        column.setSpacing(theme.GAP_SMALL)
        column.addLayout(top)
        told: tuple[QWidget, ...] = (self._target, self._units, self._told, self._findings)
        for widget in told:
            column.addWidget(widget)
        column.addSpacing(theme.GAP_SMALL)
        column.addWidget(self.sides, 1)
        column.addWidget(self.bar)
        column.addWidget(bottom)
        return panel
