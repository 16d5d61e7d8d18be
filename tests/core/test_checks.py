"""What the checks notice, on real sentences: each rule says it where it should, and not where it should not."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import db
from db.cli import shishi
from db.records import Content, Explanation, Finding, Measure, Period, PeriodId, Plan, Status, Task
from db.resources import sample_table
from db.tables import read_table
from tests.small_plan import FIRST, measure, small_plan, task

HALF = Period(PeriodId("p2"), "1-6月", date(2024, 1, 1), date(2024, 6, 30))
SEATS = measure("新增學位", "7600", "個")
COVERED = measure("覆盖率", "100", "%")
CAPPED = measure("失业率", "5", "%", "<=")
PLAN = small_plan()


def findings(
    narrative: str = "稳步推进。",
    *,
    target: str = "新增學位7600個。",
    measures: tuple[Measure, ...] = (SEATS,),
    period: Period = FIRST,
    past: Content | None = None,
    plan: Plan = PLAN,
    **fields: object,
) -> tuple[Finding, ...]:
    told = Content(narrative=narrative, **fields)
    return db.check_content(task("1.1#1", target, "教育局", "", *measures), plan, period, told, past)


def codes(*args: object, **fields: object) -> set[str]:
    return {finding.code for finding in findings(*args, **fields)}


def figures(**values: str) -> tuple[tuple[db.MeasureId, Decimal], ...]:
    names = {"seats": SEATS, "covered": COVERED, "capped": CAPPED}
    return tuple((names[name].id, Decimal(value)) for name, value in values.items())


def detail(finding: Finding, name: str) -> str:
    return dict(finding.details)[name]


def sample_entry(name: str) -> tuple[Task, str]:
    row = dict(read_table(sample_table()).named_rows())[name]
    read = [
        measure(one.label, str(one.amount), one.unit, one.comparator) for one in db.read_measures(row.target)
    ]
    return replace(task(name, row.target, "教育局"), measures=tuple(read)), row.progress[0]


def of_sample(name: str) -> dict[str, list[str]]:
    """The findings of an imported row: code and what it is about."""
    of_task, narrative = sample_entry(name)
    found: dict[str, list[str]] = {}
    for finding in db.check_content(of_task, PLAN, FIRST, Content(narrative=narrative)):
        found.setdefault(finding.code, []).append(finding.details[-1][1])
    return found


# Figures and status


def test_a_figure_smaller_than_before() -> None:
    past = Content(narrative="x", figures=figures(seats="100", capped="4"))
    now = figures(seats="99", capped="3")
    (found,) = [
        f for f in findings(measures=(SEATS, CAPPED), figures=now, past=past) if f.severity == "error"
    ]
    assert found.code == "figure_smaller"
    assert dict(found.details) == {"task": "1.1#1", "label": "新增學位", "now": "99", "before": "100"}
    assert "figure_smaller" not in codes(figures=figures(seats="100"), past=past)
    assert "figure_smaller" not in codes(past=past)  # a blank is not zero


def test_a_figure_that_the_text_contradicts() -> None:
    (found,) = findings("累计新增学位3,200个。", figures=figures(seats="3020"))
    assert (found.code, found.severity, found.place) == ("figure_differs", "warning", "1.1#1")
    assert (detail(found, "told"), detail(found, "given")) == ("3200", "3020")
    assert codes("累计新增学位3,200个。", figures=figures(seats="3200")) == set()
    assert codes("3月新增学位300个。", figures=figures(seats="3200")) == set()  # of a month only
    assert codes("预计新增学位300个。", figures=figures(seats="3200")) == set()


@pytest.mark.parametrize(
    ("narrative", "expected"),
    [
        ("外牆玻璃、鋁板安裝完成86%。", set()),
        ("外牆玻璃、鋁板安裝完成186%。", {"percent_over"}),
        ("產值同比增長120%。", set()),
        ("完成率100%。", set()),
    ],
)
def test_percent_over_100_in_the_text(narrative: str, expected: set[str]) -> None:
    assert codes(narrative) == expected


def test_percent_over_100_in_the_table() -> None:
    assert "percent_over" in codes(measures=(COVERED,), figures=figures(covered="101"))
    assert "percent_over" not in codes(measures=(COVERED,), figures=figures(covered="100"))


@pytest.mark.parametrize(
    ("status", "seats", "expected"),
    [
        (Status.ON_TRACK, "100", {"status_against_schedule"}),
        (Status.ON_TRACK, "1900", set()),
        (Status.DONE, "100", {"status_against_schedule"}),
        (Status.DONE, "5000", {"status_not_done"}),
        (Status.DONE, "7600", set()),
        (Status.BEHIND, "1900", {"status_too_low"}),
        (Status.BEHIND, "100", set()),
        (Status.NOT_STARTED, "100", {"status_too_low"}),
        (Status.NOT_STARTED, "0", set()),
        (None, "100", set()),
    ],
)
def test_status_against_figures(status: Status | None, seats: str, expected: set[str]) -> None:
    assert codes(status=status, figures=figures(seats=seats)) == expected
    assert codes(status=status, figures=figures(seats=seats), reason="年底集中交付") == set()


# The text by itself


def test_unchanged_text() -> None:
    past = Content(narrative="完成 方案\n设计。")
    assert codes("完成方案设计。", past=past) == {"text_unchanged"}
    assert codes("完成方案设计。", past=past, nothing_new=True) == set()
    assert codes("完成方案设计。", past=past, status=Status.DONE) == set()
    assert codes("完成方案设计和招标。", past=past) == set()


@pytest.mark.parametrize(
    ("narrative", "status", "expected"),
    [
        ("暫未開展暑托工作,計劃于6月開展摸排調查。", Status.ON_TRACK, {"no_progress_words"}),
        ("暫未開展托班托位工作。", Status.NOT_STARTED, set()),
        ("项目尚未开工。", Status.DONE, {"no_progress_words"}),
        ("一期已完成,二期尚未启动。", Status.ON_TRACK, set()),
        ("已与运营商对接,方案编制中。", Status.ON_TRACK, set()),
    ],
)
def test_words_of_no_progress(narrative: str, status: Status, expected: set[str]) -> None:
    assert codes(narrative, status=status) == expected


@pytest.mark.parametrize(
    ("narrative", "dates"),
    [
        ("截至4月26日，已完成招标。", ["4月26日"]),
        ("截至3月26日，已完成招标。", []),
        ("3月數據預計4月中旬發布。", []),
        ("計劃于6月開展摸排調查。", []),
        ("2025年1月完成竣工验收。", ["2025年1月"]),
        ("2023年12月完成竣工验收。", []),
        ("6月底前完成交付。", []),
        ("为24月龄以下婴幼儿服务。", []),
        ("１５月开工，4月31日完工。", []),
    ],
)
def test_dates_after_the_period(narrative: str, dates: list[str]) -> None:
    found = [f for f in findings(narrative) if f.code == "date_after_period"]
    assert [detail(f, "date") for f in found] == dates


def test_the_period_decides_what_is_after() -> None:
    assert "date_after_period" not in codes("截至4月26日，已完成招标。", period=HALF)


@pytest.mark.parametrize(
    ("narrative", "mark"),
    [
        ("完成西兴（一期地下室施工。", "("),
        ("完成西兴)地下室施工。", ")"),
        ("“暖手”工程方案“初稿完成。", "“"),
        ("完成《指南》编制(初稿)。", ""),
        ("1)完成招标;\n2)完成设计。", ""),
        ('完成"小修小补调研。', '"'),
        ("完成(一期」施工。", "」"),
    ],
)
def test_brackets(narrative: str, mark: str) -> None:
    assert [detail(f, "mark") for f in findings(narrative) if f.code == "brackets_unbalanced"] == [mark][
        : bool(mark)
    ]


def test_mixed_scripts() -> None:
    (found,) = findings("完成社區長者食堂建设和验收。")
    assert (found.code, detail(found, "simplified"), detail(found, "traditional")) == (
        "scripts_mixed",
        "设验",
        "區長",
    )
    assert codes("計劃于6月開展,在云守護路里面。") == set()  # 于 云 里 are right in both


@pytest.mark.parametrize(
    ("narrative", "expected"),
    [
        ("推进。", {"text_short"}),
        ("145個", set()),
        ("完成摸底調查。", set()),
        ("进展顺利。" * 601, {"text_long"}),
        ("完成全部点位摸排工作。已启动招标。完成全部点位摸排工作。", {"text_repeats"}),
    ],
)
def test_length_and_repetition(narrative: str, expected: set[str]) -> None:
    assert codes(narrative) == expected


# The text against target and plan


def test_the_sample_reports_a_hospital_that_its_target_does_not_name() -> None:
    found = of_sample("5.1#1")
    assert found["point_foreign"] == ["濱江區婦幼保健院遷建工程"]
    assert found["point_untouched"] == ["長河街道社區衛生服務中心遷建工程"]


def test_points_of_the_sample() -> None:
    assert of_sample("2.1#1") == {}  # five roads and bridges, all reported
    assert of_sample("6.5#1") == {}  # a single point need not be named again
    assert of_sample("8.2#1")["point_untouched"][0] == "開展有規模的精品文藝活動"
    assert of_sample("10.3#1") == {"point_untouched": ["制作原創反詐視頻"]}
    assert of_sample("5.2#1").keys() == {"point_untouched"}


def test_a_point_whose_figure_is_told_is_touched() -> None:
    places, rate = measure("新增婴幼儿照护服务托位", "1200", "个"), measure("每千人口托位数", "4.8", "个")
    told = "全区新增托位686个，每千人口托位数4.53个。"
    assert codes(told, target="x", measures=(places, rate)) == set()
    assert codes("每千人口托位数4.53个。", target="x", measures=(places, rate)) == {"point_untouched"}


def test_the_sample_gives_few_warnings() -> None:
    told = {name: of_sample(name) for name, _ in read_table(sample_table()).named_rows()}
    noisy = {
        name: found for name, found in told.items() if found.keys() - {"point_untouched", "unit_unknown"}
    }
    assert noisy.keys() == {"5.1#1"}


@pytest.mark.parametrize(
    ("narrative", "unknown"),
    [
        ("联合区城管局开展巡查。", ["城管局"]),
        ("会同教育局、区住建局开展巡查。", []),
        ("配合市體育局開展統一培訓。", []),
        ("形成发展新格局，各街道全面布局。", []),
        ("三街道均已完成。", []),
        ("已报省发展改革局备案。", []),
        ("由长河街道、白马街道承办。", ["白马街道"]),
    ],
)
def test_units_that_the_plan_does_not_know(narrative: str, unknown: list[str]) -> None:
    found = [f for f in findings(narrative) if f.code == "unit_unknown"]
    assert [detail(f, "unit") for f in found] == unknown


@pytest.mark.parametrize(
    ("narrative", "listed"),
    [
        (
            "完成西興街道奧體、新州、西陵、馬湖,長河街道中興、錢潮望濤,浦沿街道華悅灣、六和等8個社區長者食堂(含助餐點)的建設。",
            [],
        ),
        (
            "完成西興街道奧體、新州、西陵、馬湖,長河街道中興、錢潮望濤,浦沿街道華悅灣等8個社區長者食堂的建設。",
            ["7"],
        ),
        ("之江、冠一、冠新佳苑二期三個美好生活共同體設計方案初稿已定。", []),
        ("之江、冠一、冠新、東冠三個美好生活共同體設計方案初稿已定。", ["4"]),
        ("建成奥体、新州等8个食堂。", []),
        ("建成奥体、新州和西陵等3个食堂。", []),
        ("新建公园3个（东湖、西湖），绿道2条。", ["2"]),
        ("新建公园3个（东湖、西湖等），绿道2条。", []),
        ("新建食堂3个（含助餐点、书吧）。", []),
        ("完成绿化、管网3个标段。", []),
        ("美丽河湖：浦阳江、新塘河完成验收，共2条。", []),
        ("美丽河湖：浦阳江、新塘河、东河完成验收，共2条。", ["3"]),
    ],
)
def test_sites_that_do_not_add_up(narrative: str, listed: list[str]) -> None:
    found = [f for f in findings(narrative) if f.code == "sites_miscounted"]
    assert [detail(f, "listed") for f in found] == listed


# Explanations, the ledger, the command line


def test_an_explained_finding_is_a_note_with_the_reason() -> None:
    why = Explanation("percent_over", "1.1#1", "含往年结转")
    (found,) = findings("完成186%。", explanations=(why,))
    assert (found.code, found.severity, found.explained) == ("percent_over", "note", "含往年结转")
    elsewhere = replace(why, place="1.2#1")
    assert [f.severity for f in findings("完成186%。", explanations=(elsewhere,))] == ["warning"]


def test_the_reason_travels_to_the_command_line(sample_ledger: Path) -> None:
    from click.testing import CliRunner

    with db.open_ledger(sample_ledger) as ledger:
        plan = db.plans(ledger)[0]
        name = db.find_task(plan, "5.1#1")
        said = db.entry(ledger, name.id, plan.periods[0].id).current
        assert said is not None
        why = (Explanation("point_foreign", "5.1#1", "区里新增任务。"),)
        content = replace(said.content, explanations=why)
        db.save_entry(ledger, name.id, plan.periods[0].id, content, author="测试")
    told = CliRunner().invoke(shishi, ["check", str(sample_ledger)], env={"LC_ALL": "zh_CN.UTF-8"})
    line = next(line for line in told.stderr.splitlines() if "妇幼" in line or "婦幼" in line)
    assert line.startswith("note: 5.1#1: ")
    assert line.endswith("填报人已说明：区里新增任务。")


@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text_is_checked(target: str, narrative: str) -> None:
    for finding in findings(narrative, target=target, past=Content(narrative=narrative)):
        text = db.sentence(finding.code, dict(finding.details), "zh_CN")
        assert "{" not in text or "{" in target + narrative
        assert finding.severity in ("error", "warning", "note")
