"""Brings attachments into the file and out of it: between the strip of the form and the session."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDateTime, QMimeData, QObject, QTemporaryDir, QUrl
from PySide6.QtGui import QDesktopServices, QImage

import db
from desktop import choose, messages, operations
from desktop.forms.thumbnail import encoded, thumbnail
from desktop.session import Session
from desktop.settings import Settings

if TYPE_CHECKING:
    from db import AttachmentRef, Ledger, ShishiError
    from desktop.forms.task_form import TaskForm

SHOWN = frozenset(
    (
        *("png", "jpg", "jpeg", "bmp", "gif", "webp", "tif", "tiff", "heic", "mp4", "mov", "mp3", "m4a"),
        *("pdf", "ofd", "txt", "csv", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "wps", "et", "dps"),
        *("odt", "ods", "odp", "wav"),
    )
)
"""What is opened from here. Anything else may be a program, or carry one: it can only be saved."""
_RAW = ("image/png", "image/jpeg")


@dataclass(frozen=True, slots=True)
class Pasted:
    """A picture from the clipboard: its bytes as they came, or unpacked."""

    name: str
    """Without suffix."""
    data: bytes | QImage
    suffix: str = ""


Source = Path | Pasted


@dataclass(frozen=True, slots=True)
class Attached:
    """What came of it: each source is one or the other."""

    refs: tuple[AttachmentRef, ...]
    errors: tuple[ShishiError, ...]


def sources_of(data: QMimeData) -> list[Source]:
    """What is dropped or pasted: files, else a picture. A raw picture is not unpacked here."""
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    if files:
        return list(files)
    stamp = QDateTime.currentDateTime().toString("yyyyMMdd-HHmmss")
    name = QCoreApplication.translate("Attacher", "Picture {time}").format(time=stamp)
    for kind in _RAW:
        if data.hasFormat(kind):
            return [Pasted(name, bytes(data.data(kind).data()), f".{kind[6:].replace('jpeg', 'jpg')}")]
    picture = data.imageData()
    return [Pasted(name, picture)] if isinstance(picture, QImage) and not picture.isNull() else []


def attach(ledger: Ledger, sources: Sequence[Source]) -> Attached:
    """Put each into the file; what cannot be is told. Runs on the worker."""
    refs: list[AttachmentRef] = []
    errors: list[ShishiError] = []
    for source in sources:
        try:
            refs.append(_attach_one(ledger, source))
        except db.ShishiError as error:
            errors.append(error)
    return Attached(tuple(refs), tuple(errors))


def _attach_one(ledger: Ledger, source: Source) -> AttachmentRef:
    if isinstance(source, Path):
        return db.attach_file(ledger, source)
    if isinstance(source.data, bytes):
        return db.attach_bytes(ledger, source.name + source.suffix, source.data)
    suffix, data = encoded(source.data, db.MOST_BYTES_ATTACHED)
    return db.attach_bytes(ledger, source.name + suffix, data)


class Attacher(QObject):
    """Does what the strip asks for."""

    def __init__(self, session: Session, form: TaskForm, settings: Settings) -> None:
        super().__init__(form)
        self._session = session
        self._form = form
        self._settings = settings
        self._folder: QTemporaryDir | None = None
        """Of what was opened; gone with the window."""
        self._unseen: list[AttachmentRef] = []
        self._is_looking = False
        strip = form.attachments
        strip.added.connect(lambda data: self.add(sources_of(data)))
        strip.choose_wanted.connect(self._choose)
        strip.open_wanted.connect(self.open)
        strip.save_wanted.connect(self.save_as)
        strip.looked_for.connect(self._look_for)
        session.opened.connect(self._forget)
        session.closed.connect(self._forget)
        self._look_for(strip.refs)

    def add(self, sources: Sequence[Source]) -> None:
        """Put files and pictures into the file, and their names into the row in the form."""
        filling, form = self._form.filling, self._form
        if filling is None or filling.locked or not sources:
            return
        if len(form.attachments.refs) + len(sources) > db.MOST_ATTACHMENTS:
            form.say(
                self.tr("An entry takes {count} attachments at most; nothing was added.").format(
                    count=db.MOST_ATTACHMENTS
                )
            )
            return
        place = (filling.task.id, filling.period.id)

        def then(attached: Attached) -> None:
            now = form.filling
            said = [messages.sentence_of(error) for error in attached.errors]
            if now is not None and (now.task.id, now.period.id) == place and not now.locked:
                if attached.refs:
                    form.attach(attached.refs)
            elif attached.refs:
                said.append(
                    self.tr("You went on to another task before it was attached: add it there again.")
                )
            form.say("\n".join(said))

        form.say(self.tr("Attaching…"), "note")
        command = operations.attach(lambda ledger: attach(ledger, sources))
        self._session.run(command, then, receiver=self)

    def open(self, ref: AttachmentRef) -> None:
        """Show a copy in the program that the computer has for it; what could be a program is only saved."""
        suffix = Path(db.attachment_file_name(ref)).suffix.lower().removeprefix(".")
        if suffix not in SHOWN:
            messages.ask(
                self._form,
                self.tr("“{name}” is not opened from here.").format(name=ref.name),
                self.tr(
                    "A file of this kind may run as a program. Save it, and open it only if you trust it."
                ),
                self.tr("Save as…"),
                lambda: self.save_as(ref),
            )
            return
        if self._folder is None:
            self._folder = QTemporaryDir()
        folder = Path(self._folder.path())

        def show(path: Path) -> None:
            if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
                self._form.say(
                    self.tr("This computer has no program for “{name}”. Save it instead.").format(
                        name=ref.name
                    )
                )

        self._session.query(lambda ledger: db.lend_attachment(ledger, ref, folder), show, receiver=self)

    def save_as(self, ref: AttachmentRef) -> None:
        """Ask where to, and write it there."""
        name = db.attachment_file_name(ref)

        def write(path: Path) -> None:
            said = self.tr("“{name}” is saved in {folder}.").format(name=path.name, folder=path.parent)
            self._session.query(
                lambda ledger: db.save_attachment(ledger, ref, path),
                lambda _: self._form.say(said, "done"),
                receiver=self,
            )

        choose.new_file(self._form, self._settings, self.tr("Save the attachment"), "", name, write)

    def _choose(self) -> None:
        def take(paths: list[Path]) -> None:
            self.add(paths)

        title = self.tr("Add attachments, up to {size} MB each").format(
            size=db.MOST_BYTES_ATTACHED // 1024 // 1024
        )
        choose.existing_files(self._form, self._settings, title, "", take)

    def _look_for(self, refs: Sequence[AttachmentRef]) -> None:
        self._unseen += [ref for ref in refs if ref not in self._unseen]
        if not self._is_looking:
            self._look_at_next()

    def _look_at_next(self) -> None:
        """One after the other, so that a draft need not wait for all of them."""
        self._is_looking = bool(self._unseen)
        if not self._is_looking:
            return
        ref = self._unseen.pop(0)

        def look(ledger: Ledger) -> tuple[QImage | None, int]:
            data = db.attachment(ledger, ref)
            return thumbnail(data), len(data)

        def then(seen: tuple[QImage | None, int]) -> None:
            self._form.attachments.show_picture(ref, *seen)
            self._look_at_next()

        def failed(_: ShishiError) -> None:
            self._form.attachments.show_picture(ref, None, None)  # which says that it is not here
            self._look_at_next()

        self._session.query(look, then, failed, receiver=self)

    def _forget(self) -> None:
        self._unseen = []
        self._folder = None
