"""The fill-in page: the plan at the left, the form of one task at the right."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6 import QtGui
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

import db
from desktop import theme
from desktop.forms.file_memory import recall, remember
from desktop.forms.missed import Missed
from desktop.forms.page_top import PageTop
from desktop.forms.panes import next_pane
from desktop.forms.placeholder import empty
from desktop.forms.plan_pane import PlanPane
from desktop.models.plan_tree import Role
from desktop.models.states import BLANK, RowState
from desktop.settings import FILL_IN_SPLIT, Settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPoint

    from db import Changes, PlanId, TaskId
    from desktop.forms.keeper import Keeper
    from desktop.forms.task_form import TaskForm
    from desktop.session import Session, View

LEFT = 380
"""Width of the tree at first."""


class FillInPage(QWidget):
    """Tree and form. What is typed is kept whenever one leaves a row."""

    task_selected = Signal(str)
    """Another task is in the form."""
    print_requested = Signal(str)
    """The sheet of this task is wanted."""
    history_requested = Signal(object)
    """Every version of the entry of this `Filling` is to be shown."""
    draft_kept = Signal(str)
    """A draft was written; carries when (ISO 8601)."""

    def __init__(
        self, session: Session, parent: QWidget | None = None, settings: Settings | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings or Settings()
        self._view: View | None = None
        self._last: TaskId | None = None
        """The task that was in the form last, to come back to from a search without hits."""
        self._touched: frozenset[TaskId] | None = None
        """What the write changed that the next view comes from, if that is all."""
        self._missed = Missed()
        self._pane = PlanPane(session)
        self.search, self.chips, self.plan_view = self._pane.search, self._pane.chips, self._pane.plan_view
        self._keeper: Keeper | None = None
        self._arrange()
        self._connect()
        self.setFocusProxy(self.plan_view)
        self._on_shown()

    @cached_property
    def form(self) -> TaskForm:
        """The form. Made once the tree is on the screen: it takes longer than all the rest."""
        from desktop.forms.keeper import Keeper
        from desktop.forms.tab_order import follow
        from desktop.forms.task_form import TaskForm

        form = TaskForm()
        self._keeper = Keeper(self._session, form)
        self._keeper.kept.connect(self.draft_kept)
        QTimer.singleShot(0, form, lambda: _serve_attachments(self._session, form, self._settings))
        form.standing.history_wanted.connect(self.show_history)
        form.previous_wanted.connect(self.previous)
        form.next_wanted.connect(self.next)
        form.save_wanted.connect(self.save_and_next)
        form.print_wanted.connect(self._print)
        self._right.addWidget(form)
        follow(self.plan_view, form)
        return form

    @property
    def current_task(self) -> TaskId | None:
        """The task in the form."""
        filling = self.form.filling if self._keeper else None
        return filling.task.id if filling else None

    def commit(self) -> None:
        """Commit the input method and write the draft now: before a save, a print, a switch, the end."""
        if self._keeper is not None:
            self._keeper.flush()

    def unkept(self) -> list[db.Draft]:
        """What was typed and is not in the file, because it could not be written."""
        return self._keeper.unkept() if self._keeper is not None else []

    def show_history(self) -> None:
        """Show every version of the entry in the form."""
        self.commit()
        filling = self.form.filling if self._keeper is not None else None
        if filling is not None:
            self.history_requested.emit(filling)

    def select_task(self, task: TaskId) -> None:
        """Put a task into the form; if search or filter hide it, they are taken back."""
        if not self.plan_view.tree.index_of(task).isValid():
            self._pane.show_all()
        self.plan_view.show_current(task)
        self._show_task(task)

    def save(self) -> bool:
        """Save the task in the form; False if it cannot be saved yet, and the form says why."""
        return self._keeper is not None and self._keeper.save()

    def save_and_next(self) -> bool:
        """Save, then go to the next task."""
        order = list(self.plan_view.tree.tasks)
        if not self.save():
            return False
        if self._step(1, order):
            self.form.go_on()
        else:
            _say_last(self._session, self.form)
        return True

    def next(self) -> None:
        """Go to the next task; what is typed is kept as a draft."""
        self._step(1, self.plan_view.tree.tasks)

    def previous(self) -> None:
        """Go to the task before."""
        self._step(-1, self.plan_view.tree.tasks)

    def next_to_fill(self) -> None:
        """Go to the next task that nobody has answered."""
        none, only = (
            self.tr("Everything is filled in."),
            self.tr("This is the only one that is left to fill in."),
        )
        self._go_to_next(lambda row: not row.filled, none, only)

    def next_sent_back(self) -> None:
        """Go to the next task that the coordinator wants again."""
        none, only = self.tr("Nothing is sent back."), self.tr("This is the only one that is sent back.")
        self._go_to_next(lambda row: row.state == "sent_back", none, only)

    def focus_search(self) -> None:
        """Go and search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def event(self, event: QEvent) -> bool:
        """F6 goes from search to tree to form; only from the last does it leave the page."""
        if event.type() == QEvent.Type.WindowActivate and self._keeper is not None:
            self._keeper.look_aside()  # a sheet may have been printed meanwhile
        is_key = event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if is_key and isinstance(event, QtGui.QKeyEvent) and event.key() == Qt.Key.Key_F6:
            pane = next_pane((self.search, self.plan_view, self.form), event)
            if pane is not None and event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if pane is not None and event.type() == QEvent.Type.KeyPress:
                pane.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return True
        return super().event(event)

    def hideEvent(self, event: QtGui.QHideEvent) -> None:
        """Another page is seen: what changes meanwhile is followed later."""
        super().hideEvent(event)
        self._missed.is_away = True

    def showEvent(self, event: QtGui.QShowEvent) -> None:
        """Show what changed while this was hidden."""
        super().showEvent(event)
        self._missed.is_away = False
        if self._missed and self._session.view is not None:
            held: list[object] = [self._view]
            self._follow(self._session.view, self._missed.take(), may_focus=False)
            self._session.free(held)

    def _step(self, by: int, order: list[TaskId]) -> bool:
        current = self.current_task
        place = order.index(current) + by if current in order else 0
        if not 0 <= place < len(order):
            self.commit()
            return False
        self.plan_view.show_current(order[place])
        self._show_task(order[place])
        return True

    def _go_to_next(self, is_meant: Callable[[RowState], bool], none: str, only: str) -> None:
        """Go round the plan, from the task in the form on; what is shown comes before what is not.

        Where there is no other, the form says `only` if the one in it is meant, else `none`.
        """
        plan, states, current = self._session.view, self._pane.states, self.current_task
        every = [task.id for task in plan.plan.tasks() if not task.retired] if plan else []
        start = every.index(current) + 1 if current in every else 0
        in_turn = [task for task in (*every[start:], *every[:start]) if task != current]
        meant = [task for task in in_turn if is_meant(states.get(task, BLANK))]
        shown = set(self.plan_view.tree.tasks)
        task = next((task for task in meant if task in shown), meant[0] if meant else None)
        if task is not None:
            self.select_task(task)
            self.form.focus_narrative()
        elif self._keeper is not None:
            is_here = current in every and is_meant(states.get(current, BLANK))
            self.form.say(only if is_here else none, "done")

    def _go_to_hits(self) -> None:
        tree = self.plan_view.tree
        if not tree.rowCount():
            return
        self.plan_view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not tree.tasks:  # the hits are in other plans
            self.plan_view.setCurrentIndex(tree.index(0, 0))
        elif self.current_task not in tree.tasks:
            self.select_task(tree.tasks[0])

    def _show_task(self, task: TaskId) -> None:
        form = self.form
        if task != self.current_task and self._keeper is not None and self._keeper.take(task):
            self._last = self._pane.current = task
            self._right.setCurrentWidget(form)
            self.task_selected.emit(task)

    def _show_plan(self, plan: PlanId) -> None:
        """Show another plan of the file, in the period of the same name, else in its last."""
        from desktop.plan_choice import period_in

        view = self._session.view
        period = period_in(view, plan) if view else None
        if period is not None:
            self.commit()
            self._session.show_period(period)

    def _on_shown(self) -> None:
        """The session has another view: the tree follows, the form keeps what is typed."""
        view, before = self._session.view, self._view
        if view is None:
            return
        touched, self._touched = self._touched, None
        if self._missed.is_away and before is not None and before.path == view.path:
            self._missed.add(touched)  # nobody sees it: for when the page is seen again
        else:
            self._missed.take()
            self._follow(view, touched, may_focus=self.isVisible())

    def _follow(self, view: View, touched: frozenset[TaskId] | None, *, may_focus: bool) -> None:
        """Show another view, in which these tasks stand otherwise than before, if it is known which."""
        before, self._view = self._view, view
        is_other_file = before is None or before.path != view.path
        if not is_other_file and before and (view.plan is before.plan or view.plan == before.plan):
            self._pane.refresh(view, touched if view.period == before.period else None)
        else:
            if is_other_file:
                self._last = recall(self._settings, view, self._pane)
            self._pane.show_view(view)
            if is_other_file or may_focus:  # a plan is edited on a page of its own
                self.plan_view.setFocus()
        if self._keeper is None:  # the form follows when the rows are painted, if they will be
            if not (self.window().isVisible() and self.plan_view.tree.rowCount()):
                QTimer.singleShot(0, self, self._show_form)
        else:
            self._keeper.refresh()
            self._show_form()

    def _show_form(self) -> None:
        """Put a task into the form if none is there: where one stands in the tree, else the first."""
        self._pane.draw_icon()
        if self._view is not None:
            self._top.show_for(self._view)
        tree = self.plan_view.tree
        current = self.current_task
        is_known = self._view is not None and any(task.id == current for task in self._view.plan.tasks())
        if not is_known and tree.tasks:
            here = self.plan_view.currentIndex().data(Role.TASK)
            recalled = self._last if self._last and tree.index_of(self._last).isValid() else None
            self.select_task(here or recalled or tree.tasks[0])

    def _on_changed(self, changes: Changes) -> None:
        view = self._session.view
        is_known = bool(changes.tasks) and changes.kinds <= {"entries", "drafts"}
        self._touched = changes.tasks if is_known else None
        if view is not None and changes.kinds == {"drafts"}:
            self._touched = None
            if self._missed:
                self._missed.add(changes.tasks or None)
            else:
                self._view = view
                self._pane.refresh(view, changes.tasks)

    def _choose(self) -> None:
        """The person chose other tasks: what is saved must be among what is seen."""
        tree = self.plan_view.tree
        current = self.current_task
        if self._keeper is None or (current is not None and tree.index_of(current).isValid()):
            return
        if tree.tasks:
            self.select_task(self._last if self._last in tree.tasks else tree.tasks[0])
        else:
            self.commit()
            self.form.clear()
            self._right.setCurrentIndex(0)

    def _print(self) -> None:
        self.commit()
        if self.current_task is not None:
            self.print_requested.emit(self.current_task)

    def _remember(self, _: object) -> None:
        view = self._session.view if self._missed else self._view
        if view is not None:
            remember(self._settings, view, self._pane, self.current_task or self._last)

    def _on_closed(self) -> None:
        self._view = None
        self._missed.take()
        self._pane.clear()
        self._right.setCurrentIndex(0)

    def _show_menu(self, at: QPoint) -> None:
        from desktop.forms.plan_menu import show_menu

        show_menu(self.plan_view, at)

    def _connect(self) -> None:
        self._session.shown.connect(self._on_shown)
        self._session.changed.connect(self._on_changed)
        self._session.closed.connect(self._on_closed)
        self._session.leaving.connect(self._remember)
        self._pane.narrowed.connect(self._choose)
        self._pane.left_search.connect(self._go_to_hits)
        self.plan_view.painted.connect(self._show_form)
        self.plan_view.task_chosen.connect(self._show_task)
        self.plan_view.plan_chosen.connect(self._show_plan)
        self.plan_view.entered.connect(lambda: self.form.focus_narrative())
        self.plan_view.menu_wanted.connect(self._show_menu)

    def _arrange(self) -> None:
        theme.set_role(self, "page")
        self._right = QStackedWidget()
        self._right.addWidget(empty(self.tr("Choose a task at the left.")))
        right = QWidget()
        place = QVBoxLayout(right)
        place.setContentsMargins(0, 0, 0, 0)
        place.setSpacing(0)
        place.addWidget(self._right, 1)
        self._top = PageTop(place, self._settings, self.plan_view, lambda: self.chips.choose("draft"))
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setObjectName("fillInSplitter")
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self._pane)
        self._split.addWidget(right)
        self._split.setStretchFactor(1, 1)
        self._split.setSizes([LEFT, 1000])
        self._split.restoreState(self._settings.get(FILL_IN_SPLIT))
        self._split.splitterMoved.connect(lambda: self._settings.put(FILL_IN_SPLIT, self._split.saveState()))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._split)


def _serve_attachments(session: Session, form: TaskForm, settings: Settings) -> None:
    """Made once the form stands on the screen: it brings the readers of pictures with it."""
    from desktop.forms.attaching import Attacher

    Attacher(session, form, settings)


def _say_last(session: Session, form: TaskForm) -> None:
    """Say that the last task is saved; in a fill-in file how many are, once the worker has saved it."""
    translate = QCoreApplication.translate
    filling, terms = form.filling, session.view.terms if session.view else None
    if terms is None or filling is None:
        form.say(translate("FillInPage", "Saved. This was the last task of the list."), "done")
        return
    task, every, period = filling.task.id, terms.tasks, terms.period

    def say(entries: dict[TaskId, db.Entry]) -> None:
        filled = [one for one in every if one in entries and db.is_filled(entries[one])]
        if form.filling is not None and form.filling.task.id == task and task in filled:
            sentence = translate(
                "FillInPage",
                "Saved. This was the last task of the list; {filled} of {all} are filled in. The return "
                "file can be made (Ctrl+R).",
            )
            form.say(sentence.format(filled=len(filled), all=len(every)), "done")

    session.query(lambda ledger: db.entries(ledger, period), say, receiver=form)
