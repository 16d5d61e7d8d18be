"""Making the return file: what is still missing, where to write it, and what was written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

import db
from desktop import operations, theme
from desktop.dialogs.frame import FramedDialog
from desktop.folder_line import FolderLine
from desktop.session import Session
from desktop.settings import AUTHOR, Settings

if TYPE_CHECKING:
    from db import Returned, TaskId

SHOWN = 8
"""So many missing tasks are named; the rest are counted."""


class MakeReturnDialog(FramedDialog):
    """One file to hand in. What is missing is said and does not bar it."""

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("MakeReturnDialog", "Make the return file"),
            translate(
                "MakeReturnDialog",
                "One file with everything you saved. Hand it to the coordinating office as it is.",
            ),
            translate("MakeReturnDialog", "Make the file"),
            parent,
        )
        self._session = session
        self._settings = settings
        self.setMinimumWidth(600)
        self._missing = QLabel(self)
        self._missing.setWordWrap(True)
        self._notice = self._framed(self._missing)
        self._author = QLineEdit(session.author, self)
        self._author.setPlaceholderText(self.tr("Your name, as the coordinating office knows you"))
        self._folder = FolderLine(settings, self.tr("Folder for the file"), self)
        self._form = QFormLayout()
        self._form.setSpacing(theme.GAP)
        self._form.addRow(self.tr("Filled in by"), self._author)
        self._form.addRow(self.tr("Folder"), self._folder)
        self.body.addWidget(self._notice)
        self.body.addLayout(self._form)
        self.agree.clicked.connect(self._make)
        session.query(db.missing, self._show_missing, self.could_not)

    def _framed(self, label: QLabel) -> QFrame:
        frame = QFrame(self)
        theme.set_role(frame, "notice")
        frame.hide()
        QVBoxLayout(frame).addWidget(label)
        return frame

    def _show_missing(self, missing: tuple[TaskId, ...]) -> None:
        view = self._session.view
        if view is None:
            return
        lines = [f"{task.number}  {task.target}" for task in view.plan.tasks() if task.id in missing]
        shown = [
            self.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, 500) for line in lines[:SHOWN]
        ]
        if len(lines) > SHOWN:
            shown.append(self.tr("and %n more", "", len(lines) - SHOWN))
        drafts = self.tr(
            "%n draft(s) not saved: what is only a draft is not handed in.", "", len(view.drafts)
        )
        told = []
        if lines:
            told = [self.tr("%n task(s) not filled in yet:", "", len(lines)), *shown]
        if view.drafts:
            told.append(drafts)
        self._missing.setText("\n".join(told))
        self._notice.setVisible(bool(told))

    def _make(self) -> None:
        author = self._author.text().strip()
        self._session.author = author
        self._settings.put(AUTHOR, author)
        self.working()
        self._session.run(operations.make_return(self._folder.folder, author), self._made, self.could_not)

    def _made(self, made: Returned) -> None:
        self._notice.hide()
        while self._form.rowCount():
            self._form.removeRow(0)
        self.told.setText(self.tr("The file is written. Hand it in with the printed and stamped sheets."))
        size = QLocale().formattedDataSize(made.size)
        for name, text in (
            (self.tr("File"), made.path.name),
            (self.tr("Folder"), str(made.path.parent)),
            (self.tr("Size"), size),
            (self.tr("Check code"), made.check_code),
            (self.tr("Not filled in"), str(len(made.missing)) if made.missing else "—"),
        ):
            value = QLabel(text, self)
            value.setObjectName(f"made {name}")
            value.setWordWrap(True)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._form.addRow(name, value)
        self.say("")
        self.done_with(made.path.parent)
