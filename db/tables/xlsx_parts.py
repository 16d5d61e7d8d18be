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
from db.tables.grid import Spot

LARGEST_SHEET = 400 * 2**20
"""Bytes of a sheet when unpacked, empty cells and all."""
LARGEST_PART = 32 * 2**20
"""Bytes of any other part, and of a sheet without its empty cells."""
MOST_MERGED = 50_000
_SLIM = 4 * 2**20
"""Sheets below this size are parsed as they are."""
_CHUNK = 2**20

_EMPTY_CELL = re.compile(rb"<(?:\w+:)?c\s(?=[^<>]*\br=)[^<>]*(?:/>|(?<!/)></(?:\w+:)?c>)")
_EMPTY_ROW = re.compile(rb"<(?:\w+:)?row\s(?=[^<>]*\br=)[^<>]*(?:/>|(?<!/)>\s*</(?:\w+:)?row>)")
_HOLDS_SOMETHING = re.compile(rb"<(?:\w+:)?(?:v|is|f)[\s>/]|sheetData")
_ROW_BEGINS = re.compile(rb"<(?:\w+:)?row[\s>/]")
_TAG = re.compile(
    rb"<(?:\w+:)?(?:"
    rb"row(?=[\s>/])(?:[^<>]*?\sr=[\"'](?P<row>\d{1,7})[\"'])?|"
    rb"c\s[^<>]*?\br=[\"'](?P<letters>[A-Z]{1,3})(?P<number>\d{1,7})[\"']|"
    rb"(?P<formula>f)[\s>/]|"
    rb"(?P<value>v|is)[\s>]|"
    rb"mergeCell\s[^<>]*?\bref=[\"'](?P<from>[A-Z]{1,3}\d{1,7}):(?P<to>[A-Z]{1,3}\d{1,7})[\"'])"
)


@dataclass(frozen=True, slots=True)
class SheetFacts:
    """What the XML of a sheet says that openpyxl's read-only mode does not."""

    rows: int
    """Number of rows up to the last one with a value."""
    merged: tuple[tuple[Spot, Spot], ...]
    """Upper left and lower right cell of each merged range, as written: of any size."""
    formulas: frozenset[Spot]


def checked_source(path: Path) -> BinaryIO:
    """The workbook, open, as something that is safe to parse: itself, or a copy without empty cells.

    Raises FileError `damaged_workbook` for a zip that is no workbook, RequestError `file_too_large`
    (limit in MB); and whatever zipfile raises for what is no zip.
    """
    with zipfile.ZipFile(path) as archive:
        parts = archive.infolist()
        if not any(part.filename == "xl/workbook.xml" for part in parts):
            raise FileError("damaged_workbook", path=path)
        for part in parts:
            limit = LARGEST_SHEET if _is_sheet(part) else LARGEST_PART
            if _is_parsed(part) and part.file_size > limit:
                raise RequestError("file_too_large", path=path, limit=limit // 2**20)
        if any(_is_sheet(part) and part.file_size > _SLIM for part in parts):
            return _slimmed(path, archive)
    return path.open("rb")


def _is_sheet(part: zipfile.ZipInfo) -> bool:
    return part.filename.startswith("xl/worksheets/") and part.filename.endswith(".xml")


def _is_parsed(part: zipfile.ZipInfo) -> bool:
    return part.filename.endswith((".xml", ".rels"))


def _slimmed(path: Path, archive: zipfile.ZipFile) -> io.BytesIO:
    """A copy in memory of what is parsed, its sheets without cells and rows that hold nothing."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as copy:
        for part in archive.infolist():
            if _is_sheet(part):
                copy.writestr(part.filename, _without_empty(path, archive, part))
            elif _is_parsed(part):
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
    """Rows with values, merged ranges and formulas of a sheet, from its XML."""
    rows = current = 0
    cell = (0, 0)
    merged: list[tuple[Spot, Spot]] = []
    formulas: set[Spot] = set()
    for tag in _TAG.finditer(archive.read(name)):
        if tag["letters"]:
            cell = spot(tag["letters"] + tag["number"])
        elif tag["formula"]:
            formulas.add(cell)
        elif tag["value"]:
            rows = max(rows, current)
        elif tag["from"]:
            merged.append((spot(tag["from"]), spot(tag["to"])))
        else:
            current = int(tag["row"]) if tag["row"] else current + 1
    return SheetFacts(rows, tuple(merged[:MOST_MERGED]), frozenset(formulas))


def spot(reference: bytes) -> Spot:
    """`B7` as (6, 1)."""
    letters = reference.rstrip(b"0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + letter - ord("A") + 1
    return int(reference[len(letters) :]) - 1, column - 1
