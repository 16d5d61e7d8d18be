"""The colours of light and dark by role; `desktop.theme` says which of the two is shown."""

from __future__ import annotations

import db


@db.record
class Colours:
    """One value a role, as `#rrggbb`."""

    page: str
    card: str
    line: str
    line_strong: str
    hover: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    accent_text: str
    accent_tint: str
    bar: str
    bar_back: str
    notice: str
    notice_line: str
    green: str
    green_tint: str
    blue: str
    blue_tint: str
    orange: str
    orange_tint: str
    red: str
    red_tint: str
    purple: str
    purple_tint: str
    grey: str
    grey_tint: str


LIGHT = Colours(
    page="#f5f7fa",
    card="#ffffff",
    line="#e3e7ec",
    line_strong="#c9d0d9",
    hover="#eef2f6",
    text="#1b2530",
    muted="#5d6b7a",
    accent="#1f6feb",
    accent_hover="#1a5fcc",
    accent_text="#ffffff",
    accent_tint="#e6f0fe",
    bar="#9cc4f8",
    bar_back="#e9edf1",
    notice="#fff8e6",
    notice_line="#f0dca6",
    green="#156f3a",
    green_tint="#e4f5ea",
    blue="#1a63d0",
    blue_tint="#e6f0fe",
    orange="#a85508",
    orange_tint="#fdf0e0",
    red="#c02b2b",
    red_tint="#fde9e9",
    purple="#6f3cc0",
    purple_tint="#f0e9fc",
    grey="#56616d",
    grey_tint="#edf0f3",
)

DARK = Colours(
    page="#161a1f",
    card="#1e242b",
    line="#2e363f",
    line_strong="#46515d",
    hover="#28303a",
    text="#e4e9ee",
    muted="#98a4b1",
    accent="#3f87f5",
    accent_hover="#5b9af8",
    accent_text="#ffffff",
    accent_tint="#1d3457",
    bar="#2f5f9f",
    bar_back="#2b333c",
    notice="#352e1a",
    notice_line="#5c4f26",
    green="#5cc98a",
    green_tint="#173523",
    blue="#76abfa",
    blue_tint="#1d3457",
    orange="#eba65a",
    orange_tint="#3c2b17",
    red="#f28080",
    red_tint="#402122",
    purple="#b894f4",
    purple_tint="#312449",
    grey="#9aa6b2",
    grey_tint="#2a323b",
)
