"""The consolidated table as a Word document for A4 landscape, and what `read_docx` reads back unchanged.

python-docx makes the document around the table; the table itself is written as XML, because asking
python-docx for a cell takes longer with every cell that there is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from db.tables.report_columns import ReportColumn, groups, report_columns, title_lines
from db.tables.shape import Table

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FONT = "宋体"
_WIDTH = 15_300
"""Twentieths of a point between the margins of A4 landscape."""
_MARGIN_CM, _LONG_CM, _SHORT_CM = 1.35, 29.7, 21.0
_ILLEGAL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_SHADE = "EDF2F9"
_LINE = "9AA5B1"
_MERGES = {"alone": "", "first": '<w:vMerge w:val="restart"/>', "within": "<w:vMerge/>"}
"""What a cell says of merging, by what `_places` says of it."""


def write_consolidated(path: Path, table: Table) -> None:
    """Write a table as a document: title, period, one table whose header stands on each page.

    Cells over several rows are merged as a person would merge them, and can be parted again; a row that is
    taller than a page goes on. Raises OSError.
    """
    from docx import Document
    from docx.oxml import parse_xml

    columns = report_columns(table)
    document = Document()
    document.core_properties.author = "Shishi"
    document.core_properties.title = table.title
    _set_up_page(document.sections[0])
    _set_font(document.styles["Normal"])
    title, period = title_lines(table)
    for text, size in ((title, 16), (period, 10)):
        if text:
            _add_line(document, text, size, bold=size > 10)
    xml = "".join(_table(table, columns))
    # Word wants a paragraph behind a table.
    document.add_paragraph()._p.addprevious(parse_xml(xml.encode("utf-8")))
    _add_page_numbers(document.sections[0])
    document.save(str(path))


def _set_up_page(section: Any) -> None:
    from docx.enum.section import WD_ORIENT
    from docx.shared import Cm

    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(_LONG_CM), Cm(_SHORT_CM)
    section.left_margin = section.right_margin = Cm(_MARGIN_CM)
    section.top_margin = section.bottom_margin = Cm(1.5)


def _set_font(style: Any) -> None:
    """Chinese text takes its font from w:eastAsia, which python-docx does not set."""
    from docx.oxml.ns import qn
    from docx.shared import Pt

    style.font.name, style.font.size = _FONT, Pt(10)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)


def _add_line(document: Any, text: str, size: int, *, bold: bool) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.paragraph_format.space_after = Pt(4)
    run = paragraph.add_run(_shown(text))
    run.font.size, run.font.bold = Pt(size), bold


def _add_page_numbers(section: Any) -> None:
    """Page and pages, counted by Word."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.oxml import parse_xml

    paragraph = section.footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for text, field in (("", "PAGE"), (" / ", "NUMPAGES")):
        if text:
            paragraph.add_run(text)
        xml = f'<w:fldSimple xmlns:w="{_NAMESPACE}" w:instr="{field}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
        paragraph._p.append(parse_xml(xml))


def _table(table: Table, columns: tuple[ReportColumn, ...]) -> Iterator[str]:
    """The w:tbl, piece by piece."""
    whole = sum(column.width for column in columns)
    widths = [_WIDTH * column.width // whole for column in columns]
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{_LINE}"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    yield (
        f'<w:tbl xmlns:w="{_NAMESPACE}"><w:tblPr>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{sides}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>'
    )
    yield "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    yield "</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{_SHADE}"/>'
    for column, width in zip(columns, widths, strict=True):
        yield _cell(column.header, width, shade, centred=True, bold=True)
    yield "</w:tr>"
    places = [_places(table, column) for column in columns]
    for at, row in enumerate(table.rows):
        yield "<w:tr>"
        for column, width, place in zip(columns, widths, places, strict=True):
            merge = _MERGES[place[at]]
            text = column.text(row) if place[at] != "within" else ""
            yield _cell(text, width, merge, centred=column.centred)
        yield "</w:tr>"
    yield "</w:tbl>"


def _places(table: Table, column: ReportColumn) -> list[str]:
    """For each row whether it has a cell of its own, the first part of a merged one, or a further part."""
    return [
        "alone" if end - top == 1 else "first" if at == top else "within"
        for top, end in groups(table.rows, column)
        for at in range(top, end)
    ]


def _cell(text: str, width: int, looks: str, *, centred: bool, bold: bool = False) -> str:
    """A w:tc; every line of the text is a paragraph, as a person would type it."""
    align = '<w:jc w:val="center"/>' if centred else ""
    spacing = '<w:pPr><w:spacing w:before="0" w:after="0"/>' + align + "</w:pPr>"
    weight = "<w:rPr><w:b/></w:rPr>" if bold else ""
    lines = "".join(
        f"<w:p>{spacing}{f'<w:r>{weight}{_run(line)}</w:r>' if line else ''}</w:p>"
        for line in _shown(text).split("\n")
    )
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>{looks}<w:vAlign w:val="center"/>'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{lines}</w:tc>"


def _run(line: str) -> str:
    texts = [f'<w:t xml:space="preserve">{escape(text)}</w:t>' if text else "" for text in line.split("\t")]
    return "<w:tab/>".join(texts)


def _shown(text: str) -> str:
    """Characters that XML cannot hold as their pictures (U+2400 …), or as the sign for what is unknown."""
    return _ILLEGAL.sub(_picture, text)


def _picture(found: re.Match[str]) -> str:
    code = ord(found[0])
    return chr(0x2400 + code) if code < 0x20 else "\u2421" if code == 0x7F else "\ufffd"
