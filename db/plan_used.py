"""What of a plan has a history: named by a revision, a review, a dispatch, a receipt or a draft.

Such a row is never deleted: what was said of it would hang in the air. It is retired, or stays.
"""

from __future__ import annotations

import sqlite3

_TASK = """
SELECT 1 FROM revision WHERE task_id = :id
UNION ALL SELECT 1 FROM review WHERE task_id = :id
UNION ALL SELECT 1 FROM draft WHERE task_id = :id
UNION ALL SELECT 1 FROM left_out WHERE task_id = :id
UNION ALL SELECT 1 FROM dispatch AS d, json_each(d.terms, '$.tasks') AS t WHERE t.value = :id
"""
_PERIOD = """
SELECT 1 FROM revision WHERE period_id = :id
UNION ALL SELECT 1 FROM review WHERE period_id = :id
UNION ALL SELECT 1 FROM draft WHERE period_id = :id
UNION ALL SELECT 1 FROM dispatch WHERE period_id = :id
UNION ALL SELECT 1 FROM receipt WHERE period_id = :id
"""
_UNIT = """
SELECT 1 FROM dispatch WHERE unit_id = :id
UNION ALL SELECT 1 FROM receipt WHERE unit_id = :id
UNION ALL SELECT 1 FROM revision WHERE unit_id = :id
"""
_MEASURE = """
SELECT 1 FROM figure WHERE measure_id = :id
UNION ALL SELECT 1 FROM draft AS d, json_each(d.content, '$.figures') AS f WHERE f.key = :id
"""
_NAMED = {"task": _TASK, "period": _PERIOD, "unit": _UNIT, "measure": _MEASURE}


def has_history(connection: sqlite3.Connection, table: str, key: str) -> bool:
    """Whether anything names this row; categories, items and steps are only named through what they hold."""
    if table not in _NAMED:
        return False
    (found,) = connection.execute(f"SELECT EXISTS ({_NAMED[table]})", {"id": key}).fetchone()
    return bool(found)
