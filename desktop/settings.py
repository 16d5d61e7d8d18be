"""What is remembered between runs, as one typed table over an INI file."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

from PySide6.QtCore import QByteArray, QSettings

import db

T = TypeVar("T")
MOST_RECENT = 8


class Setting(Generic[T]):
    """One preference; its default fixes its type. A plain class: the first paint waits for it."""

    def __init__(self, key: str, default: T) -> None:
        self.key = key
        self.default = default


LANGUAGE = Setting("language", "")
"""`zh_CN`, `zh_TW` or `en`; empty: as the system."""
COLOURS = Setting("colours", "")
"""`light` or `dark`; empty: as the system."""
AUTHOR = Setting("author", "")
"""Who is named in what is saved and merged; empty: who is logged in."""
LAST_FILE = Setting("last_file", "")
RECENT_FILES: Setting[list[str]] = Setting("recent_files", [])
"""Newest first, at most `MOST_RECENT`."""
LAST_FOLDER = Setting("last_folder", "")
GEOMETRY = Setting("window/geometry", QByteArray())
PAGE = Setting("window/page", "")
RETURNS_HEADER = Setting("returns/header", QByteArray())
FILL_IN_SPLIT = Setting("fill_in/split", QByteArray())
RETURN_SHEETS = Setting("return/sheets", True)
"""Whether the sheets are written beside a return."""


class Settings:
    """Reads and writes the settings above, and no others."""

    def __init__(self) -> None:
        self._store = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Shishi", "shishi")

    def get(self, setting: Setting[T]) -> T:
        """The remembered value, or the default where there is none (or one of another type)."""
        value: Any = self._store.value(setting.key, setting.default)
        if isinstance(setting.default, list) and isinstance(value, str):
            value = [value]  # an INI file cannot tell a list of one from its item
        if isinstance(setting.default, bool) and value in ("true", "false"):
            value = value == "true"  # nor a truth from a word
        return value if isinstance(value, type(setting.default)) else setting.default

    def author(self) -> str:
        """Who is to be named: who said so, else who is logged in."""
        return self.get(AUTHOR) or db.login_name()

    def wants_dark(self, *, system: bool) -> bool:
        """Whether to show dark: as chosen, else as the system does."""
        chosen = self.get(COLOURS)
        return chosen == "dark" if chosen in ("light", "dark") else system

    def put(self, setting: Setting[T], value: T) -> None:
        """Remember `value`."""
        self._store.setValue(setting.key, value)

    def add_recent(self, path: str) -> None:
        """Put a file at the head of the recent ones."""
        others = [other for other in self.get(RECENT_FILES) if other != path]
        self.put(RECENT_FILES, [path, *others][:MOST_RECENT])
        self.put(LAST_FILE, path)

    def forget(self, path: str) -> None:
        """Take a file that is gone out of the recent ones."""
        self.put(RECENT_FILES, [other for other in self.get(RECENT_FILES) if other != path])
        if self.get(LAST_FILE) == path:
            self.put(LAST_FILE, "")
