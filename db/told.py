"""Figures that a narrative tells, matched to the measures of its task.

`累计帮扶重点群体4079人次` tells 4079 for the measure 幫扶重點群體 (人次). What is certain may be filled
in; what is in doubt (of one month only, 招聘会27场 for 招聘活动, a share) is offered and never filled;
plans, work under way and what counts something else are no figures at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from db.figure_numbers import Count, told_counts
from db.figure_text import STOPS, clause_end, clause_start, fold, sentence_start, without_list_marks
from db.figure_units import alike
from db.figures import head_of
from db.records import Measure, MeasureId

Kind = Literal["total", "month", "share"]

_PLANNED = re.compile(
    "预计|计划(?!生育|书)|拟|将(?!军|.{0,8}(?:纳入|作为|列入))|下一?步|接下来|下阶段|力争|争取|确保|打算|准备|有望|目标|任务数?|应[完建]|需[完建]|"
    "年内|年底前|月底前|月前|届时|待|后续|规划(?:新建|建设)|可新增|能够?新增|要求"
)
_UNDER_WAY = re.compile(
    "正在|在建|建设中|施工|招标|招投标|设计|方案|初稿|立项|选址|选点|征集|摸排|排摸|摸底|调研|走访|候选|拟定|制定|明确|"
    "申请|申报|梳理|收集|洽谈|储备|论证|评审|审批|报名|前期|筹备|谋划|意向|点位|清单|勘察|踏勘|开工|动工|进场|推进中|办理中|"
    "审核中|装修|主体|封顶|试点申报|公示|现有|原有|应建|编制|研究|会议|对接|洽商|签约|进度|采购|签订|订购"
)
_FINISHED = re.compile(
    "完成|已|建成|完工|竣工|投用|投入使用|启用|累计|共|通过验收|新增|开展|举办|发放|组织|培训|达"
)
_JUST_DONE = re.compile(r"(?:建成|完工|竣工|投用|投入使用|通过验收|完成验收|启用)了?[^,，;。]{0,6}$")
_NOT_DONE = re.compile(
    r"(?:未(?!来|成年|婚|就业)|剩余?|其余|余下|还有|尚有|尚余|尚需|仍有|还需|缺口|不足|取消|减少|撤销)[^,，;。]*$"
)
_COMPARED = re.compile(r"(?:同比|环比|较(?!为|好|大|高)|比(?:去年|上年|上月|同期)|去年|上年|往年)[^,，;。]*$")
_CHANGED = re.compile("(?:增长|增幅|上升|下降|提升|提高)[^,，;。]*$")
_RATED = re.compile(
    "占|完成率|进度|完成[^,，;。]{0,12}(?:任务|目标|总量|工程量|计划|总数)[^,，;。]{0,4}$|达序时"
)
_OF_A_MONTH = re.compile(
    r"(?<![0-9-])(?<!截至)(?<!截止)(?<!截至[0-9]{4}年)(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月(?![底末0-9])(?:份|初|中旬|上旬|下旬)?|[本当上单次]月|[本上]周|[一二三四本当]季度|第[一二三四]季|今日|昨日|近期|本期|新增加"
)
_UP_TO = re.compile(r"截[至止]|年初|年以来|今年以来|[1一]?[-至到][0-9]{1,2}月|累计|至今|目前")
_EVER = re.compile("累计|共计|合计|总计|共|目前|截[至止]|至今|以来")
_AMONG = re.compile("(?<![高初])中$")
_BREAKDOWN = re.compile("其中|包括|含")
_MOST = 20
"""Counts of one clause, at most."""

_GENERIC = re.compile(
    r"(?:活动|惠民|公益|工作|项目|任务|服务|总?数量?|建设|情况|工程|等|各类|相关|专项|开展|的|了|[共约达为各并]|累计|共计|合计|总计|"
    r"完成|实现|建成|完工|竣工|投用|投入使用|启用|通车|打通|通过|验收|改造|施工|开工|新建|新增|更新|改建|安装|在建|全部|均|已经?)+$"
)
_GENERIC_START = re.compile(
    r"(?:[\s、和及与并再已还各共约另有]|目前|截至目前|累计|总计|共计|合计|全[区县市年]|今年以来|今年|本年|"
    r"其中|含|完成|实现|新(?=增|建)|达到?|为|对|向|超过?|截[至止]|第[一二三四五]批|第?[一二三四]季度|上半年|"
    r"[0-9-]{1,5}[月日](?:份|底|初|末)?|[0-9][0-9.,]*[万亿]?(?:[个家所台座户件名]|[人场]次?)*|"
    r"[一二三四五六七八九十两]+[个家所])+"
)
_NOT_WORDS = re.compile(r"[\s“”「」『』‘’\"、()《》·,，的和及与各]")
_VERB_WITHIN = re.compile(
    "开展|举办|组织|完成|提供了?|建成|新建|新增|发放|培训(?=.)|制作|发布|引进|通过|实现(?=.{2})|抽检(?=.)"
)
_CERTAIN, _LIKELY = 0.6, 0.25
"""Share of the pairs of characters of the shorter name that the other must have."""


@dataclass(frozen=True, slots=True)
class ReadFigure:
    """A figure in a narrative that answers a measure; `narrative[start:end]` is the figure with its unit."""

    measure: MeasureId
    value: Decimal
    unit: str
    start: int
    end: int
    certain: bool
    """Whether it may be filled in; otherwise it is offered, for a person to decide."""
    kind: Kind
    """`total` since the year began, `month` of a shorter time only, `share` percent of the whole target."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A count of the narrative with the words around it, folded."""

    count: Count
    near: str
    """Before it, back to the count before it in the clause."""
    far: str
    """Before it, from the start of the clause up to the first count in it."""
    behind: str
    lead: str
    """The sentence up to the count."""
    clause: str
    """The whole clause."""
    beyond: str
    """For a count in brackets: what stands behind the bracket."""


