"""Cells that name responsible units: which lead (★), which cooperate, and what is no unit list at all."""

from __future__ import annotations

import re

STARS = "★☆✭✮✩⭐"
_SEPARATORS = "、,，;；\n"
_NOTHING = frozenset(("", "/", "／", "-", "－", "—", "——", "无", "無"))
_OPEN, _CLOSE = "(（[【", ")）]】"
_LABEL = re.compile(
    r"(?P<lead>(?:[牵牽][头頭]|[责責]任|主[办辦]|[实實]施)(?:[单單]位|部[门門]|主[体體]))\s*[:：]|"
    r"(?P<help>(?:配合|[协協][同助办辦]|[参參][与與])(?:[单單]位|部[门門]))\s*[:：]"
)
_SENTENCE = re.compile(r"[。;；!！?？:：《》“”]|\d\s*[%％]")
_LISTED = re.compile(r"^\s*(?:\d{1,2}\s*[.．、)）]|[(（]\s*[\d一二三四五六七八九十]+\s*[)）]|[①-⑳])")
_ORGANIZATION = re.compile(
    r"(?:局|委|[办辦]|部|院|中心|街道|公司|集[团團]|[总總支大][队隊]|[队隊]|[园園]|平[台臺]|[专專]班|[会會]|[处處]|所|站|[联聯]|校|"
    r"[镇鎮]|[乡鄉]|社[区區]|府|室|[馆館]|[银銀]行|[署司厅廳关關]|[组組]|企[业業]|[单單]位|部[门門]|群|[团團]|工[会會]|[区區])$"
)
_VERB = re.compile(
    r"(?:已|正在|正式|完成|[开開]展|建成|推[进進](?!办|辦)|新增|[计計][划劃](?!生育|[财財])|目前|[开開]工|[启啟][动動]|[拟擬]|"
    r"印[发發]|制定|累[计計]|[暂暫]|尚|召[开開]|[对對]接|[确確]定|均|共(?!青)|截至|截止|按|根[据據]|全部|全年|配合|"
    r"[争爭]取|[进進]入|通[过過]|新建|[举舉][办辦]|走[访訪]|落[实實]|未(?![来來成])|[为為]|[实實]施|打造)"
)
_PART = 16
"""Longest name of a unit without what stands in brackets, in characters."""
_SHORT = 6


def is_lead(text: str) -> bool:
    """Whether a text is a lead cell: it begins with a star and goes on with a name."""
    return bool(text) and text[0] in STARS and bool(text.strip(STARS + " \u3000"))


def split_units(text: str) -> tuple[str, ...]:
    """Names of a unit list in order, each once; brackets belong to the name (`民政局(殘聯)`), `/` is none."""
    names = [name.strip().strip(STARS).strip() for name in _pieces(text)]
    return tuple(dict.fromkeys(name for name in names if name not in _NOTHING))


def _pieces(text: str) -> list[str]:
    """The text cut at separators outside of brackets; at blanks only where units stand on both sides."""
    pieces, depth = [""], 0
    for character in text:
        depth = max(0, depth + (character in _OPEN) - (character in _CLOSE))
        if depth == 0 and character in _SEPARATORS:
            pieces.append("")
        else:
            pieces[-1] += character
    return [word for piece in pieces for word in _words(piece)]


def _words(piece: str) -> list[str]:
    words = piece.split()
    if len(words) > 1 and all(_ORGANIZATION.search(word) for word in words):
        return words
    return [piece]


def read_units(text: str, *, starred: bool) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(leads, cooperating) of one cell that holds both.

    `starred`: the column marks leads with ★, so that a cell without one names cooperating units
    only. Labels in the cell (牵头单位:…) say it themselves. A line that begins with ★ is a joint lead
    (★社會工作部、西興街道); where several names of a line are starred, only those are leads.
    """
    if _LABEL.search(text):
        return _labelled(text)
    if not any(star in text for star in STARS):
        return ((), split_units(text)) if starred else (split_units(text), ())
    leads: list[str] = []
    cooperating: list[str] = []
    for line in text.splitlines():
        pieces = [piece.strip() for piece in _pieces(line) if piece.strip()]
        marked = [piece for piece in pieces if piece[0] in STARS or piece[-1] in STARS]
        joint = len(marked) == 1 and pieces[0][0] in STARS
        for piece in pieces:
            (leads if joint or piece in marked else cooperating).append(piece)
    return split_units("\n".join(leads)), split_units("\n".join(cooperating))


def says_who_leads(text: str) -> bool:
    """Whether a cell itself tells leads from others, by ★ or by a label."""
    return any(star in text for star in STARS) or _LABEL.search(text) is not None


def _labelled(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    found = list(_LABEL.finditer(text))
    parts: dict[bool, str] = {True: text[: found[0].start()], False: ""}
    for label, following in zip(found, [*found[1:], None], strict=True):
        end = following.start() if following else len(text)
        parts[label["lead"] is not None] += "\n" + text[label.end() : end]
    return split_units(parts[True]), split_units(parts[False])


def looks_like_units(text: str) -> bool:
    """Whether a text is a list of unit names rather than a narrative.

    Names are short, end as names of organizations do (局, 街道, 公司 …) and are joined by 、; a
    narrative has sentences, numbered points, or begins with what was done (已, 完成, 走訪 …).
    """
    if _SENTENCE.search(text) or _LISTED.search(text):
        return False
    names = split_units(text)
    bare = [re.sub(r"[(（\[【].*?[)）\]】]", "", name) for name in names]
    if not bare or any(len(name) > _PART or _VERB.match(name) for name in bare):
        return False
    organizations = sum(bool(_ORGANIZATION.search(name)) for name in bare)
    if len(bare) == 1:
        return organizations == 1 and not re.search(r"\d", bare[0])
    all_short = all(len(name) <= _SHORT for name in bare) and len(bare) > 2
    return organizations * 5 >= len(bare) * 3 or all_short
