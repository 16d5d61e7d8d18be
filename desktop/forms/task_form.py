"""The form of one task: shows a Filling and answers what is typed. It reads and writes no file."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

import db
from desktop import theme
from desktop.forms.advice import Advice
from desktop.forms.adviser import Adviser
from desktop.forms.attachments import can_attach
from desktop.forms.editors import commit_input_method
from desktop.forms.fields import FIELDS, make_label
from desktop.forms.filling import Filling
from desktop.forms.finding_words import part_of
from desktop.forms.footer import Footer
from desktop.forms.head import Head, TargetCard
from desktop.forms.objections import needs_reason, objection
from desktop.forms.progress import Progress
from desktop.forms.row_fields import RowFields
from desktop.forms.standing import StandingNotices
from desktop.forms.undo_actions import UndoActions
from desktop.forms.undoing import changed_field
from desktop.forms.versions import VersionsPanel


class TaskForm(QWidget):
    """Target and units, measures, texts, status; the buttons stand below and stay in sight."""

    edited = Signal()
    """A person changed something."""
    asked = Signal(object)
    """What is there to say of the row? The answer to this `Question` is to be handed to `advise`."""
    discard = Signal()
    previous_wanted = Signal()
    next_wanted = Signal()
    print_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filling: Filling | None = None
        self._wants_reason = False
        """Whether a person asked for the field of the reason."""
        self._head, self._card = Head(), TargetCard()
        self.standing = StandingNotices()
        self._undoing = UndoActions(self)
        self._versions = VersionsPanel()
        self._footer = Footer()
        self._adviser = Adviser(self.content, self._footer.told, self)
        self._fields = RowFields(self, self._adviser.panels["status"])
        self._fields.share_undo(self._undoing.undo_action, self._undoing.redo_action)
        self._measures, self._editors = self._fields.measures, self._fields.editors
        self._narrative, self._status = self._fields.narrative, self._fields.status
        self.attachments = self._fields.attachments
        self._progress = Progress(FIELDS[0], self._narrative)
        self.setFocusProxy(self._narrative)
        self.setAcceptDrops(True)
        self._arrange()
        self._connect()

    @property
    def filling(self) -> Filling | None:
        """The task that is shown, as it stood when it was taken."""
        return self._filling

    @property
    def composing(self) -> bool:
        """Whether an input method has uncommitted text in one of the editors."""
        return self._fields.composing

    def show_filling(self, filling: Filling, *, is_step: bool = False) -> None:
        """Show a task with its draft or what is saved, in place of everything that stands here.

        `is_step`: what stood here before of the same task comes back by undo.
        """
        is_other = self._filling is None or self._filling.task.id != filling.task.id
        self._filling = filling
        self._wants_reason = self._wants_reason and not is_other
        self._fields.give(filling, filling.content)
        self._undoing.show((filling.task.id, filling.period.id), filling.content, is_step=is_step)
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
        self.standing.show_filling(filling)
        self._fields.lock(is_locked=bool(filling.locked))
        self._footer.lock(is_locked=bool(filling.locked))
        self._show_reason()
        self._adviser.show_filling(filling)

    def show_draft(self, typed_at: str) -> None:
        """Say when the draft was kept; an empty text when there is none."""
        self._head.show_draft(typed_at)

    def clear(self) -> None:
        """The file was closed: nothing is shown any more."""
        self._filling = None
        self._adviser.clear()
        self._undoing.clear()
        self.attachments.forget()

    def content(self) -> db.Content:
        """What stands in the form."""
        return self._fields.content()

    def take(self, content: db.Content) -> None:
        """Put the words of another version into the form, as if a person had typed them."""
        if self._filling is not None:
            self._fields.give(self._filling, content)
            self._on_edited()
            self._narrative.setFocus()

    def attach(self, refs: tuple[db.AttachmentRef, ...]) -> None:
        """Add attachments, as one step."""
        self._fields.attach(refs)

    def undo(self) -> None:
        """Take back the last step in whichever field it was; not while an input method composes."""
        if self._may_step():
            self._go_to_state(self._undoing.undo())

    def redo(self) -> None:
        """Bring back what was taken back last."""
        if self._may_step():
            self._go_to_state(self._undoing.redo())

    def advise(self, advice: Advice) -> None:
        """Show what there is to say, if the row still stands as it was asked about."""
        self._adviser.show(advice)

    def finish(self) -> bool:
        """Make what is being composed or typed into a cell part of the form; False if it is no number."""
        commit_input_method()
        self._adviser.finish()
        return self._measures.finish()

    def objection(self, content: db.Content) -> str:
        """Why this is no entry yet, as a sentence, or empty; the focus goes to what is missing."""
        found = objection(self._filling, content) if self._filling else None
        if found is None:
            return ""
        self._editors[found.field].setFocus()
        return found.sentence

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

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and pictures can be dropped anywhere on the form."""
        if can_attach(event.mimeData()) and self._filling is not None and not self._filling.locked:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Attach what was dropped; what was dropped stays where it was."""
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.attachments.added.emit(event.mimeData())

    def go_on(self) -> None:
        """Go to where one writes first: the first figure, else the end of the narrative."""
        if self._measures.isHidden():
            self._narrative.moveCursor(QTextCursor.MoveOperation.End)
            self.focus_narrative()
        else:
            self._measures.setFocus(Qt.FocusReason.TabFocusReason)

    def go_to(self, finding: db.Finding) -> None:
        """Go to the field that a finding is about, and to the words in it."""
        details, part = dict(finding.details), part_of(finding)
        if part == "figures":
            self._measures.go_to(details["label"])
        elif part == "status":
            self._wants_reason = True
            self._show_reason()
            self._editors["reason"].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._narrative.setFocus(Qt.FocusReason.OtherFocusReason)
            self._narrative.select_first(details.values())
        field = self._inner.focusWidget()
        if field is not None:
            self._scroll.ensureWidgetVisible(field)

    def _may_step(self) -> bool:
        return self._filling is not None and not self._filling.locked and not self.composing

    def _go_to_state(self, content: db.Content) -> None:
        """Show another state of the row, with the cursor where it differs from what stands here."""
        filling, field = self._filling, changed_field(self.content(), content)
        if filling is None or not field:
            return
        self._fields.go_to(filling, content)
        self._on_edited()
        widget = self._fields.focus_on(field)
        if widget is not None:
            self._scroll.ensureWidgetVisible(widget)

    def _on_edited(self) -> None:
        self._undoing.note(self.content())
        self._show_reason()
        self._footer.be_silent()
        self._adviser.note_typing()
        self.edited.emit()

    def _show_reason(self) -> None:
        """Show the line for the reason where one is given, needed or asked for."""
        filling = self._filling
        is_needed = filling is not None and needs_reason(filling, self.content())
        self._status.show_reason(
            wanted=is_needed or self._wants_reason or bool(self._editors["reason"].text())
        )

    def _connect(self) -> None:
        self._fields.edited.connect(self._on_edited)
        self._undoing.undo_action.triggered.connect(self.undo)
        self._undoing.redo_action.triggered.connect(self.redo)
        self._measures.refused.connect(self._footer.refuse)
        self._versions.taken.connect(self.take)
        self._adviser.asked.connect(self.asked)
        self._adviser.mended.connect(self._fields.mend)
        self._adviser.explained.connect(self._fields.explain)
        self._adviser.wanted.connect(self.go_to)
        self._adviser.changed.connect(self._order)
        self._footer.told.wanted.connect(self._fields.fill)
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
        upper = (self._head, self.standing, self._card, self._versions)
        for widget in (*upper, self._measures, self._adviser.panels["figures"]):
            column.addWidget(widget)
        column.addWidget(self._progress, 5)
        column.addWidget(self._adviser.panels["narrative"])
        column.addLayout(self._pairs(), 2)
        column.addWidget(self.attachments)
        column.addWidget(self._status)
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
        noticed = {part: panel.stops for part, panel in self._adviser.panels.items()}
        stops: list[QWidget] = [self._measures, *noticed["figures"], self._narrative, *noticed["narrative"]]
        stops += [
            *texts,
            *self.attachments.stops,
            *self._status.stops,
            *noticed["status"],
            *self._footer.stops,
        ]
        for here, there in pairwise(stops):
            QWidget.setTabOrder(here, there)

    def _pairs(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.GAP)
        grid.setVerticalSpacing(theme.GAP_SMALL)
        for place, field in enumerate(FIELDS[1:3]):
            editor = self._editors[field.name]
            editor.setMaximumHeight(96)
            grid.addLayout(self._heading(make_label(field, editor), place), 0, place)
            grid.addWidget(editor, 1, place)
            grid.setColumnStretch(place, 1)
        return grid

    def _heading(self, label: QLabel, place: int) -> QHBoxLayout:
        """The label of a text; at the right end of the line, how to attach something."""
        line = QHBoxLayout()
        line.addWidget(label, 1)
        if place:
            line.addWidget(self.attachments.button)
        return line
