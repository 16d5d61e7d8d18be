"""A coordinator's verdict on what stands: approve, send back, reopen; design.md §3.6."""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from db import revision_rows
from db.dispatch import sent_back
from db.errors import RequestError
from db.ledger import Ledger, now
from db.ledger_entries import entries, entry, task_name
from db.plan import edit_plan, period_row
from db.plan_labels import step
from db.records import (
    Entry,
    FileKind,
    Period,
    PeriodId,
    Plan,
    Review,
    ReviewId,
    RevisionId,
    State,
    TaskId,
    UnitId,
    Verdict,
)
from db.revisions import review_id, says, sent_back_revision
from db.seals import terms_of


def review_entry(
    ledger: Ledger,
    task: TaskId,
    period: PeriodId,
    verdict: Verdict,
    *,
    author: str,
    comment: str = "",
    seen: Iterable[RevisionId] | None = None,
) -> Review:
    """Record a verdict on what stands. What was said before stays on record.

    Approving an entry that changed after approval approves what came in; reopening takes an approval
    back, or withdraws what was sent back and is not answered. `seen`: the heads that the person read;
    nothing else is judged. Raises RequestError: `not_a_ledger_file`, `nothing_to_review`,
    `entry_in_conflict`, `comment_needed` (who is sent back must be told why), `not_approved`,
    `changed_meanwhile`.
    """
    with ledger.transaction() as connection:
        standing = entry(ledger, task, period)
        if seen is not None and set(seen) != {head.id for head in standing.heads}:
            raise RequestError("changed_meanwhile", task=task_name(ledger, task))
        revision = _revision(ledger, standing, verdict, comment)
        heads = revision_rows.load_reviews(connection, "period_id = ? AND task_id = ?", period, task)
        made = build_review(standing, revision, verdict, comment, author, [head.id for head in heads])
        revision_rows.insert_reviews(connection, [made])
    return made


_PASSED_OVER = frozenset({"changed_meanwhile", "entry_in_conflict", "nothing_to_review"})


def approve_entries(
    ledger: Ledger, period: PeriodId, seen: Mapping[TaskId, Iterable[RevisionId]], *, author: str
) -> tuple[TaskId, ...]:
    """Approve many entries at once; the tasks that were approved.

    `seen` names the heads that the person read, by task: what changed since, is in conflict or says
    nothing is passed over.
    """
    approved = []
    with ledger.transaction():
        for task, heads in seen.items():
            try:
                review_entry(ledger, task, period, Verdict.APPROVE, author=author, seen=heads)
            except RequestError as error:
                if error.code not in _PASSED_OVER:
                    raise
            else:
                approved.append(task)
    return tuple(approved)


@dataclass(frozen=True, slots=True)
class SentBack:
    """What was sent back and is not answered yet."""

    review: Review
    units: tuple[UnitId, ...]
    """Who is to correct it."""
    issued_at: str
    """When a correction was last issued for it since; empty while none is."""


def sent_back_entries(ledger: Ledger, period: Period) -> tuple[SentBack, ...]:
    """What is waited for in a period, the longest first. It ends when an answer comes or it is reopened."""
    issued = _corrections(ledger, period)
    found = entries(ledger, period.id)
    waiting = []
    for task, units in sent_back(ledger, period).items():
        review = found[task].review
        if review is not None:
            starts = issued.get((task, review.revision), "")
            waiting.append(SentBack(review, tuple(sorted(units)), starts))
    return tuple(sorted(waiting, key=lambda one: (one.review.made_at, one.review.id)))


def _corrections(ledger: Ledger, period: Period) -> dict[tuple[TaskId, RevisionId], str]:
    """When corrections were last issued, by task and the revision they start from."""
    found: dict[tuple[TaskId, RevisionId], str] = {}
    for (text,) in ledger.rows("SELECT terms FROM dispatch WHERE period_id = ?", period.id):
        terms = terms_of(text)
        for task, starts in terms.starts if terms.corrections else ():
            for start in starts:
                found[task, start] = max(terms.issued_at, found.get((task, start), ""))
    return found


def build_review(
    standing: Entry,
    revision: RevisionId,
    verdict: Verdict,
    comment: str,
    author: str,
    parents: Iterable[ReviewId],
) -> Review:
    """A review with its id, its texts in NFC."""
    unnamed = Review(
        ReviewId(""),
        standing.task,
        standing.period,
        revision,
        verdict,
        unicodedata.normalize("NFC", comment),
        unicodedata.normalize("NFC", author),
        now(),
        tuple(sorted(parents)),
    )
    return replace(unnamed, id=review_id(unnamed))


def _revision(ledger: Ledger, standing: Entry, verdict: Verdict, comment: str) -> RevisionId:
    """The revision that a verdict is about."""
    name = task_name(ledger, standing.task)
    if ledger.kind is not FileKind.LEDGER:
        raise RequestError("not_a_ledger_file", path=ledger.path)
    if not standing.heads:
        raise RequestError("nothing_to_review", task=name)
    if verdict is Verdict.REOPEN:
        sent_back = sent_back_revision(standing)
        if sent_back is not None:
            return sent_back.id
        if standing.state not in (State.APPROVED, State.CHANGED_AFTER_APPROVAL) or not standing.current:
            raise RequestError("not_approved", task=name)
        return standing.current.id
    if verdict is Verdict.SEND_BACK and not comment.strip():
        raise RequestError("comment_needed", task=name)
    if len({says(head.content) for head in standing.heads}) > 1:
        raise RequestError("entry_in_conflict", task=name)
    return min(head.id for head in standing.heads)


def close_period(ledger: Ledger, plan: Plan, period: Period, *, author: str) -> tuple[TaskId, ...]:
    """Publish a period: what stands is approved as it is. The tasks that remain in conflict.

    What arrives later is kept beside it as "changed after approval". Raises RequestError(`period_closed`).
    """
    if period.closed_at:
        raise RequestError("period_closed", period=period.label)
    with ledger.transaction():
        found = entries(ledger, period.id)
        for standing in found.values():
            if standing.state is State.OPEN:
                review_entry(ledger, standing.task, period.id, Verdict.APPROVE, author=author)
        _put_closed(ledger, plan, period, now(), step("period_closed", period=period.label), author)
    return tuple(task for task, standing in found.items() if standing.state is State.CONFLICT)


def reopen_period(ledger: Ledger, plan: Plan, period: Period, *, author: str) -> None:
    """Open a published period again; approvals stay. Raises RequestError(`period_open`)."""
    if not period.closed_at:
        raise RequestError("period_open", period=period.label)
    _put_closed(ledger, plan, period, None, step("period_reopened", period=period.label), author)


def _put_closed(
    ledger: Ledger, plan: Plan, period: Period, closed_at: str | None, label: str, author: str
) -> None:
    position = [known.id for known in plan.periods].index(period.id) + 1
    change = period_row(plan.id, position, replace(period, closed_at=closed_at))
    edit_plan(ledger, plan.id, [change], label=label, author=author)


def insert_missing(connection: sqlite3.Connection, reviews: Iterable[Review]) -> list[ReviewId]:
    """Add the reviews that are not there yet; their ids."""
    there = {key for (key,) in connection.execute("SELECT id FROM review")}
    fresh = [review for review in reviews if review.id not in there]
    revision_rows.insert_reviews(connection, fresh)
    return [review.id for review in fresh]
