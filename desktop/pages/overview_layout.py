"""What stands where on the overview page: head, legend, bars, lists, and what each of them says."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QStyledItemDelegate,
    QVBoxLayout,
    QWidget,
)

from desktop import theme
from desktop.forms.placeholder import empty
from desktop.light_tiles import LightTiles
from desktop.models.case_list import CaseDelegate, CaseList
from desktop.models.light_words import light_word
from desktop.models.overview_delegates import LightBarDelegate, TargetDelegate
from desktop.models.overview_rows import plain

if TYPE_CHECKING:
    from db import Light
    from desktop.session import View

PARTS = ("categories", "units", "plans")
"""What the bars can be of."""
TABS = ("attention", "measures", "tasks", "since")
"""The lists at the right."""
BARS = 372
"""Width of the bars."""
BATCH = 500
"""So many rows are laid out before the next event."""
YEAR = 160
"""Width of the line that shows how much of the year is gone."""


class OverviewLayout(QObject):
    """The widgets of the page, laid out; `part` and `tab` are what is chosen."""

    part_chosen = Signal(str)
    tab_chosen = Signal(str)

    def __init__(self, page: QWidget, bars: CaseList, models: dict[str, CaseList]) -> None:
        super().__init__(page)
        self._page = page
        theme.set_role(page, "page")
        self.tiles = LightTiles(page)
        self.bars = self._list(bars, "overviewBars", self.tr("Bars"), LightBarDelegate(page))
        self._make_lists(models)
        self._make_head()
        self._make_parts()
        self._make_tabs()
        self._lay_out()
        self.part, self.tab = PARTS[0], TABS[0]
        self.chips[self.part].setChecked(True)
        self.tabs[self.tab].setChecked(True)

    def show_view(self, view: View) -> None:
        """Name plan and period, and offer the periods before it to compare with."""
        self._title.setText(view.plan.title)
        self._period.setText(view.period.label)
        self.chips["plans"].setVisible(len(view.plans) > 1)
        if self.part == "plans" and len(view.plans) < 2:
            self.chips[PARTS[0]].click()
        earlier = [period for period in view.plan.periods if period.end < view.period.end]
        self.earlier.clear()
        for period in sorted(earlier, key=lambda one: one.end, reverse=True):
            self.earlier.addItem(self.tr("Since {period}").format(period=period.label), period.id)
        self._has_earlier = bool(earlier)
        self.earlier.setVisible(bool(earlier))

    def show_year(self, share: Decimal) -> None:
        """How much of the year is gone, in percent."""
        self._year.setText(self.tr("{share}% of the year gone").format(share=plain(share)))
        self._gone.setValue(round(share))

    def show_count(self, tab: str, count: int) -> None:
        """How many rows a list has."""
        word = self._tab_words[tab]
        known = tab != "since" or self.tab == "since"
        self.tabs[tab].setText(f"{word} {count}" if known else word)
        self._stacks[tab].setCurrentIndex(0 if count else 1)

    def show_changes(self, text: str) -> None:
        """How many tasks changed, and how."""
        nothing = self.tr("There is no earlier period to compare with.")
        self._changes.setText(text if self._has_earlier else nothing)

    def show_filter(self, name: str, light: Light | None, count: int) -> None:
        """What the lists are narrowed to."""
        parts = [part for part in (name, light_word(light) if light else "") if part]
        told = self.tr("%n task(s)", "", count)
        self._filter.setText("  ·  ".join((*parts, told)))

    def _list(self, model: CaseList, name: str, told: str, delegate: QStyledItemDelegate) -> QListView:
        view = QListView(self._page)
        view.setObjectName(name)
        view.setAccessibleName(told)
        view.setModel(model)
        view.setItemDelegate(delegate)
        view.setMouseTracking(True)
        view.setUniformItemSizes(True)
        view.setLayoutMode(QListView.LayoutMode.Batched)  # 8,000 rows at once take 40 ms
        view.setBatchSize(BATCH)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return view

    def _make_lists(self, models: dict[str, CaseList]) -> None:
        self._has_earlier = False
        self._tab_words = {
            "attention": self.tr("Needs attention"),
            "measures": self.tr("Measures"),
            "tasks": self.tr("Tasks"),
            "since": self.tr("Since last period"),
        }
        self.lists = {
            name: self._list(
                model,
                f"overview_{name}",
                self._tab_words[name],
                (TargetDelegate if name == "measures" else CaseDelegate)(self._page),
            )
            for name, model in models.items()
        }
        nothing = {
            "attention": self.tr("Nothing here needs anybody's attention."),
            "measures": self.tr("No measure is promised here."),
            "tasks": self.tr("There is no task here."),
            "since": self.tr("Nothing changed here."),
        }
        self._stacks: dict[str, QStackedWidget] = {}
        for name, view in self.lists.items():
            stack = QStackedWidget(self._page)
            stack.addWidget(view)
            stack.addWidget(empty(nothing[name]))
            self._stacks[name] = stack

    def _make_head(self) -> None:
        self._title = QLabel(self._page)
        theme.set_role(self._title, "title")
        self._period, self._year, self._filter = (QLabel(self._page) for _ in range(3))
        for label in (self._period, self._year, self._filter):
            theme.set_role(label, "muted")
        self._gone = QProgressBar(self._page)
        self._gone.setTextVisible(False)
        self._gone.setFixedWidth(YEAR)
        self._gone.setAccessibleName(self.tr("Share of the year gone"))
        self.clear_button = self._button(self.tr("Show all"), "overviewAll", "quiet")
        self.clear_button.hide()
        self.save_button = self._button(self.tr("Save as PDF…"), "overviewPdf")
        self.print_button = self._button(self.tr("Print…"), "overviewPrint")

    def _button(self, text: str, name: str, role: str = "") -> QPushButton:
        button = QPushButton(text, self._page)
        button.setObjectName(name)
        if role:
            theme.set_role(button, role)
        return button

    def _make_parts(self) -> None:
        words = {
            "categories": self.tr("By category"),
            "units": self.tr("By unit"),
            "plans": self.tr("By plan"),
        }
        self.chips: dict[str, QPushButton] = self._chips(words, "overviewPart", self._choose_part)
        self.chips["plans"].hide()

    def _make_tabs(self) -> None:
        self.tabs: dict[str, QPushButton] = self._chips(self._tab_words, "overviewTab", self._choose_tab)
        self.earlier: QComboBox = QComboBox(self._page)
        self.earlier.setObjectName("earlierPeriod")
        self.earlier.setAccessibleName(self.tr("Compare with"))
        self._changes = QLabel(self._page)
        theme.set_role(self._changes, "muted")

    def _chips(self, words: dict[str, str], prefix: str, choose: object) -> dict[str, QPushButton]:
        group = QButtonGroup(self._page)
        made = {}
        for name, word in words.items():
            chip = self._button(word, f"{prefix}_{name}", "chip")
            chip.setCheckable(True)
            chip.clicked.connect(lambda _=False, name=name: choose(name))  # type: ignore[operator] # a method
            group.addButton(chip)
            made[name] = chip
        return made

    def _choose_part(self, name: str) -> None:
        self.part = name
        self.part_chosen.emit(name)

    def _choose_tab(self, name: str) -> None:
        self.tab = name
        self._lists.setCurrentIndex(TABS.index(name))
        self.tab_chosen.emit(name)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._page)
        column.setContentsMargins(theme.MARGIN, theme.GAP_LARGE, theme.MARGIN, theme.GAP_LARGE)
        column.setSpacing(theme.GAP)
        head = QHBoxLayout()
        head.setSpacing(theme.GAP)
        for widget in (self._title, self._period, self._gone, self._year):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self.save_button)
        head.addWidget(self.print_button)
        column.addLayout(head)
        column.addWidget(self.tiles)
        body = QHBoxLayout()
        body.setSpacing(theme.GAP)
        left = self._card([*self.chips.values()], self.bars)
        left.setFixedWidth(BARS)
        body.addWidget(left)
        body.addWidget(self._right(), 1)
        column.addLayout(body, 1)

    def _card(self, chips: list[QPushButton], *widgets: QWidget) -> QFrame:
        frame = QFrame(self._page)
        theme.set_role(frame, "card")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(1, theme.GAP, 1, 4)
        inside.setSpacing(theme.GAP_SMALL)
        line = QHBoxLayout()
        line.setContentsMargins(theme.GAP, 0, theme.GAP, 0)
        for chip in chips:
            line.addWidget(chip)
        line.addStretch(1)
        inside.addLayout(line)
        for widget in widgets:
            inside.addWidget(widget, 1)
        return frame

    def _right(self) -> QFrame:
        self._lists = QStackedWidget(self._page)
        for name in TABS:
            self._lists.addWidget(self._since(name) if name == "since" else self._stacks[name])
        frame = self._card([*self.tabs.values()], self._lists)
        layout = frame.layout()
        assert isinstance(layout, QVBoxLayout)
        told = QHBoxLayout()
        told.setContentsMargins(theme.GAP, 0, theme.GAP, 0)
        told.addWidget(self._filter)
        told.addWidget(self.clear_button)
        told.addStretch(1)
        layout.insertLayout(1, told)
        return frame

    def _since(self, name: str) -> QWidget:
        whole = QWidget(self._page)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        line = QHBoxLayout()
        line.setContentsMargins(theme.GAP, 0, theme.GAP, 0)
        line.addWidget(self.earlier)
        line.addWidget(self._changes)
        line.addStretch(1)
        column.addLayout(line)
        column.addWidget(self._stacks[name], 1)
        return whole
