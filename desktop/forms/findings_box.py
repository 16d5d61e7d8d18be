"""What the checks noticed in an entry: a line each, as high as they need up to a limit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop import messages, theme
from desktop.forms.labels import Wrapped
from desktop.forms.notice import Mark

if TYPE_CHECKING:
    from db import Finding

MOST = 140
"""Pixels; what is more is scrolled."""
_ORDER = ("error", "warning", "note")


class FindingsBox(QScrollArea):
    """Hidden while there is nothing to say. Its lines are used again, as those of `SidesView`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reviewFindings")
        self.setAccessibleName(self.tr("What the checks noticed"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._lines: list[_Line] = []
        self._inside = inside = QWidget(self)
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, theme.GAP, 0)
        self._column.setSpacing(4)
        self.setWidget(inside)
        for behind in (inside, self.viewport()):
            behind.setAutoFillBackground(False)
        self.hide()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show these findings, the weightiest first."""
        while len(self._lines) < len(findings):
            self._lines.append(_Line(self._inside))
            self._column.addWidget(self._lines[-1])
        for line in self._lines[len(findings) :]:
            line.hide()
        told = sorted(findings, key=lambda one: _ORDER.index(one.severity))
        for line, finding in zip(self._lines, told, strict=False):
            line.say(finding, self.tr("Explained: {text}").format(text=finding.explained))
            line.show()
        self.setVisible(bool(findings))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower lines are higher."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        height = self._column.heightForWidth(self.viewport().width())
        self.setFixedHeight(min(MOST, max(height, 0) + 4))


class _Line(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._mark, self._label = Mark("note", self), Wrapped("", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._mark)
        row.addWidget(self._label, 1)

    def say(self, finding: Finding, explained: str) -> None:
        text = messages.sentence(finding.code, dict(finding.details))
        self._label.setText(f"{text}  {explained}" if finding.explained else text)
        self._mark.state = finding.severity
        self._mark.update()
        role = "muted" if finding.severity == "note" else ""
        if self._label.property("role") != role:
            theme.set_role(self._label, role)
            self._label.style().polish(self._label)
