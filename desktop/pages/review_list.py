"""The left of the page of reviews: which entries to read, and what can be done with many at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QComboBox,
    QFrame,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

import db
from desktop import theme
from desktop.forms.flow import FlowLayout
from desktop.models import review_cases
from desktop.models.case_list import CaseDelegate, CaseList
from desktop.models.review_cases import GROUPS, Noted, group_of, group_word

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from db import Task, TaskId
    from desktop.session import View

WIDTH = 340


class ReviewList(QFrame):
    """Filters, a row an entry, and buttons below."""

    stood = Signal()
    """The person stands on another entry, or the rows are others: see `current`."""
    selected_wanted = Signal()
    """Approve what is selected."""
    clear_wanted = Signal()
    """Approve everything in which no check noticed anything."""
    corrections_wanted = Signal()
    """Issue what was sent back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: View | None = None
        self._noted: Noted | None = None
        self._of: tuple[str, str] = ("", "")
        """Plan and period of the units in the picker."""
        self._stood: TaskId | None = None
        self.tasks: list[Task] = []
        """What the list shows."""
        self.model = CaseList(self)
        self.list = self._make_list()
        self.units = QComboBox(self)
        self.units.setObjectName("reviewUnit")
        self.units.setAccessibleName(self.tr("Unit"))
        self.units.activated.connect(lambda: self.fill())
        self.selected_button = self._button("approveSelected", self.selected_wanted)
        self.clear_button = self._button("approveClear", self.clear_wanted)
        self.corrections_button = self._button("issueCorrections", self.corrections_wanted)
        self._chips = {name: self._chip(name) for name in GROUPS}
        group = QButtonGroup(self)
        for chip in self._chips.values():
            group.addButton(chip)
        self._chips["to_review"].setChecked(True)
        self._lay_out()

    @property
    def group(self) -> str:
        """The group that is shown."""
        return next(name for name, chip in self._chips.items() if chip.isChecked())

    @property
    def current(self) -> Task | None:
        """The entry on which the person stands."""
        row = self.list.currentIndex().row()
        return self.tasks[row] if 0 <= row < len(self.tasks) else None

    def show_view(self, view: View | None, noted: Noted | None) -> None:
        """Show another period, or the same as it now stands."""
        self._view, self._noted = view, noted
        if view is None:
            self.tasks, self._of = [], ("", "")
            self.model.show_cases(())
            return
        if (view.plan.id, view.period.id) != self._of:
            self._of = (view.plan.id, view.period.id)
            self._fill_units(view)
        self.fill()

    def choose(self, group: str, unit: str) -> None:
        """Show one of the groups, of all units (an empty text) or of one."""
        self._chips[group].setChecked(True)
        self.units.setCurrentIndex(max(0, self.units.findText(unit)) if unit else 0)
        self.fill()

    def step(self, by: int) -> None:
        """Go to the next entry of the list, or the one before."""
        row = self.list.currentIndex().row() + by
        if 0 <= row < self.model.rowCount():
            self._stand_at(row)

    def selected(self) -> list[Task]:
        """The entries that are selected, in their order."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        return [self.tasks[row] for row in rows if row < len(self.tasks)]

    def clear(self) -> list[Task]:
        """The entries of the list that are to be reviewed and in which no check noticed anything."""
        if self._view is None or self._noted is None:
            return []
        return review_cases.without_doubts(self._view, self._noted, self.tasks)

    def fill(self) -> None:
        """Show the rows of the group and unit chosen; who stood on one stays, or goes to the next."""
        view = self._view
        if view is None:
            return
        unit = self.units.currentData()
        tasks = [task for task in view.plan.tasks() if not task.retired]
        tasks = [task for task in tasks if unit is None or any(lead.id == unit for lead in task.leads)]
        groups = {task.id: group_of(view.entries.get(task.id)) for task in tasks}
        self._count(list(groups.values()))
        self.tasks = [task for task in tasks if groups[task.id] == self.group]
        if self.group == "sent_back" and self._noted is not None:
            order = {task: number for number, task in enumerate(self._noted.waiting)}
            self.tasks.sort(key=lambda task: order.get(task.id, len(order)))
        self._show_rows(view)
        self._show_buttons()

    def _show_rows(self, view: View) -> None:
        row, selection = self.list.currentIndex().row(), self.list.selectionModel()
        selection.blockSignals(True)
        self.model.show_cases(review_cases.cases(view, self._noted, self.tasks))
        place = self.model.place(self._stood)
        place = place if place >= 0 else min(max(row, 0), len(self.tasks) - 1)
        if self.tasks and self.list.currentIndex().row() != place:
            self._stand_at(place)
        selection.blockSignals(False)
        self.list.viewport().update()
        self._stand()

    def _stand(self) -> None:
        self._stood = self.current.id if self.current else None
        self.stood.emit()

    def _count(self, groups: list[str]) -> None:
        for name, chip in self._chips.items():
            count = groups.count(name)
            chip.setText(f"{group_word(name)} {count}")
            chip.setVisible(bool(count) or name == "to_review" or chip.isChecked())

    def _show_buttons(self) -> None:
        writable = self._view is not None and not self._view.read_only
        selected, clear = len(self.selected()), len(self.clear())
        back = len(self._noted.waiting) if self._noted else 0
        self.selected_button.setText(self.tr("Approve the selected {count}").format(count=selected))
        self.selected_button.setVisible(selected > 1)
        self.clear_button.setText(self.tr("Approve all without findings ({count})").format(count=clear))
        self.clear_button.setVisible(self.group == "to_review")
        self.corrections_button.setText(self.tr("Issue corrections ({count})…").format(count=back))
        self.corrections_button.setVisible(bool(back))
        for button in (self.selected_button, self.corrections_button):
            button.setEnabled(writable)
        self.clear_button.setEnabled(writable and bool(clear))

    def _fill_units(self, view: View) -> None:
        chosen = self.units.currentText()
        self.units.clear()
        self.units.addItem(self.tr("All units"), None)
        for unit in db.lead_units(view.plan):
            self.units.addItem(unit.name, unit.id)
        self.units.setCurrentIndex(max(0, self.units.findText(chosen)))

    def _stand_at(self, row: int) -> None:
        index = self.model.index(row)
        self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.list.scrollTo(index)

    def _make_list(self) -> QListView:
        view = QListView(self)
        view.setObjectName("reviewList")
        view.setAccessibleName(self.tr("Entries to review"))
        view.setModel(self.model)
        view.setItemDelegate(CaseDelegate(view))
        view.setMouseTracking(True)
        view.setUniformItemSizes(True)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.selectionModel().currentChanged.connect(lambda: self._stand())
        view.selectionModel().selectionChanged.connect(lambda: self._show_buttons())
        return view

    def _chip(self, name: str) -> QPushButton:
        chip = QPushButton(group_word(name), self)
        chip.setObjectName(f"review_{name}")
        chip.setCheckable(True)
        theme.set_role(chip, "chip")
        chip.clicked.connect(lambda: self.fill())
        return chip

    def _button(self, name: str, says: SignalInstance) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.clicked.connect(says)
        button.hide()
        return button

    def _lay_out(self) -> None:
        theme.set_role(self, "bar")
        self.setFixedWidth(WIDTH)
        chips = QWidget(self)
        flow = FlowLayout(chips)
        for chip in self._chips.values():
            flow.addWidget(chip)
        column, top, bottom = QVBoxLayout(self), QVBoxLayout(), QVBoxLayout()
        column.setContentsMargins(0, theme.GAP, 0, theme.GAP)
        for part in (top, bottom):
            part.setContentsMargins(theme.GAP, 0, theme.GAP, 0)
        for part in (column, top, bottom):
            part.setSpacing(theme.GAP_SMALL)
        top.addWidget(self.units)
        top.addWidget(chips)
        for button in (self.selected_button, self.clear_button, self.corrections_button):
            bottom.addWidget(button)
        column.addLayout(top)
        column.addWidget(self.list, 1)
        column.addLayout(bottom)
