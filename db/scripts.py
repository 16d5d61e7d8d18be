"""Simplified and traditional characters: which script a character has alone, and a text put into one."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=8000)
def script_of(char: str) -> str:
    """`simplified` or `traditional` where only one script has this character, else empty.

    GB 2312 holds the simplified ones, Big 5 the traditional; what both have is right in both (于, 云, 里).
    """
    if not "\u4e00" <= char <= "\u9fff":
        return ""
    in_simplified, in_traditional = _encodes(char, "gb2312"), _encodes(char, "big5")
    if in_simplified == in_traditional:
        return ""
    return "simplified" if in_simplified else "traditional"


def converted(text: str, *, like: str) -> str:
    """`text` in the script that `like` has more of; in its own where `like` shows none.

    Only characters that the other script alone has are changed, one for one.
    """
    wanted = _mostly(like) or _mostly(text)
    if not wanted:
        return text
    from opencc import OpenCC

    made: str = OpenCC("t2s" if wanted == "simplified" else "s2t").convert(text)
    if len(made) != len(text):
        return made
    pairs = zip(text, made, strict=True)
    return "".join(new if script_of(old) not in ("", wanted) else old for old, new in pairs)


def _mostly(text: str) -> str:
    found = [script for char in text if (script := script_of(char))]
    return max(("simplified", "traditional"), key=found.count) if found else ""


def _encodes(char: str, encoding: str) -> bool:
    try:
        char.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
