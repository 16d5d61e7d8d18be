"""A plan from a table: choose it, see what was understood and doubted, put it right, then keep it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

import db
from desktop import choose, operations_plan, theme
from desktop.dialogs.frame import FramedDialog
from desktop.planning.answers import Answers
from desktop.planning.table_review import TableReview
from desktop.session import Session
from desktop.settings import Settings

TABLES = "*.xlsx *.docx *.csv *.tsv *.txt *.html *.htm *.xls"


class NewFromTableDialog(FramedDialog):
    """Nothing is kept before the person has seen it. A new ledger, or one more plan of the open one."""

    made = Signal(Path)
    """The ledger that was written."""
    added = Signal(str)
    """The first period of the plan that was added to the open ledger."""

    def __init__(
        self, session: Session, settings: Settings, parent: QWidget | None = None, *, into: bool = False
    ) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("NewFromTableDialog", "New plan from a table")
            if into
            else translate("NewFromTableDialog", "New ledger from a table"),
            translate(
                "NewFromTableDialog",
                "An Excel (.xlsx), Word (.docx), .csv or text file with the categories, items, targets and "
                "units of one year. The table itself is not changed.",
            ),
            translate("NewFromTableDialog", "Add to this ledger")
            if into
            else translate("NewFromTableDialog", "Keep as a ledger…"),
            parent,
        )
        self._into = into
        self._path = Path()
        self._edition = 0
        self._session = session
        self._settings = settings
        self._answers = Answers()
        self.setMinimumSize(960, 660)
        self._source = QLabel(self.tr("No table chosen yet"), self)
        self._understood = QLabel(self)
        self._understood.setWordWrap(True)
        self._title = QLineEdit(self)
        self._year = QSpinBox(self)
        self._sheet, self._period, self._header = QComboBox(self), QComboBox(self), QSpinBox(self)
        self.review = TableReview(self._answers, self)
        self.findings = self.review.findings
        self._name_fields()
        self._lay_out()
        self._show_read(shown=False)
        self._connect()

    def read(self, source: Path) -> None:
        """Read a table and show what was understood."""
        fresh = Answers()
        fresh.first_leads = self._answers.first_leads
        vars(self._answers).update(vars(fresh))
        self._path = source
        self._source.setText(source.name)
        self._title.clear()
        self._show_read(shown=False)
        self._read_again()

    def _read_again(self) -> None:
        if not self._path.name:
            return
        self.say(self.tr("Reading the table…"))
        self._edition += 1
        edition, source = self._edition, self._path
        self._answers.period = self._period.currentText().strip() or None
        mapping = self._answers.mapping()

        def take(preview: db.TablePreview) -> None:
            if edition == self._edition:
                self._show(preview)

        self._session.work_aside(
            lambda: db.read_table(source, mapping),
            take,
            self.could_not_read,
            crashed=lambda _: self.say(""),
            receiver=self,
        )

    def could_not_read(self, error: db.ShishiError) -> None:
        """Say why the table was not understood; another can be chosen."""
        self.could_not(error)
        self.agree.setEnabled(False)

    def _connect(self) -> None:
        self._period.activated.connect(self._read_again)
        self._sheet.activated.connect(self._choose_sheet)
        self._header.editingFinished.connect(self._choose_header)
        self.review.answered.connect(self._read_again)
        self.agree.clicked.connect(self._add if self._into else self._ask_target)

    def _name_fields(self) -> None:
        self._year.setRange(2000, 2100)
        self._year.setValue(QDate.currentDate().year())
        self._year.lineEdit().setTextMargins(8, 0, 8, 0)  # where the style sheet's padding does not reach
        self._header.lineEdit().setTextMargins(8, 0, 8, 0)
        self._header.setRange(0, 60)
        self._header.setSpecialValueText(self.tr("none"))
        self._period.addItems(db.USUAL_PERIODS)
        self._period.setEditable(True)
        for field, name, told in (
            (self._title, "tableTitle", self.tr("Title")),
            (self._year, "tableYear", self.tr("Year")),
            (self._period, "tablePeriod", self.tr("Period")),
            (self._sheet, "tableSheet", self.tr("Sheet")),
            (self._header, "tableHeader", self.tr("Row of the header")),
        ):
            field.setObjectName(name)
            field.setAccessibleName(told)

    def _lay_out(self) -> None:
        pick = QPushButton(self.tr("Choose a table…"), self)
        pick.setObjectName("chooseTable")
        pick.clicked.connect(self._ask_source)
        row = QHBoxLayout()
        row.addWidget(self._source, 1)
        row.addWidget(self._sheet)
        row.addWidget(QLabel(self.tr("Period, if the table names none"), self))
        row.addWidget(self._period)
        row.addWidget(pick)
        self._read = QWidget(self)
        column = QVBoxLayout(self._read)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP)
        form = QFormLayout()
        form.setSpacing(theme.GAP)
        form.addRow(self.tr("Understood"), self._understood)
        line = QHBoxLayout()
        line.setSpacing(theme.GAP)
        line.addWidget(self._title, 1)
        for text, field in ((self.tr("Year"), self._year), (self.tr("Row of the header"), self._header)):
            line.addWidget(QLabel(text, self))
            line.addWidget(field)
        form.addRow(self.tr("Title"), line)
        column.addLayout(form)
        column.addWidget(self.review, 1)
        self.body.addLayout(row)
        self.body.addWidget(self._read, 1)
        self.body.addStretch(0)

    def _show_read(self, *, shown: bool) -> None:
        self._read.setVisible(shown)
        self.agree.setEnabled(shown)
        self._sheet.setVisible(shown and self._sheet.count() > 1)

    def _ask_source(self) -> None:
        pattern = self.tr("Tables ({patterns})").format(patterns=TABLES)
        choose.existing_file(self, self._settings, self.tr("Choose a table"), pattern, self.read)

    def _choose_sheet(self) -> None:
        self._answers.choose_sheet(self._sheet.currentText())
        self._read_again()

    def _choose_header(self) -> None:
        row = self._header.value() or None
        if row != self._header.property("read") and self._header.isEnabled():
            self._answers.header = row
            self._answers.columns = {}
            self._read_again()

    def _show(self, preview: db.TablePreview) -> None:
        first = self._read.isHidden()
        self.say("")
        self.review.show_preview(preview)
        self._understood.setText(self._describe(preview))
        if first:  # what the person has typed since stays
            self._title.setText(preview.title or self._path.stem)
            if preview.year is not None:
                self._year.setValue(preview.year)
        self._sheet.clear()
        self._sheet.addItems(list(preview.sheets))
        self._sheet.setCurrentText(preview.sheet)
        self._header.setProperty("read", preview.header)
        self._header.setValue(preview.header or 0)
        self._header.setEnabled(bool(preview.lines))
        self._show_read(shown=True)
        self.agree.setEnabled(bool(preview.table.rows))

    def _describe(self, preview: db.TablePreview) -> str:
        given = self._period.currentText().strip()
        told = self.tr(
            "{categories} categories, {items} items, {tasks} tasks, {units} lead units; {periods}"
        ).format(
            periods="、".join(label or given for label in preview.periods) or given,
            categories=len(preview.categories),
            items=preview.items,
            tasks=preview.tasks,
            units=len(preview.leads),
        )
        if preview.year is None:
            doubt = self.tr("The table names no year: please look whether the one above is right.")
            told = f"{told}\n{doubt}"
        return told

    def _mapping(self) -> db.TableMapping:
        """All that was answered, with title, year and period as they stand."""
        answers = self._answers
        answers.title, answers.year = self._title.text().strip() or None, self._year.value()
        answers.period = self._period.currentText().strip() or None
        return answers.mapping()

    def _ask_target(self) -> None:
        name = f"{self._title.text().strip() or self._path.stem}.shishi"
        pattern = self.tr("Shishi files (*.shishi)")
        choose.new_file(
            self, self._settings, self.tr("Keep as a ledger"), pattern, name, self._keep, replace=False
        )

    def _keep(self, target: Path) -> None:
        self.working()
        source, mapping, author = self._path, self._mapping(), self._session.author
        self._session.work_aside(
            lambda: operations_plan.ledger_from_table(source, target, mapping, author),
            self._kept,
            self.could_not,
            crashed=self.crashed,
            receiver=self,
        )

    def _kept(self, target: Path) -> None:
        self.made.emit(target)
        self.accept()

    def _add(self) -> None:
        self.working()
        command = operations_plan.add_plan(self._path, self._mapping(), self._session.author)
        self._session.run(command, self._was_added, self.could_not, crashed=self.crashed, receiver=self)

    def _was_added(self, period: db.PeriodId) -> None:
        self.added.emit(period)
        self.accept()
