"""The rows of the list of reviews: thousands are counted, and some twenty are put together to be painted.

Their shape is Qt's own, as that of the plan tree: the layout of a list asks for every row, which costs
Python forty milliseconds for thousands of them and Qt one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QStandardItemModel

from desktop.models.case_list import Case, Index, said

if TYPE_CHECKING:
    from db import TaskId


class ReviewRows(QStandardItemModel):
    """A row a task, in the order given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(0, 1, parent)
        self._keys: list[TaskId] = []
        self._make: Callable[[int], Case] | None = None
        self._made: dict[int, Case] = {}

    def show_rows(self, keys: Sequence[TaskId], make: Callable[[int], Case]) -> None:
        """Show other rows, each made when it is asked for.

        Rows with the same keys stay where they are: selection and scrolling too.
        """
        if keys == self._keys:
            self._make, self._made = make, {}
            if keys:
                self.dataChanged.emit(self.index(0, 0), self.index(len(keys) - 1, 0))
            return
        self.setRowCount(0)  # while the rows that go still say what they said
        self._keys, self._make, self._made = list(keys), make, {}
        self.setRowCount(len(keys))

    def clear_rows(self) -> None:
        """Show nothing."""
        self.setRowCount(0)
        self._keys, self._make, self._made = [], None, {}

    @property
    def cases(self) -> tuple[Case, ...]:
        """Every row, put together."""
        return tuple(self._case(row) for row in range(len(self._keys)))

    def place(self, key: TaskId | None) -> int:
        """The row of a task; -1 if there is none."""
        return self._keys.index(key) if key in self._keys else -1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text for the eye and for a screen reader, or the case itself."""
        return said(self._case(index.row()), role) if index.isValid() else None

    def _case(self, row: int) -> Case:
        made = self._made.get(row)
        if made is None:
            assert self._make is not None  # there is no row before
            made = self._made[row] = self._make(row)
        return made
