"""Above the table of returns: numbers that say where the round stands, and a place to drop files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop import theme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db import Plan, Standing, TaskId

GROUPS = {
    "returned": ("returned", "approved"),
    "look": ("conflict", "sent_back", "changed_after_approval", "partial"),
    "missing": ("missing",),
}
"""Every unit that was issued something is in one of these, by its state."""
TONES = {"returned": "green", "look": "orange", "missing": "red"}
"""Colours of the tiles' numbers while they are not 0; the words below them say the same."""


def counts(rows: Sequence[Standing]) -> dict[str, int]:
    """How many units were issued something, and how many of them are in each of `GROUPS`."""
    states = [row.state for row in rows if row.state != "not_issued"]
    return {"issued": len(states)} | {
        name: sum(state in group for state in states) for name, group in GROUPS.items()
    }


def tasks_filled(rows: Sequence[Standing], plan: Plan) -> tuple[int, int]:
    """How many tasks are filled of those issued; of all, while nothing is issued. A joint one counts once."""
    issued: set[TaskId] = {task for row in rows for task in row.issued_tasks}
    filled: set[TaskId] = {task for row in rows for task in row.filled_tasks}
    every = issued or {task.id for task in plan.tasks() if not task.retired}
    return len(filled & every), len(every)


class Tiles(QWidget):
    """Five numbers, counted against what was issued."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.GAP)
        self._words = {
            "issued": self.tr("units issued"),
            "returned": self.tr("returned"),
            "look": self.tr("to look at"),
            "missing": self.tr("missing"),
            "tasks": self.tr("tasks filled in"),
        }
        self.numbers = {name: self._tile(text) for name, text in self._words.items()}

    def show_rows(self, rows: Sequence[Standing], plan: Plan) -> None:
        """Count."""
        for name, count in counts(rows).items():
            shown = str(count)
            if name == "issued" and count < len(rows):
                shown = f"{count} / {len(rows)}"
            self._show_number(name, shown)
            self._paint_number(self.numbers[name], TONES.get(name, "") if count else "")
        filled, every = tasks_filled(rows, plan)
        self._show_number("tasks", f"{filled} / {every}")

    def _show_number(self, name: str, text: str) -> None:
        self.numbers[name].setText(text)
        self.numbers[name].setAccessibleName(f"{self._words[name]} {text}")

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
