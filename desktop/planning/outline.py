"""The plan as a tree of categories, items and tasks; rows are made when they are first looked at.

Another state of the same plan is taken over row by row, so that what is open and chosen stays so.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

import db

if TYPE_CHECKING:
    from db import Category, Item, Plan, Task

    Part = Plan | Category | Item | Task

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
MIME = "application/x-shishi-plan-row"


class Kind(StrEnum):
    """What a row stands for; the names of the tables."""

    PLAN = "plan"
    CATEGORY = "category"
    ITEM = "item"
    TASK = "task"


BELOW = {Kind.PLAN: Kind.CATEGORY, Kind.CATEGORY: Kind.ITEM, Kind.ITEM: Kind.TASK}
ABOVE = {below: above for above, below in BELOW.items()}


class Role(IntEnum):
    """What a row answers beside its text."""

    KIND = Qt.ItemDataRole.UserRole
    KEY = Qt.ItemDataRole.UserRole + 1
    NUMBER = Qt.ItemDataRole.UserRole + 2
    UNITS = Qt.ItemDataRole.UserRole + 3
    RETIRED = Qt.ItemDataRole.UserRole + 4


class Node:
    """A row that was looked at."""

    __slots__ = ("below", "kind", "part", "row", "up")

    def __init__(self, kind: Kind, part: Part, up: Node | None, row: int) -> None:
        self.kind, self.part, self.up, self.row = kind, part, up, row
        self.below: list[Node] | None = None


_READABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_EDITABLE = _READABLE | Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
"""Put together once: a view asks for every row."""
_HOLDS = {"Plan": "categories", "Category": "items", "Item": "tasks"}
"""By the class of a row, which is asked for thousands of times."""


def parts_of(part: Part) -> Sequence[Part]:
    """What stands beneath."""
    name = _HOLDS.get(part.__class__.__name__)
    return getattr(part, name) if name else ()


class Outline(QAbstractItemModel):
    """`moved` when a row is dropped: kind, id, what it goes beneath, and the row it goes before (or "")."""

    moved = Signal(str, str, str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._root: Node | None = None
        self._paths: dict[str, tuple[int, ...]] | None = None
        """Where each row stands, from the top; put together when it is first asked for."""
        self.editable = True

    def show_plan(self, plan: Plan | None) -> None:
        """Show a plan; another state of the one that is shown changes only what differs."""
        root, self._paths = self._root, None
        if root is None or plan is None or root.part.id != plan.id:
            self.beginResetModel()
            self._root = Node(Kind.PLAN, plan, None, 0) if plan else None
            self.endResetModel()
            return
        self._renew(root, plan)

    def node(self, index: Index) -> Node | None:
        """The row of an index; the plan itself for none."""
        pointer = index.internalPointer() if index.isValid() else None
        return pointer if isinstance(pointer, Node) else self._root

    def index_of(self, key: str) -> QModelIndex:
        """Where a category, item or task stands; invalid if it does not."""
        node = self._root
        if node is None or not isinstance(node.part, db.Plan):
            return QModelIndex()
        if self._paths is None:
            self._paths = _paths(node.part)
        path = self._paths.get(key)
        if path is None:
            return QModelIndex()
        for row in path:
            node = self._below(node)[row]
        return self._index(node)

    def index(self, row: int, column: int, parent: Index = NO_PARENT) -> QModelIndex:
        """The `row`-th row beneath `parent`."""
        above = self.node(parent)
        if above is None or column or not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        return self._index(self._below(above)[row])

    def parent(self, index: Index = NO_PARENT) -> Any:  # also QObject's, without an argument
        """What a row stands beneath."""
        node = self.node(index)
        if node is None or node.up is None or node.up.up is None:
            return QModelIndex()
        return self._index(node.up)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """How many rows stand beneath, whether they were looked at or not."""
        node: Node | None = parent.internalPointer() if parent.isValid() else self._root
        if node is None or node.kind is Kind.TASK:
            return 0
        return len(parts_of(node.part) if node.below is None else node.below)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """One."""
        return 1

    def hasChildren(self, parent: Index = NO_PARENT) -> bool:
        """Without making rows."""
        return self.rowCount(parent) > 0

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a row says."""
        node = self.node(index)
        if node is None or not index.isValid():
            return None
        match role:
            case Role.KIND:
                return node.kind
            case Role.KEY:
                return node.part.id
            case Role.NUMBER:
                return number_of(node)
            case Role.UNITS:
                return "、".join(u.name for u in node.part.leads) if isinstance(node.part, db.Task) else ""
            case Role.RETIRED:
                return isinstance(node.part, db.Task) and node.part.retired
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return text_of(node)
            case Qt.ItemDataRole.AccessibleTextRole:
                retired = self.tr("retired") if index.data(Role.RETIRED) else ""
                said = (number_of(node), text_of(node), index.data(Role.UNITS), retired)
                return ", ".join(part for part in said if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every row can be dragged; onto whatever may hold it."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled if self.editable else Qt.ItemFlag.NoItemFlags
        return _EDITABLE if self.editable else _READABLE

    def supportedDropActions(self) -> Qt.DropAction:
        """Rows are moved."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Our own rows only."""
        return [MIME]

    def mimeData(self, indexes: Sequence[Index]) -> QMimeData:
        """Which row is dragged."""
        data = QMimeData()
        node = self.node(indexes[0]) if indexes else None
        if node is not None:
            data.setData(MIME, f"{node.kind}\n{node.part.id}".encode())
        return data

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """A row goes beside its like, or onto what may hold it."""
        return self._place(data, row, parent) is not None

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Tell where the row is to go; the plan itself is changed by who hears it. Always False: the view
        must take nothing away."""
        place = self._place(data, row, parent)
        if place is not None:
            self.moved.emit(*place)
        return False

    def _place(self, data: QMimeData, row: int, parent: Index) -> tuple[str, str, str, str] | None:
        above = self.node(parent)
        if above is None or not data.hasFormat(MIME):
            return None
        kind, key = bytes(data.data(MIME).data()).decode().split("\n")
        if above.kind == kind and above.up is not None and row < 0:  # dropped on its like: before it
            return None if above.part.id == key else (kind, key, above.up.part.id, above.part.id)
        if BELOW.get(above.kind) != kind:
            return None
        parts = parts_of(above.part)
        before = parts[row].id if 0 <= row < len(parts) else ""
        return None if before == key else (kind, key, above.part.id, before)

    def _index(self, node: Node) -> QModelIndex:
        return QModelIndex() if node.up is None else self.createIndex(node.row, 0, node)

    def _below(self, node: Node) -> list[Node]:
        if node.below is None:
            kind = BELOW.get(node.kind, Kind.TASK)
            node.below = [Node(kind, part, node, row) for row, part in enumerate(parts_of(node.part))]
        return node.below

    def _renew(self, node: Node, part: Part) -> None:
        """Take over what a row says now, and what stands beneath it."""
        if node.kind is Kind.TASK:
            node.part = part
            return
        old: list[str] = [one.id for one in parts_of(node.part)]
        parts = parts_of(part)
        if old != [one.id for one in parts]:
            self._exchange(node, old, parts)
        node.part = part
        for below, fresh in zip(node.below or (), parts, strict=False):
            self._renew(below, fresh)
        if node.below:
            self.dataChanged.emit(self._index(node.below[0]), self._index(node.below[-1]))

    def _exchange(self, node: Node, old: list[str], parts: Sequence[Part]) -> None:
        """Put other rows where they differ, between what is the same above and below."""
        new, rows, index = [one.id for one in parts], self._below(node), self._index(node)
        first = next((at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), None)
        first = min(len(old), len(new)) if first is None else first
        last = 0
        while last < min(len(old), len(new)) - first and old[-1 - last] == new[-1 - last]:
            last += 1
        if len(old) - last > first:
            self.beginRemoveRows(index, first, len(old) - last - 1)
            del rows[first : len(old) - last]
            self._number(rows)
            self.endRemoveRows()
        if len(new) - last > first:
            self.beginInsertRows(index, first, len(new) - last - 1)
            kind = BELOW[node.kind]
            rows[first:first] = [Node(kind, one, node, 0) for one in parts[first : len(new) - last]]
            self._number(rows)
            self.endInsertRows()

    def _number(self, rows: list[Node]) -> None:
        for row, node in enumerate(rows):
            node.row = row


def _paths(plan: Plan) -> dict[str, tuple[int, ...]]:
    found: dict[str, tuple[int, ...]] = {}
    for at, category in enumerate(plan.categories):
        found[category.id] = (at,)
        for row, item in enumerate(category.items):
            found[item.id] = (at, row)
            for place, task in enumerate(item.tasks):
                found[task.id] = (at, row, place)
    return found


def number_of(node: Node) -> str:
    """The number in front of a row."""
    if isinstance(node.part, db.Task):
        several = node.up is not None and len(parts_of(node.up.part)) > 1
        return f"#{node.part.position}" if several else ""
    return node.part.number if isinstance(node.part, db.Item) else ""


def text_of(node: Node) -> str:
    """What a row says in one line."""
    part = node.part
    if isinstance(part, db.Item):
        first = part.tasks[0].target if part.tasks else ""
        return " ".join((part.title or first).split())
    if isinstance(part, db.Task):
        return " ".join(part.target.split())
    return part.name if isinstance(part, db.Category) else part.title
