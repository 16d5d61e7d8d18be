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

from desktop import theme
from desktop.forms.flow import FlowLayout
from desktop.models import review_cases
from desktop.models.case_list import CaseDelegate
from desktop.models.review_cases import GROUPS, Noted, Sorted, group_word
from desktop.models.review_rows import ReviewRows

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from db import Task, TaskId

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
        self.sorted: Sorted | None = None
        """What the rows are of."""
        self._noted: Noted | None = None
        self._clear: list[Task] = []
        self._of: tuple[str, str] = ("", "")
        """Plan and period of the units in the picker."""
        self._wanted_unit = ""
        """To be chosen once the units are known."""
        self._stood: TaskId | None = None
        self.tasks: tuple[Task, ...] = ()
        """What the list shows."""
        self.model = ReviewRows(self)
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

    def show_sorted(self, now: Sorted | None, noted: Noted | None) -> None:
        """Show another period, or the same as it now stands."""
        self.sorted, self._noted = now, noted
        if now is None:
            self.tasks, self._of = (), ("", "")
            self.model.clear_rows()
            return
        if (now.view.plan.id, now.view.period.id) != self._of:
            self._of = (now.view.plan.id, now.view.period.id)
            self._fill_units(now)
        self.fill()

    def choose(self, group: str, unit: str) -> None:
        """Show one of the groups, of all units (an empty text) or of one."""
        self._chips[group].setChecked(True)
        self.units.setCurrentIndex(max(0, self.units.findText(unit)) if unit else 0)
        self._wanted_unit = unit
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
        return self._clear

    def fill(self) -> None:
        """Show the rows of the group and unit chosen; who stood on one stays, or goes to the next."""
        now, noted, group = self.sorted, self._noted, self.group
        if now is None:
            return
        self._count(now)
        tasks = now.tasks.get((self.units.currentData(), group), ())
        if group == "sent_back" and noted is not None:
            order = {task: number for number, task in enumerate(noted.waiting)}
            tasks = tuple(sorted(tasks, key=lambda task: order.get(task.id, len(order))))
        is_asked = noted is not None and group == "to_review"
        self._clear = [task for task in tasks if noted and task.id not in noted.doubtful] if is_asked else []
        self.tasks = tasks
        self._show_rows(now, noted)
        self._show_buttons()

    def _show_rows(self, now: Sorted, noted: Noted | None) -> None:
        row, selection, tasks = self.list.currentIndex().row(), self.list.selectionModel(), self.tasks
        selection.blockSignals(True)
        keys = [task.id for task in tasks]
        self.model.show_rows(keys, lambda row: review_cases.case_of(now, noted, tasks[row]))
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

    def _count(self, now: Sorted) -> None:
        unit = self.units.currentData()
        for name, chip in self._chips.items():
            count = len(now.tasks.get((unit, name), ()))
            chip.setText(f"{group_word(name)} {count}")
            chip.setVisible(bool(count) or name == "to_review" or chip.isChecked())

    def _show_buttons(self) -> None:
        writable = self.sorted is not None and not self.sorted.view.read_only
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

    def _fill_units(self, now: Sorted) -> None:
        chosen = self._wanted_unit or self.units.currentText()
        self._wanted_unit = ""
        self.units.clear()
        self.units.addItem(self.tr("All units"), None)
        for unit in now.units:
            self.units.addItem(unit.name, unit.id)
        self.units.setCurrentIndex(max(0, self.units.findText(chosen)))

    def _stand_at(self, row: int) -> None:
        index = self.model.index(row, 0)
        self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.list.scrollTo(index)

    def _make_list(self) -> QListView:
        view = QListView(self)
        view.setObjectName("reviewList")
        view.setAccessibleName(self.tr("Entries to review"))
        view.setModel(self.model)
        view.setItemDelegate(CaseDelegate(view))
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
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
