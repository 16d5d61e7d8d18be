"""What can be done with the file that is open: by its kind, and by whether it can be written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import db

if TYPE_CHECKING:
    from desktop.session import View

_READING = {
    db.FileKind.LEDGER: frozenset({"print", "restore"}),
    db.FileKind.DISPATCH: frozenset({"print", "make_return"}),
    db.FileKind.RETURN: frozenset({"print"}),
}
_WRITING = {
    db.FileKind.LEDGER: frozenset(
        {"save", "save_and_next", "issue", "merge", "undo_merge", "publish", "reopen_period"}
    ),
    db.FileKind.DISPATCH: frozenset({"save", "save_and_next", "merge_copies"}),
    db.FileKind.RETURN: frozenset(),
}

EVERY = frozenset[str]().union(*_READING.values(), *_WRITING.values())
"""The actions that need a file of some kind."""


def allowed(view: View | None) -> frozenset[str]:
    """Which of `EVERY` can be done now, by their names."""
    if view is None:
        return frozenset()
    reading = _READING[view.kind]
    barred = "publish" if view.period.closed_at else "reopen_period"
    return reading if view.read_only else reading | _WRITING[view.kind] - {barred}


def every(view: View | None) -> frozenset[str]:
    """Which of `EVERY` belong to this kind of file, whether they can be done now or not."""
    return _READING[view.kind] | _WRITING[view.kind] if view else frozenset()
