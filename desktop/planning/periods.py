"""The periods of a plan: open the next one, say when it is due, publish it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDateEdit, QWidget

import db
from desktop import operations_plan
from desktop.models.case_list import Case
from desktop.planning.form import PlanForm
from desktop.planning.list_section import ListSection
from desktop.planning.section import writable
from desktop.session import Session

if TYPE_CHECKING:
    from db import Period, Plan
    from desktop.planning.form import Edit
    from desktop.session import View


class Typed(NamedTuple):
    """What stands in the fields."""

    label: str
    start: date
    end: date
    due: date | None


class PeriodForm(PlanForm):
    """Label and days of a period."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: Plan | None = None
        self._period: Period | None = None
        self.wanted = False
        """Whether a new period is to be opened."""
        self.label = QComboBox(self)
        self.label.setObjectName("periodLabel")
        self.label.setEditable(True)
        self.start, self.end, self.due = (self._days(name) for name in ("Start", "End", "Due"))
        self.has_due = QCheckBox(self.tr("A day is set by which returns are due"), self)
        self.has_due.setObjectName("periodHasDue")
        wrong = ("period_exists", "unreadable_period", "text_needed")
        self.field(self.tr("Label"), self.label, *wrong)
        self.field(self.tr("From"), self.start)
        self.field(self.tr("Until"), self.end, "period_backwards")
        self.field(self.tr("Due"), self.has_due)
        self.column.addWidget(self.due)
        self.due.setAccessibleName(self.tr("Due"))
        self.column.addStretch(1)
        self.has_due.toggled.connect(self.due.setEnabled)
        self.has_due.toggled.connect(self.edited)
        self.label.currentTextChanged.connect(self._labelled)

    def give(self, plan: Plan, period: Period | None) -> None:
        """Show a period, or an empty form for the next one."""
        self._plan, self._period = plan, period
        self.heading.setText(period.label if period else self.tr("Open a period"))
        known = {one.label for one in plan.periods}
        usual = [label for label in db.USUAL_PERIODS if label not in known]
        self.label.blockSignals(True)
        self.label.clear()
        self.label.addItems([period.label] if period else usual)
        self.label.setCurrentIndex(0)
        self.label.blockSignals(False)
        self._show_days(period or (db.period_named(usual[0], plan.year) if usual else None))
        due = period.due if period else None
        self.has_due.setChecked(due is not None)
        self.due.setEnabled(due is not None)
        self.due.setDate(_shown(due or _proposed(self.end)))
        for part in (self.label, self.start, self.end, self.has_due):
            part.setEnabled(not self.locked)
        self.settled()

    @property
    def dirty(self) -> bool:
        """A new period may be opened as it is proposed; it is not, unless that is wanted."""
        return super().dirty if self._period is not None else self.wanted and not self.locked

    def typed(self) -> Typed:
        """What stands in the fields."""
        due = _day(self.due) if self.has_due.isChecked() else None
        return Typed(self.label.currentText(), _day(self.start), _day(self.end), due)

    def restore(self, typed: Typed) -> None:
        """Put it back."""
        self.label.setEditText(typed.label)
        self.start.setDate(_shown(typed.start))
        self.end.setDate(_shown(typed.end))
        self.has_due.setChecked(typed.due is not None)

    def edit(self, author: str) -> Edit:
        """Open or change it."""
        plan, period, typed = self._plan, self._period, self.typed()
        assert plan is not None

        def write(ledger: db.Ledger) -> str:
            if period is None:
                named = db.period_named(typed.label, plan.year)
                new = replace(named, start=typed.start, end=typed.end, due=typed.due)
                return db.open_period(ledger, plan, new, author=author).id
            days = {"label": typed.label, "start": typed.start, "end": typed.end}
            db.change_period(ledger, plan.id, period.id, **days, author=author)  # type: ignore[arg-type] # as typed
            db.set_due(ledger, plan.id, period.id, typed.due, author=author)
            return period.id

        return write

    def _days(self, name: str) -> QDateEdit:
        edit = QDateEdit(self)
        edit.setObjectName(f"period{name}")
        edit.setCalendarPopup(True)
        edit.setDisplayFormat("yyyy-MM-dd")
        edit.dateChanged.connect(self.edited)
        return edit

    def _labelled(self, label: str) -> None:
        """The days follow from the label of a new period."""
        if self._period is None and self._plan is not None and label in db.USUAL_PERIODS:
            self._show_days(db.period_named(label, self._plan.year))
        self.edited.emit()

    def _show_days(self, period: Period | None) -> None:
        if period is not None:
            self.start.setDate(_shown(period.start))
            self.end.setDate(_shown(period.end))


