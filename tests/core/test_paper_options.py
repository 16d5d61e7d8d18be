"""Papers as they are asked for: for whom, in which format, page by page, and what is remembered of them."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pypdf
import pytest

import db
from tests.paper_desk import bare, numbers_in, points
from tests.rounds import hand_in, issue, make_ledger, say


class Desk:
    """An open ledger, with what is asked of papers."""

    def __init__(self, ledger: db.Ledger) -> None:
        self.ledger = ledger

    @property
    def plan(self) -> db.Plan:
        return db.plans(self.ledger)[0]

    @property
    def asked(self) -> tuple[db.Ledger, db.Plan, db.Period]:
        return self.ledger, self.plan, self.plan.periods[0]

    def says(self, number: str, text: str, unit: str = "教育局") -> db.Revision:
        content = db.Content(narrative=text)
        return db.save_entry(
            self.ledger,
            db.TaskId(f"t{number}"),
            db.PeriodId("p1"),
            content,
            author="张三",
            unit=db.UnitId(unit),
        )

    def pages(self, folder: Path, what: db.PaperKind, **options: object) -> list[str]:
        return texts(self.write(folder, what, **options).path)

    def write(self, folder: Path, what: db.PaperKind, **options: object) -> db.Written:
        chosen = replace(db.PaperOptions(what), **options)  # type: ignore[arg-type]
        return db.write_paper(*self.asked, chosen, folder / f"{what}.pdf")


def texts(path: Path) -> list[str]:
    return [bare(page.extract_text()) for page in pypdf.PdfReader(io.BytesIO(path.read_bytes())).pages]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with make_ledger(tmp_path / "l.shishi") as ledger:
        yield Desk(ledger)


class Steps:
    """Counts steps, and cancels after so many."""

    def __init__(self, most: int = 99) -> None:
        self.seen: list[tuple[int, int, str]] = []
        self.most = most

    def step(self, done: int, total: int, what: str) -> None:
        self.seen.append((done, total, what))
        if len(self.seen) >= self.most:
            raise db.Cancelled


def test_units_categories_and_tasks_choose_together(desk: Desk, tmp_path: Path) -> None:
    unit, other, category = db.UnitId("教育局"), db.UnitId("住建局"), db.CategoryId("c1")
    one = (db.TaskId("t1.1"),)
    for options, count in (({}, 3), ({"unit": unit}, 2), ({"category": category}, 3), ({"tasks": one}, 1)):
        assert len(desk.pages(tmp_path, "sheets", **options)) == count
    assert len(desk.pages(tmp_path, "sheets", unit=unit, tasks=one)) == 1
    with pytest.raises(db.RequestError) as caught:
        desk.pages(tmp_path, "sheets", unit=other, tasks=one)
    assert caught.value.code == "nothing_to_print"
    (page,) = desk.pages(tmp_path, "table", unit=other)
    assert "新增学位1.2" in page
    assert "新增学位1.1" not in page


@pytest.mark.parametrize(("size", "sides"), [("a4", (842, 595)), ("a3", (1191, 842))])
def test_the_table_has_the_size_that_was_asked_for(
    desk: Desk, tmp_path: Path, size: str, sides: tuple[int, int]
) -> None:
    path = desk.write(tmp_path, "table", size=size).path
    box = pypdf.PdfReader(path).pages[0].mediabox
    assert (round(box.width), round(box.height)) == sides


def test_the_period_before_stands_beside_this_one(desk: Desk, tmp_path: Path) -> None:
    desk.says("1.1", "一季度的话。")
    period = db.period_named("1-6月", 2024)
    db.open_period(desk.ledger, desk.plan, period, author="李四")
    later = next(one for one in desk.plan.periods if one.label == "1-6月")
    db.save_entry(desk.ledger, db.TaskId("t1.1"), later.id, db.Content(narrative="半年的话。"), author="张三")
    for asked, shown in ((True, True), (False, False)):
        options = db.PaperOptions("table", last_period=asked)
        path = db.write_paper(desk.ledger, desk.plan, later, options, tmp_path / "t.pdf").path
        text = "".join(texts(path))
        assert "半年的话。" in text
        assert ("一季度的话。" in text and "上期情况(1-3月)" in text) is shown
    options = db.PaperOptions("table", last_period=True)
    sheet = db.write_paper(desk.ledger, desk.plan, later, options, tmp_path / "t.xlsx").path
    cells = [
        str(cell)
        for row in openpyxl.load_workbook(sheet).worksheets[0].iter_rows(values_only=True)
        for cell in row
    ]
    assert {"一季度的话。", "半年的话。"} <= set(cells)


def test_the_edition_counts_how_often_a_period_was_published(desk: Desk, tmp_path: Path) -> None:
    assert db.edition(*desk.asked) == 1
    assert "草稿" in desk.pages(tmp_path, "table")[0]
    for edition in (1, 2):
        db.close_period(*desk.asked, author="李四")
        assert db.edition(*desk.asked) == edition
        (page,) = desk.pages(tmp_path, "table")
        assert f"第{edition}版" in page
        assert "草稿" not in page
        db.reopen_period(*desk.asked, author="李四")
        assert db.edition(*desk.asked) == edition + 1
    assert "第7版" in desk.pages(tmp_path, "table", edition=7)[0]


def test_amendments_of_the_plan_are_shown_as_such(desk: Desk, tmp_path: Path) -> None:
    issue(desk.ledger, tmp_path / "out")
    plan = desk.plan.id
    db.change_task(desk.ledger, plan, db.TaskId("t1.1"), target="新增学位九百个", author="李四")
    item = desk.plan.categories[0].items[2].id
    db.add_task(desk.ledger, plan, item, target="另增一所幼儿园", leads=[db.UnitId("住建局")], author="李四")
    (page,) = desk.pages(tmp_path, "table")
    assert "已调整新增学位九百个原年度目标：新增学位1.1" in page
    assert "新增另增一所幼儿园" in page


@pytest.mark.parametrize("suffix", [".xlsx", ".docx", ".csv"])
def test_the_table_is_written_in_other_formats(desk: Desk, tmp_path: Path, suffix: str) -> None:
    desk.says("1.1", "已完成。")
    written = db.write_paper(*desk.asked, db.PaperOptions("table"), tmp_path / f"t{suffix}")
    assert written.path.stat().st_size > 0
    read = db.read_table(written.path).table
    assert [row.progress[0] for row in read.rows] == ["已完成。", "", ""]


def test_a_format_that_a_paper_does_not_have_is_refused(desk: Desk, tmp_path: Path) -> None:
    for what, name in (("sheets", "t.xlsx"), ("table", "t.odt"), ("overview", "t.txt")):
        with pytest.raises(db.RequestError) as caught:
            db.write_paper(*desk.asked, db.PaperOptions(what), tmp_path / name)
        assert caught.value.code == "unknown_report_format"
    assert list(tmp_path.glob("t.*")) == []


def test_the_chase_list_is_a_text_too(desk: Desk, tmp_path: Path) -> None:
    db.set_due(desk.ledger, desk.plan.id, db.PeriodId("p1"), date(2024, 4, 5), author="李四")
    db.change_unit(desk.ledger, desk.plan.id, db.UnitId("教育局"), contact="王老师 8888", author="李四")
    files = issue(desk.ledger, tmp_path / "out")
    say(files["教育局"], "1.1", "甲")
    db.merge(desk.ledger, [hand_in(files["教育局"], tmp_path / "in")], author="李四")
    rows = db.chase(*desk.asked, today=date(2024, 4, 5))
    assert [(row.unit.name, row.state, row.filled, row.days_late) for row in rows] == [
        ("教育局", "partial", 1, 0),
        ("住建局", "missing", 0, 0),
    ]
    assert [task.number for task in rows[0].missing] == ["1.3"]
    text = db.chase_text(*desk.asked, today=date(2024, 4, 7))
    assert (
        "教育局：未报全，已填报 1／2 项，报送截止 2024年4月5日，逾期 2 天\n  未报：1.3\n  联系人：王老师 8888"
        in text
    )
    assert "教育局" not in db.chase_text(*desk.asked, unit=db.UnitId("住建局"))
    written = db.write_paper(*desk.asked, db.PaperOptions("chase"), tmp_path / "c.txt")
    assert "未报：1.2、1.3" in written.path.read_text("utf-8")


def test_nobody_is_chased_when_all_is_returned(desk: Desk, tmp_path: Path) -> None:
    returned = []
    for file, number in zip(issue(desk.ledger, tmp_path / "out").values(), ("1.1", "1.2"), strict=True):
        say(file, number, "甲")
        say(file, "1.3", "同样的话。")
        returned.append(hand_in(file, tmp_path / "in"))
    db.merge(desk.ledger, returned, author="李四")
    assert db.chase(*desk.asked) == ()
    assert "各单位均已报齐。" in desk.pages(tmp_path, "chase")[0]
    assert "各单位均已报齐。" in db.chase_text(*desk.asked)


def test_what_was_printed_is_remembered_by_revision(desk: Desk, tmp_path: Path) -> None:
    first = desk.says("1.1", "一")
    assert db.printed(desk.ledger, desk.asked[2]) == {}
    desk.write(tmp_path, "table")
    desk.write(tmp_path, "blank")
    assert db.printed(desk.ledger, desk.asked[2]) == {}
    desk.write(tmp_path, "sheets")
    assert {task: one[0] for task, one in db.printed(desk.ledger, desk.asked[2]).items()} == {
        first.task: first.id
    }
    second = desk.says("1.1", "二")
    assert db.printed(desk.ledger, desk.asked[2])[first.task][0] == first.id
    db.mark_printed(*desk.asked, db.PaperOptions("unit_set", unit=db.UnitId("教育局")))
    assert db.printed(desk.ledger, desk.asked[2])[first.task][0] == second.id


def test_a_sheet_of_a_draft_is_not_remembered(desk: Desk, tmp_path: Path) -> None:
    saved = desk.says("1.1", "存过的话。")
    draft = db.Draft(saved.task, saved.period, "2024-04-01T08:00:00Z", db.Content(narrative="没有存的话。"))
    db.save_draft(desk.ledger, draft)
    (page,) = desk.pages(tmp_path, "sheets", tasks=(saved.task,), drafts=True)
    assert "没有存的话。" in page
    assert db.check_code(saved.id) not in page
    assert db.printed(desk.ledger, desk.asked[2]) == {}
    assert "存过的话。" in desk.pages(tmp_path, "sheets", tasks=(saved.task,))[0]


def test_nothing_is_remembered_where_the_ledger_cannot_be_written(desk: Desk, tmp_path: Path) -> None:
    desk.says("1.1", "一")
    with db.open_ledger(desk.ledger.path, read_only=True) as again:
        plan = db.plans(again)[0]
        db.write_paper(again, plan, plan.periods[0], db.PaperOptions(), tmp_path / "s.pdf")
    assert db.printed(desk.ledger, desk.asked[2]) == {}


def test_a_fill_in_file_tells_the_code_its_return_will_bear(desk: Desk, tmp_path: Path) -> None:
    file = issue(desk.ledger, tmp_path / "out")["教育局"]
    say(file, "1.1", "甲")
    with db.open_ledger(file) as mine:
        plan = db.plans(mine)[0]
        options = db.PaperOptions("unit_set", unit=db.UnitId("教育局"))
        path = db.write_paper(mine, plan, plan.periods[0], options, tmp_path / "u.pdf").path
        code = db.make_return(mine, tmp_path / "in", author="张三").check_code
    assert code in texts(path)[0]


def test_each_unit_gets_a_file_and_nothing_is_overwritten(desk: Desk, tmp_path: Path) -> None:
    steps = Steps()
    options = db.PaperOptions("unit_set")
    written = db.write_unit_sets(*desk.asked, options, tmp_path / "册", progress=steps)
    assert [one.path.name for one in written] == ["教育局_1-3月_填报单.pdf", "住建局_1-3月_填报单.pdf"]
    assert [len(texts(one.path)) for one in written] == [3, 3]
    assert steps.seen == [(0, 2, "教育局"), (1, 2, "住建局"), (2, 2, "")]
    with pytest.raises(db.Cancelled):
        db.write_unit_sets(*desk.asked, options, tmp_path / "册", progress=Steps(2))
    assert sorted(path.name for path in (tmp_path / "册").iterdir()) == [
        "住建局_1-3月_填报单.pdf",
        "教育局_1-3月_填报单 (2).pdf",
        "教育局_1-3月_填报单.pdf",
    ]


def test_pages_for_a_printer_come_one_by_one_and_can_be_stopped(desk: Desk) -> None:
    steps = Steps()
    pages = db.print_png(*desk.asked, db.PaperOptions(), progress=steps)
    assert [page[16:24] for page in pages] == [(2480).to_bytes(4, "big") + (3508).to_bytes(4, "big")] * 3
    assert [step[:2] for step in steps.seen] == [(1, 3), (2, 3), (3, 3)]
    assert db.print_png(*desk.asked, db.PaperOptions(), pages=[3, 1, 9]) == (pages[2], pages[0])
    before = threading.active_count()
    with pytest.raises(db.Cancelled):
        db.print_png(*desk.asked, db.PaperOptions(), progress=Steps(1))
    assert threading.active_count() == before


def test_a_preview_is_set_once_as_long_as_nothing_changes(desk: Desk) -> None:
    first = db.preview_svg(*desk.asked, db.PaperOptions())
    assert db.preview_svg(*desk.asked, db.PaperOptions()) is first
    desk.says("1.1", "新的话。")
    assert db.preview_svg(*desk.asked, db.PaperOptions()) is not first


def test_a_long_text_of_the_period_before_flows_on(desk: Desk, tmp_path: Path) -> None:
    desk.says("1.1", points("xa", 2000))
    db.open_period(desk.ledger, desk.plan, db.period_named("1-6月", 2024), author="李四")
    options = db.PaperOptions("table", last_period=True, size="a3")
    path = db.write_paper(desk.ledger, desk.plan, desk.plan.periods[1], options, tmp_path / "t.pdf").path
    found = texts(path)
    assert numbers_in(found, "xa") == list(range(2000))
    assert all("教育惠民" in text for text in found if numbers_in([text], "xa"))


def test_a_folder_beside_the_ledger_holds_the_districts_own(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "sheets"
    folder.mkdir()
    own = '#import "common.typ": *\n#show: paper\n本区样式 #data.tasks.len()'
    (folder / "consolidated.typ").write_text(own, "utf-8")
    assert desk.pages(tmp_path, "table") == ["本区样式3"]
    (folder / "consolidated.typ").write_text("#let", "utf-8")
    with pytest.raises(db.RequestError) as caught:
        desk.write(tmp_path, "table")
    assert caught.value.code == "template_failed"
    assert "consolidated.typ" in caught.value.params["detail"]
