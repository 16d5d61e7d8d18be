"""The watched folder: what arrives is shown and not merged, and not before it is there whole."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton

from desktop import watch
from desktop.mainwindow import MainWindow
from desktop.pages.returns import ReturnsPage
from desktop.settings import Settings, watched_folder
from desktop.watch import look_at
from tests import rounds
from tests.gui.desk import ONE, answer_again, in_conflict, quiet

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "PAUSE", 10)
    monkeypatch.setattr(watch, "STABLE", 30)


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    folder = tmp_path / "inbox"
    folder.mkdir()
    return folder


@pytest.fixture
def made(ledger_file: Path, tmp_path: Path) -> Path:
    """A return that is not merged yet."""
    in_conflict(ledger_file, tmp_path)
    return answer_again(ledger_file, tmp_path, "1.1", "新增学位130个。")


@pytest.fixture
def window(qtbot, open_window, ledger_file: Path, made: Path) -> MainWindow:
    window = open_window(ledger_file)
    window.show_page("returns")
    qtbot.waitUntil(lambda: window.returns.model.rowCount() == 2)
    return window


@pytest.fixture
def page(window: MainWindow) -> ReturnsPage:
    return window.returns


def files(page: ReturnsPage) -> list[str]:
    model = page.panel.model
    return [model.index(row, 0).data() for row in range(model.rowCount())] if page.panel.isVisible() else []


def test_what_arrives_is_shown_and_not_merged(qtbot, window, page: ReturnsPage, inbox: Path, made: Path):
    qtbot.mouseClick(page.findChild(QPushButton, "watchButton"), LEFT)
    (box,) = page.findChildren(QFileDialog)
    box.filesSelected.emit([str(inbox)])
    box.close()
    assert page.findChild(QPushButton, "stopWatching").isVisible()
    shutil.copy(made, inbox / "a.shishi")
    qtbot.waitUntil(lambda: files(page) == ["a.shishi"])
    quiet(qtbot, window)
    assert page.panel.merge_button.isEnabled()
    assert window.session.view.entries[ONE].current.content.narrative == "新增学位120个。"
    shutil.copy(made, inbox / "b.txt")
    (inbox / "c.shishi").write_text("not ours")
    qtbot.waitUntil(lambda: files(page) == ["a.shishi", "c.shishi"])


def test_a_file_is_not_touched_while_it_grows(qtbot, window, page: ReturnsPage, inbox: Path, made: Path):
    told: list[list[Path]] = []
    page.line.watch.arrived.connect(told.append)
    page.line.watch_folder(inbox)
    whole, target = made.read_bytes(), inbox / "a.shishi"
    target.touch()
    seen = page.line.watch
    qtbot.waitUntil(lambda: bool(seen._last))
    for part in range(1, 4):  # each look finds another size
        before = seen._last
        target.write_bytes(whole[: part * 1000])
        qtbot.waitUntil(lambda before=before: seen._last != before or bool(told))
    count = len(told)
    target.write_bytes(whole)
    qtbot.waitUntil(lambda: len(told) > count)
    qtbot.waitUntil(lambda: files(page) == ["a.shishi"] and page.panel.merge_button.isEnabled())


def test_the_folder_is_remembered_for_this_ledger(qtbot, open_window, ledger_file, made: Path, inbox: Path):
    shutil.copy(made, inbox / "a.shishi")
    Settings().put(watched_folder(str(ledger_file)), str(inbox))
    window = open_window(ledger_file)
    window.show_page("returns")
    page = window.returns
    assert page.line.watch.folder == inbox
    qtbot.waitUntil(lambda: files(page) == ["a.shishi"])  # what lay there before is offered too
    qtbot.mouseClick(page.findChild(QPushButton, "stopWatching"), LEFT)
    assert page.line.watch.folder is None
    assert Settings().get(watched_folder(str(ledger_file))) == ""


def test_what_is_merged_already_is_not_offered_again(
    qtbot, open_window, ledger_file: Path, made: Path, inbox: Path, tmp_path: Path
):
    shutil.copytree(tmp_path / "in", inbox, dirs_exist_ok=True)
    Settings().put(watched_folder(str(ledger_file)), str(inbox))
    window = open_window(ledger_file)
    window.show_page("returns")
    page = window.returns
    qtbot.waitUntil(lambda: len(page.line.watch._told) == 2)
    quiet(qtbot, window)
    assert files(page) == []
    shutil.copy(made, inbox / "z.shishi")
    qtbot.waitUntil(lambda: files(page) == ["z.shishi"])


def test_what_was_chosen_stays_when_another_file_arrives(qtbot, window, page, inbox: Path, made: Path):
    page.line.watch_folder(inbox)
    shutil.copy(made, inbox / "a.shishi")
    qtbot.waitUntil(lambda: files(page) == ["a.shishi"] and page.panel.merge_button.isEnabled())
    model = page.panel.model
    top = model.index(0, 0)
    row = next(n for n in range(model.rowCount(top)) if model.entry_at(model.index(n, 0, top)).task == ONE)
    model.setData(model.index(row, 0, top), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    (inbox / "b.shishi").write_text("not ours")
    qtbot.waitUntil(lambda: files(page) == ["a.shishi", "b.shishi"])
    quiet(qtbot, window)
    assert model.left_out == {ONE}


def test_a_folder_that_is_gone_is_said(qtbot, window, page: ReturnsPage, inbox: Path):
    page.line.watch_folder(inbox)
    qtbot.waitUntil(lambda: not page.line.watch._soon.isActive() and not page.line.watch._looking)
    inbox.rmdir()
    qtbot.waitUntil(lambda: "cannot be read" in page.line._told.text())


def test_only_files_that_may_be_returns_are_looked_at(tmp_path: Path):
    ledger = tmp_path / "l.shishi"
    rounds.make_ledger(ledger).close()
    for name in ("a.shishi", "b.XLSX", "c.pdf", ".d.shishi", "~$e.xlsx"):
        (tmp_path / name).write_text("x")
    (tmp_path / "folder.shishi").mkdir()
    assert {look.path.name for look in look_at(tmp_path, ledger)} == {"a.shishi", "b.XLSX"}
