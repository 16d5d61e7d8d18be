"""The page of reviews: the entries of a period, read one after the other, approved or sent back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop import messages, operations, theme
from desktop.models import review_cases
from desktop.models.review_cases import Noted, Sorted
from desktop.page_focus import take_focus
from desktop.pages.review_list import ReviewList
from desktop.pages.review_panel import ReviewPanel
from desktop.session import Session, View
from desktop.settings import Settings

if TYPE_CHECKING:
    from db import Changes, RevisionId, Task, TaskId


class ReviewPage(QWidget):
    """Filters and list at the left, the entry at the right. Keys: A, B, R, K, W, T, N, P."""

    conflict_wanted = Signal()
    """The person wants to settle a conflict."""
    corrections_wanted = Signal()
    """The person wants to issue what was sent back."""

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._stale = True
        self._edition = 0
        self._noted: Noted | None = None
        self._of: tuple[str, str] = ("", "")
        """Plan and period of which something is noted."""
        self._sorting: View | None = None
        """The view that was last handed to the worker to be sorted."""
        self.left = ReviewList(self)
        self.panel = ReviewPanel(session, settings, self)
        theme.set_role(self, "page")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.left)
        row.addWidget(self.panel, 1)
        self.setFocusProxy(self.left.list)
        self._connect()
        self._add_keys()

    def refresh(self) -> None:
        """Check the period again, and show what is found."""
        view = self._session.view
        if view is None or view.terms is not None:
            return
        self._stale = False
        self._edition += 1
        edition, plan, period = self._edition, view.plan, view.period
        self._session.query(
            lambda ledger: review_cases.note(ledger, plan, period),
            lambda noted: self._take(edition, noted),
            receiver=self,
        )

    def choose(self, group: str, unit: str = "") -> None:
        """Show one of the groups (`review_cases.GROUPS`), of all units or of one."""
        self._shown()
        self.left.choose(group, unit)

    def approve_clear(self) -> None:
        """Ask, then approve every entry of the list in which no check noticed anything."""
        tasks = self.left.clear()
        if tasks:
            messages.ask(
                self,
                self.tr("Approve %n entries?", "", len(tasks)),
                self.tr("No check noticed anything in them. Each can be opened again later."),
                self.tr("Approve"),
                lambda: self._approve(tasks),
            )

    def showEvent(self, event: QShowEvent) -> None:
        """Show what changed while this was hidden."""
        super().showEvent(event)
        take_focus(self.left.list)
        self._shown()

    def _approve(self, tasks: Sequence[Task]) -> None:
        view = self.left.sorted.view if self.left.sorted else None
        if view is None or not tasks:
            return
        seen: dict[TaskId, tuple[RevisionId, ...]] = {
            task.id: tuple(head.id for head in view.entries[task.id].heads)
            for task in tasks
            if task.id in view.entries
        }
        command = operations.approve_many(view.period.id, seen, self._session.author)
        self._session.run(command, lambda done: self._approved(len(done), len(tasks)), receiver=self)

    def _approved(self, done: int, wanted: int) -> None:
        self._session.done.emit(self.tr("%n entries approved", "", done))
        if done < wanted:
            messages.show_notice(
                self,
                self.tr("%n entries were not approved.", "", wanted - done),
                self.tr("They are in conflict, or changed since you read them. Look at them one by one."),
            )

    def _opened(self) -> None:
        self._forget()  # rows of another file must not be judged in this one
        self._stale = True

    def _changed(self, changes: Changes) -> None:
        if changes.kinds & {"entries", "returns", "plan", "dispatches"}:
            self._stale = True

    def _shown(self) -> None:
        """Another view: rows when the worker has sorted it, then findings when it has looked."""
        view = self._session.view
        if view is None or view.terms is not None or not self.isVisible():
            self._stale = True
            return
        if (view.plan.id, view.period.id) != self._of:
            self._of, self._noted, self._stale = (view.plan.id, view.period.id), None, True
        if view is not self._sorting:
            self._sorting = view
            self._session.work_aside(lambda: review_cases.sort_out(view), self._show_sorted, receiver=self)
        if self._stale:
            self.refresh()

    def _forget(self) -> None:
        self._noted, self._sorting, self._of = None, None, ("", "")
        self._edition += 1
        self.left.show_sorted(None, None)
        self.panel.show_task(None, None, None)

    def _show_sorted(self, now: Sorted) -> None:
        if now.view is self._sorting:
            held: list[object] = [self.left.sorted]
            self.left.show_sorted(now, self._noted)
            self._session.free(held)

    def _take(self, edition: int, noted: Noted) -> None:
        if edition == self._edition:
            self._noted = noted
            self.left.show_sorted(self.left.sorted, noted)

    def _connect(self) -> None:
        left, panel, session = self.left, self.panel, self._session
        left.stood.connect(lambda: panel.show_task(left.current, self._noted, left.sorted))
        left.selected_wanted.connect(lambda: self._approve(left.selected()))
        left.clear_wanted.connect(self.approve_clear)
        left.corrections_wanted.connect(self.corrections_wanted)
        panel.conflict_wanted.connect(self.conflict_wanted)
        panel.left.connect(left.list.setFocus)
        session.opened.connect(self._opened)
        session.changed.connect(self._changed)
        session.shown.connect(self._shown)
        session.closed.connect(self._forget)

    def _add_keys(self) -> None:
        panel = self.panel
        acts: dict[str, Callable[[], None]] = {
            "A": panel.approve,
            "B": panel.send_back,
            "R": panel.reopen,
            "K": panel.keep_approved,
            "W": panel.reword,
            "T": panel.by_telephone,
            "N": partial(self.left.step, 1),
            "P": partial(self.left.step, -1),
        }
        for key, act in acts.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
