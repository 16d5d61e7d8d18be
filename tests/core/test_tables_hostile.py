"""Files that are damaged, foreign, huge or made to hurt: each ends in a clear answer, quickly."""

from __future__ import annotations

import resource
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from db.errors import FileError, RequestError, ShishiError
from db.sentences import LANGUAGES, sentence
from db.tables import read_table
from db.tables.shape import Table
from tests.office_files import MAIN, altered, document, workbook

HEADER = ("类别", "编号", "项目内容", "责任单位(★牵头)及配合单位", "完成情况(1-3月)")
LINES = [
    HEADER,
    ("一、教育", "1.1", "目标一", "★教育局", "完成一"),
    (None, "1.2", "目标二", "★民政局", "完成二"),
]
TEXTS = [tuple(cell or "" for cell in line) for line in LINES]
SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture(params=["xlsx", "docx"])
def office(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, str, str]:
    """(a sound file, the part with its text, the code for a damaged one)."""
    if request.param == "xlsx":
        return workbook(tmp_path / "t.xlsx", LINES), SHEET, "damaged_workbook"
    return document(tmp_path / "t.docx", TEXTS), MAIN, "damaged_document"


def failure(path: Path) -> str:
    with pytest.raises(ShishiError) as error:
        read_table(path)
    assert error.value.params["path"] == str(path)
    for language in LANGUAGES:
        assert "{" not in sentence(error.value.code, error.value.params, language)
    return error.value.code


def said(table: Table) -> dict[str, dict[str, str]]:
    return {finding.code: dict(finding.details) for finding in table.findings}


def test_a_bomb_is_not_unpacked(office: tuple[Path, str, str]) -> None:
    path, part, _code = office
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    size = 401 * 2**20 if part == SHEET else 33 * 2**20
    bomb = altered(path, part, lambda xml: xml + b" " * size)
    made = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert failure(bomb) == "file_too_large"
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - max(made, before) < 50_000  # kilobytes


def test_many_parts_are_a_bomb_too(office: tuple[Path, str, str]) -> None:
    path, part, _code = office
    many = {f"xl/worksheets/sheet{at}.xml": b" " * (31 * 2**20) for at in range(2, 22)}
    assert failure(altered(path, part, lambda xml: xml, **many)) == "file_too_large"


@pytest.mark.parametrize("spaces", [0, 5_000])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(office: tuple[Path, str, str], spaces: int, encoding: str) -> None:
    path, part, code = office
    entities = "".join(f'<!ENTITY {chr(98 + at)} "{f"&{chr(97 + at)};" * 10}">' for at in range(9))
    bomb = f'<?xml version="1.0"?>{" " * spaces}<!DOCTYPE l [<!ENTITY a "aaaaaaaaaa">{entities}]><l>&j;</l>'
    assert failure(altered(path, part, lambda _xml: bomb.encode(encoding))) == code


def test_entities_from_elsewhere_are_refused(office: tuple[Path, str, str], tmp_path: Path) -> None:
    path, part, code = office
    secret = tmp_path / "secret"
    secret.write_text("geheim")
    bomb = f'<!DOCTYPE l [<!ENTITY a SYSTEM "{secret.as_uri()}">]><l>&a;</l>'
    assert failure(altered(path, part, lambda _xml: bomb.encode())) == code


def test_deep_nesting_ends(office: tuple[Path, str, str]) -> None:
    path, part, code = office
    deep = b"<a>" * 200_000 + b"</a>" * 200_000
    change: Callable[[bytes], bytes] = lambda xml: xml.replace(b"<w:body>", b"<w:body>" + deep).replace(b"<sheetData>", deep + b"<sheetData>")  # noqa: E731  # fmt: skip
    try:
        assert len(read_table(altered(path, part, change)).rows) == 2
    except FileError as error:
        assert error.code == code  # noqa: PT017


@pytest.mark.parametrize(
    ("opens", "closes", "depth"),
    [
        ("<w:p><w:r><w:pict><w:txbxContent>", "</w:txbxContent></w:pict></w:r></w:p>", 40),
        ("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p>", "</w:tc></w:tr></w:tbl>", 200),
    ],
)
def test_text_boxes_and_tables_within_one_another_end(
    tmp_path: Path, opens: str, closes: str, depth: int
) -> None:
    path = document(tmp_path / "t.docx", TEXTS)
    deep = (opens * depth + "<w:p><w:r><w:t>内</w:t></w:r></w:p>" + closes * depth).encode()
    begun = time.process_time()
    table = read_table(altered(path, MAIN, lambda xml: xml.replace(b"<w:body>", b"<w:body>" + deep)))
    assert len(table.rows) == 2
    assert time.process_time() - begun < 2


