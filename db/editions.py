"""The edition of a published table: how often its period was closed."""

from __future__ import annotations

from db.ledger import Ledger
from db.records import Period, Plan


def edition(ledger: Ledger, plan: Plan, period: Period) -> int:
    """The number on the face of the table: of the last closing, or of the next while the period is open."""
    sql = (
        "SELECT json_extract(c.value, '$.row.closed_at') FROM plan_edit AS e, json_each(e.changes) AS c "
        "WHERE e.plan_id = ? AND json_extract(c.value, '$.put') = 'period' "
        "AND json_extract(c.value, '$.row.id') = ? ORDER BY e.seq, c.key"
    )
    closings, closed = 0, False
    for (closed_at,) in ledger.rows(sql, plan.id, period.id):
        closings += closed_at is not None and not closed
        closed = closed_at is not None
    return closings if period.closed_at else closings + 1
