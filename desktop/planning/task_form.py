"""The form of a task: target, units, measures with their steps, and further columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QPushButton, QWidget

import db
from desktop import theme
from desktop.forms.editors import TextEdit
from desktop.forms.labels import wrapped
from desktop.planning.edit_table import Column, EditTable, Line
from desktop.planning.form import PlanForm
from desktop.planning.task_words import Words, line_of, offered_line, write_task
from desktop.planning.unit_picker import UnitPicker

if TYPE_CHECKING:
    from db import PlannedMeasure, UnitId
    from desktop.planning.form import Edit
    from desktop.planning.node_forms import Spot
    from desktop.planning.unit_search import UnitSearch
    from desktop.session import Session


PAUSE = 400
"""Milliseconds without a key before a target is read."""


class Typed(NamedTuple):
    """What stands in the fields."""

    target: str
    leads: tuple[UnitId, ...]
    cooperating: tuple[UnitId, ...]
    measures: tuple[Line, ...]
    extra: tuple[Line, ...]


class TaskForm(PlanForm):
    """What the plan says of one task."""

    def __init__(self, session: Session, search: UnitSearch, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._spot: Spot | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self.target = TextEdit(self)
        self.target.setObjectName("targetEdit")
        self.target.show_lines(3)
        self.leads = UnitPicker(search, "leadsPicker", star=True, parent=self)
        self.cooperating = UnitPicker(search, "cooperatingPicker", parent=self)
        self.measures = EditTable("planMeasures", self._columns(()), self)
        self.extra = EditTable("extraTable", (Column(self.tr("Column")), Column(self.tr("Text"))), self)
        self._offer = wrapped("", "muted")
        self._offer.setObjectName("measuresOffered")
        self.read_button = QPushButton(self.tr("Read from the target"), self)
        self.read_button.setObjectName("readMeasures")
        theme.set_role(self.read_button, "small")
        self.measures.add_button(self.read_button)
        self._add_fields()
        self._connect()

    def give(self, spot: Spot) -> None:
        """Show a task, or an empty form for a new one."""
        self._spot = spot
        task, units = None if spot.new else spot.task, spot.plan.units
        told = self.tr("New task in {item}").format(item=spot.item.number if spot.item else "")
        self.heading.setText(task.name if task else told)
        self.target.give(task.target if task else "")
        self.leads.give(units, task.leads if task else ())
        self.cooperating.give(units, task.cooperating if task else ())
        periods = spot.plan.periods
        measures = [line_of(measure, periods) for measure in task.measures] if task else []
        self.measures.rows.show_lines(measures, self._columns(tuple(p.label for p in periods)))
        self.extra.rows.show_lines([(None, pair) for pair in task.extra] if task else [])
        self._offer.hide()
        self.target.setReadOnly(self.locked)
        for part in (self.leads, self.cooperating, self.measures, self.extra):
            part.set_locked(self.locked)
        self.settled()

    def typed(self) -> Typed:
        """What stands in the fields."""
        return Typed(
            self.target.text(),
            self.leads.chosen,
            self.cooperating.chosen,
            self.measures.rows.lines,
            self.extra.rows.lines,
        )

    def restore(self, typed: Typed) -> None:
        """Put it back."""
        self.target.give(typed.target)
        self.leads.restore(typed.leads)
        self.cooperating.restore(typed.cooperating)
        self.measures.rows.show_lines(typed.measures)
        self.extra.rows.show_lines(typed.extra)

    def finish(self) -> None:
        """Take over an open cell, too."""
        super().finish()
        self.measures.finish()
        self.extra.finish()

    def edit(self, author: str) -> Edit:
        """Add or change it. Raises RequestError(`not_a_number`)."""
        spot, typed = self._spot, self.typed()
        assert spot is not None
        words = Words.of(typed.target, typed.leads, typed.cooperating, typed.extra, typed.measures)
        return write_task(spot, words, author)

    def look_at_target(self) -> None:
        """Say what a changed target promises, if that is not what the table has."""
        spot, target = self._spot, self.target.text()
        if spot is None or self.locked or not target.strip():
            return
        if spot.task is not None and not spot.new and target == spot.task.target:
            self._offer.hide()
            return
        self._ask(lambda offered: self._tell(target, offered))

    def read_measures(self) -> None:
        """Put what the target promises into the table; it is written with the form."""
        self._ask(self._take)

    def _ask(self, then: object) -> None:
        spot, target = self._spot, self.target.text()
        if spot is None:
            return
        task = spot.task if spot.task is not None and not spot.new else NOTHING
        self._session.query(lambda _: db.measures_offered(task, target), then, receiver=self)  # type: ignore[arg-type] # one of the two below

    def _tell(self, target: str, offered: Sequence[PlannedMeasure]) -> None:
        standing = [line[1][:4] for line in self.measures.rows.lines]
        promised = [offered_line(one, 0)[1] for one in offered]
        if target != self.target.text() or sorted(standing) == sorted(promised):
            self._offer.hide()
            return
        told = "；".join(" ".join(texts) for texts in promised) or self.tr("nothing that can be counted")
        self._offer.setText(self.tr("The target now promises: {measures}").format(measures=told))
        self._offer.show()

    def _take(self, offered: Sequence[PlannedMeasure]) -> None:
        rows = self.measures.rows
        known = {key: texts for key, texts in rows.lines if key is not None}
        more = len(rows.columns) - 4
        lines = [offered_line(one, more) for one in offered]
        kept = [(key, (*texts[:4], *known[key][4:]) if key in known else texts) for key, texts in lines]
        rows.show_lines(kept)
        rows.edited.emit()
        self._offer.hide()

    def _columns(self, periods: tuple[str, ...]) -> tuple[Column, ...]:
        steps = (Column(self.tr("by {period}").format(period=label)) for label in periods)
        kinds = tuple(db.COMPARATORS)
        label, amount, unit = (self.tr("Measure"), self.tr("Amount"), self.tr("Unit of measure"))
        return (Column(label), Column("≥ ≤ =", kinds, kinds[0]), Column(amount), Column(unit), *steps)

    def _add_fields(self) -> None:
        self.field(self.tr("Target"), self.target, "text_needed", "unreadable_text", "plan_text_long")
        self.field(self.tr("Lead units, several are joint"), self.leads, "lead_needed")
        self.field(self.tr("Cooperating units"), self.cooperating)
        self.field(
            self.tr("Measures, and what is to be reached by a period"),
            self.measures,
            "bad_amount",
            "not_a_number",
            "bad_comparator",
        )
        self.column.addWidget(self._offer)
        self.field(self.tr("Further columns of the table"), self.extra)
        self.column.addStretch(1)

    def _connect(self) -> None:
        for part in (self.target, self.leads, self.cooperating, self.measures.rows, self.extra.rows):
            part.edited.connect(self.edited)
        self.measures.rows.edited.connect(self._offer.hide)
        self._pause.timeout.connect(self.look_at_target)
        self.target.edited.connect(self._pause.start)
        self.read_button.clicked.connect(lambda: self.read_measures())


NOTHING = db.Task(db.TaskId(""), "", 1, "", (), ())
"""What a new task has so far."""
