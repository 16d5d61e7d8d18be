"""Target tables in files: one shape in between, readers and writers around it."""

from __future__ import annotations

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

    Raises FileError: `not_found`, `is_directory`, `no_permission`, `empty_file`, `no_table_found`,
    `damaged_workbook`, `not_text`; RequestError: `unknown_table_format`, `old_office_file`,
    `file_too_large`, `table_too_large`. All have the param `path`.
    """
    start = _beginning(path)
    if start.startswith(_OLE):
        raise RequestError("old_office_file", path=path)
    if start.startswith(_ZIP) or path.suffix.lower() in (".xlsx", ".xlsm"):
        return _read_archive(path)
    if path.suffix.lower() not in _TEXT_SUFFIXES:
        raise RequestError("unknown_table_format", path=path)
    from db.tables.text import read_text

    if path.stat().st_size > _LARGEST_TEXT:
        raise RequestError("file_too_large", path=path, limit=_LARGEST_TEXT // 2**20)
    return read_text(decoded(path.read_bytes(), path), str(path))


def _beginning(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            start = file.read(8)
    except FileNotFoundError as error:
        raise FileError("not_found", path=path) from error
    except IsADirectoryError as error:
        raise FileError("is_directory", path=path) from error
    except PermissionError as error:
        # Windows says so of folders too.
        raise FileError("is_directory" if path.is_dir() else "no_permission", path=path) from error
    if not start:
        raise FileError("empty_file", path=path)
    return start


def _read_archive(path: Path) -> Table:
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
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
