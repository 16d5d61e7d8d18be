"""Fill-in workbooks through LibreOffice, where it is installed: opened and saved by another program."""

from __future__ import annotations

import shutil
import subprocess
from decimal import Decimal
from pathlib import Path

import pytest

import db
from tests.rounds import make_ledger
from tests.workbooks import changed, codes, issue_books, merged, opened

OFFICE = shutil.which("soffice") or shutil.which("libreoffice")
ONE, THREE, PERIOD = db.TaskId("t1.1"), db.TaskId("t1.3"), db.PeriodId("p1")
TEXT = "已建成两座：\n1.滨江小学；\n2.𠮷䶮中学。 =1+1 "

pytestmark = pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")


@pytest.fixture
def ledger(tmp_path):
    with make_ledger(tmp_path / "l.shishi") as opened_ledger:
        yield opened_ledger


def saved_by_office(path: Path, *formats: str) -> Path:
    """Opened by LibreOffice and saved in each of these formats in turn."""
    for number, suffix in enumerate(formats):
        folder = path.parent / f"saved {number}"
        profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
        command = [
            str(OFFICE),
            profile,
            "--headless",
            "--convert-to",
            suffix,
            "--outdir",
            str(folder),
            str(path),
        ]
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        path = folder / f"{path.stem}.{suffix}"
    return path


@pytest.mark.parametrize("formats", [("xlsx",), ("ods", "xlsx")], ids=["xlsx", "ods"])
def test_a_workbook_that_it_saved_merges_without_a_word(ledger, tmp_path, formats):
    book = issue_books(ledger, tmp_path / "out", note="请按时报送")["教育局"]

    def fill(one):
        one.type("t1.1", status="按序时", narrative=TEXT, figures={"m1": 2.3})
        one.type("t1.3", nothing_new="是", reason="1.10")

    changed(book, fill)
    straight = db.preview_merge(ledger, [book]).files[0]
    saved = saved_by_office(book, *formats)
    file = merged(ledger, saved)
    assert (file.outcome, codes(file)) == ("merged", ["unsealed_workbook"])
    content = db.entry(ledger, ONE, PERIOD).current.content
    assert (content.narrative, content.status) == (TEXT, db.Status.ON_TRACK)
    assert dict(content.figures) == {"m1": Decimal("2.3")}
    assert db.entry(ledger, THREE, PERIOD).current.content == db.Content(nothing_new=True, reason="1.10")
    assert (file.check_code, merged(ledger, book).added) == (straight.check_code, 0)
    again = opened(saved)
    assert again.sheet.protection.sheet
    assert "shishi" in [sheet.title for sheet in again.book.worksheets if sheet.sheet_state != "visible"]


def test_an_untouched_workbook_that_it_saved_brings_nothing(ledger, tmp_path):
    book = issue_books(ledger, tmp_path / "out")["教育局"]
    assert merged(ledger, saved_by_office(book, "xlsx")).outcome == "unchanged"