def test_a_page_of_tables_within_tables_ends(tmp_path: Path) -> None:
    path = tmp_path / "t.html"
    depth, cells = 2_000, "".join(f"<td>{text}" for text in HEADER)
    row = "".join(f"<td>{text}" for text in TEXTS[1])
    deep = "<table><tr><td>" * depth + "内 " * 50_000 + "</td></tr></table>" * depth
    path.write_text(f"<table><tr>{cells}<tr>{row}</table>{deep}", "utf-8")
    begun = time.process_time()
    assert len(read_table(path).rows) == 1
    assert time.process_time() - begun < 3


def test_styles_without_end_are_not_read(tmp_path: Path) -> None:
    path = workbook(tmp_path / "t.xlsx", LINES)
    many = altered(
        path, "xl/styles.xml", lambda xml: xml.replace(b"</cellXfs>", b"<xf/>" * 500_000 + b"</cellXfs>")
    )
    assert failure(many) == "damaged_workbook"


def test_macros_are_not_run_and_said(office: tuple[Path, str, str]) -> None:
    path, part, _code = office
    folder = part.split("/")[0]
    with_macros = altered(path, part, lambda xml: xml, **{f"{folder}/vbaProject.bin": b"\xd0\xcf\x11\xe0"})
    renamed = with_macros.rename(with_macros.with_suffix(".xlsm" if folder == "xl" else ".docm"))
    table = read_table(renamed)
    assert len(table.rows) == 2
    assert "macros_ignored" in said(table)


def test_links_are_not_followed_and_said(office: tuple[Path, str, str]) -> None:
    path, part, _code = office
    folder = part.split("/")[0]
    link = '<Relationship Id="r{}" Type="http://x/{}" Target="http://127.0.0.1:9/x" TargetMode="External"/>'
    relations = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{link.format(1, "externalLinkPath")}{link.format(2, "hyperlink")}</Relationships>'
    linked = altered(path, part, lambda xml: xml, **{f"{folder}/more/_rels/a.xml.rels": relations.encode()})
    table = read_table(linked)
    assert len(table.rows) == 2
    assert said(table)["links_ignored"] == {"count": "1"}


def test_a_password_and_old_formats(tmp_path: Path) -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2**20)
    for name, content, code in (
        ("a.xlsx", ole + "EncryptedPackage".encode("utf-16-le"), "encrypted_file"),
        ("a.docx", ole + "EncryptedPackage".encode("utf-16-le") + ole, "encrypted_file"),
        ("a.xls", ole + "Workbook".encode("utf-16-le"), "old_office_file"),
        ("a.doc", ole + "WordDocument".encode("utf-16-le"), "old_office_file"),
        ("a.csv", ole, "old_office_file"),
        ("a.pdf", b"%PDF-1.7", "unknown_table_format"),
        ("a.png", b"\x89PNG\r\n", "unknown_table_format"),
        ("a.docx", b"hello", "damaged_document"),
        ("a.xlsx", b"hello", "damaged_workbook"),
        ("a.csv", bytes(range(256)), "not_text"),
        ("a.html", b"<p>hello</p>", "no_table_found"),
        ("a.csv", b"", "empty_file"),
    ):
        path = tmp_path / name
        path.write_bytes(content)
        assert failure(path) == code, name
    assert failure(tmp_path) == "is_directory"
    assert failure(tmp_path / "none.docx") == "not_found"


