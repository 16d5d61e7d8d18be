"""The page that is shown while no file is open: open, begin, or go on with a recent file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

import db
from desktop import icons, theme
from desktop.actions import Actions
from desktop.settings import RECENT_FILES, Settings

WIDTH = 600


class WelcomePage(QWidget):
    """Three ways to begin, and the recent files; a file can also be dropped here."""

    def __init__(
        self,
        actions: Actions,
        settings: Settings,
        open_file: Callable[[Path], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._open_file = open_file
        self.setAcceptDrops(True)
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.GAP)
        self._add_heading()
        self._add_choices(actions)
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        self._column.addLayout(self._recent)
        self._place_in_the_middle()
        self.refresh()

    def refresh(self) -> None:
        """Show the recent files; whether they are still there is found out when one is opened."""
        while (item := self._recent.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        paths = [Path(name) for name in self._settings.get(RECENT_FILES)]
        if not paths:
            return
        heading = QLabel(self.tr("Recent files"), self)
        theme.set_role(heading, "muted")
        self._recent.addWidget(heading)
        for path in paths:
            self._recent.addWidget(self._recent_button(path))

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons again when light turns dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            for choice in self.findChildren(_Choice):
                choice.draw()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file of ours."""
        if self._dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        path = self._dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self._open_file(path)

    def _dropped(self, event: QDropEvent) -> Path | None:
        urls = event.mimeData().urls()
        path = Path(urls[0].toLocalFile()) if len(urls) == 1 else None
        return path if path and path.suffix == db.SUFFIX else None

    def _add_heading(self) -> None:
        title = QLabel(self.tr("Shishi"), self)
        theme.set_role(title, "figure")
        told = QLabel(
            self.tr("Collects, merges and prints what each unit reports on the livelihood projects."), self
        )
        theme.set_role(told, "muted")
        told.setWordWrap(True)
        self._column.addWidget(title)
        self._column.addWidget(told)
        self._column.addSpacing(theme.GAP)

    def _add_choices(self, actions: Actions) -> None:
        for name, icon, text, told in (
            (
                "open",
                "open",
                self.tr("Open a file"),
                self.tr("A fill-in file that was sent to you, or a ledger"),
            ),
            (
                "new_from_table",
                "new",
                self.tr("New from a table"),
                self.tr("Make a ledger from the list of this year's projects (Excel .xlsx or text .txt)"),
            ),
            (
                "open_sample",
                "sample",
                self.tr("Try the sample plan"),
                self.tr("A real list of 56 tasks to look round in; nothing of yours is touched"),
            ),
        ):
            self._column.addWidget(_Choice(actions[name], icon, text, told, self))
        self._column.addSpacing(theme.GAP)

    def _recent_button(self, path: Path) -> QPushButton:
        button = QPushButton(f"{path.name}    {path.parent}", self)
        theme.set_role(button, "recent")
        button.setAccessibleName(self.tr("Open {name}").format(name=path.name))
        button.setToolTip(str(path))
        button.clicked.connect(lambda: self._open_file(path))
        return button

    def _place_in_the_middle(self) -> None:
        middle = QWidget(self)
        middle.setMaximumWidth(WIDTH)
        middle.setLayout(self._column)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(middle, 10)
        row.addStretch(1)
        whole = QVBoxLayout(self)
        whole.addStretch(2)
        whole.addLayout(row)
        whole.addStretch(3)


class _Choice(QPushButton):
    """A wide button: icon, what it does, and a line that explains it."""

    def __init__(self, action: QAction, icon: str, text: str, told: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = icon
        theme.set_role(self, "choice")
        self.setMinimumHeight(72)
        self.setAccessibleName(text)
        self.setAccessibleDescription(told)
        self.setToolTip(action.toolTip())
        self.clicked.connect(action.trigger)
        self._picture = QLabel(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.GAP_LARGE, theme.GAP, theme.GAP_LARGE, theme.GAP)
        row.setSpacing(theme.GAP_LARGE)
        row.addWidget(self._picture)
        row.addLayout(self._texts(text, told), 1)
        self.draw()

    def draw(self) -> None:
        """Draw the icon in the colours of now."""
        self._picture.setPixmap(icons.pixmap(self._icon, 26, theme.colours().accent))

    def _texts(self, text: str, told: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(2)
        for words, role in ((text, "heading"), (told, "muted")):
            label = QLabel(words, self)
            theme.set_role(label, role)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(label)
        return column
