"""A line for a folder: its path and a button that asks for another."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from desktop import choose, theme
from desktop.settings import Settings


class FolderLine(QWidget):
    """Starts at the folder used last."""

    def __init__(self, settings: Settings, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._title = title
        self.edit = QLineEdit(str(choose.start_folder(settings)), self)
        self.edit.setAccessibleName(title)
        self.button = QPushButton(self.tr("Choose…"), self)
        self.button.setAccessibleName(title)
        self.button.clicked.connect(self._choose)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP_SMALL)
        row.addWidget(self.edit, 1)
        row.addWidget(self.button)

    @property
    def folder(self) -> Path:
        """The folder as it stands in the line; it need not exist."""
        return Path(self.edit.text().strip())

    def _choose(self) -> None:
        choose.folder(self, self._settings, self._title, lambda path: self.edit.setText(str(path)))
