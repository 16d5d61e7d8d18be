"""What the words of a header mean, in either script: which column is which, and what period it reports."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from enum import StrEnum


class Role(StrEnum):
    """What a column of a target table holds."""

    CATEGORY = "category"
    NUMBER = "number"
    TITLE = "title"
    TARGET = "target"
    UNITS = "units"
    """Leads and cooperating units in one cell."""
    LEADS = "leads"
    COOPERATING = "cooperating"
    PROGRESS = "progress"
    ITEM = "item"
    """項目 alone: number, title or target; its cells tell."""
    STATUS = "status"
    PROBLEMS = "problems"
    NEXT_STEPS = "next_steps"
    REMARK = "remark"
    EXTRA = "extra"
    """Not ours; kept by its name."""
    IGNORE = "ignore"
    """Left out, because a person said so."""
    MARK = "mark"
    """Our own word about the row."""


BESIDE = frozenset((Role.STATUS, Role.PROBLEMS, Role.NEXT_STEPS, Role.REMARK))
"""What is told of a task in a period beside its narrative."""
MARK = "审核标记"
"""Header of the column in which our own workbooks keep `TableRow.mark`, in either script."""

KEPT = "※"
"""With which our own tables begin the header of a column that is not ours, though its words are."""

_SIMPLIFIED = str.maketrans(
    "項類別編號標內務責單牽頭體協進況達備註說階領導時間節點區劃辦參與實領域類報聯繫誰總計產職權線審記稱問題難狀態評價燈",
    "项类别编号标内务责单牵头体协进况达备注说阶领导时间节点区划办参与实领域类报联系谁总计产职权线审记称问题难状态评价灯",
)
"""Only the characters that stand in headers: enough to know them, and never shown."""

# The first that fits counts: 目标完成情况 is progress, 下阶段工作任务 is no target, 任务类别 no task.
_MEANINGS: tuple[tuple[Role, re.Pattern[str]], ...] = tuple(
    (role, re.compile(pattern))
    for role, pattern in (
        (Role.STATUS, "达序|(?:进度|进展|完成|推进|项目|任务|工作)(?:状态|评价)|^状态$|亮灯"),
        (Role.EXTRA, "^是否"),
        (
            Role.PROGRESS,
            "(?:完成|进展|进度|落实|推进|实施|工作)情况|(?:工作|目前|最新|项目|形象)进[展度]|^进[展度]$|完成进度",
        ),
        (Role.PROGRESS, r"^(?:20\d\d年)?\d{1,2}月?份?[-—–~至]\d{1,2}月|^截[至止]"),
        (Role.PROBLEMS, "问题|困难"),
        (Role.NEXT_STEPS, "下步|下一步|下阶段"),
        (Role.EXTRA, "时限|时间|节点|资金|投资|原因|依据|来源"),
        (Role.COOPERATING, "(?:配合|协同|协助|协办|参与|参加|会办)(?:单位|部门|主体)?$"),
        (Role.LEADS, "(?:牵头|责任|主办|承办|实施|主责)(?:单位|部门|主体)|^牵头$"),
        (Role.NUMBER, "编号|序号|项目号|^号$"),
        (Role.CATEGORY, "类别|分类|类型|领域|板块|大类"),
        (Role.TARGET, "内容|任务|目标"),
        (Role.REMARK, "^备注$"),
        (Role.EXTRA, "领导|责任人|联系人|科室|电话|备注|说明|要求|状态|评价|得分"),
        (Role.TITLE, "(?:项目|事项|实事)(?:名称|标题)|^名称$"),
        (Role.ITEM, "^(?:民生)?(?:实事)?(?:项目|事项)$"),
    )
)
_ONLY_SIMPLIFIED = {chr(code) for code in _SIMPLIFIED.values()}

_BOTH_UNITS = re.compile(r"(?:责任|牵头|主办|主体|★).*(?:配合|协同|协助|协办|参与)")

_PERIOD = re.compile(
    r"(?:20\d\d年)?(?:\d{1,2}月?份?\s*[-—–~～至到]\s*\d{1,2}月份?|截[至止]\s*(?:20\d\d年)?\d{1,2}月(?:\d{1,2}日|底|末)?|"
    r"第?[一二三四1-4]季度|上半年|前三季度|\d{1,2}月底?)"
)
_BRACKET = re.compile(r"^[^((（]*[((（](.*)[))）]\s*$", re.DOTALL)
_SUBTITLE = re.compile(
    r"(?:报告期|填[报表]\S{0,4}|制表\S{0,4}|单位|报送\S{0,4}|日期|时间|联系\S{0,3}):|"
    r"(?:附件[\d一二三:]*|截[至止][\d年月日底末]*|\(.*\)|20\d\d年?)$"
)
_YEAR = re.compile(r"(?<!\d)(20\d\d)\s*年")
_LONGEST_HEADER = 14


def plain(text: str) -> str:
    """A header word to compare: no blanks, half-width, simplified."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).translate(_SIMPLIFIED)


def role_of(header: str) -> Role:
    """What a header cell announces; `EXTRA` for what is not ours."""
    words = plain(header)
    if words == MARK:
        return Role.MARK
    if words.startswith(KEPT):
        return Role.EXTRA
    outside = re.sub(r"\(.*?\)", "", words) or words
    if _BOTH_UNITS.search(words):
        return Role.UNITS
    role = _meaning(outside)
    if role is Role.LEADS and "★" in words:
        return Role.UNITS
    return role or Role.EXTRA


def _meaning(words: str) -> Role | None:
    return next((role for role, pattern in _MEANINGS if pattern.search(words)), None)


def is_traditional(text: str) -> bool:
    """Whether a text is in traditional script, judged by the characters that headers are made of."""
    traditional = sum(ord(character) in _SIMPLIFIED for character in text)
    simplified = sum(character in _ONLY_SIMPLIFIED for character in text)
    return traditional > simplified


def is_header_word(text: str) -> bool:
    """Whether a short text names a column of ours (备注 and its like count too)."""
    words = re.sub(r"\(.*?\)", "", plain(text))
    return 0 < len(words) <= _LONGEST_HEADER and _meaning(words) is not None


def nth(name: str, count: int) -> str:
    """How the `count`-th column of one name is told from the others: 备注, 备注 (2)."""
    return name if count == 1 else f"{name} ({count})"


def period_label(text: str) -> str:
    """The period that a title or sentence names (`截至9月底`), character for character; or empty."""
    found = _PERIOD.search(text)
    return found[0].strip() if found else ""


def column_period(header: str) -> str:
    """The period of a progress column: what its header has in brackets, else what it names; or empty."""
    bracket = _BRACKET.match(header)
    return bracket[1].strip() if bracket else period_label(header)


def title_of(lines: Iterable[str]) -> str:
    """The title among the lines above a header: the first that is no 附件1, 填报单位:…, (截至9月底)."""
    return next((line for line in lines if not _SUBTITLE.match(plain(line))), "")


def year_named(text: str) -> int | None:
    """The year of a title, `2024年`."""
    found = _YEAR.search(text)
    return int(found[1]) if found else None
