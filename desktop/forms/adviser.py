"""Asks what there is to say of the row in the form whenever typing pauses, and shows it where it belongs."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

import db
from desktop.forms.advice import Advice, Question
from desktop.forms.filling import Filling
from desktop.forms.finding_words import part_of
from desktop.forms.findings_panel import FindingsPanel
from desktop.forms.told import ToldBar

PAUSE = 400
"""Milliseconds from a key until the row is looked at again."""


class Adviser(QObject):
    """Between the form and whoever answers its questions on another thread."""

    asked = Signal(object)
    """A `Question`; its answer is to be handed to `show`."""
    mended = Signal(object)
    explained = Signal(object, str)
    wanted = Signal(object)
    changed = Signal()
    """Other rows stand in a panel."""

    def __init__(self, content: Callable[[], db.Content], told: ToldBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._content = content
        self._told = told
        self._filling: Filling | None = None
        self._is_awake = False
        """Whether a first answer came."""
        self.panels = {
            "figures": FindingsPanel("figureFindings", self.tr("What the checks noticed in the figures")),
            "narrative": FindingsPanel("narrativeFindings", self.tr("What the checks noticed in the text")),
            "status": FindingsPanel("statusFindings", self.tr("What the checks noticed about the status")),
        }
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._ask)
        for panel in self.panels.values():
            panel.mended.connect(self.mended)
            panel.explained.connect(self.explained)
            panel.wanted.connect(self.wanted)
            panel.changed.connect(self.changed)

    def show_filling(self, filling: Filling) -> None:
        """Another task stands in the form, or the same stands otherwise: look at it at once."""
        if self._filling is None or filling.task.id != self._filling.task.id:
            self.clear()
        self._filling = filling
        if self._is_awake:
            self._ask()
        else:
            self._timer.start()  # the first look takes longer, and the row is to be on the screen before it

    def clear(self) -> None:
        """Nothing is to be said."""
        self._filling = None
        self._timer.stop()
        self._told.clear()
        for panel in self.panels.values():
            panel.clear()

    def note_typing(self) -> None:
        """A person typed: look when the typing pauses."""
        self._timer.start()

    def finish(self) -> None:
        """Keep the reason that is being typed."""
        for panel in self.panels.values():
            panel.finish()

    def show(self, advice: Advice) -> None:
        """Show an answer, unless the row has changed since it was asked for."""
        self._is_awake = True
        filling = self._filling
        asked = advice.question
        if filling is None or asked.filling.task.id != filling.task.id or asked.content != self._content():
            return
        locked = bool(filling.locked)
        self._told.show_told(filling.task, asked.content, advice.told, locked=locked)
        for part, panel in self.panels.items():
            panel.show_noticed((one for one in advice.noticed if part_of(one.finding) == part), locked=locked)

    def _ask(self) -> None:
        self._timer.stop()
        if self._filling is not None:
            self.asked.emit(Question(self._filling, self._content()))