@dataclass(frozen=True, slots=True)
class _Match:
    """How well a count answers a measure."""

    figure: ReadFigure
    score: float
    ever: bool
    """Whether the words say that it is a sum up to now."""


def read_figures(narrative: str, measures: Iterable[Measure]) -> tuple[ReadFigure, ...]:
    """The figures of a narrative that answer these measures, at most one for each, in their order.

    Any text is allowed; nothing is raised.
    """
    every = tuple(measures)
    said = _said(without_list_marks(fold(narrative))) if every else []
    candidates = [_candidates(measure, every, said) for measure in every]
    taken = _without_rivals(candidates)
    return tuple(figure for found in taken if (figure := _best(found)) is not None)


def figures_told(measures: Iterable[Measure], narrative: str) -> tuple[tuple[MeasureId, Decimal], ...]:
    """What the narrative says for certain of each measure, in the order of the measures."""
    found = read_figures(narrative, measures)
    return tuple((figure.measure, figure.value) for figure in found if figure.certain)


def _said(text: str) -> list[_Said]:
    """Every count that could be a fact, with its words."""
    found = list(told_counts(text))
    said: list[_Said] = []
    floor = 0
    for position, count in enumerate(found):
        ceiling = found[position + 1].before if position + 1 < len(found) else len(text)
        start = clause_start(text, 0, count.before)
        stop = clause_end(text, count.after, len(text))
        nearby = found[max(0, position - _MOST) : position + 1]
        first = next(other.before for other in nearby if other.before >= start)
        one = _Said(
            count,
            near=text[max(start, floor) : count.before],
            far=text[start:first],
            behind=text[count.after : clause_end(text, count.after, ceiling)],
            lead=text[sentence_start(text, count.before) : count.before],
            clause=text[start:stop],
            beyond=text[stop : clause_end(text, stop + 1, len(text))] if text[stop : stop + 1] == ")" else "",
        )
        floor = count.after
        if not _is_plan(one) and not _heads_a_list(text, count):
            said.append(one)
    return said


def _is_plan(said: _Said) -> bool:
    """What will be, was not done, is compared with, or only names the target."""
    last = re.split("[,，]", said.lead)[-1]
    if _NOT_DONE.search(last) or _COMPARED.search(last):
        return True
    if said.count.unit in ("%", "百分点", "个百分点", "倍") and _CHANGED.search(last):
        return True
    if said.count.unit == "%":  # 完成目标任务的48%
        return bool(re.search("预计|拟|将|下一?步|力争|争取", said.lead))
    planned = _PLANNED.search(last) or re.search("下一?步|接下来|下阶段|预计|拟|力争", said.lead)
    return bool(planned and not re.search(r"[,，]?已[^,，;。]*$", said.near))


