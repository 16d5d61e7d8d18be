"""Which task of a plan each row of a further table reports on: by number and target, never by guess."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from db.records import Plan, Task, TaskId
from db.tables.mapping import TableMapping
from db.tables.shape import Table, TableRow
from db.tables.text_parts import bare_number

How = Literal["exact", "similar", "chosen", "doubt", "unknown"]

_ALIKE = 0.75
"""Share of characters that two wordings of one target have in common."""
_PERHAPS = 0.4
_MOST_CANDIDATES = 5
_COMPARED = 2_000
"""Characters of a target that are compared."""


@dataclass(frozen=True, slots=True)
class RowMatch:
    """A row with the task it reports on."""

    row: TableRow
    name: str
    """The row's name in its table, `7.4#2`."""
    task: TaskId | None
    """None for a doubt, and where there is none."""
    how: How
    candidates: tuple[TaskId, ...] = ()
    """For a doubt: what it may be, the likeliest first."""


def matched(plan: Plan, table: Table, mapping: TableMapping) -> tuple[RowMatch, ...]:
    """Every row of a table with its task; no task is given to two rows.

    Exact: same number, target and leads; or same number and target where only one row and one task have
    them. Similar: same number, and of the targets that are left only one is alike. Anything else is a doubt.
    """
    return _Matching(plan, table, mapping).matches()


class _Matching:
    def __init__(self, plan: Plan, table: Table, mapping: TableMapping) -> None:
        self._tasks = {task.id: task for task in plan.tasks()}
        self._rows = list(table.named_rows())
        self._found: dict[int, RowMatch] = {}
        self._free = dict(self._tasks)
        self._by_number: dict[str, list[Task]] = defaultdict(list)
        for task in plan.tasks():
            self._by_number[bare_number(task.number)].append(task)
        self._chosen = {answer.at: answer.task for answer in mapping.rows if answer.task is not None}

    def matches(self) -> tuple[RowMatch, ...]:
        for at, (_name, row) in enumerate(self._rows):
            chosen = self._chosen.get(row.at)
            if chosen in self._free:
                self._give(at, chosen, "chosen")
        self._give_exact(with_leads=True)
        self._give_exact(with_leads=False)
        self._give_similar()
        for at, (name, row) in enumerate(self._rows):
            if at not in self._found:
                candidates = self._candidates(row)
                how: How = "doubt" if candidates else "unknown"
                self._found[at] = RowMatch(row, name, None, how, candidates)
        return tuple(self._found[at] for at in range(len(self._rows)))

    def _give(self, at: int, task: TaskId, how: How) -> None:
        name, row = self._rows[at]
        del self._free[task]
        self._found[at] = RowMatch(row, name, task, how)

    def _give_exact(self, *, with_leads: bool) -> None:
        """Pair what is equal: with the leads in order, without them only where there is but one of each."""
        rows: dict[tuple[object, ...], list[int]] = defaultdict(list)
        tasks: dict[tuple[object, ...], list[TaskId]] = defaultdict(list)
        for at, (_name, row) in enumerate(self._rows):
            if at not in self._found:
                leads = frozenset(row.leads) if with_leads else frozenset[str]()
                rows[bare_number(row.number), _plain(row.target), leads].append(at)
        for task in self._free.values():
            for leads in _lead_names(task) if with_leads else (frozenset[str](),):
                tasks[bare_number(task.number), _plain(task.target), leads].append(task.id)
        for key, places in rows.items():
            free = [task for task in tasks.get(key, ()) if task in self._free]
            if (with_leads and len(free) == len(places)) or len(free) == len(places) == 1:
                for at, task_id in zip(places, free, strict=True):
                    self._give(at, task_id, "exact")

    def _give_similar(self) -> None:
        for at, (_name, row) in enumerate(self._rows):
            if at in self._found:
                continue
            free = [task for task in self._of_number(row) if not task.retired]
            alike = [task for task in free if likeness(row.target, task.target) >= _ALIKE]
            rivals = [
                other
                for place, (_other_name, other) in enumerate(self._rows)
                if place != at and place not in self._found
                if len(alike) == 1
                and bare_number(other.number) == bare_number(row.number)
                and likeness(other.target, alike[0].target) >= _ALIKE
            ]
            if len(alike) == 1 and not rivals:
                self._give(at, alike[0].id, "similar")

    def _of_number(self, row: TableRow) -> list[Task]:
        tasks = self._by_number.get(bare_number(row.number), [])
        return [task for task in tasks if task.id in self._free]

    def _candidates(self, row: TableRow) -> tuple[TaskId, ...]:
        """Tasks of the number, and those of other numbers whose target is alike; the likeliest first."""
        same = self._of_number(row)
        others = [task for task in self._free.values() if _plain(task.target) == _plain(row.target)]
        if not same and not others:
            others = [task for task in self._free.values() if likeness(row.target, task.target) >= _ALIKE]
        every = {task.id: task for task in (*same, *others)}
        order = sorted(every.values(), key=lambda task: -likeness(row.target, task.target))
        return tuple(task.id for task in order[:_MOST_CANDIDATES])


def likeness(one: str, other: str) -> float:
    """How much two targets have in common, 0 to 1."""
    first, second = _plain(one)[:_COMPARED], _plain(other)[:_COMPARED]
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    if matcher.real_quick_ratio() < _PERHAPS or matcher.quick_ratio() < _PERHAPS:
        return 0.0
    return matcher.ratio()


def _plain(text: str) -> str:
    """A target without what a copy of it may change: blanks, width, the mark at its end."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).rstrip("。.;")


def _lead_names(task: Task) -> Iterable[frozenset[str]]:
    """The names by which a row may call the leads of a task: as they are now, or by their aliases."""
    yield frozenset(unit.name for unit in task.leads)
    if len(task.leads) == 1:
        for alias in task.leads[0].aliases:
            yield frozenset((alias,))
