"""Papers: what stands on them is read back from the PDF, page by page."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pylopdf_fonts_zh_cn
import pypdf
import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st

from db import sheets
from db.errors import RequestError
from db.records import (
    Category,
    CategoryId,
    Content,
    Draft,
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
from db.revisions import build, check_code
from db.sheet_data import script_of
from db.sheets import SheetSource, consolidated, item_sheets, to_pdf, to_png, to_svg, unprintable

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

    def sheets(self, *names: str, **options: Any) -> SheetSource:
        tasks = [self.task(name).id for name in names] or None
        return item_sheets(self.plan, PERIOD, self.entries, tasks=tasks, **options)

    def table(self, **options: Any) -> SheetSource:
        return consolidated(self.plan, PERIOD, self.entries, **options)


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


@pytest.fixture
def desk() -> Desk:
    return desk_of(TABLE)


@pytest.fixture
def own_fonts(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without any Chinese font."""
    folder = str(pylopdf_fonts_zh_cn.sans_path().parent)
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[folder])
    monkeypatch.setattr(sheets, "_fonts", lambda: fonts)


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


def test_a_sheet_shows_the_whole_entry(desk: Desk) -> None:
    figures = ((HELPED.id, Decimal(4079)), (HIRED.id, Decimal("2600.5")))
    said = Content(
        Status.BEHIND,
        reason="數據四月上旬補報。",
        narrative="累計幫扶4079人次。",
        problems="底數動態變化。",
        next_steps="組織招聘會12場。",
        remark="數據來源:就業中心。",
        figures=figures,
    )
    revision = desk.says("3.1#1", said)
    january = desk.revision("3.1#1", Content(narrative="一月的進展。", figures=((HELPED.id, Decimal(700)),)))
    before = {revision.task: Entry(revision.task, PeriodId("j"), State.OPEN, january, (january,))}
    (page,) = pages(desk.sheets("3.1#1", earlier=[("1月", before)]))
    shown = [desk.plan.title, "三、就業保障", "3.1", JOBS, "人力社保局", "各街道", "1-3月", "第1頁共1頁"]
    shown += [said.narrative, said.problems, said.next_steps, said.remark, "情況說明：" + said.reason]
    shown += [check_code(revision.id), "■滯後", "□按序時", "填報人", "審核人", "負責人簽字", "（蓋章）"]
    shown += ["≥8500人次700407947.9%超序時+23.1", "≥2500人次2600.5100.0%超額完成+75.1", "1月：一月的進展。"]
    assert [text for text in shown if bare(text) not in page] == []


def test_a_task_without_an_entry_says_so(desk: Desk) -> None:
    desk.entries.clear()
    desk.says("1.3#1", Content(nothing_new=True, reason="六月才開始。"))
    texts = pages(desk.sheets("1.3#1", "1.10#1"))
    assert "本期無新進展：六月才開始。" in texts[0]
    assert "本期未填報" not in texts[0]
    assert "本期未填報" in texts[1]
    assert "校驗碼" not in texts[1]
    assert pages(desk.table())[0].count("本期未填報") == len(TABLE) - 1


def test_texts_are_printed_as_typed_and_never_run(desk: Desk) -> None:
    typed = (
        '#panic("x") $x^2$ *粗* _斜_ <t> @ref // 不是註釋 /* 也不是 */\n'
        '= 標題\n- 一\n+ 二\n/ 三: 四\n``` 五 ``` \\u{4e00} #import "x.typ"\n"直" \'引\' -- --- ... ~ https://a.b/c'
    )
    desk.says("2.1#1", Content(narrative=typed, problems=typed, remark="{period}"))
    for source in (desk.sheets("2.1#1"), desk.table()):
        text = "".join(pages(source))
        assert text.count(bare(typed)) == 2
        assert "{period}" in text


