"""The rows of the plan tree, before any of them is shown: plans, categories, items, tasks.

What a row says is put together when it is painted, and of thousands some twenty are.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from db import Item, Plan, Task, TaskId
    from desktop.models.states import RowState

Span = tuple[int, int]
BEFORE = 6
"""How many characters stand before what was found in a long text."""


class Kind(StrEnum):
    """What a row stands for."""

    PLAN = "plan"
    """One of the several plans of a file; the one that is shown has its categories beneath."""
    CATEGORY = "category"
    ITEM = "item"
    """The number of an item with several tasks, which stand beneath."""
    TASK = "task"
    PART = "part"
    """One of the several tasks of an item."""


class Marked(NamedTuple):
    """A line of text, and what of it is marked because it was searched for: (first, after the last)."""

    text: str
    spans: tuple[Span, ...] = ()


class Row(NamedTuple):
    """What a row says."""

    kind: Kind
    number: Marked
    text: Marked
    """The title of a plan, the name of a category, the title of an item, the target of a task."""
    below: Marked
    """The leads of a task, or why the search found it where nothing else shows why."""
    state: RowState | None
    """Of a task."""
    filled: int
    """How many of the tasks beneath are filled in, whether they are shown or not; 0 of another plan."""
    every: int
    """How many tasks are asked for beneath; of another plan: how many it has, or were found in it."""
    is_retired: bool = False
    is_other: bool = False
    """A plan of the file that is not the one that is shown."""


class Node:
    """What a row stands for, and the place of the row above it (-1: it is at the top)."""

    __slots__ = ("key", "kind", "number", "parent", "task", "tasks", "text")

    def __init__(
        self,
        kind: Kind,
        parent: int,
        key: str,
        tasks: tuple[TaskId, ...],
        task: Task | None = None,
        number: str = "",
        text: str = "",
    ) -> None:
        self.kind = kind
        self.parent = parent
        self.key = key
        self.tasks = tasks
        """All the tasks beneath that are asked for, or the one task itself."""
        self.task = task
        """The task, or None for a heading."""
        self.number = number
        self.text = text
        """Of a heading its name or title; of a task the title of its item, which has no row of its own."""


def nodes_of(plan: Plan, plans: Iterable[Plan] = ()) -> list[Node]:
    """Every row of `plan`, those above before those beneath; beneath its title where there are several."""
    nodes: list[Node] = []
    every = tuple(plans)
    if len(every) < 2:
        _add_categories(nodes, plan, -1)
        return nodes
    for other in every:
        place = _add(nodes, Node(Kind.PLAN, -1, other.id, _asked(other.tasks()), text=other.title))
        if other.id == plan.id:
            _add_categories(nodes, plan, place)
    return nodes


def _add_categories(nodes: list[Node], plan: Plan, above: int) -> None:
    for category in plan.categories:
        every = _asked(task for item in category.items for task in item.tasks)
        place = _add(nodes, Node(Kind.CATEGORY, above, category.id, every, text=category.name))
        for item in category.items:
            _add_item(nodes, item, place)


def _add_item(nodes: list[Node], item: Item, above: int) -> None:
    kind = Kind.TASK
    if len(item.tasks) > 1:
        kind, every = Kind.PART, _asked(item.tasks)
        above = _add(nodes, Node(Kind.ITEM, above, item.id, every, number=item.number, text=item.title))
    for task in item.tasks:
        number, title = (task.number, item.title) if kind is Kind.TASK else ("", "")
        _add(nodes, Node(kind, above, task.id, (task.id,), task, number, title))


def _add(nodes: list[Node], node: Node) -> int:
    nodes.append(node)
    return len(nodes) - 1


def _asked(tasks: Iterable[Task]) -> tuple[TaskId, ...]:
    return tuple([task.id for task in tasks if not task.retired])


def one_line(text: str) -> str:
    """Every break and run of blanks as one blank."""
    return " ".join(text.split())


def leads_line(task: Task) -> str:
    """A star before each unit that leads: two stars are a joint lead."""
    return "  ".join([f"★ {unit.name}" for unit in task.leads])


def around(line: Marked) -> Marked:
    """A text from shortly before its first mark."""
    cut = line.spans[0][0] - BEFORE if line.spans else 0
    if cut <= BEFORE:
        return line
    return Marked(
        "…" + line.text[cut:], tuple((first - cut + 1, after - cut + 1) for first, after in line.spans)
    )
