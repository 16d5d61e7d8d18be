"""The parts of a workbook file, looked at before openpyxl is: how large they are, what is empty in them.

A zip's directory tells what would be unpacked. A sheet formatted down to its last row (often so, by
accident) has a million rows without a value; they are left out before anything is parsed.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from db.errors import FileError, RequestError
from db.tables.archives import LARGEST_PART, check_parts, is_parsed, is_sheet
from db.tables.grid import MOST_COLUMNS, Spot

_MOST_RANGES = 50_000
_SLIM = 4 * 2**20
"""Sheets below this size are parsed as they are."""
_CHUNK = 2**20
_MOST_TAGS = 500_000
"""Of all that is neither sheet nor text: openpyxl makes an object of each. Excel has 65,490 formats."""
_NOT_READ = ("xl/sharedStrings", "xl/pivot", "xl/drawings", "xl/charts", "xl/comments", "xl/threadedComments")
"""Large by right, and text, or nothing that the read-only mode looks at."""

_EMPTY_CELL = re.compile(rb"<(?:\w+:)?c\s(?=[^<>]*\br=)[^<>]*(?:/>|(?<!/)></(?:\w+:)?c>)")
_EMPTY_ROW = re.compile(rb"<(?:\w+:)?row\s(?=[^<>]*\br=)[^<>]*(?:/>|(?<!/)>\s*</(?:\w+:)?row>)")
_HOLDS_SOMETHING = re.compile(rb"<(?:\w+:)?(?:v|is|f)[\s>/]|sheetData")
_ROW_BEGINS = re.compile(rb"<(?:\w+:)?row[\s>/]")
_TAG = re.compile(
    rb"<(?:\w+:)?(?:"
    rb"row(?P<line>\s[^<>]*|(?=[>/]))|"
    rb"c\s(?P<attributes>[^<>]*?\br=[\"'](?P<letters>[A-Z]{1,3})(?P<number>\d{1,7})[\"'][^<>]*)|"
    rb"(?P<formula>f)[\s>/]|"
    rb"(?P<value>v|is)(?:\s[^<>]*)?(?<!/)>(?P<blank></)?|"
    rb"col\s(?P<col>[^<>]*)|"
    rb"mergeCell\s[^<>]*?\bref=[\"'](?P<from>[A-Z]{1,3}\d{1,7}):(?P<to>[A-Z]{1,3}\d{1,7})[\"'])"
)


_ROW_NUMBER = re.compile(rb"\sr=[\"'](\d{1,7})[\"']")
_HIDDEN = re.compile(rb"\bhidden=[\"'](?:1|true)[\"']|\s(?:ht|width)=[\"']0(?:\.0+)?[\"']")
_EXTENT = re.compile(rb"\bm(in|ax)=[\"'](\d{1,5})[\"']")
_TEXT_RESULT = re.compile(rb"\bt=[\"']str[\"']")


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """What the XML of a sheet says that openpyxl's read-only mode does not."""

    rows: int
    """Number of rows up to the last one with a value."""
    merged: tuple[tuple[Spot, Spot], ...]
    """Upper left and lower right cell of each merged range, as written: of any size."""
    formulas: frozenset[Spot]
    uncomputed: frozenset[Spot]
    """Formulas without a value that somebody's spreadsheet computed."""
    hidden_rows: frozenset[int]
    hidden_columns: frozenset[int]


def checked_source(path: Path, data: bytes | None = None) -> BinaryIO:
    """The workbook, open, as something that is safe to parse: itself, or a copy without empty cells.

    `data`: its bytes, where they have been read already. Raises FileError `damaged_workbook` for a zip
    that is no workbook, RequestError `file_too_large` (limit in MB); and whatever zipfile raises for what
    is no zip.
    """
    with zipfile.ZipFile(path if data is None else io.BytesIO(data)) as archive:
        parts = archive.infolist()
        if not any(part.filename == "xl/workbook.xml" for part in parts):
            raise FileError("damaged_workbook", path=path)
        check_parts(path, archive, "damaged_workbook")
        if _tags(archive) > _MOST_TAGS:
            raise FileError("damaged_workbook", path=path)
        if any(is_sheet(part) and part.file_size > _SLIM for part in parts):
            return _slimmed(path, archive)
    return path.open("rb") if data is None else io.BytesIO(data)


