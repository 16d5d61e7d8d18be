"""Numbers that a target promises, read from its text: 幫扶重點群體不少于8500人次 is >= 8500 人次.

`figure_numbers` says where a number is and what it counts; here each count gets its name, and what
stands after 其中 is marked as a part. Every span is an offset into what was given.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from db.figure_numbers import Count, counts
from db.figure_text import clause_end, clause_start, fold, sentence_start, without_list_marks

_VERBS = (
    "新建|改建|迁建|扩建|续建|建成|建设|建立|建起|改造|完成|提升|打造|推进|推出|推行|推广|实施|开展|组织|创建|创成|培养|"
    "培育|选定|启用|投用|启动|组建|引进|招引|发放|举办|举行|落实|优化|新增|增设|增加|设立|配备|配置|实现|完善|交付|开工|竣工|完工|"
    "布局|制定|帮扶|筹集|筹措|推动|开设|开放|开通|开发|成立|设置|安装|加装|更新|更换|修缮|维修|修建|整治|治理|绿化|"
    "提供|救助|资助|扶持|发布|制作|创作|投放|购置|招聘(?!会|活动)|培训(?!班|中心|基地|点|会|活动)|评选|认定|盘活|腾退|拆除|清理|检测(?!站|点|中心)|筛查|覆盖|惠及|服务(?!中心|站|点|圈|队|设施|机构|驿|网|业|员|平台)|"
    "打通|疏通|拓宽|贯通|新改建|新改扩建|招录|吸纳|发展(?!服务|中心)|形成|支持|保障|解决|办理|受理|化解|调解|征集|新开工|新开|新设|出版|放映|演出(?!场)|抽检"
)
_BUILDING = r"[新改扩迁续](?:[新改扩迁续、]|\([^()]{0,10}\)){0,8}建(?![筑设成议国])"
_VERB = rf"(?:{_VERBS}|{_BUILDING})"
_HEAD = re.compile(rf"{_VERB}(?:(?:[、和及并或/与]|并且)?{_VERB}|\((?:{_VERB}|、)+\))*(?:了)?(?!率)")
"""What is done, at the start of a clause: 新建, 提升改造, 新增(优化)."""
_ENDS_IN_HEAD = re.compile(rf"({_HEAD.pattern})(?:[共约各累计有将再达至到一等的 ]|不少于|总)*$")
_TAIL = re.compile(rf"(?:{_VERB}|核定|均|已|再|共|[了的])+$")
_WHOLE = "(?:全区|全市|全县|全镇|辖区内?|我区|本区)?"
_NOTHING_ELSE = re.compile(
    f"(?:(?:为|对|向|给|面向){_WHOLE}|共|累计|约|有|将|再|等|建|设|各|达|至|到|与|和|及|的|总计|合计|共计| )$"
)
_FOR_WHOM = re.compile(f"(?:为|对|向|给|面向){_WHOLE}$")
_CHANGED_TO = re.compile(
    r"(?:由[^,，;。]{0,30}?)?(?:提高|增加?|提升|上升|扩大|下降|降低?|压减|缩短|压缩|调整)[至到为](?:每人)?(?:每[年月])?$|(?:[约共各达]|累计|总计|合计|共计)+$"
)
_LEAST = re.compile("(?:至少|最少|不少于|不低于)")
_DOING = re.compile("(?:提供|开展|进行|实施|发放|组织|配备|安装|办理|举办)(?=.)")
_PLACE = re.compile(
    "(?:优先)?(?:在|为|对|向|给|通过|依托|围绕|利用|面向|按照|针对|结合|聚焦|持续|进一步|大力|积极|全面|深入|继续|统筹|有序|加快)"
)
_AROUND = re.compile(
    r"(?:集|以)[^,，;。]{1,40}?(?:为一体|为主|为重点|为核心|为主体)的?|聚焦[^,，;。、]{1,20}的"
)
_ENUMERATED = re.compile(r".*[^中高平初]等(?![级候待])(?:[0-9]*[个类大])?(?!于)")
_LEADING = re.compile(
    r"(?:\s|\([^()]*\)|[0-9]{1,2}[.、]|[0-9]{4}年底?|[0-9]{1,2}月底?|前|全年|年[内底]前?|今年|每年|每月|每季度|力争|争取|确保|基本|实现|做到|"
    r"计划|预计|拟|将|并|同时|约|以及|和|及|与|、|还|再|共|全覆盖|[)”」])+"
)
_JOINED = re.compile(r"\)? ?(?:、|和|及|与|以及)")
_IN_BRACKETS = re.compile(r"\((?:其中|包括|包含|含)[^()]*$")
_ENDS = re.compile("[。;!?\n]")
_SUM = re.compile("累计|其中")
_STAGE = re.compile("(?:新?开工|竣工|完工|动工|投用|交付)?$")
_NEAR = 8
"""How many counts away a sum may stand from its parts."""
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
    part_of: int | None = None
    """For a breakdown (其中…): where the sum that it is a part of starts; None for what stands alone."""


@dataclass(frozen=True, slots=True)
class _Named:
    """A label, where its clause ends, and what is done (新建), for the next one of a list."""

    label: str
    end: int
    head: str


def read_measures(target: str) -> tuple[ReadMeasure, ...]:
    """Every measure a target promises, in the order of the text; the same promise twice counts once.

    Understands Arabic, full-width and Chinese numerals, 百 千 万 亿, percent, 全覆盖 (= 100 %), both
    scripts. Years, ages, ranks, ranges and names (15分鐘生活圈, “6+3”) are not measures. Any text is
    allowed; nothing is raised.
    """
    text = without_list_marks(fold(target))
    found = counts(text)
    parts = _parts(text, found)
    measures: dict[tuple[str, str, Decimal, str], ReadMeasure] = {}
    named = _Named("", 0, "")
    for position, count in enumerate(found):
        ceiling = found[position + 1].before if position + 1 < len(found) else len(text)
        named = _named(target, text, count, named, ceiling)
        unit = _as_written(target, count)
        one = ReadMeasure(
            named.label, count.comparator, count.amount, unit, count.start, count.end, parts.get(count.start)
        )
        measures.setdefault((one.label, one.comparator, one.amount, one.unit), one)
    return tuple(measures.values())


def _as_written(target: str, count: Count) -> str:
    """The unit in the script of the text."""
    if not count.unit or count.unit in "%‰":
        return count.unit
    tail = target[count.start : count.end].rstrip()
    if tail[-1:] in ")）":
        return tail[-4] + count.unit[1:]
    return tail[len(tail) - len(count.unit) :]


def _parts(text: str, found: list[Count]) -> dict[int, int]:
    """For every count after 其中, up to the end of its sentence or bracket: where its sum starts."""
    parts: dict[int, int] = {}
    for position, count in enumerate(found):
        whole = _whole(text, found[max(0, position - _NEAR) : position + _NEAR], count)
        if whole is not None:
            parts[count.start] = parts.get(whole, whole)
    return parts


def _whole(text: str, around: list[Count], count: Count) -> int | None:
    """Where the sum starts that this count is a part of; None where it stands alone."""
    sentence = sentence_start(text, count.start)
    before = text[sentence : count.start]
    if bracket := _IN_BRACKETS.search(before):
        opened = sentence + bracket.start()
        sums = [other for other in around if sentence <= other.start and other.after <= opened]
        later = [
            other for other in around if other.start > count.end and ")" in text[count.end : other.start]
        ]
        whole = sums[-1:] or later[:1]
    else:
        mark = sentence + before.rfind("其中")
        whole = [other for other in around if sentence <= other.start < mark][-1:] if "其中" in before else []
    return whole[0].start if whole else None


def _named(target: str, text: str, count: Count, last: _Named, ceiling: int) -> _Named:
    """What the count is called.

    By the words before it in its clause, or by those behind it where a verb is all that stands
    before: 新增學位7600個, 建成3所兒童友好校. What is done is said once for a list: 新建書房1家、借閱點10個.
    """
    clause = clause_start(text, last.end, count.before)
    start, head = _beginning(target, text, clause, count.before)
    said = text[start : count.before].strip()
    verb = _ENDS_IN_HEAD.search(said)
    least = _LEAST.match(text, count.before, count.start)
    if least and (within := _head_at(target, text, least.end(), count.start)):  # 至少建成1个
        return _behind(target, text, count, clause_end(text, count.after, ceiling), within)
    if not head and not verb and clause == last.end and _JOINED.match(text, clause, count.before):
        head = last.head
    if not said or verb or _NOTHING_ELSE.search(said):
        end = clause_end(text, count.after, ceiling)
        if text[count.after : end].strip(" )、"):
            shown = target[start:][verb.start() :][: len(verb[1])] if verb else head
            return _behind(target, text, count, end, "" if _FOR_WHOM.search(said) else shown)
    core = _tidy(target[start : count.before], text[start : count.before])
    label = core if core.startswith(head) else head + core
    if not label and text[last.end : count.before].strip() in ("、", "和", "及"):  # 解危120幢、1850户
        return _Named(last.label, count.after, last.head)
    if label and head_of(fold(label)) == len(label) and not _ENDS.search(text, last.end, count.before):
        label += _object(last.label)
    return _Named(label[:_LABEL], count.after, head)


def _object(label: str) -> str:
    """What a label is about, without what is done: 完工200個 after 新開工老舊小區改造300個 is of the same."""
    folded = fold(label)
    start = max((found.end() for found in _SUM.finditer(folded)), default=0)
    return label[start + head_of(folded[start:]) : len(_STAGE.sub("", folded))]


def _beginning(target: str, text: str, clause: int, end: int) -> tuple[int, str]:
    """(where the name may begin, what is done): without adverbs, places and what is listed before 等."""
    leading = _LEADING.match(text, clause, end)
    start = leading.end() if leading else clause
    head = _head_at(target, text, start, end)
    place = _PLACE.match(text, start, end)
    if listed := _ENUMERATED.match(text, start, end):
        start = listed.end()
    if place and not head:
        for found in _HEAD.finditer(text, start + (not listed), end):
            if text[found.end() : end].strip():
                return found.start(), target[found.start() : found.end()]
    return start, head


def head_of(text: str) -> int:
    """How many characters at the start of a folded label only say what is done (新建, 提升改造)."""
    found = _HEAD.match(text)
    return found.end() if found else 0


def without_tail(text: str) -> str:
    """Folded words without what is done at their end: 假牙装置核定补助 is about 假牙装置."""
    return _TAIL.sub("", text)


def _head_at(target: str, text: str, start: int, end: int) -> str:
    found = _HEAD.match(text, start, end)
    return target[start : found.end()] if found else ""


def _behind(target: str, text: str, count: Count, end: int, verb: str) -> _Named:
    """The name behind the number; of 为1000名居民提供筛查 it is what is provided."""
    start = count.after
    doing = _DOING.search(text, start + 1, end)
    if doing and not verb:
        start = doing.start()
    elif doing and doing.start() - start > 2:
        end_of_name = doing.start()
        return _Named((verb + _tidy(target[start:end_of_name], text[start:end_of_name]))[:_LABEL], end, verb)
    label = _tidy(target[start:end], text[start:end])
    return _Named((verb + label)[:_LABEL], end, verb)


def _tidy(label: str, folded: str) -> str:
    """Without joining words, particles and what only qualifies: 集…为一体, 以…为主的."""
    around = _AROUND.search(folded)
    if around and folded[around.end() :].strip():
        label = label[: around.start()] + label[around.end() :]
        folded = folded[: around.start()] + folded[around.end() :]
    leading, changed = _LEADING.match(folded), _CHANGED_TO.search(folded.rstrip())
    start = leading.end() if leading else 0
    return label[start : changed.start() if changed else None].strip(" \u3000、:：的")
