"""Keeps what is typed: the autosaved draft, the save, and what happens when both meet.

A draft carries the heads that its writer saw. A save descends from exactly those, so that what came
in meanwhile stays beside it as a conflict and is never overwritten.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

import db
from desktop import operations
from desktop.forms.filling import Filling, filling_of
from desktop.forms.task_form import TaskForm
from desktop.forms.words import Words
from desktop.session import Leaving, Session

if TYPE_CHECKING:
    from desktop.forms.aside import Aside

PAUSE = 600
"""Milliseconds from a key to its draft, and until a draft that failed is tried again."""

Place = tuple[db.TaskId, db.PeriodId]


class Keeper(QObject):
    """Stands between the form and the session."""

    kept = Signal(str)
    """A draft was written; carries when (ISO 8601)."""

    def __init__(self, session: Session, form: TaskForm) -> None:
        super().__init__(form)
        self._session = session
        self._form = form
        self._words: dict[Place, Words] = {}
        """Of the task in the form, and of every other that is not wholly in the file."""
        self._error: db.ShishiError | None = None
        """Why what was typed cannot be kept, since the last time that it could."""
        self._is_told = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE)
        self._timer.timeout.connect(self._on_pause)
        form.edited.connect(self._on_edited)
        form.discard.connect(self.discard)
        form.asked.connect(lambda asked: session.work_aside(asked.answer, form.advise, receiver=form))
        session.leaving.connect(self._on_leaving)
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
        filling, words = self._form.filling, self._shown()
        if filling is None or words is None or filling.locked or not self._form.finish():
            return False
        self._form.say("")
        content = self._form.content()
        if objection := self._form.objection(content):
            self._write()
            self._form.say(objection)
            return False
        self._save(words, content)
        return True

    def discard(self) -> None:
        """Forget what was typed since the last save and show what is saved; not while a save is under way."""
        filling, words, view = self._form.filling, self._shown(), self._session.view
        if filling is None or words is None or view is None or filling.locked or words.saving:
            return
        self._session.run(operations.discard_draft(words.task, words.period))
        del self._words[words.task, words.period]
        fresh = filling_of(replace(view, drafts={}), words.task)
        if fresh is not None:
            self._show(fresh, is_step=True)

    def look_aside(self) -> None:
        """What the file knows of the row beside its entry is shown once the worker has read it."""
        filling, standing = self._form.filling, self._form.standing
        if filling is not None and filling.entry is not None:

            def read(ledger: db.Ledger) -> Aside:
                from desktop.forms.aside import read_aside  # on the worker: nobody waits for it

                return read_aside(ledger, filling)

            self._session.query(read, standing.show_aside, receiver=standing)

    def unkept(self) -> list[db.Draft]:
        """What was typed and could not be written into the file."""
        self._form.finish()
        words, content = self._shown(), self._typed()
        if words is not None and content is not None:
            words = replace(words, handed=content, refused=True)
        every = {**self._words, (words.task, words.period): words} if words is not None else self._words
        return [
            db.Draft(*place, db.now(), one.handed, one.base) for place, one in every.items() if one.refused
        ]

    def refresh(self) -> None:
        """The session's view was replaced: show how the task stands now, and leave typing alone."""
        filling, words, view = self._form.filling, self._shown(), self._session.view
        fresh = filling_of(view, words.task) if words and view else None
        if fresh is None or words is None or filling is None:
            return
        if fresh.period.id != words.period:
            self.flush()
            self._show(fresh)
        elif words.is_kept and self._typed() is None and not self._form.composing:
            if fresh.content == words.handed and fresh.before == filling.before:
                words.base = fresh.base
                self._form.show_standing(fresh)  # cursor and open figure stay where they are
                self.look_aside()
            else:
                self._show(fresh)
        else:
            # The heads that the writer saw stay: a save descends from those.
            self._form.show_standing(replace(fresh, base=fresh.base if words.saving else words.base))

    def _shown(self) -> Words | None:
        """The words of the task in the form."""
        filling = self._form.filling
        return self._words.get((filling.task.id, filling.period.id)) if filling else None

    def _typed(self) -> db.Content | None:
        """What stands in the form and was not handed in; without what an input method still composes."""
        filling, words = self._form.filling, self._shown()
        if filling is None or words is None or filling.locked:
            return None
        content = self._form.content()
        return content if content != words.handed else None

    def _forget(self) -> None:
        self._timer.stop()
        self._words = {}
        self._error, self._is_told = None, False
        self._form.clear()

    def _show(self, filling: Filling, *, is_step: bool = False) -> None:
        """Show a task as the view has it, or with words that are not yet in the view."""
        place = (filling.task.id, filling.period.id)
        words = self._words.get(place)
        self._words = {other: of for other, of in self._words.items() if not of.is_kept}
        if words is None or words.is_kept:
            words = Words(*place, filling.base, filling.content)
        else:
            filling = replace(filling, draft=db.Draft(*place, "", words.handed))
        self._words[place] = words
        self._form.show_filling(filling, is_step=is_step)
        self.look_aside()

    def _on_edited(self) -> None:
        # Not started anew by each key: who types without a pause has a draft every PAUSE.
        if not self._timer.isActive():
            self._timer.start()

    def _on_pause(self) -> None:
        words = self._shown()
        if words is not None and words.waiting:
            self._timer.start()  # one draft after the other, however long the worker is busy
        else:
            self._write()

    def _on_leaving(self, question: Leaving) -> None:
        if question.tried and any(words.refused for words in self._words.values()):
            question.error = self._error
            return
        self.flush()
        question.waits = not all(words.is_kept for words in self._words.values())
        self._is_told = question.waits  # by who wants to leave

    def _write(self) -> None:
        """Bring the file in line with the form, and with what could not be written before."""
        words, content = self._shown(), self._typed()
        if words is not None and content is not None:
            self._keep(words, content)
        for words in self._words.values():
            if words.refused:
                self._keep(words, words.handed)

    def _keep(self, words: Words, content: db.Content) -> None:
        def then(draft: db.Draft | None) -> None:
            self._came_back(words)
            if words is self._shown():
                self._form.show_draft(draft.typed_at if draft else "")
            if draft is not None:
                self.kept.emit(draft.typed_at)

        def failed(error: db.ShishiError) -> None:
            self._came_back(words, error)
            self._on_edited()  # to try again

        def crashed(bug: BaseException) -> None:
            # Tried again with the next key: a bug every PAUSE would bury the screen in reports.
            self._is_told = True
            self._came_back(words, self._of_bug(bug))

        words.hand_in(content)
        self._session.run(words.keep(content), then, failed, crashed=crashed)

    def _save(self, words: Words, content: db.Content) -> None:
        def then(_: db.Revision) -> None:
            words.saving -= 1
            self._came_back(words)
            if words is self._shown():
                self.refresh()

        def failed(error: db.ShishiError) -> None:
            self._is_told = False  # whoever saves is told each time
            refused(error)

        def refused(error: db.ShishiError) -> None:
            words.saving -= 1
            self._came_back(words, error)
            self._write()  # as a draft

        def crashed(bug: BaseException) -> None:
            self._is_told = True
            refused(self._of_bug(bug))

        words.hand_in(content)
        words.saving += 1
        command = words.save(content, self._session.author, self._session.unit)
        self._session.run(command, then, failed, crashed=crashed)

    def _came_back(self, words: Words, error: db.ShishiError | None = None) -> None:
        """A command is done or has failed; of several failures one is told, until all is well again."""
        words.waiting -= 1
        if self._words.get((words.task, words.period)) is not words:
            return  # discarded, or of a file that was given up
        words.refused = words.refused or error is not None
        if error is not None:
            self._error = error
            if not self._is_told:
                self._is_told = True
                self._session.failed.emit(error)
        elif not any(words.refused for words in self._words.values()):
            self._error, self._is_told = None, False

    def _of_bug(self, bug: BaseException) -> db.ShishiError:
        path = self._session.view.path if self._session.view else ""
        return db.FileError("write_failed", path=path, detail=repr(bug))
