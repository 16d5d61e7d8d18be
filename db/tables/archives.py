"""Workbooks and documents are zips of XML: how large they are, and what in them nobody needs.

Everything here is looked at before anything is parsed; a zip's directory tells what would be unpacked, and
zipfile unpacks no more of a part than that.
"""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from db.errors import FileError, RequestError
from db.records import Finding

LARGEST_SHEET = 400 * 2**20
"""Bytes of a sheet when unpacked, empty cells and all."""
LARGEST_PART = 32 * 2**20
"""Bytes of any other part, and of a sheet without its empty cells."""
_LARGEST_SUM = 600 * 2**20
_MOST_PARTS = 20_000
_HEAD = 2**16
"""Bytes before the first element; a declaration of entities can stand nowhere else."""
_FIRST_ELEMENT = re.compile(rb"<[A-Za-z_]")
_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_EXTERNAL = re.compile(rb"<(?:\w+:)?Relationship\s(?=[^<>]*TargetMode\s*=\s*[\"']External)[^<>]*>")
_HARMLESS = re.compile(rb"Type\s*=\s*[\"'][^\"']*/hyperlink[\"']")

# All that zipfile, xml.etree and openpyxl raise over files that are damaged or made to hurt.
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    EOFError,
    RuntimeError,  # an encrypted part; NotImplementedError and RecursionError are such too
    SyntaxError,  # xml.etree's ParseError and lxml's XMLSyntaxError are such
    OSError,
)


def is_parsed(part: zipfile.ZipInfo) -> bool:
    """Whether a part is XML."""
    return part.filename.endswith((".xml", ".rels"))


def is_sheet(part: zipfile.ZipInfo) -> bool:
    """Whether a part is a sheet of a workbook."""
    return part.filename.startswith("xl/worksheets/") and part.filename.endswith(".xml")


def check_parts(path: Path, archive: zipfile.ZipFile, damaged: str) -> None:
    """Refuse what would not end: RequestError `file_too_large` (limit in MB); FileError `damaged` for parts
    that declare entities, which no office program writes.
    """
    parts = archive.infolist()
    parsed = [part for part in parts if is_parsed(part)]
    for part in parsed:
        limit = LARGEST_SHEET if is_sheet(part) else LARGEST_PART
        if part.file_size > limit:
            raise RequestError("file_too_large", path=path, limit=limit // 2**20)
    if len(parts) > _MOST_PARTS or sum(part.file_size for part in parsed) > _LARGEST_SUM:
        raise RequestError("file_too_large", path=path, limit=_LARGEST_SUM // 2**20)
    for part in parsed:
        with archive.open(part) as file:
            head = file.read(_HEAD).replace(b"\0", b"")
        first = _FIRST_ELEMENT.search(head)
        if (part.file_size and first is None) or _DECLARES.search(head, 0, first.start() if first else _HEAD):
            raise FileError(damaged, path=path)


def carried_along(archive: zipfile.ZipFile) -> Iterator[Finding]:
    """What a file brings that is neither run nor followed: `macros_ignored`, `links_ignored` (count)."""
    names = archive.namelist()
    if any(name.endswith("vbaProject.bin") for name in names):
        yield Finding("macros_ignored", "note", "")
    links = sum(
        len([one for one in _EXTERNAL.findall(archive.read(name)) if not _HARMLESS.search(one)])
        for name in names
        if name.endswith(".rels")
    )
    if links or "xl/connections.xml" in names:
        yield Finding("links_ignored", "note", "", (("count", str(max(links, 1))),))
