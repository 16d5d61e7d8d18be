from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.figure_numbers import counts
from db.figure_text import fold
from db.figures import ReadMeasure, read_measures
from db.resources import sample_table
from db.tables import read_table
from tests.labelled import Promise, brief, promised, promises, target_rates

BINJIANG = tomllib.loads(Path(__file__).with_name("data").joinpath("binjiang.toml").read_text("utf-8"))
OTHERS = tomllib.loads(Path(__file__).with_name("data").joinpath("other_districts.toml").read_text("utf-8"))
"""Hand labels: `>=30個` is comparator, amount and unit."""


def labels(text: str) -> list[str]:
    return [one.label for one in read_measures(text)]


def sample_targets() -> dict[str, str]:
    return {name: row.target for name, row in read_table(sample_table()).named_rows()}


def test_every_target_of_the_sample() -> None:
    targets = sample_targets()
    assert targets.keys() == BINJIANG["targets"].keys()
    assert {name: brief(text) for name, text in targets.items()} == BINJIANG["targets"]


@pytest.mark.parametrize(
    "pairs",
    [
        [(promises(text), promised(BINJIANG["targets"][name])) for name, text in sample_targets().items()],
        [(promises(text), promised(label)) for text, label in OTHERS["targets"].items()],
    ],
    ids=["binjiang", "others"],
)
def test_precision_and_recall_against_hand_labels(pairs: list[tuple[list[Promise], list[Promise]]]) -> None:
    assert len(pairs) >= 40
    assert min(target_rates(pairs)) >= 0.95


@pytest.mark.parametrize(("text", "expected"), OTHERS["targets"].items())
def test_targets_of_other_districts(text: str, expected: str) -> None:
    assert brief(text) == expected


def test_labels_say_what_is_counted() -> None:
    target = sample_targets()
    assert labels(target["3.1#1"]) == ["幫扶重點群體", "失業人員實現再就業"]
    assert labels(target["1.1#1"]) == ["投用中小學", "投用培智學校", "新增學位"]
    assert labels(target["1.4#1"]) == ["配置熱水裝置點位", "配備午休裝備"]
    assert labels(target["4.5#1"]) == ["提供免費流感疫苗接種", "提供免費結直腸癌篩查", "提供免費肺功能篩查"]
    assert labels(target["8.1#1"]) == ["新建城市書房", "新建智慧借閱點", "提升改造城市書房"]
    assert labels(target["8.2#1"])[1:] == ["新建“15分鐘品質文化生活圈”", "打造五星級“15分鐘品質文化生活圈”"]
    assert labels(target["8.3#1"])[0] == "建設嵌入式體育設施"
    assert labels(target["9.6#1"]) == ["建成兒童友好校(園)", "建成云守護通學路"]
    assert labels(target["4.2#1"]) == ["新增社區長者食堂(含助餐點)", "打造老少共享食堂"]
    assert labels(target["7.4#1"]) == ["全區安置小區地下車庫通信信號", "新覆蓋小區"]
    assert labels(target["10.3#1"])[0] == "發布反詐推文"
    assert labels(target["10.4#1"]) == ["選定重點區域"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新建口袋公园20个、绿道50公里", ["新建口袋公园", "新建绿道"]),
        ("完成1.2万户居民燃气管道改造", ["完成居民燃气管道改造"]),
        ("为全区6.5万名60周岁以上老年人提供免费体检", ["提供免费体检"]),
        ("全区每个镇街至少建成1个综合养老服务中心", ["建成综合养老服务中心"]),
        ("补助标准由每人每年580元提高到610元", ["补助标准"]),
        ("总投资约1.2亿元", ["总投资"]),
        ("打造不少于5条示范街、10个示范点", ["打造示范街", "打造示范点"]),
        ("新建、改扩建中小学、幼儿园12所", ["新建、改扩建中小学、幼儿园"]),
    ],
)
def test_labels_of_other_districts(text: str, expected: list[str]) -> None:
    assert labels(text) == expected


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("新增托位1500个，其中普惠托位900个、社区托位200个；培训80人。", [None, "1500个", "1500个", None]),
        ("新增公共停车位5000个（含充电车位500个），新建公厕2座", [None, "5000个", None]),
        ("新建公园(含口袋公园2个)5个", ["5个", None]),
        ("其中3个在建", [None]),
    ],
)
def test_what_stands_after_among_them_is_a_part(text: str, sums: list[str | None]) -> None:
    found = read_measures(text)
    spans = {one.start: text[one.start : one.end] for one in found}
    assert [spans.get(one.part_of) for one in found] == sums


