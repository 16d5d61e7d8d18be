"""The one object handed to every screen: the open file and what is seen of it.

The ledger lives on the worker; screens see `Session.view`, a snapshot read there. A write goes
through `run`, which tells `changed` and replaces the view; a read goes through `query`. Both are of
the file that is shown when they are asked for, whatever is opened before they come to be done.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

import db
from desktop.files import OpenFile, OpenFiles
from desktop.tasks import Crashed, Failed, Job, Steps, Worker, while_there

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

    Seen = tuple[OpenFile, "View"]

T = TypeVar("T")


@db.record
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


def read_view(ledger: Ledger, wanted: PeriodId | None, known: tuple[Plan, ...] = ()) -> View:
    """Read what is to be seen: that of the terms, else the period `wanted`, else the latest.

    A plan that is equal to one of `known` is that one: screens see at a glance that it is not another.
    Raises `RequestError("no_plan")` for a file that holds no plan with a period.
    """
    plans = tuple(next((old for old in known if old == plan), plan) for plan in db.plans(ledger))
    terms = db.terms(ledger)
    plan, period = _choose(plans, terms.period if terms else wanted)
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


def _look(file: OpenFile, wanted: PeriodId | None) -> View:
    view = read_view(file.ledger, wanted, file.plans)
    file.period, file.plans = view.period.id, view.plans
    return view


def _look_again(file: OpenFile, changes: Changes) -> View | dict[TaskId, Draft] | None:
    """What has to be read again after a write, of the period that was read last."""
    if not changes.kinds or file.period is None:
        return None
    if changes.kinds == {"drafts"}:
        return db.drafts(file.ledger, file.period)
    return _look(file, file.period)


def _ledger_of(file: OpenFile | None) -> Ledger:
    if file is None:
        raise db.RequestError("nothing_open")
    return file.ledger


def _choose(plans: tuple[Plan, ...], wanted: PeriodId | None) -> tuple[Plan, Period]:
    pairs = [(plan, period) for plan in plans for period in plan.periods]
    if not pairs:
        raise db.RequestError("no_plan")
    latest = max(pairs, key=lambda pair: (pair[0].year, pair[1].end))
    return next((pair for pair in pairs if pair[1].id == wanted), latest)


class Leaving:
    """What whoever keeps typed words is asked before the file is left."""

    def __init__(self, *, tried: bool = False) -> None:
        self.tried = tried
        """Whether it was asked before: what failed since then is not tried again."""
        self.waits = False
        """Set where something typed is not in the file yet."""
        self.error: ShishiError | None = None
        """Set where it cannot be brought there."""


class Session(QObject):
    """The open file. Lives on the GUI thread; every call of `db` runs on its worker.

    `query`, `run` and `work_aside` hand the outcome to `then`, a `ShishiError` to `failed`, and tell
    `crashed` of a bug before it is raised. An answer to a `receiver` that is deleted is dropped.
    """

    opened = Signal()
    """Another file is open; `view` is its view."""
    closed = Signal()
    changed = Signal(object)
    """A write went through; carries its `db.Changes`."""
    done = Signal(str)
    """A write went through that is worth saying: the words for it."""
    shown = Signal()
    """`view` was replaced."""
    leaving = Signal(object)
    """The file is to be left: whoever keeps what is typed writes it, and answers in this `Leaving`."""
    failed = Signal(object)
    """A `ShishiError` that nobody else took; the window shows it."""
    busy_changed = Signal(bool)
    stepping = Signal(str, object)
    """Long work begins: what to call it, and its `Steps`."""

    def __init__(self, author: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.view: View | None = None
        self.author = author
        self._file: OpenFile | None = None
        self._next: OpenFile | None = None
        """What was asked for last: what waits to be shown while another was asked for is not shown."""
        self._files = OpenFiles()
        self._stopped = False
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
        failed: Failed | None = None,
    ) -> None:
        """Open another file; the one that is open is left once the other is read and all typed is kept."""

        def work() -> Seen:
            file = self._files.open(path, read_only=read_only)
            try:
                return file, _look(file, period)
            except BaseException:
                self._files.let_go(file)
                raise

        self._submit(work, self._opened, failed)

    def close(self) -> None:
        """Close the file after everything that was handed in or typed; `closed` follows."""
        self.settle(self._closed, self.failed.emit)

    def settle(self, then: Callable[[], None], failed: Failed) -> None:
        """Call `then` once all that was handed in is done and all that was typed is in the file.

        Nothing can be typed between that and `then`. `failed` is told why something cannot be kept.
        """
        self._ask(Leaving(), then, failed)

    def stop(self) -> None:
        """Close the file and end the worker. The last call; waits for what was handed in."""
        if self._worker.isRunning():
            self._submit(self._files.close_all, lambda _: None)
            self._worker.stop()
        self._stopped = True
        self._file = self.view = None

    def show_period(self, period: PeriodId) -> None:
        """Look at another period (of whichever plan has it)."""
        file = self._file
        if file is not None:
            self._submit(lambda: _look(file, period), lambda view: self._show(file, view))

    def reload(self) -> None:
        """Read again what is seen."""
        if self.view is not None:
            self.show_period(self.view.period.id)

    def query(
        self,
        work: Callable[[Ledger], T],
        then: Callable[[T], None],
        failed: Failed | None = None,
        *,
        crashed: Crashed | None = None,
        receiver: QObject | None = None,
    ) -> None:
        """Read on the worker, then hand the answer to `then` on the GUI thread."""
        file = self._file
        self.work_aside(lambda: work(_ledger_of(file)), then, failed, crashed=crashed, receiver=receiver)

    def run(
        self,
        command: Command[T],
        then: Callable[[T], None] | None = None,
        failed: Failed | None = None,
        *,
        crashed: Crashed | None = None,
        receiver: QObject | None = None,
    ) -> None:
        """Run a write on the worker; then `changed`, the new view, `shown`, and `then`, in this order.

        Why a write failed is told by the window if its receiver is gone.
        """
        file = self._file

        def work() -> tuple[T, View | dict[TaskId, Draft] | None]:
            ledger = _ledger_of(file)
            result = command.work(ledger)
            return result, _look_again(file, command.changes) if file else None

        def deliver(outcome: tuple[T, View | dict[TaskId, Draft] | None]) -> None:
            result, seen = outcome
            if file is self._file:
                self._take(seen, command.changes)
                if command.done:
                    self.done.emit(command.done)
            if then is not None:
                while_there(receiver, then)(result)

        def refuse(error: ShishiError) -> None:
            if failed is None or (receiver is not None and not isValid(receiver)):
                self.failed.emit(error)
            else:
                failed(error)

        self._submit(work, deliver, refuse, crashed and while_there(receiver, crashed))

    def free(self, held: list[object]) -> None:
        """Empty the list on the worker: to free a view of thousands of entries takes 30 ms.

        The list holds what nobody else needs any more; a variable must not hold it beside.
        """
        self._submit(held.clear, lambda _: None)

    def steps(self, label: str) -> Steps:
        """A progress for long work that is about to be handed in; whoever shows progress is told."""
        steps = Steps(self)
        self.stepping.emit(label, steps)
        return steps

    def work_aside(
        self,
        work: Callable[[], T],
        then: Callable[[T], None],
        failed: Failed | None = None,
        *,
        crashed: Crashed | None = None,
        receiver: QObject | None = None,
    ) -> None:
        """Run work that needs no open file (an import of a table) on the worker."""
        self._submit(
            work,
            while_there(receiver, then),
            while_there(receiver, failed or self.failed.emit),
            crashed and while_there(receiver, crashed),
        )

    def _take(self, seen: View | dict[TaskId, Draft] | None, changes: Changes) -> None:
        held: list[object] = []
        if isinstance(seen, View):
            held.append(self.view)
            self.view = seen
        elif seen is not None and self.view is not None:
            # Of the period in `view`: what the worker looked at last, this thread was shown last.
            self.view = replace(self.view, drafts=seen)
        if changes.kinds:
            self.changed.emit(changes)
        if isinstance(seen, View):
            self.shown.emit()
            self.free(held)

    def _submit(
        self,
        work: Callable[[], T],
        then: Callable[[T], None],
        failed: Failed | None = None,
        crashed: Crashed | None = None,
    ) -> None:
        if self._stopped:
            return
        if not self._worker.busy:
            self.busy_changed.emit(True)
        self._worker.submit(Job(work, then, failed or self.failed.emit, crashed))

    def _ask(self, question: Leaving, then: Callable[[], None], failed: Failed) -> None:
        self.leaving.emit(question)
        if question.error is not None:
            failed(question.error)
        elif question.waits or not question.tried:
            self._submit(lambda: None, lambda _: self._ask(Leaving(tried=True), then, failed))
        else:
            then()

    def _let_go(self, file: OpenFile | None) -> None:
        if file is not None:
            self._submit(lambda: self._files.let_go(file), lambda _: None)

    def _opened(self, seen: Seen) -> None:
        file, view = seen
        self._next = file

        def stay(error: ShishiError) -> None:
            self._let_go(file)
            self.failed.emit(error)

        if self._file is file:  # opened twice: it is open once
            self._let_go(file)
            self._show(file, view)
        elif self._file is None:
            self._switch(file, view)
        else:
            self.settle(lambda: self._switch(file, view), stay)

    def _switch(self, file: OpenFile, view: View) -> None:
        if file is not self._next:
            self._let_go(file)
            return
        self._let_go(self._file)
        self._file, self.view = file, view
        self.opened.emit()
        self.shown.emit()

    def _closed(self) -> None:
        self._let_go(self._file)
        self._file = self._next = self.view = None
        self.closed.emit()

    def _show(self, file: OpenFile, view: View) -> None:
        if file is self._file:
            held: list[object] = [self.view]
            self.view = view
            self.shown.emit()
            self.free(held)
