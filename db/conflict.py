"""Entries with heads that differ: list them, and settle them by one more revision; design.md §3.5."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from db import revision_rows
from db.errors import RequestError
from db.ledger import Ledger, understanding
from db.ledger_entries import entries, entry, history, save_entry, task_name
from db.records import Content, Entry, PeriodId, Revision, RevisionId, State, TaskId, UnitId
from db.revisions import ancestors, says


def conflicts(ledger: Ledger) -> tuple[Entry, ...]:
    """Every entry in conflict, by period and task."""
    found: list[Entry] = []
    for (period,) in ledger.rows("SELECT DISTINCT period_id FROM open_conflicts ORDER BY 1"):
        of_period = entries(ledger, PeriodId(period)).values()
        found += sorted((e for e in of_period if e.state is State.CONFLICT), key=lambda e: e.task)
    return tuple(found)


def common_ancestor(ledger: Ledger, conflict: Entry) -> Revision | None:
    """The nearest revision from which every head of the entry descends; None when there is none."""
    known = {revision.id: revision for revision in history(ledger, conflict.task, conflict.period)}
    return _nearest(known, [head.id for head in conflict.heads])


def _nearest(known: Mapping[RevisionId, Revision], sides: Sequence[RevisionId]) -> Revision | None:
    parents = {key: revision.parents for key, revision in known.items()}
    shared = set.intersection(*(ancestors([side], parents) for side in sides)) & known.keys()
    older = ancestors([parent for key in shared for parent in parents[key]], parents)
    nearest = sorted(shared - older)
    return known[nearest[0]] if nearest else None


@dataclass(frozen=True, slots=True)
class Sides:
    """What a person has to look at to settle a conflict, or to see how one was settled."""

    task: TaskId
    period: PeriodId
    sides: tuple[Revision, ...]
    """By id; heads that say the same count as one."""
    heads: tuple[RevisionId, ...]
    """Every head of it, also those that say what another says."""
    ancestor: Revision | None
    """The nearest revision from which all of them descend."""
    result: Revision | None = None
    """What settled it; None while it is open."""


def conflict_sides(ledger: Ledger, task: TaskId, period: PeriodId) -> Sides:
    """The sides of an open conflict. Raises RequestError(`no_conflict`) where none is open."""
    standing = entry(ledger, task, period)
    if standing.state is not State.CONFLICT:
        raise RequestError("no_conflict", task=task_name(ledger, task))
    heads = tuple(head.id for head in standing.heads)
    return Sides(task, period, _distinct(standing.heads), heads, common_ancestor(ledger, standing))


def settled_sides(ledger: Ledger, row: Settled) -> Sides:
    """The sides of a conflict that was settled, and the text that settled it."""
    known = {revision.id: revision for revision in history(ledger, row.task, row.period)}
    there = [known[side] for side in row.sides if side in known]
    ancestor = _nearest(known, [side.id for side in there]) if there else None
    return Sides(row.task, row.period, _distinct(there), row.sides, ancestor, known.get(row.revision))


def _distinct(revisions: Iterable[Revision]) -> tuple[Revision, ...]:
    found: dict[str, Revision] = {}
    for revision in revisions:
        found.setdefault(says(revision.content), revision)
    return tuple(found.values())


@dataclass(frozen=True, slots=True)
class Settled:
    """A conflict that somebody settled."""

    task: TaskId
    period: PeriodId
    revision: RevisionId
    author: str
    saved_at: str
    sides: tuple[RevisionId, ...]
    taken: RevisionId | None
    """The side that was taken; None where a text was written that replaces them all."""


def settled(ledger: Ledger) -> tuple[Settled, ...]:
    """The register: who settled which conflict, when and how, by time shown."""
    several = "SELECT revision_id FROM revision_parent GROUP BY revision_id HAVING count(*) > 1"
    with understanding(ledger.path):
        made = revision_rows.load(ledger.connection, f"id IN ({several})")
        sides = revision_rows.load(
            ledger.connection,
            f"id IN (SELECT parent_id FROM revision_parent WHERE revision_id IN ({several}))",
        )
    found = [_settled(revision, sides) for revision in made.values()]
    return tuple(sorted((one for one in found if one), key=lambda one: (one.saved_at, one.revision)))


def _settled(revision: Revision, known: Mapping[RevisionId, Revision]) -> Settled | None:
    sides = {parent: says(known[parent].content) for parent in revision.parents if parent in known}
    if len(set(sides.values())) < 2:  # heads that said the same were no conflict
        return None
    said = says(revision.content)
    taken = next((parent for parent, text in sides.items() if text == said), None)
    return Settled(
        task=revision.task,
        period=revision.period,
        revision=revision.id,
        author=revision.author,
        saved_at=revision.saved_at,
        sides=revision.parents,
        taken=taken,
    )


def resolve(
    ledger: Ledger,
    task: TaskId,
    period: PeriodId,
    *,
    author: str,
    take: RevisionId | None = None,
    content: Content | None = None,
    unit: UnitId | None = None,
) -> Revision:
    """Settle a conflict: take one head, or write what replaces them all.

    `take` may be the beginning of an id. Raises RequestError: `no_conflict`, `no_such_revision`, and
    what `save_entry` raises.
    """
    with ledger.transaction():
        standing = entry(ledger, task, period)
        if standing.state is not State.CONFLICT:
            raise RequestError("no_conflict", task=task_name(ledger, task))
        if content is None:
            chosen = [head for head in standing.heads if take and head.id.startswith(take)]
            if len(chosen) != 1:
                raise RequestError("no_such_revision", revision=take or "")
            content = chosen[0].content
        every = [head.id for head in standing.heads]
        return save_entry(ledger, task, period, content, author=author, unit=unit, parents=every)
