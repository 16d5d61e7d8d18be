"""Categories, items and tasks: the outline at the left, the form of a row at the right."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

import db
from desktop import theme
from desktop.forms.flow import FlowLayout
from desktop.planning.node_forms import CategoryForm, ItemForm, Spot, spot_of
from desktop.planning.outline import Kind, Outline
from desktop.planning.outline_view import OutlineView
from desktop.planning.section import Section, writable
from desktop.planning.shifting import shifted
from desktop.planning.task_form import TaskForm
from desktop.planning.unit_search import UnitSearch
from desktop.session import Session

if TYPE_CHECKING:
    from db import Ledger
    from desktop.session import View

LEFT = 430
OPEN = 400
"""Items up to which all categories are open at first."""


class Structure(Section):
    """What the table of the plan says, row by row."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.outline = Outline(self)
        self.tree = OutlineView(self.outline, self)
        search = UnitSearch(session)
        self.category_form, self.item_form = CategoryForm(self), ItemForm(self)
        self.task_form = TaskForm(session, search, self)
        self._forms: dict[Kind, CategoryForm | ItemForm | TaskForm] = {
            Kind.CATEGORY: self.category_form,
            Kind.ITEM: self.item_form,
            Kind.TASK: self.task_form,
        }
        self.spot: Spot | None = None
        self._going = False
        """While the tree is moved by us, not by the person."""
        self._make_buttons()
        self._lay_out()
        self._connect()

    def refresh(self, view: View) -> None:
        """Show how the plan stands now; what is typed stays."""
        plan, known = view.plan, self.spot
        other = known is None or known.plan.id != plan.id
        self.outline.editable = writable(view)
        self._going = True
        self.outline.show_plan(plan)
        if other:
            self._open_all(plan)
        self._going = False
        for form in self._forms.values():
            form.locked = not self.outline.editable
        self._buttons.setVisible(self.outline.editable)
        self.save_button.setVisible(self.outline.editable)
        if not other and self.dirty:
            return
        spot = spot_of(plan, known.key) if known and not other else None
        first = plan.categories[0].id if plan.categories else ""
        self.show_spot(spot or spot_of(plan, first))

    def leave_file(self) -> None:
        """Forget the file."""
        self.spot = self.form = None
        self.outline.show_plan(None)

    def show_spot(self, spot: Spot | None) -> None:
        """Show a row in its form; a new one as an empty form."""
        self.spot = spot
        if spot is None:
            self.form = None
            self._stack.setCurrentIndex(0)
        else:
            form = self._forms[spot.kind]
            form.give(spot)
            self.form = form
            self._stack.setCurrentWidget(form)
            if spot.key:
                self._stand_at(spot.key)
        self._show_buttons()

    def add(self, kind: Kind) -> None:
        """An empty form for a new row beneath the one that is chosen."""
        self.save_then(lambda: self._begin(kind))

    def delete(self) -> None:
        """Delete the row; why that cannot be is said in its form."""
        spot = self.spot
        if spot is None or not spot.key or self.form is None:
            return
        drop: dict[Kind, Callable[..., None]] = {
            Kind.CATEGORY: db.delete_category,
            Kind.ITEM: db.delete_item,
            Kind.TASK: db.delete_task,
        }
        remove, key, author = drop[spot.kind], spot.key, self.session.author
        self.do(lambda ledger: remove(ledger, spot.plan.id, key, author=author))

    def retire(self) -> None:
        """Take a task out of what is issued, or back in."""
        spot = self.spot
        if spot is None or spot.task is None or spot.new:
            return
        change = db.unretire_task if spot.task.retired else db.retire_task
        task, author = spot.task.id, self.session.author
        self.do(lambda ledger: change(ledger, spot.plan.id, task, author=author))

    def split(self) -> None:
        """Make of a task that a group leads one for each member."""
        spot = self.spot
        if spot is None or spot.task is None or spot.new:
            return
        task, author = spot.task.id, self.session.author
        self.do(
            lambda ledger: db.split_task(ledger, spot.plan.id, task, author=author),
            lambda made: self.go_to(made[0]),
        )

    def shift(self, by: int) -> None:
        """Put the row one up or down; at an edge into the row above or below what holds it."""
        spot = self.spot
        target = shifted(spot, by) if spot and spot.key and self.outline.editable else None
        if spot is not None and target is not None:
            self._move(spot.kind, spot.key, *target)

    def go_to(self, key: str) -> None:
        """Show a row."""
        view = self.session.view
        if view is not None:
            self.show_spot(spot_of(view.plan, key))

    def saved(self, key: str) -> None:
        """Show the row as it is written now."""
        self.go_to(key)

    def refused(self) -> None:
        """Back to the row that could not be written."""
        if self.spot is not None and self.spot.key:
            self._stand_at(self.spot.key)

    def _begin(self, kind: Kind) -> None:
        view, spot = self.session.view, self.spot
        if view is None:
            return
        category, item = (spot.category, spot.item) if spot else (None, None)
        categories = view.plan.categories
        category = category or (categories[-1] if categories else None)
        if kind is not Kind.CATEGORY and category is None:
            return
        if kind is Kind.TASK and item is None:
            item = category.items[-1] if category and category.items else None
            if item is None:
                return
        self.show_spot(Spot(kind, view.plan, category, item, None, new=True))
        if self.form is not None:
            first = {Kind.CATEGORY: self.category_form.name, Kind.ITEM: self.item_form.number}
            first.get(kind, self.task_form.target).setFocus()

    def _moved(self, kind: str, key: str, parent: str, before: str) -> None:
        self._move(Kind(kind), key, parent, before)

    def _move(self, kind: Kind, key: str, parent: str, before: str) -> None:
        plan, author = self.spot.plan.id if self.spot else "", self.session.author
        after = before or None

        def work(ledger: Ledger) -> None:
            match kind:
                case Kind.CATEGORY:
                    db.move_category(ledger, plan, key, before=after, author=author)  # type: ignore[arg-type] # ids
                case Kind.ITEM:
                    db.move_item(ledger, plan, key, category=parent, before=after, author=author)  # type: ignore[arg-type] # ids
                case _:
                    db.move_task(ledger, plan, key, item=parent, before=after, author=author)  # type: ignore[arg-type] # ids

        self.do(work, lambda _: self.go_to(key))

    def _chosen(self, now: QModelIndex, before: QModelIndex) -> None:
        if self._going:
            return
        node = self.outline.node(now) if now.isValid() else None
        if node is None:
            return
        key = node.part.id
        self.save_then(lambda: self.go_to(key))

    def _stand_at(self, key: str) -> None:
        index = self.outline.index_of(key)
        if index.isValid() and self.tree.currentIndex() != index:
            self._going = True
            self.tree.setCurrentIndex(index)
            self.tree.scrollTo(index)
            self._going = False

    def _open_all(self, plan: db.Plan) -> None:
        """Open every category of a small plan, the first of a large one."""
        every = sum(len(category.items) for category in plan.categories) <= OPEN
        self.tree.collapseAll()
        for row in range(self.outline.rowCount() if every else min(1, self.outline.rowCount())):
            self.tree.expand(self.outline.index(row, 0))

    def _show_buttons(self) -> None:
        spot, view = self.spot, self.session.view
        task = spot.task if spot and not spot.new else None
        categories = view.plan.categories if view else ()
        self.add_item.setEnabled(bool(categories))
        self.add_task.setEnabled(any(category.items for category in categories))
        self.delete_button.setEnabled(bool(spot and spot.key))
        self.retire_button.setEnabled(task is not None)
        retired = task is not None and task.retired
        self.retire_button.setText(self.tr("Bring back") if retired else self.tr("Retire"))
        groups = task is not None and any(unit.is_group for unit in task.leads)
        self.split_button.setVisible(groups)

    def _make_buttons(self) -> None:
        self.add_category = self.button(self.tr("+ Category"), "addCategory", lambda: self.add(Kind.CATEGORY))
        self.add_item = self.button(self.tr("+ Item"), "addItem", lambda: self.add(Kind.ITEM))
        self.add_task = self.button(self.tr("+ Task"), "addTask", lambda: self.add(Kind.TASK))
        self.retire_button = self.button("", "retireTask", self.retire)
        self.split_button = self.button(self.tr("Split by member"), "splitTask", self.split)
        self.delete_button = self.button(self.tr("Delete"), "deleteRow", self.delete)
        self.delete_button.setToolTip(
            self.tr("Only what was never issued or reported on can be deleted (Delete)")
        )
        self.save_button = self.button(self.tr("Save"), "savePlanRow", self.save)
        theme.set_role(self.save_button, "primary")

    def _connect(self) -> None:
        self.outline.moved.connect(self._moved)
        self.tree.shifted.connect(self.shift)
        self.tree.delete_wanted.connect(self.delete)
        self.tree.form_wanted.connect(self._enter_form)
        self.tree.selectionModel().currentChanged.connect(self._chosen)

    def _enter_form(self) -> None:
        if self.form is not None:
            inside = (self.category_form.name, self.item_form.number, self.task_form.target)
            next(editor for editor in inside if self.form.isAncestorOf(editor)).setFocus()

    def _lay_out(self) -> None:
        self._buttons = QFrame(self)
        theme.set_role(self._buttons, "bar")
        flow = FlowLayout(self._buttons)
        flow.setContentsMargins(theme.GAP, theme.GAP_SMALL, theme.GAP, theme.GAP_SMALL)
        for button in (
            self.add_category,
            self.add_item,
            self.add_task,
            self.retire_button,
            self.split_button,
            self.delete_button,
        ):
            theme.set_role(button, "quiet")
            flow.addWidget(button)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._buttons)
        column.addWidget(self.tree, 1)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(QWidget(self))
        for form in self._forms.values():
            self._stack.addWidget(form)
        right = QWidget(self)
        rows = QVBoxLayout(right)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._stack, 1)
        rows.addLayout(saving_row(self.save_button))
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(left)
        split.addWidget(right)
        split.setSizes([LEFT, 2 * LEFT])
        split.setStretchFactor(1, 1)
        split.setChildrenCollapsible(False)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(split)
        self.setFocusProxy(self.tree)


def saving_row(button: QPushButton) -> QHBoxLayout:
    """The line below a form with its button."""
    row = QHBoxLayout()
    row.setContentsMargins(theme.MARGIN, theme.GAP_SMALL, theme.MARGIN, theme.GAP)
    row.addStretch(1)
    row.addWidget(button)
    return row
