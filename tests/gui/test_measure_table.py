"""The measures of a task: reading what is typed, percent, schedule."""

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

import db
from desktop.models.measure_table import Column, Frame, MeasureTable
from tests.small_plan import FIRST, measure, small_plan

REEMPLOYED = db.MeasureId("m-失业人员再就业")
HELPED = db.MeasureId("m-帮扶重点群体")


@pytest.fixture
def table(qtmodeltester, qapp) -> MeasureTable:
    task = next(task for task in small_plan().tasks() if task.number == "3.1")
    table = MeasureTable()
    table.show(
        Frame(task.measures, {HELPED: Decimal("1200")}, FIRST, 2024, Decimal(5)), {HELPED: Decimal("4079")}
    )
    qtmodeltester.check(table)
    return table


def texts(table: MeasureTable, row: int) -> list[str]:
    return [str(table.index(row, column).data()) for column in Column]


def test_a_row_says_it_all(table: MeasureTable) -> None:
    assert texts(table, 0) == ["帮扶重点群体", "≥ 8500 人次", "1200", "4079", "47%", "Ahead of schedule +23%"]
    assert texts(table, 1) == ["失业人员再就业", "≥ 2500 人次", "—", "", "—", "—"]


@pytest.mark.parametrize(
    ("typed", "figure"),
    [
        ("27000", "27000"),
        ("2.7万", "27000"),
        ("２，５００", "2500"),
        ("12.5人次", "12.5"),
        ("0", "0"),
        (" 8 ", "8"),
    ],
)
def test_numbers_are_read_as_people_write_them(table: MeasureTable, typed: str, figure: str, qtbot) -> None:
    with qtbot.waitSignal(table.edited):
        assert table.setData(table.index(1, Column.NOW), typed)
    assert dict(table.figures())[REEMPLOYED] == Decimal(figure)
    assert table.index(1, Column.NOW).data() == figure


def test_nonsense_is_refused_with_a_sentence_and_changes_nothing(table: MeasureTable, qtbot) -> None:
    before = table.figures()
    with qtbot.waitSignal(table.refused) as refused, qtbot.assertNotEmitted(table.edited):
        assert not table.setData(table.index(0, Column.NOW), "约三成")
    assert "约三成" in refused.args[0]
    assert "帮扶重点群体" in refused.args[0]
    assert table.figures() == before


def test_blank_is_not_zero(table: MeasureTable) -> None:
    now = table.index(0, Column.NOW)
    assert table.setData(now, "0")
    assert texts(table, 0)[3:5] == ["0", "0%"]
    assert table.setData(now, "")
    assert table.figures() == ()
    assert texts(table, 0)[3:5] == ["", "—"]


def test_no_rate_passes_one_hundred(table: MeasureTable) -> None:
    assert table.setData(table.index(0, Column.NOW), "9万")
    assert texts(table, 0)[4:] == ["100%", "Target exceeded"]


def test_only_the_figure_of_this_period_is_typed_and_only_where_one_may(table: MeasureTable) -> None:
    for column in Column:
        is_editable = bool(table.index(0, column).flags() & Qt.ItemFlag.ItemIsEditable)
        assert is_editable == (column is Column.NOW)
    table.show(Frame((measure("学位", "7", "个"),), {}, FIRST, 2024, Decimal(5)), {}, editable=False)
    assert not table.setData(table.index(0, Column.NOW), "3")
    assert table.figures() == ()


def test_a_figure_of_a_measure_that_is_gone_is_kept(table: MeasureTable) -> None:
    gone = db.MeasureId("gone")
    table.show(Frame((measure("学位", "7", "个"),), {}, FIRST, 2024, Decimal(5)), {gone: Decimal(3)})
    table.setData(table.index(0, Column.NOW), "5")
    assert table.figures() == ((db.MeasureId("m-学位"), Decimal(5)), (gone, Decimal(3)))
