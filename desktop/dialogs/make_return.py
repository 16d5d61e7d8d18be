"""Making the return file: what is to be looked at first, where to write it, and what was written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLabel, QLineEdit, QWidget

from desktop import messages, operations, theme
from desktop.dialogs.finding_list import Noticed, lines, look
from desktop.dialogs.findings_box import FindingsBox
from desktop.dialogs.frame import FramedDialog
from desktop.folder_line import FolderLine
from desktop.session import Session
from desktop.settings import AUTHOR, RETURN_SHEETS, Settings

if TYPE_CHECKING:
    from db import Finding, Returned, ShishiError, TaskId


class MakeReturnDialog(FramedDialog):
    """One file to hand in, and the sheets to stamp. What was noticed is said and does not bar it."""

    task_wanted = Signal(str, object)
    """The clerk goes back to this task, and to what this `db.Finding` is about; the dialog closes."""

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
        self.setMinimumWidth(640)
        self._heading = QLabel(self.tr("Checking…"), self)
        self._author = QLineEdit(session.author, self)
        self._author.setPlaceholderText(self.tr("Your name, as the coordinating office knows you"))
        self._box = FindingsBox(self)
        self.findings = self._box.list
        self._folder = FolderLine(settings, self.tr("Folder for the file"), self)
        self.sheets = QCheckBox(self.tr("Write the sheets to stamp beside it (PDF)"), self)
        self.sheets.setChecked(settings.get(RETURN_SHEETS))
        self._form = QFormLayout()
        self._lay_out()
        self.agree.clicked.connect(self._make)
        self._box.task_wanted.connect(self._leave_for)
        self._box.explained.connect(self._explain)
        self._look()

    def _lay_out(self) -> None:
        self._heading.setWordWrap(True)
        self._form.setSpacing(theme.GAP)
        self._form.addRow(self.tr("Filled in by"), self._author)
        self._form.addRow(self.tr("Folder"), self._folder)
        self._form.addRow("", self.sheets)
        self.body.addWidget(self._heading)
        self.body.addWidget(self._box, 1)
        self.body.addLayout(self._form)

    def _look(self) -> None:
        self._session.query(look, self._show_noticed, self.could_not, receiver=self)

    def _show_noticed(self, noticed: Noticed) -> None:
        told = lines(noticed)
        self._box.show_lines(told)
        if told:
            text = self.tr("%n thing(s) to look at; none of them bars the file:", "", len(told))
        else:
            text = self.tr("Checked: every task is filled in, and nothing is in doubt.")
        self._heading.setText(text)

    def _leave_for(self, task: str, finding: Finding | None) -> None:
        self.reject()
        self.task_wanted.emit(task, finding)

    def _explain(self, task: TaskId, finding: Finding, reason: str) -> None:
        view = self._session.view
        if view is None:
            return
        command = operations.explain(
            task, view.period.id, finding, reason, self._session.author, self._session.unit
        )
        self._session.run(command, lambda _: self._look(), self.could_not, receiver=self)

    def _make(self) -> None:
        self._settings.put(AUTHOR, self._author.text().strip())
        author = self._session.author = self._settings.author()
        self._settings.put(RETURN_SHEETS, self.sheets.isChecked())
        self.working()
        command = operations.make_return(self._folder.folder, author)
        self._session.run(command, self._made, self.could_not, crashed=self.crashed, receiver=self)

    def _made(self, made: Returned) -> None:
        wants_sheets = self.sheets.isChecked()
        for widget in (self._heading, self._box):
            widget.hide()
        while self._form.rowCount():
            self._form.removeRow(0)
        self.told.setText(self.tr("The file is written. Hand it in with the printed and stamped sheets."))
        for name, text in (
            (self.tr("File"), made.path.name),
            (self.tr("Folder"), str(made.path.parent)),
            (self.tr("Size"), QLocale().formattedDataSize(made.size)),
            (self.tr("Check code"), made.check_code),
            (self.tr("Not filled in"), str(len(made.missing)) if made.missing else "—"),
        ):
            self._form.addRow(name, self._value(text))
        self.say("")
        self.done_with(made.path.parent)
        if wants_sheets:
            self._write_sheets(made.path.with_suffix(".pdf"))

    def _value(self, text: str) -> QLabel:
        value = QLabel(text, self)
        value.setWordWrap(True)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return value

    def _write_sheets(self, path: Path) -> None:
        view = self._session.view
        if view is None:
            return
        sheets = self._value(self.tr("being written…"))
        self._form.addRow(self.tr("Sheets"), sheets)

        def could_not(error: ShishiError) -> None:
            sheets.setText(self.tr("not written"))
            self.say(messages.sentence_of(error), error=True)

        self._session.run(
            operations.write_item_sheets(view.plan, view.period, path),
            lambda written: sheets.setText(written.name),
            could_not,
            crashed=lambda _: sheets.setText(self.tr("not written")),
            receiver=self,
        )
