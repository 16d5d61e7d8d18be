"""Keeps what is typed: the autosaved draft, the save, and what happens when both meet.

A draft carries the heads that its writer saw. A save descends from exactly those, so that what came
in meanwhile stays beside it as a conflict and is never overwritten.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal

import db
from desktop import operations
from desktop.forms.filling import Filling, filling_of
from desktop.forms.task_form import TaskForm
from desktop.session import Session

PAUSE = 600
"""Milliseconds from a key to its draft; what is typed meanwhile goes with it."""

Place = tuple[db.TaskId, db.PeriodId]
Heads = tuple[db.RevisionId, ...]


@dataclass(slots=True)
class _Since:
    """What was asked for since a save was handed in, whose outcome is not yet known."""

    save: db.Content | None = None
    draft: db.Content | None = None


class Keeper(QObject):
    """Stands between the form and the session."""

    kept = Signal(str)
    """A draft was written; carries when (ISO 8601)."""

    def __init__(self, session: Session, form: TaskForm) -> None:
        super().__init__(form)
        self._session = session
        self._form = form
        self._drafted: db.Content | None = None
        self._saving: dict[Place, _Since] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._on_pause)
        form.edited.connect(self._on_edited)
        form.discard.connect(self.discard)
        # What stands in the form belongs to the file that was open before.
        session.opened.connect(self._forget)
        session.closed.connect(self._forget)

    def take(self, task: db.TaskId) -> bool:
        """Show a task in the form, once what stands there is kept; False if the plan does not have it."""
        self.flush()
        view = self._session.view
        filling = filling_of(view, task) if view else None
        if filling is not None:
            self._show(filling)
        return filling is not None

    def flush(self) -> None:
        """Commit the input method and write the draft now."""
        if self._form.filling is not None:
            self._form.finish()
            self._write()

    def save(self) -> bool:
        """Save what stands in the form; False if it cannot be saved yet, and the form says why."""
        filling = self._form.filling
        if filling is None or filling.locked or not self._form.finish():
            return False
        self._timer.stop()
        self._form.say("")
        content = self._form.content()
        if objection := self._form.objection(content):
            self._write()
            self._form.say(objection)
            return False
        place = (filling.task.id, filling.period.id)
        if place in self._saving:
            self._saving[place].save = content
        else:
            self._save(place, filling.base, content)
        return True

    def discard(self) -> None:
        """Forget what was typed since the last save, and show what is saved."""
        filling, view = self._form.filling, self._session.view
        if filling is None or view is None or filling.locked:
            return
        self._timer.stop()
        self._drafted = None
        self._session.run(operations.discard_draft(filling.task.id, filling.period.id))
        fresh = filling_of(replace(view, drafts={}), filling.task.id)
        if fresh is not None:
            self._show(fresh)

    def refresh(self) -> None:
        """The session's view was replaced: show how the task stands now, and leave typing alone."""
        filling, view = self._form.filling, self._session.view
        if filling is None or view is None or (filling.task.id, filling.period.id) in self._saving:
            return
        fresh = filling_of(view, filling.task.id)
        if fresh is None:
            return
        if fresh.period.id == filling.period.id and self._is_typed_in(filling):
            # The heads that the writer saw stay: a save descends from those.
            self._form.show_standing(replace(fresh, base=filling.base))
        else:
            self.flush()
            self._show(fresh)

    def _forget(self) -> None:
        self._timer.stop()
        self._drafted = None
        self._form.clear()

    def _is_typed_in(self, filling: Filling) -> bool:
        return self._form.composing or self._timer.isActive() or self._form.content() != filling.content

    def _show(self, filling: Filling) -> None:
        self._timer.stop()
        self._drafted = filling.draft.content if filling.draft else None
        self._form.show_filling(filling)

    def _on_edited(self) -> None:
        # Not started anew by each key: who types without a pause has a draft every PAUSE.
        if not self._timer.isActive():
            self._timer.start()

    def _on_pause(self) -> None:
        if self._form.composing:
            self._timer.start()
        else:
            self._write()

    def _write(self) -> None:
        """Bring the draft in line with the form: written, or discarded when nothing differs."""
        self._timer.stop()
        filling = self._form.filling
        if filling is None or filling.locked:
            return
        content = self._form.content()
        if content == filling.saved:
            if self._drafted is not None:
                self._session.run(operations.discard_draft(filling.task.id, filling.period.id))
                self._drafted = None
                self._form.show_draft("")
        elif content != self._drafted:
            self._drafted = content
            self._keep(filling, content)

    def _keep(self, filling: Filling, content: db.Content) -> None:
        place = (filling.task.id, filling.period.id)
        if place in self._saving:
            # Its base is the revision that is just being saved: wait for its id.
            self._saving[place].draft = content
            return
        draft = db.Draft(*place, db.now(), content, filling.base)
        self._form.show_draft(draft.typed_at)
        self._session.run(operations.save_draft(draft), lambda _: self.kept.emit(draft.typed_at))

    def _save(self, place: Place, base: Heads, content: db.Content) -> None:
        self._saving[place] = _Since()
        command = operations.save_entry(*place, content, self._session.author, self._session.unit, base)

        def then(revision: db.Revision) -> None:
            self._saved(place, content, revision)

        def failed(error: db.ShishiError) -> None:
            since = self._saving.pop(place)
            draft = db.Draft(*place, db.now(), since.draft or since.save or content, base)
            # Once more as a draft; if that fails too (a full disk), the session says so.
            self._session.run(operations.save_draft(draft))
            self._session.failed.emit(error)

        self._session.run(command, then, failed)

    def _saved(self, place: Place, content: db.Content, revision: db.Revision) -> None:
        """A save is through; what was saved or typed since descends from it."""
        since = self._saving.pop(place)
        filling = self._form.filling
        if since.save is not None and since.save != content:
            self._save(place, (revision.id,), since.save)
            self._saving[place].draft = since.draft
        elif filling is not None and (filling.task.id, filling.period.id) == place:
            self._go_on_from(revision, content)
        elif since.draft is not None and since.draft != content:
            draft = db.Draft(*place, db.now(), since.draft, (revision.id,))
            self._session.run(operations.save_draft(draft))

    def _go_on_from(self, revision: db.Revision, content: db.Content) -> None:
        view = self._session.view
        fresh = filling_of(view, revision.task) if view else None
        if fresh is None:
            return
        if self._form.content() == content and not self._form.composing:
            self._show(fresh)
        else:
            self._drafted = None
            self._form.show_standing(replace(fresh, base=(revision.id,)))
            self._timer.start()