def test_lines_stay_lines(desk: Desk) -> None:
    (page,) = pypdf.PdfReader(io.BytesIO(to_pdf(desk.sheets("2.1#1")))).pages
    lines = [bare(line) for line in page.extract_text().splitlines()]
    assert [
        point for point in ROADS.splitlines() if not any(line.startswith(point[:8]) for line in lines)
    ] == []


def test_a_conflict_is_printed_with_every_head(desk: Desk) -> None:
    one = desk.revision("2.1#1", Content(narrative="甲說:已開工。", problems="內部的話。"), "張三")
    other = desk.revision("2.1#1", Content(narrative="乙說:未開工。"), "李四")
    desk.disputes("2.1#1", one, other)
    for source in (desk.sheets("2.1#1"), desk.table(), desk.table(public=True)):
        text = "".join(pages(source))
        heads = ["待定", "甲說:已開工。", "乙說:未開工。", check_code(one.id), check_code(other.id)]
        assert [head for head in heads if head not in text] == []
    public = "".join(pages(desk.table(public=True)))
    assert not {"張三", "李四"} & set(re.findall("張三|李四", public))


@pytest.mark.parametrize(
    ("state", "mark"), [(State.APPROVED, "已審核"), (State.CHANGED_AFTER_APPROVAL, "審核後有改動")]
)
def test_a_sheet_bears_the_mark_of_its_state(desk: Desk, state: State, mark: str) -> None:
    desk.says("1.3#1", Content(narrative="已完成。"), state)
    assert mark in pages(desk.sheets("1.3#1"))[0]


def test_what_was_sent_back_is_marked_until_it_is_corrected(desk: Desk) -> None:
    first = desk.says("1.3#1", Content(narrative="已完成。"))
    comment = "請補充"
    review = Review(
        ReviewId("r"), first.task, PERIOD.id, first.id, Verdict.SEND_BACK, comment, "統籌", "2024", ()
    )
    desk.entries[first.task] = replace(desk.entries[first.task], review=review)
    assert "退回待改" in pages(desk.sheets("1.3#1"))[0]
    desk.says("1.3#1", Content(narrative="已補充。"))
    desk.entries[first.task] = replace(desk.entries[first.task], review=review)
    assert "退回待改" not in pages(desk.sheets("1.3#1"))[0]


def test_a_draft_is_marked_and_bears_no_code(desk: Desk) -> None:
    task = desk.task("1.3#1").id
    draft = Draft(task, PERIOD.id, "2024-04-01T08:00:00Z", Content(narrative="還沒有保存的話。"))
    (page,) = pages(desk.sheets("1.3#1", drafts={task: draft}))
    assert "草稿" in page
    assert "還沒有保存的話。" in page
    assert not re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}", page)


def test_a_long_text_flows_over_sheets_of_its_own_count(desk: Desk) -> None:
    desk.says("2.1#1", Content(narrative=points("xa", 2000), problems=points("xb", 400)))
    texts = pages(desk.sheets("1.3#1", "2.1#1", "3.1#1"))
    long = texts[1:-1]
    assert numbers_in(long, "xa") == list(range(2000))
    assert numbers_in(long, "xb") == list(range(400))
    assert all(f"第{page}頁共{len(long)}頁" in text for page, text in enumerate(long, 1))
    assert all("完成情況(1-3月)" in bare(text) for text in long if numbers_in([text], "xa"))
    assert "第1頁共1頁" in texts[0]
    assert "第1頁共1頁" in texts[-1]


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
    text = pages(desk.table(public=True, corrections=["2.1", "1.10"]))[0]
    assert "下列項目正在更正，以更正後公布的為準：2.1、1.10。" in text


def test_the_labels_follow_the_script_of_the_plan() -> None:
    simple: Row = (
        "一、教育惠民",
        "1.1",
        "建设学校4所，新增学位7600个。",
        "区教育局",
        "财政局",
        "五方初验完成。",
    )
    made = Desk(plan_of([simple], title="滨江区2024年民生实事项目"))
    assert script_of(made.plan) == "simplified"
    assert script_of(plan_of(TABLE)) == "traditional"
    assert "本期未填报" in pages(made.table())[0]
    assert "负责人签字" in pages(made.sheets())[0]


