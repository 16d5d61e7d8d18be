"""Checks of the narrative against the target and the plan: points named, units named, sites counted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from db.check_context import Check, Checked
from db.figure_numbers import Count
from db.figure_text import fold
from db.figures import head_of
from db.records import Finding, Plan

_SITE = re.compile(
    "(?:路|街|桥|支路|道路|大道|隧道|小学|中学|学校|幼儿园|医院|中心|公园|广场|地块|工程|项目|车站|泵站|变电站|产业园|图书馆|体育馆|博物馆|"
    "文化馆|美术馆|综合体|河|河道|水库|市场|公寓|养老院|福利院|小区|新村|路段|校区|院区)$"
)
"""How the name of one place ends (folded)."""
_STAGE = re.compile("(?:竣工|验收|建设|改造|开工|施工|投用|完工|前期|工作|主体|交付)+$")
_PARTS = re.compile("[、,，;。:\n]")
_ASIDE = re.compile(r"\([^()]*\)")
_NUMERIC = re.compile("[0-9]|[一二三四五六七八九十两]+[个所家条座处]")
_ITEM = re.compile(
    r"^[ \t]*(?:[0-9]{1,2}[.、]|\([0-9一二三四五六七八九十]{1,2}\))?([^:;。,，\n]{4,30}):", re.MULTILINE
)

_OFFICE = re.compile(
    r"([\u4e00-\u9fff]{1,12}?(?:局|管委会|街道办事处|街道|办公室))(?![部限势面外长路道口两沿])"
)
_NO_OFFICE = re.compile(
    "(?:格|布|全|大|开|结|当|时|邮|破|新|变|战|书|僵|[各该本三两四五跨全老每沿]街道|个街道|镇街道)局?$|^(?:办公室|街道|分局)$"
)
_BEFORE_NAME = re.compile(
    r".*(?:联合|会同|协同|配合|对接|协调|商请|报送|报请|组织|邀请|通过|根据|经由|督促|指导|联系|与|和|及|由|经|请|在|对|向|到|赴|为|是|了|的|区|县|、)"
)
_HIGHER = re.compile("省|国家|中央|部|上级|市(?!场|政|容)")

_SITES = frozenset("个所家条座处站块")
_LISTED = re.compile("(?:等|这|共|共计)?$")
_IN_BRACKETS = re.compile(r"(?:(?!完成|开展|进行|实施|通过)[^,，;。:、()0-9]){0,12}\(([^()]*、[^()]*)\)")
_NOT_NAMES = re.compile("[0-9]|^(?:其中|含|包括|包含|不含)|(?:完成|施工|正在|已)")
_MOST = 40
"""More sites than these nobody lists."""


def point_untouched(entry: Checked) -> Iterator[Finding]:
    """The target names several points, the narrative some of them: which does it leave out?"""
    if not entry.narrative.strip() or entry.content.nothing_new:
        return
    counted = tuple(measure.label for measure in entry.task.measures if measure.unit not in ("%", "％"))
    told = {one.measure for one in entry.told}
    answered = {measure.label for measure in entry.task.measures if measure.id in told}
    for names in (_places(entry.task.target), counted):
        missed = [
            name for name in names if name not in answered and not _is_touched(name, names, entry.narrative)
        ]
        if len(missed) < len(names):
            for name in missed:
                yield Finding("point_untouched", "note", entry.task.name, entry.details(point=name))


def point_foreign(entry: Checked) -> Iterator[Finding]:
    """The narrative goes point by point and reports one that the target, which names its own, does not."""
    places = _places(entry.task.target)
    if len(places) < 2:
        return
    known = _pairs(entry.target)
    for found in _ITEM.finditer(entry.narrative):
        name = found[1].strip()
        pairs = _pairs(_ASIDE.sub("", name))
        if _SITE.search(_ASIDE.sub("", name)) and len(pairs & known) < len(pairs) / 2:
            written = entry.content.narrative[found.start(1) : found.end(1)].strip()
            yield Finding("point_foreign", "warning", entry.task.name, entry.details(point=written))


@lru_cache(maxsize=64)
def _places(target: str) -> tuple[str, ...]:
    """The places that a target names, as it writes them."""
    text, places, start = fold(target), [], 0
    for end in (*(mark.start() for mark in _PARTS.finditer(text)), len(text)):
        piece, written = text[start:end], target[start:end]
        start = end + 1
        skip = head_of(piece)
        name = re.split("等(?:[0-9一二三四五六七八九十两]|$)", piece[skip:])[0].split("(")[0]
        name = _STAGE.sub("", name)
        if 2 < len(name) <= 24 and _SITE.search(name) and not _NUMERIC.search(name):
            places.append(written[skip : skip + len(name)])
    return tuple(dict.fromkeys(places))


def _is_touched(name: str, names: Iterable[str], narrative: str) -> bool:
    """Whether the narrative has two characters of the name that no other point has."""
    own = _pairs(_core(name))
    others = set().union(*(_pairs(_core(other)) for other in names if other != name))
    telling = (own - others) or own
    return any(pair in narrative for pair in telling)


@lru_cache(maxsize=1000)
def _core(name: str) -> str:
    folded = _ASIDE.sub("", fold(name))
    return re.sub('[“”「」《》"、]', "", folded[head_of(folded) :] or folded)


@lru_cache(maxsize=1000)
def _pairs(text: str) -> frozenset[str]:
    return frozenset(text[place : place + 2] for place in range(len(text) - 1))


def unit_unknown(entry: Checked) -> Iterator[Finding]:
    """An office that is named but not in the plan: renamed, or mistyped. Offices above are none of ours."""
    known = _known(entry.plan)
    told: set[str] = set()
    for found in _OFFICE.finditer(entry.narrative):
        words = found[1]
        if _NO_OFFICE.search(words) or any(words.endswith(name) for name in known):
            continue
        name = _BEFORE_NAME.sub("", words)
        if len(name) < 3 or _HIGHER.search(words) or any(other.endswith(name) for other in known):
            continue
        if name not in told:
            told.add(name)
            written = entry.content.narrative[found.end(1) - len(name) : found.end(1)]
            yield Finding("unit_unknown", "note", entry.task.name, entry.details(unit=written))


def _known(plan: Plan) -> frozenset[str]:
    return _folded_names(tuple(name for unit in plan.units for name in (unit.name, *unit.aliases)))


@lru_cache(maxsize=4)
def _folded_names(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(_ASIDE.sub("", fold(name)) for name in names)


def sites_miscounted(entry: Checked) -> Iterator[Finding]:
    """The names listed are not as many as is said: 奥体、新州等8个 may be a choice, nine names are not."""
    for count in entry.counts:
        if count.unit in _SITES and 2 <= count.amount <= _MOST and count.comparator == "=":
            listed = _listed_before(entry.narrative, count) or _listed_behind(entry.narrative, count)
            if listed and listed != count.amount:
                said = entry.content.narrative[count.start : count.end]
                details = entry.details(said=said, listed=str(listed))
                yield Finding("sites_miscounted", "warning", entry.task.name, details)


def _listed_before(text: str, count: Count) -> int:
    """How many names lead up to 等8个; 0 where that is no list, or may be a choice of the names."""
    before = text[max(text.rfind(end, 0, count.start) for end in ";。:\n(") + 1 : count.start]
    if not before.endswith(("等", "这", "共", "共计")) and text[count.start] in "0123456789":
        return 0
    pieces = [piece for piece in re.split("[,，]", _LISTED.sub("", before)) if piece] or [""]
    names = pieces[-1].count("、") + 1
    for piece in reversed(pieces[:-1]):
        if "、" not in piece:
            break
        names += piece.count("、") + 1
    if names == 1:
        return 0
    # 和 joins two names, or is a part of one (六和).
    joined = len(re.findall("[和及与]", pieces[-1].rsplit("、", 1)[-1]))
    if names <= count.amount <= names + joined:
        return int(count.amount)
    is_choice = (
        before.endswith("等") and names < count.amount and not (names > 2 and count.amount - names == 1)
    )
    return 0 if is_choice or (names < count.amount and not before.endswith("等")) else names


def _listed_behind(text: str, count: Count) -> int:
    """How many names stand in the bracket behind 3个公园(东湖、西湖); 0 where it holds something else."""
    found = _IN_BRACKETS.match(text, count.after)
    if found is None or _NOT_NAMES.search(found[1]):
        return 0
    names = found[1].count("、") + 1
    joined = len(re.findall("[和及与]", found[1]))
    is_choice = found[1].endswith("等") and names < count.amount
    return 0 if is_choice or names <= count.amount <= names + joined else names


TARGET_CHECKS: tuple[Check, ...] = (point_untouched, point_foreign, unit_unknown, sites_miscounted)
