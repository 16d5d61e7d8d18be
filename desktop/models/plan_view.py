"""The view of the plan tree: one click opens a heading, Enter goes to the form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from desktop.models.plan_tree import Index, PlanTree, Role
from desktop.models.states import RowState
from desktop.models.tree_delegate import TreeDelegate

if TYPE_CHECKING:
    from db import Plan, TaskId

LONG = 500
"""More tasks than these scroll by rows."""


class PlanView(QTreeView):
    """The tree at the left. Keeps what is closed and where one stands when its rows are replaced."""

    task_chosen = Signal(str)
    """The current row is another task."""
    entered = Signal()
    """Enter on a task: go and write."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("planTree")
        self.setAccessibleName(self.tr("Plan"))
        self.tree = PlanTree(self)
        self._closed: set[str] = set()
        self._is_restoring = False
        self.setModel(self.tree)
        self.setItemDelegate(TreeDelegate(self))
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._click)
        self.collapsed.connect(lambda index: self._remember(index, is_closed=True))
        self.expanded.connect(lambda index: self._remember(index, is_closed=False))

    def show_tasks(
        self,
        plan: Plan | None,
        states: Mapping[TaskId, RowState],
        hits: frozenset[TaskId] | None,
        current: TaskId | None,
    ) -> None:
        """Show the tasks of `plan` among `hits`; what is closed stays closed unless something is searched."""
        self._is_restoring = True
        self.tree.show(plan, states, hits)
        # By pixels the view asks for the height of every row, which takes long for thousands.
        is_long = len(self.tree.tasks) > LONG
        mode = QAbstractItemView.ScrollMode
        self.setVerticalScrollMode(mode.ScrollPerItem if is_long else mode.ScrollPerPixel)
        self.expandAll()
        if hits is None:
            for key in self._closed:
                self.collapse(self.tree.index_of(key))
        self._is_restoring = False
        if current is not None:
            self.show_current(current)

    def show_current(self, task: TaskId) -> None:
        """Make a task the current row, if it is shown, without telling anyone."""
        index = self.tree.index_of(task)
        self._is_restoring = True
        self.setCurrentIndex(index)
        self._is_restoring = False
        if index.isValid():
            self.scrollTo(index)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which task was chosen."""
        super().currentChanged(current, previous)
        task = current.data(Role.TASK)
        if task is not None and not self._is_restoring:
            self.task_chosen.emit(task)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the form from a task, and opens or closes a heading."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self.currentIndex().data(Role.TASK) is not None:
                self.entered.emit()
            else:
                self._click(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Nothing: the delegate paints the whole row."""

    def _click(self, index: QModelIndex) -> None:
        if self.tree.rowCount(index) and index.isValid():
            self.setExpanded(index, not self.isExpanded(index))

    def _remember(self, index: QModelIndex, *, is_closed: bool) -> None:
        if self._is_restoring:
            return
        key = index.data(Role.KEY)
        if is_closed:
            self._closed.add(key)
        else:
            self._closed.discard(key)
