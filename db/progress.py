"""How long work speaks to whoever waits, without knowing a screen."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Told of each step; may ask the work to stop by raising `Cancelled` from `step`."""

    def step(self, done: int, total: int, what: str) -> None:
        """`done` of `total` steps are finished; `what` (a file or unit name) comes next."""


class Silent:
    """Shows nothing, never cancels."""

    def step(self, done: int, total: int, what: str) -> None:
        """Ignore the step."""
