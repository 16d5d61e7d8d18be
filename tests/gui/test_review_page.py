"""The page of reviews in the real window: approve, send back, wait for it, write over; by key and mouse."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QMessageBox, QPlainTextEdit, QPushButton

import db
from desktop.dialogs.issue import IssueDialog
from desktop.dialogs.write_over import WriteOverDialog
from desktop.mainwindow import MainWindow
from desktop.pages.review import ReviewPage
from desktop.settings import REVIEW_PHRASES, Settings
from tests import rounds
from tests.gui.desk import ONE, PERIOD, TWO, answer_again, entry_of, in_conflict, quiet

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(qtbot, open_window, ledger_file: Path, tmp_path: Path) -> MainWindow:
    in_conflict(ledger_file, tmp_path)
    window = open_window(ledger_file)
    window.session.author = "李四"
    qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    quiet(qtbot, window)
    return window


@pytest.fixture
def page(window: MainWindow) -> ReviewPage:
    return window.review


def titles(page: ReviewPage) -> list[str]:
    return [case.title.split("  ")[0] for case in page.left.model.cases]


def read(page: ReviewPage) -> str:
    return "".join(piece.text for row in page.panel.sides.cells for piece in row[0].pieces)


def press(qtbot, page: ReviewPage, name: str) -> None:
    button = page.findChild(QPushButton, name)
    assert button.isVisible()
    qtbot.mouseClick(button, LEFT)


def dialog() -> WriteOverDialog:
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, WriteOverDialog))


def send_back(qtbot, window: MainWindow, page: ReviewPage, why: str) -> None:
    qtbot.keyClick(page.left.list, Qt.Key.Key_B)
    edit = page.findChild(QLineEdit, "sendBackComment")
    assert edit.hasFocus()
    qtbot.keyClicks(edit, why)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    quiet(qtbot, window)


def test_every_entry_is_in_one_group_and_the_first_stands_there_to_read(window: MainWindow, page: ReviewPage):
    assert window.current_page == "review"
    assert titles(page) == ["1.1"]
    assert "新增学位120个。" in read(page)
    for group, expected in (("conflict", ["1.3"]), ("missing", ["1.2"]), ("approved", []), ("sent_back", [])):
        page.choose(group)
        assert titles(page) == expected


def test_a_approves_and_the_list_goes_on(qtbot, window: MainWindow, page: ReviewPage):
    qtbot.keyClick(page.left.list, Qt.Key.Key_A)
    quiet(qtbot, window)
    found = entry_of(window, ONE)
    assert (found.state, found.review.author) == (db.State.APPROVED, "李四")
    assert titles(page) == []
    page.choose("approved")
    assert titles(page) == ["1.1"]
    qtbot.keyClick(page.left.list, Qt.Key.Key_R)
    quiet(qtbot, window)
    assert entry_of(window, ONE).state is db.State.OPEN


def test_sent_back_with_a_reason_it_is_waited_for_until_it_is_withdrawn(qtbot, window, page: ReviewPage):
    send_back(qtbot, window, page, "figures wrong")
    assert entry_of(window, ONE).review.comment == "figures wrong"
    press(qtbot, page, "review_sent_back")
    (case,) = page.left.model.cases
    assert case.tag == "today"
    assert "figures wrong" in page.panel._told.text
    assert "No correction was issued" in page.panel._told.text
    qtbot.keyClick(page.left.list, Qt.Key.Key_R)
    quiet(qtbot, window)
    assert titles(page) == []
    assert db.Verdict.REOPEN is entry_of(window, ONE).review.verdict


def test_without_a_reason_nothing_is_sent_back(qtbot, window: MainWindow, page: ReviewPage):
    press(qtbot, page, "sendBackEntry")
    edit = page.findChild(QLineEdit, "sendBackComment")
    assert not page.findChild(QPushButton, "sendBackSend").isEnabled()
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    quiet(qtbot, window)
    assert entry_of(window, ONE).review is None
    qtbot.keyClicks(edit, "AB")  # letters in the field are no keys of the page
    assert edit.text() == "AB"
    qtbot.keyClick(edit, Qt.Key.Key_Escape)
    assert not edit.isVisible()
    assert entry_of(window, ONE).review is None


def test_reasons_are_remembered_and_offered(qtbot, window: MainWindow, page: ReviewPage):
    send_back(qtbot, window, page, "figures wrong")
    assert Settings().get(REVIEW_PHRASES) == ["figures wrong"]
    page.choose("sent_back")
    qtbot.keyClick(page.left.list, Qt.Key.Key_R)
    quiet(qtbot, window)
    page.choose("to_review")
    press(qtbot, page, "sendBackEntry")
    chip = page.panel.bar.phrases[0]
    assert chip.accessibleName() == "figures wrong"
    qtbot.mouseClick(chip, LEFT)
    assert page.findChild(QLineEdit, "sendBackComment").text() == "figures wrong"
    page.panel.bar.put_away()


def test_corrections_are_issued_from_here_and_the_list_says_when(qtbot, window, page, tmp_path: Path):
    send_back(qtbot, window, page, "figures wrong")
    press(qtbot, page, "issueCorrections")
    box = next(w for w in QApplication.topLevelWidgets() if isinstance(w, IssueDialog))
    box.reject()
    view = window.session.view
    with rounds.open_ledger(view.path) as ledger:
        db.issue(ledger, view.plan, view.period, tmp_path / "back", corrections=True)
    page.choose("sent_back")
    page.refresh()
    quiet(qtbot, window)
    assert "A correction was issued" in page.panel._told.text


def test_what_came_after_an_approval_stands_beside_it(qtbot, window, page, ledger_file, tmp_path: Path):
    qtbot.keyClick(page.left.list, Qt.Key.Key_A)
    quiet(qtbot, window)
    again = answer_again(ledger_file, tmp_path, "1.1", "新增学位130个。")
    with rounds.open_ledger(ledger_file) as ledger:
        db.merge(ledger, [again], author="李四")
    window.session.reload()
    quiet(qtbot, window)
    page.choose("changed")
    quiet(qtbot, window)
    marks = ["".join(p.text for r in page.panel.sides.cells for p in r[n].pieces if p.mark) for n in (0, 1)]
    assert marks == ["2", "3"]
    qtbot.keyClick(page.left.list, Qt.Key.Key_K)
    quiet(qtbot, window)
    found = entry_of(window, ONE)
    assert (found.state, found.current.content.narrative) == (db.State.APPROVED, "新增学位120个。")


def test_many_are_approved_but_not_what_a_check_noticed(qtbot, window, page, ledger_file, tmp_path: Path):
    figures = ((db.MeasureId("m1"), db.read_number("77")),)  # the text says 120
    again = answer_again(ledger_file, tmp_path, "1.1", "新增学位120个。", figures=figures)
    with rounds.open_ledger(ledger_file) as ledger:
        db.merge(ledger, [again], author="李四")
        told = db.Content(narrative="全部完成，已通过验收并投入使用。", status=db.Status.DONE)
        db.save_entry(ledger, TWO, PERIOD, told, author="张三", unit=db.UnitId("住建局"))
        plan = db.plans(ledger)[0]
        noticed = {f.place for f in db.check(ledger, plan, plan.periods[0]) if f.severity != "note"}
    assert "1.1#1" in noticed
    assert "1.2#1" not in noticed
    window.session.reload()
    page.refresh()
    quiet(qtbot, window)
    assert titles(page) == ["1.1", "1.2"]
    press(qtbot, page, "approveClear")
    box = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox) and w.isVisible())
    qtbot.mouseClick(next(b for b in box.buttons() if b.text() == "Approve"), LEFT)
    quiet(qtbot, window)
    assert entry_of(window, TWO).state is db.State.APPROVED
    assert entry_of(window, ONE).state is db.State.OPEN
    assert titles(page) == ["1.1"]


def test_what_is_selected_is_approved(qtbot, window, page: ReviewPage, ledger_file: Path):
    with rounds.open_ledger(ledger_file) as ledger:
        db.save_entry(
            ledger, TWO, PERIOD, db.Content(narrative="完成"), author="张三", unit=db.UnitId("住建局")
        )
    window.session.reload()
    quiet(qtbot, window)
    qtbot.keyClick(page.left.list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(qtbot, page, "approveSelected")
    quiet(qtbot, window)
    assert {entry_of(window, task).state for task in (ONE, TWO)} == {db.State.APPROVED}


def test_a_rewording_is_the_entry_and_the_first_words_stay_on_record(qtbot, window, page: ReviewPage):
    qtbot.keyClick(page.left.list, Qt.Key.Key_W)
    editor = dialog().findChild(QPlainTextEdit, "over_narrative")
    assert editor.toPlainText() == "新增学位120个。"
    qtbot.keyClicks(editor, "OK ")
    qtbot.mouseClick(dialog().agree, LEFT)
    quiet(qtbot, window)
    now = entry_of(window, ONE).current
    assert (now.content.narrative, now.unit, now.author) == ("OK 新增学位120个。", None, "李四")
    with rounds.open_ledger(window.session.view.path, read_only=True) as ledger:
        assert len(db.history(ledger, ONE, PERIOD)) == 2


def test_a_report_by_telephone_says_who_told_it(qtbot, window: MainWindow, page: ReviewPage):
    page.choose("missing")
    qtbot.keyClick(page.left.list, Qt.Key.Key_T)
    box = dialog()
    qtbot.keyClicks(box.findChild(QPlainTextEdit, "over_narrative"), "all done")
    qtbot.mouseClick(box.agree, LEFT)
    assert "Write who told it" in box.note.text()
    qtbot.keyClicks(box.findChild(QLineEdit, "over_told_by"), "Wang")
    qtbot.mouseClick(box.agree, LEFT)
    quiet(qtbot, window)
    told = entry_of(window, TWO).current
    assert (told.content.narrative, told.content.remark) == ("all done", "By telephone: Wang")


def test_n_and_p_walk_and_a_unit_narrows(qtbot, window, page: ReviewPage, ledger_file: Path):
    with rounds.open_ledger(ledger_file) as ledger:
        db.save_entry(
            ledger, TWO, PERIOD, db.Content(narrative="完成"), author="张三", unit=db.UnitId("住建局")
        )
    window.session.reload()
    quiet(qtbot, window)
    assert page.panel.task_id == ONE
    qtbot.keyClick(page.left.list, Qt.Key.Key_N)
    assert page.panel.task_id == TWO
    qtbot.keyClick(page.left.list, Qt.Key.Key_P)
    assert page.panel.task_id == ONE
    page.choose("to_review", "住建局")
    assert titles(page) == ["1.2"]


def test_a_conflict_leads_to_its_page(qtbot, window: MainWindow, page: ReviewPage):
    page.choose("conflict")
    press(qtbot, page, "settleEntry")
    assert window.current_page == "conflicts"
    assert window.findChild(QListView, "conflictList").isVisible()
    quiet(qtbot, window)
