"""What `shishi` does with its arguments, and that the window costs what it must and no more."""

import subprocess
import sys
from pathlib import Path

import pytest

from desktop.__main__ import wants_window

HEAVY = {"openpyxl", "typst", "sqlite_utils", "opencc", "pypinyin", "click", "docx", "cn2an"}


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


def test_the_window_opens_a_file_without_the_heavy_libraries(fill_in_file: Path, tmp_path: Path):
    script = (
        "import sys; from PySide6.QtCore import QSettings;"
        "QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, sys.argv[2]);"
        "from desktop.app import start; application, window = start([sys.argv[1]]);"
        "window.settled.connect(window.close); application.exec();"
        "print(*sys.modules)"
    )
    command = [sys.executable, "-c", script, str(fill_in_file), str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    imported = set(done.stdout.split())
    assert "desktop.pages.fill_in" in imported
    assert not imported & HEAVY
