"""One more plan in the open ledger: empty, or like the plan of another year, here or in another file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QPushButton, QSpinBox, QWidget

import db
from desktop import choose, operations_plan, theme
from desktop.dialogs.frame import FramedDialog
from desktop.forms.editors import LineEdit
from desktop.session import Session
from desktop.settings import Settings

if TYPE_CHECKING:
    from db import PeriodId, Plan


class NewPlanDialog(FramedDialog):
    """Title, year and first period; `like`: with the plan whose structure is taken over."""

    made = Signal(str)
    """The first period of the new plan."""

    def __init__(
        self, session: Session, settings: Settings, parent: QWidget | None = None, *, like: bool
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("NewPlanDialog", "New plan from another year's")
            if like
            else translate("NewPlanDialog", "New plan from nothing"),
            translate(
                "NewPlanDialog",
                "Categories, items, tasks, measures and units are taken over. Retired tasks, periods and "
                "what was reported stay behind.",
            )
            if like
            else translate(
                "NewPlanDialog", "An empty plan in this ledger. Everything is entered afterwards."
            ),
            translate("NewPlanDialog", "Make the plan"),
            parent,
        )
        self._session, self._settings, self._like = session, settings, like
        self.setMinimumWidth(600)
        self.source, self.title, self.year = QComboBox(self), LineEdit(self), QSpinBox(self)
        self.period = QComboBox(self)
        self._name_fields()
        self._lay_out()
        view = session.view
        if view is not None:
            for plan in view.plans:
                self.source.addItem(f"{plan.title} ({plan.year})", plan)
            self.source.setCurrentIndex(max(0, view.plans.index(view.plan)))
            self.year.setValue(view.plan.year + 1)
        self._propose()
        self.source.activated.connect(self._propose)
        self.agree.clicked.connect(self._make)

    def read(self, path: Path) -> None:
        """Offer the plans of another ledger, too."""

        def work() -> tuple[Plan, ...]:
            with db.open_ledger(path, read_only=True) as ledger:
                return tuple(db.plans(ledger))

        self._session.work_aside(
            work, lambda plans: self._offer(path, plans), self.could_not, crashed=self.crashed, receiver=self
        )

    def could_not(self, error: db.ShishiError) -> None:
        """Say why; the caret is where it is put right, not on the button that closes."""
        super().could_not(error)
        self.title.setFocus()

    def _offer(self, path: Path, plans: tuple[Plan, ...]) -> None:
        for plan in plans:
            self.source.addItem(f"{plan.title} ({plan.year}) · {path.name}", plan)
        if plans:
            self.source.setCurrentIndex(self.source.count() - len(plans))
            self._propose()

    def _propose(self) -> None:
        """The title of the plan that is taken over, with the year moved on."""
        plan: Plan | None = self.source.currentData() if self._like else None
        if plan is not None:
            year = plan.year + 1
            self.year.setValue(year)
            self.title.give(plan.title.replace(str(plan.year), str(year)))

    def _name_fields(self) -> None:
        self.year.setRange(2000, 2100)
        self.year.lineEdit().setTextMargins(8, 0, 8, 0)
        self.period.addItems(db.USUAL_PERIODS)
        self.period.setEditable(True)
        for field, name, told in (
            (self.source, "planSource", self.tr("Like")),
            (self.title, "newPlanTitle", self.tr("Title")),
            (self.year, "newPlanYear", self.tr("Year")),
            (self.period, "newPlanPeriod", self.tr("First period")),
        ):
            field.setObjectName(name)
            field.setAccessibleName(told)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setSpacing(theme.GAP)
        other = QPushButton(self.tr("From another file…"), self)
        other.setObjectName("otherLedger")
        other.clicked.connect(self._ask_file)
        if self._like:
            form.addRow(self.tr("Like"), self.source)
            form.addRow("", other)
        else:
            self.source.hide()
            other.hide()
        form.addRow(self.tr("Title"), self.title)
        form.addRow(self.tr("Year"), self.year)
        form.addRow(self.tr("First period"), self.period)
        self.body.addLayout(form)
        self.body.addStretch(1)

    def _ask_file(self) -> None:
        pattern = self.tr("Shishi files (*.shishi)")
        choose.existing_file(self, self._settings, self.tr("Choose a ledger"), pattern, self.read)

    def _make(self) -> None:
        self.working()
        plan = self.source.currentData() if self._like else None
        command = operations_plan.new_plan(
            plan,
            self.title.text(),
            self.year.value(),
            self.period.currentText().strip(),
            self._session.author,
        )
        self._session.run(command, self._was_made, self.could_not, crashed=self.crashed, receiver=self)

    def _was_made(self, period: PeriodId) -> None:
        self.made.emit(period)
        self.accept()
