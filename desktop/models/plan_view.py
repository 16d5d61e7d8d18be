"""The view of the plan tree: one click opens a heading, Enter goes to the form, letters find a row."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING

from PySide6 import QtGui
from PySide6.QtCore import QElapsedTimer, QModelIndex, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QApplication, QTreeView, QWidget

from desktop.models.plan_rows import Kind
from desktop.models.plan_tree import Index, PlanTree, Role
from desktop.models.states import RowState
from desktop.models.tree_delegate import TreeDelegate

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent

    from db import Plan, TaskId
    from desktop.models.plan_marks import Marks

# The tree waits for this module: the classes of what nobody has pressed yet are made when it is.

LONG = 500
"""More tasks than these scroll by rows."""


class PlanView(QTreeView):
    """The tree at the left. Keeps what is closed and where one stands when its rows are replaced."""

    task_chosen = Signal(str)
    """The current row is another task."""
    plan_chosen = Signal(str)
    """Another plan of the file is wanted."""
    entered = Signal()
    """Enter on a task: go and write."""
    painted = Signal()
    """The first rows are on the screen; what they need not wait for may follow."""
    menu_wanted = Signal(QPoint)
    """The menu of the current row is wanted, at this place of the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("planTree")
        self.setAccessibleName(self.tr("Plan"))
        self.tree = PlanTree(self)
        self.finds: Callable[[str], frozenset[TaskId]] = lambda _: frozenset()
        """Answers what is typed in the tree, beside the numbers."""
        self.closed: set[str] = set()
        """The keys of the headings that the person closed."""
        self._typed, self._since = "", QElapsedTimer()
        self._is_restoring = self._is_painted = False
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
        *,
        plans: tuple[Plan, ...] = (),
        found: frozenset[TaskId] | None = None,
        marks: Marks | None = None,
    ) -> None:
        """Show the tasks of `plan` among `hits`; what is closed stays closed unless something is searched."""
        self._is_restoring = True
        self.tree.show(plan, states, hits, plans=plans, found=found, marks=marks)
        # By pixels the view asks for the height of every row, which takes long for thousands.
        is_long = len(self.tree.tasks) > LONG
        mode = QAbstractItemView.ScrollMode
        self.setVerticalScrollMode(mode.ScrollPerItem if is_long else mode.ScrollPerPixel)
        for key, index in self.tree.headings:
            if hits is not None or key not in self.closed:
                self.expand(index)
        self._is_restoring = False
        if current is not None:
            self.show_current(current)

    def show_current(self, task: TaskId) -> None:
        """Make a task the current row, if it is shown, without telling anyone."""
        index = self.tree.index_of(task)
        self._is_restoring = True
        self.setCurrentIndex(index)
        if index.isValid():
            self.scrollTo(index)
        self._is_restoring = False

    def set_all_open(self, *, is_open: bool) -> None:
        """Open or close every heading; the plan that is shown stays open."""
        for _, index in self.tree.headings:
            self.setExpanded(index, is_open or index.data(Role.KIND) == Kind.PLAN)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Tell which task was chosen."""
        super().currentChanged(current, previous)
        task = current.data(Role.TASK)
        if task is not None and not self._is_restoring:
            self.task_chosen.emit(task)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes from a task to the form, and opens or closes a heading; the menu key shows the menu."""
        is_shifted = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._enter()
        elif event.key() == Qt.Key.Key_Menu or (event.key() == Qt.Key.Key_F10 and is_shifted):
            self._ask_for_menu(self.visualRect(self.currentIndex()).center())
        elif event.matches(QtGui.QKeySequence.StandardKey.Copy):
            self.copy_current()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Go to the next row whose number begins with what is typed, else to one in which it is found."""
        is_more = self._since.isValid() and self._since.elapsed() < QApplication.keyboardInputInterval()
        self._typed = self._typed + search if is_more else search
        self._since.start()
        if self._typed.strip():
            self._go_to(self._typed)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the row under the mouse."""
        if event.reason() != QtGui.QContextMenuEvent.Reason.Keyboard:  # a key is heard above, on every system
            self._ask_for_menu(event.pos())

    def copy_current(self) -> None:
        """Put number and target of the current row on the clipboard."""
        if self.currentIndex().isValid():
            QApplication.clipboard().setText(self.currentIndex().data())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first rows."""
        super().paintEvent(event)
        if not self._is_painted and self.tree.rowCount():
            self._is_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Nothing: the delegate paints the whole row."""

    def _enter(self) -> None:
        if self.currentIndex().data(Role.TASK) is not None:
            self.entered.emit()
        else:
            self._click(self.currentIndex())

    def _ask_for_menu(self, at: QPoint) -> None:
        if self.currentIndex().isValid():
            self.menu_wanted.emit(self.viewport().mapToGlobal(at))

    def _go_to(self, typed: str) -> None:
        tasks = self.tree.tasks
        current = self.currentIndex().data(Role.TASK)
        start = tasks.index(current) if current in tasks else -1
        if len(typed) == 1:
            start += 1  # the same letter again goes on; a longer word may be where one stands
        in_turn = [*tasks[max(start, 0) :], *tasks[: max(start, 0)]]
        task = next(self._meant(typed, in_turn), None)
        if task is not None:
            self.show_current(task)
            self.task_chosen.emit(task)

    def _meant(self, typed: str, tasks: list[TaskId]) -> Iterator[TaskId]:
        yield from (task for task in tasks if self.tree.number_of(task).startswith(typed))
        found = self.finds(typed)
        yield from (task for task in tasks if task in found)

    def _click(self, index: QModelIndex) -> None:
        if index.data(Role.KIND) == Kind.PLAN and not self.tree.rowCount(index):
            self.plan_chosen.emit(index.data(Role.KEY))
        elif index.isValid() and self.tree.rowCount(index):
            self.setExpanded(index, not self.isExpanded(index))

    def _remember(self, index: QModelIndex, *, is_closed: bool) -> None:
        if self._is_restoring:
            return
        key = index.data(Role.KEY)
        if is_closed:
            self.closed.add(key)
        else:
            self.closed.discard(key)
