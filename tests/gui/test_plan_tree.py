"""The plan as a tree: shape, order, search hits, states."""

import itertools
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem

import db
from desktop.models.plan_tree import PlanTree, Role, states_of
from desktop.models.plan_view import PlanView
from desktop.models.states import BLANK, RowState, row_state
from desktop.models.tree_delegate import TreeDelegate
from tests.small_plan import FIRST, small_plan


def rows(tree: PlanTree, parent: QModelIndex | None = None, depth: int = 0) -> Iterator[tuple[int, str, str]]:
    parent = parent or QModelIndex()
    for row in range(tree.rowCount(parent)):
        index = tree.index(row, 0, parent)
        yield depth, str(index.data(Role.KIND)), str(index.data(Role.NUMBER))
        yield from rows(tree, index, depth + 1)


@pytest.fixture
def tree(qtmodeltester, qapp) -> PlanTree:
    tree = PlanTree()
    tree.show(small_plan(), {})
    qtmodeltester.check(tree)
    return tree


def test_an_item_with_one_task_is_one_row_and_one_with_several_has_rows_beneath(tree: PlanTree) -> None:
    assert list(rows(tree)) == [
        (0, "category", ""),
        (1, "task", "1.1"),
        (1, "task", "1.2"),
        (1, "task", "1.10"),
        (0, "category", ""),
        (1, "item", "2.3"),
        (2, "part", ""),
        (2, "part", ""),
        (1, "task", "2.5"),
        (0, "category", ""),
        (1, "task", "3.1"),
        (1, "item", "3.4"),
        (2, "part", ""),
        (2, "part", ""),
    ]


def test_hits_are_shown_with_what_stands_above_them(tree: PlanTree) -> None:
    tester = QAbstractItemModelTester(tree, QAbstractItemModelTester.FailureReportingMode.Fatal)
    tree.show(small_plan(), {}, frozenset({db.TaskId("2.3#2"), db.TaskId("3.1#1")}))
    assert list(rows(tree)) == [
        (0, "category", ""),
        (1, "item", "2.3"),
        (2, "part", ""),
        (0, "category", ""),
        (1, "task", "3.1"),
    ]
    assert tree.tasks == ["2.3#2", "3.1#1"]
    assert not tree.index_of("1.1#1").isValid()
    tree.show(small_plan(), {}, frozenset())
    assert tree.rowCount() == 0
    del tester


def test_completeness_counts_every_task_beneath_whatever_is_shown(tree: PlanTree) -> None:
    filled = RowState("done", filled=True, draft=False)
    tree.show(small_plan(), {db.TaskId("1.1#1"): filled, db.TaskId("2.3#1"): filled}, frozenset({"1.1#1"}))
    assert tree.index_of("c1").data(Role.FILLED) == (1, 3)


def test_a_changed_state_is_announced_for_its_row_and_those_above_and_no_other(tree: PlanTree, qtbot) -> None:
    announced: list[str] = []
    tree.dataChanged.connect(lambda first, last: announced.append(first.data(Role.KEY)))
    tree.set_states({db.TaskId("2.3#2"): RowState("behind", filled=True, draft=False)})
    assert sorted(announced) == ["2.3#2", "c2", "i-2.3"]
    announced.clear()
    tree.set_states({db.TaskId("2.3#2"): RowState("behind", filled=True, draft=False)})
    assert announced == []


def test_a_retired_task_is_shown_as_such_and_not_asked_for(tree: PlanTree) -> None:
    plan = small_plan()
    category = plan.categories[1]
    item = category.items[0]
    retired = replace(item, tasks=(item.tasks[0], replace(item.tasks[1], retired=True)))
    changed = replace(category, items=(retired, *category.items[1:]))
    tree.show(replace(plan, categories=(plan.categories[0], changed, plan.categories[2])), {})
    assert "2.3#2" not in tree.tasks
    assert tree.index_of("c2").data(Role.FILLED) == (0, 2)
    row = tree.index_of("2.3#2").data(Role.ROW)
    assert row.is_retired
    assert states_of(row) == ["retired"]
    spoken = tree.index_of("2.3#2").data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith("No longer asked for")


def test_a_row_is_what_it_was_however_often_others_are_searched(tree: PlanTree) -> None:
    tester = QAbstractItemModelTester(tree, QAbstractItemModelTester.FailureReportingMode.Fatal)
    every = list(rows(tree))
    ids = [task.id for task in small_plan().tasks()]
    plan = small_plan()
    for chosen in itertools.chain(itertools.combinations(ids, 1), itertools.combinations(ids, 3)):
        tree.show(plan, {}, frozenset(chosen))
        assert tree.tasks == list(chosen)
        assert [tree.index_of(task).data(Role.KEY) for task in chosen] == list(chosen)
    tree.show(plan, {})
    assert list(rows(tree)) == every
    del tester


