"""The returns page: dry run, leaving out, merging, undoing; the table and its models."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QColor, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton, QTableView

import db
from desktop import operations, theme
from desktop.models.merge_tree import Column as MergeColumn
from desktop.models.returns_table import Column
from desktop.pages.returns import ReturnsPage
from desktop.session import Session
from desktop.settings import Settings
from tests import rounds

ONE, TWO, THREE = (db.TaskId(f"t1.{n}") for n in (1, 2, 3))
PERIOD = db.PeriodId("p1")


@pytest.fixture
def returned(ledger_file: Path, tmp_path: Path) -> dict[str, Path]:
    """Two returns (both answer 1.3, differently) and one file that is not ours."""
    with rounds.open_ledger(ledger_file) as ledger:
        files = rounds.issue(ledger, tmp_path)
    rounds.say(files["教育局"], "1.1", "教育局完成100个")
    rounds.say(files["教育局"], "1.3", "教育局说")
    rounds.say(files["住建局"], "1.3", "住建局说")
    back = tmp_path / "back"
    back.mkdir()
    made = {name: rounds.hand_in(path, back) for name, path in files.items()}
    made["坏"] = back / "坏文件.shishi"
    made["坏"].write_text("不是台账")
    return made


@pytest.fixture
def page(qtbot, ledger_file: Path) -> Iterator[ReturnsPage]:
    session = Session("李四")
    page = ReturnsPage(session, Settings())
    page.resize(1200, 800)
    page.show()
    with qtbot.waitSignal(session.shown):
        session.open(ledger_file)
    qtbot.waitUntil(lambda: page.model.rowCount() > 0)
    yield page
    session.stop()
    page.close()
    page.deleteLater()


@pytest.fixture
def settle(qtbot, page: ReturnsPage):
    return lambda: qtbot.waitUntil(lambda: not page._session.busy)


def cell(page: ReturnsPage, unit: str, column: Column) -> str:
    model = page.table.model()
    rows = range(model.rowCount())
    row = next(row for row in rows if model.index(row, Column.UNIT).data() == unit)
    return str(model.index(row, column).data())


def lines(page: ReturnsPage) -> list[tuple[str, str, str]]:
    """The files in the panel: name, what becomes of it, what is to be said."""
    model = page.panel.model
    return [tuple(model.index(n, column).data() for column in MergeColumn) for n in range(model.rowCount())]


def entry_lines(page: ReturnsPage, file: int = 0) -> list[tuple[str, str, str]]:
    model = page.panel.model
    top = model.index(file, 0)
    return [
        tuple(model.index(n, column, top).data() for column in MergeColumn)
        for n in range(model.rowCount(top))
    ]


def preview(page: ReturnsPage, settle, *paths: Path) -> None:
    page.panel.preview(paths)
    settle()


def entry_of(page: ReturnsPage, task: db.TaskId) -> db.Entry | None:
    view = page._session.view
    assert view is not None
    return view.entries.get(task)


def test_a_row_a_unit_before_anything_came(page: ReturnsPage):
    assert page.findChild(QTableView, "returnsTable") is page.table
    assert cell(page, "教育局", Column.PROGRESS) == "0 / 2"
    assert cell(page, "教育局", Column.STATE) == "Not issued"
    assert cell(page, "教育局", Column.CHECK_CODE) == "—"
    assert page.tiles.numbers["issued"].text() == "0 / 2"
    assert page.tiles.numbers["tasks"].text() == "0 / 3"


def test_preview_says_what_would_happen_and_changes_nothing(
    page: ReturnsPage, settle, returned: dict[str, Path]
):
    preview(page, settle, *returned.values())
    assert [line[0] for line in lines(page)] == [path.name for path in returned.values()]
    assert [line[1] for line in lines(page)] == ["to merge", "to merge", "refused"]
    assert "2 new" in lines(page)[0][2]
    assert "not a Shishi file" in lines(page)[2][2]
    assert page.panel.merge_button.text() == "Merge 2 files"
    assert cell(page, "教育局", Column.PROGRESS) == "0 / 2"
    assert entry_of(page, ONE) is None


def test_merge_by_the_button_fills_the_table(qtbot, page: ReturnsPage, settle, returned: dict[str, Path]):
    preview(page, settle, *returned.values())
    button = page.findChild(QPushButton, "mergeButton")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()
    assert cell(page, "教育局", Column.PROGRESS) == "2 / 2"
    assert cell(page, "教育局", Column.STATE) == "Conflict"
    assert len(cell(page, "住建局", Column.CHECK_CODE)) == 9
    assert not button.isVisible()
    assert "2 files merged" in page.panel._heading.text()
    entry = entry_of(page, THREE)
    assert entry is not None
    assert entry.state is db.State.CONFLICT


def test_the_keyboard_alone_merges(qtbot, page: ReturnsPage, settle, returned: dict[str, Path]):
    page.activateWindow()
    preview(page, settle, returned["教育局"])
    assert QApplication.focusWidget() is page.panel.merge_button
    qtbot.keyClick(page.panel.merge_button, Qt.Key.Key_Space)
    settle()
    assert entry_of(page, ONE) is not None


def test_an_entry_that_is_left_out_does_not_come_in(
    qtbot, page: ReturnsPage, settle, returned: dict[str, Path]
):
    preview(page, settle, returned["教育局"])
    model = page.panel.model
    top = model.index(0, 0)
    row = next(n for n in range(model.rowCount(top)) if model.index(n, 0, top).data().startswith("1.3"))
    place = model.index(row, 0, top)
    assert place.data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Checked
    page.panel.tree.expandAll()
    page.panel.tree.setCurrentIndex(place)
    page.panel.tree.setFocus()
    qtbot.keyClick(page.panel.tree, Qt.Key.Key_Space)
    assert place.data(Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Unchecked
    qtbot.mouseClick(page.panel.merge_button, Qt.MouseButton.LeftButton)
    settle()
    assert entry_of(page, ONE) is not None
    assert entry_of(page, THREE) is None


def test_cancel_puts_the_files_away(qtbot, page: ReturnsPage, settle, returned: dict[str, Path]):
    preview(page, settle, returned["教育局"])
    qtbot.mouseClick(page.panel.cancel_button, Qt.MouseButton.LeftButton)
    assert not page.panel.isVisible()
    assert entry_of(page, ONE) is None


def test_only_refused_files_cannot_be_merged(page: ReturnsPage, settle, returned: dict[str, Path]):
    preview(page, settle, returned["坏"])
    assert not page.panel.merge_button.isEnabled()


def test_undo_takes_it_back(qtbot, page: ReturnsPage, settle, returned: dict[str, Path]):
    preview(page, settle, returned["教育局"])
    page.panel.merge()
    settle()
    page._session.run(operations.undo_merge())
    settle()
    assert cell(page, "教育局", Column.PROGRESS) == "0 / 2"
    assert entry_of(page, ONE) is None


def test_a_preview_follows_what_changed_meanwhile(page: ReturnsPage, settle, returned: dict[str, Path]):
    preview(page, settle, returned["教育局"])
    page._session.run(operations.merge([returned["教育局"]], "李四", frozenset(), db.Silent()))
    settle()
    assert lines(page)[0][1] == "no change"
    assert "nothing to merge" in lines(page)[0][2]
    assert not page.panel.merge_button.isEnabled()


def test_files_dropped_anywhere_on_the_page_are_previewed(
    page: ReturnsPage, settle, returned: dict[str, Path]
):
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(path)) for path in returned.values()])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(600, 400), copy, files, left, none)
    QApplication.sendEvent(page, enter)
    assert enter.isAccepted()
    assert page.drop_area.property("over") is True
    QApplication.sendEvent(page, QDropEvent(QPointF(600, 400), copy, files, left, none))
    settle()
    assert page.drop_area.property("over") is False
    assert len(lines(page)) == 3


def test_a_click_on_the_drop_area_asks_for_files(qtbot, page: ReturnsPage):
    for act in (
        lambda: qtbot.mouseClick(page.drop_area, Qt.MouseButton.LeftButton),
        lambda: qtbot.keyClick(page.drop_area, Qt.Key.Key_Space),
    ):
        act()
        (dialog,) = page.findChildren(QFileDialog)
        assert dialog.fileMode() is QFileDialog.FileMode.ExistingFiles
        dialog.close()
        qtbot.waitUntil(lambda: not page.findChildren(QFileDialog))


def test_columns_sort_by_value_not_by_text(page: ReturnsPage, settle, returned: dict[str, Path]):
    preview(page, settle, returned["住建局"])
    page.panel.merge()
    settle()
    page.table.sortByColumn(Column.PROGRESS, Qt.SortOrder.DescendingOrder)
    assert page.table.model().index(0, Column.UNIT).data() == "住建局"
    page.table.sortByColumn(Column.UNIT, Qt.SortOrder.AscendingOrder)
    assert page.table.model().index(0, Column.UNIT).data() == "教育局"


def test_rows_of_the_same_units_stay_selected(page: ReturnsPage, settle, returned: dict[str, Path]):
    page.table.selectRow(1)
    preview(page, settle, returned["住建局"])
    page.panel.merge()
    settle()
    assert [index.row() for index in page.table.selectionModel().selectedRows()] == [1]


def blocked(session: Session) -> Event:
    """Keep the worker busy until the event that is answered is set."""
    gate = Event()
    session.work_aside(gate.wait, lambda _: None)
    return gate


def test_the_files_dropped_last_are_the_ones_shown_and_merged(
    qtbot, page: ReturnsPage, settle, returned: dict[str, Path]
):
    gate = blocked(page._session)
    page.panel.preview([returned["教育局"]])
    page.panel.preview([returned["住建局"]])
    offered: list[bool] = []
    page.panel.model.modelReset.connect(lambda: offered.append(page.panel.merge_button.isEnabled()))
    gate.set()
    settle()
    assert offered.count(True) == 0  # before its last report is shown, nothing can be merged
    assert [line[0] for line in lines(page)] == [returned["住建局"].name]
    qtbot.mouseClick(page.panel.merge_button, Qt.MouseButton.LeftButton)
    settle()
    assert entry_of(page, ONE) is None
    assert entry_of(page, THREE) is not None


def test_while_other_files_are_looked_at_nothing_can_be_merged(page: ReturnsPage, settle, returned):
    preview(page, settle, returned["教育局"])
    assert page.panel.merge_button.isEnabled()
    gate = blocked(page._session)
    page.panel.preview([returned["住建局"]])
    assert not page.panel.merge_button.isEnabled()
    gate.set()
    settle()


def leave_out(page: ReturnsPage, task: db.TaskId) -> None:
    model = page.panel.model
    top = model.index(0, 0)
    row = next(n for n, line in enumerate(entry_lines(page)) if line[0].startswith(task.removeprefix("t")))
    model.setData(model.index(row, 0, top), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)


def test_what_is_left_out_stays_out_when_something_is_saved_meanwhile(page: ReturnsPage, settle, returned):
    preview(page, settle, returned["教育局"])
    leave_out(page, THREE)
    for text in ("another", "and another"):  # the second comes while the preview is made again
        page._session.run(operations.save_entry(TWO, PERIOD, db.Content(narrative=text), "李四", None))
    settle()
    assert page.panel.model.left_out == {THREE}
    page.panel.merge()
    settle()
    assert entry_of(page, ONE) is not None
    assert entry_of(page, THREE) is None


def test_a_running_merge_can_be_stopped_and_what_is_left_is_shown(page: ReturnsPage, settle, returned):
    preview(page, settle, returned["教育局"])
    leave_out(page, THREE)
    gate = blocked(page._session)
    page.panel.merge()
    assert page.panel.cancel_button.text() == "Stop"
    page.panel.cancel_button.click()
    assert page.panel.isVisible()
    gate.set()
    settle()
    assert entry_of(page, ONE) is None
    assert page.panel.merge_button.isEnabled()
    assert page.panel.cancel_button.text() == "Cancel"
    assert page.panel.model.left_out == {THREE}


def test_the_dry_run_says_of_every_entry_what_becomes_of_it_in_plain_sight(
    page: ReturnsPage, settle, returned: dict[str, Path]
):
    preview(page, settle, returned["住建局"])
    page.panel.merge()
    settle()
    preview(page, settle, returned["教育局"])
    assert [line[:2] for line in entry_lines(page)] == [
        ("1.1  新增学位1.1", "new"),
        ("1.3  新增学位1.3", "conflict"),
    ]
    tree = page.panel.tree
    top = page.panel.model.index(0, 0)
    for column in MergeColumn:
        assert tree.viewport().rect().contains(tree.visualRect(page.panel.model.index(1, column, top)))


def test_a_ledger_that_can_only_be_read_takes_no_files(
    qtbot, page: ReturnsPage, settle, ledger_file, returned
):
    page._session.close()
    settle()
    with qtbot.waitSignal(page._session.shown):
        page._session.open(ledger_file, read_only=True)
    settle()
    assert not page.drop_area.isEnabled()
    files = QMimeData()
    files.setUrls([QUrl.fromLocalFile(str(returned["教育局"]))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(600, 400), copy, files, left, none)
    enter.ignore()
    QApplication.sendEvent(page, enter)
    assert not enter.isAccepted()


def test_a_screen_reader_hears_the_numbers_and_the_drop_area(page: ReturnsPage):
    number = page.tiles.numbers["issued"]
    assert QAccessible.queryAccessibleInterface(number).text(QAccessible.Text.Name) == "units issued 0 / 2"
    area = QAccessible.queryAccessibleInterface(page.drop_area)
    assert area.role() == QAccessible.Role.Button
    assert area.text(QAccessible.Text.Name) == "Drop returned files here"


def test_focus_and_selection_are_seen_by_more_than_a_tint(page: ReturnsPage, qapp):
    theme.apply_style(qapp)
    accent = QColor(theme.colours().accent)

    def accents() -> int:
        image = page.table.viewport().grab().toImage()
        return sum(image.pixelColor(x, y) == accent for x in range(image.width()) for y in range(80))

    page.table.clearSelection()
    before = accents()
    page.table.selectRow(0)
    assert accents() > before + 60


def test_the_order_of_the_table_is_remembered(qtbot, page: ReturnsPage):
    page.table.sortByColumn(Column.STATE, Qt.SortOrder.DescendingOrder)
    again = ReturnsPage(page._session, Settings())
    qtbot.addWidget(again)
    header = again.table.horizontalHeader()
    assert header.sortIndicatorSection() == Column.STATE
    assert header.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder


def test_a_conflict_is_counted_as_filled(page: ReturnsPage, settle, returned: dict[str, Path]):
    preview(page, settle, *returned.values())
    page.panel.merge()
    settle()
    assert page.tiles.numbers["tasks"].text() == "2 / 3"
