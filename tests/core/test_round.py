"""The round on the real table: import, 21 fill-in files, returns, merge in any order, paper and back."""

import json
import random
import shutil
from dataclasses import replace

import pytest

import db
from db import answers
from db.ledger import open_ledger


def show(path, period="1-3月"):
    """What `shishi show --json` says."""
    with open_ledger(path, read_only=True) as ledger:
        (plan,) = db.plans(ledger)
        return answers.plan_answer(plan, db.entries(ledger, db.find_period(plan, period).id))


def rows(shown):
    for category in shown["categories"]:
        for item in category["items"]:
            for task in item["tasks"]:
                yield category["name"], item["number"], task


def without_ids(shown):
    return [
        (
            category,
            number,
            *(task[name] for name in ("position", "target", "leads", "cooperating", "extra")),
            [(m["label"], m["comparator"], m["amount"], m["unit"]) for m in task["measures"]],
            [head["narrative"] for head in task["entry"]["heads"]] if task["entry"] else [],
        )
        for category, number, task in rows(shown)
    ]


def test_the_table_is_understood_exactly(imported_sample):
    shown = show(imported_sample)
    tasks = list(rows(shown))
    assert len(shown["categories"]) == 10
    assert sum(len(category["items"]) for category in shown["categories"]) == 47
    assert len(tasks) == 56
    assert len({lead for _, _, task in tasks for lead in task["leads"]}) == 21
    assert len({unit for _, _, task in tasks for unit in task["cooperating"]}) == 41
    assert [n for _, n, task in tasks if not task["cooperating"]] == ["2.5", "5.2", "9.3"]
    joint = [task["leads"] for _, n, task in tasks if n == "7.5" and len(task["leads"]) == 2]
    assert joint == [["社會工作部", street] for street in ("西興街道", "長河街道", "浦沿街道")]
    assert ["民政局(殘聯)"] in [task["leads"] for _, _, task in tasks]
    assert [p["label"] for p in shown["periods"]] == ["1-3月"]
    assert all(task["entry"]["state"] == "open" for _, _, task in tasks)


def test_every_text_is_the_files_character_for_character(imported_sample, sample):
    lines = set(sample.read_text(encoding="utf-8").split("\n"))
    for _, _, task in rows(show(imported_sample)):
        assert task["target"] in lines
        assert set(task["entry"]["current"]["narrative"].split("\n")) <= lines
        assert "、".join(task["cooperating"]) in lines
        assert "★" + "、".join(task["leads"]) in lines


def test_nothing_of_the_file_is_lost(imported_sample, sample):
    from collections import Counter

    shown = show(imported_sample)
    said = Counter()
    for category, number, task in rows(shown):
        said.update([category, number, task["target"], "★" + "、".join(task["leads"])])
        said.update(["、".join(task["cooperating"]), *task["entry"]["current"]["narrative"].split("\n")])
    header = sample.read_text(encoding="utf-8").split("一、教育惠民")[0].split("\n")
    found = Counter(sample.read_text(encoding="utf-8").split("\n")) - Counter(header)
    repeated = {line for line in found if "、" in line and line[0] in "一二三四五六七八九十"} | {
        "",
        "/",
        "7.5",
    }
    assert {line for line, count in (found - said).items() if line not in repeated} == set()


def test_ledger_to_xlsx_to_ledger_is_the_same_plan(imported_sample, tmp_path):
    with open_ledger(imported_sample, read_only=True) as ledger:
        (plan,) = db.plans(ledger)
        db.write_paper(ledger, plan, plan.periods[0], db.PaperOptions("table"), tmp_path / "t.xlsx")
    again = db.import_table(tmp_path / "t.xlsx", tmp_path / "again.shishi")
    assert (again.plan.title, again.plan.year) == (plan.title, plan.year)
    assert without_ids(show(tmp_path / "again.shishi")) == without_ids(show(imported_sample))


@pytest.fixture(scope="module")
def returned(imported_sample, tmp_path_factory):
    """A ledger that has issued 21 files, and the 21 returns: every task filled by each of its leads."""
    folder = tmp_path_factory.mktemp("round")
    path = shutil.copy(imported_sample, folder / "l.shishi")
    with open_ledger(path) as ledger:
        (plan,) = db.plans(ledger)
        issued = db.issue(ledger, plan, plan.periods[0], folder / "out")
    returns = []
    for one in issued:
        with open_ledger(one.path) as file:
            mine = db.terms(file)
            for task in mine.tasks:
                said = db.entry(file, task, mine.period).current.content
                content = replace(said, narrative=f"{said.narrative}\n{one.unit.name}补充。")
                db.save_entry(file, task, mine.period, content, author="张三", unit=mine.unit)
            assert db.missing(file) == ()
            returns.append(db.make_return(file, folder / "in", author="张三").path)
    return path, returns


