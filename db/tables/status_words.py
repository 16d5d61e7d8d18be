"""The words in which a table says how a task stands: 是否达序 是, 按序时, 已完成 (design.md §2)."""

from __future__ import annotations

import re

from db.records import Status
from db.tables.headers import plain

_SAYS: tuple[tuple[Status, str], ...] = (
    (Status.NOT_APPLICABLE, "不适用|不涉及"),
    (Status.NOT_STARTED, "(?:尚|暂)?未(?:启动|开展|开工|实施)"),
    (
        Status.BEHIND,
        "(?:进度|进展)?(?:滞后|缓慢|落后|较慢|偏慢)|尚?未达到?序时?(?:进度)?|否|红灯?|黄灯?",
    ),
    (Status.DONE, "(?:已|全部|超额|已全部|提前)?(?:完成|完工|办结)|完成目标"),
    (
        Status.ON_TRACK,
        "是|(?:已)?达到?序(?:时)?(?:进度)?|按序时?(?:进度)?(?:推进)?|符合序时(?:进度)?|序时(?:进度)?|超序时(?:进度)?|正常(?:推进)?|"
        "(?:正常|有序|顺利)推进|推进中|进行中|按(?:计划|时序)(?:推进)?|绿灯?",
    ),
)
_STATUS = tuple((status, re.compile(words)) for status, words in _SAYS)
_TO_SIMPLIFIED = str.maketrans(
    "啟動開應進遲緩後達過計劃順適輕實綠燈紅黃辦結慢額滯時",
    "启动开应进迟缓后达过计划顺适轻实绿灯红黄办结慢额滞时",
)

WORDS = {
    Status.NOT_STARTED: "未启动",
    Status.ON_TRACK: "按序时",
    Status.BEHIND: "滞后",
    Status.DONE: "已完成",
    Status.NOT_APPLICABLE: "不适用",
}
"""As our own tables write them."""
TRADITIONAL_WORDS = {
    Status.NOT_STARTED: "未啟動",
    Status.ON_TRACK: "按序時",
    Status.BEHIND: "滯後",
    Status.DONE: "已完成",
    Status.NOT_APPLICABLE: "不適用",
}


def status_of(text: str) -> Status | None:
    """The status that a cell names in either script; None for words that are not known for certain."""
    words = plain(text).translate(_TO_SIMPLIFIED).strip("。.;；√✓")
    if not words:
        return Status.ON_TRACK if re.fullmatch(r"\s*[√✓]\s*", text) else None
    return next((status for status, pattern in _STATUS if pattern.fullmatch(words)), None)