def test_a_measure_with_its_span() -> None:
    text = "全年培训不少于\uff14\uff10课时"
    assert read_measures(text) == (ReadMeasure("培训", ">=", Decimal(40), "课时", 7, 11),)
    assert text[7:11] == "\uff14\uff10课时"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("新增托位三千五百个,建成两座桥、十二个驿站", "=3500个 =2座 =12个"),
        ("改造老旧小区12.5万平方米", "=125000平方米"),
        ("发放消费券1,200万元", "=12000000元"),
        ("总投资2.5亿元", "=250000000元"),
        ("覆盖率达到百分之九十五以上", ">=95%"),
        ("满意率95.5%", "=95.5%"),
        ("新建公园100余个", ">=100个"),
        ("惠及居民超3万人", ">=30000人"),
        ("办理时间不超过30个工作日,等待人数控制在20人以内", "<=30个工作日 <=20人"),
        ("实现社区全覆盖", "=100%"),
        ("新建公园(含口袋公园2个)5个", "=2个 =5个"),
        ("1.3个重点\n2.5个其他", "=3个 =5个"),
        ("不少于500", ">=500"),
        ("建设5G基站200个", "=200个"),
        ("九年一贯制学校2所", "=2所"),
        ("提升30～50个", ""),
        ("新建二十个站点、二十二座桥", "=20个 =22座"),
        ("新建口袋公园12,绿道3公里", "=12 =3公里"),
        ("敷设10千伏电缆30千米", "=30千米"),
        ("投资1.2万亿元", "=1200000000000元"),
        ("培训１，２００人（次）", "=1200人次"),
        ("建成一座体育馆,形成一套机制", "=1座"),
        ("实现村村通公交100%全覆盖", "=100%"),
        ("满意率不低于九成", ">=90%"),
    ],
)
def test_ways_to_write_a_number(text: str, expected: str) -> None:
    assert brief(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2024年完成",
        "70周岁以上老人",
        "50-74周歲居民",
        "15分鐘品質文化生活圈",
        "推进“6+3”学校内涵发展",
        "第三批",
        "3月底前完成",
        "地铁3号线",
        "24小时自助服务",
        "二次供水",
        "一体化、一件事、最多跑一次",
        "一户一档、千家万户、四五个",
        "三门峡路",
        "五星级",
        "PM2.5达标",
        "(一期)",
        "",
    ],
)
def test_what_is_no_measure(text: str) -> None:
    assert read_measures(text) == ()


def test_the_same_promise_twice_counts_once() -> None:
    assert brief("开展宣传不少于50场;开展宣传不少于50场;开展讲座50场") == ">=50场 =50场"


NUMERIC = st.text(
    st.sampled_from(
        "0123456789.,\uff0c\uff10\uff15\uff05%一二三十百千万亿两零〇点個个家所人次以上不少于達年月日-~()（）「」“”;。、全覆盖\n 等²٣①成其中新建为期天户分之"
    )
)


@given(st.one_of(st.text(), NUMERIC))
@settings(max_examples=500)
def test_any_text_is_read_and_every_span_reads_the_same_again(text: str) -> None:
    measures = read_measures(text)
    for measure in measures:
        assert 0 <= measure.start < measure.end <= len(text)
        again = read_measures(text[measure.start : measure.end])
        assert [(one.amount, one.unit) for one in again] == [(measure.amount, measure.unit)]
        assert measure.comparator in (">=", "<=", "=")
        assert measure.amount.is_finite()
        assert "E" not in str(measure.amount)
        assert len(measure.label) <= 40
        assert measure.part_of is None or measure.part_of in {count.start for count in counts(fold(text))}
    starts = [measure.start for measure in measures]
    assert starts == sorted(starts)


@given(st.text(max_size=20))
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)
