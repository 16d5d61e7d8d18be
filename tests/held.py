"""Holding up the worker of a session, and what its files say afterwards."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import db
from desktop.session import Session
from tests import rounds


@contextmanager
def held(session: Session) -> Iterator[None]:
    """As long as this lasts the worker is busy, and what is handed in waits."""
    release = Event()
    session.work_aside(release.wait, lambda _: None)
    try:
        yield
    finally:
        release.set()


def kept(path: Path, period: str = "p1") -> dict[str, str]:
    """The narratives of the drafts in a file."""
    with rounds.open_ledger(path) as ledger:
        found = db.drafts(ledger, db.PeriodId(period))
    return {task: draft.content.narrative for task, draft in found.items()}


def saved(path: Path, period: str = "p1") -> dict[str, list[str]]:
    """The narratives of the heads in a file."""
    with rounds.open_ledger(path) as ledger:
        found = db.entries(ledger, db.PeriodId(period))
    return {
        task: [head.content.narrative for head in entry.heads if head.content.narrative]
        for task, entry in found.items()
    }