def _heads_a_list(text: str, count: Count) -> bool:
    """衛生服務站3家:西興…, 40条街巷中 names what it is about; how far each is comes after."""
    end = clause_end(text, count.after, len(text))
    return (
        _AMONG.search(text, count.after, end) is not None
        or text[count.after : count.after + 1] == ":"
        or (text[count.after : count.after + 2] == "):" and count.comparator != "=")
    )


def _candidates(measure: Measure, every: tuple[Measure, ...], said: list[_Said]) -> list[_Match]:
    unit, found = fold(measure.unit), []
    for one in said:
        if one.count.unit == "%" and unit != "%":
            if share := _share(measure, every, one):
                found.append(share)
        elif alike(unit, one.count.unit) and (match := _match(measure, every, one)):
            found.append(match)
    return found


def _share(measure: Measure, every: tuple[Measure, ...], said: _Said) -> _Match | None:
    """完成总量的20%: what part of the target is reached, where it is plain of which."""
    if not _RATED.search(said.lead) or said.count.amount > 100:
        return None
    likeness = _likeness(measure.label, said.far)
    if likeness < _CERTAIN and len(every) > 1:
        return None
    return _Match(_figure(measure, said.count, certain=False, kind="share"), likeness / 10, ever=False)


def _match(measure: Measure, every: tuple[Measure, ...], said: _Said) -> _Match | None:
    """The count as an answer to the measure, None where it is about something else."""
    same = fold(measure.unit) == said.count.unit
    if _is_bare(said):
        score = _bare_score(measure, every, said, same=same)
    else:
        score = max(
            _likeness(measure.label, said.near + "\0" + said.behind),
            0.95 * _likeness(measure.label, said.far) if _is_generic(said) else 0.0,
        )
    if _is_under_way(measure, said):
        score = 0.0
    if _BREAKDOWN.search(said.lead) and not _BREAKDOWN.match(fold(measure.label)):
        score *= 0.5
    if score < _LIKELY:
        return None
    month = bool(_OF_A_MONTH.search(said.lead)) and not _is_up_to_date(said.lead)
    exact = said.count.comparator == "=" and not re.search("约|近$", said.near)
    certain = score >= _CERTAIN and not month and exact and (same or score >= 0.75)
    figure = _figure(measure, said.count, certain=certain, kind="month" if month else "total")
    return _Match(figure, score, bool(_EVER.search(said.far)))


def _bare_score(measure: Measure, every: tuple[Measure, ...], said: _Said, *, same: bool) -> float:
    """已建成145個 answers the only measure that it can, unless the sentence is about something else."""
    rivals = [other for other in every if alike(fold(other.unit), said.count.unit)]
    if len(rivals) > 1 or not _FINISHED.search(said.clause):
        return 0.0
    if _is_elsewhere(measure, said):
        return _LIKELY
    return 1.0 if same else 0.75


def _figure(measure: Measure, count: Count, *, certain: bool, kind: Kind) -> ReadFigure:
    return ReadFigure(measure.id, count.amount, count.unit, count.start, count.end, certain, kind)


def _is_up_to_date(lead: str) -> bool:
    """截至3月26日累计 is a sum up to now, 2月累计 is one of an earlier day, 3月举办 is one month's."""
    last = re.split("[,，]", lead)[-1]
    if _EVER.search(last) and not _OF_A_MONTH.search(last):
        return True
    found = [mark.start() for mark in _OF_A_MONTH.finditer(lead)]
    up_to = [mark.start() for mark in _UP_TO.finditer(lead)]
    return bool(up_to) and (min(up_to) < min(found) or bool(re.search("今?年(?:初|以来)", lead)))


def _is_bare(said: _Said) -> bool:
    """已建成145个: nothing says of what."""
    return not _core(said.near) and not _core(said.behind) and not _core(said.far)


def _is_generic(said: _Said) -> bool:
    """共计10个项目2176套: what stands directly before names nothing of its own."""
    return not _core(said.near) and not _core(said.behind)


