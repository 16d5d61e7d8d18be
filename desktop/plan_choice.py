"""Which period is shown when another plan of the file is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db import Period, PeriodId, PlanId
    from desktop.session import View


def period_in(view: View, plan: PlanId) -> PeriodId | None:
    """The period of `plan` that is named like the one that is shown, else its last; None if it has none."""
    periods: tuple[Period, ...] = next((other.periods for other in view.plans if other.id == plan), ())
    alike = next((period for period in periods if period.label == view.period.label), None)
    found = alike or max(periods, key=lambda period: period.end, default=None)
    return found.id if found else None
