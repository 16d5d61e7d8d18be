"""The form of one task: what it shows, what it answers, what it says."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTableView,
)

import db
from desktop import theme
from desktop.forms.editors import LineEdit, TextEdit, commit_input_method
from desktop.forms.filling import Filling
from desktop.forms.findings_panel import FindingsPanel
from desktop.forms.notice import Pill
from desktop.forms.task_form import TaskForm
from desktop.forms.told import ToldBar
from desktop.models.measure_table import Column
from tests.small_plan import FIRST, HALF, small_plan

# What the offscreen platform says of every window that is shown.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

HELPED = db.MeasureId("m-帮扶重点群体")


def revision(key: str, content: db.Content, author: str = "张三") -> db.Revision:
    unit = db.UnitId("u-人力社保局")
    return db.Revision(key, db.TaskId("3.1#1"), HALF.id, unit, author, "2024-07-01T01:00:00Z", content, ())


def filling(*heads: db.Revision, before: db.Content | None = None, locked: str = "") -> Filling:
    plan = small_plan()
    category = plan.categories[2]
    item = category.items[0]
    task = item.tasks[0]
    state = db.State.OPEN if len(heads) == 1 else db.State.CONFLICT
    current = heads[0] if len(heads) == 1 else None
    entry = db.Entry(task.id, HALF.id, state, current, heads) if heads else None
    earlier = None
    if before is not None:
        said = replace(revision("before", before), period=FIRST.id)
        earlier = db.Entry(task.id, FIRST.id, db.State.OPEN, said, (said,))
    return Filling(
        plan, HALF, category.name, item, task, entry, earlier, True, None,
        tuple(sorted(head.id for head in heads)), False, locked,
    )  # fmt: skip


@pytest.fixture
def form(qtbot) -> TaskForm:
    form = TaskForm()
    form.asked.connect(lambda asked: form.advise(asked.answer()))
    qtbot.addWidget(form)
    return form


def edit(form: TaskForm, name: str = "narrativeEdit") -> TextEdit:
    found = form.findChild(TextEdit, name)
    assert found is not None
    return found


def test_what_is_shown_is_what_is_answered(form: TaskForm) -> None:
    content = db.Content(
        status=db.Status.BEHIND,
        narrative="第一行\n第二行\u00a0有不换行空格\r\n",
        problems="资金",
        next_steps="加快",
        remark="备注",
        reason="原因",
        figures=((HELPED, Decimal("4079")),),
        explanations=(db.Explanation("smaller", "3.1#1", "核减"),),
        attachments=(db.AttachmentRef("ab" * 32, "照片.jpg"),),
    )
    form.show_filling(filling(revision("r1", content)))
    assert form.content() == content


def test_every_field_that_is_typed_is_answered(form: TaskForm, qtbot) -> None:
    form.show_filling(filling())
    with qtbot.waitSignal(form.edited):
        qtbot.keyClicks(edit(form), "abc")
    edit(form, "problemsEdit").setPlainText("问题")
    edit(form, "nextStepsEdit").setPlainText("打算")
    remark = form.findChild(QLineEdit, "remarkEdit")
    remark.setText("备注")
    picker = form.findChild(QComboBox, "statusPicker")
    picker.setCurrentIndex(picker.findData("done"))
    assert form.content() == db.Content(
        status=db.Status.DONE, narrative="abc", problems="问题", next_steps="打算", remark="备注"
    )


def test_another_task_leaves_nothing_behind_and_nothing_to_undo(form: TaskForm, qtbot) -> None:
    form.show_filling(filling())
    qtbot.keyClicks(edit(form), "abc")
    form.show_filling(filling(revision("r1", db.Content(narrative="已保存"))))
    assert form.content() == db.Content(narrative="已保存")
    edit(form).undo()
    assert edit(form).toPlainText() == "已保存"


def test_last_periods_words_are_shown_and_taken_as_a_start(form: TaskForm, qtbot) -> None:
    form.show_filling(filling(before=db.Content(narrative="一季度累计4079人次。")))
    assert edit(form, "previousNarrative").toPlainText() == "一季度累计4079人次。"
    assert edit(form, "previousNarrative").isReadOnly()
    with qtbot.waitSignal(form.edited):
        form.findChild(QPushButton, "takePreviousButton").click()
    assert form.content().narrative == "一季度累计4079人次。"
    form.findChild(QPushButton, "takePreviousButton").click()
    assert form.content().narrative == "一季度累计4079人次。\n一季度累计4079人次。"


def test_without_a_period_before_there_is_nothing_to_take(form: TaskForm) -> None:
    form.show_filling(filling())
    assert not form.findChild(QPushButton, "takePreviousButton").isEnabled()


def test_paste_takes_the_text_without_its_looks(form: TaskForm) -> None:
    form.show_filling(filling())
    pasted = QMimeData()
    pasted.setHtml("<b>粗体</b><img src='x'>")
    pasted.setText("粗体\r\n第二行")
    edit(form).insertFromMimeData(pasted)
    assert form.content().narrative == "粗体\n第二行"


def test_what_is_being_composed_is_taken_when_asked(form: TaskForm, qtbot) -> None:
    form.show_filling(filling())
    form.show()
    edit(form).setFocus()
    QApplication.sendEvent(edit(form), QInputMethodEvent("已完成", []))
    assert form.composing
    assert form.content().narrative == ""
    qtbot.waitUntil(lambda: QApplication.focusWidget() is edit(form))
    commit_input_method()
    assert not form.composing
    assert form.content().narrative == "已完成"


def test_a_line_that_composes_is_known_too(qtbot) -> None:
    line = LineEdit()
    qtbot.addWidget(line)
    QApplication.sendEvent(line, QInputMethodEvent("yin", []))
    assert line.composing
    event = QInputMethodEvent()
    event.setCommitString("因")
    QApplication.sendEvent(line, event)
    assert not line.composing
    assert line.text() == "因"


@pytest.mark.parametrize(
    ("content", "is_fine"),
    [
        (db.Content(narrative="已完成"), True),
        (db.Content(), False),
        (db.Content(narrative="  \n"), False),
        (db.Content(status=db.Status.DONE), False),
        (db.Content(nothing_new=True), False),
        (db.Content(nothing_new=True, reason="按计划下半年开展"), True),
        (db.Content(status=db.Status.NOT_APPLICABLE, narrative="不适用"), False),
        (db.Content(status=db.Status.NOT_APPLICABLE, reason="任务调整"), True),
    ],
)
def test_what_is_no_entry_is_said(form: TaskForm, content: db.Content, is_fine: bool) -> None:
    form.show_filling(filling())
    assert (form.objection(content) == "") is is_fine


def test_the_reason_is_asked_for_where_it_is_needed(form: TaskForm) -> None:
    form.show_filling(filling())
    reason = form.findChild(QLineEdit, "reasonEdit")
    assert reason.isHidden()
    form.findChild(QCheckBox).setChecked(True)
    assert not reason.isHidden()
    form.findChild(QCheckBox).setChecked(False)
    assert reason.isHidden()


def test_a_status_that_disagrees_with_the_figures_asks_for_a_reason(form: TaskForm) -> None:
    said = db.Content(status=db.Status.ON_TRACK, narrative="x", figures=((HELPED, Decimal(100)),))
    form.show_filling(filling(revision("r1", said)))
    assert not form.findChild(QLineEdit, "reasonEdit").isHidden()
    form.show_filling(filling(revision("r2", replace(said, status=db.Status.BEHIND))))
    assert form.findChild(QLineEdit, "reasonEdit").isHidden()


def test_a_status_that_disagrees_is_not_saved_without_a_reason(form: TaskForm) -> None:
    said = db.Content(status=db.Status.ON_TRACK, narrative="x", figures=((HELPED, Decimal(100)),))
    form.show_filling(filling())
    assert "figures" in form.objection(said)
    assert form.objection(replace(said, reason="下月集中开工")) == ""
    assert form.objection(replace(said, status=db.Status.BEHIND)) == ""


def test_a_screen_reader_hears_the_states_and_the_tab_key_stops_at_no_frame(form: TaskForm) -> None:
    form.show_filling(filling(revision("r1", db.Content(status=db.Status.BEHIND, narrative="x"))))
    form.show()
    spoken = [QAccessible.queryAccessibleInterface(pill) for pill in form.findChildren(Pill)]
    assert {one.role() for one in spoken} == {QAccessible.Role.StaticText}
    assert "Behind" in {one.text(QAccessible.Text.Name) for one in spoken}
    area = form.findChild(QScrollArea)
    assert not area.focusPolicy() & Qt.FocusPolicy.TabFocus


@pytest.mark.parametrize("width", [500, 560, 700, 1000])
def test_every_column_of_the_measures_is_seen(form: TaskForm, width: int, qapp: QApplication) -> None:
    theme.apply_style(qapp)
    form.show_filling(filling())
    form.resize(width, 700)
    form.show()
    table = form.findChild(QTableView, "measureTable")
    header = table.horizontalHeader()
    assert header.length() <= table.viewport().width()
    for column in Column:
        title = str(table.model().headerData(column, Qt.Orientation.Horizontal))
        assert header.sectionSize(column) >= header.fontMetrics().horizontalAdvance(title) + 8, title


def test_a_figure_being_typed_counts_and_nonsense_bars_the_save(form: TaskForm, qtbot) -> None:
    form.show_filling(filling())
    form.show()
    table = form.findChild(QTableView, "measureTable")
    cell = table.model().index(0, Column.NOW)
    table.setCurrentIndex(cell)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    line = table.indexWidget(cell)
    qtbot.keyClicks(line, "4,079")
    assert form.content().figures == ((HELPED, Decimal(4079)),)
    assert form.finish()
    assert cell.data() == "4079"
    qtbot.keyClick(table, Qt.Key.Key_Return)
    line = table.indexWidget(cell)
    line.selectAll()
    qtbot.keyClicks(line, "about40")
    assert form.content().figures == ((HELPED, Decimal(4079)),)
    assert not form.finish()
    assert any("about40" in text for text in said(form))
    form.show_filling(replace(filling(), task=replace(filling().task, id=db.TaskId("other"))))
    assert any("about40" in text for text in said(form))
    qtbot.keyClicks(edit(form), "a")
    assert said(form) == []


def test_figures_in_another_order_are_no_change(form: TaskForm) -> None:
    other = db.MeasureId("m-失业人员再就业")
    content = db.Content(narrative="x", figures=((other, Decimal(2)), (HELPED, Decimal(1))))
    form.show_filling(filling(revision("r1", content)))
    assert form.content() == content


def said(form: TaskForm) -> list[str]:
    from desktop.forms.notice import Notice

    return [notice.text for notice in form.findChildren(Notice) if not notice.isHidden()]


def test_a_conflict_shows_every_version_and_taking_one_only_fills_the_form(form: TaskForm, qtbot) -> None:
    mine = revision("r1", db.Content(narrative="甲版", figures=((HELPED, Decimal(1)),)), "甲")
    other = revision("r2", db.Content(narrative="乙版", problems="缺钱"), "乙")
    form.show_filling(filling(mine, other))
    assert form.content() == db.Content()
    buttons = form.findChildren(QPushButton, "takeVersion")
    assert [button.accessibleDescription().split(" · ")[1][0] for button in buttons] == ["甲", "乙"]
    with qtbot.waitSignal(form.edited):
        buttons[1].click()
    assert form.content() == other.content
    assert any("Press Ctrl+Enter to settle it with these words." in text for text in said(form))
    buttons[0].click()
    assert form.content() == mine.content
    assert form.filling is not None
    assert form.filling.base == ("r1", "r2")


def test_a_version_taken_is_settled_by_saving_only_as_long_as_it_stands_there(form: TaskForm) -> None:
    mine = revision("r1", db.Content(narrative="甲版"), "甲")
    open_ = filling(mine, revision("r2", db.Content(narrative="乙版"), "乙"))
    draft = db.Draft(open_.task.id, HALF.id, "2024-07-01T01:00:00Z", mine.content, open_.base)
    form.show_filling(replace(open_, draft=draft))
    assert any("Press Ctrl+Enter" in text for text in said(form))
    form.show_filling(open_)
    assert not any("Press Ctrl+Enter" in text for text in said(form))


def test_a_word_without_end_makes_no_form_wider(form: TaskForm) -> None:
    long = "https://example.org/" + "7" * 400
    wide = form.minimumSizeHint().width()
    form.resize(900, 600)
    form.show()
    mine = revision("r1", db.Content(narrative=long), "甲")
    form.show_filling(filling(mine, revision("r2", db.Content(narrative="乙版"), "乙")))
    assert form._inner.minimumSizeHint().width() < 900
    assert form.minimumSizeHint().width() == wide
    assert [label.text() for label in form.findChildren(QLabel) if "777" in label.text()] == [long]


def test_a_draft_is_spoken_of_where_something_was_typed(form: TaskForm) -> None:
    form.show_filling(filling())
    assert "draft" not in form.objection(form.content())
    form.findChild(QLineEdit, "remarkEdit").setText("备注")
    assert "draft" in form.objection(form.content())


def test_a_version_that_came_in_meanwhile_is_said_and_the_typing_stays(form: TaskForm, qtbot) -> None:
    seen = filling(revision("r1", db.Content(narrative="旧")))
    form.show_filling(seen)
    edit(form).setPlainText("我的")
    assert said(form) == []
    newer = filling(revision("r2", db.Content(narrative="别人的")))
    form.show_standing(replace(newer, base=seen.base))
    assert form.content().narrative == "我的"
    assert len(said(form)) == 1


def test_what_cannot_be_changed_says_why_and_takes_no_typing(form: TaskForm, qtbot) -> None:
    form.show_filling(filling(revision("r1", db.Content(narrative="已保存")), locked="只读,因为……"))
    assert said(form) == ["只读,因为……"]
    qtbot.keyClicks(edit(form), "abc")
    assert form.content().narrative == "已保存"
    assert not form.findChild(QPushButton, "saveButton").isEnabled()
    assert not form.findChild(QComboBox, "statusPicker").isEnabled()


def test_a_reviewers_comment_is_shown(form: TaskForm) -> None:
    shown = filling(revision("r1", db.Content(narrative="已保存")))
    review = db.Review("v", "3.1#1", HALF.id, "r1", db.Verdict.SEND_BACK, "请补充数字", "李", "", ())
    assert shown.entry is not None
    form.show_filling(replace(shown, entry=replace(shown.entry, review=review)))
    assert any("请补充数字" in text for text in said(form))


def test_everything_one_can_go_to_has_a_name(form: TaskForm) -> None:
    form.show_filling(filling())
    for kind in (TextEdit, LineEdit, QComboBox, QTableView):
        for widget in form.findChildren(kind):
            assert widget.accessibleName(), widget.objectName()
    for button in form.findChildren(QPushButton):
        assert button.text()


def test_figures_of_the_text_are_offered_and_a_mismatch_is_said(form: TaskForm, qtbot) -> None:
    bar = form.findChild(ToldBar)
    form.show_filling(filling())
    assert bar.isHidden()
    edit(form).setPlainText("累计帮扶重点群体4079人次。")
    qtbot.waitUntil(lambda: not bar.isHidden())
    assert "4079" in bar.text
    form.findChild(QPushButton, "fillToldButton").click()
    assert form.content().figures == ((HELPED, Decimal(4079)),)
    qtbot.waitUntil(lambda: "as the table" in bar.text)
    edit(form).setPlainText("累计帮扶重点群体4097人次。")
    below = form.findChild(FindingsPanel, "figureFindings")
    qtbot.waitUntil(lambda: len(below.rows) == 1)
    assert "4097" in below.rows[0].accessibleName()
    assert "4079" in below.rows[0].accessibleName()
    assert bar.isHidden()


def test_tab_goes_through_the_form_as_it_is_read(form: TaskForm, qtbot) -> None:
    form.show_filling(filling())
    form.show()
    table = form.findChild(QTableView, "measureTable")
    table.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is table)
    seen: list[str] = []
    assert filling().task.measures[1:]  # a second figure to stop at
    while "saveButton" not in seen and len(seen) < 12:
        focus = QApplication.focusWidget()
        assert focus is not None
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget().objectName())
    assert seen == [
        "measureTable",
        "narrativeEdit",
        "problemsEdit",
        "nextStepsEdit",
        "attachButton",
        "statusPicker",
        "nothingNewCheck",
        "remarkEdit",
        "saveButton",
    ]
