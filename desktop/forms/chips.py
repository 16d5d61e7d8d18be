"""The filter chips over the tree: a word and a count each, one of them on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from desktop import theme
from desktop.forms.flow import FlowLayout
from desktop.models.states import RowState

ALL = "all"

FILTERS: dict[str, Callable[[RowState], bool]] = {
    ALL: lambda row: True,
    "to_fill": lambda row: not row.filled,
    "draft": lambda row: row.draft,
    "behind": lambda row: row.state == "behind",
    "sent_back": lambda row: row.state == "sent_back",
    "conflict": lambda row: row.state in ("conflict", "changed_after_approval"),
}

_WORDS: dict[str, Any] = {
    ALL: QT_TRANSLATE_NOOP("Chips", "All"),
    "to_fill": QT_TRANSLATE_NOOP("Chips", "To fill in"),
    "draft": QT_TRANSLATE_NOOP("Chips", "Drafts"),
    "behind": QT_TRANSLATE_NOOP("Chips", "Behind"),
    "sent_back": QT_TRANSLATE_NOOP("Chips", "Sent back"),
    "conflict": QT_TRANSLATE_NOOP("Chips", "Conflicts"),
}
_ALWAYS = (ALL, "to_fill")
"""Shown even when nothing is in them."""


class Chips(QWidget):
    """Which tasks the tree shows."""

    chosen = Signal(str)
    """Another chip was turned on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusFilter")
        self.setAccessibleName(self.tr("Which tasks to show"))
        self._group = QButtonGroup(self)
        self._chips = {name: self._make(name) for name in FILTERS}
        layout = FlowLayout(self)
        for chip in self._chips.values():
            layout.addWidget(chip)
        self._chips[ALL].setChecked(True)

    @property
    def current(self) -> str:
        """The chip that is on."""
        return next(name for name, chip in self._chips.items() if chip.isChecked())

    def choose(self, name: str) -> None:
        """Turn a chip on."""
        if not self._chips[name].isChecked():
            self._chips[name].setChecked(True)
            self.chosen.emit(name)

    def count(self, rows: Iterable[RowState]) -> None:
        """Count anew; a chip with nothing in it hides unless it is on."""
        alike = Counter(rows)
        for name, belongs in FILTERS.items():
            count = sum(times for row, times in alike.items() if belongs(row))
            chip = self._chips[name]
            chip.setText(f"{QCoreApplication.translate('Chips', _WORDS[name])} {count}")
            chip.setVisible(bool(count) or name in _ALWAYS or chip.isChecked())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go from chip to chip."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        shown = [name for name, chip in self._chips.items() if not chip.isHidden()]
        if step is None:
            super().keyPressEvent(event)
            return
        name = shown[(shown.index(self.current) + step) % len(shown)]
        self.choose(name)
        self._chips[name].setFocus()

    def _make(self, name: str) -> QPushButton:
        chip = QPushButton(self)
        chip.setObjectName(f"filter_{name}")
        chip.setCheckable(True)
        theme.set_role(chip, "chip")
        self._group.addButton(chip)
        chip.clicked.connect(lambda: self.chosen.emit(name))
        return chip
