from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from db.errors import FileError
from db.records import Finding
from db.resources import sample_table
from db.tables import read_table
from db.tables.shape import Table, TableRow, settle_year
from db.tables.sources import decoded
from db.tables.text import read_text


@pytest.fixture(scope="module")
def text() -> str:
    return sample_table().read_text("utf-8")


@pytest.fixture(scope="module")
def table(text: str) -> Table:
    return read_text(text)


def rows(table: Table) -> dict[str, TableRow]:
    return dict(table.named_rows())


def paragraphs(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def codes(table: Table) -> set[tuple[str, str, str]]:
    return {(finding.code, finding.severity, finding.place) for finding in table.findings}


def build(*cells: str) -> Table:
    return read_text("\n\n".join(cells))


# The real table


def test_sample_counts(table: Table) -> None:
    assert len({row.category for row in table.rows}) == 10
    assert len({(row.category, row.number) for row in table.rows}) == 47
    assert len(table.rows) == 56
    assert len({name for row in table.rows for name in row.leads}) == 21
    assert len({name for row in table.rows for name in row.cooperating}) == 41
    assert [name for name, row in table.named_rows() if not row.cooperating] == ["2.5#1", "5.2#1", "9.3#1"]
    assert (table.title, table.year, table.periods) == ("", None, ("1-3月",))
    assert all(row.target and row.leads and all(row.progress) for row in table.rows)


def test_sample_tasks_of_each_item(table: Table) -> None:
    several = {"2.3": 2, "7.4": 3, "7.5": 5, "9.1": 2, "9.6": 2}
    numbers = [row.number for row in table.rows]
    assert {number: numbers.count(number) for number in numbers if numbers.count(number) > 1} == several
    items = list(dict.fromkeys((row.category, row.number) for row in table.rows))
    sizes = [4, 5, 4, 5, 5, 5, 6, 3, 6, 4]
    assert [number for _category, number in items] == [
        f"{category}.{item}" for category, size in enumerate(sizes, 1) for item in range(1, size + 1)
    ]


def test_sample_rows_in_full(table: Table) -> None:
    assert rows(table)["1.3#1"] == TableRow(
        category="一、教育惠民",
        number="1.3",
        title="",
        target="開設小學生愛心暑托班不少于30個。",
        leads=("教育局",),
        cooperating=("財政局", "團區委"),
        progress=("暫未開展暑托工作,計劃于6月開展摸排調查。",),
    )
    assert rows(table)["9.3#1"] == TableRow(
        category="九、溫馨善育",
        number="9.3",
        title="",
        target="實施“點亮星星行動”,為孤獨癥兒童及家庭搭建信息資訊、專業輔導、心理互助平臺,"
        "為孤獨癥兒童提供康復訓練100人次以上。",
        leads=("民政局(殘聯)",),
        cooperating=(),
        progress=("已為孤獨癥兒童提供康復訓練36人次。",),
    )


def test_sample_narratives_keep_their_points_as_lines(table: Table) -> None:
    points = rows(table)["2.1#1"].progress[0].split("\n")
    assert [point[:2] for point in points] == ["1.", "2.", "3.", "4.", "5."]
    assert points[2] == "3.誠業南路(東冠路-濱文路)進行雨污水管道施工;"
    assert rows(table)["10.4#1"].progress[0].endswith("4.完成初步方案制作以及現場設備布置勘察。")


def test_sample_joint_leads_and_the_page_break_within_an_item(table: Table) -> None:
    tasks = [row for row in table.rows if row.number == "7.5"]
    assert [task.leads for task in tasks] == [
        ("社會工作部", "西興街道"),
        ("社會工作部", "長河街道"),
        ("社會工作部", "浦沿街道"),
        ("社會工作部",),
        ("住建局",),
    ]
    assert tasks[0].target == tasks[1].target == tasks[2].target
    assert tasks[0].target == "建設集黨務、居務、服務和居民生活為一體美好生活共同體8個。"
    assert tasks[3].target == "打造“人人有責、人人盡責、人人享有”的社區治理共同體3個。"
    assert tasks[4].target == "建設未來社區3個。"


def test_sample_target_carried_over(table: Table) -> None:
    first, second, third = [row for row in table.rows if row.number == "7.4"]
    assert first.target == second.target == third.target
    assert second.progress == (
        "已與運營商對接,移動、電信同步編制實施方案中,預計4月完成方案制定并確定安裝時序。",
    )


def test_sample_findings(table: Table) -> None:
    assert codes(table) == {
        ("target_carried", "note", "7.4#2"),
        ("target_carried", "note", "7.5#2"),
        ("target_carried", "note", "7.5#3"),
        ("number_repeats", "note", "7.5#5"),
        ("number_none", "note", "9.1#2"),
        ("sentence_repeated", "warning", "5.4#1"),
    }
    repeated = next(finding for finding in table.findings if finding.code == "sentence_repeated")
    assert repeated == Finding(
        "sentence_repeated",
        "warning",
        "5.4#1",
        (("task", "5.4#1"), ("sentence", "開展優生優孕科普知識宣傳不少于3000對(夫妻)")),
    )


def test_sample_loses_no_paragraph(table: Table, text: str) -> None:
    said = "\n".join(
        "\n".join((row.category, row.number, row.target, *row.progress, "★" + "、".join(row.leads)))
        + "\n"
        + "、".join(row.cooperating)
        for row in table.rows
    ).split("\n")
    header = paragraphs(text)[:7]
    assert [line for line in paragraphs(text) if line not in said and line not in header] == ["/"]


# The same table, written otherwise


def simplified(text: str) -> str:
    import opencc

    return str(opencc.OpenCC("t2s").convert(text))


def full_width(text: str) -> str:
    return text.translate(str.maketrans(",;:()", "\uff0c\uff1b\uff1a\uff08\uff09"))


def longer_header(text: str) -> str:
    start = text.index("一、教育惠民")
    return "类别\n\n编号\n\n主要任务\n\n责任主体与协同单位\n\n进展情况(1-3月)\n\n" + text[start:]


def without_header(text: str) -> str:
    return text[text.index("一、教育惠民") :]


def header_on_each_page(text: str) -> str:
    start = text.index("一、教育惠民")
    header = text[:start]
    return header + text[start:].replace("\n\n三、就業保障\n\n3.2", f"\n\n{header}三、就業保障\n\n3.2")


VARIATIONS: dict[str, Callable[[str], str]] = {
    "simplified script": simplified,
    "full-width punctuation": full_width,
    "one line break between cells": lambda text: re.sub(r"\n+", "\n", text),
    "three blank lines between cells": lambda text: re.sub(r"\n+", "\n\n\n\n", text),
    "CR LF": lambda text: text.replace("\n", "\r\n"),
    "blanks around cells": lambda text: text.replace("\n\n", " \t\n\u3000\n  "),
    "other header words": longer_header,
    "header again after a page break": header_on_each_page,
    "page numbers": lambda text: text.replace("\n\n五、健康護航\n\n", "\n\n- 3 -\n\n五、健康護航\n\n"),
    "closing marks of numbers": lambda text: re.sub(r"^(\d+\.\d+)$", r"\1.", text, flags=re.MULTILINE),
    "categories without ordinals": lambda text: re.sub(
        r"^(?:[一二三四五六七八九]|十)、(?=\S{4}$)", "", text, flags=re.MULTILINE
    ),
    "no category but the first of each page": lambda text: text.replace("\n\n一、教育惠民\n\n1.4", "\n\n1.4"),
}


@pytest.mark.parametrize("name", VARIATIONS)
def test_variations_are_understood_alike(name: str, text: str, table: Table) -> None:
    vary = VARIATIONS[name]
    varied = read_text(vary(text))
    assert varied.periods == ("1-3月",)
    assert len(varied.rows) == 56
    same_numbers = [row.number.rstrip(".") for row in varied.rows]
    assert same_numbers == [row.number for row in table.rows]
    assert [len(row.leads) for row in varied.rows] == [len(row.leads) for row in table.rows]
    assert [len(row.cooperating) for row in varied.rows] == [len(row.cooperating) for row in table.rows]
    assert len({row.category for row in varied.rows}) == 10
    if name in ("simplified script", "full-width punctuation"):
        assert [row.target for row in varied.rows] == [vary(row.target) for row in table.rows]
        assert [row.progress[0] for row in varied.rows] == [vary(row.progress[0]) for row in table.rows]
    else:
        assert [row.target for row in varied.rows] == [row.target for row in table.rows]
        assert [row.progress for row in varied.rows] == [row.progress for row in table.rows]


def test_without_header_the_period_is_unknown(text: str) -> None:
    varied = read_text(without_header(text))
    assert varied.periods == ("",)
    assert len(varied.rows) == 56


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_encodings(encoding: str, text: str, table: Table, tmp_path: Path) -> None:
    path = tmp_path / "table.txt"
    path.write_bytes(text.encode(encoding))
    assert read_table(path) == table


def test_bytes_that_are_no_text() -> None:
    with pytest.raises(FileError) as error:
        decoded(b"\xff\x00\x81\x20\x00", Path("a.txt"))
    assert error.value.code == "not_text"


def test_year_given_named_or_assumed(table: Table) -> None:
    assert settle_year(table, 2024, 2030) == Table(
        table.title, 2024, table.periods, table.rows, table.findings
    )
    assumed = settle_year(table, None, 2030)
    assert assumed.year == 2030
    details = (("year", "2030"), ("mentioned", "2024"))
    assert assumed.findings == (Finding("year_assumed", "warning", "", details), *table.findings)
    named = Table("2023年", 2023, (), ())
    assert settle_year(named, None, 2030) == named
