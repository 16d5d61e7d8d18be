"""Search and chips on a real file: what is found, what is counted, and what is prepared when."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

import db
from desktop import operations
from desktop.forms.chips import FILTERS, Chips
from desktop.models.plan_tree import Role
from desktop.models.states import BLANK, RowState
from tests import fill_in_page
from tests.fill_in_page import ONE, PERIOD, THREE, TWO, chip, narrative

# Fixtures, used by their names.
ledger, session = fill_in_page.ledger, fill_in_page.session
page, settle = fill_in_page.page, fill_in_page.settle

BEHIND = RowState("behind", filled=True, draft=True, reported=True)
BACK = RowState("sent_back", filled=True, draft=False, reported=True)
TORN = RowState("conflict", filled=True, draft=False)


def offered(chips: Chips) -> dict[str, int]:
    shown = {name: chips.findChild(QPushButton, f"filter_{name}") for name in FILTERS}
    return {name: int(c.text().split()[-1]) for name, c in shown.items() if not c.isHidden()}


@pytest.mark.parametrize(
    ("rows", "is_ledger", "counts"),
    [
        ([BLANK, BLANK], False, {"all": 2, "to_fill": 2}),
        ([BLANK, BLANK], True, {"all": 2, "to_fill": 2, "not_reported": 2}),
        ([BEHIND, BACK], False, {"all": 2, "to_fill": 0, "draft": 1, "sent_back": 1, "behind": 1}),
        ([TORN, BLANK], True, {"all": 2, "to_fill": 1, "conflict": 1, "not_reported": 2}),
    ],
)
def test_chips_count_what_the_kind_of_file_asks_for(qtbot, rows, is_ledger: bool, counts) -> None:
    chips = Chips()
    qtbot.addWidget(chips)
    chips.count(rows, is_ledger=is_ledger)
    assert offered(chips) == counts


def test_a_chip_that_is_on_stays_though_nothing_is_in_it(qtbot) -> None:
    chips = Chips()
    qtbot.addWidget(chips)
    chips.count([BACK])
    chips.choose("sent_back")
    chips.count([BLANK])
    assert offered(chips) == {"all": 1, "to_fill": 1, "sent_back": 0}


def search(page, qtbot, query: str, names: list[db.TaskId]) -> None:
    field = page.findChild(QLineEdit, "searchField")
    field.clear()
    field.insert(query)  # no keys make Chinese: an input method hands it in
    qtbot.waitUntil(lambda: page.plan_view.tree.tasks == names)


def test_what_was_reported_is_found_and_shown(page, session, qtbot, settle) -> None:
    page.select_task(TWO)
    narrative(page).setPlainText("已完成勘察,彩虹橋段开工")
    page.save()
    settle()
    search(page, qtbot, "彩虹桥", [TWO])
    below = page.plan_view.tree.index_of(TWO).data(Role.ROW).below
    assert [below.text[first:after] for first, after in below.spans] == ["彩虹橋"]


def test_what_is_typed_and_not_saved_is_found_too(page, session, qtbot, settle) -> None:
    search(page, qtbot, "彩虹", [])
    page.search.clear()
    narrative(page).setPlainText("彩虹桥")
    page.commit()
    settle()
    search(page, qtbot, "彩虹", [ONE])


def test_what_another_wrote_meanwhile_is_found(page, session, qtbot, settle) -> None:
    search(page, qtbot, "彩虹", [])
    fill_in_page.write_elsewhere(session, THREE, "彩虹桥")
    settle()
    assert page.plan_view.tree.tasks == []  # nothing comes or goes under one's hands
    search(page, qtbot, "彩虹桥", [THREE])


def test_pinyin_is_prepared_when_one_goes_to_search_not_before(page, session, qtbot, settle) -> None:
    searching = page._pane._searching
    settle()
    assert searching._index is None
    page.focus_search()
    settle()
    qtbot.waitUntil(lambda: searching._index is not None)
    assert not searching._index.needs_pinyin("jyj")
    qtbot.keyClicks(page.search, "zj")
    assert page.plan_view.tree.tasks == [TWO, THREE]  # answered within the key stroke


def test_words_and_chip_are_all_to_be_met(page, session, qtbot, settle) -> None:
    told = db.Content(narrative="彩虹桥")
    session.run(operations.save_entry(TWO, PERIOD, told, "张三", db.UnitId("住建局")))
    settle()
    chip(page, "to_fill").click()
    search(page, qtbot, "住建", [THREE])
    search(page, qtbot, "住建 jyj", [THREE])
    search(page, qtbot, "住建 彩虹", [])
    chip(page, "all").click()
    assert page.plan_view.tree.tasks == [TWO]


def test_a_search_that_cannot_be_prepared_can_be_tried_again(page, session, qtbot, monkeypatch) -> None:
    def broken(*_: object) -> db.Index:
        raise ValueError("a bug")

    with monkeypatch.context() as patch, qtbot.captureExceptions() as raised:
        patch.setattr("desktop.models.plan_search._prepare", broken)
        page.search.setText("1.2")
        qtbot.waitUntil(lambda: len(raised) == 1)
        assert page.plan_view.tree.tasks == [ONE, TWO, THREE]
    search(page, qtbot, "1.2", [TWO])


def test_a_view_of_the_same_plan_is_the_same_plan(page, session, settle) -> None:
    before = session.view.plan
    session.reload()
    settle()
    assert session.view.plan is before


def test_only_what_a_save_touched_is_looked_at_again(page, session, qtbot, settle, monkeypatch) -> None:
    looked: list[object] = []

    def look(entry: db.Entry | None, draft: db.Draft | None) -> RowState:
        looked.append(entry.task if entry else None)
        return BLANK

    monkeypatch.setattr("desktop.forms.plan_pane.row_state", look)
    session.run(operations.save_entry(TWO, PERIOD, db.Content(narrative="已开工"), "李四", None))
    settle()
    assert looked == [TWO]


def test_escape_takes_the_search_back_and_down_goes_to_the_hits(page, qtbot) -> None:
    search(page, qtbot, "住建", [TWO, THREE])
    qtbot.keyClick(page.search, Qt.Key.Key_Escape)
    assert page.search.text() == ""
    assert page.plan_view.tree.tasks == [ONE, TWO, THREE]
