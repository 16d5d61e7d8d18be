"""Numbers in a folded text that count something: where they stand, how many, of what, at least or at most.

Dates, ages, ranks, ranges and names (15分钟生活圈, 3号线, 5人制) are not counts. Rules for the
language: a number is a count if a unit of measure or a comparison says so and nothing around it
says that it dates, ranks or names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from db.figure_text import STOPS, clause_start
from db.figure_units import DURATION, SIZES, UNIT

_DIGITS = {char: value for value, char in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_SCALES = {"十": 10, "百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000}
_HAN = "一二三四五六七八九十百千万亿零〇两"
_HAN_RUN = rf"[{_HAN}]+(?:点[零〇一二三四五六七八九]+)?"
_PERCENT = rf"([百千])分之({_HAN_RUN}|[0-9]+(?:\.[0-9]+)?)"
_ARABIC = (
    r"(?<![0-9A-Za-z.])((?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?)"
    r"( ?[百千]?万亿?| ?[百千]?亿|[百千](?![米瓦伏克赫帕卡兆]))?"
    r"(?:(?<=[万亿])([0-9],[0-9]{3}|[0-9]{3,4})([万千]?)(?![0-9.万亿]))?"
)
_NUMBER = re.compile(f"{_PERCENT}|{_ARABIC}|{_HAN_RUN}")
_LONGEST = 18
"""More digits than any promise has."""
_COVERED = re.compile("全覆盖(?![式巡])")
_QUOTED = re.compile(r"“[^“”]*”|「[^「」]*」|『[^『』]*』|《[^《》]*》|\"[^\"\n]*\"|‘[^‘’]*’")

_NAMED_BEFORE = re.compile(
    r"(?:[第几数每]|[A-Za-z0-9][.+\-]?|[~+#/]|前|排名|[〔\[]|第 |"
    rf"[0-9{_HAN}][个家所人名场次层年月%]?次? ?[~至到-] ?)$"
)
_NAMED_AFTER = re.compile(
    rf" ?(?:[~至到-] ?[0-9{_HAN}]|\+ ?[0-9A-ZN]|周?岁|月|[号號]|[级届刻时]|星级|人制|[〕\]]|期(?!次)|"
    r"分[钟之]|年|天|日|个(?:月|工作日)|小时|工作日)"
)
_SPAN_OF_TIME = re.compile(r" ?(?:分钟|天|日|年(?!级)|个月|个?工作日|小时)")
_RANGE = re.compile(rf" ?[~至-] ?[0-9{_HAN}]")
_TERM = re.compile(" ?(期)(?![间末])")
_ROUND = re.compile(
    r"(?:班|培训|活动|讲座|课程?|沙龙|论坛|栏目|专栏|节目|讲堂|大赛|举办|开展|组织|不少于|至少|信息|简报|通报|公告|专刊|期刊|"
    r"公布|发布|刊发|编发) ?$"
)
"""What makes 期 a count: 培训班10期, not 二期工程."""
_HOURS = re.compile(r" ?小时(?=及?以上|[,，;。、)]|$)")
"""Hours that are counted (培训40小时), not a name (24小时图书馆) and not a limit (2小时内)."""
_ADMINISTRATIVE = re.compile(
    "(?:全区|全市|全县|全镇|辖区内?|区内|我区|各|下辖|分布在|涉及|覆盖全区)(?:的|共|共有)?$"
)
_WITHIN = re.compile(r"(?:^|[,，;。\n])(?:分别)?[在对于][^,，;。\n]*$")
_DIVISION = re.compile(r" ?个(?:街道|镇街|乡镇|镇乡|镇|乡|区县|县|部门|街镇|城区)")
_ONE = re.compile(
    r"一(?:次|批|种|类|部|份|本|班|[户人家个企校村园]一|条心|对一|体|个人)|八项规定|24小时|[二](?![十百千万亿点])|[一二三四五六七八九十两](?:类|种|轮|门|级)"
)
_DONE = re.compile(
    "新建|建成|建设|打造|改造|新增|增设|创建|培育|投用|启用|建立|设立|组建|引进|配备|开设|建起|落成|成立|"
    "新开|购置|完成|培训|救助|惠及|服务|开展|组织|举办|发放"
)
_MORE_FROM = re.compile(r"(?:由|从|原来的|原有的?|现有的?|现状|目前的|原)[^,，;。]{0,10}$")
_MORE_TO = re.compile(
    r"[^,，;。]{0,10}?(?:提高|增|提升|上升|扩大|扩容|下降|降低?|压减|缩短|压缩|调整|扩充|升)[至到为]"
)

_AT_LEAST_BEFORE = re.compile(
    r"(?:(?:不少[于於]|不低[于於]|不小[于於]|不下[于於]?|至少|最少|超过?|突破|达到?|≥|>=?|高于|多于|大于|逾"
    r") ?|(?:至少|最少|不少于|不低于)[^,，;。、0-9]{0,8}|达到?每[^,，;。、0-9]{1,4})$"
)
_AT_MOST_BEFORE = re.compile(
    r"(?:不超过?|不高[于於]|不多[于於]|不大[于於]|不得超过|至多|最多|控制[在到]|"
    r"[降减压缩][低少减短缩]?[至到]|下降[至到]|低于|少于|小于|≤|<=?) ?$"
)
_RISES_TO = re.compile(r"(?:提高|提升|上升|增加|增)[到至] ?$")
"""A share that is to rise to 98 % may well rise further; a rate of pay is what it says."""
_AT_LEAST_AFTER = re.compile(r" ?(?:\([^()\n]{0,8}\))? ?(?:及其?以上|以上|余|多(?!功能|样|元|层|种))")
_AT_MOST_AFTER = re.compile(r" ?(?:\([^()\n]{0,8}\))? ?(?:及其?以[下内]|以[下内]|之内)")
_SOME = re.compile(r" ?[余多](?!功能|样|元|层|种)|\+(?![0-9A-Z])")
_TENTHS = re.compile(r"成(?![为立功员果熟交效都绩分本套人长])")
_VILLAGE = re.compile("的?(?:自然村|村民小组|村组|村|屯|小区)")
_SIZE_OF = re.compile(r"的?[^,，;。、0-9]*[0-9]")
_NEAR = 14
"""How far back words that bear on a number are looked for, in characters."""
_YEARS = range(1900, 2101)


@dataclass(frozen=True, slots=True)
class Count:
    """A number with what it counts, without a name; `before:after` takes in the comparison."""

    start: int
    end: int
    amount: Decimal
    unit: str
    """Folded, as in the text: 个, 人次, %; empty where only a comparison says that it counts."""
    comparator: str
    before: int
    after: int


def counts(text: str) -> list[Count]:
    """Every count in a folded text, in its order, outside of names in quotes; 全覆盖 counts as 100 %."""
    names = [found.span() for found in _QUOTED.finditer(text)]
    found = [
        count
        for number in _NUMBER.finditer(text)
        if not any(start <= number.start() < end for start, end in names)
        and (count := _count(text, number)) is not None
    ]
    shares = {count.after for count in found if count.unit == "%"}
    covered = (_coverage(text, words) for words in _COVERED.finditer(text))
    found += [one for one in covered if not _says_already(shares, one, text)]
    return sorted(found, key=lambda count: count.start)


def _coverage(text: str, words: re.Match[str]) -> Count:
    return Count(*words.span(), Decimal(100), "%", "=", *words.span())


def _says_already(shares: set[int], covered: Count, text: str) -> bool:
    """100%全覆盖 is said once."""
    start = covered.start
    return start in shares or (text[start - 1 : start] in ("的", " ") and start - 1 in shares)


def _count(text: str, number: re.Match[str]) -> Count | None:
    amount = _amount(number)
    if amount is None:
        return None
    some = _SOME.match(text, number.end())
    unit, end = _unit(text, number, some.end() if some else number.end())
    if not unit and amount < 10 and _TENTHS.match(text, end):  # 七成 is 70 %
        unit, end, amount = "%", end + 1, amount * 10
    alone = not text[: number.start()].strip() and not text[end:].strip()
    if not alone and _is_name(text, number, unit, end):
        return None
    comparator, before, after = _comparison(text, number.start(), end)
    if text[end - 1 : end] == "成" and before == number.start() and after == end and not alone:
        return None
    count = Count(number.start(), end, amount, unit, ">=" if some and unit else comparator, before, after)
    if not alone and (_is_size(text, count) or not (unit or _counts_by_itself(text, number, count))):
        return None
    return count


def _amount(number: re.Match[str]) -> Decimal | None:
    """The exact number; None for what is no number (四五个, 千家万户) or longer than any promise."""
    if len(number[0]) > _LONGEST:
        return None
    written = number[2] or number[3]
    if number[2] == "百":  # 百分之百
        return Decimal(100)
    if written is None or written[0] in _HAN:
        return _chinese(written or number[0])
    value = Decimal(written.replace(",", ""))
    for scale in (number[4] or "").strip():
        value *= _SCALES[scale]
    if number[5]:  # 1萬2,000
        value += Decimal(number[5].replace(",", "")) * _SCALES.get(number[6], 1)
    return _plain(value)


@lru_cache(maxsize=1000)
def _chinese(written: str) -> Decimal | None:
    """三千五百 as 3500. Digits in a row (四五个: four or five) and bare scales (千家万户) are no number."""
    whole, _, fraction = written.partition("点")
    total = section = digit = 0
    last = ""
    for char in whole:
        if char in _DIGITS:
            if last in _DIGITS and last not in "零〇":
                return None
            digit = _DIGITS[char]
        elif char in "万亿":
            total, section, digit = (total + section + digit) * _SCALES[char], 0, 0
        else:
            section, digit = section + (digit or (char == "十")) * _SCALES[char], 0
        last = char
    value = Decimal(total + section + digit)
    if fraction:
        value += Decimal("0." + "".join(str(_DIGITS[char]) for char in fraction))
    return _plain(value) if value and whole[0] not in "百千万亿零〇" else None


def _plain(value: Decimal) -> Decimal:
    """`27000.0` as `27000`: one number has one way to be written."""
    return value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()


def _unit(text: str, number: re.Match[str], position: int) -> tuple[str, int]:
    """(unit, where number and unit end)."""
    if number[1]:
        return ("%" if number[1] == "百" else "‰"), number.end()
    if spell := DURATION.match(text, position) or _TERM.match(text, position):
        return spell[1], spell.end()
    if counted := UNIT.match(text, position):
        if counted[2] and counted[1] in ("人", "场", "户"):
            return counted[1] + "次", counted.end()
        return counted[1], counted.end(1)
    return "", number.end()


def _is_name(text: str, number: re.Match[str], unit: str, end: int) -> bool:
    """Whether the number dates, ranks or names: 第三批, 2024年, 70周岁, 15分钟, 50-74, 5G, 一户一档."""
    before = text[max(0, number.start() - _NEAR) : number.start()]
    if _NAMED_BEFORE.search(before) or _RANGE.match(text, end) or _ONE.match(text, number.start()):
        return True
    clause = text[clause_start(text, 0, number.start()) : number.start()]
    if number[0] == "一" and not _DONE.search(clause):
        return True
    if _DIVISION.match(text, number.end()) and _is_where(clause):
        return True
    if _MORE_FROM.search(before) and _MORE_TO.match(text, end):
        return True
    return bool(_NAMED_AFTER.match(text, number.end())) and not _is_span_of_time(text, number, before, unit)


def _is_where(clause: str) -> bool:
    """Whether a number of divisions behind `clause` says where: 为全区12个街道, 在城东、城西两个街道."""
    return bool(_ADMINISTRATIVE.search(clause) or (_WITHIN.search(clause) and not _DONE.search(clause)))


def _is_span_of_time(text: str, number: re.Match[str], before: str, unit: str) -> bool:
    """Whether what looks like a date is a length promised (不超过30个工作日), or a round (培训10期)."""
    if unit == "期":
        return number[0][0] not in _HAN and _ROUND.search(before) is not None
    if _HOURS.match(text, number.end()):
        return True
    if not _SPAN_OF_TIME.match(text, number.end()) or _is_year(number[0]):
        return False
    return bool(_AT_LEAST_BEFORE.search(before) or _AT_MOST_BEFORE.search(before))


def _is_year(written: str) -> bool:
    return written.isdecimal() and len(written) == 4 and int(written) in _YEARS


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
    if text[end - 1 : end] == "%" and (risen := _RISES_TO.search(before)):
        return ">=", near + risen.start(), end
    return "=", start, end


def _is_size(text: str, count: Count) -> bool:
    """500平方米以上的農貿市場3家: how large the things are, not how many."""
    if count.unit == "户" and count.after > count.end and _VILLAGE.match(text, count.after):
        return True
    if count.unit not in SIZES or count.comparator == "=" or count.after == count.end:
        return False
    return _SIZE_OF.match(text, count.after) is not None


def _counts_by_itself(text: str, number: re.Match[str], count: Count) -> bool:
    """Whether a number without a unit counts: 不少于500, or 新增托位500 at the end of its clause."""
    letter = text[count.end : count.end + 1]
    if (letter.isascii() and letter.isalpha()) or number[0][0] in _HAN:
        return False
    if count.before != count.start:
        return True
    is_last = text[count.after : count.after + 1] in (*STOPS, "、", "")
    if not is_last or _is_year(number[0]) or len(number[0]) > 6:
        return False
    clause = text[clause_start(text, 0, count.start) : count.start]
    return _DONE.match(clause) is not None and clause[-1:] not in ".-:/ "


def told_counts(text: str) -> Iterator[Count]:
    """The counts of a narrative that stand for a number of things: no bare numbers, no lengths of time."""
    return (count for count in counts(text) if count.unit and not DURATION.fullmatch(count.unit))
