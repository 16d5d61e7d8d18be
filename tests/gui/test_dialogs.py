"""Dialogs: making a return, issuing, a new ledger from a table, the sample, printing."""

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QLineEdit, QListWidget, QPushButton

import db
from desktop import choose, theme
from desktop.dialogs.about import AboutDialog
from desktop.dialogs.issue import IssueDialog
from desktop.dialogs.make_return import MakeReturnDialog
from desktop.dialogs.new_from_table import TABLES, NewFromTableDialog
from desktop.dialogs.print_sheets import PrintSheetsDialog
from desktop.dialogs.sample import make_sample
from desktop.messages import show_error
from desktop.session import Session
from desktop.settings import AUTHOR, LAST_FOLDER, RETURN_SHEETS, Settings
from tests import rounds

ONE, THREE = db.TaskId("t1.1"), db.TaskId("t1.3")
PERIOD = db.PeriodId("p1")


@pytest.fixture
def session(qtbot) -> Iterator[Session]:
    session = Session()
    yield session
    session.stop()


@pytest.fixture
def settle(qtbot, session: Session):
    return lambda: qtbot.waitUntil(lambda: not session.busy)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    folder = tmp_path / "folder"
    folder.mkdir()
    settings = Settings()
    settings.put(LAST_FOLDER, str(folder))
    return settings


@pytest.fixture
def sample_fill_in(tmp_path: Path) -> Path:
    """What one unit is issued of the imported sample; nobody has touched its text."""
    db.import_sample(tmp_path / "l.shishi")
    with rounds.open_ledger(tmp_path / "l.shishi") as ledger:
        (plan,) = db.plans(ledger)
        return db.issue(ledger, plan, plan.periods[0], tmp_path, units=[db.lead_units(plan)[0].id])[0].path


def opened(qtbot, session: Session, path: Path) -> None:
    with qtbot.waitSignal(session.shown):
        session.open(path)


