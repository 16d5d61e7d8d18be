"""The tool bar: what can be done with the kind of file that is open, and the period at its right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QComboBox, QLabel, QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

import db
from desktop import allowed, icons, language
from desktop.actions import GAP, TOOLS, Actions
from desktop.plan_choice import period_in
from desktop.session import View
from desktop.settings import COLOURS, LANGUAGE, Setting, Settings

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from db import PeriodId

KEYS_ONLY = frozenset({"save"})
"""Not among the tools of a ledger, where the form has its button; the key saves there too."""
FILE_MENU = (
    *("new_from_table", "open_sample", "history", "merge_copies"),
    *("publish", "reopen_period", "restore", "close_file"),
)
"""What the menu offers of files, from the top."""
OBJECT_NAMES = {"make_return": "returnButton"}


class ToolBar(QToolBar):
    """At the top of the window; its pickers say what was chosen: a PeriodId, or the value of a setting."""

    period_chosen = Signal(str)
    language_chosen = Signal(str)
    colours_chosen = Signal(str)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self._view: View | None = None
        self.setObjectName("toolBar")
        self.setWindowTitle(self.tr("Tool bar"))
        self.setMovable(False)
        self.setIconSize(QSize(icons.SIZE + GAP, icons.SIZE))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._tools = {name: self._add_tool(name) for name in TOOLS}
        self._add_space()
        self.plans = self._picker("planPicker", self.tr("Plan"))
        self.plans.setMaximumWidth(220)
        self.plans.activated.connect(self._choose_plan)
        self._plan_picker_action = self.addWidget(self.plans)
        self._period_label = self.addWidget(QLabel(self.tr("Period"), self))
        self.periods = self._period_picker()
        self._period_picker_action = self.addWidget(self.periods)
        self._add_more()
        self.show_for(None)

    def show_for(self, view: View | None) -> None:
        """Show what can be done with the open file (None: no file is open).

        A tool that is not shown keeps its key: a key goes by what is allowed, not by what is seen.
        """
        now, shown = allowed.allowed(view), allowed.every(view)
        if view is not None and view.kind is db.FileKind.LEDGER:
            shown -= KEYS_ONLY
        for name, tool in self._tools.items():
            tool.setVisible(name == "open" or name in shown)
            tool.setEnabled(name == "open" or name in now)
        for name in allowed.EVERY:
            self._actions[name].setEnabled(name in now)
        self._actions["close_file"].setEnabled(view is not None)
        self._view = view
        self._plan_picker_action.setVisible(view is not None and len(view.plans) > 1)
        self._period_label.setVisible(view is not None)
        self._period_picker_action.setVisible(view is not None)
        if view is not None:
            self._show_periods(view)

    def _show_periods(self, view: View) -> None:
        shown = view.plan.periods if view.terms is None else (view.period,)
        _fill(self.periods, [(period.label, period.id) for period in shown], view.period.id)
        _fill(self.plans, [(plan.title, plan.id) for plan in view.plans], view.plan.id)

    def _period_picker(self) -> QComboBox:
        picker = self._picker("periodPicker", self.tr("Period"))
        picker.setMinimumWidth(92)
        picker.activated.connect(self._choose_period)
        return picker

    def _picker(self, name: str, spoken: str) -> QComboBox:
        picker = QComboBox(self)
        picker.setObjectName(name)
        picker.setAccessibleName(spoken)
        picker.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        return picker

    def _choose_period(self, row: int) -> None:
        period: PeriodId = self.periods.itemData(row)
        self.period_chosen.emit(period)

    def _choose_plan(self, row: int) -> None:
        period = period_in(self._view, self.plans.itemData(row)) if self._view else None
        if period is not None:
            self.period_chosen.emit(period)

    def _add_space(self) -> None:
        space = QWidget(self)
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(space)

    def _add_tool(self, name: str) -> QAction:
        """A button of its own for an action: an action that is not visible would not hear its key."""
        action = self._actions[name]
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setObjectName(OBJECT_NAMES.get(name, f"{name}Tool"))
        button.setAccessibleName(action.text())
        button.setIconSize(self.iconSize())
        button.setToolButtonStyle(self.toolButtonStyle())
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return self.addWidget(button)

    def _add_more(self) -> None:
        more = self._actions["more"]
        self.addAction(more)
        self._more = self.widgetForAction(more)
        self._more.setObjectName("moreTool")
        self._more.setAccessibleName(more.text())
        assert isinstance(self._more, QToolButton)
        self._more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        more.triggered.connect(self._show_more)

    def _show_more(self) -> None:
        button = self._more
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        idle = allowed.EVERY - allowed.every(self._view) if self._view else allowed.EVERY | {"history"}
        for name in FILE_MENU:
            if name not in idle:  # what has nothing to do with this kind of file
                menu.addAction(self._actions[name])
        menu.addSeparator()
        menu.addAction(self._actions["author"])
        menu.addMenu(self._language_menu(menu))
        menu.addMenu(self._colours_menu(menu))
        for name in ("zoom_in", "zoom_out", "zoom_reset"):
            menu.addAction(self._actions[name])
        menu.addSeparator()
        menu.addAction(self._actions["help"])
        menu.addAction(self._actions["about"])
        menu.addSeparator()
        menu.addAction(self._actions["quit"])
        corner = button.mapToGlobal(button.rect().bottomRight())
        corner.setX(corner.x() - menu.sizeHint().width())
        menu.popup(corner)

    def _language_menu(self, parent: QMenu) -> QMenu:
        names = {"": self.tr("As the system"), **language.LANGUAGES}
        return _choices(self.tr("Language"), names, LANGUAGE, self.language_chosen, parent)

    def _colours_menu(self, parent: QMenu) -> QMenu:
        names = {"": self.tr("As the system"), "light": self.tr("Light"), "dark": self.tr("Dark")}
        return _choices(self.tr("Colours"), names, COLOURS, self.colours_chosen, parent)


def _fill(picker: QComboBox, rows: list[tuple[str, str]], current: str) -> None:
    picker.blockSignals(True)
    picker.clear()
    for text, key in rows:
        picker.addItem(text, key)
    picker.setCurrentIndex(picker.findData(current))
    picker.setEnabled(len(rows) > 1)
    picker.blockSignals(False)


def _choices(
    title: str, names: dict[str, str], setting: Setting[str], chosen: SignalInstance, parent: QMenu
) -> QMenu:
    """A menu of the values of a setting, each with its word; the one that holds is marked."""
    menu = QMenu(title, parent)
    group = QActionGroup(menu)
    now = Settings().get(setting)
    for name, text in names.items():
        action = QAction(text, group)
        action.setCheckable(True)
        action.setChecked(name == now)
        action.triggered.connect(lambda _=False, name=name: chosen.emit(name))
        menu.addAction(action)
    return menu
