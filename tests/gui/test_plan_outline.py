"""The tree of the plan page as a model: rows made late, other states of a plan taken over in place."""

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt

import db
from desktop.planning.node_forms import spot_of
from desktop.planning.outline import Kind, Outline, Role
from desktop.planning.shifting import shifted

UNIT = db.Unit(db.UnitId("u"), "教育局")


def plan_of(shape: list[tuple[str, list[str]]]) -> db.Plan:
    """One category, the items by id, each with the tasks by id."""
    items = tuple(
        db.Item(
            db.ItemId(key),
            key,
            "",
            tuple(
                db.Task(db.TaskId(task), key, at, f"目标{task}", (UNIT,), ())
                for at, task in enumerate(tasks, 1)
            ),
        )
        for key, tasks in shape
    )
    category = db.Category(db.CategoryId("c"), "一、教育", items)
    return db.Plan(db.PlanId("p"), "方案", 2024, (), (UNIT,), (category,))


def shape_of(outline: Outline) -> list[tuple[str, list[str]]]:
    top = outline.index(0, 0)
    found = []
    for row in range(outline.rowCount(top)):
        item = outline.index(row, 0, top)
        tasks = [outline.index(at, 0, item).data(Role.KEY) for at in range(outline.rowCount(item))]
        found.append((item.data(Role.KEY), tasks))
    return found


TASKS = st.lists(st.integers(0, 9).map(lambda n: f"t{n}"), unique=True, max_size=6)


@st.composite
def shapes(draw):
    items = draw(st.lists(st.integers(0, 5).map(lambda n: f"i{n}"), unique=True, max_size=4))
    left = draw(st.permutations([f"t{n}" for n in range(10)]))
    cuts = [draw(st.integers(0, 3)) for _ in items]
    found, at = [], 0
    for key, cut in zip(items, cuts, strict=True):
        found.append((key, left[at : at + cut]))
        at += cut
    return found


@settings(deadline=None, max_examples=150)
@given(before=shapes(), after=shapes(), looked=st.booleans())
def test_another_state_of_a_plan_is_taken_over_whatever_it_is(qapp, before, after, looked) -> None:
    outline = Outline()
    outline.show_plan(plan_of(before))
    if looked:
        assert shape_of(outline) == before
    outline.show_plan(plan_of(after))
    assert shape_of(outline) == after


def test_what_is_chosen_stays_chosen(qapp, qtmodeltester) -> None:
    outline = Outline()
    outline.show_plan(plan_of([("i1", ["t1", "t2"]), ("i2", ["t3"])]))
    qtmodeltester.check(outline)
    from PySide6.QtCore import QPersistentModelIndex

    kept = QPersistentModelIndex(outline.index_of("t3"))
    outline.show_plan(plan_of([("i0", []), ("i1", ["t2"]), ("i2", ["t4", "t3"])]))
    assert kept.isValid()
    assert kept.data(Role.KEY) == "t3"
    assert kept.row() == 1
    qtmodeltester.check(outline)


def test_rows_are_made_when_they_are_looked_at(qapp) -> None:
    outline = Outline()
    outline.show_plan(plan_of([(f"i{n}", [f"t{n}"]) for n in range(8000)]))
    root = outline.node(QModelIndex())
    assert root is not None
    assert root.below is None
    assert outline.rowCount() == 1
    found = outline.index_of("t7999")
    assert found.data(Role.KIND) == Kind.TASK
    assert found.parent().row() == 7999
    items = root.below[0].below
    assert sum(item.below is not None for item in items) == 1


def test_a_drop_says_where_a_row_goes(qapp) -> None:
    outline = Outline()
    outline.show_plan(plan_of([("i1", ["t1", "t2"]), ("i2", ["t3"])]))
    heard = []
    outline.moved.connect(lambda *place: heard.append(place))
    dragged = outline.mimeData([outline.index_of("t3")])
    action = Qt.DropAction.MoveAction
    assert not outline.dropMimeData(dragged, action, 1, 0, outline.index_of("i1"))
    assert not outline.dropMimeData(dragged, action, -1, -1, outline.index_of("t1"))
    assert not outline.dropMimeData(dragged, action, -1, -1, outline.index_of("i1"))
    assert heard == [("task", "t3", "i1", "t2"), ("task", "t3", "i1", "t1"), ("task", "t3", "i1", "")]
    assert not outline.canDropMimeData(dragged, action, 0, 0, outline.index_of("c"))
    assert not outline.canDropMimeData(dragged, action, -1, -1, outline.index_of("t3"))


def test_a_row_at_an_edge_goes_on_into_the_neighbour(qapp) -> None:
    plan = plan_of([("i1", ["t1", "t2"]), ("i2", ["t3"])])

    def where(key: str, by: int):
        spot = spot_of(plan, key)
        assert spot is not None
        return shifted(spot, by)

    assert where("t1", 1) == ("i1", "")
    assert where("t2", 1) == ("i2", "t3")
    assert where("t3", -1) == ("i1", "")
    assert where("t1", -1) is None
    assert where("t3", 1) is None
    assert where("i2", -1) == ("c", "i1")
    assert where("c", 1) is None
