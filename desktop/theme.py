"""Colours by role, states as colour and shape, spacing, fonts, and the application's style.

What is light or dark follows from the application palette, so `colours()` needs no state of its
own: `apply` sets the palette, every painter asks `colours()` when it paints.
"""

from __future__ import annotations

import sys
from enum import Enum
from typing import NamedTuple

from PySide6 import QtCore, QtGui
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

import db
from desktop.colours import DARK, LIGHT, Colours

# The first paint waits for this module, and the name `Qt` costs 15 ms of making enums: it is looked
# up where it is used, not imported.

# Spacing in pixels at 96 dpi; Qt scales them.
GAP_SMALL = 6
GAP = 12
GAP_LARGE = 20
MARGIN = 24
RADIUS = 8
ROW_HEIGHT = 40

CHINESE_FONTS = (
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "PingFang SC",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Noto Sans SC",
)


class Shape(Enum):
    """What tells one state from another where colour does not."""

    DISC = "disc"
    RING = "ring"
    HALF = "half"
    DIAMOND = "diamond"
    UP = "up"
    DOWN = "down"
    CHECK = "check"
    CROSS = "cross"
    DASH = "dash"


class StateStyle(NamedTuple):
    """How a state looks: text and shape colour, background tint, shape."""

    colour: str
    tint: str
    shape: Shape


# Status, state of an entry, standing of a unit, schedule, severity and outcome share one table:
# no two of them use one name for two things.
_STATES: dict[str, tuple[str, Shape]] = {
    "not_started": ("grey", Shape.RING),
    "on_track": ("blue", Shape.DISC),
    "behind": ("orange", Shape.DOWN),
    "done": ("green", Shape.CHECK),
    "not_applicable": ("grey", Shape.DASH),
    "blank": ("grey", Shape.RING),
    "draft": ("orange", Shape.HALF),
    "open": ("blue", Shape.DISC),
    "conflict": ("purple", Shape.DIAMOND),
    "approved": ("green", Shape.CHECK),
    "changed_after_approval": ("orange", Shape.UP),
    "sent_back": ("red", Shape.CROSS),
    "retired": ("grey", Shape.DASH),
    "not_issued": ("grey", Shape.DASH),
    "missing": ("red", Shape.RING),
    "partial": ("orange", Shape.HALF),
    "returned": ("green", Shape.DISC),
    "ahead": ("green", Shape.UP),
    "on": ("blue", Shape.DISC),
    "exceeded": ("green", Shape.CHECK),
    "not_reported": ("grey", Shape.CROSS),
    "unclear": ("grey", Shape.DIAMOND),
    "error": ("red", Shape.CROSS),
    "warning": ("orange", Shape.UP),
    "note": ("grey", Shape.DISC),
    "merged": ("green", Shape.CHECK),
    "unchanged": ("grey", Shape.DASH),
    "refused": ("red", Shape.CROSS),
}


def is_dark() -> bool:
    """Whether the application is shown dark."""
    return QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < 128


def colours() -> Colours:
    """The colours of now."""
    return DARK if is_dark() else LIGHT


def state_style(name: str) -> StateStyle:
    """How the state `name` looks (a `Status`, `State`, standing, schedule, severity or outcome).

    Raises `KeyError` for a name that is none of these.
    """
    family, shape = _STATES[name]
    now = colours()
    return StateStyle(getattr(now, family), getattr(now, f"{family}_tint"), shape)


def draw_shape(painter: QtGui.QPainter, rect: QRectF, shape: Shape, colour: str) -> None:
    """Draw `shape` in the largest square at the centre of `rect`."""
    side = min(rect.width(), rect.height())
    box = QRectF(0, 0, side, side)
    box.moveCenter(rect.center())
    painter.save()
    painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
    pen = QtGui.QPen(QColor(colour), max(1.5, side / 6))
    pen.setCapStyle(QtCore.Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(QtCore.Qt.PenJoinStyle.RoundJoin)
    if shape in (Shape.RING, Shape.CHECK, Shape.CROSS, Shape.DASH, Shape.HALF):
        inset = pen.widthF() / 2
        painter.setPen(pen)
        _draw_stroked(painter, box.adjusted(inset, inset, -inset, -inset), shape)
    else:
        painter.setPen(QtCore.Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        _draw_filled(painter, box, shape)
    painter.restore()


def _draw_stroked(painter: QtGui.QPainter, box: QRectF, shape: Shape) -> None:
    if shape in (Shape.RING, Shape.HALF):
        painter.drawEllipse(box)
    if shape is Shape.HALF:
        painter.setBrush(painter.pen().color())
        painter.drawPie(box, 90 * 16, 180 * 16)
    elif shape is Shape.DASH:
        painter.drawLine(_at(box, 0.1, 0.5), _at(box, 0.9, 0.5))
    elif shape is Shape.CROSS:
        painter.drawLine(_at(box, 0.1, 0.1), _at(box, 0.9, 0.9))
        painter.drawLine(_at(box, 0.9, 0.1), _at(box, 0.1, 0.9))
    elif shape is Shape.CHECK:
        corners = [_at(box, x, y) for x, y in ((0.05, 0.55), (0.38, 0.88), (0.95, 0.15))]
        painter.drawPolyline(QtGui.QPolygonF(corners))


def _draw_filled(painter: QtGui.QPainter, box: QRectF, shape: Shape) -> None:
    if shape is Shape.DISC:
        painter.drawEllipse(box)
    else:
        corners = {
            Shape.DIAMOND: ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5)),
            Shape.UP: ((0.5, 0.05), (1, 0.95), (0, 0.95)),
            Shape.DOWN: ((0, 0.05), (1, 0.05), (0.5, 0.95)),
        }[shape]
        painter.drawPolygon(QtGui.QPolygonF([_at(box, x, y) for x, y in corners]))


