"""What a person answered about a table that is being imported; nothing of it is written yet."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import db

if TYPE_CHECKING:
    from db import RowAnswer, TableMapping, TablePreview, TableRow, TaskId


class Answers:
    """Grows while the person looks; `mapping` is what the readers of tables take."""

    def __init__(self) -> None:
        self.digest = ""
        self.sheet = ""
        self.header: int | None = None
        self.columns: dict[int, tuple[db.Role, str]] = {}
        self.rows: dict[str, RowAnswer] = {}
        self.categories: dict[str, str] = {}
        self.units: dict[str, str] = {}
        self.groups: dict[str, tuple[str, ...]] = {}
        self.first_leads = False
        self.title: str | None = None
        self.year: int | None = None
        self.period: str | None = None
        self.seen: dict[str, TableRow] = {}
        """Every row as it was read last, those that are skipped as well, in the order of the table."""

    def mapping(self) -> TableMapping:
        """All of it."""
        return db.TableMapping(
            digest=self.digest,
            sheet=self.sheet,
            header=self.header,
            columns=tuple(db.ColumnMeaning(at, *meaning) for at, meaning in sorted(self.columns.items())),
            rows=tuple(self.rows.values()),
            categories=_changed(self.categories),
            units=_changed(self.units),
            first_leads=self.first_leads,
            groups=tuple(self.groups.items()),
            title=self.title,
            year=self.year,
            period=self.period,
        )

    def choose_sheet(self, sheet: str) -> None:
        """Another sheet of the file: columns and rows are others."""
        self.sheet = sheet
        self.header = None
        self.columns, self.rows, self.seen = {}, {}, {}

    def take(self, preview: TablePreview) -> None:
        """Remember what was read."""
        self.digest = preview.digest
        fresh = {row.at: row for row in preview.table.rows}
        kept = {at: fresh.get(at, row) for at, row in self.seen.items() if at in fresh or self.skips(at)}
        self.seen = kept | fresh
        for name in preview.categories:
            if name not in self.categories.values():
                self.categories.setdefault(name, name)
        for name in (*preview.leads, *preview.cooperating):
            if name not in self.units.values():
                self.units.setdefault(name, name)

    def skips(self, at: str) -> bool:
        """Whether a row is left out."""
        return at in self.rows and self.rows[at].skip

    def skip(self, at: str, skip: bool) -> None:
        """Leave a row out, or take it in."""
        self.rows[at] = replace(self._row(at), skip=skip)

    def answer(self, at: str, **said: object) -> None:
        """Say what a row says; names as of `db.RowAnswer`."""
        self.rows[at] = replace(self._row(at), **said)  # type: ignore[arg-type] # as named

    def choose_task(self, at: str, task: TaskId | None) -> None:
        """Say which task a row reports on; None: leave it to the reader."""
        self.rows[at] = replace(self._row(at), task=task)

    def _row(self, at: str) -> RowAnswer:
        return self.rows.get(at, db.RowAnswer(at))


def _changed(names: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((read, right) for read, right in names.items() if right and read != right)
