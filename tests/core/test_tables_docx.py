from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest

from db.errors import FileError
from db.tables import read_table
from db.tables.shape import Table, TableRow
from tests.office_files import MAIN, W, altered, document, replaced

HEADER = ("类别", "编号", "项目内容", "责任单位(★牵头)及配合单位", "完成情况(1-3月)")
LINES = [
    HEADER,
    ("一、教育", "1.1", "目标一", "★教育局\n财政局、各街道", "完成一"),
    ("", "", "", "★民政局", "完成二"),
    ("", "1.2", "目标二", "★住建局", ""),
]
NUMBERING = f"""<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="(%2)"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%3"/></w:lvl>
</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="4">
<w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
</w:numbering>""".encode()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "table.docx"


def codes(table: Table) -> set[tuple[str, str]]:
    return {(finding.code, finding.place) for finding in table.findings}


def listed(text: str, level: int = 0, key: int = 3) -> str:
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{key}"/></w:numPr>'
    return f"<w:p><w:pPr>{place}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def with_progress(path: Path, paragraphs: str, **parts: bytes) -> Path:
    """A table of one row whose progress cell is made of these paragraphs."""
    lines = [HEADER, ("一、教育", "1.1", "目标一", "★教育局", "这里")]
    plain = document(path, lines)
    return altered(plain, MAIN, replaced("<w:p><w:r><w:t>这里</w:t></w:r></w:p>", paragraphs), **parts)


def progress(path: Path) -> str:
    return read_table(path).rows[0].progress[0]


def test_merged_cells_titles_and_notes(path: Path) -> None:
    blocks = ("附件1", "2024年民生实事进展", LINES, "注:★为牵头单位")
    table = read_table(document(path, *blocks, merged=("A2:A4", "B2:B3", "C2:C3")))
    assert (table.title, table.year, table.periods) == ("2024年民生实事进展", 2024, ("1-3月",))
    assert table.rows == (
        TableRow("一、教育", "1.1", "", "目标一", ("教育局",), ("财政局", "各街道"), ("完成一",)),
        TableRow("一、教育", "1.1", "", "目标一", ("民政局",), (), ("完成二",)),
        TableRow("一、教育", "1.2", "", "目标二", ("住建局",), (), ("",)),
    )
    assert [row.at for row in table.rows] == ["表1!2", "表1!3", "表1!4"]
    assert codes(table) == {("row_unread", "表1")}


def test_category_rows_over_the_whole_width(path: Path) -> None:
    lines = [
        ("序号", "主要任务", "牵头单位", "配合单位", "进展情况"),
        ("一、教育惠民", "", "", "", ""),
        ("1", "新建学校3所", "教育局", "财政局", "已开工。"),
        ("二、交通畅行", "", "", "", ""),
        ("2", "新建道路2条", "住建局", "/", "已选址。"),
    ]
    table = read_table(document(path, "截至9月底", lines, merged=("A2:E2", "A4:E4")))
    assert [(row.category, row.number, row.leads, row.cooperating) for row in table.rows] == [
        ("一、教育惠民", "1", ("教育局",), ("财政局",)),
        ("二、交通畅行", "2", ("住建局",), ()),
    ]
    assert table.periods == ("截至9月底",)


def test_a_table_that_headings_cut_into_several(path: Path) -> None:
    header = ("序号", "主要任务", "牵头单位", "进展情况(1-6月)")
    blocks = (
        "一、教育惠民",
        [header, ("1", "目标一", "教育局", "甲")],
        "二、交通畅行",
        [header, ("2", "目标二", "住建局", "乙")],
        [("3", "目标三", "住建局", "丙")],
    )
    table = read_table(document(path, "2024年实事", *blocks))
    assert [(row.category, row.number) for row in table.rows] == [
        ("一、教育惠民", "1"),
        ("二、交通畅行", "2"),
        ("二、交通畅行", "3"),
    ]
    assert [row.at for row in table.rows] == ["表1!2", "表2!2", "表3!1"]


def test_numbers_that_word_draws_are_in_the_text(path: Path) -> None:
    points = (
        listed("完成设计;") + listed("完成招标;") + listed("公园", 1) + listed("道路", 1) + listed("开工。")
    )
    points += listed("再次", 0, 4) + listed("细目", 2, 4)
    source = with_progress(path, points, **{"word/numbering.xml": NUMBERING})
    assert progress(source).split("\n") == [
        "1.完成设计;",
        "2.完成招标;",
        "(一)公园",
        "(二)道路",
        "3.开工。",
        "1.再次",
        "1.1 细目",
    ]


def test_a_number_column_that_word_counts(path: Path) -> None:
    plain = document(
        path,
        [HEADER, ("一、教育", "甲号", "目标一", "★教育局", "甲"), ("", "乙号", "目标二", "★民政局", "乙")],
    )
    cell = "<w:p><w:r><w:t>{}</w:t></w:r></w:p>"
    number = listed("").replace("<w:r><w:t></w:t></w:r>", "")
    change = replaced(cell.format("甲号"), number)
    source = altered(plain, MAIN, lambda xml: replaced(cell.format("乙号"), number)(change(xml)), **{"word/numbering.xml": NUMBERING})  # fmt: skip
    assert [row.number for row in read_table(source).rows] == ["1.", "2."]


