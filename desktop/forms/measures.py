"""The table of measures as it stands in the form: as high as its rows, one click to type."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

import db
from desktop.models.measure_delegate import MeasureDelegate
from desktop.models.measure_table import Column, Frame, MeasureTable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from db import MeasureId

ROW = 30
MOST_ROWS = 5
"""More rows than these are scrolled."""

_WIDTHS = {Column.TARGET: 118, Column.BEFORE: 84, Column.NOW: 112, Column.PERCENT: 150, Column.SCHEDULE: 124}
"""Pixels of the columns where there is room; less where there is not, but never less than the title needs."""
_LABEL = 110
"""What is left at least to the label, which takes all the rest."""
_PAD = 14
_LEAST = {Column.TARGET: 76, Column.BEFORE: 60, Column.NOW: 80, Column.PERCENT: 64, Column.SCHEDULE: 84}


class MeasuresView(QTableView):
    """The measures of one task."""

    edited = Signal()
    """A person types a figure."""
    refused = Signal(str)
    """What was typed is no number; the sentence that says so."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("measureTable")
        self.setAccessibleName(self.tr("Measures"))
        self._model = MeasureTable(self)
        self._delegate = MeasureDelegate(self)
        self._was_refused = False
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self._model.edited.connect(self.edited)
        self._model.refused.connect(self._refuse)
        self._delegate.typed.connect(self.edited)
        self._delegate.left.connect(self._lead_on)
        self.clicked.connect(self._click)
        self._look()

    def show_figures(self, frame: Frame, figures: Mapping[MeasureId, Decimal], *, editable: bool) -> None:
        """Show the measures of a task; the table hides if it has none."""
        self._delegate.drop()
        self._model.show(frame, figures, editable=editable)
        self.setVisible(bool(frame.measures))
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Higher rows for larger text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        """As high as the rows, up to `MOST_ROWS` of them."""
        row = max(ROW, self.fontMetrics().height() + 8)
        self.verticalHeader().setDefaultSectionSize(row)
        header = self.horizontalHeader().sizeHint().height()
        shown = min(self._model.rowCount(), MOST_ROWS)
        self.setFixedHeight(header + row * shown + 2 * self.frameWidth() + 2)

    def figures(self) -> tuple[tuple[MeasureId, Decimal], ...]:
        """The figures given, the one that is being typed too if it is a number already."""
        known = dict(self._model.figures())
        open_line = self._delegate.open_text()
        if open_line is not None:
            row, text = open_line
            try:
                figure = self._model.read(row, text)
            except db.RequestError:
                return self._model.figures()
            key = self._model.measures[row].id
            if figure is None:
                known.pop(key, None)
            else:
                known[key] = figure
        order = [measure.id for measure in self._model.measures]
        return tuple(
            sorted(known.items(), key=lambda pair: order.index(pair[0]) if pair[0] in order else len(order))
        )

    def fill(self, figures: Mapping[MeasureId, Decimal]) -> None:
        """Write figures into the table as if a person had typed them."""
        for row, measure in enumerate(self._model.measures):
            if measure.id in figures:
                self._model.setData(self._model.index(row, Column.NOW), f"{figures[measure.id]:f}")

    def go_to(self, label: str) -> None:
        """Go to the figure of the measure of this name."""
        labels = [measure.label for measure in self._model.measures]
        if label in labels:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self._stand_at(labels.index(label))

    def finish(self) -> bool:
        """Take over what is being typed; False if it is no number (`refused` says so)."""
        self._was_refused = False
        self._delegate.finish()
        return not self._was_refused

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the figure of the row, as a click does; what is typed on a row goes into its figure."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._click(self.currentIndex())
            return
        if event.text().isprintable() and event.text():
            self._stand_at(self.currentIndex().row())
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tab comes to the first figure, Shift+Tab to the last."""
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.TabFocusReason:
            self._stand_at(0)
        elif event.reason() == Qt.FocusReason.BacktabFocusReason:
            self._stand_at(self._model.rowCount() - 1)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes from figure to figure and then out of the table; no other cell is a stop."""
        here = self.currentIndex()
        row = here.row() + (1 if next else -1)
        is_inside = self._model.editable and here.isValid() and 0 <= row < self._model.rowCount()
        if is_inside:
            self._stand_at(row)
        return is_inside or super().focusNextPrevChild(next)

    def _stand_at(self, row: int) -> None:
        self.setCurrentIndex(self._model.index(row, Column.NOW))

    def _lead_on(self, step: int) -> None:
        """From an open figure to the next, which opens too; what is no number is said and stays current."""
        row = self.currentIndex().row()
        if self.finish():
            self.focusNextPrevChild(step > 0)
            if self.currentIndex().row() != row:
                self._click(self.currentIndex())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow the columns as far as they can be read; beyond that the table is scrolled."""
        super().resizeEvent(event)
        least = {column: self._least(column) for column in _WIDTHS}
        more = {column: max(0, _WIDTHS[column] - width) for column, width in least.items()}
        room = max(0, self.viewport().width() - _LABEL - sum(least.values()))
        share = min(1.0, room / max(1, sum(more.values())))
        for column, width in least.items():
            self.setColumnWidth(column, width + int(more[column] * share))

    def _least(self, column: Column) -> int:
        title = str(self._model.headerData(column, Qt.Orientation.Horizontal))
        return max(_LEAST[column], self.fontMetrics().horizontalAdvance(title) + _PAD)

    def _click(self, index: QModelIndex) -> None:
        figure = index.siblingAtColumn(Column.NOW)
        is_open = self.state() == QAbstractItemView.State.EditingState
        if figure.isValid() and figure.flags() & Qt.ItemFlag.ItemIsEditable and not is_open:
            self.setCurrentIndex(figure)
            self.edit(figure)

    def _refuse(self, sentence: str) -> None:
        self._was_refused = True
        self.refused.emit(sentence)

    def _look(self) -> None:
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(60)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.LABEL, QHeaderView.ResizeMode.Stretch)
