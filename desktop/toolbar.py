"""The tool bar: what can be done with the kind of file that is open, and the period at its right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QComboBox, QLabel, QMenu, QSizePolicy, QToolBar, QToolButton, QWidget

from desktop import icons, language
from desktop.actions import GAP, TOOLS, Actions
from desktop.session import View

if TYPE_CHECKING:
    from db import Period, PeriodId, Plan

ALWAYS = frozenset({"open", "more"})
FOR_FILL_IN = frozenset({"save", "print", "make_return"})
FOR_LEDGER = frozenset({"issue", "merge", "undo_merge", "print"})
OBJECT_NAMES = {"make_return": "returnButton"}


class ToolBar(QToolBar):
    """At the top of the window; its pickers say `period_chosen(PeriodId)`, `language_chosen(name)`."""

    period_chosen = Signal(str)
    language_chosen = Signal(str)

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._actions = actions
        self.setObjectName("toolBar")
        self.setWindowTitle(self.tr("Tool bar"))
        self.setMovable(False)
        self.setIconSize(QSize(icons.SIZE + GAP, icons.SIZE))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        for name in TOOLS:
            self.addAction(actions[name])
            self._button(name).setObjectName(OBJECT_NAMES.get(name, f"{name}Tool"))
        self._add_space()
        self._period_label = self.addWidget(QLabel(self.tr("Period"), self))
        self.periods = self._period_picker()
        self._period_picker_action = self.addWidget(self.periods)
        self._add_more()
        self.show_for(None)

    def show_for(self, view: View | None) -> None:
        """Show what can be done with the open file (None: no file is open)."""
        wanted: frozenset[str] = frozenset()
        if view is not None:
            wanted = FOR_FILL_IN if view.terms else FOR_LEDGER
        for name in TOOLS:
            shown = name in wanted | ALWAYS
            self._actions[name].setVisible(shown)
            self._actions[name].setEnabled(shown and self._allowed(name, view))
        self._actions["close_file"].setEnabled(view is not None)
        self._period_label.setVisible(view is not None)
        self._period_picker_action.setVisible(view is not None)
        if view is not None:
            self._show_periods(view)

    def _allowed(self, name: str, view: View | None) -> bool:
        reading = name in ("open", "print", "issue")
        return reading or view is None or not view.read_only

    def _show_periods(self, view: View) -> None:
        pairs = self._pairs(view)
        self.periods.blockSignals(True)
        self.periods.clear()
        for plan, period in pairs:
            several = len(view.plans) > 1
            self.periods.addItem(f"{plan.title} · {period.label}" if several else period.label, period.id)
        self.periods.setCurrentIndex(self.periods.findData(view.period.id))
        self.periods.setEnabled(len(pairs) > 1)
        self.periods.blockSignals(False)

    def _pairs(self, view: View) -> list[tuple[Plan, Period]]:
        pairs = [(plan, period) for plan in view.plans for period in plan.periods]
        if view.terms is None:
            return pairs
        return [pair for pair in pairs if pair[1].id == view.terms.period]

    def _period_picker(self) -> QComboBox:
        picker = QComboBox(self)
        picker.setObjectName("periodPicker")
        picker.setAccessibleName(self.tr("Period"))
        picker.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        picker.setMinimumWidth(92)
        picker.activated.connect(self._choose_period)
        return picker

    def _choose_period(self, row: int) -> None:
        period: PeriodId = self.periods.itemData(row)
        self.period_chosen.emit(period)

    def _add_space(self) -> None:
        space = QWidget(self)
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(space)

    def _add_more(self) -> None:
        more = self._actions["more"]
        self.addAction(more)
        button = self._button("more")
        button.setObjectName("moreTool")
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        more.triggered.connect(self._show_more)

    def _show_more(self) -> None:
        button = self._button("more")
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in ("new_from_table", "open_sample", "close_file"):
            menu.addAction(self._actions[name])
        menu.addSeparator()
        menu.addMenu(self._language_menu(menu))
        menu.addAction(self._actions["about"])
        menu.addSeparator()
        menu.addAction(self._actions["quit"])
        corner = button.mapToGlobal(button.rect().bottomRight())
        corner.setX(corner.x() - menu.sizeHint().width())
        menu.popup(corner)

    def _language_menu(self, parent: QMenu) -> QMenu:
        menu = QMenu(self.tr("Language"), parent)
        group = QActionGroup(menu)
        names = {"": self.tr("As the system"), **language.LANGUAGES}
        for name, text in names.items():
            action = QAction(text, group)
            action.triggered.connect(lambda _=False, name=name: self.language_chosen.emit(name))
            menu.addAction(action)
        return menu

    def _button(self, name: str) -> QToolButton:
        widget = self.widgetForAction(self._actions[name])
        assert isinstance(widget, QToolButton)
        widget.setAccessibleName(self._actions[name].text())
        return widget
