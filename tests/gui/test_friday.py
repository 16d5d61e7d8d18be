"""A Friday afternoon of the coordinator: forty hands' files become one published table.

Every count on every page is checked after every step against what `shishi status --json` says, run as
a process on the same file; issue "The coordinator's desk".
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any, TypeVar

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QListView, QMessageBox, QPushButton, QWidget

import db
from db import Light
from db.ledger import open_ledger
from desktop import operations
from desktop.mainwindow import MainWindow
from desktop.models.review_cases import GROUPS
from desktop.settings import LAST_FOLDER, Settings
from tests import friday
from tests.friday import PERIOD, Friday

NOTHING_IN = ("missing", "not_issued")
TILES = {
    "returned": {"returned", "approved"},
    "look": {"conflict", "sent_back", "changed_after_approval", "partial"},
    "missing": {"missing"},
}
COMMENT = "请补充具体进展"


Widget = TypeVar("Widget", bound=QWidget)


class Desk:
    """The window and the hands that work it."""

    def __init__(self, qtbot: Any, window: MainWindow, ledger: Path) -> None:
        self.qtbot, self.window, self.ledger = qtbot, window, ledger

    def settle(self) -> None:
        self.qtbot.waitUntil(lambda: not self.window.session.busy, timeout=20000)

    def find(self, kind: type[Widget], name: str) -> Widget:
        found = self.window.findChild(kind, name)
        assert found is not None
        return found

    def go(self, name: str) -> None:
        self.window.commands[f"go_{name}"].trigger()
        self.settle()

    def press(self, widget: QWidget, *keys: Qt.Key) -> None:
        for key in keys:
            self.qtbot.keyClick(widget, key)
        self.settle()

    def drop(self, paths: list[Path]) -> list[tuple[str, str]]:
        """Drag files onto the page of returns and merge by the key; name and outcome of each."""
        self.go("returns")
        page = self.window.returns
        files = QMimeData()
        files.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(QPoint(600, 400), copy, files, left, none)
        QApplication.sendEvent(page, enter)
        assert enter.isAccepted()
        QApplication.sendEvent(page, QDropEvent(QPointF(600, 400), copy, files, left, none))
        self.settle()
        self.press(page.panel.merge_button, Qt.Key.Key_Space)
        model = page.panel.model
        return [(model.index(n, 0).data(), model.index(n, 1).data()) for n in range(model.rowCount())]

    def check(self) -> dict[str, int]:
        """Compare every page with the command line; how many units have each state."""
        status = friday.asked("status", self.ledger, "--period", PERIOD)["units"]
        conflicts = friday.asked("conflicts", self.ledger)["conflicts"]
        self._check_returns(status)
        self._check_overview(status, conflicts)
        self._check_review(status, conflicts)
        self.go("conflicts")
        assert self.find(QListView, "conflictList").model().rowCount() == len(conflicts)
        return Counter(row["state"] for row in status)

    def _check_returns(self, status: list[dict[str, Any]]) -> None:
        self.go("returns")
        page = self.window.returns
        shown = {
            row.unit.name: (row.tasks, row.filled, row.state, row.received_at or None, row.check_code or None)
            for row in page.model.rows
        }
        assert shown == {
            row["unit"]: (
                row["tasks"],
                row["filled"],
                row["state"],
                row["received_at"] or None,
                row["check_code"] or None,
            )
            for row in status
        }
        numbers = {name: label.text() for name, label in page.tiles.numbers.items()}
        states = [row["state"] for row in status if row["state"] != "not_issued"]
        assert numbers.pop("issued") == str(len(states))
        filled, every = numbers.pop("tasks").split(" / ")
        assert int(every) == 56
        assert int(filled) == 56 - self._not_reported()
        assert numbers == {name: str(sum(one in group for one in states)) for name, group in TILES.items()}

    def _not_reported(self) -> int:
        """By the page of the overview, which is checked against the status row by row."""
        self.go("overview")
        return self.window.overview.parts.tiles.tiles[Light.NOT_REPORTED].count

    def _check_overview(self, status: list[dict[str, Any]], conflicts: list[Any]) -> None:
        self.go("overview")
        page = self.window.overview
        counts = {light: tile.count for light, tile in page.parts.tiles.tiles.items()}
        assert sum(counts.values()) == 56
        assert counts[Light.CONFLICT] == len(conflicts)
        page.choose_part("units")
        bars = {row.title: row for row in page.bars.cases[1:]}
        assert {
            name: (bar.total, bar.total - bar.counts[Light.NOT_REPORTED]) for name, bar in bars.items()
        } == {row["unit"]: (row["tasks"], row["filled"]) for row in status}
        torn = {name for name, bar in bars.items() if bar.counts[Light.CONFLICT]}
        assert torn == {row["unit"] for row in status if row["state"] == "conflict"}
        kinds = Counter(case.state for case in page.models["attention"].cases)
        assert kinds["conflict"] == len(conflicts)
        assert kinds["not_reported"] == counts[Light.NOT_REPORTED]
        assert bool(kinds["sent_back"]) == any(row["state"] == "sent_back" for row in status)
        page.choose_part("categories")

    def _check_review(self, status: list[dict[str, Any]], conflicts: list[Any]) -> None:
        self.go("review")
        page = self.window.review
        counts = dict.fromkeys(GROUPS, 0)
        for name in GROUPS:
            counts[name] = int(page.findChild(QPushButton, f"review_{name}").text().rsplit(" ", 1)[1])
        assert sum(counts.values()) == 56
        assert counts["conflict"] == len(conflicts)
        states = {row["state"] for row in status}
        assert (counts["approved"] == 56) == (states == {"approved"})
        for group, state in (("sent_back", "sent_back"), ("changed", "changed_after_approval")):
            assert bool(counts[group]) == (state in states)

    def send_back(self) -> db.TaskId:
        """The first entry to review goes back, by keyboard."""
        self.go("review")
        page = self.window.review
        page.choose("to_review")
        task = page.panel.task_id
        assert task is not None
        self.press(self.find(QListView, "reviewList"), Qt.Key.Key_B)
        edit = self.find(QLineEdit, "sendBackComment")
        edit.setText(COMMENT)
        self.press(edit, Qt.Key.Key_Return)
        return task

    def issue_corrections(self, folder: Path) -> Path:
        """Issue what was sent back from the page of reviews; the one file."""
        Settings().put(LAST_FOLDER, str(folder))
        self.find(QPushButton, "issueCorrections").click()
        self.qtbot.waitUntil(lambda: bool(self.window.findChildren(QDialog)))
        self.settle()
        (dialog,) = self.window.findChildren(QDialog)
        self.press(dialog.agree, Qt.Key.Key_Space)  # type: ignore[attr-defined] # the dialog that issues
        dialog.reject()
        self.qtbot.waitUntil(lambda: not self.window.findChildren(QDialog))
        (path,) = folder.glob("*.shishi")
        return path

    def settle_conflicts(self) -> None:
        """The first by its left side, the second by its right, by keyboard."""
        self.go("conflicts")
        shown = self.find(QListView, "conflictList")
        for key in (Qt.Key.Key_1, Qt.Key.Key_2):
            before = shown.model().rowCount()
            self.press(shown, key)
            assert shown.model().rowCount() == before - 1

    def approve_all(self) -> None:
        """What no check noticed anything in at once; the rest selected and approved."""
        self.go("review")
        page = self.window.review
        page.choose("to_review")
        self.find(QPushButton, "approveClear").click()
        (box,) = page.findChildren(QMessageBox)
        next(b for b in box.buttons() if b.text() == "Approve").click()
        self.settle()
        shown = self.find(QListView, "reviewList")
        if shown.model().rowCount():
            shown.selectAll()
            self.find(QPushButton, "approveSelected").click()
            self.settle()

    def publish(self) -> None:
        self.window.commands["publish"].trigger()
        self.settle()
        dialog = self.window.findChild(QDialog, "publishDialog")
        self.press(dialog.agree, Qt.Key.Key_Space)
        self.qtbot.waitUntil(lambda: not self.window.findChildren(QDialog))


@pytest.fixture
def round_(tmp_path: Path) -> Friday:
    return friday.prepare(tmp_path)


@pytest.fixture
def desk(qtbot, open_window, round_: Friday) -> Desk:
    return Desk(qtbot, open_window(round_.ledger), round_.ledger)


def test_a_friday(desk: Desk, round_: Friday, tmp_path: Path) -> None:
    assert desk.check() == {"missing": 21}
    _merge_the_lots(desk, round_)
    states = desk.check()
    assert states["missing"] == 0
    assert states["conflict"] == 3  # two joint leads, and the unit that filled one twice
    desk.settle_conflicts()
    assert desk.check() == {"returned": 21}
    task = desk.send_back()
    assert desk.check()["sent_back"] == 1
    corrections = tmp_path / "更正"
    corrections.mkdir()
    path = desk.issue_corrections(corrections)
    friday.fill(path, "更正后的进展")
    with open_ledger(path) as file:
        returned = db.make_return(file, tmp_path / "更正上报", author="张三")
    assert outcomes(desk.drop([returned.path])) == {"merged": 1}
    assert desk.check() == {"returned": 21}
    desk.approve_all()
    assert desk.check() == {"approved": 21}
    desk.publish()
    assert desk.check() == {"approved": 21}
    _read_the_table(desk, tmp_path, task)


def _merge_the_lots(desk: Desk, round_: Friday) -> None:
    first = desk.drop(round_.lots[0])
    assert outcomes(first) == {"merged": 8, "no change": 1, "refused": 1}
    assert [what for name, what in first if "(1)" in name] == ["no change"]
    desk.check()
    second = desk.drop(round_.lots[1])
    assert outcomes(second) == {"merged": 6, "refused": 1}
    assert [what for name, what in second if name.endswith(".xlsx")] == ["merged"]
    assert desk.check()["missing"] == 7
    assert outcomes(desk.drop(round_.lots[2])) == {"merged": 8}


def outcomes(told: list[tuple[str, str]]) -> dict[str, int]:
    return Counter(what for _, what in told)


def _read_the_table(desk: Desk, folder: Path, corrected: db.TaskId) -> None:
    """The published table holds the correction, and no word of what lost."""
    view = desk.window.session.view
    assert view is not None
    assert view.period.closed_at is not None
    target = folder / "汇总表.xlsx"
    desk.window.session.run(operations.write_paper(view.plan, view.period, db.PaperOptions("table"), target))
    desk.settle()
    sheet = openpyxl.load_workbook(target).worksheets[0]
    text = "\n".join(str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None)
    assert "更正后的进展" in text
    assert text.count("用表格填报") >= 1
    assert "待定" not in text
    assert db.is_filled(view.entries[corrected])
