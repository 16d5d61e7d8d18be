"""The page of returns: who has handed in what, and merging what came back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, QSortFilterProxyModel, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSizePolicy,
    QTableView,
    QVBoxLayout,
    QWidget,
)

import db
from desktop import choose, theme
from desktop.allowed import allowed
from desktop.merge_panel import MergePanel
from desktop.models.returns_delegate import ReturnsDelegate
from desktop.models.returns_table import Column, ReturnsTable, Role
from desktop.session import Session
from desktop.settings import RETURNS_HEADER, Settings

if TYPE_CHECKING:
    from db import Standing

IN = frozenset({"returned", "approved", "changed_after_approval", "partial", "conflict"})
"""States in which a return was merged and nothing is waited for from the unit."""
TONES = {"in": "green", "back": "orange", "missing": "red"}
"""Colours of the tiles' numbers while they are not 0; the words below them say the same."""


class ReturnsPage(QWidget):
    """Tiles, a drop area, a row a unit, and below it what a merge would do."""

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._stale = True
        self.setAcceptDrops(True)
        self.model = ReturnsTable(self)
        self.table = self._make_table()
        self.tiles = _Tiles(self)
        self.drop_area = DropArea(self)
        self.panel = MergePanel(session, self)
        self._lay_out()
        self.drop_area.clicked.connect(self.choose_files)
        session.shown.connect(self._changed)

    def choose_files(self) -> None:
        """Ask which files to merge, then show what that would do."""
        pattern = self.tr("Returned files (*.shishi)")
        choose.existing_files(self, self._settings, self.tr("Merge returns"), pattern, self.panel.preview)

    def refresh(self) -> None:
        """Read again who has returned what."""
        view = self._session.view
        if view is None or view.terms is not None:
            return
        self._stale = False
        self._session.query(lambda ledger: db.standing(ledger, view.plan, view.period), self._show)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what changed while this was hidden."""
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        """Paint rows in the new colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.table.viewport().update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """The whole page takes files: the drop area only says so."""
        if self._can_merge() and dropped_paths(event):
            event.acceptProposedAction()
            self.drop_area.mark(over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The files went elsewhere."""
        self.drop_area.mark(over=False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Show what merging the dropped files would do."""
        self.drop_area.mark(over=False)
        event.acceptProposedAction()
        self.panel.preview(dropped_paths(event))

    def _can_merge(self) -> bool:
        return "merge" in allowed(self._session.view) and not self.panel.merging

    def _changed(self) -> None:
        self._stale = True
        self.drop_area.show_can("merge" in allowed(self._session.view))
        if self.isVisible():
            self.refresh()

    def _show(self, rows: tuple[Standing, ...]) -> None:
        self.model.show_rows(rows)
        view = self._session.view
        if view is not None:
            tasks = [task.id for task in view.plan.tasks() if not task.retired]
            filled = sum(task in view.entries and db.is_filled(view.entries[task]) for task in tasks)
            self.tiles.show_rows(rows, filled, len(tasks))

    def _make_table(self) -> QTableView:
        table = QTableView(self)
        table.setObjectName("returnsTable")
        table.setAccessibleName(self.tr("Returns of the units"))
        sorted_rows = QSortFilterProxyModel(self)
        sorted_rows.setSourceModel(self.model)
        sorted_rows.setSortRole(Role.SORT)
        table.setModel(sorted_rows)
        table.setItemDelegate(ReturnsDelegate(table))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setMouseTracking(True)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(theme.ROW_HEIGHT)
        table.horizontalHeader().setSortIndicator(Column.UNIT, Qt.SortOrder.AscendingOrder)
        self._prepare_header(table.horizontalHeader())
        table.setSortingEnabled(True)  # sorts as the header says
        return table

    def _prepare_header(self, header: QHeaderView) -> None:
        for column, width in ((Column.PROGRESS, 240), (Column.RECEIVED, 130), (Column.CHECK_CODE, 130)):
            header.resizeSection(column, width)
        header.resizeSection(Column.STATE, 170)
        header.setSectionResizeMode(Column.UNIT, QHeaderView.ResizeMode.Stretch)
        header.restoreState(self._settings.get(RETURNS_HEADER))
        for changed in (header.sectionResized, header.sortIndicatorChanged):
            changed.connect(lambda: self._settings.put(RETURNS_HEADER, header.saveState()))

    def _framed(self, table: QTableView) -> QFrame:
        frame = QFrame(self)
        theme.set_role(frame, "card")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 4, 1, 4)
        inside.addWidget(table)
        return frame

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(theme.GAP)
        top.addWidget(self.tiles)
        top.addWidget(self.drop_area, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MARGIN, theme.GAP_LARGE, theme.MARGIN, theme.GAP_LARGE)
        column.setSpacing(theme.GAP)
        column.addLayout(top)
        column.addWidget(self._framed(self.table), 3)
        column.addWidget(self.panel, 2)


