from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.resources import resource, sample_table
from db.sentences import LANGUAGES, PLACEHOLDER, language_of, sentence

SAYS_CODES = {"FileError", "RefusedError", "RequestError", "Finding", "Reason", "_doubt", "_doubt_cell"}
"""What is called with a code as its first argument or as `code=`."""


TAIWAN = str.maketrans("臺佈", "台布")
"""Characters that are right in both forms, and which the converter would rather have otherwise."""


def table(language: str) -> dict[str, str]:
    return tomllib.loads(resource("sentences", f"{language}.toml").read_text("utf-8"))


def placeholders(text: str) -> list[str]:
    return sorted(set(PLACEHOLDER.findall(text)))


def literals(node: ast.expr | None) -> list[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return literals(node.body) + literals(node.orelse)
    return []


def calls() -> Iterator[tuple[str, int, ast.Call, str]]:
    """(file, line, call, code) of every code written out in db/."""
    for path in sorted(Path(resource()).parent.joinpath("db").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SAYS_CODES:
                keyword = next((word.value for word in node.keywords if word.arg == "code"), None)
                for code in literals(node.args[0] if node.args else keyword):
                    yield path.name, node.lineno, node, code


def test_every_language_has_the_same_codes_with_the_same_params() -> None:
    tables = {language: table(language) for language in LANGUAGES}
    shapes = [{code: placeholders(text) for code, text in table.items()} for table in tables.values()]
    assert shapes[0] == shapes[1] == shapes[2]
    assert {path.stem for path in resource("sentences").glob("*.toml")} == set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_are_sentences(language: str) -> None:
    for code, text in table(language).items():
        assert text.strip() == text, code
        assert text.endswith("." if language == "en" else "。"), code
        assert not set("{}") & set(PLACEHOLDER.sub("", text)), code


def test_chinese_sentences_are_in_their_own_script() -> None:
    import opencc

    for language, config in (("zh_CN", "t2s"), ("zh_TW", "s2tw")):
        converter = opencc.OpenCC(config)
        for code, text in table(language).items():
            assert converter.convert(text).translate(TAIWAN) == text, code


def test_every_code_of_db_has_a_sentence() -> None:
    found = list(calls())
    known = table("en")
    assert {code for _, _, _, code in found} >= {"not_found", "entry_in_conflict"}
    assert [f"{file}:{line} {code}" for file, line, _, code in found if code not in known] == []


def test_every_error_gives_the_params_of_its_sentence() -> None:
    known = table("en")
    lacking = []
    for file, line, call, code in calls():
        given = {word.arg for word in call.keywords}
        if isinstance(call.func, ast.Name) and call.func.id.endswith("Error") and None not in given:
            lacking += [
                f"{file}:{line} {name}" for name in placeholders(known.get(code, "")) if name not in given
            ]
    assert lacking == []


def test_params_are_filled_in() -> None:
    text = sentence("other_plan", {"theirs": "{ours}", "ours": "滨江区"}, "zh_CN")
    assert "“{ours}”" in text  # what a file says is never taken for a placeholder
    assert "“滨江区”" in text


def test_nothing_is_swallowed() -> None:
    assert "{known}" in sentence("no_such_period", {"period": "1-4月"}, "en")
    assert "—" in sentence("no_such_period", {"period": "1-4月", "known": ""}, "en")
    for language in LANGUAGES:
        text = sentence("never_heard_of", {"task": "7.4#2"}, language)
        assert "never_heard_of" in text
        assert "7.4#2" in text


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("zh_CN", "zh_CN"),
        ("zh_CN.UTF-8", "zh_CN"),
        ("zh", "zh_CN"),
        ("zh-Hans-HK", "zh_CN"),
        ("zh_SG.utf8", "zh_CN"),
        ("Chinese (Simplified)_China", "zh_CN"),
        ("zh_TW.Big5", "zh_TW"),
        ("zh_HK", "zh_TW"),
        ("zh-Hant", "zh_TW"),
        ("zh_MO@latin", "zh_TW"),
        ("Chinese (Traditional)_Taiwan", "zh_TW"),
        ("en_GB.UTF-8", "en"),
        ("C.UTF-8", "en"),
        ("POSIX", "en"),
        ("de_DE@zh", "en"),
        ("", "en"),
        ("简体中文", "en"),
    ],
)
def test_language_of(name: str, language: str) -> None:
    assert language_of(name) == language


def test_the_environment_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "en_US.UTF-8")
    monkeypatch.setenv("LC_MESSAGES", "zh_TW.UTF-8")
    monkeypatch.setenv("LC_ALL", "")
    assert sentence("nothing_to_undo", {}) == table("zh_TW")["nothing_to_undo"]
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert sentence("nothing_to_undo", {}) == table("zh_CN")["nothing_to_undo"]
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    assert sentence("nothing_to_undo", {}) == table("en")["nothing_to_undo"]


def test_the_sample_lies_below_resources() -> None:
    assert sample_table().is_file()
    assert sample_table().parent == resource("sample")


def test_a_frozen_build_has_its_own_resources(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path), raising=False)
    assert resource("sheets", "item.typ") == tmp_path / "resources" / "sheets" / "item.typ"
