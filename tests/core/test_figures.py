from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.figures import ReadMeasure, read_measures
from db.resources import sample_table
from db.tables import read_table

# What a person reads in the targets of the sample, in order: comparator, amount, unit.
BY_HAND = {
    "1.1#1": "=4所 =1所 =7600個",
    "1.2#1": "=6個 =9所 =1個 >=20人次",
    "1.3#1": ">=30個",
    "1.4#1": "=3000個 =3000套",
    "2.1#1": "=4條",
    "2.2#1": ">=3條 =5個",
    "2.3#1": "=1200個",
    "2.3#2": ">=300個",
    "2.4#1": "=200個",
    "2.5#1": ">=10公里",
    "3.1#1": ">=8500人次 >=2500人次",
    "3.2#1": ">=100場 >=42000人",
    "3.3#1": "=500人",
    "3.4#1": "=3家",
    "4.1#1": "=39個",
    "4.2#1": "=15個 =2個",
    "4.3#1": ">=60張",
    "4.4#1": "=100%",
    "4.5#1": ">=10000名 =1000名 =1000名",
    "5.1#1": "=3家",
    "5.2#1": "=2個 =1個",
    "5.3#1": ">=10家 >=1家",
    "5.4#1": ">=3000對 >=50場次 >=50場次 >=150場次",
    "5.5#1": ">=30場次 =50000人次",
    "6.1#1": ">=30個",
    "6.2#1": ">=20個",
    "6.3#1": "=30個",
    "6.4#1": "=6家 =6個 =100批次",
    "6.5#1": "",
    "7.1#1": "=50套 >=3100套",
    "7.2#1": "=3個 >=1900套",
    "7.3#1": "=11個",
    "7.4#1": "=100% >=20個",
    "7.4#2": "=100% >=20個",
    "7.4#3": "=100% >=20個",
    "7.5#1": "=8個",
    "7.5#2": "=8個",
    "7.5#3": "=8個",
    "7.5#4": "=3個",
    "7.5#5": "=3個",
    "7.6#1": ">=12次 >=90%",
    "8.1#1": "=1家 =10個 =20家",
    "8.2#1": "=5場 =10個 =1個",
    "8.3#1": "=20片 =15處",
    "9.1#1": "=150個",
    "9.1#2": "=100個",
    "9.2#1": "=1家 =80人次",
    "9.3#1": ">=100人次",
    "9.4#1": ">=100場次 >=30000人次",
    "9.5#1": ">=100堂",
    "9.6#1": "=3所 =2條",
    "9.6#2": "=3個",
    "10.1#1": "=3家",
    "10.2#1": "=30個 =18個",
    "10.3#1": "=80篇 =16場 =40條 =800場 =100%",
    "10.4#1": "=3個",
}


def brief(text: str) -> str:
    return " ".join(f"{one.comparator}{one.amount}{one.unit}" for one in read_measures(text))


def labels(text: str) -> list[str]:
    return [one.label for one in read_measures(text)]


def test_every_target_of_the_sample() -> None:
    table = read_table(sample_table())
    assert {name: brief(row.target) for name, row in table.named_rows()} == BY_HAND


def test_labels_say_what_is_counted() -> None:
    target = {name: row.target for name, row in read_table(sample_table()).named_rows()}
    assert labels(target["3.1#1"]) == ["重點群體", "失業人員實現再就業"]
    assert labels(target["1.1#1"]) == ["中小學", "培智學校", "新增學位"]
    assert labels(target["8.1#1"]) == ["新建城市書房", "智慧借閱點", "提升改造城市書房"]
    assert labels(target["8.2#1"])[1:] == ["新建“15分鐘品質文化生活圈”", "打造五星級“15分鐘品質文化生活圈”"]
    assert labels(target["9.6#1"]) == ["兒童友好校(園)", "云守護通學路"]
    assert labels(target["4.2#1"]) == ["新增社區長者食堂(含助餐點)", "打造老少共享食堂"]
    assert labels(target["7.4#1"]) == ["全區安置小區地下車庫通信信號", "新覆蓋小區"]
    assert labels(target["10.3#1"])[0] == "融媒體發布反詐推文"


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
        ("办理时间不超过30个工作日,等待人数控制在20人以内", "<=20人"),
        ("实现社区全覆盖", "=100%"),
        ("新建公园(含口袋公园2个)5个", "=2个 =5个"),
        ("1.3个重点\n2.5个其他", "=3个 =5个"),
        ("不少于500", ">=500"),
        ("建设5G基站200个", "=200个"),
        ("九年一贯制学校2所", "=2所"),
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
        "0123456789.,\uff10\uff15\uff05%一二三十百千万亿两零〇点個个家所人次以上不少于達年月日-~()（）「」“”;。、全覆盖\n 等²٣①"
    )
)


@given(st.one_of(st.text(), NUMERIC))
def test_any_text_is_read_with_spans_inside(text: str) -> None:
    measures = read_measures(text)
    for measure in measures:
        assert 0 <= measure.start < measure.end <= len(text)
        assert text[measure.start : measure.end].strip()
        assert measure.comparator in (">=", "<=", "=")
        assert measure.amount.is_finite()
        assert "E" not in str(measure.amount)
        assert len(measure.label) <= 40
    starts = [measure.start for measure in measures]
    assert starts == sorted(starts)
