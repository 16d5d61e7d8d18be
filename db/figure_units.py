"""Units of measure: which words count something, and which of them may stand for one another."""

from __future__ import annotations

import re

_MEASURES = (
    "个百分点 百分点 平方公里 平方千米 平方公尺 平方米 平米 平方 立方公尺 立方米 立方 公尺 "
    "千瓦时 兆瓦时 兆瓦 千瓦 公里 千米 延米 "
    "公顷 公斤 千克 毫克 微克 毫米 厘米 升 米 亩 吨 倍 % ‰ ㎡ m² km kW kWh MW MWh GW 美元 元 标准箱"
)
_COUNTS = (
    "人次 人份 户次 场次 车次 例次 件次 批次 班次 架次 艘次 人日 课时 学时 小时 点位 个 所 家 座 条 张 套 "
    "名 位 人 次 场 批 片 处 户 栋 幢 台 辆 艘 间 床位 床 份 件 项 例 对 双 组 队 支 只 棵 株 本 册 篇 部 "
    "首 幅 堂 节课 节 门 起 笔 枚 根 段 孔 口 盏 块 种 类 轮 班 岗 宗地 宗 桩 架 列 盆 头 尾 羽 箱 袋 瓶 "
    "剂次 剂 颗 粒 趟 家次 台次 辆次 字 页 面 眼 顶 把 盒 杆 卷 扇 匹 桶 罐 标段 停车位 车位 泊位 "
    "学位 托位 工位 站 客 校"
)
_DURATIONS = "个工作日 工作日 个月 分钟 小时 天 日 年"
_PER = "(?:平方米|立方米|小时|公里|人|月|年|日|天|户|次|亩|床|平米|升|村|镇|乡|社区|街道|校)"

_NOT_A_UNIT = (  # the first character of a word, not what the number counts
    "人(?:制|间|均|大|民币)|家(?:庭|长|园|属|政|电|具|乡(?!镇)|居|校|装)|户(?:籍|外|主|均)|场(?:所|馆|地|景|站)|"
    "座谈|支(?:持|付|撑|援|部)|次(?:日|序|数|元|生|性|供水)|部(?:门|分|署|长)|组(?:织|建|团|成|合)|"
    "节(?:日|目|能|点|水|约|假)|门(?:店|类|诊|禁|户|前|口|峡|县)|处(?:置|理|罚|分|于|在)|位(?:于|置|一体)|"
    "名(?:单|称|录|师|校|医)|例(?:行|会)|对(?:口|接|象|于|外|比|一)|本(?:级|地|科|市|区|年|次|届|月)|"
    "批(?:准|发|复|示)|张(?:贴|网|图|表)|种(?:植|子|养)|台(?:账|州|风)|首(?:批|个|次|创)|"
    "件(?:民生|大|小)?实?事|条(?:龙|件|例|心)|口(?:之家|岸|径|腔|袋)|口人|年(?:级|度|底|初|轻)|日(?:常|均|间)|"
    "个(?:小时|年|季度|星期|一(?![般定])|方面|层面|环节|阶段|维度|领域|板块)|双(?:创|减|拥|向|千)|"
    "间(?:隔|歇)|面(?:积|向|临|对)|眼(?:科|睛|底)|字(?:体|样)|把(?:手|关)|顶(?:层|管)|页(?:岩)|"
    "项(?:规定)|类(?:型|别)|班(?:规模|制|小学|中学|初中|高中|幼儿园|九年)|"
    "米(?:粉|袋子)|起(?:步|点)|头(?:条|部)|列(?:入|为)|升(?:级|至|到|降)|站(?:点|台|位|房|场|长|前|内|务|岗)|客(?:户|车|运|流|厅|商|房|服|源|货|观|体|机|舱|栈|队|家)|校(?:园|外|内|长|区|车|服|企|际|舍|医|门|级|友|史|训|歌|本|名|准|对|验|正|务)|桩基|块状|段时|根(?:据|本)|元(?:旦|宵|素)"
)


def _alternation(words: str) -> str:
    return "|".join(sorted(map(re.escape, words.split()), key=len, reverse=True))


_UNITS = _alternation(f"{_MEASURES} {_COUNTS}")
UNIT = re.compile(rf" ?(?!{_NOT_A_UNIT})((?:{_UNITS})(?:/{_PER})?)(\(次\))?")
"""A unit of measure in a folded text, group 1; 人(次) has the rest of it in group 2."""

DURATION = re.compile(rf" ?({_alternation(_DURATIONS)})(?![轻级])")
"""A span of time: counts only where it is promised to be kept (不超过30个工作日)."""

SIZES = frozenset(
    (
        "平方米",
        "平方公尺",
        "平米",
        "平方",
        "立方米",
        "亩",
        "公里",
        "千米",
        "米",
        "元",
        "吨",
        "人",
        "千瓦",
        "兆瓦",
        "张",
        "床",
    )
)
"""Units that may also say how large the things are that are counted: 500平方米以上的農貿市場3家."""

_ALIKE = tuple(
    frozenset(kind.split())
    for kind in (
        "人 名 位 人次 人份 例 例次",
        "场 场次 次 期 批次 批 堂 节 节课 课时 学时 班次 轮",
        "个 家 所 处 座 点位 片 项 宗 栋 幢 间",
        "户 户次",
        "条 段",
        "张 床 床位",
        "个 车位 泊位 停车位 学位 托位 工位",
        "台 部 辆",
        "对 双",
        "公里 千米 km",
        "平方米 平米 平方 平方公尺 ㎡ m²",
        "份 件 篇 条",
    )
)


def alike(one: str, other: str) -> bool:
    """Whether a figure in one (folded) unit may answer a measure in the other: 场 and 场次, 人 and 人次."""
    return one == other or any(one in kind and other in kind for kind in _ALIKE)


_SAME = tuple(
    frozenset(kind.split())
    for kind in (
        "人 名 位",
        "场 场次",
        "户 户次",
        "床 床位 张",
        "公里 千米 km",
        "米 公尺 延米",
        "平方米 平米 平方 平方公尺 ㎡ m²",
        "立方米 立方 立方公尺",
    )
)


def same(one: str, other: str) -> bool:
    """Whether two (folded) units are one by two names: 人 and 名, 公里 and 千米."""
    return one == other or any(one in kind and other in kind for kind in _SAME)
