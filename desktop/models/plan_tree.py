"""The plan as a tree: categories, items, tasks; an item with one task is a single row.

A search rebuilds the small tree of its hits and resets the model: a QSortFilterProxyModel over a
Python model takes seconds where this takes milliseconds. Indexes carry integer ids: an index does
not keep a Python object alive.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from desktop.models.states import BLANK, RowState, state_word

if TYPE_CHECKING:
    from db import Category, Item, Plan, Task, TaskId

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()


class Kind(StrEnum):
    """What a row stands for."""

    CATEGORY = "category"
    ITEM = "item"
    """The number of an item with several tasks, which stand beneath."""
    TASK = "task"
    PART = "part"
    """One of the several tasks of an item."""


class Role(IntEnum):
    """What `data` answers beside Qt's own roles."""

    KIND = Qt.ItemDataRole.UserRole + 1
    KEY = KIND + 1
    """The id of the category, item or task: what a row is known by over a reset."""
    TASK = KIND + 2
    NUMBER = KIND + 3
    TEXT = KIND + 4
    """A category's name, an item's title, a task's target on one line."""
    LEADS = KIND + 5
    STATE = KIND + 6
    """The RowState of a task."""
    FILLED = KIND + 7
    """(n, m): n of the m tasks beneath are filled in, whether they are shown or not."""


@dataclass(slots=True)
class _Node:
    kind: Kind
    parent: int
    row: int
    key: str
    number: str
    text: str
    tasks: tuple[TaskId, ...]
    """All the tasks beneath, or the one task itself."""
    leads: str = ""
    children: list[int] = field(default_factory=list)


