"""What is to be said of a row above its target: why it is locked, sent back, stale, or not as printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop import theme, times
from desktop.forms.filling import Filling
from desktop.forms.notice import Notice
from desktop.forms.objections import comment_text, stale_text

if TYPE_CHECKING:
    from desktop.forms.aside import Aside
    from desktop.forms.since import SincePanel


class StandingNotices(QWidget):
    """Hidden while there is nothing to say."""

    history_wanted = Signal()
    """Every version of the entry is to be shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._locked, self._comment, self._stale = Notice("note"), Notice("sent_back"), Notice("warning")
        self._printed = Notice("note")
        self._since: SincePanel | None = None
        self._filling: Filling | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.GAP_SMALL)
        for notice in self._notices:
            self._column.addWidget(notice)
        self.hide()

    @property
    def _notices(self) -> tuple[Notice, ...]:
        return (self._locked, self._comment, self._stale, self._printed)

    def show_filling(self, filling: Filling) -> None:
        """Show another task, or the same as it now stands."""
        before, self._filling = self._filling, filling
        self._locked.say(filling.locked)
        self._comment.say(comment_text(filling))
        self._stale.say(stale_text(filling))
        if before is None or before.task.id != filling.task.id:
            self._say_aside(None)
        self._fit()

    def show_aside(self, aside: Aside) -> None:
        """Show what the file told of the row, unless another one or another state of it is shown by now."""
        filling = self._filling
        if filling is not None and aside.is_of(filling):
            self._say_aside(aside)
            self._fit()

    def _say_aside(self, aside: Aside | None) -> None:
        said = self.tr("Changed since you printed the sheet ({time}): print it again before it is stamped.")
        at = aside.printed_at if aside else ""
        self._printed.say(said.format(time=times.local(at, times.WITHOUT_YEAR)) if at else "")
        if aside is not None and aside.since and self._since is None:
            from desktop.forms.since import SincePanel

            self._since = SincePanel(self)
            self._since.history_wanted.connect(self.history_wanted)
            self._column.insertWidget(2, self._since)
        if self._since is not None:
            self._since.show_rows(aside.since if aside else ())

    def _fit(self) -> None:
        panels = (*self._notices, self._since) if self._since is not None else self._notices
        self.setVisible(any(not panel.isHidden() for panel in panels))
