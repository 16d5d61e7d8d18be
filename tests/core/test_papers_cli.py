"""The commands that put a ledger on paper."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pypdf
import pytest

import db
from db.cli import main
from tests.paper_desk import bare
from tests.rounds import issue, make_ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    with make_ledger(tmp_path / "l.shishi") as made:
        for number in ("1.1", "1.2"):
            content = db.Content(narrative=f"{number} 已完成。", problems="缺资金。")
            db.save_entry(made, db.TaskId(f"t{number}"), db.PeriodId("p1"), content, author="张三")
        issue(made, tmp_path / "out")
    return tmp_path / "l.shishi"


def pages(path: Path) -> list[str]:
    return [bare(page.extract_text()) for page in pypdf.PdfReader(io.BytesIO(path.read_bytes())).pages]


@pytest.mark.parametrize(
    ("arguments", "count", "shown", "hidden"),
    [
        (("sheet",), 3, "1.1已完成。", "目录"),
        (("sheet", "--unit", "教育局"), 3, "填报单目录", "1.2已完成。"),
        (("sheet", "--unit", "教育局", "--blank"), 2, "新增学位1.3", "已完成。"),
        (("sheet", "--task", "1.2", "--blank"), 1, "本期无新进展", "已完成。"),
        (("report",), 1, "缺资金。", "上期"),
        (("report", "--public", "--paper", "a3", "--edition", "4"), 1, "第4版", "缺资金。"),
        (("report", "--category", "教育惠民", "--unit", "住建局"), 1, "1.2已完成。", "1.1已完成。"),
        (("chase", "--period", "1-3月"), 1, "住建局未报", "缺资金"),
        (("overview", "--period", "1-3月"), 1, "按责任单位", "缺资金"),
    ],
)
def test_each_paper_is_written(
    ledger: Path, tmp_path: Path, arguments: tuple[str, ...], count: int, shown: str, hidden: str
) -> None:
    name, *options = arguments
    assert main([name, str(ledger), *options, "-o", str(tmp_path / "o.pdf")]) == 0
    found = pages(tmp_path / "o.pdf")
    assert len(found) == count
    assert shown in "".join(found)
    assert hidden not in "".join(found)


def test_the_chase_list_as_text(ledger: Path, tmp_path: Path) -> None:
    asked = ("chase", str(ledger), "--period", "1-3月", "--unit", "教育局")
    assert main([*asked, "-o", str(tmp_path / "c.txt")]) == 0
    text = (tmp_path / "c.txt").read_text("utf-8")
    assert "教育局：未报" in text
    assert "住建局" not in text


def test_a_category_that_is_not_there_is_named(
    ledger: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["report", str(ledger), "--category", "十一、没有", "-o", str(tmp_path / "o.pdf")]) == 2
    assert "一、教育惠民" in capsys.readouterr().err
    assert not (tmp_path / "o.pdf").exists()


@pytest.mark.parametrize("name", ["sheet", "report"])
def test_characters_without_a_shape_are_reported(
    ledger: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    with db.open_ledger(ledger) as opened:
        content = db.Content(narrative="拆除\ufdd0一处。")
        db.save_entry(opened, db.TaskId("t1.3"), db.PeriodId("p1"), content, author="张三")
    assert main([name, str(ledger), "-o", str(tmp_path / "o.pdf"), "--json"]) == 1
    told = capsys.readouterr()
    assert "U+FDD0" in told.err
    assert json.loads(told.out) == {"path": str(tmp_path / "o.pdf"), "unprintable": "\ufdd0"}
    assert pages(tmp_path / "o.pdf")


def test_a_sheet_that_was_written_is_remembered(ledger: Path, tmp_path: Path) -> None:
    main(["sheet", str(ledger), "--task", "1.1", "-o", str(tmp_path / "o.pdf")])
    with db.open_ledger(ledger) as opened:
        assert set(db.printed(opened, db.plans(opened)[0].periods[0])) == {"t1.1"}
