"""Everything that is true without a screen: `import db` is all that the desktop needs.

Names resolve when first used, so that a window can be on the screen before the rest is read.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from db.absorb import MergedEntry, MergedFile, Reason
    from db.checks import check, check_content
    from db.conflict import Settled, common_ancestor, conflicts, resolve, settled
    from db.dispatch import Issued, issue
    from db.errors import Cancelled, FileError, RefusedError, RequestError, ShishiError
    from db.figures import ReadMeasure, read_measures
    from db.importing import Imported, import_sample, import_table
    from db.ledger import SUFFIX, Ledger, create_ledger, now, open_ledger
    from db.ledger_entries import discard_draft, drafts, entries, entry, history, save_draft, save_entry
    from db.login import login_name
    from db.merging import MergeReport, merge, preview_merge
    from db.numerals import read_number
    from db.pace import Schedule, disagrees, percent, previous_period, schedule, year_share
    from db.paper import preview_svg, print_png, write_item_sheets, write_receipts, write_report
    from db.periods import USUAL_PERIODS, period_named
    from db.plan import find_period, find_task, find_unit, lead_units, open_period, plans, tasks_of
    from db.progress import Progress, Silent
    from db.receipt import Receipt, receipt_text, receipts
    from db.records import (
        AttachmentRef,
        Category,
        Changes,
        Content,
        Draft,
        Entry,
        Explanation,
        FileKind,
        Finding,
        Item,
        Measure,
        MeasureId,
        Period,
        PeriodId,
        Plan,
        PlanId,
        Review,
        Revision,
        RevisionId,
        State,
        Status,
        Task,
        TaskId,
        Terms,
        Unit,
        UnitId,
        Verdict,
    )
    from db.resources import SAMPLE_TITLE, resource, sample_table
    from db.return_state import Standing, standing
    from db.returns import Returned, make_return, missing
    from db.revisions import check_code, decimal_text, is_filled
    from db.seals import terms
    from db.search import Index
    from db.sentences import sentence
    from db.told import ReadFigure, figures_told, read_figures
    from db.undo import undo_merge

_NAMES = {
    "absorb": "MergedEntry MergedFile Reason",
    "checks": "check check_content",
    "conflict": "Settled common_ancestor conflicts resolve settled",
    "dispatch": "Issued issue",
    "ledger_entries": "discard_draft drafts entries entry history save_draft save_entry",
    "errors": "Cancelled FileError RefusedError RequestError ShishiError",
    "figures": "ReadMeasure read_measures",
    "importing": "Imported import_sample import_table",
    "ledger": "SUFFIX Ledger create_ledger now open_ledger",
    "login": "login_name",
    "merging": "MergeReport merge preview_merge",
    "numerals": "read_number",
    "paper": "preview_svg print_png write_item_sheets write_receipts write_report",
    "periods": "USUAL_PERIODS period_named",
    "plan": "find_period find_task find_unit lead_units open_period plans tasks_of",
    "progress": "Progress Silent",
    "records": "AttachmentRef Category Changes Content Draft Entry Explanation FileKind Finding Item "
    "Measure MeasureId Period PeriodId Plan PlanId Review Revision RevisionId State Status Task TaskId "
    "Terms Unit UnitId Verdict",
    "receipt": "Receipt receipt_text receipts",
    "resources": "SAMPLE_TITLE resource sample_table",
    "returns": "Returned make_return missing",
    "revisions": "check_code decimal_text is_filled",
    "pace": "Schedule disagrees percent previous_period schedule year_share",
    "search": "Index",
    "seals": "terms",
    "sentences": "sentence",
    "return_state": "Standing standing",
    "told": "ReadFigure figures_told read_figures",
    "undo": "undo_merge",
}
_MODULE_OF = {name: module for module, names in _NAMES.items() for name in names.split()}


def __getattr__(name: str) -> Any:
    if name not in _MODULE_OF:
        raise AttributeError(f"module 'db' has no attribute {name!r}")
    value = getattr(import_module(f"db.{_MODULE_OF[name]}"), name)
    globals()[name] = value
    return value
