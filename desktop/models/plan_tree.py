"""The plan as a tree: categories, items, tasks; an item with one task is a single row.

The shape of the tree is Qt's own: the layout of a view asks for every row several times, which costs
Python a hundred milliseconds for thousands of tasks and Qt one. A row without rows beneath it needs no
item there, only its number, so that a search sets the shape anew at each key. What rows say is asked
for those on the screen, and answered here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from enum import IntEnum
from operator import is_
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from desktop.models.plan_rows import Kind, Marked, Node, Row, leads_line, nodes_of, one_line
from desktop.models.states import BLANK, RowState, state_word

if TYPE_CHECKING:
    from db import Plan, Task, TaskId
    from desktop.models.plan_marks import Marks

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What `data` answers beside Qt's own roles."""

    ROW = Qt.ItemDataRole.UserRole + 1
    """The whole `Row`, for whoever paints it."""
    KIND = ROW + 1
    KEY = ROW + 2
    """The id of the plan, category, item or task: what a row is known by over a reset."""
    TASK = ROW + 3
    """The id of a task; None for a heading."""
    NUMBER = ROW + 4
    TEXT = ROW + 5
    LEADS = ROW + 6
    STATE = ROW + 7
    """The RowState of a task."""
    FILLED = ROW + 8
    """(n, m): n of the m tasks beneath are filled in, whether they are shown or not."""


