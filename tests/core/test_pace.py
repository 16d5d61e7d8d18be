from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.pace import Schedule, disagrees, expected_share, percent, previous_period, schedule, year_share
from db.records import Content, Measure, MeasureId, Period, PeriodId, Plan, PlanId, Status, Task, TaskId

amounts = st.decimals(min_value=-1000, max_value=10**9, allow_nan=False, allow_infinity=False)
comparators = st.sampled_from([">=", "<=", "="])


def measure(amount: str | Decimal, comparator: str = ">=") -> Measure:
    return Measure(MeasureId("m"), "幫扶重點群體", comparator, Decimal(amount), "人次")


def period(end: date, start: date | None = None, label: str = "1-3月") -> Period:
    return Period(PeriodId(label), label, start or date(end.year, 1, 1), end)


def plan(*periods: Period) -> Plan:
    return Plan(PlanId("p"), "民生实事", 2024, periods, (), ())


MARCH = period(date(2024, 3, 31))


def test_the_sample_item_3_1() -> None:
    assert percent(measure("8500"), Decimal(4079)) == Decimal("47.98")
    assert year_share(MARCH, 2024) == Decimal("24.86")
    assert schedule(measure("8500"), Decimal(4079), MARCH, 2024) == Schedule("ahead", Decimal("23.12"))


def test_blank_is_not_zero() -> None:
    assert percent(measure("10"), None) is None
    assert schedule(measure("10"), None, MARCH, 2024) is None
    assert percent(measure("10"), Decimal(0)) == 0
    assert schedule(measure("10"), Decimal(0), MARCH, 2024) == Schedule("behind", Decimal("-24.86"))


@pytest.mark.parametrize(
    ("amount", "comparator", "value", "expected"),
    [
        ("3", ">=", "1", "33.33"),
        ("10000", ">=", "9999.99", "99.99"),
        ("1000000", ">=", "999999", "99.99"),  # not rounded up to a target that is met
        ("10", ">=", "10", "100"),
        ("10", "=", "12", "100"),
        ("10", ">=", "-1", "0"),
        ("0", ">=", "0", "100"),
        ("0", "=", "-1", "0"),
        ("0", "<=", "0", "100"),
        ("0", "<=", "1", "0"),
        ("50", "<=", "0", "100"),
        ("50", "<=", "80", "62.5"),
        ("-5", ">=", "-6", "0"),
        ("-5", "<=", "-4", "0"),
        ("1", ">=", "1E-999999999", "0"),
        ("1E+999999999", ">=", "1", "0"),
    ],
)
def test_percent(amount: str, comparator: str, value: str, expected: str) -> None:
    assert percent(measure(amount, comparator), Decimal(value)) == Decimal(expected)


@given(comparators, amounts, amounts)
def test_percent_is_within_bounds(comparator: str, amount: Decimal, value: Decimal) -> None:
    rate = percent(measure(amount, comparator), value)
    assert rate is not None
    assert 0 <= rate <= 100
    met = value <= amount if comparator == "<=" else value >= amount
    assert (rate == 100) == met


@given(comparators, amounts, amounts, amounts)
def test_percent_never_turns_back(comparator: str, amount: Decimal, one: Decimal, other: Decimal) -> None:
    low, high = (percent(measure(amount, comparator), value) for value in sorted((one, other)))
    assert low is not None
    assert high is not None
    assert low >= high if comparator == "<=" else low <= high


@pytest.mark.parametrize(
    ("end", "year", "expected"),
    [
        (date(2024, 1, 1), 2024, "0.27"),
        (date(2024, 6, 30), 2024, "49.72"),
        (date(2023, 3, 31), 2023, "24.65"),
        (date(2024, 12, 31), 2024, "100"),
        (date(2025, 2, 1), 2024, "100"),
        (date(2023, 12, 31), 2024, "0"),
    ],
)
def test_year_share(end: date, year: int, expected: str) -> None:
    assert year_share(period(end), year) == Decimal(expected)


@given(st.dates(date(2023, 6, 1), date(2025, 6, 1)), st.integers(0, 400))
def test_the_year_only_advances(end: date, days: int) -> None:
    assert 0 <= year_share(period(end), 2024) <= year_share(period(end + timedelta(days)), 2024) <= 100


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        # 7320 a year are 20 a day of 366: on schedule are 91 days more or less 18.3, 1454 to 2186
        ("1453.99", "behind"),
        ("1454", "on"),
        ("1820", "on"),
        ("2186", "on"),
        ("2186.01", "ahead"),
        ("7320", "ahead"),
        ("7320.01", "exceeded"),
    ],
)
def test_the_tolerance_is_kept_to_the_last_digit(value: str, kind: str) -> None:
    found = schedule(measure("7320"), Decimal(value), MARCH, 2024)
    assert found is not None
    assert found.kind == kind


