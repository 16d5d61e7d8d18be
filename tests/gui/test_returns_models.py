"""The models of the returns page: the table of units and the tree of a merge."""

from PySide6.QtCore import Qt

import db
from desktop.models.merge_tree import MergeTree
from desktop.models.returns_table import Column, ReturnsTable, Role

ONE, TWO, THREE = (db.TaskId(f"t1.{n}") for n in (1, 2, 3))


def standing(name: str, state: str = "missing", filled: int = 0) -> db.Standing:
    return db.Standing(db.Unit(db.UnitId(name), name), 7, filled, state, "", "")


def test_models_keep_the_rules_of_qt(qtmodeltester, qapp):
    table = ReturnsTable()
    qtmodeltester.check(table)
    table.show_rows((standing("甲"), standing("乙", "returned", 7)))
    qtmodeltester.check(table)
    assert table.index(1, Column.STATE).data(Role.STANDING).filled == 7


def test_the_merge_tree_keeps_the_rules_of_qt(qtmodeltester, qapp):
    entry = db.MergedEntry(ONE, "new", None, db.Content(narrative="完成"))
    same = db.MergedEntry(TWO, "same", None, db.Content(narrative="完成"))
    files = (
        db.MergedFile("a.shishi", "merged", "教育局", "1-3月", 1, 1, entries=(entry, same)),
        db.MergedFile("b.shishi", "refused", reasons=(db.Reason("empty_file", {"path": "b.shishi"}),)),
    )
    tree = MergeTree()
    tree.show_report(db.MergeReport(files), {ONE: "1.1#1", TWO: "1.2#1"}, choosing=True)
    qtmodeltester.check(tree)
    top = tree.index(0, 0)
    choosable = [bool(tree.index(n, 0, top).flags() & Qt.ItemFlag.ItemIsUserCheckable) for n in (0, 1)]
    assert choosable == [True, False]
    assert tree.setData(tree.index(0, 0, top), Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert tree.left_out == {ONE}


def test_entries_stand_in_the_order_of_the_plan(qapp):
    entries = tuple(
        db.MergedEntry(task, "new", None, db.Content(narrative="x")) for task in (THREE, ONE, TWO)
    )
    file = db.MergedFile("a.shishi", "merged", "教育局", "1-3月", 3, entries=entries)
    tree = MergeTree()
    tree.show_report(db.MergeReport((file,)), {ONE: "1.1", TWO: "1.2", THREE: "1.3"}, choosing=True)
    top = tree.index(0, 0)
    assert [tree.index(n, 0, top).data() for n in range(3)] == ["1.1", "1.2", "1.3"]
