"""Every paper of a ledger, in both scripts: what is read back from its PDF is what the ledger says."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdf
import pytest
from opencc import OpenCC

import db
from tests.paper_desk import bare
from tests.rounds import hand_in, issue

LATE = date(2024, 4, 8)


def said_of(task: db.Task, before: db.Content) -> db.Content:
    """What its unit says of a task: the imported text, and more."""
    figures = tuple((measure.id, measure.amount / 4) for measure in task.measures)
    return replace(
        before,
        status=db.Status.BEHIND,
        figures=figures,
        reason="雨季延误,工期顺延。",
        problems=f"问题{task.name}:用地手续未办结。",
        next_steps=f"打算{task.name}:五月底前完成。",
        remark=f"备注{task.name}",
    )


@pytest.fixture(scope="module", params=["traditional", "simplified"])
def made(request: pytest.FixtureRequest, sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of which all units but three have returned; one is in conflict, one sent back."""
    folder = tmp_path_factory.mktemp(request.param)
    text = sample.read_text("utf-8")
    table = folder / "表.txt"
    table.write_text(OpenCC("t2s").convert(text) if request.param == "simplified" else text, "utf-8")
    path = folder / "l.shishi"
    db.import_table(table, path, period="1-3月", year=2024, title="濱江區2024年民生實事項目")
    with db.open_ledger(path) as ledger:
        returned = [
            hand_in(_filled(file), folder / "in")
            for file in list(issue(ledger, folder / "out").values())[:-3]
        ]
        db.merge(ledger, returned, author="统筹人")
        plan = db.plans(ledger)[0]
        first = db.find_task(plan, "1.1")
        db.review_entry(
            ledger, first.id, plan.periods[0].id, db.Verdict.SEND_BACK, author="统筹人", comment="请核对。"
        )
        db.set_due(ledger, plan.id, plan.periods[0].id, date(2024, 4, 5), author="统筹人")
    return path


def _filled(path: Path) -> Path:
    with db.open_ledger(path) as file:
        mine = db.terms(file)
        assert mine
        found = db.entries(file, mine.period)
        for task in (task for task in db.plans(file)[0].tasks() if task.id in mine.tasks):
            current = found[task.id].current if task.id in found else None
            content = said_of(task, current.content if current else db.Content())
            if len(task.leads) > 1:  # the joint leads do not agree
                content = replace(content, narrative=f"{content.narrative}({mine.unit})")
            db.save_entry(file, task.id, mine.period, content, author="张三", unit=mine.unit)
    return path


class Desk:
    """An open ledger, its plan and its first period."""

    def __init__(self, ledger: db.Ledger) -> None:
        self.ledger = ledger
        self.plan = db.plans(ledger)[0]
        self.period = self.plan.periods[0]
        self.entries = db.entries(ledger, self.period.id)

    def pages(self, folder: Path, what: db.PaperKind, **options: object) -> list[str]:
        chosen = replace(db.PaperOptions(what), **options)  # type: ignore[arg-type]
        written = db.write_paper(self.ledger, self.plan, self.period, chosen, folder / f"{what}.pdf")
        assert written.unprintable == ""
        reader = pypdf.PdfReader(io.BytesIO(written.path.read_bytes()))
        return [bare(page.extract_text()) for page in reader.pages]

    def heads(self, task: db.Task) -> tuple[db.Content, ...]:
        found = self.entries.get(task.id)
        heads = (found.current,) if found and found.current else found.heads if found else ()
        return tuple(head.content for head in heads)


@pytest.fixture
def desk(made: Path) -> Iterator[Desk]:
    with db.open_ledger(made) as ledger:
        yield Desk(ledger)


def missing(texts: list[str], pages: list[str]) -> list[str]:
    whole = "".join(pages)
    return [text for text in texts if bare(text) not in whole]


def of_task(task: db.Task) -> list[str]:
    return [task.number, task.target, *(unit.name for unit in (*task.leads, *task.cooperating))]


def of_heads(desk: Desk, task: db.Task) -> list[str]:
    return [
        text for one in desk.heads(task) for text in (one.narrative, one.problems, one.next_steps, one.remark)
    ]


