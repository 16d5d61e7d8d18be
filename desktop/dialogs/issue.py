"""Issuing fill-in files: for which period, to which units, in which form, and what was sent so far."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple, cast

from PySide6.QtCore import QCoreApplication, QDate, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

import db
from desktop import operations, theme, times
from desktop.dialogs.frame import FramedDialog
from desktop.dialogs.sent_view import SentView
from desktop.folder_line import FolderLine
from desktop.forms.editors import LineEdit, commit_input_method
from desktop.session import Session, View
from desktop.settings import ISSUE_FORM, Settings
from desktop.tasks import Steps

if TYPE_CHECKING:
    from db import Issued, IssuedFile, Ledger, Period, SentBack, UnitId

DAYS = 5
"""Working time after the end of a period that is proposed until the day it is due."""
UNIT = Qt.ItemDataRole.UserRole


class _Known(NamedTuple):
    """What is known of the period that is chosen."""

    sent: tuple[IssuedFile, ...] = ()
    back: tuple[SentBack, ...] = ()


class IssueDialog(FramedDialog):
    """One file a unit, named after it. A period that the plan does not have yet is opened.

    `corrections`: only what was sent back, to the units that are to correct it.
    """

    def __init__(
        self,
        session: Session,
        settings: Settings,
        parent: QWidget | None = None,
        *,
        corrections: bool = False,
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("IssueDialog", "Issue corrections")
            if corrections
            else translate("IssueDialog", "Issue fill-in files"),
            translate("IssueDialog", "One file for each unit, with what was sent back and the comments only.")
            if corrections
            else translate(
                "IssueDialog",
                "One file for each unit, with its own tasks only. What a unit has to answer is fixed as the "
                "plan stands now.",
            ),
            translate("IssueDialog", "Issue"),
            parent,
        )
        self._session, self._settings, self._corrections = session, settings, corrections
        self._steps: Steps | None = None
        self._known = _Known()
        self._touched = self._is_done = False
        self._folder = FolderLine(settings, self.tr("Folder for the files"), self)
        self._period, self._form = QComboBox(self), QComboBox(self)
        self._due = QDateEdit(self)
        self.note_edit = LineEdit(self)
        self._all = QCheckBox(self.tr("All units"), self)
        self.units = QListWidget(self)
        self.sent = SentView(self)
        self._tabs = QTabWidget(self)
        self.setMinimumSize(760, 640)
        self._lay_out()
        if session.view is not None:
            self._fill(session.view)
        self._connect()
        self._propose_due()
        self._look()

    def _connect(self) -> None:
        self._period.currentTextChanged.connect(self._propose_due)
        self._period.currentTextChanged.connect(self._look)
        self._all.clicked.connect(self._check_all)
        self.units.itemChanged.connect(self._on_checked)
        self.agree.clicked.connect(self._issue)

    def _lay_out(self) -> None:
        self._name_fields()
        form = QFormLayout()
        form.setSpacing(theme.GAP)
        when = QHBoxLayout()
        when.setSpacing(theme.GAP)
        when.addWidget(self._period, 1)
        when.addWidget(QLabel(self.tr("Due"), self))
        when.addWidget(self._due, 1)
        form.addRow(self.tr("Period"), when)
        form.addRow(self.tr("Form"), self._form)
        form.addRow(self.tr("Note to all"), self.note_edit)
        form.addRow(self.tr("Folder"), self._folder)
        self.body.addLayout(form)
        choose = QWidget(self)
        column = QVBoxLayout(choose)
        column.setContentsMargins(0, theme.GAP, 0, 0)
        column.addWidget(self._all)
        column.addWidget(self.units, 1)
        self._tabs.addTab(choose, self.tr("Send to"))
        self._tabs.addTab(self.sent, "")
        self._tabs.setDocumentMode(True)
        self.body.addWidget(self._tabs, 1)

    def _name_fields(self) -> None:
        self._period.setAccessibleName(self.tr("Period"))
        self._due.setCalendarPopup(True)
        self._due.setDisplayFormat("yyyy-MM-dd")
        self._due.setAccessibleName(self.tr("Due"))
        self._form.setObjectName("formPicker")
        self._form.setAccessibleName(self.tr("Form"))
        self._form.addItem(self.tr("Fill-in file, for units that have this program"), "shishi")
        self._form.addItem(self.tr("Workbook, for units that have Excel or WPS only"), "xlsx")
        self._form.addItem(self.tr("Both, and each unit fills in one of them"), "both")
        self._form.setCurrentIndex(max(0, self._form.findData(self._settings.get(ISSUE_FORM))))
        self.note_edit.setObjectName("noteEdit")
        self.note_edit.setAccessibleName(self.tr("Note to all"))
        self.note_edit.setPlaceholderText(self.tr("Shown on top of each file; whom to call, what to mind"))
        self._all.setTristate(True)
        self.units.setObjectName("unitList")
        self.units.setAccessibleName(self.tr("Units"))
        theme.set_role(self.units, "boxed")

    def _fill(self, view: View) -> None:
        known = [period.label for period in view.plan.periods]
        usual = () if self._corrections else db.USUAL_PERIODS
        self._period.addItems([*known, *(label for label in usual if label not in known)])
        self._period.setCurrentText(view.period.label)
        self._show_units(view)

    def _look(self) -> None:
        """Read what was sent for the period that is chosen, and what is to be corrected."""
        period = self._chosen_period()
        self._touched = False
        if period is None:
            self._show_known(_Known())
            return

        def known(ledger: Ledger) -> _Known:
            back = db.sent_back_entries(ledger, period) if self._corrections else ()
            return _Known(db.issued(ledger, period), back)

        self._session.query(known, self._show_known, self.could_not, receiver=self)

    def _show_known(self, known: _Known) -> None:
        self._known = known
        view = self._session.view
        if view is not None:
            self.sent.files.show_files(known.sent, {unit.id: unit.name for unit in view.plan.units})
            if not self._is_done:
                self._show_units(view)
        self._tabs.setTabText(1, self.tr("Sent so far: %n file(s)", "", len(known.sent)))

    def _show_units(self, view: View) -> None:
        """The units with how many tasks each gets; who has its file is not checked, unless all have."""
        kept = set(self._chosen()) if self._touched else None
        self.units.blockSignals(True)
        self.units.clear()
        for unit, name, tasks, last in self._wanted(view):
            told = self.tr("sent {at}").format(at=times.local(last, times.WITHOUT_YEAR)) if last else ""
            item = QListWidgetItem("    ".join(filter(None, (name, str(tasks), told))), self.units)
            item.setData(UNIT, unit)
            checked = unit in kept if kept is not None else not last
            item.setCheckState(Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked)
        self.units.blockSignals(False)
        self._count()

    def _wanted(self, view: View) -> Iterator[tuple[UnitId, str, int, str]]:
        """(unit, name, how many tasks, when a file went out) of each unit that can be sent one."""
        for unit in db.lead_units(view.plan):
            if self._corrections:
                back = [one for one in self._known.back if unit.id in one.units]
                if back:
                    yield unit.id, unit.name, len(back), min(one.issued_at for one in back)
                continue
            sent = [one.issued_at for one in self._known.sent if one.unit == unit.id and not one.corrections]
            yield unit.id, unit.name, len(db.tasks_of(view.plan, unit.id)), max(sent, default="")

    def _chosen(self) -> list[UnitId]:
        items = (self.units.item(row) for row in range(self.units.count()))
        return [item.data(UNIT) for item in items if item.checkState() is Qt.CheckState.Checked]

    def _on_checked(self) -> None:
        self._touched = True
        self._count()

    def _check_all(self) -> None:
        self._touched = True
        none = self._all.checkState() is Qt.CheckState.Unchecked
        for row in range(self.units.count()):
            self.units.item(row).setCheckState(Qt.CheckState.Unchecked if none else Qt.CheckState.Checked)

    def _count(self) -> None:
        chosen, every = len(self._chosen()), self.units.count()
        partly = Qt.CheckState.PartiallyChecked if chosen else Qt.CheckState.Unchecked
        self._all.setCheckState(Qt.CheckState.Checked if chosen and chosen == every else partly)
        self.agree.setText(self.tr("Issue to %n unit(s)", "", chosen))
        self.agree.setEnabled(bool(chosen))
        self.say("" if chosen or self._touched else self._why_none())

    def _why_none(self) -> str:
        if self.units.count():
            return self.tr("Every unit has been sent its file. Check those that are to get another one.")
        return self.tr("Nothing is waiting to be corrected.") if self._corrections else ""

    def _chosen_period(self) -> Period | None:
        """The period of the plan with the chosen label; None where it is not opened yet."""
        view, label = self._session.view, self._period.currentText()
        periods = view.plan.periods if view else ()
        return next((known for known in periods if known.label == label), None)

    def _propose_due(self) -> None:
        view = self._session.view
        if view is None:
            return
        period = self._chosen_period() or db.period_named(self._period.currentText(), view.plan.year)
        due = period.due or period.end + timedelta(days=DAYS)
        self._due.setDate(QDate(due.year, due.month, due.day))

    def _issue(self) -> None:
        view = self._session.view
        if view is None:
            return
        commit_input_method()
        self.working()
        self._settings.put(ISSUE_FORM, self._form.currentData())
        self._steps = self._session.steps(self.tr("Issuing fill-in files"))
        command = operations.issue(
            view.plan,
            self._period.currentText(),
            self._folder.folder,
            units=self._chosen(),
            due=cast(date, self._due.date().toPython()),
            corrections=self._corrections,
            form=self._form.currentData(),
            note=self.note_edit.text(),
            author=self._session.author,
            progress=self._steps,
        )
        self._session.run(command, self._issued, self.could_not, crashed=self.crashed, receiver=self)

    def reject(self) -> None:
        """Close; what is being issued stops at the next unit."""
        if self._steps is not None:
            self._steps.cancel()
        super().reject()

    def _issued(self, issued: tuple[Issued, ...]) -> None:
        self._is_done = True
        self._look()
        told = self.tr("%n file(s) written to {folder}.", "", len(issued)).format(
            folder=issued[0].path.parent
        )
        beside = [one.path.name for one in issued if one.beside is not None]
        if beside:
            text = self.tr(
                "%n file(s) of the same name lay there and were kept. Send the new: {names}.", "", len(beside)
            )
            told += " " + text.format(names="、".join(beside[:3]) + ("…" if len(beside) > 3 else ""))
        self.say(told)
        for widget in (
            self._period,
            self._due,
            self._form,
            self.note_edit,
            self._folder,
            self._all,
            self.units,
        ):
            widget.setEnabled(False)
        self.done_with(issued[0].path.parent)
