"""Ids, canonical form, heads and entries: the model in itself."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import db
from db.records import Content, Revision, State, Status
from db.revisions import build, canonical, content_form, content_of, entry_of, heads, normal, says, verify

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
CONTENT = st.builds(
    Content,
    status=st.none() | st.sampled_from(Status),
    nothing_new=st.booleans(),
    narrative=TEXT,
    problems=TEXT,
    figures=st.dictionaries(
        st.sampled_from(["m1", "m2", "m3"]),
        st.decimals(min_value=-(10**12), max_value=10**12, places=4, allow_nan=False),
    ).map(lambda figures: tuple(sorted(figures.items()))),
)


def revision(content=None, parents=(), unit="u", author="张三", at="2024-04-01T00:00:00Z"):
    return build(
        "t", "p", content or Content(narrative="甲"), unit=unit, author=author, saved_at=at, parents=parents
    )


@given(CONTENT)
def test_the_same_save_has_the_same_id_and_survives_storing(content):
    one = revision(content)
    verify(one)
    assert one == revision(content)
    stored = content_of(json.loads(json.dumps(content_form(one.content))))
    assert stored == one.content
    assert normal(one.content) == one.content


@given(CONTENT, CONTENT)
def test_what_differs_has_another_id(one, other):
    same = normal(one) == normal(other)
    assert (revision(one).id == revision(other).id) == same
    assert (says(normal(one)) == says(normal(other))) == same


def test_every_field_is_in_the_hash():
    one = revision()
    for change in (
        {"task": "t2"},
        {"period": "p2"},
        {"unit": None},
        {"author": "李四"},
        {"saved_at": "x"},
        {"parents": ("a",)},
    ):
        with pytest.raises(db.RefusedError, match="bad_hash"):
            verify(replace(one, **change))


def test_the_canonical_form_never_drifts():
    content = Content(
        status=Status.ON_TRACK, narrative="已建成145個。\n二", figures=(("m1", Decimal("145.00")),)
    )
    assert revision(content).id == "4f9ff49291af3bdaf952e555352415b294379b8c94071de61fa91f30dcb6a959"


def test_a_figure_has_one_form():
    assert db.decimal_text(Decimal("27000.00")) == "27000"
    assert db.decimal_text(Decimal("2.7E+4")) == "27000"
    assert db.decimal_text(Decimal("-0.0")) == "0"
    assert db.decimal_text(Decimal("0.10")) == "0.1"


def test_check_codes_look_like_check_codes():
    code = db.check_code(revision().id)
    assert len(code) == 9
    assert code[4] == "-"
    assert not set(code) & set("ILOU")
    assert db.check_code("0" * 64) == "0000-0000"
    assert db.check_code("f" * 64) == "ZZZZ-ZZZZ"


def test_heads_are_what_no_other_names():
    first = revision()
    second = revision(Content(narrative="乙"), [first.id])
    third = revision(Content(narrative="丙"), [first.id])
    assert {r.id for r in heads([first, second, third])} == {second.id, third.id}
    joined = revision(Content(narrative="丁"), [second.id, third.id])
    assert heads([joined, second, first, third]) == (joined,)


def entry(*standing: Revision):
    return entry_of("t", "p", standing, None, [])


def test_heads_that_say_the_same_count_as_one():
    one, same, other = revision(unit="a"), revision(unit="b"), revision(Content(narrative="乙"))
    assert entry().state is State.BLANK
    assert entry(one, same).state is State.OPEN
    assert entry(one, same).current == entry(same, one).current
    assert entry(one, same, other).state is State.CONFLICT
    assert entry(one, other).current is None


def test_blank_zero_and_nothing_new_are_three_things():
    assert not Content().is_entry
    assert not Content(figures=(("m1", Decimal(0)),)).is_entry
    assert not Content(nothing_new=True).is_entry
    assert Content(nothing_new=True, reason="等待立项").is_entry
    assert Content(status=Status.NOT_APPLICABLE, reason="已调出").is_entry
    assert not Content(narrative=" \n").is_entry
    assert says(Content()) != says(Content(figures=(("m1", Decimal(0)),)))


def test_canonical_form_is_stable():
    assert canonical({"b": "中", "a": [1, None]}) == '{"a":[1,null],"b":"中"}'.encode()
