"""Target tables in files: one shape in between, readers and writers around it."""

from __future__ import annotations

import stat
import zipfile
from pathlib import Path

from db.errors import FileError, RequestError
from db.tables.shape import Table

_LARGEST_TEXT = 8 * 2**20
"""Bytes; a table of a thousand rows is half a megabyte."""
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0"
"""An .xls or .doc of the old kind, or a workbook that asks for a password."""
_TEXT_SUFFIXES = frozenset((".txt", ".text", ".md", ""))


def read_table(path: Path) -> Table:
    """The target table in a file, by what the file is and not by what it is called; .txt and .xlsx so far.

    Raises FileError: `not_found`, `is_directory`, `not_regular`, `no_permission`, `empty_file`, `read_failed`
    (detail), `no_table_found`, `damaged_workbook`, `not_text`; RequestError: `unknown_table_format`,
    `old_office_file`, `file_too_large`, `table_too_large` (limit). All have the param `path`.
    """
    _check_file(path)
    try:
        return _read(path)
    except PermissionError as error:
        raise FileError("no_permission", path=path) from error
    except OSError as error:
        raise FileError("read_failed", path=path, detail=error.strerror or error) from error


def _check_file(path: Path) -> None:
    """Look before opening: a folder cannot be read, and a pipe would keep us waiting."""
    try:
        status = path.stat()
    except PermissionError as error:
        raise FileError("no_permission", path=path) from error
    except (OSError, ValueError) as error:  # no such name, or none that could be
        raise FileError("not_found", path=path) from error
    if stat.S_ISDIR(status.st_mode):
        raise FileError("is_directory", path=path)
    if not stat.S_ISREG(status.st_mode):
        raise FileError("not_regular", path=path)
    if not status.st_size:
        raise FileError("empty_file", path=path)


def _read(path: Path) -> Table:
    with path.open("rb") as file:
        start = file.read(8)
    if start.startswith(_OLE):
        raise RequestError("old_office_file", path=path)
    if start.startswith(_ZIP) or path.suffix.lower() in (".xlsx", ".xlsm"):
        return _read_archive(path)
    if path.suffix.lower() not in _TEXT_SUFFIXES:
        raise RequestError("unknown_table_format", path=path)
    if path.stat().st_size > _LARGEST_TEXT:
        raise RequestError("file_too_large", path=path, limit=_LARGEST_TEXT // 2**20)
    from db.tables.text import read_text

    return read_text(decoded(path.read_bytes(), path), str(path))


def _read_archive(path: Path) -> Table:
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise FileError("damaged_workbook", path=path) from error
    if "xl/workbook.xml" not in names and any(
        name.startswith(("word/", "ppt/", "content.xml")) for name in names
    ):
        raise RequestError("unknown_table_format", path=path)
    from db.tables.xlsx import read_xlsx

    return read_xlsx(path)


def decoded(data: bytes, path: Path) -> str:
    """The text of a file in UTF-8, UTF-16 with its mark, or GB18030 (and so GBK, GB2312).

    Raises FileError `not_text`.
    """
    encodings = ("utf-16",) if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "gb18030")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise FileError("not_text", path=path)
