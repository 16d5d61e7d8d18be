from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.errors import FileError, RequestError, ShishiError
from db.tables import read_table
from db.tables.shape import Table, TableRow
from db.tables.web_page import read_page

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<meta http-equiv=Content-Type content="text/html; charset=gb2312"><title>无关</title>
<style><!-- p {mso-style:"<table>";} --></style><!--[if gte mso 9]><xml><table><tr><td>不看</td></tr></table></xml><![endif]-->
</head><body lang=ZH-CN>
<p class=MsoNormal align=center><b><span>2024年民生实事进展<o:p></o:p></span></b></p>
<table class=MsoTableGrid border=1><tr><td rowspan=2>类别</td><td rowspan=2>编号</td><td rowspan=2>项目内容</td>
<td rowspan=2>责任单位(★牵头)及配合单位</td><td colspan=2>完成情况</td></tr><tr><td>1-3月</td><td>1-6月</td></tr>
<tr><td rowspan=3><p>一、教育</p></td><td rowspan=2>1.1</td><td rowspan=2>新建学校不少于
3所</td><td><p>★教育局</p><p>财政局、各街道</p></td><td><p>1.完成设计;</p><p>2.完成<br>招标。</p></td><td>&nbsp;</td></tr>
<tr><td>★民政局</td><td><![if !supportLists]>1.<![endif]>完成&lt;二&gt;</td><td>300m<sup>2</sup></td></tr>
<tr><td>1.10<td>目标二<td>★住建局<td></td><td><ol start=2><li>甲<li>乙</ol></td></tr>
</table><p>注:★为牵头单位</p></body></html>"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "table.htm"


def read(path: Path, page: str, encoding: str = "gb18030") -> Table:
    path.write_bytes(page.encode(encoding))
    return read_table(path)


def test_a_page_that_word_saved(path: Path) -> None:
    table = read(path, WORD)
    assert (table.title, table.year, table.periods) == ("2024年民生实事进展", 2024, ("1-3月", "1-6月"))
    assert table.rows == (
        TableRow("一、教育", "1.1", "", "新建学校不少于3所", ("教育局",), ("财政局", "各街道"), ("1.完成设计;\n2.完成\n招标。", "")),
        TableRow("一、教育", "1.1", "", "新建学校不少于3所", ("民政局",), (), ("1.完成<二>", "300m²")),
        TableRow("一、教育", "1.10", "", "目标二", ("住建局",), (), ("", "2.甲\n3.乙")),
    )  # fmt: skip
    assert "row_unread" in {finding.code for finding in table.findings}


@pytest.mark.parametrize(
    ("encoding", "charset"), [("utf-8", "utf-8"), ("utf-16", "utf-16"), ("big5", "big5")]
)
def test_encodings(path: Path, encoding: str, charset: str) -> None:
    page = f"<meta charset={charset}><table><tr><td>編號<td>項目目標<td>責任單位<tr><td>1.1<td>目標一<td>教育局</table>"
    table = read(path, page, encoding)
    assert (table.rows[0].target, table.rows[0].leads) == ("目標一", ("教育局",))


def test_a_page_that_calls_itself_a_workbook(path: Path) -> None:
    assert len(read(path.with_suffix(".xls"), WORD).rows) == 3


def test_a_table_that_a_layout_holds(path: Path) -> None:
    inner = "<table><tr><td>编号<td>项目内容<td>牵头单位<tr><td>1.1<td>目标<td>教育局</table>"
    page = f"<table><tr><td>首页<td>新闻</tr><tr><td colspan=2>2023年实事{inner}<td></tr><tr><td>注:★为牵头单位</td></tr></table>"
    table = read(path, page)
    assert (table.title, table.year, [row.number for row in table.rows]) == ("首页", 2023, ["1.1"])
    assert "row_unread" in {finding.code for finding in table.findings}


def test_what_does_not_show(path: Path) -> None:
    page = (
        "<table><tr><td>编号<td>项目内容<td>牵头单位<td>完成情况(1-3月)</tr><tr style='display:none'><td>1.1<td>甲<td>教育局<td>一</tr>"
        "<tr><td>1.2<td>乙<td>教育局<td><span style='display:none'>内部<span>的</span></span>公开</table><script>'<table>'</script>"
    )
    table = read(path, page)
    assert [(row.number, row.progress) for row in table.rows] == [("1.1", ("一",)), ("1.2", ("公开",))]
    assert {"rows_hidden", "text_hidden"} <= {finding.code for finding in table.findings}


def test_spans_that_go_further_than_the_table(path: Path) -> None:
    page = "<table><tr><td>编号<td>项目内容<td colspan=9999999>牵头单位</tr><tr><td rowspan=0>1.1<td>甲<td>教育局<tr><td>乙<td>民政局</table>"
    assert [(row.number, row.target) for row in read(path, page).rows] == [("1.1", "甲"), ("1.1", "乙")]
    wide = "<table>" + "<tr><td rowspan=65534 colspan=9>甲</td></tr>" * 19_000 + "</table>"
    with pytest.raises(RequestError) as error:
        read(path, wide)
    assert error.value.code == "table_too_large"


@pytest.mark.parametrize("piece", ["<a ", "<!--", "<![", "<a b='", "&#", "<table>", "<td>", "</", "<p<"])
def test_broken_pages_take_no_longer_than_their_length(path: Path, piece: str) -> None:
    def seconds(count: int) -> float:
        start = time.process_time()
        with suppress(FileError, RequestError):
            read(path, "<html>" + piece * count)
        return time.process_time() - start

    short, long = seconds(20_000), seconds(160_000)
    assert long < 40 * (short + 0.02)  # eight times the length; a square would be 64 times


@given(
    st.lists(
        st.one_of(
            st.sampled_from(["<table>", "</table>", "<tr>", "<td>", "</td>", "<td rowspan=3 colspan=2>", "<!--", "-->", "<p>", "编号", "项目内容", "牵头单位", "1.1", "<", "'", ">"]),
            st.text(max_size=5),
        ),
        max_size=40,
    )
)  # fmt: skip
def test_any_page_is_grids_or_an_answer(pieces: list[str]) -> None:
    try:
        grids, _, _ = read_page("".join(pieces), Path("x.html"))
    except ShishiError:
        return
    for grid in grids:
        assert all(len(line) == grid.width for line in grid.texts)
        assert all(
            grid.text(row, at) is not None for row in range(len(grid.texts)) for at in range(grid.width)
        )
