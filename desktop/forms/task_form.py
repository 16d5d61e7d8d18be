"""The form of one task: shows a Filling and answers what is typed. It reads and writes no file."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

import db
from desktop import theme
from desktop.forms.editors import Editor, TextEdit, commit_input_method
from desktop.forms.fields import FIELDS, make_editor, make_label
from desktop.forms.filling import Filling
from desktop.forms.footer import Footer
from desktop.forms.head import Head, TargetCard
from desktop.forms.measures import MeasuresView
from desktop.forms.notice import Notice
from desktop.forms.progress import Progress
from desktop.forms.status_picker import StatusPicker
from desktop.forms.versions import VersionsPanel
from desktop.models.measure_table import Frame

TOLD_PAUSE = 400
"""Milliseconds from a key until the figures of the narrative are read again."""


class TaskForm(QWidget):
    """Target and units, measures, texts, status; the buttons stand below and stay in sight."""

    edited = Signal()
    """A person changed something."""
    discard = Signal()
    previous_wanted = Signal()
    next_wanted = Signal()
    print_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filling: Filling | None = None
        self._given = db.Content()
        self._head, self._card = Head(), TargetCard()
        self._locked, self._comment, self._stale = Notice("note"), Notice("sent_back"), Notice("warning")
        self._versions, self._measures = VersionsPanel(), MeasuresView()
        self._editors: dict[str, Editor] = {field.name: make_editor(field, self) for field in FIELDS}
        self._status, self._nothing_new = StatusPicker(), QCheckBox(self.tr("Nothing new this period"))
        self._nothing_new.setObjectName("nothingNewCheck")
        narrative = self._editors["narrative"]
        assert isinstance(narrative, TextEdit)
        self._narrative = narrative
        self._progress = Progress(FIELDS[0], self._narrative)
        self._footer = Footer()
        self._told_timer = QTimer(self, singleShot=True, interval=TOLD_PAUSE)
        self.setFocusProxy(self._narrative)
        self._arrange()
        self._connect()

    @property
    def filling(self) -> Filling | None:
        """The task that is shown, as it stood when it was taken."""
        return self._filling

    @property
    def composing(self) -> bool:
        """Whether an input method has uncommitted text in one of the editors."""
        return any(editor.composing for editor in self._editors.values())

    def show_filling(self, filling: Filling) -> None:
        """Show a task with its draft or what is saved, in place of everything that stands here."""
        is_other = self._filling is None or self._filling.task.id != filling.task.id
        self._filling = filling
        self._give(filling, filling.content)
        self.show_standing(filling)
        if is_other:
            self._footer.say("")
            self._scroll.verticalScrollBar().setValue(0)

    def show_standing(self, filling: Filling) -> None:
        """Take over how the task stands now, and leave what is typed alone."""
        self._filling = filling
        self._head.show_filling(filling)
        self._card.show_filling(filling)
        self._progress.show_filling(filling)
        self._versions.show_versions(filling)
        self._locked.say(filling.locked)
        self._comment.say(self._comment_text(filling))
        self._stale.say(self._stale_text(filling))
        self._lock(is_locked=bool(filling.locked))
        if self._footer.told.is_awake:
            self._compare()
        else:
            self._told_timer.start()
        self._on_edited(told=False)

    def show_draft(self, typed_at: str) -> None:
        """Say when the draft was kept; an empty text when there is none."""
        self._head.show_draft(typed_at)

    def clear(self) -> None:
        """The file was closed: nothing is shown any more."""
        self._filling = None

    def content(self) -> db.Content:
        """What stands in the form; attachments and explanations as they came."""
        figures = self._measures.figures()
        if dict(figures) == dict(self._given.figures):
            figures = self._given.figures  # in the order in which they came
        text = {name: editor.text() for name, editor in self._editors.items()}
        return replace(
            self._given,
            status=self._status.status(),
            nothing_new=self._nothing_new.isChecked(),
            figures=figures,
            narrative=text["narrative"],
            problems=text["problems"],
            next_steps=text["next_steps"],
            reason=text["reason"],
            remark=text["remark"],
        )

    def take(self, content: db.Content) -> None:
        """Put the words of another version into the form, as if a person had typed them."""
        if self._filling is not None:
            self._give(self._filling, content)
            self.edited.emit()
            self._narrative.setFocus()

    def finish(self) -> bool:
        """Make what is being composed or typed into a cell part of the form; False if it is no number."""
        commit_input_method()
        return self._measures.finish()

    def objection(self, content: db.Content) -> str:
        """Why this is no entry yet, as a sentence, or empty; the focus goes to what is missing."""
        excused = content.nothing_new or content.status is db.Status.NOT_APPLICABLE
        if excused and not content.reason.strip():
            self._editors["reason"].setFocus()
            return self.tr(
                "The reason is missing: say why there is nothing new, or why the task does not apply."
            )
        if self._disagrees(content) and not content.reason.strip():
            self._editors["reason"].setFocus()
            return self.tr(
                "The reason is missing: the status says otherwise than the figures. Say why, or choose "
                "another status."
            )
        if not content.is_entry:
            self._narrative.setFocus()
            sentence = self.tr(
                "The progress is still empty. Write it, or tick “Nothing new this period” and say why."
            )
            is_typed = self._filling is not None and content != self._filling.saved
            kept = self.tr("What you typed so far is kept as a draft.")
            return f"{sentence} {kept}" if is_typed else sentence
        return ""

    def say(self, sentence: str, state: str = "error") -> None:
        """Say something above the buttons until the next key; an empty text takes it away."""
        self._footer.say(sentence, state)
        field = self._inner.focusWidget()
        if sentence and field is not None:
            # Laid out at once: what is said takes room from the field that it asks for.
            for widget in (self._footer, self, self._inner):
                layout = widget.layout()
                assert layout is not None
                layout.activate()
            self._scroll.ensureWidgetVisible(field)

    def focus_narrative(self) -> None:
        """Put the cursor into the narrative."""
        self._narrative.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def go_on(self) -> None:
        """Go to where one writes first: the first figure, else the end of the narrative."""
        if self._measures.isHidden():
            self._narrative.moveCursor(QTextCursor.MoveOperation.End)
            self.focus_narrative()
        else:
            self._measures.setFocus(Qt.FocusReason.TabFocusReason)

    def _give(self, filling: Filling, content: db.Content) -> None:
        self._given = content
        for name, editor in self._editors.items():
            editor.give(getattr(content, name))
        self._status.give(content.status)
        self._nothing_new.blockSignals(True)
        self._nothing_new.setChecked(content.nothing_new)
        self._nothing_new.blockSignals(False)
        before = filling.before.current if filling.before else None
        figures = dict(before.content.figures) if before else {}
        frame = Frame(filling.task.measures, figures, filling.period, filling.plan.year)
        self._measures.show_figures(frame, dict(content.figures), editable=not filling.locked)

    def _compare(self) -> None:
        """Hold the figures of the narrative against the table."""
        if self._filling is not None:
            self._footer.told.compare(self._filling.task, self.content(), locked=bool(self._filling.locked))

    def _comment_text(self, filling: Filling) -> str:
        review = filling.entry.review if filling.entry else None
        if review is None or review.verdict is not db.Verdict.SEND_BACK:
            return ""
        return self.tr("Sent back by {author}: {comment}").format(
            author=review.author, comment=review.comment
        )

    def _stale_text(self, filling: Filling) -> str:
        if set(filling.base) == set(filling.heads):
            return self._unconfirmed_text() if filling.is_unconfirmed and not filling.locked else ""
        return self.tr(
            "Another version of this entry came in since you began to type. If you save, both are kept "
            "until someone chooses; discard the draft to start from the other one."
        )

    def _unconfirmed_text(self) -> str:
        return self.tr(
            "These words came with the imported table and do not count yet. Complete them, and save to "
            "confirm them as your unit's."
        )

    def _lock(self, *, is_locked: bool) -> None:
        for editor in self._editors.values():
            if editor.isReadOnly() != is_locked:
                editor.setReadOnly(is_locked)
                editor.style().polish(editor)
        self._status.setEnabled(not is_locked)
        self._nothing_new.setEnabled(not is_locked)
        self._footer.lock(is_locked=is_locked)

    def _on_edited(self, *, told: bool = True) -> None:
        """Show the line for the reason where one is needed; tell the others if a person did it."""
        reason = self._editors["reason"]
        is_needed = self._nothing_new.isChecked() or self._status.status() is db.Status.NOT_APPLICABLE
        is_needed = is_needed or bool(reason.text()) or self._disagrees(self.content())
        reason.setVisible(is_needed)
        self._reason_label.setVisible(is_needed)
        if told:
            self._footer.be_silent()
            self._told_timer.start()
            self.edited.emit()

    def _disagrees(self, content: db.Content) -> bool:
        filling = self._filling
        return filling is not None and db.disagrees(filling.task, content, filling.period, filling.plan.year)

    def _connect(self) -> None:
        for editor in self._editors.values():
            editor.edited.connect(self._on_edited)
        self._status.edited.connect(self._on_edited)
        self._nothing_new.toggled.connect(self._on_edited)
        self._measures.edited.connect(self._on_edited)
        self._measures.refused.connect(self._footer.refuse)
        self._versions.taken.connect(self.take)
        self._told_timer.timeout.connect(self._compare)
        self._footer.told.wanted.connect(self._measures.fill)
        self._head.discard.connect(self.discard)
        self._footer.previous_wanted.connect(self.previous_wanted)
        self._footer.next_wanted.connect(self.next_wanted)
        self._footer.print_wanted.connect(self.print_wanted)
        self._footer.save_wanted.connect(self.save_wanted)

    def _arrange(self) -> None:
        inner = self._inner = QWidget()
        theme.set_role(inner, "page")
        column = QVBoxLayout(inner)
        column.setContentsMargins(theme.MARGIN, theme.GAP_SMALL, theme.MARGIN, theme.GAP_SMALL)
        column.setSpacing(theme.GAP - 4)
        upper = (self._head, self._locked, self._comment, self._stale, self._card, self._versions)
        for widget in (*upper, self._measures):
            column.addWidget(widget)
        column.addWidget(self._progress, 5)
        column.addLayout(self._pairs(), 2)
        column.addLayout(self._status_line())
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # what is inside takes the keys, and scrolls it
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._scroll, 1)
        whole.addWidget(self._footer)
        self._order()

    def _order(self) -> None:
        """Tab goes through the form as it is read, then to the button that saves."""
        texts = [self._editors[name] for name in ("problems", "next_steps")]
        lines = [self._editors[name] for name in ("remark", "reason")]
        stops: list[QWidget] = [self._measures, self._narrative, *texts, self._status, self._nothing_new]
        stops += [*lines, *self._footer.stops]
        for here, there in pairwise(stops):
            QWidget.setTabOrder(here, there)

    def _pairs(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.GAP)
        grid.setVerticalSpacing(theme.GAP_SMALL)
        for place, field in enumerate(FIELDS[1:3]):
            editor = self._editors[field.name]
            editor.setMaximumHeight(96)
            grid.addWidget(make_label(field, editor), 0, place)
            grid.addWidget(editor, 1, place)
            grid.setColumnStretch(place, 1)
        return grid

    def _status_line(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.GAP)
        grid.setVerticalSpacing(theme.GAP_SMALL)
        label = QLabel(self.tr("Status"))
        label.setBuddy(self._status)
        reason, remark = FIELDS[3], FIELDS[4]
        self._reason_label = make_label(reason, self._editors["reason"])
        grid.addWidget(label, 0, 0)
        grid.addWidget(self._status, 0, 1)
        grid.addWidget(self._nothing_new, 0, 2)
        grid.addWidget(make_label(remark, self._editors["remark"]), 0, 3)
        grid.addWidget(self._editors["remark"], 0, 4)
        grid.addWidget(self._reason_label, 1, 0)
        grid.addWidget(self._editors["reason"], 1, 1, 1, 4)
        grid.setColumnStretch(4, 1)
        return grid
