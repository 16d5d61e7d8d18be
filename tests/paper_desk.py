"""A plan made by hand, and what is reported in it: for the tests of papers, which are read back from PDF."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pypdf

from db.records import (
    Category,
    CategoryId,
    Content,
    Entry,
    Item,
    ItemId,
    Measure,
    MeasureId,
    Period,
    PeriodId,
    Plan,
    PlanId,
    Review,
    ReviewId,
    Revision,
    State,
    Status,
    Task,
    TaskId,
    Unit,
    UnitId,
    Verdict,
)
from db.revisions import build
from db.sheet_table import TableShape
from db.sheets import consolidated, item_sheets
from db.typeset import SheetSource, to_pdf

PERIOD = Period(PeriodId("p"), "1-3月", date(2024, 1, 1), date(2024, 3, 31), date(2024, 4, 10))
HELPED = Measure(MeasureId("helped"), "幫扶重點群體", ">=", Decimal(8500), "人次")
HIRED = Measure(MeasureId("hired"), "失業人員再就業", ">=", Decimal(2500), "人次")
JOBS = "全年幫扶重點群體不少于8500人次,失業人員實現再就業不少于2500人次。"
GARAGE = "基本實現全區安置小區地下車庫通信信號全覆蓋,新覆蓋小區不少于20個。"
COMMUNITY = "建設集黨務、居務、服務和居民生活為一體美好生活共同體8個。"
ROADS = (
    "1.聯莊路(偉業路-東信大道)綠化遷移、場地平整完成,進行管道施工;\n"
    "2.金盛工業園南側規劃支路(冠山路-創智街)施工招標,圍擋搭設、場地平整已完成;\n"
    "3.誠業南路(東冠路-濱文路)進行雨污水管道施工;\n"
    "4.紫云路橋樁、圍護樁完成,進行雨污水管道施工;\n"
    "5.濱康路聚才路天橋:完成天橋下部結構立柱吊裝;已完成鋼箱梁吊裝。"
)

Row = tuple[str, str, str, str, str, str]
"""(category, number, target, leads, cooperating, narrative)"""

TABLE: tuple[Row, ...] = (
    (
        "一、教育惠民",
        "1.3",
        "開設小學生愛心暑托班不少于30個。",
        "教育局",
        "財政局、團區委",
        "暫未開展暑托工作。",
    ),
    ("一、教育惠民", "1.10", "推進“6+3”學校內涵發展工作。", "教育局", "", "已完成摸排。"),
    ("二、交通暢行", "2.1", "新建4條道路;建成天橋。", "住建局", "綜合行政執法局、各街道", ROADS),
    ("三、就業保障", "3.1", JOBS, "人力社保局", "各街道", "累計幫扶重點群體4079人次。"),
    ("七、宜居提升", "7.4", GARAGE, "西興街道", "住建局", "制定16個小區解決方案。"),
    ("七、宜居提升", "7.4", GARAGE, "長河街道", "住建局、建管中心", "已與運營商對接。"),
    ("七、宜居提升", "7.4", GARAGE, "浦沿街道", "住建局", "已完成檢測。"),
    ("七、宜居提升", "7.5", COMMUNITY, "社會工作部、西興街道", "財政局", "設計方案已完成。"),
    ("七、宜居提升", "7.5", COMMUNITY, "社會工作部、長河街道", "財政局", "完成初稿。"),
    ("七、宜居提升", "7.5", "建設未來社區3個。", "住建局", "各街道", "均已完成評審。"),
)


@dataclass
class Desk:
    """A plan in its first period, and what is reported in it."""

    plan: Plan
    entries: dict[TaskId, Entry] = field(default_factory=dict)

    def task(self, name: str) -> Task:
        return next(task for task in self.plan.tasks() if task.name == name)

    def revision(self, name: str, content: Content, author: str = "王小明") -> Revision:
        task = self.task(name)
        return build(
            task.id,
            PERIOD.id,
            content,
            unit=task.leads[0].id if task.leads else None,
            author=author,
            saved_at="2024-04-01T08:00:00Z",
            parents=(),
        )

    def says(self, name: str, content: Content, state: State = State.OPEN) -> Revision:
        revision = self.revision(name, content)
        self.entries[revision.task] = Entry(revision.task, PERIOD.id, state, revision, (revision,))
        return revision

    def disputes(self, name: str, *heads: Revision) -> None:
        task = self.task(name).id
        self.entries[task] = Entry(task, PERIOD.id, State.CONFLICT, None, heads)

    def sends_back(self, revision: Revision) -> None:
        """The office wants the revision corrected, whatever stands by now."""
        comment, told = "請補充", Verdict.SEND_BACK
        review = Review(
            ReviewId("r"), revision.task, PERIOD.id, revision.id, told, comment, "統籌", "2024", ()
        )
        self.entries[revision.task] = replace(self.entries[revision.task], review=review)

    def sheets(self, *names: str, **options: Any) -> SheetSource:
        tasks = [self.task(name).id for name in names] or None
        return item_sheets(self.plan, PERIOD, self.entries, tasks=tasks, **options)

    def table(self, templates: Path | None = None, **shape: Any) -> SheetSource:
        shown = TableShape(**shape)
        return consolidated(self.plan, PERIOD, self.entries, shape=shown, templates=templates)


def plan_of(
    rows: Sequence[Row], title: str = "濱江區2024年民生實事項目", measures: Mapping[str, Any] | None = None
) -> Plan:
    """The plan that a table makes; `measures` by the number of the item."""
    units: dict[str, Unit] = {}
    grown: dict[str, dict[str, list[Task]]] = {}

    def named(names: str) -> tuple[Unit, ...]:
        return tuple(
            units.setdefault(name, Unit(UnitId(f"u{len(units)}"), name)) for name in names.split("、") if name
        )

    for place, (category, number, target, leads, cooperating, _) in enumerate(rows):
        tasks = grown.setdefault(category, {}).setdefault(number, [])
        promised = (measures or {}).get(number, ())
        task_id, position = TaskId(f"t{place}"), len(tasks) + 1
        tasks.append(
            Task(task_id, number, position, target, named(leads), named(cooperating), measures=promised)
        )
    categories = tuple(
        Category(
            CategoryId(name),
            name,
            tuple(Item(ItemId(number), number, "", tuple(tasks)) for number, tasks in items.items()),
        )
        for name, items in grown.items()
    )
    return Plan(PlanId("plan"), title, 2024, (PERIOD,), tuple(units.values()), categories)


def desk_of(rows: Sequence[Row]) -> Desk:
    """Every task of the table reported with its narrative."""
    made = Desk(plan_of(rows, measures={"3.1": (HELPED, HIRED)}))
    for task, row in zip(made.plan.tasks(), rows, strict=True):
        made.says(task.name, Content(status=Status.ON_TRACK, narrative=row[5]))
    return made


def bare(text: str) -> str:
    """Without spaces and line ends, which a page sets as it must."""
    return "".join(text.split())


def pages(source: SheetSource) -> list[str]:
    """The text of every page, bare."""
    return [bare(page.extract_text()) for page in pypdf.PdfReader(io.BytesIO(to_pdf(source))).pages]


def points(prefix: str, count: int) -> str:
    """A long text of `count` numbered points, ten characters each; no line breaks within a number."""
    return "".join(f"{prefix}{number:04d}項工作," for number in range(count))


def numbers_in(texts: Sequence[str], prefix: str) -> list[int]:
    return [int(number) for text in texts for number in re.findall(prefix + r"(\d{4})", text)]
