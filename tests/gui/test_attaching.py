"""Pictures and files of an entry: dropped, pasted, shown, opened, saved and taken away."""

import struct
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QPushButton

import db
from desktop.forms.attachments import AttachmentList, AttachmentStrip, can_attach
from desktop.forms.thumbnail import MOST_PIXELS, SIDE, encoded, thumbnail
from tests import fill_in_page, rounds
from tests.fill_in_page import ONE, drafts, narrative, notices

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
ledger, session = fill_in_page.ledger, fill_in_page.session
page, settle = fill_in_page.page, fill_in_page.settle


def png(width: int = 300, height: int = 200) -> bytes:
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.red)
    return encoded(picture, 1 << 30)[1]


def bomb(width: int, height: int) -> bytes:
    """A picture whose head says more than its few bytes hold."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(bytes(1000))) + chunk(b"IEND", b"")


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "现场照片.png"
    path.write_bytes(png())
    return path


def drop(page, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    assert can_attach(data)
    event = QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.form.dropEvent(event)


def strip(page) -> AttachmentStrip:
    return page.form.attachments


def test_a_thumbnail_is_small_and_a_bomb_is_none() -> None:
    seen = thumbnail(png(900, 300))
    assert seen is not None
    assert (seen.width(), seen.height()) == (SIDE, SIDE // 3)
    assert thumbnail(bomb(60_000, 60_000)) is None
    assert thumbnail(bomb(6, MOST_PIXELS // 6 + 1)) is None
    assert thumbnail(b"no picture") is None
    assert thumbnail(b"<svg xmlns='http://www.w3.org/2000/svg' width='5' height='5'/>") is None


def test_a_pasted_picture_that_is_too_large_as_png_becomes_a_jpeg() -> None:
    picture = QImage(64, 64, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    assert encoded(picture, 1 << 20)[0] == ".png"
    suffix, data = encoded(picture, 10)
    assert suffix == ".jpg"
    assert thumbnail(data) is not None


def test_dropped_files_are_kept_with_the_draft_and_come_back(page, session, settle, picture: Path) -> None:
    other = picture.with_name("说明.txt")
    other.write_text("说明")
    drop(page, picture, other)
    settle()
    assert [ref.name for ref in strip(page).refs] == ["现场照片.png", "说明.txt"]
    page.commit()
    settle()
    assert [ref.name for ref in drafts(session)[ONE].content.attachments] == ["现场照片.png", "说明.txt"]
    page.next()
    assert strip(page).refs == ()
    assert strip(page).isHidden()
    page.previous()
    settle()
    shown = page.form.findChild(AttachmentList)
    assert shown.count() == 2
    assert "现场照片.png" in shown.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert shown.item(0).icon().availableSizes()[0].width() == SIDE


def test_the_limits_are_said_before_anything_is_chosen(page) -> None:
    button = page.form.findChild(QPushButton, "attachButton")
    assert "5 MB" in button.text()
    assert "20" in button.accessibleDescription()


def test_what_is_too_large_or_too_many_is_said_and_the_rest_is_added(page, settle, picture: Path) -> None:
    large = picture.with_name("大.bin")
    large.write_bytes(bytes(db.MOST_BYTES_ATTACHED + 1))
    drop(page, large, picture)
    settle()
    assert [ref.name for ref in strip(page).refs] == ["现场照片.png"]
    assert any("5 MB" in text for text in notices(page))
    drop(page, *[picture] * db.MOST_ATTACHMENTS)
    settle()
    assert len(strip(page).refs) == 1
    assert any("nothing was added" in text for text in notices(page))


def test_a_picture_is_pasted_into_the_text_and_into_the_strip(page, qtbot, settle) -> None:
    data = QMimeData()
    data.setImageData(QImage(20, 20, QImage.Format.Format_RGB32))
    QApplication.clipboard().setMimeData(data)
    narrative(page).setFocus()
    qtbot.keyClick(narrative(page), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert len(strip(page).refs) == 1
    assert narrative(page).text() == ""
    data = QMimeData()
    data.setImageData(QImage(30, 20, QImage.Format.Format_RGB32))
    QApplication.clipboard().setMimeData(data)
    qtbot.keyClick(strip(page).list, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert len(strip(page).refs) == 2


def test_delete_takes_one_away_and_undo_brings_it_back(page, qtbot, settle, picture: Path) -> None:
    drop(page, picture)
    settle()
    shown = strip(page).list
    shown.setFocus()
    qtbot.keyClick(shown, Qt.Key.Key_Delete)
    assert strip(page).refs == ()
    assert QApplication.focusWidget().objectName() == "attachButton"
    page.form.undo()
    assert [ref.name for ref in strip(page).refs] == ["现场照片.png"]


def test_enter_opens_a_copy_and_a_program_is_only_saved(
    page, qtbot, settle, picture: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()) or True)
    program = picture.with_name("照片.png.exe")
    program.write_bytes(b"MZ")
    drop(page, picture, program)
    settle()
    shown = strip(page).list
    shown.setCurrentRow(0)
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    settle()
    assert Path(opened[0]).read_bytes() == picture.read_bytes()
    assert Path(opened[0]) != picture
    shown.setCurrentRow(1)
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    settle()
    assert len(opened) == 1
    box = page.form.findChild(QMessageBox)
    assert "照片.png.exe" in box.text()
    next(button for button in box.buttons() if "Save as" in button.text()).click()
    dialog = page.form.findChild(QFileDialog)
    assert dialog is not None
    dialog.filesSelected.emit([str(picture.with_name("取出.exe"))])
    settle()
    assert picture.with_name("取出.exe").read_bytes() == b"MZ"
    dialog.close()


def test_an_attachment_of_a_task_that_was_left_is_said(page, session, settle, picture: Path) -> None:
    drop(page, picture)
    page.next()
    settle()
    assert strip(page).refs == ()
    assert any("another task" in text for text in notices(page))


def test_what_nothing_names_is_dropped_when_the_file_is_left(
    page, session, qtbot, settle, ledger: Path, picture: Path
) -> None:
    drop(page, picture)
    settle()
    strip(page).remove(strip(page).refs[0])
    page.commit()
    settle()
    with qtbot.waitSignal(session.closed):
        session.close()
    settle()
    with rounds.open_ledger(ledger) as opened:
        assert opened.rows("SELECT count(*) FROM attachment") == [(0,)]
