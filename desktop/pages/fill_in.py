"""The fill-in page: the plan at the left, the form of one task at the right."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

import db
from desktop import icons, theme
from desktop.forms.chips import ALL, FILTERS, Chips
from desktop.models.plan_tree import Role
from desktop.models.plan_view import PlanView
from desktop.models.states import BLANK, RowState, row_states
from desktop.settings import FILL_IN_SPLIT, Settings

if TYPE_CHECKING:
    from db import Changes, TaskId
    from desktop.forms.keeper import Keeper
    from desktop.forms.task_form import TaskForm
    from desktop.session import Session

LEFT = 380
"""Width of the tree at first."""


class FillInPage(QWidget):
    """Tree and form. What is typed is kept whenever one leaves a row."""

    task_selected = Signal(str)
    """Another task is in the form."""
    print_requested = Signal(str)
    """The sheet of this task is wanted."""
    draft_kept = Signal(str)
    """A draft was written; carries when (ISO 8601)."""

    def __init__(
        self, session: Session, parent: QWidget | None = None, settings: Settings | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings or Settings()
        self._index: db.Index | None = None
        self._plan: db.Plan | None = None
        self._states: dict[TaskId, RowState] = {}
        self._last: TaskId | None = None
        """The task that was in the form last, to come back to from a search without hits."""
        self.search, self.chips, self.plan_view = QLineEdit(), Chips(), PlanView()
        self._keeper: Keeper | None = None
        self._arrange()
        self._connect()
        self.setFocusProxy(self.plan_view)
        self._on_shown()

    @cached_property
    def form(self) -> TaskForm:
        """The form. Made once the tree is on the screen: it takes longer than all the rest."""
        from desktop.forms.keeper import Keeper
        from desktop.forms.task_form import TaskForm

        form = TaskForm()
        self._keeper = Keeper(self._session, form)
        self._keeper.kept.connect(self.draft_kept)
        form.previous_wanted.connect(self.previous)
        form.next_wanted.connect(self.next)
        form.save_wanted.connect(self.save_and_next)
        form.print_wanted.connect(self._print)
        self._right.addWidget(form)
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

    def select_task(self, task: TaskId) -> None:
        """Put a task into the form; if search or filter hide it, they are taken back."""
        if not self.plan_view.tree.index_of(task).isValid():
            self.search.clear()
            self.chips.choose(ALL)
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

    def focus_search(self) -> None:
        """Go and search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def event(self, event: QEvent) -> bool:
        """F6 goes from search to tree to form; only from the last does it leave the page."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F6:
            pane = _next_pane((self.search, self.plan_view, self.form), event)
            if pane is not None and event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if pane is not None and event.type() == QEvent.Type.KeyPress:
                pane.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down or Enter in the search field goes to the hits, Escape takes the search back."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if (
                event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
                and not event.modifiers()
            ):
                self._go_to_hits()
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)

    def _step(self, by: int, order: list[TaskId]) -> bool:
        current = self.current_task
        place = order.index(current) + by if current in order else 0
        if not 0 <= place < len(order):
            self.commit()
            return False
        self.plan_view.show_current(order[place])
        self._show_task(order[place])
        return True

    def _go_to_hits(self) -> None:
        tasks = self.plan_view.tree.tasks
        if tasks:
            self.plan_view.setFocus(Qt.FocusReason.ShortcutFocusReason)
            if self.current_task not in tasks:
                self.select_task(tasks[0])

    def _show_task(self, task: TaskId) -> None:
        form = self.form
        if task != self.current_task and self._keeper is not None and self._keeper.take(task):
            self._last = task
            self._right.setCurrentWidget(form)
            self.task_selected.emit(task)

    def _on_shown(self) -> None:
        """The session has another view: the tree follows, the form keeps what is typed."""
        view = self._session.view
        if view is None:
            return
        states = row_states(view.entries, view.drafts)
        if view.plan is self._plan or view.plan == self._plan:
            self._set_states(states)
        else:
            self._plan, self._states, self._index = view.plan, states, None
            self._count()
            self._filter()
            self.plan_view.setFocus()
        if self._keeper is None:
            QTimer.singleShot(0, self, self._show_form)
        else:
            self._keeper.refresh()
            self._show_form()

    def _show_form(self) -> None:
        """Put a task into the form if none is there: where one stands in the tree, else the first."""
        if self._search_icon.icon().isNull():
            self._draw_icon()
        known = {task.id for task in self._plan.tasks()} if self._plan else set()
        if self.current_task not in known and self.plan_view.tree.tasks:
            self.select_task(self.plan_view.currentIndex().data(Role.TASK) or self.plan_view.tree.tasks[0])

    def _on_changed(self, changes: Changes) -> None:
        view = self._session.view
        if view is not None and changes.kinds == {"drafts"}:
            self._set_states(row_states(view.entries, view.drafts))

    def _set_states(self, states: dict[TaskId, RowState]) -> None:
        """Rows change their looks where they stand; a filter takes none away under one's hands."""
        self._states = states
        self.plan_view.tree.set_states(states)
        self._count()

    def _count(self) -> None:
        tasks = (task.id for task in self._plan.tasks() if not task.retired) if self._plan else ()
        self.chips.count(self._states.get(task, BLANK) for task in tasks)

    def _choose(self) -> None:
        """The person chose other tasks: what is saved must be among what is seen."""
        self._filter()
        tasks = self.plan_view.tree.tasks
        if self._keeper is None or self.current_task in tasks:
            return
        if tasks:
            self.select_task(self._last if self._last in tasks else tasks[0])
        else:
            self.commit()
            self.form.clear()
            self._right.setCurrentIndex(0)

    def _filter(self) -> None:
        """Show the hits of the search among what the chip lets through."""
        query, chip = self.search.text(), self.chips.current
        hits: frozenset[TaskId] | None = None
        if query.strip():
            if not self._is_ready(query):
                return
            assert self._index is not None
            hits = self._index.find(query)
        if chip != ALL and self._plan is not None:
            every = hits if hits is not None else {task.id for task in self._plan.tasks()}
            hits = frozenset(task for task in every if FILTERS[chip](self._states.get(task, BLANK)))
        self.plan_view.show_tasks(self._plan, self._states, hits, self.current_task)
        self._left.setCurrentIndex(0 if self.plan_view.tree.tasks else 1)

    def _is_ready(self, query: str) -> bool:
        """Whether the index can answer now; if not, it is built on the worker, and `_choose` called again."""
        index, plan = self._index, self._plan
        if index is None and plan is not None:
            self._session.query(lambda _: db.Index(plan), lambda built: self._take_index(plan, built))
            return False
        if index is not None and index.needs_pinyin(query):
            self._session.query(lambda _: index.build_pinyin(), lambda _: self._choose())
            return False
        return index is not None

    def _take_index(self, plan: db.Plan, index: db.Index) -> None:
        if plan is self._plan and self._index is None:
            self._index = index
            self._choose()

    def _print(self) -> None:
        self.commit()
        if self.current_task is not None:
            self.print_requested.emit(self.current_task)

    def _connect(self) -> None:
        self._session.shown.connect(self._on_shown)
        self._session.changed.connect(self._on_changed)
        self._session.closed.connect(self._on_closed)
        self.search.textChanged.connect(self._choose)
        self.search.installEventFilter(self)
        self.chips.chosen.connect(self._choose)
        self.plan_view.task_chosen.connect(self._show_task)
        self.plan_view.entered.connect(lambda: self.form.focus_narrative())

    def _on_closed(self) -> None:
        self._plan, self._states, self._index = None, {}, None
        self.plan_view.show_tasks(None, {}, None, None)
        self._right.setCurrentIndex(0)

    def _arrange(self) -> None:
        theme.set_role(self, "page")
        self.search.setObjectName("searchField")
        self.search.setAccessibleName(self.tr("Search"))
        self.search.setPlaceholderText(self.tr("Search number, text, unit or pinyin initials (Ctrl+F)"))
        self.search.setClearButtonEnabled(True)
        self._search_icon = QAction(self)
        self.search.addAction(self._search_icon, QLineEdit.ActionPosition.LeadingPosition)
        self._left, self._right = QStackedWidget(), QStackedWidget()
        self._left.addWidget(self.plan_view)
        self._left.addWidget(_empty(self.tr("Nothing fits. Shorten the search, or choose “All”.")))
        self._right.addWidget(_empty(self.tr("Choose a task at the left.")))
        left = QFrame()
        theme.set_role(left, "bar")
        left.setObjectName("planPane")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, theme.GAP, 0, 0)
        column.setSpacing(theme.GAP_SMALL + 2)
        top = QVBoxLayout()
        top.setContentsMargins(theme.GAP, 0, theme.GAP, 0)
        top.setSpacing(theme.GAP_SMALL + 2)
        top.addWidget(self.search)
        top.addWidget(self.chips)
        column.addLayout(top)
        column.addWidget(self._left, 1)
        self._split = QSplitter(Qt.Orientation.Horizontal)
        self._split.setObjectName("fillInSplitter")
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(left)
        self._split.addWidget(self._right)
        self._split.setStretchFactor(1, 1)
        self._split.setSizes([LEFT, 1000])
        self._split.restoreState(self._settings.get(FILL_IN_SPLIT))
        self._split.splitterMoved.connect(lambda: self._settings.put(FILL_IN_SPLIT, self._split.saveState()))
        left.setMinimumWidth(260)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._split)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the search icon again when light turns dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and not self._search_icon.icon().isNull():
            self._draw_icon()

    def _draw_icon(self) -> None:
        self._search_icon.setIcon(icons.icon("search"))


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


def _next_pane(panes: tuple[QWidget, ...], event: QKeyEvent) -> QWidget | None:
    """Where F6 or Shift+F6 goes within the page; None where the page ends."""
    step = -1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1
    shown = [pane for pane in panes if pane.isVisible()]
    focus = QApplication.focusWidget()
    here = next(
        (n for n, pane in enumerate(shown) if focus and (pane is focus or pane.isAncestorOf(focus))), -1
    )
    there = here + step
    return shown[there] if here >= 0 and 0 <= there < len(shown) else None


def _empty(text: str) -> QLabel:
    label = QLabel(text)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    label.setWordWrap(True)
    theme.set_role(label, "muted")
    return label
