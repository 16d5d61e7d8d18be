"""The data of the overview: bars by category and unit, measures against their targets, what needs attention.

It is one page, two at most, whatever the plan holds: of long lists the most urgent part is shown, and it
is said how many more there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from db.lights import Light
from db.overall import Attention, MeasureProgress, Overview, Tally
from db.records import Task, TaskId
from db.sentences import sentence
from db.sheet_data import Paper, measure_data, percent_text

_ORDER = (
    Light.EXCEEDED,
    Light.DONE,
    Light.AHEAD,
    Light.ON,
    Light.BEHIND,
    Light.NOT_STARTED,
    Light.CONFLICT,
    Light.UNCLEAR,
    Light.NOT_REPORTED,
    Light.NOT_APPLICABLE,
)
"""From left to right in a bar."""
_MOST_CATEGORIES, _MOST_UNITS, _MOST_MEASURES, _MOST_ATTENTION = 14, 44, 20, 12
_SHORT, _SHORT_NOTE, _SHORT_LABEL, _SHORT_NAME = 28, 40, 14, 11
_LANGUAGES = {"simplified": "zh_CN", "traditional": "zh_TW"}


def overview_data(paper: Paper, overview: Overview) -> dict[str, Any]:
    """The data of `overview.typ`; every list with `more`, how many of it are left out."""
    tasks = {task.id: task for task in paper.plan.tasks()}
    given = [one for one in overview.measures if one.percent is not None]
    return paper.head() | {
        "year_share": float(overview.year_share) / 100,
        "year_percent": percent_text(overview.year_share),
        "order": list(_ORDER),
        "total": _tally(overview.total),
        "categories": _tallies(overview.categories, _MOST_CATEGORIES),
        "units": _tallies(overview.units, _MOST_UNITS),
        "measures": _cut([_measure(paper, tasks, one) for one in _furthest_behind(given)], _MOST_MEASURES),
        "attention": _cut([_attention(paper, tasks, one) for one in overview.attention], _MOST_ATTENTION),
    }


def _cut(rows: list[dict[str, Any]], most: int) -> dict[str, Any]:
    return {"rows": rows[:most], "more": max(0, len(rows) - most)}


def _tallies(tallies: Iterable[Tally], most: int) -> dict[str, Any]:
    return _cut([_tally(tally) for tally in tallies], most)


def _tally(tally: Tally) -> dict[str, Any]:
    counts = {str(light): tally.counts[light] for light in _ORDER if tally.counts.get(light)}
    return {"name": _in_short(tally.name, _SHORT_NAME), "total": tally.total, "counts": counts}


def _furthest_behind(measures: Iterable[MeasureProgress]) -> list[MeasureProgress]:
    """Those that lack most of what is due come first."""
    return sorted(measures, key=lambda one: (one.percent or 0) - one.expected)


def _measure(paper: Paper, tasks: Mapping[TaskId, Task], one: MeasureProgress) -> dict[str, Any]:
    task = tasks[one.task]
    shown = measure_data(paper, task, one.measure, one.value)
    return shown | {"number": task.number, "label": _in_short(one.measure.label, _SHORT_LABEL)}


def _attention(paper: Paper, tasks: Mapping[TaskId, Task], one: Attention) -> dict[str, Any]:
    task = tasks[one.task]
    told = one.finding
    note = sentence(told.code, dict(told.details), _LANGUAGES[paper.script]) if told else one.note
    return {
        "number": task.number,
        "kind": one.kind,
        "target": _in_short(task.target, _SHORT),
        "leads": [unit.name for unit in task.leads],
        "note": _in_short(note, _SHORT_NOTE),
    }


def _in_short(text: str, most: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[: most - 1]}…"
