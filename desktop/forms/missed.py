"""What a page did not follow while another stood before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db import TaskId

    Touched = frozenset[TaskId] | None
    """The tasks that a write changed; None where more may have changed."""


class Missed:
    """Collects what changed while a page is away."""

    def __init__(self) -> None:
        self.is_away = False
        self._changes: list[Touched] = []

    def __bool__(self) -> bool:
        """Whether the page shows something older than the session."""
        return bool(self._changes)

    def add(self, touched: Touched) -> None:
        """Note a change for later."""
        self._changes.append(touched)

    def take(self) -> Touched:
        """All that changed meanwhile; what was missed is followed from here on."""
        changes, self._changes = self._changes, []
        known = [tasks for tasks in changes if tasks is not None]
        return frozenset["TaskId"]().union(*known) if len(known) == len(changes) else None