class Periods(ListSection):
    """The list of periods and the form of one."""

    publish_wanted = Signal()
    reopen_wanted = Signal()
    """Of the period that the window shows."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, "planPeriods", "", parent)
        self.list.setAccessibleName(self.tr("Periods"))
        self.period_form = PeriodForm(self)
        self.add_button = self.button(self.tr("Open the next one"), "addPeriod", self.begin)
        self.publish_button = self.button("", "publishPeriod", self.publish)
        self.delete_button = self.button(self.tr("Delete"), "deletePeriod", self.delete)
        self.lay_out(self.period_form, (self.add_button, self.publish_button, self.delete_button))

    def cases(self, view: View) -> Sequence[Case]:
        """Every period: its days, when it is due, whether it is published."""
        return [self._case(period) for period in view.plan.periods]

    def give(self, view: View, key: str) -> None:
        """Show a period."""
        self.period_form.give(view.plan, self._period(view, key))

    def save(self) -> None:
        """Write what is typed; a period that is proposed is opened by this alone, not by going elsewhere."""
        self.period_form.wanted = True
        super().save()
        self.period_form.wanted = False

    def chosen(self, view: View) -> None:
        """Publish or open again; only a period that is there."""
        period = self._period(view, self.key)
        closed = period is not None and period.closed_at is not None
        self.publish_button.setText(self.tr("Open it again…") if closed else self.tr("Publish…"))
        self.publish_button.setVisible(period is not None and writable(view))
        self.delete_button.setEnabled(period is not None)
        self.save_button.setText(self.tr("Save") if period else self.tr("Open this period"))

    def publish(self) -> None:
        """Show the period, and let the window ask about publishing it or opening it again."""
        view = self.session.view
        period = self._period(view, self.key) if view else None
        if view is not None and period is not None:
            wanted = self.reopen_wanted if period.closed_at else self.publish_wanted
            self.session.show_period(period.id)
            self.session.query(lambda _: None, lambda _: wanted.emit(), receiver=self)

    def delete(self) -> None:
        """Delete the period; why that cannot be is said in its form."""
        view, key, author = self.session.view, self.key, self.session.author
        if view is not None and key:
            plan, period = view.plan.id, db.PeriodId(key)
            self.do_command(
                operations_plan.period_edit(
                    lambda ledger: db.delete_period(ledger, plan, period, author=author)
                )
            )

    def _period(self, view: View, key: str) -> Period | None:
        return next((period for period in view.plan.periods if period.id == key), None)

    def _case(self, period: Period) -> Case:
        told = f"{period.start:%Y-%m-%d} – {period.end:%Y-%m-%d}"
        if period.due:
            told += " · " + self.tr("due {day}").format(day=f"{period.due:%Y-%m-%d}")
        closed = period.closed_at is not None
        word = self.tr("published") if closed else self.tr("open")
        return Case(period.id, "approved" if closed else "open", word, period.label, told, word)


def _day(edit: QDateEdit) -> date:
    day = edit.date()
    return date(day.year(), day.month(), day.day())


def _shown(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _proposed(end: QDateEdit) -> date:
    """Ten days after the end, where no day is set."""
    day = end.date().addDays(10)
    return date(day.year(), day.month(), day.day())
