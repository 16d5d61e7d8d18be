"""The menu of a row of the plan tree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop.models.plan_rows import Kind
from desktop.models.plan_tree import Role

if TYPE_CHECKING:
    from desktop.models.plan_view import PlanView

ACTIONS = (
    ("save_and_next", "print", "history"),
    ("next_to_fill", "next_sent_back"),
)
"""The window's own that concern a task, by their names; one that a window does not have is left out."""

translate = QCoreApplication.translate


def show_menu(view: PlanView, at: QPoint) -> None:
    """Show what can be done with the current row, at a place of the screen."""
    menu = QMenu(view)
    menu.setObjectName("planMenu")
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    index = view.currentIndex()
    if index.data(Role.TASK) is not None:
        menu.addAction(_with_key(translate("PlanMenu", "Write"), "Enter"), view.entered.emit)
        copy = translate("PlanMenu", "Copy number and target")
        menu.addAction(_with_key(copy, "Ctrl+C"), view.copy_current)
        for group in ACTIONS:
            menu.addSeparator()
            menu.addActions(_of_window(view, group))
    elif index.data(Role.KIND) == Kind.PLAN and not view.tree.rowCount(index):
        key = index.data(Role.KEY)
        show = _with_key(translate("PlanMenu", "Show this plan"), "Enter")
        menu.addAction(show, lambda: view.plan_chosen.emit(key))
    menu.addSeparator()
    menu.addAction(translate("PlanMenu", "Open all headings"), lambda: view.set_all_open(is_open=True))
    menu.addAction(translate("PlanMenu", "Close all headings"), lambda: view.set_all_open(is_open=False))
    menu.popup(at)


def _with_key(text: str, key: str) -> str:
    """As a menu shows it; the tree hears the key by itself."""
    return f"{text}\t{key}"


def _of_window(view: PlanView, names: tuple[str, ...]) -> list[QAction]:
    found = (view.window().findChild(QAction, name) for name in names)
    return [action for action in found if action is not None]
