"""Search: script, width, case, numbers and pinyin."""

import dataclasses
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.records import Plan, TaskId
from db.search import Index
from tests.small_plan import small_plan


@pytest.fixture(scope="module")
def index() -> Index:
    return Index(small_plan())


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("1.1", "1.1#1 1.10#1"),
        ("１．１０", "1.10#1"),
        ("2.3#2", "2.3#2"),
        ("0#1", ""),
        ("学位", "1.1#1"),
        ("學位", "1.1#1"),
        ("重點群體", "3.1#1"),
        ("停车便民", "2.3#1 2.3#2"),
        ("tcbm", "2.3#1 2.3#2"),
        ("交通畅行", "2.3#1 2.3#2 2.5#1"),
        ("交通 gongan", ""),
        ("jiaotong 2.5", "2.5#1"),
        ("滨江区", ""),
        ("各街道", "1.1#1 3.1#1"),
        ("教育局 財政", "1.2#1 1.10#1"),
        ("教育局　３０００", "1.10#1"),
        ("500", ""),
        ("8500", "3.1#1"),
        ("2.7万", "3.4#2"),
        ("jyj", "1.1#1 1.2#1 1.10#1 2.3#2"),
        ("JiaoYu", "1.1#1 1.2#1 1.10#1 2.3#2"),
        ("jiaoyj", "1.1#1 1.2#1 1.10#1 2.3#2"),
        ("zzst", "3.4#1"),
        ("zhangzhe", "3.4#1"),
        ("changhe", "3.4#2"),
        ("xi'xing", "3.4#1"),
        ("jyj snt", ""),
        ("iaoyu", ""),
        ("没有这样的", ""),
    ],
)
def test_a_query_finds_exactly(index: Index, query: str, names: str) -> None:
    assert index.find(query) == frozenset(names.split())


@pytest.mark.parametrize("blank", ["", "  ", "　"])
def test_a_blank_query_finds_everything(index: Index, blank: str) -> None:
    assert index.find(blank) == {task.id for task in small_plan().tasks()}


def test_narratives_are_found_by_text_but_not_by_initials() -> None:
    index = Index(small_plan(), {TaskId("2.5#1"): "已建成KTV旁彩虹橋"})
    assert index.find("彩虹桥") == {"2.5#1"}
    assert index.find("ktv") == {"2.5#1"}
    assert index.find("chq") == frozenset()


def test_what_is_told_anew_is_found_and_what_was_told_before_is_not() -> None:
    index = Index(small_plan(), {TaskId("2.5#1"): "彩虹橋", TaskId("1.1#1"): "學校"})
    assert index.find("彩虹桥") == {"2.5#1"}
    index.tell({TaskId("2.5#1"): "綠波帶", TaskId("1.1#1"): "學校"})
    assert index.find("彩虹桥") == frozenset()
    assert index.find("绿波带") == index.find("綠波") == {"2.5#1"}
    assert index.find("学校") == {"1.1#1"}


def test_of_several_plans_each_is_found_by_its_title_too() -> None:
    other = _many(small_plan(), 1)
    index = Index([small_plan(), dataclasses.replace(other, title="上城區民生實事")])
    assert index.find("上城区") == {task.id for task in other.tasks()}
    assert index.find("shangcheng 1.10") == {"1.10#1/0"}
    assert index.find("1.10") == {"1.10#1", "1.10#1/0"}


