"""What the checks notice while a row is typed: where it is said, what mends it, how it is explained."""

import threading
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QTableView

import db
from desktop.forms.advice import Advice, Question
from desktop.forms.editors import TextEdit
from desktop.forms.filling import Filling
from desktop.forms.finding_row import FindingRow
from desktop.forms.findings_panel import MOST, FindingsPanel
from desktop.forms.task_form import TaskForm
from desktop.forms.told import ToldBar
from tests.small_plan import HALF, small_plan

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

HELPED = db.MeasureId("m-帮扶重点群体")
PARTS = ("figureFindings", "narrativeFindings", "statusFindings")


def filling(content: db.Content, locked: str = "") -> Filling:
    plan = small_plan()
    category = plan.categories[2]
    task = category.items[0].tasks[0]
    draft = db.Draft(task.id, HALF.id, "2024-07-01T01:00:00Z", content)
    return Filling(
        plan, HALF, category.name, category.items[0], task, None, None, True, draft, (), False, locked
    )


@pytest.fixture
def form(qtbot) -> TaskForm:
    form = TaskForm()
    form.asked.connect(lambda asked: form.advise(asked.answer()))
    qtbot.addWidget(form)
    form.resize(1000, 800)
    return form


def show(form: TaskForm, qtbot, *, locked: str = "", **fields: object) -> None:
    form.show_filling(filling(db.Content(**fields), locked))
    form.show()
    with qtbot.waitSignal(form.asked):
        pass


def panel(form: TaskForm, name: str) -> FindingsPanel:
    found = form.findChild(FindingsPanel, name)
    assert found is not None
    return found


def codes(form: TaskForm, name: str) -> list[str]:
    return [row.noticed.finding.code for row in panel(form, name).rows]


def row_of(form: TaskForm, code: str) -> FindingRow:
    rows = [row for name in PARTS for row in panel(form, name).rows]
    return next(row for row in rows if row.noticed.finding.code == code)


def press(row: FindingRow, name: str) -> None:
    button = row.findChild(QPushButton, name)
    assert button is not None
    button.click()


def test_each_finding_stands_below_the_field_that_it_is_about(form: TaskForm, qtbot) -> None:
    figures = ((HELPED, Decimal(2080)),)
    show(form, qtbot, status=db.Status.ON_TRACK, narrative="累计帮扶重点群体2079人次(。", figures=figures)
    assert codes(form, "figureFindings") == ["figure_differs"]
    assert codes(form, "narrativeFindings") == ["brackets_unbalanced", "point_untouched"]
    assert codes(form, "statusFindings") == ["status_against_schedule"]


def test_a_calm_form_says_nothing(form: TaskForm, qtbot) -> None:
    show(form, qtbot, narrative="累计帮扶重点群体4079人次，失业人员再就业1250人次。")
    assert all(panel(form, name).isHidden() for name in PARTS)


def test_it_is_looked_at_again_when_typing_pauses(form: TaskForm, qtbot) -> None:
    show(form, qtbot, narrative="失业人员再就业稳步推进，帮扶重点群体有序开展")
    editor = form.findChild(TextEdit, "narrativeEdit")
    assert not panel(form, "narrativeFindings").rows
    qtbot.keyClicks(editor, "(")
    qtbot.waitUntil(lambda: codes(form, "narrativeFindings") == ["brackets_unbalanced"])
    qtbot.keyClick(editor, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: panel(form, "narrativeFindings").isHidden())


def test_one_click_takes_the_figure_of_the_text(form: TaskForm, qtbot) -> None:
    figures = ((HELPED, Decimal(2080)),)
    show(form, qtbot, narrative="累计帮扶重点群体2079人次，失业人员再就业。", figures=figures)
    row = row_of(form, "figure_differs")
    assert "2079" in row.findChild(QPushButton, "mendButton").text()
    with qtbot.waitSignal(form.edited):
        press(row, "mendButton")
    assert form.content().figures == ((HELPED, Decimal(2079)),)
    qtbot.waitUntil(lambda: panel(form, "figureFindings").isHidden())


