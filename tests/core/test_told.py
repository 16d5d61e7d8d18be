"""Figures that a narrative tells."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.told import figures_told
from tests.small_plan import measure

HELPED, REEMPLOYED = measure("重點群體", "8500", "人次"), measure("失業人員實現再就業", "2500", "人次")
POSTS = measure("新增公共(含專用)充電樁", "200", "個")
TRAINED = measure("培養數字技能人才", "500", "人")


@pytest.mark.parametrize(
    ("measures", "narrative", "figures"),
    [
        ((HELPED, REEMPLOYED), "累計幫扶重點群體4079人次,失業人員實現再就業1250人次。", ["4079", "1250"]),
        ((HELPED, REEMPLOYED), "失業人員實現再就業1250人次。", [None, "1250"]),
        ((POSTS,), "已建成145個。", ["145"]),
        ((POSTS,), "對接企業9家。", [None]),
        ((POSTS,), "走訪社區服務站點12個。", [None]),
        ((TRAINED,), "累計培養數字技能人才211人。", ["211"]),
        ((TRAINED,), "累計培養數字技能人才2.1万人。", ["21000"]),
        ((TRAINED,), "", [None]),
        ((), "累計培養數字技能人才211人。", []),
        ((measure("甲類站", "3", "個"), measure("乙類站", "3", "個")), "已建成2個。", [None, None]),
    ],
)
def test_what_is_told_is_matched_by_unit_and_name(
    measures, narrative: str, figures: list[str | None]
) -> None:
    told = dict(figures_told(measures, narrative))
    expected = [None if figure is None else Decimal(figure) for figure in figures]
    assert [told.get(one.id) for one in measures] == expected


@given(st.text(max_size=60))
def test_any_text_may_be_told(narrative: str) -> None:
    assert {key for key, _ in figures_told((HELPED, POSTS), narrative)} <= {HELPED.id, POSTS.id}