def test_item_sheets_say_what_the_ledger_says(desk: Desk, tmp_path: Path) -> None:
    pages = desk.pages(tmp_path, "sheets")
    tasks = list(desk.plan.tasks())
    assert len(pages) == len(tasks)
    for task, page in zip(tasks, pages, strict=True):
        assert missing([*of_task(task), *of_heads(desk, task)], [page]) == []


def test_the_table_says_what_the_ledger_says(desk: Desk, tmp_path: Path) -> None:
    pages = desk.pages(tmp_path, "table")
    for task in desk.plan.tasks():
        assert missing([task.target, *of_heads(desk, task)], pages) == []
    assert "草稿" in pages[0]
    assert "待定" in "".join(pages)
    assert bare("1.1。") in pages[0]  # in the box of what is being corrected


def test_a_unit_set_begins_with_a_cover(desk: Desk, tmp_path: Path) -> None:
    unit = db.find_unit(desk.plan, "教育局")
    cover, *sheets = desk.pages(tmp_path, "unit_set", unit=unit.id)
    (row,) = [row for row in db.standing(desk.ledger, desk.plan, desk.period) if row.unit == unit]
    led = [task for task in desk.plan.tasks() if unit in task.leads]
    assert row.check_code in cover
    assert len(sheets) == len(led) == 7
    for task, sheet in zip(led, sheets, strict=True):
        current = desk.entries[task.id].current
        assert current
        for text in (task.number, bare(task.target), db.check_code(current.id)):
            assert text in cover
            assert text in sheet


def test_the_sets_of_a_category_hold_its_tasks_only(desk: Desk, tmp_path: Path) -> None:
    category = desk.plan.categories[6]
    pages = desk.pages(tmp_path, "unit_set", category=category.id)
    tasks = [task for item in category.items for task in item.tasks]
    units = [unit for unit in db.lead_units(desk.plan) if any(unit in task.leads for task in tasks)]
    covers = [
        page
        for page in pages
        if page.startswith(("濱江區2024年民生實事項目填報單目錄", "濱江區2024年民生實事項目填报单目录"))
    ]
    assert len(pages) == len(covers) + sum(len(task.leads) for task in tasks)
    assert [
        unit.name for unit, cover in zip(units, covers, strict=True) if bare(unit.name) not in cover
    ] == []


def test_blank_sheets_say_nothing_that_was_reported(desk: Desk, tmp_path: Path) -> None:
    category = desk.plan.categories[2]
    pages = desk.pages(tmp_path, "blank", category=category.id)
    tasks = [task for item in category.items for task in item.tasks]
    assert len(pages) == len(tasks)
    for task, page in zip(tasks, pages, strict=True):
        assert missing(of_task(task), [page]) == []
        assert [text for text in of_heads(desk, task) if text and bare(text) in page] == []
        assert not any(db.check_code(head.id) in page for head in desk.entries[task.id].heads)


def test_the_chase_list_names_who_owes_what(desk: Desk, tmp_path: Path) -> None:
    rows = db.chase(desk.ledger, desk.plan, desk.period, today=LATE)
    states = {row.unit.name: row.state for row in rows}
    assert states["教育局"] == "sent_back"
    assert list(states.values()).count("missing") == 3
    assert {row.days_late for row in rows} == {3}
    pages = desk.pages(tmp_path, "chase")
    text = db.chase_text(desk.ledger, desk.plan, desk.period, today=LATE)
    for row in rows:
        owed = [task.number for task in (*row.missing, *row.sent_back, *row.conflicts)]
        assert owed
        assert missing([row.unit.name, *owed], pages) == []
        assert [part for part in (row.unit.name, *owed) if part not in text] == []


def test_the_overview_is_two_pages_at_most(desk: Desk, tmp_path: Path) -> None:
    pages = desk.pages(tmp_path, "overview")
    assert len(pages) <= 2
    names = [category.name for category in desk.plan.categories]
    assert missing([*names, "1.1", "请核对。"], pages) == []


def test_receipts_say_what_was_merged(desk: Desk, tmp_path: Path) -> None:
    pages = desk.pages(tmp_path, "receipt")
    receipts = db.receipts(desk.ledger, desk.period)
    assert len(pages) == len(receipts)
    for receipt, page in zip(receipts, pages, strict=True):
        codes = [receipt.check_code, *(row.code for row in receipt.rows)]
        assert missing([*codes, receipt.file_name], [page]) == []
