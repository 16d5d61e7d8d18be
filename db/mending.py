"""What a finding asks for, where there is one thing that it can only ask for: done with one click."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from db.checks import check_content
from db.numerals import read_number
from db.records import Content, Finding, Period, Plan, Status, Task
from db.scripts import converted


def mended(
    finding: Finding, task: Task, plan: Plan, period: Period, content: Content, past: Content | None = None
) -> Content | None:
    """`content` as it is after the finding is seen to; None where a person has to think."""

    def noticed(of: Content) -> set[tuple[str, str]]:
        return {(one.code, one.about) for one in check_content(task, plan, period, of, past)}

    allowed = noticed(content) - {(finding.code, finding.about)}
    ways = _MENDS.get(finding.code, ())
    made = (way(finding, task, content) for way in ways)
    return next((one for one in made if one is not None and noticed(one) <= allowed), None)


def _take_figure(finding: Finding, task: Task, content: Content) -> Content | None:
    """The figure of the text, in place of that of the table."""
    said = dict(finding.details)
    for measure in task.measures:
        if measure.label == said["label"]:
            told = (measure.id, read_number(said["told"]))
            others = tuple(pair for pair in content.figures if pair[0] != measure.id)
            return replace(content, figures=tuple(sorted((*others, told))))
    return None


def _set_status(status: Status) -> Callable[[Finding, Task, Content], Content]:
    return lambda _finding, _task, content: replace(content, status=status)


def _once(finding: Finding, _: Task, content: Content) -> Content:
    """A sentence that stands twice stands once."""
    sentence = dict(finding.details)["sentence"]
    first, found, rest = content.narrative.partition(sentence)
    again = re.compile(rf"\s*{re.escape(sentence)}[。;；!！]?")
    return replace(content, narrative=first + found + again.sub("", rest))


def _one_script(_: Finding, task: Task, content: Content) -> Content:
    """The script of the target; of the two that is what the plan is printed in."""
    return replace(content, narrative=converted(content.narrative, like=task.target))


_Way = Callable[[Finding, Task, Content], Content | None]

_MENDS: dict[str, tuple[_Way, ...]] = {
    "figure_differs": (_take_figure,),
    "status_against_schedule": (_set_status(Status.BEHIND),),
    "status_not_done": (_set_status(Status.ON_TRACK),),
    "status_too_low": (_set_status(Status.ON_TRACK), _set_status(Status.BEHIND)),
    "no_progress_words": (_set_status(Status.NOT_STARTED),),
    "text_repeats": (_once,),
    "scripts_mixed": (_one_script,),
}
"""The ways to see to a finding; the first is taken that raises no other."""
