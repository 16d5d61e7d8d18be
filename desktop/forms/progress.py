"""The narrative beside that of the period before."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop import theme
from desktop.forms.editors import TextEdit
from desktop.forms.fields import Field, make_label
from desktop.forms.filling import Filling

USUAL = 500
"""Characters that a narrative usually keeps to; more are saved all the same."""
MUCH = 2000
"""More characters than these are counted in red: something was pasted that is no narrative."""


class Progress(QWidget):
    """Narrative with its count at the left, last period's words at the right."""

    def __init__(self, field: Field, editor: TextEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._editor = editor
        self._label = make_label(field, editor)
        self._count = QLabel()
        tip = self.tr("{usual} characters are the usual length; a longer text is saved whole.")
        self._count.setToolTip(tip.format(usual=USUAL))
        self._previous = TextEdit()
        self._previous.setObjectName("previousNarrative")
        self._previous.setReadOnly(True)
        self._previous.setAccessibleName(self.tr("Last period's narrative"))
        self._take = QPushButton(self.tr("Take as a start"))
        self._take.setObjectName("takePreviousButton")
        self._take.setToolTip(self.tr("Copies last period's words into the narrative, to go on from there"))
        self._take.clicked.connect(self._take_previous)
        editor.textChanged.connect(self._show_count)
        self._arrange()

    def show_filling(self, filling: Filling) -> None:
        """Show last period's words, or why there are none."""
        before = filling.before.current if filling.before else None
        narrative = before.content.narrative if before else ""
        self._previous.give(narrative)
        hint = (
            self.tr("Nothing was reported")
            if filling.has_before
            else self.tr("The first period: nothing before it")
        )
        self._previous.setPlaceholderText(f"({hint})")
        self._take.setEnabled(bool(narrative) and not filling.locked)
        self._label.setText(self.tr("Progress ({period})").format(period=filling.period.label))
        self._show_count()

    def _take_previous(self) -> None:
        self._editor.add(self._previous.text())
        self._editor.setFocus()

    def _show_count(self) -> None:
        count = sum(not char.isspace() for char in self._editor.text())
        self._count.setText(self.tr("{count} / {usual} characters").format(count=count, usual=USUAL))
        role = "error" if count > MUCH else "muted"
        if self._count.property("role") != role:
            theme.set_role(self._count, role)
            self._count.style().polish(self._count)

    def _arrange(self) -> None:
        heading = QLabel(self.tr("Last period"))
        heading.setBuddy(self._previous)
        left, right = QHBoxLayout(), QHBoxLayout()
        left.addWidget(self._label, 1)
        left.addWidget(self._count)
        right.addWidget(heading, 1)
        right.addWidget(self._take)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.GAP + 4)
        grid.setVerticalSpacing(theme.GAP_SMALL)
        grid.addLayout(left, 0, 0)
        grid.addLayout(right, 0, 1)
        grid.addWidget(self._editor, 1, 0)
        grid.addWidget(self._previous, 1, 1)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        grid.setRowStretch(1, 1)
