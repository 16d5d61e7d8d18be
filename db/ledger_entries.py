"""What a form reads and writes: entries, their history, saves and drafts."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from heapq import heapify, heappop, heappush
from typing import Any

from db import revision_rows
from db.errors import RequestError
from db.ledger import Ledger, now, understanding
from db.records import (
    MOST_CHARACTERS,
    Content,
    Draft,
    Entry,
    FileKind,
    PeriodId,
    Review,
    Revision,
    RevisionId,
    State,
    Status,
    TaskId,
    UnitId,
)
from db.revisions import approved_by, build, content_form, content_of, entry_of, normal, says
from db.seals import terms


def entries(ledger: Ledger, period: PeriodId) -> dict[TaskId, Entry]:
    """What stands for every task of a period that has something, every head with its content."""
    return _confirmed(ledger, period, _entries(ledger, "period_id = ?", period))


def entry(ledger: Ledger, task: TaskId, period: PeriodId) -> Entry:
    """What stands for one task; state BLANK when nothing does."""
    found = _confirmed(ledger, period, _entries(ledger, "period_id = ? AND task_id = ?", period, task))
    return found.get(task) or Entry(task, period, State.BLANK, None)


def entries_of(ledger: Ledger, period: PeriodId, tasks: Iterable[TaskId]) -> dict[TaskId, Entry]:
    """What stands for these tasks of a period, BLANK where nothing does; `confirmed` is not looked up."""
    named = list(tasks)
    where = "period_id = ? AND task_id IN (SELECT value FROM json_each(?))"
    found = _entries(ledger, where, period, json.dumps(named))
    return {task: found.get(task) or Entry(task, period, State.BLANK, None) for task in named}


def _entries(ledger: Ledger, where: str, *values: object) -> dict[TaskId, Entry]:
    standing: dict[TaskId, list[Revision]] = defaultdict(list)
    reviews: dict[TaskId, list[Review]] = defaultdict(list)
    with understanding(ledger.path):
        heads_of = f"id IN (SELECT id FROM head WHERE {where})"
        for revision in revision_rows.load(ledger.connection, heads_of, *values).values():
            standing[revision.task].append(revision)
        for review in revision_rows.load_reviews(ledger.connection, where, *values):
            reviews[review.task].append(review)
        approved = _approved(ledger, reviews)
    found = {}
    for task in standing.keys() | approved.keys():
        period = (standing[task] or [approved[task]])[0].period
        heads = sorted(standing[task], key=lambda revision: revision.id)
        found[task] = entry_of(task, period, heads, approved.get(task), reviews[task])
    return found


def _confirmed(ledger: Ledger, period: PeriodId, found: dict[TaskId, Entry]) -> dict[TaskId, Entry]:
    """The entries, each with those of its imported heads that a merged return handed in."""
    imported = {h.id: e for e in found.values() for h in e.heads if h.unit is None and not h.parents}
    if not imported:
        return found
    sql = (
        "SELECT DISTINCT h.revision_id FROM receipt AS c JOIN merge AS m ON m.id = c.merge_id "
        "JOIN return_revision AS h ON h.return_id = c.return_id "
        "WHERE c.period_id = ?1 AND m.undone_at IS NULL AND (c.dispatch_id, h.revision_id) NOT IN "
        "(SELECT dispatch_id, revision_id FROM stays_out WHERE period_id = ?1)"
    )
    handed = {RevisionId(key) for (key,) in ledger.rows(sql, period)}
    confirmed = {imported[key].task: imported[key] for key in imported.keys() & handed}
    return found | {
        task: replace(entry, confirmed=frozenset(head.id for head in entry.heads if head.id in handed))
        for task, entry in confirmed.items()
    }


def _approved(ledger: Ledger, reviews: dict[TaskId, list[Review]]) -> dict[TaskId, Revision]:
    ids = {task: approved_by(of_task) for task, of_task in reviews.items()}
    if not any(ids.values()):
        return {}
    named = json.dumps([key for key in ids.values() if key])
    found = revision_rows.load(ledger.connection, "id IN (SELECT value FROM json_each(?))", named)
    return {task: found[key] for task, key in ids.items() if key in found}


def history(ledger: Ledger, task: TaskId, period: PeriodId) -> tuple[Revision, ...]:
    """Every revision of a (task, period), parents before children, else by time shown and id."""
    with understanding(ledger.path):
        known = revision_rows.load(ledger.connection, "period_id = ? AND task_id = ?", period, task)
    return tuple(_parents_first(known))


def _parents_first(known: dict[RevisionId, Revision]) -> Iterator[Revision]:
    missing = {key: sum(parent in known for parent in r.parents) for key, r in known.items()}
    children: dict[RevisionId, list[RevisionId]] = defaultdict(list)
    for revision in known.values():
        for parent in revision.parents:
            children[parent].append(revision.id)
    ready = [(r.saved_at, r.id) for r in known.values() if not missing[r.id]]
    heapify(ready)
    while ready:
        _, key = heappop(ready)
        yield known[key]
        for child in children[key]:
            missing[child] -= 1
            if not missing[child]:
                heappush(ready, (known[child].saved_at, child))


def save_entry(
    ledger: Ledger,
    task: TaskId,
    period: PeriodId,
    content: Content,
    *,
    author: str,
    unit: UnitId | None = None,
    parents: Iterable[RevisionId] | None = None,
) -> Revision:
    """Save what was typed as a revision; the draft is gone with it.

    `parents` are the heads that the writer saw, by default those that stand. What stands already in the
    same name, or is only looked through by the office, is no new revision. Raises RequestError:
    `entry_in_conflict` (several heads that differ, and no parents given), `nothing_to_save`,
    `reason_needed`, `no_such_task`, `no_such_period`, `no_such_measure`, `bad_text`, `period_closed`,
    `attachment_missing`, `too_many_attachments`, `not_issued` (a fill-in file takes its unit's tasks of its
    period only), `sealed` (a return takes nothing), `longer_than_kept`.
    """
    _check_terms(ledger, task, period, unit)
    _check_known(ledger, task, period, content)
    if content.attachments:
        from db.attachments import check_attached  # most entries have none

        check_attached(ledger, content, task_name(ledger, task))
    with ledger.transaction() as connection:
        standing = entry(ledger, task, period)
        if parents is None:
            if standing.state is State.CONFLICT:
                raise RequestError("entry_in_conflict", task=task_name(ledger, task))
            parents = [head.id for head in standing.heads]
        parents = tuple(sorted(set(parents)))
        _check_says_something(ledger, task, content, blank=not parents)
        same = _already(standing, content, unit, parents)
        revision = same or build(
            task, period, content, unit=unit, author=author, saved_at=now(), parents=parents
        )
        if not same:
            revision_rows.insert(connection, [revision])
        connection.execute("DELETE FROM draft WHERE task_id = ? AND period_id = ?", (task, period))
    return revision


def _already(
    standing: Entry, content: Content, unit: UnitId | None, parents: tuple[RevisionId, ...]
) -> Revision | None:
    """The head that says this already: a unit confirms what others wrote, the office adds nothing."""
    said = says(normal(content))
    for head in standing.heads:
        confirmed = head.unit == unit or unit is None
        if (head.id,) == parents and confirmed and says(head.content) == said:
            return head
    return None


def _check_terms(ledger: Ledger, task: TaskId, period: PeriodId, unit: UnitId | None) -> None:
    if ledger.kind is FileKind.RETURN:
        raise RequestError("sealed", path=ledger.path)
    mine = terms(ledger)
    if mine and (unit != mine.unit or period != mine.period or task not in mine.tasks):
        raise RequestError("not_issued", task=task_name(ledger, task))


def _check_known(ledger: Ledger, task: TaskId, period: PeriodId, content: Content) -> None:
    if not ledger.rows("SELECT 1 FROM task WHERE id = ?", task):
        raise RequestError("no_such_task", task=task)
    found = ledger.rows("SELECT label, closed_at FROM period WHERE id = ?", period)
    if not found:
        raise RequestError("no_such_period", period=period, known="")
    if found[0][1] is not None:
        raise RequestError("period_closed", period=found[0][0])
    measures = {key for (key,) in ledger.rows("SELECT id FROM measure WHERE task_id = ?", task)}
    for measure, value in content.figures:
        if measure not in measures:
            raise RequestError("no_such_measure", label=measure, known="")
        if not value.is_finite():
            raise RequestError("not_a_number", text=value)


def _check_says_something(ledger: Ledger, task: TaskId, content: Content, *, blank: bool) -> None:
    excused = content.nothing_new or content.status is Status.NOT_APPLICABLE
    if excused and not content.reason.strip():
        raise RequestError("reason_needed", task=task_name(ledger, task))
    if blank and normal(content) == Content():
        raise RequestError("nothing_to_save", task=task_name(ledger, task))
    for text in (content.narrative, content.problems, content.next_steps, content.reason, content.remark):
        if len(text) > MOST_CHARACTERS:
            raise RequestError("longer_than_kept", task=task_name(ledger, task), limit=MOST_CHARACTERS)
    try:
        json.dumps(content_form(content), ensure_ascii=False).encode()
    except UnicodeEncodeError as error:  # half of a character, as some input methods leave behind
        raise RequestError("bad_text", task=task_name(ledger, task)) from error


def task_name(ledger: Ledger, task: TaskId) -> str:
    """How a person names a task: `7.4#2`; its id if the plan does not know it."""
    name = "SELECT i.number || '#' || t.position FROM task AS t JOIN item AS i ON i.id = t.item_id"
    found = ledger.rows(f"{name} WHERE t.id = ?", task)
    return str(found[0][0]) if found else task


def save_draft(ledger: Ledger, draft: Draft) -> None:
    """Keep what is typed so far, in place of the draft before it."""
    form = json.dumps(content_form(draft.content))  # escaped: half a character must not lose a draft
    row = (draft.task, draft.period, draft.typed_at, form, json.dumps(draft.base))
    with ledger.transaction() as connection:
        connection.execute("INSERT OR REPLACE INTO draft VALUES (?, ?, ?, ?, ?)", row)


def discard_draft(ledger: Ledger, task: TaskId, period: PeriodId) -> None:
    """Forget what was typed and not saved."""
    with ledger.transaction() as connection:
        connection.execute("DELETE FROM draft WHERE task_id = ? AND period_id = ?", (task, period))


def drafts(ledger: Ledger, period: PeriodId) -> dict[TaskId, Draft]:
    """The drafts of a period."""
    sql = "SELECT task_id, period_id, typed_at, content, base FROM draft WHERE period_id = ?"
    with understanding(ledger.path):
        return {TaskId(row[0]): _draft(row) for row in ledger.rows(sql, period)}


def _draft(row: tuple[Any, ...]) -> Draft:
    base = tuple(RevisionId(head) for head in json.loads(row[4]))
    return Draft(TaskId(row[0]), PeriodId(row[1]), row[2], content_of(json.loads(row[3])), base)
