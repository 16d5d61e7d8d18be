"""The page of the plan: everything of it can be edited, and every step undone."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QLocale, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

import db
from desktop import operations_plan, theme
from desktop.forms.labels import wrapped
from desktop.planning.section import Section, writable
from desktop.session import Session

if TYPE_CHECKING:
    from db import StepLabel, UndoState
    from desktop.operations import Command
    from desktop.planning.about_plan import AboutPlan
    from desktop.planning.periods import Periods
    from desktop.planning.records import Amendments, History
    from desktop.planning.structure import Structure
    from desktop.planning.units import Units
    from desktop.session import Leaving

Made = TypeVar("Made", bound=Section)


class PlanPage(QWidget):
    """Sections of one plan, made when they are first shown. Keys: Ctrl+Z, Ctrl+Y, Ctrl+Tab."""

    publish_wanted = Signal()
    reopen_wanted = Signal()
    """Of the period that the window shows."""
    new_wanted = Signal(str)
    """A new plan: `table`, `nothing` or `like`."""
    table_wanted = Signal()
    """A table of a further period is to be read."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._edition = 0
        self._made: list[Section] = []
        self._make_buttons()
        self._lay_out()
        self._connect()

    @property
    def section(self) -> Section:
        """The section that is shown."""
        made: Section = getattr(self, self.section_name)
        return made

    @property
    def section_name(self) -> str:
        """Its name."""
        return next(name for name, chip in self.chips.items() if chip.isChecked())

    @cached_property
    def structure(self) -> Structure:
        """Categories, items and tasks."""
        from desktop.planning.structure import Structure

        made = self._add(Structure(self._session))
        self.setFocusProxy(made.tree)
        return made

    @cached_property
    def units(self) -> Units:
        """The units."""
        from desktop.planning.units import Units

        return self._add(Units(self._session))

    @cached_property
    def periods(self) -> Periods:
        """The periods."""
        from desktop.planning.periods import Periods

        made = self._add(Periods(self._session))
        made.publish_wanted.connect(self.publish_wanted)
        made.reopen_wanted.connect(self.reopen_wanted)
        return made

    @cached_property
    def about(self) -> AboutPlan:
        """The plan itself."""
        from desktop.planning.about_plan import AboutPlan

        return self._add(AboutPlan(self._session))

    @cached_property
    def amendments(self) -> Amendments:
        """What was amended since the plan went out."""
        from desktop.planning.records import Amendments

        return self._add(Amendments(self._session))

    @cached_property
    def history(self) -> History:
        """Every step."""
        from desktop.planning.records import History

        return self._add(History(self._session))

    def show_section(self, name: str) -> None:
        """Show another section; what is typed in this one is written first."""
        before = self.section_name

        def show() -> None:
            self.chips[name].setChecked(True)
            self._refresh()

        self.chips[before].setChecked(True)
        if name != before:
            self.section.save_then(show)

    def commit(self) -> None:
        """Write what is typed: before the page is left. Why it cannot be is said where the person goes."""
        if writable(self._session.view):
            section = self.section
            section.save_then(lambda: None)
            if section.error is not None and not section.pending and self.isVisible():
                self._session.failed.emit(section.error)

    def save(self) -> None:
        """Write what is typed."""
        if writable(self._session.view):
            self.section.save()

    def undo(self) -> None:
        """Take back the newest step."""
        self._step(operations_plan.undo_step)

    def redo(self) -> None:
        """Do the last undone step again."""
        self._step(operations_plan.redo_step)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what changed while this was hidden; making the page was enough for one event."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._shown)

    def _step(self, make: object) -> None:
        view = self._session.view
        if view is not None and writable(view):
            command: Command[StepLabel] = make(view.plan.id, self._session.author)  # type: ignore[operator] # one of the two
            self.section.do_command(command)

    def _shown(self) -> None:
        view = self._session.view
        if view is None or view.terms is not None or not self.isVisible():
            return
        can = writable(view)
        for button in (self.undo_button, self.redo_button, self.table_button, self.new_button):
            button.setVisible(can)
        self._reading.setVisible(not can)
        self._refresh()

    def _refresh(self) -> None:
        view = self._session.view
        if view is None:
            return
        if self.section_name not in vars(self):  # making a section is enough for one event
            self._stack.setCurrentWidget(self.section)
            QTimer.singleShot(0, self, self._refresh)
            return
        self._stack.setCurrentWidget(self.section)
        self.section.refresh(view)
        self._edition += 1
        edition, plan = self._edition, view.plan.id
        if writable(view):
            self._session.query(
                lambda ledger: db.plan_undo(ledger, plan),
                lambda state: self._show_undo(edition, state),
                receiver=self,
            )

    def _show_undo(self, edition: int, state: UndoState) -> None:
        if edition != self._edition:
            return
        for button, label in ((self.undo_button, state.undo), (self.redo_button, state.redo)):
            button.setEnabled(label is not None)
            words = db.step_sentence(label, QLocale().name()) if label else ""
            button.setToolTip(f"{button.text()}: {words}" if words else button.text())

    def _leave_file(self) -> None:
        self._edition += 1
        for section in self._made:
            section.leave_file()

    def _leaving(self, question: Leaving) -> None:
        """What is typed goes into the file first; if it cannot, the file is not left."""
        section = self.section
        if not section.dirty or not writable(self._session.view):
            return
        if question.tried and section.error is not None:
            question.error = section.error
            return
        section.save_then(lambda: None)
        question.waits = section.pending
        if section.dirty and not section.pending:
            question.error = section.error

    def _ask_new(self) -> None:
        menu = QMenu(self)
        menu.setObjectName("newPlanMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, text in (
            ("table", self.tr("From a table…")),
            ("like", self.tr("From another year's plan…")),
            ("nothing", self.tr("From nothing…")),
        ):
            action = menu.addAction(text)
            action.setObjectName(name)
            action.triggered.connect(
                lambda _=False, name=name: self.section.save_then(lambda: self.new_wanted.emit(name))
            )
        menu.popup(self.new_button.mapToGlobal(QPoint(0, self.new_button.height())))

    def _add(self, section: Made) -> Made:
        self._made.append(section)
        self._stack.addWidget(section)
        return section

    def _make_buttons(self) -> None:
        words = {
            "structure": self.tr("Items and tasks"),
            "units": self.tr("Units"),
            "periods": self.tr("Periods"),
            "about": self.tr("Plan"),
            "amendments": self.tr("Amendments"),
            "history": self.tr("History"),
        }
        self.chips = {name: self._chip(name, text) for name, text in words.items()}
        group = QButtonGroup(self)
        for chip in self.chips.values():
            group.addButton(chip)
        self.chips["structure"].setChecked(True)
        self.undo_button = self._button(self.tr("Undo"), "undoPlan", self.undo)
        self.redo_button = self._button(self.tr("Redo"), "redoPlan", self.redo)
        self.table_button = self._button(
            self.tr("Next quarter's table…"),
            "furtherTable",
            lambda: self.section.save_then(self.table_wanted.emit),
        )
        self.new_button = self._button(self.tr("New plan…"), "newPlan", self._ask_new)
        for button in (self.undo_button, self.redo_button):
            button.setEnabled(False)

    def _chip(self, name: str, text: str) -> QPushButton:
        chip = QPushButton(text, self)
        chip.setObjectName(f"plan_{name}")
        chip.setCheckable(True)
        theme.set_role(chip, "chip")
        # Pressed, it is on already: the section before is asked first whether it can be left.
        chip.pressed.connect(lambda: self._pressed(name))
        chip.clicked.connect(lambda: self._clicked(name))
        return chip

    def _pressed(self, name: str) -> None:
        self._from = self.section_name

    def _clicked(self, name: str) -> None:
        self.chips[self._from].setChecked(True)
        self.show_section(name)

    def _button(self, text: str, name: str, act: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.clicked.connect(lambda: act())  # type: ignore[operator] # a method
        return button

    def _connect(self) -> None:
        session = self._session
        session.opened.connect(self._leave_file)
        session.closed.connect(self._leave_file)
        session.shown.connect(self._shown)
        session.leaving.connect(self._leaving)
        for keys, act in (
            (QKeySequence.StandardKey.Undo, self.undo),
            (QKeySequence("Ctrl+Y"), self.redo),
            (QKeySequence("Ctrl+Tab"), lambda: self._turn(1)),
            (QKeySequence("Ctrl+Shift+Tab"), lambda: self._turn(-1)),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _turn(self, by: int) -> None:
        names = list(self.chips)
        self.show_section(names[(names.index(self.section_name) + by) % len(names)])

    def _lay_out(self) -> None:
        theme.set_role(self, "page")
        self._from = "structure"
        bar = QFrame(self)
        theme.set_role(bar, "bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(theme.GAP_LARGE, theme.GAP_SMALL, theme.GAP, theme.GAP_SMALL)
        row.setSpacing(theme.GAP_SMALL)
        for chip in self.chips.values():
            row.addWidget(chip)
        row.addStretch(1)
        self._reading = wrapped(
            self.tr("This file is open for reading only; nothing can be changed."), "muted"
        )
        for button in (self.undo_button, self.redo_button, self.table_button, self.new_button):
            row.addWidget(button)
        row.addWidget(self._reading)
        self._reading.setWordWrap(False)
        self._stack = QStackedWidget(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._stack, 1)
