"""Who is at this computer."""

from __future__ import annotations

import getpass


def login_name() -> str:
    """Who is logged in; empty where the system has no name for it."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # Windows without the variables has no module `pwd` either
        return ""
