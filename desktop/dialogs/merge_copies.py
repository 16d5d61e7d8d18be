"""Several sections of a bureau filled copies of one fill-in file: what they wrote comes into this one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop.dialogs.frame import FramedDialog
from desktop.merge_panel import MergePanel
from desktop.session import Session


class MergeCopiesDialog(FramedDialog):
    """The preview of every merge, in a window of its own; its own button merges."""

    def __init__(self, session: Session, paths: Sequence[Path], parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("MergeCopiesDialog", "Merge colleagues' copies"),
            translate(
                "MergeCopiesDialog",
                "What your colleagues saved in their copies of this fill-in file comes into yours. Where "
                "two wrote of one task, both stay until one of you chooses.",
            ),
            "",
            parent,
        )
        self.setObjectName("mergeCopiesDialog")
        self.resize(820, 560)
        self.agree.hide()
        self.dismiss.hide()
        self.panel = MergePanel(session, self)
        self.body.addWidget(self.panel, 1)
        self.panel.preview(paths)
        self.panel.cancel_button.clicked.connect(self._close_with_it)

    def reject(self) -> None:
        """A merge that runs is asked to stop, and says what is left; else the window closes."""
        if self.panel.merging:
            self.panel.cancel()
        else:
            super().reject()

    def _close_with_it(self) -> None:
        if self.panel.isHidden():
            super().reject()
