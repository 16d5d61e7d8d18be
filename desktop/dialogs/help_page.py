"""One page of the help on the screen: Markdown, with pictures that fit its width and tables with lines."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QBrush,
    QColor,
    QImage,
    QResizeEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)
from PySide6.QtWidgets import QTextBrowser, QWidget

import db
from desktop import theme
from desktop.colours import Colours

CELL = 6
"""Pixels between a line of a table and its text."""
LINE_HEIGHT = 130
"""Percent of the font's own; Chinese set solid is hard to read."""
PICTURE = "\ufffc"
"""What stands for a picture in the text of a document."""


class HelpPage(QTextBrowser):
    """Opens no links by itself; whoever owns it hears `anchorClicked`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._width = 0
        self._page: QTextDocument | None = None
        self.setOpenLinks(False)
        self.setSearchPaths([str(db.resource("help"))])
        theme.set_role(self, "page")

    def show_text(self, text: str) -> None:
        """Show a page, given as Markdown, from its beginning."""
        self._text = text
        self._width = self._room()
        # A new one for each page: into an old one Markdown takes over the format of what stood there.
        page = QTextDocument(self)
        page.setDefaultFont(self.font())
        page.setDocumentMargin(theme.MARGIN)
        page.setMarkdown(text)
        for frame in page.rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                _dress(frame, theme.colours())
        _space(page)
        before, self._page = self._page, page
        self.setDocument(page)
        if before is not None:
            before.deleteLater()

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """A picture no wider than the page."""
        found = super().loadResource(kind, name)
        path = db.resource("help", QUrl(name).fileName())
        if path.suffix != ".png" or not path.is_file():
            return found
        picture = QImage(str(path))
        if picture.width() <= self._width:
            return picture
        return picture.scaledToWidth(self._width, Qt.TransformationMode.SmoothTransformation)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pictures follow the width; the page is set again only where it has any."""
        super().resizeEvent(event)
        if "![" in self._text and self._room() != self._width:
            at = self.verticalScrollBar().value()
            self.show_text(self._text)
            self.verticalScrollBar().setValue(at)

    def _room(self) -> int:
        return max(200, self.viewport().width() - 2 * theme.MARGIN)


def _space(page: QTextDocument) -> None:
    """Air between lines, which Markdown does not know; code breaks rather than run out of the page."""
    wide = QTextBlockFormat()
    wide.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    wide.setNonBreakableLines(False)
    block = page.begin()
    while block.isValid():
        if PICTURE not in block.text():  # whose height it would stretch
            QTextCursor(block).mergeBlockFormat(wide)
        block = block.next()


def _dress(table: QTextTable, now: Colours) -> None:
    """Hair lines around the cells, the whole width, a tinted head."""
    look = table.format()
    look.setBorder(1)
    look.setBorderCollapse(True)
    look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    look.setBorderBrush(QBrush(QColor(now.line)))
    look.setCellPadding(CELL)
    look.setCellSpacing(0)
    look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table.setFormat(look)
    for column in range(table.columns()):
        cell = table.cellAt(0, column)
        head = cell.format()
        head.setBackground(QColor(now.page))
        cell.setFormat(head)
