"""The dialog that issues: forms, a note, corrections, a second time, and what was sent so far."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPushButton, QTableView

import db
from db.ledger import open_ledger
from desktop.dialogs.issue import IssueDialog
from desktop.models.sent_table import Column
from desktop.session import Session
from desktop.settings import ISSUE_FORM, LAST_FOLDER, Settings
from tests import rounds

ONE, PERIOD = db.TaskId("t1.1"), db.PeriodId("p1")


@pytest.fixture
def session(qtbot) -> Iterator[Session]:
    session = Session()
    yield session
    session.stop()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "folder"
    folder.mkdir()
    Settings().put(LAST_FOLDER, str(folder))
    return folder


@pytest.fixture
def ask(qtbot, session: Session, ledger_file: Path, folder: Path):
    """Open the dialog on the ledger, and wait until it knows what was sent."""

    def ask_(**options: bool) -> IssueDialog:
        if session.view is None:
            with qtbot.waitSignal(session.shown):
                session.open(ledger_file)
        dialog = IssueDialog(session, Settings(), **options)
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: not session.busy)
        return dialog

    return ask_


def press(qtbot, session: Session, button: QPushButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not session.busy)


def shown(dialog: IssueDialog) -> list[list[str]]:
    model = dialog.findChild(QTableView, "sentTable").model()
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def units(dialog: IssueDialog) -> list[str]:
    return [dialog.units.item(row).text() for row in range(dialog.units.count())]


def test_both_forms_and_the_note(qtbot, session: Session, ask, folder: Path):
    dialog = ask()
    picker = dialog.findChild(QComboBox, "formPicker")
    picker.setCurrentIndex(picker.findData("both"))
    qtbot.keyClicks(dialog.note_edit, "call 8123")
    press(qtbot, session, dialog.agree)
    assert sorted(path.name for path in folder.iterdir()) == [
        f"{unit}_1-3月_填报.{form}" for unit in ("住建局", "教育局") for form in ("shishi", "xlsx")
    ]
    with open_ledger(folder / "教育局_1-3月_填报.shishi") as file:
        assert db.terms(file).note == "call 8123"
    assert Settings().get(ISSUE_FORM) == "both"
    assert dialog.agree.text() == "Open the folder"
    assert len(shown(dialog)) == 4
    assert shown(dialog)[0][Column.REMARK] == "call 8123"


def test_who_has_a_file_is_told_and_asked_again_only_when_checked(qtbot, session: Session, ask, folder: Path):
    first = ask()
    qtbot.keyClick(first.units, Qt.Key.Key_Down)
    first.units.setCurrentRow(1)
    qtbot.keyClick(first.units, Qt.Key.Key_Space)
    press(qtbot, session, first.agree)
    second = ask()
    assert "sent" in units(second)[0]
    assert "sent" not in units(second)[1]
    assert second.agree.text() == "Issue to 1 unit"
    press(qtbot, session, second.agree)
    third = ask()
    assert not third.agree.isEnabled()
    assert "Every unit" in third.note.text()
    qtbot.keyClick(third._all, Qt.Key.Key_Space)
    assert third.agree.text() == "Issue to 2 units"
    press(qtbot, session, third.agree)
    assert "教育局_1-3月_填报 (2).shishi" in third.note.text()
    assert len(list(folder.iterdir())) == 4


def test_what_was_sent_is_listed_the_newest_on_top(qtbot, session: Session, ask):
    press(qtbot, session, ask().agree)
    dialog = ask()
    assert [row[Column.UNIT] for row in shown(dialog)] == ["住建局", "教育局"]
    assert shown(dialog)[0][Column.FILE] == "住建局_1-3月_填报.shishi"
    assert "2" in dialog._tabs.tabText(1)
    dialog._period.setCurrentText("1-6月")
    qtbot.waitUntil(lambda: not session.busy)
    assert shown(dialog) == []
    assert dialog.agree.text() == "Issue to 2 units"


def test_corrections_go_to_those_who_are_to_correct(
    qtbot, session: Session, ask, ledger_file: Path, folder: Path, tmp_path: Path
):
    with open_ledger(ledger_file) as ledger:
        file = rounds.issue(ledger, tmp_path / "out")["教育局"]
        rounds.say(file, "1.1", "甲")
        db.merge(ledger, [rounds.hand_in(file, tmp_path / "in")], author="李四")
        db.review_entry(ledger, ONE, PERIOD, db.Verdict.SEND_BACK, comment="太短", author="李四")
    dialog = ask(corrections=True)
    assert [text.split()[:2] for text in units(dialog)] == [["教育局", "1"]]
    press(qtbot, session, dialog.agree)
    (written,) = folder.iterdir()
    with open_ledger(written) as file:
        assert db.terms(file).corrections
    again = ask(corrections=True)
    assert not again.agree.isEnabled()
    assert shown(again)[0][Column.REMARK] == "correction"


def test_nothing_to_correct_is_said(ask):
    dialog = ask(corrections=True)
    assert not dialog.agree.isEnabled()
    assert "Nothing is waiting" in dialog.note.text()
