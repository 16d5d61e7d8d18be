"""Records are frozen dataclasses in all but what they cost."""

from __future__ import annotations

import copy
import pickle
from dataclasses import FrozenInstanceError, asdict, dataclass, fields, replace

import pytest

from db import record


@record
class Pair:
    first: str
    second: tuple[int, ...] = ()


@record
class Other:
    first: str
    second: tuple[int, ...] = ()


@dataclass(frozen=True)
class Usual:
    first: str
    second: tuple[int, ...] = ()


def test_values_may_be_given_by_place_or_by_name():
    assert Pair("a", (1,)) == Pair(second=(1,), first="a") == Pair("a", second=(1,))
    assert Pair("a").second == ()


@pytest.mark.parametrize(
    ("values", "named"),
    [((), {}), (("a", (), 3), {}), (("a",), {"first": "b"}), (("a",), {"third": 1}), ((), {"second": ()})],
)
def test_other_values_than_the_fields_are_refused(values: tuple[object, ...], named: dict[str, object]):
    with pytest.raises(TypeError):
        Usual(*values, **named)
    with pytest.raises(TypeError):
        Pair(*values, **named)


def test_nothing_in_a_record_can_be_changed():
    pair = Pair("a")
    for change in (lambda: setattr(pair, "first", "b"), lambda: delattr(pair, "first")):
        with pytest.raises(FrozenInstanceError):
            change()
    assert pair == Pair("a")


def test_alike_are_those_of_one_class_with_the_same_values():
    assert len({Pair("a"), Pair("a"), Pair("a", (1,))}) == 2
    assert Pair("a") != Other("a")
    assert Pair("a") != ("a", ())


def test_a_record_is_a_dataclass_to_who_asks():
    pair = Pair("a", (1, 2))
    assert [field.name for field in fields(Pair)] == ["first", "second"]
    assert replace(pair, first="b") == Pair("b", (1, 2))
    assert asdict(pair) == {"first": "a", "second": (1, 2)}
    assert repr(pair) == "Pair(first='a', second=(1, 2))"
    match pair:
        case Pair(first, second):
            assert (first, second) == ("a", (1, 2))


def test_a_record_can_be_copied():
    pair = Pair("a", (1,))
    assert copy.copy(pair) == copy.deepcopy(pair) == pickle.loads(pickle.dumps(pair)) == pair
