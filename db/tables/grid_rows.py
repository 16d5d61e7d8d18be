"""The rows of a grid as rows of a target table."""

from __future__ import annotations

import re
from dataclasses import replace

from db.records import Finding
from db.tables import headers, units
from db.tables.cell_doubts import cell_findings
from db.tables.columns import Column, Header, find_header
from db.tables.grid import Grid, Spot
from db.tables.headers import BESIDE, Role
from db.tables.mapping import AS_UNDERSTOOD, TableMapping
from db.tables.shape import NOTHING_BESIDE, Beside, Table, TableRow
from db.tables.status_words import status_of

_NO_NUMBER = frozenset(("/", "／", "-", "－", "—", "——"))
_NUMBER = re.compile(r"\d{1,4}(?:[.．\-－]\d{1,3}){0,3}[.、]?")
_ORDINAL = re.compile(
    r"[一二三四五六七八九十]{1,3}[、.．]|\([一二三四五六七八九十]+\)|第[一二三四五六七八九十]+类"
)
_NOTE = re.compile(r"注|备注|说明|填报|填表|制表|审核人|负责人|单位负责|联系[人电]|附[件注:]|★")
_SUM = re.compile(r"(?:合计|总计|小计)$")
_SAID = frozenset((Role.PROGRESS, Role.EXTRA, Role.MARK, Role.IGNORE)) | BESIDE
_ENDS_A_SENTENCE = re.compile(r"[。;；!！?？]\s*$")
_LONGEST_CATEGORY = 40


def read_grid(grid: Grid, mapping: TableMapping = AS_UNDERSTOOD) -> tuple[Table, Header] | None:
    """The target table in a grid, with its header; None where there is no header with a row below.

    Findings at a cell (cell, text): `row_unread`, `status_unknown`, those of `cell_findings`; at a task
    (task): `target_carried`, `row_continued`, `number_none` (sign), `number_repeats`, `number_assigned`
    (number), `progress_shared`; `column_unnamed` (column).
    """
    header = find_header(grid, mapping)
    if header is None:
        return None
    titles = [grid.texts[at][column].strip() for row in range(header.top) for at, column in grid.filled(row)]
    reading = _Reading(grid, header, first_leads=mapping.first_leads)
    if titles and not header.of(Role.CATEGORY) and _ORDINAL.match(titles[-1]):
        reading.begin(titles.pop())
    for row in range(header.bottom + 1, len(grid.texts)):
        reading.read(row)
    if not reading.rows:
        return None
    progress = header.of(Role.PROGRESS)
    named = headers.period_label("\n".join(titles)) if len(progress) == 1 else ""
    # A line that names the period is nearer to the year of the table than its title.
    lines = sorted(titles, key=lambda line: not headers.plain(line).startswith("报告期"))
    year = headers.year_named("\n".join((*lines, *(column.name for column in progress))))
    periods = tuple(column.period or named for column in progress)
    findings = (*_unnamed(header), *reading.findings, *cell_findings(grid, header, reading.taken))
    return Table(headers.title_of(titles), year, periods, tuple(reading.rows), findings), header


def _unnamed(header: Header) -> list[Finding]:
    return [
        Finding("column_unnamed", "warning", "", (("column", column.name),))
        for column in header.of(Role.EXTRA)
        if not column.named
    ]


