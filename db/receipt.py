"""Receipts (回执): what of a return was merged, when and by whom; design.md §3."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from db.ledger import Ledger
from db.records import Period, Plan, TaskId, UnitId
from db.revisions import check_code
from db.sheet_data import Paper


@dataclass(frozen=True, slots=True)
class ReceiptRow:
    """One entry that a return handed in."""

    task: TaskId
    code: str
    """Check code of the revision, as its sheet bears it."""
    taken: bool
    """False where it was left out."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """One return that was merged."""

    unit: UnitId
    file_name: str
    check_code: str
    handed_in_by: str
    merged_at: str
    merged_by: str
    undone_at: str | None
    rows: tuple[ReceiptRow, ...]
    sealed: bool = True
    """A workbook is not."""


def receipts(ledger: Ledger, period: Period, *, unit: UnitId | None = None) -> tuple[Receipt, ...]:
    """The receipts of a period (of one unit, if named), in the order in which they were written."""
    sql = (
        "SELECT r.id, r.unit_id, r.file_name, r.check_code, coalesce(h.author, ''), m.merged_at, m.author, "
        "m.undone_at, r.return_id, r.sealed FROM receipt AS r JOIN merge AS m ON m.id = r.merge_id "
        "LEFT JOIN return AS h ON h.id = r.return_id "
        "WHERE r.period_id = ?1 AND (?2 IS NULL OR r.unit_id = ?2) ORDER BY r.id"
    )
    return tuple(
        Receipt(UnitId(of), name, code, handed_by, at, by, undone, _rows(ledger, key, identity), bool(sealed))
        for key, of, name, code, handed_by, at, by, undone, identity, sealed in ledger.rows(
            sql, period.id, unit
        )
    )


def _rows(ledger: Ledger, receipt: int, identity: str) -> tuple[ReceiptRow, ...]:
    sql = (
        "SELECT coalesce(v.task_id, l.task_id), h.revision_id, l.revision_id IS NULL "
        "FROM return_revision AS h LEFT JOIN revision AS v ON v.id = h.revision_id "
        "LEFT JOIN left_out AS l ON l.receipt_id = ?1 AND l.revision_id = h.revision_id "
        "AND NOT l.chosen "
        "WHERE h.return_id = ?2 ORDER BY 1, 2"
    )
    return tuple(
        ReceiptRow(TaskId(task), check_code(revision), bool(taken))
        for task, revision, taken in ledger.rows(sql, receipt, identity)
        if task is not None
    )


def receipt_data(plan: Plan, period: Period, receipt: Receipt) -> dict[str, Any]:
    """The data of `receipt.typ`, and of the text beside it."""
    paper = Paper(plan, period)
    taken = {row.task: row for row in receipt.rows}
    unit = next((unit.name for unit in plan.units if unit.id == receipt.unit), "")
    return paper.head() | {
        "unit": unit,
        "file": receipt.file_name,
        "code": receipt.check_code,
        "handed_in_by": receipt.handed_in_by,
        "merged_at": receipt.merged_at.replace("T", " ").replace("Z", " UTC"),
        "merged_by": receipt.merged_by,
        "undone": receipt.undone_at is not None,
        "sealed": receipt.sealed,
        "rows": [
            {
                "number": task.number,
                "target": task.target,
                "code": taken[task.id].code,
                "taken": taken[task.id].taken,
            }
            for task in plan.tasks()
            if task.id in taken
        ],
    }


def receipt_text(plan: Plan, period: Period, receipt: Receipt) -> str:
    """The receipt as plain text, for a mail or a chat."""
    data = receipt_data(plan, period, receipt)
    labels = data["labels"]
    head = [
        f"{data['title']} {labels['receipt']}",
        *(
            f"{labels[label]}{labels['colon']}{value}"
            for label, value in (
                ("period", data["period"]),
                ("lead_unit", data["unit"]),
                ("file", data["file"]),
                ("code", data["code"]),
                ("writer", data["handed_in_by"]),
                ("merged_at", data["merged_at"]),
                ("merged_by", data["merged_by"]),
            )
            if value
        ),
    ]
    rows = [
        f"{row['number']}  {row['code']}  {labels['taken' if row['taken'] else 'left_out']}"
        for row in data["rows"]
    ]
    marks = [
        labels[name]
        for name, is_so in (("undone", data["undone"]), ("unsealed", not data["sealed"]))
        if is_so
    ]
    return "\n".join([*head, *marks, "", *rows]) + "\n"
