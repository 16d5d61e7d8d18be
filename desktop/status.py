"""The status line: whose file, how far, when the draft was saved; and long work, with a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import QTime, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QStatusBar, QWidget

import db
from desktop import theme, times
from desktop.announce import announce
from desktop.session import Session, View
from desktop.tasks import Steps

LATE = 600
"""Milliseconds after which work is shown; what is done sooner is not worth a flicker."""


def filled(view: View) -> int:
    """How many of the tasks of a fill-in file are filled."""
    wanted = view.terms.tasks if view.terms else ()
    return sum(db.is_filled(view.entries[task]) for task in wanted if task in view.entries)


class StatusLine(QStatusBar):
    """At the bottom of the window; follows the session by itself."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._steps: Steps | None = None
        self._where = QLabel(self)
        self._draft = QLabel(self)
        self._text = ""
        self._working: _Working | None = None
        self._late = QTimer(self, singleShot=True, interval=LATE)
        self._late.timeout.connect(self._show_work)
        for label in (self._where, self._draft):
            self.addWidget(label)
        session.shown.connect(self.show_view)
        session.closed.connect(self.show_view)
        session.opened.connect(self._draft.clear)
        session.done.connect(self._show_done)
        session.busy_changed.connect(self._show_busy)
        session.stepping.connect(self._watch)

    def show_view(self) -> None:
        """Say whose file is open and how far it is; nothing while none is open."""
        view = self._session.view
        self._where.setText(self._describe(view) if view else "")
        if view is None:
            self._draft.clear()

    def _describe(self, view: View) -> str:
        if view.terms is None:
            parts = [view.path.name, view.plan.title]
        else:
            unit = next((unit.name for unit in view.plan.units if unit.id == self._session.unit), "")
            done = self.tr("{done} / {total} filled in").format(
                done=filled(view), total=len(view.terms.tasks)
            )
            parts = [unit, done]
            if view.terms.due:
                due = view.terms.due.isoformat()
                parts.append(self.tr("due {date}").format(date=due))
        if view.period.closed_at:
            parts.append(self.tr("period closed"))
        if view.read_only:
            parts.append(self.tr("read only"))
        return "  ·  ".join(part for part in parts if part)

    def show_kept(self, instant: str) -> None:
        """Say when the draft was last written (ISO 8601)."""
        text = self.tr("draft saved {time}").format(time=times.local(instant, times.CLOCK))
        self._draft.setText(text)

    def _show_done(self, what: str) -> None:
        self._draft.setText(f"{what} {QTime.currentTime().toString(times.CLOCK)}")
        announce(self._draft, what)

    def _show_busy(self, busy: bool) -> None:
        if busy:
            self._late.start()
        else:
            self._late.stop()
            self._hide_work()

    def _watch(self, label: str, steps: Steps) -> None:
        self._steps = steps
        self._text = label
        steps.stepped.connect(self._step)

    def _step(self, done: int, total: int, what: str) -> None:
        self._text = what
        if self._working is not None:
            self._working.step(done, total, what)

    def _show_work(self) -> None:
        text = self._text or self.tr("Working…")
        self._working = _Working(text, self._steps, self)
        self.addPermanentWidget(self._working)
        announce(self._working, text)

    def _hide_work(self) -> None:
        self._steps = None
        self._text = ""
        if self._working is not None:
            self.removeWidget(self._working)
            self._working.deleteLater()
            self._working = None


class _Working(QWidget):
    """What is being done, how far, and a button that asks it to stop if it can."""

    def __init__(self, text: str, steps: Steps | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._text = QLabel(text, self)
        self._bar = QProgressBar(self)
        self._bar.setFixedWidth(160)
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._text)
        row.addWidget(self._bar)
        if steps is not None:
            stop = QPushButton(self.tr("Stop"), self)
            theme.set_role(stop, "quiet")
            stop.clicked.connect(steps.cancel)
            stop.clicked.connect(lambda: stop.setEnabled(False))
            row.addWidget(stop)

    def step(self, done: int, total: int, what: str) -> None:
        """Show how far it is."""
        self._bar.setMaximum(total)
        self._bar.setValue(done)
        self._text.setText(what)
