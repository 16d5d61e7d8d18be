"""Codes of errors and findings -> sentences a person can act on, in the person's language.

The sentences stand in `resources/sentences/<language>.toml`, a flat table: code = "sentence with {param}".
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from functools import cache

from db.resources import resource

LANGUAGES = ("zh_CN", "zh_TW", "en")

PLACEHOLDER = re.compile(r"\{(\w+)\}")

TRADITIONAL = frozenset({"tw", "hk", "mo", "hant", "traditional"})
"""What in a locale's name says that Chinese is written in traditional script there."""


def sentence(code: str, params: Mapping[str, str], language: str = "") -> str:
    """The sentence for an error or a finding, its `{param}` filled in.

    `language` is one of `LANGUAGES` or any name of a locale; without it the environment decides.
    A param that is not given stays as `{param}`, an empty one shows as a dash, and a code without a
    sentence is named with its params, so that nothing is swallowed.
    """
    known = _sentences(language_of(language) if language else system_language())
    if code not in known:
        details = ", ".join(f"{name}={value}" for name, value in params.items())
        code, params = "unknown_code", {"unknown": code, "details": details}
    return PLACEHOLDER.sub(lambda found: params.get(found[1], found[0]) or "—", known[code])


def system_language() -> str:
    """The one of `LANGUAGES` that LC_ALL, LC_MESSAGES or LANG asks for, the first that is set."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if name := os.environ.get(variable):
            return language_of(name)
    if sys.platform == "win32":  # there the environment says nothing
        import locale

        return language_of(locale.getlocale()[0] or "")
    return "en"


def language_of(name: str) -> str:
    """The one of `LANGUAGES` for a locale's name: zh-Hant, zh_HK.UTF-8, Chinese (Simplified)_China …"""
    words = re.findall(r"[a-z]+", re.split(r"[.@]", name.lower())[0])
    if not words or words[0] not in ("zh", "chinese"):
        return "en"
    traditional = not TRADITIONAL.isdisjoint(words) and "hans" not in words
    return "zh_TW" if traditional else "zh_CN"


@cache
def _sentences(language: str) -> dict[str, str]:
    import tomllib

    with resource("sentences", f"{language}.toml").open("rb") as file:
        return {code: str(text) for code, text in tomllib.load(file).items()}
