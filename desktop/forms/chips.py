"""The filter chips over the tree: a word and a count each, one of them on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from desktop import theme
from desktop.forms.flow import FlowLayout
from desktop.models.states import RowState

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

ALL = "all"

FILTERS: dict[str, Callable[[RowState], bool]] = {
    ALL: lambda row: True,
    "to_fill": lambda row: not row.filled,
    "draft": lambda row: row.draft,
    "sent_back": lambda row: row.state == "sent_back",
    "behind": lambda row: row.state == "behind",
    "conflict": lambda row: row.state in ("conflict", "changed_after_approval"),
    "not_reported": lambda row: not row.reported,
}

_WORDS: dict[str, Any] = {
    ALL: QT_TRANSLATE_NOOP("Chips", "All"),
    "to_fill": QT_TRANSLATE_NOOP("Chips", "To fill in"),
    "draft": QT_TRANSLATE_NOOP("Chips", "Drafts"),
    "sent_back": QT_TRANSLATE_NOOP("Chips", "Sent back"),
    "behind": QT_TRANSLATE_NOOP("Chips", "Behind"),
    "conflict": QT_TRANSLATE_NOOP("Chips", "Conflicts"),
    "not_reported": QT_TRANSLATE_NOOP("Chips", "Not reported"),
}
_OF_LEDGERS = ("not_reported",)
"""What a unit reports is asked of a ledger; in a unit's own file it is what is to be filled in."""
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

    def preset(self, name: str) -> None:
        """Turn a chip on without telling; all, for a name that is none."""
        self._chips.get(name, self._chips[ALL]).setChecked(True)

    def count(self, rows: Iterable[RowState] | Mapping[RowState, int], *, is_ledger: bool = False) -> None:
        """Count anew, or show how many rows stand alike; a chip with nothing in it hides unless it is on."""
        alike = Counter(rows)
        for name, belongs in FILTERS.items():
            count = sum(times for row, times in alike.items() if belongs(row))
            is_offered = is_ledger or name not in _OF_LEDGERS
            chip, word = self._chips[name], QCoreApplication.translate("Chips", _WORDS[name])
            chip.setText(f"{word} {count}")
            chip.setVisible((bool(count) and is_offered) or name in _ALWAYS or chip.isChecked())

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
