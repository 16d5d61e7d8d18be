"""What a file is, and its tables as grids: content decides, the name only where content cannot."""

from __future__ import annotations

import hashlib
import re
import stat
import zipfile
from dataclasses import dataclass
from pathlib import Path

from db.errors import FileError, RequestError
from db.records import Finding
from db.tables.grid import Grid

LARGEST_FILE = 128 * 2**20
LARGEST_TEXT = 8 * 2**20
"""Bytes; a table of a thousand rows is half a megabyte as text."""
LARGEST_PAGE = 32 * 2**20
"""Bytes; a page that Word saved is mostly styles."""
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0"
"""An .xls or .doc of the old kind, or a file that asks for a password."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_PAGE = re.compile(
    r"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|meta|style|div)\b",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,20})", re.I)
_TEXT_SUFFIXES = frozenset((".txt", ".text", ".md", ""))
_GRID_SUFFIXES = frozenset((".csv", ".tsv", ".tab", ".xls"))
"""Systems export texts between tabs and call them .xls."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file that was read: its grids, or a text without one."""

    digest: str
    """SHA-256 of the file."""
    grids: tuple[Grid, ...] = ()
    text: str | None = None
    findings: tuple[Finding, ...] = ()


def read_source(path: Path) -> Source:
    """Read a file as far as it is understood without knowing what a target table is.

    Raises FileError: `not_found`, `is_directory`, `not_regular`, `no_permission`, `empty_file`, `read_failed`
    (detail), `damaged_workbook`, `damaged_document`, `damaged_csv` (line), `not_text`; RequestError:
    `unknown_table_format`, `old_office_file`, `encrypted_file`, `file_too_large` (limit in MB),
    `table_too_large` (limit in rows). All have the param `path`.
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
    if status.st_size > LARGEST_FILE:
        raise RequestError("file_too_large", path=path, limit=LARGEST_FILE // 2**20)


def _read(path: Path) -> Source:
    with path.open("rb") as file:
        start = file.read(8)
        file.seek(0)
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    suffix = path.suffix.lower()
    if start.startswith(_OLE):
        raise RequestError(_kind_of_ole(path), path=path)
    if start.startswith(_ZIP):
        return _read_archive(path, digest)
    if suffix in (".xlsx", ".xlsm"):
        raise FileError("damaged_workbook", path=path)
    if suffix in (".docx", ".docm"):
        raise FileError("damaged_document", path=path)
    return _read_text(path, suffix, digest)


def _kind_of_ole(path: Path) -> str:
    """A file with a password is a new one inside an old one: opening it needs the office program."""
    with path.open("rb") as file:
        rest = b""
        while chunk := file.read(2**20):
            if _ENCRYPTED in rest + chunk:
                return "encrypted_file"
            rest = chunk[-len(_ENCRYPTED) :]
    return "old_office_file"


def _read_archive(path: Path, digest: str) -> Source:
    try:
        with zipfile.ZipFile(path) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        word = path.suffix.lower() in (".docx", ".docm")
        raise FileError("damaged_document" if word else "damaged_workbook", path=path) from error
    if "xl/workbook.xml" not in names and any(name.startswith("word/") for name in names):
        from db.tables.docx import read_docx

        return Source(digest, *read_docx(path))
    if "xl/workbook.xml" not in names and names & {"content.xml", "ppt/presentation.xml", "mimetype"}:
        raise RequestError("unknown_table_format", path=path)
    from db.tables.xlsx import read_xlsx

    return Source(digest, *read_xlsx(path))


def _read_text(path: Path, suffix: str, digest: str) -> Source:
    size = path.stat().st_size
    if size > LARGEST_PAGE:
        raise RequestError("file_too_large", path=path, limit=LARGEST_PAGE // 2**20)
    data = path.read_bytes()
    known = suffix in _TEXT_SUFFIXES | _GRID_SUFFIXES
    page = suffix in (".html", ".htm") or _PAGE.match(data[:4096].decode("latin-1").replace("\0", ""))
    if page:
        from db.tables.web_page import read_page

        return Source(digest, *read_page(_page_text(data, path), path))
    if not known:
        raise RequestError("unknown_table_format", path=path)
    if size > LARGEST_TEXT:
        raise RequestError("file_too_large", path=path, limit=LARGEST_TEXT // 2**20)
    from db.tables.delimited import read_delimited

    text = decoded(data, path)
    grids = read_delimited(text, path, certain=suffix in _GRID_SUFFIXES)
    return Source(digest, grids) if grids else Source(digest, text=text)


def _page_text(data: bytes, path: Path) -> str:
    """The text of a web page in the encoding it names, else in one that fits."""
    found = _CHARSET.search(data[:4096])
    named = found[1].decode("ascii").lower() if found else ""
    if named in ("big5", "big5-hkscs") and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        try:
            return data.decode("big5hkscs")
        except UnicodeDecodeError as error:
            raise FileError("not_text", path=path) from error
    return decoded(data, path)


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
