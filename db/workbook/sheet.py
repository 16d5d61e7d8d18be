"""Write a fill-in workbook: one sheet that a clerk understands at once, protected but for the fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.workbook.protection import WorkbookProtection
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties

from db.errors import RequestError
from db.records import Content, MeasureId, Status, TaskId
from db.revisions import decimal_text
from db.sheet_data import Paper
from db.tables.xlsx_text import lines
from db.workbook.dress import (
    BORDER,
    FIELD,
    FONT,
    HEAD,
    LINE,
    LONGEST,
    PADDING,
    QUIET,
    SIZE,
    TALLEST,
    Growing,
    as_number,
    fits,
    hide,
    in_short,
    put,
)
from db.workbook.identity import AskedTask, Identity, hidden_cells
from db.workbook.layout import (
    AUTHOR_SIGN,
    COLUMNS_SIGN,
    FOOT_SIGN,
    HEADER_SIGN,
    HIDDEN_SHEET,
    TEXT_FIELDS,
    column_sign,
    row_sign,
    status_words,
    words,
)

_ROOM = 3
"""Lines that the row of a task has at least, for what is to be written in it."""
_WIDTHS = {
    "number": 7,
    "target": 32,
    "units": 17,
    "comment": 18,
    "before": 24,
    "figure": 11,
    "status": 10,
    "narrative": 42,
    "problems": 16,
    "next_steps": 16,
    "nothing_new": 9,
    "reason": 14,
    "remark": 10,
}
"""Of the columns in their order, in characters of half width."""


@dataclass(frozen=True)
class Asking:
    """What a workbook asks of a unit."""

    paper: Paper
    """With the entries of earlier periods, of which the last is shown beside."""
    identity: Identity
    units: Mapping[TaskId, str]
    """Category and units of each task, as its row shows them."""
    before: Mapping[TaskId, tuple[str, Mapping[MeasureId, Decimal]]]
    """What the period before said of a task: text, and figures by measure."""
    comments: Mapping[TaskId, str]
    """Why a task was sent back, or what does not agree."""


@dataclass
class _Line:
    """A row below the header: its sign, texts by column, and values of its fields."""

    sign: str
    shown: dict[str, str]
    fields: dict[str, str | int | float]
    is_measure: bool


def write_workbook(path: Path, asking: Asking, key: bytes) -> None:
    """Write the workbook; `key` is the K of its dispatch. Raises OSError, RequestError(`text_too_long`)."""
    _Writer(asking).write(path, key)


class _Writer:
    def __init__(self, asking: Asking) -> None:
        self.asking = asking
        self.words = words(asking.identity.script)
        self.statuses = status_words(asking.identity.script)
        self.columns = [name for name in _WIDTHS if self._is_wanted(name)]
        self.book = Workbook()
        self.sheet: Any = self.book.active
        self.row = 0

    def _is_wanted(self, name: str) -> bool:
        wanted = {"comment": bool(self.asking.comments), "before": bool(self.asking.paper.earlier)}
        return wanted.get(name, True)

    def write(self, path: Path, key: bytes) -> None:
        self.book.properties.creator = "Shishi"
        self.sheet.title = self.words["sheet_name"]
        self._head()
        header = self._header()
        self._rows(header)
        self._foot()
        self._set_up(header)
        self._hide(hidden_cells(self.asking.identity, key))
        self.book.security = WorkbookProtection(lockStructure=True)
        self.book.save(path)

    def _at(self, name: str) -> int:
        """The number of a column; the first is the hidden one."""
        return self.columns.index(name) + 2

    def _head(self) -> None:
        identity, head = self.asking.identity, self.asking.paper.head()
        say = self.words
        mark = say["corrections"] if identity.terms.corrections else ""
        self._across(f"{head['title']} {say['sheet']}{mark}", Font(name=FONT, size=16, bold=True), "center")
        parts = [
            say["unit_line"].format(unit=identity.unit_name),
            say["period_line"].format(period=head["period"], dates=head["dates"]),
            say["due_line"].format(due=head["due"]) if head["due"] else "",
        ]
        self._across("　　".join(filter(None, parts)), Font(name=FONT, size=11, bold=True))
        if identity.terms.note:
            self._across(say["note"].format(note=identity.terms.note), Font(name=FONT, size=11))
        for line in ("how_1", "how_2"):
            self._across(say[line], Font(name=FONT, size=SIZE, color="51606F"))
        self._author()

    def _across(self, text: str, font: Any, horizontal: str = "left") -> None:
        """A line over the whole width of the table."""
        self.row += 1
        last = len(self.columns) + 1
        alignment = Alignment(horizontal=horizontal, vertical="center", wrap_text=True)
        put(self.sheet.cell(self.row, 2), text, font, alignment)
        self.sheet.merge_cells(start_row=self.row, end_row=self.row, start_column=2, end_column=last)
        width = sum(_WIDTHS[name] for name in self.columns) * SIZE / font.size
        self._grow(lines(text, width) * font.size * 1.5 + 4)

    def _author(self) -> None:
        self.row += 1
        hide(self.sheet.cell(self.row, 1), AUTHOR_SIGN)
        label = self.sheet.cell(self.row, 2)
        middle = Alignment(horizontal="center", vertical="center")
        put(label, self.words["author"], Font(name=FONT, size=SIZE, bold=True), middle)
        label.border = BORDER
        field = self.sheet.cell(self.row, 3)
        field.font, field.alignment = Font(name=FONT, size=SIZE), Alignment(vertical="center")
        field.fill, field.border, field.number_format = FIELD, BORDER, "@"
        field.protection = Protection(locked=False)
        self._grow(LINE + PADDING)

    def _header(self) -> int:
        self.row += 1
        hide(self.sheet.cell(self.row, 1), COLUMNS_SIGN)
        for name in self.columns:
            hide(self.sheet.cell(self.row, self._at(name)), column_sign(name))
        self.sheet.row_dimensions[self.row].hidden = True
        self.row += 1
        hide(self.sheet.cell(self.row, 1), HEADER_SIGN)
        earlier = self.asking.paper.earlier
        places = {
            "before": earlier[-1][0] if earlier else "",
            "narrative": self.asking.identity.period_label,
        }
        bold = Font(name=FONT, size=SIZE, bold=True)
        texts = [self.words[name].format(period=places.get(name, "")) for name in self.columns]
        for name, text in zip(self.columns, texts, strict=True):
            cell = self.sheet.cell(self.row, self._at(name))
            middle = Alignment(horizontal="center", vertical="center", wrap_text=True)
            put(cell, text, bold, middle)
            cell.fill, cell.border = HEAD, BORDER
        high = max(lines(t, _WIDTHS[n]) for n, t in zip(self.columns, texts, strict=True))
        self._grow(high * LINE + PADDING)
        return self.row

    def _rows(self, header: int) -> None:
        places: dict[str, list[str]] = {name: [] for name in ("status", "nothing_new", "figure")}
        for line in self._lines():
            self.row += 1
            hide(self.sheet.cell(self.row, 1), line.sign)
            for name in self.columns:
                self._cell(line, name)
                if name in places and name in line.fields:
                    places[name].append(f"{get_column_letter(self._at(name))}{self.row}")
            self._grow(self._height(line))
        self._validate(places)
        self.sheet.freeze_panes = self.sheet.cell(header + 1, self._at("target") + 1)

    def _lines(self) -> Iterator[_Line]:
        for task in self.asking.identity.tasks:
            start = self.asking.identity.start(task.id)
            yield self._of_task(task, start)
            figures = dict(start.figures)
            for measure in task.measures:
                value = figures.get(measure.id)
                before = self.asking.before.get(task.id, ("", {}))[1].get(measure.id)
                yield _Line(
                    row_sign(self.asking.identity, task.id, measure.id),
                    {
                        "number": task.number,
                        "target": measure.text,
                        "before": "" if before is None else f"{decimal_text(before)} {measure.unit}".rstrip(),
                    },
                    {"figure": "" if value is None else as_number(value)},
                    is_measure=True,
                )

    def _of_task(self, task: AskedTask, start: Content) -> _Line:
        fields: dict[str, str | int | float] = {name: getattr(start, name) for name in TEXT_FIELDS}
        for name, text in fields.items():
            if not fits(str(text)):
                raise RequestError("text_too_long", task=task.name, column=name, limit=LONGEST)
        fields["status"] = self.statuses[Status(start.status)] if start.status else ""
        fields["nothing_new"] = self.words["yes"] if start.nothing_new else ""
        shown = {
            "number": task.number,
            "target": task.target,
            "units": self.asking.units.get(task.id, ""),
            "comment": self.asking.comments.get(task.id, ""),
            "before": self.asking.before.get(task.id, ("", {}))[0],
        }
        return _Line(row_sign(self.asking.identity, task.id), shown, fields, is_measure=False)

    def _cell(self, line: _Line, name: str) -> None:
        cell = self.sheet.cell(self.row, self._at(name))
        horizontal = "center" if name in ("number", "figure", "status", "nothing_new") else "left"
        vertical = "center" if line.is_measure or horizontal == "center" else "top"
        alignment = Alignment(horizontal=horizontal, vertical=vertical, wrap_text=True)
        font = Font(name=FONT, size=SIZE, color="51606F" if name in ("units", "before") else "1F2933")
        if name in line.fields:
            put(cell, line.fields[name], font, alignment)
            cell.number_format = "General"  # in text format a long text shows as ##### in older spreadsheets
            cell.fill, cell.protection = FIELD, Protection(locked=False)
        else:
            put(cell, in_short(line.shown.get(name, "")), font, alignment)
            cell.fill = QUIET if line.is_measure or name == "figure" else PatternFill()
        cell.border = BORDER

    def _height(self, line: _Line) -> float:
        texts = line.shown | {name: str(value) for name, value in line.fields.items()}
        needed = max(lines(text, _WIDTHS[name]) for name, text in texts.items())
        return max(needed, 1 if line.is_measure else _ROOM) * LINE + PADDING

    def _validate(self, places: Mapping[str, list[str]]) -> None:
        say = self.words
        offered = {"status": ",".join(self.statuses.values()), "nothing_new": say["yes"]}
        for name, cells in places.items():
            if name == "figure":
                rule = DataValidation(
                    "decimal", operator="greaterThanOrEqual", formula1="0", allow_blank=True
                )
                rule.prompt, rule.error = say["figure_prompt"], say["figure_error"]
            else:
                rule = DataValidation("list", formula1=f'"{offered[name]}"')
                rule.error = say["choose"]
            rule.allow_blank = rule.showErrorMessage = rule.showInputMessage = True
            for cell in cells:
                rule.add(cell)
            if cells:
                self.sheet.add_data_validation(rule)

    def _foot(self) -> None:
        say = self.words
        blank = "　" * 8
        text = f"{blank}".join(f"{say[name]}{say['colon']}" for name in ("writer", "checker", "head"))
        self._across(f"{text}{blank}{say['seal']}　　{say['date_blank']}", Font(name=FONT, size=11))
        hide(self.sheet.cell(self.row, 1), FOOT_SIGN)
        self._grow(40)

    def _grow(self, height: float) -> None:
        self.sheet.row_dimensions[self.row] = Growing(
            self.sheet, index=self.row, ht=min(round(height, 1), TALLEST)
        )

    def _set_up(self, header: int) -> None:
        """Protected but for its fields; A4 landscape, as wide as the page, the header on each."""
        sheet = self.sheet
        sheet.column_dimensions["A"].hidden = True
        for name in self.columns:
            sheet.column_dimensions[get_column_letter(self._at(name))].width = _WIDTHS[name] + 0.7
        sheet.protection.sheet = True
        sheet.protection.formatRows = sheet.protection.formatColumns = False  # which allows them
        sheet.protection.sort = sheet.protection.autoFilter = False
        sheet.print_title_rows = f"{header}:{header}"
        sheet.print_area = f"B1:{get_column_letter(len(self.columns) + 1)}{self.row}"
        sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.page_margins.left = sheet.page_margins.right = 0.4
        sheet.page_margins.top = sheet.page_margins.bottom = 0.6
        sheet.page_margins.footer = 0.3
        sheet.print_options.horizontalCentered = True
        sheet.oddFooter.center.text = "&P / &N"
        sheet.sheet_view.showGridLines = False

    def _hide(self, texts: list[str]) -> None:
        # Hidden, not "very hidden": some programs drop what they cannot show.
        sheet = self.book.create_sheet(HIDDEN_SHEET)
        for number, text in enumerate(texts, 1):
            hide(sheet.cell(number, 1), text)
        put(sheet.cell(1, 2), self.words["hidden"], Font(name=FONT, size=SIZE), Alignment())
        sheet.protection.sheet = True
        sheet.sheet_state = "hidden"
