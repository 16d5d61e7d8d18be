"""Everything that is true without a screen: `import db` is all that the desktop needs.

Names resolve when first used, so that a window can be on the screen before the rest is read.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from db.absorb import MergedEntry, MergedFile, Reason
    from db.amending import Amendment, amendments
    from db.attachments import (
        MOST_ATTACHMENTS,
        MOST_BYTES_ATTACHED,
        attach_bytes,
        attach_file,
        attachment,
        attachment_file_name,
        attachment_sizes,
        drop_unused_attachments,
        lend_attachment,
        save_attachment,
    )
    from db.backups import Backup, automatic_backups, has_backups, restore_backup
    from db.chasing import Chased, chase, chase_text
    from db.checks import check, check_content
    from db.comparing import Compared, FigureChange, compared
    from db.conflict import (
        Settled,
        Sides,
        common_ancestor,
        conflict_sides,
        conflicts,
        resolve,
        settled,
        settled_sides,
    )
    from db.differences import Difference, text_differences, text_union
    from db.dispatch import Issued, issue
    from db.editions import edition
    from db.errors import Cancelled, FileError, RefusedError, RequestError, ShishiError
    from db.explaining import explain, explained
    from db.figures import ReadMeasure, read_measures
    from db.frozen import record
    from db.further_period import FurtherPreview, add_periods, preview_periods
    from db.handbook import write_handbook
    from db.importing import Imported, add_plan, import_sample, import_table
    from db.issued_files import IssuedFile, issued
    from db.ledger import SUFFIX, Ledger, create_ledger, now, open_ledger
    from db.ledger_entries import discard_draft, drafts, entries, entry, history, save_draft, save_entry
    from db.lights import Light, TaskLight
    from db.login import login_name
    from db.mending import mended
    from db.merging import MergeReport, merge, preview_merge
    from db.numerals import read_number
    from db.overall import Attention, MeasureProgress, Overview, Tally, overview
    from db.pace import Schedule, disagrees, expected_share, percent, previous_period, schedule, year_share
    from db.paper import (
        Written,
        mark_printed,
        preview_svg,
        print_png,
        unprintable,
        write_paper,
        write_receipts,
        write_unit_sets,
    )
    from db.paper_options import PaperKind, PaperOptions, PaperSize
    from db.periods import USUAL_PERIODS, period_named
    from db.plan import (
        find_period,
        find_task,
        find_unit,
        lead_units,
        open_period,
        plan_names,
        plan_of,
        plans,
        tasks_of,
    )
    from db.plan_edits import (
        add_category,
        add_item,
        add_task,
        change_item,
        change_plan,
        change_task,
        delete_category,
        delete_item,
        delete_task,
        move_category,
        move_item,
        move_task,
        rename_category,
        retire_task,
        split_task,
        unretire_task,
    )
    from db.plan_labels import StepLabel, step_sentence
    from db.plan_making import new_plan, plan_from
    from db.plan_measures import (
        COMPARATORS,
        PlannedMeasure,
        add_measure,
        change_measure,
        delete_measure,
        measures_offered,
        move_measure,
        set_steps,
    )
    from db.plan_periods import change_period, delete_period, move_period, set_due
    from db.plan_undoing import PlanStep, RowChange, UndoState, plan_history, plan_undo, redo_plan, undo_plan
    from db.plan_units import add_unit, change_unit, delete_unit, merge_units, move_unit
    from db.plan_words import FieldChange
    from db.printed_sheets import printed
    from db.progress import Progress, Silent
    from db.receipt import Receipt, receipt_text, receipts
    from db.records import (
        AttachmentRef,
        Category,
        CategoryId,
        Changes,
        Content,
        Draft,
        Entry,
        Explanation,
        FileKind,
        Finding,
        Item,
        ItemId,
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
    from db.rescue import save_copy
    from db.resources import SAMPLE_TITLE, resource, sample_table
    from db.return_state import Standing, standing
    from db.returns import Returned, make_return, missing
    from db.reviews import (
        SentBack,
        approve_entries,
        close_period,
        reopen_period,
        review_entry,
        sent_back_entries,
    )
    from db.revisions import check_code, decimal_text, is_filled
    from db.seals import terms
    from db.search import Index
    from db.sentences import sentence
    from db.table_matching import RowMatch
    from db.table_preview import SourceColumn, TablePreview, read_table
    from db.tables.headers import Role
    from db.tables.mapping import ColumnMeaning, RowAnswer, TableMapping
    from db.tables.shape import Beside, Table, TableRow
    from db.told import ReadFigure, figures_told, read_figures
    from db.undo import undo_merge

_NAMES = {
    "absorb": "MergedEntry MergedFile Reason",
    "attachments": "MOST_ATTACHMENTS MOST_BYTES_ATTACHED attach_bytes attach_file attachment "
    "attachment_sizes attachment_file_name drop_unused_attachments lend_attachment save_attachment",
    "chasing": "Chased chase chase_text",
    "checks": "check check_content",
    "backups": "Backup automatic_backups has_backups restore_backup",
    "comparing": "Compared FigureChange compared",
    "conflict": "Settled Sides common_ancestor conflict_sides conflicts resolve settled settled_sides",
    "differences": "Difference text_differences text_union",
    "dispatch": "Issued issue",
    "ledger_entries": "discard_draft drafts entries entry history save_draft save_entry",
    "editions": "edition",
    "errors": "Cancelled FileError RefusedError RequestError ShishiError",
    "explaining": "explain explained",
    "figures": "ReadMeasure read_measures",
    "frozen": "record",
    "further_period": "FurtherPreview add_periods preview_periods",
    "handbook": "write_handbook",
    "importing": "Imported add_plan import_sample import_table",
    "issued_files": "IssuedFile issued",
    "ledger": "SUFFIX Ledger create_ledger now open_ledger",
    "lights": "Light TaskLight",
    "login": "login_name",
    "mending": "mended",
    "merging": "MergeReport merge preview_merge",
    "numerals": "read_number",
    "overall": "Attention MeasureProgress Overview Tally overview",
    "paper": "Written mark_printed preview_svg print_png unprintable write_paper write_receipts "
    "write_unit_sets",
    "paper_options": "PaperKind PaperOptions PaperSize",
    "printed_sheets": "printed",
    "periods": "USUAL_PERIODS period_named",
    "plan": "find_period find_task find_unit lead_units open_period plan_names plan_of plans tasks_of",
    "amending": "Amendment amendments",
    "plan_edits": "add_category add_item add_task change_item change_plan change_task "
    "delete_category delete_item delete_task move_category move_item move_task "
    "rename_category retire_task split_task unretire_task",
    "plan_labels": "StepLabel step_sentence",
    "plan_making": "new_plan plan_from",
    "plan_measures": "COMPARATORS PlannedMeasure add_measure change_measure delete_measure "
    "measures_offered move_measure set_steps",
    "plan_periods": "change_period delete_period move_period set_due",
    "plan_undoing": "PlanStep RowChange UndoState plan_history plan_undo redo_plan undo_plan",
    "plan_units": "add_unit change_unit delete_unit merge_units move_unit",
    "plan_words": "FieldChange",
    "progress": "Progress Silent",
    "records": "AttachmentRef Category CategoryId Changes Content Draft Entry Explanation FileKind Finding "
    "Item ItemId Measure MeasureId Period PeriodId Plan PlanId Review Revision RevisionId State Status Task "
    "TaskId Terms Unit UnitId Verdict",
    "receipt": "Receipt receipt_text receipts",
    "rescue": "save_copy",
    "resources": "SAMPLE_TITLE resource sample_table",
    "returns": "Returned make_return missing",
    "revisions": "check_code decimal_text is_filled",
    "pace": "Schedule disagrees expected_share percent previous_period schedule year_share",
    "search": "Index",
    "seals": "terms",
    "reviews": "SentBack approve_entries close_period reopen_period review_entry sent_back_entries",
    "sentences": "sentence",
    "return_state": "Standing standing",
    "table_matching": "RowMatch",
    "table_preview": "SourceColumn TablePreview read_table",
    "tables.headers": "Role",
    "tables.mapping": "ColumnMeaning RowAnswer TableMapping",
    "tables.shape": "Beside Table TableRow",
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
