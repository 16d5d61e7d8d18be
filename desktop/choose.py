"""Asking for files and folders, without a nested event loop; the last folder is remembered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.settings import LAST_FOLDER, Settings


def start_folder(settings: Settings) -> Path:
    """Where to look first: the folder used last, else the person's documents."""
    last = settings.get(LAST_FOLDER)
    if last and Path(last).is_dir():
        return Path(last)
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents) if documents and Path(documents).is_dir() else Path.home()


def existing_file(
    parent: QWidget, settings: Settings, title: str, pattern: str, then: Callable[[Path], None]
) -> QFileDialog:
    """Ask for one file that exists; `pattern` is as in `Shishi files (*.shishi)`."""
    dialog = _dialog(parent, settings, title, pattern)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    return _opened(dialog, settings, lambda paths: then(paths[0]))


def existing_files(
    parent: QWidget, settings: Settings, title: str, pattern: str, then: Callable[[list[Path]], None]
) -> QFileDialog:
    """Ask for one or more files that exist."""
    dialog = _dialog(parent, settings, title, pattern)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    return _opened(dialog, settings, then)


def folder(parent: QWidget, settings: Settings, title: str, then: Callable[[Path], None]) -> QFileDialog:
    """Ask for a folder."""
    dialog = _dialog(parent, settings, title, "")
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    return _opened(dialog, settings, lambda paths: then(paths[0]))


def new_file(
    parent: QWidget,
    settings: Settings,
    title: str,
    pattern: str,
    name: str,
    then: Callable[[Path], None],
    *,
    replace: bool = True,
) -> QFileDialog:
    """Ask where to write.

    The dialog itself asks before a file is replaced; without `replace` whoever writes has to refuse.
    """
    dialog = _dialog(parent, settings, title, pattern)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite, not replace)
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    dialog.selectFile(name)
    return _opened(dialog, settings, lambda paths: then(paths[0]))


def _dialog(parent: QWidget, settings: Settings, title: str, pattern: str) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(start_folder(settings)), pattern)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog


def _opened(dialog: QFileDialog, settings: Settings, then: Callable[[list[Path]], None]) -> QFileDialog:
    def take(names: list[str]) -> None:
        paths = [Path(name) for name in names]
        settings.put(LAST_FOLDER, str(paths[0] if paths[0].is_dir() else paths[0].parent))
        then(paths)

    dialog.filesSelected.connect(take)
    dialog.open()
    return dialog
