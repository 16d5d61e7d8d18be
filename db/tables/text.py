"""The text form of a target table: what a web page or Word gives when its table is pasted as text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import takewhile

from db.errors import FileError
from db.records import Finding
from db.tables import headers, units
from db.tables.doubts import doubts
from db.tables.shape import Table, TableRow
from db.tables.text_parts import Head, Kind, Part, bare_number, classify, paragraphs, split_head

_UNREAD = headers.BESIDE | {headers.Role.EXTRA}
_POINT = re.compile(r"(?:(\d{1,2})\s*[.．、)）]|[(（](\d{1,2})[)）])(?!\d{4}年)|([①-⑳])")


def read_text(text: str, source: str = "") -> Table:
    """`understood_text` with what is doubtful in its rows, whatever they came from."""
    table = understood_text(text, source)
    return replace(table, findings=(*table.findings, *doubts(table)))


def understood_text(text: str, source: str = "") -> Table:
    """The table that a text holds: cells are paragraphs, blank lines between them do not count.

    Findings: `number_repeats`, `number_none`, `number_assigned`, `target_carried`, `row_continued`,
    `row_split_doubtful`, `progress_columns_unclear`, `columns_unread`.
    Raises FileError `no_table_found` (path: `source`).
    """
    head, lines = split_head(paragraphs(text))
    parts = classify(lines, bare_categories="类别" in head.joined or not head.cells)
    if not any(part.kind is Kind.LEAD for part in parts):
        raise FileError("no_table_found", path=source)
    segments = list(_segments(parts))
    periods = _periods(head)
    # A header in words we do not know: text behind the last lead of an item is its progress.
    if not periods and any(segment.ends_in_text for segment in segments):
        periods = (headers.period_label("\n".join(head.titles)),)
    assembly = _Assembly(periods, titled="项目名称" in head.joined)
    for segment in segments:
        assembly.add(segment)
    year = headers.year_named("\n".join((*head.titles, *head.cells)))
    table = Table(headers.title_of(head.titles), year, periods, tuple(assembly.rows))
    return replace(table, findings=(*_unread_columns(head), *assembly.findings))


def _periods(head: Head) -> tuple[str, ...]:
    """A label for each progress column of the header, empty where neither it nor the title names one."""
    named = headers.period_label("\n".join(head.titles))
    cells = _progress_cells(head.cells)
    if len(cells) == 1 or not head.cells:
        return (headers.column_period(cells[0]) or named,) if cells else (named,)
    labels = [headers.column_period(cell) or cell for cell in cells]
    return tuple(headers.nth(label, labels[: at + 1].count(label)) for at, label in enumerate(labels))


def _progress_cells(cells: tuple[str, ...]) -> list[str]:
    """The header cells of progress columns; a cell may have been broken into up to three lines."""
    for size in (1, 2, 3):
        runs = ["".join(cells[at : at + size]) for at in range(len(cells) - size + 1)]
        found = [run for run in runs if headers.role_of(run) is headers.Role.PROGRESS]
        if found:
            brackets = [cell for cell in cells if re.fullmatch(r"[(（].*[)）]", cell)]
            return [found[0] + brackets[-1]] if len(found) == 1 and brackets else found
    return []


def _unread_columns(head: Head) -> Iterator[Finding]:
    """A text has no grid: the cells of columns that are not ours cannot be told from the narrative."""
    words = [cell for cell in head.cells if headers.is_header_word(cell)]
    unread = [word for word in words if headers.role_of(word) in _UNREAD]
    if unread:
        yield Finding("columns_unread", "warning", "", (("columns", "、".join(unread)),))


@dataclass(slots=True)
class _Segment:
    """The paragraphs from one item number to the next."""

    category: str
    number: str
    """Empty where the table has none; `/` and its like as they stand."""
    none: bool
    """Whether the number is a sign for none."""
    body: list[Part] = field(default_factory=list)

    @property
    def ends_in_text(self) -> bool:
        """Whether something stands behind the last lead and its cooperating units."""
        behind = takewhile(lambda part: part.kind is not Kind.LEAD, reversed(self.body))
        return not self.leadless and any(part.kind is Kind.TEXT for part in behind)

    @property
    def leadless(self) -> bool:
        return not any(part.kind is Kind.LEAD for part in self.body)


def _segments(parts: list[Part]) -> Iterator[_Segment]:
    """Cut at numbers and at new categories; a category repeated by a page break cuts nothing."""
    category = ""
    segment: _Segment | None = None
    for part in parts:
        if part.kind is Kind.CATEGORY and part.text == category:
            continue
        if part.kind in (Kind.CATEGORY, Kind.NUMBER, Kind.NO_NUMBER) and segment is not None:
            yield segment
            segment = None
        if part.kind is Kind.CATEGORY:
            category = part.text
        elif part.kind in (Kind.NUMBER, Kind.NO_NUMBER):
            segment = _Segment(category, part.text, part.kind is Kind.NO_NUMBER)
        else:
            segment = segment or _Segment(category, "", none=False)
            segment.body.append(part)
    if segment is not None:
        yield segment


@dataclass(frozen=True, slots=True)
class _Cells:
    """The cells of one row, before it is known to which item it belongs."""

    target: list[str]
    units: tuple[tuple[str, ...], tuple[str, ...]]
    progress: list[str]
    doubtful: bool = False
    """Whether its target may be the end of the narrative above."""


class _Assembly:
    """Rows put together segment by segment."""

    def __init__(self, periods: tuple[str, ...], *, titled: bool) -> None:
        self._periods = periods
        self._titled = titled
        self._positions: dict[tuple[str, str], int] = {}
        self._categories: dict[str, int] = {}
        self._numbers: dict[tuple[str, str], str] = {}
        self._assigned_in: dict[str, int] = {}
        self.rows: list[TableRow] = []
        self.findings: list[Finding] = []

    def add(self, segment: _Segment) -> None:
        """Append the rows of a segment, or the rest of a row that a page break cut in two."""
        self._categories.setdefault(segment.category, len(self._categories) + 1)
        number = self._number(segment)
        repeated = not segment.none and (segment.category, number) in self._positions
        above = self.rows[-1] if self.rows else None
        if segment.leadless and above and (above.category, above.number) == (segment.category, number):
            self._continue_row(segment)
            return
        for at, cells in enumerate(self._cut(segment)):
            first_assigned = not number and not self._assigned_in
            self._append(segment.category, number or self._assigned(segment.category), cells)
            if first_assigned:  # said once: a table without numbers has none anywhere
                self._doubt("number_assigned", "warning", number=self.rows[-1].number)
            elif at == 0 and segment.none and number:
                self._doubt("number_none", "note", sign=segment.number)
            elif at == 0 and repeated:
                self._doubt("number_repeats", "note", number=number)

    def _number(self, segment: _Segment) -> str:
        """The number of the segment's item: as met before where only its width differs; or empty."""
        if segment.none:
            last = self.rows[-1] if self.rows else None
            return last.number if last and last.category == segment.category else ""
        return self._numbers.setdefault((segment.category, bare_number(segment.number)), segment.number)

    def _assigned(self, category: str) -> str:
        """A number for an item that has none: the next free one of its category."""
        of_category = self._categories[category]
        at = self._assigned_in.get(category, 0) + 1
        while (category, f"{of_category}.{at}") in self._positions:
            at += 1
        self._assigned_in[category] = at
        return f"{of_category}.{at}"

    def _cut(self, segment: _Segment) -> Iterator[_Cells]:
        """The rows of a segment: one for each lead, or for several that stand together."""
        target, blocks = _blocks(segment.body)
        if not blocks:
            first = 1 if self._periods else len(target)
            yield _Cells(target[:first], ((), ()), target[first:])
        doubtful = False
        for at, (leads, behind) in enumerate(blocks):
            helping = list(takewhile(lambda part: part.kind is Kind.UNITS, behind))
            texts = [part.text for part in behind[len(helping) :]]
            progress, following, unsure = (
                (texts, [], False) if at == len(blocks) - 1 else self._divide(texts, target)
            )
            named, second = units.read_units("\n".join(part.text for part in leads), starred=False)
            cooperating = (*second, *(name for part in helping for name in units.split_units(part.text)))
            yield _Cells(target, (named, cooperating), progress, doubtful)
            target, doubtful = following, unsure

    def _divide(self, texts: list[str], target: list[str]) -> tuple[list[str], list[str], bool]:
        """(progress, target of the next row, whether that is a guess) of what stands between two leads.

        The last paragraph, or the last run of numbered points, is the next target. What stands alone is
        the progress, and the next row has the target of the one above (merged cells), unless it says
        again what that target says.
        """
        if not self._periods:
            return [], texts, False
        runs = _runs(texts)
        above = self.rows[-1].target if self.rows else ""
        said_before = bool(runs) and "\n".join(runs[-1]) in ("\n".join(target), above)
        if len(runs) < 2 and not said_before:
            return texts, [], False
        progress = [text for run in runs[:-1] for text in run]
        return progress, runs[-1], len(runs) > 2 and not said_before

    def _append(self, category: str, number: str, cells: _Cells) -> None:
        position = self._positions[category, number] = self._positions.get((category, number), 0) + 1
        titled = self._titled and len(cells.target) > 1
        title = cells.target[0] if titled else ""
        target = "\n".join(cells.target[titled:])
        above = self.rows[-1] if position > 1 else None
        if above is not None:
            title = title or above.title
        carried = above is not None and not target
        progress, unclear = self._by_period(cells.progress)
        row = TableRow(
            category, number, title, above.target if above and carried else target, *cells.units, progress
        )
        row = replace(row, at=str(len(self.rows) + 1))
        self.rows.append(row)
        if carried:
            self._doubt("target_carried", "note")
        if cells.doubtful:
            self._doubt("row_split_doubtful", "warning", target=target)
        if unclear:
            self._doubt("progress_columns_unclear", "warning", periods="、".join(self._periods))

    def _by_period(self, texts: list[str]) -> tuple[tuple[str, ...], bool]:
        """One narrative a period, and whether the texts could not be told apart."""
        blank = ("",) * len(self._periods)
        if not texts or len(blank) < 2:
            return ("\n".join(texts),) * len(blank), False
        runs = ["\n".join(run) for run in _runs(texts)]
        if len(runs) == len(blank):
            return tuple(runs), False
        return ("\n".join(texts), *blank[1:]), True

    def _continue_row(self, segment: _Segment) -> None:
        row = self.rows[-1]
        rest = "\n".join(part.text for part in segment.body)
        if row.progress:
            *before, last = row.progress
            self.rows[-1] = replace(row, progress=(*before, f"{last}\n{rest}".lstrip("\n")))
        else:
            self.rows[-1] = replace(row, target=f"{row.target}\n{rest}")
        self._doubt("row_continued", "note")

    def _doubt(self, code: str, severity: str, **details: str) -> None:
        """Note a finding at the last row."""
        row = self.rows[-1]
        place = f"{row.number}#{self._positions[row.category, row.number]}"
        self.findings.append(Finding(code, severity, place, (("task", place), *details.items())))


