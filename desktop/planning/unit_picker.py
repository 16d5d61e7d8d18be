"""Units in an order: chosen by searching, put in order and taken out by mouse or key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from desktop import theme
from desktop.forms.editors import LineEdit
from desktop.forms.flow import FlowLayout
from desktop.planning.unit_search import UnitSearch

if TYPE_CHECKING:
    from db import Unit, UnitId

MOST = 6
"""Hits that are shown without scrolling."""


class UnitPicker(QWidget):
    """The chosen units as chips, and a search field for more. Several leads are joint."""

    edited = Signal()

    def __init__(
        self, search: UnitSearch, name: str, *, star: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._search, self._star = search, star
        self._units: tuple[Unit, ...] = ()
        self._chosen: list[Unit] = []
        self._asked = ""
        self._take_first = False
        self._chips = QWidget(self)
        self._flow = FlowLayout(self._chips)
        self.field = _Field(self)
        self.field.setObjectName(f"{name}Search")
        self.field.setPlaceholderText(self.tr("Search a unit to add, Enter takes the first"))
        self.hits = QListWidget(self)
        self.hits.setObjectName(f"{name}Hits")
        self.hits.setAccessibleName(self.tr("Units found"))
        theme.set_role(self.hits, "boxed")
        self.hits.hide()
        self.setFocusProxy(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GAP_SMALL)
        for part in (self._chips, self.field, self.hits):
            column.addWidget(part)
        self.field.edited.connect(self._ask)
        self.field.returnPressed.connect(self._take_current)
        self.field.stepped.connect(self._step)
        self.hits.itemClicked.connect(self._take)

    def setAccessibleName(self, name: str) -> None:
        """Of the field that takes the focus, too."""
        super().setAccessibleName(name)
        self.field.setAccessibleName(name)

    def give(self, units: Sequence[Unit], chosen: Sequence[Unit]) -> None:
        """What can be chosen, and what is."""
        self._units, self._chosen = tuple(units), list(chosen)
        self.field.give("")
        self._show_hits(())
        self._show_chips()

    @property
    def chosen(self) -> tuple[UnitId, ...]:
        """The chosen units in their order."""
        return tuple(unit.id for unit in self._chosen)

    def restore(self, chosen: Sequence[UnitId]) -> None:
        """Choose these."""
        known = {unit.id: unit for unit in self._units}
        self._chosen = [known[key] for key in chosen if key in known]
        self._show_chips()

    def set_locked(self, locked: bool) -> None:
        """Show only."""
        self.field.setVisible(not locked)
        self._chips.setEnabled(not locked)

    def add(self, unit: Unit) -> None:
        """Choose one more."""
        if unit not in self._chosen:
            self._chosen.append(unit)
            self._changed(len(self._chosen) - 1, focus=False)
        self.field.give("")
        self._show_hits(())

    def remove(self, at: int) -> None:
        """Take one out."""
        del self._chosen[at]
        self._changed(min(at, len(self._chosen) - 1))

    def shift(self, at: int, by: int) -> None:
        """Put one further to the front or back."""
        to = at + by
        if 0 <= to < len(self._chosen):
            self._chosen.insert(to, self._chosen.pop(at))
            self._changed(to)

    def _changed(self, at: int, *, focus: bool = True) -> None:
        self._show_chips()
        if focus:
            chips = self._chips.findChildren(QPushButton)
            (chips[at] if chips else self.field).setFocus()
        self.edited.emit()

    def _show_chips(self) -> None:
        for old in self._chips.findChildren(QPushButton):
            self._flow.removeWidget(old)
            old.setParent(None)
            old.deleteLater()
        for at, unit in enumerate(self._chosen):
            self._flow.addWidget(_Chip(self, at, f"★ {unit.name}" if self._star else unit.name))
        self._chips.setVisible(bool(self._chosen))
        self._chips.updateGeometry()

    def _ask(self) -> None:
        query = self._asked = self.field.text().strip()
        if not query:
            self._show_hits(())
            return
        self._search.ask(query, self._units, lambda found: self._found(query, found), self)

    def _found(self, query: str, found: Sequence[Unit]) -> None:
        if query != self._asked:
            return
        self._show_hits([unit for unit in found if unit not in self._chosen])
        if self._take_first:
            self._take_first = False
            self._take_current()

    def _show_hits(self, units: Sequence[Unit]) -> None:
        self.hits.clear()
        for unit in units:
            item = QListWidgetItem(unit.name, self.hits)
            item.setData(Qt.ItemDataRole.UserRole, unit)
        self.hits.setCurrentRow(0)
        self.hits.setVisible(bool(units))
        height = self.hits.sizeHintForRow(0) if units else 0
        self.hits.setFixedHeight(height * min(MOST, len(units)) + 12)

    def _step(self, by: int) -> None:
        self.hits.setCurrentRow(max(0, min(self.hits.count() - 1, self.hits.currentRow() + by)))

    def _take_current(self) -> None:
        item = self.hits.currentItem()
        if item is not None:
            self._take(item)
        elif self.field.text().strip():
            self._take_first = True  # the answer is still to come
            self._ask()

    def _take(self, item: QListWidgetItem) -> None:
        self.add(item.data(Qt.ItemDataRole.UserRole))


class _Field(LineEdit):
    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not event.modifiers():
            self.stepped.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)


class _Chip(QPushButton):
    def __init__(self, picker: UnitPicker, at: int, text: str) -> None:
        super().__init__(f"{text}  ✕", picker)
        self._picker, self._at = picker, at
        self.setAccessibleName(text)
        self.setToolTip(self.tr("Click or Delete takes it out; Alt+Left and Alt+Right put it in order"))
        theme.set_role(self, "chip")
        self.clicked.connect(lambda: picker.remove(at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._picker.remove(self._at)
        elif by and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self._picker.shift(self._at, by)
        else:
            super().keyPressEvent(event)
