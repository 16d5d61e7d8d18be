"""What was typed the last time and not saved: it stands in the form again, and this says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from desktop import theme, times
from desktop.forms.labels import wrapped

if TYPE_CHECKING:
    from desktop.session import View

MOST = 6
"""So many are named; of the rest the number is said."""


class BroughtBack(QFrame):
    """By item and time; the drafts can be shown, and the saved text is one button and Ctrl+Z away."""

    closed = Signal()
    wanted = Signal()
    """The tasks with drafts are to be shown."""

    def __init__(self, view: View, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("broughtBack")
        theme.set_role(self, "bar")
        text = self._told(view)
        self.setAccessibleName(text)
        show = QPushButton(self.tr("Show the drafts"))
        show.setObjectName("showDraftsButton")
        show.clicked.connect(self.wanted)
        close = QPushButton(self.tr("Close"))
        close.setObjectName("closeBroughtBack")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.MARGIN, 4, theme.GAP, 4)
        row.addWidget(wrapped(text), 1)
        for button in (show, close):
            theme.set_role(button, "quiet")
            button.clicked.connect(self._close)
            row.addWidget(button)

    def _told(self, view: View) -> str:
        several = {item.number for c in view.plan.categories for item in c.items if len(item.tasks) > 1}
        tasks = [task for task in view.plan.tasks() if task.id in view.drafts]
        named = [
            f"{task.name if task.number in several else task.number} "
            f"({times.local(view.drafts[task.id].typed_at, times.WITHOUT_YEAR)})"
            for task in tasks[:MOST]
        ]
        if len(tasks) > MOST:
            named.append(self.tr("%n more", "", len(tasks) - MOST))
        said = self.tr(
            "Brought back what was typed and not saved: {tasks}. “Discard draft” shows what is saved "
            "instead; Ctrl+Z brings the draft back again."
        )
        return said.format(tasks="、".join(named))

    def _close(self) -> None:
        self.hide()
        self.closed.emit()
