"""One short function for each thing a person does: a `Command` that is not yet run.

`Session.run` runs it on the worker and tells everyone what changed. Reads need no command: they
go through `Session.query`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
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
        Issued,
        Ledger,
        MergeReport,
        Period,
        PeriodId,
        Plan,
        Progress,
        Returned,
        Revision,
        RevisionId,
        TaskId,
        UnitId,
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


def issue(
    plan: Plan,
    label: str,
    folder: Path,
    *,
    units: Sequence[UnitId],
    due: date | None,
    author: str,
    progress: Progress,
) -> Command[tuple[Issued, ...]]:
    """Write a fill-in file for each unit into `folder`; a period the plan does not have yet is opened."""

    def work(ledger: Ledger) -> tuple[Issued, ...]:
        known = next((period for period in plan.periods if period.label == label), None)
        period = known or db.open_period(ledger, plan, db.period_named(label, plan.year), author=author)
        return db.issue(ledger, plan, period, folder, units=units, due=due, progress=progress)

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
    paths: Sequence[Path], author: str, leave_out: frozenset[TaskId], progress: Progress
) -> Command[MergeReport]:
    """Merge files that came back, as one merge."""

    def work(ledger: Ledger) -> MergeReport:
        return db.merge(ledger, paths, author=author, leave_out=leave_out, progress=progress)

    return Command(work, _changes("entries", "returns"), translate("operations", "merged"))


def undo_merge() -> Command[tuple[str, ...]]:
    """Take the last merge back."""
    changes = _changes("entries", "returns")
    return Command(db.undo_merge, changes, translate("operations", "merge undone"))


def write_report(plan: Plan, period: Period, path: Path) -> Command[Path]:
    """Write the consolidated table as `.pdf` or `.xlsx`, by the suffix of `path`; where it was written."""
    return Command(
        lambda ledger: db.write_report(ledger, plan, period, path),
        _changes(),
    )


def write_item_sheets(
    plan: Plan, period: Period, path: Path, tasks: Sequence[TaskId] | None = None
) -> Command[Path]:
    """Write the item sheets of `tasks` (None: all) as a PDF; where it was written."""
    return Command(
        lambda ledger: db.write_item_sheets(ledger, plan, period, path, tasks=tasks),
        _changes(),
    )
