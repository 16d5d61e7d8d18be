"""How alike two names are: what a measure is called, and the words around a figure (both folded)."""

from __future__ import annotations

import re
from functools import lru_cache

from db.figure_text import fold
from db.figures import head_of, without_tail

_GENERIC = re.compile(
    r"(?:活动|惠民|公益|工作|项目|任务|服务|总?数量?|建设|情况|工程|等|各类|相关|专项|开展|的|了|[共约达为各并]|累计|共计|合计|总计|学员|"
    r"完成|实现|建成|完工|竣工|投用|投入使用|投入运营|投运|启用|运营|营业|恢复|通车|打通|通过|验收|改造|施工|开工|动工|进场|新建|新增|新设|"
    r"更新|改建|安装|到位|在建|全部|均|已经?)+$"
)
_GENERIC_START = re.compile(
    r"(?:[\s、和及与并再已还各共约另有]|目前|截至目前|累计|总计|共计|合计|全[省区县市年]|今年以来|今年|本年|年内|"
    r"其中|含|完成|实现|新(?=增|建)|达到?|为|对|向|超过?|截[至止]|第[一二三四五]批|第?[一二三四]季度|上半年|"
    r"[0-9-]{1,5}[月日](?:份|底|初|末)?|[0-9]{4}年|[0-9][0-9.,]*[万亿]?(?:[个家所台座户件名]|[人场]次?)*|"
    r"[一二三四五六七八九十两]+[个家所])+"
)
_NOT_WORDS = re.compile(r"[\s“”「」『』‘’\"、()《》·,，的和及与各]")
_CHANGED_TO = re.compile(r"(?:由[^,，;。]{1,12}?)?(?:提高|提升|上升|增加?|下降|降低?|压减|缩短)[至到]?$")
_QUOTED = re.compile('[“「『"][^“”「」『』"]*[”」』"]')
_VERB_WITHIN = re.compile(
    "开展|举办|组织|完成|提供了?|建成|新建|新增|发放|培训(?=.)|制作|发布|引进|通过|实现(?=.{2})|抽检(?=.)|进行(?=.{2})|实施(?=.{2})"
)
_RATIO = re.compile("每(?![年月季天周日])|人均|户均|平均")
_PREDICATE = re.compile("均|已|全部|正在|方案|通过|完成|开工|进场|竣工|正式|由")
_COMMON_VERBS = re.compile(
    "[新改扩续]|建[成设立]|开展|完成|打造|改造|实施|提供|提升|推进|组织|实现|优化|增[设加]|设立|更[新换]"
)


def likeness(label: str, words: str) -> float:
    """0 to 1: the share of the shorter name's pairs of characters; 1 where one name ends in the other.

    Of a measure with a name of its own (“春风行动”招聘会) the kind (招聘会) is nearly as good.
    """
    name = fold(label)
    kind = _QUOTED.sub("", name)
    if bool(_RATIO.search(name)) != bool(_RATIO.search(words)):
        return 0.0
    found = max(_likeness(name, words), 0.9 * _likeness(name, _without_tails(words)))
    if kind != name and len(core(kind)) > 2 and not name.endswith(("”", "」", "』", '"')):
        return max(found, 0.8 * _likeness(kind, words))
    return found


def is_same(label: str, words: str) -> bool:
    """Whether the words are the very name of the measure."""
    return core(fold(label)) == core(words) != ""


def subject(words: str) -> str:
    """What some words are about, up to what is said of it: 学校食堂改造 of 学校食堂改造方案均已通过评审."""
    found = _PREDICATE.search(words, 2)
    return words[: found.start()] if found else words


def coverage(label: str, words: str) -> int:
    """How many pairs of characters of the label stand in the words."""
    return sum(pair in words for pair in _pairs(core(fold(label))))


def verb(words: str) -> str:
    """The telling verb that words begin with (培训, 筹集); none for what is said of everything (新建)."""
    bare = _bared(words)
    found = bare[: head_of(bare)]
    return "" if _COMMON_VERBS.search(found) else found


def _likeness(folded: str, words: str) -> float:
    name = core(folded)
    parts = [part for part in words.split("\0") if part]
    whole = max((_alike(name, core(part)) for part in parts), default=0.0)
    objects = (core(_object(part)) for part in parts)
    return max(
        [whole, *((0.9 if len(one) > 2 or one == name else 0.7) * _alike(name, one) for one in objects)]
    )


def _without_tails(words: str) -> str:
    return "\0".join(without_tail(part) for part in words.split("\0"))


def _alike(name: str, other: str) -> float:
    if min(len(name), len(other)) < 2:
        return 0.0
    shorter, longer = sorted((name, other), key=len)
    if longer.endswith(shorter) or (len(shorter) > 2 and shorter in longer):
        return 1.0
    if longer.startswith(shorter):  # 義診 for 義診惠民活動
        return 0.7
    pairs, others = sorted((_pairs(name), _pairs(other)), key=len)
    shared = len(pairs & others)
    return max(shared / max(len(pairs), 2), min(shared / 8, 0.7))


def _object(words: str) -> str:
    """What stands behind the first verb within the words: 各街道中心共開展義診 is about 義診."""
    for found in _VERB_WITHIN.finditer(words):
        if len(core(words[found.end() :])) >= 2:
            return words[found.end() :]
    return ""


@lru_cache(maxsize=4000)
def core(words: str) -> str:
    """The name in some folded words, without what is done, adverbs and words that say nothing."""
    words = _bared(_CHANGED_TO.sub("", re.sub(r"\([^()]*\)", "", words)))
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
