"""Where the files lie that are neither code nor data of a person: templates, sentences, the sample."""

from __future__ import annotations

import sys
from pathlib import Path


def resource(*parts: str) -> Path:
    """A file or folder below `resources/`, in a checkout or in a frozen build; it need not exist."""
    # PyInstaller unpacks data files below this folder.
    top = getattr(sys, "_MEIPASS", None) or Path(__file__).parent.parent
    return Path(top, "resources", *parts)


SAMPLE_TITLE = "濱江區2024年民生實事項目"
SAMPLE_YEAR = 2024


def sample_table() -> Path:
    """The real table that comes with the program: Binjiang district, 2024, first quarter."""
    return resource("sample", "binjiang-2024-q1.txt")
