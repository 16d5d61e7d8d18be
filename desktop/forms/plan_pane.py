"""The pane at the left: search, filter chips, and the plan as a tree."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6 import QtGui
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QStackedWidget, QVBoxLayout

import db
from desktop import theme
from desktop.forms.chips import ALL, FILTERS, Chips
from desktop.forms.placeholder import empty
from desktop.models.plan_search import PlanSearch
from desktop.models.plan_view import PlanView
from desktop.models.states import BLANK, RowState, row_state, row_states

if TYPE_CHECKING:
    from collections.abc import Iterable

    from db import TaskId
    from desktop.session import Session, View


class PlanPane(QFrame):
    """What is searched and filtered, and the rows that are left. Reads the view it is shown, no file."""

    narrowed = Signal()
    """The person chose other tasks, by a search or a chip, and they are shown."""
    left_search = Signal()
    """Down or Enter in the search field: on to the hits."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._has_icon = False
        self.current: TaskId | None = None
        """The task in the form."""
        self._view: View | None = None
        self._states: dict[TaskId, RowState] = {}
        self._asked: frozenset[TaskId] = frozenset()
        """The tasks of the plan that are asked for."""
        self._alike: Counter[RowState] = Counter()
        """How many of those stand alike."""
        self.search, self.chips, self.plan_view = QLineEdit(), Chips(), PlanView()
        self._searching = PlanSearch(session, self._on_prepared, self)
        self.plan_view.finds = self._searching.find
        self._arrange()
        self.search.textChanged.connect(self._choose)
        self.search.installEventFilter(self)
        self.chips.chosen.connect(self._choose)

    @property
    def states(self) -> dict[TaskId, RowState]:
        """Where the tasks stand, of those that have an entry or a draft."""
        return self._states

    def show_view(self, view: View) -> None:
        """Show another plan, in place of every row that is shown."""
        self._view, self._states = view, row_states(view.entries, view.drafts)
        self._searching.show(view)
        self._asked = frozenset(task.id for task in view.plan.tasks() if not task.retired)
        self._count()
        self.filter()
        if not self.plan_view.tree.tasks and self.chips.current != ALL:
            self.chips.preset(ALL)
            self.filter()

    def refresh(self, view: View, touched: Iterable[TaskId] | None = None) -> None:
        """Show how the tasks of the same plan stand now; of these tasks only, if it is known which.

        Rows change their looks where they stand; a filter takes none away under one's hands.
        """
        self._view = view
        self._searching.show(view)
        if touched is None:
            self._states = row_states(view.entries, view.drafts)
            self.plan_view.tree.set_states(self._states)
            self._count()
        else:
            fresh = {task: row_state(view.entries.get(task), view.drafts.get(task)) for task in touched}
            before, self._states = self._states, self._states | fresh
            self.plan_view.tree.set_states(self._states, fresh)
            mine = fresh.keys() & self._asked
            self._alike.subtract(Counter(before.get(task, BLANK) for task in mine))
            self._alike.update(Counter(fresh[task] for task in mine))
            self._show_counts(view)

    def clear(self) -> None:
        """The file was closed."""
        self._view, self._states, self.current = None, {}, None
        self._searching.show(None)
        self.plan_view.show_tasks(None, {}, None, None)

    def show_all(self) -> None:
        """Take search and filter back."""
        self.search.clear()
        self.chips.choose(ALL)

    def filter(self) -> None:
        """Show the hits of the search among what the chip lets through."""
        view, query, chip = self._view, self.search.text().strip(), self.chips.current
        if view is None:
            return
        is_ready = not query or self._searching.prepare(query)
        if not is_ready and self.plan_view.tree.plan is view.plan:
            return  # what is shown stands until it can be answered, which is soon
        found = self._searching.find(query) if query and is_ready else None
        hits = found
        if chip != ALL:
            asked = (task.id for task in view.plan.tasks() if not task.retired)
            hits = frozenset(
                task
                for task in asked
                if FILTERS[chip](self._states.get(task, BLANK)) and (found is None or task in found)
            )
        marks = self._searching.marks(query) if found is not None else None
        self.plan_view.show_tasks(
            view.plan, self._states, hits, self.current, plans=view.plans, found=found, marks=marks
        )
        self._stack.setCurrentIndex(0 if self.plan_view.tree.rowCount() else 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down or Enter in the search field goes to the hits, Escape takes the search back."""
        if watched is not self.search:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.FocusIn:
            self._searching.prepare("a")  # pinyin too: who comes here is about to type
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QtGui.QKeyEvent):
            is_on = event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if is_on and not event.modifiers():
                self.left_search.emit()
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        """Draw the search icon again when light turns dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._has_icon:
            self._draw_icon()

    def draw_icon(self) -> None:
        """Draw the icons of the search field, once the first rows are on the screen."""
        if not self._has_icon:
            self._has_icon = True
            self._draw_icon()
            self.search.addAction(self._icon, QLineEdit.ActionPosition.LeadingPosition)
            self.search.setClearButtonEnabled(True)

    def _choose(self) -> None:
        self.filter()
        self.narrowed.emit()

    def _on_prepared(self) -> None:
        if self.search.text().strip():
            self._choose()

    def _count(self) -> None:
        if self._view is not None:
            self._alike = Counter(self._states.get(task, BLANK) for task in self._asked)
            self._show_counts(self._view)

    def _show_counts(self, view: View) -> None:
        self.chips.count(self._alike, is_ledger=view.kind is db.FileKind.LEDGER)

    def _draw_icon(self) -> None:
        from desktop import icons

        self._icon.setIcon(icons.icon("search"))

    def _arrange(self) -> None:
        theme.set_role(self, "bar")
        self.setObjectName("planPane")
        self.setMinimumWidth(260)
        self.search.setObjectName("searchField")
        self.search.setAccessibleName(self.tr("Search"))
        self.search.setPlaceholderText(self.tr("Search number, text, unit or pinyin initials (Ctrl+F)"))
        self._icon = QtGui.QAction(self)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.plan_view)
        self._stack.addWidget(empty(self.tr("Nothing fits. Shorten the search, or choose “All”.")))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.GAP, 0, 0)
        column.setSpacing(theme.GAP_SMALL + 2)
        top = QVBoxLayout()
        top.setContentsMargins(theme.GAP, 0, theme.GAP, 0)
        top.setSpacing(theme.GAP_SMALL + 2)
        top.addWidget(self.search)
        top.addWidget(self.chips)
        column.addLayout(top)
        column.addWidget(self._stack, 1)
