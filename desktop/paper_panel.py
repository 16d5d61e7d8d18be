"""What to put on paper, for whom and how: the choices beside a preview, as one `db.PaperOptions`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QSpinBox, QVBoxLayout, QWidget

import db
from desktop import theme

if TYPE_CHECKING:
    from db import PaperKind, TaskId
    from desktop.session import View

_WORDS: dict[PaperKind, Any] = {
    "table": QT_TRANSLATE_NOOP("Papers", "Consolidated table"),
    "sheets": QT_TRANSLATE_NOOP("Papers", "Item sheets"),
    "unit_set": QT_TRANSLATE_NOOP("Papers", "Unit sets (cover and sheets)"),
    "blank": QT_TRANSLATE_NOOP("Papers", "Blank sheets to fill in by hand"),
    "chase": QT_TRANSLATE_NOOP("Papers", "List of the missing"),
    "overview": QT_TRANSLATE_NOOP("Papers", "Overview"),
    "receipt": QT_TRANSLATE_NOOP("Papers", "Receipts for the units"),
}
OF_LEDGER: tuple[PaperKind, ...] = ("table", "sheets", "unit_set", "blank", "chase", "overview", "receipt")
OF_FILE: tuple[PaperKind, ...] = ("sheets", "unit_set", "blank")
"""What a clerk prints of a fill-in file."""
_OF_TASKS = ("table", "sheets", "unit_set", "blank")
_WITH_DRAFTS = ("sheets", "unit_set")
_BY_UNIT = ("sheets", "unit_set", "blank", "table", "chase", "receipt")
MOST_EDITIONS = 99


def paper_word(kind: PaperKind) -> str:
    """What a paper is called in the language of the window."""
    return QCoreApplication.translate("Papers", _WORDS[kind])


class PaperPanel(QWidget):
    """Only what the chosen paper can be asked for is shown. `changed` when another is meant."""

    changed = Signal()

    def __init__(
        self, kinds: Sequence[PaperKind], task: TaskId | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._task = task
        """The task that is shown, to be printed alone."""
        self._of: tuple[str, str] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.MARGIN, theme.GAP_LARGE, theme.MARGIN, theme.GAP)
        self._column.setSpacing(theme.GAP_SMALL)
        self.picker = self._combo("reportPicker", self.tr("What to print"))
        for kind in kinds:
            self.picker.addItem(paper_word(kind), kind)
        self.which = self._combo("whichPicker", self.tr("Which items"))
        self.units = self._combo("unitPicker", self.tr("For whom"))
        self.categories = self._combo("categoryPicker", self.tr("Category"))
        self.paper = self._combo("sizePicker", self.tr("Paper"))
        for size in ("A4", "A3"):
            self.paper.addItem(size, size.lower())
        self.edition = self._edition()
        self.last_period = self._box("lastPeriod", self.tr("With the period before"))
        self.public = self._box("public", self.tr("To be published (public version)"))
        self.public.setToolTip(self.tr("Without problems, next steps and remarks."))
        self.drafts = self._box("drafts", self.tr("With unsaved drafts (marked)"))
        self._column.addStretch(1)
        self._show_kind()

    @property
    def options(self) -> db.PaperOptions:
        """What is chosen."""
        kind: PaperKind = self.picker.currentData()
        alone = kind in ("sheets", "blank") and self._task is not None and self.which.currentIndex() == 0
        return db.PaperOptions(
            kind,
            unit=self.units.currentData() if kind in _BY_UNIT else None,
            category=self.categories.currentData() if kind in _OF_TASKS else None,
            tasks=(self._task,) if alone and self._task is not None else None,
            size=self.paper.currentData() if kind == "table" else "a4",
            last_period=kind == "table" and self.last_period.isChecked(),
            public=kind == "table" and self.public.isChecked(),
            edition=(self.edition.value() or None) if kind == "table" else None,
            drafts=kind in _WITH_DRAFTS and self.drafts.isChecked(),
        )

    @property
    def name(self) -> str:
        """What is chosen, as part of a file's name: the paper, and of whom."""
        parts = [self.picker.currentText()]
        if self.options.unit is not None:
            parts.append(self.units.currentText())
        if self.options.category is not None:
            parts.append(self.categories.currentText())
        return "_".join(parts)

    def show_view(self, view: View) -> None:
        """Offer the units and categories of a plan; what was chosen stays if it is there."""
        if (shown := (view.plan.id, view.period.id)) != self._of:
            self.edition.setValue(0)
            self._of = shown
        units = [(unit.name, unit.id) for unit in db.lead_units(view.plan)]
        self._offer(self.units, self.tr("All units"), units if view.terms is None else [])
        categories = [(category.name, category.id) for category in view.plan.categories]
        self._offer(self.categories, self.tr("All categories"), categories)
        names = [] if self._task is None else [(self.tr("All items of this file"), "")]
        self._offer(self.which, self.tr("This item"), names)
        self._show_kind()

    def _offer(self, combo: QComboBox, every: str, choices: Sequence[tuple[str, str]]) -> None:
        offered = [(every, None), *choices]
        if [(combo.itemText(n), combo.itemData(n)) for n in range(combo.count())] == offered:
            return
        chosen = combo.currentData()
        combo.clear()
        for text, key in offered:
            combo.addItem(text, key)
        combo.setCurrentIndex(max(0, combo.findData(chosen)))

    def _show_kind(self) -> None:
        kind = self.picker.currentData()
        shown: dict[QWidget, bool] = {
            self.which: kind in ("sheets", "blank") and self.which.count() > 1,
            self.units: kind in _BY_UNIT and self.units.count() > 2,
            self.categories: kind in _OF_TASKS and self.categories.count() > 2,
            self.paper: kind == "table",
            self.edition: kind == "table",
            self.last_period: kind == "table",
            self.public: kind == "table",
            self.drafts: kind in _WITH_DRAFTS,
        }
        for widget, is_shown in shown.items():
            widget.setVisible(is_shown)
        for label in self.findChildren(QLabel):
            if label.buddy() is not self.picker:
                label.setVisible(shown[label.buddy()])

    def _combo(self, name: str, text: str) -> QComboBox:
        combo = QComboBox(self)
        combo.setObjectName(name)
        combo.setAccessibleName(text)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        combo.activated.connect(self._chosen)
        self._labelled(combo, text)
        return combo

    def _edition(self) -> QSpinBox:
        spin = QSpinBox(self)
        spin.setObjectName("editionPicker")
        spin.setAccessibleName(self.tr("Edition"))
        spin.setRange(0, MOST_EDITIONS)
        spin.setSpecialValueText(self.tr("as counted"))
        spin.lineEdit().setTextMargins(8, 0, 8, 0)  # where the style sheet's padding does not reach
        spin.valueChanged.connect(self.changed)
        self._labelled(spin, self.tr("Edition"))
        return spin

    def _labelled(self, widget: QWidget, text: str) -> None:
        label = QLabel(text, self)
        theme.set_role(label, "muted")
        label.setBuddy(widget)
        self._column.addWidget(label)
        self._column.addWidget(widget)
        self._column.addSpacing(theme.GAP_SMALL)

    def _box(self, name: str, text: str) -> QCheckBox:
        box = QCheckBox(text, self)
        box.setObjectName(name)
        box.toggled.connect(self.changed)
        self._column.addWidget(box)
        return box

    def _chosen(self) -> None:
        self._show_kind()
        self.changed.emit()
