"""The program's own icons: stroke drawings in `resources/icons`, coloured as they are painted."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap

import db
from desktop import theme

SIZE = 18
"""Side of a button's icon in logical pixels."""


def pixmap(name: str, size: int, colour: str) -> QPixmap:
    """The icon `name` in one colour (`#rrggbb`), `size` logical pixels square.

    Raises `FileNotFoundError` for a name without a drawing.
    """
    application = QGuiApplication.instance()
    ratio = application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1.0
    return _drawn(name, size, colour, ratio)


def icon(name: str, gap: int = 0) -> QIcon:
    """The icon `name` for a button, in the colours of now; to be asked for again when they change.

    `gap` logical pixels are left free at its right, where a style sets text too close to it.
    """
    now = theme.colours()
    made = QIcon(_with_gap(pixmap(name, SIZE, now.text), gap))
    made.addPixmap(_with_gap(pixmap(name, SIZE, now.line_strong), gap), QIcon.Mode.Disabled)
    return made


def blank(gap: int) -> QIcon:
    """Nothing, as large as `icon` with this gap."""
    empty = QPixmap(SIZE + gap, SIZE)
    empty.fill(Qt.GlobalColor.transparent)
    return QIcon(empty)


def _with_gap(drawn: QPixmap, gap: int) -> QPixmap:
    if not gap:
        return drawn
    ratio = drawn.devicePixelRatio()
    wider = QPixmap(round((SIZE + gap) * ratio), drawn.height())
    wider.setDevicePixelRatio(ratio)
    wider.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wider)
    painter.drawPixmap(0, 0, drawn)
    painter.end()
    return wider


def program_icon() -> QIcon:
    """The icon of the program itself, for windows and task bars."""
    made = QIcon()
    for size in (16, 32, 64, 128):
        made.addPixmap(_drawn("shishi", size, "", 1.0))
    return made


@lru_cache(maxsize=128)
def _drawn(name: str, size: int, colour: str, ratio: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    source = db.resource("icons", f"{name}.svg").read_bytes()
    drawn = QPixmap(round(size * ratio), round(size * ratio))
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    QSvgRenderer(source.replace(b"currentColor", colour.encode())).render(
        painter, QRectF(0, 0, drawn.width(), drawn.height())
    )
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn


@lru_cache(maxsize=64)
def shape(which: theme.Shape, colour: str) -> QIcon:
    """The mark of a state, as rows show it before their text."""
    drawn = QPixmap(32, 32)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    theme.draw_shape(painter, QRectF(6, 6, 20, 20), which, colour)
    painter.end()
    return QIcon(drawn)
