"""Texts side by side with what differs marked: by a line below or through it, and by colour."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop import theme
from desktop.compared import Mark, Piece, Row, spoken
from desktop.forms.labels import Wrapped
from desktop.forms.notice import Pill

_LONG = re.compile(r"[^ \t\n\u2e80-\uffef\U00020000-\U0003ffff]{24,}")
_TITLES = 84
"""Width of the column of titles."""
_LEAST = 170
"""Least width of a side."""


@dataclass(frozen=True, slots=True)
class SideHead:
    """What stands above a side."""

    title: str
    told: str = ""
    state: str = ""
    """A status to show as a pill; empty for none."""


class MarkedLabel(QLabel):
    """A text with marks; it can be selected, and a screen reader hears the marks as words."""

    def __init__(self, pieces: Sequence[Piece] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pieces: tuple[Piece, ...] = ()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setMinimumHeight(1)
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        way = Qt.TextInteractionFlag
        self.setTextInteractionFlags(way.TextSelectableByMouse)
        self.show_pieces(pieces)

    def show_pieces(self, pieces: Sequence[Piece]) -> None:
        """Show another text."""
        self._pieces = tuple(pieces)
        self.setText(marked_html(self._pieces))
        self.setAccessibleName(spoken(self._pieces))

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What is shown."""
        return self._pieces

    def changeEvent(self, event: QEvent) -> None:
        """Marks in the new colours when light turns dark."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            shown = marked_html(self._pieces)
            if shown != self.text():
                self.setText(shown)


def marked_html(pieces: Sequence[Piece]) -> str:
    """The pieces as rich text in the colours of now."""
    now = theme.colours()
    styles = {
        Mark.DIFFERS: f"background-color:{now.purple_tint};color:{now.purple};text-decoration:underline",
        Mark.ADDED: f"background-color:{now.green_tint};color:{now.green};text-decoration:underline",
        Mark.REMOVED: f"background-color:{now.red_tint};color:{now.red};text-decoration:line-through",
    }
    parts = []
    for piece in pieces:
        text = html.escape(_LONG.sub(lambda run: "\u200b".join(run[0]), piece.text))
        parts.append(f'<span style="{styles[piece.mark]}">{text}</span>' if piece.mark else text)
    return f'<div style="white-space:pre-wrap">{"".join(parts)}</div>'


class SidesView(QScrollArea):
    """A column for each side, a row for each thing that is said. What it stands on shows through it.

    Its widgets are used again and never deleted: when a tree of widgets is deleted while others live on,
    PySide (6.11) may take unrelated wrappers, such as the actions of a tool bar, for deleted too.
    """

    def __init__(self, parent: QWidget | None = None, role: str = "") -> None:
        """`role`: of the texts, as in `theme.set_role`."""
        super().__init__(parent)
        self._role = role
        self._heads: list[_Head] = []
        self._rows: list[_Row] = []
        self._shown = (0, 0)
        """Rows and sides that are shown."""
        self.setObjectName("sidesView")
        self.setAccessibleName(self.tr("Side by side"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._inside = inside = QWidget(self)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 6, 0)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.GAP)
        self._grid.setVerticalSpacing(theme.GAP_SMALL)
        column.addLayout(self._grid)
        column.addStretch(1)
        self.setWidget(inside)
        for behind in (inside, self.viewport()):
            behind.setAutoFillBackground(False)

    @property
    def cells(self) -> list[list[MarkedLabel]]:
        """The labels that are shown, by row and side."""
        rows, sides = self._shown
        return [[cell.label for cell in row.cells[:sides]] for row in self._rows[:rows]]

    def show_sides(self, heads: Sequence[SideHead], rows: Sequence[Row]) -> None:
        """Show other sides."""
        self._make(len(rows), len(heads))
        self._shown = (len(rows), len(heads))
        for number, box in enumerate(self._heads):
            box.setVisible(number < len(heads))
            self._grid.setColumnStretch(number + 1, 1 if number < len(heads) else 0)
            self._grid.setColumnMinimumWidth(number + 1, _LEAST if number < len(heads) else 0)
        self._grid.setColumnMinimumWidth(0, _TITLES if any(row.title for row in rows) else 0)
        for box, head in zip(self._heads, heads, strict=False):
            box.show_head(head)
        for number, line in enumerate(self._rows):
            line.show_row(rows[number] if number < len(rows) else None, len(heads), self.tr("differs"))
        self.verticalScrollBar().setValue(0)

    def _make(self, rows: int, sides: int) -> None:
        """As many widgets as are needed, in their places."""
        while len(self._heads) < sides:
            self._heads.append(_Head(self._inside))
            self._grid.addWidget(self._heads[-1], 0, len(self._heads))
        while len(self._rows) < rows:
            self._rows.append(_Row(self._inside))
            self._grid.addWidget(self._rows[-1].title, len(self._rows), 0)
        for number, row in enumerate(self._rows, 1):
            while len(row.cells) < sides:
                row.cells.append(_Cell(self._role, self._inside))
                self._grid.addWidget(row.cells[-1], number, len(row.cells))


class _Row:
    """The widgets of a row."""

    def __init__(self, parent: QWidget) -> None:
        self.title = Wrapped("", parent)
        theme.set_role(self.title, "muted")
        self.title.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.title.setContentsMargins(0, 8, 0, 0)
        self.title.setMaximumWidth(_TITLES + 40)
        self.cells: list[_Cell] = []

    def show_row(self, row: Row | None, sides: int, differs: str) -> None:
        self.title.setText(row.title if row else "")
        self.title.setVisible(row is not None and bool(row.title))
        for number, cell in enumerate(self.cells):
            shown = row is not None and number < min(sides, len(row.cells))
            cell.setVisible(shown)
            if row is not None and shown:
                cell.label.show_pieces(row.cells[number] or (Piece("—"),))
                cell.label.setAccessibleDescription(differs if row.differs else "")


class _Cell(QFrame):
    """What one side says of one thing."""

    def __init__(self, role: str, parent: QWidget) -> None:
        super().__init__(parent)
        theme.set_role(self, "card")
        self.label = MarkedLabel((), self)
        theme.set_role(self.label, role)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 6, 10, 6)
        column.addWidget(self.label)


class _Head(QWidget):
    """Who says it, when, and of which status it is."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title, self._told, self._pill = Wrapped("", self), Wrapped("", self), Pill(self)
        theme.set_role(self._title, "heading")
        theme.set_role(self._told, "muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 0, 2, 0)
        column.setSpacing(2)
        line = QHBoxLayout()
        line.addStrut(28)  # titles with and without a pill stand at one height
        line.addWidget(self._title, 1)
        line.addWidget(self._pill)
        column.addLayout(line)
        column.addWidget(self._told)
        column.addStretch(1)

    def show_head(self, head: SideHead) -> None:
        """Say it of another side."""
        self._title.setText(head.title)
        self._told.setText(head.told)
        self._told.setVisible(bool(head.told))
        self._pill.setVisible(bool(head.state))
        if head.state:
            self._pill.show_state(head.state)
