"""One short function for each thing a person does: a `Command` that is not yet run.

`Session.run` runs it on the worker and tells everyone what changed. Reads need no command: they
go through `Session.query`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QCoreApplication

import db

if TYPE_CHECKING:
    from db import (
        Changes,
        Content,
        Draft,
        Finding,
        Issued,
        Ledger,
        MergeReport,
        PaperOptions,
        Period,
        PeriodId,
        Plan,
        Progress,
        Returned,
        Review,
        Revision,
        RevisionId,
        TaskId,
        UnitId,
        Verdict,
        Written,
    )

T = TypeVar("T")
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Command(Generic[T]):
    """A write: the work itself (run on the worker), what it changes, and what to say once it is done."""

    work: Callable[[Ledger], T]
    changes: Changes
    done: str = ""
    """For the status line; empty where whoever asked says so, or where it is not worth saying."""


def _changes(*kinds: str, tasks: Iterable[TaskId] = ()) -> Changes:
    return db.Changes(frozenset(kinds), frozenset(tasks))


def save_entry(
    task: TaskId,
    period: PeriodId,
    content: Content,
    author: str,
    unit: UnitId | None,
    parents: tuple[RevisionId, ...] | None = None,
) -> Command[Revision]:
    """Save what is typed as a new revision; the draft is done with."""

    def work(ledger: Ledger) -> Revision:
        return db.save_entry(ledger, task, period, content, author=author, unit=unit, parents=parents)

    changes = _changes("entries", "drafts", tasks=(task,))
    return Command(work, changes, translate("operations", "saved"))


def save_draft(draft: Draft) -> Command[None]:
    """Keep what is typed and not yet saved."""
    return Command(
        lambda ledger: db.save_draft(ledger, draft),
        _changes("drafts", tasks=(draft.task,)),
    )


def discard_draft(task: TaskId, period: PeriodId) -> Command[None]:
    """Forget what was typed and not saved."""
    return Command(
        lambda ledger: db.discard_draft(ledger, task, period),
        _changes("drafts", tasks=(task,)),
    )


def attach(work: Callable[[Ledger], T]) -> Command[T]:
    """Put attachments into the file; they count once a draft or an entry names them."""
    return Command(work, _changes())


def issue(
    plan: Plan,
    label: str,
    folder: Path,
    *,
    units: Sequence[UnitId],
    due: date | None,
    author: str,
    progress: Progress,
    corrections: bool = False,
    form: str = "shishi",
    note: str = "",
) -> Command[tuple[Issued, ...]]:
    """Write a fill-in file for each unit into `folder`; a period the plan does not have yet is opened.

    `corrections`: only what was sent back. `form`: `shishi`, `xlsx` or `both`. `note`: said to all.
    """

    def work(ledger: Ledger) -> tuple[Issued, ...]:
        known = next((period for period in plan.periods if period.label == label), None)
        period = known or db.open_period(ledger, plan, db.period_named(label, plan.year), author=author)
        return db.issue(
            ledger,
            plan,
            period,
            folder,
            units=units,
            due=due,
            corrections=corrections,
            form=form,
            note=note,
            progress=progress,
        )

    changes = _changes("plan", "dispatches")
    return Command(work, changes, translate("operations", "fill-in files issued"))


def make_return(folder: Path, author: str) -> Command[Returned]:
    """Write the one file to hand in into `folder`."""
    return Command(
        lambda ledger: db.make_return(ledger, folder, author=author),
        _changes("returns"),
        translate("operations", "return file made"),
    )


def merge(
    paths: Sequence[Path],
    author: str,
    leave_out: frozenset[TaskId],
    progress: Progress,
    take_in: frozenset[TaskId] = frozenset(),
) -> Command[MergeReport]:
    """Merge files that came back, as one merge; `take_in`: what an earlier one left out and is now wanted."""

    def work(ledger: Ledger) -> MergeReport:
        return db.merge(ledger, paths, author=author, leave_out=leave_out, take_in=take_in, progress=progress)

    return Command(work, _changes("entries", "returns"), translate("operations", "merged"))


def review(
    task: TaskId, period: PeriodId, verdict: Verdict, author: str, comment: str, seen: Iterable[RevisionId]
) -> Command[Review]:
    """Say what is thought of an entry; `seen` are the heads that the person read."""
    heads = tuple(seen)
    done = {
        db.Verdict.APPROVE: translate("operations", "approved"),
        db.Verdict.SEND_BACK: translate("operations", "sent back"),
        db.Verdict.REOPEN: translate("operations", "open again"),
    }
    return Command(
        lambda ledger: db.review_entry(
            ledger, task, period, verdict, author=author, comment=comment, seen=heads
        ),
        _changes("entries", tasks=(task,)),
        done[verdict],
    )


def approve_many(
    period: PeriodId, seen: Mapping[TaskId, tuple[RevisionId, ...]], author: str
) -> Command[tuple[TaskId, ...]]:
    """Approve entries as they were read; what changed since is passed over."""
    return Command(
        lambda ledger: db.approve_entries(ledger, period, seen, author=author),
        _changes("entries", tasks=seen),
    )


def settle(
    task: TaskId, period: PeriodId, content: Content, author: str, heads: tuple[RevisionId, ...]
) -> Command[Revision]:
    """Settle a conflict by a text that replaces the `heads` that were seen; another head stays beside it."""
    saved = save_entry(task, period, content, author, None, heads)
    return replace(saved, done=translate("operations", "conflict settled"))


def write_receipts(plan: Plan, period: Period, folder: Path, units: Sequence[UnitId]) -> Command[list[Path]]:
    """Write the receipts of these units (none: of all) as PDF and text into `folder`."""

    def work(ledger: Ledger) -> list[Path]:
        wanted = units or (None,)
        return [
            path for unit in wanted for path in db.write_receipts(ledger, plan, period, folder, unit=unit)
        ]

    return Command(work, _changes(), translate("operations", "receipts written"))


def write_chase_list(plan: Plan, period: Period, path: Path) -> Command[Path]:
    """Write the list of the missing as a PDF; where it was written."""
    return Command(
        lambda ledger: db.write_paper(ledger, plan, period, db.PaperOptions("chase"), path).path,
        _changes(),
        translate("operations", "list of the missing written"),
    )


def write_overview(plan: Plan, period: Period, path: Path) -> Command[Path]:
    """Write where the plan stands as a PDF of one page; where it was written."""
    return Command(
        lambda ledger: db.write_paper(ledger, plan, period, db.PaperOptions("overview"), path).path,
        _changes(),
    )


def undo_merge() -> Command[tuple[str, ...]]:
    """Take the last merge back."""
    changes = _changes("entries", "returns")
    return Command(db.undo_merge, changes, translate("operations", "merge undone"))


def write_paper(plan: Plan, period: Period, options: PaperOptions, path: Path) -> Command[Written]:
    """Write a paper in the format that the suffix of `path` names."""
    return Command(lambda ledger: db.write_paper(ledger, plan, period, options, path), _changes())


def write_unit_sets(
    plan: Plan, period: Period, options: PaperOptions, folder: Path, progress: Progress
) -> Command[tuple[Written, ...]]:
    """Write one PDF a unit into `folder`."""
    return Command(
        lambda ledger: db.write_unit_sets(ledger, plan, period, options, folder, progress=progress),
        _changes(),
    )


def mark_printed(plan: Plan, period: Period, options: PaperOptions) -> Command[None]:
    """Remember what a printer took."""
    return Command(lambda ledger: db.mark_printed(ledger, plan, period, options), _changes())


def write_item_sheets(
    plan: Plan, period: Period, path: Path, tasks: Sequence[TaskId] | None = None
) -> Command[Path]:
    """Write the item sheets of `tasks` (None: all) as a PDF; where it was written."""
    options = db.PaperOptions(tasks=None if tasks is None else tuple(tasks))
    return Command(
        lambda ledger: db.write_paper(ledger, plan, period, options, path).path,
        _changes(),
    )


def explain(
    task: TaskId, period: PeriodId, finding: Finding, reason: str, author: str, unit: UnitId | None
) -> Command[Revision]:
    """Save with an entry why a finding may stand; an empty reason takes back what was said."""
    return Command(
        lambda ledger: db.explain(ledger, task, period, finding, reason, author=author, unit=unit),
        _changes("entries", tasks=(task,)),
        translate("operations", "explained"),
    )


def publish(plan: Plan, period: Period, author: str) -> Command[tuple[TaskId, ...]]:
    """Publish a period as it stands; the tasks that remain in conflict."""
    return Command(
        lambda ledger: db.close_period(ledger, plan, period, author=author),
        _changes("plan", "entries"),
        translate("operations", "period published"),
    )


def reopen_period(plan: Plan, period: Period, author: str) -> Command[None]:
    """Open a published period again."""
    return Command(
        lambda ledger: db.reopen_period(ledger, plan, period, author=author),
        _changes("plan", "entries"),
        translate("operations", "period opened again"),
    )
