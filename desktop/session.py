"""The one object handed to every screen: the open file and what is seen of it.

The ledger lives on the worker; screens see `Session.view`, a snapshot read there. A write goes
through `run`, which tells `changed` and replaces the view; a read goes through `query`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

import db
from desktop.tasks import Steps, Worker

if TYPE_CHECKING:
    from db import (
        Changes,
        Draft,
        Entry,
        FileKind,
        Ledger,
        Period,
        PeriodId,
        Plan,
        ShishiError,
        TaskId,
        Terms,
        UnitId,
    )
    from desktop.operations import Command

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class View:
    """What is seen of the open file: one plan in one period, as last read."""

    plan: Plan
    plans: tuple[Plan, ...]
    period: Period
    kind: FileKind
    path: Path
    read_only: bool
    terms: Terms | None
    entries: dict[TaskId, Entry]
    previous: dict[TaskId, Entry]
    """The entries of the period before; empty in the first period."""
    drafts: dict[TaskId, Draft]


def read_view(ledger: Ledger, wanted: PeriodId | None) -> View:
    """Read what is to be seen: the period `wanted`, else that of the terms, else the latest.

    Raises `RequestError("no_plan")` for a file that holds no plan with a period.
    """
    plans = db.plans(ledger)
    terms = db.terms(ledger)
    plan, period = _choose(plans, wanted or (terms.period if terms else None))
    before = db.previous_period(plan, period)
    return View(
        plan=plan,
        plans=plans,
        period=period,
        kind=ledger.kind,
        path=ledger.path,
        read_only=ledger.read_only,
        terms=terms,
        entries=db.entries(ledger, period.id),
        previous=db.entries(ledger, before.id) if before else {},
        drafts=db.drafts(ledger, period.id),
    )


def _choose(plans: tuple[Plan, ...], wanted: PeriodId | None) -> tuple[Plan, Period]:
    pairs = [(plan, period) for plan in plans for period in plan.periods]
    if not pairs:
        raise db.RequestError("no_plan")
    latest = max(pairs, key=lambda pair: (pair[0].year, pair[1].end))
    return next((pair for pair in pairs if pair[1].id == wanted), latest)


class Session(QObject):
    """The open file. Lives on the GUI thread; every call of `db` runs on its worker."""

    opened = Signal()
    """Another file is open; `view` is its view."""
    closed = Signal()
    changed = Signal(object)
    """A write went through; carries its `db.Changes`."""
    shown = Signal()
    """`view` was replaced."""
    failed = Signal(object)
    """A `ShishiError` that nobody else took; the window shows it."""
    busy_changed = Signal(bool)
    stepping = Signal(str, object)
    """Long work begins: what to call it, and its `Steps`."""

    def __init__(self, author: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.view: View | None = None
        self.author = author
        self._ledger: Ledger | None = None
        self._worker = Worker(self)
        self._worker.idle.connect(lambda: self.busy_changed.emit(False))

    @property
    def unit(self) -> UnitId | None:
        """Who writes: the unit of a fill-in file, else None for the coordinating office."""
        terms = self.view.terms if self.view else None
        return terms.unit if terms else None

    @property
    def busy(self) -> bool:
        """Whether the worker has anything to do."""
        return self._worker.busy

    def open(
        self,
        path: Path,
        *,
        read_only: bool = False,
        period: PeriodId | None = None,
        failed: Callable[[ShishiError], None] | None = None,
    ) -> None:
        """Open another file; the one that is open is closed once the other could be read."""

        def work() -> View:
            if self._ledger is not None and self._ledger.path == path:
                return read_view(self._ledger, period)
            ledger = db.open_ledger(path, read_only=read_only)
            try:
                view = read_view(ledger, period)
            except db.ShishiError:
                ledger.close()
                raise
            self._close_ledger()
            self._ledger = ledger
            return view

        self._submit(work, self._opened, failed)

    def close(self) -> None:
        """Close the file after everything that was handed in; `closed` follows."""
        self._submit(self._close_ledger, lambda _: self._closed(), None)

    def stop(self) -> None:
        """Close the file and end the worker. The last call; waits for what was handed in."""
        if self._worker.isRunning():
            self._worker.submit(self._close_ledger, lambda _: None, self.failed.emit)
            self._worker.stop()
        self.view = None

    def show_period(self, period: PeriodId) -> None:
        """Look at another period (of whichever plan has it)."""
        self.query(lambda ledger: read_view(ledger, period), self._show)

    def reload(self) -> None:
        """Read again what is seen."""
        if self.view is not None:
            self.show_period(self.view.period.id)

    def query(
        self,
        work: Callable[[Ledger], T],
        then: Callable[[T], None],
        failed: Callable[[ShishiError], None] | None = None,
    ) -> None:
        """Read on the worker, then hand the answer to `then` on the GUI thread."""
        self._submit(lambda: work(self._open_ledger()), then, failed)

    def run(
        self,
        command: Command[T],
        then: Callable[[T], None] | None = None,
        failed: Callable[[ShishiError], None] | None = None,
    ) -> None:
        """Run a write on the worker; then `changed`, the new view, `shown`, and `then`, in this order."""
        period = self.view.period.id if self.view else None

        def work() -> tuple[T, View | dict[TaskId, Draft] | None]:
            ledger = self._open_ledger()
            return command.work(ledger), self._seen_after(ledger, command.changes, period)

        def deliver(outcome: tuple[T, View | dict[TaskId, Draft] | None]) -> None:
            result, seen = outcome
            self._take(seen, command.changes)
            if then is not None:
                then(result)

        self._submit(work, deliver, failed)

    def steps(self, label: str) -> Steps:
        """A progress for long work that is about to be handed in; whoever shows progress is told."""
        steps = Steps(self)
        self.stepping.emit(label, steps)
        return steps

    def work_aside(
        self,
        work: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[ShishiError], None] | None = None,
    ) -> None:
        """Run work that needs no open file (an import of a table) on the worker."""
        self._submit(work, then, failed)

    def _seen_after(
        self, ledger: Ledger, changes: Changes, period: PeriodId | None
    ) -> View | dict[TaskId, Draft] | None:
        """What has to be read again after a write; runs on the worker."""
        if not changes.kinds or period is None:
            return None
        if changes.kinds == {"drafts"}:
            return db.drafts(ledger, period)
        return read_view(ledger, period)

    def _take(self, seen: View | dict[TaskId, Draft] | None, changes: Changes) -> None:
        if isinstance(seen, View):
            self.view = seen
        elif seen is not None and self.view is not None:
            self.view = replace(self.view, drafts=seen)
        if changes.kinds:
            self.changed.emit(changes)
        if isinstance(seen, View):
            self.shown.emit()

    def _submit(
        self,
        work: Callable[[], T],
        then: Callable[[T], None],
        failed: Callable[[ShishiError], None] | None,
    ) -> None:
        if not self._worker.busy:
            self.busy_changed.emit(True)
        self._worker.submit(work, then, failed or self.failed.emit)

    def _open_ledger(self) -> Ledger:
        if self._ledger is None:
            raise db.RequestError("nothing_open")
        return self._ledger

    def _close_ledger(self) -> None:
        """Runs on the worker, which owns the ledger."""
        if self._ledger is not None:
            self._ledger.close()
            self._ledger = None

    def _opened(self, view: View) -> None:
        self.view = view
        self.opened.emit()
        self.shown.emit()

    def _closed(self) -> None:
        self.view = None
        self.closed.emit()

    def _show(self, view: View) -> None:
        self.view = view
        self.shown.emit()