def test_a_screen_reader_hears_state_and_leads(tree: PlanTree) -> None:
    tree.show(small_plan(), {db.TaskId("3.4#1"): RowState("behind", filled=True, draft=True)})
    spoken = tree.index_of("3.4#1").data(Qt.ItemDataRole.AccessibleTextRole)
    assert "长者食堂15个。, 社会工作部、西兴街道, Behind, Draft" in spoken
    assert "Behind" in spoken
    assert "Draft" in spoken


def revision(task: str, unit: str | None, key: str = "r1", **said: object) -> db.Revision:
    content = db.Content(narrative="已完成", **said)  # type: ignore[arg-type]
    unit_id = db.UnitId(unit) if unit else None
    return db.Revision(key, db.TaskId(task), FIRST.id, unit_id, "张三", "2024-04-01T00:00:00Z", content, ())


def test_imported_text_counts_for_nobody_and_a_units_own_word_does() -> None:
    imported = revision("1.1#1", None)
    assert (
        row_state(db.Entry(imported.task, FIRST.id, db.State.OPEN, imported, (imported,)), None).state
        == "blank"
    )
    for unit, filled in ((None, False), ("u", True)):
        said = revision("1.1#1", unit, status=db.Status.DONE)
        entry = db.Entry(said.task, FIRST.id, db.State.OPEN, said, (said,))
        state = row_state(entry, None)
        assert (state.state, state.filled, state.reported) == ("done", filled, filled)


def test_what_the_office_writes_down_for_a_unit_is_filled_in_but_not_reported() -> None:
    told = replace(revision("1.1#1", None, status=db.Status.DONE), parents=(db.RevisionId("r0"),))
    state = row_state(db.Entry(told.task, FIRST.id, db.State.OPEN, told, (told,)), None)
    assert (state.filled, state.reported) == (True, False)
    confirmed = db.Entry(told.task, FIRST.id, db.State.OPEN, told, (told,), None, frozenset({told.id}))
    assert row_state(confirmed, None).reported


def test_what_needs_a_hand_comes_before_the_status() -> None:
    said = revision("1.1#1", "u", status=db.Status.DONE)
    back = db.Review("v", said.task, FIRST.id, said.id, db.Verdict.SEND_BACK, "请补充", "李", "", ())
    entry = db.Entry(said.task, FIRST.id, db.State.OPEN, said, (said,), back)
    assert row_state(entry, None).state == "sent_back"
    other = revision("1.1#1", "u", "r2", status=db.Status.BEHIND)
    answered = db.Entry(said.task, FIRST.id, db.State.OPEN, other, (other,), back)
    assert row_state(answered, None).state == "behind"
    torn = db.Entry(said.task, FIRST.id, db.State.CONFLICT, None, (said, other))
    assert row_state(torn, None).state == "conflict"


@pytest.mark.parametrize("key", ["c1", "i-2.3", "2.3#1", "3.1#1"])
def test_rows_of_every_kind_are_painted(tree: PlanTree, key: str) -> None:
    tree.set_states({db.TaskId("3.1#1"): RowState("conflict", filled=True, draft=True)})
    delegate, option = TreeDelegate(), QStyleOptionViewItem()
    index = tree.index_of(key)
    option.rect.setSize(delegate.sizeHint(option, index))
    option.rect.setWidth(320)
    blank, painted = (QImage(option.rect.size(), QImage.Format.Format_RGB32) for _ in range(2))
    blank.fill(Qt.GlobalColor.white)
    painted.fill(Qt.GlobalColor.white)
    painter = QPainter(painted)
    delegate.paint(painter, option, index)
    painter.end()
    assert painted != blank


@pytest.fixture
def view(qtbot) -> PlanView:
    view = PlanView()
    qtbot.addWidget(view)
    view.show_tasks(small_plan(), {}, None, None)
    return view


