"""The overview page: counts that agree with `db`, filters, the way to a task, comparing, several plans."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QComboBox, QMessageBox, QStyleOptionViewItem

import db
from db import Light
from desktop.mainwindow import MainWindow
from desktop.models.case_list import Role
from desktop.models.light_words import ORDER, light_rule, light_word, number_colour, paint_segment
from desktop.models.overview_delegates import GAP, LEAST, segments
from desktop.models.overview_rows import plain
from desktop.pages.overview import OverviewPage
from desktop.pages.overview_layout import TABS
from tests import rounds
from tests.two_plans import SECOND, add_plan

T1, T2, T3 = (db.TaskId(f"t1.{number}") for number in (1, 2, 3))
P1 = db.PeriodId("p1")
LATER = db.PeriodId("p2")
SCHOOL, HOUSING = db.UnitId("教育局"), db.UnitId("住建局")
ME = "李四"


def save(ledger: db.Ledger, task: db.TaskId, period: db.PeriodId, content: db.Content) -> None:
    unit = HOUSING if task == T2 else SCHOOL
    db.save_entry(ledger, task, period, content, author="张三", unit=unit)


@pytest.fixture
def told(ledger_file: Path) -> Path:
    """In June 1.1 is behind by its figure and says on track with a reason; 1.2 is done; 1.3 blank."""
    with rounds.open_ledger(ledger_file) as ledger:
        plan = db.plans(ledger)[0]
        db.open_period(ledger, plan, replace(db.period_named("1-6月", 2024), id=LATER), author=ME)
        figure = db.MeasureId("m1")
        before = db.Content(narrative="开工", status=db.Status.ON_TRACK, figures=((figure, Decimal(20)),))
        after = replace(before, narrative="在建", figures=((figure, Decimal(30)),), reason="九月集中交付")
        save(ledger, T1, P1, before)
        save(ledger, T1, LATER, after)
        save(ledger, T2, LATER, db.Content(narrative="建成", status=db.Status.DONE))
    return ledger_file


@pytest.fixture
def window(open_window, told: Path, qtbot) -> MainWindow:
    window = open_window(told)
    window.commands["go_overview"].trigger()
    settle(qtbot, window)
    return window


@pytest.fixture
def page(window: MainWindow) -> OverviewPage:
    return window.overview


def settle(qtbot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.session.busy)


def counts(page: OverviewPage) -> dict[Light, int]:
    return {light: tile.count for light, tile in page.parts.tiles.tiles.items() if tile.count}


def tasks(page: OverviewPage, tab: str) -> list[db.TaskId]:
    return [case.task for case in page.models[tab].cases]


def bars(page: OverviewPage) -> list[tuple[str, str]]:
    return [(case.title, case.tag) for case in page.bars.cases]


def stand_on(page: OverviewPage, row: int) -> None:
    page.parts.bars.setCurrentIndex(page.bars.index(row))


def test_every_count_is_that_of_db(page: OverviewPage, told: Path) -> None:
    with rounds.open_ledger(told) as ledger:
        plan = db.plans(ledger)[0]
        seen = db.overview(ledger, plan, plan.periods[-1])
    assert counts(page) == {light: count for light, count in seen.total.counts.items() if count}
    assert counts(page) == {Light.ON: 1, Light.DONE: 1, Light.NOT_REPORTED: 1}
    assert bars(page) == [("All tasks", "3"), ("一、教育惠民", "3")]
    assert tasks(page, "tasks") == [T1, T2, T3]
    assert [case.key[0] for case in page.models["measures"].cases] == [T1]


def test_what_is_chosen_above_and_left_narrows_every_list(page: OverviewPage, qtbot) -> None:
    page.choose_part("units")
    assert bars(page) == [("All tasks", "3"), ("教育局", "2"), ("住建局", "2")]
    page.parts.bars.setFocus()
    qtbot.keyClick(page.parts.bars, Qt.Key.Key_Down)
    assert tasks(page, "tasks") == [T1, T3]
    assert counts(page) == {Light.ON: 1, Light.NOT_REPORTED: 1}
    qtbot.keyClick(page.parts.tiles.tiles[Light.ON], Qt.Key.Key_Return)
    assert [tasks(page, tab) for tab in ("tasks", "measures", "attention")] == [[T1], [T1], []]
    page.parts.clear_button.click()
    assert tasks(page, "tasks") == [T1, T2, T3]


def test_a_light_against_the_figures_says_so_with_the_reason(page: OverviewPage) -> None:
    (row,) = [case for case in page.models["tasks"].cases if case.key[0] == T1]
    assert "九月集中交付" in row.told
    assert light_word(Light.BEHIND) in row.told
    assert row.tag == "On schedule (overridden)"
    for light, tile in page.parts.tiles.tiles.items():
        assert light_rule(light) == tile.toolTip() == tile.accessibleDescription()


def test_enter_on_a_row_goes_to_the_task(page: OverviewPage, window: MainWindow, qtbot) -> None:
    page.choose_tab("attention")
    assert tasks(page, "attention") == [T3]
    view = page.parts.lists["attention"]
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert window.current_page == "fill_in"
    qtbot.waitUntil(lambda: window.fill_in.current_task == T3)
    settle(qtbot, window)


def test_a_click_on_a_measure_goes_to_its_task(page: OverviewPage, window: MainWindow, qtbot) -> None:
    page.choose_tab("measures")
    view = page.parts.lists["measures"]
    place = view.visualRect(view.model().index(0, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.current_page == "fill_in"
    qtbot.waitUntil(lambda: window.fill_in.current_task == T1)
    settle(qtbot, window)


def test_a_measure_shows_figure_target_percent_schedule_and_what_is_due(page: OverviewPage) -> None:
    (row,) = page.models["measures"].cases
    assert (row.told, row.tag, row.word) == ("30 / ≥ 100 个", "30%", "Behind")
    assert row.share == 30
    assert row.expected == pytest.approx(49.72)


def test_two_periods_are_compared(page: OverviewPage, window: MainWindow, qtbot) -> None:
    page.choose_tab("since")
    settle(qtbot, window)
    picker = page.findChild(QComboBox, "earlierPeriod")
    assert [picker.itemText(row) for row in range(picker.count())] == ["Since 1-3月"]
    assert {case.task: case.told.split("  ·  ")[0] for case in page.models["since"].cases} == {
        T1: "Changed",
        T2: "New",
    }
    assert "学位 20 → 30 个" in page.models["since"].cases[0].told
    window.session.show_period(P1)
    settle(qtbot, window)
    assert not tasks(page, "since")
    assert picker.count() == 0


def test_what_is_saved_meanwhile_is_seen_when_the_page_is_shown_again(page, window, told, qtbot) -> None:
    window.show_page("fill_in")
    content = db.Content(narrative="开工", status=db.Status.BEHIND)
    with rounds.open_ledger(told) as ledger:
        save(ledger, T3, LATER, content)
    window.session.changed.emit(db.Changes(frozenset({"entries"}), frozenset()))
    window.show_page("overview")
    settle(qtbot, window)
    assert counts(page) == {Light.ON: 1, Light.DONE: 1, Light.BEHIND: 1}
    assert [case.word for case in page.models["attention"].cases] == ["Behind"]


def test_each_plan_has_a_bar_and_enter_goes_there(open_window, told: Path, qtbot) -> None:
    add_plan(told)
    window = open_window(told)
    window.session.show_period(LATER)
    settle(qtbot, window)
    window.commands["go_overview"].trigger()
    settle(qtbot, window)
    page = window.overview
    assert page.parts.chips["plans"].isVisible()
    page.choose_part("plans")
    settle(qtbot, window)
    titles = [title.split("  ")[0] for title, _ in bars(page)]
    assert sorted(titles) == ["上城区民生实事", "滨江区民生实事"]
    assert tasks(page, "tasks") == [T1, T2, T3]
    stand_on(page, titles.index("上城区民生实事"))
    qtbot.keyClick(page.parts.bars, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.session.view.plan.id == SECOND


def test_every_stop_has_a_name_and_is_reached_by_keys(page: OverviewPage) -> None:
    stops = [*page.parts.lists.values(), page.parts.bars, *page.parts.tiles.tiles.values()]
    stops += [*page.parts.tabs.values(), *page.parts.chips.values(), page.parts.earlier]
    for stop in stops:
        assert stop.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert stop.accessibleName() or stop.text()
    assert set(page.parts.lists) == set(TABS)


def test_the_bars_say_in_words_what_they_show(page: OverviewPage) -> None:
    said = page.bars.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert said == "All tasks, Done 1, On schedule 1, Not reported 1, 3"


@pytest.mark.parametrize("width", [120.0, 348.5])
def test_segments_fill_the_bar_in_a_fixed_order(width: float) -> None:
    found = list(segments({Light.DONE: 1, Light.BEHIND: 0, Light.ON: 500, Light.NOT_REPORTED: 40}, width))
    assert [light for light, _, _ in found] == [Light.DONE, Light.ON, Light.NOT_REPORTED]
    assert [light for light in ORDER if light in {Light.DONE, Light.ON, Light.NOT_REPORTED}] == [
        light for light, _, _ in found
    ]
    assert all(wide >= LEAST - 1e-9 for _, _, wide in found)
    assert sum(wide for _, _, wide in found) + 2 * GAP == pytest.approx(width)
    assert [x for _, x, _ in found] == sorted(x for _, x, _ in found)


def test_no_two_lights_are_filled_alike(qapp) -> None:
    drawn = set()
    for light in ORDER:
        image = QImage(40, 16, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        paint_segment(painter, QRectF(0, 0, 40, 16), light)
        painter.end()
        drawn.add(bytes(image.constBits()))
        assert number_colour(light).startswith("#")
    assert len(drawn) == len(ORDER)


def test_painting_a_row_leaves_the_painter_as_it_was(page: OverviewPage, qtbot) -> None:
    image = QImage(400, 60, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    option = QStyleOptionViewItem()
    option.rect = image.rect()
    for view in (page.parts.bars, page.parts.lists["measures"]):
        before = painter.renderHints()
        view.itemDelegate().paint(painter, option, view.model().index(0, 0))
        assert painter.renderHints() == before
        assert view.model().index(0, 0).data(Role.CASE) is not None
    painter.end()


def test_percents_have_no_zeros_at_their_end() -> None:
    assert [plain(Decimal(text)) for text in ("24.86", "60.00", "100", "0.50")] == [
        "24.86",
        "60",
        "100",
        "0.5",
    ]


def test_the_page_is_saved_as_a_pdf(page: OverviewPage, window: MainWindow, tmp_path: Path, qtbot) -> None:
    target = tmp_path / "总览.pdf"
    page.write_paper(target)
    settle(qtbot, window)
    assert target.read_bytes().startswith(b"%PDF")
    (box,) = page.findChildren(QMessageBox)
    assert target.name in box.text()
    box.close()


def test_the_key_for_printing_prints_this_page(
    page: OverviewPage, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []
    monkeypatch.setattr(page, "print_pages", lambda: asked.append(True))
    window.commands["print"].trigger()
    assert asked == [True]
