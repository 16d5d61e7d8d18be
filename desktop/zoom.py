"""The size of all text, for tired eyes: in percent of the usual, remembered, changed at once."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from desktop import theme
from desktop.settings import ZOOM, Settings

LEVELS = (80, 90, 100, 110, 125, 150, 175, 200)
USUAL = 100


def restore(settings: Settings) -> None:
    """Take over what was remembered; `theme.apply_style` shows it."""
    theme.set_zoom(_nearest(settings.get(ZOOM)))


def change(settings: Settings, by: int) -> None:
    """Larger (1), smaller (-1), or as usual (0), in every window that is open."""
    application = QApplication.instance()
    now = _nearest(settings.get(ZOOM))
    wanted = LEVELS[min(max(LEVELS.index(now) + by, 0), len(LEVELS) - 1)] if by else USUAL
    if wanted != now and isinstance(application, QApplication):
        settings.put(ZOOM, wanted)
        theme.set_zoom(wanted)
        theme.apply_style(application)


def _nearest(percent: int) -> int:
    return min(LEVELS, key=lambda level: abs(level - percent))