class PlanTree(QAbstractItemModel):
    """Rows in the plan's own order, with where each task stands."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plan: Plan | None = None
        self._hits: frozenset[TaskId] | None = None
        self._states: dict[TaskId, RowState] = {}
        self._nodes: list[_Node] = []
        self._tops: list[int] = []
        self._places: dict[str, int] = {}
        self._order: list[TaskId] = []
        self._lines: dict[TaskId, tuple[str, str]] = {}
        """Target and leads of each task, each on one line; a search rebuilds the rows, not these."""

    def show(
        self, plan: Plan | None, states: Mapping[TaskId, RowState], hits: frozenset[TaskId] | None = None
    ) -> None:
        """Show the tasks of `plan` that are among `hits` (None: all). Resets the model."""
        self.beginResetModel()
        if plan is not self._plan:
            self._lines = {task.id: _lines(task) for task in plan.tasks()} if plan else {}
        self._plan, self._states, self._hits = plan, dict(states), hits
        self._build()
        self.endResetModel()

    def set_states(self, states: Mapping[TaskId, RowState]) -> None:
        """Take over where the tasks stand; only rows that look otherwise than before are announced."""
        before, self._states = self._states, dict(states)
        changed = {
            task
            for task in before.keys() | states.keys()
            if before.get(task, BLANK) != states.get(task, BLANK) and task in self._places
        }
        stale = {self._places[task] for task in changed}
        stale |= {above for place in stale for above in self._above(place)}
        for place in sorted(stale):
            index = self._index(place)
            self.dataChanged.emit(index, index)

    @property
    def tasks(self) -> list[TaskId]:
        """The tasks that are shown, in their order."""
        return self._order

    def index_of(self, key: str) -> QModelIndex:
        """The row of a category, item or task by its id; an invalid index if it is not shown."""
        place = self._places.get(key)
        return QModelIndex() if place is None else self._index(place)

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        """The index of a row beneath `parent`; there is one column."""
        siblings = self._nodes[parent.internalId()].children if parent.isValid() else self._tops
        if column or not 0 <= row < len(siblings):
            return QModelIndex()
        return self.createIndex(row, 0, siblings[row])

    def parent(self, child: Index = NOWHERE) -> QModelIndex:  # type: ignore[override]
        """The row above `child`; invalid for a category."""
        if not child.isValid():
            return QModelIndex()
        above = self._nodes[child.internalId()].parent
        return QModelIndex() if above < 0 else self._index(above)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """How many rows stand beneath `parent`."""
        if not parent.isValid():
            return len(self._tops)
        return 0 if parent.column() else len(self._nodes[parent.internalId()].children)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """One column."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What the row shows; see `Role`."""
        if not index.isValid():
            return None
        node = self._nodes[index.internalId()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return f"{node.number}  {node.text}".strip()
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(node)
            case Role.KIND:
                return node.kind
            case Role.KEY:
                return node.key
            case Role.NUMBER:
                return node.number
            case Role.TEXT:
                return node.text
            case Role.LEADS:
                return node.leads
            case _:
                return self._standing(node, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only tasks and headings; nothing is edited in the tree."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def _standing(self, node: _Node, role: int) -> Any:
        is_task = node.kind in (Kind.TASK, Kind.PART)
        if role == Role.FILLED:
            return (sum(self._states.get(task, BLANK).filled for task in node.tasks), len(node.tasks))
        if is_task and role == Role.TASK:
            return node.tasks[0]
        if is_task and role == Role.STATE:
            return self._states.get(node.tasks[0], BLANK)
        return None

    def _spoken(self, node: _Node) -> str:
        """What a screen reader says: the shapes and colours in words."""
        filled, every = self._standing(node, Role.FILLED)
        if node.kind in (Kind.CATEGORY, Kind.ITEM):
            count = QCoreApplication.translate("PlanTree", "{filled} of {all} filled in")
            return f"{node.number} {node.text}, {count.format(filled=filled, all=every)}".strip()
        state: RowState = self._states.get(node.tasks[0], BLANK)
        words = [state_word(state.state)]
        if state.draft and state.state != "draft":
            words.append(state_word("draft"))
        return ", ".join([f"{node.number} {node.text}".strip(), node.leads, *words])

    def _build(self) -> None:
        self._nodes, self._tops, self._order = [], [], []
        for category in self._plan.categories if self._plan else ():
            self._add_category(category)
        self._places = {node.key: place for place, node in enumerate(self._nodes)}

    def _add_category(self, category: Category) -> None:
        every = [[task for task in item.tasks if not task.retired] for item in category.items]
        tasks = tuple(task.id for of_item in every for task in of_item)
        hits = tasks if self._hits is None else [task for task in tasks if task in self._hits]
        if not hits:
            return
        node = _Node(Kind.CATEGORY, -1, len(self._tops), category.id, "", category.name, tasks)
        place = self._add(node, self._tops)
        for item, of_item in zip(category.items, every, strict=True):
            self._add_item(item, of_item, place)

    def _add_item(self, item: Item, tasks: list[Task], category: int) -> None:
        shown = [task for task in tasks if self._hits is None or task.id in self._hits]
        if not shown:
            return
        siblings = self._nodes[category].children
        if len(tasks) == 1:
            self._add(self._task_node(Kind.TASK, tasks[0], category, len(siblings)), siblings)
        else:
            ids = tuple(task.id for task in tasks)
            title = item.title or QCoreApplication.translate("PlanTree", "{count} tasks").format(
                count=len(ids)
            )
            node = _Node(Kind.ITEM, category, len(siblings), item.id, item.number, title, ids)
            place = self._add(node, siblings)
            for row, task in enumerate(shown):
                self._add(self._task_node(Kind.PART, task, place, row), node.children)
        self._order += [task.id for task in shown]

    def _task_node(self, kind: Kind, task: Task, parent: int, row: int) -> _Node:
        text, leads = self._lines[task.id]
        number = task.number if kind is Kind.TASK else ""
        return _Node(kind, parent, row, task.id, number, text, (task.id,), leads)

    def _add(self, node: _Node, siblings: list[int]) -> int:
        self._nodes.append(node)
        siblings.append(len(self._nodes) - 1)
        return len(self._nodes) - 1

    def _index(self, place: int) -> QModelIndex:
        return self.createIndex(self._nodes[place].row, 0, place)

    def _above(self, place: int) -> Iterator[int]:
        while (place := self._nodes[place].parent) >= 0:
            yield place


def _lines(task: Task) -> tuple[str, str]:
    return " ".join(task.target.split()), "、".join(unit.name for unit in task.leads)
