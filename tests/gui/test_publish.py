"""Before something leaves the house: findings in the dialogs that hand in and publish, and publishing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QMessageBox, QPushButton

import db
from desktop.dialogs.finding_list import FindingList
from desktop.dialogs.make_return import MakeReturnDialog
from desktop.dialogs.publish import PublishDialog
from desktop.forms.editors import TextEdit
from desktop.session import Session
from desktop.settings import Settings
from tests import rounds

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

ONE, TWO, THREE = (db.TaskId(f"t1.{n}") for n in (1, 2, 3))
PERIOD = db.PeriodId("p1")
OVER = db.Content(status=db.Status.ON_TRACK, narrative="新增学位完成率186%。")


@pytest.fixture
def session(qtbot) -> Iterator[Session]:
    session = Session("李四")
    yield session
    session.stop()


@pytest.fixture
def settle(qtbot, session: Session):
    return lambda: qtbot.waitUntil(lambda: not session.busy)


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "l.shishi"
    with rounds.make_ledger(path) as made:
        db.save_entry(made, ONE, PERIOD, OVER, author="张三", unit=db.UnitId("教育局"))
    return path


def opened(qtbot, session: Session, path: Path) -> None:
    with qtbot.waitSignal(session.shown):
        session.open(path)


def told(dialog: QDialog) -> list[str]:
    findings = dialog.findChild(FindingList)
    return [findings.item(row).text() for row in range(findings.count())]


def test_several_findings_are_seen_without_scrolling(qtbot, session, settle, tmp_path) -> None:
    path = tmp_path / "sample.shishi"
    db.import_sample(path)
    opened(qtbot, session, path)
    dialog = PublishDialog(session)
    qtbot.addWidget(dialog)
    dialog.show()
    settle()
    findings = dialog.findChild(FindingList)
    assert findings.count() > 5
    assert findings.viewport().rect().contains(findings.visualItemRect(findings.item(4)))


def choose(dialog: QDialog, words: str) -> None:
    row = next(row for row, line in enumerate(told(dialog)) if words in line)
    dialog.findChild(FindingList).setCurrentRow(row)


def button(dialog: QDialog, name: str) -> QPushButton:
    found = dialog.findChild(QPushButton, name)
    assert found is not None
    return found


@pytest.fixture
def parent(qtbot) -> QLabel:
    parent = QLabel()
    qtbot.addWidget(parent)
    return parent


@pytest.fixture
def publish(qtbot, session: Session, settle, ledger: Path, parent: QLabel) -> PublishDialog:
    opened(qtbot, session, ledger)
    dialog = PublishDialog(session, parent)
    dialog.show()
    assert not dialog.agree.isEnabled()
    settle()
    return dialog


def summary(dialog: QDialog) -> str:
    return dialog.findChild(QLabel, "publishSummary").text()


def test_what_is_open_is_said_before_publishing(publish: PublishDialog) -> None:
    assert "1 of 3 tasks are filled in" in summary(publish)
    assert "not approved" in summary(publish)
    assert any("186%" in line for line in told(publish))
    assert sum("not filled in" in line for line in told(publish)) == 2


def test_publishing_closes_the_period_and_stays_on_record(
    qtbot, session: Session, settle, publish: PublishDialog
) -> None:
    publish.agree.click()
    settle()
    assert session.view.period.closed_at
    assert session.view.entries[ONE].state is db.State.APPROVED
    row = session.view.entries[ONE].review
    assert row.author == "李四"


def test_a_conflict_that_remains_is_said(qtbot, session: Session, settle, ledger: Path) -> None:
    with rounds.open_ledger(ledger) as made:
        for text in ("甲", "乙"):
            db.save_entry(made, TWO, PERIOD, db.Content(narrative=text), author=text, parents=())
        head = db.entry(made, ONE, PERIOD).current.id
        db.review_entry(
            made, ONE, PERIOD, db.Verdict.SEND_BACK, author="李四", comment="请核对", seen=(head,)
        )
    opened(qtbot, session, ledger)
    dialog = PublishDialog(session)
    qtbot.addWidget(dialog)
    dialog.show()
    settle()
    assert "1 task in conflict" in summary(dialog)
    assert "1 correction not back yet" in summary(dialog)
    dialog.agree.click()
    settle()
    assert "remains in conflict" in summary(dialog)
    assert dialog.agree.isHidden()


def test_a_finding_is_explained_in_the_dialog(
    qtbot, session: Session, settle, publish: PublishDialog
) -> None:
    choose(publish, "186%")
    button(publish, "explainButton").click()
    line = publish.findChild(QLineEdit, "explainEdit")
    qtbot.keyClicks(line, "carried over")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any("carried over" in text for text in told(publish)))
    assert publish.isVisible()  # Enter pressed no button of the dialog
    (said,) = session.view.entries[ONE].current.content.explanations
    assert (said.code, said.text) == ("percent_over", "carried over")
    assert session.view.entries[ONE].current.author == "李四"


def test_what_is_missing_cannot_be_explained_away(publish: PublishDialog) -> None:
    choose(publish, "not filled in")
    assert not button(publish, "explainButton").isEnabled()
    assert button(publish, "goToTaskButton").isEnabled()


def test_escape_leaves_the_reason_and_not_the_dialog(qtbot, publish: PublishDialog) -> None:
    choose(publish, "186%")
    button(publish, "explainButton").click()
    line = publish.findChild(QLineEdit, "explainEdit")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert publish.isVisible()
    assert line.isHidden()


def test_from_a_finding_one_comes_to_its_field(qtbot, publish: PublishDialog) -> None:
    choose(publish, "186%")
    with qtbot.waitSignal(publish.task_wanted) as wanted:
        button(publish, "goToTaskButton").click()
    task, finding = wanted.args
    assert (task, finding.code) == (ONE, "percent_over")


def test_the_clerk_explains_before_handing_in_and_a_draft_bars_it(
    qtbot, session: Session, settle, tmp_path: Path, fill_in_file: Path
) -> None:
    with rounds.open_ledger(fill_in_file) as file:
        unit = db.terms(file).unit
        db.save_entry(file, ONE, PERIOD, OVER, author="x", unit=unit)
        db.save_entry(file, THREE, PERIOD, OVER, author="x", unit=unit)
        db.save_draft(file, db.Draft(THREE, PERIOD, db.now(), db.Content(narrative="写了一半186%")))
    opened(qtbot, session, fill_in_file)
    dialog = MakeReturnDialog(session, Settings())
    qtbot.addWidget(dialog)
    dialog.show()
    settle()
    choose(dialog, "1.3#1 says 186%")
    assert not button(dialog, "explainButton").isEnabled()
    choose(dialog, "1.1#1 says 186%")
    button(dialog, "explainButton").click()
    line = dialog.findChild(QLineEdit, "explainEdit")
    qtbot.keyClicks(line, "carried over")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any("carried over" in text for text in told(dialog)))
    saved = session.view.entries[ONE].current
    assert (saved.unit, len(saved.parents)) == (unit, 1)


def test_the_actions_of_the_window(qtbot, ledger: Path, open_window) -> None:
    window = open_window(ledger)
    assert window.commands["publish"].isEnabled()
    assert not window.commands["reopen_period"].isEnabled()
    window.commands["publish"].trigger()
    dialog = window.findChild(PublishDialog)
    qtbot.waitUntil(dialog.agree.isEnabled)
    dialog.agree.click()
    qtbot.waitUntil(lambda: window.commands["reopen_period"].isEnabled())
    assert not window.commands["publish"].isEnabled()
    window.commands["reopen_period"].trigger()
    box = window.findChild(QMessageBox)
    next(one for one in box.buttons() if one.text() == "Open it again").click()
    qtbot.waitUntil(lambda: window.commands["publish"].isEnabled())
    assert window.session.view.period.closed_at is None


def test_a_finding_leads_from_the_dialog_into_the_form(qtbot, ledger: Path, open_window) -> None:
    window = open_window(ledger)
    window.commands["publish"].trigger()
    dialog = window.findChild(PublishDialog)
    qtbot.waitUntil(dialog.agree.isEnabled)
    choose(dialog, "186%")
    button(dialog, "goToTaskButton").click()
    qtbot.waitUntil(lambda: window.fill_in.current_task == ONE)
    editor = window.fill_in.findChild(TextEdit, "narrativeEdit")
    qtbot.waitUntil(lambda: window.focusWidget() is editor)


def test_a_reason_typed_in_the_form_is_saved_with_the_entry(qtbot, ledger: Path, open_window) -> None:
    window = open_window(ledger)
    window.show_page("fill_in")
    window.fill_in.select_task(ONE)
    form = window.fill_in.form
    qtbot.waitUntil(lambda: form.findChild(QPushButton, "explainButton") is not None)
    form.findChild(QPushButton, "explainButton").click()
    line = form.findChild(QLineEdit, "explainEdit")
    qtbot.keyClicks(line, "carried over")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ONE in window.session.view.drafts)  # it is kept like all that is typed
    assert window.fill_in.save()
    qtbot.waitUntil(lambda: not window.session.busy)
    (said,) = window.session.view.entries[ONE].current.content.explanations
    assert said.text == "carried over"
