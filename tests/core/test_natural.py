"""The order of numbers where the plan gives none."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

import db
from db.natural import natural
from db.plan import edit_plan, put


def test_numbers_stand_as_a_person_reads_them() -> None:
    read = ["1.1", "1.2", "1.9", "1.10", "1.10.1", "1.11", "2", "10.1", "专项1", "/"]
    assert sorted(set(read), key=natural) == read


@given(
    st.lists(st.integers(0, 300), min_size=1, max_size=3),
    st.lists(st.integers(0, 300), min_size=1, max_size=3),
)
def test_numbers_of_digits_stand_as_their_parts(one: list[int], other: list[int]) -> None:
    names = [".".join(map(str, number)) for number in (one, other)]
    assert (natural(names[0]) < natural(names[1])) == (one < other)


@given(st.text(max_size=8), st.text(max_size=8))
def test_any_two_texts_have_an_order(one: str, other: str) -> None:
    assert (natural(one) < natural(other)) or natural(one) >= natural(other)


def numbers(path: Path, positions: dict[str, int]) -> list[str]:
    """The numbers of a plan whose items were put at these positions, as it is read."""
    with db.create_ledger(path) as ledger:
        plan = db.PlanId("plan")
        changes = [put("plan", id=plan, title="方案", year=2024)]
        changes.append(put("category", id="c", plan_id=plan, position=1, name="一"))
        for key, (number, position) in enumerate(positions.items()):
            changes.append(
                put("item", id=f"{9 - key}", category_id="c", position=position, number=number, title="")
            )
        edit_plan(ledger, plan, changes, label="made", author="测试")
        (read,) = db.plans(ledger)
        return [item.number for item in read.categories[0].items]


def test_a_plan_without_an_order_is_read_in_that_of_its_numbers(tmp_path: Path) -> None:
    assert numbers(tmp_path / "a.shishi", {"1.10": 0, "1.9": 0, "1.2": 0}) == ["1.2", "1.9", "1.10"]


def test_the_order_of_the_plan_comes_first_and_a_row_without_a_number_stays_in_place(tmp_path: Path) -> None:
    given_ = {"1.2": 1, "/": 2, "1.10": 3, "1.9": 4}
    assert numbers(tmp_path / "a.shishi", given_) == ["1.2", "/", "1.10", "1.9"]
