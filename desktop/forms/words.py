"""What a person writes of one task in one period, on its way into the file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

import db
from desktop import operations

if TYPE_CHECKING:
    from desktop.operations import Command


@dataclass(slots=True, eq=False)
class Words:
    """Commands run in the order in which they are handed in, so that none has to wait for another.

    What is typed after a save descends from it: the worker puts the revision of a save into `base`,
    and whatever was handed in later reads it there.
    """

    task: db.TaskId
    period: db.PeriodId
    base: tuple[db.RevisionId, ...]
    """The heads that the writer saw. The worker's while a save is under way."""
    handed: db.Content
    """What was handed in last; at first what the file holds."""
    waiting: int = 0
    """Commands whose outcome is not known."""
    saving: int = 0
    """How many of them are saves."""
    refused: bool = False
    """Whether the last command failed: what was handed in may not be in the file."""

    @property
    def is_kept(self) -> bool:
        """Whether all that was handed in is in the file."""
        return not self.waiting and not self.refused

    def hand_in(self, content: db.Content) -> None:
        """Count a command that is about to be handed in."""
        self.handed, self.refused = content, False
        self.waiting += 1

    def save(self, content: db.Content, author: str, unit: db.UnitId | None) -> Command[db.Revision]:
        """Save as a revision."""
        place = (self.task, self.period)

        def work(ledger: db.Ledger) -> db.Revision:
            revision = operations.save_entry(*place, content, author, unit, self.base).work(ledger)
            self.base = (revision.id,)
            return revision

        return replace(operations.save_entry(*place, content, author, unit), work=work)

    def keep(self, content: db.Content) -> Command[db.Draft | None]:
        """Keep as a draft; no draft is left, and None the answer, where it says what stands saved."""
        place = (self.task, self.period)

        def work(ledger: db.Ledger) -> db.Draft | None:
            current = db.entry(ledger, *place).current
            if content == (current.content if current else db.Content()):
                db.discard_draft(ledger, *place)
                return None
            draft = db.Draft(*place, db.now(), content, self.base)
            db.save_draft(ledger, draft)
            return draft

        changes_drafts = cast("Command[db.Draft | None]", operations.discard_draft(*place))
        return replace(changes_drafts, work=work)
