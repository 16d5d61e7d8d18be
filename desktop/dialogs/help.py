"""The help: pages of `resources/help` in the language of the window, beside the work that they tell of."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

import db
from desktop import choose, language, messages, theme
from desktop.dialogs.help_page import HelpPage

if TYPE_CHECKING:
    from desktop.mainwindow import MainWindow

TOPICS = ("clerk", "coordinator", "what_to_do", "rules", "administrator")
"""The pages in their order; each is `resources/help/<topic>.<language>.md`."""
TOPIC_OF_PAGE = {"fill_in": "clerk", "welcome": "clerk"}
"""Which page of the help belongs to which page of the window; to any other, the coordinator's."""
SIZE = (980, 680)
LIST_WIDTH = 220
NAME = Qt.ItemDataRole.UserRole


class HelpWindow(QDialog):
    """Stays open beside the window, so that one can read and do. Ctrl+F searches in all pages."""

    handbook_wanted = Signal()
    """All pages are wanted on paper."""

    def __init__(self, page: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("help")
        self.setWindowTitle(self.tr("Help"))
        self.resize(*SIZE)
        self._texts = {topic: page_text(topic) for topic in TOPICS}
        self.topics = QListWidget(self)
        self.topics.setAccessibleName(self.tr("Topics"))
        self.topics.setFixedWidth(LIST_WIDTH)
        self.topics.setWordWrap(True)
        self.topics.setSpacing(theme.GAP_SMALL // 2)
        self.topics.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.set_role(self.topics, "boxed")
        self.search = QLineEdit(self)
        self.search.setFixedWidth(LIST_WIDTH)
        self.search.setPlaceholderText(self.tr("Search the help"))
        self.search.setAccessibleName(self.tr("Search the help"))
        self.search.setClearButtonEnabled(True)
        self.handbook_button = QPushButton(self.tr("Handbook to print…"), self)
        self.handbook_button.setObjectName("handbookButton")
        self.handbook_button.setAutoDefault(False)
        self.handbook_button.clicked.connect(self.handbook_wanted)
        self.browser = HelpPage(self)
        self.browser.setAccessibleName(self.tr("Help"))
        for topic in TOPICS:
            item = QListWidgetItem(title_of(self._texts[topic]), self.topics)
            item.setData(NAME, topic)
        self._arrange()
        self.topics.currentItemChanged.connect(self._show)
        self.search.textChanged.connect(self._find)
        self.search.returnPressed.connect(self._find_next)
        self.browser.anchorClicked.connect(self._follow)
        QShortcut(QKeySequence.StandardKey.Find, self, self.search.setFocus)
        self.show_topic(TOPIC_OF_PAGE.get(page, "coordinator"))

    def show_topic(self, topic: str) -> None:
        """Show a page. Raises ValueError for one that there is not."""
        self.topics.setCurrentRow(TOPICS.index(topic))

    @property
    def topic(self) -> str:
        """The page that is shown."""
        return TOPICS[self.topics.currentRow()]

    def _arrange(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self.search)
        left.addWidget(self.topics, 1)
        left.addWidget(self.handbook_button)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.GAP, theme.GAP, theme.GAP, theme.GAP)
        row.setSpacing(theme.GAP)
        row.addLayout(left)
        row.addWidget(self.browser, 1)

    def _show(self) -> None:
        self.browser.show_text(self._texts[self.topic])

    def _find(self, words: str) -> None:
        """Show only the pages that hold the words, and the first place in the page that is shown."""
        hits = [topic for topic in TOPICS if words.casefold() in self._texts[topic].casefold()]
        for row, topic in enumerate(TOPICS):
            self.topics.item(row).setHidden(topic not in hits)
        if hits and self.topic not in hits:
            self.show_topic(hits[0])
        self.browser.moveCursor(QTextCursor.MoveOperation.Start)
        if words:
            self.browser.find(words)

    def _find_next(self) -> None:
        words = self.search.text()
        if words and not self.browser.find(words):
            self.browser.moveCursor(QTextCursor.MoveOperation.Start)
            self.browser.find(words)

    def _follow(self, target: QUrl) -> None:
        """A link leads to another page of the help, or to the browser if the person has one."""
        name = target.fileName().partition(".")[0]
        if target.isRelative() and name in TOPICS:
            self.show_topic(name)
        elif not target.isRelative():
            QDesktopServices.openUrl(target)


def show_help(window: MainWindow) -> None:
    """Show the help for the page of the window; one is open at a time and stays where it was put."""
    page = window.current_page
    shown = window.findChild(HelpWindow)
    if shown is None:
        made = shown = HelpWindow(page, window)
        made.handbook_wanted.connect(lambda: save_handbook(window, made))
    else:
        shown.show_topic(TOPIC_OF_PAGE.get(page, "coordinator"))
    shown.show()
    shown.raise_()
    shown.activateWindow()


def save_handbook(window: MainWindow, shown: HelpWindow) -> None:
    """Ask where to, and write all pages as one PDF."""
    spoken = language.language_of(QLocale())

    def write(path: Path) -> None:
        window.session.work_aside(lambda: db.write_handbook(path, spoken), written, receiver=shown)

    def written(path: Path) -> None:
        text = shown.tr("{name} is written.").format(name=path.name)
        messages.show_notice(shown, text, str(path.parent))

    name = f"{shown.tr('Shishi handbook')}.pdf"
    choose.new_file(shown, window.settings, shown.tr("Save"), shown.tr("PDF (*.pdf)"), name, write)


def page_text(topic: str) -> str:
    """A page of the help in the language of the window, as Markdown."""
    spoken = language.language_of(QLocale())
    return db.resource("help", f"{topic}.{spoken}.md").read_text("utf-8")


def title_of(text: str) -> str:
    """The first heading of a page."""
    return text.split("\n", 1)[0].lstrip("# ").strip()
