"""What the command line's `fill` options make of an entry: what is not given stays as it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from db.errors import RequestError
from db.numerals import read_number
from db.records import Content, Entry, MeasureId, Status, Task


def filled_content(
    standing: Entry | None, task: Task, figures: Sequence[str], **fields: str | None
) -> Content:
    """The content after `fields` (narrative, status, nothing_new, reason, problems, next_steps) and figures.

    `LABEL=` without a value makes a figure blank. Raises RequestError: `no_such_measure`, `not_a_number`.
    """
    content = standing.current.content if standing and standing.current else Content()
    given = {name: text for name, text in fields.items() if text is not None}
    nothing_new = given.pop("nothing_new", None)
    status = given.pop("status", None)
    if nothing_new is not None:
        content = replace(content, nothing_new=True, reason=nothing_new, narrative="")
    elif "narrative" in given and content.nothing_new:
        content = replace(content, nothing_new=False, reason="")
    if status is not None:
        content = replace(content, status=Status(status))
    return replace(content, **given, figures=_figures(dict(content.figures), task, figures))


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