def dropped_paths(event: QDropEvent) -> list[Path]:
    """The files and folders that are being dropped."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


class _Tiles(QWidget):
    """Five numbers that say where the round stands."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.GAP)
        self._words = {
            "units": self.tr("units"),
            "in": self.tr("returned"),
            "back": self.tr("to correct"),
            "missing": self.tr("missing"),
            "tasks": self.tr("tasks filled in"),
        }
        self._numbers = {name: self._tile(text) for name, text in self._words.items()}

    def show_rows(self, rows: tuple[Standing, ...], filled: int, tasks: int) -> None:
        """Count. A joint task counts once among the tasks, though each of its units may report."""
        states = [row.state for row in rows]
        counts = {
            "units": len(rows),
            "in": sum(state in IN for state in states),
            "back": states.count("sent_back"),
            "missing": sum(state in ("missing", "not_issued") for state in states),
        }
        for name, count in counts.items():
            self._show_number(name, str(count))
            self._paint_number(self._numbers[name], TONES.get(name, "") if count else "")
        self._show_number("tasks", f"{filled} / {tasks}")

    def _show_number(self, name: str, text: str) -> None:
        self._numbers[name].setText(text)
        self._numbers[name].setAccessibleName(f"{self._words[name]} {text}")

    def _paint_number(self, label: QLabel, tone: str) -> None:
        if label.property("tone") != tone:
            label.setProperty("tone", tone)
            label.style().polish(label)

    def _tile(self, text: str) -> QLabel:
        tile = QFrame(self)
        theme.set_role(tile, "card")
        column = QVBoxLayout(tile)
        column.setContentsMargins(16, 10, 16, 10)
        column.setSpacing(2)
        number = QLabel("—", tile)
        theme.set_role(number, "figure")
        words = QLabel(text, tile)
        theme.set_role(words, "muted")
        column.addWidget(number)
        column.addWidget(words)
        self._row.addWidget(tile)
        return number


class DropArea(QPushButton):
    """Says that files can be dropped; pressed, it asks for them instead."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        theme.set_role(self, "drop")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._column = column = QVBoxLayout(self)
        column.setSpacing(2)
        column.addStretch(1)
        self._heading, self._told = self._line(column, ""), self._line(column, "muted")
        column.addStretch(1)
        self.show_can(True)

    def show_can(self, can: bool) -> None:
        """Whether the open file takes anything in; if it does not, say so."""
        if can:
            texts = self.tr("Drop returned files here"), self.tr("Any number at once, or click to choose")
        else:
            texts = self.tr("Nothing can be merged"), self.tr("This file is open for reading only")
        self.setEnabled(can)
        self._heading.setText(texts[0])
        self._told.setText(texts[1])
        self.setAccessibleName(texts[0])
        self.setAccessibleDescription(texts[1])

    def mark(self, *, over: bool) -> None:
        """Show whether files hang above."""
        self.setProperty("over", over)
        self.style().unpolish(self)
        self.style().polish(self)

    def sizeHint(self) -> QSize:
        """As its texts need, not as a button's word would."""
        return self._column.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what the space bar does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def _line(self, column: QVBoxLayout, role: str) -> QLabel:
        label = QLabel(self)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setWordWrap(True)
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.set_role(label, role)
        column.addWidget(label)
        return label