def _blocks(body: list[Part]) -> tuple[list[str], list[tuple[list[Part], list[Part]]]]:
    """(paragraphs before the first lead, [(leads that stand together, what follows them)])."""
    before: list[str] = []
    blocks: list[tuple[list[Part], list[Part]]] = []
    for part in body:
        if part.kind is not Kind.LEAD:
            if blocks:
                blocks[-1][1].append(part)
            else:
                before.append(part.text)
        elif blocks and not blocks[-1][1]:
            blocks[-1][0].append(part)
        else:
            blocks.append(([part], []))
    return before, blocks


def _runs(texts: list[str]) -> list[list[str]]:
    """Paragraphs that belong together: numbered points that count on, and what a colon announces."""
    runs: list[list[str]] = []
    for text in texts:
        above = runs[-1][-1] if runs else ""
        point, point_above = _point(text), _point(above)
        counts_on = point is not None and point_above is not None and point == point_above + 1
        if runs and (counts_on or above.endswith((":", "："))):
            runs[-1].append(text)
        else:
            runs.append([text])
    return runs


def _point(text: str) -> int | None:
    """The n of a numbered point: `2.…`, `(2)…`, `②…`."""
    found = _POINT.match(text)
    if found is None:
        return None
    return int(found[1] or found[2]) if found[1] or found[2] else ord(found[3]) - ord("①") + 1
