"""What `shishi` does with its arguments, and that the window costs what it must and no more."""

import subprocess
import sys
from pathlib import Path

import pytest

from desktop.__main__ import wants_window

HEAVY = {"openpyxl", "typst", "sqlite_utils", "opencc", "pypinyin", "click", "docx", "cn2an"}
HEAVY |= {
    f"PySide6.{name}" for name in ("QtPrintSupport", "QtPdf", "QtNetwork", "QtSql", "QtOpenGL", "QtDBus")
}
# Python's own, and ours, that cost milliseconds and have no part in reading a plan and its tree.
LATER = {"hashlib", "hmac", "calendar", "locale", "queue", "tomllib", "getpass", "asyncio", "PySide6.QtSvg"}
LATER |= {"db.sentences", "db.plan_labels", "db.importing", "db.untrusted", "db.search"}
LATER |= {f"desktop.{name}" for name in ("icons", "handlers", "toolbar", "rail", "status", "forms.task_form")}
WATCHED = """
import gc, sys
from desktop.__main__ import main
from desktop.mainwindow import MainWindow
from PySide6.QtCore import QSettings, QTimer
QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, sys.argv[2])

def said(name):
    print(name, *sys.modules, flush=True)

def build(self, whole=MainWindow.build):
    self.session.opened.connect(lambda: said("read"))
    self.settled.connect(lambda: QTimer.singleShot(0, leave))
    def leave():
        said("settled")
        print("collects", gc.isenabled())
        self.close()
    whole(self)
    print("collects", gc.isenabled())

MainWindow.build = build
sys.exit(main([sys.argv[1]]))
"""


@pytest.mark.parametrize(
    ("arguments", "window"),
    [
        ((), True),
        (("台账.shishi",), True),
        (("dir/file",), True),
        (("--version",), False),
        (("--help",), False),
        (("status", "a.shishi"), False),
        (("merge", "a.shishi", "b.shishi"), False),
        (("stauts",), False),
    ],
)
def test_a_file_or_nothing_opens_the_window(arguments: tuple[str, ...], window: bool):
    assert wants_window(arguments) is window


def test_a_sub_command_imports_no_screen(tmp_path: Path):
    script = (
        "import sys; from desktop.__main__ import main; status = main(['--version']);"
        "print(status, any(name.startswith('PySide6') for name in sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "0 False"


def start(file: Path, folder: Path) -> dict[str, list[str]]:
    """Modules when the file is `read` and when all is `settled`; whether cycles are looked for, `collects`."""
    command = [sys.executable, "-c", WATCHED, str(file), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    said: dict[str, list[str]] = {}
    for line in done.stdout.splitlines():
        name, *words = line.split()
        said.setdefault(name, []).extend(words)
    return said


@pytest.mark.parametrize("file", ["ledger_file", "fill_in_file"])
def test_a_file_opens_without_the_heavy_libraries(file: str, request: pytest.FixtureRequest, tmp_path: Path):
    modules = set(start(request.getfixturevalue(file), tmp_path)["settled"])
    assert "desktop.forms.task_form" in modules
    assert not HEAVY & modules


def test_the_tree_waits_for_nothing_that_it_can_do_without(ledger_file: Path, tmp_path: Path):
    modules = set(start(ledger_file, tmp_path)["read"])
    assert "desktop.models.plan_view" in modules
    assert not (HEAVY | LATER) & modules


def test_cycles_are_looked_for_again_once_the_window_stands(ledger_file: Path, tmp_path: Path):
    assert start(ledger_file, tmp_path)["collects"] == ["False", "True"]
