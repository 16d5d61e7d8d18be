"""Checks of the figures: against the period before, the text, the schedule, and the status."""

from __future__ import annotations

import re
from collections.abc import Iterator

from db.check_context import Check, Checked, lead
from db.pace import ALL, disagrees, percent
from db.records import Finding, Status
from db.revisions import decimal_text

_GROWTH = re.compile("增长|增幅|同比|环比|较|比|提高|提升|上升|超额?|翻|溢价|达产|产能")


def figure_smaller(entry: Checked) -> Iterator[Finding]:
    """A figure counts on from January: it cannot be smaller than it was."""
    before = dict(entry.past.figures) if entry.past else {}
    figures = dict(entry.content.figures)
    for measure in entry.task.measures:
        now, then = figures.get(measure.id), before.get(measure.id)
        # What is capped (失业率, 投诉) may well go down.
        if now is not None and then is not None and now < then and measure.comparator != "<=":
            details = entry.details(label=measure.label, now=decimal_text(now), before=decimal_text(then))
            yield Finding("figure_smaller", "error", entry.task.name, details)


def figure_differs(entry: Checked) -> Iterator[Finding]:
    """The text says for certain another figure than the table."""
    given = dict(entry.content.figures)
    if not given:
        return
    labels = {measure.id: measure.label for measure in entry.task.measures}
    for told in entry.told:
        figure = given.get(told.measure)
        if told.certain and figure is not None and figure != told.value:
            details = entry.details(
                label=labels[told.measure], told=decimal_text(told.value), given=decimal_text(figure)
            )
            yield Finding("figure_differs", "warning", entry.task.name, details)


def percent_over(entry: Checked) -> Iterator[Finding]:
    """No share passes 100 %; growth may."""
    figures = dict(entry.content.figures)
    values = [figures.get(measure.id) for measure in entry.task.measures if measure.unit in ("%", "％")]
    values += [
        count.amount
        for count in entry.counts
        if count.unit == "%" and not _GROWTH.search(lead(entry.narrative, count.start))
    ]
    for value in dict.fromkeys(value for value in values if value is not None and value > ALL):
        details = entry.details(value=decimal_text(value))
        yield Finding("percent_over", "warning", entry.task.name, details)


def status_against_schedule(entry: Checked) -> Iterator[Finding]:
    """On schedule or done, it says, but a figure is behind the year; a reason settles it."""
    if entry.content.status is not Status.BEHIND and _is_doubtful(entry):
        details = entry.details(tolerance=decimal_text(entry.plan.tolerance))
        yield Finding("status_against_schedule", "warning", entry.task.name, details)


def status_not_done(entry: Checked) -> Iterator[Finding]:
    """Done, it says, but a figure is short of its target, if not behind the year."""
    if entry.content.status is not Status.DONE or entry.content.reason.strip() or _is_doubtful(entry):
        return
    figures = dict(entry.content.figures)
    for measure in entry.task.measures:
        value = figures.get(measure.id)
        reached = percent(measure, value)
        if value is not None and reached is not None and reached < ALL:
            details = entry.details(
                label=measure.label, now=decimal_text(value), amount=decimal_text(measure.amount)
            )
            yield Finding("status_not_done", "warning", entry.task.name, details)


def status_too_low(entry: Checked) -> Iterator[Finding]:
    """Behind, it says, but every figure keeps up with the year; or not started, but a figure has moved."""
    content = entry.content
    started = any(value > 0 for _, value in content.figures) and not content.reason.strip()
    if (content.status is Status.BEHIND and _is_doubtful(entry)) or (
        content.status is Status.NOT_STARTED and started
    ):
        yield Finding("status_too_low", "warning", entry.task.name, entry.details())


def _is_doubtful(entry: Checked) -> bool:
    """Whether status and figures disagree, and no reason is given."""
    content = entry.content
    if content.reason.strip():
        return False
    return disagrees(entry.task, content, entry.period, entry.plan.year, entry.plan.tolerance)


FIGURE_CHECKS: tuple[Check, ...] = (
    figure_smaller,
    figure_differs,
    percent_over,
    status_against_schedule,
    status_not_done,
    status_too_low,
)
