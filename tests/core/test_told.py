"""Figures that a narrative tells."""

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.figure_text import fold
from db.figures import read_measures
from db.resources import sample_table
from db.tables import read_table
from db.told import figures_told, read_figures
from tests.labelled import Case, measures_of, rates, told
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
    read = dict(figures_told(measures, narrative))
    expected = [None if figure is None else Decimal(figure) for figure in figures]
    assert [read.get(one.id) for one in measures] == expected


DATA = Path(__file__).with_name("data")
BINJIANG = tomllib.loads(DATA.joinpath("binjiang.toml").read_text("utf-8"))["narratives"]
OTHERS = tomllib.loads(DATA.joinpath("other_districts.toml").read_text("utf-8"))["narratives"]


def binjiang() -> list[Case]:
    rows = read_table(sample_table()).named_rows()
    return [(row.target, row.progress[0], BINJIANG.get(name, {})) for name, row in rows]


def others() -> list[Case]:
    return [(one["target"], one["text"], one["figures"]) for one in OTHERS]


@pytest.mark.parametrize("cases", [binjiang(), others()], ids=["binjiang", "others"])
def test_precision_and_recall_against_hand_labels(cases: list[Case]) -> None:
    assert sum(len(figures) for _, _, figures in cases) >= 20
    precision, recall, sure = rates(cases)
    assert precision >= 0.95
    assert recall >= 0.9
    assert sure >= 0.95


@pytest.mark.parametrize(("target", "narrative", "figures"), others())
def test_what_is_certain_of_other_districts_is_right(
    target: str, narrative: str, figures: dict[str, str]
) -> None:
    label = told(target, figures)
    for one in read_figures(narrative, measures_of(target)):
        if one.certain:
            assert label.get(one.measure) == (one.value, True)


@pytest.mark.parametrize(
    ("narrative", "expected"),
    [
        ("已建成145個。", "145 certain total"),
        ("3月建成27個。", "27 offered month"),
        ("1-3月建成27個。", "27 certain total"),
        ("截至3月26日,累计建成27個。", "27 certain total"),
        ("2月累计建成27個。", "27 offered month"),
        ("3月建成5個,累计建成27個。", "27 certain total"),
        ("完成总量的20%。", "20 offered share"),
        ("预计4月建成27個。", ""),
        ("计划于6月建成27個充电桩。", ""),
        ("尚有27個未完成。", ""),
        ("较去年同期增加27個。", ""),
        ("正在编制27個充电桩的建设方案。", ""),
        ("已建成约27個。", "27 offered total"),
        ("已建成20余個。", "20 offered total"),
    ],
)
def test_kind_and_confidence(narrative: str, expected: str) -> None:
    found = read_figures(narrative, (POSTS,))
    read = [f"{one.value} {'certain' if one.certain else 'offered'} {one.kind}" for one in found]
    assert " ".join(read) == expected


def test_a_figure_with_its_place() -> None:
    text = "累計幫扶重點群體\uff14\uff10\uff17\uff19人次。"
    (found,) = read_figures(text, (HELPED,))
    assert (found.value, text[found.start : found.end]) == (4079, "\uff14\uff10\uff17\uff19人次")


def test_what_is_offered_is_never_told_as_certain() -> None:
    assert figures_told((POSTS,), "3月建成27個。") == ()


NARRATIVE = st.text(
    st.sampled_from(
        "0123456789,，.%一二三十百万個个人次场公共充电桩重点群体累计已建成完其中预计月年截至-(),;。\n约余"
    ),
    max_size=60,
)


@given(NARRATIVE)
def test_every_span_reads_the_same_again(narrative: str) -> None:
    for figure in read_figures(narrative, (HELPED, POSTS, TRAINED)):
        again = read_measures(narrative[figure.start : figure.end])
        assert [(one.amount, fold(one.unit)) for one in again] == [(figure.value, figure.unit)]


@given(st.text(max_size=60))
def test_any_text_may_be_told(narrative: str) -> None:
    assert {key for key, _ in figures_told((HELPED, POSTS), narrative)} <= {HELPED.id, POSTS.id}
