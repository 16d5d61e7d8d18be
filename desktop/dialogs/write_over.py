"""Writing an entry in the office's name: both sides of a conflict as one, a rewording, a report by telephone.

What is typed is kept as a draft while it is typed, and stands here again when the dialog is opened again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QScrollArea, QSplitter, QVBoxLayout, QWidget

import db
from desktop import operations, theme
from desktop.compared import Row
from desktop.dialogs.frame import FramedDialog
from desktop.forms.editors import Editor, LineEdit, TextEdit, commit_input_method
from desktop.forms.measures import MeasuresView
from desktop.forms.status_picker import StatusPicker
from desktop.models.measure_table import Frame
from desktop.session import Leaving, Session
from desktop.sides_view import SideHead, SidesView

if TYPE_CHECKING:
    from db import Content, Draft, MeasureId, Period, Plan, Revision, RevisionId, ShishiError, Task

PAUSE = 600
"""Milliseconds from a key to the draft."""
SIZE = (1220, 700)


@dataclass(frozen=True, slots=True)
class Writing:
    """What is written over."""

    plan: Plan
    period: Period
    task: Task
    heads: tuple[RevisionId, ...]
    """What stands: the new revision descends from these."""
    start: Content
    """What the editors begin with."""
    before: Mapping[MeasureId, Decimal]
    """The figures of the period before."""
    draft: Draft | None = None
    """What was typed of it earlier and not saved."""
    sides: tuple[SideHead, ...] = ()
    rows: tuple[Row, ...] = ()
    """What is there to read beside the editors."""


class WriteOverDialog(FramedDialog):
    """Editors at the right, what there is to read at the left."""

    def __init__(
        self,
        session: Session,
        writing: Writing,
        words: tuple[str, str, str],
        parent: QWidget | None = None,
        *,
        by_telephone: bool = False,
    ) -> None:
        """`words`: title, explanation, and the word on the button."""
        super().__init__(*words, parent)
        self._session = session
        self._writing = writing
        self._by_telephone = by_telephone
        self._saved: Callable[[Revision], None] | None = None
        self._kept = writing.start
        """What the file holds, as a draft or saved."""
        self._done = False
        self._make_editors()
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._keep)
        self._lay_out()
        self._give(writing.draft.content if writing.draft else writing.start)
        if writing.draft is not None:
            self._kept = writing.draft.content
            self.say(self.tr("This is what you typed earlier and did not save."))
        for editor in (*self._texts.values(), self._status, self._measures):
            editor.edited.connect(self._on_edited)
        self.agree.clicked.connect(self._save)
        session.leaving.connect(self._on_leaving)
        self._texts["told_by" if by_telephone else "narrative"].setFocus()

    def when_saved(self, then: Callable[[Revision], None]) -> None:
        """Call `then` once it is saved."""
        self._saved = then

    def content(self) -> Content:
        """What stands in the editors."""
        text = {name: editor.text() for name, editor in self._texts.items()}
        told_by = text.pop("told_by", "").strip()
        if told_by:
            line = self.tr("By telephone: {who}").format(who=told_by)
            text["remark"] = "\n".join(part for part in (text["remark"].strip(), line) if part)
        nothing_new = self._writing.start.nothing_new and not text["narrative"].strip()
        return replace(
            self._writing.start,
            narrative=text["narrative"],
            problems=text["problems"],
            next_steps=text["next_steps"],
            reason=text["reason"],
            remark=text["remark"],
            nothing_new=nothing_new,
            status=self._status.status(),
            figures=self._measures.figures(),
        )

    def reject(self) -> None:
        """Close. What was typed stays as a draft, and is shown as one in the form too."""
        commit_input_method()
        kept = self._keep() or self._kept != self._writing.start
        super().reject()
        if kept and not self._done:
            self._session.reload()

    def _make_editors(self) -> None:
        self._texts: dict[str, Editor] = {}
        lines = (("narrative", 7), ("problems", 2), ("next_steps", 2), ("reason", 0), ("remark", 0))
        for name, height in lines:
            editor: Editor = TextEdit(self) if height else LineEdit(self)
            if isinstance(editor, TextEdit):
                editor.setMinimumHeight(editor.fontMetrics().lineSpacing() * height + 24)
            editor.setObjectName(f"over_{name}")
            self._texts[name] = editor
        if self._by_telephone:
            self._texts["told_by"] = LineEdit(self)
            self._texts["told_by"].setObjectName("over_told_by")
            self._texts["told_by"].setPlaceholderText(self.tr("Unit, name, day"))
        self._status = StatusPicker(self)
        self._status.setObjectName("over_status")
        self._measures = MeasuresView(self)
        self._measures.setObjectName("over_measures")
        self._measures.refused.connect(lambda sentence: self.say(sentence, error=True))

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setContentsMargins(0, 0, theme.GAP_SMALL, 0)
        form.setVerticalSpacing(theme.GAP_SMALL)
        titles = {
            "told_by": self.tr("Who told it"),
            "narrative": self.tr("Progress"),
            "problems": self.tr("Problems"),
            "next_steps": self.tr("Next steps"),
            "reason": self.tr("Reason"),
            "remark": self.tr("Remark"),
        }
        for name, title in titles.items():
            if name in self._texts:
                self._add(form, title, self._texts[name])
            if name == "narrative":
                if self._writing.task.measures:
                    form.addRow(self._measures)
                self._add(form, self.tr("Status"), self._status)
        inside = QWidget(self)
        inside.setLayout(form)
        theme.set_role(inside, "page")
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inside)
        self.reading = SidesView(self)
        self.reading.show_sides(self._writing.sides, self._writing.rows)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        left, right = _padded(self.reading, 0, theme.GAP), _padded(scroll, theme.GAP, 0)
        for pane in (left, right):
            split.addWidget(pane)
        split.setSizes([680, 480])
        left.setVisible(bool(self._writing.rows))
        self.body.addWidget(split, 1)
        self.resize(*SIZE)

    def _add(self, form: QFormLayout, title: str, editor: QWidget) -> None:
        label = QLabel(title, self)
        theme.set_role(label, "muted")
        label.setBuddy(editor)
        editor.setAccessibleName(title)
        form.addRow(label, editor)

    def _give(self, content: Content) -> None:
        for name in ("narrative", "problems", "next_steps", "reason", "remark"):
            self._texts[name].give(getattr(content, name))
        self._status.give(content.status)
        writing = self._writing
        plan = writing.plan
        frame = Frame(writing.task.measures, writing.before, writing.period, plan.year, plan.tolerance)
        self._measures.show_figures(frame, dict(content.figures), editable=True)

    def _on_edited(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _keep(self) -> bool:
        """Write the draft if anything was typed since; whether there was."""
        content = self.content()
        if self._done or content == self._kept:
            return False
        self._kept = content
        draft = db.Draft(
            self._writing.task.id, self._writing.period.id, db.now(), content, self._writing.heads
        )
        self._session.run(operations.save_draft(draft))
        return True

    def _on_leaving(self, question: Leaving) -> None:
        commit_input_method()
        if self._keep():
            question.waits = True

    def _save(self) -> None:
        commit_input_method()
        if not self._measures.finish():
            return
        content = self.content()
        if self._by_telephone and not self._texts["told_by"].text().strip():
            self.say(self.tr("Write who told it, so that it can be asked again."), error=True)
            self._texts["told_by"].setFocus()
            return
        self.working()
        self._timer.stop()
        writing = self._writing
        command = operations.settle(
            writing.task.id, writing.period.id, content, self._session.author, writing.heads
        )
        command = replace(command, done=self.tr("saved")) if len(writing.heads) < 2 else command
        self._session.run(command, self._is_saved, self.could_not, crashed=self.crashed, receiver=self)

    def _is_saved(self, revision: Revision) -> None:
        self._done = True
        self.accept()
        if self._saved is not None:
            self._saved(revision)

    def could_not(self, error: ShishiError) -> None:
        """Say why it was not saved; what is typed is kept as a draft."""
        super().could_not(error)
        self._keep()


def _padded(widget: QWidget, left: int, right: int) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(left, 0, right, 0)
    column.addWidget(widget)
    return box
