"""What is pasted comes in as clean text, in one step."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.forms.html_text import text_of_html
from desktop.forms.pasted import clean, one_line, pasted_text
from tests import fill_in_page
from tests.fill_in_page import narrative

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
ledger, session = fill_in_page.ledger, fill_in_page.session
page, settle = fill_in_page.page, fill_in_page.settle

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style>
<!--[if gte mso 9]><xml>junk</xml><![endif]--></head><body><!--StartFragment-->
<p class=MsoNormal>一季度,<b>新增学位</b>100个:</p>
<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;&nbsp;</span></span>
<![endif]>招标已完成;</p>
<p class=MsoListParagraph><span style='mso-list:Ignore'>2.<span>&nbsp;</span></span>开工率85%。</p>
<table><tr><td><p>学校</p></td><td><p>学位</p></td></tr><tr><td>江南</td><td>60</td></tr></table>
<!--EndFragment--></body></html>"""


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (WORD, "一季度,新增学位100个:\n1. 招标已完成;\n2. 开工率85%。\n学校\t学位\n江南\t60"),
        ("<ol start=3><li>甲</li><li>乙</li></ol><p>丙</p>", "3. 甲\n4. 乙\n丙"),
        ("<ol><li>甲<ol><li>子</li></ol></li><li value=7>乙</li></ol>", "1. 甲\n1. 子\n7. 乙"),
        ("<ul><li>甲</li><li>乙</li></ul>", "甲\n乙"),
        ("<script>alert(1)</script><p>a<br>b</p>", "a\nb"),
        ("<li>" * 3000 + "x", "x"),
    ],
)
def test_lists_and_tables_of_a_page(source: str, text: str) -> None:
    assert clean(text_of_html(source)) == text


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("一、\u200b甲\ufeff。", "一、甲。"),
        ("a\r\nb\x0bc  \n\n\n\nd\n\n", "a\nb\nc\n\nd"),
        ("word ", "word "),
        ("“半”和”全“,;。", "“半”和”全“,;。"),
        ("甲\u00a0乙", "甲 乙"),
        ("甲\t乙\n丙\t丁\n", "甲\t乙\n丙\t丁"),
    ],
)
def test_junk_goes_and_punctuation_stays(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


@given(st.text())
def test_clean_is_clean_already(text: str) -> None:
    assert clean(clean(text)) == clean(text)


def test_plain_text_is_taken_where_the_page_has_no_shape() -> None:
    data = QMimeData()
    data.setText("plain")
    data.setHtml("<p>html</p>")
    assert pasted_text(data) == "plain"
    assert one_line("a\n b\tc\n") == "a b c"


def paste(qtbot, widget, html: str = "", text: str = "") -> None:
    data = QMimeData()
    data.setText(text)
    if html:
        data.setHtml(html)
    QApplication.clipboard().setMimeData(data)
    qtbot.keyClick(widget, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_a_paste_is_one_step(page, qtbot) -> None:
    editor = narrative(page)
    editor.setFocus()
    qtbot.keyClicks(editor, "x")
    paste(qtbot, editor, html="<ol><li>甲</li><li>乙</li></ol>", text="甲 乙")
    assert editor.text() == "x1. 甲\n2. 乙"
    page.form.undo()
    assert editor.text() == "x"


def test_a_line_takes_what_is_pasted_as_one_line(page, qtbot) -> None:
    remark = page.form.findChild(QLineEdit, "remarkEdit")
    remark.setFocus()
    paste(qtbot, remark, text="甲\r\n乙\n")
    assert remark.text() == "甲 乙"
