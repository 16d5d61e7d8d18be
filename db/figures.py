"""Numbers that a target promises, read from its text: 幫扶重點群體不少于8500人次 is >= 8500 人次.

Three questions, each with its own rules: where is a number and what does it count (`_counts`); is
it a promise, or a date, a rank, a name (`_is_name`); what is it called (`_label`). Nothing converts
the text: every span is an offset into what was given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from db.errors import RequestError
from db.numerals import read_number

_HALF_WIDTH = {full: full - 0xFEE0 for full in range(0xFF01, 0xFF5F)}
"""One character for one, so that offsets stay."""

_UNIT = re.compile(  # the longer first: 人次 is not 人
    "个百分点|個百分點|平方公里|平方千米|百分点|百分點|平方米|立方米|千瓦时|千瓦時|兆瓦时|兆瓦時|"
    "兆瓦|千瓦|公里|千米|公顷|公頃|人次|人份|户次|戶次|场次|場次|车次|車次|例次|件次|批次|课时|課時|"
    "学时|學時|小时|小時|点位|點位|个|個|所|家|座|条|條|张|張|套|名|位|人|次|场|場|批|片|处|處|米|"
    "亩|畝|元|吨|噸|户|戶|栋|棟|幢|台|臺|辆|輛|艘|间|間|床|份|件|项|項|例|对|對|双|雙|组|組|队|隊|"
    "支|只|隻|棵|株|本|册|冊|篇|部|首|幅|堂|节|節|门|門|起|笔|筆|枚|根|段|孔|口|盏|盞|块|塊|种|種|"
    "类|類|轮|輪|班|岗|崗|%|‰"
)

_CHINESE_DIGITS = "一二三四五六七八九十百千万萬亿億零〇两兩"
_ARABIC = re.compile(
    r"(?<![0-9A-Za-z.])(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?"
    r"(?: ?[百千]?[万萬亿億]|[百千])?"
)
_CHINESE = re.compile(rf"[{_CHINESE_DIGITS}]+")
_PERCENT = re.compile(rf"百分之([{_CHINESE_DIGITS}]+)")
_NUMBER = re.compile(f"{_PERCENT.pattern}|{_ARABIC.pattern}|{_CHINESE.pattern}")
_LONGEST = 18
"""More digits than any promise has."""
_COVERED = re.compile(r"全[覆復复][盖蓋](?![式巡])")

_QUOTED = re.compile(r"“[^“”]*”|「[^「」]*」|『[^『』]*』|《[^《》]*》|\"[^\"\n]*\"")
_LIST_MARK = re.compile(r"^[ \t]*([0-9]{1,2})[.、](?=[0-9])", re.MULTILINE)

# What stands around a number that dates, ranks or names something.
_NAMED_BEFORE = re.compile(r"(?:[第几幾数數]|[A-Za-z0-9][.+\-]?|[0-9] ?[~至到–—-] ?|[~+#/])$")
_NAMED_AFTER = re.compile(
    r" ?(?:[~至到–—+-] ?[0-9]|分[钟鐘]|周?[岁歲]|年|月|日|天|[号號]|[级級]|期|[届屆]|刻|次性|次供水|人[间間]|"
    r"件事|部[门門]|[张張][网網圖图表]|[个個](?:月|年|季度|小[时時]|工作日|一(?![般定]))|小[时時](?:内|內|自助|[热熱][线線])|"
    r"[条條][龙龍]|[户家]庭|[门門][峡峽县縣])"
)
_PHRASE = re.compile(
    r"一(?:次|批|种|種|类|類|部|份|本|班|[户戶]一|人一|家一|[个個]人|[条條]心|[对對]一|体|體)|八[项項][规規]定|二.|24小[时時]"
)

_AT_LEAST_BEFORE = re.compile(
    r"(?:不少[于於]|不低[于於]|不小[于於]|不下[于於]|至少|最少|超[过過]?|突破|[达達]到?|≥|>=?|"
    r"高[于於]|多[于於]) ?$"
)
_AT_MOST_BEFORE = re.compile(
    r"(?:不超[过過]?|不高[于於]|不多[于於]|不大[于於]|至多|最多|控制在|低[于於]|少[于於]|≤|<=?) ?$"
)
_AT_LEAST_AFTER = re.compile(r" ?(?:\([^()\n]{0,8}\))? ?(?:及?以上|余|餘|多)")
_AT_MOST_AFTER = re.compile(r" ?(?:\([^()\n]{0,8}\))? ?(?:及?以[下内內])")
_SOME = re.compile(r" ?[余餘多]")
_NEAR = 12
"""How far back words that bear on a number are looked for, in characters."""

_STOPS = ",;。!?\n:"
_ENDS_IN_VERB = re.compile(
    "(?:"
    "新建|改建|迁建|遷建|改造|建成|建设|建設|建立|完成|提升|打造|推进|推進|推出|推行|推广|推廣|实施|"
    "實施|开展|開展|组织|組織|创建|創建|创成|創成|培养|培養|培育|选定|選定|扩建|擴建|启用|啟用|投用|"
    "组建|組建|引进|引進|招引|发放|發放|举办|舉辦|举行|舉行|落实|落實|优化|優化|新增|增设|增設|设立|"
    "設立|配备|配備|配置|实现|實現|完善|交付|开工|開工|竣工|布局|为|為|对|對|向|共|累计|累計|约|約|"
    "有|将|將|再|等|制定|建|设|設"
    ")$"
)
_ENUMERATED = re.compile(r".*[^中高平初]等(?![级級候待])")
_LEADING = re.compile(
    r"(?:\s|\([^()]*\)|全年|年[内內]|今年|力[争爭]|确保|確保|基本|[实實][现現]|[计計][划劃]|并|並|同[时時]|[约約]|以及|和|及|、|[)”」])+"
)
_LABEL = 40
"""Longest label, in characters; a table column holds no more."""


@dataclass(frozen=True, slots=True)
class ReadMeasure:
    """One number read from a text; `text[start:end]` is the number with its unit of measure."""

    label: str
    comparator: str
    """`>=`, `<=` or `=`."""
    amount: Decimal
    unit: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Count:
    """A number with what it counts, still without a name; `before:after` takes in the comparison."""

    start: int
    end: int
    amount: Decimal
    unit: str
    comparator: str
    before: int
    after: int


def read_measures(target: str) -> tuple[ReadMeasure, ...]:
    """Every measure a target promises, in the order of the text; the same promise twice counts once.

    Understands Arabic, full-width and Chinese numerals, 百 千 万 亿, percent, 全覆盖 (= 100 %), both
    scripts. Years, ages, ranks, ranges and names (15分鐘生活圈, “6+3”) are not measures. Any text is
    allowed; nothing is raised.
    """
    text = _without_list_marks(target.translate(_HALF_WIDTH))
    counts = sorted((*_counts(text), *_coverages(text)), key=lambda count: count.start)
    measures: dict[tuple[str, str, Decimal, str], ReadMeasure] = {}
    floor = 0
    for position, count in enumerate(counts):
        ceiling = counts[position + 1].before if position + 1 < len(counts) else len(text)
        start, floor = _labelled(text, count, floor, ceiling)
        label = _trimmed(target[start:floor] if start >= count.after else target[start : count.before])
        found = ReadMeasure(label, count.comparator, count.amount, count.unit, count.start, count.end)
        measures.setdefault((label, count.comparator, count.amount, count.unit), found)
    return tuple(measures.values())


def _without_list_marks(text: str) -> str:
    """Blank the marks of a list (`1.3個…`, `2.5個…` are the points 1 and 2), where there is a list."""
    marks = {int(mark[1]) for mark in re.finditer(r"^[ \t]*([0-9]{1,2})[.、]", text, re.MULTILINE)}
    if not {1, 2} <= marks:
        return text
    return _LIST_MARK.sub(lambda mark: " " * len(mark[0]), text)


def _counts(text: str) -> Iterator[_Count]:
    """Numbers that count something, outside of names in quotes."""
    names = [found.span() for found in _QUOTED.finditer(text)]
    for found in _NUMBER.finditer(text):
        amount = _amount(found)
        quoted = any(start <= found.start() < end for start, end in names)
        if amount is None or quoted or _is_name(text, found):
            continue
        count = _count(text, found, amount)
        if count is not None:
            yield count


def _amount(found: re.Match[str]) -> Decimal | None:
    written = found[1] or found[0]
    if len(written) > _LONGEST:
        return None
    if written[0] in _CHINESE_DIGITS:
        return _chinese(written)
    try:
        return read_number(written)
    except RequestError:
        return None


def _chinese(written: str) -> Decimal | None:
    """三千五百 as 3500. Digits in a row (四五个: four or five) and bare scales (千家萬戶) are no number."""
    if len(written) > 1 and not re.search("[十百千万萬亿億]", written):
        return None
    if not re.search("[一二三四五六七八九十两兩]", written):
        return None
    import cn2an

    simplified = written.translate(str.maketrans("萬億〇兩", "万亿零两"))
    try:
        return read_number(str(cn2an.cn2an(simplified, "normal")))
    except (ValueError, LookupError, RequestError):  # 〇十二 is a KeyError to cn2an
        return None


def _is_name(text: str, found: re.Match[str]) -> bool:
    """Whether the number dates, ranks or names: 第三批, 2024年, 70周岁, 15分钟, 50-74, 5G, 一户一档."""
    before = text[max(0, found.start() - _NEAR) : found.start()]
    if _NAMED_BEFORE.search(before) or _NAMED_AFTER.match(text, found.end()):
        return True
    return _PHRASE.match(text, found.start()) is not None


def _count(text: str, found: re.Match[str], amount: Decimal) -> _Count | None:
    """The number with its unit and comparison; None where nothing says that it counts."""
    some = _SOME.match(text, found.end())
    unit = "%" if found[1] else ""
    end = found.end()
    if not unit and (counted := _UNIT.match(text, _skip_space(text, some.end() if some else end))):
        unit, end = counted[0], counted.end()
    comparator, before, after = _comparison(text, found.start(), end)
    letter = text[end : end + 1]
    if not unit and (before == found.start() or (letter.isascii() and letter.isalpha())):
        return None
    return _Count(found.start(), end, amount, unit, ">=" if some and unit else comparator, before, after)


def _skip_space(text: str, position: int) -> int:
    return position + 1 if text[position : position + 1] == " " else position


def _comparison(text: str, start: int, end: int) -> tuple[str, int, int]:
    """(comparator, where its words begin, where they end) around the number at `start:end`."""
    near = max(0, start - _NEAR)
    before = text[near:start]
    for sign, words, words_after in (
        ("<=", _AT_MOST_BEFORE, _AT_MOST_AFTER),
        (">=", _AT_LEAST_BEFORE, _AT_LEAST_AFTER),
    ):
        said = words.search(before)
        # 不少于 ends in 少于, which alone would say the opposite.
        if said and not (sign == "<=" and before[: said.start()].endswith("不")):
            behind = words_after.match(text, end)
            return sign, near + said.start(), behind.end() if behind else end
        if behind := words_after.match(text, end):
            return sign, start, behind.end()
    return "=", start, end


def _coverages(text: str) -> Iterator[_Count]:
    """全覆盖 promises 100 %."""
    for found in _COVERED.finditer(text):
        yield _Count(found.start(), found.end(), Decimal(100), "%", "=", found.start(), found.end())


def _labelled(text: str, count: _Count, floor: int, ceiling: int) -> tuple[int, int]:
    """(where the label begins, where the clause of this count ends).

    A number is called by the words before it in its clause, or by those behind it where a verb is
    all that stands before: 新增學位7600個, 建成3所兒童友好校. Labels that begin behind the number end
    with the clause, the others before the number.
    """
    start = _clause_start(text, floor, count.before)
    if listed := _ENUMERATED.match(text, start, count.before):
        start = listed.end()
    if leading := _LEADING.match(text, start, count.before):
        start = leading.end()
    before = text[max(start, count.before - _NEAR) : count.before].rstrip()
    if not before or _ENDS_IN_VERB.search(before):
        end = _clause_end(text, count.after, ceiling)
        if text[count.after : end].strip(" )、"):
            return count.after, end
    return start, count.after


def _trimmed(label: str) -> str:
    leading = _LEADING.match(label)
    return label[leading.end() if leading else 0 :].strip(" \u3000、")[:_LABEL]


def _clause_start(text: str, floor: int, end: int) -> int:
    """After the last stop or open bracket, at most back to `floor`, unless that lies within brackets."""
    depth = 0
    for position in range(end - 1, -1, -1):
        if position == floor - 1:
            if depth == 0:
                return floor
            floor = 0
        depth += (text[position] == ")") - (text[position] == "(")
        if depth < 0 or (depth == 0 and text[position] in _STOPS):
            return position + 1
    return 0


def _clause_end(text: str, start: int, ceiling: int) -> int:
    """Before the next stop, 、 or closing bracket that was not opened, between `start` and `ceiling`."""
    depth = 0
    for position in range(start, ceiling):
        depth += (text[position] == "(") - (text[position] == ")")
        if depth < 0 or (depth == 0 and text[position] in f"{_STOPS}、"):
            return position
    return max(start, ceiling)
