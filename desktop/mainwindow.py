"""The shell around the pages: tool bar, rail, status line; opening a file and closing the window.

Imported before the first paint, so that it imports little itself: what stands in the window is read
when it is built, which is after that paint.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6 import QtWidgets
from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QMainWindow, QWidget

from desktop.settings import FILE_PERIOD, GEOMETRY, LAST_FILE, PAGE, Settings

if TYPE_CHECKING:
    from PySide6.QtCore import Qt, SignalInstance
    from PySide6.QtGui import QCloseEvent, QPaintEvent

    from db import Draft, PeriodId, ShishiError
    from desktop.handlers import Handlers
    from desktop.pages.conflicts import ConflictsPage
    from desktop.pages.fill_in import FillInPage
    from desktop.pages.overview import OverviewPage
    from desktop.pages.plan import PlanPage
    from desktop.pages.reports import ReportsPage
    from desktop.pages.returns import ReturnsPage
    from desktop.pages.review import ReviewPage
    from desktop.pages.welcome import WelcomePage
    from desktop.session import Session

Page = TypeVar("Page", bound=QWidget)
SIZE = (1280, 800)
RAIL, TOOLS, STATUS = 92, 34, 6
"""Pixels left free for them until they are made: width of the rail, heights beside a line of text."""
LEDGER_PAGES = ("fill_in", "returns", "review", "conflicts", "overview", "reports", "plan")


class MainWindow(QMainWindow):
    """The window. Pages are made when they are first shown; `painted` follows the first paint."""

    painted = Signal()

    filled = Signal()
    """The file that was asked for is painted; what stands around it may follow."""

    settled = Signal()
    """The first page is painted; what could wait for it may follow."""

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__()
        self.session = session
        self.settings = settings
        self._handlers: Handlers | None = None
        self._is_built = False
        self._is_furnished = False
        self._not_opened: Callable[[], None] | None = None
        self._opening = False
        self._closing = False
        self._may_close = False
        self._tell_when_painted: SignalInstance | None = self.painted
        self.filled.connect(self._furnish)
        session.setParent(self)
        self.resize(*SIZE)
        self.restoreGeometry(settings.get(GEOMETRY))

    def build(self) -> None:
        """Put the first page into the window; tool bar, rail and status line follow once it is painted."""
        self.setWindowTitle(self.tr("Shishi"))
        self._lay_out()
        self.session.opened.connect(self._opened)
        self.session.closed.connect(self._closed)
        self.session.failed.connect(self._failed)
        if self.session.view is not None:
            self._opened()
        elif self._opening:
            self.fill_in  # noqa: B018 - made while the worker reads: the page that most files begin with
        else:
            self._furnish()

    def open(self, path: Path, *, read_only: bool = False) -> None:
        """Open a file in this window, in place of the one that is open. May be called before `build`."""
        self._opening = True

        def failed(error: ShishiError) -> None:
            self._opening = False
            self._not_opened = lambda: self._could_not_open(path, error)
            if self._is_furnished:
                self._not_opened()
            elif self._is_built:
                self._furnish()

        period = self.settings.get_of(str(path.absolute()), FILE_PERIOD)
        self.session.open(path.absolute(), read_only=read_only, period=period, failed=failed)

    def close_file(self) -> None:
        """Close the file and go back to the welcome page."""
        self.session.close()

    def commit(self) -> None:
        """Keep what is typed: before anything that leaves the page or reads the file."""
        if "fill_in" in vars(self):
            self.fill_in.commit()
        if "plan" in vars(self):
            self.plan.commit()

    def unkept(self) -> list[Draft]:
        """What is typed and could not be written."""
        return self.fill_in.unkept() if "fill_in" in vars(self) else []

    @property
    def handlers(self) -> Handlers:
        """What the actions do; made when the first is called."""
        if self._handlers is None:
            from desktop.handlers import Handlers

            self._handlers = Handlers(self)
        return self._handlers

    @cached_property
    def welcome(self) -> WelcomePage:
        """The page that is shown while no file is open."""
        from desktop.pages.welcome import WelcomePage

        return self._added("welcome", WelcomePage(self.commands, self.settings, self.open, self))

    @cached_property
    def fill_in(self) -> FillInPage:
        """Tree and form: what clerks and coordinators fill in."""
        from desktop.pages.fill_in import FillInPage

        page = FillInPage(self.session, self, self.settings)
        page.print_requested.connect(lambda: self.commands["print"].trigger())
        page.history_requested.connect(lambda filling: self.handlers.show_history(filling))
        page.draft_kept.connect(lambda instant: self.status.show_kept(instant))
        return self._added("fill_in", page)

    @cached_property
    def returns(self) -> ReturnsPage:
        """Who has returned what, and merging."""
        from desktop.pages.returns import ReturnsPage

        page = ReturnsPage(self.session, self.settings, self)
        page.wanted.connect(lambda what, unit: self.handlers.go_from_returns(what, unit))
        return self._added("returns", page)

    @cached_property
    def review(self) -> ReviewPage:
        """Reading what was reported: approving it, or sending it back."""
        from desktop.pages.review import ReviewPage

        page = ReviewPage(self.session, self.settings, self)
        page.conflict_wanted.connect(lambda: self.show_page("conflicts"))
        page.corrections_wanted.connect(lambda: self.handlers.issue_corrections())
        return self._added("review", page)

    @cached_property
    def conflicts(self) -> ConflictsPage:
        """What two people reported differently, side by side."""
        from desktop.pages.conflicts import ConflictsPage

        return self._added("conflicts", ConflictsPage(self.session, self))

    @cached_property
    def overview(self) -> OverviewPage:
        """Where the plan stands at a glance."""
        from desktop.pages.overview import OverviewPage

        page = OverviewPage(self.session, self.settings, self)
        page.task_wanted.connect(lambda task, finding: self.handlers.go_to(task, finding))
        return self._added("overview", page)

    @cached_property
    def reports(self) -> ReportsPage:
        """The consolidated table and the item sheets."""
        from desktop.pages.reports import ReportsPage

        return self._added("reports", ReportsPage(self.session, self.settings, self))

    @cached_property
    def plan(self) -> PlanPage:
        """The plan itself: everything of it can be edited, and every step undone."""
        from desktop.pages.plan import PlanPage

        page = PlanPage(self.session, self)
        page.publish_wanted.connect(lambda: self.commands["publish"].trigger())
        page.reopen_wanted.connect(lambda: self.commands["reopen_period"].trigger())
        page.new_wanted.connect(lambda source: self.handlers.new_plan(source))
        page.table_wanted.connect(lambda: self.handlers.further_table())
        return self._added("plan", page)

    def show_page(self, name: str) -> None:
        """Show one of the pages of an open file."""
        self.rail.select(name)

    @property
    def current_page(self) -> str:
        """The name of the page that is shown; empty before the first."""
        shown = self.stack.currentWidget() if self._is_built else None
        return shown.objectName() if shown else ""

    def _lay_out(self) -> None:
        self.stack = QtWidgets.QStackedWidget(self)
        middle = QWidget(self)
        self._row = QtWidgets.QHBoxLayout(middle)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addWidget(self.stack, 1)
        self.setCentralWidget(middle)
        self._is_built = True

    def _furnish(self) -> None:
        from desktop.actions import Actions
        from desktop.rail import PageRail
        from desktop.status import StatusLine
        from desktop.toolbar import ToolBar

        self.session.author = self.session.author or self.settings.author()
        self.commands = Actions(self)
        self.tools = ToolBar(self.commands, self)
        self.addToolBar(self.tools)
        self.rail = PageRail(self)
        for name in LEDGER_PAGES:
            self.rail.add_page(name, self.commands[f"go_{name}"])
        self._row.insertWidget(0, self.rail)
        self.status = StatusLine(self.session, self)
        self.setStatusBar(self.status)
        self.addActions(self.commands.all())
        self._is_furnished = True
        self._row.setContentsMargins(0, 0, 0, 0)
        self._connect()
        self._show_around()
        if self._not_opened is not None:
            self._not_opened()
        elif self.session.view is None and not self._opening:
            self.show_nothing()
            QTimer.singleShot(0, self, self.settled.emit)

    def _connect(self) -> None:
        self.session.shown.connect(self._shown)
        self.rail.chosen.connect(self._choose_page)
        self.tools.period_chosen.connect(self._choose_period)
        self.tools.language_chosen.connect(lambda name: self.handlers.choose_language(name))
        self.tools.colours_chosen.connect(lambda name: self.handlers.choose_colours(name))
        self.commands["close_file"].triggered.connect(self.close_file)
        self.commands["quit"].triggered.connect(self.close)
        for action in self.commands.all():
            action.triggered.connect(self._do)

    def _do(self) -> None:
        self.handlers.do(self.sender().objectName())

    def _added(self, name: str, page: Page) -> Page:
        page.setObjectName(name)
        self.stack.addWidget(page)
        return page

    def _could_not_open(self, path: Path, error: ShishiError) -> None:
        self._not_opened = None
        self.show_nothing()
        self.settled.emit()
        self.handlers.could_not_open(path, error)

    def _opened(self) -> None:
        self._opening = False
        view = self.session.view
        if view is None:
            return
        self.setWindowTitle(self.tr("{name} - Shishi").format(name=view.path.name))
        remembered = self.settings.get(PAGE)
        self._show_page(remembered if view.terms is None and remembered in LEDGER_PAGES else "fill_in")
        if self._is_furnished:
            self._show_around()
        else:
            self._leave_room(for_rail=view.terms is None)
            self._tell_when_painted = self.filled

    def _leave_room(self, *, for_rail: bool) -> None:
        """Put the page where it will stand between tool bar, rail and status line, which are not made yet."""
        line = self.fontMetrics().height()
        self._row.setContentsMargins(RAIL if for_rail else 0, line + TOOLS, 0, line + STATUS)

    def _show_around(self) -> None:
        """Make tool bar, rail and status line fit the file that is open."""
        view = self.session.view
        self._shown()
        self.status.show_view()
        self._show_rail(shown=view is not None and view.terms is None)
        if view is not None:
            self.settings.add_recent(str(view.path))
            self.rail.select(self.current_page)
            self._tell_when_painted = self.settled
            self.update()

    def _closed(self) -> None:
        self.setWindowTitle(self.tr("Shishi"))
        self.settings.put(LAST_FILE, "")
        self.tools.show_for(None)
        self._show_rail(shown=False)
        self.show_nothing()

    def show_nothing(self) -> None:
        """Show the welcome page if no file is open."""
        if self.session.view is None:
            self.stack.setCurrentWidget(self.welcome)
            self.welcome.refresh()

    def _shown(self) -> None:
        view = self.session.view
        self.tools.show_for(view)
        waiting = sum(entry.state == "conflict" for entry in view.entries.values()) if view else 0
        self.rail.show_count("conflicts", waiting)

    def _show_rail(self, *, shown: bool) -> None:
        self.rail.setVisible(shown)
        for name in LEDGER_PAGES:
            self.commands[f"go_{name}"].setEnabled(shown)

    def _show_page(self, name: str) -> None:
        self.commit()
        page: QWidget = getattr(self, name)
        self.stack.setCurrentWidget(page)

    def _choose_page(self, name: str) -> None:
        self._show_page(name)
        if self.rail.isVisibleTo(self):
            self.settings.put(PAGE, name)

    def _choose_period(self, period: PeriodId) -> None:
        self.commit()
        self.session.show_period(period)

    def _failed(self, error: ShishiError) -> None:
        if self._closing:
            self._stay()
        self.handlers.say(error)

    def recolour(self, scheme: Qt.ColorScheme) -> None:
        """The system changed between light and dark."""
        from desktop import theme

        application = QtWidgets.QApplication.instance()
        if isinstance(application, QtWidgets.QApplication):
            theme.apply_colours(application, dark=self.settings.wants_dark(system=scheme.name == "Dark"))
            theme.apply_style(application)
        self.commands.draw_icons()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is typed, wait until it is written and all work is done, and only then close."""
        self.settings.put(GEOMETRY, self.saveGeometry())
        if self._may_close:
            return
        event.ignore()
        if not self._closing:
            self._closing = True
            self.session.settle(self._kept, self._not_kept)
            self._hold()

    def _hold(self) -> None:
        """While the window waits to close, nothing can be typed in it, and it says why."""
        if self._is_furnished:
            self.stack.setEnabled(False)
            self.status.showMessage(self.tr("Saving and closing…"))

    def _stay(self) -> None:
        self._closing = False
        if self._is_furnished:
            self.stack.setEnabled(True)
            self.status.clearMessage()

    def _kept(self) -> None:
        if self._closing:  # else an error is on the screen
            self.leave()

    def _not_kept(self, error: ShishiError) -> None:
        if self._closing:
            self._stay()
            self.handlers.could_not_keep(error)

    def leave(self) -> None:
        """Close the window at once; what could not be written is given up."""
        self.session.stop()
        self._may_close = True
        self.close()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the paint that something waits for, so that what can wait for it does."""
        super().paintEvent(event)
        if self._tell_when_painted is not None:
            QTimer.singleShot(0, self, self._tell_when_painted.emit)
            self._tell_when_painted = None
