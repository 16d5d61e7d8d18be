"""One conflict: every side with what differs marked, what all started from, and the ways to settle it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop import theme
from desktop.announce import announce
from desktop.forms.flow import FlowLayout
from desktop.forms.labels import wrapped
from desktop.models.conflict_cases import Loaded
from desktop.sides_view import SidesView

MOST = 9
"""So many sides have a button and a key of their own."""


class ConflictPanel(QStackedWidget):
    """Empty, or one conflict, open or settled."""

    take_wanted = Signal(int)
    """The person takes a side (counted from 0)."""
    union_wanted = Signal()
    next_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loaded: Loaded | None = None
        self.sides = SidesView(self)
        self._title = QLabel(self)
        theme.set_role(self._title, "title")
        self._target, self._units = wrapped(), wrapped(role="muted")
        self._empty = wrapped(role="muted")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._make_chips()
        self._make_buttons()
        self.addWidget(self._empty)
        self.addWidget(self._panel())

    def show_nothing(self, why: str) -> None:
        """Say why nothing is shown."""
        self._loaded = None
        self._empty.setText(why)
        self.setCurrentIndex(0)

    def show_conflict(self, loaded: Loaded, *, writable: bool) -> None:
        """Show a conflict; with `writable` an open one can be settled."""
        again = self._loaded is not None and self._loaded.key == loaded.key
        self._loaded = loaded
        place = loaded.place
        self._title.setText(place.name.split("  ")[0])
        self._target.setText(place.task.target)
        units = "★ " + "、".join(unit.name for unit in place.task.leads)
        self._units.setText(f"{units}  ·  {place.period.label}")
        self.start_chip.setEnabled(bool(loaded.from_start))
        if not loaded.from_start:
            self.each_chip.setChecked(True)
        self._show_sides()
        self._show_buttons(loaded, writable=writable)
        self.setCurrentIndex(1)
        if not again:
            announce(self, f"{place.name} {self._units.text()}")

    def wait(self) -> None:
        """Nothing can be settled until another conflict, or this one again, is shown."""
        for button in (*self.take_buttons, self.union_button):
            button.setEnabled(False)

    def _show_sides(self) -> None:
        if self._loaded is not None:
            from_start = self.start_chip.isChecked() and self._loaded.from_start
            rows = self._loaded.from_start if from_start else self._loaded.each_other
            self.sides.show_sides(self._loaded.heads, rows)

    def _show_buttons(self, loaded: Loaded, *, writable: bool) -> None:
        count, is_open = len(loaded.sides.sides), loaded.sides.result is None
        for side, button in enumerate(self.take_buttons):
            button.setVisible(is_open and side < count)
            button.setEnabled(writable)
            button.setText(self._take_word(side, count))
        self.union_button.setVisible(is_open)
        self.union_button.setEnabled(writable)

    def _take_word(self, side: int, count: int) -> str:
        if count == 2:
            return self.tr("Take the left (1)") if side == 0 else self.tr("Take the right (2)")
        return self.tr("Take side {number} ({number})").format(number=side + 1)

    def _make_chips(self) -> None:
        self.each_chip = _chip(self.tr("Against each other"), "againstEachOther", self)
        self.start_chip = _chip(self.tr("Against what all started from"), "againstStart", self)
        group = QButtonGroup(self)
        for chip in (self.each_chip, self.start_chip):
            group.addButton(chip)
            chip.clicked.connect(self._show_sides)
        self.each_chip.setChecked(True)

    def _make_buttons(self) -> None:
        self.take_buttons = [QPushButton(self) for _ in range(MOST)]
        for side, button in enumerate(self.take_buttons):
            button.setObjectName(f"takeSide{side + 1}")
            button.hide()
            button.clicked.connect(lambda _=False, side=side: self.take_wanted.emit(side))
        self.union_button = QPushButton(self.tr("Write one text (Enter)"), self)
        self.union_button.setObjectName("writeUnion")
        self.union_button.clicked.connect(self.union_wanted)
        self.next_button = QPushButton(self.tr("Next (N)"), self)
        self.next_button.setObjectName("nextConflict")
        self.next_button.clicked.connect(self.next_wanted)

    def _panel(self) -> QWidget:
        panel = QWidget(self)
        column = QVBoxLayout(panel)
        column.setContentsMargins(theme.MARGIN, theme.GAP_LARGE, theme.MARGIN, theme.GAP)
        column.setSpacing(theme.GAP_SMALL)
        top = QHBoxLayout()
        top.setSpacing(theme.GAP_SMALL)
        top.addWidget(self._title, 1)
        top.addWidget(self.each_chip)
        top.addWidget(self.start_chip)
        column.addLayout(top)
        column.addWidget(self._target)
        column.addWidget(self._units)
        column.addSpacing(theme.GAP_SMALL)
        column.addWidget(self.sides, 1)
        buttons = QWidget(panel)
        flow = FlowLayout(buttons)
        for button in (*self.take_buttons, self.union_button, self.next_button):
            flow.addWidget(button)
        column.addWidget(buttons)
        return panel


def _chip(text: str, name: str, parent: QWidget) -> QPushButton:
    chip = QPushButton(text, parent)
    chip.setObjectName(name)
    chip.setCheckable(True)
    theme.set_role(chip, "chip")
    return chip