def test_what_was_closed_and_where_one_stands_outlive_a_search(view: PlanView) -> None:
    view.show_current(db.TaskId("3.1#1"))
    view.collapse(view.tree.index_of("c1"))
    view.show_tasks(small_plan(), {}, frozenset({"1.1#1", "3.1#1"}), db.TaskId("3.1#1"))
    assert view.isExpanded(view.tree.index_of("c1"))
    view.show_tasks(small_plan(), {}, None, db.TaskId("3.1#1"))
    assert not view.isExpanded(view.tree.index_of("c1"))
    assert view.isExpanded(view.tree.index_of("c2"))
    assert view.currentIndex().data(Role.TASK) == "3.1#1"


def test_rebuilding_chooses_nothing_but_arrows_do(view: PlanView, qtbot) -> None:
    chosen: list[str] = []
    view.task_chosen.connect(chosen.append)
    view.show_tasks(small_plan(), {}, None, db.TaskId("1.1#1"))
    assert chosen == []
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert chosen == ["1.2#1"]
    with qtbot.waitSignal(view.entered):
        qtbot.keyClick(view, Qt.Key.Key_Return)


def test_enter_and_a_click_on_a_heading_close_and_open_it(view: PlanView, qtbot) -> None:
    view.resize(320, 600)
    heading = view.tree.index_of("c1")
    view.setCurrentIndex(heading)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert not view.isExpanded(heading)
    at: QPoint = view.visualRect(heading).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert view.isExpanded(heading)


def painted(view: PlanView, key: str) -> QImage:
    """The row as it stands on the screen."""
    return view.viewport().grab(view.visualRect(view.tree.index_of(key))).toImage()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (BLANK, RowState("behind", filled=True, draft=False)),
        (BLANK, RowState("blank", filled=False, draft=True)),
        (RowState("done", filled=True, draft=False), RowState("sent_back", filled=True, draft=False)),
        (RowState("open", filled=True, draft=False), RowState("conflict", filled=True, draft=False)),
    ],
)
def test_a_state_is_seen_without_colour(view: PlanView, qtbot, first: RowState, second: RowState) -> None:
    view.resize(380, 600)
    view.show()
    task, looks = db.TaskId("1.1#1"), []
    for state in (first, second):
        view.show_tasks(small_plan(), {task: state}, None, None)
        grey = painted(view, task).convertToFormat(QImage.Format.Format_Grayscale8)
        looks.append(grey.convertToFormat(QImage.Format.Format_Mono))
    assert looks[0] != looks[1]


def test_letters_typed_in_the_tree_find_a_number_or_what_the_search_finds(view: PlanView, qtbot) -> None:
    chosen: list[str] = []
    view.task_chosen.connect(chosen.append)
    view.finds = lambda typed: frozenset({db.TaskId("2.5#1")} if typed == "lb" else ())
    for typed, found in (("3", "3.1#1"), ("2.5", "2.5#1"), ("1.10", "1.10#1"), ("lb", "2.5#1")):
        view._since.invalidate()  # a while passes
        qtbot.keyClicks(view, typed)
        assert chosen[-1] == found
        assert view.currentIndex().data(Role.TASK) == found
    view._since.invalidate()
    qtbot.keyClicks(view, "9")
    assert chosen[-1] == "2.5#1"


def test_the_same_digit_again_goes_on_to_the_next(view: PlanView, qtbot) -> None:
    seen = []
    for _ in range(4):
        view._since.invalidate()
        qtbot.keyClicks(view, "1")
        seen.append(view.currentIndex().data(Role.TASK))
    assert seen == ["1.1#1", "1.2#1", "1.10#1", "1.1#1"]


def test_number_and_target_are_copied_by_key(view: PlanView, qtbot) -> None:
    view.show_current(db.TaskId("3.1#1"))
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QApplication.clipboard().text()
    assert copied.startswith("3.1  全年帮扶重点群体不少于8500人次")


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_Menu, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier),
    ],
)
def test_the_menu_is_asked_for_by_key_at_the_row(view: PlanView, qtbot, key, modifier) -> None:
    view.resize(320, 600)
    view.show()
    view.show_current(db.TaskId("1.2#1"))
    with qtbot.waitSignal(view.menu_wanted) as wanted:
        qtbot.keyClick(view, key, modifier)
    at = view.viewport().mapFromGlobal(wanted.args[0])
    assert view.visualRect(view.currentIndex()).contains(at)


def test_all_headings_open_and_close(view: PlanView) -> None:
    view.set_all_open(is_open=False)
    assert view.closed == {"c1", "c2", "c3", "i-2.3", "i-3.4"}
    assert not view.isExpanded(view.tree.index_of("c2"))
    view.set_all_open(is_open=True)
    assert view.closed == set()
    assert view.isExpanded(view.tree.index_of("i-2.3"))
