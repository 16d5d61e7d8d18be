"""Receipts: what of a return was merged, with the codes that paper bears."""

from io import BytesIO

import pytest
from pypdf import PdfReader

import db
from tests.rounds import hand_in, issue, make_ledger, say


@pytest.fixture
def ledger(tmp_path):
    with make_ledger(tmp_path / "l.shishi") as opened:
        file = issue(opened, tmp_path / "out")["教育局"]
        say(file, "1.1", "甲")
        say(file, "1.3", "乙")
        returned = hand_in(file, tmp_path / "in")
        db.merge(opened, [returned], author="李四", leave_out=frozenset([db.TaskId("t1.3")]))
        yield opened


def test_a_receipt_says_what_was_taken_and_what_was_left_out(ledger):
    plan = db.plans(ledger)[0]
    (receipt,) = db.receipts(ledger, plan.periods[0])
    assert (receipt.unit, receipt.merged_by, receipt.handed_in_by) == ("教育局", "李四", "张三")
    assert {row.task: row.taken for row in receipt.rows} == {"t1.1": True, "t1.3": False}
    current = db.entry(ledger, db.TaskId("t1.1"), plan.periods[0].id).current
    text = db.receipt_text(plan, plan.periods[0], receipt)
    assert db.check_code(current.id) in text
    assert receipt.check_code in text
    assert "未收" in text


def test_receipts_are_written_as_pdf_and_text(ledger, tmp_path):
    plan = db.plans(ledger)[0]
    pdf, text = db.write_receipts(ledger, plan, plan.periods[0], tmp_path / "回执")
    printed = "".join(page.extract_text() for page in PdfReader(BytesIO(pdf.read_bytes())).pages)
    (receipt,) = db.receipts(ledger, plan.periods[0])
    assert receipt.check_code in printed
    assert all(row.code in printed for row in receipt.rows)
    assert text.read_text(encoding="utf-8") == db.receipt_text(plan, plan.periods[0], receipt)


def test_an_undone_merge_gives_no_receipt_to_hand_out(ledger, tmp_path):
    plan = db.plans(ledger)[0]
    db.undo_merge(ledger)
    (receipt,) = db.receipts(ledger, plan.periods[0])
    assert receipt.undone_at
    assert db.write_receipts(ledger, plan, plan.periods[0], tmp_path / "回执") == ()
