"""What a task is called where a line has to be enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db import Plan, TaskId


def task_names(plan: Plan) -> dict[TaskId, str]:
    """Number and target of every task in the order of the plan; `3.4#2` only where an item has several."""
    return {
        task.id: f"{task.name if len(item.tasks) > 1 else task.number}  {' '.join(task.target.split())}"
        for category in plan.categories
        for item in category.items
        for task in item.tasks
    }
