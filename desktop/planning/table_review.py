"""What was understood of a table: the file, the rows, the names, and what is in doubt."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop import icons, messages, theme
from desktop.planning.edit_table import Column, EditTable
from desktop.planning.read_rows import ReadRowsView
from desktop.planning.source_grid import SourceGrid

if TYPE_CHECKING:
    from collections.abc import Sequence

    import db
    from db import Finding, TablePreview
    from desktop.planning.answers import Answers

_BETWEEN = re.compile("[,，、;；]")


class TableReview(QWidget):
    """Tabs over one `Answers`; `answered` when the table is to be read again with it."""

    answered = Signal()

    def __init__(self, answers: Answers, parent: QWidget | None = None, *, names: bool = True) -> None:
        super().__init__(parent)
        self._answers = answers
        self.tabs = QTabWidget(self)
        self.tabs.setObjectName("tableTabs")
        self.tabs.setDocumentMode(True)
        self.grid = SourceGrid(self)
        self.rows = ReadRowsView(answers, self)
        self.findings = QListWidget(self)
        self.findings.setObjectName("findingList")
        self.findings.setAccessibleName(self.tr("To check"))
        self.findings.setWordWrap(True)
        theme.set_role(self.findings, "boxed")
        self.categories = self._names("categoryNames", self.tr("Category as read"))
        self.units = self._names("unitNames", self.tr("Unit as read"))
        self.groups = self._names("groupMembers", self.tr("Group unit"), self.tr("Members"))
        self.first_leads = QCheckBox(
            self.tr("In a cell of several units without ★ only the first one leads"), self
        )
        self.first_leads.setObjectName("firstLeads")
        self.tabs.addTab(self.findings, "")
        self.tabs.addTab(self.grid, self.tr("Columns of the file"))
        self.tabs.addTab(self.rows, self.tr("Rows"))
        page = self._names_page()
        if names:
            self.tabs.addTab(page, self.tr("Categories and units"))
        else:
            page.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.tabs)
        self._connect()

    def show_preview(self, preview: TablePreview) -> None:
        """Show what was read."""
        first = not self._answers.seen
        self._answers.take(preview)
        self.grid.show_preview(preview)
        self.tabs.setTabVisible(self.tabs.indexOf(self.grid), bool(preview.lines))
        self.rows.rows.refresh()
        self.show_findings(preview.findings)
        if first:
            self.tabs.setCurrentWidget(self.findings if preview.findings else self.rows)
        self.categories.rows.show_lines(
            [(read, (read, right)) for read, right in self._answers.categories.items()]
        )
        self.units.rows.show_lines([(read, (read, right)) for read, right in self._answers.units.items()])
        self.groups.rows.show_lines([(name, (name, "、".join(members))) for name, members in preview.groups])

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what is in doubt, with where."""
        self.findings.clear()
        for finding in findings:
            style = theme.state_style(finding.severity)
            item = QListWidgetItem(
                icons.shape(style.shape, style.colour), messages.sentence_of_finding(finding), self.findings
            )
            item.setData(Qt.ItemDataRole.UserRole, finding.place)
        if not findings:
            self.findings.addItem(self.tr("Nothing is in doubt."))
        at = self.tabs.indexOf(self.findings)
        self.tabs.setTabText(at, self.tr("To check ({count})").format(count=len(findings)))

    def go_to(self, place: str) -> None:
        """Show the row or the cell that a finding is about."""
        for view in (self.grid, self.rows) if "!" in place else (self.rows, self.grid):
            if place and view.go_to(place):
                self.tabs.setCurrentWidget(view)
                view.setFocus()
                return

    def _names(self, name: str, read: str, right: str = "") -> EditTable:
        table = EditTable(name, (Column(read), Column(right or self.tr("Is right as"))), self)
        table.rows.fixed = 1
        table.hide_buttons()
        table.setAccessibleName(read)
        return table

    def _names_page(self) -> QWidget:
        inside = QWidget(self)
        whole = QVBoxLayout(inside)
        row = QHBoxLayout()
        row.setSpacing(theme.GAP_LARGE)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(self.categories)
        left.addStretch(1)
        right.addWidget(self.units)
        right.addWidget(QLabel(self.tr("Members of group units; without any, a group leads itself")))
        right.addWidget(self.groups)
        right.addStretch(1)
        row.addLayout(left, 1)
        row.addLayout(right, 1)
        whole.addWidget(self.first_leads)
        whole.addLayout(row)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme.set_role(inside, "page")
        area.setWidget(inside)
        return area

    def _connect(self) -> None:
        self.grid.lines.meant.connect(self._mean)
        self.rows.rows.answered.connect(self.answered)
        self.findings.itemActivated.connect(self._jump)
        self.findings.itemClicked.connect(self._jump)
        self.first_leads.toggled.connect(self._lead)
        self.categories.rows.edited.connect(self._rename)
        self.units.rows.edited.connect(self._rename)
        self.groups.rows.edited.connect(self._regroup)

    def _jump(self, item: QListWidgetItem) -> None:
        self.go_to(item.data(Qt.ItemDataRole.UserRole) or "")

    def _mean(self, at: int, role: db.Role, period: str) -> None:
        self._answers.columns[at] = (role, period)
        self.answered.emit()

    def _lead(self, first: bool) -> None:
        self._answers.first_leads = first
        self.answered.emit()

    def _rename(self) -> None:
        for table, names in (
            (self.categories, self._answers.categories),
            (self.units, self._answers.units),
        ):
            for _, (read, right) in table.rows.lines:
                names[read] = right or read
        self.answered.emit()

    def _regroup(self) -> None:
        for _, (name, members) in self.groups.rows.lines:
            self._answers.groups[name] = tuple(p.strip() for p in _BETWEEN.split(members) if p.strip())
        self.answered.emit()
