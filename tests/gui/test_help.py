"""The help: every page in every language, found by F1, searched, linked and with its pictures."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QLocale, QSize, Qt, QUrl
from PySide6.QtGui import QTextTable
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

import db
from db import schema
from desktop import language, theme
from desktop.dialogs.help import TOPIC_OF_PAGE, TOPICS, HelpWindow, page_text, title_of
from desktop.mainwindow import LEDGER_PAGES

LINK = re.compile(r"(!?)\[[^\]]*\]\(([^)]+)\)")


@pytest.fixture
def window(qtbot) -> HelpWindow:
    window = HelpWindow("returns")
    qtbot.addWidget(window)
    window.show()
    return window


def test_no_page_lies_about_that_nobody_shows():
    there = {path.name for path in db.resource("help").glob("*.md")}
    assert there == {f"{topic}.{spoken}.md" for topic in TOPICS for spoken in language.LANGUAGES}


@pytest.mark.parametrize("spoken", language.LANGUAGES)
@pytest.mark.parametrize("topic", TOPICS)
def test_links_and_pictures_are_there(topic: str, spoken: str):
    text = (db.resource("help") / f"{topic}.{spoken}.md").read_text("utf-8")
    assert text.startswith("# ")
    for picture, target in LINK.findall(text):
        name = Path(QUrl(target).path())
        if picture:
            assert db.resource("help", target).is_file()
        elif "://" not in target:
            assert name.name.partition(".")[0] in TOPICS


@pytest.mark.parametrize("spoken", language.LANGUAGES)
def test_pages_have_the_same_parts_in_every_language(spoken: str):
    def shape(topic: str, of: str) -> list[str]:
        text = (db.resource("help") / f"{topic}.{of}.md").read_text("utf-8")
        return re.findall(r"^(#+ |!\[|\d+\. |- |\||```)", text, re.MULTILINE)

    for topic in TOPICS:
        assert len(shape(topic, spoken)) >= 5
        if topic != "rules":  # whose checks are told with examples of each language's own
            assert shape(topic, spoken) == shape(topic, "zh_CN"), topic


@pytest.mark.parametrize("spoken", language.LANGUAGES)
def test_each_language_has_its_own_words(qtbot, spoken: str):
    QLocale.setDefault(QLocale(spoken))
    window = HelpWindow("fill_in")
    qtbot.addWidget(window)
    titles = [window.topics.item(row).text() for row in range(window.topics.count())]
    assert titles == [title_of(page_text(topic)) for topic in TOPICS]
    chinese = [title for title in titles if re.search("[一-鿿]", title)]
    assert len(chinese) == (0 if spoken == "en" else len(TOPICS))


def test_every_page_of_the_window_has_its_topic(qtbot):
    for page in (*LEDGER_PAGES, "welcome", ""):
        assert TOPIC_OF_PAGE.get(page, "coordinator") in TOPICS
        window = HelpWindow(page)
        qtbot.addWidget(window)
        assert window.browser.toPlainText().startswith(title_of(page_text(window.topic)))


def test_f1_opens_one_help_at_the_page_that_is_shown(qtbot, open_window, ledger_file: Path):
    main = open_window(ledger_file)
    qtbot.keyClick(main, Qt.Key.Key_F1)
    (shown,) = main.findChildren(HelpWindow)
    assert not shown.isModal()
    assert shown.topic == "clerk"
    main.show_page("returns")
    qtbot.keyClick(main, Qt.Key.Key_F1)
    assert main.findChildren(HelpWindow) == [shown]
    assert shown.topic == "coordinator"
    shown.close()
    qtbot.waitUntil(lambda: not main.findChildren(HelpWindow))


def test_the_search_leaves_only_pages_that_hold_the_words(qtbot, window: HelpWindow):
    window.show_topic("clerk")
    qtbot.keyClicks(window.search, "pandas")
    shown = [row for row in range(len(TOPICS)) if not window.topics.item(row).isHidden()]
    assert [TOPICS[row] for row in shown] == ["administrator"]
    assert window.topic == "administrator"
    assert window.browser.textCursor().selectedText() == "pandas"
    first = window.browser.textCursor().position()
    qtbot.keyClick(window.search, Qt.Key.Key_Return)
    assert window.browser.textCursor().position() > first
    window.search.setText("no page says this, we hope")
    assert all(window.topics.item(row).isHidden() for row in range(len(TOPICS)))
    window.search.clear()
    assert not any(window.topics.item(row).isHidden() for row in range(len(TOPICS)))


def test_ctrl_f_goes_to_the_search(qtbot, window: HelpWindow):
    qtbot.waitActive(window)
    window.browser.setFocus()
    qtbot.keyClick(window.browser, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.search.hasFocus()


def test_a_link_leads_to_another_page(window: HelpWindow):
    window.browser.anchorClicked.emit(QUrl("rules.en.md"))
    assert window.topic == "rules"


def test_pictures_and_tables_fit_the_page(qtbot, qapp: QApplication, window: HelpWindow):
    theme.apply_style(qapp)
    window.show_topic("administrator")
    tables = [
        frame
        for frame in window.browser.document().rootFrame().childFrames()
        if isinstance(frame, QTextTable)
    ]
    assert tables
    for topic in TOPICS:
        for size in (QSize(760, 560), QSize(1200, 800)):
            window.resize(size)
            window.show_topic(topic)
            qtbot.waitUntil(lambda: window.browser.horizontalScrollBar().maximum() == 0)


def test_the_handbook_is_saved_in_the_language_of_the_window(
    qtbot, open_window, ledger_file: Path, tmp_path: Path
):
    main = open_window(ledger_file)
    main.commands["help"].trigger()
    (shown,) = main.findChildren(HelpWindow)
    shown.handbook_button.click()
    (asked,) = shown.findChildren(QFileDialog)
    assert asked.selectedFiles()[0].endswith(".pdf")
    asked.filesSelected.emit([str(tmp_path / "h.pdf")])
    asked.close()
    qtbot.waitUntil(lambda: bool(shown.findChildren(QMessageBox)))
    assert "The clerk" in PdfReader(tmp_path / "h.pdf").pages[1].extract_text()
    shown.findChildren(QMessageBox)[0].close()


def test_the_administrators_page_names_every_table_and_view():
    declared = set(re.findall(r"^CREATE (?:TABLE|VIEW) (\w+)", schema.TABLES + schema.VIEWS, re.MULTILINE))
    for spoken in language.LANGUAGES:
        text = (db.resource("help") / f"administrator.{spoken}.md").read_text("utf-8")
        first_cells = re.findall(r"^\| ([\w、, ]+?) \|", text, re.MULTILINE)
        named = {name for cell in first_cells for name in re.split("[、, ]+", cell)}
        assert declared - named == set()
        assert {name for name in named - declared if name.isascii()} <= {"table", "view", ""}


def test_the_recipe_for_pandas_is_true(tmp_path: Path):
    db.import_sample(tmp_path / "copy.shishi")
    text = (db.resource("help") / "administrator.en.md").read_text("utf-8")
    with closing(sqlite3.connect(tmp_path / "copy.shishi")) as file:
        rows = file.execute("SELECT * FROM progress WHERE period = '1-3月'").fetchall()
        assert len(rows) == 56
        assert file.execute(pandas_query(text)).fetchall() == []  # the sample's table has no figures


def pandas_query(text: str) -> str:
    """The second query of the recipe, put together as Python would."""
    (block,) = re.findall(r"figures = pd\.read_sql\((.*?)file, dtype", text, re.DOTALL)
    return "".join(re.findall(r'"([^"]*)"', block))
