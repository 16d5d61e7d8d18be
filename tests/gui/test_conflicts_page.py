"""The page of conflicts in the real window: what differs is seen, and settled by keyboard and mouse."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListView, QPlainTextEdit, QPushButton

import db
from desktop.compared import Mark
from desktop.dialogs.write_over import WriteOverDialog
from desktop.mainwindow import MainWindow
from desktop.pages.conflicts import ConflictsPage
from tests import rounds
from tests.gui.desk import ONE, PERIOD, THREE, answer_again, entry_of, in_conflict, quiet

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(qtbot, open_window, ledger_file: Path, tmp_path: Path) -> MainWindow:
    in_conflict(ledger_file, tmp_path)
    window = open_window(ledger_file)
    qtbot.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.conflicts._loaded is not None)
    return window


@pytest.fixture
def page(window: MainWindow) -> ConflictsPage:
    return window.conflicts


def marked(page: ConflictsPage, side: int) -> str:
    """What of a side is marked, in every row."""
    cells = [row[side] for row in page.panel.sides.cells]
    return "".join(piece.text for cell in cells for piece in cell.pieces if piece.mark)


def dialog() -> WriteOverDialog:
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, WriteOverDialog))


def left_side(page: ConflictsPage) -> db.Revision:
    assert page._loaded is not None
    return page._loaded.sides.sides[0]


def test_both_sides_stand_there_and_what_differs_is_marked(window: MainWindow, page: ConflictsPage):
    assert window.current_page == "conflicts"
    assert window.findChild(QListView, "conflictList") is page.list
    (case,) = page.open_cases.cases
    assert "1.3" in case.title
    assert "教育局" in case.told
    assert "住建局" in case.told
    assert {marked(page, 0), marked(page, 1)} == {"45", "60"}
    for row in page.panel.sides.cells:
        for cell in row:
            assert "underline" in cell.text() or not any(piece.mark for piece in cell.pieces)
    assert "[differs:" in page.panel.sides.cells[0][0].accessibleName()


def test_the_rail_says_how_many_there_are(window: MainWindow):
    item = next(i for i in map(window.rail.item, range(window.rail.count())) if i.text() == "Conflicts")
    assert item.data(Qt.ItemDataRole.AccessibleTextRole) == "Conflicts 1"


def test_the_key_1_takes_the_left(qtbot, window: MainWindow, page: ConflictsPage):
    left = left_side(page).content
    qtbot.keyClick(page.list, Qt.Key.Key_1)
    quiet(qtbot, window)
    assert entry_of(window, THREE).state is db.State.OPEN
    assert entry_of(window, THREE).current.content == left
    assert page.open_cases.rowCount() == 0
    assert page.panel.currentIndex() == 0


def test_the_right_by_mouse_and_the_register_says_who_and_how(qtbot, window, page: ConflictsPage):
    right = page._loaded.sides.sides[1].content
    window.session.author = "李四"
    qtbot.mouseClick(page.findChild(QPushButton, "takeSide2"), LEFT)
    quiet(qtbot, window)
    assert entry_of(window, THREE).current.content == right
    qtbot.mouseClick(page.findChild(QPushButton, "settledConflicts"), LEFT)
    qtbot.waitUntil(lambda: page.panel.currentIndex() == 1)
    (case,) = page.settled_cases.cases
    assert "李四" in case.told
    assert "taken" in case.told
    assert len(page.panel.sides.cells[0]) == 3  # both sides, and what settled it
    assert not page.findChild(QPushButton, "takeSide1").isVisible()
    qtbot.keyClick(page.register, Qt.Key.Key_1)  # nothing is settled twice
    quiet(qtbot, window)
    with rounds.open_ledger(window.session.view.path, read_only=True) as ledger:
        assert len(db.settled(ledger)) == 1


def test_enter_writes_one_text_with_both_at_hand(qtbot, window: MainWindow, page: ConflictsPage):
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    box = dialog()
    editor = box.findChild(QPlainTextEdit, "over_narrative")
    assert "145" in editor.toPlainText()
    assert "160" in editor.toPlainText()
    assert editor.toPlainText().count("已完工。") == 1
    assert len(box.reading.cells[0]) == 2
    editor.selectAll()
    qtbot.keyClicks(editor, "total 305")
    qtbot.mouseClick(box.agree, LEFT)
    quiet(qtbot, window)
    found = entry_of(window, THREE)
    assert (found.state, found.current.content.narrative) == (db.State.OPEN, "total 305")
    assert len(found.current.parents) == 2


def test_what_is_typed_survives_cancel_and_stands_there_again(qtbot, window, page: ConflictsPage):
    page.write_union()
    editor = dialog().findChild(QPlainTextEdit, "over_narrative")
    editor.selectAll()
    qtbot.keyClicks(editor, "half a thought")
    qtbot.keyClick(dialog(), Qt.Key.Key_Escape)
    quiet(qtbot, window)
    assert entry_of(window, THREE).state is db.State.CONFLICT
    assert window.session.view.drafts[THREE].content.narrative == "half a thought"
    qtbot.waitUntil(lambda: page._loaded is not None and page._loaded.draft is not None)
    page.write_union()
    assert dialog().findChild(QPlainTextEdit, "over_narrative").toPlainText() == "half a thought"
    dialog().reject()
    quiet(qtbot, window)


def test_an_unsaved_text_is_in_the_file_when_the_window_closes(qtbot, window, page: ConflictsPage):
    path = window.session.view.path
    page.write_union()
    editor = dialog().findChild(QPlainTextEdit, "over_narrative")
    editor.selectAll()
    qtbot.keyClicks(editor, "not lost")
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    with rounds.open_ledger(path, read_only=True) as ledger:
        assert db.drafts(ledger, PERIOD)[THREE].content.narrative == "not lost"


@pytest.fixture
def two(qtbot, window: MainWindow, ledger_file: Path, tmp_path: Path) -> MainWindow:
    """A second conflict, of 1.1, whose sides have an ancestor and figures that differ."""
    measure = db.MeasureId("m1")
    answers = (("新增学位120个。投用。", 120), ("新增学位130个。", 130))
    files = [
        answer_again(
            ledger_file, tmp_path / str(n), "1.1", text, figures=((measure, db.read_number(str(n))),)
        )
        for text, n in answers
    ]
    with rounds.open_ledger(ledger_file) as ledger:
        db.merge(ledger, files, author="李四")
    window.session.reload()
    qtbot.waitUntil(lambda: window.conflicts.open_cases.rowCount() == 2)
    quiet(qtbot, window)
    return window


def test_n_goes_round_and_nothing_old_is_settled_meanwhile(qtbot, two: MainWindow):
    page = two.conflicts
    here = page.list.currentIndex().row()
    qtbot.keyClick(page.list, Qt.Key.Key_N)
    assert page.list.currentIndex().row() == 1 - here
    qtbot.keyClick(page.list, Qt.Key.Key_1)  # before the next one is on the screen: nothing
    quiet(qtbot, two)
    assert {entry_of(two, task).state for task in (ONE, THREE)} == {db.State.CONFLICT}
    qtbot.keyClick(page.list, Qt.Key.Key_N)
    assert page.list.currentIndex().row() == here
    quiet(qtbot, two)


def test_against_what_all_started_from_each_shows_what_it_changed(qtbot, two: MainWindow):
    page = two.conflicts
    page.list.setCurrentIndex(page.open_cases.index(page.open_cases.place((ONE, PERIOD, ""))))
    quiet(qtbot, two)
    assert len(page.panel.sides.cells[0]) == 3  # the ancestor is there to read
    qtbot.mouseClick(page.findChild(QPushButton, "againstStart"), LEFT)
    told = [
        "".join(p.text for row in page.panel.sides.cells for p in row[side].pieces if p.mark is Mark.ADDED)
        for side in (0, 1)
    ]
    assert sorted(told) == sorted(["120 个投用。", "130 个3"])


def test_figures_that_differ_are_left_to_the_person(qtbot, two: MainWindow):
    page = two.conflicts
    page.list.setCurrentIndex(page.open_cases.index(page.open_cases.place((ONE, PERIOD, ""))))
    quiet(qtbot, two)
    page.write_union()
    assert "学位" in dialog().note.text()
    assert dialog().content().figures == ()
    dialog().reject()
    quiet(qtbot, two)


def test_three_sides_have_three_keys(qtbot, two: MainWindow, ledger_file: Path, tmp_path: Path):
    page = two.conflicts
    with rounds.open_ledger(ledger_file) as ledger:
        start = next(one for one in db.history(ledger, ONE, PERIOD) if not one.parents)
        third = db.Content(narrative="第三份。" * 2_000)
        db.save_entry(ledger, ONE, PERIOD, third, author="王五", parents=[start.id])
    two.session.reload()
    quiet(qtbot, two)
    page.list.setCurrentIndex(page.open_cases.index(page.open_cases.place((ONE, PERIOD, ""))))
    qtbot.waitUntil(lambda: page._loaded is not None and len(page._loaded.sides.sides) == 3)
    assert page.findChild(QPushButton, "takeSide3").isVisible()
    wanted = page._loaded.sides.sides[2].content
    qtbot.keyClick(page.list, Qt.Key.Key_3)
    quiet(qtbot, two)
    assert entry_of(two, ONE).current.content == wanted


def test_what_came_in_unseen_is_not_settled_with_it(qtbot, window, page, ledger_file: Path):
    with rounds.open_ledger(ledger_file) as ledger:
        task, heads = THREE, db.entry(ledger, THREE, PERIOD).heads
        # A side that was never on the screen: it descends from one of those that are.
        db.save_entry(
            ledger, task, PERIOD, db.Content(narrative="unseen"), author="王五", parents=[heads[0].id]
        )
    qtbot.keyClick(page.list, Qt.Key.Key_1)
    quiet(qtbot, window)
    assert "unseen" in {head.content.narrative for head in entry_of(window, THREE).heads}


def test_a_ledger_that_can_only_be_read_settles_nothing(qtbot, open_window, ledger_file: Path, tmp_path):
    in_conflict(ledger_file, tmp_path)
    window = open_window()
    window.open(ledger_file, read_only=True)
    qtbot.waitUntil(lambda: window.session.view is not None)
    window.show_page("conflicts")
    qtbot.waitUntil(lambda: window.conflicts._loaded is not None)
    assert not window.findChild(QPushButton, "takeSide1").isEnabled()
    qtbot.keyClick(window.conflicts.list, Qt.Key.Key_1)
    quiet(qtbot, window)
    assert entry_of(window, THREE).state is db.State.CONFLICT
