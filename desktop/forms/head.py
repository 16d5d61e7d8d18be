"""The upper part of the form: number, title and state; the target and who answers for it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop import theme, times
from desktop.forms.filling import Filling, unit_text
from desktop.forms.labels import wrapped
from desktop.forms.notice import Pill
from desktop.models.states import row_state


class Head(QWidget):
    """Number, title, when the draft was kept, and the state."""

    discard = Signal()
    """The draft shall be forgotten."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = QLabel()
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        theme.set_role(self._title, "title")
        self._category = QLabel()
        self._category.setTextFormat(Qt.TextFormat.PlainText)
        theme.set_role(self._category, "muted")
        self._kept = QLabel()
        theme.set_role(self._kept, "muted")
        self._discard = QPushButton(self.tr("Discard draft"))
        self._discard.setObjectName("discardDraftButton")
        self._discard.setToolTip(self.tr("Forget what was typed since the last save, and show what is saved"))
        theme.set_role(self._discard, "quiet")
        self._discard.clicked.connect(self.discard)
        self._draft, self._pill = Pill(), Pill()
        self._draft.show_state("draft")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._title)
        row.addSpacing(theme.GAP_SMALL)
        row.addWidget(self._category)
        row.addStretch(1)
        for widget in (self._kept, self._discard, self._draft, self._pill):
            row.addWidget(widget)
        # The buttons come and go with the draft; the line stays as high as it is.
        self.setMinimumHeight(self._discard.sizeHint().height())

    def show_filling(self, filling: Filling) -> None:
        """Show another task, or the same as it now stands."""
        several = len(filling.item.tasks) > 1
        number = filling.task.name if several else filling.task.number
        self._title.setText(f"{number}  {filling.item.title}".strip())
        self._category.setText(filling.category)
        self._pill.show_state(row_state(filling.entry, None).state)
        self.show_draft(filling.draft.typed_at if filling.draft else "")

    def show_draft(self, typed_at: str) -> None:
        """Say when the draft was kept; an empty text when there is none."""
        if typed_at:
            self._kept.setText(self.tr("kept {time}").format(time=times.local(typed_at, times.CLOCK)))
        for widget in (self._kept, self._discard, self._draft):
            widget.setVisible(bool(typed_at))


class TargetCard(QFrame):
    """The target, word by word, with lead and cooperating units and the table's further columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "card")
        title = QLabel(self.tr("Target of the year"))
        theme.set_role(title, "muted")
        self._target, self._units, self._extra = wrapped(), wrapped(role="muted"), wrapped(role="muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 6, 16, 6)
        column.setSpacing(2)
        for label in (title, self._target, self._units, self._extra):
            column.addWidget(label)

    def show_filling(self, filling: Filling) -> None:
        """Show another task."""
        task, plan = filling.task, filling.plan
        units = "★ " + "、".join(unit_text(unit, plan) for unit in task.leads)
        if task.cooperating:
            names = "、".join(unit_text(unit, plan) for unit in task.cooperating)
            units += "    " + self.tr("With: {units}").format(units=names)
        self._target.setText(task.target)
        self._units.setText(units)
        self._extra.setText("\n".join(f"{name}:{text}" for name, text in task.extra if text))
        self._extra.setVisible(bool(self._extra.text()))
