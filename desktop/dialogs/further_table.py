"""The next quarter's table, read into the plan that is open: shown, put right, then kept."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QWidget

import db
from desktop import choose, operations_plan
from desktop.dialogs.frame import FramedDialog
from desktop.dialogs.new_from_table import TABLES
from desktop.planning.answers import Answers
from desktop.planning.match_rows import MatchView
from desktop.planning.table_review import TableReview
from desktop.session import Session
from desktop.settings import Settings

if TYPE_CHECKING:
    from db import FurtherPreview, Imported, TablePreview


class FurtherTableDialog(FramedDialog):
    """What stands in the ledger stays; rows that are in doubt are not written before a person says."""

    read_in = Signal(str)
    """A period that was written to."""

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("FurtherTableDialog", "The next quarter's table"),
            translate(
                "FurtherTableDialog",
                "A Word, Excel or text table of a further period, read into this plan. Its rows are matched "
                "by number and target; what was reported already stays as it is.",
            ),
            translate("FurtherTableDialog", "Write"),
            parent,
        )
        self._session, self._settings = session, settings
        self._path = Path()
        self._edition = 0
        self._written_to: frozenset[str] = frozenset()
        self._answers = Answers()
        self.setMinimumSize(980, 660)
        self._source = QLabel(self.tr("No table chosen yet"), self)
        self._period = QComboBox(self)
        self._summary = QLabel(self)
        self._summary.setWordWrap(True)
        self.review = TableReview(self._answers, self, names=False)
        self.matches = MatchView(self)
        self.review.tabs.insertTab(0, self.matches, self.tr("Rows and tasks"))
        self._lay_out()
        self._show_read(shown=False)
        self.review.answered.connect(self._read_again)
        self.matches.rows.chosen.connect(self._choose)
        self._period.activated.connect(self._read_again)
        self.agree.clicked.connect(self._write)

    def read(self, source: Path) -> None:
        """Read a table and show what would be written."""
        vars(self._answers).update(vars(Answers()))
        self._path = source
        self._source.setText(source.name)
        self._show_read(shown=False)
        self._read_again()

    def could_not_read(self, error: db.ShishiError) -> None:
        """Say why the table was not understood; another can be chosen."""
        self.could_not(error)
        self.agree.setEnabled(False)

    def _read_again(self) -> None:
        view = self._session.view
        if view is None or not self._path.name:
            return
        self.say(self.tr("Reading the table…"))
        self._edition += 1
        edition, source, plan = self._edition, self._path, view.plan
        self._answers.period = self._period.currentText().strip() or None
        mapping = self._answers.mapping()

        def work(ledger: db.Ledger) -> tuple[TablePreview, FurtherPreview]:
            return db.read_table(source, mapping), db.preview_periods(
                ledger, source, mapping=mapping, plan=plan
            )

        def take(found: tuple[TablePreview, FurtherPreview]) -> None:
            if edition == self._edition:
                self._show(*found)

        self._session.query(work, take, self.could_not_read, crashed=lambda _: self.say(""), receiver=self)

    def _choose(self, at: str, task: str) -> None:
        self._answers.choose_task(at, db.TaskId(task))
        self._read_again()

    def _show(self, table: TablePreview, preview: FurtherPreview) -> None:
        self.say("")
        self.review.show_preview(table)
        self.review.show_findings(preview.findings)
        self.matches.rows.show_preview(preview)
        first = self._read.isHidden()
        self._show_read(shown=True)
        if first:
            self.review.tabs.setCurrentWidget(self.matches)
        self._summary.setText(self._describe(preview))
        self._written_to = frozenset(label for label, _ in preview.periods)
        self.agree.setText(self.tr("Write %n entries", "", len(preview.fresh)))
        self.agree.setEnabled(bool(preview.fresh) or any(new for _, new in preview.periods))

    def _describe(self, preview: FurtherPreview) -> str:
        """Which periods, how many entries, what stays, what is missing and in doubt."""
        periods = "、".join(
            self.tr("{period} (will be opened)").format(period=label) if new else label
            for label, new in preview.periods
        )
        open_rows = sum(match.task is None for match in preview.matches)
        told = [
            periods,
            self.tr("%n entries to write", "", len(preview.fresh)),
            self.tr("%n stand already and stay", "", len(preview.standing)) if preview.standing else "",
            self.tr("%n rows to decide", "", open_rows) if open_rows else "",
            self.tr("%n tasks without a row", "", len(preview.missing)) if preview.missing else "",
        ]
        return " · ".join(text for text in told if text)

    def _lay_out(self) -> None:
        view = self._session.view
        known = {period.label for period in view.plan.periods} if view else set()
        labels = [label for label in db.USUAL_PERIODS if label not in known]
        self._period.addItems([*labels, *known])
        self._period.setEditable(True)
        self._period.setObjectName("furtherPeriod")
        self._period.setAccessibleName(self.tr("Period"))
        pick = QPushButton(self.tr("Choose a table…"), self)
        pick.setObjectName("chooseTable")
        pick.clicked.connect(self._ask_source)
        row = QHBoxLayout()
        row.addWidget(self._source, 1)
        row.addWidget(QLabel(self.tr("Period, if the table names none"), self))
        row.addWidget(self._period)
        row.addWidget(pick)
        self._read: QWidget = self.review
        self.body.addLayout(row)
        self.body.addWidget(self._summary)
        self.body.addWidget(self.review, 1)
        self.body.addStretch(0)

    def _show_read(self, *, shown: bool) -> None:
        self._read.setVisible(shown)
        self._summary.setVisible(shown)
        self.agree.setEnabled(shown)
        if not shown:
            self.agree.setText(self.tr("Write"))

    def _ask_source(self) -> None:
        pattern = self.tr("Tables ({patterns})").format(patterns=TABLES)
        choose.existing_file(self, self._settings, self.tr("Choose a table"), pattern, self.read)

    def _write(self) -> None:
        view = self._session.view
        if view is None:
            return
        self.working()
        command = operations_plan.add_periods(self._path, self._answers.mapping(), view.plan)
        self._session.run(command, self._written, self.could_not, crashed=self.crashed, receiver=self)

    def _written(self, imported: Imported) -> None:
        labels = self._written_to
        periods = imported.plan.periods
        last = max((p for p in periods if p.label in labels), key=lambda p: p.end, default=periods[-1])
        self.read_in.emit(last.id)
        self.accept()