def test_retired_tasks_are_left_out_unless_they_reported(desk: Desk) -> None:
    (category, *others) = desk.plan.categories
    item = category.items[0]
    retired = replace(item, tasks=tuple(replace(task, retired=True) for task in item.tasks))
    changed = replace(category, items=(retired, *category.items[1:]))
    desk.plan = replace(desk.plan, categories=(changed, *others))
    assert "暑托班" in pages(desk.table())[0]
    del desk.entries[item.tasks[0].id]
    assert "暑托班" not in pages(desk.table())[0]


def test_a_row_without_units_and_a_word_wider_than_its_cell_are_set(desk: Desk) -> None:
    address = "https://" + "a0" * 120
    made = desk_of([("一、類", "1.1", address, "", "", address)])
    for source in (made.sheets(), made.table()):
        assert "".join(pages(source)).count(address) == 2


@pytest.mark.usefixtures("own_fonts")
def test_every_character_has_a_shape_without_any_font_of_the_machine(sample: Path) -> None:
    text = sample.read_text("utf-8") + "项实责单务业区学设发开兴会个应关动办医卫养万与为专东严队书卖节场"
    labels = sheets.resource("sheets", "labels.json").read_text("utf-8")
    assert unprintable(SheetSource("", json.dumps([text, labels, "★■□≥≤·—“”‘’《》①②③"]).encode())) == ""


@pytest.mark.usefixtures("own_fonts")
def test_characters_without_a_shape_are_named(desk: Desk) -> None:
    desk.says("2.1#1", Content(narrative="\U00020bb7野家,\ufffe一家。"))
    assert unprintable(desk.sheets("2.1#1")) == "\ufffe\U00020bb7"
    assert unprintable(desk.sheets("1.3#1")) == ""


def test_every_form_has_the_same_pages(desk: Desk) -> None:
    source = desk.sheets()
    assert len(pages(source)) == len(to_svg(source)) == len(to_png(source, ppi=20)) == len(TABLE)
    assert all(page.startswith("<svg") for page in to_svg(source))
    assert all(page.startswith(b"\x89PNG") for page in to_png(source, ppi=20))


def test_the_same_data_gives_the_same_file(desk: Desk) -> None:
    assert to_pdf(desk.sheets("2.1#1")) == to_pdf(desk.sheets("2.1#1"))


def test_a_district_may_lay_out_its_own(desk: Desk, tmp_path: Path) -> None:
    own = '#import "common.typ": *\n#show: paper\n本區樣式 #data.sheets.len() #verbatim(data.title)'
    tmp_path.joinpath("item_sheets.typ").write_text(own, "utf-8")
    assert pages(desk.sheets(templates=tmp_path)) == [bare(f"本區樣式{len(TABLE)}{desk.plan.title}")]
    assert "完成情況" in pages(desk.table(templates=tmp_path))[0]
    assert "完成情況" in pages(desk.table(templates=tmp_path / "none"))[0]


def test_a_broken_template_is_said_with_its_place(desk: Desk, tmp_path: Path) -> None:
    tmp_path.joinpath("consolidated.typ").write_text("一行\n#nothing()", "utf-8")
    with pytest.raises(RequestError) as caught:
        to_pdf(desk.table(templates=tmp_path))
    assert caught.value.code == "template_failed"
    assert caught.value.params["detail"] == "unknown variable: nothing (consolidated.typ:2:1)"


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
    files = sheets._files(made.table())
    _, warnings = typst.compile_with_warnings(files, format="pdf", font_paths=sheets._fonts())
    assert [warning.message for warning in warnings if "converge" in warning.message] == []
