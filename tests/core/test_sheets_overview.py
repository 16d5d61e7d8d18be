"""The overview: one page, two at most, whatever the plan holds; what is left out is counted."""

from __future__ import annotations

from decimal import Decimal

import pytest

from db.lights import Light
from db.overall import Attention, MeasureProgress, Overview, Tally
from db.pace import Schedule
from db.records import Measure, MeasureId
from db.sheets import overview_pages
from db.typeset import to_svg
from tests.paper_desk import PERIOD, TABLE, Desk, desk_of, pages

LONG = "杭州高新技術產業開發區綜合行政執法局及各街道辦事處聯合工作專班"


@pytest.fixture
def desk() -> Desk:
    """A made-up table in which every task is reported."""
    return desk_of(TABLE)


def tallies(count: int) -> tuple[Tally, ...]:
    return tuple(Tally(str(n), f"{n}{LONG}", dict.fromkeys(Light, n % 3 + 1)) for n in range(count))


def crowded(desk: Desk) -> Overview:
    task = desk.task("3.1#1").id
    measure = Measure(MeasureId("m"), LONG, ">=", Decimal("1234567.89"), "平方米")
    behind = Schedule("behind", Decimal("-20.12"))
    progress = MeasureProgress(task, measure, Decimal("0.125"), Decimal(3), Decimal(25), behind)
    return Overview(
        year_share=Decimal("24.86"),
        lights=(),
        total=tallies(1)[0],
        categories=tallies(20),
        units=tallies(60),
        measures=(progress,) * 300,
        attention=(Attention(task, "sent_back", LONG * 20),) * 80,
    )


def test_a_crowded_overview_keeps_to_two_pages_and_says_what_is_left_out(desk: Desk) -> None:
    texts = pages(overview_pages(desk.plan, PERIOD, crowded(desk)))
    assert len(texts) == 2
    whole = "".join(texts)
    assert all(f"另有{count}項未列出。" in whole for count in (6, 16, 68, 280))


def test_an_empty_overview_says_that_nothing_needs_attention(desk: Desk) -> None:
    nothing = Tally("", "", dict.fromkeys(Light, 0))
    empty = Overview(Decimal(0), (), nothing, (), (), (), ())
    (text,) = pages(overview_pages(desk.plan, PERIOD, empty))
    assert "沒有需要特別關注的事項。" in text


def test_every_light_has_its_name_in_both_scripts(desk: Desk) -> None:
    shown = pages(overview_pages(desk.plan, PERIOD, crowded(desk)))[0]
    for name in (
        "超額完成",
        "已完成",
        "超序時",
        "按序時",
        "滯後",
        "未啟動",
        "待定",
        "待判定",
        "未填報",
        "不適用",
    ):
        assert name in shown
    assert len(to_svg(overview_pages(desk.plan, PERIOD, crowded(desk)))) == 2
