"""Every action once: text, icon, keys. Windows place them, pages connect to what they do."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence

from desktop import icons


class Spec(NamedTuple):
    """What an action says, its icon, and which keys call it."""

    text: str
    icon: str = ""
    keys: tuple[str, ...] = ()


TOOLS = ("open", "save", "issue", "merge", "undo_merge", "print", "make_return")
"""What stands in the tool bar, from left to right."""
GAP = 6
"""Pixels between a tool's icon and its text."""

translate = QCoreApplication.translate


def specs() -> dict[str, Spec]:
    """Every action by its name, in the language of the window."""
    return {
        "open": Spec(translate("actions", "Open"), "open", ("Ctrl+O",)),
        "new_from_table": Spec(translate("actions", "New from a table…"), "new", ("Ctrl+N",)),
        "open_sample": Spec(translate("actions", "Try the sample plan…"), "sample"),
        "close_file": Spec(translate("actions", "Close the file"), "", ("Ctrl+W",)),
        "save": Spec(translate("actions", "Save"), "save", ("Ctrl+S",)),
        "save_and_next": Spec(
            translate("actions", "Save and go to the next"), "", ("Ctrl+Return", "Ctrl+Enter")
        ),
        "previous": Spec(translate("actions", "Previous task"), "", ("Alt+Up",)),
        "next": Spec(translate("actions", "Next task"), "", ("Alt+Down",)),
        "find": Spec(translate("actions", "Search"), "search", ("Ctrl+F",)),
        "print": Spec(translate("actions", "Print"), "print", ("Ctrl+P",)),
        "make_return": Spec(translate("actions", "Make the return file"), "send", ("Ctrl+R",)),
        "issue": Spec(translate("actions", "Issue fill-in files"), "issue", ("Ctrl+D",)),
        "merge": Spec(translate("actions", "Merge returns"), "merge", ("Ctrl+M",)),
        "undo_merge": Spec(translate("actions", "Undo the last merge"), "undo", ("Ctrl+Shift+Z",)),
        "go_fill_in": Spec(translate("actions", "Fill in"), "", ("Ctrl+1",)),
        "go_returns": Spec(translate("actions", "Returns"), "", ("Ctrl+2",)),
        "go_reports": Spec(translate("actions", "Reports"), "", ("Ctrl+3",)),
        "next_pane": Spec(translate("actions", "Next pane"), "", ("F6",)),
        "previous_pane": Spec(translate("actions", "Previous pane"), "", ("Shift+F6",)),
        "more": Spec(translate("actions", "More"), "more", ("F10",)),
        "author": Spec(translate("actions", "Your name…")),
        "about": Spec(translate("actions", "About Shishi"), "", ("F1",)),
        "quit": Spec(translate("actions", "Quit"), "", ("Ctrl+Q",)),
    }


class Actions(QObject):
    """The actions of a window, by the names of `specs`: `actions["open"].triggered`."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        every = specs()
        # Keeps the place of the icons, which are drawn once the first page stands.
        self._blank = icons.blank(GAP)
        self._icons = {name: spec.icon for name, spec in every.items() if spec.icon}
        self._actions = {name: self._make(name, spec) for name, spec in every.items()}

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def all(self) -> list[QAction]:
        """Every action, in the order of the table."""
        return list(self._actions.values())

    def draw_icons(self) -> None:
        """Draw the icons in the colours of now: once at start, again when the colours change."""
        for name, icon in self._icons.items():
            self._actions[name].setIcon(icons.icon(icon, GAP if name in TOOLS else 0))

    def _make(self, name: str, spec: Spec) -> QAction:
        action = QAction(spec.text, self)
        action.setObjectName(name)
        if name in TOOLS:
            action.setIcon(self._blank)
        keys = [QKeySequence(key) for key in spec.keys]
        action.setShortcuts(keys)
        shown = keys[0].toString(QKeySequence.SequenceFormat.NativeText) if keys else ""
        action.setToolTip(f"{spec.text} ({shown})" if shown else spec.text)
        return action
