"""Who has returned what: one row a unit; design.md §2 (complete) and §6 (`status`)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from db.ledger import Ledger
from db.ledger_entries import entries
from db.plan import lead_units, tasks_of
from db.records import Entry, Period, Plan, RevisionId, State, TaskId, Unit, UnitId
from db.revisions import is_filled, sent_back_revision
from db.seals import terms_of


@dataclass(frozen=True, slots=True)
class Standing:
    """How far one unit is with one period."""

    unit: Unit
    tasks: int
    """Issued to it, or led by it while nothing is issued."""
    filled: int
    """Of these, said by the unit itself: saved by it, or confirmed in a return."""
    state: str
    """The first that applies of not_issued, missing, conflict, sent_back, changed_after_approval,
    partial, returned, approved."""
    received_at: str
    """When its return was merged; empty while none is."""
    check_code: str
    due: date | None = None
    """The day that the last fill-in file with a day named, else that of the period."""
    issued_tasks: frozenset[TaskId] = frozenset()
    """What it was issued; empty while nothing is."""
    filled_tasks: frozenset[TaskId] = frozenset()


@dataclass(frozen=True, slots=True)
class _Sent:
    """What a unit was issued in all."""

    tasks: frozenset[TaskId] = frozenset()
    issued_at: str = ""
    """When the last file that named a day was issued."""
    due: date | None = None
    """That day."""


@dataclass(frozen=True, slots=True)
class _Received:
    at: str
    code: str
    handed: frozenset[RevisionId]


def standing(ledger: Ledger, plan: Plan, period: Period) -> tuple[Standing, ...]:
    """One row for each unit that leads a task or was issued one, in the order of the plan."""
    issued = _issued(ledger, period)
    received = _received(ledger, period)
    found = entries(ledger, period.id)
    own = _own_words(ledger, period)
    leading = {unit.id for unit in lead_units(plan)} | issued.keys()
    order = list(lead_units(plan))
    order += [unit for unit in plan.units if unit.id in leading and unit not in order]
    return tuple(
        _standing(unit, plan, period, issued.get(unit.id), received[unit.id], found, own[unit.id])
        for unit in order
    )


def _standing(
    unit: Unit,
    plan: Plan,
    period: Period,
    issued: _Sent | None,
    received: list[_Received],
    found: dict[TaskId, Entry],
    own: set[TaskId],
) -> Standing:
    tasks = issued.tasks if issued is not None else frozenset(task.id for task in tasks_of(plan, unit.id))
    mine = [found[task] for task in tasks if task in found]
    filled = frozenset(e.task for e in mine if e.task in own and is_filled(e))
    # The return that stands is the one with most of the heads, whatever order they came in.
    heads = {head.id for e in mine for head in e.heads}
    best = max(received, key=lambda one: (len(one.handed & heads), len(one.handed), one.code), default=None)
    return Standing(
        unit=unit,
        tasks=len(tasks),
        filled=len(filled),
        state=_state(issued is not None, bool(received), mine, len(filled), len(tasks)),
        received_at=best.at if best else "",
        check_code=best.code if best else "",
        due=(issued.due if issued else None) or period.due,
        issued_tasks=tasks if issued is not None else frozenset(),
        filled_tasks=filled,
    )


def _state(issued: bool, received: bool, mine: list[Entry], filled: int, tasks: int) -> str:
    states = [e.state for e in mine]
    sent_back = any(sent_back_revision(e) for e in mine)
    approved = len(mine) == tasks and all(state is State.APPROVED for state in states)
    for applies, name in (
        (not issued, "not_issued"),
        (not received, "missing"),
        (State.CONFLICT in states, "conflict"),
        (sent_back, "sent_back"),
        (State.CHANGED_AFTER_APPROVAL in states, "changed_after_approval"),
        (filled < tasks, "partial"),
        (approved, "approved"),
    ):
        if applies:
            return name
    return "returned"


def _issued(ledger: Ledger, period: Period) -> dict[UnitId, _Sent]:
    found: dict[UnitId, _Sent] = defaultdict(_Sent)
    for (text,) in ledger.rows("SELECT terms FROM dispatch WHERE period_id = ?", period.id):
        terms = terms_of(text)
        known = found[terms.unit]
        last = terms.due is not None and terms.issued_at >= known.issued_at
        found[terms.unit] = _Sent(
            known.tasks | frozenset(terms.tasks),
            terms.issued_at if last else known.issued_at,
            terms.due if last else known.due,
        )
    return dict(found)


def _received(ledger: Ledger, period: Period) -> dict[UnitId, list[_Received]]:
    found: dict[UnitId, list[_Received]] = defaultdict(list)
    sql = (
        "SELECT r.unit_id, m.merged_at, r.check_code, r.return_id FROM receipt AS r "
        "JOIN merge AS m ON m.id = r.merge_id WHERE r.period_id = ? AND m.undone_at IS NULL ORDER BY r.id"
    )
    handed: dict[str, set[RevisionId]] = defaultdict(set)
    of_period = "SELECT return_id FROM receipt WHERE period_id = ?"
    for identity, revision in ledger.rows(
        f"SELECT return_id, revision_id FROM return_revision WHERE return_id IN ({of_period})", period.id
    ):
        handed[identity].add(RevisionId(revision))
    for unit, at, code, identity in ledger.rows(sql, period.id):
        found[UnitId(unit)].append(_Received(at, code, frozenset(handed[identity])))
    return found


def _own_words(ledger: Ledger, period: Period) -> dict[UnitId, set[TaskId]]:
    """For each unit the tasks of which it has saved a revision, or confirmed one in a return."""
    found: dict[UnitId, set[TaskId]] = defaultdict(set)
    sql = (
        "SELECT unit_id, task_id FROM revision WHERE period_id = ?1 AND unit_id IS NOT NULL "
        "UNION SELECT c.unit_id, v.task_id FROM receipt AS c JOIN merge AS m ON m.id = c.merge_id "
        "JOIN return_revision AS h ON h.return_id = c.return_id JOIN revision AS v ON v.id = h.revision_id "
        "WHERE c.period_id = ?1 AND m.undone_at IS NULL AND (c.dispatch_id, h.revision_id) NOT IN "
        "(SELECT dispatch_id, revision_id FROM stays_out WHERE period_id = ?1)"
    )
    for unit, task in ledger.rows(sql, period.id):
        found[UnitId(unit)].add(TaskId(task))
    return found
