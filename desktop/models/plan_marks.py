"""What a search marks in the rows of the plan tree, and why it found a row that shows none of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop.models.plan_rows import Marked, around, leads_line, one_line

if TYPE_CHECKING:
    from db import Index, Task, TaskId


class Marks:
    """One query over an index that can answer it."""

    def __init__(self, index: Index, query: str, told: Callable[[TaskId], str]) -> None:
        self._index = index
        self._query = query
        self._told = told
        """What was reported of a task."""
        self._known: dict[str, Marked] = {}

    def __call__(self, text: str) -> Marked:
        """`text` with everything marked that was searched for."""
        if text not in self._known:
            self._known[text] = Marked(text, self._index.marks(self._query, text))
        return self._known[text]

    def below(self, task: Task, title: str, above: str) -> Marked:
        """The leads; or where the words stand that neither the row nor the headings `above` it show."""
        leads = leads_line(task)
        seen = (task.name, one_line(task.target), leads, above)
        hidden = " ".join(word for word in self._query.split() if not self._stands(word, *seen))
        if hidden:
            for text in self._unseen(task, title):
                if spans := self._index.marks(hidden, text):
                    return around(Marked(text, spans))
        return self(leads)

    def _stands(self, word: str, *texts: str) -> bool:
        return any(self._index.marks(word, text) for text in texts)

    def _unseen(self, task: Task, title: str) -> list[str]:
        others = [unit.name for unit in task.cooperating]
        known_as = [alias for unit in (*task.leads, *task.cooperating) for alias in unit.aliases]
        units = [f"{leads_line(task)}  {name}" for name in (*others, *known_as)]
        return [title, *units, one_line(self._told(task.id))]
