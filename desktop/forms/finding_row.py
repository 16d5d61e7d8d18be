"""One finding in the form: shape, word and sentence; what mends it, and a line to say why it may stand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop import messages, theme
from desktop.forms.advice import Noticed
from desktop.forms.editors import LineEdit, commit_input_method
from desktop.forms.finding_words import REASON_SETTLES, mend_word, severity_word
from desktop.forms.labels import wrapped
from desktop.forms.notice import Mark


class FindingRow(QWidget):
    """Enter or a click on the sentence goes to its field."""

    wanted = Signal(object)
    """Go to the field of this `db.Finding`."""
    mended = Signal(object)
    """The `db.Content` that the row is to be."""
    explained = Signal(object, str)
    """A `db.Finding` and the reason why it may stand; an empty one takes the reason back."""

    def __init__(self, noticed: Noticed, *, locked: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.noticed = noticed
        finding = noticed.finding
        self.setObjectName("findingRow")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._text = wrapped(self._sentence(), "muted" if finding.severity == "note" else "")
        self.setAccessibleName(f"{severity_word(finding.severity)}: {self._text.text()}")
        self._reason: LineEdit | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        line = QHBoxLayout()
        line.setSpacing(theme.GAP_SMALL)
        mark = Mark(finding.severity)
        mark.setToolTip(severity_word(finding.severity))
        line.addWidget(mark)
        line.addWidget(wrapped(severity_word(finding.severity), "muted"))
        line.addWidget(self._text, 1)
        self.buttons = [] if locked else self._buttons()
        for button in self.buttons:
            line.addWidget(button)
        self._column.addLayout(line)

    @property
    def is_explaining(self) -> bool:
        """Whether a reason is being typed."""
        return self._reason is not None

    def ask(self) -> None:
        """Open the line for the reason."""
        if self._reason is None:
            self._reason = LineEdit(self)
            self._reason.setObjectName("explainEdit")
            self._reason.setAccessibleName(self.tr("Why it may stand"))
            self._reason.setPlaceholderText(self.tr("Why it may stand; Enter keeps it, Escape does not"))
            self._reason.give(self.noticed.finding.explained)
            self._reason.returnPressed.connect(self._keep)
            self._column.addWidget(self._reason)
        self._reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Keep the reason that is being typed, as when one leaves the row."""
        if self._reason is not None:
            self._keep()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the field, Escape gives up the reason."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            if self._reason is None:
                self.wanted.emit(self.noticed.finding)
        elif event.key() == Qt.Key.Key_Escape and self._reason is not None:
            self._close()
            self.wanted.emit(self.noticed.finding)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the sentence goes to its field."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.wanted.emit(self.noticed.finding)
        super().mouseReleaseEvent(event)

    def _keep(self) -> None:
        commit_input_method()
        reason = self._reason.text() if self._reason is not None else ""
        self._close()
        self.explained.emit(self.noticed.finding, reason)

    def _close(self) -> None:
        if self._reason is not None:
            self._column.removeWidget(self._reason)
            self._reason.hide()
            self._reason.deleteLater()
            self._reason = None

    def _sentence(self) -> str:
        finding = self.noticed.finding
        told = messages.sentence(finding.code, dict(finding.details))
        if not finding.explained:
            return told
        return f"{told} {self.tr('Explained: {reason}').format(reason=finding.explained)}"

    def _buttons(self) -> list[QPushButton]:
        finding, mended = self.noticed.finding, self.noticed.mended
        made = []
        if mended is not None:
            mend = self._button("mendButton", mend_word(finding, mended))
            mend.clicked.connect(lambda: self.mended.emit(mended))
            made.append(mend)
        if finding.code in REASON_SETTLES:
            reason = self._button("reasonButton", self.tr("Give the reason"))
            reason.clicked.connect(lambda: self.wanted.emit(finding))
            made.append(reason)
        else:
            text = self.tr("Change the reason") if finding.explained else self.tr("Explain…")
            explain = self._button("explainButton", text)
            explain.clicked.connect(self.ask)
            made.append(explain)
        return made

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAccessibleDescription(self._text.text())
        theme.set_role(button, "small")
        return button
