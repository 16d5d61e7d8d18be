"""What a search marks in the rows, and why a row is there that shows none of it."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QColor, QImage

import db
from desktop import theme
from desktop.models.plan_marks import Marks
from desktop.models.plan_rows import Marked, around
from desktop.models.plan_tree import PlanTree, Role
from desktop.models.plan_view import PlanView
from tests.small_plan import small_plan

TOLD = {db.TaskId("2.5#1"): "已完成勘察设计并通过专家评审,\n其中彩虹橋段正在施工。"}


def marks(query: str) -> Marks:
    index = db.Index(small_plan(), TOLD)
    index.build_pinyin()
    return Marks(index, query, lambda task: TOLD.get(task, ""))


def row(query: str, task: str):
    tree = PlanTree()
    tree.show(small_plan(), {}, frozenset({db.TaskId(task)}), marks=marks(query))
    return tree.index_of(task).data(Role.ROW)


def bracketed(line: Marked) -> str:
    """The line with brackets around what is marked."""
    text = line.text
    for first, after in reversed(line.spans):
        text = f"{text[:first]}[{text[first:after]}]{text[after:]}"
    return text


@pytest.mark.parametrize(
    ("query", "task", "number", "text", "below"),
    [
        ("1.1", "1.1#1", "[1.1]", "新增學位7600個。", "★ 教育局"),
        ("学位 jyj", "1.1#1", "1.1", "新增[學位]7600個。", "★ [教育局]"),
        ("jiedao 15", "3.4#1", "", "长者食堂[15]个。", "★ 社会工作部  ★ 西兴[街道]"),
        ("财政局", "1.2#1", "1.2", "開設小學生愛心暑托班不少于30個。", "★ 教育局  [財政局]"),
        ("tuanqu", "1.2#1", "1.2", "開設小學生愛心暑托班不少于30個。", "★ 教育局  [團區]委"),
        ("彩虹桥", "2.5#1", "2.5", "完成道路綠波帶升級不少于10公里。", "…評審, 其中[彩虹橋]段正在施工。"),
        (
            "就业帮扶",
            "3.1#1",
            "3.1",
            "全年帮扶重点群体不少于8500人次,失业人员实现再就业不少于2500人次。",
            "重点群体[就业帮扶]",
        ),
        ("教育惠民", "1.1#1", "1.1", "新增學位7600個。", "★ 教育局"),
    ],
)
def test_every_word_is_marked_where_it_stands(
    query: str, task: str, number: str, text: str, below: str
) -> None:
    found = row(query, task)
    assert bracketed(found.number) == number
    assert bracketed(found.text) == text
    assert bracketed(found.below).replace("评审", "評審") == below


def test_the_heading_is_marked_that_was_searched_for() -> None:
    tree = PlanTree()
    tree.show(small_plan(), {}, frozenset({db.TaskId("1.1#1")}), marks=marks("jyhm"))
    assert bracketed(tree.index_of("c1").data(Role.ROW).text) == "一、[教育惠民]"


def test_a_long_text_begins_shortly_before_its_first_mark() -> None:
    long = "一二三四五六七八九十一二三四五六七八九十" + "彩虹"
    moved = around(Marked(long, ((20, 22),)))
    assert moved.text.startswith("…")
    assert bracketed(moved).endswith("[彩虹]")
    assert len(moved.text) < 12
    short = Marked("彩虹一二三", ((0, 2),))
    assert around(short) == short
    assert around(Marked(long)) == Marked(long)


@pytest.mark.parametrize("dark", [False, True])
def test_a_mark_is_painted_also_where_the_line_is_cut(qtbot, qapp, dark: bool) -> None:
    theme.apply_colours(qapp, dark=dark)
    view, plan = PlanView(), small_plan()
    qtbot.addWidget(view)
    view.resize(300, 400)
    view.show()
    tint = QColor(theme.colours().notice_line)
    category = plan.categories[2]
    item = category.items[0]
    long = replace(item.tasks[0], target="很长的目标" * 12 + "彩虹")
    changed = replace(category, items=(replace(item, tasks=(long,)), *category.items[1:]))
    plan = replace(plan, categories=(*plan.categories[:2], changed))
    index = db.Index(plan)
    for query, is_marked in (("彩虹", True), ("", False)):
        searched = Marks(index, query, lambda _: "")
        view.show_tasks(plan, {}, frozenset({long.id}), None, marks=searched)
        image = view.viewport().grab(view.visualRect(view.tree.index_of(long.id))).toImage()
        assert has(image, tint) == is_marked


def has(image: QImage, colour: QColor) -> bool:
    return any(image.pixelColor(x, y) == colour for x in range(image.width()) for y in range(image.height()))
