"""The lights of the overview: their order, their words, the written rule of each, and how they are filled."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from db import Light
from desktop import theme

ORDER = tuple(reversed(Light))
"""From the best to the least known: the order of segments and tiles."""
_SOLID = {
    Light.EXCEEDED: ("green", 1.0),
    Light.DONE: ("green", 0.72),
    Light.AHEAD: ("green", 0.42),
    Light.ON: ("blue", 0.62),
    Light.BEHIND: ("orange", 0.9),
    Light.CONFLICT: ("purple", 0.85),
    Light.UNCLEAR: ("grey", 0.75),
    Light.NOT_STARTED: ("grey", 0.38),
}
"""Colour by role, and how much of it against the card."""
_PATTERNS = {
    Light.NOT_REPORTED: Qt.BrushStyle.BDiagPattern,
    Light.NOT_APPLICABLE: Qt.BrushStyle.HorPattern,
    Light.UNCLEAR: Qt.BrushStyle.DiagCrossPattern,
}
_WORDS: dict[Light, Any] = {
    Light.NOT_REPORTED: QT_TRANSLATE_NOOP("Light", "Not reported"),
    Light.CONFLICT: QT_TRANSLATE_NOOP("Light", "Conflict"),
    Light.UNCLEAR: QT_TRANSLATE_NOOP("Light", "Unclear"),
    Light.NOT_APPLICABLE: QT_TRANSLATE_NOOP("Light", "Not applicable"),
    Light.NOT_STARTED: QT_TRANSLATE_NOOP("Light", "Not started"),
    Light.BEHIND: QT_TRANSLATE_NOOP("Light", "Behind"),
    Light.ON: QT_TRANSLATE_NOOP("Light", "On schedule"),
    Light.AHEAD: QT_TRANSLATE_NOOP("Light", "Ahead"),
    Light.DONE: QT_TRANSLATE_NOOP("Light", "Done"),
    Light.EXCEEDED: QT_TRANSLATE_NOOP("Light", "Exceeded"),
}
_RULES: dict[Light, Any] = {
    Light.NOT_REPORTED: QT_TRANSLATE_NOOP("Light", "None of its units said or confirmed anything."),
    Light.CONFLICT: QT_TRANSLATE_NOOP("Light", "Two reports differ and nobody settled which one counts."),
    Light.UNCLEAR: QT_TRANSLATE_NOOP("Light", "Something is reported, but neither a figure nor a status."),
    Light.NOT_APPLICABLE: QT_TRANSLATE_NOOP("Light", "The unit says that it does not apply, and why."),
    Light.NOT_STARTED: QT_TRANSLATE_NOOP("Light", "The unit says so, and every figure is zero or blank."),
    Light.BEHIND: QT_TRANSLATE_NOOP(
        "Light", "A figure is further behind what is due than the plan tolerates, or the unit says so."
    ),
    Light.ON: QT_TRANSLATE_NOOP("Light", "The figures are about where the year is, or one is still blank."),
    Light.AHEAD: QT_TRANSLATE_NOOP("Light", "Every figure is ahead of what is due by now."),
    Light.DONE: QT_TRANSLATE_NOOP("Light", "Every target is met; without figures: the unit says so."),
    Light.EXCEEDED: QT_TRANSLATE_NOOP("Light", "Every figure is over its target."),
}


def light_word(light: Light) -> str:
    """The word for a light, in the language of the window."""
    return QCoreApplication.translate("Light", _WORDS[light])


def light_rule(light: Light) -> str:
    """When a task has this light; the whole rule is the docstring of `db.lights`."""
    text = QCoreApplication.translate("Light", _RULES[light])
    if light in (Light.NOT_STARTED, Light.BEHIND, Light.ON, Light.AHEAD, Light.DONE, Light.EXCEEDED):
        worst = QCoreApplication.translate(
            "Light",
            "Of several measures the worst counts. A status against the figures counts only with a reason.",
        )
        return f"{text}\n{worst}"
    return text


def light_state(light: Light) -> str:
    """The name by which `theme.state_style` knows the light."""
    return light.value


def paint_segment(painter: QPainter, area: QRectF, light: Light) -> None:
    """Fill an area as the light is filled everywhere: a colour, or a pattern where nothing is known."""
    now = theme.colours()
    if light in _SOLID:
        family, share = _SOLID[light]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_mixed(getattr(now, family), now.card, share))
        painter.drawRoundedRect(area, 2, 2)
    if light in _PATTERNS:
        inside = area.adjusted(0.5, 0.5, -0.5, -0.5)
        if light not in _SOLID:
            painter.setPen(QPen(QColor(now.line_strong), 1))
            painter.setBrush(QColor(now.card))
            painter.drawRoundedRect(inside, 2, 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(QColor(now.card if light in _SOLID else now.line_strong), _PATTERNS[light]))
        painter.drawRect(inside)


def number_colour(light: Light) -> str:
    """The colour of a number on such a segment: of text and card the one that is read better."""
    now = theme.colours()
    if light not in _SOLID:
        return now.text
    family, share = _SOLID[light]
    ground = _luminance(_mixed(getattr(now, family), now.card, share))
    return max(now.text, now.card, key=lambda colour: _contrast(_luminance(QColor(colour)), ground))


def _contrast(one: float, other: float) -> float:
    """As WCAG has it: 1 to 21."""
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def _luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _mixed(colour: str, ground: str, share: float) -> QColor:
    one, other = QColor(colour), QColor(ground)

    def part(of_one: float, of_other: float) -> float:
        return of_one * share + of_other * (1 - share)

    return QColor.fromRgbF(
        part(one.redF(), other.redF()), part(one.greenF(), other.greenF()), part(one.blueF(), other.blueF())
    )