def click(qtbot, button: QPushButton) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def texts(dialog: QDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def test_make_return_says_what_is_missing_and_writes_one_file(
    qtbot, session: Session, settle, settings: Settings, fill_in_file: Path, tmp_path: Path
):
    rounds.say(fill_in_file, "1.1", "完成100个")
    opened(qtbot, session, fill_in_file)
    dialog = MakeReturnDialog(session, settings)
    qtbot.addWidget(dialog)
    dialog.show()
    settle()
    assert [item.split("  ")[0] for item in told(dialog)] == ["Check"]
    assert "1.3" in told(dialog)[0]
    dialog.sheets.setChecked(False)
    qtbot.keyClicks(dialog.findChildren(QLineEdit)[0], "Zhang San")
    click(qtbot, dialog.agree)
    settle()
    (written,) = (tmp_path / "folder").iterdir()
    with rounds.open_ledger(written) as file:
        assert file.kind is db.FileKind.RETURN
        code = file.one("SELECT check_code FROM return")[0]
    qtbot.waitUntil(lambda: written.name in texts(dialog))
    assert code in texts(dialog)
    assert dialog.agree.text() == "Open the folder"
    assert Settings().get(AUTHOR) == session.author == "Zhang San"


def test_make_return_that_fails_says_why_and_can_be_tried_again(
    qtbot, session: Session, settle, settings: Settings, fill_in_file: Path, tmp_path: Path
):
    rounds.say(fill_in_file, "1.1", "完成100个")
    opened(qtbot, session, fill_in_file)
    dialog = MakeReturnDialog(session, settings)
    qtbot.addWidget(dialog)
    dialog.show()
    (tmp_path / "folder").rmdir()
    (tmp_path / "folder").write_text("in the way")
    click(qtbot, dialog.agree)
    settle()
    assert dialog.note.isVisible()
    assert dialog.agree.isEnabled()
    (tmp_path / "folder").unlink()
    (tmp_path / "folder").mkdir()
    click(qtbot, dialog.agree)
    settle()
    assert not dialog.note.isVisible()
    assert len(list((tmp_path / "folder").glob("*.shishi"))) == 1


def told(dialog: MakeReturnDialog) -> list[str]:
    return [dialog.findings.item(row).text() for row in range(dialog.findings.count())]


def test_make_return_checks_and_goes_back_to_the_task(
    qtbot, session: Session, settle, settings: Settings, fill_in_file: Path
):
    content = db.Content(
        status=db.Status.ON_TRACK, narrative="完成1个", figures=((db.MeasureId("m1"), Decimal(1)),)
    )
    with rounds.open_ledger(fill_in_file) as file:
        db.save_entry(file, ONE, PERIOD, content, author="x", unit=db.terms(file).unit)
        db.save_draft(file, db.Draft(THREE, PERIOD, db.now(), db.Content(narrative="写了一半")))
    opened(qtbot, session, fill_in_file)
    parent = QLabel()
    qtbot.addWidget(parent)
    dialog = MakeReturnDialog(session, settings, parent)
    dialog.show()
    settle()
    assert any("1.1#1" in line for line in told(dialog))  # behind the year
    assert any("1.3#1" in line and "draft" in line for line in told(dialog))
    row = next(n for n, line in enumerate(told(dialog)) if "draft" in line)
    dialog.findings.setCurrentRow(row)
    with qtbot.waitSignal(dialog.task_wanted) as wanted:
        qtbot.keyClick(dialog.findings, Qt.Key.Key_Return)
    assert wanted.args == [THREE, None]
    qtbot.waitUntil(lambda: not parent.findChildren(QDialog))


def test_make_return_says_of_imported_words_that_they_become_the_units(
    qtbot, session: Session, settle, settings: Settings, sample_fill_in: Path
):
    opened(qtbot, session, sample_fill_in)
    dialog = MakeReturnDialog(session, settings)
    qtbot.addWidget(dialog)
    dialog.show()
    settle()
    tasks = len(session.view.terms.tasks)
    assert sum("imported table" in line for line in told(dialog)) == tasks


def test_make_return_writes_the_sheets_beside_it(
    qtbot, session: Session, settle, settings: Settings, fill_in_file: Path, tmp_path: Path
):
    rounds.say(fill_in_file, "1.1", "完成100个")
    opened(qtbot, session, fill_in_file)
    dialog = MakeReturnDialog(session, settings)
    qtbot.addWidget(dialog)
    dialog.show()
    settle()
    assert dialog.sheets.isChecked()
    click(qtbot, dialog.agree)
    settle()
    qtbot.waitUntil(lambda: not session.busy)
    (file,) = (tmp_path / "folder").glob("*.shishi")
    sheets = file.with_suffix(".pdf")
    assert sheets.read_bytes().startswith(b"%PDF")
    assert sheets.name in texts(dialog)
    assert Settings().get(RETURN_SHEETS) is True


def test_issue_writes_a_file_for_each_chosen_unit(
    qtbot, session: Session, settle, settings: Settings, ledger_file: Path, tmp_path: Path
):
    opened(qtbot, session, ledger_file)
    dialog = IssueDialog(session, settings)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.agree.text() == "Issue to 2 units"
    units = dialog.findChild(QListWidget, "unitList")
    units.setCurrentRow(1)
    qtbot.keyClick(units, Qt.Key.Key_Space)
    assert dialog.agree.text() == "Issue to 1 unit"
    dialog._due.setDate(QDate(2024, 4, 8))
    click(qtbot, dialog.agree)
    settle()
    (written,) = (tmp_path / "folder").iterdir()
    with rounds.open_ledger(written) as file:
        terms = db.terms(file)
    assert terms is not None
    assert (terms.unit, terms.due.isoformat()) == ("教育局", "2024-04-08")
    assert "1 file written" in dialog.note.text()


def test_issue_opens_the_next_period(qtbot, session: Session, settle, settings: Settings, ledger_file: Path):
    opened(qtbot, session, ledger_file)
    dialog = IssueDialog(session, settings)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog._period.setCurrentText("1-6月")
    assert dialog._due.date() == QDate(2024, 7, 5)
    click(qtbot, dialog.agree)
    settle()
    assert [period.label for period in session.view.plan.periods] == ["1-3月", "1-6月"]


def test_issue_needs_a_unit(qtbot, session: Session, settings: Settings, ledger_file: Path):
    opened(qtbot, session, ledger_file)
    dialog = IssueDialog(session, settings)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClick(dialog._all, Qt.Key.Key_Space)
    assert not dialog.agree.isEnabled()
    qtbot.keyClick(dialog._all, Qt.Key.Key_Space)
    assert dialog.agree.text() == "Issue to 2 units"


@pytest.mark.parametrize("suffix", [".pdf", ".doc"])
def test_only_formats_that_are_read_are_offered(
    qtbot, session: Session, settle, settings: Settings, tmp_path: Path, suffix: str
):
    unread = tmp_path / f"table{suffix}"
    unread.write_bytes(bytes(range(256)) * 20)
    dialog = NewFromTableDialog(session, settings)
    qtbot.addWidget(dialog)
    dialog.show()
    assert f"*{suffix}" not in TABLES.split()
    assert suffix.removeprefix(".") not in re.findall(r"\w+", dialog.told.text().lower())
    dialog.read(unread)
    settle()
    assert dialog.note.isVisible()
    assert not re.search(rf"{suffix}\b", dialog.note.text().replace(unread.name, ""))


def test_a_table_is_shown_before_it_is_kept(
    qapp, qtbot, session: Session, settle, settings: Settings, tmp_path: Path
):
    parent = QLabel()
    qtbot.addWidget(parent)
    dialog = NewFromTableDialog(session, settings, parent)
    theme.apply_style(qapp)
    dialog.show()
    assert not dialog.agree.isEnabled()
    dialog.read(db.sample_table())
    settle()
    assert "10 categories, 47 items, 56 tasks, 21 lead units; 1-3月" in texts(dialog)
    line = dialog._year.lineEdit()
    assert line.width() >= line.fontMetrics().horizontalAdvance(dialog._year.text())
    findings = dialog.findChild(QListWidget, "findingList")
    assert any("7.4#2" in findings.item(row).text() for row in range(findings.count()))
    assert list((tmp_path / "folder").iterdir()) == []
    dialog._title.setText("滨江实事")
    dialog._year.setValue(2023)
    target = tmp_path / "folder" / "新台账.shishi"
    with qtbot.waitSignal(dialog.made) as made:
        dialog._keep(target)
    assert made.args == [target]
    with rounds.open_ledger(target) as ledger:
        plan = db.plans(ledger)[0]
    assert (plan.title, plan.year) == ("滨江实事", 2023)


def test_a_file_that_is_no_table_is_told_and_another_can_be_chosen(
    qtbot, session: Session, settle, settings: Settings, tmp_path: Path
):
    wrong = tmp_path / "wrong.txt"
    wrong.write_text("nothing to see")
    dialog = NewFromTableDialog(session, settings)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.read(wrong)
    settle()
    assert "No table" in dialog.note.text()
    assert not dialog.agree.isEnabled()
    dialog.read(db.sample_table())
    settle()
    assert not dialog.note.isVisible()
    assert dialog.agree.isEnabled()


def test_keeping_never_adds_to_a_ledger_that_is_there(
    qtbot, session: Session, settle, settings: Settings, ledger_file: Path
):
    before = ledger_file.read_bytes()
    dialog = NewFromTableDialog(session, settings)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.read(db.sample_table())
    settle()
    dialog._keep(ledger_file)
    settle()
    assert "was not overwritten" in dialog.note.text()
    assert ledger_file.read_bytes() == before


def test_the_sample_is_a_ledger_of_its_own(
    qtbot, session: Session, settle, settings: Settings, tmp_path: Path
):
    parent = QLabel()
    qtbot.addWidget(parent)
    parent.show()
    heard: list[Path] = []
    make_sample(parent, session, settings, heard.append)
    (dialog,) = parent.findChildren(QFileDialog)
    target = tmp_path / "folder" / "试用.shishi"
    dialog.filesSelected.emit([str(target)])
    dialog.close()
    settle()
    assert heard == [target]
    opened(qtbot, session, target)
    assert sum(1 for _ in session.view.plan.tasks()) == 56


def test_the_folder_chosen_last_is_offered_next(qtbot, settings: Settings, tmp_path: Path):
    parent = QLabel()
    qtbot.addWidget(parent)
    other = tmp_path / "other"
    other.mkdir()
    dialog = choose.folder(parent, settings, "Folder", lambda _: None)
    dialog.filesSelected.emit([str(other)])
    dialog.close()
    assert choose.start_folder(Settings()) == other


def test_printing_begins_with_the_task_that_is_shown(
    qtbot, session: Session, settle, settings: Settings, fill_in_file: Path
):
    opened(qtbot, session, fill_in_file)
    dialog = PrintSheetsDialog(session, settings, ONE)
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.area.preview.drawn):
        dialog.show()
    assert dialog.area.preview.page_count == 1
    with qtbot.waitSignal(dialog.area.preview.drawn):
        qtbot.keyClick(dialog.area.panel.which, Qt.Key.Key_Down)
    assert dialog.area.preview.page_count == 2
    settle()


def test_about_says_which_version(qtbot):
    from desktop import __version__

    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    dialog.show()
    assert __version__ in texts(dialog)


def test_what_the_person_cancelled_is_not_shown_as_an_error(qtbot):
    parent = QLabel()
    qtbot.addWidget(parent)
    show_error(parent, db.Cancelled())
    assert parent.findChildren(QDialog) == []
