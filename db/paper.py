"""What a ledger puts on paper and into files: one record says what is wanted, `PaperOptions`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from db import sheets, typeset
from db.errors import RequestError
from db.ledger import Ledger, plain_name, speaking_of, sync, unfinished_beside, unused
from db.ledger_entries import entries
from db.pace import previous_period
from db.paper_options import PaperOptions
from db.paper_sources import drafts_shown, source_of, tasks_meant, templates_of
from db.plan import lead_units
from db.printed_sheets import record_printed
from db.progress import Progress, Silent
from db.records import Period, Plan, UnitId

if TYPE_CHECKING:
    from db.tables.shape import Table

_SIGNED = ("sheets", "unit_set")
"""What bears check codes and is stamped, so that the ledger remembers what was printed."""
_NAMES = {"blank": "空白表", "table": "汇总表", "chase": "催报单", "receipt": "回执", "overview": "总览"}


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written."""

    path: Path
    """Not the one that was asked for if that is open in another program: then it lies beside it."""
    unprintable: str
    """The characters in it for which this machine has no shape."""


def preview_svg(ledger: Ledger, plan: Plan, period: Period, options: PaperOptions) -> tuple[str, ...]:
    """One SVG a page of what would be printed. Raises RequestError: `template_failed`, `nothing_to_print`."""
    return typeset.to_svg(source_of(ledger, plan, period, options))


def print_png(
    ledger: Ledger,
    plan: Plan,
    period: Period,
    options: PaperOptions,
    *,
    pages: Sequence[int] | None = None,
    progress: Progress | None = None,
) -> tuple[bytes, ...]:
    """One PNG a page at 300 dpi, for a printer; `pages` are counted from 1, None means all.

    A step of `progress` follows each page. Raises as `preview_svg` does, and what `progress` raises.
    """
    return typeset.to_png(source_of(ledger, plan, period, options), pages=pages, progress=progress)


def unprintable(ledger: Ledger, plan: Plan, period: Period, options: PaperOptions) -> str:
    """The characters of a paper for which no font at hand has a shape, each once, sorted."""
    return typeset.unprintable(source_of(ledger, plan, period, options))


def write_paper(ledger: Ledger, plan: Plan, period: Period, options: PaperOptions, path: Path) -> Written:
    """Write a paper in the format that the suffix of `path` names (`PaperOptions.formats`).

    Raises RequestError: `unknown_report_format`, `template_failed`, `nothing_to_print`; FileError.
    """
    suffix = path.suffix.lower()
    if suffix not in options.formats:
        raise RequestError("unknown_report_format", path=path, formats=" ".join(options.formats))
    if suffix != ".pdf":
        return Written(_write(path, _other_format(ledger, plan, period, options, suffix)), "")
    source = source_of(ledger, plan, period, options)
    data = typeset.to_pdf(source)
    written = Written(_write(path, lambda file: file.write_bytes(data)), typeset.unprintable(source))
    mark_printed(ledger, plan, period, options)
    return written


def write_unit_sets(
    ledger: Ledger,
    plan: Plan,
    period: Period,
    options: PaperOptions,
    folder: Path,
    *,
    progress: Progress | None = None,
) -> tuple[Written, ...]:
    """Write one PDF for each unit that leads a task into `folder`; nothing there is overwritten.

    A unit that has nothing of what `options` asks for gets none. A step of `progress` precedes each.
    Raises as `write_paper` does, and what `progress` raises; what was written by then stays.
    """
    told = progress or Silent()
    units = [unit for unit in lead_units(plan) if options.unit in (None, unit.id)]
    written = []
    for done, unit in enumerate(units):
        told.step(done, len(units), unit.name)
        own = replace(options, unit=unit.id)
        if own.chosen(plan):
            name = plain_name(f"{unit.name}_{period.label}_{_NAMES.get(options.what, '填报单')}.pdf")
            written.append(write_paper(ledger, plan, period, own, unused(folder / name)))
    told.step(len(units), len(units), "")
    if not written:
        raise RequestError("nothing_to_print")
    return tuple(written)


def mark_printed(ledger: Ledger, plan: Plan, period: Period, options: PaperOptions) -> None:
    """Remember which revisions the sheets bear that a printer took, or a file; of other papers nothing."""
    if options.what in _SIGNED:
        tasks = set(tasks_meant(plan, options)) - drafts_shown(ledger, period, options).keys()
        record_printed(ledger, period, tasks)


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
        pages = typeset.to_pdf(sheets.receipt(plan, period, merged, templates=templates_of(ledger)))
        text = receipt_text(plan, period, merged).encode()
        for suffix, data in ((".pdf", pages), (".txt", text)):
            written.append(_write(folder / f"{stem}{suffix}", _bytes(data)))
    return tuple(written)


def _bytes(data: bytes) -> Callable[[Path], object]:
    return lambda file: file.write_bytes(data)


def _other_format(
    ledger: Ledger, plan: Plan, period: Period, options: PaperOptions, suffix: str
) -> Callable[[Path], object]:
    """What writes a paper into a file that is not a PDF."""
    if options.what == "chase":
        from db.chasing import chase_text

        return _bytes(chase_text(ledger, plan, period, unit=options.unit).encode())
    from db.consolidated import consolidated_table

    before = previous_period(plan, period) if options.last_period else None
    reported = [(one, entries(ledger, one.id)) for one in (before, period) if one]
    table = consolidated_table(plan, reported, tasks=options.chosen(plan), public=options.public)
    write = _table_writer(suffix)
    return lambda file: write(file, table)


def _table_writer(suffix: str) -> Callable[[Path, Table], None]:
    if suffix == ".xlsx":
        from db.tables.xlsx_report import write_consolidated
    elif suffix == ".docx":
        from db.tables.docx_report import write_consolidated
    else:
        from db.tables.csv_report import write_consolidated
    return write_consolidated


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
