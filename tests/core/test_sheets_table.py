"""The consolidated table: what stands on it is read back from the PDF, page by page."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from db import typeset
from db.records import Content
from tests.paper_desk import (
    COMMUNITY,
    GARAGE,
    JOBS,
    TABLE,
    Desk,
    Row,
    bare,
    desk_of,
    numbers_in,
    pages,
    points,
)


@pytest.fixture
def desk() -> Desk:
    """A made-up table in which every task is reported."""
    return desk_of(TABLE)


def test_the_table_repeats_header_category_number_and_target(desk: Desk) -> None:
    desk.says("7.4#2", Content(narrative=points("xa", 2000)))
    texts = pages(desk.table())
    carrying = [text for text in texts if numbers_in([text], "xa")]
    assert numbers_in(texts, "xa") == list(range(2000))
    assert len(carrying) > 3
    for text in carrying:
        assert text.count("項目類別項目目標責任★及配合單位完成情況(1-3月)") == 1
        assert "宜居提升" in text
        assert "7.4" in text
        assert GARAGE in text
        assert "★長河街道" in text
    assert all(f"第{page}頁共{len(texts)}頁" in text for page, text in enumerate(texts, 1))


def test_the_table_merges_what_belongs_together(desk: Desk) -> None:
    (text,) = pages(desk.table())
    assert [text.count(target) for target in (GARAGE, COMMUNITY, JOBS)] == [1, 1, 1]
    assert [text.count(number) for number in ("1.10", "7.4", "7.5")] == [1, 1, 1]
    assert "★社會工作部、西興街道" in text
    runs = [row["runs"] for row in json.loads(desk.table().data)["tasks"]]
    assert [run["category"] for run in runs] == [[0, 1]] * 2 + [[2, 2], [3, 3]] + [[4, 9]] * 6
    assert [run["number"] for run in runs][4:] == [[4, 6]] * 3 + [[7, 9]] * 3
    assert [run["target"] for run in runs][4:] == [[4, 6]] * 3 + [[7, 8]] * 2 + [[9, 9]]


def test_the_public_table_keeps_inside_matters_inside(desk: Desk) -> None:
    desk.says(
        "2.1#1", Content(narrative="已開工。", problems="缺錢。", next_steps="要錢。", remark="勿外傳。")
    )
    inside, public = ("".join(pages(desk.table(public=public))) for public in (False, True))
    assert all(text in inside for text in ("已開工。", "缺錢。", "要錢。", "勿外傳。", "內部資料"))
    assert not any(text in public for text in ("缺錢。", "要錢。", "勿外傳。", "內部資料"))
    assert "公示表" in public
    assert b"\xe7\xbc\xba\xe9\x8c\xa2" not in desk.table(public=True).data


def test_open_corrections_are_said_on_the_face(desk: Desk) -> None:
    for name in ("2.1#1", "1.10#1", "7.4#1", "7.4#2"):
        desk.sends_back(desk.says(name, Content(narrative="不全。")))
    desk.says("2.1#1", Content(narrative="補全了。"))
    text = pages(desk.table(public=True))[0]
    assert "下列項目正在更正，以更正後公布的為準：1.10、7.4。" in text


def test_retired_tasks_are_left_out_unless_they_reported(desk: Desk) -> None:
    (category, *others) = desk.plan.categories
    item = category.items[0]
    retired = replace(item, tasks=tuple(replace(task, retired=True) for task in item.tasks))
    changed = replace(category, items=(retired, *category.items[1:]))
    desk.plan = replace(desk.plan, categories=(changed, *others))
    assert "暑托班" in pages(desk.table())[0]
    del desk.entries[item.tasks[0].id]
    assert "暑托班" not in pages(desk.table())[0]


shapes = st.lists(
    st.tuples(st.integers(0, 5), st.integers(1, 60), st.sampled_from([1, 4, 9, 40, 90, 150, 400])),
    min_size=1,
    max_size=26,
)


def of_shape(shape: list[tuple[int, int, int]]) -> tuple[Desk, list[Row]]:
    """A table by (what the row shares with the one before, length of its target, of its narrative)."""
    rows: list[Row] = []
    for place, (turn, words, length) in enumerate(shape):
        new = not rows or turn == 0
        category = f"{'一二三四五'[place % 5]}、事項{chr(0x7532 + place)}" if new else rows[-1][0]
        number, target = (
            (f"9.{place}", points(f"y{chr(97 + place)}", words)) if new or turn < 4 else rows[-1][1:3]
        )
        units = "各街道、" * (words // 3) + "財政局"
        rows.append((category, number, target, "住建局", units, points(f"x{chr(97 + place)}", length)))
    return desk_of(rows), rows


@given(shapes)
@settings(max_examples=20, deadline=None)
def test_however_the_rows_fall_nothing_is_lost(shape: list[tuple[int, int, int]]) -> None:
    """Every page names the category and the number of each row that it shows a part of."""
    made, rows = of_shape(shape)
    texts = pages(made.table())
    for place, (category, number, target, _, _, _) in enumerate(rows):
        assert numbers_in(texts, f"x{chr(97 + place)}") == list(range(shape[place][2]))
        # A target that carries over is there more than once.
        assert set(numbers_in(texts, target[:2])) == set(range(target.count(target[:2])))
        for text in texts:
            if numbers_in([text], f"x{chr(97 + place)}"):
                assert bare(category) in text
                assert number in text


@given(shapes)
@settings(max_examples=10, deadline=None)
def test_where_rows_break_does_not_depend_on_what_carries_over(shape: list[tuple[int, int, int]]) -> None:
    made, _ = of_shape(shape)
    files = typeset._files(made.table())
    _, warnings = typst.compile_with_warnings(files, format="pdf", font_paths=typeset.fonts())
    assert [warning.message for warning in warnings if "converge" in warning.message] == []
