"""A table of a further period read into a plan: matched by number and target, never by guess."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import db
from db import RowAnswer, Status, TableMapping
from db.cli import shishi
from tests.office_files import workbook

HEADER = ("类别", "编号", "项目内容", "责任单位(★牵头)及配合单位", "完成情况(1-3月)", "备注")
FIRST = [
    HEADER,
    ("一、教育", "1.1", "新建学校3所,新增学位2600个。", "★教育局", "选址。", None),
    ("一、教育", "1.1", "新建学校3所,新增学位2600个。", "★住建局", "设计。", None),
    ("一、教育", "1.2", "开设爱心暑托班不少于30个。", "★团区委", "摸排。", None),
    ("二、交通", "2.1", "完成道路绿波带升级不少于10公里。", "★交警大队", "施工。", None),
    ("二、交通", "2.2", "设立便民服务点5处。", "★各街道", "选点。", None),
    ("二、交通", "2.3", "维修路灯100盏。", "★甲街道", "完成20盏。", None),
    ("二、交通", "2.4", "维修公厕10座。", "★乙街道", "完成2座。", None),
]


def later(*changes: tuple[int, int, str | None], label: str = "1-6月") -> list[list[str | None]]:
    """The table of the next period: other progress, and cells changed by (row, column, text)."""
    lines: list[list[str | None]] = [list(line) for line in FIRST]
    lines[0][4] = f"完成情况({label})"
    for line in lines[1:]:
        line[4] = f"{line[4]}又进了一步。"
    for row, column, text in changes:
        lines[row][column] = text
    return lines


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "l.shishi"
    db.import_table(workbook(tmp_path / "first.xlsx", FIRST), path, year=2025, title="实事")
    return path


def preview(ledger: Path, source: Path, mapping: TableMapping | None = None) -> db.FurtherPreview:
    with db.open_ledger(ledger, read_only=True) as opened:
        return db.preview_periods(opened, source, mapping=mapping or TableMapping())


def matches(shown: db.FurtherPreview) -> dict[str, str]:
    return {match.name: match.how for match in shown.matches}


def narratives(ledger: Path, label: str) -> dict[str, str]:
    with db.open_ledger(ledger, read_only=True) as opened:
        (plan,) = db.plans(opened)
        found = db.entries(opened, db.find_period(plan, label).id)
        return {t.name: found[t.id].heads[0].content.narrative for t in plan.tasks() if t.id in found}


def test_a_preview_changes_nothing_and_says_it_all(ledger: Path, tmp_path: Path) -> None:
    before = ledger.read_bytes()
    shown = preview(ledger, workbook(tmp_path / "t.xlsx", later()))
    assert ledger.read_bytes() == before
    assert set(matches(shown).values()) == {"exact"}
    assert shown.periods == (("1-6月", True),)
    assert (len(shown.matches), len(shown.fresh), shown.standing, shown.missing) == (8, 8, (), ())
    assert shown.findings == ()


def test_what_was_shown_is_what_is_kept(ledger: Path, tmp_path: Path) -> None:
    source = workbook(tmp_path / "t.xlsx", later((4, 5, "已提前"), (4, 4, "竣工。")))
    shown = preview(ledger, source)
    made = db.import_table(source, ledger)
    assert made.entries == len(shown.fresh) == 8
    found = narratives(ledger, "1-6月")
    assert found["1.1#1"] == "选址。又进了一步。"
    assert found["2.2#1"] == found["2.2#2"] == "选点。又进了一步。"  # a group's row is each member's
    with db.open_ledger(ledger, read_only=True) as opened:
        task = db.find_task(made.plan, "2.1").id
        (head,) = db.entry(opened, task, made.plan.periods[1].id).heads
    assert (head.unit, head.parents, head.content.remark) == (None, (), "已提前")
    assert narratives(ledger, "1-3月")["2.1#1"] == "施工。"
    assert db.import_table(source, ledger).entries == 0


def test_a_target_that_was_reworded_is_taken_and_said(ledger: Path, tmp_path: Path) -> None:
    source = workbook(tmp_path / "t.xlsx", later((3, 2, "开设小学生爱心暑托班不少于30个;")))
    shown = preview(ledger, source)
    assert matches(shown)["1.2#1"] == "similar"
    (said,) = shown.findings
    assert (said.code, said.severity, said.place) == ("row_similar", "warning", "Sheet!4")
    made = db.import_table(source, ledger)
    assert db.find_task(made.plan, "1.2").target == "开设爱心暑托班不少于30个。"


def test_doubts_are_left_out_until_a_person_decides(ledger: Path, tmp_path: Path) -> None:
    changes = ((3, 2, "完全另一件事情。"), (6, 1, "2.9"), (7, 1, "8.8"), (7, 2, "谁也没听说过的任务。"))
    source = workbook(tmp_path / "t.xlsx", later(*changes))
    shown = preview(ledger, source)
    assert matches(shown) == {
        "1.1#1": "exact", "1.1#2": "exact", "1.2#1": "doubt", "2.1#1": "exact", "2.2#1": "exact", "2.2#2": "exact",
        "2.9#1": "doubt", "8.8#1": "unknown",
    }  # fmt: skip
    names = {task.id: task.name for task in shown.plan.tasks()}
    assert [names[task] for match in shown.matches if match.how == "doubt" for task in match.candidates] == [
        "1.2#1",
        "2.3#1",
    ]
    assert [names[task] for task in shown.missing] == ["1.2#1", "2.3#1", "2.4#1"]
    found = {finding.code: finding.severity for finding in shown.findings}
    assert found == {
        "row_match_doubtful": "error",
        "row_unmatched": "error",
        "tasks_missing": "warning",
        "number_missing": "warning",
    }

    made = db.import_table(source, ledger)
    assert made.entries == 5
    assert "1.2#1" not in narratives(ledger, "1-6月")
    doubt = next(match for match in shown.matches if match.name == "2.9#1")
    chosen = TableMapping(rows=(RowAnswer(doubt.row.at, task=doubt.candidates[0]),))
    assert db.import_table(source, ledger, mapping=chosen).entries == 1
    assert narratives(ledger, "1-6月")["2.3#1"] == "完成20盏。又进了一步。"


def test_one_task_is_never_given_to_two_rows(ledger: Path, tmp_path: Path) -> None:
    lines = later()
    lines.append(list(lines[3]))
    shown = preview(ledger, workbook(tmp_path / "t.xlsx", lines))
    taken = [match.task for match in shown.matches if match.task]
    assert len(taken) == len(set(taken))
    assert [match.how for match in shown.matches if match.row.number == "1.2"] == ["doubt", "doubt"]


def test_rows_of_one_target_are_told_by_their_leads(ledger: Path, tmp_path: Path) -> None:
    lines = later()
    lines[1], lines[2] = lines[2], lines[1]
    db.import_table(workbook(tmp_path / "t.xlsx", lines), ledger)
    assert narratives(ledger, "1-6月")["1.1#2"] == "设计。又进了一步。"
    strange = later((1, 3, "★水利局"), (2, 3, "★园林局"), label="1-9月")
    assert matches(preview(ledger, workbook(tmp_path / "s.xlsx", strange)))["1.1#1"] == "doubt"


def test_what_is_reported_already_stays(ledger: Path, tmp_path: Path) -> None:
    source = workbook(tmp_path / "t.xlsx", later())
    with db.open_ledger(ledger) as opened:
        (plan,) = db.plans(opened)
        half = db.open_period(opened, plan, db.period_named("1-6月", 2025), author="李四")
        said = db.Content(narrative="单位自己填的。", status=Status.DONE)
        db.save_entry(opened, db.find_task(plan, "2.1").id, half.id, said, author="张三")
    shown = preview(ledger, source)
    assert shown.periods == (("1-6月", False),)
    assert [label for _task, label in shown.standing] == ["1-6月"]
    made = db.import_table(source, ledger)
    assert made.entries == 7
    assert "entries_standing" in [finding.code for finding in made.findings]
    assert narratives(ledger, "1-6月")["2.1#1"] == "单位自己填的。"


def test_another_name_for_the_same_days_is_the_same_period(ledger: Path, tmp_path: Path) -> None:
    source = workbook(tmp_path / "t.xlsx", later(label="一季度"))
    shown = preview(ledger, source)
    assert shown.periods == (("1-3月", False),)
    assert (len(shown.standing), shown.fresh) == (8, ())
    assert {finding.code for finding in shown.findings} == {"period_taken_for", "entries_standing"}
    revised = preview(ledger, workbook(tmp_path / "s.xlsx", later(label="1-3月(修订)")))
    assert revised.periods == (("1-3月(修订)", True),)


def test_nothing_is_kept_where_no_row_is_known_or_the_period_is_closed(ledger: Path, tmp_path: Path) -> None:
    stranger = [list(FIRST[0]), [None, "9.9", "没有的任务。", "★教育局", "甲", None]]
    before = ledger.read_bytes()
    with pytest.raises(db.RequestError) as error:
        db.import_table(workbook(tmp_path / "s.xlsx", stranger), ledger)
    assert error.value.code == "rows_unknown"
    assert ledger.read_bytes() == before
    with db.open_ledger(ledger) as opened:
        (plan,) = db.plans(opened)
        half = db.open_period(opened, plan, db.period_named("1-6月", 2025), author="李四")
        db.close_period(opened, db.plans(opened)[0], half, author="李四")
    source = workbook(tmp_path / "t.xlsx", later())
    assert "period_closed" in [finding.code for finding in preview(ledger, source).findings]
    with pytest.raises(db.RequestError) as error:
        db.import_table(source, ledger)
    assert error.value.code == "period_closed"
    assert narratives(ledger, "1-6月") == {}


def test_two_periods_at_once_in_one_transaction(ledger: Path, tmp_path: Path) -> None:
    lines = [[*line[:5], f"{line[4]}再进。"] for line in later()]
    lines[0][5] = "完成情况(1-9月)"
    made = db.import_table(workbook(tmp_path / "t.xlsx", lines), ledger)
    assert [period.label for period in made.plan.periods] == ["1-3月", "1-6月", "1-9月"]
    assert made.entries == 16


def test_the_command_line(ledger: Path, tmp_path: Path) -> None:
    source = workbook(tmp_path / "t.xlsx", later((3, 2, "完全另一件事情。")))
    run = CliRunner().invoke
    dry = run(shishi, ["import", str(source), str(ledger), "--dry-run", "--json"])
    assert dry.exit_code == 1
    facts = json.loads(dry.stdout)
    assert (facts["rows"], facts["matched"], facts["entries"]) == (8, 7, 7)
    assert {finding["code"] for finding in facts["findings"]} == {"row_match_doubtful", "tasks_missing"}
    done = run(shishi, ["import", str(source), str(ledger)])
    assert done.exit_code == 1
    assert "1.2#1" in done.stderr
    fresh = run(
        shishi, ["import", str(source), str(tmp_path / "new.shishi"), "--dry-run", "--json", "--year", "2025"]
    )
    assert json.loads(fresh.stdout)["tasks"] == 8
    assert not (tmp_path / "new.shishi").exists()


@pytest.mark.skipif(os.name == "nt" or sys.platform == "darwin", reason="every name is a text there")
def test_a_table_whose_name_is_no_text(tmp_path: Path) -> None:
    """An archive made on another system leaves such names behind."""
    for at, lines in enumerate((FIRST, later())):
        path = Path(os.fsdecode(bytes(tmp_path) + b"/\xb1\xed.xlsx"))
        workbook(path, lines)
        found = db.import_table(path, tmp_path / "l.shishi", year=2025)
        assert [period.label for period in found.plan.periods] == ["1-3月", "1-6月"][: at + 1]
        assert found.plan.title == "??"


def test_half_a_character_in_a_title(tmp_path: Path) -> None:
    source = workbook(tmp_path / "t.xlsx", [["2025年_xD800_民生实事"], *FIRST])
    assert db.import_table(source, tmp_path / "l.shishi").plan.title == "2025年?民生实事"
