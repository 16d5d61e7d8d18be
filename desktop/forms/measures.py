"""The table of measures as it stands in the form: as high as its rows, one click to type."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

import db
from desktop.models.measure_delegate import MeasureDelegate
from desktop.models.measure_table import Column, Frame, MeasureTable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from db import MeasureId

ROW = 34
MOST_ROWS = 5
"""More rows than these are scrolled."""

_WIDTHS = {Column.TARGET: 118, Column.BEFORE: 84, Column.NOW: 112, Column.PERCENT: 150, Column.SCHEDULE: 124}


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
        self.clicked.connect(self._click)
        self._look()

    def show_figures(self, frame: Frame, figures: Mapping[MeasureId, Decimal], *, editable: bool) -> None:
        """Show the measures of a task; the table hides if it has none."""
        self._delegate.drop()
        self._model.show(frame, figures, editable=editable)
        self.setVisible(bool(frame.measures))
        header = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(header + ROW * min(len(frame.measures), MOST_ROWS) + 2 * self.frameWidth() + 2)

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

    def schedules(self) -> list[db.Schedule]:
        """Where the figures stand against the year."""
        return self._model.schedules()

    def finish(self) -> bool:
        """Take over what is being typed; False if it is no number (`refused` says so)."""
        self._was_refused = False
        self._delegate.finish()
        return not self._was_refused

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the figure of the row, as a click does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._click(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _click(self, index: QModelIndex) -> None:
        figure = index.siblingAtColumn(Column.NOW)
        if figure.isValid() and figure.flags() & Qt.ItemFlag.ItemIsEditable:
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
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(60)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(Column.LABEL, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)
