"""The versions of an entry side by side, for a person to choose between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop import theme, times
from desktop.forms.filling import Filling, writer_text
from desktop.forms.labels import wrapped
from desktop.forms.notice import Notice, Pill
from desktop.models.measure_table import number_text

if TYPE_CHECKING:
    from db import Content, Revision, Task


class VersionsPanel(QWidget):
    """One card a version: who, when, every word of it, and a button to take it as the text."""

    taken = Signal(object)
    """The Content of the version that a person wants to go on from. Nothing is settled by it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("versionsPanel")
        self._cards: list[QFrame] = []
        self._shown: list[Revision] = []
        self._notice = Notice("conflict")
        self.taken.connect(self._say_taken)
        self._row = QHBoxLayout()
        self._row.setSpacing(theme.GAP)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_SMALL)
        column.addWidget(self._notice)
        column.addLayout(self._row)
        self.hide()

    def show_versions(self, filling: Filling) -> None:
        """Show what there is to choose between; hides when there is nothing."""
        versions = filling.versions()
        if versions != self._shown:
            self._shown = versions
            self._fill(filling, versions)
        if versions:
            self._say(filling, versions)
        self.setVisible(bool(versions))

    def _fill(self, filling: Filling, versions: list[Revision]) -> None:
        for old in self._cards:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._cards = [self._card(filling, revision) for revision in versions]
        for card in self._cards:
            self._row.addWidget(card, 1)

    def _say(self, filling: Filling, versions: list[Revision]) -> None:
        """What is to be done: save, where one was taken already."""
        if filling.draft is not None and any(filling.content == version.content for version in versions):
            self._say_taken()
        elif filling.entry is not None and filling.entry.current is None:
            sentence = self.tr(
                "{count} versions of this task differ and none was chosen. Take one, or write what "
                "replaces them; saving settles it, and every version stays on record."
            )
            self._notice.say(sentence.format(count=len(versions)), "conflict")
        else:
            sentence = self.tr(
                "This entry was approved, and another version came in afterwards. The approved one stands "
                "until a coordinator has looked."
            )
            self._notice.say(sentence, "changed_after_approval")

    def _say_taken(self) -> None:
        self._notice.say(
            self.tr(
                "The words of this version stand in the form below; nothing is settled yet. Press Ctrl+Enter "
                "to settle it with these words."
            ),
            "conflict",
        )

    def _card(self, filling: Filling, revision: Revision) -> QFrame:
        card = QFrame()
        theme.set_role(card, "card")
        column = QVBoxLayout(card)
        head = QHBoxLayout()
        head.addWidget(wrapped(writer_text(revision, filling.plan)), 1)
        if revision.content.status is not None:
            pill = Pill()
            pill.show_state(revision.content.status.value)
            head.addWidget(pill)
        column.addLayout(head)
        column.addWidget(wrapped(times.local(revision.saved_at), "muted"))
        for title, text in self._parts(revision.content, filling.task):
            column.addWidget(wrapped(title, "muted"))
            column.addWidget(wrapped(text))
        column.addStretch(1)
        column.addWidget(self._button(filling, revision))
        return card

    def _button(self, filling: Filling, revision: Revision) -> QPushButton:
        button = QPushButton(self.tr("Take this version"))
        button.setObjectName("takeVersion")
        button.setEnabled(not filling.locked)
        button.setAccessibleDescription(
            f"{writer_text(revision, filling.plan)} {times.local(revision.saved_at)}"
        )
        button.setToolTip(self.tr("Puts these words into the form; nothing is settled until you save"))
        button.clicked.connect(lambda: self.taken.emit(revision.content))
        return button

    def _parts(self, content: Content, task: Task) -> list[tuple[str, str]]:
        given = dict(content.figures)
        figures = "\n".join(
            f"{measure.label} {number_text(given[measure.id])} {measure.unit}"
            for measure in task.measures
            if measure.id in given
        )
        nothing_new = self.tr("Nothing new this period") if content.nothing_new else ""
        parts = [
            (self.tr("Progress"), content.narrative),
            (self.tr("Figures"), figures),
            (self.tr("Problems"), content.problems),
            (self.tr("Next steps"), content.next_steps),
            (self.tr("Reason"), " ".join([nothing_new, content.reason]).strip()),
            (self.tr("Remark"), content.remark),
        ]
        return [(title, text) for title, text in parts if text]
