"""Word documents as grids. Only the text parts are unpacked; nothing is run, followed or drawn.

python-docx would unpack every picture, and its tables know neither list numbers nor struck-out text; the
XML itself is what is read here.
"""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from db.errors import FileError, RequestError
from db.records import Finding
from db.tables.archives import DAMAGED, carried_along, check_parts
from db.tables.blocks import Block, joined_grids
from db.tables.docx_numbering import VALUE, Numbering, W
from db.tables.docx_text import Reader
from db.tables.grid import MOST_COLUMNS, MOST_ROWS, Grid, Oddity, Spot, squared

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_THROUGH = frozenset(f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag"))
_REPEATED = 200
"""Characters of what was not read that a finding repeats."""


def read_docx(path: Path) -> tuple[tuple[Grid, ...], None, tuple[Finding, ...]]:
    """The tables of a document as grids, and what stands in it beside them.

    Findings: `text_box_unread` and `footnote_unread` (text), `changes_tracked`, `text_hidden`,
    `text_beside` (count, text), and those of `carried_along`. Raises FileError
    `damaged_document`, RequestError `file_too_large`, `table_too_large` (limit in rows).
    """
    try:
        with zipfile.ZipFile(path) as archive:
            check_parts(path, archive, "damaged_document")
            return _read(path, archive)
    except DAMAGED as error:
        raise FileError("damaged_document", path=path) from error


def _read(path: Path, archive: zipfile.ZipFile) -> tuple[tuple[Grid, ...], None, tuple[Finding, ...]]:
    main = _main_part(archive)
    folder = posixpath.dirname(main)
    body = ElementTree.fromstring(archive.read(main)).find(f"{W}body")
    if body is None:
        raise FileError("damaged_document", path=path)
    reader = Reader(Numbering(_part(archive, folder, "numbering"), _part(archive, folder, "styles")))
    tables = _Tables(path, reader)
    grids, beside = joined_grids(_blocks(body, tables))
    notes = [text for kind in ("footnotes", "endnotes") for text in _notes(archive, folder, kind, reader)]
    return grids, None, (*carried_along(archive), *_said(reader, notes), *beside)


def _main_part(archive: zipfile.ZipFile) -> str:
    """The part that holds the text; usually word/document.xml."""
    relations = ElementTree.fromstring(archive.read("_rels/.rels"))
    for relation in relations.iter(_RELATION):
        if relation.get("Type", "").endswith("/officeDocument"):
            return relation.get("Target", "").lstrip("/")
    return "word/document.xml"


def _part(archive: zipfile.ZipFile, folder: str, name: str) -> Element | None:
    part = posixpath.join(folder, f"{name}.xml")
    return ElementTree.fromstring(archive.read(part)) if part in archive.namelist() else None


def _notes(archive: zipfile.ZipFile, folder: str, kind: str, reader: Reader) -> list[str]:
    """Texts of the footnotes or endnotes that the text refers to."""
    part = _part(archive, folder, kind) if reader.notes else None
    single = kind.removesuffix("s")
    return [
        "".join(text.text or "" for text in note.iter(f"{W}t")).strip()
        for note in (() if part is None else part.iter(f"{W}{single}"))
        if single + note.get(f"{W}id", "") in reader.notes
    ]


def _said(reader: Reader, notes: list[str]) -> Iterator[Finding]:
    for text in reader.boxes:
        yield Finding("text_box_unread", "warning", "", (("text", text[:_REPEATED]),))
    for text in notes:
        yield Finding("footnote_unread", "warning", "", (("text", text[:_REPEATED]),))
    if reader.struck:
        yield Finding("changes_tracked", "warning", "")
    if reader.hidden:
        yield Finding("text_hidden", "warning", "")


def _blocks(body: Element, tables: _Tables) -> Iterator[Block]:
    for child in _children(body):
        if child.tag == f"{W}tbl":
            yield tables.grid(child)
        elif child.tag == f"{W}p":
            for line in tables.reader.paragraph(child).split("\n"):
                if line.strip():
                    yield line.strip()


def _children(parent: Element) -> Iterator[Element]:
    """Children, those inside content controls and insertions too."""
    for child in parent:
        if child.tag in _THROUGH:
            yield from _children(child)
        else:
            yield child


class _Tables:
    """Makes grids of tables, numbered as they come."""

    def __init__(self, path: Path, reader: Reader) -> None:
        self._path = path
        self.reader = reader
        self._count = 0
        self._rows = 0

    def grid(self, table: Element) -> Grid:
        """A w:tbl as it stands."""
        self._count += 1
        layout = _Layout(self)
        for row in _children(table):
            if row.tag == f"{W}tr" and row.find(f"{W}trPr/{W}del") is None:
                self._rows += 1
                if self._rows > MOST_ROWS:
                    raise RequestError("table_too_large", path=self._path, limit=MOST_ROWS)
                layout.add(row)
        return layout.grid(f"表{self._count}")


class _Layout:
    """Rows of one table, laid out on its grid."""

    def __init__(self, tables: _Tables) -> None:
        self._tables = tables
        self._lines: list[list[str]] = []
        self._merged: dict[Spot, Spot] = {}
        self._open: dict[int, Spot] = {}
        """By column: where the vertically merged cell begins that may go on below."""
        self._oddities: list[Oddity] = []
        self._hidden: set[int] = set()

    def add(self, row: Element) -> None:
        """Lay out a w:tr."""
        at, line = len(self._lines), [""] * _number(row.find(f"{W}trPr/{W}gridBefore"))
        going_on: dict[int, Spot] = {}
        for cell in _children(row):
            if cell.tag == f"{W}tc" and len(line) < MOST_COLUMNS:
                self._cell(cell, (at, len(line)), line, going_on)
        self._open = going_on
        if row.find(f"{W}trPr/{W}hidden") is not None:
            self._hidden.add(at)
        self._lines.append(line)

    def _cell(self, cell: Element, spot: Spot, line: list[str], going_on: dict[int, Spot]) -> None:
        span = min(max(1, _number(cell.find(f"{W}tcPr/{W}gridSpan"))), MOST_COLUMNS - spot[1])
        merge = cell.find(f"{W}tcPr/{W}vMerge")
        above = self._open.get(spot[1])
        continued = merge is not None and merge.get(VALUE, "continue") != "restart" and above is not None
        text = self._text(cell, spot)
        if continued and above is not None:
            origin = above
            if text.strip():  # Word does not show it
                self._oddities.append(Oddity(spot, "cell_covered", "warning", text))
        else:
            origin = spot
        line += ["" if continued else text] + [""] * (span - 1)
        self._merged |= {
            (spot[0], column): origin
            for column in range(spot[1], spot[1] + span)
            if (spot[0], column) != origin
        }
        if merge is not None:
            going_on[spot[1]] = origin

    def _text(self, cell: Element, spot: Spot) -> str:
        """The paragraphs of a cell as lines; a table within it row by row, which is said."""
        if any(child.tag == f"{W}tbl" for child in _children(cell)):
            self._oddities.append(Oddity(spot, "table_nested", "warning"))
        return self._lines_of(cell)

    def _lines_of(self, cell: Element) -> str:
        lines: list[str] = []
        for child in _children(cell):
            if child.tag == f"{W}p":
                lines.append(self._tables.reader.paragraph(child))
            elif child.tag == f"{W}tbl":
                lines += [self._row_of_nested(row) for row in _children(child) if row.tag == f"{W}tr"]
        return "\n".join(lines)

    def _row_of_nested(self, row: Element) -> str:
        texts = [self._lines_of(cell) for cell in _children(row) if cell.tag == f"{W}tc"]
        return "\t".join(text for text in texts if text.strip())

    def grid(self, name: str) -> Grid:
        """The table."""
        return Grid(
            name,
            squared(self._lines),
            self._merged,
            hidden_rows=frozenset(self._hidden),
            oddities=tuple(self._oddities),
        )


def _number(element: Element | None) -> int:
    value = "" if element is None else element.get(VALUE, "")
    return min(int(value), MOST_COLUMNS) if value.isascii() and value.isdigit() and len(value) < 6 else 0
