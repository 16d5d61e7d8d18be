"""What can be taken back in the form: every field of a row in one order, without widgets."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import fields
from decimal import Decimal
from typing import NamedTuple

import db

MOST_STEPS = 200
"""Of one task; the oldest go first."""
MOST_TASKS = 60
"""Whose steps are remembered; those that were left longest ago go first."""
MOST_TYPED = 12
"""Characters that are typed one after the other go back as one step, up to so many."""

Place = tuple[db.TaskId, db.PeriodId]
TEXTS = frozenset(("narrative", "problems", "next_steps", "reason", "remark"))
_FIELDS = tuple(field.name for field in fields(db.Content))
_ENDS = frozenset(" \n\t,.;:!?，。；：！？、")


class Change(NamedTuple):
    """How one text became another: at `start`, `removed` gave way to `inserted` (characters)."""

    start: int
    removed: str
    inserted: str


def change_of(before: str, after: str) -> Change:
    """The one stretch in which two texts differ."""
    least = min(len(before), len(after))
    start = next((n for n in range(least) if before[n] != after[n]), least)
    room = least - start
    end = next((n for n in range(room) if before[-1 - n] != after[-1 - n]), room)
    return Change(start, before[start : len(before) - end], after[start : len(after) - end])


def changed_field(before: db.Content, after: db.Content) -> str:
    """The first field of a Content in which two differ; empty when they say the same."""
    return next((name for name in _FIELDS if getattr(before, name) != getattr(after, name)), "")


class _Run:
    """What is being typed: the next character beside it belongs to the same step.

    A plain class: the first form waits for it.
    """

    def __init__(
        self, field: str, typed: str = "", at: int = 0, *, deletes: bool = False, key: str = ""
    ) -> None:
        """`at`: where the next character is expected; `key`: of a measure whose figure is being typed."""
        self.field, self.typed, self.at, self.deletes, self.key = field, typed, at, deletes, key


class UndoStack:
    """The states of one row. What is typed in one go is one step, and so is whatever else happens at once."""

    def __init__(self, content: db.Content) -> None:
        self._states = [content]
        self._place = 0
        self._run: _Run | None = None

    @property
    def now(self) -> db.Content:
        """How the row stands."""
        return self._states[self._place]

    @property
    def can_undo(self) -> bool:
        """Whether there is something to take back."""
        return self._place > 0

    @property
    def can_redo(self) -> bool:
        """Whether something was taken back."""
        return self._place + 1 < len(self._states)

    def note(self, content: db.Content) -> None:
        """The row stands otherwise; what was taken back before cannot come again."""
        before = self.now
        if content == before:
            self._run = None  # a figure was taken over: the next one typed there is another step
            return
        run = _run_of(before, content, self._run)
        del self._states[self._place + 1 :]
        if run is not None and run is self._run:
            self._states[self._place] = content
            return
        self._run = run
        self._states.append(content)
        del self._states[:-MOST_STEPS]
        self._place = len(self._states) - 1

    def undo(self) -> db.Content:
        """One step back; how the row then stands."""
        self._run = None
        self._place = max(0, self._place - 1)
        return self.now

    def redo(self) -> db.Content:
        """One step forth."""
        self._run = None
        self._place = min(len(self._states) - 1, self._place + 1)
        return self.now


class UndoStacks:
    """A stack for each row that was in the form, as long as the file is open."""

    def __init__(self) -> None:
        self._stacks: OrderedDict[Place, UndoStack] = OrderedDict()

    def at(self, place: Place, content: db.Content, *, is_step: bool = False) -> UndoStack:
        """The stack of a row that now shows `content`.

        If that is not what was left there, somebody else wrote it and the steps are forgotten; unless
        it `is_step`: then it can be taken back too.
        """
        stack = self._stacks.pop(place, None)
        if stack is None or (stack.now != content and not is_step):
            stack = UndoStack(content)
        stack.note(content)
        self._stacks[place] = stack
        while len(self._stacks) > MOST_TASKS:
            self._stacks.popitem(last=False)
        return stack

    def clear(self) -> None:
        """Another file is open."""
        self._stacks.clear()


def _run_of(before: db.Content, after: db.Content, run: _Run | None) -> _Run | None:
    """The run that a change belongs to: `run` itself, brought forward, or a new one; None for no typing."""
    differing = [name for name in _FIELDS if getattr(before, name) != getattr(after, name)]
    if differing == ["figures"]:
        return _figure_run(dict(before.figures), dict(after.figures), run)
    if len(differing) != 1 or differing[0] not in TEXTS:
        return None
    field = differing[0]
    change = change_of(getattr(before, field), getattr(after, field))
    if len(change.inserted) + len(change.removed) != 1:
        return None
    return _text_run(field, change, run)


def _text_run(field: str, change: Change, run: _Run | None) -> _Run:
    deletes = bool(change.removed)
    typed = change.removed or change.inserted
    goes_on = (
        run is not None
        and run.field == field
        and run.deletes == deletes
        and len(run.typed) < MOST_TYPED
        and change.start in ((run.at, run.at - 1) if deletes else (run.at,))
        and (run.typed[-1] not in _ENDS or typed in _ENDS)
    )
    at = change.start if deletes else change.start + 1
    if run is None or not goes_on:
        return _Run(field, typed, at, deletes=deletes)
    run.at, run.typed = at, run.typed + typed
    return run


def _figure_run(
    before: dict[db.MeasureId, Decimal], after: dict[db.MeasureId, Decimal], run: _Run | None
) -> _Run | None:
    keys = [key for key in before.keys() | after.keys() if before.get(key) != after.get(key)]
    if len(keys) != 1:
        return None
    return run if run is not None and run.key == keys[0] else _Run("figures", key=keys[0])
