"""Frozen steps from one version of the schema to the next, run by sqlite-utils.

A step never imports `schema`: it says in its own words what it changes, for ever. A new file is made
from `schema.py` at once and records every step as taken. The first version needs none.
"""

from __future__ import annotations

import sqlite3

from sqlite_utils import Database, Migrations

STEPS = Migrations("shishi")


@STEPS()
def first_tables(db: Database) -> None:
    """Version 1 is what the first program created; there is nothing older."""


def apply(connection: sqlite3.Connection, version: int) -> None:
    """Take the steps that are missing, each in its own transaction with its record, up to `version`."""
    connection.execute("PRAGMA foreign_keys = OFF")  # or a table could not be rebuilt
    STEPS.apply(Database(connection, execute_plugins=False))
    if broken := connection.execute("PRAGMA foreign_key_check").fetchall():
        raise sqlite3.IntegrityError(f"{len(broken)} dangling rows after migration")
    connection.execute(f"PRAGMA user_version = {version}")
    connection.execute("PRAGMA foreign_keys = ON")


def record_all(connection: sqlite3.Connection) -> None:
    """Record every step as taken, in a file that was made from today's schema."""
    STEPS.apply(Database(connection, execute_plugins=False))
