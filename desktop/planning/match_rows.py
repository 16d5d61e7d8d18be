"""The rows of a further table with the task each reports on; for a doubt a person chooses."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QAbstractItemModel,
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QComboBox,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop import icons, theme
from desktop.models.task_names import task_names
from desktop.planning.click_table import ClickTable

if TYPE_CHECKING:
    from db import FurtherPreview, RowMatch, TaskId

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
ROW, HOW, TASK, DONE = range(4)
WIDTHS = (300, 120, 310, 120)

_HOW: dict[str, Any] = {
    "exact": QT_TRANSLATE_NOOP("RowMatch", "exact"),
    "similar": QT_TRANSLATE_NOOP("RowMatch", "similar"),
    "chosen": QT_TRANSLATE_NOOP("RowMatch", "chosen"),
    "doubt": QT_TRANSLATE_NOOP("RowMatch", "in doubt"),
    "unknown": QT_TRANSLATE_NOOP("RowMatch", "not in the plan"),
}
_STATES = {
    "exact": "merged",
    "similar": "warning",
    "chosen": "open",
    "doubt": "sent_back",
    "unknown": "error",
}


def how_word(how: str) -> str:
    """The word for how a row was matched."""
    return QCoreApplication.translate("RowMatch", _HOW[how])


class MatchRows(QAbstractTableModel):
    """A row of the table each: what it says, how sure, which task, and what would be done."""

    chosen = Signal(str, str)
    """The place of a row, and the id of the task that it reports on."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.matches: tuple[RowMatch, ...] = ()
        self._names: dict[TaskId, str] = {}
        self._fresh: set[TaskId] = set()
        self._standing: set[TaskId] = set()

    def show_preview(self, preview: FurtherPreview) -> None:
        """Show what reading the table would do; what needs an answer comes first."""
        self.beginResetModel()
        self._names = task_names(preview.plan)
        self._fresh = {task for task, _, _ in preview.fresh}
        self._standing = {task for task, _ in preview.standing}
        order = ("doubt", "unknown", "similar", "chosen", "exact")
        self.matches = tuple(sorted(preview.matches, key=lambda match: order.index(match.how)))
        self.endResetModel()

    def tasks_for(self, row: int) -> list[tuple[TaskId, str]]:
        """What a row may report on: the likeliest first, then all others."""
        match = self.matches[row]
        first = [*match.candidates, *([match.task] if match.task else [])]
        return [(task, self._names[task]) for task in dict.fromkeys([*first, *self._names])]

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        """One a row of the table."""
        return 0 if parent.isValid() else len(self.matches)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        """Row, how sure, task, what would be done."""
        return 0 if parent.isValid() else len(WIDTHS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts, with a shape for how sure."""
        if not index.isValid():
            return None
        match, column = self.matches[index.row()], index.column()
        if role == Qt.ItemDataRole.DecorationRole and column == HOW:
            style = theme.state_style(_STATES[match.how])
            return icons.shape(style.shape, style.colour)
        if role == Qt.ItemDataRole.BackgroundRole and match.task is None:
            return QColor(theme.colours().red_tint)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(match, column)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """A person chose the task."""
        match = self.matches[index.row()]
        if role != Qt.ItemDataRole.EditRole or value in (None, match.task):
            return False
        self.chosen.emit(match.row.at, value)
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The task can be chosen."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == TASK else flags

    def headerData(self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a column says."""
        if role != Qt.ItemDataRole.DisplayRole or way != Qt.Orientation.Horizontal:
            return None
        words = (self.tr("Row of the table"), self.tr("Match"), self.tr("Task"), self.tr("Will be"))
        return words[section]

    def _text(self, match: RowMatch, column: int) -> str:
        if column == ROW:
            return f"{match.name}  {' '.join(match.row.target.split())}"
        if column == HOW:
            return how_word(match.how)
        if column == TASK:
            return self._names[match.task] if match.task else self.tr("Choose the task…")
        if match.task is None:
            return self.tr("left out")
        if match.task in self._standing:
            return self.tr("left as it stands")
        return self.tr("written") if match.task in self._fresh else self.tr("nothing new")


class MatchView(ClickTable):
    """Enter or a click on a task opens the choice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = MatchRows(self)
        self.setObjectName("matchTable")
        self.setAccessibleName(self.tr("Rows and tasks"))
        self.setModel(self.rows)
        self.setItemDelegateForColumn(TASK, _Delegate(self))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 14)
        for column, width in enumerate(WIDTHS):
            self.setColumnWidth(column, width)
        self.horizontalHeader().setStretchLastSection(True)


class _Delegate(QStyledItemDelegate):
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        rows = index.model()
        assert isinstance(rows, MatchRows)
        picker = QComboBox(parent)
        for task, name in rows.tasks_for(index.row()):
            picker.addItem(name, task)
        picker.activated.connect(lambda: self._chosen(picker))
        return picker

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The likeliest stands first already."""

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Only what was chosen in the list counts, not what an editor that is closed shows."""
        if isinstance(editor, QComboBox) and editor.property("chosen"):
            model.setData(index, editor.currentData())

    def _chosen(self, picker: QComboBox) -> None:
        picker.setProperty("chosen", True)
        self.commitData.emit(picker)
        self.closeEditor.emit(picker)
