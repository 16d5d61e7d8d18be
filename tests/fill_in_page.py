"""The fill-in page on a small real file: fixtures and what its tests look at."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

import db
from desktop.forms.editors import TextEdit
from desktop.forms.notice import Notice
from desktop.pages.fill_in import FillInPage
from desktop.session import Session
from tests import rounds

ONE, TWO, THREE = (db.TaskId(f"t1.{n}") for n in (1, 2, 3))
PERIOD = db.PeriodId("p1")


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "台账.shishi"
    rounds.make_ledger(path).close()
    return path


@pytest.fixture
def session(qtbot, ledger: Path) -> Iterator[Session]:
    session = Session("李四")
    with qtbot.waitSignal(session.shown):
        session.open(ledger)
    yield session
    session.stop()


@pytest.fixture
def page(qtbot, session: Session) -> FillInPage:
    page = FillInPage(session)
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show()
    qtbot.waitUntil(lambda: page.current_task is not None)
    return page


@pytest.fixture
def settle(qtbot, session: Session):
    """Wait until the worker has nothing left to do."""

    def wait() -> None:
        qtbot.waitUntil(lambda: not session.busy)

    return wait


def narrative(page: FillInPage) -> TextEdit:
    found = page.findChild(TextEdit, "narrativeEdit")
    assert found is not None
    return found


def entry(session: Session, task: db.TaskId) -> db.Entry:
    assert session.view is not None
    return session.view.entries[task]


def drafts(session: Session) -> dict[db.TaskId, db.Draft]:
    assert session.view is not None
    return session.view.drafts


def write_elsewhere(
    session: Session, task: db.TaskId, text: str, *, parents: tuple[db.RevisionId, ...] = ()
) -> None:
    """As a merge would: another revision appears beneath the page."""
    session.query(
        lambda ledger: db.save_entry(
            ledger, task, PERIOD, db.Content(narrative=text), author="别人", parents=parents
        ),
        lambda _: session.reload(),
    )


def notices(page: FillInPage) -> list[str]:
    return [notice.text for notice in page.form.findChildren(Notice) if not notice.isHidden()]


def chip(page: FillInPage, name: str) -> QPushButton:
    return page.findChild(QPushButton, f"filter_{name}")
