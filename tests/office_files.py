"""Makes documents and workbooks as offices have them, for tests of what reads them."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MAIN = "word/document.xml"


def document(path: Path, *blocks: str | Sequence[Sequence[str]], merged: Sequence[str] = ()) -> Path:
    """A document of paragraphs and tables; `merged`: ranges of the first table, as `B2:B4`."""
    import docx

    made = docx.Document()
    for block in blocks:
        if isinstance(block, str):
            made.add_paragraph(block)
        else:
            _table(made, block)
    for reference in merged:
        _merge(made.tables[0], reference)
    made.save(str(path))
    return path


def _table(made: Any, lines: Sequence[Sequence[str]]) -> None:
    table = made.add_table(len(lines), max(map(len, lines)))
    for line, row in zip(lines, table.rows, strict=True):
        for text, cell in zip(line, row.cells, strict=False):
            cell.text = text


def _merge(table: Any, reference: str) -> None:
    (top, left), (bottom, right) = ((int(spot[1:]) - 1, ord(spot[0]) - 65) for spot in reference.split(":"))
    first = table.cell(top, left)
    text = first.text
    for row in range(top, bottom + 1):
        for column in range(left, right + 1):
            if (row, column) != (top, left):
                table.cell(row, column).text = ""
    table.cell(top, left).merge(table.cell(bottom, right)).text = text


def workbook(path: Path, lines: Sequence[Sequence[Any]], *merged: str, **formats: str) -> Path:
    """A workbook of one sheet."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for line in lines:
        sheet.append(list(line))
    for reference in merged:
        sheet.merge_cells(reference)
    for reference, number_format in formats.items():
        sheet[reference].number_format = number_format
    book.save(path)
    return path


def altered(source: Path, part: str, change: Callable[[bytes], bytes | None], **added: bytes) -> Path:
    """A copy of an office file with one part changed or, for None, left out, and with the parts `added`."""
    target = source.with_name(f"altered{source.suffix}")
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = change(old.read(name)) if name == part else old.read(name)
            if content is not None and name not in added:
                new.writestr(name, content)
        for name, content in added.items():
            new.writestr(name, content)
    return target


def replaced(old: str, new: str) -> Callable[[bytes], bytes]:
    """A change of a part that puts one text for another, which must be there."""

    def change(content: bytes) -> bytes:
        assert old.encode() in content, old
        return content.replace(old.encode(), new.encode(), 1)

    return change
