"""A small plan of records, for tests that need no file."""

from datetime import date
from decimal import Decimal

from db.records import (
    Category,
    CategoryId,
    Item,
    ItemId,
    Measure,
    MeasureId,
    Period,
    PeriodId,
    Plan,
    PlanId,
    Task,
    TaskId,
    Unit,
    UnitId,
)

FIRST = Period(PeriodId("p1"), "1-3月", date(2024, 1, 1), date(2024, 3, 31))
HALF = Period(PeriodId("p2"), "1-6月", date(2024, 1, 1), date(2024, 6, 30))


def unit(name: str) -> Unit:
    return Unit(UnitId(f"u-{name}"), name)


def task(name: str, target: str, leads: str, cooperating: str = "", *measures: Measure) -> Task:
    """`name` is `7.4#2`; units are parted by 、."""
    number, position = name.split("#")
    return Task(
        TaskId(name),
        number,
        int(position),
        target,
        tuple(unit(lead) for lead in leads.split("、")),
        tuple(unit(other) for other in cooperating.split("、") if other),
        (),
        tuple(measures),
    )


def measure(label: str, amount: str, unit_of_measure: str, comparator: str = ">=") -> Measure:
    return Measure(MeasureId(f"m-{label}"), label, comparator, Decimal(amount), unit_of_measure)


def item(title: str, *tasks: Task) -> Item:
    return Item(ItemId(f"i-{tasks[0].number}"), tasks[0].number, title, tasks)


def small_plan() -> Plan:
    """Three categories; 2.3 and 3.4 have two tasks, 1.10 stands after 1.2."""
    categories = (
        Category(
            CategoryId("c1"),
            "一、教育惠民",
            (
                item(
                    "",
                    task(
                        "1.1#1",
                        "新增學位7600個。",
                        "教育局",
                        "發改局、各街道",
                        measure("新增學位", "7600", "個"),
                    ),
                ),
                item("", task("1.2#1", "開設小學生愛心暑托班不少于30個。", "教育局", "財政局、團區委")),
                item("", task("1.10#1", "實施“暖手”工程,配置熱水裝置點位3000個。", "教育局", "財政局")),
            ),
        ),
        Category(
            CategoryId("c2"),
            "二、交通暢行",
            (
                item(
                    "停車便民",
                    task("2.3#1", "新增機動車泊位1200個。", "住建局", "財政局"),
                    task("2.3#2", "推進校園公共停車位開放不少于300個。", "綜合行政執法局", "教育局"),
                ),
                item("", task("2.5#1", "完成道路綠波帶升級不少于10公里。", "濱江交警大隊")),
            ),
        ),
        Category(
            CategoryId("c3"),
            "三、就业保障",
            (
                item(
                    "重点群体就业帮扶",
                    task(
                        "3.1#1",
                        "全年帮扶重点群体不少于8500人次,失业人员实现再就业不少于2500人次。",
                        "人力社保局",
                        "各街道",
                        measure("帮扶重点群体", "8500", "人次"),
                        measure("失业人员再就业", "2500", "人次"),
                    ),
                ),
                item(
                    "",
                    task("3.4#1", "长者食堂15个。", "社会工作部、西兴街道"),
                    task("3.4#2", "引进人才2.7万人。", "长河街道"),
                ),
            ),
        ),
    )
    units = {lead.id: lead for c in categories for i in c.items for t in i.tasks for lead in t.leads}
    return Plan(PlanId("plan"), "滨江区民生实事", 2024, (FIRST, HALF), tuple(units.values()), categories)
