"""The entry point `shishi`: a sub-command goes to the command line, a file or nothing to the window."""

from __future__ import annotations

import builtins
import gc
import os
import sys
from collections.abc import Sequence


def wants_window(arguments: Sequence[str]) -> bool:
    """Whether the arguments are for the window: none, or one that is written like a file.

    A sub-command has neither dot nor slash, so a typing error in one is answered by the command line.
    """
    if not arguments:
        return True
    first = arguments[0]
    written_like_a_file = "." in first or "/" in first or os.sep in first
    return len(arguments) == 1 and written_like_a_file and not first.startswith("-")


def has_display() -> bool:
    """Whether a window can open here; where none can, Qt would abort the process."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return not sys.platform.startswith("linux") or any(os.environ.get(name) for name in names)


def _import_qt() -> None:
    """Import Qt, and take its hook off the imports that follow.

    For the sake of `from __feature__ import snake_case`, which nobody here uses, the hook reads the source
    of every module that is imported after Qt: 12 ms until the window stands.
    """
    import PySide6.QtWidgets  # noqa: F401

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program; returns its exit status. Qt is imported only to open a window."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    if wants_window(arguments) and not has_display():
        from db import sentence

        sys.stderr.write(sentence("no_display", {}) + "\n")
        return 2
    if wants_window(arguments):
        gc.disable()  # what is made until the window stands all stays: `app` turns it on again then
        _import_qt()
        from desktop.app import run

        return run(arguments)
    if arguments == ["--version"]:
        from desktop import __version__

        if sys.stdout is not None:  # the windowed program has none on Windows
            sys.stdout.write(f"shishi {__version__}\n")
        return 0
    from db.cli import main as command_line

    return command_line(arguments)


if __name__ == "__main__":
    sys.exit(main())
