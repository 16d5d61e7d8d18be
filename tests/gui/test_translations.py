"""Every text of the screen in every language: fresh, complete, with the same placeholders."""

import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

import db
from desktop import language, translations

FOLDER = db.resource("translations")
HOLE = re.compile(r"\{\w+\}|%n")


def messages(path: Path) -> dict[tuple[str, str, str], list[str]]:
    """(context, source, comment) -> translations; several for the plurals of English."""
    found = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        for message in context.iter("message"):
            key = context.findtext("name"), message.findtext("source"), message.findtext("comment") or ""
            said = message.find("translation")
            assert said is not None
            assert said.get("type") is None, f"{path.name}: {said.get('type')} {key}"
            forms = [form.text or "" for form in said.iter("numerusform")]
            found[key] = forms or [said.text or ""]
    return found


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """What lupdate makes of the code as it stands, from the files as they stand."""
    folder = tmp_path_factory.mktemp("ts")
    made = {}
    for name in translations.LANGUAGES:
        made[name] = folder / f"shishi_{name}.ts"
        made[name].write_bytes((FOLDER / made[name].name).read_bytes())
        translations.update(translations.sources(), made[name], name)
    return made


@pytest.mark.parametrize("name", translations.LANGUAGES)
def test_every_text_of_the_code_is_in_the_file(fresh: dict[str, Path], name: str):
    assert messages(FOLDER / f"shishi_{name}.ts") == messages(fresh[name])


@pytest.mark.parametrize("name", translations.LANGUAGES)
def test_the_compiled_file_is_fresh(fresh: dict[str, Path], name: str, tmp_path: Path):
    translations.release(fresh[name], tmp_path / "made.qm")
    assert (tmp_path / "made.qm").read_bytes() == (FOLDER / f"shishi_{name}.qm").read_bytes()


@pytest.mark.parametrize("name", translations.LANGUAGES)
def test_placeholders_are_those_of_the_source(name: str):
    for (context, source, _), forms in messages(FOLDER / f"shishi_{name}.ts").items():
        for form in forms:
            assert form.strip(), f"{context}: {source}"
            assert sorted(HOLE.findall(form)) == sorted(HOLE.findall(source)), f"{context}: {source}"


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("zh_CN", "zh_CN"),
        ("zh_SG", "zh_CN"),
        ("zh_TW", "zh_TW"),
        ("zh_HK", "zh_TW"),
        ("zh_Hant_CN", "zh_TW"),
        ("en_GB", "en"),
        ("de_DE", "en"),
    ],
)
def test_the_system_says_which_language(locale: str, expected: str):
    assert language.language_of(QLocale(locale)) == expected


@pytest.mark.parametrize(
    ("name", "expected"), [("zh_CN", "合并 3 个文件"), ("zh_TW", "合併 3 個檔案"), ("en", "Merge 3 files")]
)
def test_the_compiled_files_speak(qapp, name: str, expected: str):
    translator = QTranslator()
    assert translator.load(str(FOLDER / f"shishi_{name}.qm"))
    QCoreApplication.installTranslator(translator)
    try:
        assert QCoreApplication.translate("MergePanel", "Merge %n file(s)", "", 3) == expected
    finally:
        QCoreApplication.removeTranslator(translator)


def test_traditional_texts_hold_no_simplified_words():
    """A few characters that only simplified script has."""
    for key, forms in messages(FOLDER / "shishi_zh_TW.ts").items():
        assert not set("".join(forms)) & set("报务关键开档么为这单个项计"), key