class _Reading:
    """Goes through the rows of a grid from top to bottom."""

    def __init__(self, grid: Grid, header: Header, *, first_leads: bool) -> None:
        self._grid = grid
        self._header = header
        self._first_leads = first_leads
        self._beside = _beside_columns(header)
        self._role_at = {column.at: column.role for column in header.columns}
        self._repeated_header = [grid.text(header.bottom, column.at) for column in header.columns]
        self._starred = _is_starred(grid, header)
        self._category = ""
        self._categories: dict[str, int] = {}
        self._assigned: dict[str, int] = {}
        self._positions: dict[tuple[str, str], int] = {}
        self.rows: list[TableRow] = []
        self.taken: list[int] = []
        """The rows of the grid that are tasks or parts of them."""
        self.findings: list[Finding] = []

    def begin(self, category: str) -> None:
        """A category whose heading stands above the header."""
        self._category = _one_line(category)

    def read(self, row: int) -> None:
        """Take in one row of the grid: a task, a category, the rest of the row above, or a note."""
        spots = list(self._grid.filled(row))
        own = [(at, column) for at, column in spots if at == row and not self._is_ignored(column)]
        if not own:
            return  # blank, or nothing but cells that reach down from above: the same row, made taller
        if [self._grid.text(row, column.at) for column in self._header.columns] == self._repeated_header:
            return
        if _SUM.match(headers.plain(self._text(spots[0]))) or self._is_note(spots):
            text = " ".join(self._text(spot) for spot in own)
            self._doubt_cell("row_unread", "warning", own[0], text)
        elif len(spots) == 1 and self._is_category(*spots[0]):
            self._category = _one_line(self._text(spots[0]))
        elif self._is_sentence(spots):
            self._doubt_cell("row_unread", "warning", own[0], self._text(own[0]))
        else:
            self.taken.append(row)
            said_only = all(self._role_at.get(column) in _SAID for _row, column in own)
            if said_only and self.rows and self.rows[-1].category == self._category:
                self._continue_row(row)
            else:
                self._read_task(row)

    def _is_ignored(self, column: int) -> bool:
        return self._role_at.get(column) is Role.IGNORE

    def _text(self, spot: Spot) -> str:
        return self._grid.texts[spot[0]][spot[1]].strip()

    def _is_note(self, spots: list[Spot]) -> bool:
        """A line below or between the tasks: 注:…, or any where categories have a column of their own."""
        if len(spots) > 1 or not self._stands_alone(*spots[0]):
            return False
        text = headers.plain(self._text(spots[0]))
        has_column = bool(self._header.of(Role.CATEGORY))
        elsewhere = self._role_at.get(spots[0][1]) is not Role.CATEGORY or self._is_wide(*spots[0])
        return _NOTE.match(text) is not None or (has_column and elsewhere and not _ORDINAL.match(text))

    def _is_category(self, row: int, column: int) -> bool:
        text = self._text((row, column))
        own_role = None if self._is_wide(row, column) else self._role_at.get(column)
        if own_role is Role.TARGET and not _ORDINAL.match(text):
            return False
        numbered = own_role is Role.NUMBER and _NUMBER.fullmatch(text) is not None
        return self._stands_alone(row, column) and not numbered and not self._is_sentence([(row, column)])

    def _is_sentence(self, spots: list[Spot]) -> bool:
        """A line that is too long for a heading, or ends as none does, and stands where no task does."""
        text = self._text(spots[0])
        target = self._role_at.get(spots[0][1]) is Role.TARGET and not self._is_wide(*spots[0])
        alone = len(spots) == 1 and self._stands_alone(*spots[0]) and not target
        return alone and (len(text) > _LONGEST_CATEGORY or _ENDS_A_SENTENCE.search(text) is not None)

    def _stands_alone(self, row: int, column: int) -> bool:
        """Whether a text begins at the left edge or goes over several columns, as headings and notes do."""
        return column <= min(self._role_at) or self._is_wide(row, column)

    def _is_wide(self, row: int, column: int) -> bool:
        return column + 1 < self._grid.width and self._grid.origin(row, column + 1) == (row, column)

    def _cell(self, row: int, role: Role) -> str:
        column = next(iter(self._header.of(role)), None)
        return self._grid.text(row, column.at).strip() if column else ""

    def _read_task(self, row: int) -> None:
        self._category = _one_line(self._cell(row, Role.CATEGORY)) or self._category
        self._categories.setdefault(self._category, len(self._categories) + 1)
        above = self.rows[-1] if self.rows and self.rows[-1].category == self._category else None
        number = self._number(row, above)
        same_item = above is not None and above.number == number
        if not same_item and (self._category, number) in self._positions:
            self._doubt("number_repeats", "warning", number, number=number)
        title, target = self._cell(row, Role.TITLE), self._cell(row, Role.TARGET)
        if above is not None and same_item:
            title = title or above.title
            if above.target and not target:
                target = above.target
                self._doubt("target_carried", "note", number)
        self._positions[self._category, number] = self._positions.get((self._category, number), 0) + 1
        leads, cooperating = self._units(row)
        task = TableRow(
            self._category, number, title, target, leads, cooperating, self._progress(row), self._extra(row)
        )
        self.rows.append(
            replace(
                task,
                mark=self._cell(row, Role.MARK),
                beside=self._told_beside(row),
                at=self._grid.row_place(row),
            )
        )
        self._doubt_shared(row)

    def _number(self, row: int, above: TableRow | None) -> str:
        """The number of the row's item: its own, that of the row above, or the next free one."""
        columns = self._header.of(Role.NUMBER)
        number = _one_line(self._cell(row, Role.NUMBER))
        if number and number not in _NO_NUMBER:
            return number
        if above is not None and (columns or self._shares_target(row)):
            if number:
                self._doubt("number_none", "note", above.number, sign=number)
            return above.number
        first = not self._assigned
        number = self._next_number()
        if first:  # said once: a table without numbers has none anywhere
            self._doubt("number_assigned", "warning", number, number=number)
        return number

    def _shares_target(self, row: int) -> bool:
        """Without numbers, rows are of one item where the target is merged, or blank as if it were."""
        return all(
            self._grid.origin(row, column.at)[0] < row or not self._grid.text(row, column.at).strip()
            for column in self._header.of(Role.TARGET)
        )

    def _next_number(self) -> str:
        of_category = self._categories[self._category]
        at = self._assigned.get(self._category, 0) + 1
        while (self._category, f"{of_category}.{at}") in self._positions:
            at += 1
        self._assigned[self._category] = at
        return f"{of_category}.{at}"

    def _units(self, row: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
        both = self._cell(row, Role.UNITS)
        leads, cooperating = self._read_units(both, starred=self._starred) if both else ((), ())
        lead_cell = self._cell(row, Role.LEADS)
        first, second = self._read_units(lead_cell, starred=False) if lead_cell else ((), ())
        helping = units.split_units(self._cell(row, Role.COOPERATING))
        return (*leads, *first), (*cooperating, *second, *helping)

    def _read_units(self, text: str, *, starred: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
        leads, cooperating = units.read_units(text, starred=starred)
        if self._first_leads and not units.says_who_leads(text):
            return leads[:1], (*leads[1:], *cooperating)
        return leads, cooperating

    def _progress(self, row: int) -> tuple[str, ...]:
        texts = [self._grid.text(row, column.at) for column in self._header.of(Role.PROGRESS)]
        return tuple(text if text.strip() else "" for text in texts)

    def _doubt_shared(self, row: int) -> None:
        """Say it where one narrative is merged over the columns of several periods."""
        spots = [self._grid.origin(row, column.at) for column in self._header.of(Role.PROGRESS)]
        if len(set(spots)) < len(spots):
            task = self._name_of_last()
            self.findings.append(Finding("progress_shared", "warning", task, (("task", task),)))

    def _told_beside(self, row: int, *, own: bool = False) -> tuple[Beside, ...]:
        """Status, problems, next steps and remark of each period; `own`: without what reaches down."""
        if not self._beside:
            return ()
        told = [NOTHING_BESIDE] * len(self._header.of(Role.PROGRESS))
        for column, at in self._beside:
            text = self._grid.text(row, column.at)
            if text.strip() and not (own and self._grid.origin(row, column.at)[0] < row):
                told[at] = _both(told[at], _beside(column.role, text))
        return tuple(told)

    def _extra(self, row: int) -> tuple[tuple[str, str], ...]:
        """Columns that are not ours, and words for a status that we do not know, by their names."""
        cells: list[tuple[str, str]] = []
        for column in self._header.columns:
            text = self._grid.text(row, column.at)
            unknown = column.role is Role.STATUS and bool(text.strip()) and status_of(text) is None
            if unknown:
                self._doubt_cell("status_unknown", "warning", (row, column.at), text.strip())
            if (unknown or column.role is Role.EXTRA) and text.strip():
                cells.append((column.name, text))
        return tuple(cells)

    def _continue_row(self, row: int) -> None:
        """Join a row that has nothing but progress to the one above, which a page break cut in two."""
        last = self.rows[-1]
        progress = tuple(
            _joined(one, more) for one, more in zip(last.progress, self._own_progress(row), strict=True)
        )
        extra = dict(last.extra)
        for column in self._header.of(Role.EXTRA):
            if self._grid.origin(row, column.at)[0] == row:
                extra[column.name] = _joined(extra.get(column.name, ""), self._grid.text(row, column.at))
        kept = tuple((name, text) for name, text in extra.items() if text.strip())
        more_beside = self._told_beside(row, own=True)
        beside = tuple(_both(one, more) for one, more in zip(last.beside, more_beside, strict=True))
        self.rows[-1] = replace(last, progress=progress, extra=kept, beside=beside)
        task = self._name_of_last()
        self.findings.append(Finding("row_continued", "note", task, (("task", task),)))

    def _name_of_last(self) -> str:
        last = self.rows[-1]
        return f"{last.number}#{self._positions[last.category, last.number]}"

    def _own_progress(self, row: int) -> tuple[str, ...]:
        columns = self._header.of(Role.PROGRESS)
        return tuple(
            text if self._grid.origin(row, column.at)[0] == row else ""
            for column, text in zip(columns, self._progress(row), strict=True)
        )

    def _doubt_cell(self, code: str, severity: str, spot: Spot, text: str) -> None:
        cell = self._grid.place(*spot)
        self.findings.append(Finding(code, severity, cell, (("cell", cell), ("text", text))))

    def _doubt(self, code: str, severity: str, item: str, **details: str) -> None:
        """Note a finding at the row that is being read, the next one of `item`."""
        task = f"{item}#{self._positions.get((self._category, item), 0) + 1}"
        self.findings.append(Finding(code, severity, task, (("task", task), *details.items())))


def _beside_columns(header: Header) -> tuple[tuple[Column, int], ...]:
    """Columns that stand beside a narrative, each with the place of its period among the periods.

    That is the period it names, else the one of the nearest progress column to its left.
    """
    progress = header.of(Role.PROGRESS)
    found: list[tuple[Column, int]] = []
    for column in header.columns:
        if column.role in BESIDE and progress:
            named = [at for at, one in enumerate(progress) if column.period and one.period == column.period]
            left = [at for at, one in enumerate(progress) if one.at < column.at]
            found.append((column, (named or left[-1:] or [0])[0]))
    return tuple(found)


def _is_starred(grid: Grid, header: Header) -> bool:
    """Whether leads are marked with a star in the column that names all units."""
    below = range(header.bottom + 1, len(grid.texts))
    return any(
        set(units.STARS) & {*column.name, *"".join(grid.text(row, column.at) for row in below)}
        for column in header.of(Role.UNITS)
    )


def _beside(role: Role, text: str) -> Beside:
    return Beside(
        status_of(text) if role is Role.STATUS else None,
        text if role is Role.PROBLEMS else "",
        text if role is Role.NEXT_STEPS else "",
        text if role is Role.REMARK else "",
    )


def _both(one: Beside, more: Beside) -> Beside:
    """What two rows of the grid say of one task."""
    return Beside(
        one.status or more.status,
        _joined(one.problems, more.problems),
        _joined(one.next_steps, more.next_steps),
        _joined(one.remark, more.remark),
    )


def _one_line(text: str) -> str:
    """A short cell without the line breaks that its narrow column forced on it."""
    return re.sub(r"\s*\n\s*", "", text)


def _joined(one: str, more: str) -> str:
    return f"{one}\n{more}" if one.strip() and more.strip() else one or more
