"""What is shown for a bug: that it happened, that what was saved is safe, and a report to copy."""

from __future__ import annotations

import platform
import traceback
from typing import ClassVar

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from desktop import __version__, theme


def report_of(error: BaseException) -> str:
    """The report: versions, system, and where it happened."""
    head = f"Shishi {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
    return f"{head}\n\n{''.join(traceback.format_exception(error))}"


class CrashDialog(QDialog):
    """One at a time: a bug that repeats with every paint must not bury the screen in dialogs."""

    _open: ClassVar[CrashDialog | None] = None

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Something went wrong"))
        self.resize(680, 460)
        self.report = report
        self._build()
        self.finished.connect(self._gone)

    @classmethod
    def show_for(cls, error: BaseException, parent: QWidget) -> None:
        """Show the report, unless one is on the screen."""
        if cls._open is None:
            cls._open = cls(report_of(error), parent)
            cls._open.open()

    def copy(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self.report)

    def _build(self) -> None:
        title = QLabel(self.tr("Shishi has met an error of its own."), self)
        theme.set_role(title, "title")
        told = QLabel(
            self.tr(
                "What you saved and the drafts kept so far are safe in the file. You can go on working; if "
                "something looks wrong, close Shishi and start it again. Please copy this report and send "
                "it to whoever looks after the program: it holds nothing of your file except what the "
                "error names."
            ),
            self,
        )
        told.setWordWrap(True)
        theme.set_role(told, "muted")
        text = QPlainTextEdit(self.report, self)
        text.setReadOnly(True)
        text.setAccessibleName(self.tr("Report"))
        text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        buttons = QDialogButtonBox(self)
        copy = buttons.addButton(self.tr("Copy the report"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.clicked.connect(self.copy)
        buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.MARGIN, theme.MARGIN, theme.MARGIN, theme.GAP)
        column.setSpacing(theme.GAP)
        for widget in (title, told, text, buttons):
            column.addWidget(widget)

    def _gone(self) -> None:
        CrashDialog._open = None
