"""What the file knows of a row beside its entry: what changed since it was sent back, or printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import db

if TYPE_CHECKING:
    from db import Ledger, Revision, RevisionId, TaskId
    from desktop.compared import Row
    from desktop.forms.filling import Filling


@dataclass(frozen=True, slots=True)
class Aside:
    """Read for one state of one row."""

    task: TaskId
    heads: tuple[RevisionId, ...]
    since: tuple[Row, ...]
    """What differs from the revision that was sent back; a cell each."""
    printed_at: str
    """When the last sheet was printed, if the entry says something else by now; empty otherwise."""

    def is_of(self, filling: Filling) -> bool:
        """Whether the row still stands as it was read."""
        return filling.task.id == self.task and filling.heads == self.heads


def read_aside(ledger: Ledger, filling: Filling) -> Aside:
    """Read it. Runs on the worker."""
    task, period = filling.task.id, filling.period
    current = filling.entry.current if filling.entry else None
    if current is None:
        return Aside(task, filling.heads, (), "")
    known = {revision.id: revision for revision in db.history(ledger, task, period.id)}
    on_paper, at = db.printed(ledger, period).get(task, (current.id, ""))
    is_as_printed = on_paper in known and known[on_paper].content == current.content
    return Aside(
        task,
        filling.heads,
        _since(filling, current, known),
        "" if is_as_printed or on_paper == current.id else at,
    )


def _since(filling: Filling, current: Revision, known: dict[RevisionId, Revision]) -> tuple[Row, ...]:
    review = filling.entry.review if filling.entry else None
    if review is None or review.verdict is not db.Verdict.SEND_BACK:
        return ()
    seen = known.get(review.revision)
    if seen is None or seen.id == current.id:
        return ()
    from desktop.compared import compare

    rows = compare(filling.task, (current.content,), base=seen.content)
    return tuple(row for row in rows if row.differs)