def _is_elsewhere(measure: Measure, said: _Said) -> bool:
    """Whether the sentence began about something else: 对接企业,完成5家."""
    about = re.split(f"[{STOPS}]", said.lead)[0]
    if _PLANNED.search(about) or about == said.lead:
        return False
    return bool(_core(about)) and _likeness(measure.label, about) < _LIKELY


def _is_under_way(measure: Measure, said: _Said) -> bool:
    """16个小区制定方案, 正在建设 3 家: counted, but not what was promised (unless that is the promise)."""
    label = fold(measure.label)
    words = said.near + "\0" + said.behind + ("\0" + said.far if _is_generic(said) else "")
    found = [word for word in _UNDER_WAY.findall(words + said.beyond) if word not in label]
    if not found:
        return False
    # 完成方案设计并建成3个 is done; 完成3个方案设计 is not.
    return not _JUST_DONE.search(said.near)


def _without_rivals(candidates: list[list[_Match]]) -> list[list[_Match]]:
    """A count answers only the measure that it answers best; where two are as near, neither."""
    best: dict[int, list[float]] = {}
    for found in candidates:
        for match in found:
            best.setdefault(match.figure.start, []).append(match.score)
    return [
        [match for match in found if _wins(match.score, best[match.figure.start])] for found in candidates
    ]


def _wins(score: float, scores: list[float]) -> bool:
    return score == max(scores) and scores.count(score) == 1


def _best(found: list[_Match]) -> ReadFigure | None:
    """The figure to take: a sum up to now before others; of two that differ none is certain."""
    if not found:
        return None
    ranked = sorted(
        found,
        key=lambda match: (match.figure.certain, match.figure.kind == "total", match.ever, match.score),
        reverse=True,
    )
    first = ranked[0]
    rivals = [
        match
        for match in ranked[1:]
        if match.figure.certain and match.ever == first.ever and match.score >= first.score - 0.2
    ]
    if any(match.figure.value != first.figure.value for match in rivals):
        figure = first.figure
        return ReadFigure(
            figure.measure, figure.value, figure.unit, figure.start, figure.end, False, figure.kind
        )
    return first.figure


def _likeness(label: str, words: str) -> float:
    """0 to 1: the share of the shorter name's pairs of characters; 1 where one name ends in the other."""
    name = _core(fold(label))
    parts = [part for part in words.split("\0") if part]
    whole = max((_alike(name, _core(part)) for part in parts), default=0.0)
    objects = (_core(_object(part)) for part in parts)
    return max(
        [whole, *((0.9 if len(core) > 2 or core == name else 0.7) * _alike(name, core) for core in objects)]
    )


def _alike(name: str, core: str) -> float:
    if min(len(name), len(core)) < 2:
        return 0.0
    shorter, longer = sorted((name, core), key=len)
    if longer.endswith(shorter) or (len(shorter) > 2 and shorter in longer):
        return 1.0
    if longer.startswith(shorter):  # 義診 for 義診惠民活動
        return 0.7
    pairs, others = sorted((_pairs(name), _pairs(core)), key=len)
    shared = len(pairs & others)
    return max(shared / max(len(pairs), 2), min(shared / 8, 0.7))


def _object(words: str) -> str:
    """What stands behind the first verb within the words: 各街道中心共開展義診 is about 義診."""
    for verb in _VERB_WITHIN.finditer(words):
        if len(_core(words[verb.end() :])) >= 2:
            return words[verb.end() :]
    return ""


@lru_cache(maxsize=4000)
def _core(words: str) -> str:
    """The name in some folded words: without what is done, adverbs and words that say nothing."""
    words = _bared(re.sub(r"\([^()]*\)", "", words))
    behind_verb = _bared(words[head_of(words) :])
    return _NOT_WORDS.sub("", behind_verb if len(behind_verb) != 1 else words)


def _bared(words: str) -> str:
    previous = None
    while previous != words:
        previous = words
        words = _GENERIC.sub("", words.strip(" \u3000()、,，"))
        if starting := _GENERIC_START.match(words):
            words = words[starting.end() :]
    return words


def _pairs(text: str) -> set[str]:
    return {text[place : place + 2] for place in range(len(text) - 1)}
