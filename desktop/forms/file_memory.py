"""How the person left the tree of each file, for the next time: ids, and nothing that stands in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.settings import FILE_CHIP, FILE_CLOSED, FILE_PERIOD, FILE_TASK, Settings

if TYPE_CHECKING:
    from db import TaskId
    from desktop.forms.plan_pane import PlanPane
    from desktop.session import View


def recall(settings: Settings, view: View, pane: PlanPane) -> TaskId | None:
    """Close what was closed and turn the chip on that was; the task that was in the form, if any."""
    path = str(view.path)
    closed = settings.get_of(path, FILE_CLOSED)
    pane.plan_view.closed = set(closed)
    pane.current = None  # in the form it is one of the file before
    pane.search.clear()
    pane.chips.preset(settings.get_of(path, FILE_CHIP))
    return settings.get_of(path, FILE_TASK) or None


def remember(settings: Settings, view: View, pane: PlanPane, task: TaskId | None) -> None:
    """Keep it for `recall`."""
    path, put = str(view.path), settings.put_of
    put(path, FILE_CLOSED, sorted(pane.plan_view.closed))
    put(path, FILE_CHIP, pane.chips.current)
    put(path, FILE_PERIOD, view.period.id)
    put(path, FILE_TASK, task or FILE_TASK.default)
