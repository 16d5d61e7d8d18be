"""The line above the table of returns: the folder that is watched, the receipts, the list of the missing."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from desktop import choose, theme
from desktop.session import Session
from desktop.settings import Settings, watched_folder
from desktop.watch import FolderWatch

SHOWN = 46
"""Characters of the folder's path that are shown; its end says most."""


class ReturnsLine(QWidget):
    """Remembers for each ledger which folder is watched."""

    arrived = Signal(list)
    """Files that came into the folder and are there whole."""
    receipts_wanted = Signal()
    chase_wanted = Signal(str)
    """The list of the missing: `copy` or `pdf`."""

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self.watch = FolderWatch(session, self)
        self.watch.arrived.connect(self.arrived)
        self.watch.lost.connect(self._lost)
        self._told = QLabel(self)
        self._told.setObjectName("watchedFolder")
        theme.set_role(self._told, "muted")
        self.watch_button = self._button("watchButton", self.tr("Watch a folder…"))
        self.watch_button.clicked.connect(self._choose)
        self.stop_button = self._button("stopWatching", self.tr("Stop watching"))
        self.stop_button.clicked.connect(self._stop)
        self.receipts_button = self._button("receiptsButton", self.tr("Receipts…"))
        self.receipts_button.clicked.connect(self.receipts_wanted)
        self.chase_button = self._button("chaseButton", self.tr("List of the missing"))
        self.chase_button.setMenu(self._chase_menu())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP_SMALL)
        for widget in (self.watch_button, self._told, self.stop_button):
            row.addWidget(widget)
        row.addStretch(1)
        for widget in (self.receipts_button, self.chase_button):
            row.addWidget(widget)

    def show_ledger(self) -> None:
        """Watch the folder that is remembered for the ledger that is open."""
        view = self._session.view
        known = self._settings.get(watched_folder(str(view.path))) if view and not view.read_only else ""
        folder = Path(known) if known else None
        if view is not None and folder != self.watch.folder:
            self.watch.watch(folder, view.path)
        self._say()

    def put_away(self) -> None:
        """No ledger is open."""
        self.watch.watch(None, Path())
        self._say()

    def _choose(self) -> None:
        choose.folder(self, self._settings, self.tr("Watch a folder for returns"), self.watch_folder)

    def watch_folder(self, folder: Path) -> None:
        """Watch a folder, and remember it for this ledger."""
        view = self._session.view
        if view is not None:
            self._settings.put(watched_folder(str(view.path)), str(folder))
            self.show_ledger()

    def _stop(self) -> None:
        view = self._session.view
        if view is not None:
            self._settings.put(watched_folder(str(view.path)), "")
            self.show_ledger()

    def _say(self) -> None:
        folder = self.watch.folder
        self.watch_button.setVisible(folder is None)
        self.stop_button.setVisible(folder is not None)
        self._told.setVisible(folder is not None)
        text = str(folder or "")
        shown = text if len(text) <= SHOWN else f"…{text[-SHOWN:]}"
        self._told.setText(self.tr("Watching {folder}").format(folder=shown))
        self._told.setToolTip(
            self.tr("{folder}\nWhat arrives there is shown here; nothing is merged by itself.").format(
                folder=text
            )
        )

    def _lost(self) -> None:
        self._told.setText(self.tr("The watched folder cannot be read now: {folder}").format(
            folder=self.watch.folder
        ))  # fmt: skip

    def _chase_menu(self) -> QMenu:
        menu = QMenu(self)
        for name, text in (("copy", self.tr("Copy as text")), ("pdf", self.tr("Save as PDF…"))):
            action = menu.addAction(text)
            action.setObjectName(f"chase_{name}")
            action.triggered.connect(lambda _=False, name=name: self.chase_wanted.emit(name))
        return menu

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        return button
