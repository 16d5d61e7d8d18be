"""The measures of one task as a table; the figure of this period is typed in place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

import db
from desktop.models.states import state_word

if TYPE_CHECKING:
    from db import Measure, MeasureId, Period, Schedule

Index = QModelIndex | QPersistentModelIndex
NOWHERE = QModelIndex()

_COMPARATORS = {">=": "≥", "<=": "≤", "=": "="}
_NOTHING = "—"


class Column(IntEnum):
    """The columns, from the left."""

    LABEL = 0
    TARGET = 1
    BEFORE = 2
    NOW = 3
    PERCENT = 4
    SCHEDULE = 5


_TITLES: dict[Column, Any] = {
    Column.LABEL: QT_TRANSLATE_NOOP("MeasureTable", "Measure"),
    Column.TARGET: QT_TRANSLATE_NOOP("MeasureTable", "Target"),
    Column.BEFORE: QT_TRANSLATE_NOOP("MeasureTable", "Last period"),
    Column.NOW: QT_TRANSLATE_NOOP("MeasureTable", "This period"),
    Column.PERCENT: QT_TRANSLATE_NOOP("MeasureTable", "Reached"),
    Column.SCHEDULE: QT_TRANSLATE_NOOP("MeasureTable", "Schedule"),
}


class Role(IntEnum):
    """What `data` answers beside Qt's own roles."""

    PERCENT = Qt.ItemDataRole.UserRole + 1
    """0 to 100 as a Decimal, or None for a blank figure."""
    SCHEDULE = PERCENT + 1
    """The Schedule of a figure, or None."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What the figures of a task are held against."""

    measures: tuple[Measure, ...]
    before: Mapping[MeasureId, Decimal]
    period: Period
    year: int
    tolerance: Decimal
    """Percent points by which a figure may stray and still be on schedule."""


class MeasureTable(QAbstractTableModel):
    """One row a measure. A figure that is not given is blank, which is not zero."""

    edited = Signal()
    """A person changed a figure."""
    refused = Signal(str)
    """Something typed is no number; carries the sentence that says so."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._frame: Frame | None = None
        self._figures: dict[MeasureId, Decimal] = {}
        self.editable = True

    def show(
        self, frame: Frame | None, figures: Mapping[MeasureId, Decimal], *, editable: bool = True
    ) -> None:
        """Show the measures of another task. Resets the model."""
        self.beginResetModel()
        self._frame, self._figures, self.editable = frame, dict(figures), editable
        self.endResetModel()

    @property
    def measures(self) -> tuple[Measure, ...]:
        """The measures, one a row."""
        return self._frame.measures if self._frame else ()

    def figures(self) -> tuple[tuple[MeasureId, Decimal], ...]:
        """The figures given: those of the measures in their order, then any others as they came."""
        known = [measure.id for measure in self.measures if measure.id in self._figures]
        other = [key for key in self._figures if key not in known]
        return tuple((key, self._figures[key]) for key in (*known, *other))

    def rowCount(self, parent: Index = NOWHERE) -> int:
        """One row a measure."""
        return 0 if parent.isValid() else len(self.measures)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        """The columns of `Column`."""
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' titles."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and section == Column.LABEL:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate("MeasureTable", _TITLES[Column(section)])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only the figure of this period can be typed."""
        flags = super().flags(index)
        if index.isValid() and index.column() == Column.NOW and self.editable:
            return flags | Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a cell shows, edits, or gives to the painter of bars."""
        if not index.isValid():
            return None
        measure, column = self.measures[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(measure, column)
            case Qt.ItemDataRole.EditRole if column is Column.NOW:
                return number_text(self._figures.get(measure.id), blank="")
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(measure, column)
            case Qt.ItemDataRole.AccessibleTextRole:
                title = self.headerData(column, Qt.Orientation.Horizontal)
                return f"{measure.label}, {title}: {self._text(measure, column)}"
            case Qt.ItemDataRole.TextAlignmentRole if column is not Column.LABEL:
                return Qt.AlignmentFlag.AlignCenter
            case Role.PERCENT:
                return db.percent(measure, self._figures.get(measure.id))
            case Role.SCHEDULE:
                return self._schedule(measure)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed; an empty text makes the figure blank. What is no number is refused."""
        if role != Qt.ItemDataRole.EditRole or not self.flags(index) & Qt.ItemFlag.ItemIsEditable:
            return False
        measure = self.measures[index.row()]
        try:
            figure = self.read(index.row(), str(value))
        except db.RequestError as error:
            self.refused.emit(_refusal(measure, error.params["text"]))
            return False
        if figure != self._figures.get(measure.id):
            self._keep(measure.id, figure)
            row = index.row()
            self.dataChanged.emit(self.index(row, Column.NOW), self.index(row, Column.SCHEDULE))
            self.edited.emit()
        return True

    def read(self, row: int, text: str) -> Decimal | None:
        """The number that `text` says, with or without the measure's unit; None for an empty text.

        Raises RequestError `not_a_number`.
        """
        unit = self.measures[row].unit
        plain = text.strip()
        plain = plain.removesuffix(unit) if unit else plain
        return db.read_number(plain) if plain else None

    def _keep(self, key: MeasureId, figure: Decimal | None) -> None:
        if figure is None:
            self._figures.pop(key, None)
        else:
            self._figures[key] = figure

    def _text(self, measure: Measure, column: Column) -> str:
        now = self._figures.get(measure.id)
        match column:
            case Column.LABEL:
                return measure.label
            case Column.TARGET:
                sign = _COMPARATORS.get(measure.comparator, measure.comparator)
                return f"{sign} {number_text(measure.amount)} {measure.unit}".strip()
            case Column.BEFORE:
                return number_text(self._frame.before.get(measure.id)) if self._frame else _NOTHING
            case Column.NOW:
                return number_text(now, blank="" if self.editable else _NOTHING)
            case Column.PERCENT:
                reached = db.percent(measure, now)
                return _NOTHING if reached is None else f"{int(reached)}%"
            case Column.SCHEDULE:
                return schedule_text(self._schedule(measure))

    def _tip(self, measure: Measure, column: Column) -> str | None:
        if column is Column.NOW and self.editable:
            return QCoreApplication.translate(
                "MeasureTable",
                "Cumulative from January. Digits, decimals and 万 are understood; empty is not zero.",
            )
        return measure.label if column is Column.LABEL else None

    def _schedule(self, measure: Measure) -> Schedule | None:
        if self._frame is None:
            return None
        frame = self._frame
        return db.schedule(measure, self._figures.get(measure.id), frame.period, frame.year, frame.tolerance)


def number_text(number: Decimal | None, *, blank: str = _NOTHING) -> str:
    """Plain digits, never in powers of ten; `blank` for a figure that is not given."""
    return blank if number is None else f"{number:f}"


def schedule_text(schedule: Schedule | None) -> str:
    """`超序时 +23%`: the kind, and by how many percent points unless it is on schedule."""
    if schedule is None:
        return _NOTHING
    word = state_word(schedule.kind)
    points = int(schedule.share)
    return word if schedule.kind in ("on", "exceeded") or not points else f"{word} {points:+d}%"


def _refusal(measure: Measure, text: str) -> str:
    sentence = QCoreApplication.translate(
        "MeasureTable",
        "“{text}” is not a number, so “{label}” was left as it was. Type digits, such as 27000 or 2.7万.",
    )
    return sentence.format(text=text, label=measure.label)