def _tags(archive: zipfile.ZipFile) -> int:
    parts = [part for part in archive.infolist() if is_parsed(part) and not is_sheet(part)]
    read = [part for part in parts if not part.filename.startswith(_NOT_READ)]
    return sum(archive.read(part).count(b"<") for part in read)


def _slimmed(path: Path, archive: zipfile.ZipFile) -> io.BytesIO:
    """A copy in memory of what is parsed, its sheets without cells and rows that hold nothing."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as copy:
        for part in archive.infolist():
            if is_sheet(part):
                copy.writestr(part.filename, _without_empty(path, archive, part))
            elif is_parsed(part):
                copy.writestr(part.filename, archive.read(part))
    return content


def _without_empty(path: Path, archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    kept = bytearray()
    for piece in _pieces(archive, part):
        if _HOLDS_SOMETHING.search(piece):
            kept += _EMPTY_ROW.sub(b"", _EMPTY_CELL.sub(b"", piece))
        if len(kept) > LARGEST_PART:
            raise RequestError("file_too_large", path=path, limit=LARGEST_PART // 2**20)
    return bytes(kept)


def _pieces(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[bytes]:
    """The XML in pieces that begin with a row, so that no row is cut in two."""
    rest = b""
    with archive.open(part) as source:
        while chunk := source.read(_CHUNK):
            rest += chunk
            last = max(rest.rfind(b"<row"), rest.rfind(b":row"))
            begins = rest.rfind(b"<", 0, last + 1) if last >= 0 else -1
            if begins > 0 and _ROW_BEGINS.match(rest, begins):
                yield rest[:begins]
                rest = rest[begins:]
            elif len(rest) > LARGEST_PART:
                raise zipfile.BadZipFile("one row of a sheet larger than any table")
    yield rest


def sheet_facts(archive: zipfile.ZipFile, name: str) -> SheetFacts:
    """What the XML of a sheet tells, in one pass."""
    facts = _Facts()
    for tag in _TAG.finditer(archive.read(name)):
        facts.take(tag)
    return SheetFacts(
        facts.rows,
        tuple(facts.merged[:_MOST_RANGES]),
        frozenset(facts.formulas),
        frozenset(facts.formulas - facts.computed),
        frozenset(row for row in facts.hidden_rows if row < facts.rows),
        frozenset(facts.hidden_columns),
    )


class _Facts:
    """Goes through the tags of a sheet."""

    def __init__(self) -> None:
        self.rows = self._current = 0
        self._cell: Spot = (0, 0)
        self.merged: list[tuple[Spot, Spot]] = []
        self.formulas: set[Spot] = set()
        self.computed: set[Spot] = set()
        self.hidden_rows: set[int] = set()
        self.hidden_columns: set[int] = set()

    def take(self, tag: re.Match[bytes]) -> None:
        """Take in one tag of those that tell something."""
        if tag["attributes"]:
            self._cell = spot(tag["letters"] + tag["number"])
            if _TEXT_RESULT.search(tag["attributes"]):
                self.computed.add(self._cell)
        elif tag["formula"]:
            self.formulas.add(self._cell)
        elif tag["value"]:
            self.rows = max(self.rows, self._current)
            if not tag["blank"]:
                self.computed.add(self._cell)
        elif tag["from"]:
            self.merged.append((spot(tag["from"]), spot(tag["to"])))
        elif tag["col"] is not None:
            self._column(tag["col"])
        elif tag["line"] is not None:
            self._row(tag["line"])

    def _row(self, attributes: bytes) -> None:
        number = _ROW_NUMBER.search(attributes)
        self._current = int(number[1]) if number else self._current + 1
        if _HIDDEN.search(attributes):
            self.hidden_rows.add(self._current - 1)

    def _column(self, attributes: bytes) -> None:
        extent = {found[1]: int(found[2]) for found in _EXTENT.finditer(attributes)}
        if _HIDDEN.search(attributes) and extent.keys() == {b"in", b"ax"}:
            self.hidden_columns.update(range(extent[b"in"] - 1, min(extent[b"ax"], MOST_COLUMNS)))


def spot(reference: bytes) -> Spot:
    """`B7` as (6, 1)."""
    letters = reference.rstrip(b"0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + letter - ord("A") + 1
    return int(reference[len(letters) :]) - 1, column - 1
