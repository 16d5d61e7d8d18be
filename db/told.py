"""Figures that a narrative tells, matched to the measures of its task: an offer, never a fact.

`累计帮扶重点群体4079人次` tells 4079 for the measure 重点群体 (人次). A figure is matched by its unit of
measure and by what it counts; what is in doubt is left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from db.figures import ReadMeasure, read_measures
from db.records import Measure, MeasureId

LIKENESS = 0.5
"""Share of the pairs of characters of the shorter label that the longer must have."""

_BARE = 4
"""Up to so many characters (`已建成`, `累计完成`) a label names nothing of its own."""


def figures_told(measures: Iterable[Measure], narrative: str) -> tuple[tuple[MeasureId, Decimal], ...]:
    """What the narrative says for each measure that it can be matched to, in the order of the measures."""
    every = tuple(measures)
    counts = [count for count in read_measures(narrative) if count.comparator == "="]
    found = ((measure, _told(measure, every, counts)) for measure in every)
    return tuple((measure.id, amount) for measure, amount in found if amount is not None)


def _told(measure: Measure, every: tuple[Measure, ...], counts: list[ReadMeasure]) -> Decimal | None:
    alike = [count for count in counts if count.unit == measure.unit]
    if len(alike) == 1 and len(alike[0].label) <= _BARE:
        rivals = [other for other in every if other.unit == measure.unit]
        return alike[0].amount if len(rivals) == 1 else None
    best = max(alike, key=lambda count: _likeness(measure.label, count.label), default=None)
    if best is None or _likeness(measure.label, best.label) < LIKENESS:
        return None
    # Another measure may be what is meant.
    nearer = (other for other in every if other is not measure and other.unit == measure.unit)
    own = _likeness(measure.label, best.label)
    return None if any(_likeness(other.label, best.label) >= own for other in nearer) else best.amount


def _likeness(one: str, other: str) -> float:
    """0 to 1: how many of the shorter label's pairs of characters stand in the longer one."""
    pairs, others = sorted((_pairs(one), _pairs(other)), key=len)
    return len(pairs & others) / len(pairs) if pairs else 0.0


def _pairs(text: str) -> set[str]:
    return {text[place : place + 2] for place in range(len(text) - 1)}