def test_lines_tabs_superscripts_and_fields(path: Path) -> None:
    runs = (
        "<w:p><w:r><w:t>改造</w:t><w:br/><w:t>300m</w:t></w:r><w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr>"
        "<w:t>2</w:t></w:r><w:r><w:tab/><w:noBreakHyphen/><w:t>甲</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
        "<w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink></w:p><w:p/><w:p><w:r><w:t>完。</w:t></w:r></w:p>"
    )
    assert progress(with_progress(path, runs)) == "改造\n300m²\t-甲链接\n\n完。"


def test_tracked_changes_are_read_as_they_would_be_accepted(path: Path) -> None:
    runs = "<w:p><w:ins><w:r><w:t>已开工。</w:t></w:r></w:ins><w:del><w:r><w:delText>未开工。</w:delText></w:r></w:del></w:p>"
    source = with_progress(path, runs)
    assert progress(source) == "已开工。"
    assert ("changes_tracked", "") in codes(read_table(source))


def test_text_that_does_not_show_is_left_out_and_said(path: Path) -> None:
    runs = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>内部</w:t></w:r><w:r><w:t>公开</w:t></w:r></w:p>"
    source = with_progress(path, runs)
    assert progress(source) == "公开"
    assert ("text_hidden", "") in codes(read_table(source))


def test_text_boxes_and_footnotes_are_said(path: Path) -> None:
    box = "<w:pict><w:txbxContent><w:p><w:r><w:t>框中</w:t></w:r></w:p></w:txbxContent></w:pict>"
    runs = f"<w:p><w:r><w:t>甲</w:t></w:r><w:r>{box}</w:r><w:r><w:footnoteReference w:id='2'/></w:r></w:p>"
    notes = f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="1"><w:p><w:r><w:t>别的</w:t></w:r></w:p></w:footnote><w:footnote w:id="2"><w:p><w:r><w:t>脚注一</w:t></w:r></w:p></w:footnote></w:footnotes>'
    table = read_table(with_progress(path, runs, **{"word/footnotes.xml": notes.encode()}))
    assert table.rows[0].progress == ("甲",)
    said = {finding.code: dict(finding.details)["text"] for finding in table.findings}
    assert said == {"text_box_unread": "框中", "footnote_unread": "脚注一"}


def test_a_table_within_a_cell_is_taken_in_and_said(path: Path) -> None:
    row = "<w:tr><w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr>"
    nested = f"<w:tbl>{row.format('学校', '3所')}{row.format('公园', '2个')}</w:tbl><w:p/>"
    source = with_progress(path, nested)
    assert progress(source).strip() == "学校\t3所\n公园\t2个"
    assert ("table_nested", "表1!E2") in codes(read_table(source))


def test_a_table_within_a_table_within_a_cell_is_told_once(path: Path) -> None:
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p>{}</w:tc>"
    inner = f"<w:tbl><w:tr>{cell.format('内', '')}</w:tr></w:tbl>"
    source = with_progress(path, f"<w:tbl><w:tr>{cell.format('外', inner)}</w:tr></w:tbl><w:p/>")
    assert progress(source).strip() == "外\n内"


def test_text_beside_the_table_is_said(path: Path) -> None:
    table = read_table(document(path, "长" * 300, "标题", [*LINES], "后" * 300))
    (beside,) = [dict(finding.details) for finding in table.findings if finding.code == "text_beside"]
    assert beside == {"count": "2", "text": "长" * 60}
    assert table.title == "标题"


def test_two_tables_of_other_shape(path: Path) -> None:
    other = [("编号", "主要任务", "牵头单位"), ("9.1", "别的", "教育局")]
    table = read_table(document(path, LINES, "另一张", other))
    assert [row.number for row in table.rows] == ["1.1", "1.1", "1.2"]
    assert ("sheet_unread", "") in codes(table)


def test_documents_without_a_table_and_damaged_ones(path: Path) -> None:
    source = document(path, "只有文字")
    with pytest.raises(FileError) as error:
        read_table(source)
    assert error.value.code == "no_table_found"
    for broken in (
        lambda xml: xml[: len(xml) // 2],
        lambda _xml: b"",
        lambda _xml: None,
        lambda _xml: b"<a/>",
    ):
        with pytest.raises(FileError) as error:
            read_table(altered(document(path, LINES), MAIN, broken))
        assert error.value.code == "damaged_document"
        assert error.value.params["path"]


def test_flipped_bytes_never_end_in_anything_but_an_answer(path: Path) -> None:
    content = document(path, LINES).read_bytes()
    for at in range(0, len(content), max(1, len(content) // 100)):
        path.write_bytes(content[:at] + bytes([content[at] ^ 0x55]) + content[at + 1 :])
        with suppress(FileError):
            assert read_table(path).rows