class PlanTree(QStandardItemModel):
    """Rows in the plan's own order, with where each task stands."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plan: Plan | None = None
        self._plans: tuple[Plan, ...] = ()
        self._hits: frozenset[TaskId] | None = None
        self._found: frozenset[TaskId] | None = None
        self._marks: Marks | None = None
        self._states: Mapping[TaskId, RowState] = {}
        self._nodes: list[Node] = []
        self._tops: list[int] = []
        """The places of the rows at the top, as they are shown."""
        self._beneath: dict[int, list[int]] = {}
        """The same beneath each heading that is shown."""
        self._rows: dict[int, int] = {}
        """Which of those beside it each row is that is shown."""
        self._heads: list[int] = []
        self._items: dict[int, QStandardItem] = {}
        self._places: dict[str, int] = {}
        self._tasks: list[TaskId] = []

    def show(
        self,
        plan: Plan | None,
        states: Mapping[TaskId, RowState],
        hits: frozenset[TaskId] | None = None,
        *,
        plans: tuple[Plan, ...] = (),
        found: frozenset[TaskId] | None = None,
        marks: Marks | None = None,
    ) -> None:
        """Show the tasks of `plan` that are among `hits` (None: all), in place of every row.

        Of several `plans` each has a row if something in it was `found` (None: nothing is searched).
        """
        self.removeRows(0, self.rowCount())  # while the rows that go still say what they said
        if plan is not self._plan or not _are_same(plans, self._plans):
            self._nodes = nodes_of(plan, plans) if plan else []
            self._places = {node.key: place for place, node in enumerate(self._nodes)}
        self._plan, self._plans, self._hits, self._found, self._marks = plan, plans, hits, found, marks
        self._states = states
        self._choose()
        self._items = {}
        items = [self._shape(place) for place in self._tops]
        self.invisibleRootItem().appendRows(items)

    def set_states(
        self, states: Mapping[TaskId, RowState], touched: Collection[TaskId] | None = None
    ) -> None:
        """Take over where the tasks stand; only rows that look otherwise than before are announced.

        Only `touched` tasks can stand elsewhere, if it is known which.
        """
        before, self._states = self._states, states
        stale = {
            self._places[task]
            for task in (before.keys() | states.keys() if touched is None else touched)
            if task in self._places and before.get(task, BLANK) != states.get(task, BLANK)
        }
        stale |= {above for place in stale for above in self._above(place)}
        rows: dict[int, list[int]] = {}
        for place in stale:
            if place in self._rows:
                rows.setdefault(self._nodes[place].parent, []).append(self._rows[place])
        for above, changed in rows.items():
            parent = self._index(above) if above >= 0 else QModelIndex()
            self.dataChanged.emit(self.index(min(changed), 0, parent), self.index(max(changed), 0, parent))

    @property
    def plan(self) -> Plan | None:
        """The plan whose tasks are shown."""
        return self._plan

    @property
    def tasks(self) -> list[TaskId]:
        """The tasks that are shown and asked for, in their order."""
        return self._tasks

    def number_of(self, task: TaskId) -> str:
        """The number of a task's item; empty for one that the plan does not have."""
        place = self._places.get(task)
        of = self._nodes[place].task if place is not None else None
        return of.number if of else ""

    @property
    def headings(self) -> Iterator[tuple[str, QModelIndex]]:
        """Key and row of everything shown that has rows beneath it, those above first."""
        shown = (place for place in self._heads if self._beneath[place])
        return ((self._nodes[place].key, self._items[place].index()) for place in shown)

    def index_of(self, key: str) -> QModelIndex:
        """The row of a plan, category, item or task by its id; an invalid index if it is not shown."""
        place = self._places.get(key)
        return self._index(place) if place in self._rows else QModelIndex()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What the row shows; see `Role`."""
        if not index.isValid():
            return None
        node = self._nodes[self._place(index)]
        match role:
            case Role.KEY:
                return node.key
            case Role.KIND:
                return node.kind
            case Role.TASK:
                return node.key if node.task else None
            case Role.STATE:
                return self._states.get(node.tasks[0], BLANK) if node.task else None
        return _said(self._row(node), role) if role in _SAID else None

    def _row(self, node: Node) -> Row:
        say = self._marks or Marked
        if node.task is not None:
            return self._task_row(node, node.task)
        is_other = node.kind is Kind.PLAN and node.key != self._plan_id
        text = one_line(node.text)
        if node.kind is Kind.ITEM and not text:
            several = QCoreApplication.translate("PlanTree", "{count} tasks")
            text = several.format(count=len(node.tasks))
        is_searched = is_other and self._found is not None
        every: Collection[TaskId] = (
            self._found & set(node.tasks) if is_searched and self._found else node.tasks
        )
        filled = sum([self._states.get(task, BLANK).filled for task in every])
        return Row(
            node.kind, say(node.number), say(text), Marked(""), None, filled, len(every), False, is_other
        )

    def _task_row(self, node: Node, task: Task) -> Row:
        say, below = self._marks or Marked, Marked(leads_line(task))
        if self._marks is not None:
            above = " ".join([self._nodes[place].text for place in self._above(self._places[node.key])])
            below = self._marks.below(task, node.text, above)
        state = self._states.get(task.id, BLANK)
        text = say(one_line(task.target))
        return Row(node.kind, say(node.number), text, below, state, int(state.filled), 1, task.retired)

    @property
    def _plan_id(self) -> str:
        return self._plan.id if self._plan else ""

    def _choose(self) -> None:
        """Find out which rows are shown, and give each its number among those beside it."""
        self._rows, self._heads, self._tops = {}, [], []
        hits, nodes, below = self._hits, self._nodes, self._beneath
        below.clear()
        self._tasks = []
        for place, node in enumerate(nodes):
            if node.task is None:
                if node.kind is Kind.PLAN and (self._found is None or not self._found.isdisjoint(node.tasks)):
                    self._attach(place)
            elif hits is None or node.key in hits:
                if node.parent not in below:
                    self._attach(node.parent)
                siblings = below[node.parent]
                self._rows[place] = len(siblings)
                siblings.append(place)
                if not node.task.retired:
                    self._tasks.append(node.tasks[0])

    def _attach(self, place: int) -> None:
        """Show a heading, beneath what stands above it."""
        above = self._nodes[place].parent
        if above >= 0 and above not in self._beneath:
            self._attach(above)
        siblings = self._beneath[above] if above >= 0 else self._tops
        if place not in self._beneath:
            self._rows[place] = len(siblings)
            siblings.append(place)
            self._heads.append(place)
            self._beneath[place] = []

    def _shape(self, place: int) -> QStandardItem:
        """The item of a heading, with room for the rows beneath it."""
        beneath = self._beneath[place]
        item = self._items[place] = QStandardItem(len(beneath), 1)
        for row, below in enumerate(beneath):
            if below in self._beneath:
                item.setChild(row, self._shape(below))
        return item

    def _place(self, index: Index) -> int:
        above = index.parent()
        places = self._beneath[self._place(above)] if above.isValid() else self._tops
        return places[index.row()]

    def _index(self, place: int) -> QModelIndex:
        above = self._nodes[place].parent
        return self.index(self._rows[place], 0, self._index(above) if above >= 0 else QModelIndex())

    def _above(self, place: int) -> Iterator[int]:
        while (place := self._nodes[place].parent) >= 0:
            yield place


def _are_same(these: tuple[Plan, ...], those: tuple[Plan, ...]) -> bool:
    return len(these) == len(those) and all(map(is_, these, those))


def _said(row: Row, role: int) -> Any:
    match role:
        case Role.ROW:
            return row
        case Role.NUMBER:
            return row.number.text
        case Role.TEXT:
            return row.text.text
        case Role.LEADS:
            return row.below.text
        case Role.FILLED:
            return (row.filled, row.every)
        case Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(row)
    return f"{row.number.text}  {row.text.text}".strip()


_SAID = frozenset(
    (
        *(Role.ROW, Role.NUMBER, Role.TEXT, Role.LEADS, Role.FILLED),
        *(Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole),
    )
)


def _spoken(row: Row) -> str:
    """What a screen reader says: the shapes and colours in words."""
    name = f"{row.number.text} {row.text.text}".strip()
    if row.is_other:
        count = QCoreApplication.translate("PlanTree", "{count} tasks").format(count=row.every)
        return f"{name}, {count}"
    if row.state is None:
        filled = QCoreApplication.translate("PlanTree", "{filled} of {all} filled in")
        return f"{name}, {filled.format(filled=row.filled, all=row.every)}"
    below = row.below.text.replace("  ★ ", "、").replace("★ ", "")
    return ", ".join([name, below, *(state_word(word) for word in states_of(row))])


def states_of(row: Row) -> list[str]:
    """The names of all that is said of where a task stands, the main one first."""
    if row.state is None:
        return []
    if row.is_retired:
        return ["retired"]
    has_more = row.state.draft and row.state.state != "draft"
    return [row.state.state, "draft"] if has_more else [row.state.state]
