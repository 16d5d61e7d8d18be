"""What is to be said of a file that was taken, though nothing in it bars it."""

from __future__ import annotations

import json
from datetime import datetime

from db.absorb import Reason
from db.gate import Passed
from db.ledger import Ledger


def notes(ledger: Ledger, passed: Passed) -> tuple[Reason, ...]:
    """That a workbook has no seal, which of its cells to look at, that a later file went out."""
    said = [] if passed.is_sealed else [Reason("unsealed_workbook", {"unit": passed.unit_name})]
    said += [Reason(finding.code, dict(finding.details)) for finding in passed.said]
    if later := _later_issue(ledger, passed):
        issued_at, later = _told_apart(passed.terms.issued_at, later)
        said.append(Reason("later_issue", {"unit": passed.unit_name, "issued_at": issued_at, "later": later}))
    return tuple(said)


def _later_issue(ledger: Ledger, passed: Passed) -> str:
    """When its unit was last sent a later file that asks for all that this one answers; empty: never."""
    sql = (
        "SELECT max(json_extract(d.terms, '$.issued_at')) FROM dispatch AS d "
        "WHERE d.period_id = ?1 AND d.unit_id = ?2 AND d.id <> ?3 "
        "AND json_extract(d.terms, '$.issued_at') > ?4 AND NOT EXISTS (SELECT 1 FROM json_each(?5) AS mine "
        "WHERE mine.value NOT IN (SELECT value FROM json_each(d.terms, '$.tasks')))"
    )
    terms = passed.terms
    tasks = json.dumps(sorted({revision.task for revision in passed.handed}))
    found = ledger.one(sql, terms.period, terms.unit, terms.id, terms.issued_at, tasks)[0]
    return str(found) if found else ""


def _told_apart(one: str, other: str) -> tuple[str, str]:
    """Two moments as days here; of one day with the time, else a sentence would say the same of both."""
    try:
        here = [f"{datetime.fromisoformat(moment).astimezone():%Y-%m-%d %H:%M:%S}" for moment in (one, other)]
    except (ValueError, OverflowError, OSError):  # nothing of ours, and a note is no reason to stop
        here = [one, other]
    shown = next((n for n in (10, 16) if here[0][:n] != here[1][:n]), 19)
    return here[0][:shown], here[1][:shown]
