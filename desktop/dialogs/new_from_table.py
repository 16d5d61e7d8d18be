"""A new ledger from a table: choose it, see what was understood and doubted, then keep it."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QSpinBox,
    QWidget,
)

import db
from desktop import choose, messages, theme
from desktop.dialogs.frame import FramedDialog
from desktop.session import Session
from desktop.settings import Settings

if TYPE_CHECKING:
    from db import Imported, Plan

TABLES = "*.xlsx *.txt"


class NewFromTableDialog(FramedDialog):
    """The table is first read into a temporary ledger: nothing is kept before the person has seen it."""

    made = Signal(Path)
    """The ledger that was written."""

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("NewFromTableDialog", "New ledger from a table"),
            translate(
                "NewFromTableDialog",
                "An Excel (.xlsx) or text (.txt) file with the categories, items, targets and units of one "
                "year. The table itself is not changed.",
            ),
            translate("NewFromTableDialog", "Keep as a ledger…"),
            parent,
        )
        self._path = Path()
        self._session = session
        self._settings = settings
        self.setMinimumSize(660, 560)
        self._source = QLabel(self.tr("No table chosen yet"), self)
        self._understood = QLabel(self)
        self._understood.setWordWrap(True)
        self._title = QLineEdit(self)
        self._year = QSpinBox(self)
        self._year.setRange(2000, 2100)
        self._year.lineEdit().setTextMargins(8, 0, 8, 0)  # where the style sheet's padding does not reach
        self._period = QComboBox(self)
        self._period.addItems(db.USUAL_PERIODS)
        self._period.setEditable(True)
        self.findings = QListWidget(self)
        self._lay_out()
        self._show_read(shown=False)
        self.agree.clicked.connect(self._ask_target)

    def read(self, source: Path) -> None:
        """Read a table and show what was understood."""
        self._path = source
        self._source.setText(source.name)
        self.say(self.tr("Reading the table…"))
        self._show_read(shown=False)
        period = self._period.currentText()

        def work() -> Imported:
            with tempfile.TemporaryDirectory() as folder:
                return db.import_table(source, Path(folder, "read.shishi"), period=period)

        def crashed(_: BaseException) -> None:
            self.say("")

        self._session.work_aside(work, self._show, self.could_not_read, crashed=crashed, receiver=self)

    def _read_again(self) -> None:
        if self._path.name:
            self.read(self._path)

    def could_not_read(self, error: db.ShishiError) -> None:
        """Say why the table was not understood; another can be chosen."""
        self.could_not(error)
        self.agree.setEnabled(False)

    def _lay_out(self) -> None:
        pick = QPushButton(self.tr("Choose a table…"), self)
        pick.setObjectName("chooseTable")
        pick.clicked.connect(self._ask_source)
        self._period.setAccessibleName(self.tr("Period"))
        self._period.activated.connect(self._read_again)
        row = QHBoxLayout()
        row.addWidget(self._source, 1)
        row.addWidget(QLabel(self.tr("Period, if the table names none"), self))
        row.addWidget(self._period)
        row.addWidget(pick)
        self._read = QWidget(self)
        form = QFormLayout(self._read)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(theme.GAP)
        form.addRow(self.tr("Understood"), self._understood)
        form.addRow(self.tr("Title"), self._title)
        form.addRow(self.tr("Year"), self._year)
        self.findings.setObjectName("findingList")
        self.findings.setAccessibleName(self.tr("To check"))
        self.findings.setWordWrap(True)
        theme.set_role(self.findings, "boxed")
        form.addRow(self.tr("To check"), self.findings)
        self.body.addLayout(row)
        self.body.addWidget(self._read, 1)
        self.body.addStretch(0)

    def _show_read(self, *, shown: bool) -> None:
        self._read.setVisible(shown)
        self.agree.setEnabled(shown)

    def _ask_source(self) -> None:
        pattern = self.tr("Tables ({patterns})").format(patterns=TABLES)
        choose.existing_file(self, self._settings, self.tr("Choose a table"), pattern, self.read)

    def _show(self, imported: Imported) -> None:
        plan = imported.plan
        self.say("")
        self._understood.setText(self._describe(plan))
        self._title.setText(plan.title)
        self._year.setValue(plan.year)
        self.findings.clear()
        self.findings.addItems([messages.sentence_of_finding(finding) for finding in imported.findings])
        if not imported.findings:
            self.findings.addItem(self.tr("Nothing is in doubt."))
        self._show_read(shown=True)

    def _describe(self, plan: Plan) -> str:
        return self.tr(
            "{categories} categories, {items} items, {tasks} tasks, {units} lead units; {periods}"
        ).format(
            periods="、".join(period.label for period in plan.periods),
            categories=len(plan.categories),
            items=sum(len(category.items) for category in plan.categories),
            tasks=sum(1 for _ in plan.tasks()),
            units=len(db.lead_units(plan)),
        )

    def _ask_target(self) -> None:
        name = f"{self._title.text().strip() or self._path.stem}.shishi"
        pattern = self.tr("Shishi files (*.shishi)")
        choose.new_file(
            self, self._settings, self.tr("Keep as a ledger"), pattern, name, self._keep, replace=False
        )

    def _keep(self, target: Path) -> None:
        self.working()
        source, title, year = self._path, self._title.text().strip(), self._year.value()
        period = self._period.currentText()

        def work() -> Path:
            if target.exists():  # `import_table` would add a period to it
                raise db.FileError("already_exists", path=target)
            db.import_table(source, target, period=period, year=year, title=title or None)
            return target

        self._session.work_aside(work, self._kept, self.could_not, crashed=self.crashed, receiver=self)

    def _kept(self, target: Path) -> None:
        self.made.emit(target)
        self.accept()