def test_a_target_met_at_the_end_of_the_year_is_on_schedule() -> None:
    december = period(date(2024, 12, 31), label="1-12月")
    assert schedule(measure("9"), Decimal(9), december, 2024) == Schedule("on", Decimal(0))
    assert schedule(measure("9", "="), Decimal(10), december, 2024) == Schedule("exceeded", Decimal(0))


def test_a_ceiling_is_kept_or_broken() -> None:
    assert schedule(measure("50", "<="), Decimal(50), MARCH, 2024) == Schedule("on", Decimal(0))
    assert schedule(measure("50", "<="), Decimal(0), MARCH, 2024) == Schedule("on", Decimal(0))
    assert schedule(measure("50", "<="), Decimal(80), MARCH, 2024) == Schedule("behind", Decimal("-37.5"))


def test_a_target_of_zero() -> None:
    assert schedule(measure("0"), Decimal(0), MARCH, 2024) == Schedule("ahead", Decimal("75.14"))
    assert schedule(measure("0"), Decimal(1), MARCH, 2024) == Schedule("exceeded", Decimal("75.14"))
    assert schedule(measure("0"), Decimal(-1), MARCH, 2024) == Schedule("behind", Decimal("-24.86"))


@given(comparators, amounts, amounts, st.dates(date(2024, 1, 1), date(2024, 12, 31)))
def test_the_kind_follows_the_figures(comparator: str, amount: Decimal, value: Decimal, end: date) -> None:
    found = schedule(measure(amount, comparator), value, period(end), 2024)
    assert found is not None
    assert -100 <= found.share <= 100
    assert (found.kind == "exceeded") == (comparator != "<=" and value > amount)
    if found.kind == "ahead":
        assert found.share > Decimal("4.98")
    if found.kind == "behind":
        assert found.share < 0


def test_previous_period_goes_by_the_end() -> None:
    half = period(date(2024, 6, 30), label="1-6月")
    second = period(date(2024, 6, 30), date(2024, 4, 1), "4-6月")
    september = period(date(2024, 9, 30), label="1-9月")
    whole = plan(september, second, half, MARCH)
    assert previous_period(whole, MARCH) is None
    assert previous_period(whole, half) == MARCH
    assert previous_period(whole, september) == half
    third = replace(september, start=date(2024, 4, 1))
    assert previous_period(whole, third) == second


def with_step(amount: str, step: str, comparator: str = ">=") -> Measure:
    return replace(measure(amount, comparator), steps=((MARCH.id, Decimal(step)),))


def kind(of: Measure, value: str, tolerance: str = "5") -> str:
    found = schedule(of, Decimal(value), MARCH, 2024, Decimal(tolerance))
    assert found is not None
    return found.kind


def test_the_tolerance_is_the_plans() -> None:
    assert kind(measure("100"), "20") == "on"
    assert kind(measure("100"), "20", "4") == "behind"
    assert kind(measure("100"), "30", "6") == "on"
    assert kind(measure("100"), "30", "5") == "ahead"


def test_a_step_takes_the_place_of_the_share_of_the_year() -> None:
    of = with_step("1000", "100")
    assert expected_share(of, MARCH, 2024) == 10
    assert expected_share(measure("1000"), MARCH, 2024) == Decimal("24.86")
    for value, expected in (
        ("49", "behind"),
        ("50", "on"),
        ("150", "on"),
        ("151", "ahead"),
        ("1001", "exceeded"),
    ):
        assert kind(of, value) == expected
    assert schedule(of, Decimal(150), MARCH, 2024) == Schedule("on", Decimal(5))
    june = period(date(2024, 6, 30), label="1-6月")
    assert schedule(of, Decimal(150), june, 2024) == schedule(measure("1000"), Decimal(150), june, 2024)


def test_nothing_may_be_due_yet_or_all_of_it() -> None:
    assert kind(with_step("10", "0"), "0") == "on"
    assert kind(with_step("10", "10"), "9") == "behind"
    assert expected_share(with_step("10", "20"), MARCH, 2024) == 100


def test_the_step_of_a_ceiling_is_the_ceiling_by_then() -> None:
    of = with_step("50", "80", "<=")
    assert (kind(of, "70"), kind(of, "81")) == ("on", "behind")
    assert kind(with_step("100", "30", "<="), "31") == "behind"
    assert kind(measure("50", "<="), "70") == "behind"


def test_steps_and_tolerance_decide_whether_a_status_disagrees() -> None:
    def said(of: Measure, tolerance: str) -> bool:
        task = Task(TaskId("t"), "1.1", 1, "", (), (), (), (of,))
        content = Content(status=Status.ON_TRACK, figures=((of.id, Decimal(15)),))
        return disagrees(task, content, MARCH, 2024, Decimal(tolerance))

    assert said(measure("100"), "5")
    assert not said(measure("100"), "10")
    assert not said(with_step("100", "15"), "0")
