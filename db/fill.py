"""What the command line's `fill` options make of an entry: what is not given stays as it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields as dataclass_fields
from dataclasses import replace
from decimal import Decimal
from typing import TypedDict, Unpack

from db.errors import RequestError
from db.numerals import read_number
from db.pace import disagrees
from db.records import Content, MeasureId, Period, Plan, Revision, Status, Task


class Fields(TypedDict, total=False):
    """The options that fill a text or a choice; None or absent: not given."""

    narrative: str | None
    problems: str | None
    next_steps: str | None
    reason: str | None
    status: str | None
    nothing_new: str | None
    explain: Sequence[str]
    """Of each `CODE=TEXT`: why a finding of this code may stand."""


def filled_content(content: Content, task: Task, figures: Sequence[str], **fields: Unpack[Fields]) -> Content:
    """`content` after the options given.

    `LABEL=` without a value makes a figure blank. Raises RequestError: `no_such_measure`, `not_a_number`,
    `no_such_check`.
    """
    narrative, nothing_new = fields.get("narrative"), fields.get("nothing_new")
    if nothing_new is not None:
        content = replace(content, nothing_new=True, reason=nothing_new, narrative="")
    elif narrative is not None and content.nothing_new:
        content = replace(content, nothing_new=False, reason="")
    if status := fields.get("status"):
        content = replace(content, status=Status(status))
    if reasons := fields.get("explain"):
        from db.explaining import with_reasons  # reads every rule of the checks

        content = with_reasons(content, task.name, reasons)
    return replace(
        content,
        narrative=_given(narrative, content.narrative),
        problems=_given(fields.get("problems"), content.problems),
        next_steps=_given(fields.get("next_steps"), content.next_steps),
        reason=_given(fields.get("reason"), content.reason),
        figures=_figures(dict(content.figures), task, figures),
    )


def check_reason(content: Content, task: Task, plan: Plan, period: Period) -> None:
    """Raises RequestError(`reason_needed`) for a status that disagrees with the figures, and no reason."""
    if disagrees(task, content, period, plan.year, plan.tolerance) and not content.reason.strip():
        raise RequestError("reason_needed", task=task.name)


def agreed(heads: Sequence[Revision]) -> Content:
    """What every head says alike; where they differ it is left blank."""
    if not heads:
        return Content()
    first, *others = (head.content for head in heads)
    alike = {
        f.name: getattr(first, f.name)
        for f in dataclass_fields(Content)
        if all(getattr(first, f.name) == getattr(other, f.name) for other in others)
    }
    return replace(Content(), **alike)


def _given(option: str | None, standing: str) -> str:
    return standing if option is None else option


def _figures(
    values: dict[MeasureId, Decimal], task: Task, given: Sequence[str]
) -> tuple[tuple[MeasureId, Decimal], ...]:
    for text in given:
        label, _, value = text.rpartition("=")
        measure = _measure(task, label)
        if value.strip():
            values[measure] = read_number(value)
        else:
            values.pop(measure, None)
    return tuple(sorted(values.items()))


def _measure(task: Task, label: str) -> MeasureId:
    exact = [m.id for m in task.measures if label in (m.label, m.id)]
    close = exact or [m.id for m in task.measures if label and label in m.label]
    if len(close) != 1:
        known = "、".join(measure.label for measure in task.measures)
        raise RequestError("no_such_measure", label=label, known=known)
    return close[0]
