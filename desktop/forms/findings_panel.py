"""The findings of one part of the form, below the fields that they are about."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from desktop import theme
from desktop.forms.advice import Noticed
from desktop.forms.finding_row import FindingRow

MOST = 3
"""So many findings are shown at once; the rest on demand."""
_WEIGHTS = ("error", "warning", "note")


class FindingsPanel(QFrame):
    """Hidden while there is nothing to say; what weighs most comes first, what is explained last."""

    wanted = Signal(object)
    mended = Signal(object)
    explained = Signal(object, str)
    changed = Signal()
    """Other rows stand here."""

    def __init__(self, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        theme.set_role(self, "findings")
        self.rows: list[FindingRow] = []
        self._shown: tuple[tuple[Noticed, ...], bool] = ((), False)
        self._all = False
        self._more = QPushButton(self)
        self._more.setObjectName("moreFindingsButton")
        theme.set_role(self._more, "small")
        self._more.clicked.connect(self._show_all)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.GAP, theme.GAP_SMALL, theme.GAP_SMALL, theme.GAP_SMALL)
        self._column.setSpacing(4)
        self._column.addWidget(self._more)
        self.hide()

    @property
    def stops(self) -> list[QWidget]:
        """The buttons in the order of the tab key."""
        return [*(button for row in self.rows for button in row.buttons), self._more]

    def show_noticed(self, noticed: Iterable[Noticed], *, locked: bool) -> None:
        """Show these in place of what stands here; a row in which a reason is being typed is let alone."""
        told = tuple(sorted(noticed, key=_weight))
        if (told, locked) == self._shown or any(row.is_explaining for row in self.rows):
            return
        self._shown = (told, locked)
        self._fill()

    def clear(self) -> None:
        """Another task is shown: fold, and forget what is being typed."""
        self._shown, self._all = ((), False), False
        self._fill()

    def finish(self) -> None:
        """Keep the reason that is being typed."""
        for row in self.rows:
            row.finish()

    def _fill(self) -> None:
        told, locked = self._shown
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        seen = told if self._all or len(told) <= MOST + 1 else told[:MOST]
        self.rows = [self._row(one, locked=locked) for one in seen]
        for place, row in enumerate(self.rows):
            self._column.insertWidget(place, row)
        left = len(told) - len(seen)
        self._more.setText(self.tr("%n more…", "", left))
        self._more.setVisible(left > 0)
        self.setVisible(bool(told))
        self.changed.emit()

    def _row(self, noticed: Noticed, *, locked: bool) -> FindingRow:
        row = FindingRow(noticed, locked=locked, parent=self)
        row.wanted.connect(self.wanted)
        row.mended.connect(self.mended)
        row.explained.connect(self.explained)
        return row

    def _show_all(self) -> None:
        self._all = True
        self._fill()
        if self.rows:
            self.rows[-1].setFocus()


def _weight(noticed: Noticed) -> tuple[bool, int]:
    finding = noticed.finding
    return bool(finding.explained), _WEIGHTS.index(finding.severity)