@pytest.mark.parametrize(
    ("query", "text", "marked"),
    [
        ("学位", "新增學位7600個。", "學位"),
        ("７６ 新增", "新增學位7600個。", "新增|76"),
        ("00", "新增學位7600個。", ""),
        ("1.1", "1.10", "1.1"),
        ("1.1", "11.1", ""),
        ("jyj", "各街道、教育局、教育局", "教育局|教育局"),
        ("jiaoyj", "教育局", "教育局"),
        ("jiaoyu", "教育局", "教育"),
        ("jiao", "教育局", "教"),
        ("zhangz", "15家长者食堂", "长者"),
        ("xi'x", "西兴街道", "西兴"),
        ("ktv", "KTV旁开天窗", "KTV"),
        ("教 育", "教育局", "教育"),
        ("m2", "共30㎡", "㎡"),
        ("ss", "ß", "ß"),
        ("没有", "教育局", ""),
        ("", "教育局", ""),
    ],
)
def test_marks_are_the_characters_as_they_are_written(
    index: Index, query: str, text: str, marked: str
) -> None:
    index.build_pinyin()
    assert "|".join(text[first:after] for first, after in index.marks(query, text)) == marked


@given(st.text(max_size=8), st.text(max_size=40))
def test_marks_are_in_order_apart_and_inside(query: str, text: str) -> None:
    index = _shared()
    index.build_pinyin()
    ends = [end for mark in index.marks(query, text) for end in mark]
    assert ends == sorted(ends)
    assert len(set(ends)) == len(ends)
    assert all(0 <= end <= len(text) for end in ends)


@given(st.data())
def test_a_task_that_is_found_has_something_to_mark(data: st.DataObject) -> None:
    """Every word of a query stands somewhere among number, target, units, item and category."""
    index, plan = _shared(), small_plan()
    index.build_pinyin()
    query = data.draw(st.sampled_from(["1", "jyj", "zj", "学位", "財政", "2.", "jiao", "tcbm", "各街道"]))
    for category in plan.categories:
        for item in category.items:
            for task in item.tasks:
                units = [unit.name for unit in (*task.leads, *task.cooperating)]
                texts = [task.name, task.target, item.title, category.name, *units]
                assert any(index.marks(query, text) for text in texts) == (task.id in index.find(query))


def test_pinyin_is_read_only_when_a_latin_word_comes() -> None:
    index = Index(small_plan())
    assert not index.needs_pinyin("教育局 1.1")
    assert index.needs_pinyin("教育局 jyj")
    index.build_pinyin()
    assert not index.needs_pinyin("jyj")


def test_importing_search_loads_no_dictionaries() -> None:
    import subprocess

    code = "import db.search, sys; print([m for m in ('opencc', 'pypinyin') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@given(st.data())
def test_any_part_of_a_target_finds_its_task(data: st.DataObject) -> None:
    plan = small_plan()
    task = data.draw(st.sampled_from(list(plan.tasks())))
    # A query is made of words, and digits are matched from the start of a number only.
    start = data.draw(st.integers(0, len(task.target) - 1))
    while start and task.target[start - 1] in "0123456789.":
        start -= 1
    stop = data.draw(st.integers(start + 1, len(task.target)))
    assert task.id in _shared().find(task.target[start:stop])


@given(st.text(max_size=12))
def test_any_text_is_a_query(query: str) -> None:
    assert _shared().find(query) <= {task.id for task in small_plan().tasks()}


def test_more_words_never_find_more(index: Index) -> None:
    assert index.find("财政局 教育局 暑") <= index.find("财政局 教育局") <= index.find("财政局")


def test_thousands_of_tasks_are_scanned_once_folded(index: Index) -> None:
    plan = _many(small_plan(), 600)
    many = Index(plan)
    many.build_pinyin()
    assert len(many.find("jyj")) == 600 * len(index.find("jyj"))
    assert len(many.find("學位")) == 600


_kept: list[Index] = []


def _shared() -> Index:
    if not _kept:
        _kept.append(Index(small_plan()))
    return _kept[0]


def _many(plan: Plan, times: int) -> Plan:
    """The plan's tasks `times` over, each with an id of its own."""
    categories = []
    for category in plan.categories:
        items = tuple(
            dataclasses.replace(
                item, tasks=tuple(dataclasses.replace(t, id=TaskId(f"{t.id}/{n}")) for t in item.tasks)
            )
            for n in range(times)
            for item in category.items
        )
        categories.append(dataclasses.replace(category, items=items))
    return dataclasses.replace(plan, categories=tuple(categories))
