"""A section with a list at the left and the form of what is chosen at the right."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QPushButton, QVBoxLayout, QWidget

from desktop import theme
from desktop.forms.flow import FlowLayout
from desktop.models.case_list import Case, CaseDelegate, CaseList
from desktop.planning.section import Section, writable
from desktop.planning.structure import saving_row
from desktop.session import Session

if TYPE_CHECKING:
    from desktop.planning.form import PlanForm
    from desktop.session import View

LIST = 380


class ListSection(Section):
    """Sub-classes say which rows there are (`cases`), and show one in `form` (`give`)."""

    def __init__(self, session: Session, name: str, told: str, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.model = CaseList(self)
        self.list = QListView(self)
        self.list.setObjectName(name)
        self.list.setAccessibleName(told)
        self.list.setModel(self.model)
        self.list.setItemDelegate(CaseDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.key = ""
        """The row that is shown; empty for a new one."""
        self._plan = ""
        self._going = False
        self.save_button = self.button(self.tr("Save"), f"{name}Save", self.save)
        theme.set_role(self.save_button, "primary")
        self.setFocusProxy(self.list)

    def cases(self, view: View) -> Sequence[Case]:
        """The rows."""
        raise NotImplementedError

    def give(self, view: View, key: str) -> None:
        """Show a row in the form; an empty key: a new one."""
        raise NotImplementedError

    def refresh(self, view: View) -> None:
        """Show how the plan stands now; what is typed stays."""
        other = self._plan != view.plan.id
        self._plan = view.plan.id
        self._going = True
        self.model.show_cases(self.cases(view))
        self._going = False
        if self.form is not None:
            self.form.locked = not writable(view)
            self.save_button.setVisible(writable(view))
        for button in self._bar.findChildren(QPushButton):
            button.setVisible(writable(view))
        if other or not self.dirty:
            self.go_to(self.key)

    def leave_file(self) -> None:
        """Forget the file."""
        self.key = self._plan = ""
        self.model.show_cases(())

    def go_to(self, key: str) -> None:
        """Show a row; the first, if there is no such."""
        view, cases = self.session.view, self.model.cases
        if view is None:
            return
        self.key = key if self.model.place(key) >= 0 else str(cases[0].key) if cases else ""
        self._stand_at(self.key)
        self.give(view, self.key)
        self.chosen(view)

    def chosen(self, view: View) -> None:
        """Another row is shown: buttons follow it."""

    def begin(self) -> None:
        """An empty form for a new row."""
        self.save_then(self._begin)

    def saved(self, key: str) -> None:
        """Show the row as it is written now."""
        self.go_to(key)

    def refused(self) -> None:
        """Back to the row that could not be written."""
        self._stand_at(self.key)

    def lay_out(self, form: PlanForm, buttons: Sequence[QPushButton]) -> None:
        """List and form, with these buttons above the list."""
        self.form = form
        self._bar = QFrame(self)
        theme.set_role(self._bar, "bar")
        flow = FlowLayout(self._bar)
        flow.setContentsMargins(theme.GAP, theme.GAP_SMALL, theme.GAP, theme.GAP_SMALL)
        for button in buttons:
            theme.set_role(button, "quiet")
            flow.addWidget(button)
        left = QFrame(self)
        theme.set_role(left, "bar")
        left.setFixedWidth(LIST)
        column, rows, whole = QVBoxLayout(left), QVBoxLayout(), QHBoxLayout(self)
        for layout in (column, rows, whole):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self.list, 1)
        rows.addWidget(form, 1)
        rows.addLayout(saving_row(self.save_button))
        whole.addWidget(left)
        whole.addLayout(rows, 1)

    def _begin(self) -> None:
        view = self.session.view
        if view is not None:
            self.key = ""
            self._going = True
            self.list.selectionModel().clear()
            self._going = False
            self.give(view, "")
            self.chosen(view)

    def _chosen(self, now: QModelIndex, _: Any) -> None:
        if now.isValid() and not self._going:
            key = str(self.model.cases[now.row()].key)
            self.save_then(lambda: self.go_to(key))

    def _stand_at(self, key: str) -> None:
        row = self.model.place(key)
        self._going = True
        if row >= 0:
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.list.selectionModel().setCurrentIndex(self.model.index(row), flag)
        self._going = False
