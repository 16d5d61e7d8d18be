"""What the plan says of itself: title, year, and how far a figure may stray."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

import db
from desktop import theme
from desktop.forms.editors import LineEdit
from desktop.planning.form import PlanForm
from desktop.planning.section import Section, writable
from desktop.planning.structure import saving_row
from desktop.session import Session

if TYPE_CHECKING:
    from db import Plan
    from desktop.planning.form import Edit
    from desktop.session import View

WIDEST = 760


class AboutForm(PlanForm):
    """Title, year and tolerance."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: Plan | None = None
        self.title, self.year, self.tolerance = LineEdit(self), LineEdit(self), LineEdit(self)
        self.title.setObjectName("planTitle")
        self.year.setObjectName("planYear")
        self.tolerance.setObjectName("planTolerance")
        self._inside.setMaximumWidth(WIDEST)
        self.field(self.tr("Title"), self.title, "text_needed", "plan_exists", "plan_text_long")
        self.field(self.tr("Year"), self.year, "bad_year")
        self.field(
            self.tr("Tolerance in percent points: how far a figure may stray and still be on schedule"),
            self.tolerance,
            "bad_tolerance",
            "not_a_number",
        )
        self.column.addStretch(1)
        for editor in (self.title, self.year, self.tolerance):
            editor.edited.connect(self.edited)

    def give(self, plan: Plan) -> None:
        """Show a plan."""
        self._plan = plan
        self.heading.setText(plan.title)
        self.restore((plan.title, str(plan.year), db.decimal_text(plan.tolerance)))
        for editor in (self.title, self.year, self.tolerance):
            editor.setReadOnly(self.locked)
        self.settled()

    def typed(self) -> tuple[str, str, str]:
        """What stands in the fields."""
        return self.title.text(), self.year.text().strip(), self.tolerance.text().strip()

    def restore(self, typed: tuple[str, str, str]) -> None:
        """Put it back."""
        for editor, text in zip((self.title, self.year, self.tolerance), typed, strict=True):
            editor.give(text)

    def edit(self, author: str) -> Edit:
        """Change the plan. Raises RequestError: `bad_year`, `not_a_number`."""
        plan, (title, year, tolerance) = self._plan, self.typed()
        assert plan is not None
        if not (year.isascii() and year.isdigit()):
            raise db.RequestError("bad_year", year=year)
        told = {"title": title, "year": int(year), "tolerance": db.read_number(tolerance)}

        def write(ledger: db.Ledger) -> str:
            db.change_plan(ledger, plan.id, **told, author=author)  # type: ignore[arg-type] # as typed
            return plan.id

        return write


class AboutPlan(Section):
    """The one form of the plan itself."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._plan = ""
        self.about_form = AboutForm(self)
        self.form = self.about_form
        self.save_button = self.button(self.tr("Save"), "planSave", self.save)
        theme.set_role(self.save_button, "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.about_form, 1)
        column.addLayout(saving_row(self.save_button))
        self.setFocusProxy(self.about_form.title)

    def refresh(self, view: View) -> None:
        """Show the plan; what is typed stays."""
        other, self._plan = self._plan != view.plan.id, view.plan.id
        self.about_form.locked = not writable(view)
        self.save_button.setVisible(writable(view))
        if other or not self.dirty:
            self.about_form.give(view.plan)
