"""Why a finding may stand: what the writer says of it travels with the entry (`Content.explanations`).

A reason holds for every finding of its code in the task (`1.2#1`), or for the one that is about a
certain thing (`1.2#1/新增學位`). One whose finding is gone does no harm.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from db.checks import CODES
from db.errors import RequestError
from db.ledger import Ledger
from db.ledger_entries import entry, save_entry, task_name
from db.records import Content, Explanation, Finding, PeriodId, Revision, TaskId, UnitId


def explained(content: Content, finding: Finding, reason: str) -> Content:
    """`content` with a reason for one finding in place of what was said of it; an empty one takes it back."""
    others = tuple(one for one in content.explanations if not _is_of(one, finding))
    said = (Explanation(finding.code, finding.about, reason.strip()),) if reason.strip() else ()
    return replace(content, explanations=others + said)


def explain(
    ledger: Ledger,
    task: TaskId,
    period: PeriodId,
    finding: Finding,
    reason: str,
    *,
    author: str,
    unit: UnitId | None = None,
) -> Revision:
    """Save the entry as it stands with the reason for one finding.

    Raises RequestError: `nothing_to_explain` where nothing stands, or a conflict is open.
    """
    current = entry(ledger, task, period).current
    if current is None:
        raise RequestError("nothing_to_explain", task=task_name(ledger, task))
    content = explained(current.content, finding, reason)
    return save_entry(ledger, task, period, content, author=author, unit=unit)


def with_reasons(content: Content, task: str, reasons: Iterable[str]) -> Content:
    """`content` after `CODE=TEXT` of the command line, of the task named; `CODE=` takes back what was said.

    Raises RequestError(`no_such_check`).
    """
    for said in reasons:
        code, _, reason = said.partition("=")
        if code not in CODES:
            raise RequestError("no_such_check", check=code, known=", ".join(sorted(CODES)))
        others = tuple(one for one in content.explanations if one.code != code)
        given = (Explanation(code, task, reason.strip()),) if reason.strip() else ()
        content = replace(content, explanations=others + given)
    return content


def _is_of(one: Explanation, finding: Finding) -> bool:
    return one.code == finding.code and one.place in (finding.place, finding.about)
