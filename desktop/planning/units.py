"""The units of a plan: names, aliases, members of groups, contact; two can be made one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QCheckBox, QInputDialog, QWidget

import db
from desktop.forms.editors import LineEdit
from desktop.models.case_list import Case
from desktop.planning.form import PlanForm
from desktop.planning.list_section import ListSection
from desktop.planning.unit_picker import UnitPicker
from desktop.planning.unit_search import UnitSearch
from desktop.session import Session

if TYPE_CHECKING:
    from db import Plan, Unit, UnitId
    from desktop.planning.form import Edit
    from desktop.session import View


class Typed(NamedTuple):
    """What stands in the fields."""

    name: str
    aliases: str
    contact: str
    is_group: bool
    members: tuple[UnitId, ...]


class UnitForm(PlanForm):
    """What the plan says of one unit."""

    def __init__(self, search: UnitSearch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: Plan | None = None
        self._unit: Unit | None = None
        self.name, self.aliases, self.contact = LineEdit(self), LineEdit(self), LineEdit(self)
        self.name.setObjectName("unitName")
        self.aliases.setObjectName("unitAliases")
        self.contact.setObjectName("unitContact")
        self.aliases.setPlaceholderText(self.tr("Other names that tables use, with commas between them"))
        self.contact.setPlaceholderText(self.tr("Whom to call, and under which number"))
        self.group = QCheckBox(self.tr("Stands for several units (as 各街道 does)"), self)
        self.group.setObjectName("unitIsGroup")
        self.members = UnitPicker(search, "membersPicker", parent=self)
        self.field(self.tr("Name"), self.name, "text_needed", "name_taken", "unreadable_text")
        self.field(self.tr("Aliases"), self.aliases)
        self.field(self.tr("Contact"), self.contact, "plan_text_long")
        self.field(self.tr("Group unit"), self.group)
        self.field(self.tr("Members"), self.members, "group_in_group")
        self.column.addStretch(1)
        for editor in (self.name, self.aliases, self.contact, self.members):
            editor.edited.connect(self.edited)
        self.group.toggled.connect(self.members.setEnabled)
        self.group.toggled.connect(self.edited)

    def give(self, plan: Plan, unit: Unit | None) -> None:
        """Show a unit, or an empty form for a new one."""
        self._plan, self._unit = plan, unit
        self.heading.setText(unit.name if unit else self.tr("New unit"))
        self.name.give(unit.name if unit else "")
        self.aliases.give("、".join(unit.aliases) if unit else "")
        self.contact.give(unit.contact if unit else "")
        self.group.setChecked(bool(unit and unit.is_group))
        known = {one.id: one for one in plan.units}
        single = [one for one in plan.units if not one.is_group and one != unit]
        self.members.give(single, [known[key] for key in unit.members if key in known] if unit else ())
        self.members.setEnabled(self.group.isChecked())
        for editor in (self.name, self.aliases, self.contact):
            editor.setReadOnly(self.locked)
        self.group.setEnabled(not self.locked)
        self.members.set_locked(self.locked)
        self.settled()

    def typed(self) -> Typed:
        """What stands in the fields."""
        words = (self.name.text(), self.aliases.text(), self.contact.text())
        return Typed(*words, self.group.isChecked(), self.members.chosen)

    def restore(self, typed: Typed) -> None:
        """Put it back."""
        self.name.give(typed.name)
        self.aliases.give(typed.aliases)
        self.contact.give(typed.contact)
        self.group.setChecked(typed.is_group)
        self.members.restore(typed.members)

    def edit(self, author: str) -> Edit:
        """Add or change it."""
        plan, unit, typed = self._plan, self._unit, self.typed()
        assert plan is not None
        aliases = [part.strip() for part in re.split("[,，、;；]", typed.aliases) if part.strip()]
        members = typed.members if typed.is_group else ()

        def write(ledger: db.Ledger) -> str:
            told = {"name": typed.name, "aliases": aliases, "contact": typed.contact, "members": members}
            if unit is None:
                return db.add_unit(ledger, plan.id, is_group=typed.is_group, **told, author=author)  # type: ignore[arg-type] # as typed
            db.change_unit(ledger, plan.id, unit.id, is_group=typed.is_group, **told, author=author)  # type: ignore[arg-type] # as typed
            return unit.id

        return write


class Units(ListSection):
    """The list of units and the form of one."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, "planUnits", "", parent)
        self.list.setAccessibleName(self.tr("Units"))
        self.unit_form = UnitForm(UnitSearch(session), self)
        self.add_button = self.button(self.tr("+ Unit"), "addUnit", self.begin)
        self.merge_button = self.button(self.tr("Merge into another…"), "mergeUnit", self.ask_merge)
        self.delete_button = self.button(self.tr("Delete"), "deleteUnit", self.delete)
        self.lay_out(self.unit_form, (self.add_button, self.merge_button, self.delete_button))

    def cases(self, view: View) -> Sequence[Case]:
        """Every unit with how many tasks it leads."""
        leading: dict[str, int] = {}
        for task in view.plan.tasks():
            for lead in () if task.retired else task.leads:
                leading[lead.id] = leading.get(lead.id, 0) + 1
        return [self._case(unit, leading.get(unit.id, 0)) for unit in view.plan.units]

    def give(self, view: View, key: str) -> None:
        """Show a unit."""
        self.unit_form.give(view.plan, next((unit for unit in view.plan.units if unit.id == key), None))

    def chosen(self, view: View) -> None:
        """Only a unit that is there can be merged or deleted."""
        self.merge_button.setEnabled(bool(self.key) and len(view.plan.units) > 1)
        self.delete_button.setEnabled(bool(self.key))

    def delete(self) -> None:
        """Delete the unit; why that cannot be is said in its form."""
        view, unit, author = self.session.view, self.key, self.session.author
        if view is not None and unit:
            plan = view.plan.id
            self.do(lambda ledger: db.delete_unit(ledger, plan, db.UnitId(unit), author=author))

    def ask_merge(self) -> None:
        """Ask which unit this one is."""
        view = self.session.view
        if view is None or not self.key:
            return
        others = [unit for unit in view.plan.units if unit.id != self.key]
        dialog = QInputDialog(self)
        dialog.setObjectName("mergeUnits")
        dialog.setWindowTitle(self.tr("Merge into another unit"))
        dialog.setLabelText(
            self.tr("The tasks of {unit} go to this unit, and its name becomes an alias of it:").format(
                unit=self.unit_form.name.text()
            )
        )
        dialog.setComboBoxItems([unit.name for unit in others])
        dialog.textValueSelected.connect(
            lambda name: self.merge(next(unit.id for unit in others if unit.name == name))
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def merge(self, into: UnitId) -> None:
        """Make the unit that is shown and `into` one."""
        view, unit, author = self.session.view, self.key, self.session.author
        if view is not None:
            plan = view.plan.id
            self.do(
                lambda ledger: db.merge_units(ledger, plan, db.UnitId(unit), into, author=author),
                lambda _: self.go_to(into),
            )

    def _case(self, unit: Unit, leading: int) -> Case:
        told = [self.tr("leads %n task(s)", "", leading) if leading else self.tr("leads nothing")]
        told += ["、".join(unit.aliases)] if unit.aliases else []
        tag = self.tr("group") if unit.is_group else ""
        state = "on_track" if leading else "blank"
        return Case(unit.id, state, "", unit.name, " · ".join(told), tag)
