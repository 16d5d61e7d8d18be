"""Issuing fill-in files: for which period, to which units, by which day, into which folder."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QDate, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFormLayout,
    QListWidget,
    QListWidgetItem,
    QWidget,
)

import db
from desktop import operations, theme
from desktop.dialogs.frame import FramedDialog
from desktop.folder_line import FolderLine
from desktop.session import Session, View
from desktop.settings import Settings
from desktop.tasks import Steps

if TYPE_CHECKING:
    from db import Issued, UnitId

DAYS = 5
"""Working time after the end of a period that is proposed until the day it is due."""
UNIT = Qt.ItemDataRole.UserRole


class IssueDialog(FramedDialog):
    """One file a unit, named after it. A period that the plan does not have yet is opened."""

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("IssueDialog", "Issue fill-in files"),
            translate(
                "IssueDialog",
                "One file for each unit, with its own tasks only. What a unit has to answer is fixed as the "
                "plan stands now.",
            ),
            translate("IssueDialog", "Issue"),
            parent,
        )
        self._session = session
        self._steps: Steps | None = None
        self._folder = FolderLine(settings, self.tr("Folder for the files"), self)
        self._period = QComboBox(self)
        self._due = QDateEdit(self)
        self._all = QCheckBox(self.tr("All units"), self)
        self.units = QListWidget(self)
        self.setMinimumSize(620, 620)
        self._lay_out()
        if session.view is not None:
            self._fill(session.view)
        self._period.currentTextChanged.connect(self._propose_due)
        self._all.clicked.connect(self._check_all)
        self.units.itemChanged.connect(self._count)
        self.agree.clicked.connect(self._issue)
        self._propose_due()
        self._count()

    def _lay_out(self) -> None:
        self._period.setAccessibleName(self.tr("Period"))
        self._due.setCalendarPopup(True)
        self._due.setDisplayFormat("yyyy-MM-dd")
        self._due.setAccessibleName(self.tr("Due"))
        self._all.setTristate(True)
        self.units.setObjectName("unitList")
        self.units.setAccessibleName(self.tr("Units"))
        theme.set_role(self.units, "boxed")
        form = QFormLayout()
        form.setSpacing(theme.GAP)
        form.addRow(self.tr("Period"), self._period)
        form.addRow(self.tr("Due"), self._due)
        form.addRow(self.tr("Folder"), self._folder)
        self.body.addLayout(form)
        self.body.addWidget(self._all)
        self.body.addWidget(self.units, 1)

    def _fill(self, view: View) -> None:
        known = [period.label for period in view.plan.periods]
        self._period.addItems([*known, *(label for label in db.USUAL_PERIODS if label not in known)])
        self._period.setCurrentText(view.period.label)
        for unit in db.lead_units(view.plan):
            tasks = len(db.tasks_of(view.plan, unit.id))
            item = QListWidgetItem(f"{unit.name}    {tasks}", self.units)
            item.setData(UNIT, unit.id)
            item.setCheckState(Qt.CheckState.Checked)

    def _chosen(self) -> list[UnitId]:
        items = (self.units.item(row) for row in range(self.units.count()))
        return [item.data(UNIT) for item in items if item.checkState() is Qt.CheckState.Checked]

    def _check_all(self) -> None:
        none = self._all.checkState() is Qt.CheckState.Unchecked
        for row in range(self.units.count()):
            self.units.item(row).setCheckState(Qt.CheckState.Unchecked if none else Qt.CheckState.Checked)

    def _count(self) -> None:
        chosen, every = len(self._chosen()), self.units.count()
        partly = Qt.CheckState.PartiallyChecked if chosen else Qt.CheckState.Unchecked
        self._all.setCheckState(Qt.CheckState.Checked if chosen == every else partly)
        self.agree.setText(self.tr("Issue to %n unit(s)", "", chosen))
        self.agree.setEnabled(bool(chosen))

    def _propose_due(self) -> None:
        view = self._session.view
        if view is None:
            return
        label = self._period.currentText()
        period = next((known for known in view.plan.periods if known.label == label), None)
        period = period or db.period_named(label, view.plan.year)
        due = period.due or period.end + timedelta(days=DAYS)
        self._due.setDate(QDate(due.year, due.month, due.day))

    def _issue(self) -> None:
        view = self._session.view
        if view is None:
            return
        self.working()
        self._steps = self._session.steps(self.tr("Issuing fill-in files"))
        command = operations.issue(
            view.plan,
            self._period.currentText(),
            self._folder.folder,
            units=self._chosen(),
            due=cast(date, self._due.date().toPython()),
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
        self.say(
            self.tr("%n file(s) written to {folder}.", "", len(issued)).format(folder=issued[0].path.parent)
        )
        for widget in (self._period, self._due, self._folder, self._all, self.units):
            widget.setEnabled(False)
        self.done_with(issued[0].path.parent)
