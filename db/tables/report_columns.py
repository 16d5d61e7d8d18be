"""The columns of the consolidated table, whatever file it is written to, and which of their cells are one.

What is written here is read back unchanged by the readers of this package.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from db.tables.headers import KEPT, MARK, Role, is_traditional, role_of
from db.tables.shape import NOTHING_BESIDE, Beside, Table, TableRow
from db.tables.status_words import TRADITIONAL_WORDS, WORDS

TRADITIONAL = {
    "类别": "類別",
    "编号": "編號",
    "项目名称": "項目名稱",
    "目标": "目標",
    "责任单位(★牵头)及配合单位": "責任單位(★牽頭)及配合單位",
    "完成情况": "完成情況",
    "进度状态": "進度狀態",
    "存在问题": "存在問題",
    "下步打算": "下步打算",
    "备注": "備註",
    MARK: "審核標記",
    "报告期": "報告期",
    "数据": "數據",
    "任务": "任務",
    "单位名称": "單位名稱",
    "指标": "指標",
    "关系": "關係",
    "指标值": "指標值",
    "计量单位": "計量單位",
    "本期值": "本期值",
    "完成比例%": "完成比例%",
}


@dataclass(frozen=True, slots=True)
class ReportColumn:
    """A column with what it says of each row."""

    header: str
    width: int
    """In characters of half width."""
    text: Callable[[TableRow], str]
    same: Callable[[TableRow], object] | None = None
    """Neighbouring rows for which this is equal share one merged cell."""
    centred: bool = False


def in_script(table: Table) -> Callable[[str], str]:
    """Puts our own words into the script of the table, judged by its targets."""
    traditional = is_traditional("".join(row.target for row in table.rows))
    return (lambda word: TRADITIONAL.get(word, word)) if traditional else (lambda word: word)


def title_lines(table: Table) -> tuple[str, str]:
    """The title, and the line that names year and period; either may be empty."""
    year = f"{table.year}年" if table.year is not None else ""
    periods = "、".join(filter(None, table.periods))
    return table.title, f"{in_script(table)('报告期')}：{year}{periods}" if year else ""


def report_columns(table: Table) -> tuple[ReportColumn, ...]:
    """What the table has; a column that would be blank all over is left out."""
    word = in_script(table)
    names = dict.fromkeys(name for row in table.rows for name, _text in row.extra)
    return (
        *_what(table, word),
        *(column for at in range(len(table.periods)) for column in _of_period(table, at, word)),
        *(ReportColumn(_kept(name), 16, _extra(name)) for name in names),
        *_if_any(table, ReportColumn(word(MARK), 10, lambda row: row.mark, centred=True)),
    )


def _what(table: Table, word: Callable[[str], str]) -> Iterator[ReportColumn]:
    yield from _if_any(
        table,
        ReportColumn(word("类别"), 10, lambda row: row.category, lambda row: row.category, centred=True),
    )
    yield ReportColumn(word("编号"), 8, lambda row: row.number, item_of, centred=True)
    title = ReportColumn(word("项目名称"), 18, lambda row: row.title, lambda row: (item_of(row), row.title))
    yield from _if_any(table, title)
    yield ReportColumn(word("目标"), 40, lambda row: row.target, _target)
    yield ReportColumn(word("责任单位(★牵头)及配合单位"), 26, _units)


def _of_period(table: Table, at: int, word: Callable[[str], str]) -> Iterator[ReportColumn]:
    label = table.periods[at]
    header = word("完成情况")
    yield ReportColumn(f"{header}({label})" if label else header, 60, lambda row: row.progress[at])
    words = TRADITIONAL_WORDS if word("报告期") != "报告期" else WORDS

    def beside(row: TableRow) -> Beside:
        return row.beside[at] if row.beside else NOTHING_BESIDE

    def status(row: TableRow) -> str:
        said = beside(row).status
        return words[said] if said else ""

    for column in (
        ReportColumn(word("进度状态"), 10, status, centred=True),
        ReportColumn(word("存在问题"), 24, lambda row: beside(row).problems),
        ReportColumn(word("下步打算"), 24, lambda row: beside(row).next_steps),
        ReportColumn(word("备注"), 16, lambda row: beside(row).remark),
    ):
        yield from _if_any(table, column)


def _if_any(table: Table, column: ReportColumn) -> Iterable[ReportColumn]:
    return [column] if any(column.text(row) for row in table.rows) else []


def item_of(row: TableRow) -> object:
    """What makes rows the tasks of one item."""
    return row.category, row.number


def _target(row: TableRow) -> object:
    """Equal targets of an item share a cell; a row without units would have nothing of its own beside it."""
    return (item_of(row), row.target) if row.leads or row.cooperating else object()


def _units(row: TableRow) -> str:
    leads = "★" + "、".join(row.leads) if row.leads else ""
    return "\n".join(filter(None, (leads, "、".join(row.cooperating))))


def _kept(name: str) -> str:
    """A name that would be taken for a column of ours, told from it by a sign."""
    return name if role_of(name) is Role.EXTRA and not name.startswith(KEPT) else KEPT + name


def _extra(name: str) -> Callable[[TableRow], str]:
    return lambda row: dict(row.extra).get(name, "")


def groups(rows: tuple[TableRow, ...], column: ReportColumn) -> list[tuple[int, int]]:
    """(first, end) of the rows that share a cell of a column, top to bottom."""
    if column.same is None:
        return [(at, at + 1) for at in range(len(rows))]
    found: list[tuple[int, int]] = []
    last: object = None
    for at, row in enumerate(rows):
        key = column.same(row)
        if found and key == last:
            found[-1] = (found[-1][0], at + 1)
        else:
            found.append((at, at + 1))
        last = key
    return found
