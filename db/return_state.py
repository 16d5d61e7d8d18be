"""Who has returned what: one row a unit; design.md §2 (complete) and §6 (`status`)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

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
        _standing(unit, plan, issued.get(unit.id), received[unit.id], found, own[unit.id]) for unit in order
    )


def _standing(
    unit: Unit,
    plan: Plan,
    issued: frozenset[TaskId] | None,
    received: list[_Received],
    found: dict[TaskId, Entry],
    own: set[TaskId],
) -> Standing:
    tasks = issued if issued is not None else frozenset(task.id for task in tasks_of(plan, unit.id))
    mine = [found[task] for task in tasks if task in found]
    filled = sum(e.task in own and is_filled(e) for e in mine)
    # The return that stands is the one with most of the heads, whatever order they came in.
    heads = {head.id for e in mine for head in e.heads}
    best = max(received, key=lambda one: (len(one.handed & heads), len(one.handed), one.code), default=None)
    return Standing(
        unit=unit,
        tasks=len(tasks),
        filled=filled,
        state=_state(issued is not None, bool(received), mine, filled, len(tasks)),
        received_at=best.at if best else "",
        check_code=best.code if best else "",
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


def _issued(ledger: Ledger, period: Period) -> dict[UnitId, frozenset[TaskId]]:
    found: dict[UnitId, frozenset[TaskId]] = defaultdict(frozenset)
    for (text,) in ledger.rows("SELECT terms FROM dispatch WHERE period_id = ?", period.id):
        terms = terms_of(text)
        found[terms.unit] |= frozenset(terms.tasks)
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
        "WHERE c.period_id = ?1 AND m.undone_at IS NULL AND NOT EXISTS "
        "(SELECT 1 FROM left_out AS l WHERE l.receipt_id = c.id AND l.revision_id = h.revision_id)"
    )
    for unit, task in ledger.rows(sql, period.id):
        found[UnitId(unit)].add(TaskId(task))
    return found
