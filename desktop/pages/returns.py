"""The page of returns: who has handed in what, and merging what came back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

import db
from desktop import choose, operations, theme
from desktop.allowed import allowed
from desktop.merge_panel import MergePanel
from desktop.models.returns_table import ReturnsTable
from desktop.models.returns_view import ReturnsView
from desktop.page_focus import take_focus
from desktop.returns_line import ReturnsLine
from desktop.returns_tiles import DropArea, Tiles
from desktop.session import Session
from desktop.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db import MergeReport, Standing, UnitId


class ReturnsPage(QWidget):
    """Tiles, a drop area, a row a unit, and below it what a merge would do."""

    wanted = Signal(str, str)
    """What a row asks for that this page does not do, and the unit's name: `issue`, `corrections`,
    `conflict`, `review`, `changed` or `tasks`."""

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._stale = True
        self.setAcceptDrops(True)
        self.model = ReturnsTable(self)
        self.table = ReturnsView(self.model, settings, self)
        self.tiles = Tiles(self)
        self.drop_area = DropArea(self)
        self.line = ReturnsLine(session, settings, self)
        self.panel = MergePanel(session, self)
        self._lay_out()
        self._connect()

    def choose_files(self) -> None:
        """Ask which files to merge, then show what that would do."""
        pattern = self.tr("Returned files (*.shishi *.xlsx)")
        choose.existing_files(self, self._settings, self.tr("Merge returns"), pattern, self.panel.preview)

    def refresh(self) -> None:
        """Read again who has returned what."""
        view = self._session.view
        if view is None or view.terms is not None:
            return
        self._stale = False
        self._session.query(lambda ledger: db.standing(ledger, view.plan, view.period), self._show)

    def show_receipts(self, units: Sequence[UnitId] = ()) -> None:
        """Show the receipts of these units, or of all."""
        from desktop.dialogs.receipts import ReceiptsDialog

        ReceiptsDialog(self._session, self._settings, units, self).open()

    def copy_reminder(self, unit: UnitId | None = None) -> None:
        """Put what is missing (of a unit, or of all) on the clipboard, for a mail or a chat."""
        view = self._session.view
        if view is not None:
            plan, period = view.plan, view.period
            self._session.query(
                lambda ledger: db.chase_text(ledger, plan, period, unit=unit), self._copied, receiver=self
            )

    def save_chase_list(self) -> None:
        """Ask where, and write the list of the missing."""
        view = self._session.view
        if view is not None:
            name = self.tr("{plan}_{period}_missing.pdf").format(
                plan=view.plan.title, period=view.period.label
            )
            pattern, title = self.tr("PDF (*.pdf)"), self.tr("Save the list of the missing")
            choose.new_file(self, self._settings, title, pattern, name, self._write_chase_list)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what changed while this was hidden."""
        super().showEvent(event)
        take_focus(self.table)
        if self._stale:
            self.refresh()
        self.line.show_ledger()
        self.line.watch.look_soon()

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
            self.line.show_ledger()

    def _show(self, rows: tuple[Standing, ...]) -> None:
        self.model.show_rows(rows)
        view = self._session.view
        if view is not None:
            self.tiles.show_rows(rows, view.plan)

    def _do(self, what: str, name: str) -> None:
        """What a row asks for: here, or by whoever can."""
        unit = next((row.unit.id for row in self.model.rows if row.unit.name == name), None)
        if what == "chase":
            self.copy_reminder(unit)
        elif what == "receipt" and unit is not None:
            self.show_receipts([unit])
        else:
            self.wanted.emit(what, name)

    def _arrived(self, paths: list[Path]) -> None:
        """Files came into the watched folder: those that bring something are shown, none is merged."""
        if self._can_merge():
            self._session.query(
                lambda ledger: db.preview_merge(ledger, paths),
                lambda report: self._offer(paths, report),
                receiver=self,
            )
        else:
            self.line.watch.forget(paths)  # told again once the merge that runs is done

    def _offer(self, paths: list[Path], report: MergeReport) -> None:
        if len(report.files) == len(paths):
            told = zip(paths, report.files, strict=True)
            paths = [path for path, file in told if file.outcome != "unchanged"]
        self.panel.add(paths)

    def _merged(self) -> None:
        self.line.watch.look_soon()

    def _chase(self, how: str) -> None:
        if how == "copy":
            self.copy_reminder()
        else:
            self.save_chase_list()

    def _copied(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._session.done.emit(self.tr("The reminder is on the clipboard"))

    def _write_chase_list(self, path: Path) -> None:
        view = self._session.view
        if view is not None:
            self._session.run(operations.write_chase_list(view.plan, view.period, path))

    def _connect(self) -> None:
        self.drop_area.clicked.connect(self.choose_files)
        self.table.wanted.connect(self._do)
        self.line.arrived.connect(self._arrived)
        self.line.receipts_wanted.connect(
            lambda: self.show_receipts([row.unit.id for row in self.table.selected()])
        )
        self.line.chase_wanted.connect(self._chase)
        self.panel.done.connect(self._merged)
        self._session.shown.connect(self._changed)
        self._session.closed.connect(self.line.put_away)

    def _lay_out(self) -> None:
        frame = QFrame(self)
        theme.set_role(frame, "card")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, 4, 1, 4)
        inside.addWidget(self.table)
        top = QHBoxLayout()
        top.setSpacing(theme.GAP)
        top.addWidget(self.tiles)
        top.addWidget(self.drop_area, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MARGIN, theme.GAP_LARGE, theme.MARGIN, theme.GAP_LARGE)
        column.setSpacing(theme.GAP)
        column.addLayout(top)
        column.addWidget(self.line)
        column.addWidget(frame, 3)
        column.addWidget(self.panel, 3)


def dropped_paths(event: QDropEvent) -> list[Path]:
    """The files and folders that are being dropped."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