def test_content_counts_more_than_the_name(office: tuple[Path, str, str]) -> None:
    path, _part, _code = office
    for suffix in (".xls", ".csv", ".txt", ".docx", ".xlsx", ".doc", ".html"):
        assert len(read_table(path.rename(path.with_suffix(suffix))).rows) == 2
        path = path.with_suffix(suffix)


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.docx"
    with path.open("wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(200 * 2**20)
    assert failure(path) == "file_too_large"


def test_documents_of_too_many_rows(tmp_path: Path) -> None:
    path = document(tmp_path / "t.docx", TEXTS)
    rows = b"<w:tr><w:tc><w:p/></w:tc></w:tr>" * 20_001
    assert (
        failure(altered(path, MAIN, lambda xml: xml.replace(b"</w:tbl>", rows + b"</w:tbl>")))
        == "table_too_large"
    )


# What a workbook hides


def test_hidden_rows_columns_and_sheets_are_said(tmp_path: Path) -> None:
    path = workbook(tmp_path / "t.xlsx", [*LINES, (None, "1.3", "目标三", "★民政局", "完成三")])
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    for row in (3, 4):
        sheet.row_dimensions[row].hidden = True
    sheet.column_dimensions["D"].hidden = True
    book.create_sheet("旧").sheet_state = "veryHidden"
    book.save(path)
    table = read_table(path)
    assert len(table.rows) == 3
    found = said(table)
    assert found["rows_hidden"] == {"sheet": "Sheet", "rows": "3-4"}
    assert found["columns_hidden"] == {"sheet": "Sheet", "columns": "D"}
    assert found["sheet_hidden"] == {"sheet": "旧"}


def test_formulas_give_the_value_that_was_saved_or_an_error(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "t.xlsx",
        [*LINES, (None, "1.3", "目标三", "★民政局", "=1+1"), (None, "1.4", "目标四", "★民政局", "=A1")],
    )
    saved = altered(
        path,
        SHEET,
        lambda xml: (
            xml.replace(b"<f>1+1</f><v />", b"<f>1+1</f><v>2</v>")
            .replace(b"<f>1+1</f><v></v>", b"<f>1+1</f><v>2</v>")
            .replace(b"<f>1+1</f><v/>", b"<f>1+1</f><v>2</v>")
        ),
    )
    table = read_table(saved)
    assert [row.progress for row in table.rows[2:]] == [("2",), ("",)]
    cells = {(one.code, one.severity, one.place) for one in table.findings if one.code.startswith("cell")}
    assert cells == {("cell_formula", "note", "Sheet!E4"), ("cell_uncomputed", "error", "Sheet!E5")}


def test_many_doubts_of_one_kind_are_counted(tmp_path: Path) -> None:
    rows = [(None, f"2.{at}", f"目标 {at}", "★民政局", "=A1") for at in range(150)]
    table = read_table(workbook(tmp_path / "t.xlsx", [*LINES, *rows]))
    assert sum(finding.code == "cell_uncomputed" for finding in table.findings) == 100
    assert said(table)["cells_more"] == {"code": "cell_uncomputed", "count": "50"}


def test_rows_of_formats_and_rows_of_blanks(tmp_path: Path) -> None:
    path = workbook(tmp_path / "t.xlsx", LINES)
    empty = b"".join(
        b'<row r="%d" ht="20" hidden="1"><c r="A%d" s="0"/></row>' % (at, at) for at in range(4, 1_048_577)
    )
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    full = altered(path, SHEET, lambda xml: xml.replace(b"</sheetData>", empty + b"</sheetData>"))
    made = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert read_table(full).rows == read_table(path).rows
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - max(made, before) < 300_000  # kilobytes


def test_a_sheet_that_is_too_large_bars_no_other(tmp_path: Path) -> None:
    path = workbook(tmp_path / "t.xlsx", LINES)
    book = openpyxl.load_workbook(path)
    sheet = book.create_sheet("明细")
    sheet.cell(20_001, 1, "x")
    book.save(path)
    table = read_table(path)
    assert len(table.rows) == 2
    assert said(table)["sheet_too_large"] == {"sheet": "明细", "limit": "20000"}


def test_sheets_beyond_those_looked_at_are_said(tmp_path: Path) -> None:
    path = workbook(tmp_path / "t.xlsx", LINES)
    book = openpyxl.load_workbook(path)
    for at in range(70):
        book.create_sheet(f"空{at}")
    book.save(path)
    assert said(read_table(path))["sheets_more"] == {"count": "11"}


def test_a_zip_that_lies_about_its_sizes(office: tuple[Path, str, str]) -> None:
    path, part, code = office
    content = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        info = archive.getinfo(part)
    at = content.rfind(part.encode()) - 46  # its entry in the directory
    content[at + 24 : at + 28] = (info.file_size // 2).to_bytes(4, "little")
    path.write_bytes(content)
    assert failure(path) == code


def test_every_code_that_the_readers_know_has_a_sentence() -> None:
    import re
    import tomllib

    from db.resources import resource as file_of

    known = tomllib.loads(file_of("sentences", "en.toml").read_text("utf-8"))
    folder = Path(file_of()).parent / "db"
    files = [
        *folder.joinpath("tables").glob("*.py"),
        *folder.glob("table_*.py"),
        folder / "further_period.py",
    ]
    quoted = re.compile(
        r"(?:Finding|Error|_doubt|_doubt_cell|Oddity\(spot,|Oddity\(\(at, column\),)\(?\s*\"([a-z_]+)\"|\(\"([a-z]+_[a-z_]+)\", \"(?:error|warning|note)\"\)"
    )
    codes = {one for file in files for pair in quoted.findall(file.read_text("utf-8")) for one in pair if one}
    assert {"cell_uncomputed", "number_is_date", "row_unmatched", "table_nested"} <= codes
    assert codes - known.keys() == set()
    assert RequestError("file_too_large", path="x", limit=1).params["limit"] == "1"
