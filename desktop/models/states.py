"""Where a task stands, in one word: what a row's shape, a chip and a pill show."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

import db

if TYPE_CHECKING:
    from db import Draft, Entry, TaskId

_WORDS: dict[str, Any] = {
    "not_started": QT_TRANSLATE_NOOP("State", "Not started"),
    "on_track": QT_TRANSLATE_NOOP("State", "On track"),
    "behind": QT_TRANSLATE_NOOP("State", "Behind"),
    "done": QT_TRANSLATE_NOOP("State", "Done"),
    "not_applicable": QT_TRANSLATE_NOOP("State", "Not applicable"),
    "blank": QT_TRANSLATE_NOOP("State", "To fill in"),
    "draft": QT_TRANSLATE_NOOP("State", "Draft"),
    "open": QT_TRANSLATE_NOOP("State", "Filled in"),
    "conflict": QT_TRANSLATE_NOOP("State", "Conflict"),
    "approved": QT_TRANSLATE_NOOP("State", "Approved"),
    "changed_after_approval": QT_TRANSLATE_NOOP("State", "Changed after approval"),
    "sent_back": QT_TRANSLATE_NOOP("State", "Sent back"),
    "retired": QT_TRANSLATE_NOOP("State", "No longer asked for"),
    "ahead": QT_TRANSLATE_NOOP("State", "Ahead of schedule"),
    "on": QT_TRANSLATE_NOOP("State", "On schedule"),
    "exceeded": QT_TRANSLATE_NOOP("State", "Target exceeded"),
}


def state_word(name: str) -> str:
    """The word for a status, an entry's state or a schedule, in the language of the window."""
    return QCoreApplication.translate("State", _WORDS[name])


class RowState(NamedTuple):
    """What a row of the tree shows of an entry."""

    state: str
    """A name that `theme.state_style` and `state_word` know."""
    filled: bool
    """Whether the unit said something that counts; design.md §2."""
    draft: bool
    reported: bool = False
    """Whether a unit wrote, or handed in, something that stands; the office's own words are no report."""


BLANK = RowState("blank", filled=False, draft=False)


def row_state(entry: Entry | None, draft: Draft | None) -> RowState:
    """Where a task stands; what needs somebody's hand comes before what was said."""
    if entry is None:
        return RowState("draft", filled=False, draft=True) if draft else BLANK
    is_torn = entry.state is db.State.CONFLICT
    state = "draft" if draft and entry.current is None and not is_torn else _state(entry)
    return RowState(state, db.is_filled(entry), draft is not None, _is_reported(entry))


def row_states(entries: Mapping[TaskId, Entry], drafts: Mapping[TaskId, Draft]) -> dict[TaskId, RowState]:
    """The state of every task that has an entry or a draft."""
    return {task: row_state(entries.get(task), drafts.get(task)) for task in entries.keys() | drafts.keys()}


def _state(entry: Entry) -> str:
    if entry.state in (db.State.CONFLICT, db.State.CHANGED_AFTER_APPROVAL):
        return entry.state.value
    if is_sent_back(entry):
        return "sent_back"
    if entry.current is None:
        return "blank"
    status = entry.current.content.status
    if status is not None:
        return status.value
    return "open" if db.is_filled(entry) else "blank"


def is_sent_back(entry: Entry) -> bool:
    """Whether the coordinator wants this entry again and nobody has answered yet."""
    review = entry.review
    if review is None or review.verdict is not db.Verdict.SEND_BACK:
        return False
    return any(head.id == review.revision for head in entry.heads)


def _is_reported(entry: Entry) -> bool:
    return any(head.unit is not None or head.id in entry.confirmed for head in entry.heads)