def test_what_is_mended_in_the_text_can_be_undone(form: TaskForm, qtbot) -> None:
    twice = "帮扶重点群体和失业人员再就业有序开展。已启动招标。帮扶重点群体和失业人员再就业有序开展。"
    show(form, qtbot, narrative=twice)
    press(row_of(form, "text_repeats"), "mendButton")
    editor = form.findChild(TextEdit, "narrativeEdit")
    assert editor.text() == "帮扶重点群体和失业人员再就业有序开展。已启动招标。"
    form.undo()
    assert editor.text() == twice


def test_a_status_is_set_or_a_reason_given(form: TaskForm, qtbot) -> None:
    show(form, qtbot, status=db.Status.ON_TRACK, narrative="x", figures=((HELPED, Decimal(1)),))
    row = row_of(form, "status_against_schedule")
    press(row, "reasonButton")
    reason = form.findChild(QLineEdit, "reasonEdit")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is reason)
    press(row, "mendButton")
    assert form.content().status is db.Status.BEHIND


def test_the_field_of_the_reason_opens_when_it_is_asked_for(form: TaskForm, qtbot) -> None:
    show(form, qtbot, status=db.Status.ON_TRACK, narrative="暂未开展帮扶重点群体和失业人员再就业。")
    reason = form.findChild(QLineEdit, "reasonEdit")
    assert reason.isHidden()
    press(row_of(form, "no_progress_words"), "reasonButton")
    assert reason.isVisible()
    qtbot.keyClicks(reason, "x")
    qtbot.waitUntil(lambda: panel(form, "statusFindings").isHidden())


def test_a_finding_is_explained_in_its_place(form: TaskForm, qtbot) -> None:
    show(form, qtbot, narrative="帮扶重点群体和失业人员再就业完成率186%。")
    row = row_of(form, "percent_over")
    press(row, "explainButton")
    line = row.findChild(QLineEdit, "explainEdit")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is line)
    qtbot.keyClicks(line, "carried over")
    with qtbot.waitSignal(form.edited):
        qtbot.keyClick(line, Qt.Key.Key_Return)
    (said,) = form.content().explanations
    assert (said.code, said.text) == ("percent_over", "carried over")
    qtbot.waitUntil(lambda: "carried over" in row_of(form, "percent_over").accessibleName())
    assert row_of(form, "percent_over").noticed.finding.severity == "note"


def test_escape_leaves_a_finding_unexplained(form: TaskForm, qtbot) -> None:
    show(form, qtbot, narrative="帮扶重点群体和失业人员再就业完成率186%。")
    row = row_of(form, "percent_over")
    press(row, "explainButton")
    line = row.findChild(QLineEdit, "explainEdit")
    qtbot.keyClicks(line, "no")
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert not row.is_explaining
    assert form.content().explanations == ()


def test_a_reason_that_is_being_typed_is_kept_when_the_row_is_left(form: TaskForm, qtbot) -> None:
    show(form, qtbot, narrative="帮扶重点群体和失业人员再就业完成率186%。")
    row = row_of(form, "percent_over")
    press(row, "explainButton")
    qtbot.keyClicks(row.findChild(QLineEdit, "explainEdit"), "half")
    assert form.finish()
    assert [one.text for one in form.content().explanations] == ["half"]


def test_a_reason_that_is_being_typed_is_not_swept_away(form: TaskForm, qtbot) -> None:
    show(form, qtbot, narrative="帮扶重点群体和失业人员再就业完成率186%。")
    row = row_of(form, "percent_over")
    press(row, "explainButton")
    changed = db.Content(narrative="")
    form.advise(Question(filling(changed), form.content()).answer())
    assert row in panel(form, "narrativeFindings").rows
    assert row.is_explaining