def merged(returned, order, tmp_path, name, groups=1):
    path, _ = returned
    target = shutil.copy(path, tmp_path / name)
    with open_ledger(target) as ledger:
        for start in range(groups):
            report = db.merge(ledger, order[start::groups], author="李四")
            assert report.totals["refused"] == 0
        (plan,) = db.plans(ledger)
        standing = db.standing(ledger, plan, plan.periods[0])
    states = [(s.unit.name, s.tasks, s.filled, s.state, s.check_code) for s in standing]
    return show(target), states


def test_any_order_and_some_twice_end_in_the_same_ledger(returned, tmp_path):
    _, returns = returned
    assert len(returns) == 21
    mixed = [*returns, *returns[::3]]
    random.Random(4).shuffle(mixed)
    first, states = merged(returned, returns, tmp_path, "one.shishi")
    second, again = merged(returned, mixed, tmp_path, "two.shishi", groups=5)
    assert json.dumps(first) == json.dumps(second)
    assert states == again
    in_conflict = [task for _, _, task in rows(first) if task["entry"]["state"] == "conflict"]
    assert len(in_conflict) == 3  # the joint leads of 7.5, whose two units wrote differently
    assert all(len(task["entry"]["heads"]) == 2 for task in in_conflict)


def test_a_return_of_the_imported_text_untouched_counts_as_returned(imported_sample, tmp_path):
    path = shutil.copy(imported_sample, tmp_path / "l.shishi")
    with open_ledger(path) as ledger:
        (plan,) = db.plans(ledger)
        (issued,) = db.issue(ledger, plan, plan.periods[0], tmp_path, units=[db.find_unit(plan, "教育局").id])
        with open_ledger(issued.path) as file:
            done = db.make_return(file, tmp_path, author="张三")
        before = show(path)
        db.merge(ledger, [done.path], author="李四")
        states = {s.unit.name: s for s in db.standing(ledger, plan, plan.periods[0])}
    assert show(path) == before
    assert (states["教育局"].state, states["教育局"].filled) == ("returned", states["教育局"].tasks)
    assert states["住建局"].state == "not_issued"


def test_the_first_table_read_again_late_changes_nothing(returned, sample, tmp_path):
    path = shutil.copy(returned[0], tmp_path / "l.shishi")
    with open_ledger(path) as ledger:
        db.merge(ledger, returned[1], author="李四")
    before = show(path)
    assert db.import_table(sample, path).entries == 0
    assert show(path) == before
    with open_ledger(path) as ledger:
        (plan,) = db.plans(ledger)
        db.write_paper(ledger, plan, plan.periods[0], db.PaperOptions("table"), tmp_path / "t.xlsx")
    assert db.import_table(tmp_path / "t.xlsx", path).entries == 0
    assert show(path) == before


def test_a_group_that_leads_is_one_task_per_member(tmp_path):
    table = tmp_path / "t.txt"
    rows = "\n\n".join(
        [
            "類別",
            "項目",
            "目標",
            "責任★及配合單位",
            "完成情況(1-3月)",
            "一、暖心",
            "1.1",
            "建站3個。",
            "★西興街道",
            "住建局",
            "已建。",
            "1.2",
            "設點6個。",
            "★各街道",
            "住建局",
            "已設。",
            "1.3",
            "修路1條。",
            "★長河街道",
            "住建局",
            "已修。",
        ]
    )
    table.write_text(rows, encoding="utf-8")
    made = db.import_table(table, tmp_path / "l.shishi", year=2024)
    leads = [[unit.name for unit in task.leads] for task in made.plan.tasks() if task.number == "1.2"]
    assert leads == [["西興街道"], ["長河街道"]]
    assert "group_members_assumed" in [finding.code for finding in made.findings]


def test_a_further_period_is_read_into_the_ledger(imported_sample, sample, tmp_path):
    path = shutil.copy(imported_sample, tmp_path / "l.shishi")
    later = tmp_path / "later.txt"
    text = sample.read_text(encoding="utf-8").replace("完成情況(1-3月)", "完成情況(1-6月)")
    later.write_text(text.replace("已建成145個。", "已建成160個。"), encoding="utf-8")
    done = db.import_table(later, path)
    assert [period.label for period in done.plan.periods] == ["1-3月", "1-6月"]
    assert done.entries == 56
    texts = {n: task["entry"]["current"]["narrative"] for _, n, task in rows(show(path, "1-6月"))}
    assert texts["2.4"] == "已建成160個。"
    assert db.import_table(later, path).entries == 0
    assert "1-3月" in [p["label"] for p in show(path)["periods"]]
    assert without_ids(show(path)) == without_ids(show(imported_sample))
