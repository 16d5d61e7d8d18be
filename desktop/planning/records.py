"""What was done to a plan: its amendments since it went out, and every step of its log."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QItemSelectionModel, QLocale, QModelIndex, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QListView, QScrollArea, QVBoxLayout, QWidget

import db
from desktop import theme
from desktop.forms.labels import wrapped
from desktop.models.case_list import Case, CaseDelegate, CaseList
from desktop.planning.field_words import field_text, field_word
from desktop.planning.section import Section
from desktop.session import Session
from desktop.times import local

if TYPE_CHECKING:
    from db import Amendment, FieldChange, Ledger, Plan, PlanStep
    from desktop.session import View

    Told = tuple[str, Sequence[FieldChange]]

translate = QCoreApplication.translate
LIST = 430


class Record(Section):
    """A list at the left; before and after of what is chosen at the right. Read on the worker."""

    def __init__(self, session: Session, name: str, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.model = CaseList(self)
        self.list = QListView(self)
        self.list.setObjectName(name)
        self.list.setModel(self.model)
        self.list.setItemDelegate(CaseDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.empty = wrapped("", "muted")
        self._detail = QScrollArea(self)
        self._detail.setWidgetResizable(True)
        self._detail.setAccessibleName(translate("Record", "Before and after"))
        self._edition = 0
        self._lay_out()
        self.setFocusProxy(self.list)

    def read(self, ledger: Ledger, plan: Plan) -> Sequence[Any]:
        """What there is; on the worker."""
        raise NotImplementedError

    def case(self, one: Any) -> Case:
        """A row; its key is what was read."""
        raise NotImplementedError

    def told(self, one: Any) -> Sequence[Told]:
        """What it changed: a heading and the fields, for each row of the plan."""
        raise NotImplementedError

    def refresh(self, view: View) -> None:
        """Read again."""
        self._edition += 1
        edition, plan = self._edition, view.plan
        self.session.query(
            lambda ledger: self.read(ledger, plan),
            lambda found: self._take(edition, found),
            receiver=self,
        )

    def leave_file(self) -> None:
        """Forget the file."""
        self._edition += 1
        self._take(self._edition, ())

    def _take(self, edition: int, found: Sequence[Any]) -> None:
        if edition != self._edition:
            return
        self.model.show_cases([self.case(one) for one in found])
        self.empty.setVisible(not found)
        if found:
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.list.selectionModel().setCurrentIndex(self.model.index(0), flag)
        self._show(found[0] if found else None)

    def _chosen(self, now: QModelIndex, _: Any) -> None:
        if now.isValid():
            self._show(self.model.cases[now.row()].key)

    def _show(self, one: Any) -> None:
        inside = QWidget()
        theme.set_role(inside, "page")
        grid = QGridLayout(inside)
        grid.setContentsMargins(theme.MARGIN, theme.GAP_LARGE, theme.MARGIN, theme.GAP_LARGE)
        grid.setHorizontalSpacing(theme.GAP_LARGE)
        grid.setVerticalSpacing(theme.GAP)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        row = 0
        if one is not None:
            words = ("", translate("Record", "Before"), translate("Record", "After"))
            for column, word in enumerate(words):
                grid.addWidget(wrapped(word, "muted"), row, column)
            for heading, fields in self.told(one):
                row += 1
                grid.addWidget(wrapped(heading, "heading"), row, 0, 1, 3)
                for field in fields:
                    row += 1
                    before, after = (field_text(field.field, text) for text in (field.before, field.after))
                    parts = (field_word(field.field), before or "–", after or "–")
                    for column, text in enumerate(parts):
                        label = wrapped(text, "" if column else "muted")
                        grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)
        grid.setRowStretch(row + 1, 1)
        self._detail.setWidget(inside)

    def _lay_out(self) -> None:
        left = QFrame(self)
        theme.set_role(left, "bar")
        left.setFixedWidth(LIST)
        column, whole = QVBoxLayout(left), QHBoxLayout(self)
        for layout in (column, whole):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        self.empty.setContentsMargins(theme.GAP_LARGE, theme.GAP_LARGE, theme.GAP_LARGE, 0)
        column.addWidget(self.empty)
        column.addWidget(self.list, 1)
        whole.addWidget(left)
        whole.addWidget(self._detail, 1)


class Amendments(Record):
    """What was amended since the plan first went out."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, "amendmentList", parent)
        self.list.setAccessibleName(self.tr("Amendments"))
        self.empty.setText(
            self.tr("Nothing was amended since the plan went out. What is changed before that is drafting.")
        )

    def read(self, ledger: Ledger, plan: Plan) -> Sequence[Amendment]:
        """The amendments in the order of the table."""
        return db.amendments(ledger, plan)

    def case(self, one: Amendment) -> Case:
        """Which task, what was done, when and by whom."""
        words = {
            "added": ("done", self.tr("added")),
            "changed": ("open", self.tr("changed")),
            "retired": ("retired", self.tr("retired")),
            "restored": ("done", self.tr("brought back")),
            "removed": ("sent_back", self.tr("removed")),
        }
        state, word = words[one.kind]
        return Case(one, state, word, one.name, f"{local(one.made_at)} · {one.author}", word)

    def told(self, one: Amendment) -> Sequence[Told]:
        """The fields that differ."""
        return [(one.name, one.fields)]


class History(Record):
    """Every step, the newest first."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, "planHistory", parent)
        self.list.setAccessibleName(self.tr("Steps"))

    def read(self, ledger: Ledger, plan: Plan) -> Sequence[PlanStep]:
        """The log."""
        return tuple(reversed(db.plan_history(ledger, plan.id)))

    def case(self, one: PlanStep) -> Case:
        """What was done, when and by whom; whether it was undone."""
        states = {"done": "open", "undone": "retired", "fixed": "approved"}
        tag = self.tr("undone") if one.state == "undone" else ""
        words = db.step_sentence(one.label, QLocale().name()).rstrip("。.")
        told = f"{local(one.made_at)} · {one.author}"
        return Case(one, states.get(one.state, "blank"), tag, words, told, tag)

    def told(self, one: PlanStep) -> Sequence[Told]:
        """What it did, row by row; the first of very many."""
        return [(change.name, change.fields) for change in one.changes[:MOST] if change.fields]


MOST = 30
"""Rows of one step that are told: an import has thousands."""
