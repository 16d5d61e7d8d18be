"""What a ledger puts on paper and into workbooks: item sheets and the consolidated table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from db import sheets
from db.errors import RequestError
from db.ledger import Ledger, plain_name, speaking_of, sync, unfinished_beside, unused
from db.ledger_entries import entries
from db.records import Entry, Period, Plan, State, TaskId, UnitId
from db.tables.shape import Table, TableRow

TEMPLATES = "sheets"
"""Name of the folder beside a ledger in which a district may put templates of its own."""


def consolidated_table(plan: Plan, period: Period, found: Mapping[TaskId, Entry]) -> Table:
    """The consolidated table of one period as the shape that tables are read and written in.

    An entry in conflict shows every head and the mark 待定: none is picked by guess.
    """
    from db.sheet_data import Paper, cell_text

    paper = Paper(plan, period)
    rows = tuple(
        TableRow(
            category=category.name,
            number=item.number,
            title=item.title,
            target=task.target,
            leads=tuple(unit.name for unit in task.leads),
            cooperating=tuple(unit.name for unit in task.cooperating),
            progress=(cell_text(paper, found.get(task.id)),),
            extra=task.extra,
            mark="待定" if task.id in found and found[task.id].state is State.CONFLICT else "",
        )
        for category in plan.categories
        for item in category.items
        for task in item.tasks
        if not task.retired
    )
    return Table(plan.title, plan.year, (period.label,), rows)


def write_report(ledger: Ledger, plan: Plan, period: Period, path: Path, *, public: bool = False) -> Path:
    """Write the consolidated table as `.pdf` or `.xlsx`; where it was written.

    Raises RequestError: `unknown_report_format`, `template_failed`; FileError.
    """
    if path.suffix.lower() == ".xlsx":
        from db.tables.xlsx_report import write_consolidated

        table = consolidated_table(plan, period, entries(ledger, period.id))
        return _write(path, lambda file: write_consolidated(file, table))
    if path.suffix.lower() != ".pdf":
        raise RequestError("unknown_report_format", path=path)
    return _write_bytes(path, sheets.to_pdf(_source(ledger, plan, period, "report", None, public)))


def write_item_sheets(
    ledger: Ledger, plan: Plan, period: Period, path: Path, *, tasks: Sequence[TaskId] | None = None
) -> Path:
    """Write item sheets (all tasks, unless named) as one PDF; where it was written."""
    if path.suffix.lower() != ".pdf":
        raise RequestError("unknown_report_format", path=path)
    return _write_bytes(path, sheets.to_pdf(_item_sheets(ledger, plan, period, tasks)))


def write_receipts(
    ledger: Ledger, plan: Plan, period: Period, folder: Path, *, unit: UnitId | None = None
) -> tuple[Path, ...]:
    """Write a receipt for each unit's return that stands merged, as PDF and as text, into `folder`."""
    from db.receipt import receipt_text, receipts

    last = {one.unit: one for one in receipts(ledger, period, unit=unit) if one.undone_at is None}
    names = {known.id: known.name for known in plan.units}
    written = []
    for merged in last.values():
        stem = plain_name(f"{names.get(merged.unit, merged.unit)}_{period.label}_回执")
        data = sheets.to_pdf(sheets.receipt(plan, period, merged, templates=_templates(ledger)))
        text = receipt_text(plan, period, merged).encode()
        written += [_write_bytes(folder / f"{stem}.pdf", data), _write_bytes(folder / f"{stem}.txt", text)]
    return tuple(written)


def preview_svg(
    ledger: Ledger,
    plan: Plan,
    period: Period,
    kind: str,
    *,
    tasks: Sequence[TaskId] | None = None,
    public: bool = False,
) -> tuple[str, ...]:
    """One SVG a page of what would be printed; `kind` is `sheets` or `report`."""
    return sheets.to_svg(_source(ledger, plan, period, kind, tasks, public))


def print_png(
    ledger: Ledger,
    plan: Plan,
    period: Period,
    kind: str,
    *,
    tasks: Sequence[TaskId] | None = None,
    public: bool = False,
) -> tuple[bytes, ...]:
    """One PNG a page at 300 dpi, for a printer."""
    return sheets.to_png(_source(ledger, plan, period, kind, tasks, public))


def _source(
    ledger: Ledger, plan: Plan, period: Period, kind: str, tasks: Sequence[TaskId] | None, public: bool
) -> sheets.SheetSource:
    if kind == "sheets":
        return _item_sheets(ledger, plan, period, tasks)
    found = entries(ledger, period.id)
    return sheets.consolidated(plan, period, found, public=public, templates=_templates(ledger))


def _item_sheets(
    ledger: Ledger, plan: Plan, period: Period, tasks: Sequence[TaskId] | None
) -> sheets.SheetSource:
    past = sorted((p for p in plan.periods if p.end < period.end), key=lambda p: p.end)
    earlier = [(p.label, entries(ledger, p.id)) for p in past]
    return sheets.item_sheets(
        plan,
        period,
        entries(ledger, period.id),
        tasks=tasks,
        earlier=earlier,
        templates=_templates(ledger),
    )


def _templates(ledger: Ledger) -> Path:
    return ledger.path.parent / TEMPLATES


def _write_bytes(path: Path, data: bytes) -> Path:
    return _write(path, lambda file: file.write_bytes(data))


def _write(path: Path, fill: Callable[[Path], object]) -> Path:
    with speaking_of(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = unfinished_beside(path)
        try:
            fill(unfinished)
            sync(unfinished)
            return _put_in_place(unfinished, path)
        finally:
            unfinished.unlink(missing_ok=True)


def _put_in_place(unfinished: Path, path: Path) -> Path:
    try:
        unfinished.replace(path)
        return path
    except PermissionError:  # open in a spreadsheet, on Windows: save beside it, and the caller says where
        beside = unused(path)
        unfinished.replace(beside)
        return beside
