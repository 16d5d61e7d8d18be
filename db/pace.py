"""Figures against their targets, and targets against the time gone (design.md §2).

Everything is exact decimal arithmetic. Rates are percent with two decimals, rounded down, so that
100 is said only of a target that is met.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from decimal import MAX_EMAX, MIN_EMIN, ROUND_DOWN, Context, Decimal, localcontext
from typing import Literal

from db.frozen import record
from db.records import Content, Measure, Period, Plan, Status, Task

TOLERANCE = Decimal(5)
"""Percent points by which a figure may stray from the year and still be `on` schedule, where a plan says
nothing else (`Plan.tolerance`).

Five points are 18 days: offices report figures that are counted monthly and published up to half a
month later (item 3.2 of the sample: March's number comes in the middle of April).
"""

NONE = Decimal("0.00")
ALL = Decimal("100.00")

Kind = Literal["ahead", "on", "behind", "exceeded"]


@record
class Schedule:
    """Where a figure stands against the year."""

    kind: Kind
    share: Decimal
    """Percent points: the percent of the target (never over 100) less the percent of the year gone."""


def percent(measure: Measure, value: Decimal | None) -> Decimal | None:
    """How much of the target is reached: 0 to 100, two decimals, rounded down; None for a blank value.

    A `<=` target (不超过, 压降至) is a ceiling: 100 as long as the value keeps to it, above it the
    share of the value that was allowed (a ceiling of 50 and a value of 80: 62.5). A target of 0 or
    less has no shares: it is met, 100, or it is not, 0.
    """
    if value is None:
        return None
    if _is_met(measure, value):
        return ALL
    part, whole = (measure.amount, value) if measure.comparator == "<=" else (value, measure.amount)
    return _share(part, whole)


def year_share(period: Period, year: int) -> Decimal:
    """The percent of `year` gone at the end of the period's last day: 0 to 100, two decimals, rounded down.

    January to March of 2024 are 91 of 366 days: 24.86.
    """
    gone, days = _days(period, year)
    return _share(Decimal(gone), Decimal(days))


def expected_share(measure: Measure, period: Period, year: int) -> Decimal:
    """The percent of a target that is due by the period's end: that of its step for the period where the
    plan has one, else the share of the year; a ceiling is due whole. 0 to 100, two decimals, rounded down."""
    if measure.comparator == "<=":
        return ALL
    step = _step(measure, period)
    return year_share(period, year) if step is None else min(_share(step, measure.amount), ALL)


def schedule(
    measure: Measure, value: Decimal | None, period: Period, year: int, tolerance: Decimal = TOLERANCE
) -> Schedule | None:
    """Compare the share of the target with what is due by the period's end; None for a blank value.

    Due is the measure's step for the period where the plan has one, else the share of the year. More than
    promised is `exceeded`. Otherwise within `tolerance` (percent points; the plan's), its bounds included,
    is `on`. A `<=` target is a ceiling, not a distance to go (its step is the ceiling by then): kept it is
    `on` with a share of 0, broken it is `behind` by the points that percent lacks of 100, whatever the day.
    """
    step = _step(measure, period)
    if measure.comparator == "<=" and step is not None:
        measure = replace(measure, amount=step)
    reached = percent(measure, value)
    if value is None or reached is None:
        return None
    if measure.comparator == "<=":
        return Schedule("on" if reached == ALL else "behind", reached - ALL)
    share = reached - expected_share(measure, period, year)
    if value > measure.amount:
        return Schedule("exceeded", share)
    gone, days = _days(period, year) if step is None else (step, measure.amount)
    return Schedule(_compare(measure.amount, value, Decimal(gone), Decimal(days), tolerance), share)


def disagrees(
    task: Task, content: Content, period: Period, year: int, tolerance: Decimal = TOLERANCE
) -> bool:
    """Whether the status says otherwise than the figures, so that a reason is needed (design.md §2).

    `on_track` or `done` with a figure behind; `behind` with every figure given and none of them behind.
    """
    figures = dict(content.figures)
    found = [schedule(m, figures.get(m.id), period, year, tolerance) for m in task.measures]
    kinds = [one.kind for one in found if one is not None]
    if content.status is Status.BEHIND:
        return len(kinds) == len(task.measures) > 0 and "behind" not in kinds
    return content.status in (Status.ON_TRACK, Status.DONE) and "behind" in kinds


def previous_period(plan: Plan, period: Period) -> Period | None:
    """The period of the plan that ended last before this one ended; None for the first.

    Of two that ended on the same day, one that starts with this period comes first: 1-6月 before 4-6月.
    """
    earlier = [other for other in plan.periods if other.end < period.end]
    return max(earlier, key=lambda other: (other.end, other.start == period.start), default=None)


def _is_met(measure: Measure, value: Decimal) -> bool:
    return value <= measure.amount if measure.comparator == "<=" else value >= measure.amount


def _share(part: Decimal, whole: Decimal) -> Decimal:
    """`part` of `whole` in percent, where a part or a whole that is not positive counts as nothing."""
    if part <= 0 or whole <= 0:
        return NONE
    with _exact():
        return (part / whole * ALL).quantize(NONE)


def _compare(amount: Decimal, value: Decimal, gone: Decimal, days: Decimal, tolerance: Decimal) -> Kind:
    """Multiplied out, so that no rounding moves a figure over the bounds: `gone` of `days` are due."""
    if amount <= 0:  # met or not, there is no part of it
        value, amount = Decimal(value >= amount), Decimal(1)
        gone, days = (gone, days) if days > 0 else (Decimal(1), Decimal(1))
    with _exact():
        lead = value * days - amount * gone
        allowed = amount * days * tolerance / ALL
        if abs(lead) <= allowed:
            return "on"
    return "ahead" if lead > 0 else "behind"


def _step(measure: Measure, period: Period) -> Decimal | None:
    """What the plan says is to be reached by the end of a period."""
    return next((amount for key, amount in measure.steps if key == period.id), None)


def _days(period: Period, year: int) -> tuple[int, int]:
    """(days of `year` gone at the end of the period, days of `year`)."""
    from calendar import isleap  # asks for the locale, which a window that opens does not wait for

    days = 366 if isleap(year) else 365
    gone = (period.end - date(year, 1, 1)).days + 1
    return min(max(gone, 0), days), days


@contextmanager
def _exact() -> Iterator[None]:
    """A hundred digits and any exponent: far more than a figure may have, and rounding only down."""
    with localcontext(Context(prec=100, rounding=ROUND_DOWN, Emin=MIN_EMIN, Emax=MAX_EMAX)):
        yield
