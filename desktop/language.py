"""Which language the window speaks, and the translators for it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

import db
from desktop.settings import LANGUAGE, Settings

LANGUAGES = {"zh_CN": "简体中文", "zh_TW": "繁體中文", "en": "English"}
"""Locale names and what each language calls itself (never translated)."""


def language_of(locale: QLocale) -> str:
    """The one of `LANGUAGES` for a locale: traditional script wherever it is written."""
    if locale.language() is not QLocale.Language.Chinese:
        return "en"
    traditional = locale.script() is QLocale.Script.TraditionalHanScript
    return "zh_TW" if traditional else "zh_CN"


def install(application: QCoreApplication, settings: Settings) -> str:
    """Speak the language chosen in the settings, else the system's. Returns its name."""
    chosen = settings.get(LANGUAGE)
    language = chosen if chosen in LANGUAGES else language_of(QLocale.system())
    if chosen or language != "en":
        QLocale.setDefault(QLocale(language))
    _load(application, str(db.resource("translations", f"shishi_{language}.qm")))
    return language


def install_qt(application: QCoreApplication, language: str) -> None:
    """Load Qt's own words (file dialogs, edit menus): not needed before the window is painted."""
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if language != "en":
        _load(application, f"{folder}/qtbase_{language}.qm")


def _load(application: QCoreApplication, path: str) -> None:
    translator = QTranslator(application)
    if translator.load(path):
        application.installTranslator(translator)
