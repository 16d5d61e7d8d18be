"""Refreshes `resources/translations` after a change of a text: `python -m desktop.translations`.

Runs lupdate over every module of `desktop` (hand translations in the .ts files are kept, what is no
longer said is dropped), then lrelease. New texts come out as unfinished: fill them in with Qt
Linguist or by hand and run it again; `tests/gui/test_translations.py` fails until none is left.
English needs only its plurals.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import db

LANGUAGES = ("zh_CN", "zh_TW", "en")


def sources() -> list[Path]:
    """Every module in which a text may stand."""
    return sorted(Path(__file__).parent.rglob("*.py"))


def update(modules: Iterable[Path], target: Path, language: str) -> None:
    """Bring the .ts file `target` up to the texts in `modules`."""
    options = ["-no-obsolete", "-locations", "none", "-target-language", language]
    if language == "en":
        options.append("-pluralonly")
    _tool("lupdate", *options, *map(str, modules), "-ts", str(target))


def release(source: Path, target: Path) -> None:
    """Compile a .ts file into the .qm file that the program loads; what is unfinished stays out."""
    fresh = target.with_suffix(".fresh")
    _tool("lrelease", "-silent", "-nounfinished", str(source), "-qm", str(fresh))
    fresh.replace(target)  # a running program has the old one mapped into its memory


def _tool(name: str, *arguments: str) -> None:
    script = f"from PySide6.scripts.pyside_tool import {name}; {name}()"
    subprocess.run([sys.executable, "-c", script, *arguments], check=True)


def main() -> int:
    """Refresh the .ts and .qm files of every language."""
    folder = db.resource("translations")
    for language in LANGUAGES:
        ts = folder / f"shishi_{language}.ts"
        update(sources(), ts, language)
        release(ts, ts.with_suffix(".qm"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
