"""What is remembered between runs, as one typed table over an INI file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast
from zlib import crc32

from PySide6.QtCore import QByteArray, QSettings

import db

if TYPE_CHECKING:
    from db import PeriodId, TaskId

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
REVIEW_PHRASES: Setting[list[str]] = Setting("review/phrases", [])
"""Why entries were sent back, the last one first."""
ISSUE_FORM = Setting("issue/form", "shishi")
"""In which form fill-in files were issued last: `shishi`, `xlsx` or `both`."""
RETURN_SHEETS = Setting("return/sheets", True)
"""Whether the sheets are written beside a return."""
ZOOM = Setting("window/zoom", 100)
"""Size of all text in percent of the usual."""
HINT_CLOSED = Setting("fill_in/hint_closed", False)
"""Whether the person has closed the hint with the keys that matter."""

# Of one file each: ids only, nothing of what stands in it.
FILE_PERIOD = Setting("period", cast("PeriodId", ""))
"""The period, and with it the plan, that was shown last."""
FILE_TASK = Setting("task", cast("TaskId", ""))
"""The task that was in the form last."""
FILE_CHIP = Setting("chip", "")
"""Which tasks were shown."""
FILE_NOTE_READ = Setting("note_read", "")
"""The dispatch whose note was closed."""
FILE_CLOSED: Setting[list[str]] = Setting("closed", [])
"""The headings of the tree that were closed."""


def watched_folder(ledger: str) -> Setting[str]:
    """The folder that is watched for what comes back to the ledger of this path; empty: none."""
    from hashlib import sha256  # slow to import, and the first paint waits for this module

    return Setting(f"returns/watched_{sha256(ledger.encode()).hexdigest()[:16]}", "")


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
        elif isinstance(setting.default, int) and isinstance(value, str) and value.isdecimal():
            value = int(value)  # nor a number
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

    def get_of(self, path: str, setting: Setting[T]) -> T:
        """What is remembered of one file."""
        return self.get(_of_file(path, setting))

    def put_of(self, path: str, setting: Setting[T], value: T) -> None:
        """Remember `value` of one file, for as long as it is a recent one."""
        self.put(_of_file(path, setting), value)

    def add_recent(self, path: str) -> None:
        """Put a file at the head of the recent ones."""
        every = [path, *(other for other in self.get(RECENT_FILES) if other != path)]
        self.put(RECENT_FILES, every[:MOST_RECENT])
        self.put(LAST_FILE, path)
        for old in every[MOST_RECENT:]:
            self._store.remove(_group(old))

    def forget(self, path: str) -> None:
        """Take a file that is gone out of the recent ones."""
        self.put(RECENT_FILES, [other for other in self.get(RECENT_FILES) if other != path])
        self._store.remove(_group(path))
        if self.get(LAST_FILE) == path:
            self.put(LAST_FILE, "")


def _group(path: str) -> str:
    """Where the settings of a file stand: by a number, for a path may hold any character.

    Two paths that have one number share what is remembered; the ids of one mean nothing in the other.
    """
    return f"files/{crc32(path.encode(errors='surrogatepass')):08x}"


def _of_file(path: str, setting: Setting[T]) -> Setting[T]:
    return Setting(f"{_group(path)}/{setting.key}", setting.default)