def test_a_click_goes_to_the_field_and_to_the_words(form: TaskForm, qtbot) -> None:
    show(
        form,
        qtbot,
        narrative="帮扶重点群体和失业人员再就业，联合城管局开展。",
        figures=((HELPED, Decimal(1)),),
    )
    qtbot.mouseClick(row_of(form, "unit_unknown"), Qt.MouseButton.LeftButton)
    editor = form.findChild(TextEdit, "narrativeEdit")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is editor)
    assert editor.textCursor().selectedText() == "城管局"


def test_a_finding_of_a_figure_goes_to_its_line(form: TaskForm, qtbot) -> None:
    second = form_measure(1)
    show(form, qtbot, narrative="累计失业人员再就业1250人次。", figures=((second.id, Decimal(1205)),))
    qtbot.keyClick(row_of(form, "figure_differs"), Qt.Key.Key_Return)
    table = form.findChild(QTableView, "measureTable")
    qtbot.waitUntil(lambda: QApplication.focusWidget() is table)
    assert table.currentIndex().row() == 1


def form_measure(place: int) -> db.Measure:
    return filling(db.Content()).task.measures[place]


def test_what_is_locked_is_checked_but_not_explained(form: TaskForm, qtbot) -> None:
    show(form, qtbot, locked="read only", narrative="帮扶重点群体和失业人员再就业完成率186%。")
    assert codes(form, "narrativeFindings") == ["percent_over"]
    assert row_of(form, "percent_over").findChildren(QPushButton) == []


def test_many_findings_are_folded(form: TaskForm, qtbot) -> None:
    dates = "、".join(f"{month}月完工" for month in range(7, 13))
    show(form, qtbot, narrative=f"帮扶重点群体和失业人员再就业：{dates}。")
    narrative = panel(form, "narrativeFindings")
    assert len(narrative.rows) == MOST
    narrative.findChild(QPushButton, "moreFindingsButton").click()
    assert len(narrative.rows) == 6


def test_what_is_only_likely_is_offered_as_such_and_never_filled(form: TaskForm, qtbot) -> None:
    show(form, qtbot, narrative="3月帮扶重点群体79人次；失业人员再就业完成总量的20%。")
    bar = form.findChild(ToldBar)
    assert "79" in bar.text
    assert "Perhaps" in bar.text
    assert "20% of the target" in bar.text
    assert form.findChild(QPushButton, "fillToldButton").isHidden()
    assert form.content().figures == ()


def test_an_answer_to_other_words_is_not_shown(form: TaskForm, qtbot) -> None:
    show(form, qtbot, narrative="帮扶重点群体和失业人员再就业有序开展。")
    late = Question(filling(db.Content(narrative="完成率186%。")), db.Content(narrative="完成率186%。"))
    form.advise(late.answer())
    assert panel(form, "narrativeFindings").isHidden()


def test_tab_comes_to_the_buttons_of_a_finding(form: TaskForm, qtbot) -> None:
    show(form, qtbot, narrative="帮扶重点群体和失业人员再就业完成率186%。")
    editor = form.findChild(TextEdit, "narrativeEdit")
    editor.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is editor)
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert QApplication.focusWidget().objectName() == "explainButton"


def test_the_first_look_is_on_another_thread_and_before_a_key(
    qtbot, ledger_file: Path, open_window, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[int] = []
    answer = Question.answer

    def noted(asked: Question) -> Advice:
        threads.append(threading.get_ident())
        return answer(asked)

    monkeypatch.setattr(Question, "answer", noted)
    window = open_window(ledger_file)
    window.show_page("fill_in")
    qtbot.waitUntil(lambda: bool(threads))
    assert threading.get_ident() not in threads
    qtbot.keyClicks(window.fill_in.findChild(TextEdit, "narrativeEdit"), "(")
    qtbot.waitUntil(lambda: "brackets_unbalanced" in codes(window.fill_in.form, "narrativeFindings"))
    assert threading.get_ident() not in threads