def _at(box: QRectF, x: float, y: float) -> QPointF:
    return QPointF(box.left() + x * box.width(), box.top() + y * box.height())


def apply_colours(application: QApplication, *, dark: bool) -> None:
    """Take the colours of light or dark: enough for the first paint."""
    application.setPalette(_palette(DARK if dark else LIGHT))


def apply_style(application: QApplication) -> None:
    """Give the application its font and style sheet, in the colours of its palette."""
    application.setFont(body_font())
    application.setStyleSheet(_style_sheet(colours()))


def _palette(now: Colours) -> QPalette:
    palette = QPalette(QColor(now.card), QColor(now.page))
    role = QPalette.ColorRole
    for which, colour in (
        (role.WindowText, now.text),
        (role.Base, now.card),
        (role.AlternateBase, now.page),
        (role.Text, now.text),
        (role.Button, now.card),
        (role.ButtonText, now.text),
        (role.ToolTipBase, now.card),
        (role.ToolTipText, now.text),
        (role.PlaceholderText, now.muted),
        (role.Mid, now.line_strong),
        (role.Highlight, now.accent),
        (role.HighlightedText, now.accent_text),
        (role.Accent, now.accent),
        (role.Link, now.accent),
    ):
        palette.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(now.line_strong))
    return palette


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget one of the looks of the style sheet.

    Frames: `card`, `notice`, `bar`, `page`. Buttons: `primary`, `chip`, `quiet`, `choice`, `recent`, `drop`.
    Labels: `title`, `heading`, `muted`, `figure`, `error`. Lists: `boxed`.
    """
    widget.setProperty("role", role)


def set_zoom(percent: int) -> None:
    """The size of all text against the usual; the next `apply_style` shows it."""
    application = QGuiApplication.instance()
    assert application is not None
    application.setProperty("zoom", percent)


def body_font() -> QtGui.QFont:
    """The application's font: the system's own, at a size at which Chinese reads well, zoomed.

    The Chinese families come as fallbacks in the order of how well they sit with Latin text.
    """
    font = QGuiApplication.font()
    font.setFamilies([font.family(), *CHINESE_FONTS])
    application = QGuiApplication.instance()
    assert application is not None
    usual = application.property("usualSize")  # what the font has now may be zoomed already
    if usual is None:
        usual = font.pointSizeF() if sys.platform == "darwin" else max(10.5, font.pointSizeF())
        application.setProperty("usualSize", usual)
    font.setPointSizeF(usual * _zoom())
    return font


def _zoom() -> float:
    application = QGuiApplication.instance()
    percent = application.property("zoom") if application else None
    return float(percent or 100) / 100


def ensure_chinese_font() -> None:
    """Load Noto Sans SC where the system has none of the good Chinese fonts.

    Called after the first paint, which needs no text, and before anything is laid out: rows that were
    measured in another font would be too low.
    """
    if set(CHINESE_FONTS).isdisjoint(QtGui.QFontDatabase.families()):
        from pylopdf_fonts_zh_cn import sans_path

        QtGui.QFontDatabase.addApplicationFont(str(sans_path()))


def _style_sheet(now: Colours) -> str:
    text = db.resource("style.qss").read_text("utf-8")
    chevron = "chevron-dark.svg" if now is DARK else "chevron-light.svg"
    text = text.replace("@chevron", db.resource("icons", chevron).as_posix())
    text = text.replace("@tick", db.resource("icons", "tick.svg").as_posix())
    # The longest names first: `@accent` is the beginning of `@accent_text`.
    for name in sorted(vars(now), key=len, reverse=True):
        text = text.replace(f"@{name}", getattr(now, name))
    return text if _zoom() == 1 else _zoomed(text)


def _zoomed(text: str) -> str:
    import re

    return re.sub(r"font-size: ([\d.]+)pt", lambda size: f"font-size: {float(size[1]) * _zoom():g}pt", text)
