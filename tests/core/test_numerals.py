"""Numbers as they are typed into a cell."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.errors import RequestError
from db.numerals import read_number


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("4079", "4079"),
        (" 4079 ", "4079"),
        ("0", "0"),
        ("4,079", "4079"),
        ("1，234，567.5", "1234567.5"),
        ("２．７万", "27000"),
        ("2.7萬", "27000"),
        ("12345.6789万", "123456789"),
        ("1.05亿", "105000000"),
        ("3百万", "3000000"),
        ("1.50", "1.5"),
        (".5", "0.5"),
        ("-3.2", "-3.2"),
        ("－３", "-3"),
        ("-0", "0"),
        ("１ ２００", "1200"),
        ("2.7 万", "27000"),
    ],
)
def test_a_number_is_read_exactly(typed: str, number: str) -> None:
    assert str(read_number(typed)) == number


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "无",
        "约30",
        "2,70",
        "1,2345",
        "1.2.3",
        "1e5",
        "nan",
        "3个",
        "--3",
        "万",
        "5%",
        "9" * 19,
        "1/2",
        "4\n5",
        "12 5",
    ],
)
def test_nonsense_is_refused_and_named(typed: str) -> None:
    with pytest.raises(RequestError) as refused:
        read_number(typed)
    assert refused.value.code == "not_a_number"
    assert refused.value.params == {"text": typed.strip()}


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**9), max_value=10**9))
def test_what_is_written_is_read_back(value: Decimal) -> None:
    assert read_number(f"{value:,f}") == value
    assert read_number(f"{value:f}") == value
