"""The layers of design.md §5, seen from what is really loaded and from what the source says."""

from __future__ import annotations

import ast
import importlib
import json
import pkgutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import db
from desktop import __version__

TOP = Path(__file__).parents[2]
QT = {"PySide6", "shiboken6"}
HEAVY = {"openpyxl", "typst", "opencc", "pypinyin", "cn2an", "sqlite_utils", "docx"}
FORBIDDEN = {
    "db": QT | {"desktop"},
    "desktop": {"sqlite3", "sqlite_utils", "openpyxl", "docx", "typst"},
}

IMPORT_ALL_OF_DB = """
import importlib, pkgutil, db
for module in pkgutil.walk_packages(db.__path__, "db."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
"""

ASK_FOR_THE_VERSION = """
import runpy, sys
sys.argv = ["shishi", "--version"]
try:
    runpy.run_module("desktop", run_name="__main__")
except SystemExit as end:
    assert not end.code, end.code
"""


def run(code: str) -> tuple[str, set[str]]:
    """What a fresh interpreter prints for `code`, and the top-level modules it has loaded then."""
    code += "\nimport json, sys; print(json.dumps(sorted({name.split('.')[0] for name in sys.modules})))"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, cwd=TOP, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    printed, _, loaded = done.stdout.rstrip("\n").rpartition("\n")
    return printed, set(json.loads(loaded))


def imports(path: Path) -> Iterator[tuple[int, str]]:
    """(line, top-level module) of every import of a file, those inside functions too."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, name.name.split(".")[0]) for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.lineno, node.module.split(".")[0]


@pytest.mark.parametrize("code", ["import db", "import db.cli", IMPORT_ALL_OF_DB], ids=["db", "cli", "all"])
def test_db_loads_no_screen(code: str) -> None:
    _, loaded = run(code)
    assert "db" in loaded
    assert not loaded & (QT | {"desktop"})


@pytest.mark.parametrize("code", ["import db", "import db.cli"])
def test_heavy_libraries_wait_until_needed(code: str) -> None:
    _, loaded = run(code)
    assert not loaded & HEAVY


def test_the_version_is_told_without_a_screen() -> None:
    printed, loaded = run(ASK_FOR_THE_VERSION)
    assert __version__ in printed
    assert not loaded & (QT | HEAVY)


@pytest.mark.parametrize("layer", FORBIDDEN)
def test_no_source_file_reaches_across(layer: str) -> None:
    files = sorted(TOP.joinpath(layer).rglob("*.py"))
    assert files
    found = [
        f"{path.relative_to(TOP)}:{line} {module}"
        for path in files
        for line, module in imports(path)
        if module in FORBIDDEN[layer]
    ]
    assert found == []


def face() -> dict[str, str]:
    """The names of db and their modules, as the imports in its `if TYPE_CHECKING` tell a type checker."""
    tree = ast.parse(Path(db.__file__).read_text("utf-8"))
    return {
        alias.name: str(node.module)
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and str(node.module).startswith("db.")
        for alias in node.names
    }


def test_no_module_of_db_is_named_like_what_it_offers() -> None:
    # It would take the name's place on the face as soon as it is imported.
    assert face().keys().isdisjoint(module.name for module in pkgutil.iter_modules(db.__path__))


def test_the_face_of_db_gives_what_it_promises() -> None:
    promised = face()
    assert {"open_ledger", "merge", "percent"} <= promised.keys()
    wrong = [
        name
        for name, module in promised.items()
        if getattr(db, name) is not getattr(importlib.import_module(module), name)
    ]
    assert wrong == []
