"""What the narrative tells beside what the table says: agreement, mismatch, and an offer to fill in."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

import db
from desktop.forms.notice import Notice
from desktop.models.measure_table import number_text


class ToldBar(QWidget):
    """Hidden while the narrative tells no figure of a measure."""

    wanted = Signal(object)
    """The figures that a person wants filled in: {MeasureId: Decimal}."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_awake = False
        """Whether a narrative was read already: the first takes longer than the others."""
        self._offer: dict[db.MeasureId, Decimal] = {}
        self._notice = Notice("done")
        self._fill = QPushButton(self.tr("Take the figures"))
        self._fill.setObjectName("fillToldButton")
        self._fill.setToolTip(self.tr("Takes the figures of the text into the table where it is blank"))
        self._fill.clicked.connect(lambda: self.wanted.emit(self._offer))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._notice, 1)
        row.addWidget(self._fill)
        self.hide()

    @property
    def text(self) -> str:
        """What it says; empty while it is hidden."""
        return self._notice.text

    def compare(self, task: db.Task, content: db.Content, *, locked: bool) -> None:
        """Read the narrative again."""
        told = self._read(task.measures, content.narrative)
        given = dict(content.figures)
        measures = [measure for measure in task.measures if measure.id in told]
        differs = [m for m in measures if m.id in given and given[m.id] != told[m.id]]
        self._offer = {m.id: told[m.id] for m in measures if m.id not in given}
        self._fill.setVisible(bool(self._offer) and not locked)
        self._notice.say(*self._sentence(measures, differs, told, given))
        self.setVisible(bool(measures))

    def _read(self, measures: tuple[db.Measure, ...], narrative: str) -> dict[db.MeasureId, Decimal]:
        if not measures or not narrative.strip():
            return {}
        # The patterns that read figures take as long to make as the page: not before one is needed.
        from db import figures_told

        self.is_awake = True
        return dict(figures_told(measures, narrative))

    def _sentence(
        self,
        measures: list[db.Measure],
        differs: list[db.Measure],
        told: dict[db.MeasureId, Decimal],
        given: dict[db.MeasureId, Decimal],
    ) -> tuple[str, str]:
        """The sentence and the state whose shape stands before it; what differs comes first."""
        if differs:
            each = self.tr("{label}: the text says {told}, the table {given}")
            parts = [
                each.format(label=m.label, told=number_text(told[m.id]), given=number_text(given[m.id]))
                for m in differs
            ]
            return "; ".join(parts), "warning"
        figures = "、".join(f"{m.label} {number_text(told[m.id])} {m.unit}" for m in measures)
        if not figures:
            return "", "note"
        if self._offer:
            return self.tr("The text says: {figures}").format(figures=figures), "note"
        return self.tr("The text says: {figures}, as the table does").format(figures=figures), "done"
