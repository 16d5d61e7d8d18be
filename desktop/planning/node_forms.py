"""The forms of a category and of an item."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

import db
from desktop.forms.editors import LineEdit
from desktop.planning.form import PlanForm
from desktop.planning.outline import Kind

if TYPE_CHECKING:
    from db import Category, Item, Plan, Task
    from desktop.planning.form import Edit


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the plan: a row, or, where it is `new`, one to be added beneath what is named."""

    kind: Kind
    plan: Plan
    category: Category | None = None
    item: Item | None = None
    task: Task | None = None
    new: bool = False

    @property
    def key(self) -> str:
        """The id of the row; empty for a new one."""
        row = {Kind.CATEGORY: self.category, Kind.ITEM: self.item, Kind.TASK: self.task}.get(self.kind)
        return row.id if row is not None and not self.new else ""


def spot_of(plan: Plan, key: str) -> Spot | None:
    """The place of a category, item or task; None if it is not there."""
    for category in plan.categories:
        if category.id == key:
            return Spot(Kind.CATEGORY, plan, category)
        for item in category.items:
            if item.id == key:
                return Spot(Kind.ITEM, plan, category, item)
            for task in item.tasks:
                if task.id == key:
                    return Spot(Kind.TASK, plan, category, item, task)
    return None


class CategoryForm(PlanForm):
    """The name of a category."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = LineEdit(self)
        self.name.setObjectName("categoryName")
        self.field(self.tr("Name"), self.name, "text_needed", "unreadable_text", "plan_text_long")
        self.column.addStretch(1)
        self.name.edited.connect(self.edited)
        self._spot: Spot | None = None

    def give(self, spot: Spot) -> None:
        """Show a category, or an empty form for a new one."""
        self._spot = spot
        named = spot.category.name if spot.category and not spot.new else ""
        self.heading.setText(named or self.tr("New category"))
        self.name.give(named)
        self.name.setReadOnly(self.locked)
        self.settled()

    def typed(self) -> str:
        """The name."""
        return self.name.text()

    def restore(self, typed: str) -> None:
        """Put the name back."""
        self.name.give(typed)

    def edit(self, author: str) -> Edit:
        """Add or rename it."""
        spot, name = self._spot, self.typed()
        assert spot is not None
        plan, category = spot.plan.id, spot.category

        def write(ledger: db.Ledger) -> str:
            if spot.new or category is None:
                return db.add_category(ledger, plan, name=name, author=author)
            db.rename_category(ledger, plan, category.id, name=name, author=author)
            return category.id

        return write


class ItemForm(PlanForm):
    """Number and title of an item."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number, self.title = LineEdit(self), LineEdit(self)
        self.number.setObjectName("itemNumber")
        self.title.setObjectName("itemTitle")
        self.title.setPlaceholderText(self.tr("May stay empty"))
        self.field(self.tr("Number"), self.number, "number_taken")
        self.field(self.tr("Title"), self.title, "unreadable_text", "plan_text_long")
        self.column.addStretch(1)
        for editor in (self.number, self.title):
            editor.edited.connect(self.edited)
        self._spot: Spot | None = None

    def give(self, spot: Spot) -> None:
        """Show an item, or an empty form for a new one."""
        self._spot = spot
        item = None if spot.new else spot.item
        self.heading.setText(
            self.tr("Item {number}").format(number=item.number) if item else self.tr("New item")
        )
        self.number.give(item.number if item else "")
        self.title.give(item.title if item else "")
        for editor in (self.number, self.title):
            editor.setReadOnly(self.locked)
        self.settled()

    def typed(self) -> tuple[str, str]:
        """Number and title."""
        return self.number.text(), self.title.text()

    def restore(self, typed: tuple[str, str]) -> None:
        """Put them back."""
        self.number.give(typed[0])
        self.title.give(typed[1])

    def edit(self, author: str) -> Edit:
        """Add or change it."""
        spot, (number, title) = self._spot, self.typed()
        assert spot is not None
        assert spot.category is not None
        plan, category, item = spot.plan.id, spot.category.id, spot.item

        def write(ledger: db.Ledger) -> str:
            if spot.new or item is None:
                return db.add_item(ledger, plan, category, number=number, title=title, author=author)
            db.change_item(ledger, plan, item.id, number=number, title=title, author=author)
            return item.id

        return write
