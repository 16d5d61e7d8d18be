"""One background thread owns the open ledgers; results come back on the GUI thread.

Jobs run one after another in the order they were handed in, so a read always sees the write
before it. `Steps` is how a long job speaks to the screen, and how the screen asks it to stop.
"""

from __future__ import annotations

import gc
import sys
from collections import deque
from collections.abc import Callable
from threading import Event, Semaphore
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QThread, Signal
from shiboken6 import isValid

if TYPE_CHECKING:
    from db import ShishiError

T = TypeVar("T")
SWITCH = 0.0005
"""Seconds for which one thread may keep the other from running Python. A key on the GUI thread takes the
interpreter some twenty times, and at Python's own 5 ms a busy worker makes a tenth of a second of that."""
COLLECT = (10_000, 20, 50)
"""How seldom Python looks for cycles: in a plan of thousands of tasks, which has none, it takes 100 ms."""
Failed = Callable[["ShishiError"], None]
Crashed = Callable[[BaseException], None]


def while_there(receiver: QObject | None, answer: Callable[[T], None]) -> Callable[[T], None]:
    """`answer`, but nothing once `receiver` is deleted: a dialog may be closed while its work runs."""

    def deliver(outcome: T) -> None:
        if receiver is None or isValid(receiver):
            answer(outcome)

    return deliver


class Job:
    """Work for the background thread and what to do with its outcome on the GUI thread.

    `crashed` is told of a bug, so that whoever waits for an answer waits no longer.
    """

    def __init__(
        self,
        work: Callable[[], Any],
        then: Callable[[Any], None],
        failed: Failed,
        crashed: Crashed | None = None,
    ) -> None:
        self.work, self.then, self.failed, self.crashed = work, then, failed, crashed
        self.result: Any = None
        self.error: BaseException | None = None

    def run(self) -> None:
        """Do the work and keep the outcome; called on the background thread."""
        try:
            self.result = self.work()
        except BaseException as error:  # noqa: BLE001 - not swallowed: `deliver` raises it on the GUI thread
            self.error = error

    def deliver(self) -> None:
        """Tell whoever asked; called on the GUI thread.

        What is not a `ShishiError` is a bug: it is raised here and reaches the exception hook.
        """
        from db import ShishiError

        if self.error is None:
            self.then(self.result)
        elif isinstance(self.error, ShishiError):
            self.failed(self.error)
        else:
            if self.crashed is not None:
                self.crashed(self.error)
            raise self.error


class Worker(QThread):
    """The thread that owns the ledgers. `idle` says that nothing is left to do or to deliver."""

    idle = Signal()
    _finished_job = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: deque[Job | None] = deque()
        self._handed_in = Semaphore(0)
        """Counts the jobs. A deque and this are a queue; the module `queue` takes a window longer to open."""
        self._pending = 0
        # Emitted on the worker, received by an object of the GUI thread: Qt queues it across.
        self._finished_job.connect(self._deliver)

    @property
    def busy(self) -> bool:
        """Whether a job waits, runs, or has an outcome that was not yet delivered."""
        return self._pending > 0

    def submit(self, job: Job) -> None:
        """Run a job on the thread, then deliver it on the GUI thread."""
        if not self.isRunning():
            self.start()
        self._pending += 1
        self._hand_in(job)

    def stop(self) -> None:
        """Finish the jobs handed in so far and end the thread; their outcomes are not delivered."""
        if self.isRunning():
            self._hand_in(None)
            self.wait()

    def run(self) -> None:
        """Work through the jobs until told to stop; runs on the background thread."""
        gc.set_threshold(*COLLECT)
        while (job := self._take()) is not None:
            job.run()
            self._finished_job.emit(job)
            sys.setswitchinterval(SWITCH)  # not for the first: that is what a window waits for at its start

    def _hand_in(self, job: Job | None) -> None:
        self._jobs.append(job)
        self._handed_in.release()

    def _take(self) -> Job | None:
        self._handed_in.acquire()
        return self._jobs.popleft()

    def _deliver(self, job: Job) -> None:
        self._pending -= 1
        try:
            job.deliver()
        finally:
            if not self._pending:
                self.idle.emit()


class Steps(QObject):
    """A `db.Progress` whose steps arrive on the GUI thread as `stepped(done, total, what)`."""

    stepped = Signal(int, int, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._stop.set()

    def step(self, done: int, total: int, what: str) -> None:
        """Pass the step on; raises `Cancelled` if the person asked to stop."""
        if self._stop.is_set():
            from db import Cancelled

            raise Cancelled
        self.stepped.emit(done, total, what)
