"""Typeset pages on the screen: drawn on the worker, page by page, as they come into view."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from desktop import theme
from desktop.session import Session

SPACE = 20
WIDEST = 1100
"""Pixels of a page's width when it fits itself to the window."""
ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
"""Of the width that fits."""


def draw_page(svg: str, width: int) -> QImage:
    """One page as an image of `width` pixels; may be called on any thread."""
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(svg.encode())
    size = renderer.defaultSize().scaled(QSize(width, 100 * width), Qt.AspectRatioMode.KeepAspectRatio)
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    renderer.render(painter, QRectF(image.rect()))
    painter.end()
    return image


class PagePreview(QAbstractScrollArea):
    """Pages one below the other, as wide as the window allows."""

    drawn = Signal(int)
    """A page (counted from 0) is on the screen."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reportPreview")
        self.setAccessibleName(self.tr("Preview"))
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self._session = session
        self._svgs: tuple[str, ...] = ()
        self._shape = 1.414
        self._images: dict[int, QImage] = {}
        self._asked: set[int] = set()
        self._edition = 0
        self._note = ""
        self._zoom = 1.0

    @property
    def zoom(self) -> float:
        """How wide a page is, of the width that fits the window."""
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        """Show the pages wider or narrower; what is in the middle stays there."""
        bar, page = self.verticalScrollBar(), self.viewport().height() / 2
        middle = (bar.value() + page) * zoom / self._zoom
        self._zoom = zoom
        self._redraw()
        bar.setValue(round(middle - page))

    def step_zoom(self, by: int) -> None:
        """One step of `ZOOMS` further in or out."""
        nearest = min(range(len(ZOOMS)), key=lambda n: abs(ZOOMS[n] - self._zoom))
        self.set_zoom(ZOOMS[min(max(nearest + by, 0), len(ZOOMS) - 1)])

    @property
    def note(self) -> str:
        """The line that is shown in place of pages."""
        return self._note

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._svgs)

    def show_pages(self, svgs: tuple[str, ...]) -> None:
        """Show these pages (SVG texts, all of one paper size) from the top."""
        self._svgs = svgs
        self._note = ""
        self._images.clear()
        self._shape = _height_by_width(svgs[0]) if svgs else self._shape
        self._edition += 1
        self._asked.clear()
        self._fit()
        self.verticalScrollBar().setValue(0)

    def show_note(self, text: str) -> None:
        """Show a line of text in place of pages."""
        self.show_pages(())
        self._note = text

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the new width; the old images are stretched until the new ones are drawn."""
        super().resizeEvent(event)
        self._redraw()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step_zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plus and minus zoom, 0 fits, Home and End go to the first and the last page."""
        bar = self.verticalScrollBar()
        match event.key():
            case Qt.Key.Key_Plus | Qt.Key.Key_Equal:
                self.step_zoom(1)
            case Qt.Key.Key_Minus:
                self.step_zoom(-1)
            case Qt.Key.Key_0:
                self.set_zoom(1.0)
            case Qt.Key.Key_Home:
                bar.setValue(bar.minimum())
            case Qt.Key.Key_End:
                bar.setValue(bar.maximum())
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages that are in view."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(theme.colours().page))
        if not self._svgs:
            painter.setPen(QColor(theme.colours().muted))
            painter.drawText(self.viewport().rect(), Qt.AlignmentFlag.AlignCenter, self._note)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for page in self._in_view():
            self._paint_page(painter, page)

    def _paint_page(self, painter: QPainter, page: int) -> None:
        place = self._place(page)
        image = self._images.get(page)
        if image is None:
            painter.fillRect(place, QColor(Qt.GlobalColor.white))
        else:
            painter.drawImage(place, image)
        painter.setPen(QColor(theme.colours().line_strong))
        painter.drawRect(place.adjusted(0, 0, -1, -1))
        self._ask(page)

    def _ask(self, page: int) -> None:
        if page in self._asked:
            return
        self._asked.add(page)
        svg, edition = self._svgs[page], self._edition
        width = round(self._width() * self.devicePixelRatioF())

        def take(image: QImage) -> None:
            if edition == self._edition:
                self._images[page] = image
                self.viewport().update(self._place(page))
                self.drawn.emit(page)

        self._session.work_aside(lambda: draw_page(svg, width), take, receiver=self)

    def _width(self) -> int:
        return round(max(200, min(WIDEST, self.viewport().width() - 2 * SPACE)) * self._zoom)

    def _place(self, page: int) -> QRect:
        width = self._width()
        height = round(width * self._shape)
        top = SPACE + page * (height + SPACE) - self.verticalScrollBar().value()
        left = max(SPACE, (self.viewport().width() - width) // 2) - self.horizontalScrollBar().value()
        return QRect(left, top, width, height)

    def _in_view(self) -> list[int]:
        shown = self.viewport().rect()
        return [page for page in range(len(self._svgs)) if self._place(page).intersects(shown)]

    def _redraw(self) -> None:
        self._asked.clear()
        self._edition += 1
        self._fit()

    def _fit(self) -> None:
        step = round(self._width() * self._shape) + SPACE
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(60)
        bar.setRange(0, max(0, SPACE + step * len(self._svgs) - self.viewport().height()))
        across = self.horizontalScrollBar()
        across.setPageStep(self.viewport().width())
        across.setRange(0, max(0, self._width() + 2 * SPACE - self.viewport().width()))
        self.viewport().update()


def _height_by_width(svg: str) -> float:
    """From the view box in the head of the SVG: no need to read all of it."""
    head = svg[: svg.index(">")]
    _, _, width, height = head.split('viewBox="')[1].split('"')[0].split()
    return float(height) / float(width)
