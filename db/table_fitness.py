"""Whether a table that was read can be kept: what is said in a preview, and refused by an import."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from db.errors import RequestError
from db.periods import months, same_label
from db.records import MOST_CHARACTERS, Finding
from db.tables.shape import Beside, Table, TableRow


def in_nfc(table: Table) -> Table:
    """The table with its texts as they are kept (design.md §3.2)."""
    title = table.title.encode(errors="replace").decode()  # half a character in it is no reason to refuse
    return replace(table, title=_nfc(title), rows=tuple(map(_row_in_nfc, table.rows)))


def _row_in_nfc(row: TableRow) -> TableRow:
    return replace(
        row,
        category=_nfc(row.category),
        number=_nfc(row.number),
        title=_nfc(row.title),
        target=_nfc(row.target),
        leads=tuple(map(_nfc, row.leads)),
        cooperating=tuple(map(_nfc, row.cooperating)),
        progress=tuple(map(_nfc, row.progress)),
        extra=tuple((_nfc(name), _nfc(text)) for name, text in row.extra),
        beside=tuple(
            Beside(one.status, _nfc(one.problems), _nfc(one.next_steps), _nfc(one.remark))
            for one in row.beside
        ),
    )


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def unfit(table: Table) -> Iterator[Finding]:
    """What bars an import, as findings: `period_needed`, `unreadable_period` and `period_twice` (period),
    `bad_text` (task), `longer_than_kept` (task, limit)."""
    for at, label in enumerate(table.periods):
        if not label:
            yield Finding("period_needed", "error", "")
        elif months(label) is None:
            yield Finding("unreadable_period", "error", "", (("period", label),))
        elif any(same_label(label, other) for other in table.periods[:at]):
            yield Finding("period_twice", "error", "", (("period", label),))
    for name, row in table.named_rows():
        texts = list(_texts(row))
        if max(map(len, texts)) > MOST_CHARACTERS:
            details = (("task", name), ("limit", str(MOST_CHARACTERS)))
            yield Finding("longer_than_kept", "error", name, details)
        if any(_is_broken(text) for text in texts):
            yield Finding("bad_text", "error", name, (("task", name),))


def check_fit(table: Table) -> None:
    """Raises RequestError with the code of the first thing that bars an import."""
    for finding in unfit(table):
        raise RequestError(finding.code, **dict(finding.details))


def _texts(row: TableRow) -> Iterator[str]:
    yield from (row.category, row.number, row.title, row.target, *row.leads, *row.cooperating, *row.progress)
    for name, text in row.extra:
        yield from (name, text)
    for one in row.beside:
        yield from (one.problems, one.next_steps, one.remark)


def _is_broken(text: str) -> bool:
    """Half a character, which no database keeps."""
    return any("\ud800" <= character <= "\udfff" for character in text)
