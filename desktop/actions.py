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
        "next_to_fill": Spec(translate("actions", "Next to fill in"), "", ("F7",)),
        "next_sent_back": Spec(translate("actions", "Next sent back"), "", ("F8",)),
        "history": Spec(translate("actions", "History of the entry…"), "", ("Ctrl+H",)),
        "find": Spec(translate("actions", "Search"), "search", ("Ctrl+F",)),
        "print": Spec(translate("actions", "Print"), "print", ("Ctrl+P",)),
        "make_return": Spec(translate("actions", "Make the return file"), "send", ("Ctrl+R",)),
        "issue": Spec(translate("actions", "Issue fill-in files"), "issue", ("Ctrl+D",)),
        "merge": Spec(translate("actions", "Merge returns"), "merge", ("Ctrl+M",)),
        "publish": Spec(translate("actions", "Publish the period…")),
        "reopen_period": Spec(translate("actions", "Open the period again…")),
        "merge_copies": Spec(translate("actions", "Merge colleagues' copies…")),
        "undo_merge": Spec(translate("actions", "Undo the last merge"), "undo", ("Ctrl+Shift+Z",)),
        "go_fill_in": Spec(translate("actions", "Fill in"), "", ("Ctrl+1",)),
        "go_returns": Spec(translate("actions", "Returns"), "", ("Ctrl+2",)),
        "go_review": Spec(translate("actions", "Review"), "", ("Ctrl+3",)),
        "go_conflicts": Spec(translate("actions", "Conflicts"), "", ("Ctrl+4",)),
        "go_overview": Spec(translate("actions", "Overview"), "", ("Ctrl+5",)),
        "go_reports": Spec(translate("actions", "Reports"), "", ("Ctrl+6",)),
        "go_plan": Spec(translate("actions", "Plan"), "", ("Ctrl+7",)),
        "next_pane": Spec(translate("actions", "Next pane"), "", ("F6",)),
        "previous_pane": Spec(translate("actions", "Previous pane"), "", ("Shift+F6",)),
        "zoom_in": Spec(translate("actions", "Larger text"), "", ("Ctrl++", "Ctrl+=")),
        "zoom_out": Spec(translate("actions", "Smaller text"), "", ("Ctrl+-",)),
        "zoom_reset": Spec(translate("actions", "Usual size of text"), "", ("Ctrl+0",)),
        "more": Spec(translate("actions", "More"), "more", ("F10",)),
        "restore": Spec(translate("actions", "Restore a backup…")),
        "author": Spec(translate("actions", "Your name…")),
        "help": Spec(translate("actions", "Help"), "", ("F1",)),
        "about": Spec(translate("actions", "About Shishi")),
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
