"""The page of the help that writes the rules down: every check is on it, the same in three languages."""

import re

import pytest

from db.checks import CODES
from db.resources import resource
from db.sentences import LANGUAGES

OF_THE_WHOLE = 2
"""entry_missing and entry_conflict, which no rule on an entry gives."""


def page(language: str) -> str:
    return resource("help", f"rules.{language}.md").read_text("utf-8")


def checks(language: str) -> list[str]:
    return [line for line in page(language).splitlines() if line.startswith("**")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_check_is_written_down(language: str) -> None:
    assert len(checks(language)) == len(CODES) + OF_THE_WHOLE
    for told in checks(language):  # a title without a code, its weight, and what to do
        title = re.match(r"\*\*([^*]+)\*\*", told)
        assert title
        assert title[1] not in CODES
        assert re.search("What to do: |怎么办：|怎麼辦：", told)


def test_the_pages_have_the_same_parts_and_weights() -> None:
    weights = {"error": "错误", "check": "待核", "note": "提示"}

    def shape(language: str) -> list[str]:
        return [line.split(" ")[0] for line in page(language).splitlines() if line.startswith(("#", "-"))]

    assert shape("en") == shape("zh_CN") == shape("zh_TW")
    english = [weights[re.findall(r"\((\w+)\)", told)[0]] for told in checks("en")]
    assert english == [re.findall("（(..)）", told)[0] for told in checks("zh_CN")]


def test_the_script_of_a_page_is_its_own() -> None:
    from db.scripts import script_of

    scripts = {script_of(char) for char in page("zh_CN").replace("社區", "")}
    assert "traditional" not in scripts
