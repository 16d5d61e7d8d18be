"""The pictures and files of an entry, in a strip below its texts. It reads and writes no file itself."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QLocale, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QIcon,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPixmap,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QWidget,
)

import db
from desktop import icons, theme

ICON = 40
ROW = 54
"""Height of the strip with attachments in it."""
LONGEST = 22
"""Characters of a name that are shown."""


class Role(IntEnum):
    """What an item of the list knows."""

    REF = Qt.ItemDataRole.UserRole + 1


class AttachmentList(QListWidget):
    """One item an attachment. Enter opens, Delete takes away, Ctrl+V pastes, the menu key shows the rest."""

    open_wanted = Signal(object)
    save_wanted = Signal(object)
    remove_wanted = Signal(object)
    pasted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("attachmentList")
        self.setAccessibleName(self.tr("Attachments"))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setIconSize(QSize(ICON, ICON))
        self.setFixedHeight(ROW)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        theme.set_role(self, "boxed")
        self.locked = False
        self.itemActivated.connect(lambda item: self.open_wanted.emit(item.data(Role.REF)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys for what the menu offers."""
        item = self.currentItem()
        data = QGuiApplication.clipboard().mimeData()
        if event.matches(QKeySequence.StandardKey.Paste) and data is not None and not self.locked:
            self.pasted.emit(data)
        elif event.matches(QKeySequence.StandardKey.Delete) and item is not None and not self.locked:
            self.remove_wanted.emit(item.data(Role.REF))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() and item:
            self.open_wanted.emit(item.data(Role.REF))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open, save, take away."""
        item = self.currentItem()
        if item is None:
            return
        ref = item.data(Role.REF)
        menu = QMenu(self)
        menu.setObjectName("attachmentMenu")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(f"{self.tr('Open')}\tEnter", lambda: self.open_wanted.emit(ref))
        menu.addAction(self.tr("Save as…"), lambda: self.save_wanted.emit(ref))
        if not self.locked:
            menu.addAction(f"{self.tr('Take away')}\tDel", lambda: self.remove_wanted.emit(ref))
        menu.popup(event.globalPos())


class AttachmentStrip(QWidget):
    """Hidden until there is something in it. Its button stands elsewhere, and says the limits beforehand."""

    edited = Signal()
    """A person took one away."""
    added = Signal(object)
    """Files or a picture to be attached: a `QMimeData`."""
    choose_wanted = Signal()
    """Files are to be chosen."""
    open_wanted = Signal(object)
    save_wanted = Signal(object)
    looked_for = Signal(object)
    """These `AttachmentRef`s are shown: pictures and sizes are wanted for them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("attachmentStrip")
        self._refs: tuple[db.AttachmentRef, ...] = ()
        self._pictures: dict[str, QIcon] = {}
        self.list = AttachmentList(self)
        self.list.remove_wanted.connect(self.remove)
        self.list.open_wanted.connect(self.open_wanted)
        self.list.save_wanted.connect(self.save_wanted)
        self.list.pasted.connect(self.added)
        self._label = QLabel(self.tr("Attachments"), self)
        self._label.setBuddy(self.list)
        text = self.tr("Attach pictures or files… (up to {size} MB each)")
        self.button = QPushButton(text.format(size=db.MOST_BYTES_ATTACHED // 1024 // 1024))
        self.button.setObjectName("attachButton")
        self.button.setAccessibleDescription(self._limits())
        self.button.setToolTip(self._limits())
        theme.set_role(self.button, "small")
        self.button.clicked.connect(self.choose_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GAP_SMALL)
        row.addWidget(self._label)
        row.addWidget(self.list, 1)
        self.hide()

    @property
    def refs(self) -> tuple[db.AttachmentRef, ...]:
        """What stands in the strip."""
        return self._refs

    @property
    def stops(self) -> list[QWidget]:
        """What the tab key comes to."""
        return [self.button, self.list]

    def give(self, refs: tuple[db.AttachmentRef, ...]) -> None:
        """Show these in place of what stands here."""
        if refs == self._refs:
            return
        self._refs = refs
        row = self.list.currentRow()
        self.list.clear()
        for ref in refs:
            self.list.addItem(self._item(ref))
        self.list.setCurrentRow(min(max(row, 0), len(refs) - 1))
        self.setVisible(bool(refs))
        unknown = tuple(ref for ref in refs if ref.sha256 not in self._pictures)
        if unknown:
            self.looked_for.emit(unknown)

    def add(self, refs: tuple[db.AttachmentRef, ...]) -> None:
        """More of them; what is there already stays once."""
        self.give(tuple(dict.fromkeys((*self._refs, *refs))))

    def remove(self, ref: db.AttachmentRef) -> None:
        """Take one away, as a person does."""
        had_focus = self.list.hasFocus()
        self.give(tuple(one for one in self._refs if one != ref))
        if had_focus and not self._refs:
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def lock(self, *, is_locked: bool) -> None:
        """Whether any can be added or taken away."""
        self.list.locked = is_locked
        self.button.setVisible(not is_locked)

    def show_picture(self, ref: db.AttachmentRef, picture: QImage | None, size: int | None) -> None:
        """Show what the worker made of an attachment; `size` in bytes, None where it is not in the file."""
        icon = QIcon(QPixmap.fromImage(picture)) if picture is not None else _file_icon()
        self._pictures[ref.sha256] = icon
        for item in self._items(ref):
            item.setIcon(icon)
            told = self.tr("not in this file") if size is None else QLocale().formattedDataSize(size)
            item.setToolTip(f"{ref.name}\n{told}")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{ref.name}, {told}")

    def forget(self) -> None:
        """Another file is open."""
        self._pictures.clear()
        self.give(())

    def _items(self, ref: db.AttachmentRef) -> list[QListWidgetItem]:
        every = [self.list.item(row) for row in range(self.list.count())]
        return [item for item in every if item.data(Role.REF).sha256 == ref.sha256]

    def _item(self, ref: db.AttachmentRef) -> QListWidgetItem:
        name = ref.name
        shown = name if len(name) <= LONGEST else f"{name[: LONGEST - 10]}…{name[-9:]}"
        item = QListWidgetItem(self._pictures.get(ref.sha256, _file_icon()), shown)
        item.setData(Role.REF, ref)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, name)
        item.setToolTip(name)
        return item

    def _limits(self) -> str:
        told = self.tr(
            "Pictures and files can be dropped on the form and pasted: up to {size} MB each, {count} an "
            "entry. They travel with the return."
        )
        return told.format(size=db.MOST_BYTES_ATTACHED // 1024 // 1024, count=db.MOST_ATTACHMENTS)


def can_attach(data: QMimeData) -> bool:
    """Whether files or a picture are dropped or pasted."""
    return any(url.isLocalFile() for url in data.urls()) or data.hasImage()


def _file_icon() -> QIcon:
    return QIcon(icons.pixmap("file", ICON, theme.colours().muted))
