"""The counts of a narrative with the words around them, and what these words say of each.

Plans, comparisons, what was not done and what only names the target are left out here: they are no
figures at all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from db.figure_numbers import Count, told_counts
from db.figure_text import CLAUSE, STOPS, clause_end, clause_start, sentence_start
from db.told_names import core, subject

_PLANNED = re.compile(
    "预计|计划(?!生育|书)|拟|将(?!军|.{0,8}(?:纳入|作为|列入))|下一?步|接下来|下阶段|力争|争取|确保|打算|准备|有望|目标|任务数?|应[完建]|需[完建]|"
    "年内(?!已|累计|共)|年底前|月底前|月前|届时|待|后续|规划(?:新建|建设)|可新增|能够?新增|要求"
)
_UNDER_WAY = re.compile(
    "正在|在建|建设中|施工|招标|招投标|设计|方案|初稿|立项|选址|选点|征集|摸排|排摸|摸底|调研|走访|候选|拟定|制定|明确|"
    "申请|申报|梳理|收集|洽谈|储备|论证|评审|审查|审批|启动|报名|前期|筹备|谋划|意向|点位|清单|勘察|踏勘|开工|动工|进场|推进中|办理中|"
    "审核中|装修|主体|封顶|试点申报|公示|现有|原有|应建|编制|研究|会议|对接|洽商|签约|进度|采购|签订|订购|申请中|发包|决标|开标|总数|总量|保有量|存量"
)
_FINISHED = re.compile(
    "完成|已|建成|完工|竣工|投用|投入使用|投入运营|投运|启用|到位|累计|共|通过验收|新增|新设|开展|举办|发放|组织|培训|达"
)
_JUST_DONE = re.compile(r"(?:建成|完工|竣工|投用|投入使用|通过验收|完成验收|启用)了?[^,，;。]{0,6}$")
_NOT_DONE = re.compile(
    r"(?:未(?!来|成年|婚|就业)|剩余?|其余|余下|还有|尚有|尚余|尚需|仍有|还需|缺口|不足|取消|减少|撤销)[^,，;。]*$"
)
_COMPARED = re.compile(r"(?:同比|环比|较(?!为|好|大|高)|比(?:去年|上年|上月|同期)|去年|上年|往年)[^,，;。]*$")
_CHANGED = re.compile("(?:增长|增幅|上升|下降|提升|提高)(?![至到])[^,，;。]*$")
_RATED = re.compile(
    "占|完成率|进度|完成[^,，;。]{0,12}(?:任务|目标|总量|工程量|计划|总数)[^,，;。]{0,4}$|达序时"
)
_OF_A_MONTH = re.compile(
    r"(?<![0-9-])(?<!截至)(?<!截止)(?<!截至[0-9]{4}年)(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})月(?![底末0-9])(?:份|初|中旬|上旬|下旬)?|[本当上单次]月|[本上]周|[二三四本当]季度|第[二三四]季|今日|昨日|近期|本期|新增加"
)
_FIRST_QUARTER = re.compile("第?[一1]季度?|[1一]-3月")
_UP_TO = re.compile(r"截[至止]|年初|年以来|今年以来|[1一]?[-至到][0-9]{1,2}月|累计|至今|目前")
_EVER = re.compile("累计|共计|合计|总计|共|目前|截[至止]|至今|以来")
_AMONG = re.compile("[^,，;。0-9]{0,20}?(?<![高初集])中(?=[,，、有已均]|$)")
_FURTHER = re.compile("并|且|后(?!续)")
_BREAKDOWN = re.compile("其中|包括|含")
_STARTED = re.compile("开工|动工|进场")
_ENDED = re.compile("完工|竣工|建成|投用|交付|投入使用|投入运营")
_ENROLLED = re.compile("招收|招募|报名|预约|申请")
_NAMES = re.compile("[^,，;。0-9]+(?:、[^,，;。0-9]+)+")
_MOST = 20
"""Counts of one clause, at most."""


@dataclass(frozen=True, slots=True)
class Said:
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
    topic: str
    """Around the count before it in the sentence: what a clause is about that does not say it itself."""
    compared: str
    """The words of its comparison before it: 达, 超过."""

    @property
    def says_nothing(self) -> bool:
        """Whether what stands directly before names nothing of its own: 共计10个项目2176套."""
        return not core(self.near) and not core(self.predicate)

    @property
    def predicate(self) -> str:
        """What stands behind, up to what was done as well: 8所改造完成并通过验收."""
        return _FURTHER.split(self.behind)[0]

    @property
    def is_bare(self) -> bool:
        """已建成145个: nothing in the clause says of what; 北门、南苑2家已完成 only says which."""
        is_list = bool(self.topic) and _NAMES.fullmatch(self.near.strip(" ,，")) is not None
        return (self.says_nothing and not core(self.far)) or (is_list and not core(self.predicate))

    @property
    def is_finished(self) -> bool:
        """Whether the clause says that something is done."""
        return _FINISHED.search(self.clause) is not None

    @property
    def is_part(self) -> bool:
        """其中2家, 含2家: a part of the count before."""
        return _BREAKDOWN.search(self.lead) is not None

    @property
    def is_of_a_month(self) -> bool:
        """3月举办27场: of a shorter time than the year up to now."""
        return _OF_A_MONTH.search(self.lead) is not None and not _is_up_to_date(self.lead)

    @property
    def is_of_the_first_quarter(self) -> bool:
        """一季度27场: a sum of the year, as long as nothing is said of a later time."""
        return _FIRST_QUARTER.search(self.lead) is not None

    @property
    def is_a_sum(self) -> bool:
        """Whether the words say that it is a sum up to now."""
        return _EVER.search(self.far) is not None

    @property
    def is_exact(self) -> bool:
        """Whether it is the very number: 已达98.5% is, 超过300件 and 约300件 are not."""
        if re.search("约|近$", self.near):
            return False
        reached = self.count.comparator == ">=" and self.count.after == self.count.end
        return self.count.comparator == "=" or (
            reached and re.search("(?:达到?|[至到])$", self.near_words) is not None
        )

    @property
    def near_words(self) -> str:
        """Before it, its comparison included."""
        return self.near + self.compared

    @property
    def is_of_the_target(self) -> bool:
        """完成总量的20%: a share of what is promised."""
        return _RATED.search(self.lead) is not None and self.count.amount <= 100

    @property
    def is_enrolled(self) -> bool:
        """招收、报名: those who came, not those who were served."""
        return _ENROLLED.search(self.near) is not None

    @property
    def opening(self) -> str:
        """What the sentence began with, where that is another clause and no plan."""
        about = re.split(f"[{STOPS}]", self.lead)[0]
        return "" if about == self.lead or _PLANNED.search(about) else about

    def is_under_way(self, label: str) -> bool:
        """16个小区制定方案, 正在建设 3 家: counted, but not what `label` (folded) promises."""
        words = self.near + "\0" + self.behind
        if _STARTED.search(label) and _ENDED.search(words) and not _STARTED.search(words):
            return True
        words += "\0" + self.far if self.says_nothing else ""
        found = [word for word in _UNDER_WAY.findall(words + self.beyond) if word not in label]
        # 完成方案设计并建成3个 is done; 完成3个方案设计 is not.
        return bool(found) and not _JUST_DONE.search(self.near)


def said_counts(text: str) -> list[Said]:
    """Every count that could be a fact, with its words."""
    found = list(told_counts(text))
    said: list[Said] = []
    floor, topic, sentence = 0, "", 0
    for position, count in enumerate(found):
        ceiling = found[position + 1].before if position + 1 < len(found) else len(text)
        start = clause_start(text, 0, count.before)
        stop = clause_end(text, count.after, len(text))
        nearby = found[max(0, position - _MOST) : position + 1]
        first = next(other.before for other in nearby if other.before >= start)
        if sentence_start(text, count.before) != sentence:
            sentence, topic = sentence_start(text, count.before), ""
        one = Said(
            count,
            near=text[max(start, floor) : count.before],
            far=text[start:first],
            behind=_closed(text[count.after : clause_end(text, count.after, ceiling)]),
            lead=text[sentence_start(text, count.before) : count.before],
            clause=text[start:stop],
            beyond=text[stop : clause_end(text, stop + 1, len(text))] if text[stop : stop + 1] == ")" else "",
            compared=text[count.before : count.start],
            topic=topic,
        )
        floor = _behind_heading(text, count)
        topic = f"{topic}\0{subject(one.near)}\0{subject(one.behind)}"[-CLAUSE:]
        if not _is_plan(one) and not _heads_a_list(text, count):
            said.append(one)
    return said


def _closed(behind: str) -> str:
    """Without a bracket that is opened and holds the next count: 735公里(其中燃气管道288公里."""
    opened = behind.rfind("(")
    return behind[:opened] if opened >= 0 and ")" not in behind[opened:] else behind


def _is_plan(said: Said) -> bool:
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
    return (
        _AMONG.match(text, count.after) is not None
        or text[count.after : count.after + 1] == ":"
        or (text[count.after : count.after + 2] == "):" and count.comparator != "=")
    )


def _behind_heading(text: str, count: Count) -> int:
    """Where words may begin that belong to the next count: 85个设施中已完工52个."""
    among = _AMONG.match(text, count.after)
    return among.end() if among else count.after


def _is_up_to_date(lead: str) -> bool:
    """截至3月26日累计 is a sum up to now, 2月累计 is one of an earlier day, 3月举办 is one month's."""
    last = re.split("[,，]", lead)[-1]
    if _EVER.search(last) and not _OF_A_MONTH.search(last):
        return True
    found = [mark.start() for mark in _OF_A_MONTH.finditer(lead)]
    up_to = [mark.start() for mark in _UP_TO.finditer(lead)]
    return bool(up_to) and (min(up_to) < min(found) or bool(re.search("今?年(?:初|以来)", lead)))
