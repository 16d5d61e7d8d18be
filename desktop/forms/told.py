"""What the narrative tells of the measures: agreement, an offer to fill in, and what is only likely."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

import db
from desktop import theme
from desktop.forms.notice import Notice
from desktop.models.measure_table import number_text


class ToldBar(QWidget):
    """Hidden while the narrative tells no figure of a measure, or another than the table.

    That they differ is said below the table, as a finding.
    """

    wanted = Signal(object)
    """The figures that a person wants filled in: {MeasureId: Decimal}."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer: dict[db.MeasureId, Decimal] = {}
        self._notice = Notice("done")
        self._fill = QPushButton(self.tr("Take the figures"))
        self._fill.setObjectName("fillToldButton")
        self._fill.setToolTip(self.tr("Takes the figures of the text into the table where it is blank"))
        self._fill.clicked.connect(lambda: self.wanted.emit(self._offer))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP_SMALL)
        row.addWidget(self._notice, 1)
        row.addWidget(self._fill)
        self.hide()

    @property
    def text(self) -> str:
        """What it says; empty while it is hidden."""
        return self._notice.text

    def clear(self) -> None:
        """Say nothing."""
        self._offer = {}
        self._notice.say("")
        self.hide()

    def show_told(
        self, task: db.Task, content: db.Content, told: Iterable[db.ReadFigure], *, locked: bool
    ) -> None:
        """Say what was read; only what is certain can be taken, and only where the table is blank."""
        given = dict(content.figures)
        read = [(measure, one) for one in told for measure in task.measures if measure.id == one.measure]
        certain = [(measure, one) for measure, one in read if one.certain]
        likely = [(measure, one) for measure, one in read if not one.certain and measure.id not in given]
        self._offer = {one.measure: one.value for _, one in certain if one.measure not in given}
        agreed = [pair for pair in certain if given.get(pair[1].measure, pair[1].value) == pair[1].value]
        parts = [text for text in (self._said(agreed), self._perhaps(likely)) if text]
        self._fill.setVisible(bool(self._offer) and not locked)
        self._notice.say(" ".join(parts), "note" if self._offer or likely else "done")
        self.setVisible(bool(parts))

    def _said(self, certain: list[tuple[db.Measure, db.ReadFigure]]) -> str:
        figures = "、".join(f"{m.label} {number_text(one.value)} {m.unit}" for m, one in certain)
        if not figures:
            return ""
        if self._offer:
            return self.tr("The text says: {figures}").format(figures=figures)
        return self.tr("The text says: {figures}, as the table does").format(figures=figures)

    def _perhaps(self, likely: list[tuple[db.Measure, db.ReadFigure]]) -> str:
        """What a person has to decide; the program never fills it in."""
        figures = "、".join(self._doubtful(m, one) for m, one in likely)
        return (
            self.tr("Perhaps: {figures}; type it if it is right.").format(figures=figures) if figures else ""
        )

    def _doubtful(self, measure: db.Measure, one: db.ReadFigure) -> str:
        value = number_text(one.value)
        if one.kind == "share":
            return self.tr("{label} {value}% of the target").format(label=measure.label, value=value)
        said = f"{measure.label} {value} {measure.unit}"
        return self.tr("{figure} (of a month only)").format(figure=said) if one.kind == "month" else said
