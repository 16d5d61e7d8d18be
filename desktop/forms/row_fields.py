"""Everything of a row that a person changes, taken together: what it shows and what it answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

import db
from desktop.forms.attachments import AttachmentStrip
from desktop.forms.editors import Editor, TextEdit
from desktop.forms.fields import FIELDS, make_editor
from desktop.forms.filling import Filling
from desktop.forms.measures import MeasuresView
from desktop.forms.status_line import StatusLine
from desktop.models.measure_table import Frame


class RowFields(QObject):
    """The editors of a form, which lays them out."""

    edited = Signal()
    """A person changed something; once, whatever was changed in one go."""

    def __init__(self, form: QWidget, findings: QWidget) -> None:
        """`findings`: what the status line shows below itself."""
        super().__init__(form)
        self._given = db.Content()
        self._is_at_once = False
        """Whether several fields are being changed in one go."""
        self.measures = MeasuresView()
        self.editors: dict[str, Editor] = {field.name: make_editor(field, form) for field in FIELDS}
        narrative = self.editors["narrative"]
        assert isinstance(narrative, TextEdit)
        self.narrative = narrative
        self.attachments = AttachmentStrip()
        self.status = StatusLine(self.editors, findings)
        for editor in self.editors.values():
            editor.edited.connect(self._tell)
            if isinstance(editor, TextEdit):
                editor.pasted.connect(self.attachments.added)
        for part in (self.measures, self.attachments, self.status):
            part.edited.connect(self._tell)

    @property
    def composing(self) -> bool:
        """Whether an input method has uncommitted text in one of the editors."""
        return any(editor.composing for editor in self.editors.values())

    def content(self) -> db.Content:
        """What stands in the fields."""
        figures = self.measures.figures()
        if dict(figures) == dict(self._given.figures):
            figures = self._given.figures  # in the order in which they came
        text = {name: editor.text() for name, editor in self.editors.items()}
        return replace(
            self._given,
            status=self.status.picker.status(),
            nothing_new=self.status.nothing_new.isChecked(),
            figures=figures,
            narrative=text["narrative"],
            problems=text["problems"],
            next_steps=text["next_steps"],
            reason=text["reason"],
            remark=text["remark"],
            attachments=self.attachments.refs,
        )

    def give(self, filling: Filling, content: db.Content) -> None:
        """Show `content` in place of everything that stands here."""
        self._given = content
        for name, editor in self.editors.items():
            editor.give(getattr(content, name))
        self.status.give(content)
        self.attachments.give(content.attachments)
        before = filling.before.current if filling.before else None
        figures = dict(before.content.figures) if before else {}
        frame = Frame(
            filling.task.measures, figures, filling.period, filling.plan.year, filling.plan.tolerance
        )
        self.measures.show_figures(frame, dict(content.figures), editable=not filling.locked)

    def go_to(self, filling: Filling, content: db.Content) -> None:
        """Show another state of the row that stands here: a cursor stays behind what differs."""
        for name, editor in self.editors.items():
            if editor.text() != getattr(content, name):
                editor.change_to(getattr(content, name))
        self.give(filling, content)

    def mend(self, content: db.Content) -> None:
        """Become `content` as if a person had typed it, in one go."""
        now = self.content()
        self._is_at_once = True
        if content.narrative != now.narrative:
            self.narrative.type_over(content.narrative)
        if content.status is not now.status:
            self.status.picker.give(content.status)
        self.measures.fill(dict(dict(content.figures).items() - dict(now.figures).items()))
        self._is_at_once = False
        self._tell()

    def fill(self, figures: Mapping[db.MeasureId, Decimal]) -> None:
        """Write figures into the table as if a person had typed them, in one go."""
        self._is_at_once = True
        self.measures.fill(figures)
        self._is_at_once = False
        self._tell()

    def explain(self, finding: db.Finding, reason: str) -> None:
        """Keep why a finding may stand."""
        said = db.explained(self._given, finding, reason)
        if said != self._given:
            self._given = said
            self._tell()

    def attach(self, refs: tuple[db.AttachmentRef, ...]) -> None:
        """Add attachments, in one go."""
        self.attachments.add(refs)
        self._tell()

    def lock(self, *, is_locked: bool) -> None:
        """Whether anything can be typed or chosen."""
        for editor in self.editors.values():
            if editor.isReadOnly() != is_locked:
                editor.setReadOnly(is_locked)
                editor.style().polish(editor)
        self.status.lock(is_locked=is_locked)
        self.attachments.lock(is_locked=is_locked)

    def share_undo(self, undo: QAction, redo: QAction) -> None:
        """No editor keeps steps of its own."""
        for editor in self.editors.values():
            editor.share_undo(undo, redo)

    def focus_on(self, name: str) -> QWidget | None:
        """Go to the widget of a field of a Content; it, or None where there is none."""
        others: dict[str, QWidget] = {
            "status": self.status.picker,
            "nothing_new": self.status.nothing_new,
            "figures": self.measures,
            "attachments": self.attachments.list if self.attachments.refs else self.attachments.button,
        }
        widget = self.editors.get(name, others.get(name))
        if widget is not None:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
        return widget

    def _tell(self) -> None:
        if not self._is_at_once:
            self.edited.emit()
