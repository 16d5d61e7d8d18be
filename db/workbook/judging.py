"""A fill-in workbook at the gate: the same revisions as if its unit had typed them into a fill-in file.

Its ids derive from the file alone: who wrote it is what the sheet says, else the unit; when it was
written nobody knows, so it bears the time of its dispatch; it descends from where the dispatch stood.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from db.errors import BadCells, FileError, RefusedError
from db.gate import Passed, pass_on
from db.ledger import shown_name
from db.records import FileKind, Revision
from db.revisions import build
from db.untrusted import Foreign
from db.workbook.cells import SheetCells, read_sheets
from db.workbook.fields import Reading, with_figures
from db.workbook.identity import SIGN, Claimed, Identity, claimed
from db.workbook.rows import author, is_filled_in, rows

_MOST_OF_A_NAME = 100


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook as it came: what it claims to be, and the sheets that were filled in."""

    claim: Claimed
    foreign: Foreign
    """What the rest of the gate is told of it; without revisions as long as nothing is proven."""
    sheets: tuple[SheetCells, ...]


def read_book(path: Path, data: bytes) -> Book:
    """Read a workbook that came back.

    Raises FileError: `workbook_damaged`, `not_our_workbook`, `not_a_ledger` (another kind of zip),
    `newer_version`; RefusedError: `too_large`, `workbook_identity_lost`, `workbook_identity_damaged`,
    `workbook_columns_lost`, `bad_terms`.
    """
    every = read_sheets(path, data)
    texts = [cell.text for sheet in every for row in sheet.rows for cell in row.values()]
    claim = claimed(texts, path)
    sheets = tuple(sheet for sheet in every if is_filled_in(sheet))
    if claim is None:
        if sheets or any(text.startswith(SIGN) for text in texts):
            raise RefusedError("workbook_identity_lost", path=path)
        raise FileError("not_our_workbook", path=path)
    if not sheets:
        raise RefusedError("workbook_columns_lost", sheet="")
    return Book(claim, _foreign(shown_name(path), claim), sheets)


def _foreign(name: str, claim: Claimed) -> Foreign:
    return Foreign(
        name=name,
        kind=FileKind.DISPATCH,
        plan_title=claim.plan_title,
        unit_name=claim.unit_name,
        period_label=claim.period_label,
        task_names={},
        terms=claim.terms,
        key=None,
        seal=None,
        handed=None,
        author="",
        made_at=claim.terms.issued_at,
        revisions={},
        attachments={},
    )


def judge_book(book: Book, key: bytes) -> Passed:
    """Check a workbook against the K of its dispatch.

    Raises BadCells, RefusedError: `bad_seal`, `nothing_filled`, and what `judge` raises.
    """
    identity = book.claim.proven(key)
    reading = Reading(identity.script)
    told = _told(identity, book.sheets, reading)
    if reading.errors:
        raise BadCells(tuple(reading.errors))
    if not told:
        raise RefusedError("nothing_filled")
    foreign = replace(
        book.foreign,
        task_names={task.id: task.name for task in identity.tasks},
        author=told[0].author,
        revisions=identity.revisions | {revision.id: revision for revision in told},
    )
    handed = tuple(revision.id for revision in told)
    return pass_on(foreign, handed, seal=b"", said=tuple(reading.said))


def _told(identity: Identity, sheets: tuple[SheetCells, ...], reading: Reading) -> list[Revision]:
    """A revision for each task of which anything was typed."""
    found = rows(identity, sheets, reading)
    who = author(sheets)[:_MOST_OF_A_NAME] or identity.unit_name
    told = []
    for task in identity.tasks:
        start = identity.start(task.id)
        fields = found.get((task.id, None))
        content = start if fields is None else reading.task(task, fields, start)
        figures = {
            measure.id: reading.figure(measure, found[task.id, measure.id].get("figure"))
            for measure in task.measures
            if (task.id, measure.id) in found
        }
        content = with_figures(content, figures)
        if content != start:
            told.append(
                build(
                    task.id,
                    identity.terms.period,
                    content,
                    unit=identity.terms.unit,
                    author=who,
                    saved_at=identity.terms.issued_at,
                    parents=identity.starts(task.id),
                )
            )
    return told
