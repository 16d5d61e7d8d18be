"""What a check looks at: one entry with its task, its period and the entry before."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from db.figure_numbers import Count, counts
from db.figure_text import fold, sentence_start, without_list_marks
from db.records import Content, Finding, Measure, Period, Plan, Task
from db.told import ReadFigure, read_figures


@dataclass(frozen=True, slots=True)
class Checked:
    """An entry to be checked; nothing but records, so that a form can check what is not saved yet."""

    task: Task
    plan: Plan
    period: Period
    content: Content
    past: Content | None = None
    """What was reported for the period before."""

    @property
    def narrative(self) -> str:
        """The narrative folded, with marks of lists blanked; of the same length."""
        return _folded(self.content.narrative)

    @property
    def target(self) -> str:
        """The target folded."""
        return _folded(self.task.target)

    @property
    def counts(self) -> tuple[Count, ...]:
        """What is counted in the narrative."""
        return _counted(self.narrative)

    @property
    def told(self) -> tuple[ReadFigure, ...]:
        """The figures that the narrative tells of the measures."""
        return _read(self.content.narrative, self.task.measures)

    def details(self, **params: str) -> tuple[tuple[str, str], ...]:
        """The parameters of a sentence; the task is always one."""
        return (("task", self.task.name), *params.items())


Check = Callable[[Checked], Iterator[Finding]]
"""One rule: looks at an entry and says what it noticed."""

PLANNED = re.compile(
    "预计|计划|拟|将|力争|争取|确保|下一?步|接下来|目标|打算|有望|届时|待|拟定于|定于|安排在|规划|预期|底前|月前|日前|之前"
)
"""Words behind which a date or a number is no report (folded)."""


def lead(text: str, position: int) -> str:
    """The sentence of a folded text that holds `position`, up to there."""
    return text[sentence_start(text, position) : position]


# One entry is looked at by every rule in turn: its text is folded and read once.
@lru_cache(maxsize=16)
def _folded(text: str) -> str:
    return without_list_marks(fold(text))


@lru_cache(maxsize=16)
def _read(narrative: str, measures: tuple[Measure, ...]) -> tuple[ReadFigure, ...]:
    return read_figures(narrative, measures)


@lru_cache(maxsize=16)
def _counted(text: str) -> tuple[Count, ...]:
    return tuple(counts(text))
